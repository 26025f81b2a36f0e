"""A mailbox is listened to at a real server: news is heard without looking, by one of several workers."""

import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.listening import AHEAD, Held, NotOffered, hold_on, let_go, news_of, take
from askwell.outreach.actions.mail.mailboxes import disconnect_mailbox
from askwell.outreach.models import Mailbox, Thread
from askwell.protocols.mail.servers import MailError, Security, Trouble
from tests.factories.mail import a_mailbox
from tests.factories.mails import mail
from tests.outreach.actions.mail.conftest import Post, answer
from tests.servers.scripted import imap, scripted


def listening(post: Post, goes_on: bool = True) -> Iterator[bool]:
    mailbox = Mailbox.objects.of(post.workspace).get()
    return news_of(mailbox=mailbox, clock=lambda: post.now, goes_on=lambda: goes_on)


def test_a_mail_that_arrives_is_heard_within_seconds(post: Post, thread: Thread) -> None:
    post.put(answer())
    post.fetch()
    news = listening(post)
    assert not next(news)

    began = time.monotonic()
    threading.Timer(0.5, lambda: post.put(mail("One more thing", mail_id="second@x"))).start()
    assert next(news)
    assert time.monotonic() - began < 10

    threading.Timer(0.5, lambda: post.put(mail("And another", mail_id="third@x"))).start()
    assert next(news)


def test_what_came_before_anybody_listened_is_news_too(post: Post, thread: Thread) -> None:
    assert next(listening(post))
    post.fetch()
    assert not next(listening(post))
    post.put(answer())
    assert next(listening(post))


def test_it_ends_when_it_is_told_to(post: Post, thread: Thread) -> None:
    began = time.monotonic()
    assert list(listening(post, goes_on=False)) == [True]
    assert time.monotonic() - began < 5


def test_a_server_that_does_not_offer_it(post: Post, thread: Thread) -> None:
    with scripted(imap(CAPABILITY=b"* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n")) as port:
        Mailbox.objects.of(post.workspace).update(imap_port=port, imap_security=Security.NONE)
        with pytest.raises(NotOffered):
            next(listening(post))


def test_when_hosted_an_inner_server_is_not_listened_to(post: Post, settings: Any) -> None:
    settings.HOSTED = True
    with pytest.raises(MailError) as caught:
        next(listening(post))
    assert caught.value.trouble is Trouble.FORBIDDEN_HOST


@pytest.fixture
def three(workspace: Workspace, now: datetime) -> list[UUID]:
    return [
        a_mailbox(workspace, now=now, address=f"{each}@x.ca", imap_port=1, smtp_port=1, is_usual=not each).pk
        for each in range(3)
    ]


def ids(held: list[Held]) -> list[UUID]:
    return [each.id for each in held]


def test_each_is_listened_to_by_one_and_only_so_many(three: list[UUID], now: datetime) -> None:
    assert ids(take(now=now, most=2, not_these=[])) == three[:2]
    assert ids(take(now=now, most=5, not_these=[three[2]])) == []
    assert ids(take(now=now, most=5, not_these=[])) == three[2:]


def test_after_a_worker_was_killed_another_listens(three: list[UUID], now: datetime) -> None:
    killed = take(now=now, most=3, not_these=[])
    later = now + AHEAD
    assert take(now=later - timedelta(seconds=1), most=3, not_these=[]) == []
    assert ids(take(now=later, most=3, not_these=[])) == three
    assert hold_on(held=killed, now=later) == []  # should it live after all


def test_who_goes_on_says_so_in_time(three: list[UUID], now: datetime) -> None:
    held, moment = take(now=now, most=3, not_these=[]), now
    for _ in range(60):
        moment += timedelta(seconds=10)
        held = hold_on(held=held, now=moment)
        assert ids(held) == three
        assert take(now=moment, most=3, not_these=[]) == []
    let_go(held=held)
    assert ids(take(now=moment, most=3, not_these=[])) == three


@pytest.mark.parametrize(
    "facts", [{"removed_at": datetime.fromisoformat("2026-11-25T00:00Z")}, {"secret": ""}], ids=str
)
def test_a_mailbox_that_is_gone_is_not_listened_to(
    three: list[UUID], now: datetime, workspace: Workspace, facts: dict[str, object]
) -> None:
    Mailbox.objects.of(workspace).filter(pk=three[0]).update(**facts)
    assert ids(take(now=now, most=3, not_these=[])) == three[1:]


def test_a_mailbox_that_rests_is_left_alone(three: list[UUID], now: datetime, workspace: Workspace) -> None:
    Mailbox.objects.of(workspace).filter(pk=three[0]).update(rests_until=now + timedelta(minutes=1))
    assert ids(take(now=now, most=3, not_these=[])) == three[1:]
    assert ids(take(now=now + timedelta(minutes=1), most=3, not_these=[])) == three[:1]


def test_disconnecting_ends_it_and_another_password_is_another_connection(
    three: list[UUID], now: datetime, workspace: Workspace
) -> None:
    held = sorted(take(now=now, most=3, not_these=[]), key=lambda one: three.index(one.id))
    disconnect_mailbox(workspace=workspace, mailbox_id=three[0], now=now)
    Mailbox.objects.of(workspace).filter(pk=three[1]).update(secret="sealed anew")

    still = sorted(hold_on(held=held, now=now), key=lambda one: three.index(one.id))

    assert ids(still) == three[1:]
    assert [one.key == before.key for one, before in zip(still, held[1:], strict=True)] == [False, True]
