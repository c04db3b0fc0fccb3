"""The whole way, from two texts to a report: what holds for every pair, and what the options change."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.stories import STORIES, load_stories, load_story
from discrepancy import Article, ModelError, Options, diff, extract
from discrepancy.pipeline import date_article

FIRE = """Fire at the Brenning shipyard

A fire at the Brenning shipyard killed three workers and injured 17 people on Monday, police said. \
The blaze burned for 40 minutes before crews put it out. Damage was put at $4 million, the yard's owner \
said. The hall that burned is 1,000 m from the river."""
TREMOR = """The tremor near Talvik killed 12 people, the mayor said. Roads in the valley were shut for two \
days. The tremor near Talvik killed 15 people, the governor said."""
LINES = st.lists(
    st.sampled_from(
        [
            "A fire at the Brenning shipyard killed three workers.",
            "A fire at the Brenning shipyard killed four workers.",
            "The blaze burned for 40 minutes before crews put it out.",
            "Crews put the blaze out after 50 minutes.",
            "Damage was put at $4 million, the owner said.",
            "The owner spoke of $6 million on Monday.",
            "It was the second fire at the yard since May.",
            '"Whoever was inside had no time at all to leave," Mayor Ilse Tornquist said.',
        ]
    ),
    max_size=6,
)


def compare(a, b, **options):
    return diff(Article(a, "a"), Article(b, "b"), Options(**options))


def pairs(findings):
    return [(finding.a.surface, finding.b.surface) for finding in findings]


def told(report):
    """What is found, without its order where two are equally certain."""
    return sorted(
        (finding.id, finding.severity, round(finding.confidence, 4), finding.a.start, finding.b.start)
        for finding in (*report.conflicts, *report.agreements)
    )


def turned(report):
    return sorted((*rest, b, a) for *rest, a, b in told(report))


@settings(max_examples=25)
@given(LINES, LINES)
def test_the_other_order_gives_the_mirror_image(one, other):
    a, b = " ".join(one), " ".join(other)
    assume(a != b)
    assert told(compare(a, b)) == turned(compare(b, a))


@settings(max_examples=20)
@given(LINES)
def test_an_article_does_not_contradict_itself(lines):
    text = " ".join(lines)
    assert compare(text, text, min_confidence=0.0).conflicts == ()


@settings(max_examples=20)
@given(st.text(max_size=60), st.sampled_from(["", FIRE]))
def test_no_text_is_too_strange(text, other):
    report = compare(text, other)
    assert report.a.text == text


@pytest.mark.parametrize(
    ("a", "b"), [("", ""), ("", FIRE), ("Calm returned.", FIRE), ("\n \n", "Calm returned.")]
)
def test_without_facts_on_either_side_nothing_is_found(a, b):
    report = compare(a, b, min_confidence=0.0)
    assert report.conflicts == report.agreements == report.only_a == ()
    assert len(report.only_b) == (6 if b == FIRE else 0)


def test_a_changed_value_is_a_conflict_and_all_else_agrees():
    report = compare(FIRE, FIRE.replace("40 minutes", "50 minutes"))
    assert pairs(report.conflicts) == [("40 minutes", "50 minutes")]
    assert report.conflicts[0].severity == "hard"
    assert report.conflicts[0].explanation == "40 minutes vs 50 minutes"
    assert len(report.agreements) == 5
    assert report.only_a == report.only_b == ()


def test_a_thousand_metres_and_a_kilometre_agree():
    report = compare(FIRE, FIRE.replace("1,000 m", "1 km"), min_confidence=0.0)
    assert report.conflicts == ()
    assert ("1,000 m", "1 km") in pairs(report.agreements)


