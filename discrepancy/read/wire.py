"""Wire copy as plain text -> draft: the lines that agencies put above a report are read and taken off.

Two forms are known. A slug line as agencies transmit it, with what may follow it:

    BC-NL--Orrin Bridge, 2nd Ld-Writethru,0412
    Eds: UPDATES with engineers' report.

and a block of named fields, closed by an empty line:

    Slug: orrin-bridge
    Version: 2
    Status: usable

Their lines are left empty, so that every other line keeps its number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy import layout
from discrepancy.read.decode import decode
from discrepancy.read.draft import Draft, one, plain_byline, shorten
from discrepancy.read.status import is_ahead, status
from discrepancy.read.times import iso

# "BC-", "AM-", "PM-" are the cycles; then a category or country, the slug, the take, a count of words.
_SLUG = re.compile(
    r"(?:BC|AM|PM|AP)-[A-Z]{2,4}-{1,2}(?P<slug>[\w][\w .’'/\-]{1,60}?)"
    r"(?:, ?(?P<take>[^,\n]{1,40}))??(?:, ?\d{2,5})?"
)
_SEQUENCE = re.compile(r"(?P<number>\d{1,2})(?:st|nd|rd|th) (?:Ld|Lead|Add|Take)", re.IGNORECASE)
_EDITORS = re.compile(r"(?:Eds|EDS|Editors|EDITORS|Editor's note|Note to editors):", re.IGNORECASE)
_KILLED = re.compile(
    r"(?:MANDATORY |BULLETIN )?(?:KILL|WITHDRAWN?|WITHDRAWAL|STORY (?:KILLED|REMOVED|WITHDRAWN))\b"
)
_HELD = re.compile(r"(?:HOLD FOR RELEASE|NOT FOR PUBLICATION|WITHHELD)\b")
_EMBARGO = re.compile(
    r"(?:(?:STRICTLY )?EMBARGO(?:ED)?|HOLD FOR RELEASE)(?: (?:UNTIL|TO|FOR))?:?\s*(?P<until>[^\n]{0,60})",
    re.IGNORECASE,
)
_FIELD = re.compile(r"([A-Za-z][A-Za-z \-]{1,20}):[ \t]+(\S[^\n]{0,400})")
_NAMES = {
    "slug": "slug", "slugline": "slug", "headline": "title", "title": "title", "byline": "byline",
    "by": "byline", "source": "source", "agency": "source", "date": "published", "published": "published",
    "updated": "updated", "version": "version", "take": "version", "status": "status", "embargo": "embargo",
    "embargoed until": "embargo", "language": "language", "id": "guid", "url": "url", "editors": "note",
    "eds": "note", "note to editors": "note", "priority": "note", "category": "note", "keywords": "note",
    "word count": "note", "words": "note",
}  # fmt: skip
_HEADER_LINES = 20


def claims(data: bytes, name: str) -> bool:
    """Text that opens with a slug line, or with two named fields or more."""
    lines = data[:4000].decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n")
    opening = next((line.strip() for line in lines if line.strip()), "")
    return bool(_SLUG.fullmatch(opening)) or len(_fields(lines)) > 1


def read(data: bytes, name: str) -> Draft:
    """The text with its header lines left empty, and what they state. Raises ReadError for no text."""
    text = decode(data, name)
    lines = text.split("\n")
    fields = _fields(lines)
    if len(fields) > 1:
        draft = _read_fields(fields, name)
        _blank_fields(lines)
    else:
        draft = _read_slug(lines, name)
    kept = "\n".join(lines)
    return replace(draft, text=kept, byline=draft.byline or layout.byline(kept))


def _fields(lines: list[str]) -> dict[str, str]:
    """The named fields above the first empty line, none where any line of the block is something else."""
    head = [line.strip() for line in lines[:_HEADER_LINES]]
    block = head[: head.index("")] if "" in head else []
    found = [_FIELD.fullmatch(line) for line in block]
    if not found or not all(found):
        return {}
    named = {match[1].casefold(): match[2].strip() for match in found if match}
    return (
        {_NAMES[key]: value for key, value in named.items() if key in _NAMES}
        if set(named) <= set(_NAMES)
        else {}
    )


def _read_fields(fields: dict[str, str], name: str) -> Draft:
    embargo = iso(fields.get("embargo"), name)
    return Draft(
        text="",
        title=shorten(fields.get("title")),
        source=one(fields.get("source")),
        published=iso(fields.get("published"), name),
        url=one(fields.get("url")),
        byline=plain_byline(fields.get("byline")),
        updated=iso(fields.get("updated"), name),
        language=one(fields.get("language")),
        slug=one(fields.get("slug")),
        guid=one(fields.get("guid")),
        version=one(fields.get("version")),
        status=status(fields.get("status"), embargo),
        embargo=embargo,
    )


def _blank_fields(lines: list[str]) -> None:
    """Take the named fields off the lines; a headline stays, as the line of text that it is."""
    for number, line in enumerate(lines):
        if not line.strip():
            return
        key, _, value = line.strip().partition(":")
        lines[number] = value.strip() if _NAMES[key.casefold()] == "title" else ""


def _read_slug(lines: list[str], name: str) -> Draft:
    """The slug line and the notes to editors below it, which are taken off the lines."""
    at = next(number for number, line in enumerate(lines) if line.strip())
    found = _SLUG.fullmatch(lines[at].strip())
    notes = [lines[at]]
    lines[at] = ""
    for number in range(at + 1, min(at + _HEADER_LINES, len(lines))):
        line = lines[number].strip()
        if _EDITORS.match(line) or _KILLED.match(line) or _HELD.match(line) or _EMBARGO.match(line):
            notes.append(line)
            lines[number] = ""
        else:
            break
    take = (found["take"] if found else None) or ""
    draft = Draft(text="", slug=one(found["slug"]) if found else None, version=_version(take))
    return _judge(draft, take, notes[1:], name)


def _version(take: str) -> str | None:
    """Leads are counted: the story as first sent is version 1, its first lead version 2."""
    found = _SEQUENCE.search(take)
    return str(int(found["number"]) + 1) if found else "1" if not take else None


def _judge(draft: Draft, take: str, notes: list[str], name: str) -> Draft:
    if _KILLED.match(take.upper()) or any(_KILLED.match(note) for note in notes):
        return replace(draft, status="canceled")
    for note in notes:
        if found := _EMBARGO.match(note):
            until = iso(found["until"].strip(" ."), name)
            ended = until is not None and not is_ahead(until)
            return replace(draft, status="usable" if ended else "embargoed", embargo=until)
    return replace(draft, status="withheld") if any(_HELD.match(note) for note in notes) else draft
