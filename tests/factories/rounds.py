"""A programme full of invented people for rounds of matching, always the same for the same seed."""

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

from askwell.accounts.models import Workspace
from askwell.programmes.actions.rounds import begin_round
from askwell.programmes.actions.solving import solve_round
from askwell.programmes.choices import InsiderState, Level, ParticipantState, RoundState
from askwell.programmes.models import Insider, Part, Participant, Programme, Round
from tests.conftest import NOW

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DATA = Path(__file__).parents[1] / "data" / "programme"
FIELDS = {
    "Accounting": ["month-end close", "audit", "tax", "CPA path", "payroll"],
    "Health care": ["nursing", "lab work", "licensing", "care coordination"],
    "Software": ["Python", "testing", "cloud", "security", "web pages"],
    "Early childhood": ["licence", "centre work", "family support"],
    "Logistics": ["dispatch", "customs", "supply chain", "warehouse"],
    "Construction": ["CAD", "site safety", "P.Eng. path", "estimating"],
}
EVERYWHERE = ["resume", "first job here", "self-employment"]
GIVEN = ("Mei", "Wei", "Fatima", "Maria", "Jun", "Olena", "Amir", "Priya", "Sofia", "Minh", "Ana", "Ibrahim", "Yuki")
FAMILY = ("Liu", "Haddad", "Santos", "Chen", "Kovalenko", "Rahimi", "Singh", "Nguyen", "Osei", "Park", "Wang", "Silva")
NATIVE = {"Mei Liu": "刘梅", "Wei Chen": "陈伟", "Jun Wang": "王军"}
EMPLOYERS = ("", "", "", "Tidewater Ledger", "Cedar Foods", "Heron Cloud", "Harbour Care", "Granite Build")
LANGUAGES = (("en", 0.93), ("zh", 0.42), ("yue", 0.13), ("fr", 0.09), ("fa", 0.08), ("uk", 0.06), ("tl", 0.05))

MONDAY = date(2026, 11, 30)


def begun(programme: Programme, **facts: Any) -> Round:
    """A round that waits for a worker; those before it are closed."""
    Round.objects.of(programme.workspace).update(state=RoundState.CLOSED)
    return begin_round(**{"workspace": programme.workspace, "week": MONDAY, "now": NOW} | facts)


def solved(row: Round) -> Round:
    """The same after a worker came by, as it is now."""
    while solve_round(workspace=row.workspace, round_id=row.pk, clock=lambda: NOW):
        pass
    row.refresh_from_db()
    return row


def join_all(programme: Programme) -> None:
    """Every seeker has joined with a workspace of their own."""
    rows = list(Participant.objects.of(programme.workspace).filter(seeker_workspace=None))
    own = Workspace.objects.bulk_create([Workspace() for _one in rows])
    for row, workspace in zip(rows, own, strict=True):
        row.seeker_workspace = workspace
    Participant._base_manager.bulk_update(rows, ["seeker_workspace"])
    Part.objects.bulk_create([Part(seeker=row.seeker_workspace, workspace=row.workspace) for row in rows])


def fill_with(programme: Programme, seekers: int, insiders: int, seed: int = 11) -> None:
    """So many active seekers and insiders, in bulk; a few of them with what a coordinator has to mend."""
    chance = random.Random(seed)
    Participant.objects.bulk_create([_participant(programme, chance, n + 1) for n in range(seekers)])
    Insider.objects.bulk_create([_insider(programme, chance, n + 1) for n in range(insiders)])


def fill_from(programme: Programme, name: str) -> dict[str, Any]:
    """The people of a stored instance, whose talks that must not be are on their pages; the instance."""
    told: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text())
    programme.most_talks = 4
    programme.save()
    met: dict[str, list[str]] = {}
    for seeker, insider, _reason in told["conflicts"]:
        met.setdefault(insider, []).append(seeker)
    seekers, insiders = enumerate(told["seekers"], 1), enumerate(told["insiders"], 1)
    Participant.objects.bulk_create([_row(Participant, programme, number, one) for number, one in seekers])
    Insider.objects.bulk_create(
        [_row(Insider, programme, number, one, met.get(one["id"], ())) for number, one in insiders]
    )
    join_all(programme)
    return told


def _row(model: type[Any], programme: Programme, number: int, told: dict[str, Any], met: Any = ()) -> Any:
    windows = [[DAYS.index(day), start, end] for day, start, end in told["availability"]]
    both = {
        "workspace": programme.workspace, "number": number, "name": told["id"], "languages": told["languages"],
        "level": told["level"], "windows": windows, "zone": "Etc/UTC", "came_at": NOW, "active_at": NOW,
        "email": f"{told['id'].lower()}@people.example",
    }  # fmt: skip
    employer = told["employer"] or ""
    if model is Participant:
        of = {"goals": told["goals"], "wanted": told["wanted"], "employer": employer}
        return Participant(state=ParticipantState.ACTIVE, **of, **both)
    of = {"topics": told["topics"], "a_month": told["capacity"], "organisation": employer}
    shuns = {
        "not_people": [*told["exclusions"]["seekers"], *met],
        "not_employers": told["exclusions"]["employers"],
    }
    return Insider(state=InsiderState.ACTIVE, **of, **shuns, **both)


def _participant(programme: Programme, chance: random.Random, number: int) -> Participant:
    field = chance.choice(list(FIELDS))
    topics = chance.sample(FIELDS[field], chance.randint(2, 3)) + chance.sample(EVERYWHERE, chance.randint(0, 1))
    name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    return Participant(
        workspace=programme.workspace,
        number=number,
        state=ParticipantState.ACTIVE,
        name=name,
        native_name=NATIVE.get(name, ""),
        email=f"s{number}@seeker.example",
        field=field,
        goals={topic: chance.randint(1, 3) for topic in topics},
        languages=_languages(chance),
        level=chance.choices([*Level], [3, 6, 6, 3, 1])[0],
        wanted=chance.choices([1, 2, 3], [4, 5, 1])[0],
        windows=_windows(chance, chance.randint(1, 3)),
        employer=chance.choice(EMPLOYERS),
        came_at=NOW,
        active_at=NOW,
    )


def _insider(programme: Programme, chance: random.Random, number: int) -> Insider:
    field = chance.choice(list(FIELDS))
    return Insider(
        workspace=programme.workspace,
        number=number,
        state=InsiderState.ACTIVE,
        name=f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
        email=f"i{number}@insider.example",
        organisation=chance.choice(EMPLOYERS) or "Salish Works",
        title=chance.choice(["Controller", "Team lead", "Manager", "Specialist", "Director"]),
        field=field,
        topics=chance.sample(FIELDS[field], 3) + chance.sample(EVERYWHERE, 1),
        languages=["en", *[one for one in _languages(chance) if one != "en"]],
        level=chance.choices([*Level], [1, 4, 8, 7, 3])[0],
        a_month=chance.choices([1, 2, 3, 4], [2, 4, 3, 1])[0],
        windows=_windows(chance, chance.randint(1, 3)),
        came_at=NOW,
        active_at=NOW,
    )


def _languages(chance: random.Random) -> list[str]:
    return [code for code, share in LANGUAGES if chance.random() < share] or ["en"]


def _windows(chance: random.Random, count: int) -> list[list[Any]]:
    starts = ("09:00", "12:00", "13:30", "17:00", "18:30")
    ends = ("11:00", "13:30", "16:00", "19:30", "20:30")
    found = []
    for _ in range(count):
        place = chance.randrange(len(starts))
        found.append([chance.randrange(7 if place == 0 else 5), starts[place], ends[place]])
    return found
