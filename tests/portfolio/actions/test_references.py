"""Who can attest what, and how far the asking is."""

from datetime import date

import pytest

from askwell.accounts.models import User, Workspace
from askwell.portfolio.actions.chapters import add_chapter
from askwell.portfolio.actions.errors import BothAnswersError, NothingToldError, UnreadableError
from askwell.portfolio.actions.references import add_reference, change_reference
from askwell.portfolio.models import Chapter

DAY = date(2026, 9, 3)


def test_nobody_has_agreed_before_they_did(workspace: Workspace) -> None:
    tom = add_reference(workspace=workspace, name="Tom Reyes", role="Warehouse lead")
    assert (tom.asked_on, tom.agreed_on) == (None, None)

    told = change_reference(workspace=workspace, reference_id=tom.pk, version=1, name="Tom Reyes", agreed_on=DAY)
    assert (told.role, told.agreed_on) == ("Warehouse lead", DAY)


def test_a_yes_and_a_no_exclude_each_other(workspace: Workspace) -> None:
    tom = add_reference(workspace=workspace, name="Tom Reyes", agreed_on=DAY)
    with pytest.raises(BothAnswersError):
        change_reference(workspace=workspace, reference_id=tom.pk, version=1, name="Tom Reyes", declined_on=DAY)


def test_a_name_and_addresses_that_can_be_read(workspace: Workspace) -> None:
    with pytest.raises(NothingToldError):
        add_reference(workspace=workspace, name="")
    with pytest.raises(UnreadableError):
        add_reference(workspace=workspace, name="Tom Reyes", email="tom at the food bank")


def test_they_saw_the_seeker_in_a_chapter_of_their_own(workspace: Workspace, stranger: User) -> None:
    assert stranger.workspace
    theirs = add_chapter(workspace=stranger.workspace, kind="work", title="Clerk")
    with pytest.raises(Chapter.DoesNotExist):
        add_reference(workspace=workspace, name="Tom Reyes", chapter_id=theirs.pk)
