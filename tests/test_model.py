"""The types: dates of publication, places in a text, ids, and the flat rows of a report."""

import math
from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import Article, Report, Value, When, Words
from discrepancy.identity import identify
from discrepancy.model import ROW_COLUMNS, SIDE_COLUMNS, Fact, Finding, Match, Mention, Sentence

A = Article("Headline\n\nThe ferry took 40 minutes.", "a", "Headline", "Gazette", "2025-07-10")
B = Article("The crossing lasted 50 minutes.", "b")


def state(article, surface, value, kind="duration"):
    start = article.text.index(surface)
    line = article.text.rfind("\n", 0, start) + 1
    sentence = Sentence(line, len(article.text), article.text[line:], 0)
    return Mention(kind, surface, start, start + len(surface), value, sentence)


FORTY = state(A, "40 minutes", Value(40.0, 40.0, "minute"))
FIFTY = state(B, "50 minutes", Value(50.0, 50.0, "minute"))
FINDING = Finding("", "duration", "hard", 0.98765, "40 minutes vs 50 minutes", FORTY, FIFTY)


@pytest.mark.parametrize(
    ("published", "kept", "day"),
    [
        (None, None, None),
        ("2025-07-10", "2025-07-10", date(2025, 7, 10)),
        ("2025-07-10T23:30:00+02:00", "2025-07-10T23:30:00+02:00", date(2025, 7, 10)),
        (date(2025, 7, 10), "2025-07-10", date(2025, 7, 10)),
        (datetime(2025, 7, 10, 8, 15), "2025-07-10T08:15:00", date(2025, 7, 10)),
    ],
)
def test_a_day_of_publication_is_iso_text_or_a_date(published, kept, day):
    article = Article("text", "x", published=published)
    assert article.published == kept
    assert article.day == day


@pytest.mark.parametrize("published", ["July 10", "10/07/2025", "2025-13-01", "", 20250710, ["2025-07-10"]])
def test_anything_else_is_refused_with_what_to_give(published):
    with pytest.raises(ValueError, match=r"article 'x': published is .*; give an ISO 8601 date") as caught:
        Article("text", "x", published=published)
    assert caught.value.__cause__ is not None


@given(st.dates())
def test_every_date_survives_as_text(day):
    assert Article("", "x", published=day) == Article("", "x", published=day.isoformat())
    assert Article("", "x", published=day).day == day


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (5, (3, 2)), (6, (3, 3))]
)
def test_lines_and_columns_count_from_one(offset, place):
    assert Article("ab\n\né🜁", "x").locate(offset) == place


@given(st.text("ab\né🜁", max_size=30), st.data())
def test_a_place_leads_back_to_its_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    line, column = Article(text, "x").locate(offset)
    before = text.split("\n")[: line - 1]
    assert sum(len(part) + 1 for part in before) + column - 1 == offset


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Value(40.0, 40.0, "minute"), {"low": 40, "high": 40, "unit": "minute", "bound": "="}),
        (Value(2.5, 2.5), {"low": 2.5, "high": 2.5, "unit": None, "bound": "="}),
        (Value(20.0, math.inf, bound=">"), {"low": 20, "high": None, "unit": None, "bound": ">"}),
        (
            When(weekday=1, earliest=date(2025, 7, 8), latest=date(2025, 7, 9)),
            {"low": "2025-07-08", "high": "2025-07-09", "unit": "date", "bound": "="},
        ),
        (When(weekday=1), {"low": None, "high": None, "unit": "date", "bound": "="}),
        (Words("no idea"), {"low": "no idea", "high": "no idea", "unit": "text", "bound": "="}),
    ],
)
def test_values_are_written_as_editors_read_them(value, written):
    assert value.to_dict() == written
    assert type(value.to_dict()["low"]) is type(written["low"])


def test_a_mention_says_where_it_stands():
    told = FORTY.to_dict(A)
    assert (told["article"], told["line"], told["column"]) == ("a", 3, 16)
    assert A.text[told["start"] : told["end"]] == told["surface"] == "40 minutes"
    assert told["sentence"]["text"] == A.text[told["sentence"]["start"] : told["sentence"]["end"]]


def test_the_mirror_of_a_match_has_its_sides_exchanged():
    match = Match(Fact((FORTY,)), Fact((FIFTY,)), FORTY, FIFTY, 0.7)
    assert match.mirror() == Match(Fact((FIFTY,)), Fact((FORTY,)), FIFTY, FORTY, 0.7)
    assert match.mirror().mirror() == match


def digest(finding):
    return identify([finding])[0].id


def moved(mention, by):
    sentence = replace(mention.sentence, start=mention.sentence.start + by, end=mention.sentence.end + by)
    return replace(mention, start=mention.start + by, end=mention.end + by, sentence=sentence)


