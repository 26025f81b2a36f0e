"""Who asked not to be contacted, through merges and partings: when it is not known who did, all are left alone."""

from datetime import timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.choices import MessageKind, Outcome, ThreadState
from askwell.outreach.models import Message, Thread
from askwell.people import actions
from askwell.people.actions.merging import merge_persons, part_persons
from askwell.people.models import Person, StoppedAddress
from askwell.people.rules.stopping import digest_of
from tests.factories.outreach import make_waiting
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def three(workspace: Workspace) -> list[Person]:
    names = ("Min", "Minnie", "Mina")
    return [make_person(workspace, given=name, family="Zhou", emails=[f"{name}@x.example"]) for name in names]


def stop(person: Person, now, why: str = "") -> None:
    actions.stop_contacting(workspace=person.workspace, person_id=person.pk, why=why, now=now)


def whys(workspace: Workspace) -> dict[str, str | None]:
    """Who is not to be contacted, and why; None for who may be."""
    rows = Person.objects.of(workspace).values_list("given_name", "do_not_contact_at", "do_not_contact_why")
    return {name: why if at else None for name, at, why in rows}


def is_remembered(workspace: Workspace, email: str) -> bool:
    rows = StoppedAddress.objects.of(workspace).values_list("salt", "digest")
    return any(digest_of(salt, ("email", email)) == digest for salt, digest in rows)


def test_parting_one_of_two_who_asked_keeps_the_others_wish(workspace: Workspace, now) -> None:
    person, *asked = three(workspace)
    for one in asked:
        stop(one, now, f"{one.given_name} asked")
    first, _ = (merge_persons(workspace=workspace, person_id=person.pk, gone_id=one.pk, now=now) for one in asked)
    assert whys(workspace) == {"Min": "Minnie asked"}

    part_persons(workspace=workspace, merge_id=first.pk, now=now)

    assert whys(workspace) == {"Min": "Mina asked", "Minnie": "Minnie asked"}
    assert is_remembered(workspace, "mina@x.example")


def test_who_asked_while_two_were_one_is_not_known_so_both_did(workspace: Workspace, now) -> None:
    thread = make_waiting(workspace, now - timedelta(days=2), given="Minnie", email="minnie@x.example")
    person, *_ = three(workspace)
    merge = merge_persons(workspace=workspace, person_id=person.pk, gone_id=thread.person_id, now=now)
    stop(person, now + timedelta(hours=1), "never again")

    back = part_persons(workspace=workspace, merge_id=merge.pk, now=now + timedelta(days=1))

    people = Person.objects.of(workspace).filter(pk__in=(person.pk, back))
    assert set(people.values_list("do_not_contact_why", flat=True)) == {"never again"}
    thread.refresh_from_db()
    assert (thread.person_id, thread.state, thread.outcome) == (back, ThreadState.CLOSED, Outcome.STOPPED)
    assert is_remembered(workspace, "minnie@x.example")


def test_who_is_part_of_somebody_asked_with_them(workspace: Workspace, now) -> None:
    person, middle, inner = three(workspace)
    stop(middle, now - timedelta(days=9), "long ago")
    in_it = merge_persons(workspace=workspace, person_id=middle.pk, gone_id=inner.pk, now=now)
    outer = merge_persons(workspace=workspace, person_id=person.pk, gone_id=middle.pk, now=now)
    stop(person, now + timedelta(hours=1), "all of us")

    for merge in (outer, in_it):
        part_persons(workspace=workspace, merge_id=merge.pk, now=now + timedelta(days=1))

    assert whys(workspace) == dict.fromkeys(("Min", "Minnie", "Mina"), "all of us")


def test_who_asked_before_they_were_one_asked_for_themselves(workspace: Workspace, now) -> None:
    person, other, _ = three(workspace)
    stop(person, now - timedelta(hours=1), "mine")
    merge = merge_persons(workspace=workspace, person_id=person.pk, gone_id=other.pk, now=now)

    part_persons(workspace=workspace, merge_id=merge.pk, now=now + timedelta(days=1))

    assert whys(workspace) == {"Min": "mine", "Minnie": None, "Mina": None}
    assert not is_remembered(workspace, "minnie@x.example")


def test_what_the_seeker_allowed_or_edited_is_not_filled_again(workspace: Workspace, now) -> None:
    person, *others = three(workspace)
    for one, place in zip(others, ("Delta", "Surrey"), strict=True):
        Person.objects.of(workspace).filter(pk=one.pk).update(place=place)
        stop(one, now)
    third = make_person(workspace, given="Ming", family="Zhou")
    merges = [
        merge_persons(workspace=workspace, person_id=person.pk, gone_id=one.pk, now=now) for one in (*others, third)
    ]
    actions.allow_contacting(workspace=workspace, person_id=person.pk, now=now)
    person.refresh_from_db()
    details = actions.PersonDetails(given="Min", family="Zhou")
    actions.edit_person(workspace=workspace, person_id=person.pk, version=person.version, details=details, now=now)

    for merge in (merges[2], merges[0], merges[1]):
        part_persons(workspace=workspace, merge_id=merge.pk, now=now)
        person.refresh_from_db()
        assert (person.place, person.do_not_contact_at) == ("", None)


def test_the_only_conversation_is_closed_as_stopped_and_goes_on_once_allowed(workspace: Workspace, now) -> None:
    thread = make_waiting(workspace, now - timedelta(days=2), given="Lin", email="lin@x.example")
    _, asked, _ = three(workspace)
    stop(asked, now)
    merge_persons(workspace=workspace, person_id=thread.person_id, gone_id=asked.pk, now=now)
    thread.refresh_from_db()
    assert (thread.state, thread.outcome) == (ThreadState.CLOSED, Outcome.STOPPED)

    actions.allow_contacting(workspace=workspace, person_id=thread.person_id, now=now)

    thread.refresh_from_db()
    assert (thread.state, thread.outcome) == (ThreadState.WAITING, "")


def test_parted_from_who_asked_the_conversation_goes_on(workspace: Workspace, now) -> None:
    thread = make_waiting(workspace, now - timedelta(days=2), given="Lin", email="lin@x.example")
    _, asked, _ = three(workspace)
    stop(asked, now)
    merge = merge_persons(workspace=workspace, person_id=thread.person_id, gone_id=asked.pk, now=now)

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)

    thread.refresh_from_db()
    assert (thread.state, thread.outcome) == (ThreadState.WAITING, "")
    assert not Message.objects.of(workspace).filter(kind=MessageKind.STOPPED).exists()


def test_of_two_stopped_conversations_one_goes_on_once_they_may_be_contacted(workspace: Workspace, now) -> None:
    for days, name in ((2, "Min"), (1, "Minnie")):
        make_waiting(workspace, now - timedelta(days=days), given=name, email=f"{name}@x.example")
    one, other = Person.objects.of(workspace).order_by("id")
    stop(one, now)
    stop(other, now)
    merge = merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)

    actions.allow_contacting(workspace=workspace, person_id=one.pk, now=now)
    states = Thread.objects.of(workspace).order_by("opened_at").values_list("state", flat=True)
    assert list(states) == [ThreadState.CLOSED, ThreadState.WAITING]

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert list(states.all()) == [ThreadState.WAITING, ThreadState.CLOSED]
    assert Person.objects.of(workspace).get(do_not_contact_at=None) == one
