"""A claim sent on, with its source: into a question, a letter, a decision."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.decisions.models import Criterion, Evidence
from askwell.interviews.models import Question
from tests.factories.decisions import lay_out, make_claim
from tests.factories.interviews import make_agreed

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def test_the_insights_offer_where_a_claim_can_go(client: Client, workspace: Workspace) -> None:
    claim = make_claim(workspace, "It pays well")

    html = client.get(reverse("interviews:insights")).content.decode()

    assert f'href="{reverse("interviews:ask_about", args=[claim.pk])}"' in html
    assert f'href="{reverse("documents:new_letter")}?kind=cover&amp;claim={claim.pk}"' in html
    assert f'href="{reverse("decisions:use", args=[claim.pk])}"' in html


def test_a_claim_becomes_evidence_with_who_said_it(client: Client, workspace: Workspace) -> None:
    laid, claim = lay_out(workspace), make_claim(workspace, "It pays well")
    sent = {"option": laid.options["Buyer"], "wish": laid.wishes["Pay"], "side": "for", "strength": "2"}

    answer = client.post(reverse("decisions:use", args=[claim.pk]), sent)

    assert answer.headers["Location"].endswith(f"?cell={laid.options['Buyer']}:{laid.wishes['Pay']}#claim")
    row = Evidence.objects.of(workspace).get()
    assert (row.insight_id, row.option_id, row.speaks_for) == (claim.pk, laid.options["Buyer"], True)


@pytest.mark.parametrize("missing", ["option", "wish", "side"])
def test_nothing_is_chosen_beforehand(client: Client, workspace: Workspace, missing: str) -> None:
    laid, claim = lay_out(workspace), make_claim(workspace, "It pays well")
    here = reverse("decisions:use", args=[claim.pk])
    html = client.get(here).content.decode()
    sent = {"option": laid.options["Buyer"], "wish": laid.wishes["Pay"], "side": "for", "strength": "2"}
    chosen = re.search(rf'<select name="{missing}".*?</select>', html, re.S)
    assert chosen
    assert re.findall(r'<option value="([^"]*)" ?(selected)?', chosen[0])[0] == ("", "selected")

    answer = client.post(here, {**sent, missing: ""})

    assert answer.status_code == 422
    assert not Evidence.objects.of(workspace).exists()


def test_a_claim_becomes_a_wish_that_remembers_it_and_a_question_that_names_nobody(
    client: Client, workspace: Workspace
) -> None:
    laid, claim = lay_out(workspace, wishes={}), make_claim(workspace, "They leave at four", given="Priya")
    here = f"{reverse('decisions:add_wish', args=[laid.id])}?claim={claim.pk}"
    assert f'href="{here}"' in client.get(reverse("decisions:use", args=[claim.pk])).content.decode()
    html = client.get(here).content.decode()
    form = html[html.index('name="words"') :]
    assert 'value="They leave at four"' in form
    assert "Priya" not in form

    client.post(here, {"words": "Home by four", "weight": "20", "ask": "When do you leave?"})

    row = Criterion.objects.of(workspace).get()
    assert (row.words, row.insight_id) == ("Home by four", claim.pk)
    board = client.get(reverse("decisions:decision", args=[laid.id])).content.decode()
    assert f'href="{reverse("interviews:insights")}#c-{claim.pk}"' in board


def test_a_wish_is_not_made_from_a_strangers_claim(stranger: User, sign_in: SignIn, workspace: Workspace) -> None:
    claim, theirs = make_claim(workspace, "It pays well"), lay_out(stranger.workspace)  # type: ignore[arg-type]
    here = f"{reverse('decisions:add_wish', args=[theirs.id])}?claim={claim.pk}"
    client = sign_in(stranger)

    assert {client.get(here).status_code, client.post(here, {"words": "x", "weight": "1"}).status_code} == {404}


def test_without_a_decision_the_page_leads_to_one(client: Client, workspace: Workspace) -> None:
    claim = make_claim(workspace, "It pays well")

    html = client.get(reverse("decisions:use", args=[claim.pk])).content.decode()

    assert "Nothing to weigh it in yet" in html


def test_a_claim_becomes_a_question_that_remembers_it_and_names_nobody(client: Client, workspace: Workspace) -> None:
    claim = make_claim(workspace, "It pays well", given="Priya")
    talk = make_agreed(workspace, timezone.now(), given="Marc")
    here = reverse("interviews:ask_about", args=[claim.pk])
    html = client.get(here).content.decode()
    text = "Somebody in the field told me: “It pays well” How do you see that?"
    assert text in html

    client.post(here, {"talk": str(talk.pk), "text": text})

    question = Question.objects.of(workspace).get()
    assert (question.insight_id, question.interview_id, question.text) == (claim.pk, talk.pk, text)
    brief = client.get(reverse("interviews:prepare", args=[talk.pk])).content.decode()
    assert "about what you heard from" in brief


def test_a_removed_question_comes_back_with_what_it_is_about(client: Client, workspace: Workspace) -> None:
    claim, talk = make_claim(workspace, "It pays well"), make_agreed(workspace, timezone.now(), given="Marc")
    client.post(reverse("interviews:ask_about", args=[claim.pk]), {"talk": str(talk.pk), "text": "How so?"})
    client.post(reverse("interviews:remove_question", args=[Question.objects.of(workspace).get().pk]))

    client.post(reverse("interviews:put_back", args=[talk.pk]))

    assert Question.objects.of(workspace).get().insight_id == claim.pk


def test_who_made_the_claim_is_not_asked_about_it(client: Client, workspace: Workspace) -> None:
    claim = make_claim(workspace, "It pays well")
    talk = make_agreed(workspace, timezone.now(), given="Marc")
    claim.person_id = talk.person_id
    claim.save()

    html = client.get(reverse("interviews:ask_about", args=[claim.pk])).content.decode()

    assert "No talk is coming up" in html


def test_an_empty_question_is_refused(client: Client, workspace: Workspace) -> None:
    claim, talk = make_claim(workspace, "It pays well"), make_agreed(workspace, timezone.now(), given="Marc")

    answer = client.post(reverse("interviews:ask_about", args=[claim.pk]), {"talk": str(talk.pk), "text": " "})

    assert answer.status_code == 422
    assert not Question.objects.of(workspace).exists()


def test_a_letter_begins_with_the_claim_also_with_an_old_one(client: Client, workspace: Workspace) -> None:
    claim = make_claim(workspace, "It pays well", given="First")
    for n in range(45):
        make_claim(workspace, f"Claim {n}", given=f"Other {n}", now=timezone.now())

    html = client.get(f"{reverse('documents:new_letter')}?kind=cover&claim={claim.pk}").content.decode()

    assert f'<option value="{claim.pk}" selected>' in html


@pytest.mark.parametrize("name", ["decisions:use", "interviews:ask_about"])
def test_a_strangers_claim_is_not_found(stranger: User, sign_in: SignIn, workspace: Workspace, name: str) -> None:
    claim = make_claim(workspace, "It pays well")
    client, address = sign_in(stranger), reverse(name, args=[claim.pk])

    assert {client.get(address).status_code, client.post(address).status_code} == {404}
