"""Times, ordinals, scores and quotes: the cases of the fixtures and properties on any text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_cases import check, load, read

from discrepancy.extract import dates, ordinals, quotes, scores, times
from discrepancy.extract.attribution import attribute, find_sources
from discrepancy.model import Article, Mention, Sentence, Value

Find = Callable[[Sentence, Article], Iterator[Mention]]
FINDERS = {
    "dates": dates.find,
    "times": times.find,
    "ordinals": ordinals.find,
    "scores": scores.find,
    "quotes": quotes.find,
}

PIECES = st.sampled_from(
    (
        "Thursday",
        "July 10, 2025",
        "10/07/25",
        "2011",
        "1990s",
        "last",
        "year ago",
        "31 Feb",
        "4 p.m.",
        "25:99",
        "0300 GMT",
        "noon",
        "first",
        "2nd",
        "second-largest",
        "since February",
        "3-2",
        "51% to 49%",
        "vote",
        "“",
        "”",
        '"',
        "'",
        "he said",
        "according to",
        " ",
        ",",
        ".",
        "\n",
        "the",
        "99999",
        "0",
        "-",
        "–",
        "ß",
        "𝟙",
        "²",
    )
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)


@pytest.mark.parametrize("case", load("times"))
def test_times(case: dict[str, Any]) -> None:
    check(times.find, case)


@pytest.mark.parametrize("case", load("ordinals"))
def test_ordinals(case: dict[str, Any]) -> None:
    check(ordinals.find, case)


@pytest.mark.parametrize("case", load("scores"))
def test_scores(case: dict[str, Any]) -> None:
    check(scores.find, case)


@pytest.mark.parametrize("case", load("quotes"))
def test_quotes(case: dict[str, Any]) -> None:
    check(quotes.find, case)


@given(text=TEXTS, published=st.one_of(st.none(), st.dates().map(str)))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_a_finder_and_spans_are_exact(text: str, published: str | None) -> None:
    for find in FINDERS.values():
        for mention in read(find, text, published):
            assert mention.surface
            value = mention.value
            if isinstance(value, Value):
                assert value.low <= value.high


@given(text=TEXTS, start=st.integers(0, 60), length=st.integers(0, 30))
@settings(deadline=None)
def test_no_text_breaks_attribution(text: str, start: int, length: int) -> None:
    who = attribute(text, start, start + length)
    assert who is None or who in text
    for source in find_sources(text):
        assert 0 <= source.start < source.end <= len(text)


@given(minutes=st.integers(0, 1439))
def test_both_clocks_read_the_same(minutes: int) -> None:
    hour, minute = divmod(minutes, 60)
    half = "a.m." if hour < 12 else "p.m."
    [short] = read(times.find, f"It rang at {(hour - 1) % 12 + 1}:{minute:02} {half} sharp.")
    [long] = read(times.find, f"It rang at {hour:02}:{minute:02} sharp.")
    assert short.value == long.value == Value(minutes, minutes, times.UNIT)


@given(rank=st.integers(1, 99))
def test_ranks_in_words_and_digits_agree(rank: int) -> None:
    word = next(word for word, number in ordinals.RANKS.items() if number == rank)
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    [spelled] = read(ordinals.find, f"It was the {word} summit.")
    [digits] = read(ordinals.find, f"It was the {rank}{ending} summit.")
    assert spelled.value == digits.value == Value(rank, rank)
    assert spelled.noun == digits.noun == "summit"


UNITS = (
    *(
        "1",
        "1 ",
        "1-",
        "1:",
        "3-2 ",
        "first ",
        "the ",
        "he said ",
        "“",
        '"a',
        '"a b c d" ',
        "May ",
        "Thursday ",
    ),
    *("“a b c d,” he said, ", "2011-", "from 2011 to ", "4 p.m. to ", ", ", "A. "),
)


@pytest.mark.parametrize("name", FINDERS)
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text_and_not_faster(name: str, unit: str) -> None:
    def seconds(length: int) -> float:
        find_sources.cache_clear()
        text = (unit * length)[:length]
        began = time.perf_counter()
        list(FINDERS[name](Sentence(0, len(text), text, 0), Article(text=text, id="long")))
        return time.perf_counter() - began

    assert seconds(20_000) < max(1.0, 12 * seconds(5_000))


@pytest.mark.parametrize(
    ("text", "surface", "who"),
    [
        ("Three died, according to the mayor.", "Three", "the mayor"),
        ("Police said three men were held.", "three", "Police"),
        ("Officials reported that 12 homes burned.", "12", "Officials"),
        ("Twelve homes burned, the Observatory said.", "Twelve", "the Observatory"),
        ("“Twelve homes burned,” said Mayor Jane Doe.", "Twelve", "Mayor Jane Doe"),
        ("Twelve homes burned, Jane Doe, the mayor of Velm, said.", "Twelve", "Jane Doe"),
        ("Police said three died, while the army said nine died.", "nine", "the army"),
        ("Police said three died, while the army said nine died.", "three", "Police"),
        ("The Fish and Wildlife Service said 40 herons died.", "40", "The Fish and Wildlife Service"),
        ("The fire claimed 18 lives.", "18", None),
        ("Twelve homes burned, he said.", "Twelve", None),
        ("Twelve homes were said to have burned.", "Twelve", None),
        ("Twelve homes burned.", "Twelve", None),
    ],
)
def test_attribution(text: str, surface: str, who: str | None) -> None:
    start = text.index(surface)
    assert attribute(text, start, start + len(surface)) == who
