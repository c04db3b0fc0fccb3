"""Whose value it is by its own words."""

import pytest

from discrepancy import Article, extract
from discrepancy.align.apposition import find_apposed


@pytest.mark.parametrize(
    ("text", "surface", "names"),
    [
        ("The skipper, Ines Varga, 51, waved to Tomas Lund.", "51", {"ines", "varga"}),
        ("The 51-year-old Ines Varga waved.", "51-year-old", {"ines", "varga"}),
        ("The 51-year-old former skipper Varga waved.", "51-year-old", {"varga"}),
        ("A 51-year-old Marston woman waved to Ines Varga.", "51-year-old", set()),
        ("A 51-year-old New Marston woman waved to Ines Varga.", "51-year-old", set()),
        ("A 51-year-old who knew Ines Varga waved.", "51-year-old", set()),
        ("On Sunday, 51-year-old skipper Ines Varga waved.", "51-year-old", {"ines", "varga"}),
        ("Ines Varga is 51 years old.", "51 years old", set()),
        ("The Otters (10-5) beat the Herons (2-13).", "10-5", {"otters"}),
        ("The Otters (10-5) beat the Herons (2-13).", "2-13", {"herons"}),
        ("Ines Varga waved to 40 people.", "40 people", set()),
    ],
)
def test_the_name_that_a_value_stands_beside(text, surface, names):
    (mention,) = [one for one in extract(Article(text, "a")) if one.surface == surface]
    assert find_apposed(mention) == names
