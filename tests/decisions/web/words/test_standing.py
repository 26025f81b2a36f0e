"""Where the options stand, in words: level, without numbers, certain."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.decisions.models import Criterion, Option
from tests.decisions.web.pages import page, words
from tests.factories.decisions import lay_out

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def test_weights_of_zero_are_said_to_count_the_same(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace, wishes={"Pay": 0, "Hours": 0})

    assert "All weights are zero, so every wish counts the same." in words(client, page(laid))


def test_two_identical_options_stand_level_and_never_tip(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace)
    for option in ("Planner", "Buyer"):
        laid.give(option, "Pay", 7)
        laid.give(option, "Hours", 5)

    said = words(client, page(laid))

    assert "all of them stand level" in said
    assert "leads today" not in said
    assert "Planner and Buyer have the same number for every wish: ask what sets them apart." in said
    assert "would change who leads." in said
    assert said.count("never") == 2


def test_two_that_stand_level_tip_at_once(client: Client, workspace: Workspace) -> None:
    # Pay 50, Hours 50: 8 and 4 make 6, as 4 and 8 do
    laid = lay_out(workspace, wishes={"Pay": 50, "Hours": 50})
    for option, pay, hours in (("Planner", 8, 4), ("Buyer", 4, 8)):
        laid.give(option, "Pay", pay, half_width=0.0)
        laid.give(option, "Hours", hours, half_width=0.0)

    said = words(client, page(laid))

    assert "They stand level: with less weight on Pay , Buyer would lead." in said
    assert "leads today" not in said


def test_without_a_number_nothing_is_drawn_and_numbers_are_asked_for(client: Client, workspace: Workspace) -> None:
    html = client.get(page(lay_out(workspace), "?weigh=1")).content.decode()

    assert "give numbers first" in html
    assert "Nothing can be drawn without a number." in html
    drawn = ("<circle", "polyline", "5.0", "All together", "would change who leads", "leads today", "tips at")
    assert [mark for mark in drawn if mark in html[html.index("<main") :]] == []


def test_an_option_without_a_number_has_no_dot_and_leads_nothing(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace)
    laid.give("Planner", "Pay", 2, half_width=0.0)
    laid.give("Planner", "Hours", 2, half_width=0.0)

    html = client.get(page(laid)).content.decode()

    assert "not every option has a number yet" in html
    assert html.count('<circle class="point') == 1
    foot = html[html.index("<tfoot>") : html.index("</tfoot>")]
    assert re.findall(r'<span class="figure">([^<]*)<', foot) == ["2.0", "?"]
    assert "leads today" not in html


def test_options_of_one_name_are_said(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace, ("Planner", "Buyer"))
    Option.objects.of(workspace).filter(pk=laid.options["Buyer"]).update(title="Planner")

    assert "2 options are called “Planner”: give one of them another name." in words(client, page(laid))


def test_no_doubt_at_all_is_said_in_words(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace)
    laid.give("Planner", "Pay", 7, half_width=0.0)

    assert "certain, as you gave it" in words(client, page(laid))


def test_a_must_that_the_leader_misses_is_said(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace)
    Criterion.objects.of(workspace).filter(pk=laid.wishes["Hours"]).update(is_must=True)
    laid.give("Planner", "Pay", 10, half_width=0.0)
    laid.give("Planner", "Hours", 1, half_width=1.0)
    laid.give("Buyer", "Pay", 1, half_width=0.0)
    laid.give("Buyer", "Hours", 6, half_width=0.0)

    assert "Planner falls short of a must: Hours." in words(client, page(laid))
