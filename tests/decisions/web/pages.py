"""The page of a decision, as tests look at it."""

import re

from django.test import Client
from django.urls import reverse

from askwell.accounts.models import Workspace
from tests.factories.decisions import Laid, lay_out


def page(laid: Laid, query: str = "") -> str:
    return reverse("decisions:decision", args=[laid.id]) + query


def words(client: Client, address: str) -> str:
    """What the main part of a page says, without marks."""
    answer = client.get(address)
    assert answer.status_code == 200
    html = answer.content.decode()
    text = re.sub(r"<[^>]+>", " ", html[html.index("<main") :])
    return " ".join(text.replace("&nbsp;", " ").replace("\xa0", " ").split())


def ways(workspace: Workspace, count: int) -> Laid:
    laid = lay_out(workspace, tuple(f"Way {n}" for n in range(count)))
    for n in range(count):
        laid.give(f"Way {n}", "Pay", n + 1, half_width=0.0)
        laid.give(f"Way {n}", "Hours", 9 - n, half_width=0.0)
    return laid
