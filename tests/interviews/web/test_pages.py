"""The seeker's side of an insider's page: made with an offer, put into a draft, renewed, shut; told of on Today."""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import Profile, User, Workspace
from askwell.interviews.models import Booking, Interview
from askwell.outreach.actions import entries
from askwell.outreach.actions.drafts import save_draft
from askwell.outreach.choices import Answer, Channel, MessageKind, MessageState
from askwell.outreach.models import Message
from askwell.outreach.queries.drafts import DraftText
from askwell.people.models import Person
from tests.factories.outreach import make_someone, make_waiting

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    cache.clear()
    return sign_in(seeker)


@pytest.fixture
def helen(workspace: Workspace) -> Person:
    """Somebody who was written to three days ago and said yes yesterday."""
    Profile.objects.filter(workspace=workspace).update(name="Mei Tan")
    now = timezone.now()
    thread = make_waiting(workspace, now - timedelta(days=3), given="Helen", family="He")
    entries.log_answer(
        workspace=workspace, thread_id=thread.pk, answer=Answer.ACCEPTS, channel=Channel.EMAIL,
        at=now - timedelta(days=1), now=now,
    )  # fmt: skip
    return thread.person


def offer(client: Client, person: Person, **said: str) -> str:
    """Offers two good hours, with a page; the page that follows."""
    address = reverse("interviews:offer", args=[person.pk])
    good = re.findall(r'name="good" value="([^"]+)"', client.get(address).content.decode())[:2]
    posted = {"minutes": "20", "by": "video", "good": good, "page": "on", **said}
    return client.post(address, posted, follow=True).content.decode()


def links(text: str) -> set[str]:
    return {urlsplit(found).path for found in re.findall(r"http://testserver/meet/[\w.-]+/", text)}


def draft_of(person: Person) -> Message:
    return Message.objects.of(person.workspace).get(thread__person=person, state=MessageState.DRAFT)


def test_the_reply_that_names_the_times_names_the_page_too(client: Client, helen: Person) -> None:
    html = offer(client, helen)
    found = links(draft_of(helen).body)
    assert len(found) == 1
    assert links(html) == found
    assert Client().get(found.pop()).status_code == 200


def test_without_a_page_no_link_goes_out(client: Client, helen: Person) -> None:
    offer(client, helen, page="")
    assert links(draft_of(helen).body) == set()
    assert not Booking.objects.of(helen.workspace).exists()


def test_a_first_message_takes_the_link_before_its_closing(client: Client, workspace: Workspace) -> None:
    Profile.objects.filter(workspace=workspace).update(name="Mei Tan")
    person = make_someone(workspace, "Rita", "Alvarez", email="rita@x.example")
    offer(client, person)
    draft = draft_of(person)
    assert draft.kind == MessageKind.FIRST
    assert len(links(draft.body)) == 1
    assert draft.body.rstrip().endswith("Mei Tan")
    offer(client, person)
    assert draft_of(person).body.count("/meet/") == 1


def test_ones_own_words_stay_and_the_link_joins_them(client: Client, helen: Person) -> None:
    own = DraftText(
        kind=MessageKind.REPLY, channel=Channel.EMAIL, language="en", body="So glad!\n\nMei", edited=True
    )  # fmt: skip
    save_draft(workspace=helen.workspace, person_id=helen.pk, version=0, text=own, now=timezone.now())
    offer(client, helen)
    body = draft_of(helen).body
    assert body.startswith("So glad!\n\n")
    assert body.endswith("/\n\nMei")


def test_the_page_is_renewed_shut_and_opened_again(client: Client, helen: Person) -> None:
    first = links(offer(client, helen)).pop()
    booking = Booking.objects.of(helen.workspace).get()
    html = client.post(reverse("interviews:renew_page", args=[booking.pk]), follow=True).content.decode()
    second = links(html).pop()
    assert [Client().get(link).status_code for link in (first, second)] == [410, 200]
    client.post(reverse("interviews:shut_page", args=[booking.pk]))
    assert Client().get(second).status_code == 410
    client.post(reverse("interviews:open_page", args=[booking.pk]))
    assert Client().get(second).status_code == 200


def test_what_the_page_says_is_the_seekers_to_say(client: Client, helen: Person) -> None:
    link = links(offer(client, helen)).pop()
    booking = Booking.objects.of(helen.workspace).get()
    assert booking.why == "You work as Planning lead at Harbourline Freight, the work I hope to understand."
    said = {"why": "You know the docks.", "language": "fr"}
    client.post(reverse("interviews:page", args=[booking.pk]), said)
    html = Client().get(link).content.decode()
    assert "You know the docks." in html
    assert '<html lang="fr">' in html


def test_today_tells_what_they_answered_until_it_was_seen(client: Client, helen: Person) -> None:
    link = links(offer(client, helen)).pop()
    Client().post(link, {"do": "other", "when": "Mornings <b>only</b>"})
    html = client.get("/").content.decode()
    assert "Helen would like another time." in html
    assert "Mornings &lt;b&gt;only&lt;/b&gt;" in html
    see = re.findall(r"/interviews/notices/[\w-]+/seen/", html)[0]
    client.post(see)
    assert "would like another time" not in client.get("/").content.decode()
    client.post(see.replace("seen", "unseen"))
    assert "would like another time" in client.get("/").content.decode()


def test_today_takes_a_chosen_time_back(client: Client, helen: Person) -> None:
    link = links(offer(client, helen)).pop()
    time = Interview.objects.of(helen.workspace).get().offered[0]
    Client().post(link, {"do": "time", "time": time, "by": "video"})
    html = client.get("/").content.decode()
    assert "Helen chose a time on your page" in html
    undo = re.findall(r'action="(/[^"]*undo/)"', html)
    client.post(undo[0])
    assert Interview.objects.of(helen.workspace).get().state == "proposed"
    assert "chose a time" not in client.get("/").content.decode()
