"""Which matches are told, in which order, and what is left to only one article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import Article, Options
from discrepancy.findings import AGREEMENT, collect_findings
from discrepancy.model import Fact, Match, Mention, Sentence, Value, Verdict

A, B = Article("one story", "a"), Article("another story", "b")


def state(number, at=0, kind="count"):
    text = f"{number} boats at {at}"
    return Mention(kind, str(number), at, at + 2, Value(number, number), Sentence(at, at + 20, text, 0))


def match(probability, severity, a=40, b=50, at=0):
    one, other = state(a, at), state(b, at)
    return Match(Fact((one,)), Fact((other,)), one, other, probability), Verdict(severity, f"{a} vs {b}")


def collect(*judged, facts=((), ()), **options):
    return collect_findings(A, B, facts, judged, Options(**options))


def test_conflicts_and_agreements_go_their_ways_with_their_evidence():
    report = collect(match(0.8, "hard"), match(0.9, "agree", 7, 7, at=100))
    (conflict,), (agreement,) = report.conflicts, report.agreements
    assert (report.a, report.b) == (A, B)
    assert (conflict.kind, conflict.severity, conflict.confidence) == ("count", "hard", 0.8)
    assert (conflict.a.surface, conflict.b.surface, conflict.explanation) == ("40", "50", "40 vs 50")
    assert agreement.severity == "agree"
    assert conflict.id
    assert conflict.id != agreement.id


@pytest.mark.parametrize(("probability", "told"), [(0.7, 1), (0.69, 0)])
def test_a_conflict_is_told_from_the_least_confidence_on(probability, told):
    assert len(collect(match(probability, "hard"), min_confidence=0.7).conflicts) == told


@pytest.mark.parametrize(("probability", "told"), [(AGREEMENT, 1), (AGREEMENT - 0.01, 0)])
def test_an_agreement_is_told_when_likelier_than_not_whatever_the_options(probability, told):
    for options in ({"min_confidence": 0.0}, {"min_confidence": 1.0}, {"severities": ("soft",)}):
        assert len(collect(match(probability, "agree"), **options).agreements) == told


@pytest.mark.parametrize(
    ("severities", "told"), [(("hard",), ["hard"]), (("soft",), ["soft"]), ((), []), (("soft", "hard"), None)]
)
def test_only_the_severities_asked_for_are_told(severities, told):
    report = collect(match(0.9, "hard"), match(0.8, "soft", at=100), severities=severities)
    severities_told = [finding.severity for finding in report.conflicts]
    assert severities_told == (["hard", "soft"] if told is None else told)


@given(st.lists(st.tuples(st.sampled_from([0.5, 0.6, 0.9]), st.sampled_from(["hard", "soft"])), max_size=8))
def test_the_most_certain_come_first_and_the_order_given_does_not_matter(told):
    judged = [match(probability, severity, at=100 * at) for at, (probability, severity) in enumerate(told)]
    report, again = collect(*judged), collect(*reversed(judged))
    order = [(-finding.confidence, finding.severity, finding.a.start) for finding in report.conflicts]
    assert order == sorted(order)
    assert len(order) == len(told)
    assert again.conflicts == report.conflicts


def test_other_places_of_a_fact_are_its_repeats():
    first, second, other = state(40, 0), state(40, 200), state(50, 100)
    judged = (Match(Fact((first, second)), Fact((other,)), second, other, 0.9), Verdict("hard", ""))
    (finding,) = collect(judged).conflicts
    assert finding.a is second
    assert finding.repeats_a == (first,)
    assert finding.repeats_b == ()


def test_facts_that_are_told_belong_to_both_and_the_rest_to_one():
    judged = match(0.9, "hard")
    left, right = Fact((state(3, 500),)), Fact((state(4, 600),))
    facts = ((left, judged[0].a), (judged[0].b, right))
    report = collect(judged, facts=facts)
    assert report.only_a == (left,)
    assert report.only_b == (right,)


def test_a_match_that_is_not_sure_enough_leaves_its_facts_to_either_article():
    judged = match(0.1, "agree")
    report = collect(judged, facts=((judged[0].a,), (judged[0].b,)))
    assert (report.only_a, report.only_b) == ((judged[0].a,), (judged[0].b,))


def test_nothing_found_is_a_report_all_the_same():
    report = collect()
    assert report.conflicts == report.agreements == report.only_a == report.only_b == ()


@pytest.mark.parametrize(("share", "conflicts"), [(0.1, 1), (0.3, 0)])
def test_what_the_options_tolerate_agrees(share, conflicts):
    assert len(collect(match(0.9, "hard"), tolerances=(("count", share),)).conflicts) == conflicts


def test_no_tolerance_reaches_an_impossible_value():
    told = match(0.9, "hard", float("inf"), 40)
    assert collect(told, tolerances=(("count", 0.5),)).conflicts
