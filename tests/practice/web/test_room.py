"""The room, as one uses it without scripts and with htmx."""

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.interviews.actions.preparing import add_question
from askwell.practice.models import Rehearsal
from askwell.practice.queries.talks import utterances_of
from tests.desk.counting import queries_of
from tests.factories.interviews import make_agreed
from tests.factories.practice import CLOSING, GREETING, make_held, make_rehearsal
from tests.factories.practice import say as say_again

SignIn = Callable[[User], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def now() -> datetime:
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def rehearsal(workspace: Workspace, now: datetime) -> Rehearsal:
    return make_rehearsal(workspace, now)


def page_of(rehearsal: Rehearsal) -> str:
    return reverse("practice:room", args=[rehearsal.pk])


def version(client: Client, rehearsal: Rehearsal) -> str:
    found = re.search(r'name="version" value="(\d+)"', client.get(page_of(rehearsal)).content.decode())
    assert found
    return found[1]


def do(client: Client, rehearsal: Rehearsal, what: str, **more: Any) -> Any:
    sent = {"version": version(client, rehearsal), **more.pop("sent", {})}
    return client.post(reverse(f"practice:{what}", args=[rehearsal.pk]), sent, **more)


def say(client: Client, rehearsal: Rehearsal, text: str, **more: Any) -> Any:
    return do(client, rehearsal, "say", sent={"text": text}, **more)


def test_it_says_who_sits_there_and_that_they_are_invented(client: Client, rehearsal: Rehearsal) -> None:
    page = client.get(page_of(rehearsal)).content.decode()
    assert "Dolores Maranan" in page
    assert "Production planner" in page
    assert "invented." in page


def test_without_scripts_a_turn_leads_back_to_the_room(client: Client, rehearsal: Rehearsal) -> None:
    answer = say(client, rehearsal, GREETING)
    assert (answer.status_code, answer.headers["Location"]) == (302, page_of(rehearsal))
    said = words_in(client.get(page_of(rehearsal)).content.decode())
    assert said == [one.text for one in utterances_of(rehearsal)]


def words_in(page: str) -> list[str]:
    """What the two said, as the page shows it."""
    return [unescape(text) for text in re.findall(r'<p class="said"[^>]*>(.*?)</p>', page, re.DOTALL)]


def test_with_htmx_the_answer_comes_in_the_same_response_and_equals_the_page(
    client: Client, rehearsal: Rehearsal
) -> None:
    answer = say(client, rehearsal, GREETING, **HTMX)
    assert answer.status_code == 200
    assert room_in(answer.content.decode()) == room_in(client.get(page_of(rehearsal)).content.decode())


def room_in(html: str) -> str:
    """The part that is swapped in, without the clock's seconds and the form's token."""
    found = re.search(r'<div class="stack g5" id="rehearsal".*</main>', html, re.DOTALL)
    assert found
    return re.sub(r'data-spent="\d+"|<p class="figure.*?</p>|value="\w{64}"|width="[\d.]+%"', "", found[0])


def test_a_closed_question_and_a_job_asked_for_are_remarked_at_once(client: Client, rehearsal: Rehearsal) -> None:
    say(client, rehearsal, GREETING)
    assert 'class="remark"' not in client.get(page_of(rehearsal)).content.decode()
    closed = say(client, rehearsal, "Do you like your work?", **HTMX).content.decode()
    assert re.findall(r'class="remark"><b>([^<]+)</b>', closed) == ["Closed:"]
    job = say(client, rehearsal, "Is your company hiring? Could you give me a job there?", **HTMX).content.decode()
    assert "Asks for a job:" in re.findall(r'class="remark"><b>([^<]+)</b>', job)


def test_manners_are_no_closed_questions(client: Client, rehearsal: Rehearsal) -> None:
    say(client, rehearsal, f"{GREETING} Is this still a good time?")
    page = say(client, rehearsal, CLOSING, **HTMX).content.decode()
    assert 'class="remark"' not in page


def test_an_empty_turn_is_refused_with_words(client: Client, rehearsal: Rehearsal) -> None:
    answer = say(client, rehearsal, "  ")
    assert answer.status_code == 422
    assert "Say something first" in answer.content.decode()


def test_fifty_thousand_letters_are_refused_kindly_and_their_beginning_stands_in_the_field(
    client: Client, rehearsal: Rehearsal
) -> None:
    answer = say(client, rehearsal, "word " * 10_000)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nobody could follow so much at once" in page
    assert 1_900 < len(page.split('aria-describedby="say-said">')[1].split("</textarea>")[0]) <= 2_000


def test_the_second_of_two_windows_is_told_and_keeps_what_it_typed(client: Client, rehearsal: Rehearsal) -> None:
    seen = version(client, rehearsal)
    say(client, rehearsal, GREETING)
    answer = client.post(
        reverse("practice:say", args=[rehearsal.pk]), {"text": "What changed last year?", "version": seen}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The talk went on in another window" in page
    assert "What changed last year?</textarea>" in page
    assert len(utterances_of(rehearsal)) == 3


def test_despair_is_answered_by_the_page_with_where_to_find_help(client: Client, rehearsal: Rehearsal) -> None:
    answer = say(client, rehearsal, "I want to kill myself")
    page = answer.content.decode()
    assert "9-8-8" in page
    assert "kill myself" not in page
    assert len(utterances_of(rehearsal)) == 1


def test_what_is_unsaid_stands_in_the_field_again(client: Client, rehearsal: Rehearsal) -> None:
    say(client, rehearsal, GREETING)
    say(client, rehearsal, "Do you like it?")
    do(client, rehearsal, "take_back")
    assert typed(client.get(page_of(rehearsal))) == "Do you like it?"
    assert len(utterances_of(rehearsal)) == 3


def typed(answer: Any) -> str:
    """What stands in the field."""
    found = re.search(r'<textarea id="say"[^>]*>(.*?)</textarea>', answer.content.decode(), re.DOTALL)
    assert found
    return unescape(found[1])


@pytest.mark.parametrize("more", [{}, HTMX], ids=["no scripts", "htmx"])
@pytest.mark.parametrize("what", ["pause", "go_on", "ask_model_again"])
def test_what_is_typed_stays_when_something_else_is_done(
    client: Client, rehearsal: Rehearsal, what: str, more: dict[str, str]
) -> None:
    say(client, rehearsal, GREETING)
    answer = do(client, rehearsal, what, sent={"text": "What <b>changed"}, **more)
    assert typed(answer if more else client.get(page_of(rehearsal))) == "What <b>changed"


def test_what_is_typed_stays_after_what_is_unsaid(client: Client, rehearsal: Rehearsal) -> None:
    say(client, rehearsal, GREETING)
    say(client, rehearsal, "Do you like it?")
    answer = do(client, rehearsal, "take_back", sent={"text": "And now"}, **HTMX)
    assert typed(answer) == "Do you like it?\nAnd now"


def test_what_is_typed_stays_in_the_second_of_two_windows_and_where_the_talk_is_over(
    client: Client, rehearsal: Rehearsal
) -> None:
    seen = version(client, rehearsal)
    say(client, rehearsal, GREETING)
    sent = {"text": "What changed last year?", "version": seen}
    assert typed(client.post(reverse("practice:pause", args=[rehearsal.pk]), sent)) == sent["text"]
    client.post(reverse("practice:end", args=[rehearsal.pk]))
    late = client.post(reverse("practice:say", args=[rehearsal.pk]), sent).content.decode()
    assert re.findall(r'did not say</p><p class="quote"[^>]*>([^<]+)<', late) == [sent["text"]]


def test_what_was_said_is_not_typed_any_more(client: Client, rehearsal: Rehearsal) -> None:
    say(client, rehearsal, GREETING)
    do(client, rehearsal, "pause", sent={"text": "What changed?"})
    assert typed(say(client, rehearsal, "What changed last year?", **HTMX)) == ""


def test_despair_that_was_typed_only_is_answered_too_and_not_kept(client: Client, rehearsal: Rehearsal) -> None:
    say(client, rehearsal, GREETING)
    page = do(client, rehearsal, "pause", sent={"text": "I want to kill myself"}, **HTMX)
    assert "9-8-8" in page.content.decode()
    assert typed(page) == ""
    rehearsal.refresh_from_db()
    assert rehearsal.unsent == ""


def test_a_closed_question_leads_to_its_drill_and_the_words_wait(client: Client, rehearsal: Rehearsal) -> None:
    say(client, rehearsal, GREETING)
    say(client, rehearsal, "Do you like your work?")
    sent = {"drill": "opening_up", "text": "And"}
    with_htmx = do(client, rehearsal, "pause", sent=sent, **HTMX)
    plain = do(client, rehearsal, "pause", sent=sent)
    for answer, way in ((with_htmx, "HX-Redirect"), (plain, "Location")):
        drill = client.get(answer.headers[way]).content.decode()
        assert "Turn it open" in drill
        assert f'<a href="{page_of(rehearsal)}">Back to the talk</a>' in drill
    assert typed(client.get(page_of(rehearsal))) == "And"


def test_a_pause_is_offered_while_the_clock_runs_and_its_end_while_it_stands(
    client: Client, rehearsal: Rehearsal
) -> None:
    say(client, rehearsal, GREETING)
    paused = do(client, rehearsal, "pause", **HTMX).content.decode()
    assert "Let the clock run" in paused
    assert "data-spent" not in paused
    running = do(client, rehearsal, "go_on", **HTMX).content.decode()
    assert "Pause" in running
    assert "data-spent" in running


def test_a_question_is_ticked_and_what_is_typed_stays(client: Client, workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    asked = add_question(workspace=workspace, interview_id=interview.pk, text="What is new?", topic=None, now=now)
    rehearsal = make_rehearsal(workspace, now, interview_id=interview.pk)
    answer = client.post(reverse("practice:tick", args=[rehearsal.pk, asked.pk]), {"text": "So"}, **HTMX)  # type: ignore[arg-type]
    assert typed(answer) == "So"


def test_the_briefs_questions_stand_beside_it_to_be_ticked(client: Client, workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    question = add_question(
        workspace=workspace, interview_id=interview.pk, text="What is changing?", topic=None, now=now
    )
    rehearsal = make_rehearsal(workspace, now, interview_id=interview.pk)
    assert "0 of 1 asked" in client.get(page_of(rehearsal)).content.decode()
    page = client.post(reverse("practice:tick", args=[rehearsal.pk, question.pk]), **HTMX).content.decode()
    assert "1 of 1 asked" in page


def test_what_they_said_is_escaped(client: Client, rehearsal: Rehearsal) -> None:
    page = say(client, rehearsal, "<script>alert(1)</script>?", **HTMX).content.decode()
    assert "<script>alert" not in page


def test_the_end_leads_to_the_report_and_nothing_more_can_be_said(client: Client, rehearsal: Rehearsal) -> None:
    say(client, rehearsal, GREETING)
    seen = version(client, rehearsal)
    answer = client.post(reverse("practice:end", args=[rehearsal.pk]))
    assert answer.headers["Location"] == reverse("practice:report", args=[rehearsal.pk])
    late = client.post(reverse("practice:say", args=[rehearsal.pk]), {"text": "Wait", "version": seen})
    assert "The talk is over." in late.content.decode()
    assert "<textarea" not in client.get(page_of(rehearsal)).content.decode()


def test_leaving_without_a_word_leads_home(client: Client, rehearsal: Rehearsal) -> None:
    answer = client.post(reverse("practice:end", args=[rehearsal.pk]))
    assert answer.headers["Location"] == reverse("practice:home")


def test_a_trade_unknown_here_is_not_found(client: Client, workspace: Workspace, rehearsal: Rehearsal) -> None:
    Rehearsal.objects.of(workspace).update(trade="astronaut")
    assert client.get(page_of(rehearsal)).status_code == 404


def test_the_page_costs_the_same_at_any_length(client: Client, workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    few = queries_of(client, page_of(rehearsal))
    for text in (GREETING, "What does your morning look like?", "And then?"):
        say_again(rehearsal, text, now)
    assert queries_of(client, page_of(rehearsal)) == few


def test_a_stranger_finds_none_of_it(sign_in: SignIn, stranger: User, workspace: Workspace, now: datetime) -> None:
    held = make_held(workspace, now)
    other = sign_in(stranger)
    for name in ("room", "report"):
        assert other.get(reverse(f"practice:{name}", args=[held.pk])).status_code == 404
    for name in ("say", "take_back", "pause", "go_on", "ask_model_again", "end", "again"):
        assert other.post(reverse(f"practice:{name}", args=[held.pk]), {"text": "x"}).status_code == 404


def test_a_short_follow_up_and_a_greeting_are_not_remarked(client: Client, rehearsal: Rehearsal) -> None:
    say(client, rehearsal, "Hello, thank you for making time. I'm Mei, I bought parts for a factory.")
    say(client, rehearsal, "How did you become a planner?")
    page = say(client, rehearsal, "What happened then?", **HTMX).content.decode()
    assert 'class="remark"' not in page


def test_a_heavy_heart_is_met_with_where_to_find_help_and_the_talk_goes_on(
    client: Client, rehearsal: Rehearsal
) -> None:
    say(client, rehearsal, GREETING)
    page = say(client, rehearsal, "I feel hopeless since I lost my job.", **HTMX).content.decode()
    assert "That is a lot to carry" in page
    assert "2-1-1" in page
    assert "9-8-8" in page
    assert 'id="say"' in page
