"""A big programme, answering `programme_pages.py`: 5,000 seekers in ten cohorts, 1,500 insiders, 6,000 talks, and what
was said of half of those held."""

from datetime import UTC, datetime, timedelta
from random import Random

import django

django.setup()

from django.core.management import call_command

from askwell.accounts.actions import ensure_local_owner
from askwell.accounts.models import User, Workspace
from askwell.programmes.actions.opening import open_programme
from askwell.programmes.choices import InsiderState, MatchState, ParticipantState, Side
from askwell.programmes.models import Cohort, Feedback, Insider, Match, Participant, Round
from pages_askwell import cookie_of  # beside this file
from requests_of import answer_forever

SEEKERS, INSIDERS, TALKS, ROUNDS = 5_000, 1_500, 6_000, 6
FIELDS = [f"Field {number}" for number in range(20)]
STATES = (MatchState.HELD, MatchState.HELD, MatchState.ASKED, MatchState.DECLINED)
chance, NOW = Random(4), datetime.now(UTC)
IN = {"came_at": NOW - timedelta(days=40), "active_at": NOW - timedelta(days=40)}
READY = {"languages": ["en"], "windows": [[1, "18:00", "20:00"]]}


def build() -> User:
    """The owner of the programme, at work in it."""
    call_command("migrate", verbosity=0)
    owner = ensure_local_owner()
    workspace = open_programme(user=owner, name="Harbour Connections", now=NOW).workspace
    seekers = add_seekers(workspace)
    add_talks(workspace, seekers, add_insiders(workspace))
    return owner


def add_seekers(workspace: Workspace) -> list[Participant]:
    names = [f"Cohort {number}" for number in range(10)]
    cohorts = Cohort.objects.bulk_create(Cohort(workspace=workspace, name=name, created_at=NOW) for name in names)
    rows = [
        Participant(
            workspace=workspace, number=number, name=f"Seeker {number}", state=ParticipantState.ACTIVE,
            field=chance.choice(FIELDS), cohort=chance.choice(cohorts), goals={"licensing": 2}, **IN, **READY,
        )
        for number in range(1, SEEKERS + 1)
    ]  # fmt: skip
    return Participant.objects.bulk_create(rows, batch_size=1000)


def add_insiders(workspace: Workspace) -> list[Insider]:
    told = {"state": InsiderState.ACTIVE, **IN, **READY}
    rows = [
        Insider(workspace=workspace, number=number, name=f"Insider {number}", **told)
        for number in range(1, INSIDERS + 1)
    ]
    return Insider.objects.bulk_create(rows, batch_size=1000)


def add_talks(workspace: Workspace, seekers: list[Participant], insiders: list[Insider]) -> None:
    """For four of five seekers."""
    told = {"workspace": workspace, "week": NOW.date(), "created_at": NOW, "solved_at": NOW}
    rounds = Round.objects.bulk_create(Round(number=number, **told) for number in range(1, ROUNDS + 1))
    rows = [
        Match(
            workspace=workspace, round=rounds[number % ROUNDS], participant=seekers[number * 7 % 4_000],
            insider=insiders[number % INSIDERS], cohort=seekers[number * 7 % 4_000].cohort,
            field=chance.choice(FIELDS), language=chance.choice(("en", "fr", "zh")), state=chance.choice(STATES),
            asked_at=NOW - timedelta(days=20), starts_at=NOW - timedelta(days=chance.randrange(1, 15)),
        )
        for number in range(TALKS)
    ]  # fmt: skip
    held = [one for one in Match.objects.bulk_create(rows, batch_size=1000) if one.state == MatchState.HELD]
    said = {"workspace": workspace, "side": Side.SEEKER, "referrals": 1, "given_at": NOW}
    Feedback.objects.bulk_create(Feedback(match=one, useful=chance.randint(2, 5), **said) for one in held[::2])


if __name__ == "__main__":
    owner = build()
    assert owner.workspace
    cohort = Cohort.objects.of(owner.workspace).earliest("id")
    pages = {
        "home": "/programmes/",
        "seekers": "/programmes/seekers/",
        "stuck": "/programmes/stuck/",
        "report": "/programmes/report/",
        "cohort": f"/programmes/cohorts/{cohort.pk}/",
    }
    answer_forever(pages, cookie_of(owner), change=lambda: owner.save(update_fields=["time_zone"]))
