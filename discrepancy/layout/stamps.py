"""Lines and openings that say when a report was published, and the day they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap](?:\.?m\b\.?)?)?|\d{1,2}\s?[ap]\.?m\b\.?"
_DAY = r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}(?!\d)"

# Day, month and year in any order that newspapers use; the separators allow for stray spaces.
_DATE_FORMS = (
    rf"(?P<month_a>{_MONTH})\s?(?P<day_a>{_DAY})\s?[,\-]?\s?(?P<year_a>{_YEAR})",
    rf"(?P<day_b>{_DAY})[ \-](?:of )?(?P<month_b>{_MONTH})[ \-]?,?\s?(?P<year_b>{_YEAR})",
    rf"(?P<year_c>{_YEAR})\s?[\-./]\s?(?P<month_c>\d{{1,2}})\s?[\-./]\s?(?P<day_c>\d{{1,2}})(?!\d)",
    rf"(?<!\d)(?P<one>\d{{1,2}})\s?(?P<sep>[\-./])\s?(?P<two>\d{{1,2}})\s?(?P=sep)\s?"
    rf"(?P<year_d>{_YEAR}|\d{{2}}(?!\d))",
)
_DATE = re.compile("|".join(_DATE_FORMS), re.IGNORECASE)
_PLAIN_DATE = re.sub(r"\?P<\w+>", "?:", "|".join(_DATE_FORMS)).replace("(?P=sep)", r"[\-./]")

_LABELS = (
    r"(?:(?:date of )?publication|(?:first |originally |last )?(?:posted|published|updated|modified|created)"
    r"|last update|story created|updated?|date)"
)
_LABEL = rf"{_LABELS}(?:\s(?:on|at))?\s?:?\s?"

# What a line may hold and still be nothing but a stamp.
_STAMP_WORDS = """
    first originally last latest story article date of publication posted posting published publish updated
    update modified created edited filed issued released release for immediate correction corrected on at the
    and time local hrs hours noon midnight am pm a p m st nd rd th est edt et cst cdt ct mst mdt mt pst pdt pt
    akst akdt hst gmt utc bst cet cest eet eest ist kst jst sgt hkt pkt msk aest aedt nzst nzdt wib sast eat
    wat uk ksa z t
"""
_WORDS = frozenset(_STAMP_WORDS.split())
_NAMES_OF_DAYS = re.compile(rf"(?:{_MONTH}|{_WEEKDAY})\Z", re.IGNORECASE)
_ANCHOR = re.compile(
    rf"(?:{_MONTH})\s?\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTH})|(?:{_MONTH})\s(?:{_YEAR})"
    rf"|{_CLOCK}|{_PLAIN_DATE}",
    re.IGNORECASE,
)
LONGEST_STAMP = 120

# A full date, with or without a time, in front of a sentence that begins with a capital or a digit.
_OPENING = re.compile(
    rf"(?:{_LABEL})?(?:{_WEEKDAY},?\s)?(?:{_PLAIN_DATE})"
    rf"(?:\s?(?:at|,|-|\||–)?\s?(?:{_CLOCK}|(?<=at )\d{{4}}\b)(?:\s?(?:(?-i:[A-Z]{{2,4}})|hrs)\b(?=\s))?)?"
    r"(?:\s?\(updated [\d :.,]{4,24}\))?"
    r"(?:\s?Get short URL(?: \d{1,7}){0,4})?"
    r"(?-i:(?=\s[A-Z0-9“\"‘'(]|\sby [A-Z]|[A-Z][a-z]))",
    re.IGNORECASE,
)
_UPDATE_OPENING = re.compile(
    rf"UPDATED?\s?[:\-–—]\s?(?:[A-Z][\w.]{{1,12}} ?\d{{0,2}},? ?)?(?:{_CLOCK})"
    r"(?:\s[A-Z]{2,4})?\s?(?:--|[—–:])"
)

_AMERICAN_ZONE = re.compile(r"\b(?:[ECMP][SD]?T|AK[SD]T|HST)\b")


def is_stamp(line: str) -> bool:
    """A line that says when and nothing else, such as "Updated: 20:09 IST" or a bare date."""
    if len(line) > LONGEST_STAMP or not _ANCHOR.search(line):
        return False
    words = re.findall(r"[^\W\d_]+", line)
    return all(word.casefold() in _WORDS or _NAMES_OF_DAYS.match(word) for word in words)


def opening(paragraph: str) -> int:
    """Length of the stamp that runs into a paragraph's first sentence, or 0."""
    head = paragraph[: 2 * LONGEST_STAMP]
    found = _UPDATE_OPENING.match(head) or _OPENING.match(head)
    return found.end() if found else 0


def published(stamps: Iterable[str], text: str) -> date | None:
    """The day that the first stamp names; one of an update counts only where there is no other."""
    updates = []
    for stamp in stamps:
        for day, is_update in _days(stamp, text):
            if not is_update:
                return day
            updates.append(day)
    return updates[0] if updates else None


def _days(stamp: str, text: str) -> Iterator[tuple[date, bool]]:
    """Each date of a stamp that can be told with certainty, and whether it is that of an update."""
    label = 0
    for found in _DATE.finditer(stamp):
        is_update = bool(re.search(r"updated?|modified", stamp[label : found.start()], re.IGNORECASE))
        label = found.end()
        day = _settle(_readings(found, stamp), text)
        if day and _agrees_with_weekday(day, stamp):
            yield day, is_update


def _readings(found: re.Match[str], stamp: str) -> list[date]:
    """The days a written date can mean: two where day and month could be either number."""
    parts = found.groupdict()
    for form in "abc":
        if parts[f"year_{form}"]:
            month = parts[f"month_{form}"]
            number = int(month) if month.isdigit() else MONTHS.index(month[:3].casefold()) + 1
            return _existing([(parts[f"year_{form}"], number, parts[f"day_{form}"])])
    one, two, year = int(parts["one"]), int(parts["two"]), int(parts["year_d"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if parts["sep"] == ".":  # continental: the day stands first
        return _existing([(year, two, one)])
    if _AMERICAN_ZONE.search(stamp) and one <= 12:
        return _existing([(year, one, two)])
    return _existing([(year, one, two), (year, two, one)])


def _existing(candidates: list[tuple[int | str, int, int | str]]) -> list[date]:
    days = []
    for year, month, day in candidates:
        try:
            days.append(date(int(year), month, int(re.sub(r"\D", "", str(day)))))
        except ValueError:
            continue
    return list(dict.fromkeys(days))


def _settle(days: list[date], text: str) -> date | None:
    """The one reading left; of two, the one whose day and month the text spells out."""
    if len(days) < 2:
        return days[0] if days else None
    spelt = [day for day in days if _is_spelt_out(day, text)]
    return spelt[0] if len(spelt) == 1 else None


def _is_spelt_out(day: date, text: str) -> bool:
    month = rf"{MONTHS[day.month - 1]}[a-z]{{0,6}}\.?"
    pattern = rf"\b{month} {day.day}\b|\b{day.day}(?:st|nd|rd|th)? {month}"
    return bool(re.search(pattern, text, re.IGNORECASE))


def _agrees_with_weekday(day: date, stamp: str) -> bool:
    """A stamp whose weekdays are all other days is misread or misprinted."""
    named = {found[0][:3].casefold() for found in re.finditer(rf"\b{_WEEKDAY}", stamp, re.IGNORECASE)}
    return not named or WEEKDAYS[day.weekday()] in named
