"""What an article's status means for the desk, and whether one article is a later version of another.

Every format says these in its own words; here they are the words of IPTC (`model.Status`).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from discrepancy.model import Article, Report

# A slug such as "Weather" comes back every day; versions of one story follow each other within days.
LONGEST_STORY = timedelta(days=3)
_WARNINGS = {
    "canceled": "has been withdrawn by its publisher (status: canceled); do not rely on what it says",
    "withheld": "is withheld by its publisher (status: withheld); it is not for publication",
    "embargoed": "is under embargo; it is not for publication yet",
}


def warning(article: Article, name: str) -> str | None:
    """One sentence on why an article may not be used, or None where it may; `name` stands for it."""
    if article.status == "embargoed" and article.embargo:
        return f"{name} is under embargo until {article.embargo}; it is not for publication before then"
    words = _WARNINGS.get(article.status or "")
    return f"{name} {words}" if words else None


def notices(report: Report, name_a: str, name_b: str) -> list[str]:
    """What must be read before the findings: withdrawn or embargoed articles, and that one is an update."""
    told = [warning(report.a, name_a), warning(report.b, name_b)]
    if report.update == "b":
        told.append(say_update(report.b, name_b, report.a, name_a))
    elif report.update == "a":
        told.append(say_update(report.a, name_a, report.b, name_b))
    return [notice for notice in told if notice]


def say_update(later: Article, name: str, earlier: Article, other: str) -> str:
    """One sentence on an article that is a later version of another; the names stand for them."""
    new, old = (f" (version {side.version})" if side.version else "" for side in (later, earlier))
    return f"{name}{new} is an update of {other}{old}: what differs is what changed between takes"


def is_update(later: Article, earlier: Article) -> bool:
    """The same story, told again: the same identifier or slug, with a higher version or a later time.

    A shared identifier settles that it is one story; a shared slug only where the sources do not
    differ and the two appeared within LONGEST_STORY of each other.
    """
    if not _is_same_story(later, earlier):
        return False
    versions = _read_version(later.version), _read_version(earlier.version)
    if None not in versions and versions[0] != versions[1]:
        return versions > versions[::-1]
    apart = _time_apart(later, earlier)
    return apart is not None and apart > timedelta(0)


def _is_same_story(one: Article, other: Article) -> bool:
    if one.guid and other.guid:
        return one.guid == other.guid
    if not one.slug or not other.slug or one.slug.casefold() != other.slug.casefold():
        return False
    if one.source and other.source and one.source.casefold() != other.source.casefold():
        return False
    apart = _time_apart(one, other)
    return apart is None or abs(apart) <= LONGEST_STORY


def _read_version(version: str | None) -> list[int] | None:
    """The numbers of a version in order, so that 10 comes after 9 and 1.2 after 1.1."""
    return [int(number) for number in re.findall(r"[0-9]{1,18}", version or "")] or None


def _time_apart(later: Article, earlier: Article) -> timedelta | None:
    """How much later the first appeared; by the day alone where one of them names no time or zone."""
    told = [side.updated or side.published for side in (later, earlier)]
    if not (told[0] and told[1]):
        return None
    times = [datetime.fromisoformat(each) for each in told if each]
    whole = any(len(each or "") == len("2025-07-10") or time.tzinfo is None
                for each, time in zip(told, times, strict=True))  # fmt: skip
    if whole:
        times = [datetime(time.year, time.month, time.day, tzinfo=UTC) for time in times]
    return times[0] - times[1]
