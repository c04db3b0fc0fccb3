"""The question a mention answers: its sentence with the value masked, and the words and names around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple

from discrepancy.align.apposition import find_apposed
from discrepancy.model import Mention, Sentence
from discrepancy.words import WORD, find_proper_words, fold

Span = tuple[int, int]

# How far "near" reaches, in words on either side: four is the window that aligned best on its own in the
# exploration that design started from; eight takes in the verb and the owner of most news clauses.
NEAR_WORDS = 4
WIDE_WORDS = 8
# How many content words, nearest first, are compared one by one with those of the other article.
COMPARED_WORDS = 10

CLAUSE_BREAK = re.compile(r"[,;:()\[\]“”\"]|\s[–—-]+\s|—")
VALUE_WORD = re.compile(
    r"\b(?:about|some|nearly|roughly|around|approximately|almost|estimated|at least|at most|or so|up to"
    r"|(?:no |not )?(?:more|fewer|less) than|over|under|above|below|as many as|just|only"
    r"|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?"
    r"|(?:m|b|tr)illions?|bn|dozens?|scores?|half|thirds?|quarters?|several|few|couple|couples|pair|handful"
    r"|the|first|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth|a|an|and|to|or|between|of|no|none)\b"
    r"|[-+]?\d[\d,.]*(?:st|nd|rd|th|m|k|bn|tn)?|[-–—]",
    re.IGNORECASE,
)
CURRENCY_MARK = re.compile(r"\s*(?:[A-Z]{0,3}[$£€¥]|Rs\.?)?\s*")
# Dates, times, scores and quotes are nothing but value; of a quantity the unit and the noun stay to be read.
ALL_VALUE = frozenset({"date", "time", "score", "quote"})

# Words too common to say what a sentence is about.
STOP_WORDS = frozenset(files("discrepancy").joinpath("data/stop_words.txt").read_text("utf-8").split())


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around one mention."""

    masked: str  # the sentence, every value in it replaced by the encoder's mask
    spans: tuple[Span, Span, Span]  # in `masked`: the mask, near words, clause
    words: tuple[tuple[str, Span], ...]  # stems and places in `masked` of the nearest content words
    near: frozenset[str]  # stems of content words within NEAR_WORDS
    wide: frozenset[str]  # stems of content words within WIDE_WORDS
    stems: frozenset[str]  # stems of content words of the sentence
    names: frozenset[str]  # capitalised words of the sentence
    clause_names: frozenset[str]  # capitalised words of the clause
    owner: frozenset[str]  # the nearest name, all its words: whose value this may be
    apposed: frozenset[str]  # the name that the value stands in apposition to
    sentence: int  # index of the sentence
    position: float  # 0 at the first sentence, 1 at the last


class Word(NamedTuple):
    """One word of a masked sentence, looked at once for all mentions in it."""

    start: int  # in the masked sentence, as is the end
    end: int
    folded: str
    is_content: bool
    is_name: bool  # with a capital here, and a name to this article

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


def describe(sentences: Sequence[Sentence], mentions: Sequence[Mention], mask: str) -> tuple[Context, ...]:
    """One context a mention, in the same order."""
    index = {sentence.start: at for at, sentence in enumerate(sentences)}
    proper = find_proper_words(sentences)
    last = max(1, len(sentences) - 1)
    contexts: list[Context] = []
    for start, group in groupby(mentions, key=lambda mention: mention.sentence.start):
        inside = list(group)
        masked, holes = mask_values(inside, mask)
        words = _read_words(masked, proper, mask)
        contexts += [
            _describe(mention, masked, words, hole, index[start], last)
            for mention, hole in zip(inside, holes, strict=True)
        ]
    return tuple(contexts)


def mask_values(mentions: Sequence[Mention], mask: str) -> tuple[str, list[Span]]:
    """One sentence with the values of its mentions masked, and where each mention then stands in it.

    A quote stays as it is: its words are what there is to compare.
    """
    text = mentions[0].sentence.text
    values = [find_value(mention) for mention in mentions]
    cuts: list[Span] = []
    for mention, value in sorted(zip(mentions, values, strict=True), key=lambda pair: pair[1]):
        if mention.kind != "quote" and (not cuts or value[0] >= cuts[-1][1]):
            cuts.append(value)
    pieces, at = [], 0
    for start, end in cuts:
        pieces += [text[at:start], mask]
        at = end
    return "".join([*pieces, text[at:]]), [_move(value, cuts, len(mask)) for value in values]


