"""Web annotations (W3C Web Annotation Data Model, 2017, JSON-LD): every finding as a note on its words.

Each passage is selected twice, by its words with what stands around them and by its position, so that a
tool finds it again in a text that was edited elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from discrepancy.model import Article, Finding, Mention, Report
from discrepancy.report.json import dump
from discrepancy.report.printable import one_line
from discrepancy.report.writer import Display, Listing

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after; the model leaves the number open, annotators commonly keep 32
_LANGUAGE = "en"

Place = tuple[Article, Mention]


def write_report(report: Report, display: Display) -> str:
    """One annotation a conflict with a target in each article; agreements where they are asked for."""
    findings = (*report.conflicts, *(report.agreements if display.agreements else ()))
    return write_collection([_annotate_finding(report, finding, display) for finding in findings])


def write_listing(listing: Listing, display: Display) -> str:
    """One annotation a mention, tagged with its kind."""
    article = listing.article
    name = _digest(article.text)
    return write_collection(
        [
            annotate(f"{name}:{each.start}-{each.end}", "", (each.kind,), [(article, each)], display)
            for each in listing.mentions
        ]
    )


def annotate(
    name: str, comment: str, tags: Sequence[str], places: Iterable[Place], display: Display
) -> dict[str, Any]:
    """One annotation: a comment and tags on the words at these places."""
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags
    ]
    if comment:
        text = {"type": "TextualBody", "value": comment, "purpose": "commenting"}
        bodies.insert(0, text | {"format": "text/plain", "language": _LANGUAGE})
    return {
        "id": f"urn:discrepancy:{name}",
        "type": "Annotation",
        "motivation": "commenting" if comment else "tagging",
        "body": bodies,
        "target": [_target(article, mention, display) for article, mention in places],
    }


def write_collection(annotations: Sequence[dict[str, Any]]) -> str:
    """A collection of one page; without annotations it has no page, as a page is never empty."""
    name = "urn:sha256:" + _digest("\n".join(each["id"] for each in annotations))
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "generator": {"type": "Software", "name": "discrepancy"},
        "total": len(annotations),
    }
    if annotations:
        collection["first"] = {
            "id": f"{name}:1",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": list(annotations),
        }
    return dump(collection)


def _annotate_finding(report: Report, finding: Finding, display: Display) -> dict[str, Any]:
    places = ((report.a, finding.a), (report.b, finding.b))
    tags = (finding.severity, finding.kind)
    return annotate(finding.id, finding.explanation, tags, places, display)


def _target(article: Article, mention: Mention, display: Display) -> dict[str, Any]:
    text = article.text
    label = one_line(display.paths.get(article.id, article.id))
    return {
        "type": "SpecificResource",
        "source": {"id": _source_id(article), "type": "Text", "format": "text/plain", "label": label},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": mention.surface,
                "prefix": text[max(0, mention.start - AROUND) : mention.start],
                "suffix": text[mention.end : mention.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
        ],
    }


def _source_id(article: Article) -> str:
    """Where the article stands on the web, else a name made of its text."""
    if (
        article.url
        and urlsplit(article.url).scheme in ("http", "https")
        and not set(article.url) & set(' <>"\n')
    ):
        return article.url
    return f"urn:sha256:{_digest(article.text)}"


def _digest(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()
