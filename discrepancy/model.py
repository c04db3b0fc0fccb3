"""The types that flow through the pipeline; this module imports the standard library alone.

    Article -> Sentence -> Mention -> Fact -> Match -> Finding -> Report

Every `start` and `end` counts Unicode code points in `Article.text`, end exclusive.
"""

from __future__ import annotations

import math
from calendar import monthrange
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal[
    "count",
    "money",
    "percent",
    "measure",
    "duration",
    "age",
    "date",
    "time",
    "ordinal",
    "score",
    "rate",
    "quote",
    "name",
    "title",
    "place",
    "polarity",
]
Role = Literal["body", "headline", "byline", "dateline", "caption", "stamp", "copyright"]
# The roles of sentences that report something.
READ_ROLES: frozenset[Role] = frozenset({"body", "headline", "caption"})
Bound = Literal["=", "~", ">", ">=", "<", "<="]
Severity = Literal["hard", "soft", "agree"]
Status = Literal["usable", "embargoed", "withheld", "canceled"]  # the terms of IPTC; canceled is killed, too

NUMERIC_KINDS: tuple[Kind, ...] = (
    "count",
    "money",
    "percent",
    "measure",
    "duration",
    "age",
    "date",
    "time",
    "ordinal",
    "score",
    "rate",
)
# Told in a few words, where the others are values or whole remarks: aligned by those words alone.
WORDED_KINDS: tuple[Kind, ...] = ("name", "title", "place", "polarity")


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read; offsets everywhere in the package refer to `text`.

    Raises ValueError where `published` or `updated` is neither None, a date, nor ISO 8601 text.
    """

    text: str
    id: str
    title: str | None = None
    source: str | None = None  # outlet or agency
    published: str | None = None  # ISO 8601 date or date and time; a date object is taken too
    url: str | None = None
    byline: str | None = None  # who wrote it, without the word "By"
    updated: str | None = None  # when this version was made, as `published`
    language: str | None = None  # BCP 47 tag as the format states it, else ISO 639 code as recognised
    slug: str | None = None  # the name that desks know the story by
    guid: str | None = None  # the publisher's own identifier, the same for every version
    version: str | None = None  # of the story, as the format counts it
    status: Status | None = None  # None where the format does not say
    embargo: str | None = None  # ISO 8601 time before which it must not be published

    def __post_init__(self) -> None:
        for field in ("published", "updated"):
            value = getattr(self, field)
            try:
                if isinstance(value, date):  # a datetime is a date too
                    object.__setattr__(self, field, value.isoformat())
                elif value is not None:
                    datetime.fromisoformat(value)
            except (TypeError, ValueError) as error:
                raise ValueError(
                    f"article {self.id!r}: {field} is {value!r}; "
                    "give an ISO 8601 date such as 2025-07-10, or None"
                ) from error

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known; a numbered version was written when it was updated."""
        told = (self.updated if self.version else None) or self.published
        return datetime.fromisoformat(told).date() if told else None

    def to_dict(self) -> dict[str, Any]:
        """Everything but the text, as the JSON contract has it."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "text"}

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that stands for itself such as a headline."""

    start: int
    end: int
    text: str  # Article.text[start:end]
    paragraph: int  # counted from 0
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Value:
    """A number as stated: an interval with a bound, never a bare float.

    Times of day are minutes after midnight with the unit "minute of day"; a score holds its smaller
    number in `low` and its larger in `high` with the unit "score"; an ordinal holds its rank.
    A time that no clock shows ("60am") holds infinity in both.
    """

    low: float
    high: float  # equal to low for one number; 99 for "dozens"
    unit: str | None = None  # singular English name ("minute", "dollar"); None for a bare count
    bound: Bound = "="

    @property
    def is_possible(self) -> bool:
        """Whether a value of this kind can exist; False for a slip such as "60am" or "4:75 p.m."."""
        return not self.low == self.high == math.inf

    def to_dict(self) -> dict[str, Any]:
        """The value in the JSON contract."""
        return {"low": _plain(self.low), "high": _plain(self.high), "unit": self.unit, "bound": self.bound}


@dataclass(frozen=True, slots=True)
class When:
    """A calendar date as stated, and the days it can mean once the day of publication is known.

    A slip such as "June 85" keeps the month and day as they were written, and there is no day it can mean.
    """

    year: int | None = None
    month: int | None = None  # 1..12, more where that is a slip
    day: int | None = None  # 1..31, more where that is a slip
    weekday: int | None = None  # 0 is Monday
    earliest: date | None = None  # first day it can mean; None where that cannot be told
    latest: date | None = None  # last day it can mean
    bound: Bound = "="  # "since 2002" is ">=", "before May" is "<", "around 2010" is "~"
    unit = "date"

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day; False for "June 85" and "April 31"."""
        if self.month is None:
            return True
        if not 1 <= self.month <= 12:
            return False
        # 29 February without its year can be.
        return self.day is None or self.day <= monthrange(self.year or 2000, self.month)[1]

    def to_dict(self) -> dict[str, Any]:
        """The value in the JSON contract: ISO 8601 days, None where unresolved."""
        return {
            "low": self.earliest.isoformat() if self.earliest else None,
            "high": self.latest.isoformat() if self.latest else None,
            "unit": self.unit,
            "bound": self.bound,
        }


@dataclass(frozen=True, slots=True)
class Words:
    """What a textual mention says: the words of a quote, the spelling of a name."""

    text: str
    unit = "text"
    bound: Bound = "="

    def to_dict(self) -> dict[str, Any]:
        """The value in the JSON contract: the words in place of both bounds."""
        return {"low": self.text, "high": self.text, "unit": self.unit, "bound": self.bound}


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in an article where a value is stated: `Article.text[start:end] == surface`."""

    kind: Kind
    surface: str
    start: int
    end: int
    value: Value | When | Words
    sentence: Sentence
    # Head noun of what is counted or measured, singular; the anchor of a place; the verb of a polarity.
    noun: str | None = None
    # What an ordinal is counted in ("since February"); the zone of a time; the person who holds a title; the
    # family of a place ("bearing", "address"), as those of one family are comparable; "not" of a polarity.
    frame: str | None = None
    attribution: str | None = None  # who says so ("the mayor"); the speaker of a quote
    also: tuple[Value, ...] = ()  # the same fact in other units, as the article itself states it
    part: bool = False  # a part of a total stated beside it ("including two children")

    def to_dict(self, article: Article) -> dict[str, Any]:
        """One side of a finding in the JSON contract."""
        line, column = article.locate(self.start)
        return {
            "article": article.id,
            "start": self.start,
            "end": self.end,
            "line": line,
            "column": column,
            "surface": self.surface,
            "value": self.value.to_dict(),
            "noun": self.noun,
            "frame": self.frame,
            "attribution": self.attribution,
            "sentence": {
                "start": self.sentence.start,
                "end": self.sentence.end,
                "text": self.sentence.text,
            },
        }


