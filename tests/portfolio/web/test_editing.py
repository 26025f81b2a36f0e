"""Adding, editing and deleting parts of the story, with what is refused said at its field."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from askwell.accounts.models import Profile, User, Workspace
from askwell.portfolio.actions.chapters import change_chapter
from askwell.portfolio.models import Accomplishment, Chapter, Proof, Reference, Skill, SpokenLanguage, Story
from tests.factories.portfolio import make_job, make_line

SignIn = Callable[[User], Client]
JOB = {"title": "Shift lead", "organisation": "Maple Basket Market", "told_in": "en"}


@pytest.fixture
def mei(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def said(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_chapter_is_added_with_dates_as_people_write_them(mei: Client, workspace: Workspace) -> None:
    answer = mei.post("/story/add/work/", {**JOB, "start": "June 2024", "current": "on"})

    chapter = Chapter.kept(workspace).get()
    assert answer.headers["Location"] == f"/story/#c-{chapter.pk}"
    assert (chapter.start, chapter.end, chapter.language) == ("2024-06", "", "en")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"start": "after the rain", "current": "on"}, "“after the rain” is no date Askwell understands."),
        ({"start": "2024", "end": "2020"}, "It cannot end before it begins."),
        ({"start": "2024"}, "Until when? Tick “still there” if it goes on."),
        ({"start": "2020", "end": "2021", "current": "on"}, "Either an end or “still there”, not both."),
        ({"title": "", "organisation": "", "place": "Burnaby"}, "Something has to stand here."),
    ],
)
def test_what_is_refused_is_said_and_stays_in_the_fields(
    mei: Client, workspace: Workspace, typed: dict[str, str], words: str
) -> None:
    answer = mei.post("/story/add/work/", {**JOB, **typed})

    assert answer.status_code == 422
    assert words in said(answer)
    assert all(f'value="{text}"' in said(answer) for name, text in typed.items() if text and name != "current")
    assert not Chapter.kept(workspace).exists()


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("education", {"field", "assessed_as", "assessor", "valid_until", "start"}),
        ("certificate", {"end", "valid_until"}),
        ("pause", {"start", "note"}),
        ("publication", {"end", "url"}),
    ],
)
def test_the_fields_fit_the_kind(mei: Client, kind: str, fields: set[str]) -> None:
    form = mei.get(f"/story/add/{kind}/").context["form"]
    assert fields <= set(form.fields)
    assert ("assessed_as" in form.fields) is (kind == "education")
    assert ("organisation" in form.fields) is (kind != "pause")


def test_there_is_no_other_kind(mei: Client) -> None:
    assert mei.get("/story/add/hobby/").status_code == 404


def test_every_kind_of_chapter_can_be_added_and_edited(mei: Client, workspace: Workspace) -> None:
    for kind in (
        "work",
        "volunteering",
        "education",
        "course",
        "certificate",
        "project",
        "award",
        "publication",
        "pause",
    ):
        assert mei.post(f"/story/add/{kind}/", {"title": kind, "told_in": "fr"}).status_code == 302, kind
    for chapter in Chapter.kept(workspace):
        sent = {"title": "Else", "kind": chapter.kind, "version": chapter.version}
        assert mei.post(f"/story/chapters/{chapter.pk}/", sent).status_code == 302, chapter.kind
    assert set(Chapter.kept(workspace).values_list("title", "language")) == {("Else", "fr")}


def test_the_second_window_is_told_loses_nothing_and_may_insist(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    seen = {"title": "Clerk", "organisation": "Blue Heron Trading", "kind": "work", "version": job.version}
    change_chapter(workspace=workspace, chapter_id=job.pk, version=job.version, kind="work", title="Senior buyer")

    told = mei.post(f"/story/chapters/{job.pk}/", seen)

    assert told.status_code == 422
    assert "It was changed in another window" in said(told)
    assert "Senior buyer" in said(told)
    assert 'value="Clerk"' in said(told)
    assert Chapter.kept(workspace).get().title == "Senior buyer"

    mei.post(f"/story/chapters/{job.pk}/", {**seen, "over": "2"})
    assert Chapter.kept(workspace).get().title == "Clerk"


def test_deleting_has_an_undo_for_every_kind(mei: Client, workspace: Workspace) -> None:
    line = make_line(make_job(workspace))
    mei.post("/story/skills/add/", {"name": "SAP", "told_in": "en"})
    mei.post("/story/languages/add/", {"name": "English", "told_in": "en"})
    mei.post("/story/references/add/", {"name": "Paul Reyes", "told_in": "en"})
    rows = [line, Skill.kept(workspace).get(), SpokenLanguage.kept(workspace).get(), Reference.kept(workspace).get()]
    for path, row in zip(("lines", "skills", "languages", "references"), rows, strict=True):
        kind = type(row)
        mei.post(f"/story/{path}/{row.pk}/remove/")
        assert not kind.kept(workspace).exists()
        mei.post(f"/story/{path}/{row.pk}/restore/")
        assert kind.kept(workspace).exists()


def test_a_deleted_chapter_takes_its_lines_along_and_brings_them_back(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    line = make_line(job)
    assert mei.post(f"/story/chapters/{job.pk}/remove/").status_code == 302
    assert mei.get(f"/story/lines/{line.pk}/").status_code == 404

    mei.post(f"/story/chapters/{job.pk}/restore/")
    assert mei.get(f"/story/lines/{line.pk}/").status_code == 200


def test_the_head_keeps_the_name_in_the_profile(mei: Client, workspace: Workspace) -> None:
    sent = {"name": "Mei Tan", "headline": "Supply planner", "links": "linkedin.com/in/mei-example", "told_in": "en"}
    assert mei.post("/story/head/", sent).status_code == 302

    assert Profile.objects.get(workspace=workspace).name == "Mei Tan"
    assert Story.objects.of(workspace).get().links == [
        {"url": "https://linkedin.com/in/mei-example", "network": "LinkedIn"}
    ]
    assert "“no page” is no web address." in said(mei.post("/story/head/", {**sent, "links": "no page", "version": 1}))


def test_a_skill_is_added_with_what_shows_it(mei: Client, workspace: Workspace) -> None:
    line = make_line(make_job(workspace))
    proofs = [f"line:{line.pk}", f"chapter:{line.chapter_id}"]
    mei.post("/story/skills/add/", {"name": "Negotiation", "group": "Supply", "told_in": "en", "proofs": proofs})

    skill = Skill.kept(workspace).get()
    assert Proof.objects.of(workspace).filter(skill=skill).count() == 2
    assert len(mei.get(f"/story/skills/{skill.pk}/").context["form"]["proofs"].initial) == 2


def test_benchmarks_beyond_twelve_are_refused(mei: Client, workspace: Workspace) -> None:
    answer = mei.post("/story/languages/add/", {"name": "English", "listening": "13", "told_in": "en"})
    assert (answer.status_code, "Benchmarks go from 1 to 12." in said(answer)) == (422, True)


def test_nobody_agrees_and_declines(mei: Client, workspace: Workspace) -> None:
    both = {"name": "Paul Reyes", "agreed_on": "2026-09-03", "declined_on": "2026-09-04", "told_in": "en"}
    answer = mei.post("/story/references/add/", both)
    assert answer.status_code == 422
    assert "They cannot have agreed and declined" in said(answer)
    assert not Reference.kept(workspace).exists()


def test_a_reference_saw_the_seeker_in_a_chapter(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    mei.post("/story/references/add/", {"name": "Lin Hua", "chapter_id": str(job.pk), "told_in": "en"})
    assert Reference.kept(workspace).get().chapter == job


def test_a_line_is_added_and_can_go_on_into_the_wizard(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    address = f"/story/chapters/{job.pk}/lines/"
    mei.post(address, {"text": "Bought boxes.", "told_in": "en"})
    answer = mei.post(address, {"text": "采购纸箱。", "told_in": "zh-hans", "improve": "1"})

    first, second = Accomplishment.kept(workspace)
    assert (first.text, second.language) == ("Bought boxes.", "zh-hans")
    assert answer.headers["Location"] == f"/story/lines/{second.pk}/#star"
