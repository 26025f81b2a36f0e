"""People: found while typing, filtered, paged, selected and changed together with a way back."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.outreach.models import Target
from askwell.people.choices import TieKind
from askwell.people.models import Person, PersonTag, Tag, Tie
from tests.desk.counting import queries_of
from tests.factories.outreach import make_someone, make_waiting

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def names(page: str) -> list[str]:
    """The people on the list, in order."""
    return re.findall(r'<h3><a href="/people/[^"]+">(.*?)</a></h3>', page)


def listed(client: Client, **asked: object) -> list[str]:
    return names(client.get(f"/people/?{urlencode(asked)}").content.decode())


def fragment(client: Client, **asked: object) -> str:
    headers = {"HX-Request": "true", "HX-Target": "listing"}
    return client.get(f"/people/?{urlencode(asked)}", headers=headers).content.decode()


def test_an_empty_book_begins_with_three_people_from_memory(client: Client, workspace: Workspace) -> None:
    page = client.get("/people/").content.decode()
    assert "You know more people than you think" in page
    assert page.count('name="name"') == 3
    assert page.count("button primary") == 1

    client.post(
        "/people/three/",
        {"name": ["林华 Lin Hua", "", "Prof. Owen Baptiste"], "tie": ["friend", "family", "professor"]},
    )

    kept = Tie.objects.of(workspace).order_by("person__family_name")
    rows = kept.values_list("person__given_name", "person__family_name", "person__native_name", "kind")
    assert list(rows) == [("Owen", "Baptiste", "", "professor"), ("Hua", "Lin", "林华", "friend")]


def test_the_address_of_the_three_alone_leads_to_the_people(client: Client) -> None:
    answer = client.get("/people/three/")
    assert (answer.status_code, answer["Location"]) == (302, "/people/")


def test_without_a_name_nothing_is_kept_and_nothing_typed_is_lost(client: Client, workspace: Workspace) -> None:
    answer = client.post("/people/three/", {"name": [" ", "", ""], "tie": ["friend", "family", "programme"]})
    assert answer.status_code == 422
    assert '<option value="programme" selected>' in answer.content.decode()
    assert not Person.objects.of(workspace).exists()


def test_filters_narrow_the_list(client: Client, workspace: Workspace, now: datetime) -> None:
    make_someone(workspace, "Priya", "Nair", employer="North Shore", tie=TieKind.FRIEND, sort_key="nair priya")
    daniel = make_someone(workspace, "Daniel", "Wong", languages="yue en", native_name="黄家俊", sort_key="wong daniel")
    make_waiting(workspace, now - timedelta(days=2), given="Gordon", family="Chen", sort_key="chen gordon")
    tag = Tag.objects.create(workspace=workspace, name="port", key="port")
    PersonTag.objects.create(workspace=workspace, person=daniel, tag=tag)
    employer = daniel.roles.get().organisation_id

    assert listed(client) == ["Gordon Chen", "Priya Nair", '<span class="zh" lang="zh-Hans">黄家俊</span> Daniel Wong']
    assert listed(client, tie="friend") == ["Priya Nair"]
    assert len(listed(client, organisation=employer)) == 2
    assert listed(client, stage="waiting") == ["Gordon Chen"]
    assert listed(client, stage="not_written", tie="friend") == ["Priya Nair"]
    assert len(listed(client, language="yue")) == 1
    assert len(listed(client, tag=tag.pk)) == 1
    assert len(listed(client, tie="nonsense", organisation="nonsense", stage="nonsense", page="nonsense")) == 3


@pytest.mark.parametrize(
    "asked", [{}, {"q": "wong"}, {"tie": "alumni"}, {"stage": "waiting"}, {"page": "2"}, {"q": "zzz"}]
)
def test_what_htmx_brings_equals_the_page(
    client: Client, workspace: Workspace, now: datetime, asked: dict[str, str]
) -> None:
    make_waiting(workspace, now - timedelta(days=2), given="Gordon", family="Chen")
    for number in range(30):
        make_someone(workspace, f"Daniel{number}", "Wong")

    part = fragment(client, **asked)

    whole = client.get(f"/people/?{urlencode(asked)}").content.decode()
    assert without_tokens(part).strip() in without_tokens(whole)
    assert "<html" not in part


def without_tokens(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def test_names_and_words_of_users_are_escaped(client: Client, workspace: Workspace) -> None:
    make_someone(workspace, "<b>Bob</b>", "", employer="<i>Firm</i>", title="<u>Boss</u>")
    page = client.get("/people/").content.decode() + client.get("/people/?q=%3Cscript%3E").content.decode()
    assert "<b>Bob" not in page
    assert "<i>Firm" not in page
    assert "<u>Boss" not in page
    assert "<script>" not in page


def test_pages_go_on_and_keep_the_filters(client: Client, workspace: Workspace) -> None:
    for number in range(30):
        make_someone(workspace, f"Someone{number:02}", "", sort_key=f"someone{number:02}")

    first, second = client.get("/people/?tie=alumni").content.decode(), listed(client, tie="alumni", page=2)

    assert names(first) == [f"Someone{number:02}" for number in range(25)]
    assert 'href="?tie=alumni&amp;page=2"' in first
    assert second == [f"Someone{number:02}" for number in range(25, 30)]


def selected(client: Client, do: str, people: list[Person], **more: str) -> str:
    answer = client.post("/people/bulk/", {"do": do, "id": [str(one.pk) for one in people], **more}, follow=True)
    return answer.content.decode()


def undo_in(page: str) -> str:
    found = re.search(r'action="(/people/bulk/undo/[^"]+)"', page)
    assert found
    return found[1].replace("&amp;", "&")


def test_several_are_tagged_and_only_the_newly_tagged_lose_it_again(client: Client, workspace: Workspace) -> None:
    one, two = make_someone(workspace, "One"), make_someone(workspace, "Two")
    selected(client, "tag", [one], tag="Port")

    page = selected(client, "tag", [one, two], tag="port")
    assert "1 person tagged" in page
    assert PersonTag.objects.of(workspace).count() == 2

    client.post(undo_in(page))
    assert list(PersonTag.objects.of(workspace).values_list("person", "tag__name")) == [(one.pk, "Port")]


def test_several_are_archived_and_brought_back(client: Client, workspace: Workspace) -> None:
    one, two = make_someone(workspace, "One"), make_someone(workspace, "Two")
    page = selected(client, "archive", [one, two])
    assert listed(client) == []
    assert len(listed(client, archived="1")) == 2

    client.post(undo_in(page))
    assert len(listed(client)) == 2


def test_employers_join_this_weeks_five_and_leave_again(client: Client, workspace: Workspace) -> None:
    people = [make_someone(workspace, f"P{number}", employer=f"Firm {number}") for number in range(6)]
    page = selected(client, "five", people[:2])
    assert Target.objects.of(workspace).filter(is_active=True).count() == 2

    client.post(undo_in(page))
    assert not Target.objects.of(workspace).filter(removed_at=None).exists()

    assert "Five employers are enough" in selected(client, "five", people)
    assert not Target.objects.of(workspace).filter(is_active=True).exists()


def test_the_selected_are_asked_what_they_leave_as(client: Client, workspace: Workspace) -> None:
    one, other = make_someone(workspace, "One"), make_someone(workspace, "Two")
    page = client.post("/people/bulk/", {"do": "out", "id": [str(one.pk)]}).content.decode()
    assert "The 1 person you chose" in page
    assert (str(one.pk) in page, str(other.pk) in page) == (True, False)


def test_a_stranger_changes_and_takes_nobody(workspace: Workspace, stranger: User, sign_in: SignIn) -> None:
    person, other = make_someone(workspace, "Zqcanary"), sign_in(stranger)
    tag = Tag.objects.create(workspace=workspace, name="port", key="port")
    PersonTag.objects.create(workspace=workspace, person=person, tag=tag)
    target = Target.objects.create(
        workspace=workspace, name="Firm", key="firm", is_active=True, created_at=person.created_at
    )

    for do in ("tag", "five", "archive", "restore", "out"):
        assert "Zqcanary" not in selected(other, do, [person], tag="mine")
    asked = urlencode({"id": person.pk, "tag": tag.pk})
    for what in ("tag", "archive", "restore"):
        other.post(f"/people/bulk/undo/{what}/?{asked}")
    other.post(f"/people/bulk/undo/five/?{urlencode({'id': target.pk, 'new': target.pk})}")

    person.refresh_from_db()
    target.refresh_from_db()
    assert person.archived_at is None
    assert list(person.person_tags.values_list("tag__name", flat=True)) == ["port"]
    assert (target.is_active, target.removed_at) == (True, None)
    assert "Zqcanary" not in other.get("/people/").content.decode()


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_the_list_costs_the_same_number_of_queries_however_many_there_are(
    rows: int, client: Client, workspace: Workspace, now: datetime
) -> None:
    make_waiting(workspace, now - timedelta(days=2), given="Gordon")
    for number in range(rows):
        make_someone(workspace, f"Daniel{number}")
    assert queries_of(client, "/people/") == PAGE
    assert queries_of(client, "/people/?stage=waiting", **{"HX-Target": "listing"}) == FRAGMENT


PAGE, FRAGMENT = 11, 7
