"""Times of day: minutes after midnight, with or without a zone."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

from discrepancy.compare.circumstances import Days
from discrepancy.compare.wording import clip, concord, versus
from discrepancy.model import Mention, Severity, Value, Verdict

DAY = 1440  # minutes
ROUNDED = 5  # 3:33 is reported as 3:30
APPROXIMATE = 10  # "about 9" against 8:52
CLOSE = 5  # two exact times so near are two clocks, further apart they exclude each other
HONEST = 30  # "shortly after 2" against "about 2:30"
SOON = 15  # what "shortly after" covers
NEIGHBOURS = 180  # of two American zones; without a zone a paper's own is meant
OPEN = 60  # "before 9" against 8:10

_SHORTLY = re.compile(r"\b(?:shortly|just|soon|moments|minutes|right)\b", re.I)
_HEDGED = re.compile(
    r"\b(?:about|around|approximately|roughly|some|nearly|almost|shortly|just|soon|circa)\b", re.I
)
_BOUNDS = {"=": "", "~": "about ", ">": "after ", ">=": "from ", "<": "before ", "<=": "by "}
_FLOORS, _CEILINGS = (">", ">="), ("<", "<=")


@cache
def zones() -> dict[str, list[int]]:
    """Offsets from UTC in minutes by abbreviation; several where the season or the country decides."""
    loaded: dict[str, list[int]] = json.loads(
        files("discrepancy").joinpath("data", "zones.json").read_text(encoding="utf-8")
    )
    return loaded


def compare_times(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Compare on one clock; None where only one side names its zone and whole hours separate them."""
    if not isinstance(a.value, Value) or not isinstance(b.value, Value):
        return None
    if not (a.value.is_possible and b.value.is_possible):
        return _compare_impossible(a, b, a.value, b.value)
    here, there = _say(a, a.value), _say(b, b.value)
    zone_a, zone_b = _offsets(a), _offsets(b)
    shifts = {q - p for p in zone_a for q in zone_b} if zone_a and zone_b and zone_a != zone_b else {0}
    # the same moment in zone b reads (q - p) minutes later than in zone a
    gap = min((_gap(a.value, b.value, shift) for shift in sorted(shifts)), key=abs)
    if bool(zone_a) != bool(zone_b) and _may_be_zone(gap, a, b):
        if 0 in (zone_a or zone_b) or abs(gap) > NEIGHBOURS:
            return None
        return Verdict("soft", versus(here, there, "only one names its time zone"))
    severity, note = _rank(abs(gap), gap, a, b)
    if severity == "agree":
        return Verdict("agree", concord(here, there))
    return Verdict(severity, versus(here, there, note))


def _compare_impossible(a: Mention, b: Mention, x: Value, y: Value) -> Verdict:
    """A time that no clock shows contradicts every time but the very same slip."""
    here, there = (
        clip(side.surface) if not value.is_possible else _say(side, value) for side, value in ((a, x), (b, y))
    )
    if here.casefold() == there.casefold() and not (x.is_possible or y.is_possible):
        return Verdict("agree", concord(here, there))
    slips = sorted(said for said, value in ((here, x), (there, y)) if not value.is_possible)
    note = " and ".join(slips) + (" is no time" if len(slips) == 1 else " are no times") + " of day"
    return Verdict("hard", versus(here, there, note))


def _rank(apart: float, gap: float, a: Mention, b: Mention) -> tuple[Severity, str]:
    if apart == 0:
        return "agree", ""
    hedged = [_is_hedged(mention) for mention in (a, b)]
    if _fits_bound(gap, a, b):
        return ("agree", "") if apart <= OPEN else ("soft", "one gives only a bound")
    if apart <= (APPROXIMATE if any(hedged) else ROUNDED) and (any(hedged) or _is_rounding(a, b)):
        return "agree", ""
    minutes = f"{apart:g} {'minute' if apart == 1 else 'minutes'} apart"
    if (all(hedged) and apart < HONEST) or (any(hedged) and apart <= HONEST and _has_bound(a, b)):
        return "soft", f"{minutes}, " + ("both approximate" if all(hedged) else "one approximate")
    if any(hedged) and apart < HONEST:
        return "soft", f"{minutes}, one approximate"
    if apart <= CLOSE:
        return "soft", minutes
    return "hard", "twelve hours apart, possibly a.m. for p.m." if apart == DAY / 2 else ""


