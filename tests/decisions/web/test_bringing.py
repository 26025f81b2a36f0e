"""An occupation, or what else another page brings, becomes an option of the decision that is meant."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.decisions.models import Decision, Option
from askwell.occupations.rules.keys import key_of
from tests.factories.decisions import lay_out

SignIn = Callable[[User], Client]
BROUGHT = "?title=Bus+driver&kind=occupation&reference=NOC+73301"
PAGE = reverse("decisions:bring") + BROUGHT


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def form_of(decision_id: object) -> str:
    return reverse("decisions:add_option", args=[decision_id]) + BROUGHT


def test_the_page_of_an_occupation_becomes_an_option(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace)
    html = client.get(reverse("occupations:occupation", args=[key_of("own", "bus-driver")])).content.decode()
    link = html.split('href="' + reverse("decisions:bring"))[1].split('"')[0].replace("&amp;", "&")

    led = client.get(reverse("decisions:bring") + link)
    form = client.get(led["Location"]).content.decode()

    assert led["Location"].startswith(reverse("decisions:add_option", args=[laid.id]))
    assert 'value="Bus driver"' in form
    assert 'value="NOC 73301"' in form
    client.post(led["Location"], {"title": "Bus driver", "kind": "occupation", "reference": "NOC 73301"})
    assert Option.objects.of(workspace).filter(title="Bus driver", kind="occupation", reference="NOC 73301").exists()


def test_of_several_questions_one_is_chosen(client: Client, workspace: Workspace) -> None:
    first, second = lay_out(workspace), lay_out(workspace)

    html = client.get(PAGE).content.decode().replace("&amp;", "&")

    assert form_of(first.id) in html
    assert form_of(second.id) in html


def test_where_there_is_no_question_yet_one_is_begun(client: Client, workspace: Workspace) -> None:
    assert "What do you have to decide?" in client.get(PAGE).content.decode()

    answer = client.post(PAGE, {"question": "Which way after the course?"})

    made = Decision.kept(workspace).get()
    assert (made.question, answer["Location"]) == ("Which way after the course?", form_of(made.pk))


def test_a_question_without_words_is_refused_and_nothing_begun(client: Client, workspace: Workspace) -> None:
    assert client.post(PAGE, {"question": " "}).status_code == 422
    assert not Decision.kept(workspace).exists()
