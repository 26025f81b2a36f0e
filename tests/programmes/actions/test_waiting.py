"""What the clock does: one reminder, then released; asking both how it went. Each once, whoever calls."""

from datetime import datetime, timedelta

import pytest

from askwell.outreach.models import Dispatch
from askwell.programmes.actions.errors import NotOpenError
from askwell.programmes.actions.waiting import inquire_due, release_due, remind_due, remind_now
from askwell.programmes.choices import MatchState
from askwell.programmes.models import Match, Programme
from tests.factories.programmes import joined, make_insider
from tests.factories.talks import A_DAY, again, asked, make_match

pytestmark = pytest.mark.django_db


@pytest.fixture
def match(programme: Programme, mailbox: None) -> Match:
    return asked(programme)


def to_insider(match: Match) -> list[str]:
    rows = Dispatch.objects.of(match.workspace).filter(to=match.insider.email)
    return list(rows.order_by("asked_at").values_list("subject", flat=True))


def test_reminded_once_three_days_before_the_end(match: Match, now: datetime) -> None:
    assert remind_due(now=now + 4 * A_DAY - timedelta(minutes=1)) == 0
    assert (remind_due(now=now + 4 * A_DAY), remind_due(now=now + 4 * A_DAY)) == (1, 0)
    assert to_insider(match) == [
        "Harbour Connections: 20 minutes with Mei Chen?",
        "Harbour Connections: would 20 minutes with Mei Chen suit you?",
    ]
    assert again(match).reminded_at == now + 4 * A_DAY


def test_released_at_the_end(match: Match, now: datetime) -> None:
    assert (release_due(now=now + 7 * A_DAY), release_due(now=now + 7 * A_DAY)) == (1, 0)
    assert again(match).state == MatchState.DECLINED


def test_whose_letter_waits_to_be_sent_by_hand_is_neither(programme: Programme, now: datetime) -> None:
    match = asked(programme)
    assert (remind_due(now=now + 9 * A_DAY), release_due(now=now + 9 * A_DAY)) == (0, 0)
    with pytest.raises(NotOpenError):
        remind_now(workspace=match.workspace, match_id=match.pk, now=now)


def test_a_coordinator_may_remind_sooner(match: Match, now: datetime) -> None:
    assert remind_now(workspace=match.workspace, match_id=match.pk, now=now + A_DAY)
    assert remind_due(now=now + 5 * A_DAY) == 0


def test_both_are_asked_how_it_went_an_hour_later(programme: Programme, mailbox: None, now: datetime) -> None:
    facts = {"state": MatchState.AGREED, "starts_at": now, "asked_at": now - 5 * A_DAY}
    match = make_match(programme, joined(programme)[0], make_insider(programme), **facts)
    hour = now + timedelta(hours=1)
    assert (inquire_due(now=now), inquire_due(now=hour), inquire_due(now=hour)) == (0, 1, 0)
    letters = {one.to: one.body for one in Dispatch.objects.of(programme.workspace)}
    assert "https://askwell.example/programmes/talk/" in letters[match.insider.email]
    assert f"/programmes/mine/talks/{match.pk}/" in letters[match.participant.email]
