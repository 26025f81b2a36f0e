"""Your data: out, in again, and gone; each refusal in words."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.desk.actions.export import export_workspace
from askwell.people.models import Person
from tests.factories.cards import read, seen
from tests.factories.people import make_person

SignIn = Callable[[User], Client]


def upload(client: Client, data: bytes) -> tuple[int, str]:
    answer = client.post("/data/import/", {"file": SimpleUploadedFile("askwell.zip", data)}, follow=True)
    return answer.status_code, answer.content.decode()


def test_everything_leaves_as_a_download(seeker: User, workspace: Workspace, sign_in: SignIn) -> None:
    make_person(workspace)
    answer = sign_in(seeker).get("/data/askwell.zip")
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith('attachment; filename="askwell-')
    assert "askwell.json" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


def test_an_export_comes_into_an_empty_askwell_and_everybody_is_found(
    workspace: Workspace, stranger: User, sign_in: SignIn, now: datetime
) -> None:
    make_person(workspace, given="Min", family="Zhou", native="周敏", organisation="Cedar & Pine")
    client = sign_in(stranger)

    status, _page = upload(client, export_workspace(workspace=workspace, now=now))

    assert status == 200
    assert "周敏" in client.get("/search/?q=zhoumin").content.decode()
    assert "周敏" in client.get("/people/?q=cedar").content.decode()


def test_refusals_say_why_and_change_nothing(seeker: User, workspace: Workspace, sign_in: SignIn, now) -> None:
    client = sign_in(seeker)
    whole = export_workspace(workspace=workspace, now=now)
    assert upload(client, b"no zip")[0] == 422
    assert "damaged" in upload(client, whole[:-40])[1]
    assert client.post("/data/import/").status_code == 422
    make_person(workspace)
    status, page = upload(client, whole)
    assert status == 422
    assert "only comes into an empty Askwell" in page
    assert Person.objects.of(workspace).count() == 1


def test_erasing_shows_what_goes_and_asks_to_archive_beside_it(
    seeker: User, workspace: Workspace, sign_in: SignIn
) -> None:
    person, client = make_person(workspace, emails=("priya@mail.example",), note="tea", tags=("port",)), sign_in(seeker)
    page = client.get(f"/people/{person.pk}/erase/").content.decode()
    assert all(words in page for words in ("Erase Priya Nair?", "1 address", "1 note", "port", "Archive instead"))
    assert Person.objects.of(workspace).count() == 1

    answer = client.post(f"/people/{person.pk}/erase/", follow=True)
    assert not Person.objects.of(workspace).exists()
    assert "Priya" not in answer.content.decode()


def test_a_card_that_waits_and_may_be_theirs_is_told_of(
    seeker: User, workspace: Workspace, stranger: User, sign_in: SignIn, now: datetime
) -> None:
    other = seen("Wei Zhang", "wei@x.example")
    theirs, elses = read(workspace, b"one", b"two", now=now, answers={b"two": other})
    assert stranger.workspace
    (strangers,) = read(stranger.workspace, b"one", now=now)
    by_name = make_person(workspace, given="Sofia", family="Marchetti")
    by_address = make_person(workspace, given="S.", family="M.", emails=["sofia.marchetti@lanternbay.example"])
    client = sign_in(seeker)

    for person in (by_name, by_address):
        page = client.get(f"/people/{person.pk}/erase/").content.decode()
        assert "1 business card that nobody has kept yet may be theirs" in page
        assert f"/people/cards/{theirs.pk}/" in page
        assert f"/people/cards/{elses.pk}/" not in page
        assert f"/people/cards/{strangers.pk}/" not in page
    namesake = make_person(workspace, given="Sofia", family="Tan")
    assert "nobody has kept yet" not in client.get(f"/people/{namesake.pk}/erase/").content.decode()


def test_everything_is_erased_after_a_look(seeker: User, workspace: Workspace, sign_in: SignIn) -> None:
    make_person(workspace, note="tea")
    client = sign_in(seeker)
    page = client.get("/data/erase/").content.decode()
    assert "1 person" in page
    assert "1 note" in page

    answer = client.post("/data/erase/", follow=True)
    assert not Person.objects.of(workspace).exists()
    assert "The first three steps" in answer.content.decode()
