"""Quotes: words within quotation marks, with their speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.attribution import Source, find_sources
from discrepancy.model import Article, Mention, Sentence, Words

MIN_WORDS = 3  # shorter ones are scare quotes and titles: nothing to compare word by word
_MARK = re.compile(r"[“”\"]|``|''")
# British single quotes open behind a space and close in front of one; an apostrophe does neither.
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)(?P<words>[^“”\"\n‘]{8,600}?)(?<=[\w.,!?…])[’'](?![\w’'])")
_WORD = re.compile(r"[\w*]+(?:[’'-][\w*]+)*")
_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])


def normalise(text: str) -> str:
    """The words of a quote in lower case with straight apostrophes and no punctuation."""
    return " ".join(_WORD.findall(text.replace("’", "'").lower()))


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Every quotation in the sentence of three words or more; of a longer one, what this sentence holds."""
    for start, end in _spans(sentence, article.text):
        inner = article.text[start:end]
        lead = len(inner) - len(inner.lstrip(" ,"))
        start, end = start + lead, start + len(inner.rstrip(" ,"))
        words = normalise(article.text[start:end])
        if len(words.split()) < MIN_WORDS or _is_title(article.text[start:end]):
            continue
        yield Mention(
            "quote",
            article.text[start:end],
            start,
            end,
            Words(words),
            sentence,
            attribution=_speaker(sentence, article.text, start, end),
        )


def _spans(sentence: Sentence, text: str) -> Iterator[tuple[int, int]]:
    """The parts of the sentence inside quotation marks, as offsets into the article."""
    opened = sentence.start if _is_open(text, sentence.start) else None
    found = False
    for mark in _MARK.finditer(text, sentence.start, sentence.end):
        opens = mark[0] in ("“", "``") or (mark[0] == '"' and opened is None)
        if opens:
            opened = mark.end()
        elif opened is not None:
            yield opened, mark.start()
            opened, found = None, True
    if opened is not None:
        yield opened, sentence.end
    elif not found:
        for match in _SINGLE.finditer(text, sentence.start, sentence.end):
            yield match.span("words")


def _is_open(text: str, offset: int) -> bool:
    """Whether a quotation that began earlier in the paragraph is still running."""
    paragraph = text.rfind("\n", max(0, offset - 3000), offset) + 1
    state = False
    for mark in _MARK.finditer(text, paragraph, offset):
        state = mark[0] in ("“", "``") or (mark[0] == '"' and not state)
    return state


def _is_title(words: str) -> bool:
    """ "The Long Way Home" in quotation marks is a work, not what somebody said."""
    tokens = [token for token in _WORD.findall(words) if len(token) > 3]
    return words[-1:] not in ".!?," and len(tokens) > 1 and all(token[0].isupper() for token in tokens)


def _speaker(sentence: Sentence, text: str, start: int, end: int) -> str | None:
    """The source nearest the quote in its sentence, else its paragraph; a pronoun means the last named."""
    inside = _nearest(sentence.text, start - sentence.start, end - sentence.start)
    if inside and inside.who.lower() not in _PRONOUNS:
        return inside.who
    paragraph = text.rfind("\n", max(0, start - 2000), start) + 1
    if inside is None:
        stop = text.find("\n", end)
        stop = min(len(text) if stop < 0 else stop, end + 400)
        beside = _nearest(text[paragraph:stop], start - paragraph, end - paragraph)
        if beside and beside.who.lower() not in _PRONOUNS:
            return beside.who
        if beside is None:
            return None
    named = [
        source
        for source in find_sources(text[max(0, start - 800) : start])
        if source.who.lower() not in _PRONOUNS
    ]
    return named[-1].who if named else None


def _nearest(text: str, start: int, end: int) -> Source | None:
    sources = [source for source in find_sources(text) if source.end <= start + 2 or source.start >= end - 2]
    return min(sources, key=lambda source: max(start - source.end, source.start - end), default=None)
