"""Time grows with the text and not faster, whatever the text: layout, sentences, mentions of every kind.

What is measured is processor time, and its growth from a length to twice and four times the length: seconds
say more of the machine than of the program. Four times the text may take five and a half times as long,
where quadratic work would take sixteen.
"""

import gc
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discrepancy import Article, extract
from discrepancy.layout import blocks
from discrepancy.pipeline import date_article

LENGTH = 5_000  # characters; four times as many at most
GROWTH = 5.5
NOISE_S = 0.08  # what a busy machine adds to a measurement of next to nothing

UNITS = (
    "1234567890",
    " ",
    "\n",
    " \n",
    "\t",
    '"',
    "“",
    "”",
    "'",
    "‘",
    "a ",
    "1,1,1,",
    "a",
    "Ab",
    "-",
    "a-",
    "$",
    "$1 ",
    ".",
    ". ",
    "A. ",
    ", ",
    "12 people ",
    "“Yes,” he said. ",
    "“yes he said ",
    "John Smith ",
    "John Smith, the mayor, ",
    "2011 ",
    "hundred ",
    "(",
    "1 to ",
    "5 p.m. ",
    "one\n\n",
    "By A\n\n",
    "Updated: 10:09 IST\n",
    "!",
    "— ",
    "since May ",
    "\xa0",
    "\x00",
    "1/",
    "@",
    "said ",
    "1-1 ",
)
PIECES = st.lists(
    st.one_of(st.sampled_from(UNITS), st.text(min_size=1, max_size=6)), min_size=1, max_size=4
).map("".join)


def spend(unit: str, length: int) -> float:
    """Processor seconds for a text of a unit repeated."""
    text = (unit * (length // len(unit) + 1))[:length]
    blocks.cache_clear()
    gc.collect()
    began = time.process_time()
    date_article(Article(text, "x"))
    extract(Article(text, "x", published="2024-01-02"))
    return time.process_time() - began


def check_growth(unit: str) -> None:
    extract(Article(unit, "x"))  # what is loaded at first use
    times = [spend(unit, LENGTH * times) for times in (1, 2, 4)]
    if times[2] > GROWTH * times[0] + NOISE_S:  # look again before it is called superlinear
        times = [min(pair) for pair in zip(times, (spend(unit, LENGTH * n) for n in (1, 2, 4)), strict=True)]
    assert times[2] <= GROWTH * times[0] + NOISE_S, f"{unit!r}: {times}"


@pytest.mark.parametrize("unit", UNITS)
def test_a_repeated_unit_takes_linear_time(unit):
    check_growth(unit)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_any_repetition_takes_linear_time(unit):
    check_growth(unit)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1", " ", '"', "a ", "1,1,1,", "a", "-", "$", "A. ", "“Yes,” he said. "])
def test_a_megabyte_is_read_in_seconds(unit):
    assert spend(unit, 1_000_000) < 60
