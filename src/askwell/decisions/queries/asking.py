"""Who could settle what is still unknown: whom the seeker meets soon, has met, knows, or nobody yet."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from math import inf
from uuid import UUID

from django.db.models import F, Q

from askwell.accounts.models import Workspace
from askwell.decisions.queries.values import Board, FieldRow, OptionRow, Wish
from askwell.decisions.rules.unknown import Unknown
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Insight, Interview, Question
from askwell.interviews.queries.spoken import spoken_languages
from askwell.interviews.rules.duties import HELD
from askwell.lib.text import fold
from askwell.lib.titles import first_words
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Who
from askwell.people.models import Person, Role
from askwell.people.queries.rows import as_uuid
from askwell.people.queries.search import with_title

SHOWN = 3
KNOWN = 20
"""So many people of an employer or with a title are looked at."""
COMING = (InterviewState.CONFIRMED, InterviewState.PROPOSED)


class Way(StrEnum):
    """How the insider can be asked, the nearest first."""

    MEETS = "meets"  # a talk is agreed
    OFFERED = "offered"  # a talk is being agreed
    MET = "met"
    KNOWN = "known"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Insider:
    """Somebody who could be asked; `at`: when they are met, or were; `interview_id` of the talk that is to come."""

    way: Way
    who: Who | None = None
    at: datetime | None = None
    interview_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A field that is not sure, and who could say more. The `question` is in the language in which one writes to them
    (`language`; empty: the viewer's); `question_id` of the same question in their brief."""

    unknown: Unknown
    option: OptionRow
    wish: Wish
    field: FieldRow
    insider: Insider
    question: str
    language: str = ""
    question_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Talks:
    """The workspace's talks by person: the one to come, and when they were met last."""

    coming: dict[UUID, Insider]
    held: dict[UUID, datetime]


Wording = Callable[[OptionRow, Wish, str], str]
"""How to ask about a field in a language."""


def asks(workspace: Workspace, board: Board, word: Wording, now: datetime) -> tuple[Ask, ...]:
    """The fields most worth asking about, each with whom to ask.

    Seven queries, and up to three for each option that is asked about, of which there are three at most.
    """
    wanted = board.unknowns[:SHOWN]
    talks = _talks(workspace, now)
    knowing = _knowing(workspace, board, _options(board, wanted))
    people = _people(workspace, {key for some in knowing.values() for key in some})
    found = _worded([_ask(board, one, knowing, people, talks) for one in wanted], workspace, word)
    there = _asked_already(workspace, found)
    return tuple(replace(one, question_id=there.get(_place(one))) for one in found)


def _worded(found: Sequence[Ask], workspace: Workspace, word: Wording) -> list[Ask]:
    coming = {one.insider.interview_id for one in found if one.insider.interview_id}
    spoken = spoken_languages(workspace, coming) if coming else {}
    languages = [spoken.get(one.insider.interview_id, "") if one.insider.interview_id else "" for one in found]
    return [
        replace(one, question=word(one.option, one.wish, language), language=language)
        for one, language in zip(found, languages, strict=True)
    ]


def _options(board: Board, wanted: Iterable[Unknown]) -> list[OptionRow]:
    return list({one.option: board.options[one.option] for one in wanted}.values())


def _ask(
    board: Board,
    unknown: Unknown,
    knowing: dict[UUID, list[UUID]],
    people: dict[UUID, Who],
    talks: Talks,
) -> Ask:
    option, wish = board.options[unknown.option], board.wishes[unknown.wish]
    field = board.fields[option.id, wish.id]
    fresh = [people[key] for key in knowing[option.id] if key in people and key not in field.speakers]
    return Ask(unknown, option, wish, field, _nearest(fresh, talks), "")


def _nearest(people: Sequence[Who], talks: Talks) -> Insider:
    """Who is met soonest; else who was met last; else the first who is known."""
    found = [_insider(who, talks) for who in people]
    by_way = {way: [one for one in found if one.way is way] for way in Way}
    for way in (Way.MEETS, Way.OFFERED):
        if by_way[way]:
            return min(by_way[way], key=lambda one: one.at.timestamp() if one.at else inf)
    if by_way[Way.MET]:
        return max(by_way[Way.MET], key=lambda one: one.at.timestamp() if one.at else 0)
    return by_way[Way.KNOWN][0] if by_way[Way.KNOWN] else Insider(Way.NOBODY)