def _is_mask(word: re.Match[str], mask: str) -> bool:
    """Whether a word is another value's mask, brackets and all."""
    around = len(mask) - len(word.group())
    start = max(0, word.start() - around // 2)
    return word.group() in mask and word.string[start : start + len(mask)] == mask


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _move(span: Span, cuts: Sequence[Span], width: int) -> Span:
    """A span of the sentence as a span of the masked sentence."""
    start, end = span
    before = [cut for cut in cuts if cut[1] <= start]
    within = [cut for cut in cuts if start < cut[1] and cut[0] < end]
    shift = sum(width - (cut[1] - cut[0]) for cut in before)
    first = min([start, *(cut[0] for cut in within)])
    stretch = sum(width - (cut[1] - cut[0]) for cut in within)
    last = max([end, *(cut[1] for cut in within)])
    return first + shift, last + shift + stretch


def _read_words(masked: str, proper: frozenset[str], mask: str) -> list[Word]:
    """The words of a masked sentence, the masks left out."""
    words = []
    for match in WORD.finditer(masked):
        if _is_mask(match, mask):
            continue
        word = match.group()
        folded = fold(word)
        common = folded in STOP_WORDS
        is_name = word[0].isupper() and not common and folded in proper
        words.append(Word(*match.span(), folded, not common and not folded[0].isdigit(), is_name))
    return words


def _describe(
    mention: Mention, masked: str, found: Sequence[Word], hole: Span, at: int, last: int
) -> Context:
    words = [word for word in found if not _meets(word.span, hole)]
    before = [word for word in words if word.end <= hole[0]]
    after = [word for word in words if word.start >= hole[1]]
    near = before[-NEAR_WORDS:] + after[:NEAR_WORDS]
    wide = before[-WIDE_WORDS:] + after[:WIDE_WORDS]
    clause = _clause(masked, hole)
    in_clause = [word for word in words if clause[0] <= word.start < clause[1]]
    return Context(
        masked=masked,
        spans=(hole, _cover(near, hole), clause),
        words=_nearest_content(words, hole),
        near=_stems(near),
        wide=_stems(wide),
        stems=_stems(words),
        names=_names(words),
        clause_names=_names(in_clause),
        owner=_nearest_name(before, after),
        apposed=find_apposed(mention),
        sentence=at,
        position=at / last,
    )


def find_value(mention: Mention) -> Span:
    """The part of a mention that is value rather than unit or noun, relative to its sentence."""
    start = mention.start - mention.sentence.start
    end = mention.end - mention.sentence.start
    if mention.kind in ALL_VALUE:
        return start, end
    at = 0
    for match in VALUE_WORD.finditer(mention.surface):
        if not CURRENCY_MARK.fullmatch(mention.surface[at : match.start()]):
            break
        at = match.end()
    at = len(mention.surface[:at].rstrip(" -–—"))
    return (start, start + at) if at else (start, end)


def _cover(words: Sequence[Word], hole: Span) -> Span:
    return (
        min([hole[0], *(word.start for word in words)]),
        max([hole[1], *(word.end for word in words)]),
    )


def _clause(text: str, hole: Span) -> Span:
    start, end = 0, len(text)
    for match in CLAUSE_BREAK.finditer(text):
        if match.end() <= hole[0]:
            start = match.end()
        elif match.start() >= hole[1]:
            end = match.start()
            break
    return start, end


def _nearest_content(words: Sequence[Word], hole: Span) -> tuple[tuple[str, Span], ...]:
    content = [word for word in words if word.is_content]
    content.sort(key=lambda word: max(hole[0] - word.end, word.start - hole[1]))
    return tuple((stem(word.folded), word.span) for word in content[:COMPARED_WORDS])


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(stem(word.folded) for word in words if word.is_content)


def _names(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.folded for word in words if word.is_name)


def _nearest_name(before: Sequence[Word], after: Sequence[Word]) -> frozenset[str]:
    """The words of the name that stands nearest to the value, on either side of it."""
    sides = (before[: -WIDE_WORDS - 1 : -1], after[:WIDE_WORDS])
    runs = [(steps, run) for side in sides for steps, run in [_first_name(side)] if run]
    return min(runs, key=lambda found: found[0])[1] if runs else frozenset()


def _first_name(words: Sequence[Word]) -> tuple[int, frozenset[str]]:
    """How many words away the first name is, and the words of it that follow each other."""
    run: list[str] = []
    for steps, word in enumerate(words):
        if word.is_name:
            run.append(word.folded)
        elif run:
            return steps, frozenset(run)
    return len(words), frozenset(run)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Snowball (Porter 2) stem of a folded word."""
    from Stemmer import Stemmer

    return str(Stemmer("english").stemWord(word))  # one a word: it keeps state, threads don't
