"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from discrepancy.errors import WriteError
from discrepancy.report import FORMATS, write


def test_text_arrives_and_nothing_else_is_left(tmp_path: Path) -> None:
    write("déjà vu\r\n", tmp_path / "out.csv", FORMATS["csv"].encoding)
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbfd\xc3\xa9j\xc3\xa0 vu\r\n"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_a_failure_keeps_the_old_file_and_no_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.html"
    target.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(WriteError, match=r"out\.html: cannot be written: No space left on device"):
        write("new", target)
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.html"]


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write("x", tmp_path / "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "old"
    target.write_text("x")
    target.chmod(0o604)
    write("y", target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("x")
    (tmp_path / "link").symlink_to("real")
    write("y", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "y"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write("x", os.devnull)
    assert not Path(os.devnull).is_file()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"there is no folder .*missing"):
        write("x", tmp_path / "missing" / "out.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="it is a folder"):
        write("x", tmp_path)


def test_half_a_surrogate_pair_is_written_as_an_escape(tmp_path: Path) -> None:
    write("\ud83d", tmp_path / "out")
    assert (tmp_path / "out").read_text() == "\\ud83d"


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept").write_text("old")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(WriteError, match="permission denied"):
        write("new", tmp_path / "kept")
    assert (tmp_path / "kept").read_text() == "old"
