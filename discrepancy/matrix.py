"""The types of one report checked against many: a row a fact of the wire, a column a source.

Report, Report, ... -> CheckReport (SharedFact -> Statement, MissingFact, Source)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from discrepancy.model import Article, Finding, Kind, Mention, Severity

if TYPE_CHECKING:
    import pandas as pd

FACT_COLUMNS = ("id", "kind", "severity", "confidence", "explanation", "tally")
WIRE_COLUMNS = ("wire", "wire_line", "wire_sentence")
SOURCE_COLUMNS = ("says", "verdict", "line", "sentence")


@dataclass(frozen=True, slots=True)
class Repetition:
    """How much of an article stands in another, nearly word for word."""

    of: str  # id of the other article
    paragraphs: int  # how many of its own are found there
    total: int  # how many it has


@dataclass(frozen=True, slots=True)
class Source:
    """One article that the wire is checked against; a copy of another, or of the wire, has no own voice."""

    article: Article
    repeats: Repetition | None = None
    update: Literal["wire", "source"] | None = None  # which is a later version of the other's story


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that could not be read, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says of a fact that the wire states."""

    article: Article
    finding: Finding  # `a` is the wire's side, `b` the source's

    @property
    def severity(self) -> Severity:
        """Hard or soft where the source differs from the wire, else agree."""
        return self.finding.severity


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A fact of the wire that at least one source states too: one row."""

    id: str  # stable while the wire's words and those of the sources that differ stay the same
    severity: Severity  # of the gravest statement
    confidence: float  # of the surest of the gravest statements
    explanation: str  # of that statement
    tally: str  # "2 of 3 say 50 minutes"
    wire: Mention
    repeats: tuple[Mention, ...]  # further places where the wire states it
    statements: tuple[Statement, ...]  # in the order of the sources; those that do not state it are absent
    disputed_by: int  # voices of that severity; sources that copy each other are one
    stated_by: int  # voices that state it, the wire's own left out

    @property
    def kind(self) -> Kind:
        """The kind of fact."""
        return self.wire.kind

    def of(self, article: Article) -> Statement | None:
        """What this source says, or None where it does not state the fact."""
        return next((each for each in self.statements if each.article.id == article.id), None)


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A fact that most other sources state and the wire does not."""

    id: str
    statements: tuple[tuple[Article, Mention], ...]
    of: int  # how many voices there are beside the wire's

    @property
    def kind(self) -> Kind:
        """The kind of fact."""
        return self.statements[0][1].kind


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What many sources say of the facts of one wire report, the gravest and widest disputes first."""

    wire: Article
    sources: tuple[Source, ...]
    facts: tuple[SharedFact, ...]  # disputed ones first, then those on which all agree
    missing: tuple[MissingFact, ...] = ()
    unread: tuple[Unread, ...] = ()
    dismissed: tuple[SharedFact | MissingFact, ...] = ()  # settled before, and left out of the others

    @property
    def articles(self) -> tuple[Article, ...]:
        """The wire, then the sources."""
        return (self.wire, *(source.article for source in self.sources))

    @property
    def disputed(self) -> tuple[SharedFact, ...]:
        """The facts that at least one source states differently."""
        return tuple(fact for fact in self.facts if fact.severity != "agree")

    @property
    def agreed(self) -> tuple[SharedFact, ...]:
        """The facts that every source which states them states alike."""
        return tuple(fact for fact in self.facts if fact.severity == "agree")

    def to_dict(self) -> dict[str, Any]:
        """The report in the JSON contract; `discrepancy/data/check.schema.json` describes it."""
        return {
            "wire": self.wire.to_dict(),
            "sources": [_describe_source(source) for source in self.sources],
            "facts": [self.fact_to_dict(fact) for fact in self.facts],
            "missing": [missing_to_dict(fact) for fact in self.missing],
            "unread": [{"name": each.name, "reason": each.reason} for each in self.unread],
            "dismissed": [fact.id for fact in self.dismissed],
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """One flat row per fact, four columns a source: those of the CSV export and of the DataFrame."""
        return [self._row(fact) for fact in self.facts]

    def columns(self) -> tuple[str, ...]:
        """The names of the columns of `to_rows`, in order."""
        columns = (f"{source.article.id}: {name}" for source in self.sources for name in SOURCE_COLUMNS)
        return (*FACT_COLUMNS, *WIRE_COLUMNS, *columns)

    def to_frame(self) -> pd.DataFrame:
        """The rows of `to_rows` as a pandas DataFrame, with every column even when empty."""
        import pandas as pd

        return pd.DataFrame(self.to_rows(), columns=list(self.columns()))

    def fact_to_dict(self, fact: SharedFact) -> dict[str, Any]:
        """One row in the JSON contract."""
        return {
            "id": fact.id,
            "kind": fact.kind,
            "severity": fact.severity,
            "confidence": round(fact.confidence, 3),
            "explanation": fact.explanation,
            "tally": fact.tally,
            "disputed_by": fact.disputed_by,
            "stated_by": fact.stated_by,
            "wire": fact.wire.to_dict(self.wire),
            "repeats": [mention.to_dict(self.wire) for mention in fact.repeats],
            "statements": [_describe_statement(statement) for statement in fact.statements],
        }

    def _row(self, fact: SharedFact) -> dict[str, Any]:
        row: dict[str, Any] = {
            "id": fact.id,
            "kind": fact.kind,
            "severity": fact.severity,
            "confidence": round(fact.confidence, 3),
            "explanation": fact.explanation,
            "tally": fact.tally,
            "wire": fact.wire.surface,
            "wire_line": self.wire.locate(fact.wire.start)[0],
            "wire_sentence": fact.wire.sentence.text,
        }
        for source in self.sources:
            statement = fact.of(source.article)
            cells = _cells(statement) if statement else (None,) * len(SOURCE_COLUMNS)
            names = (f"{source.article.id}: {name}" for name in SOURCE_COLUMNS)
            row |= dict(zip(names, cells, strict=True))
        return row


def missing_to_dict(fact: MissingFact) -> dict[str, Any]:
    """A fact that the wire lacks, in the JSON contract."""
    return {
        "id": fact.id,
        "kind": fact.kind,
        "stated_by": len(fact.statements),
        "of": fact.of,
        "statements": [mention.to_dict(article) for article, mention in fact.statements],
    }


def _cells(statement: Statement) -> tuple[Any, ...]:
    mention = statement.finding.b
    line = statement.article.locate(mention.start)[0]
    return mention.surface, statement.severity, line, mention.sentence.text


def _describe_source(source: Source) -> dict[str, Any]:
    repeats = source.repeats
    told = {"of": repeats.of, "paragraphs": repeats.paragraphs, "total": repeats.total} if repeats else None
    return {**source.article.to_dict(), "repeats": told, "update": source.update}


def _describe_statement(statement: Statement) -> dict[str, Any]:
    finding = statement.finding
    return {
        "article": statement.article.id,
        "verdict": finding.severity,
        "confidence": round(finding.confidence, 3),
        "explanation": finding.explanation,
        "finding": finding.id,
        "mention": finding.b.to_dict(statement.article),
        "repeats": [mention.to_dict(statement.article) for mention in finding.repeats_b],
    }
