"""A workspace after a year of use, of any size: people with what is known of them, employers, targets, threads,
interviews, insights, applications. What `pages.py` and `load.py` measure on."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from askwell.accounts.models import Profile, User, Workspace
from askwell.interviews.actions.following import begin
from askwell.interviews.choices import TIARA, SubjectKind
from askwell.interviews.models import Insight, Interview, Question
from askwell.lib.text import fold
from askwell.opportunities.choices import Source, Stage
from askwell.opportunities.models import Application, Opportunity, Step
from askwell.outreach.actions.settling import settle
from askwell.outreach.actions.targets import add_target, rate_target, take_up
from askwell.outreach.choices import Answer, Channel, Direction, MessageKind, MessageState
from askwell.outreach.models import Message, Thread
from askwell.people.actions.indexing import name_fields, reindex_everyone
from askwell.people.models import ContactPoint, Note, Organisation, Person, PersonTag, Role, Tag, Tie
from askwell.people.rules.organisations import organisation_key


@dataclass(frozen=True)
class Size:
    """How much a workspace holds."""

    people: int
    employers: int
    threads: int
    interviews: int
    insights: int
    openings: int


ACTIVE = 5
GIVEN = ("Ana", "Ben", "Chloé", "Daniel", "Emma", "Farid", "Grace", "Hugo", "Ines", "Jun", "Kofi", "Lena", "Min", "Wei")
FAMILY = (
    "Abe",
    "Bauer",
    "Chen",
    "Diaz",
    "Evans",
    "Fox",
    "Gill",
    "Haddad",
    "Ito",
    "Jones",
    "Khan",
    "Li",
    "Moore",
    "Zhou",
)
NATIVE = ("陈伟", "李娜", "王芳", "张敏", "刘洋", "黄家俊", "周敏", "林华", "吴迪", "徐静")
TITLES = ("Buyer", "Planner", "Supply planner", "Warehouse manager", "Analyst", "Director of planning", "Nurse")
TIES = ("former_colleague", "friend", "neighbour", "classmate", "alumni", "met_at_event", "introduced")
LANGUAGES = ("en", "zh en", "fr en", "yue zh en")
chance = random.Random(2)
NOW = datetime.now(UTC)


@transaction.atomic
def fill(workspace: Workspace, size: Size) -> None:
    """Put all of it into an empty workspace."""
    employers = add_employers(workspace, size.employers)
    people = add_people(workspace, size.people)
    add_facts(workspace, people, employers)
    reindex_everyone(workspace)
    add_targets(workspace, employers)
    add_threads(workspace, people, employers, size.threads)
    add_interviews(workspace, size)
    add_openings(workspace, employers, size.openings)


def add_employers(workspace: Workspace, count: int) -> list[Organisation]:
    names = [f"{chance.choice(FAMILY)} {chance.choice(FAMILY)} {number}" for number in range(count)]
    rows = [Organisation(workspace=workspace, name=name, key=organisation_key(name)) for name in names]
    return Organisation.objects.bulk_create(rows, batch_size=2000)


def add_people(workspace: Workspace, count: int) -> list[Person]:
    rows = [
        Person(
            workspace=workspace,
            **name_fields(
                chance.choice(GIVEN), f"{chance.choice(FAMILY)}", chance.choice(NATIVE) if number % 9 == 0 else ""
            ),
            languages=chance.choice(LANGUAGES),
            place="Vancouver",
            region="CA-BC",
            time_zone="America/Vancouver",
            known_since=(NOW - timedelta(days=chance.randrange(4000))).date(),
            created_at=NOW,
            updated_at=NOW,
        )
        for number in range(count)
    ]
    return Person.objects.bulk_create(rows, batch_size=2000)


def add_facts(workspace: Workspace, people: list[Person], employers: list[Organisation]) -> None:
    tags = [Tag(workspace=workspace, name=f"tag {number}", key=f"tag {number}") for number in range(30)]
    Tag.objects.bulk_create(tags)
    add_each(Role, people, 1, lambda: {"organisation": chance.choice(employers), "title": chance.choice(TITLES)})
    add_each(ContactPoint, people, 2, lambda: {"value": "someone@mail.example", "key": "someone@mail.example"})
    add_each(Tie, people, 5, lambda: {"kind": chance.choice(TIES), "strength": chance.randint(1, 3)})
    add_each(Note, people, 20, lambda: {"text": "Likes long walks and short meetings.", "written_at": NOW})
    add_each(PersonTag, people, 10, lambda: {"tag": chance.choice(tags)})


def add_each(model: Any, people: list[Person], each: int, values: Callable[[], dict[str, Any]]) -> None:
    """A row for every `each`-th person."""
    rows = [model(workspace=one.workspace, person=one, **values()) for one in people[::each]]
    model.objects.bulk_create(rows, batch_size=2000)


def add_targets(workspace: Workspace, employers: list[Organisation]) -> None:
    Profile.objects.filter(workspace=workspace).update(name="Mei Tan", occupation="Supply planner", languages="zh en")
    for number, employer in enumerate(employers[:40]):
        target, _ = add_target(workspace=workspace, name=employer.name, now=NOW)
        rate_target(workspace=workspace, target_id=target.pk, motivation=number % 4, posting=1 + number % 3)
        if number < ACTIVE:
            take_up(workspace=workspace, target_id=target.pk)


def add_threads(workspace: Workspace, people: list[Person], employers: list[Organisation], count: int) -> None:
    """A year of writing: most of it over, some waiting, some answered, some agreed; a hundred lines with the first."""
    for number, person in enumerate(chance.sample(people[1:], count - 1) + [people[0]]):
        first = NOW - timedelta(days=365 * (count - number) / count, hours=2)
        organisation = chance.choice(employers[: 40 if number % 5 == 0 else len(employers)])
        thread = Thread.objects.create(
            workspace=workspace, person=person, organisation=organisation, tie_kind=chance.choice(TIES),
            opened_at=first, moved_at=first,
        )  # fmt: skip
        story = LONG if person is people[0] else chance.choice(STORIES)
        Message.objects.bulk_create(list(told(thread, first, story)))
        settle(thread, now=NOW)


def add_interviews(workspace: Workspace, size: Size) -> None:
    """An interview on so many threads: those that agreed on one or held it have it already."""
    bare = Thread.objects.of(workspace).filter(interviews=None).select_related("person", "workspace")
    there = Interview.objects.of(workspace).count()
    for thread in bare.order_by("opened_at")[: max(0, size.interviews - there)]:
        begin(thread, now=NOW)
    every = list(Interview.objects.of(workspace))
    Question.objects.bulk_create(
        Question(
            workspace=workspace, interview=one, position=place, topic=chance.choice(TIARA),
            text=f"What changed in your work in year {place}?", note="Calls before the maths.",
        )
        for one in every
        for place in range(10)
    )  # fmt: skip
    Insight.objects.bulk_create(
        Insight(
            workspace=workspace, interview=one, person_id=one.person_id, kind=SubjectKind.OCCUPATION,
            subject=(subject := f"Subject {chance.randrange(60)}"), key=subject.lower(), text="Calls come first.",
            said_at=NOW, rating=chance.randrange(4),
        )
        for one in every
        for _claim in range(size.insights // len(every))
    )  # fmt: skip


K, OUT, IN, NOTED = MessageKind, Direction.OUT, Direction.IN, Direction.NEITHER
FIRST, NUDGE, RESTED = (0, K.FIRST, OUT, ""), (9, K.NUDGE, OUT, ""), (20, K.RESTED, NOTED, "")
YES, NO = (2, K.ANSWER, IN, Answer.ACCEPTS), (4, K.ANSWER, IN, Answer.DECLINES)
STORIES = (
    (FIRST,),
    (FIRST, NUDGE),
    (FIRST, NUDGE, RESTED),
    (FIRST, NUDGE, RESTED),
    (FIRST, NO, (5, K.THANKS, OUT, "")),
    (FIRST, YES),
    (FIRST, YES, (3, K.MET, NOTED, ""), (4, K.THANKS, OUT, "")),
)
LONG = (FIRST, YES, *((2 + number / 100, K.NOTE, NOTED, "") for number in range(40)))


def told(thread: Thread, first: datetime, story: tuple[tuple[float, MessageKind, Direction, str], ...]):
    states = {OUT: MessageState.SENT, IN: MessageState.RECEIVED, NOTED: MessageState.NOTED}
    for number, (days, kind, direction, answer) in enumerate(story, start=1):
        at = first + timedelta(days=days)
        if at <= NOW:
            yield Message(
                workspace=thread.workspace, thread=thread, direction=direction, kind=kind, state=states[direction],
                channel=Channel.EMAIL, answer=answer, body=fold("May I ask you for 15 minutes? ") * 8, happened_at=at,
                number=number,
            )  # fmt: skip


def add_openings(workspace: Workspace, employers: list[Organisation], count: int) -> None:
    """Of every stage, at employers where seven or eight are known."""
    rows = [
        Opportunity(
            workspace=workspace, title=f"{chance.choice(TITLES)} {number}", organisation=employer,
            organisation_name=employer.name, location="Vancouver, BC", source=chance.choice(list(Source)),
            found_on=NOW.date() - timedelta(days=number % 60), created_at=NOW, changed_at=NOW,
        )
        for number, employer in enumerate(chance.choices(employers, k=count))
    ]  # fmt: skip
    Opportunity.objects.bulk_create(rows, batch_size=2000)
    begun = [
        Application(workspace=workspace, opportunity=row, since=row.found_on, stage=chance.choice(list(Stage)))
        for row in rows
    ]
    Application.objects.bulk_create(begun, batch_size=2000)
    steps = [
        Step(workspace=workspace, application=one, number=0, stage=one.stage, on=one.since, made_at=NOW)
        for one in begun
    ]
    Step.objects.bulk_create(steps, batch_size=2000)


def cookie_of(owner: User) -> str:
    """The cookie of a new session of theirs."""
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(owner.pk), owner.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "askwell.accounts.web.backends.WorkspaceBackend"
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
