"""Path or standard input -> Article: encodings, Markdown, metadata, and an error for each mistake."""

import codecs
import contextlib
import io
import logging
import os
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.errors import ReadError
from discrepancy.model import Article
from discrepancy.read import FORMATS, MAX_BYTES, read_article, read_bytes
from discrepancy.read.draft import Draft, Format

REPORT = """Orrin bridge shut after crack is found

By Ann Lee

May 3, 2033

ORRIN, Norland (AP) — The bridge closed at dawn – “for good”, said the café owner.
"""


@pytest.fixture
def give(tmp_path):
    """Write bytes to a file and say where it is."""

    def write(data, name="orrin.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def test_a_report_with_all_it_tells(give):
    article = read_article(give(REPORT.encode()))
    assert article == Article(
        text=REPORT,
        id="orrin",
        title="Orrin bridge shut after crack is found",
        source="AP",
        published="2033-05-03",
        byline="Ann Lee",
        language="en",
    )


def test_what_the_text_does_not_tell_stays_none(give):
    article = read_article(give(b"The bridge closed at dawn. It will stay shut.\n"))
    assert (article.title, article.source, article.published, article.url) == (None, None, None, None)


def test_an_id_of_ones_own(give):
    assert read_article(str(give(b"The bridge closed.")), id="first").id == "first"


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
        lambda text: text.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le-bom", "utf-16-be-bom", "utf-32-le-bom", "windows-1252"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_every_encoding_and_line_end_gives_the_same_text(give, encode, end):
    assert read_article(give(encode(REPORT.replace("\n", end)))).text == REPORT


def test_the_fallback_is_said_and_utf8_is_not(give, caplog):
    with caplog.at_level(logging.WARNING):
        read_article(give(REPORT.encode()))
        assert not caplog.records
        read_article(give(REPORT.encode("cp1252")))
    assert "read as Windows-1252" in caplog.text
    assert "orrin.txt" in caplog.text


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    article = read_article("-")
    assert (article.id, article.text) == ("stdin", REPORT)


def test_standard_input_can_be_empty(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    with pytest.raises(ReadError, match="standard input: is empty"):
        read_article("-")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n\x0c", "white space"),
        (codecs.BOM_UTF8, "white space"),
        (b"%PDF-1.7\n%...", "a PDF"),
        (b"PK\x03\x04rest", "ZIP archive or an Office document"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x89PNG\r\n\x1a\nrest", "PNG image"),
        (b"\xff\xd8\xff\xe0rest", "JPEG image"),
        (b"GIF89arest", "GIF image"),
        (b"RIFF1234WEBP", "image or a recording"),
        (b"The bridge\x00closed", "NUL at byte 10"),
        ("The bridge closed".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"\x01\x02\x03\x04\x05 text", "control characters"),
        (b"The caf\xe9 at\nthe \x81 bridge", "line 2: cannot be decoded as UTF-8 or Windows-1252"),
        (codecs.BOM_UTF8 + b"caf\xe9", "line 1: cannot be decoded as UTF-8-SIG"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "cannot be decoded as UTF-16"),
    ],
)  # fmt: skip
def test_each_mistake_in_the_content_has_its_own_words(give, data, says):
    path = give(data)
    with pytest.raises(ReadError) as caught:
        read_article(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)
    assert ";" in str(caught.value)  # what to do comes after what is wrong


def test_missing_file(tmp_path):
    with pytest.raises(ReadError, match=r"gone\.txt: there is no such file; check"):
        read_article(tmp_path / "gone.txt")


def test_directory(tmp_path):
    with pytest.raises(ReadError, match="is a directory; name a file"):
        read_article(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(give):
    path = give(b"The bridge closed.")
    path.chmod(0)
    with pytest.raises(ReadError, match="may not be read"):
        read_article(path)


def test_no_permission_as_the_system_says_it(give, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    path = give(b"The bridge closed.")
    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(ReadError, match="may not be read; change its permissions"):
        read_article(path)


def test_a_path_that_no_system_takes():
    with pytest.raises(ReadError, match="cannot be read"):
        read_article("orrin\x00.txt")


def test_size_is_bounded_and_the_bound_is_said(give):
    assert len(read_article(give(b"word " * (MAX_BYTES // 5))).text) == MAX_BYTES
    with pytest.raises(ReadError, match="larger than 10 MB"):
        read_article(give(b"word " * (MAX_BYTES // 5) + b"."))


def test_a_new_format_is_one_entry_in_the_list(give, monkeypatch):
    shout = Format(
        "shout", lambda data, _: data.startswith(b"!!"), lambda data, _: Draft(data[2:].decode(), url="u")
    )
    monkeypatch.setattr("discrepancy.read.FORMATS", (shout, *FORMATS))
    assert read_article(give(b"!!The bridge closed.")) == Article(
        text="The bridge closed.", id="orrin", url="u"
    )
    assert read_article(give(b"The bridge closed.")).url is None


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(ReadError):
        assert read_bytes(data, id="any", name="any.md").text.strip()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_plain_text_is_kept_to_the_letter(text):
    if text.strip() and not text.startswith("\ufeff"):
        assert read_bytes(text.encode(), id="any", name="any.txt").text == text
