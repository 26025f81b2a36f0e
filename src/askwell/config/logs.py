"""Logs of a hosted Askwell: one JSON object a line, without anything of anybody.

A line says what happened, where in the code, during which request or task and in whose workspace (by its id). What
was put into a message, what an exception says, addresses of pages and source lines stay out: each may hold a name,
an e-mail address, a private link or a row of the database.
"""

import json
import logging
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import Enum
from types import TracebackType
from typing import Any
from uuid import UUID

log = logging.getLogger(__name__)

Facts = dict[str, Any]
FRAMES = 15
CAUSES = 3
PLACE = re.compile(r"%[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]")

doing: ContextVar[Callable[[], Facts] | None] = ContextVar("doing", default=None)
"""What tells the request or the task that runs here."""


class OneLine(logging.Formatter):
    """A record as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        tell = doing.get()
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": said(record),
            **(tell() if tell else {}),
            **getattr(record, "facts", {}),
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = traced(record.exc_info[1])
        return json.dumps({name: value for name, value in line.items() if value not in (None, "")})


def said(record: logging.LogRecord) -> str:
    """The message with only ids, numbers and kinds of things put in. A library's message that was put together before
    it came here is told by its place in the code instead."""
    ours = record.name.split(".")[0] == "askwell"
    if not isinstance(record.msg, str) or not (ours or record.args):
        return f"{record.module}:{record.lineno}"
    given = iter(record.args if isinstance(record.args, tuple) else ())
    return PLACE.sub(lambda _: harmless(next(given, None)), record.msg)


def harmless(value: object) -> str:
    """What may be said of a value."""
    if isinstance(value, type):
        return value.__qualname__
    if isinstance(value, (Enum, UUID, int, float)):
        return str(value)
    return "…"


def traced(error: BaseException) -> Facts:
    """An exception's kind and where it came from, innermost last; and that of what caused it."""
    return {
        "type": f"{type(error).__module__}.{type(error).__qualname__}",
        "at": list(places(error.__traceback__))[-FRAMES:],
        "because": [type(cause).__qualname__ for cause in causes(error)][:CAUSES],
    }


def places(trace: TracebackType | None) -> Iterator[str]:
    while trace:
        frame = trace.tb_frame
        yield f"{frame.f_globals.get('__name__')}:{trace.tb_lineno} {frame.f_code.co_name}"
        trace = trace.tb_next


def causes(error: BaseException) -> Iterator[BaseException]:
    seen = {id(error)}
    cause = error.__cause__ or error.__context__
    while cause and id(cause) not in seen:
        yield cause
        seen.add(id(cause))
        cause = cause.__cause__ or cause.__context__


def log_what_ends_us() -> None:
    """Log what nobody caught, in this process and its threads, instead of printing it with all that it says."""
    sys.excepthook = lambda kind, error, trace: log.critical("ended", exc_info=error)
    threading.excepthook = lambda ended: log.critical("a thread ended", exc_info=ended.exc_value)