def test_values_planted_in_agreeing_reports_are_found_at_their_places():
    """Every agreement on a plain number, changed by a half in one report: a good part must be found."""
    planted = found = 0
    for story in load_stories()[:3]:
        for finding in diff(story.a, story.b).agreements:
            digits = finding.b.surface.split()[0]
            if finding.kind not in ("count", "duration", "measure") or not digits.isdigit():
                continue
            start, other = finding.b.start, str(int(digits) + max(3, int(digits) // 2))
            text = story.b.text[:start] + other + story.b.text[start + len(digits) :]
            conflicts = diff(story.a, replace(story.b, text=text)).conflicts
            planted += 1
            found += any(told.b.start <= start < told.b.end for told in conflicts)
    assert planted >= 4
    assert found / planted >= 0.3


def test_only_the_kinds_asked_for_are_read():
    other = FIRE.replace("40 minutes", "50 minutes").replace("$4 million", "$9 million")
    report = compare(FIRE, other, kinds=("money", "count"), min_confidence=0.0)
    findings = (*report.conflicts, *report.agreements)
    assert {finding.kind for finding in findings} == {"money", "count"}
    assert compare(FIRE, other, kinds=()).to_dict()["agreements"] == []


def test_confidence_and_severity_choose_among_the_conflicts():
    """A stricter report is the laxer one with conflicts left out, none changed."""
    other = FIRE.replace("40 minutes", "50 minutes").replace("injured 17", "injured at least 25")
    every = compare(FIRE, other, min_confidence=0.0).conflicts
    assert len(every) >= 2
    assert {finding.severity for finding in every} == {"hard", "soft"}
    for severity in ("hard", "soft"):
        chosen = compare(FIRE, other, min_confidence=0.0, severities=(severity,)).conflicts
        assert chosen == tuple(finding for finding in every if finding.severity == severity)
    between = (every[0].confidence + every[-1].confidence) / 2
    stricter = compare(FIRE, other, min_confidence=between).conflicts
    assert 0 < len(stricter) < len(every)
    assert stricter == tuple(finding for finding in every if finding.confidence >= between)
    assert compare(FIRE, other, min_confidence=1.0).conflicts == ()


def test_an_article_that_gives_two_sources_agrees_with_either():
    assert compare(TREMOR, TREMOR, min_confidence=0.0).conflicts == ()
    for number in (12, 15):
        report = compare(TREMOR, f"A tremor near Talvik killed {number} people, officials said.")
        assert report.conflicts == ()
        assert (f"{number} people", f"{number} people") in pairs(report.agreements)
        assert "people" not in " ".join(fact.mentions[0].surface for fact in report.only_a)


def test_a_third_value_meets_two_sources_as_one_fact():
    report = compare(TREMOR, "A tremor near Talvik killed 19 people, officials said.", min_confidence=0.0)
    (conflict,) = report.conflicts
    assert conflict.severity == "soft"
    assert "according to" in conflict.explanation
    assert conflict.b.surface == "19 people"
    assert {conflict.a.surface, *(mention.surface for mention in conflict.repeats_a)} == {
        "12 people",
        "15 people",
    }


def test_every_span_is_true_and_every_mention_of_diff_is_one_of_extract():
    story = load_stories()[0]
    report = diff(story.a, story.b)
    mentions = set(extract(story.a)), set(extract(story.b))
    for finding in (*report.conflicts, *report.agreements):
        for article, mention, known in zip((story.a, story.b), (finding.a, finding.b), mentions, strict=True):
            assert article.text[mention.start : mention.end] == mention.surface
            assert mention in known


def test_an_unknown_model_is_an_error_even_with_nothing_to_compare(tmp_path):
    with pytest.raises(ModelError):
        compare("", "", model=str(tmp_path))


STAMPED = "Published: July 10, 2025\n\nThe ferry sailed on Tuesday."


def test_the_day_of_publication_is_read_from_the_page():
    dated = date_article(Article(STAMPED, "x"))
    assert dated.published == "2025-07-10"
    unchanged = [field.name for field in fields(Article) if field.name != "published"]
    assert all(getattr(dated, name) == getattr(Article(STAMPED, "x"), name) for name in unchanged)


def test_a_day_that_was_given_is_kept():
    article = Article(STAMPED, "x", published="2024-01-02")
    assert date_article(article) is article


def test_a_page_without_a_stamp_stays_undated():
    article = Article("The ferry sailed on July 10, 2025.", "x")
    assert date_article(article) == article
    assert date_article(article).published is None


def test_weekdays_are_read_against_the_day_on_the_page():
    (tuesday,) = (mention for mention in extract(Article(STAMPED, "x")) if mention.surface == "Tuesday")
    assert tuesday.value.earliest == tuesday.value.latest == date(2025, 7, 8)
    assert diff(Article(STAMPED, "a"), Article(STAMPED, "b")).a.published == "2025-07-10"


def test_names_disturb_no_other_kind_and_count_only_where_they_conflict():
    story = load_story(STORIES / "diplomacy-lake-talks")
    kinds = Options().kinds
    told = diff(story.a, story.b)
    bare = diff(story.a, story.b, Options(kinds=tuple(kind for kind in kinds if kind != "name")))
    names = [finding for finding in told.conflicts if finding.kind == "name"]
    assert [(name.a.surface, name.b.surface, name.severity) for name in names] == [
        ("Ivana Lukash", "Ivana Lukasch", "soft")
    ]
    assert names[0].explanation == "spelled Lukash here and Lukasch there, one letter apart"
    assert [finding for finding in told.conflicts if finding.kind != "name"] == list(bare.conflicts)
    assert (told.agreements, told.only_a, told.only_b) == (bare.agreements, bare.only_a, bare.only_b)
