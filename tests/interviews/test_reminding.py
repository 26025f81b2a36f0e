"""Reminders: each agreed time once, whatever the clocks do."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.accounts.models import User, Workspace
from askwell.interviews.actions.meeting import agree, call_off
from askwell.interviews.actions.reminding import remind_due
from askwell.interviews.choices import ReminderKind
from askwell.interviews.models import Interview, Reminder
from askwell.interviews.rules.reminding import HOUR_FROM, decent, due
from askwell.lib.times import zone
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import MeetingBy
from askwell.outreach.models import Dispatch, Mailbox
from tests.factories.interviews import make_agreed

VANCOUVER, TORONTO = "America/Vancouver", "America/Toronto"
MINUTE = timedelta(minutes=5)  # between two looks of the sweep, to be quick; it looks every minute


def walk(start: datetime, end: datetime, step: timedelta = MINUTE) -> Iterator[datetime]:
    while start < end:
        yield start
        start += step


def sent_at(starts_at: datetime, agreed_at: datetime, clock: Iterator[datetime], own: str) -> dict[str, list[datetime]]:
    """When each reminder leaves as the sweep sees this clock, with what was sent remembered."""
    found: dict[str, list[datetime]] = {}
    for now in clock:
        kind = due(starts_at, agreed_at, now, own=own)
        if kind and kind not in found:
            found[kind] = [now]
    return found


# (what, the talk in UTC, the seeker's zone, agreed so long before, when the day's leaves before it, the hour's)
TABLE = [
    ("an ordinary week", datetime(2026, 12, 3, 18, tzinfo=UTC), TORONTO, timedelta(days=6), timedelta(hours=48)),
    ("early: 48 hours before is night", datetime(2026, 12, 3, 12, tzinfo=UTC), TORONTO, timedelta(days=6),
     timedelta(hours=47)),
    ("late in the evening: the next morning", datetime(2026, 12, 3, 3, tzinfo=UTC), TORONTO, timedelta(days=6),
     timedelta(hours=38)),
    ("the clocks go forward in between", datetime(2027, 3, 14, 18, tzinfo=UTC), TORONTO, timedelta(days=6),
     timedelta(hours=48)),
    ("forward, and 48 hours before is night", datetime(2027, 3, 14, 12, tzinfo=UTC), TORONTO, timedelta(days=6),
     timedelta(hours=47)),
    ("the clocks go back in between", datetime(2026, 11, 1, 18, tzinfo=UTC), TORONTO, timedelta(days=6),
     timedelta(hours=48)),
    ("back, and 48 hours before is night", datetime(2026, 11, 2, 11, tzinfo=UTC), TORONTO, timedelta(days=6),
     timedelta(hours=47)),
    ("agreed a day and a half before", datetime(2026, 12, 3, 18, tzinfo=UTC), TORONTO, timedelta(hours=36),
     timedelta(hours=29)),
    ("agreed the day before: no day's", datetime(2026, 12, 3, 18, tzinfo=UTC), TORONTO, timedelta(hours=26), None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "starts_at", "own", "ahead", "day"), TABLE, ids=[row[0] for row in TABLE])
def test_the_days_reminder_leaves_at_a_decent_hour_and_the_hours_about_an_hour_before(
    what: str, starts_at: datetime, own: str, ahead: timedelta, day: timedelta | None
) -> None:
    clock = walk(starts_at - timedelta(days=3), starts_at + timedelta(hours=2))
    found = sent_at(starts_at, starts_at - ahead, clock, own)
    assert found.get(ReminderKind.DAY) == ([starts_at - day] if day else None), what
    assert found[ReminderKind.HOUR] == [starts_at - HOUR_FROM]


STARTS = datetime(2026, 12, 3, 18, tzinfo=UTC)


def jumping(*jumps: tuple[timedelta, timedelta]) -> Iterator[datetime]:
    """A server's clock over five days, off by so much from so long before the talk on."""
    for true in walk(STARTS - timedelta(days=4), STARTS + timedelta(hours=2)):
        yield true + sum((by for before, by in jumps if true >= STARTS - before), timedelta(0))


def down(before: timedelta, until: timedelta) -> Iterator[datetime]:
    """A server that did not run from `before` until `until` before the talk."""
    return (now for now in jumping() if not STARTS - before <= now < STARTS - until)


H = timedelta(hours=1)
CLOCKS = [
    ("right", jumping()),
    ("an hour fast", jumping((timedelta(days=4), H))),
    ("an hour slow", jumping((timedelta(days=4), -H))),
    ("jumps an hour ahead as the day's is due", jumping((48 * H, H))),
    ("jumps back an hour just after the day's left", jumping((48 * H - MINUTE, -H))),
    ("jumps ahead just before the hour's is due", jumping((H + MINUTE, H))),
    ("jumps an hour ahead as the hour's is due", jumping((H, H))),
    ("jumps back just after the hour's left", jumping((H - MINUTE, -H))),
    ("ahead and back again", jumping((50 * H, H), (47 * H, -H))),
    ("down over the day's moment", down(49 * H, 20 * H)),
    ("down over the hour's moment", down(2 * H, timedelta(minutes=5))),
]