def _gap(a: Value, b: Value, shift: int) -> float:
    """Minutes from a to b on one clock, 0 where their intervals meet, in the nearer direction."""
    centre = ((b.low + b.high) - (a.low + a.high)) / 2 - shift
    nearest = (centre + DAY / 2) % DAY - DAY / 2
    room = (abs(a.high - a.low) + abs(b.high - b.low)) / 2
    return 0.0 if abs(nearest) <= room else nearest - room if nearest > 0 else nearest + room


def _may_be_zone(gap: float, a: Mention, b: Mention) -> bool:
    """Zones lie whole and half hours apart; an interval and "just after 4" leave the minute open."""
    if _is_interval(a) or _is_interval(b):
        return abs(gap) >= 30
    if _is_hedged(a) or _is_hedged(b):
        return abs(gap) >= HONEST + SOON
    return gap % 30 == 0 and abs(gap) >= 60


def _is_interval(mention: Mention) -> bool:
    return isinstance(mention.value, Value) and mention.value.low != mention.value.high


def _fits_bound(gap: float, a: Mention, b: Mention) -> bool:
    """ "before 9" and 8:40, "after 4" and 4:45; "shortly" leaves a quarter of an hour."""
    return _allows(a, gap) or _allows(b, -gap)


def _allows(mention: Mention, to_other: float) -> bool:
    bound = mention.value.bound
    if not ((bound in _FLOORS and to_other > 0) or (bound in _CEILINGS and to_other < 0)):
        return False
    return abs(to_other) <= SOON or not _SHORTLY.search(_words(mention))


def _has_bound(a: Mention, b: Mention) -> bool:
    return any(mention.value.bound in _FLOORS + _CEILINGS for mention in (a, b))


def _is_hedged(mention: Mention) -> bool:
    return mention.value.bound != "=" or bool(_HEDGED.search(mention.surface))


def _is_rounding(a: Mention, b: Mention) -> bool:
    """One on the hour, half or quarter, the other to the minute."""
    minutes = [mention.value.low for mention in (a, b) if isinstance(mention.value, Value)]
    return any(minute % 15 == 0 for minute in minutes) and any(minute % 5 for minute in minutes)


def _words(mention: Mention) -> str:
    """The surface with the two or three words before it: extraction may leave "shortly after" out."""
    before = max(0, mention.start - mention.sentence.start)
    return mention.sentence.text[max(0, before - 16) : before] + mention.surface


def _offsets(mention: Mention) -> list[int]:
    words = re.findall(r"[A-Za-z]{1,12}", mention.frame or "")
    return next((zones()[word.upper()] for word in words if word.upper() in zones()), [])


def _say(mention: Mention, value: Value) -> str:
    if value.low != value.high:
        return " ".join(mention.surface.split())
    bound = _BOUNDS[value.bound]
    if value.bound in ("<", ">") and _SHORTLY.search(_words(mention)):
        bound = f"shortly {bound}"
    return bound + _clock(int(value.low) % DAY) + (f" {mention.frame}" if _offsets(mention) else "")


def _clock(minute: int) -> str:
    """A time of day as news writes it: "4:30 p.m.", "noon"."""
    if minute in (0, DAY // 2):
        return "noon" if minute else "midnight"
    hour, rest = divmod(minute, 60)
    minutes = f":{rest:02d}" if rest else ""
    return f"{(hour - 1) % 12 + 1}{minutes} {'a.m.' if hour < 12 else 'p.m.'}"
