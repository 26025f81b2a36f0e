"""The pages of letters: asked for, written, with gaps, taken out."""

import re
from datetime import datetime
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from askwell.accounts.models import Profile, Workspace
from askwell.documents.choices import LANGUAGES, LetterKind
from askwell.documents.models import Letter, Resume, Version
from askwell.documents.rules.letters import wording
from askwell.interviews.models import Insight
from tests.factories.documents import make_letter
from tests.factories.people import make_person

NEW = reverse("documents:new_letter")


def text_of(row: Letter, **changes: object) -> dict[str, object]:
    names = ("date", "recipient", "subject", "greeting", "body", "closing", "paper", "version")
    return {name: getattr(row, name) for name in names} | changes


def address(row: Letter, name: str = "letter") -> str:
    return reverse(f"documents:{name}", args=[row.pk])


@pytest.mark.parametrize("kind", list(LetterKind))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_asked_for_and_written_in_every_language(
    client: Client, workspace: Workspace, kind: str, language: str
) -> None:
    asked = client.get(f"{NEW}?kind={kind}&language={language}").content.decode()
    facts = {name: f"told {name}" for name in wording(kind, language).fields if name != "insider"}
    assert {name for name in facts if f'name="{name}"' not in asked} == set()

    client.post(NEW, {"kind": kind, "language": language, **facts})

    row = Letter.kept(workspace).get()
    assert "gaps to fill" not in client.get(address(row)).content.decode()
    made = client.post(address(row), text_of(row, do="pdf"))
    said = " ".join(PdfReader(BytesIO(made.content)).pages[0].extract_text().split())
    assert f"told {next(iter(facts))}" in said


def test_a_cover_letter_knows_the_resume_it_goes_with(client: Client, resume: Resume) -> None:
    html = client.get(f"{NEW}?kind=cover&resume={resume.pk}").content.decode()
    assert 'value="Northwind Provisions"' in html

    client.post(NEW, {"kind": "cover", "language": "en", "resume": str(resume.pk)})

    assert Letter.kept(resume.workspace).get().resume == resume


@pytest.fixture
def insight(workspace: Workspace, now: datetime) -> Insight:
    person = make_person(workspace, given="Min", family="Zhou")
    return Insight.objects.create(workspace=workspace, person=person, text="they start with the forecast", said_at=now)


@pytest.mark.parametrize(
    ("ticked", "said"), [({}, "As someone in the field told me"), ({"may_name": "1"}, "As Min Zhou told me")]
)
def test_an_insider_is_named_only_where_the_seeker_says_that_they_allowed_it(
    client: Client, workspace: Workspace, insight: Insight, ticked: dict[str, str], said: str
) -> None:
    assert "they start with the forecast" in client.get(f"{NEW}?kind=cover").content.decode()

    client.post(NEW, {"kind": "cover", "language": "en", "claim": str(insight.pk), **ticked})

    body = Letter.kept(workspace).get().body
    assert f"{said}: they start with the forecast." in body
    assert ("Zhou" in body) is bool(ticked)


def test_a_letter_with_gaps_says_so_before_it_goes_out(client: Client, workspace: Workspace, now: datetime) -> None:
    row = make_letter(workspace, now, job="planner")

    refused = client.post(address(row), text_of(row, do="pdf"))

    assert refused.status_code == 422
    assert "It still has gaps." in refused.content.decode()
    assert not Version.kept(workspace).exists()
    row.refresh_from_db()
    made = client.post(address(row), text_of(row, do="pdf", despite_gaps="1"))
    assert made.content.startswith(b"%PDF")


def test_what_is_typed_is_kept_and_shown(client: Client, workspace: Workspace, now: datetime) -> None:
    row = make_letter(workspace, now)
    told = text_of(row, body="One\n\nTwo", editor="this-page")

    shown = client.post(address(row, "preview_letter"), told).content.decode()
    assert "data:image/svg+xml" in shown
    assert client.post(address(row, "save_letter"), told).status_code == 204
    assert client.post(address(row, "save_letter"), {**told, "body": "Three"}).status_code == 204
    assert client.post(address(row, "save_letter"), {**told, "editor": "other", "body": "No"}).status_code == 409

    row.refresh_from_db()
    assert row.body == "Three"


