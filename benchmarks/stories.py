"""The labelled pairs in `fixtures/stories`, validated as they load.

Each folder holds two reports of one invented event, `a.txt` and `b.txt`, and `expected.json`:

    {"about": "...", "a": {"published": "2025-07-10", "source": "..."}, "b": {...},
     "conflicts": [{"id": "length-of-the-meeting", "kind": "duration", "severity": "hard",
                    "a": "40-minute", "a_nth": 1, "a_also": ["..."], "b": ..., "b_nth": ..., "b_also": ...}],
     "agreements": [{the same without severity}]}

A surface is the exact words of the article, `nth` which occurrence of them is meant (1 when left out),
`also` further places in the same article that state the fact: words, or words and their `nth`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from discrepancy.model import Article, Finding, Kind, Mention

STORIES = Path(__file__).resolve().parent.parent / "fixtures" / "stories"
SEVERITIES = ("hard", "soft", "agree")
SIDE_FIELDS = {f"{side}{field}" for side in "ab" for field in ("", "_nth", "_also")}

Span = tuple[int, int]


class BadStory(ValueError):
    """A labelled pair does not say what it must; the message names the file and the entry."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One fact that both articles state, and the places where they state it."""

    id: str  # readable, unique in its story
    kind: Kind
    severity: str  # hard, soft or agree
    a: tuple[Span, ...]  # the main place first
    b: tuple[Span, ...]

    def holds(self, finding: Finding) -> bool:
        """Whether the finding rests on this fact in both articles."""
        return _touches(finding.a, self.a) and _touches(finding.b, self.b)


@dataclass(frozen=True, slots=True)
class Story:
    """Two reports of one event and what an editor would find in them."""

    name: str
    a: Article
    b: Article
    conflicts: tuple[Expected, ...]
    agreements: tuple[Expected, ...]


def load_stories(folder: Path = STORIES) -> tuple[Story, ...]:
    """Every story in the folder, by name; raises BadStory for a label that cannot be right."""
    return tuple(load_story(path) for path in sorted(folder.iterdir()) if path.is_dir())


def load_story(path: Path) -> Story:
    """One labelled pair; raises BadStory for a label that cannot be right."""
    labels = json.loads((path / "expected.json").read_text(encoding="utf-8"))
    a, b = (_load_article(path, side, labels[side]) for side in "ab")
    expected = [*_load_facts(path, labels["conflicts"], a, b), *_load_facts(path, labels["agreements"], a, b)]
    names = [fact.id for fact in expected]
    if len(set(names)) < len(names):
        raise BadStory(f"{path.name}: an id is given twice among {sorted(names)}")
    split = len(labels["conflicts"])
    if any((fact.severity == "agree") == (place < split) for place, fact in enumerate(expected)):
        raise BadStory(f"{path.name}: conflicts are hard or soft, agreements have no severity")
    return Story(path.name, a, b, tuple(expected[:split]), tuple(expected[split:]))


def _load_article(path: Path, side: str, described: dict[str, Any]) -> Article:
    text = (path / f"{side}.txt").read_text(encoding="utf-8")
    return Article(text=text, id=side, **described)


def _load_facts(path: Path, rows: list[dict[str, Any]], a: Article, b: Article) -> Iterator[Expected]:
    for row in rows:
        where = f"{path.name}/expected.json, {row.get('id', row)!r}"
        unknown = set(row) - SIDE_FIELDS - {"id", "kind", "severity"}
        if unknown:
            raise BadStory(f"{where}: unknown field {', '.join(sorted(unknown))}")
        if row["kind"] not in get_args(Kind):
            raise BadStory(f"{where}: kind is {row['kind']!r}, one of {', '.join(get_args(Kind))} is meant")
        severity = row.get("severity", "agree")
        if severity not in SEVERITIES:
            raise BadStory(f"{where}: severity is {severity!r}, hard or soft is meant")
        spans = [tuple(_find_spans(article.text, row, side, where)) for side, article in (("a", a), ("b", b))]
        yield Expected(row["id"], row["kind"], severity, *spans)


def _find_spans(text: str, row: dict[str, Any], side: str, where: str) -> Iterator[Span]:
    for place in [[row[side], row.get(f"{side}_nth", 1)], *row.get(f"{side}_also", [])]:
        surface, nth = (place, 1) if isinstance(place, str) else place
        start = -1
        for _ in range(nth):
            start = text.find(surface, start + 1)
            if start < 0:
                raise BadStory(f"{where}: {surface!r} does not occur {nth} times in {side}.txt")
        end = start + len(surface)
        if any(edge and text[edge - 1 : edge + 1].isalnum() for edge in (start, end) if edge < len(text)):
            raise BadStory(f"{where}: {surface!r} lies inside a longer word of {side}.txt")
        yield start, end


def _touches(mention: Mention, spans: tuple[Span, ...]) -> bool:
    return any(mention.start < end and start < mention.end for start, end in spans)
