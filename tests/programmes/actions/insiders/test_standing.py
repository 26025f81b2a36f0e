from datetime import datetime, timedelta
from typing import Any

import pytest

from askwell.outreach.actions.mail.outbox import queue_mail
from askwell.outreach.choices import Purpose
from askwell.outreach.models import Dispatch
from askwell.people.actions.stopping import is_stopped
from askwell.programmes.actions.errors import (
    BadAddressError,
    ChangedMeanwhileError,
    KnownInsiderError,
    NoNameError,
    NotNowError,
)
from askwell.programmes.actions.insiders import standing
from askwell.programmes.actions.insiders.erasing import erase_due
from askwell.programmes.actions.insiders.telling import add_insider, change_insider
from askwell.programmes.choices import InsiderState, MatchState
from askwell.programmes.models import Insider, Match, Programme, Round
from askwell.programmes.rules.facts import InsiderFacts
from tests.factories.mail import a_mailbox
from tests.factories.programmes import make_insider, make_participant

WEEK = timedelta(days=7)
ROSA = InsiderFacts(name="Rosa Osei", email=" Rosa@Tidewater.example ", topics=("Close", "close", ""))


def test_told_by_hand(programme: Programme, now: datetime) -> None:
    insider = add_insider(workspace=programme.workspace, facts=ROSA, now=now)

    assert (insider.number, insider.state, insider.email) == (1, InsiderState.INVITED, "rosa@tidewater.example")
    assert insider.topics == ["Close"]


def test_an_address_is_of_one_insider(programme: Programme, now: datetime) -> None:
    first = add_insider(workspace=programme.workspace, facts=ROSA, now=now)

    with pytest.raises(KnownInsiderError) as refused:
        add_insider(workspace=programme.workspace, facts=ROSA, now=now)

    assert refused.value.insider_id == first.pk
    assert Insider.objects.of(programme.workspace).count() == 1


@pytest.mark.parametrize(
    ("facts", "error"),
    [(InsiderFacts(name=" "), NoNameError), (InsiderFacts(name="Rosa", email="rosa at home"), BadAddressError)],
)
def test_what_cannot_be_is_refused_by_name(
    programme: Programme, facts: InsiderFacts, error: type[Exception], now: datetime
) -> None:
    with pytest.raises(error):
        add_insider(workspace=programme.workspace, facts=facts, now=now)


def test_two_who_save_at_once_are_kept_apart(programme: Programme, now: datetime) -> None:
    insider = add_insider(workspace=programme.workspace, facts=ROSA, now=now)
    told: dict[str, Any] = {"workspace": programme.workspace, "insider_id": insider.pk, "version": 1, "now": now}
    change_insider(facts=ROSA, **told)

    with pytest.raises(ChangedMeanwhileError):
        change_insider(facts=InsiderFacts(name="Other"), **told)

    assert Insider.objects.of(programme.workspace).get().name == "Rosa Osei"


def test_saving_their_own_page_says_that_they_are_in(programme: Programme, now: datetime) -> None:
    insider = add_insider(workspace=programme.workspace, facts=ROSA, now=now)

    after = change_insider(
        workspace=programme.workspace, insider_id=insider.pk, version=1, facts=ROSA, by_self=True, now=now
    )

    assert (after.state, after.active_at, after.seen_at) == (InsiderState.ACTIVE, now, now)


def test_who_applied_still_waits_after_saving_their_page(programme: Programme, now: datetime) -> None:
    insider = add_insider(workspace=programme.workspace, facts=ROSA, state=InsiderState.APPLIED, now=now)

    change_insider(workspace=programme.workspace, insider_id=insider.pk, version=1, facts=ROSA, by_self=True, now=now)

    insider.refresh_from_db()
    assert insider.state == InsiderState.APPLIED


def test_a_pause_and_back(programme: Programme, now: datetime) -> None:
    insider, until = make_insider(programme), now.date() + WEEK
    told: dict[str, Any] = {"workspace": programme.workspace, "insider_id": insider.pk}

    paused = standing.pause(until=until, now=now, **told)
    back = standing.resume(**told)

    assert (paused.state, paused.paused_until) == (InsiderState.PAUSED, until)
    assert (back.state, back.paused_until) == (InsiderState.ACTIVE, None)


def test_who_left_cannot_pause(programme: Programme, now: datetime) -> None:
    insider = make_insider(programme)
    told: dict[str, Any] = {"workspace": programme.workspace, "insider_id": insider.pk}
    standing.leave(is_own_wish=True, now=now, **told)

    with pytest.raises(NotNowError):
        standing.pause(until=None, now=now, **told)


def test_what_was_their_own_wish_only_they_take_back(programme: Programme, now: datetime) -> None:
    insider = make_insider(programme)
    told: dict[str, Any] = {"workspace": programme.workspace, "insider_id": insider.pk}
    standing.leave(is_own_wish=True, now=now, **told)

    with pytest.raises(NotNowError):
        standing.stay(is_own_wish=False, **told)
    back = standing.stay(is_own_wish=True, **told)

    assert (back.state, back.erase_at) == (InsiderState.ACTIVE, None)


def test_a_week_after_leaving_nothing_is_left_but_the_count(programme: Programme, now: datetime) -> None:
    workspace, insider = programme.workspace, make_insider(programme)
    a_mailbox(workspace, now=now, address="programme@harbour.example", imap_port=1, smtp_port=1)
    queue_mail(
        workspace=workspace, purpose=Purpose.REMINDER, thread_id=None, to="other@insider.example", to_name="",
        subject="Hello", body="Hello", now=now,
    )  # fmt: skip
    Dispatch.objects.of(workspace).update(purpose=Purpose.PROGRAMME, to=insider.email)
    the_round = Round.objects.create(workspace=workspace, number=1, week=now.date(), created_at=now)
    Match.objects.create(
        workspace=workspace, round=the_round, participant=make_participant(programme), insider=insider,
        state=MatchState.HELD, answer="my words", reason={"theirs": {"tax": "levies"}},
    )  # fmt: skip
    standing.leave(workspace=workspace, insider_id=insider.pk, is_own_wish=True, now=now)

    assert erase_due(now=now + WEEK - timedelta(minutes=1)) == 0
    assert erase_due(now=now + WEEK) == 1
    assert erase_due(now=now + WEEK) == 0

    assert not Insider.objects.of(workspace).exists()
    assert not Dispatch.objects.of(workspace).exists()
    talk = Match.objects.of(workspace).get()
    assert (talk.insider_id, talk.answer, talk.reason, talk.state) == (None, "", {}, MatchState.HELD)
    assert is_stopped(workspace, insider.email)


def test_who_was_removed_may_be_asked_again_some_day(programme: Programme, now: datetime) -> None:
    insider = make_insider(programme)
    standing.leave(workspace=programme.workspace, insider_id=insider.pk, is_own_wish=False, now=now)

    erase_due(now=now + WEEK)

    assert not is_stopped(programme.workspace, insider.email)


def test_another_programmes_insider_is_not_found(programme: Programme, rival: object, now: datetime) -> None:
    others = Programme._base_manager.exclude(pk=programme.pk).get()
    insider = make_insider(others)

    with pytest.raises(Insider.DoesNotExist):
        standing.leave(workspace=programme.workspace, insider_id=insider.pk, is_own_wish=False, now=now)