def test_an_id_outlives_a_run():
    """A digest computed with sha256sum: what an editor has noted down must be found again next week."""
    assert digest(FINDING) == "abf998e848a3"


def test_an_id_is_the_same_for_either_order_and_wherever_the_sentences_stand():
    assert digest(replace(FINDING, a=FIFTY, b=FORTY)) == digest(FINDING)
    assert digest(replace(FINDING, a=moved(FORTY, 300))) == digest(FINDING)
    assert digest(replace(FINDING, confidence=0.1, severity="soft")) == digest(FINDING)


def test_other_words_another_value_or_kind_make_another_id():
    other = replace(FORTY.sentence, text="The crossing took 40 minutes.")
    others = [
        replace(FINDING, kind="count"),
        replace(FINDING, b=replace(FIFTY, surface="51 minutes")),
        replace(FINDING, a=replace(FORTY, sentence=other)),
    ]
    assert len({digest(finding) for finding in [FINDING, *others]}) == 4


def test_equal_digests_are_numbered_in_order():
    ids = [finding.id for finding in identify([FINDING, FINDING, FINDING])]
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]


@given(st.permutations(range(4)))
def test_ids_do_not_depend_on_the_order_of_findings(order):
    findings = [replace(FINDING, a=replace(FORTY, surface=f"{40 + at} minutes")) for at in range(4)]
    alone = [digest(finding) for finding in findings]
    assert [finding.id for finding in identify([findings[at] for at in order])] == [alone[at] for at in order]


def report(*findings):
    return Report(A, B, tuple(findings), ())


def test_a_row_is_a_conflict_with_every_column_in_order():
    (row,) = report(replace(FINDING, id="f1")).to_rows()
    assert tuple(row) == ROW_COLUMNS
    assert len(ROW_COLUMNS) == 5 + 2 * len(SIDE_COLUMNS) == len(set(ROW_COLUMNS))
    assert {name: row[name] for name in ROW_COLUMNS[:17]} == {
        "id": "f1",
        "kind": "duration",
        "severity": "hard",
        "confidence": 0.988,
        "explanation": "40 minutes vs 50 minutes",
        "a_article": "a",
        "a_title": "Headline",
        "a_source": "Gazette",
        "a_published": "2025-07-10",
        "a_surface": "40 minutes",
        "a_value_low": 40,
        "a_value_high": 40,
        "a_unit": "minute",
        "a_start": 25,
        "a_end": 35,
        "a_line": 3,
        "a_sentence": "The ferry took 40 minutes.",
    }
    assert (row["b_article"], row["b_title"], row["b_value_low"], row["b_line"]) == ("b", None, 50, 1)


def test_agreements_have_no_row():
    assert Report(A, B, (), (FINDING,)).to_rows() == []


def test_a_frame_holds_the_rows():
    frame = report(FINDING, replace(FINDING, kind="count")).to_frame()
    assert tuple(frame.columns) == ROW_COLUMNS
    assert frame["kind"].tolist() == ["duration", "count"]
    for name in ("confidence", "a_value_low", "a_start", "b_end", "b_line"):
        assert pd.api.types.is_numeric_dtype(frame[name]), name
    assert pd.api.types.is_integer_dtype(frame["a_start"])


def test_an_empty_frame_has_every_column_all_the_same():
    frame = report().to_frame()
    assert frame.shape == (0, len(ROW_COLUMNS))
    assert tuple(frame.columns) == ROW_COLUMNS
    filled = pd.concat([frame, report(FINDING).to_frame()])
    assert len(filled) == 1
    assert frame[frame["confidence"] > 0.5].empty


def test_a_report_tells_both_articles_and_what_only_one_says():
    told = Report(A, B, (FINDING,), (), (Fact((FORTY, FORTY)),), ()).to_dict()
    assert [article["id"] for article in told["articles"]] == ["a", "b"]
    assert told["articles"][0]["published"] == "2025-07-10"
    assert [mention["surface"] for mention in told["only"]["a"]] == ["40 minutes"]
    assert told["only"]["b"] == []
    assert told["conflicts"][0]["repeats"] == {"a": [], "b": []}


@pytest.mark.parametrize(
    ("value", "possible"),
    [
        (When(month=6, day=85), False),
        (When(month=4, day=31), False),
        (When(2013, 2, 29), False),
        (When(2012, 2, 29), True),
        (When(month=2, day=29), True),
        (When(2013, 19, 9), False),
        (When(day=31), True),
        (When(), True),
        (Value(math.inf, math.inf, "minute of day"), False),
        (Value(20, math.inf, bound=">="), True),
    ],
)
def test_a_slip_can_be_no_day_and_no_time(value, possible):
    assert value.is_possible is possible
