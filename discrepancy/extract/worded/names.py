"""Names of people, places and organisations: runs of capitalised words, without titles and openers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from discrepancy.extract.mention import mention
from discrepancy.extract.worded.name_words import (
    ABBREVIATIONS,
    CALENDAR,
    FIELDS,
    HEADS,
    NEVER,
    OPENERS,
    PARTICLES,
    SMALL,
    THINGS,
    TITLES,
)
from discrepancy.model import Mention, Sentence, Words
from discrepancy.words import find_proper_words, fold, spell

LONGEST = 9  # words; a longer run of capitals is a heading
_ARABIC = "al|el|ul|as|ash|an|ad|at|ar|az|es|ibn|bin|abu|bint"
_TOKEN: Final = re.compile(
    rf"(?P<joined>(?<!\w)(?:{_ARABIC})-)?"
    r"(?:(?:[A-Z]\.){2,8}|[^\W\d_]+(?:['’&.-][^\W\d_]+)*)(?P<possessive>(?<=s)['’](?!\w))?"
)
_GAP: Final = re.compile(r"[ \u00a0\n]|\. ?")
_OPENS: Final = re.compile(r"[“”\"‘:;!?*•\[(]|\.\s|…|[–—]|\n|(?:^|\s)['’-]|['’]\s")
_POSSESSIVE: Final = re.compile(r"['’][sS]$")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a sentence, with what deciding needs."""

    text: str  # without a possessive
    lower: str
    start: int
    end: int  # of the word without its possessive
    capital: bool
    opens: bool  # at the start of a sentence, a quote or a clause
    follows: bool  # nothing but a space, or an abbreviation's full stop, parts it from the word before


def find(sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Every name in sentences of one article, in order; in headlines capitals say nothing."""
    proper = find_proper_words(sentences)
    lower = {match for sentence in sentences for match in re.findall(r"\b[a-z]{2,}\b", sentence.text)}
    for sentence in sentences:
        if sentence.role != "headline" and not _is_titled(sentence.text):
            for start, end in _find_spans(sentence.text, proper, lower):
                yield mention("name", sentence, start, end, Words(spell(sentence.text[start:end])))


def _is_titled(text: str) -> bool:
    """A line in title case or capitals, whatever its role: it does not tell names from other words."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    capitals = sum(word[0].isupper() for word in words)
    return capitals > 3 and all(word[0].isupper() or word in SMALL for word in words)


def _find_spans(text: str, proper: frozenset[str], lower: set[str]) -> Iterator[tuple[int, int]]:
    for run in _find_runs(list(_read(text))):
        run = _drop_opener(run, proper, lower)
        for part in _drop_titles(run):
            part = _trim(part)
            if part and len(part) <= LONGEST and not _is_nothing(part):
                yield part[0].start, part[-1].end


def _read(text: str) -> Iterator[_Token]:
    end, before = 0, ""
    for match in _TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", match.group()).rstrip("'’")
        gap = text[end : match.start()]
        joined = bool(match["joined"])
        capital = word[len(match["joined"] or "") :][:1].isupper() and not re.search(r"-[a-z]{3,}$", word)
        abbreviated = len(before) == 1 or "." in before or before in ABBREVIATIONS
        follows = bool(_GAP.fullmatch(gap)) and ("." not in gap or abbreviated) and bool(before)
        opens = not end or (bool(_OPENS.search(gap)) and not follows)
        yield _Token(
            word, fold(word), match.start(), match.start() + len(word), capital or joined, opens, follows
        )
        # A possessive ends a name: "Orrin's Lake Tolme" are two.
        end, before = (match.end(), fold(word)) if len(word) == len(match.group()) else (match.end(), "")


def _find_runs(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Capitalised words that follow each other, with the small words that names hold between them."""
    run: list[_Token] = []
    pending: list[_Token] = []
    for token in tokens:
        if run and not token.follows:
            yield run
            run, pending = [], []
        if token.capital and token.lower not in CALENDAR:
            run += [*pending, token]
            pending = []
        elif run and _may_join(run, pending, token):
            pending.append(token)
        elif run:
            yield run
            run, pending = [], []
    if run:
        yield run


def _may_join(run: list[_Token], pending: list[_Token], token: _Token) -> bool:
    if token.capital or len(pending) > 1:
        return False
    if token.lower in PARTICLES:
        return True
    if pending:
        return token.lower == "the" and pending[-1].lower in ("of", "for")
    return token.lower in ("of", "for") and (
        run[-1].lower in HEADS or run[-1].lower in ("secretary", "speaker")
    )


def _drop_opener(run: list[_Token], proper: frozenset[str], lower: set[str]) -> list[_Token]:
    """A capital at the start of a sentence counts for a word that is a name elsewhere, or begins one."""
    while run and run[0].lower in OPENERS and (run[0].opens or run[0].lower == "the"):
        run = run[1:]
    if not run or not run[0].opens or run[0].lower in proper or run[0].lower in TITLES:
        return run
    if len(run) > 1 and run[0].lower not in lower and not run[0].lower.endswith(("ly", "ing")):
        return run
    return _drop_opener([_inside(run[1]), *run[2:]], proper, lower) if len(run) > 1 else []


def _inside(token: _Token) -> _Token:
    """The same word, no longer first."""
    return _Token(token.text, token.lower, token.start, token.end, token.capital, False, token.follows)


def _drop_titles(run: list[_Token]) -> Iterator[list[_Token]]:
    """The stretches of a run that titles part: "Senate", "John Thune" in "Senate Leader John Thune"."""
    part: list[_Token] = []
    for token, titled in zip(run, _mark_titles([token.lower for token in run]), strict=True):
        if titled:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _mark_titles(words: list[str]) -> list[bool]:
    """Which words are titles, with what belongs to them: "Foreign Minister", "Secretary of State"."""
    titled = [
        word in TITLES and not THINGS.intersection(words[at + 1 : at + 2]) for at, word in enumerate(words)
    ]
    for at in reversed(range(len(words) - 1)):
        titled[at] |= words[at] in FIELDS and titled[at + 1]
    for at in range(1, len(words)):
        titled[at] |= words[at] in FIELDS and titled[at - 1] and words[at] in ("of", "for", "state")
    return titled


def _trim(part: list[_Token]) -> list[_Token]:
    """Without small words and articles at the edges."""
    small = PARTICLES | {"of", "for", "the"}
    while part and (not part[0].capital or part[0].lower == "the"):
        part = part[1:]
    while part and not part[-1].capital and part[-1].lower in small:
        part = part[:-1]
    return part


def _is_nothing(part: list[_Token]) -> bool:
    if len(part) > 1:
        return False
    word = part[0].lower
    return len(word.replace(".", "")) < 2 or word in NEVER or word in OPENERS or word in CALENDAR
