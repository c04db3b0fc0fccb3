"""Overlapping highlights become pieces that do not overlap, and lose no character."""

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.layout import Block
from discrepancy.report.highlight import Highlight, cut

TEXT = "Nine of the twelve boats were lost."


def pieces(*highlights: Highlight, text: str = TEXT) -> list[tuple[str, str]]:
    [(_, found)] = cut(text, [Block(0, len(text), "body", 0)], highlights)
    return [(piece.text, piece.keys) for piece in found]


def test_plain_text_is_one_piece() -> None:
    assert pieces() == [(TEXT, "")]


def test_a_nested_highlight_cuts_the_outer_one_in_three() -> None:
    outer, inner = Highlight(0, 18, "c1", "hard"), Highlight(5, 7, "c2", "soft")
    assert pieces(outer, inner)[:3] == [("Nine ", "c1"), ("of", "c1 c2"), (" the twelve", "c1")]


def test_crossing_highlights_share_the_middle() -> None:
    first, second = Highlight(0, 7, "c1", "hard"), Highlight(5, 11, "c2", "hard")
    assert pieces(first, second)[:3] == [("Nine ", "c1"), ("of", "c1 c2"), (" the", "c2")]


def test_the_gravest_severity_comes_first() -> None:
    [(_, found)] = cut(
        TEXT,
        [Block(0, len(TEXT), "body", 0)],
        [Highlight(0, 4, "g1", "agree"), Highlight(0, 4, "c2", "soft"), Highlight(0, 4, "c1", "hard")],
    )
    assert found[0].severity == "hard"
    assert found[0].keys == "c1 c2 g1"


def test_every_anchor_stands_once_where_its_highlight_begins() -> None:
    outer, inner = Highlight(5, 18, "c1", "hard", "c1-a"), Highlight(5, 7, "c2", "soft", "c2-a")
    [(_, found)] = cut(TEXT, [Block(0, len(TEXT), "body", 0)], [outer, inner])
    assert [piece.anchors for piece in found] == [(), ("c1-a", "c2-a"), (), ()]


def test_a_highlight_over_two_blocks_is_in_both_and_anchored_in_the_first() -> None:
    blocks = [Block(0, 4, "headline", 0), Block(5, len(TEXT), "body", 1)]
    found = [group for _, group in cut(TEXT, blocks, [Highlight(0, 11, "c1", "hard", "c1-a")])]
    assert [next((p.text, p.keys, p.anchors) for p in group) for group in found] == [
        ("Nine", "c1", ("c1-a",)),
        ("of the", "c1", ()),
    ]


SPANS = st.lists(st.tuples(st.integers(0, 34), st.integers(0, 34)), max_size=8)


@given(SPANS)
def test_no_character_is_lost_or_doubled(spans: list[tuple[int, int]]) -> None:
    highlights = [Highlight(min(s), max(s), f"c{n}", "hard", f"c{n}-a") for n, s in enumerate(spans)]
    blocks = [Block(0, 10, "body", 0), Block(10, 20, "body", 0), Block(22, 35, "body", 1)]
    found = [piece for _, group in cut(TEXT, blocks, highlights) for piece in group]
    assert "".join(piece.text for piece in found) == TEXT[:20] + TEXT[22:]
    anchors = [anchor for piece in found for anchor in piece.anchors]
    assert len(anchors) == len(set(anchors))
