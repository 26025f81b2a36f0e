"""The network's pages: whom to ask first and why, the map beside its numbers, who led to whom, organisations."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions.targets import add_target
from askwell.outreach.choices import FollowUpKind
from askwell.outreach.models import FollowUp, Thread
from askwell.people.actions.indexing import reindex_everyone
from askwell.people.choices import TieKind
from askwell.people.models import Encounter, Event, Introduction, Organisation, Person, PersonTag, Role, Tag
from askwell.people.queries.rows import database_id
from tests.desk.counting import queries_of
from tests.factories.outreach import make_someone, make_waiting

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def amara(workspace: Workspace) -> Person:
    return make_someone(workspace, "Amara", "Diallo", employer="Tidewater Foods", tie=TieKind.NONE)


@pytest.fixture
def lin(workspace: Workspace, amara: Person) -> Person:
    """A close former colleague, who led to Aisha, who works beside Amara."""
    lin = make_someone(workspace, "Hua", "Lin", employer="Evergreen", tie=TieKind.FORMER_COLLEAGUE, strength=3)
    aisha = make_someone(workspace, "Aisha", "Khan", employer="Tidewater Foods", tie=TieKind.NONE)
    Introduction.objects.create(workspace=workspace, introducer=lin, introduced=aisha, on=date(2026, 9, 3))
    return lin


def routes(page: str) -> list[list[str]]:
    """Who stands in each way, the seeker left out."""
    hops = re.findall(r'<ol class="hops">(.*?)</ol>', page, re.DOTALL)
    return [re.findall(r'<a href="/people/[^"]+">(.*?)</a>', one) for one in hops]


def page_of(client: Client, **asked: object) -> str:
    return client.get("/network/", asked).content.decode()


def test_the_way_says_whom_to_ask_first_and_why(client: Client, lin: Person, amara: Person) -> None:
    page = page_of(client, person=amara.pk)

    assert routes(page) == [["Hua Lin", "Aisha Khan", "Amara Diallo"]]
    assert "2 people between you and Amara Diallo" in page
    assert "You know Hua well. Hua and Aisha know each other." in page
    assert "Aisha and Amara both work at Tidewater Foods now; they may know each other." in page
    aisha = Person.objects.of(lin.workspace).get(given_name="Aisha").pk
    assert re.search(rf'primary" href="/people/{lin.pk}/write/\?introduce={aisha}">Ask Hua to introduce you<', page)
    assert page.count("button primary") == 1


def test_who_is_owed_a_progress_note_is_not_asked_before_it(
    client: Client, workspace: Workspace, lin: Person, amara: Person, now: datetime
) -> None:
    thread = make_waiting(workspace, now - timedelta(days=9), given="Met", family="Someone")
    FollowUp.objects.create(
        workspace=workspace, thread=thread, person=lin, kind=FollowUpKind.PROGRESS_NOTE,
        about_at=now, opens_at=now + timedelta(days=14), due_at=now + timedelta(days=20),
    )  # fmt: skip

    page = page_of(client, person=amara.pk)

    assert "Tell Hua first what came of the last introduction; then you may ask." in page
    assert "Ask Hua to introduce you" not in page
    assert "button primary" not in page


def test_who_asked_not_to_be_contacted_is_in_no_way(client: Client, lin: Person, amara: Person, now: datetime) -> None:
    Person.objects.of(lin.workspace).filter(pk=lin.pk).update(do_not_contact_at=now)
    assert routes(page_of(client, person=amara.pk)) == []


def test_the_archived_are_in_no_way_either(client: Client, lin: Person, amara: Person, now: datetime) -> None:
    Person.objects.of(lin.workspace).filter(pk=lin.pk).update(archived_at=now)
    page = page_of(client, person=amara.pk)
    assert "No way to Amara Diallo yet" in page


def test_a_talk_an_event_a_school_and_an_employer_of_old_are_ways(
    client: Client, workspace: Workspace, amara: Person, now: datetime
) -> None:
    event = Event.objects.create(workspace=workspace, name="Port evening", held_on=date(2026, 10, 1), created_at=now)
    tag = Tag.objects.create(workspace=workspace, name="Simon College", key="simon college")
    old = Organisation.objects.create(workspace=workspace, name="Blue Heron", key="blue heron")
    at_event, from_school, of_old = (
        make_someone(workspace, given, "Someone", employer="", tie=TieKind.FRIEND, strength=3)
        for given in ("Event", "School", "Old")
    )
    for person in (at_event, amara):
        Encounter.objects.create(workspace=workspace, event=event, person=person, met_at=now)
    for person in (from_school, amara):
        PersonTag.objects.create(workspace=workspace, tag=tag, person=person)
    for person in (of_old, amara):
        Role.objects.create(workspace=workspace, person=person, organisation=old, is_current=False)

    page = page_of(client, person=amara.pk)

    assert {route[0] for route in routes(page)} == {"Event Someone", "Old Someone", "School Someone"}
    assert routes(page)[-1][0] == "School Someone"
    assert "Event and Amara were both at Port evening; whether they met is a guess." in page
    assert "Old and Amara were both at Blue Heron; whether they met is a guess." in page
    assert "School and Amara share Simon College; whether they met is a guess." in page


def test_ways_lead_to_an_organisation_and_to_a_title(client: Client, workspace: Workspace) -> None:
    lin = make_someone(workspace, "Hua", "Lin", employer="Tidewater Foods", title="Buyer", strength=3)
    organisation = lin.roles.get().organisation_id
    reindex_everyone(workspace)

    assert routes(page_of(client, organisation=organisation)) == [["Hua Lin"]]
    assert routes(page_of(client, title="buyer")) == [["Hua Lin"]]


def test_a_word_is_asked_back_with_whom_it_may_mean(client: Client, workspace: Workspace, lin: Person) -> None:
    reindex_everyone(workspace)
    assert f'href="?person={lin.pk}"' in page_of(client, q="hua")
    assert "?organisation=" in page_of(client, q="tidewater")
    assert 'href="?title=planning"' in page_of(client, q="planning")
    assert "Nothing matches “zzz”" in page_of(client, q="zzz")


def test_a_stranger_finds_nobody(lin: Person, amara: Person, stranger: User, sign_in: SignIn) -> None:
    client = sign_in(stranger)
    organisation = amara.roles.get().organisation_id
    assert client.get("/network/", {"person": amara.pk}).status_code == 404
    assert client.get("/network/", {"organisation": organisation}).status_code == 404
    assert client.get(f"/organisations/{organisation}/").status_code == 404
    pages = [client.get(page).content.decode() for page in ("/network/", "/network/?q=amara", "/organisations/")]
    assert not any("Diallo" in page or "Tidewater" in page for page in pages)


def test_the_map_and_its_table_tell_the_same(client: Client, workspace: Workspace, lin: Person, amara: Person) -> None:
    page = page_of(client, person=amara.pk)
    assert page.count('<circle class="hit"') == 3
    assert page.count('class="way guess"') == 2  # the way's last part, and the legend
    assert re.search(r"Tidewater Foods</a></td><td class=\"num\">2</td><td class=\"num\">0</td>", page)


def test_of_many_people_the_groups_are_counted_and_open_one_by_one(client: Client, workspace: Workspace) -> None:
    for number in range(125):
        make_someone(workspace, f"Given{number}", "Chen", employer="Harbourline Freight")
    page = page_of(client)
    assert page.count('<circle class="hit"') == 120
    assert "and 5 more" in page
    opened = re.search(r'href="(\?open=employer[^#"]+)#', page)
    assert opened
    assert client.get("/network/" + opened[1]).content.decode().count('<circle class="hit"') == 60


def test_of_many_people_each_group_has_dots_and_the_largest_the_most(client: Client, workspace: Workspace) -> None:
    for size, employer in ((1200, "Harbourline Freight"), (40, "Cedar Gate Credit Union"), (12, "Two Rivers Dairy")):
        for number in range(size):
            make_someone(workspace, f"Given{number}", "Chen", employer=employer, tie=TieKind.NONE)
    page = page_of(client)

    areas = re.findall(r'<ellipse class="area" cx="([\d.]+)" cy="([\d.]+)" rx="([\d.]+)" ry="([\d.]+)"', page)
    dots = [(float(x), float(y)) for x, y in re.findall(r'<circle class="hit" cx="([\d.]+)" cy="([\d.]+)"', page)]
    inside = sorted(
        sum(((x - float(cx)) / float(rx)) ** 2 + ((y - float(cy)) / float(ry)) ** 2 <= 1 for x, y in dots)
        for cx, cy, rx, ry in areas
    )
    assert (inside, len(dots)) == ([9, 17, 94], 120)
    assert "and 1,106 more" in page


def test_a_whole_name_leads_straight_there(client: Client, workspace: Workspace, amara: Person, lin: Person) -> None:
    reindex_everyone(workspace)
    organisation = amara.roles.get().organisation_id

    for typed in ("Amara Diallo", "diallo amara"):
        assert client.get("/network/", {"q": typed}).headers["Location"] == f"/network/?person={amara.pk}"
    answer = client.get("/network/", {"q": "tidewater Foods"})
    assert answer.headers["Location"] == f"/network/?organisation={organisation}"

    make_someone(workspace, "Amara", "Diallo", employer="Elsewhere")
    reindex_everyone(workspace)
    assert client.get("/network/", {"q": "Amara Diallo"}).status_code == 200


def test_an_organisation_that_begins_so_stands_before_people(
    client: Client, workspace: Workspace, amara: Person
) -> None:
    make_someone(workspace, "Wei", "Tidewater", employer="Cedar")
    make_someone(workspace, "Bo", "Roy", employer="Old Tidewater Club")
    reindex_everyone(workspace)
    page = page_of(client, q="tidewater")
    meant = page[page.index('id="meant"') :]

    assert meant.index(">Tidewater Foods</a>") < meant.index("Wei Tidewater") < meant.index(">Old Tidewater Club</a>")


def test_the_way_to_one_who_asked_to_be_left_alone_says_so(client: Client, amara: Person, now: datetime) -> None:
    Person.objects.of(amara.workspace).filter(pk=amara.pk).update(do_not_contact_at=now)
    page = page_of(client, person=amara.pk)

    assert "<h1>Amara Diallo asked not to be contacted</h1>" in page
    assert "They are to be left alone" in page
    assert "No way to" not in page


def test_ways_to_a_title_are_counted_and_say_whom_one_talked_with(
    client: Client, workspace: Workspace, lin: Person, now: datetime
) -> None:
    for given in ("Met", "Written"):
        thread = make_waiting(workspace, now - timedelta(days=9), given=given, family="One", title="Planning lead")
        if given == "Met":
            Thread.objects.of(workspace).filter(pk=thread.pk).update(state="closed", outcome="met")
    reindex_everyone(workspace)
    page = page_of(client, title="planning lead")

    assert "5 people" in page[: page.index('<form class="finder')]
    assert "You have talked with Met." in page
    assert "You have written to Written before." in page
    assert "You have written to Met before." not in page


def test_opened_alone_a_group_joins_who_is_tied_to_the_seeker(client: Client, workspace: Workspace) -> None:
    for number in range(5):
        tie = TieKind.FRIEND if number == 4 else TieKind.NONE
        make_someone(workspace, f"Given{number}", "Chen", employer="Copper Kettle Hospitality Ltd.", tie=tie)
    employer = database_id(Organisation.objects.of(workspace).get().pk)
    page = page_of(client, open="close")
    assert (page.count('class="tie-line"'), page.count('<circle class="hit"')) == (1, 1)

    alone = page_of(client, open=f"employer:{employer}")
    assert (alone.count('class="tie-line"'), alone.count('<circle class="hit"')) == (0, 4)
    assert ">Copper Kettle Hospitality Ltd.</text>" in alone


def test_who_led_to_whom_is_a_tree_with_what_it_brought(client: Client, lin: Person) -> None:
    page = page_of(client)
    tree = page[page.index('id="tree"') :]
    assert re.search(r"<summary><b>Colleagues</b> <small>2 people</small>", tree)
    assert tree.index("Hua Lin") < tree.index("Aisha Khan")


def test_an_organisation_tells_who_is_there_who_was_and_whether_it_is_a_target(
    client: Client, workspace: Workspace, amara: Person, now: datetime
) -> None:
    organisation = amara.roles.get().organisation
    min_ = make_someone(workspace, "Min", "Zhou", employer="Cedar")
    Role.objects.create(
        workspace=workspace, person=min_, organisation=organisation, title="Buyer", is_current=False,
        started_on=date(2018, 1, 1), ended_on=date(2022, 12, 31),
    )  # fmt: skip
    assert organisation
    address = f"/organisations/{organisation.pk}/"

    page = client.get(address).content.decode()
    assert page.index("There now") < page.index("Amara Diallo") < page.index("There before") < page.index("Min Zhou")
    assert "Buyer <small>2018–2022</small>" in page
    assert "Make it a target" in page

    add_target(workspace=workspace, name="Tidewater Foods", now=now)
    assert "Make it a target" not in client.get(address).content.decode()


def test_organisations_are_listed_where_most_are_known_first(client: Client, workspace: Workspace) -> None:
    for given, employer in (("A", "Cedar"), ("B", "Tidewater"), ("C", "Tidewater")):
        make_someone(workspace, given, "Chen", employer=employer)
    page = client.get("/organisations/").content.decode()
    assert re.findall(r'<a href="/organisations/[0-9a-f-]+/">(.*?)</a>', page) == ["Tidewater", "Cedar"]
    assert "Tidewater" not in client.get("/organisations/?q=ced").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_ask_the_same_however_many_people_there_are(
    client: Client, workspace: Workspace, lin: Person, amara: Person, rows: int
) -> None:
    for number in range(rows):
        make_someone(workspace, f"Given{number}", "Chen", employer=f"Employer {number}")
    organisation = amara.roles.get().organisation_id

    addresses = ("/organisations/", f"/organisations/{organisation}/", "/network/", f"/network/?person={amara.pk}")
    assert [queries_of(client, address) for address in addresses] == [6, 37, 14, 46]
