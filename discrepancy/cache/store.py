"""Keys -> bytes in one SQLite file that processes and threads share; what is least recently used goes first.

A cache may be slow, full, locked, corrupt or forbidden, and never wrong: whatever fails is one warning, and
the work goes on without it. Contents are checked against a digest as they come back.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from threading import RLock
from typing import Any, Self

from discrepancy.errors import CacheError
from discrepancy.user_cache import user_cache_folder

# The layout of the tables is part of the name: another version of the package may use its own beside it.
FILE = "cache-1.sqlite"
# An article of 600 words takes about 0.8 MB, nearly all of it vectors: some 300 articles.
LIMIT = 256 * 1024 * 1024
# When it is full, room is made for more than the newcomer, so that not every entry evicts another.
KEPT_OF_LIMIT = 0.9
# A reader waits this long for a writer; another process's transaction takes milliseconds.
PATIENCE_S = 1.0
# Being used is written down at most this often, so that a warm run mostly reads.
TOUCH_EVERY_S = 60.0

SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, size INTEGER NOT NULL,
    digest BLOB NOT NULL, used REAL NOT NULL);
CREATE TABLE IF NOT EXISTS content (
    id INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE, bytes BLOB NOT NULL);
"""
EVICT = """
DELETE FROM entry WHERE id IN (
    SELECT id FROM (SELECT id, SUM(size) OVER (ORDER BY used DESC, id DESC) AS kept FROM entry)
    WHERE kept > ?)
"""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a cache holds."""

    path: Path
    entries: dict[str, int]  # how many of each kind: "mentions", "vectors", "model"
    size: int  # bytes of all contents; the file is a little larger
    limit: int  # bytes


class Cache:
    """Mentions and vectors of articles read before, in `folder`, by default the user's own cache.

    It can be shared by threads and processes, and closes as a context manager. Where its file cannot be
    used it warns once and holds nothing.
    """

    def __init__(self, folder: Path | str | None = None, *, limit: int = LIMIT) -> None:
        self.path = Path(folder if folder is not None else user_cache_folder()) / FILE
        self.limit = limit  # bytes
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._broken = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, key: bytes) -> bytes | None:
        """The bytes kept under a key, or None."""
        if self._broken:
            return None
        with self._lock, self._forgiving():
            row = self._execute(
                "SELECT id, digest, used, bytes FROM entry JOIN content USING (id) WHERE key = ?", (key,)
            ).fetchone()
            if row is None or digest(row[3]) != row[1]:
                return None
            if time.time() - row[2] > TOUCH_EVERY_S:
                self._execute("UPDATE entry SET used = ? WHERE id = ?", (time.time(), row[0]))
            return bytes(row[3])
        return None

    def put(self, key: bytes, kind: str, content: bytes) -> None:
        """Keep bytes under a key, in place of what was there; what is larger than the limit is not kept."""
        if self._broken or len(content) > self.limit:
            return
        with self._lock, self._forgiving(), self._open():  # one transaction
            self._execute("BEGIN IMMEDIATE")
            self._execute("DELETE FROM entry WHERE key = ?", (key,))
            kept = self._execute(
                "INSERT INTO entry (key, kind, size, digest, used) VALUES (?, ?, ?, ?, ?)",
                (key, kind, len(content), digest(content), time.time()),
            )
            self._execute("INSERT INTO content VALUES (?, ?)", (kept.lastrowid, content))
            (size,) = self._execute("SELECT SUM(size) FROM entry").fetchone()
            if size > self.limit:
                self._execute(EVICT, (int(self.limit * KEPT_OF_LIMIT),))

    def holdings(self) -> Holdings:
        """What is there, by kind."""
        rows: list[Any] = []
        with self._lock, self._forgiving():
            if self.path.exists():  # looking makes no file
                rows = self._execute("SELECT kind, COUNT(*), SUM(size) FROM entry GROUP BY kind").fetchall()
        return Holdings(self.path, {row[0]: row[1] for row in rows}, sum(row[2] for row in rows), self.limit)

    def clear(self) -> None:
        """Forget everything, and delete a file that cannot be read; CacheError where that is not possible."""
        if not self.path.exists():
            return
        with self._lock:
            try:
                self._execute("DELETE FROM entry")
                self._execute("VACUUM")
                self._execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.OperationalError as error:  # locked, or forbidden
                raise CacheError(
                    f"{self.path}: cannot be emptied: {error}; try again, or delete it"
                ) from error
            except sqlite3.DatabaseError:  # no database, or one that is broken
                self._delete()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None and self._process == os.getpid():
                with suppress(sqlite3.Error):
                    self._connection.close()
            self._connection = None

    def _delete(self) -> None:
        self.close()
        try:
            for ending in ("", "-wal", "-shm"):
                self.path.with_name(FILE + ending).unlink(missing_ok=True)
        except OSError as error:
            raise CacheError(f"{self.path}: cannot be deleted: {error.strerror}") from error

    def _execute(self, statement: str, values: Iterable[object] = ()) -> sqlite3.Cursor:
        return self._open().execute(statement, tuple(values))

    def _open(self) -> sqlite3.Connection:
        """The connection of this process: a child that was forked opens its own."""
        if self._connection is None or self._process != os.getpid():
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection, self._process = connect(self.path), os.getpid()
        return self._connection

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        """What fails inside is one warning, and no cache from here on."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            if not self._broken:
                log.warning(
                    "the cache %s cannot be used: %s; going on without; discrepancy cache clear empties it",
                    self.path,
                    error,
                )
            self._broken = True
            self.close()


def connect(path: Path) -> sqlite3.Connection:
    """A connection that commits by itself, its tables made; raises sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")  # readers and a writer do not wait for each other
        connection.execute("PRAGMA synchronous = NORMAL")  # no waiting for the disk at every commit
        connection.execute("PRAGMA journal_size_limit = 16777216")  # bytes
        connection.executescript(SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def digest(content: bytes) -> bytes:
    """What the content is checked against when it comes back."""
    return blake2b(content, digest_size=16).digest()


def make_key(*parts: object) -> bytes:
    """A key from texts, numbers, and sequences of them; the parts' order and limits count."""
    return blake2b(json.dumps(parts).encode("ascii"), digest_size=20).digest()
