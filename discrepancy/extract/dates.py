"""Dates: days, weekdays, months, years and what stands for them, as intervals of calendar days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from discrepancy.extract import day_forms, day_slips, relative_dates, weeks, year_forms, year_slips
from discrepancy.extract.calendar import part_of
from discrepancy.extract.date_words import Scope
from discrepancy.model import Article, Bound, Mention, Sentence, When

_FORMS = (
    day_forms.FORMS
    + year_forms.FORMS
    + relative_dates.FORMS
    + weeks.FORMS
    + day_slips.FORMS
    + year_slips.FORMS
)
_BOUNDS: dict[str, Bound] = {
    "since": ">=",
    "as early as": ">=",
    "after": ">",
    "shortly after": ">",
    "before": "<",
    "prior to": "<",
    "shortly before": "<",
    "by": "<=",
    "until": "<=",
    "till": "<=",
    "through": "<=",
    "no later than": "<=",
    "around": "~",
    "circa": "~",
    "sometime in": "~",
}
_PARTS = {
    "early": "early",
    "start": "early",
    "beginning": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
}
_PARTS |= {"end": "late", "close": "late"}
_BEFORE = re.compile(
    rf"(?:\b(?P<bound>{'|'.join(sorted(_BOUNDS, key=len, reverse=True))})\s+)?(?:\bthe\s+)?"
    r"(?:\b(?P<part>early|late|mid|(?P<edge>start|beginning|middle|end|close)\s+of)[\s-]+)?"
    r"(?:\b(?:in|on)\s+)?(?:\bthe\s+)?$",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(
    r"(?:[’']s)?\s+(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night|lunchtime|midday)\b(?!\s+of)"
)


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Every date in the sentence, the longest reading of each place."""
    text, taken = sentence.text, 0
    for start, end, when in sorted(_read(text, article), key=lambda hit: (hit[0], -hit[1])):
        if start < taken:
            continue
        taken = end
        start, end, when = _widen(text, start, end, when)
        yield Mention("date", text[start:end], sentence.start + start, sentence.start + end, when, sentence)


def _read(text: str, article: Article) -> Iterator[tuple[int, int, When]]:
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span()
            when = read(match, Scope(text[max(0, start - 120) : start], text[end : end + 80], article.day))
            if when is not None:
                yield start, end, when


def _widen(text: str, start: int, end: int, when: When) -> tuple[int, int, When]:
    """Take in the words around a date that belong to it: "since", "early", "the end of", "night"."""
    possessive = text[end : end + 2] in ("'s", "’s")
    behind = _PART_OF_DAY.match(text, end) if _is_day(when) else None
    if behind:
        end = behind.end()
    floor = max(0, start - 40)
    before = _BEFORE.search(text[floor:start])
    if before and before["part"]:
        when, start = _narrow(when, before["edge"] or before["part"]), floor + before.start("part")
    if before and before["bound"] and not possessive:
        bound = _BOUNDS[" ".join(before["bound"].lower().split())]
        when, start = replace(when, bound=bound), floor + before.start("bound")
    return start, end, when


def _is_day(when: When) -> bool:
    return when.weekday is not None or when.day is not None or when.earliest == when.latest


def _narrow(when: When, part: str | None) -> When:
    if not part or _is_day(when) or when.earliest is None or when.latest is None:
        return when
    first, last = part_of((when.earliest, when.latest), _PARTS[part.lower()])
    return replace(when, earliest=first, latest=last)