def test_the_coach_speaks_of_a_letter_to_a_stranger_only(client: Client, workspace: Workspace, now: datetime) -> None:
    begging = "Please give me a job in your company, any job. I beg you, I need work."
    found = []
    for kind in ("enquiry", "acceptance"):
        row = make_letter(workspace, now, kind)
        client.post(address(row), text_of(row, body=begging))
        found.append("It asks for a job." in client.get(address(row)).content.decode())

    assert found == [True, False]


def test_a_letter_is_signed_in_the_script_of_its_language(client: Client, workspace: Workspace) -> None:
    Profile.objects.filter(workspace=workspace).update(name="Mei Ma", native_name="马梅")
    names = []
    for language in ("en", "zh-Hans"):
        row = make_letter(workspace, timezone.now(), "resignation", language)
        text = client.post(address(row), text_of(row, do="txt", despite_gaps="1")).content.decode()
        names.append(("Mei Ma" in text, "马梅" in text))

    assert names == [(True, False), (False, True)]


def test_unknown_kinds_and_languages_are_not_found(client: Client) -> None:
    assert client.get(f"{NEW}?kind=novel").status_code == 404
    assert client.post(NEW, {"kind": "cover", "language": "tlh"}).status_code == 404


def test_a_letter_is_deleted_and_brought_back(client: Client, workspace: Workspace, now: datetime) -> None:
    row = make_letter(workspace, now)

    client.post(address(row, "remove_letter"))
    assert client.get(address(row)).status_code == 404

    client.post(address(row, "bring_back_letter"))
    assert client.get(address(row)).status_code == 200


def test_another_language_of_a_new_letter_drops_nothing_that_was_typed(client: Client, workspace: Workspace) -> None:
    told = {"kind": "cover", "language": "en", "job": "planner", "recipient": "Ms. Zhou"}

    html = client.post(NEW, {**told, "fit": "Cut waste by half", "do": "language-fr"}).content.decode()

    assert 'name="language" value="fr"' in html
    kept = ('value="planner"', "Ms. Zhou</textarea>", "Cut waste by half</textarea>")
    assert [text for text in kept if text not in html] == []
    assert not Letter.kept(workspace).exists()


def test_a_resume_that_is_chosen_on_the_form_says_what_the_letter_is_for(client: Client, resume: Resume) -> None:
    client.post(NEW, {"kind": "cover", "language": "en", "resume": str(resume.pk), "employer": "Another"})

    body = Letter.kept(resume.workspace).get()
    assert ("Demand planner" in body.subject, "Another" in body.body) == (True, True)


def test_the_gaps_follow_what_is_typed(client: Client, workspace: Workspace, now: datetime) -> None:
    row = make_letter(workspace, now)
    with_gaps, without = (
        client.post(address(row, "preview_letter"), text_of(row, **changes)).content.decode()
        for changes in ({}, {"body": "Told", "subject": "Told"})
    )

    assert "gaps to fill" in with_gaps
    assert re.search(r'<div id="gaps" hx-swap-oob="true" role="status"></div>', without)


def test_gaps_are_marked_where_a_letter_is_looked_at_and_not_where_it_is_taken_out(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    row = make_letter(workspace, now)
    picture = client.get(reverse("documents:letter_page", args=[row.pk, "1"])).content.decode()
    assert "#ffe3a3" in picture

    client.post(address(row), text_of(row, do="pdf", despite_gaps="1"))

    version = Version.kept(workspace).get()
    assert "#ffe3a3" not in client.get(reverse("documents:version_page", args=[version.pk, "1"])).content.decode()


def test_an_insight_that_gives_its_source_away_is_said(client: Client, workspace: Workspace, insight: Insight) -> None:
    told = {"kind": "cover", "language": "en", "claim": str(insight.pk)}

    plain = client.post(NEW, told, follow=True).content.decode()
    telling = client.post(NEW, {**told, "insight": "Min Zhou starts with the forecast"}, follow=True).content.decode()

    assert ("does that give them away?" in plain, "does that give them away?" in telling) == (False, True)


def test_the_sender_lives_in_a_province(client: Client, resume: Resume, now: datetime) -> None:
    row = make_letter(resume.workspace, now, "resignation")

    text = client.post(address(row), text_of(row, do="txt", despite_gaps="1")).content.decode()

    assert "Burnaby, British Columbia" in text
