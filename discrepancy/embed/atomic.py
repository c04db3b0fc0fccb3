"""Room to write files in before they appear under their own names, whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def drafting(folder: Path) -> Iterator[Path]:
    """A place of one's own on the disk of `folder`, which is made; gone at the end with what is left in it.

    `Path.replace` moves a draft from there to its name in one step, whoever else does so at that time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".drafts-", dir=folder, ignore_cleanup_errors=True) as place:
        yield Path(place)
