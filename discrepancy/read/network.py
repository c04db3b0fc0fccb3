"""Which addresses may be connected to, and a connection to exactly the address that was checked."""

from __future__ import annotations

import socket
from http.client import HTTPConnection, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from discrepancy.errors import ReadError

Address = IPv4Address | IPv6Address

_NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def resolve(host: str, port: int, url: str, *, allow_private: bool) -> str:
    """An address of the host that may be connected to.

    One private address among several is enough to refuse them all: which of them would be taken is
    chance. Raises ReadError where the host is unknown or its address may not be connected to.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError(f"{url}: there is no host {host!r}; check the address and the connection") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        check_address(address, url, allow_private=allow_private)
    return addresses[0]


def check_address(text: str, url: str, *, allow_private: bool) -> None:
    """Raises ReadError for an address that is not one of the public internet.

    Link-local addresses, where clouds hand out credentials and no report ever stands, are refused always.
    """
    address = _unwrap(ip_address(text.partition("%")[0]))
    if address.is_link_local or address.is_multicast or address.is_unspecified:
        raise ReadError(
            f"{url}: leads to {text}, where no report can stand; it is refused, save the page instead"
        )
    if not address.is_global and not allow_private:
        raise ReadError(
            f"{url}: leads to {text}, an address of a private network; where you trust it, give "
            "--allow-private (in Python allow_private=True)"
        )


def _unwrap(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for, where it does."""
    if isinstance(address, IPv6Address):
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
        return address.ipv4_mapped or address.sixtofour or address
    return address


def connect(scheme: str, host: str, port: int, address: str, timeout: float) -> HTTPConnection:
    """A connection to this very address, so that a second look-up cannot lead elsewhere.

    The certificate is checked against the host's name. Raises OSError.
    """
    raw = socket.create_connection((address, port), timeout=timeout)
    if scheme == "http":
        plain = HTTPConnection(host, port, timeout=timeout)
        plain.sock = raw
        return plain
    import ssl

    try:
        secured = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    except BaseException:
        raw.close()
        raise
    secure = HTTPSConnection(host, port, timeout=timeout)
    secure.sock = secured
    return secure
