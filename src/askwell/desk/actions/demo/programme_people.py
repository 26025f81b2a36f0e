"""Four hundred invented seekers and a hundred and twenty insiders; some of what they told cannot be, as in life."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.desk.actions.demo.script import ZONE, local_noon
from askwell.programmes.actions.taking_part import enter
from askwell.programmes.choices import ConsentItem, InsiderState, Level, ParticipantState
from askwell.programmes.models import Cohort, Consent, Insider, Participant, Programme

SEEKERS, INSIDERS = 400, 120
SPOKEN = (("zh", 42), ("yue", 13), ("fr", 9), ("pa", 9), ("tl", 7), ("fa", 6), ("es", 6), ("ar", 5), ("uk", 4))
LEVELS = tuple(level.value for level in Level)


def enrol_seekers(
    programme: Programme, cohort: Cohort, told: dict[str, Any], dice: Random, own: Workspace | None, now: datetime
) -> list[Participant]:
    names = _names(told["people"], dice)
    rows = [_seeker(programme, cohort, number, next(names), told, dice, now) for number in range(1, SEEKERS + 1)]
    if own is not None:
        profile = profile_of(own)
        rows[0].name, rows[0].native_name, rows[0].email = profile.name, profile.native_name, profile.email
        rows[0].languages = ["zh", "en"]
        enter(rows[0], own)
        rows[0].field, rows[0].goals = "Supply chain", {"planning": 3, "buying": 2, "import and export": 1}
    rows[-1].windows = [[0, "25:00", "26:00"]]
    rows[-2].languages = []
    rows[-3].email = rows[-4].email
    Participant.objects.bulk_create(rows)
    agreed = (ConsentItem.TARGET, ConsentItem.PROGRESS) if own else ()
    for item in agreed:
        Consent.objects.create(
            workspace=programme.workspace, participant=rows[0], item=item, given_at=local_noon(now, -28)
        )
    return rows


def _seeker(
    programme: Programme,
    cohort: Cohort,
    number: int,
    name: tuple[str, str],
    told: dict[str, Any],
    dice: Random,
    now: datetime,
) -> Participant:
    field = _field(told, dice)
    topics = dice.sample(field["topics"], dice.randint(2, len(field["topics"]) - 1))
    topics += dice.sample(told["general"]["topics"], dice.randint(0, 2))
    came = local_noon(now, -dice.randint(8, 45))
    return Participant(
        workspace=programme.workspace,
        number=number,
        cohort=cohort,
        state=ParticipantState.ACTIVE,
        name=name[0],
        native_name=name[1],
        email=f"{name[0].lower().replace(' ', '.')}.{number}@seeker.example",
        zone=ZONE,
        field=field["name"],
        goals={topic: dice.choice([1, 2, 3]) for topic in topics},
        languages=_languages(dice, english=0.93),
        level=dice.choices(LEVELS, [3, 6, 6, 3, 1])[0],
        wanted=dice.choices([1, 2, 3, 4], [4, 5, 3, 1])[0],
        windows=_windows(dice, seeker=True),
        employer=dice.choice(told["employers"]) if dice.random() < 0.3 else "",
        came_at=came,
        active_at=came + timedelta(days=2),
        asked_at=came + timedelta(days=2) if number % 10 else None,
    )


def enrol_insiders(programme: Programme, told: dict[str, Any], dice: Random, now: datetime) -> list[Insider]:
    people = [f"{first} {last}" for first in told["people"]["insiders"] for last in told["people"]["houses"]]
    names = iter(dice.sample(people, INSIDERS))
    rows = [_insider(programme, number, next(names), told, dice, now) for number in range(1, INSIDERS + 1)]
    rows[-1].a_month, rows[-2].a_month, rows[-3].email = 0, -1, rows[-4].email
    return Insider.objects.bulk_create(rows)


def _insider(
    programme: Programme, number: int, name: str, told: dict[str, Any], dice: Random, now: datetime
) -> Insider:
    field, came = _field(told, dice), local_noon(now, -dice.randint(8, 190))
    topics = dice.sample(field["topics"], dice.randint(2, min(4, len(field["topics"]))))
    topics += dice.sample(told["general"]["topics"], dice.randint(0, 1))
    return Insider(
        workspace=programme.workspace,
        number=number,
        state=InsiderState.ACTIVE,
        name=name,
        email=f"{name.lower().replace(' ', '.')}@insider.example",
        organisation=dice.choice(told["employers"]),
        title=dice.choice(field["titles"]),
        field=field["name"],
        topics=topics,
        languages=_languages(dice, english=0.99),
        level=dice.choices(LEVELS, [0, 4, 8, 7, 3])[0],
        a_month=dice.choices([1, 2, 3, 4, 5, 6], [2, 5, 6, 4, 2, 1])[0],
        windows=_windows(dice, seeker=False),
        zone=ZONE,
        obtained="Signed up at a volunteers' evening",
        came_at=came,
        active_at=came,
        seen_at=came,
    )


def _names(people: dict[str, Any], dice: Random) -> Iterator[tuple[str, str]]:
    """No two alike, one in thirty-odd with a name in Han characters beside."""
    mixed = [(f"{first} {last}", "") for first in people["first"] for last in people["last"]]
    chosen: list[tuple[str, str]] = [*map(tuple, people["chinese"])]
    chosen += dice.sample(mixed, SEEKERS - len(chosen))
    dice.shuffle(chosen)
    return iter(chosen)


def _field(told: dict[str, Any], dice: Random) -> dict[str, Any]:
    fields: list[dict[str, Any]] = told["fields"]
    return dice.choices(fields, [field["share"] for field in fields])[0]


def _languages(dice: Random, *, english: float) -> list[str]:
    spoken = ["en"] if dice.random() < english else []
    spoken += [code for code, share in SPOKEN if dice.random() * 100 < share]
    return spoken or ["en"]


def _windows(dice: Random, *, seeker: bool) -> list[list[Any]]:
    """One to three or four times a week: days and evenings of seekers, lunches and evenings of insiders, weekends."""
    found = []
    for _time in range(dice.randint(1, 4 if seeker else 3)):
        kind = dice.random()
        if kind < 0.45:
            hour, length = (dice.choice([9, 10, 13, 14]), dice.choice([2, 3])) if seeker else (12, 1)
        elif kind < 0.8:
            hour, length = dice.choice([17, 18, 19]), dice.choice([1, 2, 3])
        else:
            hour, length = dice.choice([9, 10, 13]), dice.choice([2, 3])
        day = dice.randrange(5, 7) if kind >= 0.8 else dice.randrange(5)
        found.append([day, f"{hour:02d}:00", f"{hour + length:02d}:00"])
    return sorted(found)
