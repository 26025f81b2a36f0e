"""What a save keeps of a resume or a letter, what another page or the browser's copy of it may not undo."""

from datetime import datetime
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import Workspace
from askwell.documents.actions.resumes import About, describe_resume
from askwell.documents.models import Resume
from askwell.documents.queries.resumes import resume_row
from askwell.portfolio.models import Chapter
from tests.documents.web.conftest import page, selected, sent
from tests.factories.documents import make_letter


def saved(client: Client, told: dict[str, object], resume: Resume, **changes: object) -> int:
    return client.post(page(resume, "save_resume"), {**told, **changes}).status_code


def test_no_browser_keeps_a_copy_of_a_page_that_saves_itself(
    client: Client, resume: Resume, workspace: Workspace, now: datetime
) -> None:
    letter = reverse("documents:letter", args=[make_letter(workspace, now).pk])

    assert [
        "no-store" in client.get(address).get("Cache-Control", "") for address in (page(resume), letter)
    ] == [True, True]  # fmt: skip


def test_a_chapter_that_is_away_keeps_its_words_and_ticks_and_place(
    client: Client, resume: Resume, workspace: Workspace, now: datetime
) -> None:
    line = next(part for part in selected(resume).parts if len(part.lines) == 4).lines[1]
    other = selected(resume).parts[-1]
    client.post(page(resume), sent(resume, **{f"text-{line.id}": "My own words"}))
    before = [part.id for part in selected(resume).parts]
    chapter = Chapter.objects.of(workspace).filter(organisation="Lantian Home Appliances")
    chapter.update(removed_at=now)

    client.post(page(resume), sent(resume, part=[other.id], headline="Edited meanwhile"))
    chapter.update(removed_at=None)

    found = next(part for part in selected(resume).parts if len(part.lines) == 4)
    assert (found.on, found.lines[1].text) == (True, "My own words")
    assert [part.id for part in selected(resume).parts] == before


def test_a_line_moves_past_its_neighbour_also_where_one_between_is_away(
    client: Client, resume: Resume, workspace: Workspace, now: datetime
) -> None:
    lines = [line.id for part in selected(resume).parts if len(part.lines) == 4 for line in part.lines]
    client.post(page(resume), sent(resume))
    chapter = Chapter.objects.of(workspace).get(organisation="Lantian Home Appliances")
    chapter.accomplishments.filter(pk=lines[1]).update(removed_at=now)

    client.post(page(resume), sent(resume, do=f"up-{lines[2]}"))

    there = next(part for part in selected(resume).parts if part.it.id == chapter.pk)
    assert [line.id for line in there.lines] == [lines[2], lines[0], lines[3]]


def test_the_look_is_kept_under_the_same_version_as_the_words(client: Client, resume: Resume) -> None:
    told = sent(resume)

    assert saved(client, told, resume, editor="b", template="plain") == 204
    assert saved(client, told, resume, editor="a", headline="Typed on a page that is old") == 409

    row = resume_row(resume.workspace, resume.pk)
    assert (row.template, row.version) == ("plain", told["version"] + 1)  # type: ignore[operator]


def test_a_save_that_changes_nothing_takes_no_page_its_right_to_go_on(client: Client, resume: Resume) -> None:
    client.post(page(resume), sent(resume))
    told = sent(resume)
    assert saved(client, told, resume, editor="a", headline="One") == 204

    assert saved(client, sent(resume), resume, editor="b") == 204
    assert saved(client, told, resume, editor="a", headline="Two") == 204

    assert selected(resume).headline == "Two"


