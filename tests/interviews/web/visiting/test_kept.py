"""What an insider is shown that is kept about them, answering in writing, and asking to be erased."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.desk.tasks import sweep
from askwell.interviews.actions.meeting import offer_times
from askwell.interviews.actions.pages import change_page, open_page, renew_link
from askwell.interviews.models import Booking, Notice
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.outreach.choices import MeetingBy
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.history import entries_of, replay
from askwell.people.actions.stopping import allow_contacting
from askwell.people.models import ContactPoint, Note, Person, StoppedAddress, Tie
from tests.factories.outreach import make_someone, make_waiting

SignIn = Callable[[User], Client]


@pytest.fixture
def booking(workspace: Workspace) -> Booking:
    now = timezone.now()
    facts = {"given": "Helen", "family": "He", "email": "helen@harbour.example", "title": "Planner"}
    person = make_waiting(workspace, now - timedelta(days=3), **facts).person
    ContactPoint.objects.of(workspace).update(obtained="referred", obtained_on=now.date(), obtained_from="Grace Park")
    Note.objects.create(workspace=workspace, person=person, text="Talks a lot", written_at=now)
    Tie.objects.create(workspace=workspace, person=person, how_met="She owes me a favour")
    made = offer_times(
        workspace=workspace, person_id=person.pk, times=[now + timedelta(days=3)], minutes=20, by=MeetingBy.VIDEO,
        now=now,
    )  # fmt: skip
    return open_page(workspace=workspace, interview_id=made.pk, now=now)


def link(booking: Booking, page: str = "meet") -> str:
    return reverse(f"visiting:{page}", args=[row_token(BOOKING, booking, booking.number)])


def press(client: Client, booking: Booking, **said: str | list[str]) -> int:
    return client.post(link(booking), said).status_code


def person_of(booking: Booking) -> Person:
    return Person.objects.of(booking.workspace).get(pk=booking.thread.person_id)


def test_the_facts_are_shown_with_where_they_came_from(client: Client, booking: Booking) -> None:
    html = client.get(link(booking, "kept")).content.decode().replace("<wbr>", "")
    for words in ("Helen He", "helen@harbour.example", "Planner", "given by somebody who named you, Grace Park"):
        assert words in html


def test_the_seekers_own_words_and_letters_are_not(client: Client, booking: Booking) -> None:
    sent = Message.objects.of(booking.workspace).latest("id")
    html = client.get(link(booking, "kept")).content.decode()
    for secret in ("Talks a lot", "favour", sent.body[:40]):
        assert secret not in html


def test_looking_writes_nothing_also_at_the_last_step(client: Client, booking: Booking) -> None:
    for query in ("", "?erase=1"):
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(link(booking, "kept") + query)
        assert answer.status_code == 200
        assert not any(re.match(r"\s*(INSERT|UPDATE|DELETE)", one["sql"]) for one in queries)
        assert answer["X-Robots-Tag"].startswith("noindex")


def test_only_a_link_that_holds_shows_it(client: Client, booking: Booking) -> None:
    before = link(booking, "kept")
    renewed = renew_link(workspace=booking.workspace, booking_id=booking.pk, now=timezone.now())
    forged = reverse("visiting:kept", args=["x"])
    Booking.objects.of(booking.workspace).update(expires_at=timezone.now() + timedelta(days=1))
    assert [client.get(one).status_code for one in (before, link(renewed, "kept"), forged)] == [410, 200, 404]
    Booking.objects.of(booking.workspace).update(expires_at=timezone.now())
    assert client.get(link(renewed, "kept")).status_code == 410
    assert press(client, renewed, do="erase") == 410
    assert person_of(booking).do_not_contact_at is None


def test_asking_to_be_erased_stops_at_once_and_erases_after_a_week(client: Client, booking: Booking) -> None:
    press(client, booking, do="erase")
    now = timezone.now()
    assert person_of(booking).do_not_contact_at
    assert list(Notice.objects.of(booking.workspace).values_list("what", flat=True)) == ["erase"]
    assert sweep(now + timedelta(days=6, hours=23)) == 0
    assert sweep(now + timedelta(days=7, minutes=1)) == 1
    assert not Person.objects.of(booking.workspace).filter(pk=booking.thread.person_id).exists()
    assert StoppedAddress.objects.of(booking.workspace).exists()
    assert client.get(link(booking)).status_code == 404


def test_it_can_be_taken_back_until_then(client: Client, booking: Booking) -> None:
    press(client, booking, do="erase")
    assert "is erased on" in client.get(link(booking)).content.decode()
    press(client, booking, do="back")
    assert sweep(timezone.now() + timedelta(days=8)) == 0
    press(client, booking, do="stop")
    assert sweep(timezone.now() + timedelta(days=8)) == 0, "a later stop is no wish to be erased"


def test_the_seeker_who_hears_that_it_was_a_mistake_takes_it_back(client: Client, booking: Booking) -> None:
    press(client, booking, do="erase")
    allow_contacting(workspace=booking.workspace, person_id=booking.thread.person_id, now=timezone.now())
    assert Booking.objects.of(booking.workspace).get().erase_at is None


def test_nobody_elses_people_are_erased(client: Client, booking: Booking) -> None:
    other = make_someone(booking.workspace, "Ann", "Lee")
    press(client, booking, do="erase")
    sweep(timezone.now() + timedelta(days=8))
    assert list(Person.objects.of(booking.workspace).values_list("pk", flat=True)) == [other.pk]


def test_questions_are_shown_only_once_the_seeker_has_saved_them(client: Client, booking: Booking) -> None:
    assert 'name="answer"' not in client.get(link(booking)).content.decode()
    asks = "What do you do first?\n\nWhat is hard?\nWhat surprised you?\nA fourth?"
    change_page(workspace=booking.workspace, booking_id=booking.pk, why="", language="en", asks=asks)
    html = client.get(link(booking)).content.decode()
    assert html.count('name="answer"') == 3
    assert "A fourth?" not in html


def test_answers_in_writing_stand_under_their_questions(client: Client, booking: Booking) -> None:
    press(
        client, booking, do="write", question=["What do you do first?", "What is hard?"],
        answer=["I call the buyers.", " "], text="Good luck!",
    )  # fmt: skip
    entry = Message.objects.of(booking.workspace).order_by("number").last()
    assert entry
    assert entry.body == "What do you do first?\nI call the buyers.\n\nGood luck!"
    assert Notice.objects.of(booking.workspace).get().what == "wrote"


def test_an_answer_in_writing_is_no_yes_to_a_talk(seeker: User, sign_in: SignIn, booking: Booking) -> None:
    """Neither the conversation nor Today nor the count of those who agreed takes it for one."""
    press(Client(), booking, do="write", text="I call the buyers first.")
    thread = Thread.objects.of(booking.workspace).get()
    assert not replay(entries_of(thread)).said_yes
    pages = [reverse("outreach:thread", args=[thread.pk]), reverse("desk:today")]
    conversation, today = (sign_in(seeker).get(page).content.decode() for page in pages)
    timeline = conversation.split('class="timeline"')[1].split("</ol>")[0]
    assert "Answered in writing" in timeline
    assert "Said yes" not in timeline
    assert "answered in writing. Thank them within a day, and say what helps you most." in today
    assert "Offer times" not in today


def test_an_empty_answer_is_asked_for_again(client: Client, booking: Booking) -> None:
    assert press(client, booking, do="write", text="  ", question=["Why?"], answer=[" "]) == 422
    assert not Notice.objects.of(booking.workspace).exists()


@pytest.mark.parametrize(("language", "words"), [("zh-hans", 'lang="zh-Hans"'), ("fr", 'lang="fr"')])
def test_it_speaks_their_language(client: Client, booking: Booking, language: str, words: str) -> None:
    for query in ("", "&erase=1"):
        assert words in client.get(f"{link(booking, 'kept')}?language={language}{query}").content.decode()


def test_it_looks_up_a_fixed_number_of_things(client: Client, booking: Booking) -> None:
    with CaptureQueriesContext(connection) as queries:
        client.get(link(booking, "kept"))
    assert len(queries) == 16
