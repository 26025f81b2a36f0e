"""Search as you type: milliseconds a query, through the function that the pages call.

    python bench/search.py [PEOPLE] [--postgresql] [--keep FOLDER]

600 queries of one to six keystrokes: name and employer prefixes, characters, pinyin, initials, titles, two
words. Prints median, 95th percentile and maximum of CPU and wall time (on PostgreSQL only the wall time holds
the server's work). On PostgreSQL also the peer: `pg_trgm` word similarity over one column of the same names,
employers and titles with a GIN index, asked the same queries in turns with ours. --keep builds the SQLite
database once and keeps it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHOWN = 20
PEER_TABLE = """
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    DROP TABLE IF EXISTS bench_peer;
    CREATE TABLE bench_peer AS
        SELECT p.id, lower(concat_ws(' ', p.given_name, p.family_name, p.native_name, o.name, r.title)) AS words
        FROM people_person p JOIN people_role r ON r.person_id = p.id
        JOIN people_organisation o ON o.id = r.organisation_id;
    CREATE INDEX bench_peer_words ON bench_peer USING gin (words gin_trgm_ops);
    VACUUM ANALYZE bench_peer;
"""
PEER = "SELECT id FROM bench_peer WHERE %s <% words ORDER BY %s <<-> words LIMIT 20"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", nargs="?", type=int, default=30_000)
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server of its own")
    parser.add_argument("--keep", type=Path, help="build the SQLite database here, once")
    chosen = parser.parse_args()
    if chosen.postgresql:
        sys.path.insert(0, str(ROOT))
        from tests.postgresql import server

        with server() as address:
            command = [sys.executable, __file__, str(chosen.people)]
            return subprocess.run(command, env={**os.environ, "ASKWELL_DATABASE": address}, check=False).returncode
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ASKWELL_DATA"] = str(chosen.keep or folder)
        run(chosen.people)
    return 0


def run(people: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from search_people import fill, invented, queries

    call_command("migrate", verbosity=0)
    rows, began = invented(people), time.perf_counter()
    workspace = fill(rows, timezone.now())
    print(f"{people} people on {connection.vendor}, filled in {time.perf_counter() - began:.0f} s")
    typed = queries(rows)
    ours = search_of(workspace)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE people_person")
            cursor.execute("ANALYZE people_role")
    report("Askwell", [timed(ours, text) for text in warmed(ours, typed)])
    if connection.vendor == "postgresql":
        beside_peer(ours, typed)


def search_of(workspace: Any) -> Callable[[str], list[Any]]:
    from askwell.people.queries import search

    return lambda text: search(workspace, text, limit=SHOWN)


def beside_peer(ours: Callable[[str], list[Any]], typed: Sequence[str]) -> None:
    from django.db import connection

    began = time.perf_counter()
    cursor = connection.cursor().cursor  # the driver's own, whose percent signs need no doubling
    for statement in PEER_TABLE.split(";")[:-1]:
        cursor.execute(statement)
    print(f"peer's table and index in {time.perf_counter() - began:.0f} s")

    def peer(text: str) -> list[Any]:
        cursor.execute(PEER.replace("<%", "<%%"), (text.lower(), text.lower()))
        return cursor.fetchall()

    peer(typed[0])
    pairs = [(timed(ours, text), timed(peer, text)) for text in typed]
    tails = [report(name, side) for name, side in zip(("Askwell", "pg_trgm"), zip(*pairs, strict=True), strict=True)]
    print(f"95th percentile, ratio {tails[0] / tails[1]:.4f} (limit 0.05)")


def warmed(find: Callable[[str], list[Any]], typed: Sequence[str]) -> Sequence[str]:
    for text in typed[:30]:
        find(text)
    return typed


def timed(find: Callable[[str], list[Any]], text: str) -> tuple[float, float, bool, str]:
    """CPU and wall milliseconds, whether anybody was found, and the query."""
    before, started = time.process_time(), time.perf_counter()
    found = bool(find(text))
    return (time.process_time() - before) * 1000, (time.perf_counter() - started) * 1000, found, text


def report(name: str, taken: Sequence[tuple[float, float, bool, str]]) -> float:
    """Print what was measured; returns the 95th percentile of the wall time."""
    print(f"{name}: {len(taken)} queries, {sum(one[2] for one in taken)} answered")
    for what, values in (("cpu ", sorted(one[0] for one in taken)), ("wall", sorted(one[1] for one in taken))):
        tail = values[int(len(values) * 0.95)]
        print(f"  {what} median {statistics.median(values):.2f} ms   95 % {tail:.2f} ms   max {values[-1]:.2f} ms")
    print("  slowest: " + ", ".join(f"{text!r} {wall:.1f}" for _, wall, _, text in sorted(taken, key=slow)[:8]))
    return tail


def slow(one: tuple[float, float, bool, str]) -> float:
    return -one[1]


if __name__ == "__main__":
    sys.exit(main())
