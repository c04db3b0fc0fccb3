"""Word (.docx) -> draft: its paragraphs, headings among them, and its properties."""

from __future__ import annotations

import io
import logging
import zipfile
from typing import TYPE_CHECKING

from discrepancy import layout
from discrepancy.errors import ReadError
from discrepancy.read.draft import Draft, compose, one, shorten
from discrepancy.read.status import status

if TYPE_CHECKING:
    from docx.document import Document

log = logging.getLogger(__name__)

# Unpacked, a report with pictures may be this large; a ZIP bomb is far larger.
MOST_UNPACKED = 100_000_000
MOST_TEXT = 20_000_000


def claims(data: bytes, name: str) -> bool:
    """A ZIP archive with Word's document part in it."""
    if not data.startswith(b"PK\x03\x04") or b"word/" not in data:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return b"word/document.xml" in data  # cut off: its own message, not that of any archive


def read(data: bytes, name: str) -> Draft:
    """The text of its paragraphs. Raises ReadError for a file that is broken, or unpacks to too much."""
    document = _open(data, name)
    texts = [paragraph.text for paragraph in document.paragraphs]
    stated = document.core_properties
    title = shorten(stated.title) or shorten(_heading(document))
    text = compose(title, texts)
    return Draft(
        text=text,
        title=title,
        byline=layout.byline(text) or one(stated.author if stated.author != "python-docx" else None),
        updated=stated.modified.isoformat() if stated.modified else None,
        language=one(stated.language),
        slug=one(stated.identifier),
        version=one(stated.version),
        status=status(stated.content_status),
    )


def _open(data: bytes, name: str) -> Document:
    import docx

    try:
        _check_size(data, name)
        return docx.Document(io.BytesIO(data))
    except ReadError:
        raise
    except Exception as error:  # zipfile, lxml, python-docx and KeyError: a broken package has no one error
        raise ReadError(
            f"{name}: is a broken Word document ({type(error).__name__}); open it in Word and save it again"
        ) from error


def _check_size(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    texts = sum(size for part, size in sizes.items() if part.endswith((".xml", ".rels")))
    if sum(sizes.values()) > MOST_UNPACKED or texts > MOST_TEXT:
        raise ReadError(f"{name}: unpacks to far more than a report holds; save its text alone and give that")


def _heading(document: Document) -> str | None:
    """The first paragraph in the style of a title or a main heading."""
    for paragraph in document.paragraphs[:20]:
        style = paragraph.style.name if paragraph.style is not None else None
        if style in ("Title", "Heading 1") and paragraph.text.strip():
            return paragraph.text
    return None
