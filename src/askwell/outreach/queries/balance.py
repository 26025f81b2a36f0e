"""Is the effort one-sided?"""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Profile, Workspace
from askwell.accounts.queries import profile_of
from askwell.accounts.queries.prepared import prepared
from askwell.lib.days import region_of
from askwell.outreach.choices import MessageState
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.targets import own_employer
from askwell.outreach.queries.values import BalanceWarning
from askwell.outreach.rules import balance
from askwell.people.models import Tie
from askwell.people.rules.organisations import organisation_key

LOCAL_LANGUAGES = {"CA": {"en", "fr"}, "FR": {"fr"}, "CN": {"zh-Hans"}, "TW": {"zh-Hans"}, "HK": {"zh-Hans", "en"}}

Row = tuple[UUID, UUID, str, str | None]
"""Thread, person, tie kind, employer."""


def warnings(workspace: Workspace, profile: Profile | None = None) -> list[BalanceWarning]:
    """What is one-sided about the last people written to; at most five queries, four where the profile is at hand."""
    newest: dict[UUID, Row] = {}
    for thread, person, tie, employer in _asked(workspace):
        newest.setdefault(person, (thread, person, tie, employer))
    recent = list(newest.values())[: balance.WINDOW]
    if len(recent) < balance.LEAST:
        return []
    written = _written(workspace, recent)
    place = (profile or profile_of(workspace)).place
    local = LOCAL_LANGUAGES.get(region_of(place, "").partition("-")[0], {"en"})
    own = own_employer(workspace)
    return [
        BalanceWarning(one.code, {**one.facts, "count": one.count, "of": one.of})
        for one in balance.warnings(written, local_languages=frozenset(local), own_employer=_shown(written, own))
    ]


@prepared
def _asked(workspace: Workspace) -> "QuerySet[Any, Any]":
    asked = Thread.objects.of(workspace).filter(asked_at__isnull=False).order_by("-asked_at")
    return asked.values_list("pk", "person_id", "tie_kind", "organisation__name")[: 2 * balance.WINDOW]


@prepared
def _strengths(workspace: Workspace, person_ids: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    ties = Tie.objects.of(workspace).filter(person_id__in=person_ids)
    return ties.order_by("strength").values_list("person_id", "strength")


@prepared
def _languages(workspace: Workspace, thread_ids: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    sent = Message.objects.of(workspace).filter(thread_id__in=thread_ids, state=MessageState.SENT)
    return sent.order_by("-happened_at").values_list("thread_id", "language")


def _written(workspace: Workspace, recent: list[Row]) -> list[balance.Written]:
    strengths: dict[UUID, int] = dict(_strengths(workspace, tuple(row[1] for row in recent)))
    languages: dict[UUID, str] = dict(_languages(workspace, tuple(row[0] for row in recent)))
    return [
        balance.Written(tie, strengths.get(person, 0), employer or "", languages.get(thread, ""))
        for thread, person, tie, employer in recent
    ]


def _shown(written: list[balance.Written], key: str) -> str:
    """The employer's name as it stands among those written to."""
    return next((one.employer for one in written if key and organisation_key(one.employer) == key), "")
