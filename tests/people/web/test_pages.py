"""People's pages: a line to a person, an edit that a second editor does not overwrite, an import from file to undo."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import workspace_of
from askwell.outreach.actions.targets import add_target
from askwell.outreach.choices import TargetKind
from askwell.people.actions.imports import LARGEST_FILE
from askwell.people.choices import ImportState, TieKind
from askwell.people.models import ContactPoint, Import, ImportRow, Person
from askwell.people.web import importing
from askwell.people.web.words.imports import source_sentence
from askwell.ui import words
from tests.factories.people import linkedin_csv, make_person

SignIn = Callable[[User], Client]
BOOKS = sorted(path for path in (Path(__file__).parents[2] / "data" / "contacts").rglob("*") if path.is_file())
# file: (rows that become or meet a person, rows kept aside), as their README counts them
EXPECTED = {
    "alumni/alumni.xlsx": (72, 0),
    "android/contacts_v21.vcf": (77, 0),
    "google/contacts_new_layout.csv": (97, 2),
    "google/contacts_old_layout.csv": (92, 2),
    "handmade/tongxunlu_gb18030.csv": (44, 0),
    "iphone/contacts.vcf": (112, 2),
    "linkedin/Connections.csv": (169, 2),
    "outlook/contacts_en_cp1252.csv": (75, 0),
    "outlook/contacts_zh_utf8bom.csv": (42, 0),
    "vcard4/contacts.vcf": (62, 2),
    "webpaste/directory.tsv": (58, 0),
}
ANA = "Ana,Lee,https://www.linkedin.com/in/analee,ana@harbour.example,Harbour Foods,Buyer,14 Mar 2024"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def upload(client: Client, data: bytes, name: str = "Connections.csv") -> Any:
    return client.post(reverse("people:imports"), {"file": SimpleUploadedFile(name, data)})


def test_a_line_is_shown_as_understood_and_kept_as_corrected(client: Client, workspace: Workspace) -> None:
    page = client.get(reverse("people:understood"), {"line": "Aisha Khan, planner at Tidewater Foods"})
    form = page.context["form"]
    assert (form["given"].value(), form["organisation"].value()) == ("Aisha", "Tidewater Foods")
    data = {"given": "Aisha", "family": "Kahn", "tie_kind": "friend", "strength": "2", "obtained": "card"}
    answer = client.post(reverse("people:add"), data)
    person = Person.objects.of(workspace).get()
    assert (answer.url, person.family_name) == (reverse("desk:person", args=[person.pk]), "Kahn")


def test_a_line_without_a_name_is_told_and_kept(client: Client) -> None:
    for page in ("people:add", "people:understood"):
        answer = client.get(reverse(page), {"line": "introduced by 周敏"}).content.decode()
        assert "We found no name in this line." in answer, page
        assert 'name="line" value="introduced by 周敏"' in answer, page
        assert "We found no name" not in client.get(reverse(page), {"line": "我邻居老李"}).content.decode(), page
    nameless = {"line": "introduced by 周敏", "how_met": "周敏", "tie_kind": "introduced", "strength": 2}
    refused = client.post(reverse("people:add"), {**nameless, "obtained": "by_hand"})
    assert refused.status_code == 422
    assert 'name="line" value="introduced by 周敏"' in refused.content.decode()
    assert client.post(reverse("people:add"), {**nameless, "obtained": "by_hand", "given": "!!!"}).status_code == 422
    assert Person._base_manager.count() == 0


def test_a_wrong_address_is_named_and_nothing_typed_is_lost(client: Client, workspace: Workspace) -> None:
    data = {"given": "Aisha", "emails": "aisha at home", "tie_kind": "none", "strength": "1", "obtained": "card"}
    answer = client.post(reverse("people:add"), data)
    assert answer.status_code == 422
    assert "“aisha at home” is not an e-mail address" in answer.content.decode()
    assert answer.context["form"]["given"].value() == "Aisha"
    assert not Person.objects.of(workspace).exists()


def test_the_second_editor_sees_both_texts_and_may_save_again(client: Client, workspace: Workspace) -> None:
    person = make_person(workspace, given="Priya", family="Nair")
    address = reverse("people:edit", args=[person.pk])
    first = {"given": "Priya", "family": "Nair", "place": "Burnaby", "version": "1"}
    assert client.post(address, first).status_code == 302
    late = client.post(address, {"given": "Priya", "family": "Nair-Roy", "place": "Surrey", "version": "1"})
    assert late.status_code == 422
    assert late.context["stale"] == [("Family name", "Nair", "Nair-Roy"), ("Place", "Burnaby", "Surrey")]
    assert b'name="version" value="2"' in late.content
    person.refresh_from_db()
    assert (person.family_name, person.place) == ("Nair", "Burnaby")
    client.post(address, {"given": "Priya", "family": "Nair-Roy", "place": "Surrey", "version": "2"})
    person.refresh_from_db()
    assert (person.family_name, person.place) == ("Nair-Roy", "Surrey")


def test_an_address_that_is_none_is_shown_on_its_form(client: Client, workspace: Workspace) -> None:
    person = make_person(workspace)
    data = {"point-kind": "phone", "point-value": "call me", "point-obtained": "card"}
    answer = client.post(reverse("people:add_point", args=[person.pk]), data)
    assert answer.status_code == 422
    assert answer.context["point_form"].errors == {
        "value": ["“call me” is not a telephone number that can be dialled."]
    }


@pytest.mark.parametrize("page", ["people:edit", "desk:person"])
def test_an_address_that_letters_come_back_from_says_so_until_it_works_again(
    client: Client, workspace: Workspace, page: str
) -> None:
    person = make_person(workspace, given="Daniel", family="Wong")
    rows = ContactPoint.objects.of(workspace)
    point = rows.create(workspace=workspace, person=person, value="d@harbour.example", key="d@harbour.example")
    address = reverse(page, args=[person.pk])
    assert "did not arrive" not in client.get(address).content.decode()
    rows.update(dead_at=datetime(2026, 11, 12, 20, tzinfo=UTC))
    html = client.get(address).content.decode()
    assert re.search(r'did not arrive</span> <time datetime="2026-11-12[^>]*>\D*12\s', html)

    answer = client.post(reverse("people:point_works", args=[point.pk]), {"next": address})

    assert answer["Location"] == address
    assert rows.get().dead_at is None
    assert "did not arrive" not in client.get(address).content.decode()


def test_archive_and_do_not_contact_can_be_undone(client: Client, workspace: Workspace) -> None:
    person = make_person(workspace)
    for there, back, field in (
        ("archive", "restore", "archived_at"),
        ("do_not_contact", "allow_contact", "do_not_contact_at"),
    ):
        client.post(reverse(f"people:{there}", args=[person.pk]))
        person.refresh_from_db()
        assert getattr(person, field) is not None
        client.post(reverse(f"people:{back}", args=[person.pk]))
        person.refresh_from_db()
        assert getattr(person, field) is None


def test_an_import_is_looked_at_brought_in_and_taken_back(client: Client, workspace: Workspace) -> None:
    answer = upload(client, linkedin_csv(ANA, ",,,,,,06 Jun 2021"))
    row = Import.objects.of(workspace).get()
    assert answer.url == reverse("people:import", args=[row.pk])
    page = client.get(answer.url)
    assert page.context["button"] == "Bring in 1 person"
    assert [shown.outcome for shown in page.context["examples"]] == ["new", "aside"]
    assert not Person.objects.of(workspace).exists()
    shown = client.get(reverse("people:rows", args=[row.pk])).context["shown"]
    assert [(one.number, one.latin, one.outcome) for one in shown] == [(1, "Ana Lee", "new"), (2, "", "aside")]
    client.post(reverse("people:apply", args=[row.pk]))
    assert Person.objects.of(workspace).count() == 1
    client.post(reverse("people:apply", args=[row.pk]))
    assert Person.objects.of(workspace).count() == 1
    client.post(reverse("people:undo_import", args=[row.pk]))
    assert not Person.objects.of(workspace).exists()
    assert client.get(answer.url).status_code == 200


def test_the_rows_kept_aside_come_as_a_file(client: Client, workspace: Workspace) -> None:
    upload(client, linkedin_csv(ANA, ",,,,,,06 Jun 2021"))
    answer = client.get(reverse("people:aside", args=[Import.objects.of(workspace).get().pk]))
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("6,,no name and nothing to reach them by,")


def test_a_column_left_out_changes_everything_that_follows(client: Client, workspace: Workspace) -> None:
    upload(client, linkedin_csv(ANA))
    row = Import.objects.of(workspace).get()
    email = next(column["index"] for column in row.layout["columns"] if column["field"] == "email")
    client.post(reverse("people:columns", args=[row.pk]), {f"column-{email}": ""})
    client.post(reverse("people:apply", args=[row.pk]))
    assert [point.kind for point in ContactPoint.objects.of(workspace)] == ["link"]


def test_a_pair_is_decided_and_reopened(client: Client, workspace: Workspace) -> None:
    make_person(
        workspace, given="Ana", family="Lee", title="Buyer", organisation="Harbour Foods", emails=["a@b.example"]
    )
    upload(client, linkedin_csv(ANA))
    row = Import.objects.of(workspace).get()
    pair = ImportRow.objects.of(workspace).get()
    page = client.get(reverse("people:pairs", args=[row.pk]))
    tells = {line["fact"]: (line["tells"], line["why"]) for line in page.context["lines"]}
    assert tells["Name"][0] == "for"
    assert "What that tells us" in page.content.decode()
    assert (page.context["pair"].pk, page.context["place"], page.context["total"]) == (pair.pk, 1, 1)
    client.post(reverse("people:answer", args=[pair.pk]), {"answer": "same"})
    pair.refresh_from_db()
    assert pair.decision == "same"
    client.post(reverse("people:reopen", args=[pair.pk]))
    pair.refresh_from_db()
    assert pair.decision == ""


def test_a_pasted_table_is_read_too(client: Client, workspace: Workspace) -> None:
    client.post(reverse("people:imports"), {"pasted": "Name\tE-mail\tEmployer\nAna Lee\tana@harbour.example\tHarbour"})
    row = Import.objects.of(workspace).get()
    assert (row.state, row.source, row.counts["new"]) == (ImportState.READY, "pasted", 1)


def test_a_file_past_the_limit_is_refused_before_it_is_read(
    client: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "LARGEST_FILE", 10)
    answer = upload(client, linkedin_csv(ANA))
    assert answer.status_code == 422
    assert "unpack it and choose that file" in answer.content.decode()
    assert not Import.objects.of(workspace).exists()
    assert LARGEST_FILE == 50 * 1024 * 1024


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "The file is empty."), (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "This is a picture")],
)
def test_what_cannot_be_read_says_why(client: Client, workspace: Workspace, data: bytes, words: str) -> None:
    upload(client, data, "contacts.csv")
    row = Import.objects.of(workspace).get()
    assert words in client.get(reverse("people:import", args=[row.pk])).content.decode()


def test_a_large_file_is_left_to_the_worker_with_a_bar(
    client: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "AT_ONCE", 10)
    answer = upload(client, linkedin_csv(ANA))
    row = Import.objects.of(workspace).get()
    page = client.get(answer.url).content.decode()
    assert row.state == ImportState.READING
    assert reverse("people:progress", args=[row.pk]) in page
    assert 'http-equiv="refresh"' in page
    bar = client.get(reverse("people:progress", args=[row.pk]))
    assert bar.status_code == 200
    Import.objects.of(workspace).update(state=ImportState.REFUSED)
    assert client.get(reverse("people:progress", args=[row.pk]))["HX-Refresh"] == "true"


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_address_book_comes_in_or_says_row_by_row_why_not(
    client: Client, workspace: Workspace, path: Path
) -> None:
    upload(client, path.read_bytes(), path.name)
    row = Import.objects.of(workspace).get()
    counts = row.counts
    expected = EXPECTED[f"{path.parent.name}/{path.name}"]
    twice = counts["reasons"].get("aside:row_twice", 0)
    assert (counts["new"] + counts["merged"] + counts["likely"] + twice, counts["aside"] - twice) == expected
    assert all(aside.reason for aside in ImportRow.objects.of(workspace).filter(outcome="aside"))
    client.post(reverse("people:apply", args=[row.pk]))
    assert Person.objects.of(workspace).count() == counts["new"]
    before = {model: model.objects.of(workspace).count() for model in (Person, ContactPoint)}
    upload(client, path.read_bytes(), path.name)
    again = Import.objects.of(workspace).exclude(pk=row.pk).get()
    client.post(reverse("people:apply", args=[again.pk]))
    assert {model: model.objects.of(workspace).count() for model in before} == before


def test_a_stranger_gets_nothing_of_an_import(
    client: Client, workspace: Workspace, stranger: User, sign_in: SignIn
) -> None:
    upload(client, linkedin_csv(ANA))
    row = Import.objects.of(workspace).get()
    other = sign_in(stranger)
    for name in ("import", "progress", "rows", "aside", "pairs"):
        assert other.get(reverse(f"people:{name}", args=[row.pk])).status_code == 404, name
    for name in ("apply", "columns", "undo_import"):
        assert other.post(reverse(f"people:{name}", args=[row.pk])).status_code == 404, name
    row.refresh_from_db()
    assert row.state == ImportState.READY


def test_a_file_that_waits_is_discarded_from_its_page_or_from_the_list(client: Client, workspace: Workspace) -> None:
    upload(client, linkedin_csv(ANA))
    row = Import.objects.of(workspace).get()
    address = reverse("people:discard_import", args=[row.pk])
    check = client.get(reverse("people:import", args=[row.pk])).content.decode()
    assert f'action="{address}"' in check
    assert "It waits for 7 days." in check
    assert f'action="{address}"' in client.get(reverse("people:imports")).content.decode()
    answer = client.post(address, follow=True)
    assert "The file is gone. Nobody was added." in answer.content.decode()
    assert not Import.objects.of(workspace).exists()


def test_what_was_brought_in_is_not_discarded(client: Client, workspace: Workspace) -> None:
    upload(client, linkedin_csv(ANA))
    row = Import.objects.of(workspace).get()
    client.post(reverse("people:apply", args=[row.pk]))
    address = reverse("people:discard_import", args=[row.pk])
    assert f'action="{address}"' not in client.get(reverse("people:imports")).content.decode()
    assert "This import was brought in already." in client.post(address, follow=True).content.decode()
    assert Person.objects.of(workspace).count() == 1


@pytest.mark.parametrize(("hosted", "place"), [(True, "server"), (False, "computer")])
def test_where_the_file_stays_is_said(client: Client, settings: Any, hosted: bool, place: str) -> None:
    settings.HOSTED = hosted
    page = client.get(reverse("people:imports")).content.decode()
    assert re.findall(r"It stays on this (\w+)\.", page) == [place]


def test_a_language_that_no_form_offers_is_not_lost_by_editing(client: Client, workspace: Workspace) -> None:
    person = make_person(workspace, given="Ana", family="Lee", languages="pa en")
    form = client.get(reverse("people:edit", args=[person.pk])).context["person_form"]
    assert form["languages"].value() == ["pa", "en"]
    assert dict(form.fields["languages"].choices)["pa"] == "Punjabi"
    data = {"given": "Ana", "family": "Li", "languages": ["pa", "en"], "version": person.version}
    client.post(reverse("people:edit", args=[person.pk]), data)
    person.refresh_from_db()
    assert (person.family_name, person.languages) == ("Li", "pa en")


def test_every_tie_has_its_word() -> None:
    assert set(words.TIES) == set(TieKind)


def test_a_large_file_is_left_to_a_worker(
    client: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    monkeypatch.setattr(importing, "AT_ONCE", 10)
    woken: list[tuple[str, str]] = []
    task = SimpleNamespace(enqueue=lambda *ids: woken.append(ids))
    monkeypatch.setattr("askwell.people.tasks.wake_import", task)
    with django_capture_on_commit_callbacks(execute=True):
        upload(client, linkedin_csv(ANA))
        assert woken == []
    row = Import.objects.of(workspace).get()
    assert (row.state, woken) == (ImportState.READING, [(str(workspace.pk), str(row.pk))])


def test_a_row_says_that_somebody_works_at_a_target(client: Client, workspace: Workspace, stranger: User) -> None:
    """By the place on the list, which people does not know and asks for; a stranger's list tells nothing."""
    other = workspace_of(stranger)
    add_target(workspace=other, kind=TargetKind.EMPLOYER, name="Cedar Mills", now=timezone.now())
    add_target(workspace=workspace, kind=TargetKind.EMPLOYER, name="Harbour Foods Ltd.", now=timezone.now())
    upload(client, linkedin_csv(ANA, "Bo,Roy,,bo@cedar.example,Cedar Mills,Buyer,14 Mar 2024"))
    row = Import.objects.of(workspace).get()
    for page in (reverse("people:import", args=[row.pk]), reverse("people:rows", args=[row.pk])):
        html = client.get(page).content.decode()
        assert html.count("works at your target no. 1") == 1
        assert "works at your target no. 1" in html[html.index("Ana Lee") : html.index("Bo Roy")]


