"""Asks every address as every role and writes the answers down. Run by tools/permissions.py in a hosted process."""

import os
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.backends.base import SessionBase
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import URLPattern

from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import User, WorkspaceModel
from askwell.accounts.web.hearing import SHOWN
from askwell.programmes.actions.taking_part import enter
from askwell.programmes.models import Participant, Programme
from tests.conftest import make_user
from tests.factories.programmes import joined, make_programme, make_staff, owner_of
from tests.test_every_address import ALL, demo_ids, filled, run_ids
from tools.permissions import ROLES, Rows, written

__all__ = ["demo_ids", "run_ids"]  # fixtures

HTTPS: Any = {"secure": True, "headers": {"host": "askwell.example"}}
GONE = {"account/leave/", "sign-in/logout/"}
"""After these the role is nobody: they are asked last, and only by a client of their own."""


@pytest.fixture(scope="session", autouse=True)
def _static_files() -> None:
    call_command("collectstatic", interactive=False, verbosity=0)


class Undone(Exception):
    """Raised to take back what a request did."""


@pytest.fixture
def cast(demo_ids: uuid.UUID, run_ids: uuid.UUID, db: None) -> dict[str, User | None]:
    """One user a role."""
    seeker = User.objects.get(pk=demo_ids)
    here = Programme._base_manager.get(workspace=User.objects.get(pk=run_ids).workspace)
    elsewhere = make_programme("rita@rival.example", "Inlet Bridges")
    joined(here)  # somebody who is not the seeker
    Participant._base_manager.filter(seeker_workspace=seeker.workspace).delete()
    mine, _user = joined(here, "Demo Seeker")
    assert seeker.workspace
    enter(mine, seeker.workspace)
    mine.save()
    users = [None, seeker, make_user("sam@stranger.example")]
    for programme, mail in ((here, "here"), (elsewhere, "elsewhere")):
        users += [
            make_staff(programme, f"carla@{mail}.example"),
            make_staff(programme, f"cora@{mail}.example", MembershipRole.COORDINATOR),
            owner_of(programme.workspace),
        ]
    for user in filter(None, users):
        user.set_password("three quiet herons 41")  # by which they show that it is still them
        user.save()
    return dict(zip(ROLES, users, strict=True))


def signed_in(user: User | None) -> Client:
    client = Client(raise_request_exception=False)
    if user is None:
        return client
    client.force_login(user, backend="askwell.accounts.web.backends.WorkspaceBackend")
    session: SessionBase = client.session
    session[SHOWN] = str(user.pk)
    session.save()
    return client


def in_app(route: str, pattern: URLPattern, owner: User) -> str:
    """With ids of the app that the page is of, where another app's table has the same name."""
    app = pattern.callback.__module__.split(".")[1]
    for whole, name in re.findall(r"(<uuid:(\w+)>)", route):
        try:
            model = apps.get_model(app, name.removesuffix("_id").replace("_", ""))
        except LookupError:
            continue
        if issubclass(model, WorkspaceModel):
            row = model.objects.of(owner.workspace).first()
            route = route.replace(whole, str(row.pk)) if row else route
    return route


def address_of(route: str, pattern: URLPattern, cast: dict[str, User | None]) -> str:
    """With ids of rows of the seeker, or of the programme; made-up words for the rest."""
    seeker, owner = cast["seeker"], cast["owner"]
    assert seeker
    assert owner
    if route.startswith("programmes/mine/"):
        mine = Participant._base_manager.get(seeker_workspace=seeker.workspace)
        route = route.replace("<uuid:participant_id>", str(mine.pk))
    route = re.sub(r"<int:\w+>", "1", route)
    route = re.sub(r"\(\?P<\w+>[^)]*\)", "x", route).replace("^", "").replace("$", "")
    whose = owner if route.startswith("programmes/") else seeker
    return filled(in_app(route, pattern, whose), whose)


def word(answer: Any, route: str) -> str:
    """What happened, in one word."""
    status, to = answer.status_code, answer.headers.get("Location", "")
    if status in (301, 302, 303):
        if to.startswith("/sign-in/login/") and not route.startswith("account/leave"):
            return "door"
        if to.startswith("/sign-in/reauthenticate/"):
            return "again"
        elsewhere = to == "/programmes/" and not route.startswith(("programmes/", "account/", "sign-in/"))
        return "home" if elsewhere else "yes"
    known = {404: "none", 403: "no", 405: "", 410: "none", 500: "error"}
    return known.get(status, "yes")


def asked(client: Client, method: str, address: str, route: str) -> str:
    """The word for one request, all of which is taken back."""
    found = ""
    try:
        with transaction.atomic():
            cache.clear()  # rate limits
            found = word(getattr(client, method)(address, **HTTPS), route)
            raise Undone
    except Undone:
        return found


def rows(cast: dict[str, User | None]) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    clients = {role: signed_in(user) for role, user in cast.items()}
    for route, pattern in ALL:
        address, words, refused = address_of(route, pattern, cast), [], set()
        for role, user in cast.items():
            client = signed_in(user) if route in GONE else clients[role]
            looked, done = (asked(client, method, address, route) for method in ("get", "post"))
            refused |= {name for name, found in (("GET", looked), ("POST", done)) if not found}
            words.append((looked, done))
        takes = [name for name in ("GET", "POST") if name not in refused]
        yield (route, " ".join(takes)), tuple(in_words(looked, done, takes) for looked, done in words)


def in_words(looked: str, done: str, takes: list[str]) -> str:
    """One word where it is the same to look and to do, or only one of them is taken."""
    found = [one for name, one in (("GET", looked), ("POST", done)) if name in takes]
    return " / ".join(dict.fromkeys(found))


def test_every_address_as_every_role(cast: dict[str, User | None]) -> None:
    found: Rows = dict(rows(cast))

    Path(os.environ["PERMISSIONS_TO"]).write_text(written(found))
    broken = {key: words for key, words in found.items() if any("error" in one for one in words)}
    assert broken == {}
