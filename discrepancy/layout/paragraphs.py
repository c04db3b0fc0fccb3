"""Text -> paragraphs: every line is one, except in text that was wrapped by hand or by a mailer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

# Mailers and wires wrap between 60 and 80 columns. A longer line with another right below it shows
# that lines are paragraphs here; below the narrowest, lists and verse look like wrapped prose.
NARROWEST_WRAP, WIDEST_WRAP = 40, 100

Span = tuple[int, int]


def paragraphs(text: str) -> Iterator[Span]:
    """Yield start and end of each paragraph, without white space at its edges."""
    lines = list(_lines(text))
    if not lines:
        return
    joints = [_adjoin(text, above, below) for above, below in pairwise(lines)]
    width = _wrap_width(text, lines, joints)
    start, end = lines[0]
    for joint, above, below in zip(joints, lines, lines[1:], strict=False):
        if not (width and joint and _is_full(text, above, below, width)):
            yield start, end
            start = below[0]
        end = below[1]
    yield start, end


def _lines(text: str) -> Iterator[Span]:
    """The lines that are not blank, without white space at their edges."""
    for line in re.finditer(r"[^\n\r\v\f\x85\u2028\u2029]+", text):
        if stripped := line[0].strip():
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            yield start, start + len(stripped)


def _adjoin(text: str, above: Span, below: Span) -> bool:
    """No blank line lies between two lines."""
    return text.count("\n", above[1], below[0]) == 1


def _wrap_width(text: str, lines: list[Span], joints: list[bool]) -> int:
    """The column at which the text was wrapped, or 0 where it was not."""
    pairs = [(above, below) for joint, above, below in zip(joints, lines, lines[1:], strict=False) if joint]
    width = max((end - start for (start, end), _ in pairs), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    broken = [pair for pair in pairs if text[pair[1][0]].islower() and _is_full(text, *pair, width)]
    return width if len(broken) >= max(1, len(pairs) // 4) else 0


def _is_full(text: str, above: Span, below: Span, width: int) -> bool:
    """The first word of the line below would not have fitted on the line above."""
    word = text[below[0] : min(below[1], below[0] + WIDEST_WRAP)].split(maxsplit=1)[0]
    return above[1] - above[0] + 1 + len(word) > width
