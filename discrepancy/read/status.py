"""The status that formats state, in their several words -> the terms of IPTC."""

from __future__ import annotations

from datetime import UTC, datetime

from discrepancy.model import Status

_WORDS: dict[str, Status] = {
    "usable": "usable",
    "embargoed": "embargoed",
    "embargo": "embargoed",
    "withheld": "withheld",
    "hold": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
    "kill": "canceled",
    "withdrawn": "canceled",
    "retracted": "canceled",
}


def status(stated: object, embargo: str | None = None) -> Status | None:
    """The status that a word, QCode or URI means ("stat:canceled", ".../pubstatusg2/canceled"), or None.

    A usable item whose embargo (ISO 8601) has not ended is embargoed; one whose embargo has ended, usable.
    """
    word = str(stated or "").strip().casefold().replace(":", "/").rsplit("/", 1)[-1]
    known = _WORDS.get(word)
    if known in ("withheld", "canceled"):
        return known
    if embargo is None:
        return known
    return "embargoed" if is_ahead(embargo) else "usable"


def is_ahead(moment: str) -> bool:
    """Whether an ISO 8601 time is still to come; without a zone it is read as UTC."""
    time = datetime.fromisoformat(moment)
    return (time if time.tzinfo else time.replace(tzinfo=UTC)) > datetime.now(UTC)
