"""The findings on one fact of the wire, one a source -> a row: who says what, and how many voices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from discrepancy.identity import digest_of
from discrepancy.matrix import SharedFact, Statement
from discrepancy.model import Finding, Mention, Report, Severity, Verdict

Compare = Callable[[Mention, Mention, date | None, date | None], Verdict | None]

_GRAVITY: dict[Severity, int] = {"hard": 0, "soft": 1, "agree": 2}
LONGEST_WORDS = 70  # of a quote in a tally


@dataclass(frozen=True, slots=True)
class Position:
    """Sources that say the same of one fact."""

    statements: tuple[Statement, ...]
    voices: frozenset[str]

    @property
    def severity(self) -> Severity:
        """Of its gravest statement."""
        return min((statement.severity for statement in self.statements), key=_GRAVITY.__getitem__)


def make_rows(reports: Sequence[Report], voices: Mapping[str, str], compare: Compare) -> list[SharedFact]:
    """A row for every fact that the wire shares with any source, the gravest and widest disputes first.

    `reports` have the wire on side a; `voices` gives by article id the voice that the article speaks with.
    """
    found: dict[tuple[Mention, ...], list[Statement]] = {}
    for report in reports:
        for finding in (*report.conflicts, *report.agreements):
            told = found.setdefault(_wire_fact(finding), [])
            if not told or told[-1].article is not report.b:  # one that repeats and contradicts it differs
                told.append(Statement(report.b, finding))
    wire = voices[reports[0].a.id] if reports else ""
    day = reports[0].a.day if reports else None
    rows = [_make_row(mentions, told, voices, wire, day, compare) for mentions, told in found.items()]
    return _number(sorted(rows, key=_rank))


def _number(rows: Sequence[SharedFact]) -> list[SharedFact]:
    """Equal ids, as of one value told twice in a sentence, are numbered: "0f3c5a7b9d1e-2"."""
    seen: Counter[str] = Counter()
    numbered = []
    for row in rows:
        seen[row.id] += 1
        numbered.append(replace(row, id=f"{row.id}-{seen[row.id]}") if seen[row.id] > 1 else row)
    return numbered


def _wire_fact(finding: Finding) -> tuple[Mention, ...]:
    return tuple(sorted((finding.a, *finding.repeats_a), key=lambda mention: (mention.start, mention.end)))


def _make_row(
    mentions: tuple[Mention, ...],
    statements: Sequence[Statement],
    voices: Mapping[str, str],
    wire: str,
    day: date | None,
    compare: Compare,
) -> SharedFact:
    positions = _take_positions(statements, voices, wire, compare)
    gravest = min((statement.severity for statement in statements), key=_GRAVITY.__getitem__)
    telling = min((each for each in statements if each.severity == gravest), key=_sureness)
    told = telling.finding.a
    disputing = [statement.finding.b for statement in statements if statement.severity != "agree"]
    grave = frozenset().union(*(p.voices for p in positions if p.severity == gravest != "agree"))
    return SharedFact(
        id=digest_of(told.kind, (mentions[0], *disputing)),
        severity=gravest,
        confidence=telling.finding.confidence,
        explanation=telling.finding.explanation,
        tally=_count(positions),
        wire=told,
        repeats=tuple(mention for mention in mentions if mention is not told),
        statements=tuple(statements),
        disputed_by=len(grave),
        stated_by=_voices_of(positions),
    )


def _take_positions(
    statements: Sequence[Statement], voices: Mapping[str, str], wire: str, compare: Compare
) -> list[Position]:
    """Statements that agree with each other, together; the widest position first, agreement last."""
    groups = [[each for each in statements if each.severity == "agree"]]
    for statement in sorted((each for each in statements if each.severity != "agree"), key=_words):
        for group in groups[1:]:
            if any(_say_the_same(statement, each, compare) for each in group):
                group.append(statement)
                break
        else:
            groups.append([statement])
    positions = [
        Position(tuple(group), frozenset(voices[each.article.id] for each in group))
        for group in groups
        if group
    ]
    return sorted((_without(position, wire) for position in positions), key=_width)


def _without(position: Position, wire: str) -> Position:
    """A copy of the wire that agrees with it adds no voice; one that was changed does."""
    if position.severity != "agree":
        return position
    return Position(position.statements, position.voices - {wire})


def _say_the_same(one: Statement, other: Statement, compare: Compare) -> bool:
    a, b = one.finding.b, other.finding.b
    verdict = compare(a, b, one.article.day, other.article.day)
    return verdict is not None and verdict.severity == "agree"


def _voices_of(positions: Sequence[Position]) -> int:
    return sum(len(position.voices) for position in positions)


def _count(positions: Sequence[Position]) -> str:
    """ "2 of 3 say 50 minutes, 1 agrees"."""
    total = _voices_of(positions)
    parts: list[str] = []
    for position in positions:
        number = len(position.voices)
        if position.severity != "agree":
            says = "says" if number == 1 else "say"
            parts.append(f"{number}{'' if parts else f' of {total}'} {says} {_quote(position)}")
        elif number:
            parts.append(f"{number} {'agrees' if number == 1 else 'agree'} with the wire")
    return ", ".join(parts) or "only copies of the wire state it"


def _quote(position: Position) -> str:
    """The words that most of them use, the shortest and then the first of the alphabet where several are."""
    words = Counter(_words(statement)[1] for statement in position.statements)
    line = min(words, key=lambda each: (-words[each], len(each), each))
    return line if len(line) <= LONGEST_WORDS else line[:LONGEST_WORDS].rpartition(" ")[0] + " …"


def _words(statement: Statement) -> tuple[int, str, str]:
    mention = statement.finding.b
    return _GRAVITY[statement.severity], " ".join(mention.surface.split()), mention.sentence.text


def _width(position: Position) -> tuple[bool, int, int, tuple[int, str, str]]:
    first = min(_words(statement) for statement in position.statements)
    return position.severity == "agree", _GRAVITY[position.severity], -len(position.voices), first


def _sureness(statement: Statement) -> tuple[float, tuple[int, str, str]]:
    return -statement.finding.confidence, _words(statement)


def _rank(fact: SharedFact) -> tuple[int, int, float, float, int, str]:
    """Hard before soft; by more voices first, then by the larger share of those who state it."""
    share = fact.disputed_by / max(1, fact.stated_by)
    return _GRAVITY[fact.severity], -fact.disputed_by, -share, -fact.confidence, fact.wire.start, fact.kind
