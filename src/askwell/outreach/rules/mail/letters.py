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
    """The body with the signature below it, once. Where it ends with one of the writer's names, the signature follows
    that, or stands for it when it has the name too; a name with lines of its own below it is signed already."""
    body, signature = body.rstrip(), signature.strip()
    if not signature or fold(body).endswith(fold(signature)):
        return body
    own = {_bare(name) for name in names if name}
    last = [line for line in body.splitlines() if line.strip()][-_LAST_LINES:]
    if last and _bare(last[-1]) in own:
        kept = body.removesuffix(last[-1]).rstrip(" ") if _bare(last[-1]) in fold(signature) else f"{body}\n"
        return kept + signature
    return body if own & {_bare(line) for line in last} else f"{body}\n\n{signature}"


def _bare(line: str) -> str:
    return fold(line).strip(" ,.;，。；—–-")
