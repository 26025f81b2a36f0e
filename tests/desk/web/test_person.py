"""A person's page: who they are, all that lies between, and how each address was obtained."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.desk.queries.person import SHOWN, Kind, person_page
from askwell.outreach.actions.mail.keeping import keep_mail
from askwell.outreach.models import Letter
from askwell.outreach.rules.mail.headings import read_heading
from askwell.outreach.rules.mail.matching import Match
from askwell.people.actions import record_introduction, stop_contacting, write_note
from askwell.people.models import Note, Person, Role
from tests.desk.counting import queries_of
from tests.factories.mails import heading, mail
from tests.factories.outreach import make_someone, make_waiting
from tests.factories.people import import_file, linkedin_csv, make_person

SignIn = Callable[[User], Client]


def test_two_current_roles_are_both_current(seeker: User, workspace: Workspace, sign_in: SignIn) -> None:
    person = make_someone(workspace, "Priya", "Nair", employer="North Shore", title="Manager")
    for title, is_current in (("Chair", True), ("Clerk", False)):
        Role.objects.create(workspace=workspace, person=person, title=title, is_current=is_current)
    page = sign_in(seeker).get(f"/people/{person.pk}/").content.decode()

    assert re.findall(r"<dt>(Also now|Before)</dt><dd>(\w+)", page) == [("Also now", "Manager"), ("Before", "Clerk")]


def test_everything_between_the_two_stands_in_one_line_newest_first(workspace: Workspace, now: datetime) -> None:
    import_file(workspace, linkedin_csv("Priya,Nair,,priya@mail.example,North Shore,Manager,20 Nov 2025"), now=now)
    priya = Person.objects.of(workspace).get()
    lin, marc = (
        make_person(workspace, given="Hua", family="Lin"),
        make_person(workspace, given="Marc", family="Tremblay"),
    )
    for introducer, introduced, days in ((lin, priya, 9), (priya, marc, 1)):
        record_introduction(
            workspace=workspace, introducer_id=introducer.pk, introduced_id=introduced.pk,
            on=(now - timedelta(days=days)).date(), note="", now=now,
        )  # fmt: skip
    write_note(workspace=workspace, person_id=priya.pk, text="Likes tea", now=now + timedelta(hours=2))

    page = person_page(workspace, priya.pk, now)

    assert [line.kind for line in page.between] == [
        Kind.NOTE, Kind.CAME_IN, Kind.INTRODUCED, Kind.INTRODUCED_BY, Kind.KNOWN_SINCE,
    ]  # fmt: skip


def test_who_was_introduced_on_the_day_they_came_in_was_there_before(workspace: Workspace, now: datetime) -> None:
    import_file(workspace, linkedin_csv("Priya,Nair,,priya@mail.example,North Shore,Manager,"), now=now)
    priya, lin = Person.objects.of(workspace).get(), make_person(workspace, given="Hua", family="Lin")
    record_introduction(
        workspace=workspace, introducer_id=lin.pk, introduced_id=priya.pk, on=now.date(), note="", now=now
    )

    assert [line.kind for line in person_page(workspace, priya.pk, now).between] == [Kind.INTRODUCED_BY, Kind.CAME_IN]


def test_a_long_history_is_cut_and_shown_whole_on_request(workspace: Workspace, now: datetime) -> None:
    person = make_someone(workspace)
    Note.objects.bulk_create(
        Note(workspace=workspace, person=person, text=str(number), written_at=now - timedelta(days=number))
        for number in range(SHOWN + 5)
    )
    cut, whole = person_page(workspace, person.pk, now), person_page(workspace, person.pk, now, whole=True)
    assert (len(cut.between), cut.earlier) == (SHOWN, 5)
    assert (len(whole.between), whole.earlier) == (SHOWN + 5, 0)


def test_each_address_says_how_it_was_obtained(seeker: User, workspace: Workspace, sign_in: SignIn, now) -> None:
    import_file(workspace, linkedin_csv("Priya,Nair,,priya@mail.example,North Shore,Manager,"), now=now)
    person = Person.objects.of(workspace).get()
    page = sign_in(seeker).get(f"/people/{person.pk}/").content.decode()
    assert 'href="mailto:priya@mail.example"' in page
    assert "LinkedIn (Connections.csv)" in page


def test_who_asked_not_to_be_contacted_has_no_button_to_write(
    seeker: User, workspace: Workspace, sign_in: SignIn, now: datetime
) -> None:
    person = make_someone(workspace)
    stop_contacting(workspace=workspace, person_id=person.pk, why="please stop", now=now)
    page = sign_in(seeker).get(f"/people/{person.pk}/").content.decode()
    assert "please stop" in page
    assert f"/people/{person.pk}/write/" not in page


def test_what_people_wrote_is_escaped(seeker: User, workspace: Workspace, sign_in: SignIn, now: datetime) -> None:
    person = make_person(workspace, given="<b>Bob", family="", how_met="<i>met", note="<u>note", links=())
    page = sign_in(seeker).get(f"/people/{person.pk}/").content.decode()
    assert not any(tag in page for tag in ("<b>Bob", "<i>met", "<u>note"))


def test_a_stranger_finds_no_page_card_or_erasing(workspace: Workspace, stranger: User, sign_in: SignIn) -> None:
    person, client = make_someone(workspace), sign_in(stranger)
    addresses = (f"/people/{person.pk}/", f"/people/{person.pk}/card.vcf", f"/people/{person.pk}/erase/")
    assert [client.get(address).status_code for address in addresses] == [404] * 3
    assert client.post(addresses[2]).status_code == 404
    assert Person.objects.of(workspace).count() == 1


def test_the_card_keeps_the_seekers_notes_here(seeker: User, workspace: Workspace, sign_in: SignIn) -> None:
    person = make_person(workspace, note="Owes me a book", emails=("priya@mail.example",))
    card = sign_in(seeker).get(f"/people/{person.pk}/card.vcf").content.decode()
    assert "EMAIL:priya@mail.example" in card
    assert "book" not in card


def test_a_letter_that_waits_is_taken_on_their_page(
    seeker: User, workspace: Workspace, sign_in: SignIn, now: datetime
) -> None:
    thread = make_waiting(workspace, now - timedelta(days=2))
    other = make_waiting(workspace, now - timedelta(days=2), given="Priya")
    data = mail(at=now - timedelta(hours=1))
    match = Match(thread.pk)
    keep_mail(workspace=workspace, data=data, heading=read_heading(heading(data)), match=match, arrived_at=now, now=now)
    letter, client = Letter.objects.of(workspace).get(), sign_in(seeker)

    page = client.get(f"/people/{thread.person_id}/").content.decode()
    assert f"/conversations/letters/{letter.pk}/take/" in page
    assert page.count("button primary") == 1, "the letter's is the page's one"
    assert "/conversations/letters/" not in client.get(f"/people/{other.person_id}/").content.decode()


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_the_page_costs_the_same_number_of_queries_however_long_the_history(
    rows: int, seeker: User, workspace: Workspace, sign_in: SignIn, now: datetime
) -> None:
    person = make_waiting(workspace, now - timedelta(days=2)).person
    Note.objects.bulk_create(
        Note(workspace=workspace, person=person, text=str(number), written_at=now) for number in range(rows)
    )
    assert queries_of(sign_in(seeker), f"/people/{person.pk}/") == QUERIES


QUERIES = 19
