"""What went out: looked at again, noted as sent, compared."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from askwell.documents.models import Resume, Version
from askwell.portfolio.models import Chapter
from tests.documents.web.conftest import page, sent


@pytest.fixture
def made(client: Client, resume: Resume) -> list[Version]:
    """Two versions of a resume, of which the second says another summary."""
    client.post(page(resume), sent(resume, do="pdf"))
    client.post(page(resume), sent(resume, do="pdf", summary="A buyer who counts."))
    return list(Version.kept(resume.workspace).order_by("made_at"))


def address(row: Version, name: str = "version", *more: str) -> str:
    return reverse(f"documents:{name}", args=[row.pk, *more])


def test_a_version_stays_as_it_was_whatever_becomes_of_the_story(client: Client, made: list[Version]) -> None:
    before = client.get(address(made[0], "version_file", "txt")).content
    Chapter.objects.of(made[0].workspace).update(organisation="Elsewhere", removed_at=made[0].made_at)

    assert client.get(address(made[0], "version_file", "txt")).content == before
    assert b"Lantian Home Appliances" in before


def test_the_very_same_comes_again_in_every_form(client: Client, made: list[Version]) -> None:
    begins = [client.get(address(made[0], "version_file", form)).content[:4] for form in ("pdf", "docx", "txt", "json")]

    assert [one[:2] for one in begins] == [b"%P", b"PK", b"Xi", b"{\n"]
    assert client.get(address(made[0], "version_file", "exe")).status_code == 404


def test_where_it_went_is_noted_and_can_be_taken_back(client: Client, made: list[Version]) -> None:
    told = {"sent_to": "Zhou Min, Northwind", "sent_on": "2026-11-20", "sent_by": "email", "note": "after the talk"}
    client.post(address(made[0]), told)

    row = Version.kept(made[0].workspace).get(pk=made[0].pk)
    assert (row.sent_to, row.sent_on, row.sent_by, row.note) == (
        "Zhou Min, Northwind", date(2026, 11, 20), "email", "after the talk",
    )  # fmt: skip
    assert "Zhou Min, Northwind" in client.get(reverse("documents:resumes")).content.decode()

    answer = client.post(address(made[0], "unsent"), follow=True)
    row.refresh_from_db()
    assert (row.sent_to, row.sent_on, row.sent_by) == ("", None, "")
    undo = re.search(r'action="([^"]+)" data-undo', answer.content.decode())
    assert undo
    client.post(undo[1])
    row.refresh_from_db()
    assert (row.sent_to, row.sent_on, row.note) == ("Zhou Min, Northwind", date(2026, 11, 20), "after the talk")


def test_a_note_without_to_whom_erases_nothing(client: Client, made: list[Version]) -> None:
    client.post(address(made[0]), {"sent_to": "Zhou Min", "sent_on": "2026-11-20", "sent_by": "email", "note": ""})

    refused = client.post(address(made[0]), {"sent_to": "", "sent_on": "", "sent_by": "", "note": "typed"})

    assert refused.status_code == 422
    assert Version.kept(made[0].workspace).get(pk=made[0].pk).sent_to == "Zhou Min"


def test_two_versions_are_compared_line_by_line_for_eyes_and_ears(client: Client, made: list[Version]) -> None:
    html = client.get(f"{address(made[1], 'compare_versions')}?with={made[0].pk}").content.decode()

    assert re.findall(r"<ins><span class=\"away\">came: </span>([^<]+)", html) == ["A buyer who counts."]
    gone = re.findall(r"<del><span class=\"away\">went: </span>([^<]+)", html)
    assert [one.split(".")[0] for one in gone] == [
        "Planner in training with six years of purchasing in home appliances and two in grocery"
    ]
    assert "1 line came, 1 line went." in html


def test_a_version_cannot_be_compared_with_a_strangers(client: Client, made: list[Version]) -> None:
    nobody = "018f0000-0000-7000-8000-000000000000"

    assert client.get(f"{address(made[1], 'compare_versions')}?with={nobody}").status_code == 404
    assert client.get(f"{address(made[1], 'compare_versions')}?with=x").status_code == 404


def test_a_version_is_deleted_and_brought_back(client: Client, made: list[Version]) -> None:
    client.post(address(made[0], "remove_version"))
    assert client.get(address(made[0])).status_code == 404

    client.post(address(made[0], "bring_back_version"))
    assert client.get(address(made[0])).status_code == 200


def test_its_pages_are_pictures(client: Client, made: list[Version]) -> None:
    answer = client.get(address(made[0], "version_page", "1"))

    assert answer["Content-Type"].startswith("image/svg+xml")
    assert "sandbox" in answer["Content-Security-Policy"]
