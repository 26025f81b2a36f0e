"""What pages read: exact rows, and as many queries for three hundred of them as for one."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.outreach import queries
from askwell.outreach.actions import entries
from askwell.outreach.choices import Answer, Channel, MeetingBy, MessageKind
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.queries.values import StageCode, Turn
from askwell.people.choices import TieKind
from askwell.people.models import Person
from tests.factories.outreach import make_someone, make_waiting, send

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
SENT = datetime(2026, 11, 16, 18, tzinfo=UTC)


def answered(thread: Thread, answer: Answer, at: datetime = NOW, text: str = "") -> Message:
    return entries.log_answer(
        workspace=thread.workspace, thread_id=thread.pk, answer=answer, channel=Channel.EMAIL, at=at, text=text, now=at
    )


def agreed(thread: Thread, meets_at: datetime) -> None:
    at = SENT + timedelta(days=1)
    entries.schedule(workspace=thread.workspace, thread_id=thread.pk, meets_at=meets_at, by=MeetingBy.VIDEO, now=at)


def many_waiting(workspace: Workspace, count: int) -> None:
    """`count` people whose nudge is due, made in bulk."""
    people = [
        Person(workspace=workspace, given_name=f"P{number}", family_name="Lee", created_at=SENT, updated_at=SENT)
        for number in range(count)
    ]
    Person.objects.bulk_create(people)
    made = [
        Thread(
            workspace=workspace, person=person, state="waiting", channel="email", asked_at=SENT, opened_at=SENT,
            moved_at=SENT, last_kind="first", last_channel="email", last_direction="out",
        )
        for person in people
    ]  # fmt: skip
    Thread.objects.bulk_create(made)
    facts = {"business_days": 0, "since": "2026-11-16", "moved": False}
    duties = [
        FollowUp(
            workspace=workspace, thread=thread, person=thread.person, kind="nudge", reason="silent_for_days",
            facts=facts, about_at=SENT, opens_at=SENT, due_at=NOW,
        )
        for thread in made
    ]  # fmt: skip
    FollowUp.objects.bulk_create(duties)
    sent = [
        Message(workspace=workspace, thread=thread, state="sent", body="Hello", happened_at=SENT, number=1)
        for thread in made
    ]
    Message.objects.bulk_create(sent)


READS: list[tuple[str, Callable[[Workspace], object], int]] = [
    ("due_follow_ups", lambda workspace: queries.due_follow_ups(workspace, NOW), 2),
    (
        "where_it_stands",
        lambda workspace: queries.where_it_stands(workspace, _first_ids(workspace), NOW),
        3,  # one of them is the ids of this test
    ),
    ("threads_board", lambda workspace: queries.threads_board(workspace, NOW), 10),
    ("threads_list", lambda workspace: queries.threads_list(workspace, NOW), 6),
    ("tally", lambda workspace: queries.tally(workspace, NOW), 1),
    ("warnings", lambda workspace: [queries.warnings(workspace)], 1),
]


def _first_ids(workspace: Workspace) -> list[object]:
    return list(Person.objects.of(workspace).values_list("pk", flat=True)[:25])


@pytest.mark.parametrize("rows", [1, 3, 300])
@pytest.mark.parametrize(("name", "read", "count"), READS, ids=[name for name, *_ in READS])
def test_query_counts(
    workspace: Workspace, rows: int, name: str, read: Callable[[Workspace], object], count: int
) -> None:
    many_waiting(workspace, rows)
    with CaptureQueriesContext(connection) as asked:
        assert read(workspace)
    assert len(asked) == count + (4 if name == "warnings" and rows > 3 else 0), [one["sql"] for one in asked]


def test_due_says_what_is_due_the_most_urgent_first_with_the_silence_so_far(workspace: Workspace) -> None:
    waiting = make_waiting(workspace, SENT)
    sofia = make_waiting(workspace, SENT, given="Sofia", family="Marchetti", employer="Tidewater Foods")
    answered(sofia, Answer.ACCEPTS, NOW - timedelta(hours=2))
    due = queries.due_follow_ups(workspace, NOW)
    assert [(one.duty.kind.value, one.who.latin, one.overdue) for one in due] == [
        ("second_person", "Daniel Wong", True),
        ("nudge", "Daniel Wong", False),
        ("reply_within_a_day", "Sofia Marchetti", False),
    ]
    assert due[1].duty.facts == {
        "business_days": 7,
        "since": date(2026, 11, 16),
        "moved": False,
        "employer": "Harbourline Freight",
    }
    assert (due[0].thread_id, due[0].who.organisation, due[0].channel) == (waiting.pk, "Harbourline Freight", "email")
    assert len(queries.due_follow_ups(workspace, NOW, 2)) == 2
    assert queries.count_due(workspace, NOW) == 3


def test_where_it_stands_follows_the_newest_thread(workspace: Workspace) -> None:
    old = make_waiting(workspace, SENT - timedelta(days=200))
    entries.let_rest(workspace=workspace, thread_id=old.pk, now=SENT - timedelta(days=150))
    new = send(old.person, SENT).thread
    never = make_someone(workspace, "Ana", "Silva")
    stages = queries.where_it_stands(workspace, [old.person_id, never.pk], NOW)
    assert set(stages) == {old.person_id}
    stage = stages[old.person_id]
    assert (stage.code, stage.turn, stage.thread_id) == (StageCode.WAITING, Turn.YOURS, new.pk)
    assert stage.last
    assert (stage.last.kind, stage.last.at) == ("first", SENT)
    assert stage.next
    assert stage.next.kind == "nudge"


@pytest.mark.parametrize("now", [SENT + timedelta(days=1), NOW])
def test_it_is_their_turn_until_something_can_be_done(workspace: Workspace, now: datetime) -> None:
    thread = make_waiting(workspace, SENT, employer="")
    turn = queries.where_it_stands(workspace, [thread.person_id], now)[thread.person_id].turn
    assert turn is (Turn.YOURS if now == NOW else Turn.THEIRS)


def test_people_are_found_by_their_stage(workspace: Workspace) -> None:
    waiting = make_waiting(workspace, SENT).person_id
    rested = make_waiting(workspace, SENT, given="Ana")
    entries.let_rest(workspace=workspace, thread_id=rested.pk, now=NOW)
    make_someone(workspace, "Bo", "Li")
    assert set(queries.at_stage(workspace, StageCode.WAITING)) == {waiting}
    assert set(queries.at_stage(workspace, StageCode.SILENT)) == {rested.person_id}
    assert set(queries.in_touch(workspace)) == {waiting, rested.person_id}


def test_the_board_has_five_columns_and_says_how_many_more(workspace: Workspace) -> None:
    make_waiting(workspace, NOW - timedelta(days=1), given="Ingrid")
    make_waiting(workspace, SENT, given="Daniel", employer="")
    answered(make_waiting(workspace, SENT, given="Sofia"), Answer.ACCEPTS, text="Happy to.\nMornings are best.")
    agreed(make_waiting(workspace, SENT, given="Zhou"), NOW + timedelta(days=1))
    entries.let_rest(workspace=workspace, thread_id=make_waiting(workspace, SENT, given="Owen").pk, now=NOW)
    board = queries.threads_board(workspace, NOW)
    assert {column.code.value: [card.who.given for card in column.cards] for column in board.columns} == {
        "waiting": ["Ingrid"],
        "nudge_due": ["Daniel"],
        "answered": ["Sofia"],
        "scheduled": ["Zhou"],
        "resting": ["Owen"],
    }
    assert (board.moving, board.closed, board.drafts) == (4, 1, 0)
    assert board.columns[2].cards[0].quote == "Happy to."
    ingrid, daniel = board.columns[0].cards[0], board.columns[1].cards[0]
    assert (ingrid.next, ingrid.later and ingrid.later.kind, daniel.next and daniel.next.kind) == (
        None,
        "second_person",
        "nudge",
    )
    for number in range(3):
        make_waiting(workspace, NOW - timedelta(days=1), given=f"P{number}")
    column = queries.threads_board(workspace, NOW, cards=2).columns[0]
    assert (len(column.cards), column.total, column.more) == (2, 4, 2)


def test_what_rested_three_months_is_off_the_board_but_in_the_list(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT - timedelta(days=120))
    entries.let_rest(workspace=workspace, thread_id=thread.pk, now=SENT - timedelta(days=100))
    assert queries.threads_board(workspace, NOW).columns[4].total == 0
    assert [card.thread_id for card in queries.threads_list(workspace, NOW, only="silent").cards] == [thread.pk]
    assert queries.threads_list(workspace, NOW).total == 0


def test_the_list_is_paged(workspace: Workspace) -> None:
    many_waiting(workspace, 51)
    assert [len(queries.threads_list(workspace, NOW, number=number).cards) for number in (1, 2, 9, 0)] == [50, 1, 1, 50]


def test_what_to_expect_counts_yes_of_those_who_decided(workspace: Workspace) -> None:
    answered(make_waiting(workspace, SENT, given="A"), Answer.ACCEPTS)
    answered(make_waiting(workspace, SENT, given="B"), Answer.DECLINES)
    send(make_waiting(workspace, SENT, given="C").person, NOW, MessageKind.NUDGE)
    make_waiting(workspace, SENT, given="D")  # still waits for a first answer: not counted
    answered(make_waiting(workspace, SENT, given="E", tie=TieKind.NONE), Answer.ACCEPTS)
    cold = queries.expectation(workspace, "", Channel.EMAIL)
    assert (cold.yes, cold.tried) == (1, 1)
    alumni = queries.expectation(workspace, "alumni", Channel.EMAIL)
    assert (alumni.yes, alumni.tried, alumni.percent) == (1, 3, 33)
    assert queries.expectation(workspace, "alumni", Channel.WECHAT).tried == 0


def test_effort_counts_the_week_from_monday_where_the_seeker_is(workspace: Workspace) -> None:
    monday = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)  # half past midnight in Vancouver
    for moment, given in ((monday - timedelta(hours=1), "A"), (monday, "B"), (NOW, "C")):
        make_waiting(workspace, moment, given=given, employer="")
    with timezone.override("America/Vancouver"):
        effort = queries.tally(workspace, NOW).effort
    assert (effort.this_week, effort.in_all, effort.written_to, effort.met, effort.your_turn) == (2, 3, 3, 0, 0)


def test_the_timeline_goes_over_all_threads_and_leaves_drafts_out(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    answered(thread, Answer.ASKS, SENT + timedelta(days=1), "What about?")
    entries = queries.timeline(workspace, thread.person_id)
    assert [(entry.kind.value, entry.body) for entry in entries] == [
        ("answer", "What about?"),
        ("first", "Dear Daniel"),
    ]


def test_warnings_need_eight_people_and_a_circle(workspace: Workspace) -> None:
    for number in range(8):
        assert queries.warnings(workspace) == []
        make_waiting(workspace, SENT + timedelta(minutes=number), given=f"P{number}", employer=f"E{number}")
    assert [(one.code.value, one.facts) for one in queries.warnings(workspace)] == [
        ("one_tie_kind", {"kind": "alumni", "count": 8, "of": 8})
    ]


def test_a_stranger_reads_nothing(workspace: Workspace, stranger: User) -> None:
    thread, theirs = make_waiting(workspace, SENT), stranger.workspace
    assert theirs
    assert queries.due_follow_ups(theirs, NOW) == []
    assert queries.where_it_stands(theirs, [thread.person_id], NOW) == {}
    assert queries.threads_list(theirs, NOW).total == 0
    assert queries.threads_board(theirs, NOW).moving == 0
    assert queries.timeline(theirs, thread.person_id) == []
    assert queries.expectation(theirs, "alumni", Channel.EMAIL).tried == 0
    assert queries.tally(theirs, NOW).effort.in_all == 0
    with pytest.raises(Thread.DoesNotExist):
        queries.thread_page(theirs, thread.pk, NOW)
