"""The list of interviews: what comes next, what is to be written down, and what was."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.interviews.actions.finishing import finish
from askwell.interviews.actions.meeting import call_off, mark_missed, offer_times
from askwell.interviews.models import Interview
from askwell.interviews.queries.listing import Section, interviews_page
from askwell.outreach.actions.entries import log_answer
from askwell.outreach.choices import Answer, Channel, MeetingBy, MessageKind
from askwell.outreach.models import Message
from tests.desk.counting import queries_of
from tests.factories.interviews import closing, make_agreed
from tests.factories.outreach import make_someone, send

SignIn = Callable[[User], Client]
ADDRESS = "/interviews/"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def agreed(workspace: Workspace, given: str, *, days: float) -> Interview:
    """Agreed on so many days from now; a negative number: the time has passed."""
    then = timezone.now() + timedelta(days=min(days, 0) - 1)
    return make_agreed(workspace, then, in_days=days - min(days, 0) + 1, given=given, employer=f"{given} Ltd")


def completed(workspace: Workspace, given: str) -> Interview:
    interview = agreed(workspace, given, days=-3)
    now = timezone.now()
    finish(workspace=workspace, interview_id=interview.pk, closing=closing(), now=now - timedelta(days=2))
    Message.objects.of(workspace).filter(state="draft").delete()
    send(interview.person, now - timedelta(days=1), MessageKind.THANKS)
    return interview


def rows_in(html: str) -> list[tuple[str, str]]:
    """Names in their order, each with the words of its button."""
    return re.findall(
        r'<h3><a href="[^"]+">(\w+) Wong</a>.*?class="do"><a class="button[^"]*"[^>]*>([^<]+)<', html, re.S
    )


def test_each_stands_where_it_belongs_with_one_next_step(client: Client, workspace: Workspace) -> None:
    now = timezone.now()
    completed(workspace, "Done")
    agreed(workspace, "Later", days=5)
    agreed(workspace, "Sooner", days=2)
    agreed(workspace, "Passed", days=-1)
    times = [now + timedelta(days=3)]
    person = make_someone(workspace, "Open")
    offer_times(workspace=workspace, person_id=person.pk, times=times, minutes=20, by=MeetingBy.VIDEO, now=now)
    for given, answer in (("No", Answer.DECLINES), ("Nay", Answer.DEFERS)):
        person = make_someone(workspace, given)
        offer_times(workspace=workspace, person_id=person.pk, times=times, minutes=20, by=MeetingBy.VIDEO, now=now)
        thread = Interview.objects.of(workspace).get(person=person).thread
        send(person, now, MessageKind.FIRST)
        log_answer(
            workspace=workspace, thread_id=thread.pk, answer=answer, channel=Channel.EMAIL, at=now, text="", now=now
        )
    off, missed = agreed(workspace, "Off", days=3), agreed(workspace, "Missed", days=-1)
    call_off(workspace=workspace, interview_id=off.pk, now=now)
    mark_missed(workspace=workspace, interview_id=missed.pk, now=now)
    html = client.get(ADDRESS).content.decode()
    rows = rows_in(html)
    assert rows[:4] == [
        ("Sooner", "Prepare"),
        ("Later", "Prepare"),
        ("Passed", "Write it down"),
        ("Open", "Agree on a time"),
    ]
    assert set(rows[4:]) == {("Off", "Offer times"), ("Missed", "Offer times"), ("Done", "Read it again"),
                             ("No", "The conversation"), ("Nay", "The conversation")}  # fmt: skip
    assert html.count("Said no") == 1
    assert html.count("Not this time") == 1
    assert html.count("button primary") == 1
    assert "Held, no door opened" in html


def test_a_talk_about_to_begin_is_the_primary_button(client: Client, workspace: Workspace) -> None:
    agreed(workspace, "Passed", days=-1)
    agreed(workspace, "Near", days=1 / 48)
    html = client.get(ADDRESS).content.decode()
    assert re.findall(r'class="button primary"[^>]*>([^<]+)', html) == ["Hold the talk"]


def test_a_successful_one_has_an_open_door(client: Client, workspace: Workspace) -> None:
    interview = completed(workspace, "Done")
    Interview.objects.of(workspace).filter(pk=interview.pk).update(is_successful=True)
    html = client.get(ADDRESS).content.decode()
    assert "A door open" in html
    assert "1 held, 1 of them opened a door." in html


def test_the_empty_list_teaches_and_leads_on(client: Client) -> None:
    html = client.get(ADDRESS).content.decode()
    assert "twenty minutes in which you ask" in html
    assert f'class="button primary" href="{reverse("outreach:next")}"' in html


def test_the_past_is_paged(client: Client, workspace: Workspace, now: object) -> None:
    first = completed(workspace, "Done")
    for number in range(25):
        thread = first.thread
        thread.pk, thread.id = None, None
        thread._state.adding = True
        thread.save()
        Interview.objects.create(
            workspace=workspace,
            thread=thread,
            person=first.person,
            state="complete",
            created_at=timezone.now(),
            held_at=timezone.now() - timedelta(days=100 + number),
            finished_at=timezone.now(),
        )
    page = interviews_page(workspace, timezone.now(), number=2)
    (past,) = [part for part in page.parts if part.section is Section.PAST]
    assert (past.total, page.pages, len(past.rows)) == (26, 2, 1)
    assert "Page 2 of 2" in client.get(ADDRESS, {"page": "2"}).content.decode()
    assert "Page 2 of 2" in client.get(ADDRESS, {"page": "99"}).content.decode()
    assert client.get(ADDRESS, {"page": "٣"}).status_code == 200


def test_a_stranger_sees_none_of_it(workspace: Workspace, stranger: User, sign_in: SignIn) -> None:
    agreed(workspace, "Sooner", days=2)
    html = sign_in(stranger).get(ADDRESS).content.decode()
    assert "Sooner" not in html
    assert "No interview yet" in html


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_however_many_there_are(
    client: Client, workspace: Workspace, count: int
) -> None:
    for number in range(count):
        agreed(workspace, f"Sooner{number}", days=2)
        agreed(workspace, f"Passed{number}", days=-1)
        completed(workspace, f"Done{number}")
    assert queries_of(client, ADDRESS) == 6


def test_of_many_looking_for_a_time_a_few_stand_here_and_all_of_them_behind_a_link(
    client: Client, workspace: Workspace
) -> None:
    now = timezone.now()
    for number in range(7):
        person = make_someone(workspace, f"Open{number}")
        times = [now + timedelta(days=3)]
        offer_times(workspace=workspace, person_id=person.pk, times=times, minutes=20, by=MeetingBy.VIDEO, now=now)
    agreed(workspace, "Sooner", days=2)
    html = client.get(ADDRESS).content.decode()
    assert [words for _name, words in rows_in(html)] == ["Prepare", *["Agree on a time"] * 5]
    assert 'href="?only=proposed"' in html
    alone = client.get(ADDRESS, {"only": "proposed"}).content.decode()
    assert [words for _name, words in rows_in(alone)] == ["Agree on a time"] * 7
    assert "Sooner" not in alone
