"""The live page: with and without a script."""

import base64
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.interviews.actions.holding import catch, save_note
from askwell.interviews.actions.preparing import add_question
from askwell.interviews.choices import Caught, Topic
from askwell.interviews.models import Insight, Interview, Lead, Question
from tests.desk.counting import queries_of
from tests.factories.interviews import make_agreed

SignIn = Callable[[User], Client]
TALK_QUERIES = 10
JSON = {"Accept": "application/json"}


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def interview(workspace: Workspace) -> Interview:
    return make_agreed(workspace, timezone.now())


@pytest.fixture
def question(interview: Interview) -> Question:
    return ask(interview, "What surprised you?")


def ask(interview: Interview, text: str) -> Question:
    of = {"workspace": interview.workspace, "interview_id": interview.pk, "now": timezone.now()}
    return add_question(**of, text=text, topic=Topic.INSIGHTS)


def at(interview: Interview, name: str) -> str:
    return reverse(f"interviews:{name}", args=[interview.pk])


def test_the_clock_starts_on_a_click_and_runs_on_after_a_reload(client: Client, interview: Interview) -> None:
    page = at(interview, "talk")
    assert "data-clock" not in client.get(page).content.decode()
    client.post(page, {"do": "start"})
    began = Interview.objects.of(interview.workspace).get().began_at
    assert began
    for _reload in range(2):
        found = re.search(r'data-clock="([^"]+)"', client.get(page).content.decode())
        assert found
        assert datetime.fromisoformat(found[1]) == began + timedelta(minutes=interview.minutes)
    client.post(page, {"do": "stop"})
    assert "data-clock" not in client.get(page).content.decode()


def test_a_note_is_answered_with_its_version_and_a_conflict_with_the_other_text(
    client: Client, interview: Interview, question: Question
) -> None:
    typed = {"field": str(question.pk), "text": "from the phone", "version": "1"}
    assert client.post(at(interview, "note"), typed, headers=JSON).json() == {"version": 2}
    clash = client.post(at(interview, "note"), typed | {"text": "from the laptop"}, headers=JSON)
    assert (clash.status_code, clash.json()) == (409, {"text": "from the phone", "version": 2})


def test_without_a_script_all_notes_are_saved_and_a_conflict_shows_both_texts(
    client: Client, interview: Interview, question: Question
) -> None:
    typed = {f"note-{question.pk}": "mine", f"version-{question.pk}": "1", "note-": "rest", "version-": "1"}
    save_note(
        workspace=interview.workspace, interview_id=interview.pk, question_id=question.pk, text="theirs", version=1
    )
    answer = client.post(at(interview, "talk"), typed | {"do": "save"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(r"<textarea[^>]*>mine</textarea>", html)
    assert '<p class="quote">theirs</p>' in html
    assert f'name="version-{question.pk}" value="2"' in html
    assert Interview.objects.of(interview.workspace).get().note == "rest"
    typed[f"version-{question.pk}"], typed["version-"] = "2", "2"
    assert client.post(at(interview, "talk"), typed).status_code == 302
    assert Question.objects.of(interview.workspace).get().note == "mine"


def test_a_catch_sent_twice_is_kept_once_and_listed(client: Client, interview: Interview) -> None:
    caught = {"kind": "insight", "text": "Calls come first", "key": str(uuid4())}
    for _time in range(2):
        assert client.post(at(interview, "catch"), caught, headers=JSON).json() == {"id": caught["key"]}
    assert Insight.objects.of(interview.workspace).count() == 1
    assert client.get(at(interview, "talk")).content.decode().count(">Calls come first</span>") == 1
    assert client.post(at(interview, "catch"), caught | {"kind": "gossip"}).status_code == 404
    assert client.post(at(interview, "catch"), caught | {"text": " "}, headers=JSON).status_code == 422


def test_what_is_taken_off_comes_back_with_undo(client: Client, interview: Interview) -> None:
    keys = [
        catch(
            workspace=interview.workspace,
            interview_id=interview.pk,
            kind=Caught.LEAD,
            text=text,
            key=uuid4(),
            now=timezone.now(),
        )
        for text in ("buyer", "planner")
    ]
    leads = Lead.objects.of(interview.workspace).order_by("text")
    for key in keys:
        client.post(at(interview, "let_go"), {"kind": "lead", "key": str(key)})
    assert not leads.exists()
    client.post(at(interview, "catch_again"))
    assert list(leads.values_list("pk", "text")) == [(keys[1], "planner")]
    client.post(at(interview, "catch_again"))
    assert leads.count() == 2
    assert client.post(at(interview, "catch_again")).status_code == 404


def test_a_stranger_finds_none_of_it(interview: Interview, stranger: User, sign_in: SignIn) -> None:
    other = sign_in(stranger)
    key = catch(
        workspace=interview.workspace,
        interview_id=interview.pk,
        kind=Caught.LEAD,
        text="buyer",
        key=uuid4(),
        now=timezone.now(),
    )
    posts = {
        "talk": {"do": "start", "note-": "x", "version-": "1"},
        "note": {"field": "", "text": "x", "version": "1"},
        "catch": {"kind": "lead", "text": "x"},
        "let_go": {"kind": "lead", "key": str(key)},
        "catch_again": {},
    }
    for name, values in posts.items():
        assert other.post(at(interview, name), values).status_code == 404, name
    assert Lead.objects.of(interview.workspace).get().text == "buyer"


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_however_much_was_noted(client: Client, interview: Interview, count: int) -> None:
    for number in range(count):
        ask(interview, f"What surprised you in year {number}?")
        catch(
            workspace=interview.workspace,
            interview_id=interview.pk,
            kind=Caught.LEAD,
            text=f"opening {number}",
            key=uuid4(),
            now=timezone.now(),
        )
    assert queries_of(client, at(interview, "talk")) == TALK_QUERIES


def test_what_waits_in_the_browser_is_sealed_for_this_user_and_interview(
    interview: Interview, workspace: Workspace, seeker: User, sign_in: SignIn, settings: LazySettings
) -> None:
    def keys(of: Interview) -> list[str]:
        found = re.search(r'data-seals="([^"]+)"', sign_in(seeker).get(at(of, "talk")).content.decode())
        assert found
        return found[1].split(" ")

    (first,) = keys(interview)
    (other,) = keys(make_agreed(workspace, timezone.now(), given="Ana"))
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 50, [settings.SECRET_KEY]

    assert len(base64.b64decode(first)) == 32
    assert other != first
    assert keys(interview)[1:] == [first]
