"""The private feed, and busy times from a pasted calendar."""

import logging
import re
import socket
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.views.debug import ExceptionReporter
from django_tasks_db.models import DBTaskResult
from icalendar import Calendar

from askwell.accounts.models import User, Workspace
from askwell.config.reporting import WithoutLinks
from askwell.interviews.actions.own_calendars import busy_due, connect_busy, disconnect_busy, refresh_busy
from askwell.interviews.models import Interview, OwnCalendar
from askwell.interviews.queries.offering import offer_page
from askwell.interviews.queries.own_calendars import calendars
from askwell.interviews.tasks import wake_busy
from askwell.outreach.actions.mail.secrets import rotate_keys, unseal
from askwell.protocols.fetching import FetchError, FetchTrouble
from tests.factories.interviews import make_agreed
from tests.factories.outreach import make_someone
from tests.servers.scripted import scripted

SignIn = Callable[[User], Client]
Committed = Callable[..., AbstractContextManager[object]]
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
SECRET = "https://calendar.example/secret-token/basic.ics"
PASTED = {"link": SECRET, "sealed": "SEALED-1", "code": "CODE-1", "state": "STATE-1"}


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture(autouse=True)
def keys(settings: object, tmp_path: object) -> None:
    """A key of the test's own, outside of everybody's data folder."""
    settings.MAIL_KEY_FILE = f"{tmp_path}/mail.key"  # type: ignore[attr-defined]  # pytest-django's wrapper


def published(*spans: tuple[datetime, datetime]) -> bytes:
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}@x\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Dentist\r\n"
        f"DTSTART:{start:%Y%m%dT%H%M%SZ}\r\nDTEND:{end:%Y%m%dT%H%M%SZ}\r\nEND:VEVENT\r\n"
        for number, (start, end) in enumerate(spans)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n".encode()


def feed_of(client: Client) -> str:
    """The feed's path, as its page shows it."""
    html = client.get(reverse("interviews:calendars")).content.decode()
    found = re.findall(r"http://testserver(/calendar/[\w.-]+\.ics)", html)
    return found[0] if found else ""


def test_the_feed_holds_the_talks_and_nothing_of_the_notes(client: Client, workspace: Workspace) -> None:
    talk = make_agreed(workspace, timezone.now(), given="Helen", family="He")
    Interview.objects.of(workspace).update(note="Ask about pay", aim="Learn", place="https://video.example/x")
    client.post(reverse("interviews:feed"))
    answer = Client().get(feed_of(client))
    events = list(Calendar.from_ical(answer.content).walk("VEVENT"))
    assert [str(event["SUMMARY"]) for event in events] == ["Talk with Helen He"]
    assert [event["UID"] for event in events] == [f"{talk.pk}@askwell"]
    assert [event.decoded("DTSTART") for event in events] == [talk.starts_at and talk.starts_at.replace(microsecond=0)]
    assert len(list(events[0].walk("VALARM"))) == 2
    assert b"Ask about pay" not in answer.content
    assert answer["X-Robots-Tag"].startswith("noindex")


def test_a_feed_ends_when_it_is_renewed_or_shut_and_a_forged_one_was_never_there(client: Client) -> None:
    assert feed_of(client) == ""
    client.post(reverse("interviews:feed"))
    first = feed_of(client)
    client.post(reverse("interviews:feed"))
    second = feed_of(client)
    assert [Client().get(path).status_code for path in (first, second)] == [404, 200]
    client.post(reverse("interviews:shut_feed"))
    assert Client().get(second).status_code == 404
    client.post(reverse("interviews:reopen_feed"))
    assert Client().get(second).status_code == 200
    true = second.removeprefix("/calendar/").removesuffix(".ics")
    for token in ("x", "AAAA.BBBB", true + "A", true[:-1], "B" + true[1:]):
        assert Client().get(f"/calendar/{token}.ics").status_code == 404


