"""What the desk settled before, as `--dismissed` names it, and what of that fits nothing any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.cli.streams import note
from discrepancy.dismissals import dismiss, dismiss_facts, read_dismissals
from discrepancy.matrix import CheckReport, SharedFact
from discrepancy.model import Report


@dataclass(frozen=True, slots=True)
class Settled:
    """Ids and reasons out of a file; a dismissal that names nothing is told, as its passage changed."""

    path: str | None
    ids: Mapping[str, str]
    quiet: bool

    def leave_out(self, report: Report) -> Report:
        """The report without the conflicts that are settled."""
        left = dismiss(report, self.ids.keys())
        self._tell_stale({finding.id for finding in left.dismissed})
        return left

    def leave_out_facts(self, report: CheckReport) -> CheckReport:
        """The report without the facts that are settled."""
        left = dismiss_facts(report, self.ids.keys())
        rows = [fact for fact in left.dismissed if isinstance(fact, SharedFact)]
        conflicts = {each.finding.id for fact in rows for each in fact.statements}
        self._tell_stale(conflicts | {fact.id for fact in left.dismissed})
        return left

    def _tell_stale(self, used: set[str]) -> None:
        stale = len(self.ids.keys() - used)
        if stale and not self.quiet:
            names = "names" if stale == 1 else "name"
            share = f"{stale} of {len(self.ids)} dismissals {names} nothing here"
            note(f"note: {self.path}: {share}; a changed passage comes back")


def read_settled(path: str | None, quiet: bool) -> Settled:
    """What the file settles; nothing where none is named."""
    return Settled(path, read_dismissals(path) if path is not None else {}, quiet)
