"""Every URL, found from the URL configuration: a stranger gets nothing, GET writes nothing, the page is whole."""

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import BinaryField
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askwell.accounts.actions import open_workspace
from askwell.accounts.models import User, Workspace, WorkspaceModel
from askwell.coach.drills import items
from askwell.coach.etiquette import situations
from askwell.desk.actions.demo import fill_demo
from askwell.desk.queries.contents import contents
from askwell.interviews.actions.meeting import offer_times
from askwell.interviews.actions.pages import open_page
from askwell.interviews.actions.visiting import propose_time
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.occupations.models import Occupation
from askwell.opportunities.actions.feeds import add_feed
from askwell.outreach.actions.mail.outbox import queue_mail
from askwell.outreach.choices import MeetingBy, Purpose
from askwell.outreach.models import Letter, Thread
from askwell.people.actions.events import EventFacts, add_event, meet_at_event
from askwell.people.models import CardPicture, Person
from askwell.portfolio.actions.reflecting import answer_statements
from askwell.practice.actions.drills import attempt
from askwell.practice.actions.job_interviews import answer as answer_job_question
from askwell.practice.actions.situations import answer as answer_situation
from askwell.practice.models import ModelEndpoint, Recording
from tests.factories.audit import wipe_log
from tests.factories.cards import read
from tests.factories.job_interviews import ANSWER, make_job_interview
from tests.factories.mail import a_mailbox
from tests.factories.opportunities import ready_intake
from tests.factories.programmes import fill_programme, make_programme, owner_of, seekers_of
from tests.factories.resumes import ready

SignIn = Callable[[User], Client]
DICTIONARIES = {"occupation_id": Occupation}
"""Rows that are nobody's: everybody may look at them, and nobody changes them from a page."""
WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE)(?! INTO \"accounts_auditentry\")", re.IGNORECASE)
"""Beside the audit log: that somebody looked is written down."""


def addresses(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, before + str(pattern.pattern))
        else:
            yield before + str(pattern.pattern), pattern


ALL = list(addresses(get_resolver()))
SHARED = [route for route, _pattern in ALL if any(f"<uuid:{name}>" in route for name in DICTIONARIES)]
WITH_IDS = [route for route, _pattern in ALL if "<uuid:" in route and route not in SHARED]
PLAIN = [route for route, _pattern in ALL if "<" not in route]


def model_of(parameter: str) -> type[WorkspaceModel]:
    """`person_id` names a Person: parameters are called after the model that they identify."""
    wanted = parameter.removesuffix("_id").replace("_", "")
    return next(
        model for model in apps.get_models() if issubclass(model, WorkspaceModel) and model.__name__.lower() == wanted
    )


def filled(route: str, owner: User) -> str:
    """The address with ids of rows that `owner` has; a parameter whose table is empty gets a made-up one."""
    for whole, kind, name in re.findall(r"(<(\w+):(\w+)>)", route):
        if name in DICTIONARIES:
            route = route.replace(whole, str(DICTIONARIES[name].objects.earliest("code").pk))
        elif kind == "uuid":
            row = model_of(name).objects.of(owner.workspace).first()
            route = route.replace(whole, str(row.pk if row else uuid.uuid4()))
        else:
            route = route.replace(whole, "x")
    return "/" + route


def keep_a_card(owner: User) -> None:
    """What the demo does not show: an event with somebody met there, a card that waits, a mailbox, mail in and out."""
    now, workspace = timezone.now(), owner.workspace
    assert workspace
    event = add_event(workspace=workspace, facts=EventFacts("Port careers evening", now.date()), now=now)
    someone = Person.objects.of(workspace).earliest("id")
    meet_at_event(workspace=workspace, event_id=event.pk, person_id=someone.pk, note="", now=now)
    read(workspace, b"a card", now=now)


