"""Matches and their verdicts -> the findings of a report, most certain first."""

from __future__ import annotations

import math
from collections.abc import Iterable

from discrepancy import units
from discrepancy.editions import is_update
from discrepancy.identity import identify
from discrepancy.model import Article, Fact, Finding, Match, Mention, Report, Value, Verdict
from discrepancy.options import Options

# Where two values agree, the probability is that of the same question: told when likelier than not.
AGREEMENT = 0.5


def collect_findings(
    a: Article,
    b: Article,
    facts: tuple[tuple[Fact, ...], tuple[Fact, ...]],
    judged: Iterable[tuple[Match, Verdict]],
    options: Options,
) -> Report:
    """The report on two articles, given all facts of both and the verdict on each match."""
    sure = [(match, verdict) for match, verdict in judged if _is_sure(match, verdict, options)]
    weighed = [(match, tolerate(match, verdict, options)) for match, verdict in sure]
    told = [(match, verdict) for match, verdict in weighed if _is_told(verdict, options)]
    findings = identify(sorted((_find(match, verdict) for match, verdict in told), key=_rank))
    shared_a, shared_b = {match.a for match, _ in sure}, {match.b for match, _ in sure}
    return Report(
        a=a,
        b=b,
        conflicts=tuple(finding for finding in findings if finding.severity != "agree"),
        agreements=tuple(finding for finding in findings if finding.severity == "agree"),
        only_a=tuple(fact for fact in facts[0] if fact not in shared_a),
        only_b=tuple(fact for fact in facts[1] if fact not in shared_b),
        update="b" if is_update(b, a) else "a" if is_update(a, b) else None,
    )


def tolerate(match: Match, verdict: Verdict, options: Options) -> Verdict:
    """The verdict, or agreement where two amounts lie no further apart than the options tolerate."""
    share = dict(options.tolerances).get(match.best_a.kind)
    a, b = match.best_a.value, match.best_b.value
    if share is None or verdict.severity == "agree" or not (isinstance(a, Value) and isinstance(b, Value)):
        return verdict
    ends = ((a.low, units.convert(b.low, b.unit, a.unit)), (a.high, units.convert(b.high, b.unit, a.unit)))
    if not {a.bound, b.bound} <= {"=", "~"} or not all(
        _is_near(ours, theirs, share) for ours, theirs in ends
    ):
        return verdict
    return Verdict("agree", f"{verdict.explanation}; within the tolerance of {share:.2%}")


def _is_near(a: float, b: float | None, share: float) -> bool:
    if b is None or not math.isfinite(a - b):  # nothing is near to an impossible value
        return False
    return abs(a - b) <= share * max(abs(a), abs(b)) * (1 + 1e-9)


def _is_sure(match: Match, verdict: Verdict, options: Options) -> bool:
    return match.probability >= (AGREEMENT if verdict.severity == "agree" else options.min_confidence)


def _is_told(verdict: Verdict, options: Options) -> bool:
    return verdict.severity == "agree" or verdict.severity in options.severities


def _find(match: Match, verdict: Verdict) -> Finding:
    return Finding(
        id="",
        kind=match.best_a.kind,
        severity=verdict.severity,
        confidence=match.probability,
        explanation=verdict.explanation,
        a=match.best_a,
        b=match.best_b,
        repeats_a=_others(match.a, match.best_a),
        repeats_b=_others(match.b, match.best_b),
    )


def _others(fact: Fact, told: Mention) -> tuple[Mention, ...]:
    return tuple(mention for mention in fact.mentions if mention is not told)


def _rank(finding: Finding) -> tuple[float, str, int, int]:
    return (-finding.confidence, finding.severity, finding.a.start, finding.b.start)
