"""Claims, who made them, and who agrees."""

from datetime import datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.interviews.actions import learning
from askwell.interviews.actions.finishing import finish
from askwell.interviews.actions.learning import Claim
from askwell.interviews.choices import SubjectKind
from askwell.interviews.models import Insight, Interview
from askwell.interviews.queries.insights import claims_among, insights_page
from askwell.outreach.choices import MessageKind
from askwell.outreach.models import Message
from askwell.people.models import Person
from tests.factories.interviews import closing, make_agreed
from tests.factories.outreach import make_someone, send

pytestmark = pytest.mark.django_db


def make_claims(workspace: Workspace, now: datetime, *claims: Claim) -> Interview:
    interview = make_agreed(workspace, now)
    later = now + timedelta(days=2, hours=1)
    return finish(workspace=workspace, interview_id=interview.pk, closing=closing(insights=claims), now=later)


def test_claims_are_grouped_by_what_they_are_about(workspace: Workspace, now: datetime) -> None:
    make_claims(
        workspace,
        now,
        Claim("Calls come first", SubjectKind.OCCUPATION, "Demand planner", 3),
        Claim("Planning analyst is the way in", SubjectKind.PATH, "demand planner", 1),
        Claim("They plan by phone", SubjectKind.OCCUPATION, "demand  Planner", None),
    )
    page = insights_page(workspace, now)
    assert [(group.kind, [claim.text for claim in group.claims]) for group in page.groups] == [
        ("occupation", ["They plan by phone", "Calls come first"]),
        ("path", ["Planning analyst is the way in"]),
    ]
    assert (page.total, page.useful) == (3, 1)
    alone = insights_page(workspace, now, subject=("path", "demand planner"))
    assert [group.kind for group in alone.groups] == ["path"]


def test_another_insider_agrees_changes_their_mind_and_is_taken_back(workspace: Workspace, now: datetime) -> None:
    make_claims(workspace, now, Claim("Calls come first"))
    insight, other = Insight.objects.of(workspace).get(), make_someone(workspace, "Priya", "Nair")
    for agrees, counts in ((True, (2, 0)), (False, (1, 1))):
        voice = learning.hear(workspace=workspace, insight_id=insight.pk, person_id=other.pk, agrees=agrees, now=now)
        claim = claims_among(workspace, [insight.pk])[0]
        assert (claim.agree, claim.disagree) == counts
    learning.unhear(workspace=workspace, voice_id=voice.pk)
    assert claims_among(workspace, [insight.pk])[0].voices == ()


def test_nobody_corroborates_their_own_claim(workspace: Workspace, now: datetime) -> None:
    interview = make_claims(workspace, now, Claim("Calls come first"))
    insight = Insight.objects.of(workspace).get()
    with pytest.raises(Person.DoesNotExist):
        learning.hear(workspace=workspace, insight_id=insight.pk, person_id=interview.person_id, agrees=True, now=now)


def test_setting_the_only_useful_claim_aside_shuts_the_door_until_it_is_taken_up_again(
    workspace: Workspace, now: datetime
) -> None:
    interview = make_claims(workspace, now, Claim("Calls come first", rating=2))
    Message.objects.of(workspace).filter(state="draft").delete()
    send(interview.person, now + timedelta(days=2, hours=2), MessageKind.THANKS)
    insight = Insight.objects.of(workspace).get()

    def is_open() -> bool:
        return Interview.objects.of(workspace).get().is_successful

    assert is_open()
    learning.set_aside(workspace=workspace, insight_id=insight.pk, now=now)
    assert not is_open()
    assert insights_page(workspace, now).total == 0
    learning.take_up_again(workspace=workspace, insight_id=insight.pk, now=now)
    assert is_open()
    learning.rate(workspace=workspace, insight_id=insight.pk, rating=1, now=now)
    assert not is_open()


def test_a_stranger_sees_and_changes_no_claim(workspace: Workspace, stranger: User, now: datetime) -> None:
    make_claims(workspace, now, Claim("Calls come first"))
    assert stranger.workspace
    assert insights_page(stranger.workspace, now).total == 0
    with pytest.raises(Insight.DoesNotExist):
        learning.rate(
            workspace=stranger.workspace, insight_id=Insight.objects.of(workspace).get().pk, rating=3, now=now
        )


@pytest.mark.parametrize("count", [1, 3, 45])
def test_the_page_takes_four_queries_however_many_claims(
    workspace: Workspace, now: datetime, count: int, django_assert_num_queries: object
) -> None:
    make_claims(workspace, now, *(Claim(f"Claim {number}", subject=f"Subject {number}") for number in range(count)))
    with django_assert_num_queries(4):  # type: ignore[operator]  # pytest-django's fixture
        insights_page(workspace, now)
