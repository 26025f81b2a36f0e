"""The talks of a round for the programme's staff: how each stands, and what there is to do."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.interviews.models import Booking, Interview
from askwell.interviews.queries.taken import offered_times
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.outreach.models import Thread
from askwell.programmes.choices import MatchState, NextMove, Side
from askwell.programmes.models import Feedback, Match, Programme, Round, Unmatched
from askwell.programmes.queries.by_hand import BY_HAND, left_over
from askwell.programmes.queries.mine import programmes_of
from askwell.programmes.queries.theirs import seen
from askwell.programmes.queries.wording import initials, insider_name, seeker_name, talk_path
from askwell.programmes.rules.letters import Kind
from askwell.programmes.rules.standing import is_past, release_at

A_PAGE = 50
ORDER = (
    MatchState.PROPOSED, MatchState.WAITING, MatchState.ASKED, MatchState.AGREED, MatchState.HELD, MatchState.DECLINED,
    MatchState.MISSED, MatchState.CANCELLED,
)  # fmt: skip
TO_MEND = Q(state__in=(MatchState.PROPOSED, MatchState.WAITING), send_at=None) & ~Q(trouble="")
"""Send was pressed, or the seeker joined, and it could not be sent."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one of the two said."""

    came: bool | None
    useful: int | None
    text: str


@dataclass(frozen=True, slots=True)
class TalkRow:
    """`is_left`: the seeker has left, so that nothing is told but that there was a talk, in which month; `reminded_at`:
    when a reminder left; `free_on`: until when an answer is waited for; `by` a Side: who missed
    it."""

    id: UUID
    face: str
    seeker: str
    insider: str
    state: MatchState
    move: NextMove
    starts_at: datetime | None
    asked_at: datetime | None
    reminded_at: datetime | None
    free_on: datetime | None
    ended_at: datetime | None
    answer: str
    trouble: str
    by: str
    said: dict[str, Voice]
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class TalksPage:
    """`counts` by state, all of them; `rows` those of this page, first what there is to do. `leaving`: how many a
    worker has still before it; `to_mend`: how many could not be sent; `by_hand`: letters to be passed on; `asked`: how
    many insiders were really asked, and `to_join`: how many will be once their seeker has joined; `unmatched`: seekers
    without a proposal."""

    round: Round
    counts: list[tuple[MatchState, int]]
    chosen: str
    page: Page[Match]
    rows: list[TalkRow]
    to_send: int
    leaving: int
    to_mend: int
    by_hand: int
    asked: int
    to_join: int
    unmatched: int

    @property
    def gone(self) -> int:
        """How many were sent by now."""
        return sum(count for state, count in self.counts if state is not MatchState.PROPOSED)

    @property
    def to_go(self) -> int:
        return self.gone + self.leaving


def talks_page(
    programme: Programme, round_id: UUID, only: User | None, *, state: str, number: int, code: str, now: datetime
) -> TalksPage:
    """`only` as in theirs.seen. Ten queries. Raises Round.DoesNotExist."""
    workspace = programme.workspace
    one = Round.objects.of(workspace).select_related("cohort").get(pk=round_id)
    every = seen(Match.objects.of(workspace), only, "participant__").filter(round=one)
    counted = dict(every.order_by().values_list("state").annotate(count=Count("id")))
    counts = [(state_of, counted[state_of.value]) for state_of in ORDER if counted.get(state_of.value)]
    chosen = state if state in counted else ""
    page = Paginator(_ordered(every.filter(state=chosen) if chosen else every, now), A_PAGE).get_page(number)
    proposed = every.filter(state=MatchState.PROPOSED)
    return TalksPage(
        round=one,
        counts=counts,
        chosen=chosen,
        page=page,
        rows=talk_rows(programme, list(page.object_list), code, now),
        to_send=proposed.filter(send_at=None).count(),
        leaving=proposed.exclude(send_at=None).count(),
        to_mend=every.filter(TO_MEND).count(),
        by_hand=every.filter(BY_HAND).count(),
        asked=every.exclude(asked_at=None).count(),
        to_join=counted.get(MatchState.WAITING, 0),
        unmatched=seen(Unmatched.objects.of(workspace), only, "participant__").filter(round=one).count(),
    )


def talk_rows(programme: Programme, matches: list[Match], code: str, now: datetime) -> list[TalkRow]:
    """One query for what was said; each match with its participant and insider."""
    said = _said(programme.workspace, matches)
    return [_row(programme, match, said.get(match.pk, {}), code, now) for match in matches]


def one_talk(
    programme: Programme, match_id: UUID, only: User | None, code: str, now: datetime
) -> tuple[Match, TalkRow]:
    """`only` as in theirs.seen. Raises Match.DoesNotExist."""
    rows = seen(Match.objects.of(programme.workspace), only, "participant__")
    match = rows.select_related("participant__seeker_workspace", "insider", "round", "workspace").get(pk=match_id)
    return match, talk_rows(programme, [match], code, now)[0]


