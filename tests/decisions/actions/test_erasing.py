"""What is left of a decision when somebody who spoke on it is erased."""

import pytest

from askwell.accounts.models import Workspace
from askwell.decisions.models import Evidence
from askwell.people.actions.persons import remove_person
from tests.factories.decisions import lay_out, make_claim


@pytest.mark.django_db
def test_their_word_goes_and_what_the_seeker_found_stays(workspace: Workspace) -> None:
    laid, claim = lay_out(workspace), make_claim(workspace, "It pays well")
    laid.said("Planner", "Pay", claim)
    laid.found("Planner", "Pay", "Seen")

    remove_person(workspace=workspace, person_id=claim.person_id)

    assert [one.text for one in Evidence.objects.of(workspace)] == ["Seen"]
