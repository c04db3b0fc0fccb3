"""Quotes: words within quotation marks, with their speaker."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from discrepancy.extract.attribution import FAR, PRONOUNS, nearest, sources_near, sources_of_article
from discrepancy.model import Article, Mention, Sentence, Words

MIN_WORDS = 3  # shorter ones are scare quotes and nicknames: nothing to compare word by word
_MARK = re.compile(r"[“”\"]|``|''")
# British single quotes open behind a space and close in front of one; an apostrophe does neither.
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)(?P<words>[^“”\"\n‘]{8,600}?)(?<=[\w.,!?…])[’'](?![\w’'])")
_WORD = re.compile(r"[\w*]+(?:[’'-][\w*]+)*")
_MARKS = 2  # characters that a quotation mark and a comma take up between a quote and its source
_LONGEST_PARAGRAPH = 3000  # characters ahead among which a mark may show that a quote is running
_PARTICIPLE = re.compile(
    r"\b(?:saying|adding|calling|arguing|claiming|asking|screaming|shouting|tweeting|writing)[\s,:]*[“\"‘'`]{0,2}$"
)


def normalise(text: str) -> str:
    """The words of a quote in lower case with straight apostrophes and no punctuation."""
    return " ".join(_WORD.findall(text.replace("’", "'").lower()))


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Every quotation in the sentence of three words or more; of a longer one, what this sentence holds."""
    text = article.text
    for start, end in _spans(sentence, text):
        inner = text[start:end]
        start, end = end - len(inner.lstrip(" ,\n")), start + len(inner.rstrip(" ,\n"))
        words = normalise(text[start:end])
        if start >= end or len(words.split()) < MIN_WORDS or _is_title(text[start:end]):
            continue
        speaker = _speaker(sentence, text, start, end)
        yield Mention("quote", text[start:end], start, end, Words(words), sentence, attribution=speaker)


def _spans(sentence: Sentence, text: str) -> Iterator[tuple[int, int]]:
    """The parts of the sentence inside quotation marks, as offsets into the article."""
    opened = sentence.start if _is_open(text, sentence.start) else None
    found = False
    for mark in _MARK.finditer(text, sentence.start, sentence.end):
        if _opens(text, mark, opened is not None):
            opened = mark.end()
        elif opened is not None:
            yield opened, mark.start()
            opened, found = None, True
    if opened is not None:
        yield opened, sentence.end
    elif not found:
        for match in _SINGLE.finditer(text, sentence.start, sentence.end):
            yield match.span("words")


def _opens(text: str, mark: re.Match[str], is_open: bool) -> bool:
    """Whether a mark opens a quote; writers mix the two curly ones up, so their neighbours count too."""
    behind = text[mark.end() : mark.end() + 1]
    spaced = mark.start() == 0 or text[mark.start() - 1] in " \n\t([—-"
    if mark[0] in ("“", "``"):
        return not is_open or behind.isalnum()
    if mark[0] in ("”", "''"):
        return not is_open and spaced and behind.isalnum()
    return not is_open and (spaced or not behind or behind.isalnum())


def _is_open(text: str, offset: int) -> bool:
    """Whether a quotation that began earlier is still running.

    One that began in an earlier paragraph shows in the paragraph's first mark, which closes it.
    """
    paragraphs, marks = _read_marks(text)
    paragraph = bisect_right(paragraphs, offset) - 1
    after = bisect_left(marks, offset, key=lambda mark: mark.start)
    if after and marks[after - 1].paragraph == paragraph:
        return marks[after - 1].leaves_open
    if after < len(marks) and marks[after].paragraph == paragraph:
        return marks[after].finds_open and marks[after].start < offset + _LONGEST_PARAGRAPH
    return False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: whether a quote runs before it, and whether one does after it."""

    start: int
    paragraph: int  # counted from 0
    finds_open: bool
    leaves_open: bool


@lru_cache(maxsize=2)  # each sentence of an article asks again
def _read_marks(text: str) -> tuple[list[int], list[_Mark]]:
    """Where the paragraphs of a text begin, and its quotation marks in order."""
    paragraphs = [0, *(newline.end() for newline in re.finditer("\n", text))]
    marks: list[_Mark] = []
    for found in _MARK.finditer(text):
        paragraph = bisect_right(paragraphs, found.start()) - 1
        if marks and marks[-1].paragraph == paragraph:
            is_open = marks[-1].leaves_open
        else:
            is_open = found.start() > paragraphs[paragraph] and not _opens(text, found, False)
        marks.append(_Mark(found.start(), paragraph, is_open, _opens(text, found, is_open)))
    return paragraphs, marks


def _is_title(words: str) -> bool:
    """ "The Long Way Home" in quotation marks is a work, not what somebody said."""
    tokens = [token for token in _WORD.findall(words) if len(token) > 3]
    return words[-1:] not in ".!?," and len(tokens) > 1 and all(token[0].isupper() for token in tokens)


def _speaker(sentence: Sentence, text: str, start: int, end: int) -> str | None:
    """The source nearest the quote in its sentence, else its paragraph, else the last one named.

    A pronoun means the last one named too. A quote behind "saying" belongs to the subject of a longer
    sentence, which is not looked for.
    """
    if _PARTICIPLE.search(text[max(0, start - 24) : start]):
        return None
    sources = sources_of_article(text)
    inside = sources_near(sources, start, end, sentence.start, sentence.end)
    source = nearest(inside, start, end, _MARKS)
    if source is None:
        paragraph = text.rfind("\n", max(0, start - FAR), start) + 1
        stop = text.find("\n", end, end + FAR)
        around = sources_near(sources, start, end, paragraph, stop if stop >= 0 else None)
        source = nearest(around, start, end, _MARKS)
    if source and source.who.lower() not in PRONOUNS:
        return source.who
    if source is None and start - sentence.start > 2:
        return None
    before = sources_near(sources, start - FAR // 2, start - FAR // 2, 0, start)
    named = [source for source in before if source.who.lower() not in PRONOUNS]
    return named[-1].who if named else None
