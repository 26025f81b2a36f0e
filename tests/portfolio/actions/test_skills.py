"""Skills, and what shows them."""

import pytest

from askwell.accounts.models import User, Workspace
from askwell.portfolio.actions.accomplishments import add_line
from askwell.portfolio.actions.chapters import add_chapter
from askwell.portfolio.actions.errors import ChangedElsewhereError, NothingToldError
from askwell.portfolio.actions.skills import add_skill, change_skill
from askwell.portfolio.models import Accomplishment, Chapter, Proof, Skill


def test_a_skill_is_told_once_and_gains_what_shows_it(workspace: Workspace) -> None:
    job = add_chapter(workspace=workspace, kind="work", title="Buyer")
    line = add_line(workspace=workspace, chapter_id=job.pk, text="Kept stock in Excel.")
    first = add_skill(workspace=workspace, name="Spreadsheets", lines=[line.pk])
    again = add_skill(workspace=workspace, name="spreadsheets", lines=[line.pk], chapters=[job.pk])

    assert again == first
    assert Skill.kept(workspace).count() == 1
    assert set(Proof.objects.of(workspace).values_list("chapter", "accomplishment")) == {
        (job.pk, line.pk),
        (job.pk, None),
    }


def test_changing_a_skill_sets_exactly_what_shows_it(workspace: Workspace) -> None:
    job = add_chapter(workspace=workspace, kind="work", title="Buyer")
    skill = add_skill(workspace=workspace, name="Excel", chapters=[job.pk])
    changed = change_skill(
        workspace=workspace, skill_id=skill.pk, version=1, name="Spreadsheets", group="Tools", lines=(), chapters=()
    )
    assert (changed.name, changed.group, Proof.objects.of(workspace).count()) == ("Spreadsheets", "Tools", 0)
    with pytest.raises(ChangedElsewhereError):
        change_skill(workspace=workspace, skill_id=skill.pk, version=1, name="Excel", lines=(), chapters=())


def test_a_skill_has_a_name(workspace: Workspace) -> None:
    with pytest.raises(NothingToldError):
        add_skill(workspace=workspace, name="")


def test_what_is_a_strangers_shows_nothing(workspace: Workspace, stranger: User) -> None:
    assert stranger.workspace
    theirs = add_chapter(workspace=stranger.workspace, kind="work", title="Clerk")
    line = add_line(workspace=stranger.workspace, chapter_id=theirs.pk, text="Filed.")
    with pytest.raises(Chapter.DoesNotExist):
        add_skill(workspace=workspace, name="Filing", chapters=[theirs.pk])
    with pytest.raises(Accomplishment.DoesNotExist):
        add_skill(workspace=workspace, name="Filing", lines=[line.pk])
    assert not Skill.kept(workspace).exists()
