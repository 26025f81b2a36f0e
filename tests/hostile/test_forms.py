"""Every form of the site, filled with what nobody would write: an answer, never a fault, and nobody else's data.

The forms are found: a page's own fields, and those that its view is known to read.
"""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from askwell.accounts.models import User
from tests.hostile.words import WORDS
from tests.test_every_address import ALL, demo_ids, demo_owner, filled, run_ids

__all__ = ["demo_ids", "demo_owner", "run_ids"]  # fixtures: a filled search and a filled programme

SignIn = Callable[[User], Client]
FIELD = re.compile(r'<(?:input|select|textarea|button)\b[^>]*?\bname="([^"]+)"', re.S)
READ = re.compile(r"""\b(?:POST|GET|FILES|data)\b(?:\.get|\.getlist)?[\[(]\s*["']([a-z_]+)["']""")
KINDS = {
    "text and ids": [
        *(word for name, word in WORDS.items() if name in ("html", "header", "template", "calendar")),
        *(str(uuid.UUID(int=0)), "not-an-id", WORDS["path"], WORDS["sql"]),
    ],
    "numbers and dates": [
        *(WORDS["number"], WORDS["not a number"], "-1", "1e309", "٣", WORDS["list"]),
        *(WORDS["date"], WORDS["far date"], "2026-02-30", "10000-01-01", "0001-01-01T00:00"),
    ],
    "nothing and too much": [
        *(WORDS["nothing"], WORDS["empty"], WORDS["controls"]),
        *(WORDS["long"], WORDS["one long word"], WORDS["marks"]),
    ],
}
"""Each form is sent once with each: every field takes another word of it."""
ROUTES = [route for route, _pattern in ALL if route != "account/leave/"]
VIEWS = dict(ALL)


def fields_of(page: str, route: str) -> set[str]:
    """What this page asks for, and what its view's module reads."""
    view = VIEWS[route].callback
    module = __import__(view.__module__, fromlist=["x"])
    with open(str(module.__file__)) as file:
        return {*FIELD.findall(page), *READ.findall(file.read())} - {"csrfmiddlewaretoken"}


def hostile_form(names: set[str], words: list[str]) -> dict[str, Any]:
    return {name: [words[number % len(words)], words[-1]] for number, name in enumerate(sorted(names))}


@pytest.mark.parametrize("route", ROUTES)
def test_a_form_filled_with_anything_is_answered(route: str, demo_owner: User, sign_in: SignIn, db: None) -> None:
    client, address = sign_in(demo_owner), filled(route, demo_owner)
    page = client.get(address)
    names = fields_of("" if page.streaming else page.content.decode(errors="replace"), route)

    for kind, words in KINDS.items():
        with transaction.atomic():  # what the one does is gone before the next
            answer = client.post(address, hostile_form(names, words))
            assert answer.status_code < 500, kind
            transaction.set_rollback(True)


@pytest.mark.once
@pytest.mark.parametrize("route", ROUTES)
def test_an_address_asked_for_with_anything_is_answered(
    route: str, demo_owner: User, sign_in: SignIn, db: None
) -> None:
    client, address = sign_in(demo_owner), filled(route, demo_owner)
    names = fields_of("", route) | {"q", "page", "sort"}

    for kind, words in KINDS.items():
        answer = client.get(address, hostile_form(names, words))
        assert answer.status_code < 500, kind


TEXTS_INSTEAD = ("import", "cards", "resume", "openings", "recording", "data")


@pytest.mark.parametrize("route", [route for route in ROUTES if any(word in route for word in TEXTS_INSTEAD)])
def test_a_file_where_a_word_belongs_and_a_word_where_a_file_does(
    route: str, demo_owner: User, sign_in: SignIn, db: None
) -> None:
    client, address = sign_in(demo_owner), filled(route, demo_owner)
    names = fields_of(client.get(address).content.decode(errors="replace"), route)
    files = {name: SimpleUploadedFile(WORDS["path"], b"\0\xff", "text/html") for name in names}

    for form in (files, dict.fromkeys(names, "a word"), {}):
        with transaction.atomic():
            assert client.post(address, form).status_code < 500
            transaction.set_rollback(True)
