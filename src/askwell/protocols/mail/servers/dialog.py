"""Questions and answers of IMAP: commands with tags, and lines with pieces of bytes inside them, all bounded."""

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from itertools import islice
from time import monotonic

from askwell.protocols.mail.servers.replies import Line, quoted
from askwell.protocols.mail.servers.values import Credentials, MailError, Trouble
from askwell.protocols.mail.servers.wire import Wire
from askwell.protocols.mail.servers.words import login_refused, shown

MOST_LINES = 20_000  # of an answer that is kept
MOST_BYTES = 5 << 20  # of such an answer, beside what was asked for
MOST_DROPPED = 20_000  # lines of an answer that nobody wants any more
MOST_PIECES = 50  # in one line
KEPT = 64 * 1024  # bytes of a piece, unless more was asked for
GLANCE = 2.0  # seconds after which one who waits for news looks whether to go on
PIECE = re.compile(rb"\{(\d{1,10})\}$")
TRY_LATER = re.compile(rb"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|OVERQUOTA)\b", re.IGNORECASE)


class Literal(bytes):
    """Goes over the wire with its length before it, whatever it holds."""


def string(text: str) -> bytes:
    """Words of ours as an argument of a command."""
    return quoted(text) or Literal(text.encode())


class Dialog:
    """One question at a time. Raises MailError, NO_ANSWER also when the server says goodbye."""

    def __init__(self, wire: Wire, credentials: Credentials) -> None:
        self.wire, self._credentials = wire, credentials
        self._count = 0
        self._streaming = False

    def hear(self, keep: int = KEPT) -> Line:
        """The next line; of every piece in it only the first `keep` bytes."""
        words = self.wire.line()
        pieces: list[bytes] = []
        left = keep + KEPT  # of all pieces together
        while (found := PIECE.search(words)) and len(pieces) < MOST_PIECES:
            pieces.append(self.wire.exactly(int(found[1]), keep=min(keep, left)))
            left -= len(pieces[-1])
            words = words[: found.start()] + b"{} " + self.wire.line()
        if words[:5].upper() == b"* BYE":
            raise MailError(Trouble.NO_ANSWER, permanent=False, said=self.shown(words[5:]))
        return Line(words, tuple(pieces))

    def ask(self, *parts: bytes, keep: int = KEPT) -> list[Line]:
        """The lines that answer a command, all of them. MailError(REFUSED or REFUSED_NOW) if it is refused."""
        lines: list[Line] = []
        left = MOST_BYTES + keep
        for line in self._until_done(self._say(parts), keep, self._refused):
            lines.append(line)
            left -= len(line.words) + sum(map(len, line.pieces))
            if len(lines) > MOST_LINES or left < 0:
                raise MailError(Trouble.NOT_A_MAIL_SERVER, permanent=False)
        return lines

    def stream(self, *parts: bytes, keep: int) -> Generator[Line]:
        """The same, line by line as they come, none kept. Closed early, it reads and drops what is left."""
        lines = self._until_done(self._say(parts), keep, self._refused)
        self._streaming = True
        try:
            for line in lines:  # noqa: UP028  # `yield from` would close it
                yield line
        except GeneratorExit:
            with suppress(MailError):
                self._drop(lines)
            raise
        finally:
            self._streaming = False

    def _drop(self, lines: Iterator[Line]) -> None:
        """What has no end is hung up on."""
        if sum(1 for _ in islice(lines, MOST_DROPPED)) == MOST_DROPPED:
            self.wire.close()

    def log_in(self, *parts: bytes, answer: bytes = b"") -> None:
        """A command that logs in; `answer` is sent when the server asks on, then nothing but an end of line. Raises
        MailError(LOGIN_REFUSED or NEEDS_APP_LOGIN)."""
        tag = self._say(parts)
        for line in self._until_done(tag, KEPT, self._login_refused):
            if line.words.startswith(b"+"):
                self.wire.send(answer + b"\r\n")
                answer = b""

    def wait(self, seconds: float, news: "re.Pattern[bytes]", goes_on: Callable[[], bool]) -> bool:
        """IDLE for at most `seconds`, until a line that is `news`, or until `goes_on` says no."""
        tag, ends = self._say((b"IDLE",)), monotonic() + seconds
        came = bool([line for line in self._before_go_ahead(tag) if news.match(line.words)])
        while not came and goes_on() and (left := ends - monotonic()) > 0:
            if self.wire.anything_within(min(left, GLANCE)):
                came = bool(news.match(self.hear().words))
        self.wire.send(b"DONE\r\n")
        for line in self._until_done(tag, KEPT, self._refused):
            came = came or bool(news.match(line.words))
        return came

    def shown(self, words: bytes) -> str:
        return shown(words, self._credentials)

    def _say(self, parts: tuple[bytes, ...]) -> bytes:
        """Send a command; returns its tag. Before a literal the server is waited for."""
        if self._streaming:
            raise RuntimeError("the answer to the question before is still being read")
        self._count += 1
        tag = line = b"a%d" % self._count
        for part in parts:
            if isinstance(part, Literal):
                self.wire.send(line + b" {%d}\r\n" % len(part))
                self._go_ahead(tag)
                self.wire.send(part)
                line = b""
            else:
                line += b" " + part
        self.wire.send(line + b"\r\n")
        return tag

    def _go_ahead(self, tag: bytes) -> None:
        for _ in self._before_go_ahead(tag):
            pass

    def _before_go_ahead(self, tag: bytes) -> Iterator[Line]:
        """What the server says until it lets us go on."""
        for line in self._until_done(tag, KEPT, self._refused):
            if line.words.startswith(b"+"):
                return
            yield line
        raise MailError(Trouble.NOT_A_MAIL_SERVER, permanent=False)

    def _until_done(self, tag: bytes, keep: int, refused: Callable[[bytes], MailError]) -> Iterator[Line]:
        start = tag + b" "
        while not (line := self.hear(keep)).words.startswith(start):
            yield line
        status, _, words = line.words[len(start) :].partition(b" ")
        if status.upper() != b"OK":
            raise refused(words)

    def _refused(self, words: bytes) -> MailError:
        later = bool(TRY_LATER.match(words))
        trouble = Trouble.REFUSED_NOW if later else Trouble.REFUSED
        return MailError(trouble, permanent=not later, said=self.shown(words))

    def _login_refused(self, words: bytes) -> MailError:
        if TRY_LATER.match(words):
            return self._refused(words)
        return login_refused(words, self._credentials)
