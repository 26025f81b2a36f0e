"""A story as plain values, as `portfolio.queries.telling` would tell it."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from askwell.portfolio.rules.telling import Ability, Line, Part, Telling, Tongue, Voucher
from askwell.protocols.resumes import Link


def uid(number: int) -> UUID:
    return UUID(int=number)


def line(number: int, text: str = "") -> Line:
    return Line(uid(number), text or f"Line {number}", "en", "")


def part(number: int, kind: str = "work", lines: int | tuple[Line, ...] = 0, **facts: Any) -> Part:
    told: dict[str, Any] = dict.fromkeys(
        ("title", "organisation", "about", "field", "place", "start", "end", "note", "summary", "url", "assessed_as",
         "assessor"), "",
    )  # fmt: skip
    told |= {"title": f"Part {number}", "assessed_on": None, "valid_until": None}
    rows = tuple(line(number * 100 + place) for place in range(lines)) if isinstance(lines, int) else lines
    return Part(id=uid(number), kind=kind, language="en", **{**told, "lines": rows, **facts})


def ability(number: int, name: str, *, shown: bool = True, group: str = "") -> Ability:
    return Ability(uid(number), name, group, "", parts=(uid(1),) if shown else ())


def voucher(number: int, *, agreed: bool) -> Voucher:
    day = date(2026, 10, 1)
    return Voucher(
        uid(number),
        f"Voucher {number}",
        "Lead",
        "Food bank",
        "",
        "",
        "",
        "",
        None,
        day,
        day if agreed else None,
        None,
        None,
    )


def tongue(number: int, name: str, *levels: int | None, level: str = "") -> Tongue:
    four = (*levels, None, None, None, None)[:4]
    return Tongue(uid(number), name, level, *four, None, "")


EMPTY = Telling(
    "en", "Mei Ma", "马梅", "mei@mail.example", "604-555-0142", "Burnaby", "BC", "CA", (Link("https://mei.example"),),
    "", "A headline", "A summary", (), (), (), (),
)  # fmt: skip


def story(**facts: Any) -> Telling:
    return replace(EMPTY, **facts)
