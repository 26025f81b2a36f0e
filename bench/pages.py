"""CPU per request of the pages with 30,000 people, 500 threads, 300 interviews, 3,000 insights,
1,000 applications; and the floor page's.

    python bench/pages.py                                     SQLite
    python bench/pages.py DIR                                 the same, built once and kept in DIR
    python tests/postgresql.py python bench/pages.py          PostgreSQL (its own CPU is not counted)

Both sides serve in processes of their own and take turns, so the machine's other load meets both alike.
Prints the median of each page, of the floor, and of the ratios of neighbouring turns. Limit: 1.5 for a page
that is looked at again. "changed-": the database was changed before each request, so nothing that SQLite's
version counter allows to keep (`outreach/queries/fresh.py`) could be.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = ("today", "people", "people-searched", "person")
INTERVIEWS = ("interviews", "prepare", "talk", "insights", "progress")
OPENINGS = ("openings", "openings-list", "openings-doors")
CHANGED = tuple(f"changed-{page}" for page in (*KEPT, *OPENINGS))
PAGES = (*KEPT, *INTERVIEWS, *OPENINGS, *CHANGED)
TURNS, REQUESTS, LIMIT = 15, 30, 1.5


class Child:
    """A process that serves pages on request."""

    def __init__(self, *command: str, log: Path | None = None, **environment: str) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        pipes |= {"stderr": log.open("w")} if log else {}
        env = {**os.environ, **environment}
        self.process = subprocess.Popen([sys.executable, *command], cwd=HERE, env=env, **pipes)  # type: ignore[call-overload]  # the pipes are text
        assert self.process.stdout
        assert self.process.stdout.readline().strip() == "ready", f"{command} did not start"

    def median(self, page: str) -> float:
        """The median CPU milliseconds of some requests."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{page} {REQUESTS}\n")
        self.process.stdin.flush()
        return statistics.median(map(float, self.process.stdout.readline().split()))

    def stop(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(30)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="askwell-pages-") as fresh:
        folder = sys.argv[1] if len(sys.argv) > 1 else fresh
        floor = Child("floor_page.py")
        ours = Child("pages_askwell.py", ASKWELL_DATA=folder, DJANGO_SETTINGS_MODULE="askwell.config.settings")
        turns = {page: [(ours.median(page), floor.median("floor")) for _ in range(TURNS)] for page in PAGES}
        floor.stop()
        ours.stop()
    worst = 0.0
    for page, pairs in turns.items():
        ratio = statistics.median(mine / least for mine, least in pairs)
        worst = max(worst, ratio if page not in CHANGED else 0.0)
        mine, least = (statistics.median(side) for side in zip(*pairs, strict=True))
        print(f"{page:24} {mine:6.2f} ms   floor {least:5.2f} ms   ratio {ratio:.2f}")
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
