"""Sending from the page: ten seconds to undo, a locked draft, what may have been sent."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from django.db import connection
from django.template.defaultfilters import linebreaksbr
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askwell.accounts.models import User, Workspace
from askwell.outreach import tasks
from askwell.outreach.actions.mail.wording import mail_of
from askwell.outreach.actions.settling import settle
from askwell.outreach.models import Dispatch, Mailbox, Message, Thread
from askwell.people.models import ContactPoint, Person
from tests.factories.outbox import make_mailbox, make_reader, queue, text_for

SignIn = Callable[[User], Client]
Committed = Callable[..., AbstractContextManager[object]]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def woken(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """When the outbox is to be woken."""
    found: list[object] = []
    monkeypatch.setattr(tasks, "queue_outbox", lambda _workspace, at: found.append(at))
    monkeypatch.setattr(tasks, "queue_look", lambda _workspace, dispatch: found.append(dispatch))
    return found


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Committed) -> Committed:
    return django_capture_on_commit_callbacks


@pytest.fixture
def reader(workspace: Workspace) -> Person:
    make_mailbox(workspace, "mei@seeker.example", timezone.now())
    return make_reader(workspace, 1)


def form(person: Person, do: str, **more: str) -> dict[str, str]:
    text = text_for(person)
    values = {"kind": "first", "channel": "email", "language": "en", "version": "0", "do": do}
    return values | {"body": text.body, "subject": text.subject, "address": text.address} | more


def send(client: Client, person: Person, do: str = "send", **more: str) -> Dispatch:
    answer = client.post(reverse("outreach:write", args=[person.pk]), form(person, do, **more))
    dispatch = Dispatch.objects.of(person.workspace).get()
    assert answer["Location"] == reverse("outreach:dispatch", args=[dispatch.pk])
    return dispatch


def put(dispatch: Dispatch, **columns: object) -> None:
    Dispatch.objects.of(dispatch.workspace).filter(pk=dispatch.pk).update(**columns)


def test_with_a_mailbox_the_one_primary_button_sends(client: Client, reader: Person) -> None:
    page = client.get(reverse("outreach:write", args=[reader.pk])).content.decode()
    assert page.count('class="button primary"') == 1
    assert '<button class="button primary" name="do" value="send">' in page
    assert "Leaves from mei@seeker.example." in page


def test_what_leaves_is_shown_word_by_word_before_and_after_send(
    client: Client, reader: Person, woken: list[object]
) -> None:
    Mailbox.objects.of(reader.workspace).update(signature="Mei Chen, BSc\n604 555-0142")
    signature = "Mei Chen, BSc<br>604 555-0142"
    page = client.get(reverse("outreach:write", args=[reader.pk])).content.decode()
    assert f"{signature}</p>" in page
    typed = client.post(reverse("outreach:findings", args=[reader.pk]), form(reader, "save", body="Hi <b>you</b>"))
    assert f'hx-swap-oob="true">Hi &lt;b&gt;you&lt;/b&gt;<br><br>{signature}</p>' in typed.content.decode()
    dispatch = send(client, reader)
    shown = client.get(reverse("outreach:dispatch", args=[dispatch.pk])).content.decode()
    assert signature in shown
    loaded = Dispatch.objects.of(reader.workspace).select_related("mailbox", "workspace", "message").get()
    sent = message_from_bytes(mail_of(loaded, at=timezone.now()), policy=policy.default)
    part = sent.get_body(("plain",))
    assert part
    assert linebreaksbr(part.get_content().replace("\r\n", "\n").rstrip("\n"), autoescape=True) in shown


def test_without_a_mailbox_they_send_it_themselves(client: Client, workspace: Workspace) -> None:
    person = make_reader(workspace)
    page = client.get(reverse("outreach:write", args=[person.pk])).content.decode()
    assert '<button class="button primary" name="do" value="sent">' in page
    assert 'value="send"' not in page


def test_a_call_is_not_sent_by_mail(client: Client, reader: Person) -> None:
    page = client.get(reverse("outreach:write", args=[reader.pk]) + "?channel=phone").content.decode()
    assert '<button class="button primary" name="do" value="sent">' in page


def test_send_wakes_the_outbox_when_the_ten_seconds_are_over(
    client: Client, reader: Person, woken: list[object]
) -> None:
    dispatch = send(client, reader)
    assert woken == [dispatch.due_at]
    page = client.get(reverse("outreach:dispatch", args=[dispatch.pk])).content.decode()
    assert "seconds left to undo" in page
    assert reverse("outreach:cancel_dispatch", args=[dispatch.pk]) in page


@pytest.mark.parametrize("field", ["later_at", "own_at"])
def test_it_can_leave_later(client: Client, reader: Person, woken: list[object], field: str) -> None:
    at = (timezone.now() + timedelta(hours=20)).replace(microsecond=0)
    do = "send_later" if field == "later_at" else "send_at"
    assert send(client, reader, do, **{field: at.isoformat()}).due_at == at
    assert woken == [at]


def test_who_puts_two_at_one_time_is_told_when_the_second_leaves(
    client: Client, reader: Person, woken: list[object]
) -> None:
    other, at = make_reader(reader.workspace), timezone.now() + timedelta(days=2)
    queue(other, timezone.now(), at=at)
    answer = client.post(
        reverse("outreach:write", args=[reader.pk]), form(reader, "send_at", own_at=at.isoformat()), follow=True
    )
    words = "Other letters of yours leave at that time, so this one leaves a little later."
    assert words in answer.content.decode()


@pytest.mark.parametrize(("zone", "night"), [("America/Toronto", True), ("Asia/Shanghai", False), ("", False)])
def test_a_time_in_their_night_is_remarked_on_and_taken(
    client: Client, reader: Person, woken: list[object], zone: str, night: bool
) -> None:
    Person.objects.of(reader.workspace).update(time_zone=zone)
    day = (timezone.now() + timedelta(days=3)).date()
    at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)  # 3:00 or 4:00 in Toronto, 16:00 in Shanghai
    dispatch = send(client, reader, "send_at", own_at=at.isoformat())
    assert dispatch.due_at == at
    page = client.get(reverse("outreach:dispatch", args=[dispatch.pk])).content.decode()
    assert ("they may be asleep" in page) is night


@pytest.mark.parametrize("said", ["", "soon", "2020-01-01T10:00", "2199-01-01T10:00", "2026-99-99T10:00"])
def test_a_time_that_is_none_is_refused_and_the_text_stays(client: Client, reader: Person, said: str) -> None:
    answer = client.post(reverse("outreach:write", args=[reader.pk]), form(reader, "send_at", own_at=said))
    assert answer.status_code == 422
    is_past = said.startswith("2020")
    words = "This time has passed." if is_past else "Choose a time within the next two months."
    assert words in answer.content.decode()
    assert not Dispatch.objects.of(reader.workspace).exists()


def test_what_stands_against_it_is_said_and_the_text_stays(client: Client, reader: Person) -> None:
    answer = client.post(
        reverse("outreach:write", args=[reader.pk]), form(reader, "send", address="other@harbour.example")
    )
    assert (answer.status_code, "Choose an e-mail address of theirs." in answer.content.decode()) == (422, True)
    assert not Thread.objects.of(reader.workspace).exists()


def test_a_draft_that_waits_to_leave_is_shown_where_it_waits(
    client: Client, reader: Person, woken: list[object]
) -> None:
    dispatch = send(client, reader)
    there = reverse("outreach:dispatch", args=[dispatch.pk])
    assert client.get(reverse("outreach:write", args=[reader.pk]))["Location"] == there
    thread = client.get(reverse("outreach:thread", args=[dispatch.thread_id])).content.decode()
    assert "In the outbox" in thread
    assert "Go on writing" not in thread


def test_nobody_saves_over_it(client: Client, reader: Person, woken: list[object]) -> None:
    body = send(client, reader).body
    saved = client.post(reverse("outreach:autosave", args=[reader.pk]), form(reader, "save", version="1"))
    again = client.post(reverse("outreach:write", args=[reader.pk]), form(reader, "send", version="1"))
    assert (saved.status_code, again.status_code) == (409, 422)
    assert "in the outbox already" in again.content.decode()
    assert Message.objects.of(reader.workspace).get().body == body


def test_undo_gives_the_draft_back(client: Client, reader: Person, woken: list[object]) -> None:
    dispatch = send(client, reader)
    answer = client.post(reverse("outreach:cancel_dispatch", args=[dispatch.pk]))
    assert answer["Location"] == reverse("outreach:write", args=[reader.pk])
    assert dispatch.body.split("\n")[-1] in client.get(answer["Location"]).content.decode()


def test_undo_after_the_server_has_it_says_so(client: Client, reader: Person, woken: list[object]) -> None:
    dispatch, now = send(client, reader), timezone.now()
    put(dispatch, state="sending", began_at=now, handed_at=now)
    answer = client.post(reverse("outreach:cancel_dispatch", args=[dispatch.pk]), follow=True)
    assert "It is too late: the mail is with the server already." in answer.content.decode()


@pytest.mark.parametrize(("sent", "state"), [("yes", "sent"), ("no", "waiting")])
def test_the_seeker_decides_what_nobody_else_can(
    client: Client, reader: Person, woken: list[object], sent: str, state: str
) -> None:
    dispatch = send(client, reader)
    put(dispatch, state="unsure", handed_at=timezone.now(), trouble="lost_after_data")
    page = client.get(reverse("outreach:dispatch", args=[dispatch.pk])).content.decode()
    assert "It may have been sent" in page
    client.post(reverse("outreach:decide_dispatch", args=[dispatch.pk]), {"sent": sent})
    dispatch.refresh_from_db()
    assert (dispatch.state, len(woken)) == (state, 1 if sent == "yes" else 2)


def test_a_gap_and_an_ask_for_a_job_are_asked_about_one_after_the_other_and_remembered(
    client: Client, reader: Person, woken: list[object]
) -> None:
    address = reverse("outreach:write", args=[reader.pk])
    filled = form(reader, "send", body="Dear {first name},\n\nDo you have a job for me?")
    page = client.post(address, filled)
    assert page.status_code == 422
    assert "<li>{first name}</li>" in page.content.decode()
    page = client.post(address, filled | {"gaps": "anyway"})
    assert page.status_code == 422
    assert '<input type="hidden" name="gaps" value="anyway">' in page.content.decode()
    assert client.post(address, filled | {"gaps": "anyway", "job": "anyway"}).status_code == 302


def test_a_demo_says_that_nothing_leaves(client: Client, reader: Person, woken: list[object]) -> None:
    Workspace.objects.filter(pk=reader.workspace_id).update(is_demo=True)
    page = client.post(reverse("outreach:write", args=[reader.pk]), form(reader, "send"))
    assert page.status_code == 422
    assert "The people of this demo are invented" in page.content.decode()
    assert not Dispatch.objects.of(reader.workspace).exists()


def test_a_nudge_before_its_day_says_when_that_is(client: Client, reader: Person, woken: list[object]) -> None:
    first = send(client, reader)
    put(first, state="sent", message=None)
    Message.objects.of(reader.workspace).update(state="sent", number=1, happened_at=timezone.now())
    settle_again(reader)
    page = client.post(reverse("outreach:write", args=[reader.pk]), form(reader, "send", kind="nudge"))
    assert page.status_code == 422
    assert 'name="despite" value="too_soon"' in page.content.decode()


def settle_again(reader: Person) -> None:
    settle(Thread.objects.of(reader.workspace).select_related("person", "workspace").get(), now=timezone.now())


def test_sent_can_be_looked_into_again(client: Client, reader: Person, woken: list[object]) -> None:
    dispatch = send(client, reader)
    put(dispatch, state="unsure", handed_at=timezone.now())
    client.post(reverse("outreach:look_dispatch", args=[dispatch.pk]))
    assert woken[1:] == [dispatch.pk]


def test_the_next_try_can_be_now(client: Client, reader: Person, woken: list[object]) -> None:
    dispatch = send(client, reader)
    put(dispatch, due_at=timezone.now() + timedelta(hours=2), tries=1, trouble="refused_now", trouble_said="450 Later")
    page = client.get(reverse("outreach:dispatch", args=[dispatch.pk])).content.decode()
    assert all(words in page for words in ("The server asks to try again later.", "450 Later", "Try now"))
    begun = timezone.now()
    client.post(reverse("outreach:hasten_dispatch", args=[dispatch.pk]))
    dispatch.refresh_from_db()
    assert begun + timedelta(seconds=10) <= dispatch.due_at <= timezone.now() + timedelta(seconds=10)
    assert woken[-1] == dispatch.due_at
    page = client.get(reverse("outreach:dispatch", args=[dispatch.pk])).content.decode()
    assert "seconds left to undo" in page
    assert "Try now" not in page


def test_what_failed_says_why_and_can_be_put_away(client: Client, reader: Person, woken: list[object]) -> None:
    dispatch = send(client, reader)
    put(dispatch, state="failed", message=None, trouble="refused", trouble_said="550 <b>No such user</b>")
    page = client.get(reverse("outreach:outbox")).content.decode()
    assert "The server refused it." in page
    assert "550 &lt;b&gt;No such user&lt;/b&gt;" in page
    client.post(reverse("outreach:cancel_dispatch", args=[dispatch.pk]))
    assert "The server refused it." not in client.get(reverse("outreach:outbox")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_outbox_asks_the_same_of_one_and_of_three(client: Client, workspace: Workspace, count: int) -> None:
    make_mailbox(workspace, "mei@seeker.example", timezone.now())
    for _ in range(count):
        queue(make_reader(workspace), timezone.now())
    client.get(reverse("outreach:outbox"))
    with CaptureQueriesContext(connection) as queries:
        page = client.get(reverse("outreach:outbox")).content.decode()
    assert page.count("To Daniel") == count
    assert len(queries) == 5


def test_an_empty_outbox_teaches_the_next_step(client: Client) -> None:
    assert reverse("outreach:next") in client.get(reverse("outreach:outbox")).content.decode()


def test_the_sweep_wakes_each_outbox_once(workspace: Workspace, stranger: User, committed: Committed) -> None:
    now = timezone.now()
    make_mailbox(workspace, "mei@seeker.example", now, checked_at=now)
    for _ in range(2):
        queue(make_reader(workspace), now)
    with committed(execute=True):
        assert (tasks.sweep(now), tasks.sweep(now + timedelta(minutes=1))) == (0, 1)
    (waking,) = DBTaskResult.objects.all()
    assert waking.args_kwargs["args"] == [str(workspace.pk)]


def test_a_mail_without_a_subject_is_asked_for_one(client: Client, reader: Person, woken: list[object]) -> None:
    answer = client.post(reverse("outreach:write", args=[reader.pk]), form(reader, "send", subject=" "))
    assert answer.status_code == 422
    assert "Give it a subject first" in answer.content.decode()
    assert (Dispatch.objects.of(reader.workspace).count(), woken) == (0, [])


def test_to_an_address_that_letters_come_back_from_nothing_is_sent(
    client: Client, reader: Person, woken: list[object]
) -> None:
    ContactPoint.objects.of(reader.workspace).filter(person=reader).update(dead_at=timezone.now())
    answer = client.post(reverse("outreach:write", args=[reader.pk]), form(reader, "send"))
    assert "Letters to this address come back" in answer.content.decode()
    assert (Dispatch.objects.of(reader.workspace).count(), woken) == (0, [])


def test_own_words_that_become_an_email_get_a_subject_and_keep_their_own(client: Client, reader: Person) -> None:
    address = reverse("outreach:write", args=[reader.pk])
    own = {"body": "In my own words: your talk on berths.", "own_words": "keep", "composed": "0"}
    client.post(f"{address}?do=recompose", form(reader, "recompose", subject="", **own))
    assert Message.objects.of(reader.workspace).get().subject
    Message.objects.of(reader.workspace).all().delete()
    client.post(f"{address}?do=recompose", form(reader, "recompose", subject="Berths", channel="wechat", **own))
    assert Message.objects.of(reader.workspace).get().subject == "Berths"


def test_without_its_mailbox_no_mail_is_promised_to_leave(client: Client, reader: Person, woken: list[object]) -> None:
    dispatch = send(client, reader)
    Mailbox.objects.of(reader.workspace).update(removed_at=timezone.now(), is_usual=False)
    for address in (reverse("outreach:outbox"), reverse("outreach:dispatch", args=[dispatch.pk])):
        page = client.get(address).content.decode()
        assert "its mailbox is disconnected" in page
        assert "Leaves:" not in page
