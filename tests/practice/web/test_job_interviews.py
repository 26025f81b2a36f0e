"""The pages of the mock job interview."""

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User, Workspace
from askwell.coach.answers import Judgement, judge
from askwell.practice.models import JobAnswer, JobInterview
from askwell.practice.rules import answering
from tests.factories.job_interviews import ANSWER, make_job_interview

PAGE = "/practice/job-interviews/"
SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def send(client: Client, interview: JobInterview, place: object, text: str = ANSWER, tries: int = 0) -> str:
    facts = {"place": place, "text": text, "tries": tries}
    return client.post(f"{PAGE}{interview.pk}/answer/", facts, follow=True).content.decode()


def test_one_sits_down_answers_every_question_and_reads_the_report(client: Client, workspace: Workspace) -> None:
    choices = {"trade": "buyer", "level": "entry", "language": "en", "count": "3"}
    page = client.post(PAGE, choices, follow=True).content.decode()
    assert "Question 1 of 3" in page
    interview = JobInterview.objects.of(workspace).get()
    for place in range(3):
        page = send(client, interview, place)
        assert "What they hope to hear" in page
        assert "to say calmly" in page
    assert f"{PAGE}{interview.pk}/report/" in page
    page = client.get(f"{PAGE}{interview.pk}/", follow=True).content.decode()
    assert "Your stories, by their parts" in page
    assert "Another interview" in page
    heading = page.partition("<h1>")[2].partition("</h1>")[0]
    assert re.search("ready to be said|Never missing|You answered 3 questions", heading)
    assert re.search("One thing to change:|Nothing to change", page.partition("</h1>")[2])


def test_what_they_hope_to_hear_is_shown_only_afterwards(client: Client, workspace: Workspace, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    assert "What they hope to hear" not in client.get(f"{PAGE}{interview.pk}/").content.decode()


def test_nothing_said_keeps_the_page_and_a_wrong_place_is_not_found(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    interview = make_job_interview(workspace, now)
    assert "Say something first" in send(client, interview, 0, " ")
    assert "That is too long" in send(client, interview, 0, "x" * 6001)
    assert "9-8-8" in send(client, interview, 0, "I want to kill myself.")
    address = f"{PAGE}{interview.pk}/answer/"
    assert client.post(address, {"place": "9", "text": "Hello.", "tries": "0"}).status_code == 404
    assert client.post(PAGE, {"trade": "astronaut"}).status_code == 404
    assert not JobAnswer.objects.of(workspace).exists()


def test_an_answer_from_another_tab_keeps_the_words(client: Client, workspace: Workspace, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    send(client, interview, 0)
    page = send(client, interview, 0, "My other words.")
    assert "another tab" in page
    assert "My other words." in page


def test_an_older_try_leads_to_the_last_one(client: Client, workspace: Workspace, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    send(client, interview, 0, "Short.")
    send(client, interview, 0, tries=1)
    first, second = JobAnswer.objects.of(workspace)
    assert client.get(f"/practice/job-answers/{first.pk}/").headers["Location"] == f"/practice/job-answers/{second.pk}/"
    assert "try number 2" in client.get(f"/practice/job-answers/{second.pk}/").content.decode()


def test_the_report_is_there_before_anything_is_answered(client: Client, workspace: Workspace, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    assert "Nothing answered yet" in client.get(f"{PAGE}{interview.pk}/report/").content.decode()


def test_the_report_judges_every_answer_once(
    client: Client, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    interview, judged = make_job_interview(workspace, now), []

    def counted(*told: str) -> Judgement:
        judged.append(told)
        return judge(*told)

    for place in range(3):
        send(client, interview, place)
    monkeypatch.setattr(answering, "judge", counted)
    client.get(f"{PAGE}{interview.pk}/report/")
    assert len(judged) == 3


def opening_of(client: Client, interview: JobInterview) -> str:
    """The page of a question that a drill trains."""
    pages = (client.get(f"{PAGE}{interview.pk}/?question={n + 1}").content.decode() for n in range(3))
    return next(page for page in pages if 'name="drill"' in page)


def test_a_drill_is_one_click_away_and_what_is_typed_waits(client: Client, workspace: Workspace, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    page = opening_of(client, interview)
    facts = dict(re.findall(r'name="(place|tries|drill)" value="(\w+)"', page))
    aside = re.search(r'formaction="([^"]+)"', page)
    assert aside
    answer = client.post(aside[1], {**facts, "text": "I am <Mei>"})
    drill = client.get(answer.headers["Location"]).content.decode()
    back = re.search(r'<a href="([^"]+)">Back to the question</a>', drill)
    assert back
    assert "I am &lt;Mei&gt;</textarea>" in client.get(unescape(back[1])).content.decode()
    for wrong in ({"drill": "none"}, {"place": "9"}, {"place": "x"}):
        assert client.post(aside[1], {**facts, **wrong}).status_code == 404
    despair = client.post(aside[1], {**facts, "text": "I want to kill myself."})
    assert "9-8-8" in despair.content.decode()
    send(client, interview, facts["place"])
    assert "Mei" not in client.get(unescape(back[1])).content.decode()


def test_an_answer_that_wanders_leads_to_the_drill_of_thirty_seconds_and_back(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    interview = make_job_interview(workspace, now)
    page = send(client, interview, 1, " ".join([ANSWER] * 8))
    found = re.search(r'href="([^"]+)">Practise just this, one minute<', page)
    assert found
    drill = client.get(unescape(found[1])).content.decode()
    given = JobAnswer.objects.of(workspace).get()
    assert f'<a href="/practice/job-answers/{given.pk}/">Back to the answer</a>' in drill
    assert "You, in 30 seconds" in drill


def test_the_list_is_read_once_however_many_there_are(client: Client, workspace: Workspace, now: datetime) -> None:
    counts = []
    for times in (1, 3):
        for _ in range(times):
            send(client, make_job_interview(workspace, now), 0)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        counts.append(len(queries))
    assert counts[0] == counts[1]
