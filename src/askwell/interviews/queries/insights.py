"""The page of insights: what was claimed about what, by whom, and who agrees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.interviews.choices import USEFUL, SubjectKind
from askwell.interviews.models import Insight, Interview, Voice
from askwell.interviews.rules.duties import HELD
from askwell.outreach.queries import rows
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.outreach.queries.values import Who

PAGE = 20
INSIDERS = 200
CLAIM = ("id", "text", "kind", "subject", "key", "rating", "said_at", "interview_id", "person_id", *rows.PERSON)


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """Another insider on a claim."""

    id: UUID
    who: Who
    agrees: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim. `rating` is the seeker's own, 0 to 3; None: not rated yet."""

    id: UUID
    text: str
    kind: SubjectKind
    subject: str
    rating: int | None
    said_at: datetime
    interview_id: UUID | None
    who: Who
    voices: tuple[VoiceRow, ...]

    @property
    def agree(self) -> int:
        """How many say so, the one who said it first included."""
        return 1 + sum(voice.agrees for voice in self.voices)

    @property
    def disagree(self) -> int:
        return sum(not voice.agrees for voice in self.voices)


@dataclass(frozen=True, slots=True)
class Subject:
    """What claims are about. An empty key: nothing was said about what."""

    kind: SubjectKind
    name: str
    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """The claims about one subject, newest first."""

    kind: SubjectKind
    subject: str
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class InsightsPage:
    """One page; `number` counts from 1."""

    groups: tuple[Group, ...]
    subjects: tuple[Subject, ...]
    total: int
    useful: int
    shown: int
    number: int
    pages: int


def insights_page(
    workspace: Workspace,
    now: datetime,
    *,
    subject: tuple[str, str] | None = None,
    only_useful: bool = False,
    number: int = 1,
) -> InsightsPage:
    """Claims by subject. `subject` is a (kind, key) to show alone.

    At most five queries; two while nothing changes within a minute.
    """
    key = ("insights", workspace.pk, subject, only_useful, number)
    return kept(key, now, lambda: (next_minute(now), _page(workspace, subject, only_useful, number)))


def _page(workspace: Workspace, subject: tuple[str, str] | None, only_useful: bool, number: int) -> InsightsPage:
    everything = Insight.objects.of(workspace).filter(set_aside_at=None)
    counts = everything.aggregate(total=Count("pk"), useful=Count("pk", filter=Q(rating__gte=USEFUL)))
    subjects = _subjects(everything)
    claims = everything.filter(rating__gte=USEFUL) if only_useful else everything
    if subject is not None:
        claims = claims.filter(kind=subject[0], key=subject[1])
    shown = claims.count() if only_useful or subject is not None else counts["total"]
    pages = max(1, -(-shown // PAGE))
    number = min(max(number, 1), pages)
    ordered = claims.order_by("kind", "key", "-said_at", "-id")
    found = list(ordered[(number - 1) * PAGE : number * PAGE].values_list(*CLAIM))
    return InsightsPage(
        groups=_groups(found, _voices(workspace, [row[0] for row in found])),
        subjects=subjects,
        total=counts["total"],
        useful=counts["useful"],
        shown=shown,
        number=number,
        pages=pages,
    )


def claims_among(workspace: Workspace, ids: Iterable[UUID]) -> list[ClaimRow]:
    """Those of these claims that count, newest first; two queries."""
    return _newest(workspace, Q(pk__in=list(ids)))


def newest_claims(workspace: Workspace, *, limit: int) -> list[ClaimRow]:
    """What insiders said, the newest first; two queries."""
    return _newest(workspace, Q(), limit)


def _newest(workspace: Workspace, which: Q, limit: int | None = None) -> list[ClaimRow]:
    kept = Insight.objects.of(workspace).filter(which, set_aside_at=None)
    found = list(kept.order_by("-said_at", "-id").values_list(*CLAIM)[:limit])
    voices = _voices(workspace, [row[0] for row in found])
    return [_claim(row, voices) for row in found]


def claim_of(workspace: Workspace, insight_id: UUID) -> ClaimRow:
    """One claim; two queries. Raises Insight.DoesNotExist."""
    row = Insight.objects.of(workspace).filter(pk=insight_id, set_aside_at=None).values_list(*CLAIM).first()
    if row is None:
        raise Insight.DoesNotExist
    return _claim(row, _voices(workspace, [insight_id]))


def subjects_named(workspace: Workspace) -> list[str]:
    """The subjects so far, the most used first, for a form to offer; one query."""
    kept = Insight.objects.of(workspace).filter(set_aside_at=None).exclude(subject="")
    return [name for name, _count in kept.values_list("subject").annotate(n=Count("pk")).order_by("-n", "subject")[:50]]


def insiders_met(workspace: Workspace) -> tuple[Who, ...]:
    """Those who were met, the last one first: they may agree with a claim or not. One query."""
    met = Interview.objects.of(workspace).filter(state__in=HELD)
    found = met.order_by("-held_at").values_list("person_id", *rows.PERSON)[:INSIDERS]
    unique = {row[0]: rows.who(row[0], row[1:], {}) for row in found}
    return tuple(unique.values())


def _subjects(claims: QuerySet[Insight]) -> tuple[Subject, ...]:
    found = claims.values_list("kind", "key").annotate(name=Max("subject"), count=Count("pk"))
    return tuple(
        Subject(SubjectKind(kind), name, key, count) for kind, key, name, count in found.order_by("-count", "name")
    )


def _groups(found: Iterable[tuple[Any, ...]], voices: dict[UUID, list[VoiceRow]]) -> tuple[Group, ...]:
    grouped = groupby(found, key=lambda row: (row[2], row[4]))
    parts = ((kind, [_claim(row, voices) for row in part]) for (kind, _key), part in grouped)
    return tuple(Group(SubjectKind(kind), claims[0].subject, tuple(claims)) for kind, claims in parts)


def _claim(row: tuple[Any, ...], voices: dict[UUID, list[VoiceRow]]) -> ClaimRow:
    key, text, kind, subject, _folded, rating, said_at, interview_id, person_id, *names = row
    who = rows.who(person_id, names, {})
    heard = tuple(voices.get(key, ()))
    return ClaimRow(key, text, SubjectKind(kind), subject, rating, said_at, interview_id, who, heard)


def _voices(workspace: Workspace, claims: list[UUID]) -> dict[UUID, list[VoiceRow]]:
    found: dict[UUID, list[VoiceRow]] = {}
    if not claims:
        return found
    heard = Voice.objects.of(workspace).filter(insight__in=claims).order_by("said_at", "id")
    for insight_id, key, agrees, person_id, *names in heard.values_list(
        "insight_id", "id", "agrees", "person_id", *rows.PERSON
    ):
        found.setdefault(insight_id, []).append(VoiceRow(key, rows.who(person_id, names, {}), agrees))
    return found
