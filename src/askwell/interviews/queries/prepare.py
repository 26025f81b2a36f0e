"""Everything on the page that prepares an interview."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from askwell.accounts.models import Profile, Workspace
from askwell.accounts.queries import profile_of
from askwell.coach import questions as coach
from askwell.interviews.choices import TIARA, InterviewState, Topic
from askwell.interviews.models import Insight, Interview, Question
from askwell.interviews.queries.cases import checks_of
from askwell.interviews.queries.offering import known_zone
from askwell.interviews.queries.spoken import spoken_language
from askwell.interviews.rules import bank
from askwell.interviews.rules.bank import Audience, BankQuestion
from askwell.interviews.rules.fields import families_of
from askwell.interviews.rules.readiness import ENOUGH_QUESTIONS, Checked
from askwell.lib.names import latin_name
from askwell.lib.text import clean
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.outreach.queries.rows import who
from askwell.outreach.queries.values import Who
from askwell.people.models import Introduction, Role

OFFERS = 3
TOPICS = tuple(Topic)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the seeker's; `number` counts from 1. `better` is it put right ("" for none), `instead` are others
    from the bank, only where something was found; `is_kept`: the seeker keeps these words in spite of it; `heard_from`:
    who said what it asks about."""

    id: UUID
    number: int
    text: str
    topic: Topic
    findings: tuple[coach.Finding, ...]
    better: str
    instead: tuple[BankQuestion, ...]
    is_kept: bool
    heard_from: Who | None

    @property
    def is_stopped(self) -> bool:
        return any(finding.severity is coach.Severity.STOP for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Share:
    """How many questions of a kind there are, and how many of them need work."""

    topic: Topic
    good: int
    weak: int

    @property
    def count(self) -> int:
        return self.good + self.weak

    @property
    def pips(self) -> tuple[bool, ...]:
        """One for each question: whether it needs work."""
        return (False,) * self.good + (True,) * self.weak


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of their way: what they were, where, since or until when. Empty strings, None where not known."""

    title: str
    organisation: str
    since: int | None
    until: int | None


@dataclass(frozen=True, slots=True)
class PreparePage:
    """`theirs` is their zone, empty when it is not known. `door` is which door it would open, `goal` of how many.
    `proposed` is their way as far as their roles tell it. `introducers`: (Latin name, native name). `language`
    is that of the conversation, in which questions are offered."""

    interview: Interview
    who: Who
    theirs: str
    introducers: tuple[tuple[str, str], ...]
    door: int
    goal: int
    proposed: tuple[Stage, ...]
    questions: tuple[Asked, ...]
    mix: tuple[Share, ...]
    checks: tuple[Checked, ...]
    offers: tuple[BankQuestion, ...]
    language: str

    @property
    def wanting(self) -> int:
        """How many questions are missing to enough."""
        return max(ENOUGH_QUESTIONS - len(self.questions), 0)


@dataclass(frozen=True, slots=True)
class BankPage:
    """The bank as filtered; `added` are the ids of those chosen already, `families` those that fit the person."""

    interview: Interview
    who: Who
    language: str
    questions: tuple[BankQuestion, ...]
    added: frozenset[str]
    total: int


def prepare_page(workspace: Workspace, interview_id: UUID, now: datetime, *, language: str) -> PreparePage:
    """At most eleven queries, whatever there is; two while nothing changes within a minute.

    `language` is the viewer's, for a conversation without one. Raises Interview.DoesNotExist.
    """
    key = ("prepare", workspace.pk, interview_id, language)
    return kept(key, now, lambda: (next_minute(now), _page(workspace, interview_id, language)))


def _page(workspace: Workspace, interview_id: UUID, language: str) -> PreparePage:
    interview = _interview(workspace, interview_id)
    roles = list(_roles(interview))
    now_at = next((role for role in reversed(roles) if role.is_current), None)
    mine = Question.objects.of(workspace).filter(interview=interview).select_related("insight__person")
    rows = list(mine.order_by("position", "id"))
    spoken = spoken_language(interview, language)
    profile = profile_of(workspace)
    families = families_of(now_at.title if now_at else "", profile.occupation)
    audiences = _audiences(profile, now_at)
    have = _have(rows, spoken)
    suggest = partial(bank.suggestions, language=spoken, families=families, audiences=audiences, have=have)
    questions = _asked(rows, suggest)
    return PreparePage(
        interview=interview,
        who=_who(interview, now_at),
        theirs=known_zone(interview.person),
        introducers=_introducers(interview),
        door=_door(interview),
        goal=profile.goal,
        proposed=tuple(_stage(role) for role in roles),
        questions=questions,
        mix=tuple(_share(questions, topic) for topic in TIARA),
        checks=checks_of(interview),
        offers=suggest(covered={row.topic for row in rows}, limit=OFFERS),
        language=spoken,
    )


def bank_page(
    workspace: Workspace,
    interview_id: UUID,
    *,
    language: str,
    topic: str = "",
    stage: str = "",
    family: str = "",
    audience: str = "",
) -> BankPage:
    """The bank's questions by kind, those made for the family and the audience ("" for any) first; four queries.

    A question that suits everybody fits every family and audience. Raises Interview.DoesNotExist.
    """
    interview = _interview(workspace, interview_id)
    rows = list(Question.objects.of(workspace).filter(interview=interview))
    spoken = spoken_language(interview, language)
    everything = bank.questions()
    found = (
        one
        for one in everything
        if topic in ("", one.topic) and stage in ("", one.stage) and _suits(one, family, audience)
    )
    ordered = sorted(
        found,
        key=lambda one: (TOPICS.index(one.topic), -bool(family and one.families) - bool(audience and one.audiences)),
    )
    return BankPage(
        interview=interview,
        who=_who(interview, None),
        language=spoken,
        questions=tuple(ordered),
        added=_have(rows, spoken),
        total=len(everything),
    )


def _interview(workspace: Workspace, interview_id: UUID) -> Interview:
    return Interview.objects.of(workspace).select_related("person", "workspace").get(pk=interview_id)


def _who(of: Interview | Insight, role: Role | None = None) -> Who:
    person = of.person
    organisation = role.organisation.name if role and role.organisation else ""
    job = {person.pk: (role.title if role else "", organisation)}
    return who(person.pk, (person.given_name, person.family_name, person.native_name), job)


def _roles(interview: Interview) -> list[Role]:
    """The oldest first; what began at an unknown time stands before what goes on now."""
    roles = Role.objects.of(interview.workspace).filter(person=interview.person_id).select_related("organisation")
    return list(roles.order_by("is_current", Coalesce("started_on", "ended_on"), "id"))


def _stage(role: Role) -> Stage:
    since, until = role.started_on, None if role.is_current else role.ended_on
    organisation = role.organisation.name if role.organisation else ""
    return Stage(role.title, organisation, since.year if since else None, until.year if until else None)


def _introducers(interview: Interview) -> tuple[tuple[str, str], ...]:
    found = Introduction.objects.of(interview.workspace).filter(introduced=interview.person_id).order_by("on", "id")
    names = found.values_list("introducer__given_name", "introducer__family_name", "introducer__native_name")
    return tuple((latin_name(given, family, native), native) for given, family, native in names)


def _door(interview: Interview) -> int:
    """Which door it would open: after those that are open, and after earlier agreed ones."""
    others = Interview.objects.of(interview.workspace).exclude(pk=interview.pk)
    earlier = (
        Q(state=InterviewState.CONFIRMED, starts_at__lt=interview.starts_at) if interview.starts_at else Q(pk=None)
    )
    counted = others.aggregate(n=Count("pk", filter=Q(is_successful=True) | earlier))
    return int(counted["n"]) + 1


def _asked(rows: list[Question], suggest: Callable[..., tuple[BankQuestion, ...]]) -> tuple[Asked, ...]:
    """The questions with what was found and what to ask instead; no two flawed ones get the same suggestion."""
    found = [(row, coach.check(coach.Question(row.text))) for row in rows]
    flawed = [row.pk for row, findings in found if findings]
    ranked = suggest(covered=TOPICS, limit=len(bank.questions())) if flawed else ()
    by_topic = {topic: [one for one in ranked if one.topic is topic] for topic in TOPICS}
    return tuple(
        Asked(
            id=row.pk,
            number=number,
            text=row.text,
            topic=Topic(row.topic),
            findings=findings,
            better=(coach.better(row.text) or "") if findings else "",
            is_kept=row.kept_text == row.text,
            heard_from=_who(row.insight) if row.insight else None,
            instead=_instead(by_topic[Topic(row.topic)], flawed.index(row.pk)) if findings else (),
        )
        for number, (row, findings) in enumerate(found, 1)
    )


def _instead(ranked: list[BankQuestion], turn: int) -> tuple[BankQuestion, ...]:
    """All of the topic, begun at another one for each flawed question."""
    start = turn % len(ranked) if ranked else 0
    return (*ranked[start:], *ranked[:start])


def _have(rows: list[Question], language: str) -> frozenset[str]:
    """Ids of the bank's questions that are chosen: by their id, or by the same words."""
    by_words = _by_words(language)
    named = (row.bank_id or by_words.get(row.text, "") for row in rows)
    return frozenset(filter(None, named))


@cache
def _by_words(language: str) -> dict[str, str]:
    """Ids of the bank's questions by their words as they would be stored."""
    return {clean(one.text_in(language)): one.id for one in bank.questions()}


def _share(questions: tuple[Asked, ...], topic: Topic) -> Share:
    weak = [bool(one.findings) for one in questions if one.topic is topic]
    return Share(topic, good=len(weak) - sum(weak), weak=sum(weak))


def _audiences(profile: Profile, role: Role | None) -> frozenset[Audience]:
    """Somebody at the seeker's own company is asked about a move inside."""
    own = profile.employer.strip().casefold()
    there = role.organisation.name.casefold() if role and role.organisation else ""
    return frozenset({Audience.INSIDE}) if own and own == there else frozenset()


def _suits(question: BankQuestion, family: str, audience: str) -> bool:
    fits_family = not family or not question.families or family in question.families
    return fits_family and (not audience or not question.audiences or audience in question.audiences)
