"""Scores, votes and records: "3-2", "a 5-4 vote", "217 to 205", "51% to 49%", "45-1"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from discrepancy.extract.heights import is_height
from discrepancy.model import Article, Mention, Sentence, Value

UNIT = "score"
_TAIL = "vote|win|victory|loss|defeat|lead|record|decision|ruling|draw|tie|margin|majority|score"
_PAIR = re.compile(
    r"(?<![\w.,:/$£€#%+–—-])(?P<a>\d{1,3})(?:\s?[-–]\s?|-to-|\sto\s|-all\b)(?P<b>\d{1,3})"
    r"(?:[-–](?P<c>\d{1,3}))?(?![\w%]|[-–/:]\d|[.,]\d|-(?:[a-z]))"
    rf"(?:\s(?P<tail>{_TAIL})\b)?"
)
_PERCENT = re.compile(
    r"(?<![\w.,$£€-])(?P<a>\d{1,2}(?:\.\d)?)\s?(?:%|percent|per cent)(?:\s?[-–]\s?|\sto\s)"
    r"(?P<b>\d{1,2}(?:\.\d)?)\s?(?:%|percent\b|per cent\b)"
)
_VOTE = (
    r"vot(?:e|es|ed|ing)|ballot|ruling|ruled|decision|majority|acquitted|convicted|Senate|House|court"
    r"|justices|panel|council|committee|board|jury|lawmakers|parliament|referendum|approved|rejected|passed"
    r"|caucus"
)
_GAME = (
    r"w[io]n|wins|winning|beat|beats|beaten|beating|defeat\w{0,3}|victor(?:y|ies)|los[est]{1,2}|losses|lead"
    r"|leads|led|leading|trail\w{0,3}|score\w{0,1}|scoring|tied|tie|draw|drew|halftime|half-time|game|match"
    r"|set|sets|season|record|unbeaten|undefeated|inning|innings|quarter|goal|goals|rout\w{0,2}|final"
    r"|playoff\w{0,1}|overtime|down|ahead|edged?|downed|upset|improved|dropped|fell|series|home|road|upended"
    r"|crushed|topped|KOs?|knockouts?|overall|conference|drubbing|thumping|blowout|title|tournament|points?"
    r"|touchdowns?|quarterback|coach|bout|fight\w{0,3}|heavyweight|boxer|moved to|club|team"
)
_RECORD_WORDS = re.compile(
    r"\b(?:record|season|unbeaten|undefeated|improved|overall|conference|KOs?|knockouts?)\b"
)
_VOTE_WORDS = re.compile(rf"\b(?:{_VOTE})\b")
_RESULTS = re.compile(r",\s\d{1,3}\s(?:KOs?|knockouts?)\b|,\s\d{1,2}-\d{1,2}\b")
_POLL_WORDS = re.compile(
    rf"\b(?:{_VOTE}|polls?|voters|lead\w{{0,3}}|led|trail\w{{0,3}}|edging|ahead|margin|support\w{{0,3}})\b",
    re.IGNORECASE,
)
_CONTEXT = re.compile(rf"\b(?:{_VOTE}|{_GAME})\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s(?:people|years?|days?|weeks?|months?|hours?|minutes?|seconds?|percent|per cent|miles?|feet"
    r"|inch(?:es)?|km|kg|metres?|meters?|kilometers?|kilometres?|yards?|pounds?|tons?|tonnes|dollars?"
    r"|degrees|mph|million|billion|thousand|m|cm|mm|lb|lbs|ft|men|women|children|troops|soldiers|others|dead"
    r"|members|employees|students|homes|houses|times|cases|pages|a\.?m\b|p\.?m\b|jobs|seats|cars|patients"
    r"|litres|liters|gallons)\b"
)
_DESIGNATIONS = {(24, 7), (9, 11), (50, 50), (20, 20), (7, 11), (0, 0)}
_SPREAD = re.compile(
    r"\b(?:from|between|age[sd]?|every|about|around|some|in|[Pp]ages?|[Cc]hapters?|[Vv]erses?|rows?"
    r"|numbers?)\s$"
)

_COMEBACK = re.compile(r"\b(?:back|rall\w+|recover\w*|overc\w+|down)\s(?:from\s)$")
_DECIDED = re.compile(rf"\b(?:{_VOTE}|won|wins?|victory|prevailed|defeated|lost)\b")


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Every score, vote or record; two numbers with a dash count only where the words speak of one.

    A record with draws keeps wins and losses as its numbers.
    """
    text = sentence.text
    for match in _PAIR.finditer(text):
        if _is_score(match, text):
            yield _mention(match, sentence)
    for match in _PERCENT.finditer(text):
        if float(match["a"]) + float(match["b"]) <= 101 and _speaks_of(_POLL_WORDS, match, text):
            yield _mention(match, sentence)  # two shares of one vote; "43% to 44%" is a range


def _mention(match: re.Match[str], sentence: Sentence) -> Mention:
    a, b = float(match["a"]), float(match["b"])
    start, end = sentence.start + match.start(), sentence.start + match.end()
    noun = _noun(match, sentence.text)
    return Mention("score", match[0], start, end, Value(min(a, b), max(a, b), UNIT), sentence, noun)


def _speaks_of(words: re.Pattern[str], match: re.Match[str], text: str, reach: int = 200) -> bool:
    places = _places(words, text)
    first = bisect_left(places, match.start() - reach)
    return first < len(places) and places[first] < match.end() + reach


@lru_cache(maxsize=16)
def _places(words: re.Pattern[str], text: str) -> tuple[int, ...]:
    """Where such words begin; kept, as each pair of numbers in a sentence asks for them."""
    return tuple(found.start() for found in words.finditer(text))


def _is_score(match: re.Match[str], text: str) -> bool:
    pair = (int(match["a"]), int(match["b"]))
    if pair in _DESIGNATIONS or _COUNTED.match(text, match.end()) or is_height(text, match.start()):
        return False
    before = text[max(0, match.start() - 30) : match.start()]
    if _SPREAD.search(before) and not _COMEBACK.search(before):
        return False
    if " to " in match[0]:  # "10 to 20" is a range of counts nearly always
        return min(pair) > 0 and pair[0] >= pair[1] and _speaks_of(_DECIDED, match, text, reach=50)
    bracketed = before.endswith("(") and text[match.end() : match.end() + 1] in (")", ",", ";")
    return bracketed or _speaks_of(_CONTEXT, match, text)


def _noun(match: re.Match[str], text: str) -> str:
    """What the numbers are: a vote, a record in brackets or near its words, else a game."""
    tail = match.groupdict().get("tail")
    near = tail or text[max(0, match.start() - 50) : match.end() + 30]
    bracketed = text[match.start() - 1 : match.start()] == "("
    if (bracketed and _RESULTS.match(text, match.end())) or match.groupdict().get("c"):
        return "record"
    if _VOTE_WORDS.search(near) or match.re is _PERCENT:
        return "vote"
    if bracketed or _RECORD_WORDS.search(near):
        return "record"
    return "game"
