"""Whom next: drawn from the right pools, in the right order, with nobody who should not be written to."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.accounts.models import Profile, User, Workspace
from askwell.outreach.actions import entries, passes, targets
from askwell.outreach.choices import ReasonCode, TargetKind
from askwell.outreach.models import Thread
from askwell.outreach.queries import whom_next
from askwell.people.choices import TieKind
from askwell.people.models import Introduction, Person, Tie
from tests.factories.outreach import make_someone, make_waiting

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=200)


def named(workspace: Workspace, limit: int = 10, now: datetime = NOW) -> list[str]:
    return [one.who.given for one in whom_next(workspace, now, limit)]


def introduce(introducer: Person, introduced: Person) -> None:
    Introduction.objects.create(
        workspace=introducer.workspace, introducer=introducer, introduced=introduced, on=date(2026, 11, 1)
    )


def aim_at(workspace: Workspace, name: str, kind: TargetKind = TargetKind.EMPLOYER) -> None:
    target, _ = targets.add_target(workspace=workspace, name=name, kind=kind, now=NOW)
    targets.rate_target(workspace=workspace, target_id=target.pk, motivation=3, posting=1)


def test_second_persons_then_introduced_then_targets_then_ties(workspace: Workspace) -> None:
    make_waiting(workspace, NOW - timedelta(days=6), employer="Harbourline Freight", given="Silent")
    make_someone(workspace, "Second", employer="Harbourline Freight", tie=TieKind.NONE)
    lin = make_someone(workspace, "Lin", employer="Evergreen", strength=1, do_not_contact_at=NOW)
    introduce(lin, make_someone(workspace, "Introduced", employer="Elsewhere", tie=TieKind.NONE))
    aim_at(workspace, "Tidewater Foods")
    make_someone(workspace, "Targeted", employer="Tidewater Foods", tie=TieKind.NONE)
    make_someone(workspace, "Tied", employer="Nowhere", strength=2)
    assert named(workspace) == ["Second", "Introduced", "Targeted", "Tied"]
    first = whom_next(workspace, NOW, 1)[0]
    assert (first.reasons[0].code, first.reasons[0].facts) == (
        ReasonCode.SECOND_PERSON,
        {"silent": "Silent Wong", "employer": "Harbourline Freight"},
    )


def test_who_does_what_is_aimed_at_is_found_by_title(workspace: Workspace) -> None:
    aim_at(workspace, "Demand planner", TargetKind.OCCUPATION)
    make_someone(workspace, "Min", title="Senior demand planner", employer="Cedar", tie=TieKind.NONE)
    make_someone(workspace, "Bo", title="Cook", employer="Cedar", tie=TieKind.NONE, known_since=date(2026, 1, 1))
    suggestions = whom_next(workspace, NOW, 1)
    assert [one.who.given for one in suggestions] == ["Min"]
    assert suggestions[0].reasons[0].code is ReasonCode.WORKS_AS_TARGET


def test_recently_known_people_are_the_last_resort(workspace: Workspace) -> None:
    make_someone(workspace, "Old", tie=TieKind.NONE, known_since=date(2020, 1, 1), employer="")
    make_someone(workspace, "New", tie=TieKind.NONE, known_since=date(2026, 11, 1), employer="")
    make_someone(workspace, "Tied", strength=1, employer="")
    assert named(workspace)[0] == "Tied"
    assert set(named(workspace)) == {"Tied", "New", "Old"}


def test_nobody_who_should_not_be_written_to(workspace: Workspace) -> None:
    make_waiting(workspace, NOW, given="Open")
    make_someone(workspace, "Stopped", do_not_contact_at=NOW)
    make_someone(workspace, "Archived", archived_at=NOW)
    never = make_someone(workspace, "Never")
    passes.pass_over(workspace=workspace, person_id=never.pk, until=None)
    later = make_someone(workspace, "Later")
    passes.pass_over(workspace=workspace, person_id=later.pk, until=NOW + timedelta(days=30))
    for given, outcome in (("Met", "met"), ("Declined", "declined")):
        over = make_waiting(workspace, LONG_AGO, given=given)
        Thread.objects.of(workspace).filter(pk=over.pk).update(state="closed", outcome=outcome, closed_at=LONG_AGO)
    rested = make_waiting(workspace, LONG_AGO, given="Rested")
    entries.let_rest(workspace=workspace, thread_id=rested.pk, now=NOW - timedelta(days=10))
    make_someone(workspace, "Free")
    assert named(workspace) == ["Free"]
    assert named(workspace, now=NOW + timedelta(days=31)).count("Later") == 1
    passes.take_back_pass(workspace=workspace, person_id=never.pk)
    assert set(named(workspace)) == {"Free", "Never"}
    assert "Rested" in named(workspace, now=NOW + timedelta(days=90))


def test_reasons_speak_of_both(workspace: Workspace) -> None:
    Profile.objects.filter(workspace=workspace).update(
        schools=["Fraser Ridge"], languages="zh en", place="Vancouver", digital=True
    )
    person = make_someone(workspace, "Aisha", employer="Tidewater Foods", email="a@t.example", languages="en fr")
    Tie.objects.of(workspace).filter(person=person).update(how_met="Fraser Ridge College, 2016")
    with timezone.override("America/Vancouver"):
        suggestion = whom_next(workspace, NOW, 1)[0]
    facts = {reason.code.value: dict(reason.facts) for reason in suggestion.reasons}
    assert facts == {
        "shared_school": {"school": "Fraser Ridge"},
        "moderately_weak_tie": {"kind": "alumni"},
        "not_written_before": {},
        "face_to_face": {},
        "has_email": {},
        "in_time_zone": {"hours": 0.0},
        "shared_language": {"languages": ("en",)},
    }


def test_who_lives_far_away_or_has_no_address_is_told_as_against(workspace: Workspace) -> None:
    make_someone(workspace, "Wei", time_zone="Asia/Shanghai", place="Shanghai")
    with timezone.override("America/Vancouver"):
        against = whom_next(workspace, NOW, 1)[0].against
    assert {reason.code.value for reason in against} == {"no_address", "far_time_zone"}


def test_a_stranger_is_suggested_nobody(workspace: Workspace, stranger: User) -> None:
    make_someone(workspace)
    assert stranger.workspace
    assert whom_next(stranger.workspace, NOW, 10) == []
    with pytest.raises(Person.DoesNotExist):
        passes.pass_over(workspace=stranger.workspace, person_id=Person.objects.of(workspace).get().pk, until=None)


@pytest.mark.parametrize("people", [1, 3, 300])
def test_query_count_does_not_grow_with_the_address_book(workspace: Workspace, people: int) -> None:
    made = [
        Person(workspace=workspace, given_name=f"P{number}", created_at=NOW, updated_at=NOW) for number in range(people)
    ]
    Person.objects.bulk_create(made)
    with CaptureQueriesContext(connection) as asked:
        assert len(whom_next(workspace, NOW, 5)) == min(people, 5)
    assert len(asked) == 13
