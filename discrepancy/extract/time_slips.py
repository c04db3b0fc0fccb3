"""Times that no clock shows, a finger's slip away from one that does: "60am", "4:75 p.m.", "27:30 GMT"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.clock import BOUND, CUE, HALF, NOT_BEHIND, ZONE

_MINUTE = r"[.:](?P<minute>\d\d)"
_DAY_AFTER = r"\s(?:on|local|this|today|yesterday|tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
# "between 67:28 and 08:06": the other end of the range is a time.
_RANGE_AFTER = (
    r"(?:(?<=\b[Bb]etween\s\d\d:\d\d)|(?<=\b[Ff]rom\s\d\d:\d\d))"
    r"(?=\s(?:and|to|until)\s[0-2]\d:[0-5]\d(?![\d:]))"
)
_FORMS = tuple(
    re.compile(rf"{BOUND}{CUE}?{NOT_BEHIND}\b{form}")
    for form in (
        rf"(?P<hour>\d\d?)(?:{_MINUTE})?(?:\s(?![AP]M))?(?P<half>{HALF})(?P<zone>{ZONE})?",
        rf"(?P<half>)(?P<hour>\d\d):(?P<minute>\d\d)(?:\s?(?P<hours>hours|hrs)\b(?P<zone2>{ZONE})?"
        rf"|(?P<zone>{ZONE}))",
        rf"(?P<half>)(?P<zone>)(?P<hour>\d\d):(?P<minute>\d\d)(?={_DAY_AFTER})",
        rf"(?P<half>)(?P<zone>)(?P<hour>\d\d):(?P<minute>\d\d){_RANGE_AFTER}",
        r"(?P<half>)(?P<zone>)(?P<hour>\d\d)(?P<minute>\d\d)(?=\s\(\d\d:?\d\d\s(?:GMT|UTC)\))",
        rf"(?P<half>)(?P<hour>\d\d)(?P<minute>\d\d)(?!\s?[Ll]ocal\s(?!time))(?P<zone>{ZONE})",
    )
)


def find_slips(text: str) -> Iterator[re.Match[str]]:
    """Every time whose hour or minute is out of range; "17:06 pm" is none, and means what it says."""
    for form in _FORMS:
        for match in form.finditer(text):
            if _is_clock(match) and _is_out_of_range(
                int(match["hour"]), int(match["minute"] or 0), match["half"]
            ):
                yield match


def _is_clock(match: re.Match[str]) -> bool:
    """Whether it is no length and no name: "60am", "at 47:06 hours", but not "94 am radios"."""
    if match.groupdict().get("hours") and not match["zone2"]:
        return bool(match["bound"] or match["cue"])
    cued = match["minute"] or match["bound"] or match["cue"] or "." in match["half"]
    return bool(cued) or match.string[match.start("half") - 1].isdigit()


def _is_out_of_range(hour: int, minute: int, half: str) -> bool:
    latest = 12 if half.lower().startswith("a") else 24
    return minute > 59 or hour > latest or (hour == latest == 24 and minute > 0)
