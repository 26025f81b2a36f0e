"""The page on which people leave as a file: one, the selected, those of the list, everyone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.people.actions import archive_person, stop_contacting
from askwell.people.models import Person
from tests.factories.people import NOW, make_person

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def people(workspace: Workspace) -> list[Person]:
    """Ann at Cedar with a note, Bo at Pine, Cy at Pine in the archive."""
    ann = make_person(workspace, given="Ann", family="A", organisation="Cedar", note="shy", emails=["ann@x.example"])
    bo = make_person(workspace, given="Bo", family="B", organisation="Pine", tags=["port"])
    cy = make_person(workspace, given="Cy", family="C", organisation="Pine")
    archive_person(workspace=workspace, person_id=cy.pk, now=NOW)
    return [ann, bo, cy]


def file(client: Client, **asked: Any) -> str:
    answer = client.post("/people/out/file/", asked)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode()


def names(text: str) -> list[str]:
    return [line.removeprefix("FN:").strip() for line in text.splitlines() if line.startswith("FN:")]


def test_the_page_offers_everyone(client: Client, people: list[Person]) -> None:
    page = client.get("/people/out/").content.decode()
    assert "3 people, the archive included" in page
    assert 'value="some"' not in page


def test_the_page_counts_whom_the_list_shows(client: Client, people: list[Person]) -> None:
    page = client.get("/people/out/?q=pine").content.decode()
    assert "The 1 person your list shows" in page
    assert '<input type="hidden" name="q" value="pine">' in page


def test_everyone_leaves_by_name(client: Client, people: list[Person]) -> None:
    text = file(client, who="everyone", whole="1", **{"as": "vcard"})
    assert names(text) == ["Ann A", "Bo B", "Cy C"]
    assert "NOTE:shy" in text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "pine"}, ["Bo B"]),
        ({"archived": "1"}, ["Cy C"]),
        ({"q": "pine", "archived": "1"}, ["Cy C"]),
        ({"stage": "not_written"}, ["Ann A", "Bo B"]),
        ({"tie": "friend"}, None),
        ({"id": "zq"}, None),
    ],
)
def test_those_of_the_list_leave(
    client: Client, people: list[Person], asked: dict[str, str], found: list[str] | None
) -> None:
    if found is None:
        assert client.post("/people/out/file/", {"who": "some", "as": "vcard", **asked}).status_code == 302
    else:
        assert names(file(client, who="some", **{"as": "vcard", **asked})) == found


def test_one_leaves_as_a_table_without_what_is_private(client: Client, people: list[Person]) -> None:
    answer = client.post("/people/out/file/", {"who": "some", "id": people[0].pk, "as": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert answer["Content-Disposition"] == 'attachment; filename="people.csv"'
    assert text.splitlines()[1] == "Ann,A,,,,,Cedar,ann@x.example,,,,,"


def test_the_table_speaks_the_seekers_language(client: Client, seeker: User, people: list[Person]) -> None:
    seeker.language = "zh-hans"
    seeker.save(update_fields=["language"])
    assert file(client, who="everyone", **{"as": "csv"}).startswith("\ufeff名,姓,中文姓名,")


def test_a_stranger_takes_nobody(people: list[Person], stranger: User, sign_in: SignIn) -> None:
    other = sign_in(stranger)
    asked = {"who": "some", "id": [str(one.pk) for one in people], "as": "vcard"}
    assert other.post("/people/out/file/", asked).status_code == 302
    assert "Ann" not in other.get(f"/people/out/?id={people[0].pk}").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_a_fixed_number_of_queries(
    client: Client, workspace: Workspace, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        make_person(workspace, given=f"P{number}", family="Pine")
    client.get("/people/out/?q=pine")
    with django_assert_num_queries(7):
        client.get("/people/out/?q=pine")


@pytest.mark.parametrize("suffix", ["vcard", "csv"])
def test_who_asked_not_to_be_contacted_is_handed_on_only_alone_and_marked(
    client: Client, workspace: Workspace, people: list[Person], suffix: str
) -> None:
    ann, bo, _ = people
    for one in (ann, bo):
        stop_contacting(workspace=workspace, person_id=one.pk, why="private", now=NOW)
    everyone = file(client, who="everyone", **{"as": suffix})
    assert "ann@x.example" not in everyone
    assert "Cy" in everyone
    both = client.post("/people/out/file/", {"id": [ann.pk, bo.pk], "as": suffix}, follow=True)
    assert "Whoever you chose asked not to be contacted." in both.content.decode()
    alone = file(client, id=[ann.pk], **{"as": suffix})
    assert "ann@x.example" in alone
    assert ("NOTE:Asked not to be contacted." if suffix == "vcard" else NOW.date().isoformat()) in alone
    assert str(ann.pk) not in alone
    assert "private" not in alone
    assert "Cy" in file(client, who="everyone", whole="1", **{"as": suffix})
    assert "ann@x.example" in file(client, who="everyone", whole="1", **{"as": suffix})