@pytest.mark.parametrize(("what", "clock"), CLOCKS, ids=[row[0] for row in CLOCKS])
def test_none_is_missed_or_doubled_when_the_servers_clock_is_off(what: str, clock: Iterator[datetime]) -> None:
    found = sent_at(STARTS, STARTS - timedelta(days=6), clock, TORONTO)
    assert sorted(found) == ["day", "hour"], what
    assert [len(times) for times in found.values()] == [1, 1]


def test_nothing_is_said_of_an_hour_when_it_has_begun() -> None:
    found = sent_at(STARTS, STARTS - timedelta(days=6), down(2 * H, timedelta(0)), TORONTO)
    assert sorted(found) == ["day"]


@settings(max_examples=40)
@given(
    hours=st.integers(0, 24 * 400),
    ahead=st.integers(1, 24 * 30),
    own=st.sampled_from([VANCOUVER, TORONTO, "Asia/Shanghai", "Australia/Lord_Howe", "Europe/Paris"]),
)
def test_the_hours_comes_for_every_talk_and_the_days_only_in_its_span_and_by_day(
    hours: int, ahead: int, own: str
) -> None:
    starts_at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    clock = walk(starts_at - timedelta(days=3), starts_at + H, timedelta(minutes=30))
    found = sent_at(starts_at, starts_at - timedelta(hours=ahead), clock, own)
    assert (ReminderKind.HOUR in found) == (ahead > 1)  # who has just agreed to it is not reminded
    assert (ReminderKind.DAY in found) == (
        decent(starts_at - timedelta(hours=min(48, ahead - 6)), own) <= starts_at - 24 * H
    )
    for at in found.get(ReminderKind.DAY, []):
        assert 24 * H <= starts_at - at <= 48 * H
        assert 8 <= at.astimezone(zone(own)).hour < 20


@pytest.fixture
def mailbox(seeker: User, workspace: Workspace, now: datetime) -> Mailbox:
    return Mailbox.objects.create(
        workspace=workspace, address="mei@mail.example", login="mei", name="Mei Tan", imap_host="x", smtp_host="x",
        is_usual=True, created_at=now,
    )  # fmt: skip


def sweep_over(talk: Interview, start: datetime, end: datetime) -> list[tuple[str, str]]:
    for now in walk(start, end, timedelta(minutes=20)):
        remind_due(now=now)
        remind_due(now=now)  # two sweeps at once, or a clock that stood still
    rows = Dispatch.objects.of(talk.workspace).filter(purpose="reminder").order_by("asked_at")
    return [(row.to, row.subject) for row in rows]


def test_they_go_to_the_seekers_own_address_each_once(workspace: Workspace, mailbox: Mailbox, now: datetime) -> None:
    talk = make_agreed(workspace, now, given="Helen", family="He", in_days=4, time_zone=TORONTO, region="CA-ON")
    assert talk.starts_at
    mails = sweep_over(talk, now, talk.starts_at + H)
    words = "Your talk with Helen He: Sunday 29 November, 11:00–11:20 in Vancouver (13:00 in Toronto)"
    assert mails == [("mei@mail.example", words)] * 2
    assert list(Reminder.objects.of(workspace).order_by("sent_at").values_list("kind", flat=True)) == ["day", "hour"]


def test_a_moved_talk_is_reminded_of_anew_and_one_called_off_not_at_all(
    workspace: Workspace, mailbox: Mailbox, now: datetime
) -> None:
    talk = make_agreed(workspace, now, in_days=3)
    assert talk.starts_at
    later = talk.starts_at + timedelta(days=2)
    first = sweep_over(talk, now, now + timedelta(days=2))
    moved_at = now + timedelta(days=2)
    agree(workspace=workspace, interview_id=talk.pk, starts_at=later, minutes=20, by=MeetingBy.VIDEO, now=moved_at)
    assert len(sweep_over(talk, moved_at, later - 2 * H)) == len(first) + 1 == 2
    call_off(workspace=workspace, interview_id=talk.pk, now=later - 2 * H)
    assert len(sweep_over(talk, later - 2 * H, later + H)) == 2


def test_what_waits_to_remind_of_a_talk_is_called_back_with_it(
    workspace: Workspace, mailbox: Mailbox, now: datetime
) -> None:
    talk = make_agreed(workspace, now, in_days=3)
    assert talk.starts_at
    remind_due(now=talk.starts_at - H)
    reminder = Dispatch.objects.of(workspace).get(purpose="reminder")
    assert (reminder.state, reminder.useless_after) == ("waiting", talk.starts_at)
    off = call_off(workspace=workspace, interview_id=talk.pk, now=talk.starts_at - H)
    reminder.refresh_from_db()
    assert reminder.state == "cancelled"
    undo_entry(workspace=workspace, message_id=off.pk, now=talk.starts_at - H)
    assert remind_due(now=talk.starts_at - H + MINUTE) == 1


def test_of_invented_talks_nobody_is_reminded(workspace: Workspace, mailbox: Mailbox, now: datetime) -> None:
    talk = make_agreed(workspace, now, in_days=3)
    workspace.is_demo = True
    workspace.save()
    assert talk.starts_at
    assert remind_due(now=talk.starts_at - H) == 0


def test_without_a_mailbox_nothing_is_queued_and_nothing_counted_as_sent(workspace: Workspace, now: datetime) -> None:
    talk = make_agreed(workspace, now, in_days=3)
    assert talk.starts_at
    assert sweep_over(talk, now, talk.starts_at) == []
    assert not Reminder.objects.of(workspace).exists()
