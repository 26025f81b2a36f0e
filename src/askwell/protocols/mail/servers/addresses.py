"""Where a connection may go: an address on the open internet, or none."""

import ipaddress
import socket
from collections.abc import Callable, Sequence

from askwell.protocols.mail.servers.values import MailError, Trouble

Resolve = Callable[[str, int], Sequence[str]]
"""From a host and a port to the IP addresses that may be connected to, in order. Raises MailError. The connection is
made to one of these and no name is looked up again, so that a name cannot change its meaning in between."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last four bytes
OWN_USE = [ipaddress.ip_network(one) for one in ("192.0.0.0/24", "fec0::/10")]  # Python 3.11 takes them for public
MOST = 6


def resolved(host: str, port: int) -> list[str]:
    """The addresses of `host`, at most six. Raises MailError(NO_SERVER)."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError):
        raise MailError(Trouble.NO_SERVER, permanent=False) from None
    return list(dict.fromkeys(str(where[0]) for *_, where in found))[:MOST]


def public_only(host: str, port: int) -> list[str]:
    """As `resolved`, where others use this installation too: raises MailError(FORBIDDEN_HOST) if one of the addresses
    is this machine's, a private network's, or otherwise not on the open internet."""
    addresses = resolved(host, port)
    if not all(is_public(address) for address in addresses):
        raise MailError(Trouble.FORBIDDEN_HOST, permanent=True)
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, also what it carries inside (IPv4 in IPv6)."""
    try:
        inner = [*_within(ipaddress.ip_address(address))]
    except ValueError:
        return False
    return all(_is_open(one) for one in inner)


def _is_open(address: Address) -> bool:
    is_special = address.is_multicast or address.is_reserved or any(address in network for network in OWN_USE)
    return address.is_global and not is_special


def is_loopback(address: str) -> bool:
    """Whether an IP address means this machine itself."""
    whole = ipaddress.ip_address(address)
    return whole.is_loopback or bool(isinstance(whole, ipaddress.IPv6Address) and whole.ipv4_mapped == _LOCAL)


_LOCAL = ipaddress.IPv4Address("127.0.0.1")


def _within(address: Address) -> list[Address]:
    """The address itself, or the IPv4 addresses that it stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address in TRANSLATED:
        return [ipaddress.IPv4Address(address.packed[-4:])]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address.sixtofour:
        return [address.sixtofour]
    return [address, *(address.teredo or ())]
