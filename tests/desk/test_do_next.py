"""Do next names nobody twice."""

from datetime import datetime, timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.desk.queries.do_next import do_next
from askwell.interviews.actions.finishing import finish
from askwell.interviews.actions.referring import Named
from askwell.interviews.choices import NextStep
from tests.factories.interviews import closing, make_agreed

pytestmark = pytest.mark.django_db


def test_whom_an_insider_named_is_owed_a_message_and_not_suggested_as_well(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    later = now + timedelta(days=2, hours=1)
    card = closing(named=[Named("Marc Tremblay, planner at Cedar Foods")], next_step=NextStep.PERSON)
    finish(workspace=workspace, interview_id=interview.pk, closing=card, now=later)

    todos = do_next(workspace, later + timedelta(hours=1)).todos

    assert [todo.due.duty.kind.value for todo in todos if todo.who.given == "Marc" and todo.due] == ["write_to_named"]
    assert len([todo for todo in todos if todo.who.given == "Marc"]) == 1
