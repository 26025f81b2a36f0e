"""The list of who is stuck: what stands on it, and whose seekers."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.accounts.models import User
from askwell.outreach.choices import FollowUpKind
from askwell.outreach.models import FollowUp
from askwell.programmes.choices import AttendanceState, ConsentItem, MatchState, ParticipantState, Side, Stuck
from askwell.programmes.models import Attendance, Consent, Participant, Programme, Session, Unmatched
from askwell.programmes.queries.stuck import stuck_list
from askwell.programmes.tasks import sweep
from tests.factories.people import make_person
from tests.factories.programmes import joined, make_participant
from tests.programmes.queries.test_numbers import make_round, make_talk

SignIn = Callable[[User], Client]
LONG_AGO = timezone.now() - timedelta(days=60)


def long_in(programme: Programme, name: str, **facts: object) -> Participant:
    return make_participant(programme, name, **{"active_at": LONG_AGO, "came_at": LONG_AGO, **facts})


def stuck(programme: Programme) -> dict[str, list[Stuck]]:
    rows = stuck_list(programme, timezone.now()).rows
    return {row.name: [one.code for one in row.reasons] for row in rows}


def test_what_the_programme_knows_of_each(programme: Programme) -> None:
    long_in(programme, "Waits")
    long_in(programme, "Lacks", languages=[])
    long_in(programme, "Invited", state=ParticipantState.INVITED)
    make_talk(long_in(programme, "Asked"), MatchState.ASKED, asked_at=LONG_AGO)
    make_talk(long_in(programme, "Ready", asked_at=LONG_AGO), MatchState.WAITING, asked_at=None)
    make_talk(long_in(programme, "Just written to", asked_at=timezone.now()), MatchState.WAITING, asked_at=None)
    long_in(programme, "Written to", asked_at=LONG_AGO)
    joined(programme, "Joined", came_at=LONG_AGO, active_at=LONG_AGO, asked_at=LONG_AGO)
    make_talk(long_in(programme, "Met"), starts_at=LONG_AGO)
    make_talk(long_in(programme, "Met and told"), starts_at=LONG_AGO, useful=5)
    missing = long_in(programme, "Missing")
    for days in (3, 2):
        ended = timezone.now() - timedelta(days=days)
        make_talk(missing, MatchState.MISSED, missed_by=Side.SEEKER, ended_at=ended)
    make_talk(long_in(programme, "Was let down"), MatchState.MISSED, missed_by=Side.INSIDER, ended_at=timezone.now())

    assert stuck(programme) == {
        "Missing": [Stuck.MISSED_TALKS],
        "Lacks": [Stuck.UNFIT],
        "Waits": [Stuck.NO_MATCH],
        "Asked": [Stuck.NO_ANSWER],
        "Invited": [Stuck.NOT_JOINED],
        "Ready": [Stuck.WAITS_TO_JOIN],
        "Written to": [Stuck.NO_MATCH, Stuck.NOT_JOINED],
        "Joined": [Stuck.NO_MATCH],
        "Met": [Stuck.NO_FEEDBACK],
    }


def test_the_page_says_what_is_missing(programme: Programme, owner: User, sign_in: SignIn) -> None:
    make_participant(programme, "Lacks", languages=[], goals={})

    page = sign_in(owner).get("/programmes/stuck/").content.decode()

    assert "Missing on their page: languages, topics to ask about." in page


@pytest.mark.parametrize(
    ("story", "is_stuck"),
    [
        (["missed", "missed"], True),
        (["missed", "came", "missed"], False),
        (["came", "missed", "excused", "missed"], True),
        (["missed", "missed", "came"], False),
    ],
)
def test_sessions_are_missed_in_a_row_up_to_the_last(programme: Programme, story: list[str], is_stuck: bool) -> None:
    seeker = make_participant(programme, active_at=timezone.now())
    for place, state in enumerate(story):
        at = LONG_AGO + timedelta(days=place)
        session = Session.objects.create(workspace=programme.workspace, title=f"Week {place}", starts_at=at)
        Attendance.objects.create(
            workspace=programme.workspace, session=session, participant=seeker, state=AttendanceState(state),
            changed_at=at,
        )  # fmt: skip

    assert (Stuck.MISSED_SESSIONS in stuck(programme).get(seeker.name, [])) == is_stuck


def test_the_page_says_why_the_last_round_left_somebody_out(owner: User, sign_in: SignIn, programme: Programme) -> None:
    for why, against in (
        ("all_full", {}),
        ("nobody_allowed", {"no_common_hour": [2, 1], "no_common_language": [9, 3]}),
    ):
        Unmatched.objects.create(
            workspace=programme.workspace, round=_solved(programme),
            participant=Participant.objects.of(programme.workspace).first() or long_in(programme, "Waits"),
            reason={"why": why, "against": against},
        )  # fmt: skip

    page = sign_in(owner).get("/programmes/stuck/").content.decode()

    assert "In the last round no insider fitted. Most often there is no common language." in page
    assert "every insider who fits was full" not in page


def _solved(programme: Programme) -> object:
    row = make_round(programme)
    row.solved_at = timezone.now()
    row.save()
    return row


def share_progress(seeker: Participant) -> Consent:
    told = {"item": ConsentItem.PROGRESS, "given_at": LONG_AGO}
    return Consent.objects.create(workspace=seeker.workspace, participant=seeker, **told)


def fall_behind(seeker: Participant) -> None:
    """A duty of theirs is past its day."""
    assert seeker.seeker_workspace
    FollowUp.objects.create(
        workspace=seeker.seeker_workspace,
        person=make_person(seeker.seeker_workspace),
        kind=FollowUpKind.NUDGE, about_at=LONG_AGO, opens_at=LONG_AGO, due_at=LONG_AGO,
    )  # fmt: skip


def test_a_seekers_own_duties_count_only_while_they_share_them(programme: Programme) -> None:
    seeker, _user = joined(programme, "Mei", active_at=timezone.now())
    fall_behind(seeker)
    assert stuck(programme) == {}

    consent = share_progress(seeker)
    sweep(timezone.now())  # which counts them where the database is sharded
    assert stuck(programme) == {"Mei": [Stuck.OVERDUE]}

    consent.withdrawn_at = timezone.now()
    consent.save()
    assert stuck(programme) == {}


def test_where_the_database_is_sharded_they_are_counted_by_the_sweep_and_shown_while_they_are_shared(
    programme: Programme, settings: LazySettings
) -> None:
    settings.SHARDED = True
    seeker, _user = joined(programme, "Mei", active_at=timezone.now())
    other, _user = joined(programme, "Li", active_at=timezone.now())
    fall_behind(seeker)
    fall_behind(other)
    consent = share_progress(seeker)
    assert stuck(programme) == {}

    sweep(timezone.now())
    share_progress(other)  # whose duties nobody has counted
    assert stuck(programme) == {"Mei": [Stuck.OVERDUE]}

    consent.withdrawn_at = timezone.now()
    consent.save()
    assert stuck(programme) == {}


def test_a_caseworker_sees_their_own_seekers_and_no_others(
    caseworker: User, owner: User, sign_in: SignIn, programme: Programme
) -> None:
    long_in(programme, "Mine", caseworker=caseworker)
    long_in(programme, "Theirs")

    mine = sign_in(caseworker).get("/programmes/stuck/?mine=").content.decode()
    every = sign_in(owner).get("/programmes/stuck/").content.decode()
    home = sign_in(caseworker).get("/programmes/").content.decode()

    assert ("Mine" in mine, "Theirs" in mine) == (True, False)
    assert ("Mine" in every, "Theirs" in every) == (True, True)
    assert "Theirs" not in home


def test_a_rival_sees_nobody(rival: User, sign_in: SignIn, programme: Programme) -> None:
    long_in(programme, "Waits")

    assert "Waits" not in sign_in(rival).get("/programmes/stuck/").content.decode()


@pytest.mark.parametrize("seekers", [1, 3, 400])
def test_home_and_list_take_the_same_queries_whatever_the_size(
    owner: User, sign_in: SignIn, programme: Programme, seekers: int
) -> None:
    client = sign_in(owner)
    rows = [
        Participant(
            workspace=programme.workspace, number=number, name=f"Seeker {number}", state=ParticipantState.ACTIVE,
            came_at=LONG_AGO, active_at=LONG_AGO,
        )
        for number in range(seekers)
    ]  # fmt: skip
    Participant.objects.bulk_create(rows)
    found = []
    for address in ("/programmes/", "/programmes/stuck/"):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        found.append(len(queries))

    assert found == [35, 14]  # nobody shares their progress, so that nobody's duties are asked for
