"""Times of day: "4.30am", "just after 7 a.m.", "0300 GMT", "noon", in minutes after midnight."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from discrepancy.extract import time_slips
from discrepancy.extract.clock import BOUND, BOUNDS, CUE, HALF, NOT_BEHIND, ZONE
from discrepancy.extract.mention import mention
from discrepancy.model import Article, Bound, Mention, Sentence, Value

UNIT = "minute of day"
_HOUR = r"(?:[01]?\d|2[0-4])"
_TO = r"(?(between)\s?and\s?|\s?(?:-|–|to|until)\s?)"
_RANGE = r"(?:(?P<between>\b[Bb]etween\s)|\b[Ff]rom\s)?"
_TWELVE = re.compile(
    rf"{BOUND}{_RANGE}{NOT_BEHIND}\b"
    rf"(?:(?P<h0>1[0-2]|0?\d)(?:[.:](?P<m0>[0-5]\d))?\s?(?P<half0>{HALF})?{_TO})?"
    rf"(?P<hour>1[0-2]|0?\d)(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>{HALF})(?P<zone>{ZONE})?"
)
# "17:06 p.m." says the half of the day twice.
_TWICE = re.compile(
    rf"{BOUND}{NOT_BEHIND}\b(?P<hour>1[3-9]|2[0-3])[.:](?P<minute>[0-5]\d)\s?(?P<half>(?=[pP]){HALF})(?P<zone>{ZONE})?"
)
_DAYTIME = re.compile(
    rf"{BOUND}{NOT_BEHIND}\b(?P<hour>1[0-2]|0?\d)(?:[.:](?P<minute>[0-5]\d))?"
    r"(?: o[’']clock)?\s(?P<part>in the (?:morning|afternoon|evening)|at night|last night|this morning"
    r"|this evening|tonight)\b"
)
_OCLOCK_WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_OCLOCK = re.compile(
    rf"{BOUND}{NOT_BEHIND}\b(?P<hour>1[0-2]|0?\d|(?i:{'|'.join(_OCLOCK_WORDS)}))\so[’']clock"
    r"(?P<part>\s(?:in the (?:morning|afternoon|evening)|at night))?"
)
_PAST = re.compile(
    rf"{BOUND}(?<![\w-])(?:(?:an?\s)?(?P<quarter>[Qq]uarter)|(?P<half>[Hh]alf)|(?P<few>[Ff]ive|[Tt]en|[Tt]wenty))"
    rf"(?:\sminutes)?\s(?P<way>past|to)\s(?P<hour>{'|'.join(_OCLOCK_WORDS)})\b(?!\s(?:\w+s|percent|million)\b)"
    r"(?P<part>\s(?:in the (?:morning|afternoon|evening)|at night))?"
)
_TWENTY_FOUR = re.compile(
    rf"{BOUND}(?:(?P<between>\b[Bb]etween\s)"
    rf"|{CUE}|(?P<service>\b[Tt]he\s(?=\d\d:\d\d\s(?:[a-z]+\s)?(?:from|to|for|train|bus|ferry|flight|service)\b)))?"
    rf"{NOT_BEHIND}\b(?:(?P<h0>{_HOUR}):(?P<m0>[0-5]\d){_TO})?"
    rf"(?P<hour>{_HOUR}):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?P<hours>\s?(?:hours|hrs"
    rf"|h)\b)?(?P<zone>{ZONE})?"
)
_MILITARY = re.compile(
    rf"{BOUND}{NOT_BEHIND}\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
    rf"(?:(?P<hours>\s?(?:hours|hrs|h)\b)(?P<zone>{ZONE})?|(?!\s?[Ll]ocal\s(?!time))(?P<zone2>{ZONE})|(?=\s\(\d\d:?\d\d\s(?:GMT"
    rf"|UTC)\)))"
)
_NAMED = re.compile(rf"{BOUND}(?<![-\w])(?P<word>[Nn]oon|[Mm]idnight|[Mm]idday)\b(?![-’'])(?P<zone>{ZONE})?")
_COUNTDOWN = re.compile(
    r"(?<![\d.:,/$£€-])\b(?P<minutes>\d?\d):(?P<seconds>[0-5]\d)(?:\sminutes)?"
    r"\s(?P<frame>left|remaining|to (?:go|play))\b"
)
_ELAPSED = re.compile(
    r"(?<![\d.:,/$£€-])\b(?P<minutes>\d?\d):(?P<seconds>[0-5]\d)"
    r"\s(?P<frame>mark\b|into\sthe\s(?=(?:[a-z\d]{3,10}\s)?(?:rounds?|period|quarter|half|game|match|bout|fight"
    r"|contest|overtime|race|first|second|third|fourth)\b)|of\sthe\s(?=[a-z\d]{3,10}\s(?:round|period|quarter|half)\b))"
)
_GAME_CLOCK = re.compile(
    r"\s(?:left|remaining|to (?:go|play)|mark|into|minutes|of (?:the|round|overtime)"
    r"|in the (?:\w+ (?:quarter|period|half|round|inning|set)|game|match|race|first|second|third|fourth)"
    r"|per mile|pace|video|long)\b"
)


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Every time of day in the sentence, its zone as frame; a clock that counts down gives a duration."""
    yield from _remaining(sentence)
    hits = [
        *_twelve(sentence.text),
        *_daytime(sentence.text),
        *_twenty_four(sentence.text),
        *_named(sentence.text),
        *((slip, math.inf, math.inf) for slip in time_slips.find_slips(sentence.text)),
    ]
    taken = 0
    for match, low, high in sorted(hits, key=lambda hit: (_span(hit[0])[0], -hit[0].end())):
        start, end = _span(match)
        if start < taken:
            continue
        taken = end
        bound: Bound = BOUNDS[" ".join(match["bound"].lower().split())] if match["bound"] else "="
        value = Value(low, high, UNIT, bound)
        at = sentence.start
        yield Mention(
            "time", sentence.text[start:end], at + start, at + end, value, sentence, None, _zone(match)
        )


