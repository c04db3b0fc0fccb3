"""`check` on one report of the lake talks against the other and three more: with the model, end to end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy import Article, CheckReport, Options, check, read_article

FIXTURES = Path(__file__).parents[1] / "fixtures"
NAMES = ("dispatch", "herald", "morning-post")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    story = FIXTURES / "stories" / "diplomacy-lake-talks"
    wire = replace(read_article(story / "a.txt"), published="2025-07-10")
    return [wire, read_article(story / "b.txt")] + [
        read_article(FIXTURES / "check" / "lake-talks" / f"{name}.txt") for name in NAMES
    ]


@pytest.fixture(scope="module")
def report(articles: list[Article]) -> CheckReport:
    return check(articles[0], articles[1:])


def test_the_meeting_is_disputed_by_two_voices_of_three(report: CheckReport) -> None:
    fact = report.facts[0]
    assert (fact.kind, fact.severity, fact.explanation) == ("duration", "hard", "40 minutes vs 50 minutes")
    assert fact.tally == "2 of 3 say 50 minutes, 1 agrees with the wire"
    assert {each.article.id: each.severity for each in fact.statements} == {
        "b": "hard",
        "dispatch": "hard",
        "herald": "agree",
        "morning-post": "hard",
    }


def test_the_wounded_are_disputed_by_one_voice_in_two_copies(report: CheckReport) -> None:
    fact = next(fact for fact in report.disputed if fact.wire.surface == "16")
    assert fact.tally == "1 of 2 says 19, 1 agrees with the wire"
    assert len(fact.statements) == 3


def test_disputed_facts_come_first_and_hard_before_soft(report: CheckReport) -> None:
    severities = [fact.severity for fact in report.facts]
    assert severities == sorted(severities, key=["hard", "soft", "agree"].index)
    assert report.facts == report.disputed + report.agreed
    assert len(report.disputed) >= 4


def test_what_the_others_state_and_the_wire_lacks(report: CheckReport) -> None:
    told = {
        mention.surface: len(fact.statements) for fact in report.missing for _, mention in fact.statements
    }
    assert told["31 donor states"] == 3
    assert told["500%"] == 3
    assert all(fact.of == 3 for fact in report.missing)


def test_every_statement_lies_where_it_says(report: CheckReport) -> None:
    for fact in report.facts:
        assert report.wire.text[fact.wire.start : fact.wire.end] == fact.wire.surface
        for statement in fact.statements:
            mention = statement.finding.b
            assert statement.article.text[mention.start : mention.end] == mention.surface


def test_the_order_of_the_articles_does_not_change_what_is_found(
    articles: list[Article], report: CheckReport
) -> None:
    turned = check(articles[0], articles[:0:-1])
    assert [(fact.id, fact.tally) for fact in turned.facts] == [
        (fact.id, fact.tally) for fact in report.facts
    ]
    assert {fact.id for fact in turned.missing} == {fact.id for fact in report.missing}


def test_an_article_against_itself_has_no_dispute_and_no_other_voice(articles: list[Article]) -> None:
    report = check(articles[0], [articles[0]], Options())
    assert not report.disputed
    assert report.sources[0].article.id == "a-2"
    assert {fact.tally for fact in report.facts} == {"only copies of the wire state it"}


def test_kinds_and_severities_narrow_it(articles: list[Article]) -> None:
    report = check(articles[0], articles[1:3], Options(kinds=("duration",), severities=("soft",)))
    assert {fact.kind for fact in report.facts} <= {"duration"}
    assert all(fact.severity != "hard" for fact in report.facts)
