"""The pages of the mock job interview."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User, Workspace
from askwell.practice.models import JobAnswer, JobInterview
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


def test_the_list_is_read_once_however_many_there_are(client: Client, workspace: Workspace, now: datetime) -> None:
    counts = []
    for times in (1, 3):
        for _ in range(times):
            send(client, make_job_interview(workspace, now), 0)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        counts.append(len(queries))
    assert counts[0] == counts[1]
