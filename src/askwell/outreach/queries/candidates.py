"""Between what people knows of somebody and what rules.ranking weighs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from askwell.accounts.models import Profile
from askwell.lib.text import fold
from askwell.lib.times import UnknownZone, zone
from askwell.outreach.choices import Channel, Outcome
from askwell.outreach.queries.values import Reason, Suggestion, Who
from askwell.outreach.rules.ranking import Candidate, Ranked
from askwell.outreach.rules.targets import Place
from askwell.people.choices import ContactKind
from askwell.people.queries import CandidateFacts

CHANNELS = {
    ContactKind.EMAIL: Channel.EMAIL,
    ContactKind.PHONE: Channel.PHONE,
    ContactKind.LINK: Channel.LINKEDIN,
    ContactKind.WECHAT: Channel.WECHAT,
}


class Before(NamedTuple):
    """How the last thread with somebody ended."""

    outcome: str
    closed_at: datetime | None
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for all candidates. `silent_at`: employers with the Latin and native name of whoever is
    silent there."""

    profile: Profile
    employers: Mapping[UUID, Place]
    occupations: list[Place]
    silent_at: Mapping[UUID, tuple[str, str]]
    now: datetime


def candidate_of(facts: CandidateFacts, context: Context, *, before: Before | None) -> Candidate:
    """The ranking's view of a person; `key` is the id as text."""
    kind, strength, _how = facts.tie
    silent = next((role for role in facts.roles if role[0] in context.silent_at), None)
    employer = silent or next(iter(facts.roles), (None, "", ""))
    silent_name, silent_native = context.silent_at[silent[0]] if silent and silent[0] else ("", "")
    _introducer_id, introducer, introducer_native = facts.introducers[-1] if facts.introducers else (None, "", "")
    return Candidate(
        key=str(facts.id),
        tie_kind=kind,
        tie_strength=strength,
        target=_place(facts, context),
        employer=employer[1],
        instead_of=silent_name,
        introduced_by=introducer,
        silent_native=silent_native,
        introducer_native=introducer_native,
        school=_school(facts, context.profile),
        hours_apart=_hours_apart(facts.time_zone, context.now),
        languages=_shared_languages(facts, context.profile),
        channels=_channels(facts, context.profile),
        known_since=facts.known_since,
        last_contact=before.moved_at.date() if before else None,
        written_before=before is not None,
        outcome=Outcome(before.outcome) if before and before.outcome else None,
        closed_on=before.closed_at.date() if before and before.closed_at else None,
        do_not_contact=facts.do_not_contact,
    )


def suggestion_of(ranked: Ranked, facts: CandidateFacts) -> Suggestion:
    """What the page shows; reasons that count against stand apart."""
    reasons = [(one.points, Reason(one.code, one.facts)) for one in ranked.reasons]
    _id, organisation, title = next(iter(facts.roles), (None, "", ""))
    return Suggestion(
        who=Who(facts.id, facts.given, facts.family, facts.native, title, organisation),
        tie_kind=facts.tie[0],
        reasons=tuple(reason for points, reason in reasons if points > 0),
        against=tuple(reason for points, reason in reasons if points <= 0),
    )


def _place(facts: CandidateFacts, context: Context) -> Place | None:
    """The best place on the list that one of their roles has."""
    titles = [fold(title) for _id, _name, title in facts.roles]
    at = [context.employers[key] for key, _name, _title in facts.roles if key and key in context.employers]
    doing = [place for place in context.occupations if any(fold(place.name) in title for title in titles)]
    return min([*at, *doing], key=lambda place: place.position, default=None)


def _school(facts: CandidateFacts, profile: Profile) -> str:
    theirs = [*facts.past_organisations, *(role[1] for role in facts.roles), *(how for _k, _s, how in facts.ties)]
    return shared_school(theirs, profile)


def shared_school(theirs: Iterable[str], profile: Profile) -> str:
    """A school of the seeker's that stands among these employers' names and ways of having met; else empty."""
    folded = [fold(one) for one in theirs if one]
    return next((school for school in profile.schools if school and any(fold(school) in one for one in folded)), "")


def _hours_apart(time_zone: str, now: datetime) -> float | None:
    if not time_zone:
        return None
    try:
        there = now.astimezone(zone(time_zone)).utcoffset()
    except UnknownZone:
        return None
    here = timezone.localtime(now).utcoffset()
    return (there - here).total_seconds() / 3600 if there is not None and here is not None else None


def _shared_languages(facts: CandidateFacts, profile: Profile) -> tuple[str, ...]:
    ours = profile.languages.split()
    return tuple(code for code in facts.languages if code in ours)


def _channels(facts: CandidateFacts, profile: Profile) -> frozenset[Channel]:
    channels = {CHANNELS[ContactKind(kind)] for kind in facts.channels}
    if facts.place and fold(_town(facts.place)) == fold(_town(profile.place)):
        channels.add(Channel.IN_PERSON)
    return frozenset(channels)


def _town(place: str) -> str:
    return place.split(",")[0]
