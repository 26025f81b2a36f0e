"""Thinking about oneself, as one meets it: pages of statements, a picture, pairs, an order, questions to copy."""

import html
import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User, Workspace
from askwell.coach.self_reflection import INTERESTS, TRAITS, statements, values
from askwell.portfolio.actions.reflecting import answer_statements, choose
from askwell.portfolio.models import Reflection
from askwell.portfolio.queries.reflecting import about_values, latest, stands

KNOWING = "/story/knowing/"
SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return html.unescape(answer.content.decode())


def all_for(scale: str) -> dict[str, int | None]:
    return {one.id: 1 if one.is_reversed else 5 for one in statements().values() if one.scale == scale}


def choose_all(workspace: Workspace, now: datetime) -> None:
    while pair := stands(about_values(workspace)).next:
        choose(workspace=workspace, first=pair[0], second=pair[1], outcome="first", now=now)


def ids(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'type="radio" name="([\w-]+)"', text)))


def test_it_says_what_it_is_and_begins_with_the_first(client: Client) -> None:
    shown = page(client, KNOWING)
    for promise in ("not a test", "Nobody else sees it", "compares you with nobody", "delete it all"):
        assert promise in shown
    assert shown.count("0/50") == shown.count("0/48") == shown.count("0/30") == 1
    assert shown.count("button primary") == 1


def test_ten_statements_are_a_page_each_with_a_legend_of_its_own(client: Client) -> None:
    shown = page(client, f"{KNOWING}traits/")
    assert len(ids(shown)) == shown.count("<legend>") == 10
    assert shown.count('type="radio"') == 60
    assert "Page 1 of 5" in shown


def test_without_javascript_one_gets_from_page_to_page_and_to_the_picture(client: Client, workspace: Workspace) -> None:
    address, pages = f"{KNOWING}interests/", 0
    while "profile" not in address:
        shown = page(client, address)
        number = re.search(r'action="([^"]+\?page=\d)"', shown)
        assert number
        answer = client.post(number.group(1), dict.fromkeys(ids(shown), "4"))
        address, pages = answer.headers["Location"], pages + 1
    assert pages == 5
    assert set(latest(workspace, "interests").answers.values()) == {4}  # type: ignore[union-attr]
    assert "equally often of all" in page(client, address)


def test_left_and_taken_up_again_it_goes_on_after_what_was_seen(client: Client, workspace: Workspace) -> None:
    shown = page(client, f"{KNOWING}traits/")
    answer = client.post(f"{KNOWING}traits/?page=1", {ids(shown)[0]: "5", ids(shown)[1]: "", "leave": "1"})
    assert answer.headers["Location"] == KNOWING
    assert "1/50" in page(client, KNOWING)
    assert "Page 2 of 5" in page(client, f"{KNOWING}traits/")
    again = page(client, f"{KNOWING}traits/?page=1")
    assert re.search(rf'name="{ids(shown)[0]}" value="5" checked', again)


def test_what_is_saved_by_itself_does_not_count_as_seen(client: Client) -> None:
    first = ids(page(client, f"{KNOWING}traits/"))[0]
    answer = client.post(f"{KNOWING}traits/?page=1", {first: "5"}, headers={"X-Autosave": "1"})
    assert answer.status_code == 204
    shown = page(client, f"{KNOWING}traits/")
    assert "Page 1 of 5" in shown
    assert "1 of 50 answered" in shown


def test_another_language_in_the_middle_keeps_the_answers(client: Client, seeker: User) -> None:
    first = ids(page(client, f"{KNOWING}traits/"))[0]
    client.post(f"{KNOWING}traits/?page=1", {first: "5"})
    seeker.language = "zh-hans"
    seeker.save()
    shown = page(client, f"{KNOWING}traits/?page=1")
    assert statements()[first].told["zh-Hans"] in shown
    assert re.search(rf'name="{first}" value="5" checked', shown)


@pytest.mark.parametrize("value", ["6", "0", "-1", "x", "5" * 5000])
def test_what_is_no_answer_is_left_out(client: Client, workspace: Workspace, value: str) -> None:
    assert client.post(f"{KNOWING}traits/?page=1", {"openness-01": value, "gone": "3"}).status_code == 302
    assert latest(workspace, "traits").answers["openness-01"] is None  # type: ignore[union-attr]