def test_busy_times_are_taken_off_what_is_offered(workspace: Workspace) -> None:
    now, person = timezone.now(), make_someone(workspace)
    good = offer_page(workspace, person.pk, own="America/Vancouver", now=now).good
    start = good[0] + timedelta(minutes=10)
    connect_busy(
        workspace=workspace, link=SECRET, now=now, get=lambda _: published((start, start + timedelta(hours=1)))
    )
    left = offer_page(workspace, person.pk, own="America/Vancouver", now=now).good
    assert good[0] not in left
    assert set(good[2:5]) <= set(left)


def test_only_times_are_kept_and_the_link_is_sealed(workspace: Workspace) -> None:
    now = timezone.now()
    start = now + timedelta(days=1)
    connect_busy(
        workspace=workspace, link=SECRET, now=now, get=lambda _: published((start, start + timedelta(hours=1)))
    )
    row = OwnCalendar.objects.of(workspace).get()
    assert "secret-token" not in row.busy_url
    assert "Dentist" not in str(row.busy)
    assert len(row.busy) == 1
    disconnect_busy(workspace=workspace)
    row.refresh_from_db()
    assert (row.busy_url, row.busy) == ("", [])


def test_what_was_disconnected_while_it_was_read_stays_gone(workspace: Workspace) -> None:
    def get(_: str) -> bytes:
        disconnect_busy(workspace=workspace)
        return published((NOON, NOON + timedelta(hours=1)))

    connect_busy(workspace=workspace, link=SECRET, now=NOON, get=lambda _: published())
    refresh_busy(workspace=workspace, now=NOON + timedelta(hours=1), get=get)
    row = OwnCalendar.objects.of(workspace).get()
    assert (row.busy_url, row.busy) == ("", [])


def test_another_link_pasted_while_the_first_was_read_stays(workspace: Workspace) -> None:
    def get(_: str) -> bytes:
        connect_busy(workspace=workspace, link=SECRET.replace("secret", "other"), now=NOON, get=lambda _: published())
        return published((NOON, NOON + timedelta(hours=1)))

    connect_busy(workspace=workspace, link=SECRET, now=NOON, get=lambda _: published())
    refresh_busy(workspace=workspace, now=NOON + timedelta(hours=1), get=get)
    row = OwnCalendar.objects.of(workspace).get()
    assert unseal(row.busy_url, mailbox_id=row.pk).endswith("other-token/basic.ics")
    assert row.busy == []


def test_a_key_that_is_rotated_while_a_calendar_is_read_is_not_lost(workspace: Workspace) -> None:
    def get(_: str) -> bytes:
        rotate_keys(also=[(OwnCalendar, "busy_url")])
        return published()

    connect_busy(workspace=workspace, link=SECRET, now=NOON, get=lambda _: published())
    refresh_busy(workspace=workspace, now=NOON + timedelta(hours=1), get=get)
    row = OwnCalendar.objects.of(workspace).get()
    assert unseal(row.busy_url, mailbox_id=row.pk) == SECRET


def test_neither_an_error_page_nor_a_log_holds_what_was_pasted(workspace: Workspace, rf: RequestFactory) -> None:
    def get(_: str) -> bytes:
        raise RuntimeError("unforeseen")

    request = rf.post("/calendars/", PASTED)
    try:
        connect_busy(workspace=workspace, link=request.POST["link"], now=NOON, get=get)
    except RuntimeError:
        reporter = ExceptionReporter(request, *sys.exc_info())
        shown = reporter.get_traceback_text() + reporter.get_traceback_html()
    assert "unforeseen" in shown
    assert not [word for word in PASTED.values() if word in shown]

    record = logging.LogRecord("django.request", logging.WARNING, "", 1, "%s: %s", ("Gone", "/meet/AaIY-1/?x=1"), None)
    assert WithoutLinks().filter(record)
    assert record.getMessage() == "Gone: /meet/…/?x=1"


