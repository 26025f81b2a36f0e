"""A caseworker sees the seekers given to them and no other's, on every page of staff; whoever leads sees all."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from askwell.accounts.models import User
from askwell.programmes.choices import MatchState, OutcomeKind, Side
from askwell.programmes.models import (
    Attendance,
    Cohort,
    Feedback,
    Match,
    Outcome,
    Participant,
    Programme,
    Round,
    Session,
    Unmatched,
)
from tests.conftest import NOW
from tests.factories.programmes import make_insider, make_participant
from tests.factories.talks import make_match, make_round
from tests.test_every_address import addresses

SignIn = Callable[[User], Client]
OURS = ("Mei Chen", "陈梅")
THEIRS = ("Zuzana Quillfeather", "祖扎娜", "zuzana@other.example", "Basketry", "S-777", "Bogdan Rarename", "S-778")
ELSEWHERE = ("mine/", "join/", "volunteer/", "insider/<str", "talk/<str", "team/join/", "team/back/", "new/")
"""Pages of seekers, of visitors, and of who has no programme."""


def pages() -> list[str]:
    """All pages of a programme's staff."""
    every = [route for route, _pattern in addresses(get_resolver()) if route.startswith("programmes/")]
    return [route for route in every if not route.removeprefix("programmes/").startswith(ELSEWHERE)]


@pytest.fixture
def rows(programme: Programme, caseworker: User) -> dict[str, Any]:
    """A seeker of the caseworker's and two of nobody's, in the same cohort, session and round, and with the same
    insider: by the name of their parameter, with what is another's in place of what is theirs."""
    space = programme.workspace
    cohort = Cohort.objects.create(workspace=space, name="Autumn", created_at=NOW)
    session = Session.objects.create(workspace=space, title="Welcome", cohort=cohort, starts_at=NOW)
    told = {"native_name": THEIRS[1], "email": THEIRS[2], "field": THEIRS[3], "number": 777, "cohort": cohort}
    mine = make_participant(programme, native_name="陈梅", cohort=cohort, caseworker=caseworker, email=THEIRS[2])
    other, insider, one = make_participant(programme, THEIRS[0], **told), make_insider(programme), make_round(programme)
    lone = make_participant(programme, "Bogdan Rarename", number=778, cohort=cohort)
    facts = {"round": one, "state": MatchState.AGREED, "starts_at": NOW - timedelta(days=1), "answer": "With pleasure"}
    facts["reason"] = {}
    match = make_match(programme, other, insider, **facts)
    make_match(programme, mine, insider, **facts)
    Unmatched.objects.create(workspace=space, round=one, participant=lone, reason={"why": "no_hours"})
    Feedback.objects.create(workspace=space, match=match, side=Side.SEEKER, text="I am Bogdan Rarename", given_at=NOW)
    for who in (mine, other, lone):
        Attendance.objects.create(workspace=space, session=session, participant=who, changed_at=NOW)
    outcome = Outcome.objects.create(
        workspace=space, participant=other, kind=OutcomeKind.JOB, happened_on=NOW.date(), told_at=NOW
    )
    problems = [{"fault": "no_language", "who": [str(other.pk)], "detail": []}]
    pair = [str(other.pk), str(insider.pk)]
    shifts = {"shifts": [], "objective": [0, 1], "met": 2, "points": [0, 1]}
    shifts["steps"] = [{"pair": pair, "now": {"kind": "pin"}}]
    summary = dict.fromkeys(("met", "seekers", "used", "places", "insiders"), 2) | {"causes": [], "unmet": 1}
    Round.objects.of(space).filter(pk=one.pk).update(problems=problems, change=shifts, summary=summary)
    return {
        "cohort_id": cohort.pk, "session_id": session.pk, "participant_id": other.pk, "insider_id": insider.pk,
        "round_id": one.pk, "match_id": match.pk, "outcome_id": outcome.pk, "state": "active", "step": "pause",
        "form": "csv",
    }  # fmt: skip


def filled(route: str, rows: dict[str, Any]) -> str:
    parts = route.replace("<", ">").split(">")
    parts[1::2] = [str(rows.get(part.split(":")[1], uuid.UUID(int=7))) for part in parts[1::2]]
    return "/" + "".join(parts)


@pytest.mark.parametrize("route", pages())
def test_no_page_shows_a_caseworker_anothers_seeker(
    route: str, rows: dict[str, Any], caseworker: User, sign_in: SignIn
) -> None:
    answer = sign_in(caseworker).get(filled(route, rows))

    shown = answer.content.decode()
    assert answer.status_code in (200, 204, 302, 404, 405)
    names = [word for word in THEIRS if word != "Basketry" or "report" not in route]  # which counts by field, hidden
    assert [word for word in names if word in shown] == []
    if "<uuid:participant_id>" in route or "<uuid:match_id>" in route or "<uuid:outcome_id>" in route:
        assert answer.status_code in (404, 405)


@pytest.mark.parametrize("route", [route for route in pages() if "<uuid:" in route])
def test_no_button_of_a_caseworkers_touches_anothers_seeker(
    route: str, rows: dict[str, Any], caseworker: User, sign_in: SignIn
) -> None:
    other = rows["participant_id"]
    before = of_seeker(other)

    answer = sign_in(caseworker).post(
        filled(route, rows) + "?at=2026-11-25T18:00:00.000000Z", {f"state-{other}": "missed", "all": "came"}
    )

    assert of_seeker(other) == before
    if "<uuid:participant_id>" in route or "<uuid:match_id>" in route or "<uuid:outcome_id>" in route:
        assert answer.status_code in (404, 405)


def of_seeker(key: uuid.UUID) -> list[Any]:
    """Everything of a seeker that a press can change."""
    models = (Attendance, Match, Outcome)
    found = [list(model._base_manager.filter(participant=key).values()) for model in models]
    return [*found, Participant._base_manager.filter(pk=key).values().get()]


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("cohort", "cohort_id"),
        ("session", "session_id"),
        ("round", "round_id"),
        ("talks", "round_id"),
        ("insider", "insider_id"),
    ],
)
def test_their_own_is_there_and_who_leads_sees_all(
    name: str, by: str, rows: dict[str, Any], caseworker: User, owner: User, sign_in: SignIn
) -> None:
    address = reverse(f"programmes:{name}", args=[rows[by]])

    shown, whole = (sign_in(user).get(address).content.decode() for user in (caseworker, owner))

    assert "Mei Chen" in shown
    assert ("Mei Chen" in whole, THEIRS[0] in whole) == (True, True)
