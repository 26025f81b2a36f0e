"""How long one stays signed in, how long the audit log is kept, and how its entries hold together. Pure."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

KEPT = timedelta(days=730)
"""How long an entry of the audit log is kept. The database's triggers say the same (migration 0004)."""
ATTEMPTS_KEPT = timedelta(days=2)
"""How long a failed sign-in is kept beside the audit log, with the address it came from; it locks for an hour."""
LOOKS_APART = timedelta(hours=1)
"""Looks of one caseworker at one seeker within this time are one entry."""


@dataclass(frozen=True, slots=True)
class Stay:
    """How long a session lasts without being used, and at most; `grain`: how exactly its last use is written down."""

    idle: int
    whole: int
    grain: int


def _stay(*, idle: timedelta, whole: timedelta, grain: timedelta) -> Stay:
    return Stay(*(int(span.total_seconds()) for span in (idle, whole, grain)))


OWN_DATA = _stay(idle=timedelta(days=14), whole=timedelta(days=30), grain=timedelta(hours=1))
OTHERS_DATA = _stay(idle=timedelta(hours=1), whole=timedelta(hours=12), grain=timedelta(minutes=1))


def is_over(stay: Stay, *, began: int, seen: int, now: int) -> bool:
    """Whether a session that began and was last used at these seconds has ended."""
    return now - began >= stay.whole or now - seen >= stay.idle


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as its digest covers it."""

    place: UUID
    number: int
    at: datetime
    by: UUID | None
    whose: UUID | None
    deed: str
    facts: dict[str, str]
    before: str

    def digest(self) -> str:
        """SHA-256 over all of it and the digest before: changing one entry breaks all after it."""
        told = [self.place, self.number, self.at.isoformat(), self.by, self.whose, self.deed, self.facts, self.before]
        plain = [one if one is None or isinstance(one, dict) else str(one) for one in told]
        return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def first_break(entries: Iterable[tuple[Written, str]]) -> int | None:
    """The number of the first entry of a place, in their order and each with its stored digest, that was changed or
    that something is missing before; None where they hold together. What was forgotten by age is not missed."""
    last: tuple[int, str] | None = None
    for entry, digest in entries:
        follows = last is None or (entry.number, entry.before) == (last[0] + 1, last[1])
        if not follows or entry.digest() != digest:
            return entry.number
        last = entry.number, digest
    return None
