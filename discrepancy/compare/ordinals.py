"""Ordinals: "first" against "second" in the same frame."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from discrepancy.compare.circumstances import Days
from discrepancy.compare.dates import WEEKDAYS
from discrepancy.compare.frames import relate_frames
from discrepancy.compare.wording import clip, concord, ordinal, versus
from discrepancy.model import Mention, Value, Verdict

SAME_FRAME = 70  # token ratio of "since February" and "since last February"
# "the No. 3 seed" is a standing, and so is "third-ranked"; "the third quarter" is none.
_NUMBERED = re.compile(r"(?:no\.|number\s|top\b)|\w{1,8}[ -]seed$", re.I)
_STANDING = re.compile(
    r"seed|rank|\b(?:spots?|positions?|posts?|jobs?|slots?|picks?|places?)\b|-placed|in-command|-(?:most|least|\w{2,8}est)\b",
    re.I,
)
WEEKDAY_NOUNS = frozenset(day.lower() for day in WEEKDAYS)
_DAY_COUNT = re.compile(r"\b(?:day|night)\b", re.I)


def compare_ordinals(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Hard where the ranks differ, or what they are counted from; soft where each has a frame of its own.

    None between a standing ("the No. 3 seed") and a place in a row ("the third quarter").
    """
    if not isinstance(a.value, Value) or not isinstance(b.value, Value) or not _are_alike(a, b):
        return None
    here, there = _say(a, a.value), _say(b, b.value)
    if a.value.low <= b.value.high and b.value.low <= a.value.high:
        severity = relate_frames(a.frame, b.frame) if a.frame and b.frame else "agree"
        if a.noun != b.noun and a.noun in WEEKDAY_NOUNS and b.noun in WEEKDAY_NOUNS:
            severity = "hard"  # "the second Tuesday of every month"
        return Verdict(severity, (concord if severity == "agree" else versus)(here, there))
    if _counts_days(a, b) and _passed(days) == b.value.low - a.value.low:
        return Verdict("agree", f"{here} and {there} fit the days of the two reports")
    if a.frame and b.frame and fuzz.token_set_ratio(a.frame.casefold(), b.frame.casefold()) < SAME_FRAME:
        return Verdict("soft", versus(here, there, "each is counted in another frame"))
    return Verdict("hard", versus(here, there))


def _are_alike(a: Mention, b: Mention) -> bool:
    numbered = [_NUMBERED.match(mention.surface) is not None for mention in (a, b)]
    if numbered[0] == numbered[1] or a.noun == b.noun:
        return True
    other = b if numbered[0] else a
    return other.noun is None or bool(_STANDING.search(other.surface))


def _counts_days(a: Mention, b: Mention) -> bool:
    """ "the 12th day" on Wednesday is "the 14th day" on Friday."""
    return all(_DAY_COUNT.search(mention.noun or mention.surface) for mention in (a, b))


def _passed(days: Days) -> float | None:
    first, second = days
    return float((second - first).days) if first and second else None


def _say(mention: Mention, value: Value) -> str:
    if _NUMBERED.match(mention.surface):
        return clip(mention.surface)
    words = [ordinal(value.low)] if value.low == value.high else [ordinal(value.low), ordinal(value.high)]
    return " ".join(filter(None, [" to ".join(words), mention.noun, clip(mention.frame or "")]))
