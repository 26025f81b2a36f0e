"""A decision in writing: written, corrected, looked back on."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.decisions.models import Choice, Option
from tests.conftest import today_of
from tests.factories.decisions import Laid, lay_out

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def today(seeker: User) -> date:
    return today_of(seeker)


def write(client: Client, laid: Laid, decided: date, back: date | None, option: str = "Buyer") -> Choice:
    sent = {"option": str(laid.options[option]), "text": "It is what I know.", "decided_on": str(decided)}
    client.post(reverse("decisions:write_choice", args=[laid.id]), {**sent, "look_back_on": str(back or "")})
    return Choice.kept(laid.workspace).get()


def said(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_a_decision_is_written_down_and_looked_back_on(client: Client, workspace: Workspace, today: date) -> None:
    laid, back = lay_out(workspace), today + timedelta(days=90)
    choice = write(client, laid, today, back)
    board = reverse("decisions:decision", args=[laid.id])
    assert (choice.title, choice.decided_on, choice.look_back_on) == ("Buyer", today, back)
    assert "Decided: Buyer" in said(client, board)

    here = reverse("decisions:choice", args=[choice.pk])
    client.post(here, {"came_of": "It was right."})
    assert "It was right." in said(client, here)

    client.post(reverse("decisions:remove_choice", args=[choice.pk]))
    assert "Two ways on, not yet one answer" in said(client, board)


def test_when_the_day_to_look_back_has_come_the_list_says_so(client: Client, workspace: Workspace, today: date) -> None:
    write(client, lay_out(workspace), today - timedelta(days=1), today)

    assert "time to look back" in said(client, reverse("decisions:home"))


@pytest.mark.parametrize(
    ("decided", "back", "words"),
    [
        (1, 2, "That day is still to come."),
        (-1, -1, "Look back on a later day than the one on which you decided."),
    ],
)
def test_days_that_cannot_be_are_refused_in_words(
    client: Client, workspace: Workspace, today: date, decided: int, back: int, words: str
) -> None:
    laid = lay_out(workspace)
    days = {"decided_on": str(today + timedelta(days=decided)), "look_back_on": str(today + timedelta(days=back))}
    sent = {"option": str(laid.options["Buyer"]), "text": "It is what I know.", **days}

    answer = client.post(reverse("decisions:write_choice", args=[laid.id]), sent)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Choice.objects.of(workspace).exists()


def test_what_was_written_is_corrected(client: Client, workspace: Workspace, today: date) -> None:
    laid = lay_out(workspace)
    choice = write(client, laid, today, None)
    here = reverse("decisions:correct_choice", args=[choice.pk])
    assert f'href="{here}"' in said(client, reverse("decisions:choice", args=[choice.pk]))
    assert "It is what I know." in said(client, here)

    client.post(here, {"option": str(laid.options["Planner"]), "text": "Better.", "decided_on": str(today)})

    choice.refresh_from_db()
    assert (choice.title, choice.text) == ("Planner", "Better.")


def test_a_correction_can_keep_an_option_that_was_taken_away(client: Client, workspace: Workspace, today: date) -> None:
    laid = lay_out(workspace)
    choice = write(client, laid, today, None)
    client.post(reverse("decisions:remove_option", args=[laid.options["Buyer"]]))
    here = reverse("decisions:correct_choice", args=[choice.pk])

    client.post(here, {"option": "as-it-is", "text": "Better.", "decided_on": str(today)})

    choice.refresh_from_db()
    assert (choice.title, choice.text) == ("Buyer", "Better.")


def test_looking_back_tells_options_apart_that_are_called_the_same_or_otherwise_now(
    client: Client, workspace: Workspace, today: date
) -> None:
    laid = lay_out(workspace, ("Planner", "Buyer", "Clerk"), {"Pay": 50})
    for option, points in (("Planner", 7), ("Buyer", 5), ("Clerk", 3)):
        laid.give(option, "Pay", points, half_width=0.0)
    Option.objects.of(workspace).filter(pk=laid.options["Buyer"]).update(title="Planner")
    choice = write(client, laid, today, None, "Planner")
    Option.objects.of(workspace).filter(pk=laid.options["Clerk"]).update(title="Office clerk")

    html = said(client, reverse("decisions:choice", args=[choice.pk]))

    table = html[html.index("<tbody>") : html.index("</tbody>")]
    figures = [part.split("<")[0].strip() for part in table.split('<td class="num">')[1:]]
    assert figures == ["7.0", "7.0", "5.0", "5.0", "3.0", "3.0"]
    assert "now called Office clerk" in table


def test_without_an_option_there_is_a_way_on(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace, ())

    html = said(client, reverse("decisions:write_choice", args=[laid.id]))

    assert "No way on is named yet" in html
    assert f'href="{reverse("decisions:add_option", args=[laid.id])}"' in html
    assert 'name="decided_on"' not in html
