"""Quantities: every case of the fixtures against the whole of extraction, and properties on any text."""

from __future__ import annotations

import json
from time import process_time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mention_cases import FOLDER, VALUE_FIELDS

from discrepancy.extract import extract_values, resolve_overlaps
from discrepancy.model import Article, Mention, Sentence, Value

FILES = ("counts", "money", "percent", "measures", "durations", "rates", "ages", "designations")
FIELDS = VALUE_FIELDS | {"kind", "surface", "noun", "part", "also"}


def load() -> list[Any]:
    """Every case of the files as a pytest parameter, its fields checked as it loads."""
    loaded = []
    for name in FILES:
        for case in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")):
            assert case.keys() <= {"id", "text", "published", "mentions"}, case["id"]
            for expected in case["mentions"]:
                assert expected.keys() <= FIELDS, f"{case['id']}: unknown field"
                assert expected["surface"] in case["text"], f"{case['id']}: {expected['surface']!r}"
            loaded.append(pytest.param(case, id=f"{name}-{case['id']}"))
    return loaded


def extract(text: str, published: str | None = None) -> tuple[Mention, ...]:
    """Everything found in a text taken as one sentence."""
    article = Article(text=text, id="case", published=published)
    return extract_values(article, [Sentence(0, len(text), text, 0)])


@pytest.mark.parametrize("case", load())
def test_finds_what_the_case_expects_and_nothing_else(case: dict[str, Any]) -> None:
    found = extract(case["text"], case.get("published"))
    expected = case["mentions"]
    said = [(mention.kind, mention.surface) for mention in found]
    assert said == [(mention["kind"], mention["surface"]) for mention in expected]
    for mention, fields in zip(found, expected, strict=True):
        assert {name: field(mention, name) for name in fields} == fields


def field(mention: Mention, name: str) -> Any:
    """A field of a mention or of its value, as a case writes it."""
    if name == "also":
        return [[value.low, value.unit] for value in mention.also]
    actual = getattr(mention.value if name in VALUE_FIELDS else mention, name)
    return pytest.approx(actual) if isinstance(actual, float) else actual


def test_every_id_is_used_once() -> None:
    identifiers = [case.id for case in load()]
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("role", ["byline", "dateline", "stamp", "copyright"])
def test_lines_that_report_nothing_are_not_read(role: Any) -> None:
    text = "Updated 40 minutes ago by 3 editors"
    article = Article(text=text, id="case")
    assert extract_values(article, [Sentence(0, len(text), text, 0, role)]) == ()


def test_offsets_count_from_the_start_of_the_article() -> None:
    text = "Rain fell. It lasted 40 minutes."
    article = Article(text=text, id="case")
    [mention] = extract_values(article, [Sentence(11, len(text), text[11:], 0)])
    assert (mention.start, mention.end, text[mention.start : mention.end]) == (21, 31, "40 minutes")


def test_the_longest_wins_within_a_rank_and_the_earlier_rank_wins() -> None:
    sentence = Sentence(0, 20, "x" * 20, 0)

    def mark(start: int, end: int) -> Mention:
        return Mention("count", "x" * (end - start), start, end, Value(1, 1), sentence)

    kept = resolve_overlaps([[mark(0, 4), mark(2, 9)], [mark(8, 20), mark(9, 12)]])
    assert sorted((mention.start, mention.end) for mention in kept) == [(2, 9), (9, 12)]


NEWSY = st.lists(
    st.sampled_from(
        [
            "at least",
            "about",
            "more than",
            "between",
            "and",
            "to",
            "-",
            "three",
            "40",
            "1,200",
            "1.5",
            "million",
            "bn",
            "$",
            "£",
            "US$",
            "%",
            "percent",
            "minutes",
            "hour",
            "an",
            "a",
            "half",
            "dozen",
            "dozens",
            "of",
            "people",
            "killed",
            "year",
            "-old",
            ",",
            ".",
            "(",
            ")",
            "km",
            "feet",
            "per",
            "day",
            "one",
            "in",
            "no one was hurt",
            "m",
            "’s",
            "magnitude",
            "9/11",
            "two-",
            "aged",
            "Smith,",
            "°C",
            "−5",
            "½",
            "and a half",
            "²",
            "٣",
            "\xa0",
        ]
    ),
    max_size=14,
).map(" ".join)


SIGNS = st.text("0123456789½¼⅓٣² \u00a0\u2009.,:;/-–−$£€%°'’\"“”()mkbs", max_size=40)


@given(st.one_of(st.text(max_size=200), SIGNS, NEWSY, NEWSY.map(lambda text: text.replace(" ", ""))))
@example("1 % to 10%")
@example("3\u2009½ hours")
@example("½½ ²³ ٣ people")
@example("in 2018 to 3.9 million")
def test_any_text_is_read_without_an_error_and_with_true_spans(text: str) -> None:
    last = 0
    for mention in extract(text):
        assert text[mention.start : mention.end] == mention.surface
        assert mention.surface == mention.surface.strip()
        if mention.kind != "quote":
            assert mention.start >= last
            last = mention.end
        if isinstance(mention.value, Value):
            assert mention.value.low <= mention.value.high


@given(number=st.integers(2, 999_999), people=st.sampled_from(["miners", "nurses", "boats", "villages"]))
def test_a_count_means_its_digits_however_they_are_grouped(number: int, people: str) -> None:
    for written in (str(number), f"{number:,}"):
        if len(written) == 4:
            continue  # four bare digits can be a year
        [mention] = extract(f"The storm hit {written} {people} overnight.")
        assert isinstance(mention.value, Value)
        assert (mention.kind, mention.value.low, mention.noun) == ("count", number, people[:-1])


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1,",
        "111,",
        "1-",
        "1.",
        "12,345 men ",
        "three ",
        "hundred ",
        "$5m to ",
        "5 feet ",
        "one in ",
        "a ",
    ],
)
def test_the_time_is_linear_in_the_text(piece: str) -> None:
    extract("It took 40 minutes and $5.")  # quantulum3 is loaded before the clock runs
    text = piece * (34_000 // len(piece))
    started = process_time()
    for start in range(0, len(text), 1000):
        extract(text[start : start + 1000])
    assert process_time() - started < 5  # about 0.5 s; a quadratic pattern takes minutes
