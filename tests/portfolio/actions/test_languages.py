"""Languages that the seeker speaks."""

import pytest

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.errors import NothingToldError, OutOfRangeError, UnknownCodeError
from askwell.portfolio.actions.languages import add_language, change_language
from askwell.portfolio.models import SpokenLanguage


def test_a_language_has_benchmarks_or_a_level(workspace: Workspace) -> None:
    english = add_language(workspace=workspace, name="English", listening=9, writing=7)
    add_language(workspace=workspace, name="Mandarin", level="native")

    change_language(workspace=workspace, spoken_language_id=english.pk, version=1, name="English", writing=8)

    told = SpokenLanguage.kept(workspace).values_list("name", "level", "listening", "writing")
    assert list(told) == [("English", "", 9, 8), ("Mandarin", "native", None, None)]


@pytest.mark.parametrize("number", [0, 13, -1])
def test_benchmarks_go_from_1_to_12(workspace: Workspace, number: int) -> None:
    with pytest.raises(OutOfRangeError):
        add_language(workspace=workspace, name="English", reading=number)


def test_levels_are_those_of_resumes(workspace: Workspace) -> None:
    with pytest.raises(UnknownCodeError):
        add_language(workspace=workspace, name="English", level="superb")
    with pytest.raises(NothingToldError):
        add_language(workspace=workspace, name=" ")
