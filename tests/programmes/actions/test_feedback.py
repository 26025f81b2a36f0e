"""How talks went, said by either side or staff; who missed is written to kindly; the insider is thanked once."""

from datetime import datetime, timedelta

import pytest

from askwell.outreach.models import Dispatch, Mailbox
from askwell.people.actions.stopping import stop_address
from askwell.people.choices import UNSUBSCRIBED
from askwell.programmes.actions.errors import NotOpenError, NotYetError
from askwell.programmes.actions.feedback import (
    Said,
    give_feedback,
    mark_held,
    mark_missed,
    mark_thanked,
    thank_due,
    unmark,
)
from askwell.programmes.choices import MatchState, Side
from askwell.programmes.models import Feedback, Match, Programme
from tests.factories.programmes import joined, make_insider
from tests.factories.talks import A_DAY, again, make_match

pytestmark = pytest.mark.django_db


@pytest.fixture
def past(programme: Programme, mailbox: None, now: datetime) -> Match:
    """Agreed, and over since an hour."""
    facts = {"state": MatchState.AGREED, "asked_at": now - 9 * A_DAY, "starts_at": now - timedelta(hours=1)}
    return make_match(programme, joined(programme)[0], make_insider(programme), **facts)


def say(match: Match, side: Side, now: datetime, **said: object) -> Feedback:
    told = Said(**{"came": True} | said)
    return give_feedback(workspace=match.workspace, match_id=match.pk, side=side, said=told, now=now)


def subjects(programme: Programme) -> list[tuple[str, str]]:
    return list(Dispatch.objects.of(programme.workspace).order_by("pk").values_list("to", "subject"))


def test_the_seekers_word_makes_it_held_and_can_be_changed(past: Match, now: datetime) -> None:
    say(past, Side.SEEKER, now, useful=4, referrals=2, text="Clear and kind.")
    assert (again(past).state, again(past).ended_at) == (MatchState.HELD, now)
    say(past, Side.SEEKER, now + A_DAY, useful=9, referrals=99)
    kept = Feedback.objects.of(past.workspace).get()
    assert (kept.useful, kept.referrals, kept.text, kept.side) == (None, 20, "", Side.SEEKER)


def test_who_waited_in_vain_says_so_and_the_other_is_written_to_kindly(
    programme: Programme, past: Match, now: datetime
) -> None:
    say(past, Side.INSIDER, now, came=False, useful=5)
    assert (again(past).state, again(past).missed_by) == (MatchState.MISSED, Side.SEEKER)
    assert Feedback.objects.of(past.workspace).get().useful is None
    assert subjects(programme) == [(past.participant.email, "About the talk with Rosa Osei")]


def test_the_second_miss_asks_for_a_word_first(programme: Programme, past: Match, now: datetime) -> None:
    facts = {"state": MatchState.MISSED, "missed_by": Side.SEEKER, "ended_at": now - 30 * A_DAY}
    make_match(programme, past.participant, make_insider(programme), **facts)
    mark_missed(workspace=past.workspace, match_id=past.pk, by=Side.SEEKER, now=now)
    assert subjects(programme) == [(past.participant.email, "Before the next talk, let us talk briefly")]


def test_the_first_word_stands_and_staff_can_put_it_right(past: Match, now: datetime) -> None:
    say(past, Side.INSIDER, now, came=False)
    say(past, Side.SEEKER, now, came=True)
    assert again(past).state == MatchState.MISSED
    unmark(workspace=past.workspace, match_id=past.pk)
    assert (again(past).state, again(past).missed_by, again(past).ended_at) == (MatchState.AGREED, "", None)
    mark_held(workspace=past.workspace, match_id=past.pk, now=now)
    assert again(past).state == MatchState.HELD


def test_nothing_is_said_before_the_talk_or_without_one(past: Match, now: datetime) -> None:
    with pytest.raises(NotYetError):
        say(past, Side.SEEKER, now - A_DAY)
    Match.objects.of(past.workspace).update(state=MatchState.DECLINED)
    with pytest.raises(NotOpenError):
        say(past, Side.SEEKER, now)
    assert not Feedback.objects.of(past.workspace).exists()


def test_the_insider_is_thanked_once_with_what_came_of_it(programme: Programme, past: Match, now: datetime) -> None:
    say(past, Side.SEEKER, now, useful=5, referrals=1, text="I know where to begin now.", may_tell=True)
    assert (thank_due(now=now), thank_due(now=now)) == (1, 0)
    letter = Dispatch.objects.of(programme.workspace).get()
    assert (letter.to, letter.subject) == (past.insider.email, "Thank you for your time with Mei Chen")
    for words in (
        "useful, 5 of 5",
        "“I know where to begin now.”",
        "pointed them to: 1.",
        "before Wednesday 9 December",
    ):
        assert words in letter.body
    assert again(past).thanked_at == now


def test_words_that_may_not_be_told_are_not(programme: Programme, past: Match, now: datetime) -> None:
    say(past, Side.SEEKER, now, useful=2, text="canary")
    thank_due(now=now)
    assert "canary" not in Dispatch.objects.of(programme.workspace).get().body


def test_without_a_word_the_thanks_wait_three_days(programme: Programme, past: Match, now: datetime) -> None:
    mark_held(workspace=past.workspace, match_id=past.pk, now=now)
    assert (thank_due(now=now + 2 * A_DAY), thank_due(now=now + 3 * A_DAY)) == (0, 1)
    assert "of 5" not in Dispatch.objects.of(programme.workspace).get().body


def test_where_no_letter_can_leave_the_thank_you_waits_to_be_sent_by_hand(
    programme: Programme, past: Match, now: datetime
) -> None:
    Mailbox.objects.of(programme.workspace).delete()
    say(past, Side.SEEKER, now, useful=5)
    assert (thank_due(now=now), thank_due(now=now + A_DAY)) == (0, 0)
    assert (again(past).thanked_at, again(past).thanks_ready_at) == (None, now)
    mark_thanked(workspace=past.workspace, match_id=past.pk, now=now)
    with pytest.raises(Match.DoesNotExist):
        mark_thanked(workspace=past.workspace, match_id=past.pk, now=now)
    assert again(past).thanked_at == now
    mark_thanked(workspace=past.workspace, match_id=past.pk, now=None)
    assert again(past).thanked_at is None


def test_who_wants_no_mail_is_thanked_neither_way(programme: Programme, past: Match, now: datetime) -> None:
    stop_address(workspace=programme.workspace, email=past.insider.email, why=UNSUBSCRIBED, now=now)
    say(past, Side.SEEKER, now, useful=5)
    assert thank_due(now=now) == 0
    assert (again(past).thanked_at, again(past).thanks_ready_at) == (now, None)
