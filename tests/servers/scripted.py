"""A server that says what a test gives it, byte by byte: for what no honest server does."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Talk = Callable[[socket.socket], None]


@contextmanager
def scripted(talk: Talk) -> Iterator[int]:
    """The port of a server that does `talk` with each who connects, and then hangs up."""
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=_serve, args=(listener, talk), daemon=True)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def lines(*answers: bytes) -> Talk:
    """Says the first at once, and each other after a line from the client; then waits until the client goes."""

    def talk(sock: socket.socket) -> None:
        with sock.makefile("rb") as heard:
            for number, answer in enumerate(answers):
                if number:
                    heard.readline()
                sock.sendall(answer)
            while heard.readline():
                pass

    return talk


def imap(**answers: bytes) -> Talk:
    """An IMAP server that greets, lets everybody in, and answers commands by their name (`UID_FETCH`) with these
    bytes, then OK. `greeting` is what it says first."""

    def talk(sock: socket.socket) -> None:
        sock.sendall(answers.get("greeting", b"* OK ready\r\n"))
        with sock.makefile("rb") as heard:
            for line in heard:
                tag, _, rest = line.strip().partition(b" ")
                name = b"_".join(rest.upper().split()[: 2 if rest.upper().startswith(b"UID") else 1]).decode()
                sock.sendall(answers.get(name, b""))
                sock.sendall(tag + b" OK done\r\n")

    return talk


def _serve(listener: socket.socket, talk: Talk) -> None:
    with suppress(OSError):
        while True:
            sock, _ = listener.accept()
            threading.Thread(target=_one, args=(sock, talk), daemon=True).start()


def _one(sock: socket.socket, talk: Talk) -> None:
    with sock, suppress(OSError):
        talk(sock)
