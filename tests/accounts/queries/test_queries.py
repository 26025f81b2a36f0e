"""Whose a workspace is does not depend on where they are at work just now."""

from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import language_of, own_workspace, zone_of
from askwell.programmes.actions.opening import open_programme
from tests.conftest import NOW


def test_at_work_in_a_programme_ones_own_search_keeps_its_clock_and_language(
    seeker: User, workspace: Workspace
) -> None:
    seeker.time_zone, seeker.language = "America/Halifax", "fr"
    seeker.save()

    open_programme(user=seeker, name="Harbour Connections", now=NOW)

    assert seeker.workspace != workspace
    assert (zone_of(workspace), language_of(workspace)) == ("America/Halifax", "fr")
    assert own_workspace(seeker) == workspace