def test_a_calendar_that_fails_keeps_its_times_and_says_why(workspace: Workspace) -> None:
    now = timezone.now()
    start = (now + timedelta(days=1)).astimezone(UTC)
    asked: list[str] = []

    def once(url: str) -> bytes:
        asked.append(url)
        if len(asked) > 1:
            raise FetchError(FetchTrouble.NO_SERVER)
        return published((start, start + timedelta(hours=1)))

    connect_busy(workspace=workspace, link=f" {SECRET} ", now=now, get=once)
    assert busy_due(now=now + timedelta(minutes=29)) == []
    later = now + timedelta(minutes=31)
    assert busy_due(now=later) == [workspace.pk]
    assert busy_due(now=later) == []
    assert not refresh_busy(workspace=workspace, now=later, get=once)
    assert asked == [SECRET, SECRET]
    shown = calendars(workspace)
    assert (shown.times, shown.trouble, shown.read_at) == (1, "no_server", now)


def test_a_calendar_that_takes_long_is_read_on_by_a_worker_and_the_page_says_so(
    client: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Committed
) -> None:
    """Nobody waits for a page longer than a few seconds."""
    monkeypatch.setattr("askwell.interviews.actions.own_calendars.AT_ONCE", 0.3)
    start = timezone.now() + timedelta(days=1)
    calendar = published((start, start + timedelta(hours=1)))

    def slow(sock: socket.socket) -> None:
        sock.recv(10_000)
        time.sleep(1)
        sock.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % len(calendar) + calendar)

    with scripted(slow) as port:
        began = time.monotonic()
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(reverse("interviews:calendars"), {"link": f"http://127.0.0.1:{port}/x.ics"})
        assert (answer.status_code, time.monotonic() - began < 1) == (302, True)
        (waking,) = DBTaskResult.objects.filter(task_path__endswith="wake_busy")
        page = client.get(reverse("interviews:calendars")).content.decode()
        assert "We are still reading your calendar" in page
        assert "busy times lie ahead" not in page
        wake_busy.func(*waking.args_kwargs["args"])
    page = client.get(reverse("interviews:calendars")).content.decode()
    assert "We are still reading your calendar" not in page
    assert "1 busy time lies ahead" in page


def test_a_calendar_that_never_comes_is_said_to_be_too_slow(client: Client, workspace: Workspace) -> None:
    def never(_: str) -> bytes:
        raise FetchError(FetchTrouble.TOO_SLOW)

    assert not connect_busy(workspace=workspace, link=SECRET, now=NOON, get=never)
    refresh_busy(workspace=workspace, now=NOON, get=never)
    page = client.get(reverse("interviews:calendars")).content.decode()
    assert "That calendar takes too long to come." in page
    assert "We are still reading" not in page
    assert "busy times lie ahead" not in page


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("nonsense", "no link to a calendar"),
        ("http://127.0.0.1:1/x.ics", "Nobody answered at that link."),
    ],
)
def test_what_cannot_be_connected_is_said_and_nothing_kept(
    client: Client, workspace: Workspace, pasted: str, words: str
) -> None:
    answer = client.post(reverse("interviews:calendars"), {"link": pasted})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not OwnCalendar.objects.of(workspace).exclude(busy_url="").exists()


def test_hosted_it_goes_into_no_private_network(client: Client, settings: object) -> None:
    settings.HOSTED = True  # type: ignore[attr-defined]  # pytest-django's wrapper
    answer = client.post(reverse("interviews:calendars"), {"link": "http://127.0.0.1:1/x.ics"})
    assert "private network" in answer.content.decode()


def test_a_page_that_is_no_calendar_is_refused(workspace: Workspace) -> None:
    with pytest.raises(FetchError) as caught:
        connect_busy(workspace=workspace, link=SECRET, now=timezone.now(), get=lambda _: b"<html>Sign in</html>")
    assert caught.value.trouble == FetchTrouble.NO_CALENDAR