def open_a_page(owner: User) -> None:
    """A page for an insider, on which they answered."""
    now, workspace = timezone.now(), owner.workspace
    assert workspace
    thread = Thread.objects.of(workspace).filter(state="answered").earliest("id")
    offered = offer_times(
        workspace=workspace, person_id=thread.person_id, times=[now + timedelta(days=3)], minutes=20,
        by=MeetingBy.VIDEO, now=now,
    )  # fmt: skip
    page = open_page(workspace=workspace, interview_id=offered.pk, now=now)
    propose_time(token=row_token(BOOKING, page, page.number), text="Later", now=now)
    a_mailbox(workspace, now=now, address="mei@seeker.example", imap_port=1, smtp_port=1)
    mail = {"to": "mei@seeker.example", "to_name": "Mei", "subject": "Tomorrow", "body": "Your talk is tomorrow."}
    workspace.is_demo = False  # of which nothing leaves
    queue_mail(workspace=workspace, purpose=Purpose.REMINDER, thread_id=None, now=now, **mail)
    first = Thread.objects.of(workspace).earliest("id")
    said = {"key": "1", "text": "Yes.", "reading": {"intent": "accepts"}, "written_at": now, "fetched_at": now}
    Letter.objects.create(workspace=workspace, thread=first, **said)


def practise(owner: User) -> None:
    """A situation and a question of a mock job interview answered, a drill tried; the demo holds rehearsals."""
    now, workspace = timezone.now(), owner.workspace
    assert workspace
    answer_situation(workspace=workspace, situation_id=next(iter(situations())), chosen=0, seen=0, now=now)
    interview = make_job_interview(workspace, now)
    answer_job_question(
        workspace=workspace, job_interview_id=interview.pk, place=0, text=ANSWER, tries=0, now=now
    )  # fmt: skip
    attempt(workspace=workspace, exercise=next(iter(items())), text="How so?", now=now)


def know_oneself(owner: User) -> None:
    """Answers about oneself, and a resume that was brought and read."""
    now, workspace = timezone.now(), owner.workspace
    assert workspace
    answer_statements(workspace=workspace, kind="traits", answers={"openness-01": 4}, now=now)
    ready(workspace, now)


def bring_openings(owner: User) -> None:
    """A feed, and postings that wait to be ticked."""
    now, workspace = timezone.now(), owner.workspace
    assert workspace
    add_feed(workspace=workspace, address="https://jobs.example/feed", name="Jobs", source="board", now=now)
    ready_intake(workspace, now=now)


def name_a_model(owner: User) -> None:
    """A language model that is on, at a server where nobody answers."""
    told = {"url": "http://127.0.0.1:9/v1", "model": "small", "is_on": True}
    ModelEndpoint.objects.create(workspace=owner.workspace, **told)


def record(owner: User) -> None:
    """What somebody said, written down."""
    now = timezone.now()
    said = {"state": "written", "text": "How so?", "created_at": now, "touched_at": now}
    Recording.objects.create(workspace=owner.workspace, **said)


@pytest.fixture(scope="module")
def demo_ids(django_db_setup: None, django_db_blocker: Any) -> Iterator[uuid.UUID]:
    """A user with a filled workspace, made once for all tests of this file (each rolls back what it changes)."""
    with django_db_blocker.unblock():
        owner = User.objects.create_user("demo@seeker.example", language="en")
        fill_demo(workspace=open_workspace(user=owner), now=timezone.now())
        keep_a_card(owner)
        open_a_page(owner)
        practise(owner)
        name_a_model(owner)
        record(owner)
        know_oneself(owner)
        bring_openings(owner)
    yield owner.pk
    with django_db_blocker.unblock():
        workspace = Workspace.objects.get(memberships__user=owner)
        owner.delete()
        workspace.delete()


@pytest.fixture(scope="module")
def run_ids(django_db_setup: None, django_db_blocker: Any) -> Iterator[uuid.UUID]:
    """The owner of a filled programme, made once."""
    with django_db_blocker.unblock():
        programme = make_programme("run@programme.example")
        fill_programme(programme)
        owner = owner_of(programme.workspace)
    yield owner.pk
    with django_db_blocker.unblock():
        at_work = User.objects.filter(memberships__workspace=programme.workspace)
        workspaces = Workspace.objects.filter(memberships__user__in=list(at_work))
        gone = [*workspaces.values_list("pk", flat=True), *seekers_of(programme)]
        User.objects.filter(workspace__in=gone).delete()
        Workspace.objects.filter(pk__in=gone).delete()
        DBTaskResult.objects.all().delete()
        wipe_log()


DRAWN = re.compile(rb'\s(?:x|y|x1|x2|y1|y2|cx|cy|r|width|height|value|max)="([\d.,]+)%?"')


