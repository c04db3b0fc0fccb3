"""Rows: voices are counted, the gravest and widest disputes come first, in any order of the sources."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from discrepancy.identity import identify
from discrepancy.matrix import CheckReport
from discrepancy.model import Article, Finding, Mention, Report, Sentence, Value
from tests.many.conftest import WIRE, source, tell

Collect = Callable[..., CheckReport]


def test_a_fact_is_one_row_and_each_source_a_statement(collect: Collect) -> None:
    report = collect(tell(source("a", 50), 50), tell(source("b", 50), 50), tell(source("c", 40), 40))
    (fact,) = report.facts
    assert (fact.severity, fact.disputed_by, fact.stated_by) == ("hard", 2, 3)
    assert fact.tally == "2 of 3 say 50, 1 agrees with the wire"
    assert [(each.article.id, each.severity) for each in fact.statements] == [
        ("a", "hard"),
        ("b", "hard"),
        ("c", "agree"),
    ]


def test_a_source_that_repeats_and_contradicts_a_fact_is_one_voice_that_differs(collect: Collect) -> None:
    both = source("a", 50)
    report = replace(tell(both, 50), agreements=tell(both, 50, "agree").agreements)
    (fact,) = collect(report).facts
    assert [each.severity for each in fact.statements] == ["hard"]
    assert fact.tally == "1 of 1 says 50"


def test_which_of_the_two_is_an_update_is_kept(collect: Collect) -> None:
    told = tell(source("a", 50), 50)
    reports = [replace(told, update=update) for update in ("a", "b", None)]
    assert [collect(report).sources[0].update for report in reports] == ["wire", "source", None]


def test_other_values_are_counted_apart(collect: Collect) -> None:
    report = collect(tell(source("a", 50), 50), tell(source("b", 60), 60), tell(source("c", 60), 60))
    assert report.facts[0].tally == "2 of 3 say 60, 1 says 50"


def test_copies_are_one_voice_and_an_edited_copy_has_its_own(collect: Collect) -> None:
    text = source("a", 50).text
    copies = [Article(text, "copy1"), Article(text, "copy2")]
    edited = Article(text.replace("50", "70"), "edited")
    own = source("c", 40)
    report = collect(
        tell(source("a", 50), 50), *(tell(each, 50) for each in copies), tell(edited, 70), tell(own, 40)
    )
    assert report.facts[0].tally == "1 of 3 says 50, 1 says 70, 1 agrees with the wire"
    assert [bool(each.repeats) for each in report.sources].count(True) == 3


def test_a_copy_of_the_wire_adds_no_voice(collect: Collect) -> None:
    words = " ".join(f"word{at}" for at in range(30))
    wire = replace(WIRE, text=f"{WIRE.text} {words}")
    copy = Article(wire.text, "copy")
    heads = [0, 0]
    from discrepancy.many import collect_check
    from tests.many.conftest import compare_numbers

    reports = [replace(tell(copy, 40), a=wire)]
    report = collect_check((wire, []), reports, [], heads, compare_numbers, ("hard", "soft"))
    assert report.facts[0].tally == "only copies of the wire state it"
    assert report.facts[0].stated_by == 0
    assert report.sources[0].repeats is not None
    assert report.sources[0].repeats.of == "wire"


def other_fact(article: Article, number: int, severity: str, confidence: float) -> Finding:
    """A finding on the noon of the wire."""
    start = WIRE.text.index("noon")
    sentence = Sentence(0, len(WIRE.text), WIRE.text, 0)
    ours = Mention("time", "noon", start, start + 4, Value(720, 720, "minute of day"), sentence)
    theirs = Mention("time", "board", 0, 5, Value(number, number), Sentence(0, 5, article.text[:5], 0))
    return Finding("", "time", severity, confidence, f"noon vs {number}", ours, theirs)


def join(report: Report, finding: Finding) -> Report:
    if finding.severity == "agree":
        return replace(report, agreements=(*report.agreements, finding))
    return replace(report, conflicts=tuple(identify([*report.conflicts, finding])))


def test_wide_disputes_come_before_narrow_ones_and_hard_before_soft(collect: Collect) -> None:
    names = ("a", "b", "c")
    reports = [tell(source(name, 50), 50, confidence=0.3) for name in names]
    narrow = [join(reports[0], other_fact(reports[0].b, 1, "hard", 0.99)), *reports[1:]]
    assert [fact.kind for fact in collect(*narrow).facts] == ["count", "time"]
    soft = [tell(source(name, 50), 50, "soft", 0.9) for name in names]
    hard = [join(soft[0], other_fact(soft[0].b, 1, "hard", 0.3)), *soft[1:]]
    assert [fact.kind for fact in collect(*hard).facts] == ["time", "count"]


def test_the_order_of_the_sources_changes_nothing_but_the_columns(collect: Collect) -> None:
    reports = [tell(source("a", 50), 50), tell(source("b", 60), 60, "soft"), tell(source("c", 40), 40)]
    reports[0] = join(reports[0], other_fact(reports[0].b, 1, "soft", 0.5))
    seen = set()
    for order in itertools.permutations(reports):
        report = collect(*order)
        seen.add(tuple((fact.id, fact.tally, fact.explanation, fact.confidence) for fact in report.facts))
    assert len(seen) == 1


def test_the_id_of_a_row_changes_with_what_is_disputed_and_not_with_who_agrees(collect: Collect) -> None:
    first = collect(tell(source("a", 50), 50)).facts[0].id
    assert collect(tell(source("a", 50), 50), tell(source("c", 40), 40)).facts[0].id == first
    assert collect(tell(source("a", 50), 50), tell(source("b", 60), 60)).facts[0].id != first
    assert collect(tell(source("a", 51), 51)).facts[0].id != first


@pytest.mark.parametrize(("wanted", "shown"), [(("hard",), 1), (("soft",), 0), (("hard", "soft"), 1)])
def test_severities_choose_rows_and_leave_their_statements_whole(
    collect: Collect, wanted: tuple[str, ...], shown: int
) -> None:
    report = collect(tell(source("a", 50), 50), tell(source("b", 41), 41, "soft"), severities=wanted)
    assert len(report.disputed) == shown
    assert all(len(fact.statements) == 2 for fact in report.facts)


def test_rows_and_frame_have_four_columns_a_source(collect: Collect) -> None:
    report = collect(tell(source("a", 50), 50), tell(source("b", 40), 40))
    frame = report.to_frame()
    assert list(frame.columns) == list(report.columns())
    assert frame.loc[0, "a: says"] == "50"
    assert frame.loc[0, "b: verdict"] == "agree"
    assert (
        list(collect(tell(source("a", 50), 50), severities=("soft",)).to_frame().columns)[-1] == "a: sentence"
    )
