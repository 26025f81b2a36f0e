"""Official releases, read row by row; what is wrong with one is named by file, line and column, the rest is kept."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.occupations import (
    Alternate,
    Head,
    Interests,
    ReleaseError,
    Remark,
    Row,
    SkillName,
    SkillOf,
    Task,
    Wage,
    releases,
)
from tests.factories.occupations import CODE, ESCO, NOC, OASIS, ONET, ONET_RENAMED, WAGES, release


def read(path: Path) -> list[Row]:
    return [row for one in releases(path) for row in one.rows()]


def test_onet_is_read_whole(tmp_path: Path) -> None:
    assert read(release(tmp_path, ONET)) == [
        Head("11-1.00", "en", "Lamp Keepers", "Keep lamps.", education="zone-2"),
        Head("11-2.00", "en", "Kite Menders", "Mend."),
        Alternate("11-1.00", "en", "Lamplighter"),
        Alternate("11-1.00", "en", "LL"),
        Alternate("11-2.00", "en", "Kite Surgeon"),
        SkillName("2.A.1", "en", "Trimming Wicks"),
        SkillOf("11-1.00", "2.A.1", 100),
        SkillName("LampSoft", "en", "LampSoft"),
        SkillOf("11-1.00", "LampSoft", 60, is_tool=True),
        Task("11-1.00", "en", 2, "Light lamps."),
        Interests("11-1.00", (0, 17, 33, 50, 67, 83)),
    ]


def test_the_files_of_newer_onet_releases_are_read_by_their_names(tmp_path: Path) -> None:
    more = [SkillName("2.B.1", "en", "Choosing Wicks"), SkillOf("11-1.00", "2.B.1", 100)]

    rows = read(release(tmp_path / "new", ONET_RENAMED))

    assert [row for row in rows if row not in more] == read(release(tmp_path / "old", ONET))
    assert [row for row in rows if row in more] == more


def test_a_missing_file_of_a_newer_release_is_called_by_its_newer_name(tmp_path: Path) -> None:
    fewer = {name: text for name, text in ONET_RENAMED.items() if name != "Transferable Skills.txt"}

    assert Remark("missing_file", "Transferable Skills.txt") in read(release(tmp_path, fewer))


def test_a_zip_is_read_as_its_folder_is_and_names_its_release(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "db_29_1_text.zip", "w") as archive:
        for name, text in ONET.items():
            archive.writestr(f"db_29_1_text/{name}", text)

    (found,) = releases(tmp_path / "db_29_1_text.zip")

    assert (found.source, found.version) == ("onet", "29.1")
    assert list(found.rows()) == read(release(tmp_path / "same", ONET))


def test_esco_is_read_in_both_languages(tmp_path: Path) -> None:
    assert read(release(tmp_path, ESCO)) == [
        Head("o1", "en", "lamp keeper", "keeps lamps"),
        Head("o1", "fr", "lampiste"),
        Alternate("o1", "en", "lamplighter"),
        Alternate("o1", "en", "wick trimmer"),
        SkillName("s1", "en", "trim wicks"),
        SkillName("s1", "fr", "tailler les mèches"),
        SkillOf("o1", "s1", 90),
    ]


def test_noc_is_read_in_both_languages_its_unit_groups_only(tmp_path: Path) -> None:
    assert read(release(tmp_path, NOC)) == [
        Head("99001", "en", "Lamp keepers", "Keep lamps.", noc="99001"),
        Head("99001", "fr", "Lampistes", noc="99001"),
        Alternate("99001", "en", "lamplighter"),
        Task("99001", "en", 4, "Light lamps"),
        Alternate("99001", "fr", "allumeur/allumeuse de lampes"),
        Task("99001", "fr", 3, "Allumer les lampes"),
    ]


def test_oasis_ratings_become_skills_and_interests(tmp_path: Path) -> None:
    rows = read(release(tmp_path, OASIS))

    assert [row for row in rows if not isinstance(row, Head | SkillName)] == [
        Interests("99001.00", (100, 20, 40, 0, 20, 80)),
        SkillOf("99001.00", "Trimming", 80),
    ]
    assert {row for row in rows if isinstance(row, Head)} == {Head("99001.00", "en", "Lamp keepers", noc="99001")}


def test_wages_without_a_median_are_left_out(tmp_path: Path) -> None:
    assert read(release(tmp_path, WAGES)) == [Wage("99001", "Canada", 17.5, 21.25, 30.0, "hour", "2023-2024")]


def test_a_missing_column_is_named_and_the_other_files_are_kept(tmp_path: Path) -> None:
    broken = {**ONET, "Skills.txt": f"{CODE}\tElement ID\tScale ID\tData Value\n11-1.00\t2.A.1\tIM\t5\n"}

    rows = read(release(tmp_path, broken))

    assert [row for row in rows if isinstance(row, Remark)] == [
        Remark("missing_column", "Skills.txt", 1, "Element Name")
    ]
    assert sum(isinstance(row, Task) for row in rows) == 1


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    fewer = {name: text for name, text in ONET.items() if name != "Interests.txt"}

    assert [row for row in read(release(tmp_path, fewer)) if isinstance(row, Remark)] == [
        Remark("missing_file", "Interests.txt")
    ]


def test_a_line_in_another_encoding_is_read_and_named(tmp_path: Path) -> None:
    mixed = {
        **ONET,
        "Task Statements.txt": f"{CODE}\tTask ID\tTask\n11-1.00\t1\tÉclairer\n".encode() + b"11-2.00\t2\tR\xe9parer\n",
    }

    rows = read(release(tmp_path, mixed))

    assert [row.text for row in rows if isinstance(row, Task)] == ["Éclairer", "Réparer"]
    assert [(row.code, row.file, row.line) for row in rows if isinstance(row, Remark)] == [
        ("encoding", "Task Statements.txt", 3)
    ]


def test_a_number_that_cannot_be_is_named_with_its_line_and_column(tmp_path: Path) -> None:
    wrong = ONET["Skills.txt"].replace("5.00", "fifty")

    rows = read(release(tmp_path, {**ONET, "Skills.txt": wrong}))

    assert [row for row in rows if isinstance(row, Remark)] == [
        Remark("number", "Skills.txt", 2, "Data Value", "fifty")
    ]


def test_a_short_row_is_left_out_and_named(tmp_path: Path) -> None:
    rows = read(release(tmp_path, {**ONET, "Task Statements.txt": f"{CODE}\tTask ID\tTask\n11-1.00\n"}))

    assert Remark("short", "Task Statements.txt", 2, "Task ID") in rows


def test_an_older_noc_is_refused(tmp_path: Path) -> None:
    old = {"noc.csv": NOC["structure_en.csv"].replace("2021", "2016")}

    with pytest.raises(ReleaseError) as refused:
        releases(release(tmp_path, old))

    assert (refused.value.code, refused.value.found) == ("old", "noc.csv")


@pytest.mark.parametrize("name", ["nothing.csv", "other.txt", "picture.zip"])
def test_what_is_no_release_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a,b\n1,2\n")

    with pytest.raises(ReleaseError):
        releases(tmp_path / name)


def test_a_file_that_is_not_there_is_refused_as_such(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError) as refused:
        releases(tmp_path / "nowhere.zip")

    assert refused.value.code == "unreadable"


@given(st.binary(max_size=400), st.sampled_from(sorted(ONET)))
def test_any_bytes_in_a_file_end_in_rows_or_remarks(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    folder = release(tmp_path_factory.mktemp("any"), {**ONET, name: data})

    rows = read(folder)

    assert name == "Occupation Data.txt" or sum(isinstance(row, Head) for row in rows) == 2
