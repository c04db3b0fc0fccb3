"""Blocks and their roles: the table of cases, and what holds for any text at all."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy import layout
from discrepancy.layout import stamps

CASES = json.loads((Path(__file__).parent.parent / "fixtures" / "layout.json").read_text("utf-8"))["cases"]
TELLERS = {"title": layout.title, "byline": layout.byline, "source": layout.source}

LINES = st.sampled_from(
    [line for case in CASES for line in case["text"].splitlines()] + ["", "—", "(AP)", "By"]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(LINES, max_size=12).map("\n".join))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_blocks_of_the_table(case):
    text = case["text"]
    found = [[block.role, text[block.start : block.end]] for block in layout.blocks(text)]
    assert found == case["blocks"]


@pytest.mark.parametrize("name", ["title", "byline", "source"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_what_the_table_says_of_the_whole(case, name):
    if name in case:
        assert TELLERS[name](case["text"]) == case[name]


@pytest.mark.parametrize("case", [case for case in CASES if "published" in case], ids=lambda case: case["id"])
def test_published_day_of_the_table(case):
    day = layout.published_day(case["text"])
    assert (day and day.isoformat()) == case["published"]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_blocks_cover_every_visible_character_in_order(text):
    found = layout.blocks(text)
    assert "".join("".join(text[block.start : block.end] for block in found).split()) == "".join(text.split())
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in pairwise(found))
    assert all(
        text[block.start : block.end].strip() == text[block.start : block.end] != "" for block in found
    )


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_what_is_told_is_in_the_text(text):
    words = " ".join(text.split())
    assert (layout.title(text) or "") in words
    assert (layout.byline(text) or "") in words
    assert (layout.source(text) or "") in words
    day = layout.published_day(text)
    assert day is None or isinstance(day, date)


@settings(max_examples=200, deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2069, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_any_day_written_out_is_read_back(day, form):
    line = day.strftime(form)
    assert stamps.is_stamp(line)
    assert stamps.published([line], "") == day


@settings(max_examples=200, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2069, 12, 31)))
def test_a_numeric_day_is_never_read_the_wrong_way(day):
    for line in (day.strftime("%d/%m/%Y"), day.strftime("%m/%d/%Y")):
        assert stamps.published([line], "") in (None, day)
