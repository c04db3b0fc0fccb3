"""JSON Lines: one finding a line, as the JSON has it, for tools that read line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from discrepancy.model import Report
from discrepancy.report.json import escape
from discrepancy.report.writer import Display, Listing


def write_report(report: Report, display: Display) -> str:
    """One conflict a line; agreements follow where they are asked for."""
    content = report.to_dict()
    return dump_lines(content["conflicts"] + (content["agreements"] if display.agreements else []))


def write_listing(listing: Listing, display: Display) -> str:
    """One mention a line, with its kind."""
    article = listing.article
    return dump_lines({"kind": mention.kind, **mention.to_dict(article)} for mention in listing.mentions)


def dump_lines(things: Iterable[dict[str, Any]]) -> str:
    """Each thing on a line of its own, without a line break inside."""
    return "".join(escape(json.dumps(thing, ensure_ascii=False, allow_nan=False)) + "\n" for thing in things)