def test_what_was_decided_is_told_and_no_longer_waits(client: Client, workspace: Workspace) -> None:
    for given in ("Ana", "Bo", "Cy"):
        make_person(workspace, given=given, family="Lee", organisation="Harbour Foods", title="Planner")
    rows = [f"{given},Lee,,{given}@x.example,Harbour Foods,Head planner,14 Mar 2024" for given in ("Ana", "Bo", "Cy")]
    upload(client, linkedin_csv(*rows))
    row = Import.objects.of(workspace).get()
    client.post(reverse("people:apply", args=[row.pk]))
    pairs = ImportRow.objects.of(workspace).filter(outcome="likely").order_by("number")
    for pair, said in zip(pairs, ("same", "different"), strict=False):
        client.post(reverse("people:answer", args=[pair.pk]), {"answer": said})

    done = client.get(reverse("people:import", args=[row.pk])).content.decode()
    assert "1 became one person, 1 is two people, 1 waits for you." in done
    assert "1 pair to decide" in client.get(reverse("people:imports")).content.decode()


def test_a_name_that_is_too_long_is_cut_and_said_so(client: Client, workspace: Workspace) -> None:
    upload(client, linkedin_csv(f"{'A' * 121},Lee,,a@x.example,Harbour Foods,Planner,14 Mar 2024", ANA))
    row = Import.objects.of(workspace).get()
    page = client.get(reverse("people:rows", args=[row.pk])).content.decode()

    assert page.count("the name was too long and is cut") == 1


