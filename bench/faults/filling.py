"""What children do to a data folder."""

import time
from datetime import timedelta
from pathlib import Path
from typing import Any

REST = 0.5
"""Seconds between two writes of one writer."""


def own() -> Any:
    """The owner's workspace; a look, not a write."""
    from askwell.accounts.actions import LOCAL_OWNER
    from askwell.accounts.models import User

    return User.objects.select_related("workspace").get(email=LOCAL_OWNER).workspace


def a_round(seekers: int, insiders: int) -> None:
    """A programme with a round that waits to be matched."""
    from askwell.programmes.actions.rounds import begin_round
    from tests.conftest import NOW
    from tests.factories.programmes import make_insider, make_participant, make_programme

    programme = make_programme()
    for number in range(seekers):
        make_participant(programme, f"Seeker {number}")
    for number in range(insiders):
        make_insider(programme, f"Insider {number}")
    begin_round(workspace=programme.workspace, name="Autumn", week=NOW.date(), now=NOW)


def solve(minutes: int) -> None:
    """What the worker does with rounds that wait, so many minutes later."""
    from django.utils import timezone

    from askwell.accounts.models import Workspace
    from askwell.programmes.actions.solving import left_unsolved, solve_round

    def now() -> Any:
        return timezone.now() + timedelta(minutes=minutes)

    for workspace_id, round_id in left_unsolved(now=now()):
        solve_round(workspace=Workspace.objects.get(pk=workspace_id), round_id=round_id, clock=now)


def erase() -> None:
    from django.utils import timezone

    from askwell.desk.actions.erase import erase_everything

    erase_everything(workspace=own(), now=timezone.now())


def add(name: str, seconds: float, to: Path) -> None:
    """Add people with an address each for so long; the seconds of each write, or its error, go into a file."""
    from django.db import DatabaseError
    from django.utils import timezone

    from askwell.people.actions.persons import FirstFacts, PersonDetails, add_person

    workspace, until, number = own(), time.monotonic() + seconds, 0
    with to.open("w", buffering=1) as file:
        while time.monotonic() < until:
            facts = FirstFacts(emails=(f"{name}n{number}@mail.example",))
            began, number = time.perf_counter(), number + 1
            try:
                details = PersonDetails(given=name)
                add_person(workspace=workspace, details=details, facts=facts, now=timezone.now())
                file.write(f"{time.perf_counter() - began:.6f}\n")
            except DatabaseError as reason:
                file.write(f"{reason}\n")
            time.sleep(REST)
