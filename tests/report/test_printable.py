"""What article text may do to a terminal or a line of text: nothing."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.report.printable import one_line, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;a title\x07after", "after"),
        ("\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("\x1b(Bset", "set"),
        ("\x1bcreset", "reset"),
        ("lonely \x1b", "lonely "),
        ("bell\x07 back\x08 nul\x00 del\x7f", "bell back nul del"),
        ("\u202eright to left\u202c", "right to left"),
        ("café – 10 °C — “yes”", "café – 10 °C — “yes”"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_sequences_go_and_words_stay(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    shown = printable(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n"]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text())
def test_a_line_stays_a_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize("opening", ["\x1b[", "\x1b]", "\x9b", "\x1b[1;", "\x1b", "\x90"])
def test_time_is_linear(opening: str) -> None:
    started = time.process_time()
    printable(opening * 200_000)
    printable(opening + "0" * 200_000)
    assert time.process_time() - started < 2