def test_an_import_of_pairs_alone_asks_to_decide_them(client: Client, workspace: Workspace) -> None:
    make_person(workspace, given="Ana", family="Lee", organisation="Harbour Foods", title="Planner")
    upload(client, linkedin_csv(ANA))
    row = Import.objects.of(workspace).get()
    assert client.get(reverse("people:import", args=[row.pk])).context["button"] == "Decide 1 pair"
    assert "0 new, 0 merged, 0 kept aside, 1 pair to decide" in client.get(reverse("people:imports")).content.decode()
    compared = client.get(reverse("people:pairs", args=[row.pk])).content.decode()
    assert "14\u00a0March\u00a02024" in compared
    assert "2024-03-14" not in compared
    client.post(reverse("people:apply", args=[row.pk]))
    steps = client.get(reverse("people:import", args=[row.pk])).context["steps"]
    assert [state for _, _, state in steps] == ["done", "done", "later", "now"]


def test_the_longest_line_is_read_within_what_a_server_takes_as_an_address(client: Client) -> None:
    html = client.get(reverse("people:add")).content.decode()
    longest = re.search(r'name="line"[^>]* maxlength="(\d+)"', html)
    assert longest
    request = f"GET {reverse('people:understood')}?{urlencode({'line': '长' * int(longest[1])})} HTTP/1.1"
    assert len(request) < 4094


