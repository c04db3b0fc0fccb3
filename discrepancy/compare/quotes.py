"""Words inside quotation marks, of one speaker on one occasion."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from discrepancy.compare.circumstances import Days
from discrepancy.compare.wording import clip
from discrepancy.model import Mention, Verdict, Words

SAME_REMARK = 60  # below this ratio of words two quotes are two remarks
FEW_WORDS = 2  # a fragment so short is in many sentences: it agrees only with its own words
MOST_SHOWN = 3  # differing stretches that an explanation names
_BRACKETED = re.compile(r"\[[^\[\]]{0,80}\]")
_GAP = re.compile(r"\.{2,}|…|\[\s?\]")
_REDACTED = re.compile(r"\b([a-z]{1,12})(?:[*—–_-]{2,12}[a-z]{0,4}|\*|[—–](?:[a-z]\b|(?!\w)))")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?(?:\*{1,12})?")


def compare_quotes(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Agree where the words are the same or one holds the other, soft where few differ, else None."""
    if not isinstance(a.value, Words) or not isinstance(b.value, Words):
        return None
    first, second = tokens(a.value.text), tokens(b.value.text)
    if not first or not second:
        return None
    if first == second:
        return Verdict("agree", "the same words")
    if holds(a.value.text, b.value.text) or holds(b.value.text, a.value.text):
        return Verdict("agree", "one quote holds the words of the other")
    if fuzz.ratio(first, second) < SAME_REMARK:
        return None
    here, there = differing(first, second)
    if not here and not there:
        return Verdict("agree", "the same words")
    return Verdict("soft", f"quoted in other words: {here} vs {there}")


def tokens(text: str) -> list[str]:
    """The words of a quote, without case, punctuation, brackets and accents of typesetting."""
    plain = text.casefold().replace("’", "'").replace("‘", "'")
    plain = _REDACTED.sub(lambda match: f"{match[1]}* ", plain)
    return _TOKEN.findall(plain)


def holds(longer: str, shorter: str) -> bool:
    """Whether every stretch of the shorter quote between its gaps stands in the longer, in order."""
    words, at = tokens(_GAP.sub(" ", longer)), 0
    stretches = [tokens(part) for part in re.split(r"\.{2,}|…|\[[^\[\]]{0,80}\]", shorter)]
    stretches = [stretch for stretch in stretches if stretch]
    if sum(map(len, stretches)) <= FEW_WORDS:
        return False
    for stretch in stretches:
        at = find(words, stretch, at)
        if at < 0:
            return False
    return True


def find(words: list[str], stretch: list[str], start: int) -> int:
    """Where a stretch of words ends at or after `start`, or -1."""
    for index in range(start, len(words) - len(stretch) + 1):
        if all(is_same_word(p, q) for p, q in zip(words[index:], stretch, strict=False)):
            return index + len(stretch)
    return -1


def is_same_word(p: str, q: str) -> bool:
    """Equal, or one a redacted spelling of the other."""
    if p == q:
        return True
    if "*" in p or "*" in q:
        stem, other = p.split("*")[0], q.split("*")[0]
        return (p.endswith("*") and other.startswith(stem)) or (q.endswith("*") and stem.startswith(other))
    return False


def differing(first: list[str], second: list[str]) -> tuple[str, str]:
    """The words that only one of the two has, each side in its order."""
    here, there = [], []
    # difflib's result depends on the order of its arguments, so always ask in one order
    swap = first > second
    left, right = (second, first) if swap else (first, second)
    for tag, p, q, r, s in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal" or (all(map(is_same_word, left[p:q], right[r:s])) and q - p == s - r):
            continue
        here.append(" ".join(left[p:q]) or "nothing")
        there.append(" ".join(right[r:s]) or "nothing")
    sides = _list(here), _list(there)
    return (sides[1], sides[0]) if swap else sides


def _list(stretches: list[str]) -> str:
    shown = [f'"{clip(stretch)}"' if stretch != "nothing" else stretch for stretch in stretches[:MOST_SHOWN]]
    return ", ".join(shown) + (", …" if len(stretches) > MOST_SHOWN else "")
