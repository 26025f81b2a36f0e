"""The page of insights: rated in place, opened to be put otherwise, and always back to where one was."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.interviews.actions.finishing import finish
from askwell.interviews.actions.learning import Claim
from askwell.interviews.choices import SubjectKind
from askwell.interviews.models import Insight
from tests.desk.counting import queries_of
from tests.factories.interviews import closing, make_agreed
from tests.factories.outreach import make_someone

SignIn = Callable[[User], Client]
PAGE = "/interviews/insights/"
WHERE = "about=path%3Acsca&page=1"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def make_claims(workspace: Workspace, *texts: str, given: str = "Min") -> list[UUID]:
    interview = make_agreed(workspace, timezone.now() - timedelta(days=4), given=given)
    claims = [Claim(text, kind=SubjectKind.PATH, subject="CSCA") for text in texts]
    finish(workspace=workspace, interview_id=interview.pk, closing=closing(insights=claims), now=timezone.now())
    return [Insight.objects.of(workspace).get(text=text).pk for text in texts]


def at(insight: UUID) -> str:
    return reverse("interviews:insight", args=[insight])


def test_one_press_rates_a_claim_and_leads_back_to_where_it_stood(client: Client, workspace: Workspace) -> None:
    (one,) = make_claims(workspace, "Take the certificate")
    html = client.get(f"{PAGE}?{WHERE}").content.decode()
    assert f'formaction="{at(one)}?{WHERE.replace("&", "&amp;")}" name="rating" value="3" aria-pressed="false"' in html
    answer = client.post(f"{at(one)}?{WHERE}", {"do": "rate", "rating": "3"})
    assert answer.headers["Location"] == f"{PAGE}?{WHERE}#c-{one}"
    html = client.get(PAGE).content.decode()
    assert re.findall(r'value="(\d)" aria-pressed="true"', html) == ["3"]


def test_only_the_claim_that_is_to_be_changed_has_a_form(client: Client, workspace: Workspace) -> None:
    one, other = make_claims(workspace, "Take the certificate", "Night shifts end early")
    make_someone(workspace, "Ann")
    assert "<textarea" not in client.get(PAGE).content.decode()
    html = client.get(PAGE, {"change": str(one)}).content.decode()
    assert html.count("<textarea") == 1
    assert f' action="{at(one)}"' in html
    assert f' action="{at(other)}"' not in html
    client.post(at(one), {"do": "edit", "text": "Take it early", "kind": "path", "subject": "CSCA", "rating": "2"})
    assert "Take it early" in client.get(PAGE).content.decode()


def test_an_emptied_claim_is_refused_beside_its_field_and_kept(client: Client, workspace: Workspace) -> None:
    (one,) = make_claims(workspace, "Take the certificate")
    answer = client.post(at(one), {"do": "edit", "text": " ", "kind": "path", "subject": "CSCA"})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert 'role="alert">A claim needs words.' in html
    assert html.count("<textarea") == 1
    assert "Take the certificate" in html


def test_what_is_no_claim_opens_nothing(client: Client, workspace: Workspace) -> None:
    make_claims(workspace, "Take the certificate")
    for change in ("x", "", str(workspace.pk)):
        answer = client.get(PAGE, {"change": change})
        assert answer.status_code == 200
        assert b"<textarea" not in answer.content


def test_a_claim_is_text_and_no_markup(client: Client, workspace: Workspace) -> None:
    (one,) = make_claims(workspace, "<script>alert(1)</script>")
    html = client.get(f"{PAGE}?about=path:%22%3E%3Cscript%3E&change={one}").content.decode()
    assert "<script>alert" not in html
    assert '"><script>' not in html.replace("defer></script>", "")


@pytest.mark.parametrize("count", [1, 3, 30])
def test_the_page_takes_the_same_queries_however_many_claims(client: Client, workspace: Workspace, count: int) -> None:
    make_claims(workspace, *(f"Claim {number}" for number in range(count)))
    assert queries_of(client, PAGE) == 6