def page_of_insider(match: Match) -> tuple[Booking, tuple[datetime, ...]] | None:
    """The page on which the insider answers, and the times that we offered there."""
    own = match.participant.seeker_workspace if match.participant else None
    if own is None or match.thread_id is None:
        return None
    booking = Booking.objects.of(own).filter(thread=match.thread_id).first()
    interview = Interview.objects.of(own).filter(thread=match.thread_id).first()
    return (booking, tuple(offered_times(interview))) if booking else None


def said_path(thread: Thread, now: datetime) -> str:
    """Where the insider says how this talk was: once either said that it was held, or a day after its time. Empty
    before, and where no programme that the seeker is still in arranged it."""
    a_day = Q(state__in=(MatchState.AGREED, MatchState.MISSED), starts_at__lte=now - timedelta(days=1))
    for programme in programmes_of(thread.workspace):
        rows = Match.objects.of(programme).filter(thread_id=thread.pk, insider__isnull=False, starts_at__lte=now)
        if match := rows.filter(Q(state=MatchState.HELD) | a_day, participant__isnull=False).first():
            return talk_path(match)
    return ""


def kept_path(match: Match) -> str:
    """Where the insider sees what the seeker keeps about them, and has it erased."""
    there = page_of_insider(match)
    return reverse("visiting:kept", args=[row_token(BOOKING, there[0], there[0].number)]) if there else ""


def thanks_wait(match: Match) -> bool:
    """Whether the thank-you lies ready to be sent by hand."""
    return bool(match.thanks_ready_at and not match.thanked_at and match.insider)


def said_by_seeker(match: Match) -> Feedback | None:
    return Feedback.objects.of(match.workspace).filter(match=match, side=Side.SEEKER).first()


def is_to_be_asked(match: Match) -> bool:
    """Whether the insider has neither said how it was, nor been asked."""
    if match.participant is None or match.inquired_at:
        return False
    return not Feedback.objects.of(match.workspace).filter(match=match, side=Side.INSIDER).exists()


def move_of(match: Match, said: dict[str, Voice], now: datetime) -> NextMove:
    """What is to be done about it."""
    match match.state:
        case MatchState.PROPOSED:
            return NextMove.LEAVES if match.send_at else NextMove.MEND if match.trouble else NextMove.SEND
        case MatchState.WAITING:
            return NextMove.MEND if match.trouble else NextMove.JOIN
        case MatchState.ASKED:
            is_left = match.asked_at and Kind.REMIND not in left_over(match)
            waits = NextMove.ANSWER if is_left else NextMove.BY_HAND
            return NextMove.TIME if match.answered_at else waits
        case MatchState.AGREED:
            return NextMove.TELL if is_past(match.starts_at, now) else NextMove.TALK
        case MatchState.HELD if thanks_wait(match):
            return NextMove.THANK
        case MatchState.HELD if Side.SEEKER not in said and match.participant_id:
            return NextMove.HEAR
        case MatchState.CANCELLED | MatchState.MISSED if left_over(match):
            return NextMove.BY_HAND
    return NextMove.NOTHING


def _ordered(rows: QuerySet[Match], now: datetime) -> QuerySet[Match]:
    """To be mended, to be passed on by hand, to be told how it went; then all others; each by the seeker's name."""
    to_tell = Q(state=MatchState.AGREED, starts_at__lte=now)
    places = [When(which, then=Value(place)) for place, which in enumerate((TO_MEND, BY_HAND, to_tell))]
    order = Case(*places, default=Value(len(places)), output_field=IntegerField())
    return rows.select_related("participant", "insider").order_by(order, "participant__name", "place", "pk")


def _said(workspace: Workspace, matches: list[Match]) -> dict[UUID, dict[str, Voice]]:
    found: dict[UUID, dict[str, Voice]] = {}
    rows = Feedback.objects.of(workspace).filter(match__in=[match.pk for match in matches])
    for key, side, came, useful, text in rows.values_list("match_id", "side", "came", "useful", "text"):
        found.setdefault(key, {})[side] = Voice(came, useful, text)
    return found


def _row(programme: Programme, match: Match, said: dict[str, Voice], code: str, now: datetime) -> TalkRow:
    waits = match.state == MatchState.ASKED and match.asked_at and not match.answered_at
    is_left = match.leaver is not None
    return TalkRow(
        id=match.pk,
        face=initials(match.participant),
        seeker=seeker_name(match.participant, code),
        insider=insider_name(match.insider, code),
        state=MatchState(match.state),
        move=move_of(match, said, now),
        starts_at=match.starts_at,
        asked_at=match.asked_at,
        reminded_at=_reminded(match),
        free_on=release_at(match.asked_at, programme.answer_days) if waits and match.asked_at else None,
        ended_at=match.ended_at,
        answer=match.answer,
        trouble=match.trouble,
        by="" if is_left else match.missed_by,
        said={side: voice for side, voice in said.items() if not is_left or side != Side.SEEKER},
        is_left=is_left,
    )


def _reminded(match: Match) -> datetime | None:
    """None for who can not be reminded: theirs is not after they were asked."""
    reminded, asked = match.reminded_at, match.asked_at
    return reminded if reminded and (asked is None or reminded > asked) else None
