"""One person's records found, against Splink on the same data in the same run.

    python bench/duplicates.py febrl --peer PYTHON
    python bench/duplicates.py contacts FOLDER... --peer PYTHON       FOLDERs written by make_big.py
    python bench/duplicates.py added FOLDER                           500 new rows against the rest

PYTHON: the interpreter of an environment with splink, recordlinkage and pandas<3. Each measurement is a process of
its own; CPU seconds from the file to the groups (all threads), peak memory with the interpreter. Prints
one JSON line each and the ratios.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from askwell.lib.names import PersonName
from askwell.people.rules.linkage import Job, Network, Record, find, record_of
from cases import contact_records
from duplicates_splink import clear_peak, cpu, entities_of, peak, score
from duplicates_tables import link_table

HERE = Path(__file__).resolve().parent
COLUMNS = ("entity", "first", "last", "company", "title", "email", "phone", "link")
FEBRL_ROUNDS = 3
NEW_ROWS = 500


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("febrl", "contacts", "added", "link"))
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--peer", help="the interpreter that has Splink")
    chosen = parser.parse_args()
    if chosen.what == "link":
        print(json.dumps(linked(chosen.folders[0])))
    elif chosen.what == "added":
        print(json.dumps(added(chosen.folders[0])))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            space, tables = Path(scratch), chosen.what == "febrl"
            for table in febrl(space, chosen.peer) if tables else contacts(space, chosen.folders):
                compare(table, chosen.what, chosen.peer)
    return 0


def febrl(scratch: Path, peer: str) -> Iterator[Path]:
    """The four sets, each with and without the social security number that a contact has not."""
    subprocess.run([peer, HERE / "duplicates_splink.py", "febrl", scratch], check=True)
    for whole in sorted(scratch.glob("febrl*.csv")):
        yield whole
        without = whole.with_name(f"{whole.stem}-without-number.csv")
        with whole.open(encoding="utf-8") as read, without.open("w", newline="", encoding="utf-8") as write:
            csv.writer(write).writerows(row[:-1] for row in csv.reader(read))
        yield without


def contacts(scratch: Path, folders: list[Path]) -> Iterator[Path]:
    """The records of make_big.py as our readers take them, one table for both."""
    for folder in folders:
        person = entities(folder)
        path = scratch / f"{folder.name}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow((*COLUMNS, "native", "reading"))
            for identity, row in contact_records(folder):
                one = [next(iter(values), "") for values in (row.emails, row.phones, row.links)]
                name = row.name
                written = [person.get(identity, identity), name.given, name.family, row.organisation, row.title]
                writer.writerow([*written, *one, name.native, name.reading])
        yield path


def entities(folder: Path) -> dict[str, str]:
    told = json.loads((folder / "truth.json").read_text("utf-8"))["duplicates"]
    return {identity: f"person {number}" for number, pair in enumerate(told) for identity in pair[:2]}


def compare(table: Path, shape: str, peer: str | None) -> None:
    """Both tools on one table, one after the other, several times where it is small."""
    rounds = FEBRL_ROUNDS if shape == "febrl" else 1
    ours = [run([sys.executable, __file__, "link", table]) for _ in range(rounds)]
    mine = median(ours)
    print(json.dumps({"data": table.stem, **mine}))
    if not peer:
        return
    theirs = median([run([peer, HERE / "duplicates_splink.py", "link", plain(table), shape]) for _ in range(rounds)])
    print(json.dumps({"data": table.stem, **theirs}))
    ratios = {f"{what}_ratio": round(mine[what] / theirs[what], 3) for what in ("cpu", "peak_mb")}
    print(json.dumps({"data": table.stem, "f1_more": round(mine["f1"] - theirs["f1"], 4), **ratios}), flush=True)


def plain(table: Path) -> Path:
    """The table without our reading of Chinese names, which the peer does not use."""
    if table.stem.startswith("febrl"):
        return table
    path = table.with_suffix(".plain.csv")
    with table.open(encoding="utf-8") as read, path.open("w", newline="", encoding="utf-8") as write:
        csv.writer(write).writerows(row[: len(COLUMNS)] for row in csv.reader(read))
    return path


def run(command: list[Any]) -> dict[str, Any]:
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def median(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    return sorted(rounds, key=lambda one: one["cpu"])[len(rounds) // 2]


def linked(table: Path) -> dict[str, Any]:
    """Askwell on one table, from the file to the groups; contacts come one after the other, as from a database."""
    clear_peak()
    start = cpu()
    with table.open(encoding="utf-8") as file:
        rows = csv.reader(file)
        columns = next(rows)
        if "first" in columns:
            labels = find(map(record, rows)).likely
        else:
            labels = link_table(columns[1:], [row[1:] for row in rows])
    spent, most = cpu() - start, peak()
    return {"tool": "askwell", "cpu": round(spent, 3), "peak_mb": round(most), **score(entities_of(table), labels)}


def record(row: list[str]) -> Record:
    _, first, last, company, title, email, phone, link, native, reading = row
    return Record(
        PersonName(first, last, native, reading),
        emails=(email,) if email else (),
        phones=(phone,) if phone else (),
        links=(link,) if link else (),
        jobs=(Job(company, title),) if company or title else (),
    )


def added(folder: Path) -> dict[str, Any]:
    """CPU seconds of all records at once, and of the last 500 against the others."""
    records = [record_of(row) for _, row in contact_records(folder)]
    start = time.process_time()
    Network(records).find()
    full = time.process_time() - start
    known = Network(records[:-NEW_ROWS])
    known.open()
    start = time.process_time()
    found = [match for new in records[-NEW_ROWS:] for match in known.add(new)]
    new = time.process_time() - start
    return {"records": len(records), "full": round(full, 3), "added": round(new, 4), "ratio": round(new / full, 5),
            "matches": len(found)}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
