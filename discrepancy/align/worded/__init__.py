"""What is told in a few words, apart from the scorers that were learnt on values; a file for every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discrepancy.align.worded.names import align_names
from discrepancy.align.worded.places import align_places
from discrepancy.align.worded.polarities import align_polarities
from discrepancy.align.worded.titles import align_titles
from discrepancy.model import Match

if TYPE_CHECKING:
    from discrepancy.align.reading import Reading


def align_worded(left: Reading, right: Reading) -> tuple[Match, ...]:
    """Matches of WORDED_KINDS, kind by kind, each in the order of the left article."""
    return (
        *align_names(left.names, right.names),
        *align_titles(left.worded, right.worded),
        *align_places(left, right),
        *align_polarities(left, right),
    )
