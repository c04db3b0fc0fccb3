"""Notes on figures a slip apart."""

import pytest

from discrepancy.compare.slips import find_slip
from discrepancy.model import Value


@pytest.mark.parametrize(
    ("first", "second", "note"),
    [
        (41207, 47207, "one digit differs"),
        (41207, 41270, "two digits are exchanged"),
        (41207, 47201, None),
        (4.125, 4.185, "one digit differs"),
        (12.5, 15.2, None),  # the neighbours of a point are no neighbours
        (41, 47, None),
        (200_000, 300_000, None),
        (334_000_000, 354_000_000, "one digit differs"),
        (1207, 12_207, None),
        (120, 1200, "ten times apart, possibly a lost zero"),
    ],
)
def test_a_note_says_which_slip_it_may_be(first, second, note):
    values = Value(first, first), Value(second, second)
    there, back = find_slip(*values), find_slip(*reversed(values))
    assert (there[1] if there else None) == note
    assert there == back


def test_ranges_have_no_slip():
    assert find_slip(Value(412, 500), Value(472, 500)) is None