def _remaining(sentence: Sentence) -> Iterator[Mention]:
    """ "7:41 left", "the 12:34 mark", "2:15 into the round": minutes and seconds on the clock of a match."""
    for form in (_COUNTDOWN, _ELAPSED):
        for match in form.finditer(sentence.text):
            seconds = 60 * int(match["minutes"]) + int(match["seconds"])
            value, frame = Value(seconds, seconds, "second"), match["frame"].removesuffix(" the ")
            end = match.end("seconds" if frame in ("into", "of") else 0)
            yield mention("duration", sentence, match.start(), end, value, frame=frame)


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The words of a time without the "at" or "from" in front of it."""
    start = match.start()
    if match.groupdict().get("service"):
        start = match.end("service")
    elif match.groupdict().get("cue"):
        start = match.start("bound") if match["bound"] else match.end("cue") + 1
    return start, match.end()


def _zone(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    zone = groups.get("zone") or groups.get("zone2")
    return zone.strip(" ()") if zone else None


Hit = tuple["re.Match[str]", float, float]


def _twelve(text: str) -> Iterator[Hit]:
    for match in _TWELVE.finditer(text):
        high = _minutes(match["hour"], match["minute"], match["half"])
        low = _minutes(match["h0"], match["m0"], match["half0"] or match["half"]) if match["h0"] else high
        yield match, low, high if low <= high else high + 1440  # past midnight
    for match in _TWICE.finditer(text):
        at = 60 * int(match["hour"]) + int(match["minute"])
        yield match, at, at


def _minutes(hour: str, minute: str | None, half: str) -> int:
    """Minutes after midnight of a twelve-hour time; 12 a.m. is midnight and 12 p.m. noon."""
    afternoon = half.lower().startswith("p")
    return (int(hour) % 12 + 12 * afternoon) * 60 + int(minute or 0)


_AFTERNOON = ("afternoon", "evening", "night", "tonight")


def _daytime(text: str) -> Iterator[Hit]:
    for match in _DAYTIME.finditer(text):
        half = "p" if match["part"].endswith(_AFTERNOON) else "a"
        if match["minute"] or match["part"].startswith(("in the", "at night")):
            at = _minutes(match["hour"], match["minute"], half)
            yield match, at, at
    for match in _OCLOCK.finditer(text):
        word = match["hour"].lower()
        hour = _OCLOCK_WORDS.index(word) + 1 if word in _OCLOCK_WORDS else int(word)
        part = match["part"]
        first = _minutes(str(hour), None, "p" if part and part.endswith(_AFTERNOON) else "a")
        # Without a part of the day either half may be meant.
        yield match, first, first if part else first + 720
    for match in _PAST.finditer(text):
        if match["way"] == "past" or match["quarter"]:
            yield _past(match)


def _past(match: re.Match[str]) -> Hit:
    """ "A quarter past nine", "half past two in the afternoon"."""
    few = {"five": 5, "ten": 10, "twenty": 20}
    minutes = 15 if match["quarter"] else 30 if match["half"] else few[match["few"].lower()]
    part, hour = match["part"], _OCLOCK_WORDS.index(match["hour"].lower()) + 1
    first = _minutes(str(hour), None, "p" if part and part.endswith(_AFTERNOON) else "a")
    first = (first + (minutes if match["way"] == "past" else -minutes)) % 1440
    return match, first, first if part else first + 720


def _twenty_four(text: str) -> Iterator[Hit]:
    for match in _TWENTY_FOUR.finditer(text):
        if match["hour"] == "24" or not any(
            match[cue] for cue in ("bound", "cue", "between", "hours", "zone", "service")
        ):
            continue
        if not (match["hours"] or match["zone"]) and _GAME_CLOCK.match(text, match.end()):
            continue
        high = int(match["hour"]) * 60 + int(match["minute"])
        yield match, int(match["h0"]) * 60 + int(match["m0"]) if match["h0"] else high, high
    for match in _MILITARY.finditer(text):
        at = int(match["hour"]) * 60 + int(match["minute"])
        yield match, at, at


def _is_upper(bound: str | None) -> bool:
    return bound is not None and BOUNDS[" ".join(bound.lower().split())] in ("<", "<=")


def _named(text: str) -> Iterator[Hit]:
    for match in _NAMED.finditer(text):
        at = 720 if match["word"].lower() != "midnight" else 1440 if _is_upper(match["bound"]) else 0
        yield match, at, at