def test_the_picture_says_what_was_said_and_of_the_rest_nothing(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    few = dict(list(all_for("openness").items())[:5])
    answer_statements(workspace=workspace, kind="traits", answers={**few, **all_for("extraversion")}, now=now)

    shown = page(client, f"{KNOWING}traits/profile/")
    assert "You said more often that you look for company than that you look for quiet." in shown
    assert shown.count("Too few answers to say anything.") == len(TRAITS) - 1
    assert "5 of 10 answered." in shown
    assert len(re.findall(r'<circle cx="\d+%"', shown)) == 1
    assert "With how many people do you talk on a normal day?" in shown


def test_the_hexagon_has_its_numbers_in_a_table(client: Client, workspace: Workspace, now: datetime) -> None:
    answers = {one.id: 2 for one in statements().values() if one.kind == "interests"}
    answer_statements(workspace=workspace, kind="interests", answers={**answers, **all_for("social")}, now=now)

    shown = page(client, f"{KNOWING}interests/profile/")
    assert "You said “gladly” more often of “Being there for people” than of “Hands and tools”" in shown
    assert '<svg class="hexagon" viewBox="-190 -135 380 270" aria-hidden="true">' in shown
    assert re.findall(r'<td class="num">(\d+)</td>', shown) == ["25", "25", "25", "100", "25", "25"]
    assert len(re.findall(r'<circle cx="[-.\d]+" cy="[-.\d]+" r="5"', shown)) == len(INTERESTS)


def test_in_french_the_drawing_keeps_its_points(
    client: Client, workspace: Workspace, seeker: User, now: datetime
) -> None:
    seeker.language = "fr"
    seeker.save()
    answer_statements(workspace=workspace, kind="interests", answers=all_for("social"), now=now)
    assert re.search(r'<circle cx="0.0" cy="100.0"', page(client, f"{KNOWING}interests/profile/"))


@pytest.mark.parametrize("kind", ["traits", "interests"])
def test_before_anything_is_answered_there_is_nothing_to_see(client: Client, kind: str) -> None:
    assert "Nothing answered yet" in page(client, f"{KNOWING}{kind}/profile/")


@pytest.mark.parametrize("kind", ["values-x", "x", "height"])
def test_there_are_no_other_statements(client: Client, kind: str) -> None:
    page(client, f"{KNOWING}{kind}/", 404)
    page(client, f"{KNOWING}{kind}/profile/", 404)


def test_two_are_chosen_from_until_the_order_stands(client: Client, workspace: Workspace) -> None:
    times = 0
    while (answer := client.get(f"{KNOWING}values/")).status_code == 200:
        shown = html.unescape(answer.content.decode())
        asked = {name: re.search(rf'name="{name}" value="(\w+)"', shown) for name in ("first", "second")}
        times += 1
        assert f"Choice {times} of 30 at most" in shown
        pair = {name: found.group(1) for name, found in asked.items() if found}
        client.post(f"{KNOWING}values/choose/", {**pair, "outcome": "equal" if times == 1 else "first"})
    order = page(client, answer.headers["Location"])
    assert order.count('name="must"') == len(values())
    assert "the same as: " in order
    assert "Copy" not in page(client, f"{KNOWING}values/order/").split("Your order")[0]


def test_a_choice_from_another_window_is_asked_again(client: Client, workspace: Workspace) -> None:
    pair = stands(about_values(workspace)).next
    assert pair
    told = {"first": pair[0], "second": pair[1], "outcome": "first"}
    client.post(f"{KNOWING}values/choose/", told)
    assert (
        "That pair was answered already" in client.post(f"{KNOWING}values/choose/", told, follow=True).content.decode()
    )
    assert client.post(f"{KNOWING}values/choose/", {**told, "outcome": "neither"}).status_code == 302
    client.post(f"{KNOWING}values/take-back/")
    assert stands(about_values(workspace)).next == pair
    assert "nothing to take back" in client.post(f"{KNOWING}values/take-back/", follow=True).content.decode()


def test_more_than_five_musts_are_too_many_and_what_was_ticked_stays(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    choose_all(workspace, now)
    keys = list(values())

    answer = client.post(f"{KNOWING}values/musts/", {"must": keys[:6]})
    assert answer.status_code == 422
    assert answer.content.decode().count("checked>") == 6 + 1  # keys are on

    client.post(f"{KNOWING}values/musts/", {"must": keys[:2]})
    shown = page(client, f"{KNOWING}values/order/")
    assert shown.count("checked>") == 2 + 1
    assert values()[keys[0]].ask["en"] in shown
    assert client.post(f"{KNOWING}values/musts/", {"must": ["a pony"]}).status_code == 404


def test_without_an_order_there_is_none_to_see(client: Client) -> None:
    assert client.get(f"{KNOWING}values/order/").headers["Location"] == f"{KNOWING}values/"


def test_all_questions_can_be_copied(client: Client, workspace: Workspace, now: datetime) -> None:
    assert "Nothing to suggest yet" in page(client, f"{KNOWING}questions/")
    answer_statements(workspace=workspace, kind="traits", answers=all_for("extraversion"), now=now)
    choose_all(workspace, now)
    shown = page(client, f"{KNOWING}questions/")
    assert "More often: among people" in shown
    assert shown.count('data-copy-text="') == 3 + 3 + 1


def test_deleted_answers_come_back_with_one_click(client: Client, workspace: Workspace, now: datetime) -> None:
    answer_statements(workspace=workspace, kind="traits", answers=all_for("openness"), now=now)
    row = Reflection.objects.of(workspace).get()
    remove, restore = (f"{KNOWING}reflections/{row.pk}/{verb}/" for verb in ("remove", "restore"))

    assert restore in client.post(remove, follow=True).content.decode()
    assert "0/50" in page(client, KNOWING)
    client.post(restore)
    assert "10/50" in page(client, KNOWING)
    client.post(remove)
    client.post(f"{KNOWING}traits/?page=1", {"openness-01": "1"})
    assert "those you began meanwhile are deleted" in client.post(restore, follow=True).content.decode()
    assert client.post(remove.replace(str(row.pk), "0" * 8 + str(row.pk)[8:])).status_code == 404


@pytest.mark.parametrize(
    ("address", "queries"),
    [("", 3), ("traits/", 3), ("traits/profile/", 4), ("values/", 3), ("values/order/", 3), ("questions/", 3)],
)
def test_a_page_asks_little_however_much_was_answered(
    client: Client, workspace: Workspace, now: datetime, address: str, queries: int
) -> None:
    counted = []
    for answers in (
        all_for("openness"),
        dict.fromkeys((one.id for one in statements().values() if one.kind == "traits"), 4),
    ):
        answer_statements(workspace=workspace, kind="traits", answers=answers, now=now)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{KNOWING}{address}")
        counted.append(len(asked))
        choose_all(workspace, now)
    assert counted == [queries, queries]