@pytest.fixture
def demo_owner(request: pytest.FixtureRequest) -> User:
    """Whoever the tested address is for: a seeker, or somebody at work in a programme."""
    run = request.node.callspec.params["route"].startswith("programmes/")
    key = request.getfixturevalue("run_ids" if run else "demo_ids")
    request.getfixturevalue("db")  # after it: what a test begins is rolled back
    return User.objects.select_related("workspace").get(pk=key)


def test_there_are_addresses_to_test() -> None:
    assert len(WITH_IDS) > 10


@pytest.mark.parametrize("route", WITH_IDS)
def test_a_strangers_ids_are_not_found_and_nothing_changes(
    route: str, demo_owner: User, stranger: User, sign_in: SignIn
) -> None:
    assert demo_owner.workspace
    client, address, before = sign_in(stranger), filled(route, demo_owner), held(demo_owner.workspace)

    with CaptureQueriesContext(connection) as queries:
        answers = {client.get(address).status_code, client.post(address).status_code}

    assert answers <= {404, 405}
    assert 404 in answers
    assert written(queries) == [] or contents(demo_owner.workspace, STARTED) == before


STARTED = timezone.now()


@cache
def held(workspace: Workspace) -> dict[str, Any]:
    """What is in it before anything is asked: for all tests, since each takes back what it changes."""
    return contents(workspace, STARTED)


def written(queries: CaptureQueriesContext) -> list[str]:
    return [query["sql"] for query in queries if WRITES.match(query["sql"])]


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of looking at an address."""

    status: int
    policy: str
    wrote: list[str]
    drawn: list[bytes]


VISITS: dict[str, Visit] = {}
"""One visit tells several tests what they ask."""


@pytest.fixture
def visit(request: pytest.FixtureRequest, demo_owner: User, sign_in: SignIn) -> Visit:
    """Its owner looks at the tested address in French, whose decimal comma a drawing would not understand."""
    route = request.node.callspec.params["route"]
    if route not in VISITS:
        client, address = sign_in(demo_owner), filled(route, demo_owner)
        User.objects.filter(pk=demo_owner.pk).update(language="fr")
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        policy = answer.headers.get("Content-Security-Policy", "")
        drawn = [] if answer.streaming else DRAWN.findall(answer.content)
        VISITS[route] = Visit(answer.status_code, policy, written(queries), drawn)
    return VISITS[route]


@pytest.mark.parametrize("route", [route for route, _pattern in ALL])
def test_get_writes_nothing_and_does_not_fail(route: str, visit: Visit) -> None:
    assert visit.wrote == []
    assert visit.status < 500
    assert [number for number in visit.drawn if b"," in number] == []


@pytest.mark.once
def test_other_methods_than_ours_are_refused_everywhere(seeker: User, sign_in: SignIn) -> None:
    client, routes = sign_in(seeker), [filled(route, seeker) for route, _pattern in ALL]

    answers = {client.generic(method, route).status_code for method in ("TRACE", "PUT", "DELETE") for route in routes}

    assert answers == {405}


@pytest.mark.once
@pytest.mark.parametrize("route", [route for route, _pattern in ALL])
def test_no_file_is_handed_out_as_it_came(route: str, demo_owner: User, sign_in: SignIn) -> None:
    """Whatever somebody sent that is kept for a while; pictures of cards count once they are written anew."""
    came = b"as it came: MZ \xff"
    for model in apps.get_models():
        files = [field.name for field in model._meta.concrete_fields if isinstance(field, BinaryField)]
        if issubclass(model, WorkspaceModel) and files:
            model.objects.of(demo_owner.workspace).update(**dict.fromkeys(files, came))
    CardPicture.objects.of(demo_owner.workspace).update(width=0)

    answer = sign_in(demo_owner).get(filled(route, demo_owner))

    assert came not in answer.getvalue()


@pytest.mark.once
@pytest.mark.parametrize("route", [route for route in PLAIN + WITH_IDS + SHARED if not route.startswith("account/")])
def test_a_visitor_is_sent_to_the_door(route: str, demo_owner: User, client: Client) -> None:
    answer = client.get(filled(route, demo_owner))

    assert answer.status_code in (302, 405)
    assert answer.status_code == 405 or answer.headers["Location"].startswith("/account/locked/")


@pytest.mark.once
@pytest.mark.parametrize("route", PLAIN)
def test_pages_carry_the_strict_policy(route: str, visit: Visit) -> None:
    assert "script-src 'self'" in visit.policy
    assert "unsafe" not in visit.policy
