"""Many at once: a backup while others write, and eight that write."""

import shutil
import sqlite3
import statistics
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from filling import add
from folder import Folder, askwell, child, done

LONGEST = 20
"""Seconds that a write may take in the short form, which runs beside other tests."""
WAITS = "SELECT COUNT(*) FROM outreach_dispatch WHERE state IN ('waiting', 'sending')"


def backup_under_load(folder: Folder, times: int) -> None:
    """Two write people and their addresses, each in one transaction, while backups are made. What is restored holds
    the first people of each, none left out, each with their address; and no mail that would leave again."""
    from full_disk import letters

    folder.put_back("filled")
    assert done(child(partial(letters, 30))) == 0
    logs = [folder.models / f"writer{number}" for number in range(2)]
    for log in logs:
        log.unlink(missing_ok=True)
    writers = [child(partial(add, f"Writer{chr(65 + n)}", 1.5 + times * 1.5, log)) for n, log in enumerate(logs)]
    until = time.monotonic() + 60
    while not all(log.exists() and log.stat().st_size for log in logs) and time.monotonic() < until:
        time.sleep(0.05)
    copies = [folder.models / f"copy{number}.sqlite3" for number in range(times)]
    for copy in copies:
        time.sleep(0.5)
        copy.unlink(missing_ok=True)
        assert done(child(askwell("backup", str(copy)))) == 0
    for writer in writers:
        writer.join()
    torn, waits, counts = 0, 0, []
    for copy in copies:
        for path in folder.place.glob("*"):
            path.unlink() if path.is_file() else shutil.rmtree(path)
        done(child(askwell("restore", str(copy))))
        counts.append(folder.people)
        torn += not folder.whole or not prefixes(folder.database)
        waits += int(folder.ask(WAITS))
    good = (torn, waits) == (0, 0) and counts == sorted(counts) and counts[-1] > 169
    measured = f"{torn} torn, {waits} would leave; {counts[0]} to {counts[-1]} people"
    expected = "0 torn, 0 of 30 mails leave again"
    folder.table.row(f"{times} backups while two write, restored elsewhere", expected, measured, good=good)


def prefixes(path: Path) -> bool:
    """Whether of each writer the first people are there, without a gap, each with an address."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT p.given_name, c.value FROM people_person p LEFT JOIN people_contactpoint c ON c.person_id = p.id"
            " WHERE p.given_name LIKE 'Writer%'"
        ).fetchall()
    theirs: dict[str, list[str]] = {}
    for name, address in rows:
        theirs.setdefault(name, []).append(address or "")
    wanted = {name: {f"{name}n{n}@mail.example".lower() for n in range(len(told))} for name, told in theirs.items()}
    return all({one.lower() for one in told} == wanted[name] for name, told in theirs.items())


def eight_writers(folder: Folder, seconds: int) -> None:
    folder.put_back("empty")
    logs = [folder.models / f"eight{number}" for number in range(8)]
    for log in logs:
        log.touch()
    for writer in [child(partial(add, f"Eight{chr(65 + number)}", seconds, log)) for number, log in enumerate(logs)]:
        writer.join()
    lines = [line for log in logs for line in log.read_text().splitlines()]
    times = sorted(float(line) for line in lines if line.replace(".", "").isdigit())
    refused = len(lines) - len(times)
    slow = statistics.quantiles(times, n=100)[98]
    good = not refused and slow < (LONGEST if folder.is_quick else 2) and folder.people == len(times) and folder.whole
    measured = f"{len(times)} writes, {refused} locked, p99 {slow * 1000:.0f} ms, longest {times[-1] * 1000:.0f} ms"
    folder.table.row(
        f"8 writers, up to 2 a second each, {seconds} s", "0 locked, p99 < 2 s, all kept", measured, good=good
    )
