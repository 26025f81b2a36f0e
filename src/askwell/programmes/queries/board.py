"""A round as its pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from askwell.accounts.models import User, Workspace
from askwell.programmes.choices import MatchState, ParticipantState
from askwell.programmes.models import Insider, Match, Participant, Round, Unmatched, Wish
from askwell.programmes.queries.pool import TAKING
from askwell.programmes.queries.theirs import seen

MOST_FIELDS = 200
AT_ONCE = 500
"""So many are named to the database in one question."""
OVER = (MatchState.DECLINED, MatchState.MISSED, MatchState.CANCELLED)
MOST_OVER = 20


@dataclass(frozen=True, slots=True)
class Names:
    """People by id, as pages call them."""

    seekers: dict[str, Participant]
    insiders: dict[str, Insider]


def names(workspace: Workspace, ids: Iterable[str]) -> Names:
    """Whoever of these is of this programme, on either side."""
    keys = sorted({key for one in ids if (key := _uuid(one))})
    found = Names({}, {})
    for first in range(0, len(keys), AT_ONCE):
        some, people = keys[first : first + AT_ONCE], ("name", "native_name", "number")
        seekers = Participant.objects.of(workspace).filter(pk__in=some).only(*people)
        insiders = Insider.objects.of(workspace).filter(pk__in=some).only(*people, "title")
        found.seekers.update((str(one.pk), one) for one in seekers)
        found.insiders.update((str(one.pk), one) for one in insiders)
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def matches(row: Round, only: User | None, *, q: str = "", field: str = "", state: str = "") -> QuerySet[Match]:
    """The pairs of a round, by seeker and then from their best talk down; those that came to nothing only where
    somebody looks for something. `only`, here and below: see theirs.seen."""
    found = _pairs(row, only)
    if q:
        found = found.filter(_called("participant", q) | _called("insider", q))
    if field:
        found = found.filter(participant__field=field)
    if state:
        found = found.filter(state=state)
    elif not (q or field):
        found = found.exclude(state__in=OVER)
    return found.order_by("participant__number", "place", "id")


def over(row: Round, only: User | None) -> list[Match]:
    """The last pairs of a round that came to nothing, the newest first."""
    return list(_pairs(row, only).filter(state__in=OVER).order_by("-ended_at", "id")[:MOST_OVER])


def match_of(row: Round, only: User | None, participant_id: UUID, insider_id: UUID) -> Match | None:
    return _pairs(row, only).filter(participant=participant_id, insider=insider_id).first()


def said_no(row: Round, insider_id: UUID) -> bool:
    """Whether an insider said no to somebody in this round, or did not answer."""
    return Match.objects.of(row.workspace).filter(round=row, insider=insider_id, state=MatchState.DECLINED).exists()


def _pairs(row: Round, only: User | None) -> QuerySet[Match]:
    found = seen(Match.objects.of(row.workspace), only, "participant__").filter(round=row)
    return found.select_related("participant", "insider")


def unmatched(row: Round, only: User | None, *, q: str = "", field: str = "") -> QuerySet[Unmatched]:
    """The seekers of a round without a talk, who waits longest first."""
    found = seen(Unmatched.objects.of(row.workspace), only, "participant__").filter(round=row)
    found = found.select_related("participant")
    if q:
        found = found.filter(_called("participant", q))
    if field:
        found = found.filter(participant__field=field)
    return found.order_by("participant__active_at", "participant__number")


def _called(side: str, q: str) -> Q:
    return Q(**{f"{side}__name__icontains": q}) | Q(**{f"{side}__native_name__icontains": q})


def fields(row: Round, only: User | None) -> list[str]:
    """What the seekers of a programme aim at, for a filter."""
    told = seen(Participant.objects.of(row.workspace), only).exclude(field="").order_by("field")
    return list(told.values_list("field", flat=True).distinct()[:MOST_FIELDS])


def counts(row: Round, only: User | None) -> dict[str, int]:
    """How many pairs are in which state."""
    found = seen(Match.objects.of(row.workspace), only, "participant__").filter(round=row).order_by()
    return dict(found.values_list("state").annotate(Count("id")))


def wishes(row: Round) -> QuerySet[Wish]:
    """Pins and pairs that must not be, the newest first."""
    found = Wish.objects.of(row.workspace).filter(round=row).select_related("participant", "insider", "by")
    return found.order_by("-made_at")


def wish_of(row: Round, participant_id: UUID, insider_id: UUID) -> Wish | None:
    both = Wish.objects.of(row.workspace).filter(round=row, participant=participant_id, insider=insider_id)
    return both.select_related("by").first()


def waiting(workspace: Workspace, only: User | None) -> QuerySet[Participant]:
    """Active seekers who have no talk on its way and had none, who waits longest first; `asked` is how often an insider
    said no, or did not come."""
    talks = Match.objects.of(workspace).filter(participant=OuterRef("pk"))
    active = seen(Participant.objects.of(workspace), only).filter(state=ParticipantState.ACTIVE)
    waits = active.exclude(Exists(talks.filter(state__in=TAKING))).select_related("cohort")
    lost = Q(matches__state__in=(MatchState.DECLINED, MatchState.MISSED, MatchState.CANCELLED))
    return waits.annotate(asked=Count("matches", filter=lost)).order_by("active_at", "number")


def days_since(moment: datetime | None, now: datetime) -> int:
    return max(0, (now - moment).days) if moment else 0
