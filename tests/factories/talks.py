"""Talks of programmes for tests: a matched pair, sent or not, and what its people do with it."""

from datetime import datetime, timedelta
from typing import Any

from askwell.interviews.models import Booking
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.outreach.models import Thread
from askwell.programmes.actions.numbering import next_number
from askwell.programmes.actions.sending import send_match
from askwell.programmes.choices import RoundState
from askwell.programmes.models import Insider, Match, Participant, Programme, Round
from tests.conftest import NOW
from tests.factories.programmes import joined, make_insider

REASON = {"topics": [["month-end close", 2]], "languages": ["en"], "score": 60}


def make_round(programme: Programme, **facts: Any) -> Round:
    """A round that was matched, and is not sent."""
    told = {"state": RoundState.PROPOSED, "week": NOW.date(), "created_at": NOW, "solved_version": 1} | facts
    number = next_number(Round, programme.workspace)
    return Round.objects.create(workspace=programme.workspace, number=number, **told)


def make_match(programme: Programme, participant: Participant, insider: Insider, **facts: Any) -> Match:
    """A proposed pair, in a round of its own unless `round` is given."""
    told = {"reason": REASON, "score": 60, "field": insider.field} | facts
    told.setdefault("round", None)
    told["round"] = told["round"] or make_round(programme)
    return Match.objects.create(workspace=programme.workspace, participant=participant, insider=insider, **told)


def asked(programme: Programme, now: datetime = NOW) -> Match:
    """A pair of new people, sent; without a mailbox."""
    match = make_match(programme, joined(programme)[0], make_insider(programme))
    Round.objects.of(programme.workspace).update(state=RoundState.SENT)
    send_match(workspace=programme.workspace, match_id=match.pk, now=now)
    return again(match)


def again(match: Match) -> Match:
    """As it is stored now."""
    rows = Match.objects.of(match.workspace)
    return rows.select_related("participant__seeker_workspace", "insider", "round", "workspace").get(pk=match.pk)


def booking_of(match: Match) -> Booking:
    return Booking._base_manager.get(thread=match.thread_id)  # in the seeker's workspace


def page_token(match: Match) -> str:
    """Of the insider's page."""
    booking = booking_of(match)
    return row_token(BOOKING, booking, booking.number)


def thread_of(match: Match) -> Thread:
    return Thread._base_manager.select_related("workspace", "person").get(pk=match.thread_id)  # the seeker's


def first_time(match: Match) -> datetime:
    """The first time that was offered."""
    return datetime.fromisoformat(thread_of(match).interviews.get().offered[0])


A_DAY = timedelta(days=1)
