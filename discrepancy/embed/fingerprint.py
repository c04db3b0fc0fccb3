"""SHA-256 of large files, computed again only when a file has changed.

Hashing the weights and the graph takes half a second; a file whose size and time of change are those at
which it was last hashed is not read again, as git and make have it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from discrepancy.embed.atomic import drafting
from discrepancy.user_cache import user_cache_folder

_KEPT = "hashes.json"
_MOST = 64  # files remembered: a few environments' weights and graphs


def fingerprint(path: Path) -> str:
    """SHA-256 of a file's content in hexadecimal; OSError where it cannot be read."""
    state = path.stat()
    stamp = [state.st_size, state.st_mtime_ns]
    known = _recall()
    place = str(path.resolve())
    if known.get(place, [])[:2] == stamp:
        return str(known[place][2])
    digest = hash_content(path)
    known.pop(place, None)
    _remember({**dict(list(known.items())[-_MOST:]), place: [*stamp, digest]})
    return digest


def hash_content(path: Path) -> str:
    """SHA-256 of a file's content in hexadecimal, whatever was known of it."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _recall() -> dict[str, list[int | str]]:
    """What was hashed before; nothing where the file is missing, foreign or broken."""
    try:
        known = json.loads((user_cache_folder() / _KEPT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {place: entry for place, entry in known.items() if isinstance(entry, list) and len(entry) == 3}


def _remember(known: dict[str, list[int | str]]) -> None:
    """Two processes at once may lose one entry: its file is then hashed once more."""
    try:
        with drafting(user_cache_folder()) as place:
            (place / _KEPT).write_text(json.dumps(known, indent=1), encoding="utf-8")
            (place / _KEPT).replace(user_cache_folder() / _KEPT)
    except OSError:
        return  # nothing is remembered where nothing can be written
