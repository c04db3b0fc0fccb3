"""The file behind the cache: what comes back, what is let go, and what happens when it fails."""

import logging
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from discrepancy.cache import Cache
from discrepancy.cache.store import FILE, make_key
from discrepancy.errors import CacheError
from discrepancy.user_cache import user_cache_folder


@pytest.fixture
def cache(tmp_path):
    with Cache(tmp_path) as made:
        yield made


def test_what_was_put_comes_back_to_another_too(cache, tmp_path):
    cache.put(b"one", "vectors", b"\x00\xff" * 10)
    cache.put(b"two", "mentions", b"")
    with Cache(tmp_path) as other:
        assert other.get(b"one") == b"\x00\xff" * 10
        assert other.get(b"two") == b""
        assert other.get(b"three") is None


def test_what_is_put_again_takes_the_place_of_the_first(cache):
    cache.put(b"one", "vectors", b"old")
    cache.put(b"one", "vectors", b"newer")
    assert cache.get(b"one") == b"newer"
    assert cache.holdings().entries == {"vectors": 1}
    assert cache.holdings().size == 5


def test_the_default_folder_is_the_one_that_the_environment_names(monkeypatch, tmp_path):
    monkeypatch.setenv("DISCREPANCY_CACHE", str(tmp_path / "named"))
    assert user_cache_folder() == tmp_path / "named"
    assert Cache().path == tmp_path / "named" / FILE
    monkeypatch.delenv("DISCREPANCY_CACHE")
    assert user_cache_folder().name == "discrepancy"
    assert user_cache_folder().is_absolute()


def test_looking_at_a_cache_that_is_not_there_makes_none(tmp_path):
    with Cache(tmp_path / "new") as cache:
        assert cache.holdings().entries == {}
        cache.clear()
    assert not (tmp_path / "new").exists()


def test_the_least_recently_used_goes_first(tmp_path, monkeypatch):
    clock = iter(range(0, 100_000, 1000))
    monkeypatch.setattr(time, "time", lambda: next(clock))
    with Cache(tmp_path, limit=1000) as cache:
        for name in (b"a", b"b", b"c"):
            cache.put(name, "vectors", name * 300)
        assert cache.get(b"a") is not None  # so that b is the oldest
        cache.put(b"d", "vectors", b"d" * 300)
        assert [name for name in (b"a", b"b", b"c", b"d") if cache.get(name) is not None] == [
            b"a",
            b"c",
            b"d",
        ]
        assert cache.holdings().size <= 900
    with closing(sqlite3.connect(tmp_path / FILE)) as raw:
        assert raw.execute("SELECT COUNT(*) FROM content").fetchone() == (3,)


def test_the_file_stays_near_its_limit(tmp_path):
    with Cache(tmp_path, limit=300_000) as cache:
        for number in range(200):
            cache.put(make_key(number), "vectors", os.urandom(20_000))
        assert cache.holdings().size <= 300_000
        cache.put(b"large", "vectors", bytes(300_001))
        assert cache.get(b"large") is None
    assert (tmp_path / FILE).stat().st_size < 600_000


def test_content_that_changed_in_the_file_is_not_given_back(cache, tmp_path):
    cache.put(b"one", "vectors", b"12345")
    with closing(sqlite3.connect(tmp_path / FILE)) as raw, raw:
        raw.execute("UPDATE content SET bytes = ?", (b"12346",))
    assert cache.get(b"one") is None


def test_emptied_it_holds_nothing_and_goes_on(cache):
    cache.put(b"one", "vectors", bytes(2_000_000))
    cache.clear()
    assert cache.get(b"one") is None
    assert cache.path.stat().st_size < 100_000
    cache.put(b"one", "vectors", b"1")
    assert cache.get(b"one") == b"1"


def break_file(path: Path) -> None:
    path.write_bytes(b"this is no database" * 500)


def break_pages(path: Path) -> None:
    """A database whose first page is whole and whose others are not."""
    with Cache(path.parent) as cache:
        for number in range(50):
            cache.put(make_key(number), "vectors", bytes(5000))
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xab" * (len(content) - 4096))


def put_folder_there(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("harm", [break_file, break_pages, put_folder_there])
def test_a_cache_that_is_broken_is_one_warning_and_no_cache(tmp_path, caplog, harm):
    harm(tmp_path / FILE)
    with Cache(tmp_path) as cache, caplog.at_level(logging.WARNING):
        for key in (make_key(1), make_key(2)):
            cache.put(key, "vectors", b"1")
            assert cache.get(key) is None
        cache.holdings()
    (record,) = caplog.records
    assert record.name.startswith("discrepancy.")
    assert str(tmp_path / FILE) in record.getMessage()
    assert "discrepancy cache clear" in record.getMessage()


@pytest.mark.parametrize("harm", [break_file, break_pages])
def test_a_broken_cache_can_be_cleared(tmp_path, harm):
    harm(tmp_path / FILE)
    with Cache(tmp_path) as cache:
        cache.clear()
    with Cache(tmp_path) as cache:
        cache.put(b"one", "vectors", b"1")
        assert cache.get(b"one") == b"1"


def test_a_cache_that_another_holds_is_one_warning_and_no_cache(cache, tmp_path, caplog):
    cache.put(b"one", "vectors", b"1")
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with Cache(tmp_path) as mine, caplog.at_level(logging.WARNING):
            assert mine.get(b"one") == b"1"  # readers do not wait for a writer
            began = time.monotonic()
            mine.put(b"two", "vectors", b"2")
            mine.put(b"three", "vectors", b"3")
            assert mine.get(b"one") is None
            assert time.monotonic() - began < 10
        other.execute("ROLLBACK")
    assert ["database is locked" in record.getMessage() for record in caplog.records] == [True]


def test_a_folder_that_cannot_be_made_is_one_warning(tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    with Cache(tmp_path / "file" / "cache") as cache, caplog.at_level(logging.WARNING):
        cache.put(b"one", "vectors", b"1")
        assert cache.get(b"one") is None
    assert len(caplog.records) == 1


def test_a_cache_that_cannot_be_emptied_says_so(tmp_path):
    (tmp_path / FILE).mkdir()
    with Cache(tmp_path) as cache, pytest.raises(CacheError, match=r"cache-1\.sqlite: cannot be"):
        cache.clear()


PROGRAM = """
import sys
from discrepancy.cache import Cache
from discrepancy.cache.store import make_key
with Cache(sys.argv[1], limit=400_000) as cache:
    for number in range(60):
        content = bytes([number]) * 20_000
        cache.put(make_key(number), "vectors", content)
        assert cache.get(make_key(number)) in (content, None), number
    print(cache._broken)
"""


def test_processes_use_it_at_once(tmp_path):
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "new")]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    assert [process.communicate() for process in started] == [(b"False\n", b"")] * 3


def test_threads_use_it_at_once(cache, caplog):
    def work(start):
        for number in range(start, start + 30):
            cache.put(make_key(number), "vectors", bytes([number]) * 1000)
            assert cache.get(make_key(number)) == bytes([number]) * 1000

    threads = [Thread(target=work, args=(start,)) for start in (0, 20, 40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.holdings().entries == {"vectors": 70}
    assert caplog.records == []


def test_keys_tell_their_parts_apart():
    keys = [make_key("ab", "c"), make_key("a", "bc"), make_key(["ab", "c"]), make_key("ab", None), make_key()]
    assert len(set(keys)) == len(keys)
    assert make_key("\ud800", 1) == make_key("\ud800", 1)  # half a surrogate pair is a text too
