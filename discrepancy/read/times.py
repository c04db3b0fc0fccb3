"""Times as formats write them -> ISO 8601."""

from __future__ import annotations

import logging
import re
from datetime import datetime

from discrepancy import layout

log = logging.getLogger(__name__)

_DAY_ALONE = re.compile(r"\d{4}-?\d{2}-?\d{2}(?:T000000)?\Z")


def iso(value: object, name: str) -> str | None:
    """A stated time in ISO 8601, a day alone as a date; what is no time is left out, with a warning.

    Read are ISO 8601, extended or basic (20330503T101500-0400), the dates of mail (RFC 5322) and those
    of newspapers. `name` stands for the article in the warning.
    """
    if value is None or not str(value).strip():
        return None
    text = str(value).strip()[:100]
    moment = _read(text)
    if moment is None:
        log.warning("%s: %r is no date that can be told; left out", name, text)
    return moment


def _read(text: str) -> str | None:
    try:
        moment = datetime.fromisoformat(text)
        return moment.date().isoformat() if _DAY_ALONE.match(text) else moment.isoformat()
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime  # with it come sockets

    try:
        return parsedate_to_datetime(text).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        pass
    day = layout.published_day(text)
    return day.isoformat() if day else None
