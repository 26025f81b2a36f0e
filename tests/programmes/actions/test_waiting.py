"""What the clock does: one reminder, then released; asking both how it went. Each once, whoever calls."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User
from askwell.outreach.models import Dispatch
from askwell.people.actions.stopping import stop_address
from askwell.people.choices import UNSUBSCRIBED
from askwell.programmes.actions.calling_off import call_talk_off, restore_talk
from askwell.programmes.actions.errors import NotOpenError
from askwell.programmes.actions.waiting import inquire_due, passed_on, release_due, remind_due, remind_now
from askwell.programmes.choices import MatchState
from askwell.programmes.models import Match, Programme
from askwell.programmes.queries.talks import one_talk
from askwell.programmes.queries.waits import waits
from askwell.programmes.rules.letters import Kind
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


def test_who_wants_no_mail_is_tried_once_and_not_shown_as_reminded(match: Match, now: datetime) -> None:
    stop_address(workspace=match.workspace, email=match.insider.email, why=UNSUBSCRIBED, now=now)
    assert remind_due(now=now + 4 * A_DAY) == 0
    assert (again(match).reminded_at, again(match).by_hand) == (match.asked_at, "")  # so that it is not due again
    programme = Programme.objects.of(match.workspace).get()
    assert one_talk(programme, match.pk, None, "en", now + 4 * A_DAY)[1].reminded_at is None


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


def test_a_reminder_that_cannot_leave_counts_once_it_was_passed_on(
    programme: Programme, owner: User, sign_in: Callable[[User], Client], now: datetime
) -> None:
    match = asked(programme)
    Match.objects.of(programme.workspace).update(asked_at=now)
    assert (remind_due(now=now + 5 * A_DAY), remind_due(now=now + 5 * A_DAY)) == (0, 0)
    assert (again(match).reminded_at, again(match).by_hand) == (None, Kind.REMIND)
    assert [one.count for one in waits(programme, now).letters] == [1]
    page, address = sign_in(owner), reverse("programmes:talk_passed_on", args=[match.pk])
    shown = page.get(reverse("programmes:talk", args=[match.pk])).content.decode()
    assert "A while ago we asked whether you would talk with Mei Chen" in shown
    page.post(address, {"kind": "remind"})
    assert again(match).reminded_at is not None
    assert [one.count for one in waits(programme, now).letters] == []
    page.post(f"{address}?back=remind")
    assert (again(match).reminded_at, again(match).by_hand) == (None, Kind.REMIND)
    assert page.post(address, {"kind": "ask"}).status_code == 404


def test_both_letters_that_ask_how_it_went_are_passed_on_where_no_mail_leaves(
    programme: Programme, owner: User, sign_in: Callable[[User], Client], now: datetime
) -> None:
    facts = {"state": MatchState.AGREED, "starts_at": now, "asked_at": now - 5 * A_DAY}
    match = make_match(programme, joined(programme)[0], make_insider(programme), **facts)
    assert (inquire_due(now=now + A_DAY), inquire_due(now=now + A_DAY)) == (1, 0)
    assert (again(match).inquired_at, again(match).by_hand) == (None, "how_insider how_seeker")
    shown = sign_in(owner).get(reverse("programmes:talk", args=[match.pk])).content.decode()
    assert "http://testserver/programmes/talk/" in shown
    assert f"http://testserver/programmes/mine/talks/{match.pk}/" in shown
    for kind in (Kind.HOW_INSIDER, Kind.HOW_SEEKER):
        assert again(match).inquired_at is None
        passed_on(workspace=programme.workspace, match_id=match.pk, kind=kind, now=now)
    assert again(match).inquired_at == now


def test_who_has_no_mail_is_told_by_hand_that_a_talk_is_called_off(
    programme: Programme, owner: User, sign_in: Callable[[User], Client], now: datetime
) -> None:
    match = asked(programme)
    Match.objects.of(programme.workspace).update(asked_at=now)
    call_talk_off(workspace=programme.workspace, match_id=match.pk, reason="The room is flooded.", now=now)
    assert again(match).by_hand == "off_insider off_seeker"
    shown = sign_in(owner).get(reverse("programmes:talk", args=[match.pk])).content.decode()
    assert shown.count("does not take place") == 6  # a heading, a subject and a sentence for each
    assert shown.count("The room is flooded.") == 3  # how it stands, and both letters
    restore_talk(workspace=programme.workspace, match_id=match.pk, now=now)
    assert (again(match).by_hand, again(match).answer) == ("", "")
