"""Who said what, and who agrees, when two persons turn out to be one and are parted again."""

from datetime import datetime

import pytest

from askwell.accounts.models import Workspace
from askwell.interviews.actions.learning import hear
from askwell.interviews.models import Insight, Interview, Voice
from askwell.people.actions.merging import merge_persons, part_persons
from askwell.people.models import Person
from tests.factories.interviews import make_agreed
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def claim_of(person: Person, now: datetime) -> Insight:
    return Insight.objects.create(workspace=person.workspace, person=person, text="Freight grows", said_at=now)


def say(claim: Insight, person: Person, agrees: bool, now: datetime, interview: Interview | None = None) -> None:
    hear(
        workspace=claim.workspace, insight_id=claim.pk, person_id=person.pk, agrees=agrees, now=now,
        interview_id=interview.pk if interview else None,
    )  # fmt: skip


def voices(workspace: Workspace) -> dict:
    return {row.person_id: (row.agrees, row.interview_id) for row in Voice.objects.of(workspace)}


def test_nobody_agrees_with_themselves_and_the_agreement_is_back_with_them(workspace: Workspace, now) -> None:
    one, other = (make_person(workspace, given=name, family="Zhou") for name in ("Min", "Minnie"))
    say(claim_of(one, now), other, True, now)
    before = voices(workspace)
    for person, gone in ((one, other), (other, one)):
        merge = merge_persons(workspace=workspace, person_id=person.pk, gone_id=gone.pk, now=now)
        assert voices(workspace) == {}

        part_persons(workspace=workspace, merge_id=merge.pk, now=now)
        assert voices(workspace) == before


def test_a_voice_given_anew_in_ones_interview_is_their_latest_word(workspace: Workspace, now) -> None:
    one = make_person(workspace, given="Min", family="Zhou")
    interview = make_agreed(workspace, now, given="Minnie")
    other, claim = interview.person, claim_of(make_person(workspace, given="Xu", family="Li"), now)
    for person in (one, other):
        say(claim, person, True, now)
    merge = merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)
    say(claim, one, False, now, interview)

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)

    assert voices(workspace) == {one.pk: (False, None), other.pk: (False, interview.pk)}
