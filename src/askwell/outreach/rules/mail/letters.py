"""What stands around a message's own words when it leaves as a mail: subject, threading, signature."""

import re
from collections.abc import Iterable, Sequence

from askwell.lib.text import fold

MOST_REFERENCES = 20
_LAST_LINES = 3
_answer = re.compile(r"\s*(?:re|aw|sv|réf|回复|回覆|答复|答覆)\s*(?:\[\d+\])?\s*[:：]", re.IGNORECASE)


def is_answer(subject: str) -> bool:
    """Whether a subject says that its mail answers another."""
    return bool(_answer.match(subject))


def answering(subject: str) -> str:
    """The subject of an answer: "Re:" before it, once; empty for an empty one."""
    return subject if not subject or is_answer(subject) else f"Re: {subject}"


def chain(ids: Iterable[str]) -> tuple[str, ...]:
    """The references of a mail that follows these, oldest first: each once (where it came last), the first and the
    last ones if they are many."""
    once = tuple(reversed(dict.fromkeys(reversed([one for one in ids if one]))))
    return once if len(once) <= MOST_REFERENCES else (once[0], *once[1 - MOST_REFERENCES :])


def signed(body: str, signature: str, names: Sequence[str]) -> str:
    """The body with the signature below it, unless it is signed already: with the signature, or one of the writer's
    names on a line of its own among the last three."""
    body, signature = body.rstrip(), signature.strip()
    if not signature or fold(body).endswith(fold(signature)):
        return body
    last = [line for line in body.splitlines() if line.strip()][-_LAST_LINES:]
    if {_bare(name) for name in names if name} & {_bare(line) for line in last}:
        return body
    return f"{body}\n\n{signature}"


def _bare(line: str) -> str:
    return fold(line).strip(" ,.;，。；—–-")
