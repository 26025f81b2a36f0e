"""A release goes into the tables whole, in the place of the one before it, and out again."""

from datetime import datetime
from pathlib import Path

import pytest

from askwell.occupations.actions.loading import NothingToLoadError, NotLoadedError, load, load_own, remove
from askwell.occupations.models import Occupation, OccupationSkill, Release, SkillName, Task, Title, TitleIndex, Wage
from askwell.protocols.occupations import releases
from tests.factories.occupations import ESCO, ONET, WAGES, release

pytestmark = pytest.mark.django_db


def rows() -> list[tuple[object, ...]]:
    """Everything that is there of O*NET, without numbers that change."""
    of = {"occupation__source": "onet"}
    return [
        *Occupation.objects.filter(source="onet")
        .order_by("code")
        .values_list("id", "titles", "interests", "education"),
        *Title.objects.filter(**of).order_by("id").values_list("occupation", "text", "is_main"),
        *OccupationSkill.objects.filter(**of).order_by("id").values_list("skill__names", "importance", "is_tool"),
        *Task.objects.filter(**of).order_by("id").values_list("occupation", "text"),
    ]


def test_a_release_is_loaded_whole(tmp_path: Path, now: datetime) -> None:
    (found,) = releases(release(tmp_path, ONET))

    loaded = load(release=found, now=now)

    wanted = {"occupation": 2, "title": 5, "skillname": 2, "occupationskill": 2, "task": 1, "remarks": 0}
    assert loaded.counts == wanted
    assert Occupation.objects.get(code="11-1.00").interests == [0, 17, 33, 50, 67, 83]


def test_loading_it_again_changes_nothing(tmp_path: Path, now: datetime) -> None:
    (found,) = releases(release(tmp_path, ONET))
    load(release=found, now=now)
    before = rows()

    load(release=found, now=now)

    assert rows() == before


def test_a_newer_release_takes_the_place_and_keys_stay(tmp_path: Path, now: datetime) -> None:
    load(release=releases(release(tmp_path / "a", ONET))[0], now=now)
    key = Occupation.objects.get(code="11-1.00").pk
    newer = {**ONET, "Occupation Data.txt": ONET["Occupation Data.txt"].replace("Lamp Keepers", "Lamp Wardens")}

    load(release=releases(release(tmp_path / "b", newer))[0], now=now)

    assert Occupation.objects.get(code="11-1.00").pk == key
    assert Occupation.objects.get(code="11-1.00").titles == {"en": "Lamp Wardens"}


def test_what_cannot_be_read_leaves_what_was_there(tmp_path: Path, now: datetime) -> None:
    load(release=releases(release(tmp_path / "a", ONET))[0], now=now)
    before = rows()
    broken = releases(release(tmp_path / "b", {"Occupation Data.txt": "Code\tName\n1\tx\n"}))[0]

    with pytest.raises(NothingToLoadError) as refused:
        load(release=broken, now=now)

    assert rows() == before
    assert ("missing_column", "Occupation Data.txt") in [(one.code, one.file) for one in refused.value.remarks]


def test_what_belongs_to_no_occupation_is_named_and_left_out(tmp_path: Path, now: datetime) -> None:
    more = {**ONET, "Task Statements.txt": ONET["Task Statements.txt"] + "99-9.00\t2\tFly.\n"}

    loaded = load(release=releases(release(tmp_path, more))[0], now=now)

    assert [(one.code, one.column, one.found) for one in loaded.remarks] == [("unknown", "task", "99-9.00")]
    assert loaded.counts["task"] == 1


def test_removing_leaves_nothing_of_it_and_all_of_the_others(tmp_path: Path, now: datetime) -> None:
    own = Title.objects.count()
    load(release=releases(release(tmp_path / "a", ONET))[0], now=now)
    load(release=releases(release(tmp_path / "b", ESCO))[0], now=now)

    remove(source="onet")
    remove(source="esco")

    assert rows() == []
    assert Title.objects.count() == own
    assert set(SkillName.objects.values_list("source", flat=True)) == {"own"}
    assert list(Release.objects.values_list("source", flat=True)) == ["own"]


def test_removing_what_is_not_there_is_refused() -> None:
    with pytest.raises(NotLoadedError):
        remove(source="onet")


def test_wages_are_loaded_by_noc(tmp_path: Path, now: datetime) -> None:
    load(release=releases(release(tmp_path, WAGES))[0], now=now)

    assert list(Wage.objects.values_list("noc", "region", "median")) == [("99001", "Canada", 21.25)]


def test_what_comes_along_is_there_already(now: datetime) -> None:
    assert Occupation.objects.filter(source="own").count() >= 60
    assert load_own(now=now) is False


def test_what_comes_along_is_laid_out_for_the_search_where_it_is_not_yet(now: datetime) -> None:
    TitleIndex.objects.all().delete()

    assert load_own(now=now) is True
    assert TitleIndex.objects.count() == 1
