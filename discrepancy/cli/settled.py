"""What the desk settled before, as `--dismissed` names it, and what of that fits nothing any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from discrepancy.cli.streams import note
from discrepancy.dismissals import read_dismissals
from discrepancy.matrix import MissingFact, SharedFact
from discrepancy.model import Finding


def read_settled(path: str | None) -> dict[str, str]:
    """Ids and reasons; none where no file is named."""
    return read_dismissals(path) if path is not None else {}


def tell_stale(
    settled: Mapping[str, str],
    used: Sequence[Finding | SharedFact | MissingFact],
    path: str | None,
    quiet: bool,
) -> None:
    """Say how many dismissals name nothing here: their passages changed, or are of other articles."""
    known = {fact.id for fact in used}
    known |= {each.finding.id for fact in used if isinstance(fact, SharedFact) for each in fact.statements}
    stale = len(settled.keys() - known)
    if stale and not quiet:
        names = "names" if stale == 1 else "name"
        share = f"{stale} of {len(settled)} dismissals {names} nothing here"
        note(f"note: {path}: {share}; a changed passage comes back")
