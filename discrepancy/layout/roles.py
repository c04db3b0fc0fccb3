"""What a whole line is, judged by its own words and by whether the report has begun."""

from __future__ import annotations

import re

from discrepancy.layout import credits, datelines, stamps
from discrepancy.model import Role

LONGEST_HEADLINE = 22  # words; standfirsts without a full stop included
LONGEST_SUBHEADING = 12
_TERMINATED = re.compile(r"[.!?…:;,][\"”’'»)\]\s]*\Z")
_ASKS = re.compile(r"[!?][\"”’')\s]*\Z")
_LIST_ENTRY = re.compile(r"[-*•·–—]|\d{1,2}[.)] ")
# Words that headlines in title case leave small.
_SMALL_WORDS = """
    a an the and or but nor as at by for from in into of off on onto out over per than to up via vs with
    within is be it its after amid before under about between during through
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def role_of(line: str, *, opening: bool) -> Role:
    """The role of a line; `opening` says that no body paragraph stands before it."""
    if credits.is_copyright(line):
        return "copyright"
    if stamps.is_stamp(line):
        return "stamp"
    if datelines.is_dateline(line):
        return "dateline"
    if credits.is_byline(line):
        return "byline"
    if credits.is_caption(line):
        return "caption"
    if is_headline(line) if opening else is_subheading(line):
        return "headline"
    return "body"


def is_headline(line: str) -> bool:
    """A line at the head of a report that is no full sentence."""
    words = len(line.split())
    if words > LONGEST_HEADLINE or _LIST_ENTRY.match(line) or not any(map(str.isalpha, line)):
        return False
    return not _TERMINATED.search(line) or (bool(_ASKS.search(line)) and _is_title_case(line))


def is_subheading(line: str) -> bool:
    """A line inside a report that stands over what follows: short, no full stop, in title case."""
    words = line.split()
    if len(words) > LONGEST_SUBHEADING or _LIST_ENTRY.match(line) or _TERMINATED.search(line):
        return False
    if not re.match(r"[\W_]{0,2}[A-Z0-9]", line) or not any(map(str.isalpha, line)):
        return False
    return _is_title_case(line) or (len(words) <= 5 and not re.search(r"\d", line) and line[-1].isalpha())


def _is_title_case(line: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'\-]*", line)
    telling = [word for word in words if word.casefold() not in _SMALL]
    return bool(telling) and all(word[0].isupper() for word in telling)
