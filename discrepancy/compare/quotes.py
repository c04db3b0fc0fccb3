"""Words inside quotation marks, of one speaker on one occasion."""

from __future__ import annotations

import re
from difflib import Match, SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz

from discrepancy.compare.circumstances import Days
from discrepancy.compare.wording import SMALL, clip
from discrepancy.model import Mention, Verdict, Words

SAME_REMARK = 60  # below this ratio of words two quotes are two remarks
FEW_WORDS = 2  # a fragment so short is in many sentences: it agrees only with its own words
SPARE = 4  # words that the longer may put in between
MOST_SHOWN = 3  # differing stretches that an explanation names
_CUT = re.compile(r"\.{2,}|…|\[[^\[\]]{0,80}\]|\([^()]{0,80}\)")  # words left out, or put in by the reporter
_GAP = re.compile(r"\.{2,}|…|\[\s?\]")
_REDACTED = re.compile(r"\b([a-z]{1,12})(?:[*—–_-]{2,12}[a-z]{0,4}|\*|[—–](?:[a-z]\b|(?!\w)))", re.I)
_TOKEN = re.compile(r"[^\W_]+(?:['’‘`][^\W_]+){0,3}\*{0,12}|&")
_NO_LETTER = re.compile(r"[\W_]+")
_DIGITS = {str(number): word for number, word in enumerate(SMALL)}
_APOSTROPHES = {ord(mark): None for mark in "'’‘`"} | {ord("&"): "and"}


def compare_quotes(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Agree where the words are the same or one holds the other, soft where few differ, else None."""
    if not isinstance(a.value, Words) or not isinstance(b.value, Words):
        return None
    here, there = _raw(a, a.value), _raw(b, b.value)
    first, second = tokens(here), tokens(there)
    if not first or not second:
        return None
    if "".join(first) == "".join(second):  # "e-mail", "can't" and "cant" are one spelling of speech
        return Verdict("agree", "the same words")
    if holds(here, there) or holds(there, here):
        return Verdict("agree", "one quote holds the words of the other")
    if not _share_words(first, second):
        return None
    here_span, there_span = overlapping(first, second)
    first, second = first[here_span], second[there_span]
    if min(len(first), len(second)) <= FEW_WORDS or fuzz.ratio(first, second) < SAME_REMARK:
        return None
    return _name_differing(printed(here)[here_span], printed(there)[there_span], first, second)


def _share_words(first: list[str], second: list[str]) -> bool:
    """Whether half the words of the shorter quote are in the longer at all: a cheap look comes first."""
    p, q = set(first), set(second)
    return 2 * len(p & q) >= min(len(p), len(q))


def printed(text: str) -> list[str]:
    """The words of a quote as they stand, a redacted one ending in a star."""
    return _TOKEN.findall(_REDACTED.sub(lambda match: f"{match[1]}* ", text))


def tokens(text: str) -> list[str]:
    """The words of a quote without case and apostrophes, small numbers spelled: one for each printed."""
    return list(_tokens(text))


@lru_cache(maxsize=4096)  # a quote meets every quote of the other article
def _tokens(text: str) -> tuple[str, ...]:
    plain = (word.casefold().translate(_APOSTROPHES) for word in printed(text))
    return tuple(_DIGITS.get(word, word) for word in plain)


def holds(longer: str, shorter: str) -> bool:
    """Whether every stretch of the shorter quote between its gaps stands in the longer, in order."""
    words, at = tokens(_GAP.sub(" ", longer)), 0
    stretches = [tokens(part) for part in _CUT.split(shorter)]
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


def overlapping(first: list[str], second: list[str]) -> tuple[slice, slice]:
    """Where two quotes tell the same words, if one goes on for longer."""
    swap = (len(first), first) > (len(second), second)
    short, long = (second, first) if swap else (first, second)
    blocks = _blocks(long, short)
    if not blocks or len(long) == len(short):
        return slice(None), slice(None)
    best = max(blocks, key=lambda block: block.size)
    start = max(0, best.a - best.b - SPARE)
    stop = best.a + len(short) - best.b + SPARE
    near = _blocks(long[start:stop], short)
    before, after = near[0].b, len(short) - near[-1].b - near[-1].size  # words of the short one outside
    span = slice(max(0, start + near[0].a - before), start + near[-1].a + near[-1].size + after)
    return (span, slice(None)) if swap else (slice(None), span)


def _blocks(long: list[str], short: list[str]) -> list[Match]:
    return SequenceMatcher(None, long, short, autojunk=False).get_matching_blocks()[:-1]


def _name_differing(here: list[str], there: list[str], first: list[str], second: list[str]) -> Verdict:
    """Name the words that only one of the two quotes has, each side in its order."""
    only_here: list[str] = []
    only_there: list[str] = []
    # difflib's result depends on the order of its arguments, so always ask in one order
    swap = first > second
    left, right = (second, first) if swap else (first, second)
    for tag, p, q, r, s in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if swap:
            p, q, r, s = r, s, p, q
        if tag == "equal" or (q - p == s - r and all(map(is_same_word, first[p:q], second[r:s]))):
            continue
        only_here.append(" ".join(here[p:q]))
        only_there.append(" ".join(there[r:s]))
    if not only_here:
        return Verdict("agree", "the same words")
    return Verdict("soft", f"quoted in other words: {_list(only_here)} vs {_list(only_there)}")


def _raw(mention: Mention, words: Words) -> str:
    """The quote as printed, with its gaps and brackets, where the surface holds just its words."""
    letters = [_NO_LETTER.sub("", text.casefold()) for text in (mention.surface, words.text)]
    return mention.surface if letters[0] == letters[1] else words.text


def _list(stretches: list[str]) -> str:
    said = [f'"{clip(stretch)}"' for stretch in stretches if stretch]
    return (", ".join(said[:MOST_SHOWN]) + (", …" if len(said) > MOST_SHOWN else "")) or "nothing"
