"""Links that open without a login, forged and replayed: none opens, none changes anything, none tells whose it was.

The routes are found, so that a new one cannot be forgotten.
"""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.core.signing import Signer
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.accounts.actions import issue_sign_in_link
from askwell.accounts.models import User, Workspace
from askwell.interviews.actions.meeting import offer_times
from askwell.interviews.actions.pages import open_page, renew_link
from askwell.interviews.models import Booking
from askwell.interviews.queries.tokens import BOOKING, FEED, row_token, token_of
from askwell.lib.ids import uuid7
from askwell.outreach.choices import MeetingBy
from tests.factories.outreach import make_waiting
from tests.hostile.words import WORDS
from tests.test_every_address import ALL, WRITES

pytestmark = pytest.mark.once  # judged before any database is asked

ROUTES = [route for route, _pattern in ALL if "<str:token>" in route]
SEEKER = "Xiaowen"


def forged(good: str) -> dict[str, str]:
    """What somebody may make of a link that they saw."""
    packed, _, signature = good.rpartition(".") if "." in good else (good, "", good)
    made = {
        "one letter of it": ("B" if packed[0] == "A" else "A") + good[1:],
        "one letter of its signature": good[:-1] + ("x" if good[-1] != "x" else "y"),
        "without a signature": packed,
        "an empty signature": f"{packed}.",
        "only a signature": f".{signature}",
        "twice": f"{good}.{good}",
        "half": good[: len(good) // 2],
        "longer": good + "A" * 10_000,
        "another key's": Signer(sep=".", salt=BOOKING, key="k" * 50).sign(packed),
        "another salt's": Signer(sep=".", salt="other").sign(packed),
        "nobody's": token_of(BOOKING, uuid7(), 0) + "x",
        "other signs": good.replace(".", "\u2024"),
        "blanks around": f" {good} ",
        **{name: word[:2_000] or "x" for name, word in WORDS.items() if name != "half a letter"},
    }
    return {name: token for name, token in made.items() if token != good}


def changes(sql: str) -> bool:
    """Whether it writes anything but the end of what is over anyway."""
    return bool(WRITES.match(sql)) and not re.match(r'DELETE FROM "accounts_signinlink" WHERE \S+"expires_at" <= ', sql)


@pytest.fixture
def booking(workspace: Workspace) -> Booking:
    cache.clear()  # limits of visitors
    now = timezone.now()
    thread = make_waiting(workspace, now - timedelta(days=3), given="Helen")
    offered = {"times": [now + timedelta(days=3)], "minutes": 20, "by": MeetingBy.VIDEO}
    made = offer_times(workspace=workspace, person_id=thread.person_id, now=now, **offered)
    return open_page(workspace=workspace, interview_id=made.pk, now=now)


def address(route: str, token: str) -> str:
    return "/" + re.sub(r"<\w+:(\w+)>", lambda found: quote(token, safe="") if found[1] == "token" else "x", route)


@pytest.mark.parametrize("route", ROUTES)
def test_a_forged_link_opens_nothing(route: str, booking: Booking, seeker: User, client: Client) -> None:
    for good in (row_token(BOOKING, booking, booking.number), issue_sign_in_link(user=seeker, now=timezone.now())):
        for name, token in forged(good).items():
            cache.clear()
            for ask in (client.get, client.post):
                with CaptureQueriesContext(connection) as queries:
                    answer = ask(address(route, token), {"do": "stop", "text": "x"})
                assert answer.status_code in (200, 302, 400, 404, 405, 410), name
                assert answer.status_code != 302 or "locked" in answer.headers["Location"], name
                assert [query["sql"] for query in queries if changes(query["sql"])] == [], name
                assert b"Helen" not in answer.content
    assert "sessionid" not in client.cookies
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("route", [route for route in ROUTES if not route.startswith(("meet/", "account/"))])
def test_a_link_of_another_kind_opens_nothing(route: str, booking: Booking, client: Client) -> None:
    token = token_of(FEED if "unsubscribe" in route else BOOKING, booking.pk, booking.number)

    answer = client.get(address(route, token))

    assert answer.status_code in (302, 404, 405)


def test_a_link_that_was_made_anew_is_not_opened_by_the_old_one(
    workspace: Workspace, booking: Booking, client: Client
) -> None:
    old = address("meet/<str:token>/", row_token(BOOKING, booking, booking.number))
    assert client.get(old).status_code == 200

    renew_link(workspace=workspace, booking_id=booking.pk, now=timezone.now())

    assert client.get(old).status_code in (404, 410)
    for what in ("time", "no", "write", "name"):
        assert client.post(old, {"do": what, "text": "x"}).status_code in (404, 410)


def test_a_sign_in_link_opens_once(seeker: User) -> None:
    link = address("account/enter/<str:token>/", issue_sign_in_link(user=seeker, now=timezone.now()))
    first, second = Client(), Client()

    first.post(link)
    second.post(link)

    assert first.get("/").status_code == 200
    assert second.get("/").status_code == 302
