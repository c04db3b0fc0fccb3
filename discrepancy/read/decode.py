"""Bytes -> text: the encodings that news copy comes in, and clear words about what is no text."""

from __future__ import annotations

import codecs
import logging
import re

from discrepancy.errors import ReadError

log = logging.getLogger(__name__)

# The opening bytes of what is most often given in place of text.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# A stray control character is a scar of some old system; one in a hundred is not prose.
MOST_CONTROLS = 0.01


def decode(data: bytes, name: str) -> str:
    """The text that the bytes stand for, with "\\n" for every line end and no byte order mark.

    UTF-8; UTF-16 after a byte order mark; failing both Windows-1252, said in a warning. Raises
    ReadError for what is binary or can be decoded by none of them.
    """
    text = _marked(data, name)
    if text is None:
        _refuse_binary(data, name)
        text = _unmarked(data, name)
    if len(_CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise ReadError(f"{name}: is full of control characters, so it is no text; save it as plain text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes, name: str) -> str | None:
    """Text that opens with a byte order mark, or None where there is no mark."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(name, f"{encoding.upper()}, as its byte order mark says", error) from error
    return None


def _unmarked(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as not_utf8:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError as error:
            raise _undecodable(name, "UTF-8 or Windows-1252", error) from not_utf8
        log.warning("%s: is not UTF-8 (byte %d); read as Windows-1252", name, not_utf8.start)
        return text


def web_encoding(charset: str) -> str:
    """The encoding that browsers take for a name: Latin-1 and ASCII mean Windows-1252 (WHATWG, Encoding)."""
    return (
        "cp1252"
        if charset.casefold() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
        else charset
    )


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"{name}: is {kind}, not text; save the report as plain text or Markdown")
    if data[:4] in (b"RIFF", b"\x00\x00\x00\x18", b"\x00\x00\x00\x20"):
        raise ReadError(f"{name}: is an image or a recording, not text; give the text of the report")
    if b"\x00" in data:
        raise ReadError(
            f"{name}: is binary (NUL at byte {data.index(0)}); if it is UTF-16 without a byte order mark, "
            "save it as UTF-8"
        )


def _undecodable(name: str, encoding: str, error: UnicodeDecodeError) -> ReadError:
    line = error.object[: error.start].count(b"\n") + 1
    return ReadError(f"{name}: line {line}: cannot be decoded as {encoding}; save it as UTF-8")
