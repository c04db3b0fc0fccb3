"""Which of several articles is meant: "feed.xml#3" by its place, "wire.jsonl#orrin-bridge" by its name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from discrepancy.errors import ReadError
from discrepancy.read.draft import Draft

_MOST_LISTED = 8


def is_url(source: str) -> bool:
    """A source with the form of a URL; a path such as C:/page has none."""
    scheme, separator, rest = source.partition("://")
    return bool(separator and rest) and len(scheme) > 1 and scheme.isalnum()


def split(source: str) -> tuple[str, str | None]:
    """A source and what follows its last "#"; a file whose name holds a "#" is itself."""
    whole, mark, part = source.rpartition("#")
    if not mark or not whole or not part or (not is_url(source) and os.path.exists(source)):
        return source, None
    return whole, part


def choose(drafts: Sequence[Draft], source: str, part: str | None) -> int:
    """The place of the one that is meant, counted from 0.

    By number, slug, identifier or title; the only one needs no naming, and an anchor in a single page
    names a place in it. Raises ReadError where several could be meant, or none is.
    """
    if len(drafts) == 1 and (part is None or not part.isdecimal() or part == "1"):
        return 0
    if part is None:
        raise ReadError(
            f"{source}: holds {len(drafts)} articles; name one, as in {source}#1: {_list(drafts)}"
        )
    if part.isascii() and part.isdecimal() and 1 <= int(part[:9]) <= len(drafts):
        return int(part) - 1
    meant = unquote(part).casefold()
    found = [at for at, draft in enumerate(drafts) if meant in _names(draft)]
    if len(found) == 1:
        return found[0]
    why = f"{len(found)} of its articles are named" if found else "none of its articles is"
    raise ReadError(f"{source}: {why} {part!r}; name one of: {_list(drafts)}")


def _names(draft: Draft) -> set[str]:
    return {name.casefold() for name in (draft.slug, draft.id, draft.guid, draft.title) if name}


def _list(drafts: Sequence[Draft]) -> str:
    """The first of them as they are named, each with its headline."""
    told = [f"#{number} {_describe(draft)}" for number, draft in enumerate(drafts[:_MOST_LISTED], 1)]
    return "; ".join([*told, f"... #{len(drafts)}"] if len(drafts) > len(told) else told)


def _describe(draft: Draft) -> str:
    told = draft.title or " ".join(draft.text[:200].split())
    return f"{told[:70].rstrip()}…" if len(told) > 70 else told


def name_of(source: str) -> str:
    """The file's name without its ending; of a URL, the last of its path, else its host."""
    if source == "-":
        return "stdin"
    if not is_url(source):
        return Path(source).stem
    host, _, path = source.partition("://")[2].partition("?")[0].partition("#")[0].partition("/")
    last = unquote(path.rstrip("/").rpartition("/")[2])
    return Path(last).stem or host