def _insider(who: Who, talks: Talks) -> Insider:
    if who.id in talks.coming:
        coming = talks.coming[who.id]
        return Insider(coming.way, who, coming.at, coming.interview_id)
    if who.id in talks.held:
        return Insider(Way.MET, who, talks.held[who.id])
    return Insider(Way.KNOWN, who)


def _talks(workspace: Workspace, now: datetime) -> Talks:
    """Two queries. Of several with one person the soonest counts, and of those held the last: the last row wins."""
    mine = Interview.objects.of(workspace)
    coming = mine.filter(Q(starts_at=None) | Q(starts_at__gt=now), state__in=COMING)
    held = mine.filter(state__in=HELD, held_at__isnull=False).order_by("held_at")
    soonest_last = coming.order_by(F("starts_at").desc(nulls_first=True), "-id")
    return Talks(
        {
            person: Insider(Way.MEETS if state == InterviewState.CONFIRMED else Way.OFFERED, None, at, key)
            for key, person, state, at in soonest_last.values_list("id", "person_id", "state", "starts_at")
        },
        {person: at for person, at in held.values_list("person_id", "held_at") if at},
    )


def _knowing(workspace: Workspace, board: Board, options: Sequence[OptionRow]) -> dict[UUID, list[UUID]]:
    """Who may know each option, the likeliest first: who works, or worked, there or in it, and who spoke of it."""
    told = _told(workspace, options)
    found = {}
    for option in options:
        spoke = [key for wish in board.wishes for key in sorted(board.fields[option.id, wish.id].speakers)]
        works = _there(workspace, option.organisation_id) or _in_it(workspace, option.title)
        found[option.id] = list(dict.fromkeys([*works, *spoke, *told[fold(option.title)]]))
    return found


def _told(workspace: Workspace, options: Sequence[OptionRow]) -> dict[str, list[UUID]]:
    """Who made claims about what is called like an option, by its folded title; one query."""
    found: dict[str, list[UUID]] = {fold(option.title): [] for option in options}
    claims = Insight.objects.of(workspace).filter(key__in=found, set_aside_at=None).order_by("-said_at")
    for key, person_id in claims.values_list("key", "person_id")[:KNOWN]:
        found[key].append(person_id)
    return found


def _there(workspace: Workspace, organisation_id: UUID | None) -> list[UUID]:
    """Who works, or worked, at an organisation."""
    if organisation_id is None:
        return []
    roles = Role.objects.of(workspace).filter(organisation=organisation_id)
    return list(roles.order_by("-is_current", "-id").values_list("person_id", flat=True)[:KNOWN])


def _in_it(workspace: Workspace, title: str) -> list[UUID]:
    """Who has, or had, this title; where nobody has, one that begins alike."""
    for words in dict.fromkeys((title, first_words(title))):
        if words and (found := with_title(workspace, words, limit=KNOWN)):
            return [as_uuid(key) for key in found]
    return []


def _people(workspace: Workspace, ids: Iterable[UUID]) -> dict[UUID, Who]:
    """Those who may be asked; two queries."""
    may = Person.objects.of(workspace).filter(id__in=set(ids), archived_at=None, do_not_contact_at=None)
    found = list(may.values_list("id", "given_name", "family_name", "native_name"))
    jobs = rows.jobs_of(workspace, [row[0] for row in found])
    return {key: rows.who(key, names, jobs) for key, *names in found}


def _place(one: Ask) -> tuple[UUID | None, str]:
    return one.insider.interview_id, one.question


def _asked_already(workspace: Workspace, found: Iterable[Ask]) -> dict[tuple[UUID | None, str], UUID]:
    """Questions that are in a brief already."""
    wanted = [one for one in found if one.insider.interview_id]
    asked = Question.objects.of(workspace).filter(
        interview__in={one.insider.interview_id for one in wanted}, text__in={one.question for one in wanted}
    )
    return {(interview, text): key for key, interview, text in asked.values_list("id", "interview_id", "text")}
