"""Longer stories of our own writing, with every fact that two of their reports tell marked in the text.

`fixtures/written/*.txt`, a file a field of news, hold two or three reports of each invented event, as desks
tell it that share a source, a press conference or only the event:

    === name-of-the-story
    --- a | 2013-09-04 | agency
    The headline

    The {1:40-minute} talks began on {2:Tuesday}, the {3:35-year-old} envoy said.
    --- b | 2013-09-05 | city paper
    The two sides talked for {1x:50 minutes} on {2:Sept. 3}.
    --- slots
    1 | duration | length of the talks | x hard
    2 | date | day of the talks |

A mark names its slot, one fact, and has a letter where its value differs from those without one. The last
column of a slot says which disagree: `x hard` with the marks without a letter, `xy soft` with each other. Two
letters that it does not name are unsure. A value without a mark is one that no other report tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.stories import STORIES, BadStory
from discrepancy import Article
from discrepancy.model import Finding

WRITTEN = STORIES.with_name("written")
MARK = re.compile(r"\{(?P<slot>\d+)(?P<variant>[a-z]?):(?P<words>[^{}]*)\}")
SLOT = re.compile(r"(?P<slot>\d+) \| (?P<kind>\w+) \| [^|]+ \|(?P<conflicts>.*)")
CONFLICT = re.compile(r"(?P<variants>[a-z]{1,2}) (?P<strength>hard|soft)")
RANKS = ("other", "agree", "unsure", "soft", "hard")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that tells a fact."""

    article: str
    start: int
    end: int
    variant: str  # "" for the value that is told without a letter


@dataclass(frozen=True, slots=True)
class Slot:
    """One fact, where it is told, and how its values disagree."""

    kind: str
    marks: tuple[Mark, ...]
    strengths: dict[frozenset[str], str]  # hard or soft, by two variants

    def relate(self, a: Iterable[Mark], b: Iterable[Mark]) -> str:
        """The gravest that some marks of one report and some of another are to each other; other for none."""
        found = ["agree" if x.variant == y.variant else self._strength(x, y) for x in a for y in b]
        return max(found, key=RANKS.index, default="other")

    def _strength(self, x: Mark, y: Mark) -> str:
        return self.strengths.get(frozenset((x.variant, y.variant)), "unsure")

    def between(self, a: str, b: str) -> str:
        """How two reports stand on the fact."""
        return self.relate(self._of(a), self._of(b))

    def judge(self, finding: Finding, a: str, b: str) -> str:
        """What a finding about the reports a and b is, by the marks that it touches."""
        sides = ((finding.a, self._of(a)), (finding.b, self._of(b)))
        touched = [[m for m in marks if m.start < side.end and side.start < m.end] for side, marks in sides]
        return self.relate(*touched)

    def _of(self, article: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.article == article]


@dataclass(frozen=True, slots=True)
class WrittenStory:
    """The reports of one invented event, and the facts that two of them tell."""

    name: str
    articles: tuple[Article, ...]
    slots: tuple[Slot, ...]


def load_written_stories(folder: Path = WRITTEN) -> list[WrittenStory]:
    """Every story of the folder's files; raises BadStory, which names it, for marks that cannot be right."""
    stories = [story for path in sorted(folder.glob("*.txt")) for story in _read_file(path)]
    names = [story.name for story in stories]
    if twice := {name for name in names if names.count(name) > 1}:
        raise BadStory(f"{folder}: a name is given twice: {', '.join(sorted(twice))}")
    return stories


def _read_file(path: Path) -> Iterator[WrittenStory]:
    head, *parts = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if head.strip():
        raise BadStory(f"{path.name}: the first line is '=== ' and the name of a story")
    for part in parts:
        name, _, rest = part.partition("\n")
        yield _read_story(name.strip(), rest, f"{path.name}, {name.strip()}")


def _read_story(name: str, text: str, where: str) -> WrittenStory:
    *reports, slots = re.split(r"^--- ", text, flags=re.MULTILINE)[1:] or [""]
    marks: defaultdict[str, list[Mark]] = defaultdict(list)
    articles = tuple(_read_report(report, marks, where) for report in reports)
    title, _, lines = slots.partition("\n")
    if title.strip() != "slots" or len(articles) < 2:
        raise BadStory(f"{where}: two reports or more, and then '--- slots', are meant")
    declared = tuple(_read_slot(line, marks, where) for line in lines.splitlines() if line.strip())
    if marks:
        raise BadStory(f"{where}: no slot is declared for the marks {', '.join(sorted(marks))}")
    return WrittenStory(name, articles, declared)


def _read_report(report: str, marks: dict[str, list[Mark]], where: str) -> Article:
    """The article without its marks, which are added to those of their slots."""
    head, _, body = report.partition("\n")
    if head.count("|") != 2:
        raise BadStory(f"{where}: '--- a | 2013-09-04 | agency' is meant, not '--- {head}'")
    letter, published, source = (part.strip() for part in head.split("|"))
    body, text, last = body.strip(), "", 0
    for mark in MARK.finditer(body):
        text += body[last : mark.start()]
        place = Mark(letter, len(text), len(text) + len(mark["words"]), mark["variant"])
        marks[mark["slot"]].append(place)
        text, last = text + mark["words"], mark.end()
    text += body[last:]
    if "{" in text or "}" in text:
        raise BadStory(f"{where}, report {letter}: a brace that is no mark")
    return Article(text, letter, source=source, published=published)


def _read_slot(line: str, marks: dict[str, list[Mark]], where: str) -> Slot:
    slot = SLOT.fullmatch(line.strip())
    stated = [part.strip() for part in slot["conflicts"].split(",") if part.strip()] if slot else []
    conflicts = [CONFLICT.fullmatch(part) for part in stated]
    if slot is None or None in conflicts:
        meant = "1 | duration | length of the talks | x hard, xy soft"
        raise BadStory(f"{where}: {meant!r} is meant, not {line!r}")
    strengths = {}
    for conflict in filter(None, conflicts):
        first, second = f"{conflict['variants']:>2}"
        strengths[frozenset((first.strip(), second))] = conflict["strength"]
    found = tuple(marks.pop(slot["slot"], ()))
    if len({mark.article for mark in found}) < 2:
        raise BadStory(f"{where}: slot {slot['slot']} is marked in fewer than two reports")
    if unknown := set().union(*strengths) - {mark.variant for mark in found}:
        named = ", ".join(map(repr, sorted(unknown)))
        raise BadStory(f"{where}: no mark of slot {slot['slot']} has the variant {named}")
    return Slot(slot["kind"], found, strengths)
