"""Lines of a chapter: in order, and with the skills that they show."""

import pytest

from askwell.accounts.models import User, Workspace
from askwell.portfolio.actions.accomplishments import add_line, change_line, move_line, show_skills
from askwell.portfolio.actions.chapters import add_chapter
from askwell.portfolio.actions.errors import ChangedElsewhereError, NothingToldError, UnknownCodeError
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.models import Accomplishment, Chapter, Proof, Skill


@pytest.fixture
def job(workspace: Workspace) -> Chapter:
    return add_chapter(workspace=workspace, kind="work", title="Buyer")


def texts(job: Chapter) -> list[str]:
    return [line.text for line in Accomplishment.kept(job.workspace).filter(chapter=job)]


def test_lines_stand_in_the_order_they_were_told_and_move(job: Chapter) -> None:
    for text in ("One", "Two", "Three"):
        last = add_line(workspace=job.workspace, chapter_id=job.pk, text=text)

    move_line(workspace=job.workspace, accomplishment_id=last.pk, up=True)
    assert texts(job) == ["One", "Three", "Two"]

    move_line(workspace=job.workspace, accomplishment_id=last.pk, up=True)
    move_line(workspace=job.workspace, accomplishment_id=last.pk, up=True)  # it is the first already
    assert texts(job) == ["Three", "One", "Two"]

    move_line(workspace=job.workspace, accomplishment_id=last.pk, up=False)
    assert texts(job) == ["One", "Three", "Two"]


def test_a_line_says_something(job: Chapter) -> None:
    with pytest.raises(NothingToldError):
        add_line(workspace=job.workspace, chapter_id=job.pk, text=" ")
    line = add_line(workspace=job.workspace, chapter_id=job.pk, text="Saved 4 %.")
    with pytest.raises(NothingToldError):
        change_line(workspace=job.workspace, accomplishment_id=line.pk, version=1, text="")


def test_a_part_of_it_is_saved_and_the_rest_stays(job: Chapter) -> None:
    line = add_line(workspace=job.workspace, chapter_id=job.pk, text="Bought parts.", task="Bring lateness down")
    measure = {"before": "about 18 %", "after": "", "else": "x"}
    changed = change_line(
        workspace=job.workspace, accomplishment_id=line.pk, version=1, measure=measure, source="memory"
    )
    assert (changed.task, changed.measure, changed.source) == (
        "Bring lateness down",
        {"before": "about 18 %"},
        "memory",
    )


def test_where_a_number_comes_from_is_one_of_four(job: Chapter) -> None:
    with pytest.raises(UnknownCodeError):
        add_line(workspace=job.workspace, chapter_id=job.pk, text="Saved 4 %.", source="rumour")


def test_the_second_window_is_told(job: Chapter) -> None:
    line = add_line(workspace=job.workspace, chapter_id=job.pk, text="Saved 4 %.")
    change_line(workspace=job.workspace, accomplishment_id=line.pk, version=1, text="Saved 5 %.")
    with pytest.raises(ChangedElsewhereError):
        change_line(workspace=job.workspace, accomplishment_id=line.pk, version=1, text="Saved 6 %.")
    assert texts(job) == ["Saved 5 %."]


def test_a_line_shows_exactly_the_skills_that_were_ticked(job: Chapter) -> None:
    line = add_line(workspace=job.workspace, chapter_id=job.pk, text="Saved 4 %.")
    excel, sap = (add_skill(workspace=job.workspace, name=name) for name in ("Excel", "SAP"))

    show_skills(workspace=job.workspace, accomplishment_id=line.pk, skills=[excel.pk, sap.pk])
    show_skills(workspace=job.workspace, accomplishment_id=line.pk, skills=[sap.pk])

    assert list(Proof.objects.of(job.workspace).values_list("skill__name", "accomplishment")) == [("SAP", line.pk)]


def test_a_strangers_skill_shows_nothing(job: Chapter, stranger: User) -> None:
    line = add_line(workspace=job.workspace, chapter_id=job.pk, text="Saved 4 %.")
    assert stranger.workspace
    theirs = add_skill(workspace=stranger.workspace, name="SAP")
    with pytest.raises(Skill.DoesNotExist):
        show_skills(workspace=job.workspace, accomplishment_id=line.pk, skills=[theirs.pk])
