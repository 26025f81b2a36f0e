"""Accepting an insider's invitation, answering it otherwise, and taking that back, as the pages do it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.interviews.models import Interview, Notice
from askwell.outreach.choices import DispatchState, LetterKind
from askwell.outreach.models import Dispatch, Letter, Mailbox, calendar_heard
from askwell.protocols.calendar import Event, Method, Party, Reading
from tests.factories.mail import a_mailbox
from tests.factories.outreach import make_waiting

SignIn = Callable[[User], Client]
HELEN, MEI = "helen@harbour.example", "mei@seeker.example"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def notice(workspace: Workspace) -> Notice:
    now = timezone.now().replace(microsecond=0)
    a_mailbox(workspace, now=now, address=MEI, imap_port=1, smtp_port=1)
    thread = make_waiting(workspace, now - timedelta(days=3), given="Helen", family="He", email=HELEN)
    start = now + timedelta(days=4)
    event = Event(
        "theirs@x", start=start, end=start + timedelta(minutes=30), organizer=Party(HELEN), attendees=(Party(MEI),),
        comment="<b>See you</b>",
    )  # fmt: skip
    letter = Letter.objects.create(
        workspace=workspace, thread=thread, key="1", kind=LetterKind.CALENDAR, sender=HELEN, written_at=now,
        fetched_at=now,
    )  # fmt: skip
    calendar_heard.send(
        sender=Letter, letter=letter, reading=Reading(Method.REQUEST, (event,), sender=HELEN, sent=now), now=now
    )
    return Notice.objects.of(workspace).get()


def address(name: str, notice: Notice) -> str:
    return reverse(f"interviews:{name}", args=[notice.pk])


def leaving(notice: Notice) -> list[str]:
    waiting = Dispatch.objects.of(notice.workspace).filter(state=DispatchState.WAITING)
    return list(waiting.values_list("method", flat=True))


def test_today_asks_and_one_press_accepts(client: Client, notice: Notice) -> None:
    html = client.get("/").content.decode()
    assert "Helen invited you to" in html
    assert address("accept", notice) in html

    answer = client.post(address("accept", notice), follow=True)

    talk = Interview.objects.of(notice.workspace).get()
    assert answer.redirect_chain[-1][0] == reverse("interviews:times", args=[talk.pk])
    html = answer.content.decode()
    for words in ("Your yes leaves for their calendar within a minute", address("unanswer", notice), "You said yes."):
        assert words in html
    assert reverse("interviews:invite", args=[talk.pk]) not in html, "never a second event"
    assert leaving(notice) == ["REPLY"]
    client.post(address("unanswer", notice))
    assert leaving(notice) == []
    assert "Helen invited you to" in client.get("/").content.decode()


def test_every_answer_is_on_its_page(client: Client, notice: Notice) -> None:
    html = client.get(address("answer", notice)).content.decode()
    assert html.count("button primary") == 1
    assert "&lt;b&gt;See you&lt;/b&gt;" in html
    client.post(address("answer", notice), {"do": "decline", "text": "I am away."})
    assert leaving(notice) == ["REPLY"]


def test_another_time_must_be_to_come(client: Client, notice: Notice) -> None:
    for at, code in (("", 422), ("2020-01-01T10:00", 422)):
        assert client.post(address("answer", notice), {"do": "counter", "at": at}).status_code == code
    later = timezone.localtime(timezone.now() + timedelta(days=6)).strftime("%Y-%m-%dT%H:%M")
    assert client.post(address("answer", notice), {"do": "counter", "at": later}).status_code == 302
    assert leaving(notice) == ["COUNTER"]


def test_without_a_mailbox_it_says_that_nothing_was_sent(client: Client, notice: Notice) -> None:
    Mailbox.objects.of(notice.workspace).update(removed_at=timezone.now(), is_usual=False)
    html = client.post(address("accept", notice), follow=True).content.decode()
    assert "nothing was sent" in html


@pytest.mark.parametrize("name", ["accept", "answer", "unanswer"])
def test_a_stranger_finds_nothing(stranger: User, sign_in: SignIn, notice: Notice, name: str) -> None:
    client = sign_in(stranger)
    assert client.post(address(name, notice), {"do": "decline"}).status_code == 404
    assert Interview.objects.of(notice.workspace).count() == 0
    assert leaving(notice) == []


def test_only_posts_answer(client: Client, notice: Notice) -> None:
    assert [client.get(address(name, notice)).status_code for name in ("accept", "unanswer")] == [405, 405]
