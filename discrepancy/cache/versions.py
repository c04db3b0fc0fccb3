"""What makes an old result stale: the sources it was computed by, the model's files, the libraries.

Not the package's version: that stands still while the sources change under an editable installation, and
a result of yesterday's rules would come back today. Reading and hashing the sources takes milliseconds.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SOURCES = (".py", ".json", ".txt")
# Everything between a text and its mentions, and the form they are kept in.
EXTRACTION = (
    "model.py",
    "offices.py",
    "units.py",
    "words.py",
    "layout",
    "segment",
    "extract",
    "data",
    "cache/mentions.py",
)
EXTRACTORS = ("quantulum3", "inflect")
# Everything between a text and its vectors, but for the model itself.
EMBEDDING = ("embed", "data/adapter.safetensors")
ENGINES = ("sentence-transformers", "transformers", "tokenizers", "torch", "onnxruntime")


@cache
def extraction_version() -> str:
    """A digest of what turns a text into mentions."""
    return f"{hash_sources(*EXTRACTION)} {name_versions(*EXTRACTORS)}"


@cache
def embedding_version() -> str:
    """A digest of what runs a model."""
    return f"{hash_sources(*EMBEDDING)} {name_versions(*ENGINES)}"


def identify_model(folder: Path) -> str | None:
    """What tells a model on disk from any other: its files' names, sizes and times; None without a folder.

    The files are not read: tens of megabytes would cost more than the answer.
    """
    try:
        files = sorted(path for path in folder.resolve().rglob("*") if path.is_file())
        if not files:
            return None
        marks = [f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files]
    except OSError:
        return None
    return f"{_digest(marks)} {embedding_version()}"


def hash_sources(*names: str) -> str:
    """A digest of files, and of the sources in rooms, of the package, by name and content."""
    named = {PACKAGE / name for name in names}
    inside = {path for room in named for path in room.rglob("*") if path.suffix in SOURCES}
    files = sorted(path for path in named | inside if path.is_file())
    return _digest(
        [f"{path.relative_to(PACKAGE)} {blake2b(path.read_bytes()).hexdigest()}" for path in files]
    )


def name_versions(*packages: str) -> str:
    """The installed versions of packages, and of Python: its regular expressions know its Unicode."""
    return " ".join([*map(_version, packages), *map(str, sys.version_info[:2])])


def _version(package: str) -> str:
    return _installed().get(package.replace("-", "_"), "-")


@cache
def _installed() -> dict[str, str]:
    """The versions of all installed packages, by the names of the folders that say so.

    `name-version.dist-info` is what the packaging specification "Recording installed projects" has them
    called; importlib.metadata opens them too and takes a mail parser along, for a twentieth of a second run.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):  # an archive, or gone
            for entry in os.listdir(folder or "."):
                name, ending, _ = entry.partition(".dist-info")
                package, _, version = name.partition("-")
                if ending:
                    found.setdefault(package.lower(), version)  # the first on the way is the one imported
    return found


def _digest(texts: list[str]) -> str:
    return blake2b("\x1f".join(texts).encode("utf-8"), digest_size=12).hexdigest()
