"""What is owed to two persons who turn out to be one, and to each again once they are parted."""

from datetime import timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.actions.duties import snooze
from askwell.outreach.actions.moving import redate
from askwell.outreach.choices import FollowUpKind, MessageKind, Outcome
from askwell.outreach.models import FollowUp, Thread
from askwell.people.actions.events import EventFacts, add_event, meet_at_event
from askwell.people.actions.merging import merge_persons, part_persons
from askwell.people.models import Person
from tests.factories.outreach import make_waiting, send
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def meet(workspace: Workspace, name: str, days_ago: int, people: list[Person], now) -> None:
    event = add_event(workspace=workspace, facts=EventFacts(name, now.date() - timedelta(days=days_ago)), now=now)
    for person in people:
        meet_at_event(workspace=workspace, event_id=event.pk, person_id=person.pk, note="", now=now)


def greeted(workspace: Workspace) -> dict:
    rows = FollowUp.objects.of(workspace).filter(kind=FollowUpKind.GREET)
    return dict(rows.values_list("person_id", "done_at"))


def test_what_was_written_in_ones_conversation_greets_only_them_once_parted(workspace: Workspace, now) -> None:
    person = make_person(workspace, given="Min", family="Zhou")
    other = make_waiting(workspace, now - timedelta(days=20), given="Minnie").person
    meet(workspace, "Fair", 1, [person, other], now)
    merge = merge_persons(workspace=workspace, person_id=person.pk, gone_id=other.pk, now=now)
    wrote = now + timedelta(hours=1)
    send(Person.objects.of(workspace).get(), wrote, kind=MessageKind.NUDGE)
    assert greeted(workspace) == {person.pk: wrote}

    part_persons(workspace=workspace, merge_id=merge.pk, now=now + timedelta(hours=2))

    assert greeted(workspace) == {person.pk: None, other.pk: wrote}


def test_a_greeting_is_not_owed_again_beside_a_later_one(workspace: Workspace, now) -> None:
    person = make_person(workspace, given="Min", family="Zhou")
    other = make_waiting(workspace, now - timedelta(days=20), given="Minnie").person
    meet(workspace, "Fair", 2, [person], now)
    merge = merge_persons(workspace=workspace, person_id=person.pk, gone_id=other.pk, now=now)
    send(Person.objects.of(workspace).get(), now, kind=MessageKind.NUDGE)
    meet(workspace, "Later fair", 0, [person], now + timedelta(hours=12))

    part_persons(workspace=workspace, merge_id=merge.pk, now=now + timedelta(days=1))

    still_open = FollowUp.objects.of(workspace).filter(kind=FollowUpKind.GREET, done_at=None)
    assert [row.facts["event"] for row in still_open] == ["Later fair"]


def test_what_was_put_off_stays_put_off(workspace: Workspace, now) -> None:
    until = now + timedelta(days=9)
    threads = [
        make_waiting(workspace, now - timedelta(days=days), given=name) for days, name in ((3, "Min"), (2, "Lin"))
    ]
    for duty in FollowUp.objects.of(workspace).filter(kind=FollowUpKind.NUDGE):
        snooze(workspace=workspace, follow_up_id=duty.pk, until=until)
    merge = merge_persons(workspace=workspace, person_id=threads[0].person_id, gone_id=threads[1].person_id, now=now)
    assert Thread.objects.of(workspace).filter(outcome=Outcome.JOINED).count() == 1

    part_persons(workspace=workspace, merge_id=merge.pk, now=now + timedelta(hours=1))

    put_off = FollowUp.objects.of(workspace).filter(kind=FollowUpKind.NUDGE, snoozed_until=until)
    assert {duty.thread_id for duty in put_off} == {thread.pk for thread in threads}


def test_dates_follow_to_where_they_turn_out_to_be_and_back(workspace: Workspace, now) -> None:
    thread = make_waiting(workspace, now, given="Min", place="", region="", time_zone="")
    other = make_person(workspace, given="Minnie", place="Shanghai")
    Person.objects.of(workspace).filter(pk=other.pk).update(time_zone="Asia/Shanghai", region="CN")
    dates = FollowUp.objects.of(workspace).order_by("kind").values_list("kind", "opens_at", "due_at")
    before = list(dates)

    merge = merge_persons(workspace=workspace, person_id=thread.person_id, gone_id=other.pk, now=now)
    merged = list(dates.all())
    redate(workspace=workspace, person_id=thread.person_id, now=now)
    assert merged == list(dates.all())
    assert merged != before

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert list(dates.all()) == before
