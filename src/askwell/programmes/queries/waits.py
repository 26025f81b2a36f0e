"""What waits for somebody who leads a programme, and how far a new programme has come."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from askwell.programmes.choices import InsiderState, MatchState, ParticipantState, RoundState, Side
from askwell.programmes.models import Insider, Match, Participant, Programme, Round
from askwell.programmes.queries.by_hand import BY_HAND
from askwell.programmes.queries.joining_letters import to_write_to


@dataclass(frozen=True, slots=True)
class RoundToSend:
    """A round that was solved and is not sent, or has pairs since that are not sent."""

    id: UUID
    number: int
    name: str
    pairs: int
    problems: int


@dataclass(frozen=True, slots=True)
class Letters:
    """Of how many talks of a round a letter waits to be passed on by hand."""

    round_id: UUID
    number: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Waits:
    """How many of each; `in_no_round` are seekers for whom no round was begun since they are active; `unreliable`
    are insiders who rest because they missed talks; `joining` seekers whose letter with the joining link waits."""

    joining: int
    seekers: int
    insiders: int
    in_no_round: int
    rounds: tuple[RoundToSend, ...]
    letters: tuple[Letters, ...]
    unanswered: int
    unreliable: int

    @property
    def is_empty(self) -> bool:
        people = self.joining or self.seekers or self.insiders or self.in_no_round or self.unanswered or self.unreliable
        return not (people or self.rounds or self.letters)


@dataclass(frozen=True, slots=True)
class Begun:
    """Which first steps of a programme are done."""

    settings: bool
    seekers: bool
    insiders: bool
    rounds: bool

    @property
    def is_all(self) -> bool:
        return self.settings and self.seekers and self.insiders and self.rounds


def waits(programme: Programme, now: datetime) -> Waits:
    """Eight queries."""
    workspace = programme.workspace
    late = now - timedelta(days=programme.answer_days)
    unanswered = Match.objects.of(workspace).filter(state=MatchState.ASKED, asked_at__lt=late)
    missed = Count("matches", filter=Q(matches__state=MatchState.MISSED, matches__missed_by=Side.INSIDER))
    resting = Insider.objects.of(workspace).filter(state=InsiderState.PAUSED).annotate(missed=missed)
    return Waits(
        to_write_to(workspace).count(),
        Participant.objects.of(workspace).filter(state=ParticipantState.APPLIED).count(),
        Insider.objects.of(workspace).filter(state=InsiderState.APPLIED).count(),
        _in_no_round(programme),
        _to_send(programme),
        letters_about_talks(programme),
        unanswered.count(),
        resting.filter(missed__gte=programme.most_missed).count(),
    )


def _in_no_round(programme: Programme) -> int:
    rounds = Round.objects.of(programme.workspace).filter(created_at__gte=OuterRef("active_at"))
    theirs = rounds.filter(Q(cohort=None) | Q(cohort=OuterRef("cohort")))
    active = Participant.objects.of(programme.workspace).filter(state=ParticipantState.ACTIVE)
    return active.exclude(Exists(theirs)).count()


def letters_about_talks(programme: Programme) -> tuple[Letters, ...]:
    """Letters to pass on that stand on the page of their talk: of the last rounds that have any."""
    rows = Match.objects.of(programme.workspace).filter(BY_HAND)
    counted = rows.values_list("round_id", "round__number", "round__name").annotate(count=Count("pk"))
    return tuple(Letters(*row) for row in counted.order_by("-round__number")[:5])


def _to_send(programme: Programme) -> tuple[RoundToSend, ...]:
    proposed = Q(matches__state=MatchState.PROPOSED, matches__send_at=None)
    stuck = Q(matches__state=MatchState.WAITING, matches__trouble__gt="")
    pairs = Count("matches", filter=proposed | stuck)
    rows = Round.objects.of(programme.workspace).annotate(pairs=pairs)
    rows = rows.filter(Q(state=RoundState.PROPOSED) | Q(state=RoundState.SENT, pairs__gt=0))
    told = rows.order_by("-number").values_list("pk", "number", "name", "pairs", "problems")[:5]
    return tuple(RoundToSend(key, number, name, many, len(problems)) for key, number, name, many, problems in told)


def begun(programme: Programme) -> Begun:
    """Three queries."""
    workspace = programme.workspace
    return Begun(
        bool(programme.postal and programme.email),
        Participant.objects.of(workspace).exists(),
        Insider.objects.of(workspace).exists(),
        Round.objects.of(workspace).exclude(sent_at=None).exists(),
    )
