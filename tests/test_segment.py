"""Sentences: the table of cases, and what holds for any text at all."""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.layout import blocks
from discrepancy.model import Article
from discrepancy.segment import LONGEST_SENTENCE, segment

CASES = json.loads((Path(__file__).parent.parent / "fixtures" / "segments.json").read_text("utf-8"))["cases"]

# Text made of what splitting has to decide on, so that hypothesis meets it often.
LISTED = (
    'The|mayor|said|U.S.|4 p.m.|Lt. Gen.|No. 10|J.|3.5|“|”|"|’|(|)|.|!|?|…|...|—|\n|\n\n| |\t|\u00a0'
    "|Copyright © 2031, Orrin Echo|ORRIN (AP) —|Updated: May 3, 2013|By Ann Lee|aaaaaaaaaaaaaaaaaaaaaa"
)
PIECES = st.sampled_from(LISTED.split("|"))
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join))


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in segment(Article(text=text, id="case"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case_of_the_table(case):
    assert sentences(case["text"]) == case["sentences"]


def test_table_is_large_and_its_ids_are_its_own():
    assert len(CASES) >= 60
    assert len({case["id"] for case in CASES}) == len(CASES)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_offsets_are_exact_and_in_order(text):
    found = segment(Article(text=text, id="any"))
    assert all(text[each.start : each.end] == each.text == each.text.strip() != "" for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_visible_character_is_in_one_sentence_of_its_block(text):
    found = segment(Article(text=text, id="any"))
    assert "".join("".join(each.text for each in found).split()) == "".join(text.split())
    spans = {(block.paragraph, block.role): (block.start, block.end) for block in blocks(text)}
    assert {(each.paragraph, each.role) for each in found} == set(spans)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_no_sentence_crosses_a_blank_line(texts):
    assert not any("\n\n" in sentence for sentence in sentences("\n\n".join(texts)))


def test_words_of_the_article_tell_names_from_openings():
    said = "The trucks went to Fresno, Calif. Drivers slept there. The drivers left. Other drivers stayed."
    assert sentences(said)[0] == "The trucks went to Fresno, Calif."
    unsaid = "The trucks went to Fresno, Calif. Highway Patrol units followed."
    assert sentences(unsaid) == [unsaid]


def test_lost_punctuation_is_cut_at_a_bearable_length():
    found = sentences("the convoy moved on " * 500)
    assert len(found) > 1
    assert all(len(sentence) <= LONGEST_SENTENCE for sentence in found)
    assert all(sentence.split()[-1] in {"the", "convoy", "moved", "on"} for sentence in found)


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. said at 4 p.m. Thursday that it was so. " * 20_000,
        '." ' * 300_000,
        "A." * 500_000,
        "." * 1_000_000,
        "(A " * 300_000,
    ],
    ids=["prose", "stops-and-quotes", "initials", "dots", "open-brackets"],
)
def test_a_megabyte_takes_seconds_not_minutes(text):
    start = time.process_time()
    segment(Article(text=text, id="long"))
    assert time.process_time() - start < 10  # 0.1 to 1 s alone on one core
