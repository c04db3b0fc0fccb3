"""JSON: the contract of `Report.to_dict`, described by `data/report.schema.json`."""

from __future__ import annotations

import json
import re
from typing import Any

from discrepancy.model import Report
from discrepancy.report.writer import Display, Listing

# The json module escapes C0 only; DEL and C1 act on terminals, the two separators break JavaScript,
# and these can stand nowhere but inside a JSON string.
_UNSAFE = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def write_report(report: Report, display: Display) -> str:
    """The whole report; agreements are always part of it."""
    return dump(report.to_dict())


def write_listing(listing: Listing, display: Display) -> str:
    """One article and its mentions, each as one side of a finding with its kind."""
    article = listing.article
    mentions = [{"kind": mention.kind, **mention.to_dict(article)} for mention in listing.mentions]
    return dump({"article": article.to_dict(), "mentions": mentions})


def dump(content: dict[str, Any]) -> str:
    """JSON in which nothing acts on a terminal or a script."""
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    return escape(text) + "\n"


def escape(text: str) -> str:
    """JSON with what acts on terminals and scripts, which can stand inside strings alone, as escapes."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