def test_a_letter_that_is_saved_unchanged_stays_with_its_page(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    row = make_letter(workspace, now)
    address = reverse("documents:save_letter", args=[row.pk])
    names = ("date", "recipient", "subject", "greeting", "body", "closing", "paper", "version")
    told = {name: getattr(row, name) for name in names}
    client.post(address, {**told, "body": "One", "editor": "a"})
    client.post(address, {**told, "body": "One", "version": row.version + 1, "editor": "b"})

    assert client.post(address, {**told, "body": "Two", "editor": "a"}).status_code == 204

    row.refresh_from_db()
    assert (row.body, row.version) == ("Two", 3)


@pytest.mark.parametrize(
    ("changes", "name", "was"),
    [
        ({"template": "plain"}, "template", "classic"),
        ({"pages": "2"}, "pages", 1),
        ({"paper": "a4"}, "paper", "letter"),
        ({"do": "language-fr"}, "language", "en"),
    ],
)
def test_an_undo_takes_the_look_and_the_language_back(
    client: Client, resume: Resume, changes: dict[str, object], name: str, was: object
) -> None:
    client.post(page(resume), sent(resume, **changes))
    assert getattr(resume_row(resume.workspace, resume.pk), name) != was

    client.post(page(resume, "step_back"))

    row = resume_row(resume.workspace, resume.pk)
    assert (getattr(row, name), row.template) == (was, "classic")


def test_the_first_save_says_that_there_is_a_step_back(client: Client, resume: Resume) -> None:
    client.post(page(resume), sent(resume))
    Resume.objects.of(resume.workspace).update(before=[])

    answers = [
        client.post(page(resume, "save_resume"), sent(resume, **changes))["X-Step-Back"]
        for changes in ({}, {"headline": "New"})
    ]

    assert answers == ["no", "yes"]


def test_what_was_typed_on_an_old_page_of_a_resume_stands_there_until_one_decides(
    client: Client, resume: Resume
) -> None:
    line, told = selected(resume).parts[0].lines[0], sent(resume, template="plain")
    client.post(page(resume), sent(resume, headline="From the other page"))

    refused = client.post(page(resume), {**told, f"text-{line.id}": "Typed here", "do": "save"})

    html = refused.content.decode()
    assert (refused.status_code, "Typed here</textarea>" in html) == (422, True)
    assert '<option value="plain" selected>' in html
    assert selected(resume).headline == "From the other page"
    version = resume_row(resume.workspace, resume.pk).version
    assert f'name="over" value="{version}"' in html
    client.post(page(resume), {**told, f"text-{line.id}": "Typed here", "over": version})
    assert selected(resume).parts[0].lines[0].text == "Typed here"


def test_what_was_typed_on_an_old_page_of_a_letter_stands_there_until_one_decides(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    row = make_letter(workspace, now)
    address = reverse("documents:letter", args=[row.pk])
    client.post(address, {"body": "From the other page", "version": row.version})

    refused = client.post(address, {"body": "Typed here", "version": row.version})

    html = refused.content.decode()
    assert (refused.status_code, "Typed here</textarea>" in html) == (422, True)
    row.refresh_from_db()
    assert row.body == "From the other page"
    client.post(address, {"body": "Typed here", "version": 1, "over": row.version})
    row.refresh_from_db()
    assert row.body == "Typed here"


def test_a_page_that_is_open_while_the_target_is_told_anew_does_not_bring_the_old_look_back(
    client: Client, workspace: Workspace, resume: Resume, now: datetime
) -> None:
    told = sent(resume)
    about = About(name="Planner", language="fr")
    key: UUID = resume.pk

    describe_resume(workspace=workspace, resume_id=key, about=about, now=now)

    assert saved(client, told, resume, editor="old", headline="Typed") == 409
    client.post(page(resume, "step_back"))
    assert resume_row(workspace, key).language == "en"


def test_a_page_too_many_can_be_allowed_where_it_is_said(client: Client, resume: Resume) -> None:
    lines = {f"text-{line.id}": "Too much of this. " * 50 for part in selected(resume).parts for line in part.lines}
    client.post(page(resume), sent(resume, **lines))
    html = client.get(page(resume)).content.decode()
    assert 'value="pages-2"' in html

    client.post(page(resume), sent(resume, **lines, do="pages-2"))

    assert resume_row(resume.workspace, resume.pk).pages == 2
    assert 'value="pages-' not in client.get(page(resume)).content.decode()
