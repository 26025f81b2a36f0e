"""On a database that is sharded by workspace, what a page asks is asked of one shard."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.accounts.models import User, Workspace, WorkspaceModel
from askwell.config.sharding import own_tables
from askwell.interviews.models import Booking, OwnCalendar
from askwell.interviews.queries.tokens import BOOKING, FEED, row_token
from askwell.outreach.queries.mail.unsubscribing import unsubscribe_token
from askwell.people.models import Person, Role
from askwell.programmes.actions.staffing import invite
from askwell.programmes.models import Insider, Match, Participant, Programme
from askwell.programmes.queries.insiders.doors import INSIDER, volunteer_token
from askwell.programmes.queries.links import joining_token, open_token
from askwell.programmes.queries.wording import TALK
from tests.factories.programmes import owner_of
from tests.forms import posts
from tests.hostile.test_forms import ROUTES, fields_of
from tests.routing import unrouted
from tests.test_every_address import ALL, demo_ids, demo_owner, filled, run_ids

__all__ = ["demo_ids", "demo_owner", "run_ids"]  # fixtures

SignIn = Callable[[User], Client]
LINKS: dict[str, Callable[[Workspace], str]] = {
    "meet/": lambda own: _of_first(own, BOOKING, Booking, "number"),
    "calendar/": lambda own: _of_first(own, FEED, OwnCalendar, "feed_number"),
    "unsubscribe/": lambda own: unsubscribe_token(own.pk, "helen@insider.example"),
    "programmes/team/join/": lambda own: invite(
        workspace=own, by=owner_of(own), email="cole@staff.example", role="caseworker", now=timezone.now()
    )[1],
    "programmes/join/me/": lambda own: joining_token(Participant.objects.of(own).get(name="Olena Park")),
    "programmes/join/": lambda own: open_token(Programme.objects.of(own).get()),
    "programmes/insider/": lambda own: _of_first(own, INSIDER, Insider, "link_number"),
    "programmes/volunteer/": lambda own: volunteer_token(Programme.objects.of(own).get()),
    "programmes/talk/": lambda own: row_token(TALK, Match.objects.of(own).earliest("id"), 1),
}
"""What links that open without an account end with, by how their address begins; the first that fits."""
NO_ROW = {
    "account/enter/": "a user's, who is everybody's",
    "programmes/team/back/": "an undo, for somebody at work there",
}
OWN = {"people_person", "people_role"}


@pytest.mark.parametrize(
    ("sql", "loose"),
    [
        ("SELECT * FROM people_person WHERE workspace_id = %s", set()),
        ("SELECT * FROM people_person WHERE id = %s", {"people_person"}),
        (
            "SELECT * FROM people_person p JOIN people_role r ON r.person_id = p.id WHERE p.workspace_id = %s",
            {"people_role"},
        ),
        (
            "SELECT * FROM people_person p LEFT JOIN people_role r ON (r.person_id = p.id"
            " AND (p.workspace_id = (r.workspace_id))) WHERE p.workspace_id = %s",
            set(),
        ),
        ("SELECT * FROM people_person p WHERE p.workspace_id = %s OR p.id = %s", {"people_person"}),
        ("SELECT * FROM people_person p WHERE NOT (p.workspace_id = %s)", {"people_person"}),
        ("SELECT * FROM people_person p WHERE p.workspace_id IN (%s, 'other')", {"people_person"}),
        ("SELECT CASE WHEN p.workspace_id = %s THEN 1 END FROM people_person p", {"people_person"}),
        (
            "SELECT 1 FROM people_person p WHERE p.workspace_id = %s AND NOT (EXISTS(SELECT 1 FROM people_role u"
            " WHERE u.person_id = p.id AND u.workspace_id = p.workspace_id))",
            set(),
        ),
        (
            "SELECT 1 FROM people_person p WHERE p.workspace_id = %s AND EXISTS(SELECT 1 FROM people_role u"
            " WHERE u.person_id = p.id)",
            {"people_role"},
        ),
        ("UPDATE people_person SET workspace_id = %s WHERE people_person.id = %s", {"people_person"}),
        ("UPDATE people_person SET name = %s WHERE id = %s AND workspace_id = %s", set()),
        ("DELETE FROM people_person WHERE people_person.id IN (%s) AND people_person.workspace_id = %s", set()),
        ("INSERT INTO people_person (id, name) VALUES (%s, %s)", {"people_person"}),
        ("INSERT INTO people_person (id, workspace_id) VALUES (%s, %s)", set()),
        ("SELECT * FROM accounts_user WHERE id = %s", set()),
    ],
)  # fmt: skip
def test_a_statement_is_held_to_one_workspace(sql: str, loose: set[str]) -> None:
    assert unrouted(sql, OWN) == loose


def _astray(queries: CaptureQueriesContext) -> dict[str, set[str]]:
    tables = own_tables()
    told = [re.sub(r"^\d+ times: ", "", query["sql"]) for query in queries]  # what is executed for many rows
    return {sql: found for sql in told if (found := unrouted(sql, tables))}


@pytest.mark.once
def test_what_is_done_to_a_row_names_its_workspace(workspace: Workspace, settings: LazySettings, now: datetime) -> None:
    settings.SHARDED = True
    then = {"created_at": now, "updated_at": now}
    person, other = (Person.objects.create(workspace=workspace, given_name=name, **then) for name in ("Lin", "Wei"))

    with CaptureQueriesContext(connection) as queries:
        role = person.roles.create(workspace=workspace, title="Buyer")
        role.title = "Head buyer"
        role.save()
        role.refresh_from_db()
        assert list(Role.objects.of(workspace).filter(person__given_name="Lin")) == list(person.roles.all()) == [role]
        assert Role._base_manager.filter(person=person).select_related("person").get().person == person
        assert list(Person.objects.of(workspace).exclude(roles__title="Head buyer")) == [other]
        Role.objects.of(workspace).filter(person__given_name="Lin").update(title="Buyer")
        (fetched,) = Role.objects.of(workspace).prefetch_related("person", "person__roles")
        assert fetched.person.roles.all()[0] == Role.objects.of(workspace).get(pk=role.pk)
        other.delete()
        Person.objects.of(workspace).filter(roles__title="Buyer").delete()

    assert not Person.objects.of(workspace).exists()
    assert _astray(queries) == {}


def _of_first(own: Workspace, purpose: str, model: type[WorkspaceModel], number: str) -> str:
    row = model.objects.of(own).earliest("id")
    return row_token(purpose, row, getattr(row, number))


@pytest.mark.once
@pytest.mark.parametrize(
    "route", [route for route, _pattern in ALL if "<str:token>" in route and not route.startswith(tuple(NO_ROW))]
)
def test_a_link_asks_the_shard_that_it_names(route: str, demo_owner: User, settings: LazySettings) -> None:
    own = demo_owner.workspace
    assert own
    cache.clear()  # limits of visitors
    if route.startswith("calendar/"):
        OwnCalendar.objects.of(own).update_or_create(workspace=own, defaults={"feed_since": timezone.now()})
    Programme.objects.of(own).update(takes_seekers=True, takes_insiders=True)
    make = next(LINKS[begin] for begin in LINKS if route.startswith(begin))
    address = "/" + route.replace("<str:token>", make(own))
    settings.SHARDED = True

    with CaptureQueriesContext(connection) as queries:
        seen = [Client().get(address).status_code, Client().post(address).status_code]

    assert seen[0] == (404 if route.endswith("meeting.ics") else 200)
    assert seen[1] < 500
    assert _astray(queries) == {}


@pytest.mark.once
@pytest.mark.parametrize("route", [route for route, _pattern in ALL])
def test_a_page_and_its_forms_ask_one_shard(
    route: str, demo_owner: User, sign_in: SignIn, settings: LazySettings
) -> None:
    """The page is looked at, and every form of it sent as its reader might, once with each of its buttons; a page that
    is only sent to, with a word for all that its view reads."""
    settings.SHARDED = True
    client, address = sign_in(demo_owner), filled(route, demo_owner)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    astray = {f"{address} {sql}": found for sql, found in _astray(queries).items()}
    page = "" if answer.streaming else answer.content.decode(errors="replace")
    sent = [(address, {name: ["Some words"] for name in fields_of("", route)}), *posts(page, address)]

    for target, told in sent if route in ROUTES else ():
        cache.clear()  # limits
        with CaptureQueriesContext(connection) as queries, transaction.atomic():
            client.post(target, told)
            transaction.set_rollback(True)
        astray |= {f"{target} {sql}": found for sql, found in _astray(queries).items()}

    assert astray == {}, "\n".join(astray)
