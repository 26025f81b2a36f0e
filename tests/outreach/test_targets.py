"""The target list: the seeker's own numbers, five at a time, nothing lost."""

from datetime import UTC, datetime

import pytest

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions import targets as actions
from askwell.outreach.choices import TargetKind
from askwell.outreach.models import Target
from askwell.outreach.queries import targets
from tests.factories.outreach import make_someone

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)


def add(workspace: Workspace, name: str, **more: object) -> Target:
    return actions.add_target(workspace=workspace, name=name, now=NOW, **more)[0]  # type: ignore[arg-type]


def names(workspace: Workspace) -> list[str]:
    return [one.row.name for one in targets(workspace).placed]


def test_a_target_is_added_once_and_software_rates_nothing(workspace: Workspace) -> None:
    target, is_new = actions.add_target(workspace=workspace, name=" Tidewater  Foods ", now=NOW)
    assert (target.name, target.motivation, target.posting, is_new) == ("Tidewater Foods", None, None, True)
    again, is_new = actions.add_target(workspace=workspace, name="tidewater foods", now=NOW)
    assert (again.pk, is_new) == (target.pk, False)
    with pytest.raises(actions.NamelessTargetError):
        actions.add_target(workspace=workspace, name="  ", now=NOW)


def test_a_name_too_long_is_refused_and_never_cut(workspace: Workspace) -> None:
    assert add(workspace, "长" * actions.LONGEST_NAME).name == "长" * actions.LONGEST_NAME
    with pytest.raises(actions.LongNameError):
        add(workspace, "a" * (actions.LONGEST_NAME + 1))
    assert names(workspace) == ["长" * actions.LONGEST_NAME]


def test_a_known_employer_counts_the_people_there_also_when_met_later(workspace: Workspace) -> None:
    add(workspace, "Harbourline Freight")
    assert targets(workspace).placed[0].row.known == 0
    make_someone(workspace, strength=2)
    make_someone(workspace, "Ana", "Silva", strength=1)
    row = targets(workspace).placed[0].row
    assert (row.known, row.advocates) == (2, 1)


def test_ordered_by_motivation_posting_advocacy(workspace: Workspace) -> None:
    make_someone(workspace, employer="Delta", strength=3)
    for name, motivation, posting in (
        ("Alpha", 1, 3),
        ("Beta", 3, 1),
        ("Gamma", 3, 2),
        ("Delta", 1, 3),
        ("Eta", None, 3),
    ):
        target = add(workspace, name)
        actions.rate_target(workspace=workspace, target_id=target.pk, motivation=motivation, posting=posting)
    assert names(workspace) == ["Gamma", "Beta", "Delta", "Alpha", "Eta"]
    assert [one.position for one in targets(workspace).placed] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("motivation", "posting"), [(4, None), (-1, None), (None, 0), (None, 4)])
def test_the_scales_have_ends(workspace: Workspace, motivation: int | None, posting: int | None) -> None:
    target = add(workspace, "Alpha")
    with pytest.raises(actions.NotOnTheScaleError):
        actions.rate_target(workspace=workspace, target_id=target.pk, motivation=motivation, posting=posting)


def test_five_at_a_time(workspace: Workspace) -> None:
    made = [add(workspace, f"Employer {number}") for number in range(6)]
    for target in made[:5]:
        actions.take_up(workspace=workspace, target_id=target.pk)
    with pytest.raises(actions.FiveAlreadyError):
        actions.take_up(workspace=workspace, target_id=made[5].pk)
    actions.put_back(workspace=workspace, target_id=made[0].pk)
    actions.take_up(workspace=workspace, target_id=made[5].pk)
    assert {one.row.name for one in targets(workspace).five} == {f"Employer {number}" for number in range(1, 6)}


def test_removed_and_restored_with_its_numbers(workspace: Workspace) -> None:
    target = add(workspace, "Alpha")
    actions.rate_target(workspace=workspace, target_id=target.pk, motivation=3, posting=1)
    actions.remove_target(workspace=workspace, target_id=target.pk, now=NOW)
    assert names(workspace) == []
    actions.restore_target(workspace=workspace, target_id=target.pk)
    assert targets(workspace).placed[0].row.motivation == 3
    actions.remove_target(workspace=workspace, target_id=target.pk, now=NOW)
    back, is_new = actions.add_target(workspace=workspace, name="Alpha", now=NOW)
    assert (back.pk, is_new, names(workspace)) == (target.pk, True, ["Alpha"])


def test_only_an_employer_is_ones_own_company(workspace: Workspace) -> None:
    own = add(workspace, "Blue Heron Trading", is_own_company=True)
    planner = add(workspace, "Planner", kind=TargetKind.OCCUPATION, is_own_company=True)
    assert (own.is_own_company, planner.is_own_company) == (True, False)
    assert not actions.mark_own_company(workspace=workspace, target_id=planner.pk, is_own=True).is_own_company


def test_employers_of_ones_network_are_proposed_until_they_are_on_the_list(workspace: Workspace) -> None:
    make_someone(workspace, employer="Tidewater Foods")
    make_someone(workspace, "Ana", "Silva", employer="Harbourline Freight")
    make_someone(workspace, "Bo", "Li", employer="Harbourline Freight")
    assert [(one.name, one.known) for one in targets(workspace).proposals] == [
        ("Harbourline Freight", 2),
        ("Tidewater Foods", 1),
    ]
    add(workspace, "Harbourline Freight")
    assert [one.name for one in targets(workspace).proposals] == ["Tidewater Foods"]


def test_a_stranger_sees_and_changes_nothing(workspace: Workspace, stranger: User) -> None:
    target, theirs = add(workspace, "Alpha"), stranger.workspace
    assert theirs
    assert names(theirs) == []
    for refused in (
        lambda: actions.rate_target(workspace=theirs, target_id=target.pk, motivation=1, posting=1),
        lambda: actions.take_up(workspace=theirs, target_id=target.pk),
        lambda: actions.put_back(workspace=theirs, target_id=target.pk),
        lambda: actions.remove_target(workspace=theirs, target_id=target.pk, now=NOW),
        lambda: actions.restore_target(workspace=theirs, target_id=target.pk),
    ):
        with pytest.raises(Target.DoesNotExist):
            refused()
