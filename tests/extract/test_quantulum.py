"""The wrapper around quantulum3: news units, true lengths, and nothing loaded before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.unit_readings import READINGS, read_units
from discrepancy import units
from discrepancy.extract import quantulum
from discrepancy.extract.quantulum import unit_at


@pytest.mark.parametrize(
    ("words", "unit", "length"),
    [
        ("minutes later", "minute", 7),  # never a minute of arc
        ("minute meeting", "minute", 6),
        ("kilometres per hour in", "kilometre per hour", 19),
        ("miles an hour when", "mile per hour", 13),
        ("per cent of votes", "percentage", 8),
        ("percentage points", "percentage point", 17),
        ("dollars a barrel on", "dollar per barrel", 16),
        ("barrels per day", "barrel per day", 15),
        ("degrees Celsius on", "celsius", 15),
        ("lb-ft of", "pound-foot", 5),
        ("kW / 300 PS", "kilowatt", 2),
        ("hours a week, he", "hour per week", 12),
        ("sq m estate", "square metre", 4),
        ("US dollars.", "dollar", 10),
        ("minutes second half", "minute", 7),
        ("km/h", "kilometre per hour", 4),
        ("% to 10% improvement", "percentage", 1),
    ],
)
def test_the_unit_that_words_start_with(words: str, unit: str, length: int) -> None:
    assert unit_at(words) == (unit, length)


@pytest.mark.parametrize(
    "words", ["people died", "in Velm", "barn owls", "a day", "", " minutes", "?!", "MAX jets"]
)
def test_words_that_are_no_unit(words: str) -> None:
    assert unit_at(words) is None


@pytest.mark.parametrize("name", sorted(units.measures()))
def test_every_unit_is_read_back_from_each_spelling(name: str) -> None:
    for surface in units.measures()[name]["surfaces"]:
        assert unit_at(surface) == (name, len(surface))


@given(st.text(max_size=80))
def test_any_words_are_read_without_an_error(words: str) -> None:
    found = unit_at(words)
    assert found is None or 0 < found[1] <= len(words)


def test_quantulum_arrives_with_the_first_unit_and_without_scikit_learn() -> None:
    program = (
        "import sys\n"
        "from discrepancy.extract.quantulum import unit_at\n"
        "unit_at('people')\n"
        "assert 'quantulum3' not in sys.modules\n"
        "assert unit_at('minutes later') == ('minute', 7)\n"
        "assert 'quantulum3' not in sys.modules\n"
        "assert unit_at('kilometres per hour') == ('kilometre per hour', 19)\n"
        "assert 'quantulum3' in sys.modules and 'sklearn' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)


def test_the_readings_are_those_of_quantulum_today() -> None:
    assert json.loads(READINGS.read_text(encoding="utf-8")) == read_units()


KNOWN = json.loads(READINGS.read_text(encoding="utf-8"))
PLAIN = (
    "of",
    "ago",
    "later",
    "Velm",
    "old",
    "in",
    "to",
    "and",
    "a",
    "per",
    "an",
    "one",
    "half",
    "times",
    "K",
)


@given(
    st.one_of(st.sampled_from(sorted(KNOWN["units"])), st.sampled_from(KNOWN["longer"])),
    st.lists(
        st.one_of(
            st.sampled_from(PLAIN),
            st.sampled_from(sorted(KNOWN["units"])),
            st.sampled_from(KNOWN["openings"]),
        ),
        max_size=4,
    ),
)
def test_what_is_recalled_is_what_quantulum_says(first: str, others: list[str]) -> None:
    """Its own parser is the oracle: whatever is answered without it, it answers too."""
    words = " ".join([first, *others])
    recalled = quantulum._recall(words)
    assert recalled is None or recalled == quantulum.parse_unit(words)


@pytest.mark.parametrize(
    ("words", "recalled"),
    [
        ("minutes", True),
        ("minutes later", True),
        ("dollars in cash", True),
        ("kilometres per hour", False),
        ("pounds of pressure per square inch", False),
        ("dollars per barrel", False),
        ("dollars and fifty cents", False),
    ],
)
def test_what_is_settled_without_quantulum(words: str, recalled: bool) -> None:
    assert (quantulum._recall(words) is not None) == recalled