def test_a_table_without_days_has_no_column_for_them(client: Client, workspace: Workspace) -> None:
    for pasted, shown in (("Name\tE-mail\nBo Roy\tbo@harbour.example", False), (None, True)):
        client.post(reverse("people:imports"), {"pasted": pasted}) if pasted else upload(client, linkedin_csv(ANA))
        row = Import.objects.of(workspace).order_by("-pk")[0]
        for name in ("import", "rows"):
            html = client.get(reverse(f"people:{name}", args=[row.pk])).content.decode()
            assert ('class="nowrap">Known since' in html) is shown


@pytest.mark.parametrize(("encoding", "said"), [("utf-8-sig", "UTF-8."), ("gb18030", "GB18030.")])
def test_an_encoding_is_said_as_people_know_it(encoding: str, said: str) -> None:
    assert source_sentence("csv", encoding, 0) == f"A table, read as {said}"


def test_chinese_sentences_stand_without_a_space_between_them(
    seeker: User, client: Client, workspace: Workspace
) -> None:
    upload(client, linkedin_csv(ANA))
    User.objects.filter(pk=seeker.pk).update(language="zh-hans")
    html = client.get(reverse("people:import", args=[Import.objects.of(workspace).get().pk])).content.decode()
    assert "。 " not in re.sub(r"<[^>]+>", "", html)
