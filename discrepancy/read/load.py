"""Path or standard input -> bytes, within a bound, each failure with its own message."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from discrepancy.errors import ReadError

# A long report has 100 kB of text. A hundred times that is a mistake (an archive, a video, a whole
# day's wire in one file), and comparing it would only fill the memory.
MAX_BYTES = 10_000_000


def load(path: str) -> bytes:
    """The bytes of a file, or of standard input where the path is "-".

    Raises ReadError where the file is missing, a directory, not permitted, empty, or over MAX_BYTES.
    """
    if path == "-":
        return _bounded(sys.stdin.buffer, "standard input")
    try:
        with Path(path).open("rb") as stream:
            return _bounded(stream, path)
    except FileNotFoundError as error:
        raise ReadError(
            f"{path}: there is no such file; check the name, or give - for standard input"
        ) from error
    except IsADirectoryError as error:
        raise ReadError(f"{path}: is a directory; name a file in it") from error
    except PermissionError as error:
        raise ReadError(f"{path}: may not be read; change its permissions (chmod +r)") from error
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be read ({error}); check the path and the disk") from error


def _bounded(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if not data:
        raise ReadError(f"{name}: is empty; give a file with the text of a report")
    if len(data) > MAX_BYTES:
        raise ReadError(
            f"{name}: is larger than {MAX_BYTES // 1_000_000} MB, the most that is read at once; "
            "give one report, as text"
        )
    return data
