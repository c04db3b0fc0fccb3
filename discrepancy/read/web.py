"""URL -> bytes: http and https alone, with bounds on redirects, size, time, content type and address."""

from __future__ import annotations

import codecs
import socket
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from discrepancy.errors import ReadError
from discrepancy.read import network
from discrepancy.read.decode import web_encoding
from discrepancy.read.load import MAX_BYTES

MOST_REDIRECTS = 5
LONGEST_SILENCE = 10.0  # seconds without a byte
LONGEST_FETCH = 30.0  # seconds for one page, redirects included
_AGENT = "Mozilla/5.0 (compatible; discrepancy)"  # sites turn away what names no browser at all
_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Kinds of content that may hold a report; which one it is, its bytes tell.
_KINDS = (
    "html",
    "text/plain",
    "text/markdown",
    "xml",
    "json",
    "wordprocessingml",
    "application/octet-stream",
)
_REASONS = {
    401: "asks for a login; save the page and give the file",
    402: "asks for payment; save the page and give the file",
    403: "may not be read by programs; save the page and give the file",
    404: "there is no such page; check the address",
    410: "is gone; look for a copy",
    429: "has had too many requests; wait a while",
    451: "is withheld for legal reasons; look for a copy",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What stood at a URL, and where it was found in the end."""

    data: bytes
    url: str


def fetch(url: str, *, allow_private: bool = False) -> Page:
    """Fetch a page. Raises ReadError for what is refused, missing, too large, too slow, or no text."""
    deadline = time.monotonic() + LONGEST_FETCH
    current = url
    for _ in range(MOST_REDIRECTS + 1):
        parts = _check(current, url)
        with _request(parts, url, deadline, allow_private) as response:
            target = response.getheader("Location") if response.status in _REDIRECTS else None
            if target is None:
                return Page(_receive(response, url, deadline), current)
        current = urljoin(current, target)
    raise ReadError(
        f"{url}: redirects more than {MOST_REDIRECTS} times; open it in a browser and save the page"
    )


def _check(current: str, url: str) -> SplitResult:
    """The parts of a URL that may be fetched."""
    try:
        parts = urlsplit(current)
        port_is_told = parts.port is not None
    except ValueError as error:
        raise ReadError(f"{url}: is no URL that can be read ({error}); check it") from error
    via = "" if current == url else f" leads to {current!r}, which"
    if parts.scheme not in ("http", "https"):
        raise ReadError(f"{url}:{via} is not http or https; give a web address or a file")
    if not parts.hostname or "@" in parts.netloc or (port_is_told and parts.port == 0):
        raise ReadError(f"{url}:{via} has no host, or a user's name in it; give a plain web address")
    return parts


@contextmanager
def _request(parts: SplitResult, url: str, deadline: float, allow_private: bool) -> Iterator[HTTPResponse]:
    host, port = str(parts.hostname), parts.port or (443 if parts.scheme == "https" else 80)
    address = network.resolve(host, port, url, allow_private=allow_private)
    connection: HTTPConnection | None = None
    watchdog: Timer | None = None
    try:
        connection = network.connect(parts.scheme, host, port, address, _silence(deadline, url))
        watchdog = _watch(connection.sock, deadline)
        connection.request("GET", _target(parts), headers=_headers())
        yield connection.getresponse()
    except TimeoutError as error:
        raise _too_slow(url) from error
    except (OSError, HTTPException, ValueError) as error:
        if time.monotonic() >= deadline:
            raise _too_slow(url) from error
        raise ReadError(
            f"{url}: cannot be fetched ({error or type(error).__name__}); try again later"
        ) from error
    finally:
        if watchdog:
            watchdog.cancel()
        if connection:
            connection.close()


def _silence(deadline: float, url: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _too_slow(url)
    return min(LONGEST_SILENCE, left)


def _too_slow(url: str) -> ReadError:
    return ReadError(f"{url}: takes longer than {LONGEST_FETCH:g} seconds; save the page and give the file")


def _watch(sock: socket.socket, deadline: float) -> Timer:
    """Shut the connection down at the deadline: a server that sends a byte now and then is never silent."""

    def stop() -> None:
        with suppress(OSError):  # closed already
            sock.shutdown(socket.SHUT_RDWR)

    watchdog = Timer(max(0.0, deadline - time.monotonic()), stop)
    watchdog.daemon = True
    watchdog.start()
    return watchdog


def _target(parts: SplitResult) -> str:
    query = f"?{parts.query}" if parts.query else ""
    return quote(f"{parts.path or '/'}{query}", safe="/%:=&?~#+!$,;'@()*[]")


def _headers() -> dict[str, str]:
    return {"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Language": "en", "Accept-Encoding": "identity",
            "Connection": "close"}  # fmt: skip


def _receive(response: HTTPResponse, url: str, deadline: float) -> bytes:
    """The body of a good answer, unpacked and as UTF-8 where the header names another encoding."""
    if response.status != 200:
        told = _REASONS.get(response.status, f"answers {response.status} {response.reason}; try again later")
        raise ReadError(f"{url}: {told}" + (f" ({response.status})" if response.status in _REASONS else ""))
    kind = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
    if kind and not any(known in kind for known in _KINDS):
        raise ReadError(f"{url}: is {kind}, not a page of text; give the address of the report itself")
    received = bytearray()
    while len(received) <= MAX_BYTES and (more := response.read(min(65536, MAX_BYTES + 1 - len(received)))):
        received += more
    if time.monotonic() >= deadline:  # the watchdog's shutting down looks like the end of the page
        raise _too_slow(url)
    if response.length and len(received) <= MAX_BYTES:
        raise ReadError(f"{url}: was cut off after {len(received)} bytes; try again later")
    data = _unpack(bytes(received), response.headers, url)
    if len(data) > MAX_BYTES:
        raise ReadError(
            f"{url}: is larger than {MAX_BYTES // 1_000_000} MB, the most that is read; save its text"
        )
    if not data.strip():
        raise ReadError(f"{url}: is empty; open it in a browser and save the page")
    return _recode(data, kind, response.headers.get_content_charset())


def _unpack(data: bytes, headers: Message, url: str) -> bytes:
    """Some servers pack what was not asked for packed; what unpacks to more than the bound is cut there."""
    packed = (headers.get("Content-Encoding") or "identity").strip().casefold()
    if packed == "identity":
        return data
    if packed not in ("gzip", "x-gzip", "deflate"):
        raise ReadError(
            f"{url}: is packed as {packed!r}, which was not asked for; save the page and give the file"
        )
    try:
        return zlib.decompressobj(47 if "gzip" in packed else 15).decompress(data, MAX_BYTES + 1)
    except zlib.error as error:
        raise ReadError(f"{url}: is packed as {packed} and broken; try again later") from error


def _recode(data: bytes, kind: str, charset: str | None) -> bytes:
    """Text in the encoding that the header names, marked as UTF-8; XML and JSON name their own."""
    if not charset or charset.casefold() in ("utf-8", "utf8") or kind not in ("text/html", "text/plain"):
        return data
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(web_encoding(charset)).encode()
    except (LookupError, UnicodeError):
        return data
