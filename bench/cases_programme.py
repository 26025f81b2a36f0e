"""Who meets whom in one instance of the set `programme`."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from askwell.programmes.rules.intake import admit
from askwell.programmes.rules.people import Insider, Round, Seeker, Weights, Window
from askwell.programmes.rules.solving import solve

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def predict(path: Path) -> dict[str, Any]:
    fit, _ = admit(round_of(json.loads(path.read_text("utf-8"))))
    solution = solve(fit)
    if not solution.optimum.proven:
        raise SystemExit("The matching was not proven to be the best.")
    return {"matches": solution.matches}


def round_of(instance: dict[str, Any]) -> Round:
    """All times are on one clock, which is taken for UTC."""
    params = instance["params"]
    return Round(
        tuple(map(_seeker, instance["seekers"])),
        tuple(map(_insider, instance["insiders"])),
        {(seeker, insider): reason for seeker, insider, reason in instance["conflicts"]},
        weights=Weights(
            params["topic_weight"],
            params["language_bonus"],
            params["level_weight"],
            params["first_meeting_bonus"],
            Fraction(params["decay"]),
        ),
    )


def _seeker(row: dict[str, Any]) -> Seeker:
    return Seeker(
        row["id"],
        row["goals"],
        tuple(row["languages"]),
        row["level"],
        row["wanted"],
        _windows(row["availability"]),
        row["employer"] or "",
    )


def _insider(row: dict[str, Any]) -> Insider:
    return Insider(
        row["id"],
        tuple(row["topics"]),
        tuple(row["languages"]),
        row["level"],
        row["capacity"],
        _windows(row["availability"]),
        row["employer"] or "",
        tuple(row["exclusions"]["seekers"]),
        tuple(row["exclusions"]["employers"]),
    )


def _windows(rows: list[tuple[str, str, str]]) -> tuple[Window, ...]:
    return tuple(Window(_minute(day, start), _minute(day, end)) for day, start, end in rows)


def _minute(day: str, clock: str) -> int:
    hours, minutes = clock.split(":")
    return DAYS.index(day) * 24 * 60 + int(hours) * 60 + int(minutes)
