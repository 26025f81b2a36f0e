import socket
from typing import Any

import pytest

from askwell.protocols.mail.servers import Credentials, MailError, Security, Server, Trouble, open_imap, public_only
from askwell.protocols.mail.servers.addresses import is_loopback, is_public
from tests.protocols.mail.servers.test_smtp import refused

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0",
    "fec0::1", "ff02::1", "2002:7f00:1::", "2002:0a00:0001::", "64:ff9b::7f00:1", "64:ff9b::a00:1",
    "2001:0:7f00:1::", "2001:db8::1", "", "localhost",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_on_the_open_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "142.250.69.10", "2607:f8b0::1", "64:ff9b::808:808", "2002:808:808::"])
def test_what_is(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("address", "is_local"), [("127.0.0.1", True), ("::1", True), ("::ffff:127.0.0.1", True), ("10.0.0.1", False)]
)
def test_this_machine_itself(address: str, is_local: bool) -> None:
    assert is_loopback(address) is is_local


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0x7f.1", "2130706433", "127.1", "::1", "[::1]", "0"])
def test_no_spelling_of_this_machine_passes(host: str) -> None:
    with pytest.raises(MailError) as caught:
        public_only(host, 993)

    assert caught.value.trouble in (Trouble.FORBIDDEN_HOST, Trouble.NO_SERVER)


def answering(monkeypatch: pytest.MonkeyPatch, *rounds: list[str]) -> None:
    """Names resolve to these addresses, another round each time."""
    left, real = list(rounds), socket.getaddrinfo

    def resolve(host: str, port: int, *rest: Any, **more: Any) -> Any:
        if host != "mail.tricky.example":
            return real(host, port, *rest, **more)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in left.pop(0)]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, ["8.8.8.8", "10.0.0.1"])

    with refused() as why:
        public_only("mail.tricky.example", 993)

    assert (why().trouble, why().permanent) == (Trouble.FORBIDDEN_HOST, True)


def test_a_name_that_changes_its_meaning_is_looked_up_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    tried: list[str] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    server = Server("mail.tricky.example", 993, Security.TLS)
    with refused(), open_imap(server, Credentials(login="mei", secret="x"), resolve=public_only):
        pass

    assert tried == ["8.8.8.8"]


def test_without_tls_only_this_machine_is_spoken_to(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = socket.socketpair()
    monkeypatch.setattr(socket, "create_connection", lambda *_: Far(ours))
    server = Server("192.168.1.9", 143, Security.NONE)
    with refused() as why, open_imap(server, Credentials(login="mei", secret="x")):
        pass
    theirs.close()

    assert (why().trouble, why().permanent) == (Trouble.NOT_PRIVATE, True)


class Far:
    """A socket that says it is connected to another machine."""

    def __init__(self, inner: socket.socket) -> None:
        self._inner = inner

    def getpeername(self) -> tuple[str, int]:
        return ("192.168.1.9", 143)

    def close(self) -> None:
        self._inner.close()
