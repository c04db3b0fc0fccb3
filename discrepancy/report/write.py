"""A text to a file, whole or not at all: a temporary file in the same folder, then a rename."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from discrepancy.errors import WriteError


def write(text: str | bytes, path: str | os.PathLike[str], encoding: str = "utf-8") -> None:
    """Write the text so that a reader of the file sees the old content or the new, never a part.

    An existing file keeps its mode and a link stays a link; a pipe or device is written to directly.
    Raises WriteError where the folder is missing or nothing can be written there.
    """
    content = text if isinstance(text, bytes) else text.encode(encoding, errors="backslashreplace")
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            _write_through(target, content)
        else:
            _replace(target, content)
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {_reason(error, target)}") from error


def _replace(target: Path, content: bytes) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:80]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def _write_through(target: Path, content: bytes) -> None:
    with target.open("wb") as file:  # a folder raises IsADirectoryError here
        file.write(content)


def _mode(target: Path) -> int:
    """The mode of the file that is there, else what the umask leaves a new one."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _reason(error: OSError, target: Path) -> str:
    if isinstance(error, FileNotFoundError) and not target.parent.is_dir():
        return f"there is no folder {str(target.parent)!r}; make it first or give another path"
    if isinstance(error, IsADirectoryError):
        return "it is a folder; give the name of a file in it"
    if isinstance(error, PermissionError):
        return "permission denied; give a path where you may write"
    return error.strerror or str(error)
