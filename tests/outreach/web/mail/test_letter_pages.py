"""A letter on the pages: what came, one click, putting it right, taking it back; nothing of it is ever markup."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions import entries
from askwell.outreach.choices import LetterKind, MeetingBy
from askwell.outreach.models import FollowUp, Letter, Message, Thread
from askwell.people.actions.addresses import mark_dead
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, Person
from tests.desk.counting import queries_of
from tests.factories.outreach import make_waiting

SignIn = Callable[[User], Client]
CANARY = "<img src=https://thief.example/x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture
def thread(workspace: Workspace) -> Thread:
    return make_waiting(workspace, datetime.now(UTC) - timedelta(days=3))


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def heard(thread: Thread, key: str = "1", **facts: Any) -> Letter:
    at = datetime.now(UTC) - timedelta(hours=1)
    said = {
        "text": "Yes, gladly.", "whole": "Yes, gladly.\n> Dear Daniel", "sender": "daniel@harbourline.example",
        "subject": "Re: planning", "reading": {"intent": "accepts"}, "is_sure": True, "written_at": at,
        "fetched_at": at, **facts,
    }  # fmt: skip
    return Letter.objects.create(workspace=thread.workspace, thread=thread, key=key, **said)


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def of(name: str, letter: Letter) -> str:
    return reverse(f"outreach:{name}", args=[letter.pk])


def test_a_yes_with_a_time_is_offered_on_the_conversation_and_on_today(client: Client, thread: Thread) -> None:
    soon = datetime.now(UTC).date() + timedelta(days=9)
    heard(thread, reading={"intent": "accepts_with_times", "times": [f"{soon}T10:00"], "channel": "video"})
    for address in ("/", reverse("outreach:thread", args=[thread.pk])):
        shown = page(client, address)
        assert "said yes and offered" in shown
        assert shown.count("primary") == 1
        assert 'name="meets_at"' in shown


def test_a_time_on_another_clock_is_shown_as_it_was_said(client: Client, thread: Thread, seeker: User) -> None:
    seeker.time_zone = "America/Vancouver"
    seeker.save()
    soon = datetime.now(UTC).date() + timedelta(days=20)
    said = {"intent": "accepts_with_times", "times": [f"{soon}T15:00"]}
    letter = heard(thread, reading={**said, "zones": ["America/Toronto"]})
    shown = page(client, reverse("outreach:thread", args=[thread.pk]))
    assert "15:00, Eastern time:" in shown
    letter.reading = {**said, "zones": ["America/Vancouver"]}
    letter.save()
    assert "They said" not in page(client, reverse("outreach:thread", args=[thread.pk]))
    letter.reading = {"intent": "accepts_with_times", "times": [str(soon)], "zones": ["?"]}
    letter.save()
    assert "a time zone that Askwell does not know" in page(client, reverse("outreach:thread", args=[thread.pk]))


def test_who_cannot_come_asks_to_move_and_the_old_time_stands_no_more(client: Client, thread: Thread) -> None:
    now = datetime.now(UTC)
    entries.schedule(
        workspace=thread.workspace, thread_id=thread.pk, meets_at=now + timedelta(hours=30), by=MeetingBy.IN_PERSON,
        now=now - timedelta(days=2),
    )  # fmt: skip
    address = reverse("outreach:thread", args=[thread.pk])
    assert "You meet:" in page(client, address)
    soon = [now.date() + timedelta(days=days) for days in (9, 10)]
    times = [f"{soon[0]}T15:00", f"{soon[1]}T10:30"]
    prepare = re.compile(r"/interviews/[0-9a-f-]{36}/")
    assert prepare.search(page(client, "/"))
    letter = heard(thread, reading={"intent": "accepts_with_times", "times": times, "withdraws": True})
    assert not prepare.search(page(client, "/"))
    for where in (address, "/"):
        shown = page(client, where)
        assert "and offers 2 other times: move it?" in shown
        assert "said yes" not in shown
        assert shown.count("Move it to") == 2
        assert "You meet:" not in shown
    assert "Agreed time in question" in page(client, address)
    client.post(of("take_letter", letter), {"answer": "accepts", "calls_off": "1", "meets_at": times[0]})
    thread.refresh_from_db()
    assert (thread.state, thread.meets_by) == ("scheduled", "in_person")


def test_one_click_logs_it_and_one_more_takes_it_back(client: Client, thread: Thread) -> None:
    letter = heard(thread)
    answer = client.post(of("take_letter", letter), {"answer": "accepts"}, follow=True)
    assert "Logged." in answer.content.decode()
    assert list(Message.objects.of(thread.workspace).values_list("answer", flat=True)) == ["", "accepts"]
    assert of("letter_back", letter) in answer.content.decode()
    client.post(of("letter_back", letter))
    assert Message.objects.of(thread.workspace).count() == 1
    assert "said yes" in page(client, "/")


def test_an_agreed_time_is_taken_in_the_viewers_zone(client: Client, thread: Thread, seeker: User) -> None:
    seeker.time_zone = "America/Toronto"
    seeker.save()
    client.post(of("take_letter", heard(thread)), {"answer": "accepts", "meets_at": "2027-01-12T10:00", "by": "phone"})
    thread.refresh_from_db()
    assert (thread.state, thread.meets_at, thread.meets_by) == (
        "scheduled",
        datetime(2027, 1, 12, 15, tzinfo=UTC),
        "phone",
    )


def test_it_can_be_put_right_afterwards(client: Client, thread: Thread) -> None:
    letter = heard(thread, reading={"intent": "stop"})
    client.post(of("take_letter", letter), {"answer": "stop"})
    assert Person.objects.of(thread.workspace).get().do_not_contact_at
    shown = page(client, reverse("outreach:thread", args=[thread.pk]))
    assert of("letter", letter) in shown
    client.post(of("take_letter", letter), {"answer": "defers", "until": "2027-02-01"})
    thread.refresh_from_db()
    assert (thread.state, thread.answer) == ("answered", "defers")
    assert Person.objects.of(thread.workspace).get().do_not_contact_at is None


def test_each_fact_stands_with_the_answer_that_it_goes_with(client: Client, thread: Thread) -> None:
    html = page(client, of("letter", heard(thread)))
    form = html[html.index('class="fields meant"') :]
    found = re.findall(r'<div class="(with-[^"]+)">.*?name="(\w+)"', form, re.DOTALL)
    assert found == [
        ("with-defers with-out_of_office", "until"), ("with-accepts", "meets_at"), ("with-accepts", "by"),
        ("with-refers", "name"), ("with-refers", "email"), ("with-refers", "role"),
    ]  # fmt: skip


def test_what_belongs_to_another_answer_is_not_taken(client: Client, thread: Thread) -> None:
    """It is out of sight: whatever stands there, right or wrong, does not count."""
    left_over = {"until": "2027-02-01", "meets_at": "2027-01-12T10:00", "email": "no address", "name": "Rita"}
    answer = client.post(of("take_letter", heard(thread)), {"answer": "declines", **left_over})
    assert answer.status_code == 302
    thread.refresh_from_db()
    assert (thread.state, thread.answer, thread.meets_at) == ("answered", "declines", None)
    assert Person.objects.of(thread.workspace).count() == 1


def test_what_was_logged_since_is_not_lost_by_putting_right(client: Client, thread: Thread) -> None:
    letter = heard(thread)
    client.post(of("take_letter", letter), {"answer": "accepts"})
    client.post(reverse("outreach:log", args=[thread.person_id]), {"what": "note", "text": "Likes mornings"})
    answer = client.post(of("take_letter", letter), {"answer": "declines"}, follow=True)
    assert "Something was logged after it" in answer.content.decode()
    assert Message.objects.of(thread.workspace).filter(answer="accepts").exists()


def test_put_aside_it_goes_from_the_pages(client: Client, thread: Thread) -> None:
    letter = heard(thread)
    client.post(of("put_letter_aside", letter))
    assert "said yes" not in page(client, "/")


def test_while_an_answer_waits_their_silence_asks_for_nothing(client: Client, workspace: Workspace) -> None:
    thread = make_waiting(workspace, datetime.now(UTC) - timedelta(days=30))
    assert FollowUp.objects.of(workspace).filter(kind="nudge").exists()
    assert "Nudge" in page(client, "/")
    heard(thread)
    assert "Nudge" not in page(client, "/")


def test_a_forged_mail_waits_on_today_and_one_click_lets_the_follow_up_be_due_again(
    client: Client, workspace: Workspace
) -> None:
    thread = make_waiting(workspace, datetime.now(UTC) - timedelta(days=30))
    letter = heard(thread, is_sure=False, reading={"intent": "declines"})
    today = page(client, "/")
    assert "daniel@harbourline.example, and does not show that it answers a message of yours" in today
    assert "Until you decide, no nudge is due." in today
    assert "Nudge" not in today.replace("no nudge", "")

    address = of("put_letter_aside", letter)
    assert f'action="{address}"' in today
    client.post(address)
    assert "Nudge" in page(client, "/")
    assert thread.messages.filter(kind="answer").count() == 0


def test_a_sure_answer_is_not_doubted(client: Client, thread: Thread) -> None:
    letter = heard(thread)
    assert of("put_letter_aside", letter) not in page(client, "/")


def test_a_bounce_from_where_they_passed_it_on_to_is_said_so_and_kept_as_a_note(client: Client, thread: Thread) -> None:
    facts = {"bounce": {"kind": "permanent", "address": "boss@harbourline.example", "words": "550 no such user"}}
    letter = heard(thread, kind=LetterKind.BOUNCE, is_sure=False, reading=facts)
    today = page(client, "/")
    assert "A mail to boss@harbourline.example did not arrive." in today
    assert "but you never wrote to that address: perhaps they passed it on" in today
    assert "Keep it as a note" in today
    assert "Note that it did not arrive" not in today

    client.post(of("take_letter", letter), {})
    entry = thread.messages.get(letter=letter)
    assert (entry.kind, entry.body, entry.facts) == ("note", "550 no such user", {})
    assert "nobody is reached at this address" not in page(client, reverse("outreach:thread", args=[thread.pk]))


@pytest.mark.parametrize("kind", [LetterKind.REPLY, LetterKind.OWN, LetterKind.BOUNCE, LetterKind.CALENDAR])
def test_nothing_of_a_letter_is_markup(client: Client, thread: Thread, kind: LetterKind) -> None:
    person = {"name": CANARY[:90], "email": "", "role": CANARY}
    reading = {"intent": "refers", "person": person, "bounce": {"kind": "permanent", "address": CANARY}}
    letter = heard(
        thread, kind=kind, subject=CANARY, text=CANARY, whole=f"{CANARY}\n>", sender=CANARY, sender_name=CANARY,
        reading=reading,
    )  # fmt: skip
    client.post(of("take_letter", heard(thread, "2", text=CANARY, subject=CANARY)), {"answer": "accepts"})
    for address in ("/", reverse("outreach:thread", args=[thread.pk]), of("letter", letter)):
        shown = page(client, address)
        assert "<img src=https" not in shown
        assert "<script>alert" not in shown


@pytest.mark.parametrize("count", [1, 3])
def test_today_with_letters_asks_a_fixed_number_of_queries(client: Client, workspace: Workspace, count: int) -> None:
    for number in range(count):
        heard(make_waiting(workspace, datetime.now(UTC) - timedelta(days=1), given=f"Daniel{number}"), str(number))
    assert queries_of(client, "/") == {1: 27, 3: 28}[count]


def test_a_stranger_finds_no_letter(thread: Thread, stranger: User, sign_in: SignIn) -> None:
    letter, theirs = heard(thread), sign_in(stranger)
    assert theirs.get(of("letter", letter)).status_code == 404
    for name in ("take_letter", "put_letter_aside", "letter_back"):
        assert theirs.post(of(name, letter), {"answer": "accepts"}).status_code == 404
    letter.refresh_from_db()
    assert letter.state == "open"


def came_back(thread: Thread, email: str = "daniel@harbourline.example") -> None:
    now = datetime.now(UTC)
    add_point(thread, email)
    mark_dead(workspace=thread.workspace, person_id=thread.person_id, email=email, since=now)
    entries.log_bounce(workspace=thread.workspace, thread_id=thread.pk, at=now, to=email, why="permanent", now=now)


def add_point(thread: Thread, email: str) -> None:
    ContactPoint.objects.create(
        workspace=thread.workspace, person=thread.person, kind=ContactKind.EMAIL, value=email, key=email
    )


def test_where_a_message_reached_nobody_every_page_says_that_it_is_the_seekers_turn(
    client: Client, thread: Thread
) -> None:
    came_back(thread)
    conversation = page(client, reverse("outreach:thread", args=[thread.pk]))
    assert "your turn" in conversation
    assert "did not arrive" in conversation
    assert "nudge" not in conversation.lower()
    assert "another way" in page(client, "/")
    board = page(client, reverse("outreach:threads"))
    assert "Nothing to do until" not in board
    assert "Another way" in board


def test_what_reached_nobody_is_written_once_more_and_never_nudged(client: Client, thread: Thread) -> None:
    came_back(thread)
    add_point(thread, "dwong@harbourline.example")
    shown = page(client, reverse("outreach:write", args=[thread.person_id]) + "?kind=nudge")
    assert "Dear Daniel" in shown
    assert 'name="kind" value="first"' in shown
    assert 'value="dwong@harbourline.example" selected' in shown


def test_answers_that_wait_stand_on_the_board_as_the_seekers_turn(client: Client, thread: Thread) -> None:
    heard(thread)
    board = page(client, reverse("outreach:threads"))
    assert "A letter waits to be looked at." in board
    assert "Nobody is being waited for." in board
    assert "your turn" in page(client, reverse("outreach:thread", args=[thread.pk]))


def test_what_else_waits_is_one_click_from_today(client: Client, thread: Thread) -> None:
    for number in range(5):
        heard(thread, str(number))
    shown = page(client, "/")
    assert re.search(rf'<a href="{reverse("outreach:threads")}">2 more letters wait', shown)


def test_who_has_two_conversations_sees_each_letter_once(client: Client, thread: Thread) -> None:
    thread.state, thread.outcome = "closed", "met"
    thread.save()
    now = datetime.now(UTC)
    other = Thread.objects.create(
        workspace=thread.workspace, person=thread.person, state="waiting", opened_at=now, moved_at=now
    )
    letter = heard(other)
    assert page(client, reverse("outreach:thread", args=[other.pk])).count(f'letter-{letter.pk}"') == 2


def test_after_agreeing_from_a_letter_a_line_that_confirms_it_lies_drafted(client: Client, thread: Thread) -> None:
    then = (datetime.now(UTC) + timedelta(days=40)).strftime("%Y-%m-%dT10:00")
    said = {"answer": "accepts", "meets_at": then, "by": "phone"}
    shown = client.post(of("take_letter", heard(thread)), said, follow=True).content.decode()
    assert 'name="kind" value="reply"' in shown or '<option value="reply" selected' in shown
    assert re.search(r"at 10:00[^<]* suits me well; we talk by phone", shown)


def test_a_letter_is_answered_in_ones_own_words_beside_theirs(client: Client, thread: Thread) -> None:
    letter = heard(thread, text="Which terminal do you mean?", reading={"intent": "other"})
    assert 'name="then" value="reply"' in page(client, reverse("outreach:thread", args=[thread.pk]))
    shown = client.post(of("take_letter", letter), {"then": "reply"}, follow=True).content.decode()
    assert "Which terminal do you mean?" in shown
    assert "Reply" in shown
    thread.refresh_from_db()
    assert (thread.state, thread.answer) == ("answered", "asks")
