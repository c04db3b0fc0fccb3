"""Markdown: marks go, words and line numbers stay, front matter becomes metadata."""

import logging
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.read import markdown, read_bytes

PAGE = """---
title: "Bridge shut: buses instead"
date: 2033-05-03T06:30:00+02:00
source: Orrin Echo   # the evening edition
tags:
  - traffic
url: https://echo.example/bridge
---

# Bridge shut

The **Orrin** bridge closed.
"""


def read(text):
    return markdown.read(text.encode(), "page.md")


def article(text, name="page.md"):
    return read_bytes(text.encode(), id="page", name=name)


def test_front_matter_becomes_metadata():
    found = article(PAGE)
    assert found.title == "Bridge shut: buses instead"
    assert found.published == "2033-05-03T06:30:00+02:00"
    assert found.source == "Orrin Echo"
    assert found.url == "https://echo.example/bridge"


def test_lines_keep_their_numbers():
    found = article(PAGE)
    at = found.text.index("Orrin")
    assert found.locate(at) == (12, 5)
    assert found.text.strip() == "Bridge shut\n\nThe Orrin bridge closed."


def test_front_matter_is_read_without_an_ending_in_the_name():
    assert article(PAGE, name="standard input").source == "Orrin Echo"


def test_plain_text_keeps_its_marks():
    text = "The bridge was *****, she said.\n# 3 of 4\n"
    assert article(text, name="page.txt").text == text


def test_two_rules_are_no_front_matter():
    assert read("---\nThe bridge closed.\n---\nBuses run.").text.split("\n") == [
        "", "The bridge closed.", "", "Buses run."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2033-05-03", "2033-05-03"),
        ("May 3, 2033", "2033-05-03"),
        ("Tue, 3 May 2033 10:00 GMT", "2033-05-03"),
        ("2033-05-03T10:00:00Z", "2033-05-03T10:00:00+00:00"),
    ],
)
def test_published_in_the_forms_it_is_written(written, day):
    assert article(f"---\npublished: {written}\n---\nThe bridge closed.").published == day


@pytest.mark.parametrize("written", ["last spring", "05/06/2033", "2033-13-40"])
def test_published_that_cannot_be_told_is_left_out_and_said(written, caplog):
    with caplog.at_level(logging.WARNING):
        assert article(f"---\npublished: {written}\n---\nThe bridge closed.").published is None
    assert written in caplog.text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("## Years of warnings", "Years of warnings"),
        ("It was **very** old and *very* __very__ _dear_.", "It was very old and very very dear."),
        ("It was b***** cold at 2 * 3 * 4 and snake_case_name.", None),
        ("The [council](https://orrin.example/a_(b) \"home\") said.", "The council said."),
        ("The [council][1] said.", "The council said."),
        ("[1]: https://orrin.example", ""),
        ("![The third pier](pier.jpg)", "The third pier"),
        ("> “We heard it,” she said.", "“We heard it,” she said."),
        ("See <https://orrin.example/x>.", "See https://orrin.example/x."),
        ("Old<!-- hidden --> bridge", "Old bridge"),
        ("It costs \\*much\\* more.", "It costs *much* more."),
        ("Use `valve` now.\\", "Use valve now."),
        ("```text", ""),
        ("* * *", ""),
        ("- Close the road", None),
    ],
)  # fmt: skip
def test_marks_go_and_words_stay(marked, plain):
    assert read(marked).text == (marked if plain is None else plain)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='ab#*_`[]()<>!-=~>:\\ \n\t1."', max_size=200))
def test_no_line_is_lost_or_won(text):
    assert read(text).text.count("\n") == text.count("\n")


@pytest.mark.parametrize("mark", ["<!--", "*a", "**a", "_a ", "[a](", "![", "`a", "- ", "> ", "# ", "="])
def test_marks_without_end_take_no_time(mark):
    start = time.process_time()
    read(mark * (1_000_000 // len(mark)))
    assert time.process_time() - start < 10  # under 1 s alone on one core
