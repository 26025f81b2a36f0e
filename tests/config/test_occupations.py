"""`askwell occupations` as an operator uses it: real processes, real files in the layouts of the releases."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.config.test_commands import askwell
from tests.factories.occupations import CODE, ESCO, NOC, ONET, WAGES, release
from tests.servers.askwell import Begun


@pytest.fixture
def data(begun: Begun, tmp_path: Path) -> Path:
    begun.copy(tmp_path / "data")
    return tmp_path / "data"


def occupations(data: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return askwell(data, "occupations", *arguments)


def listed(data: Path) -> list[str]:
    """The sources that are loaded, as they are listed."""
    return [line.split(",")[0].strip() for line in occupations(data, "list").stdout.splitlines()]


def test_a_zip_is_loaded_listed_and_removed(data: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "db_31_0_text.zip", "w") as archive:
        for name, text in ONET.items():
            archive.writestr(f"db_31_0_text/{name}", text)

    done = occupations(data, "load", tmp_path / "db_31_0_text.zip")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == ("Loaded onet 31.0: 2 occupations, 5 titles, 2 skills, 2 skills of occupations, 1 tasks.\n")
    assert "onet 31.0" in listed(data)
    assert occupations(data, "remove", "onet").stdout.startswith("Removed onet.")


def test_a_folder_of_several_releases_is_loaded_whole(data: Path, tmp_path: Path) -> None:
    done = occupations(data, "load", release(tmp_path / "all", {**ESCO, **NOC, **WAGES}))

    assert done.stderr == ""
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == {"Loaded esco", "Loaded noc", "Loaded wages"}


def test_what_is_wrong_is_named_by_file_line_and_column_and_the_rest_is_kept(data: Path, tmp_path: Path) -> None:
    files = {
        **ONET,
        "Skills.txt": f"{CODE}\tElement ID\tScale ID\tData Value\n11-1.00\t2.A.1\tIM\t5\n",
        "Task Statements.txt": f"{CODE}\tTask ID\tTask\n11-1.00\t1\tÉclairer\n".encode() + b"11-2.00\t2\tR\xe9parer\n",
        "Interests.txt": ONET["Interests.txt"].replace("6.00", "sixty"),
    }

    done = occupations(data, "load", release(tmp_path / "wrong", files))

    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "Loaded onet: 2 occupations, 5 titles, 1 skills, 1 skills of occupations, 2 tasks.",
        "  Skills.txt, line 1 has no column (Element Name)",
        "  Task Statements.txt, line 3 is not UTF-8 here; read as Windows-1252 (11-2.00 2 Réparer)",
        "  Interests.txt, line 7 no number that fits; left out (Data Value: sixty)",
    ]


def test_a_wrong_release_is_refused_and_what_was_there_stays(data: Path, tmp_path: Path) -> None:
    older = {"noc_2016.csv": NOC["structure_en.csv"].replace("2021", "2016")}

    beside = occupations(data, "load", release(tmp_path / "both", {**NOC, **older}))
    alone = occupations(data, "load", release(tmp_path / "old", older))

    assert alone.returncode == 1
    assert alone.stderr.strip().endswith(
        "noc_2016.csv is of a NOC before 2021, whose codes are others; NOC 2021 is needed."
    )
    assert beside.returncode == 0
    assert "  noc_2016.csv is of a NOC before 2021; left out" in beside.stdout.splitlines()
    assert any(one.startswith("noc") for one in listed(data))


def test_a_release_without_its_first_columns_is_refused_and_the_one_before_stays(data: Path, tmp_path: Path) -> None:
    occupations(data, "load", release(tmp_path / "db_30_1_text", ONET))

    done = occupations(data, "load", release(tmp_path / "bad", {"Occupation Data.txt": "Code\tName\n1\tx\n"}))

    assert done.returncode == 1
    assert "  Occupation Data.txt, line 1 has no column (O*NET-SOC Code)" in done.stdout.splitlines()
    assert done.stderr.strip().endswith("nothing of onet could be read; what was there stays.")
    assert "onet 30.1" in listed(data)


def test_what_is_not_there_is_one_clear_line(data: Path, tmp_path: Path) -> None:
    (tmp_path / "cards.csv").write_text("name,phone\nMei,555-0100\n")

    said = [
        occupations(data, "load", tmp_path / "nowhere"),
        occupations(data, "load", tmp_path / "cards.csv"),
        occupations(data, "remove", "esco"),
        occupations(data, "remove", "own"),
    ]

    assert [done.returncode for done in said] == [1] * 4
    assert [done.stdout for done in said] == [""] * 4
    assert [done.stderr.strip().split(": ", 1)[1] for done in said] == [
        f"{tmp_path / 'nowhere'}: it cannot be read: No such file or directory.",
        f"{tmp_path / 'cards.csv'}: it holds no table of O*NET, ESCO, NOC 2021, OaSIS or the Job Bank’s wages.",
        "there is no release of esco; loaded: none.",
        "what comes with Askwell stays.",
    ]
