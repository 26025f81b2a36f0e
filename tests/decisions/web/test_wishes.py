"""Wishes taken over from what the seeker said matters about work."""

from collections.abc import Callable
from datetime import datetime

from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.decisions.models import Criterion
from askwell.portfolio.models import Reflection
from tests.factories.decisions import lay_out

SignIn = Callable[[User], Client]


def test_a_must_is_offered_with_its_question_and_taken_over_once(
    seeker: User, sign_in: SignIn, workspace: Workspace, now: datetime
) -> None:
    answers = {"pairs": [], "musts": ["income"]}
    Reflection.objects.create(workspace=workspace, kind="values", answers=answers, begun_at=now)
    laid, client = lay_out(workspace, wishes={}), sign_in(seeker)
    here = reverse("decisions:add_wish", args=[laid.id])
    assert 'name="words" value="A steady income"' in client.get(here).content.decode()

    ask = "What decides how steady the income is in your field?"
    client.post(here, {"words": "A steady income", "ask": ask, "weight": "20", "is_must": "1"})

    row = Criterion.objects.of(workspace).get()
    assert (row.words, row.ask, row.is_must) == ("A steady income", ask, True)
    assert 'name="words" value="A steady income"' not in client.get(here).content.decode()
