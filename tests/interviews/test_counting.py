"""What the forecast is told, and what the pictures show."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from askwell.accounts.actions import set_goal
from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.interviews.actions.finishing import finish
from askwell.interviews.actions.learning import Claim
from askwell.interviews.models import Interview
from askwell.interviews.queries.counting import attempts, case_for, outlook
from askwell.interviews.queries.doors import doors
from askwell.interviews.queries.progress import progress
from askwell.interviews.rules.doors import UNASKED
from askwell.interviews.rules.forecast import TieGroup
from askwell.outreach.actions import entries
from askwell.outreach.choices import Channel, MeetingBy, MessageKind
from askwell.outreach.models import Message, Thread
from askwell.people.choices import TieKind
from tests.factories.interviews import closing, make_agreed
from tests.factories.outreach import make_waiting, send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vancouver() -> object:
    with timezone.override("America/Vancouver"):
        yield


def make_successful(workspace: Workspace, asked_at: datetime, **facts: object) -> Interview:
    """Asked at `asked_at` + 3 days back, held two days later, thanked: a door."""
    interview = make_agreed(workspace, asked_at, **facts)
    later = asked_at + timedelta(days=2, hours=1)
    finish(
        workspace=workspace, interview_id=interview.pk, closing=closing(insights=[Claim("Call", rating=3)]), now=later
    )
    Message.objects.of(workspace).filter(state="draft").delete()
    send(interview.person, later + timedelta(hours=1), MessageKind.THANKS)
    return Interview.objects.of(workspace).get(pk=interview.pk)


def test_every_thread_is_settled_open_or_agreed(workspace: Workspace, now: datetime) -> None:
    make_successful(workspace, now - timedelta(days=20), given="Ada")
    make_agreed(workspace, now, given="Bo")
    make_waiting(workspace, now - timedelta(days=4), given="Cy")
    silent = make_waiting(workspace, now - timedelta(days=30), given="Di")
    entries.let_rest(workspace=workspace, thread_id=silent.pk, now=now)
    make_waiting(workspace, now - timedelta(days=9), given="Ed", tie=TieKind.NONE)
    case = case_for(attempts(workspace, now), done=doors(workspace).opened, goal=10, goal_on=None, now=now)
    counts = {(one.channel, one.tie): one for one in case.counts}
    loose = counts[Channel.EMAIL, TieGroup.LOOSE]
    assert (loose.settled, loose.successful, loose.open_ages) == (2, 1, (4,))
    assert loose.agreed == (date(2026, 11, 27),)
    assert counts[Channel.EMAIL, TieGroup.COLD].open_ages == (9,)
    assert (case.done, case.still, case.delays) == (1, 9, (5,))


def test_a_talk_held_lately_may_still_count_and_one_long_ago_no_more(workspace: Workspace, now: datetime) -> None:
    for days, agreed, settled in ((10, 1, 0), (30, 1, 1)):
        interview = make_agreed(workspace, now - timedelta(days=days), given=f"Ed{days}")
        finish(
            workspace=workspace,
            interview_id=interview.pk,
            closing=closing(),
            now=now - timedelta(days=days - 3),
        )
        case = case_for(attempts(workspace, now), done=0, goal=10, goal_on=None, now=now)
        assert (len(case.counts[0].agreed), case.counts[0].settled) == (agreed, settled)


def test_weeks_are_full_ones_since_the_first_contact(workspace: Workspace, now: datetime) -> None:
    for number, days in enumerate((3, 4, 18, 1)):  # Sunday, Saturday, two weeks before; yesterday is this week
        make_waiting(workspace, now - timedelta(days=days), given=f"Al{number}")
    case = case_for(attempts(workspace, now), done=0, goal=10, goal_on=None, now=now)
    assert case.weeks == (2, 0, 1)


def test_with_nothing_at_all_the_forecast_rests_on_starting_rates(workspace: Workspace, now: datetime) -> None:
    found = outlook(workspace, profile_of(workspace), doors(workspace).opened, now).forecast
    assert (found.reached, found.still, found.pace_from_prior, found.rate.from_prior) == (False, 10, True, True)
    assert found.expected
    assert found.expected > now.date()


def test_a_goal_that_is_reached_needs_no_forecast(workspace: Workspace, now: datetime) -> None:
    make_successful(workspace, now - timedelta(days=20))
    set_goal(workspace=workspace, goal=1, goal_on=date(2026, 10, 1))
    found = outlook(workspace, profile_of(workspace), doors(workspace).opened, now).forecast
    assert (found.reached, found.still) == (True, 0)


def test_a_goal_of_nothing_is_refused(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="a goal of 0"):
        set_goal(workspace=workspace, goal=0, goal_on=None)


def test_the_pictures_count_each_thing_once(
    workspace: Workspace, now: datetime, django_assert_num_queries: object
) -> None:
    make_successful(workspace, now - timedelta(days=20), given="Ada")
    held = make_agreed(workspace, now - timedelta(days=6), given="Bo")
    entries.met(workspace=workspace, thread_id=held.thread_id, at=now - timedelta(days=1), by=MeetingBy.VIDEO, now=now)
    make_waiting(workspace, now - timedelta(days=1), given="Cy")
    with django_assert_num_queries(4):  # type: ignore[operator]  # pytest-django's fixture
        page = progress(workspace, now)
    assert [one.stages for one in page.funnel] == [(3, 2, 2, 2, 1)]
    assert (page.opened_on, page.held) == ((date(2026, 11, 7),), 2)
    assert [(week.monday.isoformat(), week.sent, week.held) for week in page.weeks[-4:]] == [
        ("2026-11-02", 2, 1),
        ("2026-11-09", 0, 0),
        ("2026-11-16", 1, 0),
        ("2026-11-23", 1, 1),
    ]
    assert [(one.way.source, one.way.opened, one.way.tried) for one in page.opened.ways] == [("alumni", 1, 1)]


def test_a_door_that_no_message_opened_is_counted_among_what_opened_doors(workspace: Workspace, now: datetime) -> None:
    successful = make_successful(workspace, now - timedelta(days=20), given="Ada")
    Thread.objects.of(workspace).filter(pk=successful.thread_id).update(asked_at=None, channel="")
    found = attempts(workspace, now)
    (way,) = outlook(workspace, profile_of(workspace), 1, now).opened.ways
    assert (way.way.source, way.way.channel, way.way.opened, way.way.tried) == (UNASKED, None, 1, 1)
    assert case_for(found, done=1, goal=10, goal_on=None, now=now).counts == ()
    assert progress(workspace, now).funnel == ()
