"""Strangers' bytes looked at in a child process, which may run out of memory or time without harm to its parent.

The parent keeps a `Child` of a package; that package's `__main__` calls `serve`. Frames of bytes go between them.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import IO, Any, ClassVar, Self

_SECRET = ("ASKWELL_", "DJANGO_", "PG")
_LARGEST_FRAME = 64 << 20
_REACHING_OUT = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg")

Answer = tuple[dict[str, Any], bytes]
"""What was found, as JSON holds it, and bytes made of those that came."""


class RefusedError(Exception):
    """The bytes are not taken; `code` says why. Of every child: "too_many_bytes", "too_much_memory", "too_slow",
    "crashed" (the process ended)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Child:
    """Asks one child process, which starts with the first question and is started anew after one that was its end.
    A context manager; a subclass names the `package` that answers and the `refusal` that is raised.

    `memory` is address space in bytes, `seconds` are those of waiting for one answer, start included.
    """

    package: ClassVar[str]
    refusal: ClassVar[type[RefusedError]]

    def __init__(self, *, memory: int, seconds: float) -> None:
        self._memory, self._seconds = memory, seconds
        self._child: subprocess.Popen[bytes] | None = None

    def ask(self, data: bytes, *, how: str = "") -> Answer:
        """What the child says of `data`. Raises the refusal; the next question is answered all the same."""
        if len(data) > _LARGEST_FRAME:
            raise self.refusal("too_many_bytes")
        child = self._running()
        late = threading.Event()
        timer = threading.Timer(self._seconds, _give_up, (child, late))
        timer.start()
        try:
            head, made = _exchange(child, how, data)
        except (OSError, EOFError) as error:
            self._end()
            raise self.refusal("too_slow" if late.is_set() else "crashed") from error
        finally:
            timer.cancel()
        found: dict[str, Any] = json.loads(head)
        if "error" in found:
            raise self.refusal(found["error"])
        return found, made

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._end()
            command = [sys.executable, "-m", self.package, str(self._memory)]
            self._child = subprocess.Popen(  # noqa: S603 - our own module, no shell, nothing of the user's
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                env=_environment(),
            )  # fmt: skip
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue  # unsent bytes of a child that is gone
        child.wait()


def serve(limit: int, answer: Callable[[bytes, str], Answer]) -> None:
    """In the child: answer until the input ends. `limit` is the most memory in bytes, as address space; it holds
    before `answer` is called, which imports what is heavy, and raises RefusedError. From here on there is no network.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not mix with answers
    sys.excepthook = _tell_where
    _limit_memory(limit)
    sys.addaudithook(_refuse_network)
    while (how := _read_frame(sys.stdin.buffer)) is not None:
        head, made = _answered(answer, _read_frame(sys.stdin.buffer) or b"", how.decode())
        _write_frame(answers, json.dumps(head, ensure_ascii=True).encode())
        _write_frame(answers, made)


def _answered(answer: Callable[[bytes, str], Answer], data: bytes, how: str) -> Answer:
    try:
        return answer(data, how)
    except RefusedError as error:
        return {"error": error.code}, b""
    except MemoryError:
        return {"error": "too_much_memory"}, b""


def _tell_where(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """What nobody caught ends this process: its kind and place, never its message, which may quote a stranger."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "nowhere"
    sys.stderr.write(f"{kind.__qualname__} at {place}\n")


def _refuse_network(event: str, _: object) -> None:
    """Nothing that a stranger's bytes say may reach out."""
    if event in _REACHING_OUT:
        raise PermissionError(event)


def _limit_memory(limit: int) -> None:
    try:
        import resource  # noqa: PLC0415 - only where the system has it
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _environment() -> dict[str, str]:
    """Ours, without what is no business of a process that opens strangers' bytes; one thread."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(_SECRET)}
    return ours | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def _give_up(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _exchange(child: subprocess.Popen[bytes], how: str, data: bytes) -> tuple[bytes, bytes]:
    if child.stdin is None or child.stdout is None:
        raise EOFError
    _write_frame(child.stdin, how.encode())
    _write_frame(child.stdin, data)
    head, made = _read_frame(child.stdout), _read_frame(child.stdout)
    if head is None or made is None:
        raise EOFError
    return head, made


def _read_frame(stream: IO[bytes]) -> bytes | None:
    """The next frame (four bytes of length, then that many), None at the end. Raises EOFError within one."""
    size = stream.read(4)
    if not size:
        return None
    data = stream.read(int.from_bytes(size, "big")) if len(size) == 4 else b""
    if len(size) < 4 or len(data) < int.from_bytes(size, "big"):
        raise EOFError
    return data


def _write_frame(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(4, "big") + data)
    stream.flush()