@dataclass(frozen=True, slots=True)
class Fact:
    """The mentions of one article that answer one question, in order; their values may differ."""

    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Two facts taken for answers to the same question."""

    a: Fact
    b: Fact
    best_a: Mention  # the two mentions that fit each other best: the evidence
    best_b: Mention
    probability: float  # that it is the same question

    def mirror(self) -> Match:
        """The same match with its sides exchanged."""
        return Match(self.b, self.a, self.best_b, self.best_a, self.probability)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two values compare, with one plain sentence why."""

    severity: Severity
    explanation: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact both articles state: a conflict (hard or soft) or an agreement, with its evidence."""

    id: str  # stable across runs, and the same whichever article comes first
    kind: Kind
    severity: Severity
    confidence: float  # 0..1
    explanation: str
    a: Mention
    b: Mention
    repeats_a: tuple[Mention, ...] = ()  # further places in article a that state the fact; another
    # source's value among them may differ
    repeats_b: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What two articles say of the facts they share, conflicts first, most certain first."""

    a: Article
    b: Article
    conflicts: tuple[Finding, ...]
    agreements: tuple[Finding, ...]
    only_a: tuple[Fact, ...] = ()  # facts that only the first article states
    only_b: tuple[Fact, ...] = ()
    update: Literal["a", "b"] | None = None  # the side that is a later version of the other's story
    dismissed: tuple[Finding, ...] = ()  # conflicts that were settled before

    def to_dict(self) -> dict[str, Any]:
        """The report in the JSON contract; `discrepancy/data/report.schema.json` describes it."""
        return {
            "articles": [self.a.to_dict(), self.b.to_dict()],
            "update": self.update,
            "conflicts": [self._finding(finding) for finding in self.conflicts],
            "agreements": [self._finding(finding) for finding in self.agreements],
            "only": {
                "a": [fact.mentions[0].to_dict(self.a) for fact in self.only_a],
                "b": [fact.mentions[0].to_dict(self.b) for fact in self.only_b],
            },
            "dismissed": [finding.id for finding in self.dismissed],
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """One flat row per conflict: the columns of the CSV export and of the DataFrame."""
        return [self._row(finding) for finding in self.conflicts]

    def to_frame(self) -> pd.DataFrame:
        """The rows of `to_rows` as a pandas DataFrame, with every column even when empty."""
        import pandas as pd

        return pd.DataFrame(self.to_rows(), columns=list(ROW_COLUMNS))

    def _finding(self, finding: Finding) -> dict[str, Any]:
        return {
            "id": finding.id,
            "kind": finding.kind,
            "severity": finding.severity,
            "confidence": round(finding.confidence, 3),
            "explanation": finding.explanation,
            "a": finding.a.to_dict(self.a),
            "b": finding.b.to_dict(self.b),
            "repeats": {
                "a": [mention.to_dict(self.a) for mention in finding.repeats_a],
                "b": [mention.to_dict(self.b) for mention in finding.repeats_b],
            },
        }

    def _row(self, finding: Finding) -> dict[str, Any]:
        row: dict[str, Any] = {
            "id": finding.id,
            "kind": finding.kind,
            "severity": finding.severity,
            "confidence": round(finding.confidence, 3),
            "explanation": finding.explanation,
        }
        for side, article, mention in (("a", self.a, finding.a), ("b", self.b, finding.b)):
            value = mention.value.to_dict()
            cells = {
                "article": article.id,
                "title": article.title,
                "source": article.source,
                "published": article.published,
                "surface": mention.surface,
                "value_low": value["low"],
                "value_high": value["high"],
                "unit": value["unit"],
                "start": mention.start,
                "end": mention.end,
                "line": article.locate(mention.start)[0],
                "sentence": mention.sentence.text,
                "version": article.version,
                "status": article.status,
            }
            row |= {f"{side}_{name}": cells[name] for name in SIDE_COLUMNS}
        return row


SIDE_COLUMNS = (
    "article",
    "title",
    "source",
    "published",
    "surface",
    "value_low",
    "value_high",
    "unit",
    "start",
    "end",
    "line",
    "sentence",
    "version",
    "status",
)
ROW_COLUMNS = (
    "id",
    "kind",
    "severity",
    "confidence",
    "explanation",
    *(f"{side}_{name}" for side in "ab" for name in SIDE_COLUMNS),
)


def _plain(number: float) -> float | int | None:
    """JSON has no infinity and editors read 40, not 40.0."""
    if number in (float("inf"), float("-inf")):
        return None
    return int(number) if number == int(number) else number
