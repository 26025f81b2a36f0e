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


@dataclass(frozen=True, slots=True)
class Names:
    """People by id, as pages call them."""

    seekers: dict[str, Participant]
    insiders: dict[str, Insider]


def names(workspace: Workspace, ids: Iterable[str]) -> Names:
    """Whoever of these is of this programme, on either side."""
    keys = {key for one in ids if (key := _uuid(one))}
    people = ("name", "native_name", "number")
    seekers = Participant.objects.of(workspace).filter(pk__in=keys).only(*people)
    insiders = Insider.objects.of(workspace).filter(pk__in=keys).only(*people, "title")
    return Names({str(one.pk): one for one in seekers}, {str(one.pk): one for one in insiders})


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def matches(row: Round, only: User | None, *, q: str = "", field: str = "", state: str = "") -> QuerySet[Match]:
    """The pairs of a round, by seeker and then from their best talk down. `only`, here and below: see theirs.seen."""
    found = seen(Match.objects.of(row.workspace), only, "participant__").filter(round=row)
    found = found.select_related("participant", "insider")
    if q:
        found = found.filter(_called("participant", q) | _called("insider", q))
    if field:
        found = found.filter(participant__field=field)
    if state:
        found = found.filter(state=state)
    return found.order_by("participant__number", "place", "id")


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
