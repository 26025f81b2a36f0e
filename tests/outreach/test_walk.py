"""3B7 walked from the first message to rest, on the recipient's calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.actions.entries import let_rest, log_out_of_office
from askwell.outreach.actions.errors import GuardError
from askwell.outreach.actions.sending import record_sent
from askwell.outreach.choices import Channel, MessageKind
from askwell.outreach.models import Thread
from askwell.outreach.queries import due_follow_ups, threads_board
from askwell.outreach.queries.drafts import DraftText
from askwell.people.models import Person
from tests.factories.outreach import make_someone

MORNING = timedelta(hours=17)  # UTC, on the Pacific coast


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + MORNING


def write(person: Person, day: date, kind: MessageKind = MessageKind.FIRST, body: str = "Could I ask you?") -> Thread:
    text = DraftText(kind=kind, channel=Channel.EMAIL, language="en", body=body)
    sent = record_sent(
        workspace=person.workspace, person_id=person.pk, version=0, text=text, zone="America/Vancouver", now=on(day)
    )
    return sent.thread


def due(workspace: Workspace, day: date) -> list[str]:
    return [one.duty.kind.value for one in due_follow_ups(workspace, on(day))]


def columns(workspace: Workspace, day: date) -> dict[str, int]:
    return {column.code.value: column.total for column in threads_board(workspace, on(day)).columns if column.total}


@pytest.mark.parametrize(
    ("sent", "keeps_lunar_new_year", "absence", "second", "nudge", "rest"),
    [
        (date(2026, 11, 16), False, None, date(2026, 11, 19), date(2026, 11, 25), date(2026, 12, 4)),
        # the eve (Friday, 5 February) and the third day after it (Monday) are free; 15 February is Family Day
        (date(2027, 2, 3), True, None, date(2027, 2, 10), date(2027, 2, 17), date(2027, 2, 26)),
        # back on Tuesday, 1 December: the message counts as written then
        (date(2026, 11, 16), False, date(2026, 12, 1), date(2026, 12, 4), date(2026, 12, 10), date(2026, 12, 21)),
    ],
)
def test_first_second_person_nudge_silence_rest(
    workspace: Workspace,
    sent: date,
    keeps_lunar_new_year: bool,
    absence: date | None,
    second: date,
    nudge: date,
    rest: date,
) -> None:
    person = make_someone(workspace, keeps_lunar_new_year=keeps_lunar_new_year)
    thread = write(person, sent)
    a_day = timedelta(days=1)
    if absence:
        log_out_of_office(workspace=workspace, thread_id=thread.pk, at=on(sent), until=absence, now=on(sent))
    assert due(workspace, second - a_day) == []
    assert due(workspace, second) == ["second_person"]

    colleague = make_someone(workspace, "Ana", "Silva")
    other = write(colleague, second, body="Lin Hua told me about your berth plan. May I ask how you learned it?")
    let_rest(workspace=workspace, thread_id=other.pk, now=on(second) + timedelta(minutes=1))
    assert due(workspace, nudge - a_day) == []
    assert due(workspace, nudge) == ["nudge"]
    assert columns(workspace, nudge) == {"nudge_due": 1, "resting": 1}

    write(person, nudge, MessageKind.NUDGE, body="Only once more, in case it got buried.")
    assert due(workspace, rest - a_day) == []
    assert due(workspace, rest) == ["let_rest"]
    with pytest.raises(GuardError):
        write(person, rest, MessageKind.NUDGE, body="And again.")

    let_rest(workspace=workspace, thread_id=thread.pk, now=on(rest))
    assert due(workspace, rest + timedelta(days=60)) == []
    assert columns(workspace, rest) == {"resting": 2}
