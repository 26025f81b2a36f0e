"""Loading a release of O*NET's size, against reading its files with csv and writing the same rows with bulk_create;
and searching it.

    PYTHONPATH=src ASKWELL_DATA=$(mktemp -d) python bench/occupations.py

The release is made here, of invented words: 1,016 occupations, 57,000 other titles, 62,000 rows of skills, 19,000
tasks, 32,000 of technology, 9,000 of interests. Each loading runs in a process of its own, for its own memory.
"""

import csv
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_SYLLABLES = "an bel cor dan el fer gal hu is jo kar lin mar nor os per qui ros sel tom ur vik wen xi yan zo"
_TRADES = "engineer technician manager clerk nurse teacher driver operator analyst assistant worker specialist"
SYLLABLES, TRADES = _SYLLABLES.split(" "), _TRADES.split(" ")
CODE, TIMES = "O*NET-SOC Code", 3


def write(folder: Path, name: str, columns: list[str], rows: list[list[object]]) -> None:
    lines = ["\t".join(map(str, row)) for row in [columns, *rows]]
    (folder / name).write_text("\n".join(lines) + "\n")


def make(folder: Path) -> None:
    """A release of the real size in the real layout."""
    chance = random.Random(7)
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(6000)]

    def said(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    codes = [f"{11 + n // 40}-{1000 + n}.00" for n in range(1016)]
    heads = [[code, f"{said(2).title()} {chance.choice(TRADES)}s", said(25)] for code in codes]
    write(folder, "Occupation Data.txt", [CODE, "Title", "Description"], heads)
    other = [[chance.choice(codes), f"{said(2)} {chance.choice(TRADES)}".title(), "n/a", "01"] for _ in range(57_000)]
    write(folder, "Alternate Titles.txt", [CODE, "Alternate Title", "Short Title", "Source(s)"], other)
    write(folder, "Sample of Reported Titles.txt", [CODE, "Reported Job Title", "Shown in My Next Move"], [])
    skills = [
        [code, f"2.A.{n}", said(2), scale, round(chance.uniform(1, 5), 2)]
        for code in codes[:886]
        for n in range(35)
        for scale in ("IM", "LV")
    ]
    write(folder, "Skills.txt", [CODE, "Element ID", "Element Name", "Scale ID", "Data Value"], skills)
    tools = [[chance.choice(codes), said(2), "43232100", said(3), "N", "N"] for _ in range(32_000)]
    columns = [CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"]
    write(folder, "Technology Skills.txt", columns, tools)
    tasks = [[chance.choice(codes), n, said(18), "Core"] for n in range(19_000)]
    write(folder, "Task Statements.txt", [CODE, "Task ID", "Task", "Task Type"], tasks)
    liked = [
        [code, f"1.B.1.{letter}", letter, "OI", round(chance.uniform(1, 7), 2)] for code in codes for letter in "abcdef"
    ]
    peaks = [[code, f"1.B.1.{n}", "High", "IH", 1] for code in codes for n in "ghi"]
    write(folder, "Interests.txt", [CODE, "Element ID", "Element Name", "Scale ID", "Data Value"], liked + peaks)
    write(folder, "Job Zones.txt", [CODE, "Job Zone"], [[code, chance.randint(1, 5)] for code in codes])


def begin() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
    import django

    django.setup()


def ours(folder: Path) -> float:
    """Seconds of loading as `askwell occupations load` does."""
    begin()
    from django.utils import timezone

    from askwell.occupations.actions.loading import load
    from askwell.protocols.occupations import releases

    start = time.perf_counter()
    load(release=releases(folder)[0], now=timezone.now())
    return time.perf_counter() - start


def floor(folder: Path) -> float:
    """Seconds of reading the same files with csv and writing the rows that were loaded before with bulk_create."""
    begin()
    from django.db import transaction

    from askwell.occupations.models import Occupation, OccupationSkill, SkillName, Task, Title

    tables = (Occupation, SkillName, Title, OccupationSkill, Task)
    kept = [list(model.objects.all()) for model in tables]  # the same rows, made beforehand
    for model in (Title, OccupationSkill, Task, SkillName, Occupation):
        model.objects.all().delete()
    start = time.perf_counter()
    for name in folder.iterdir():
        with name.open(newline="") as stream:
            for _row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                pass
    with transaction.atomic():
        for model, rows in zip(tables, kept, strict=True):
            model.objects.bulk_create(rows, batch_size=2000)
    return time.perf_counter() - start


def searching() -> None:
    """Times of a search, each a title that somebody may type."""
    begin()
    from askwell.occupations.queries.search import search

    with (Path(__file__).parent / "occupation_titles.csv").open(encoding="utf-8") as stream:
        typed = [(row["typed"], row["language"], row["right"]) for row in csv.DictReader(stream)]
    start = time.perf_counter()
    search("nurse", "en", 20)
    first = time.perf_counter() - start
    times = []
    for _ in range(3):
        for text, language, _right in typed:
            start = time.perf_counter()
            search(text, language, 20)
            times.append((time.perf_counter() - start) * 1000)
    cuts = statistics.quantiles(times, n=20)
    print(f"search: first {first:.2f} s; median {statistics.median(times):.1f} ms, 95 % under {cuts[-1]:.1f} ms")
    judged(typed)


def judged(typed: list[tuple[str, str, str]]) -> None:
    """How many of the everyday titles find the right occupation among the first three."""
    from askwell.occupations.queries.search import search
    from askwell.occupations.rules.keys import key_of

    missed = [text for text, language, right in typed if key_of("own", right) not in ids(search(text, language, 3))]
    print(f"titles: {len(typed) - len(missed)} of {len(typed)} among the first three; missed: {missed}")


def ids(hits: list[object]) -> list[object]:
    return [hit.id for hit in hits]  # type: ignore[attr-defined]


def child(what: str, folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of one way, in a process of its own."""
    done = subprocess.run([sys.executable, __file__, what, str(folder)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    seconds, size = done.stdout.split()[-2:]
    return float(seconds), float(size)


def main() -> None:
    if len(sys.argv) > 2:
        seconds = {"ours": ours, "floor": floor}[sys.argv[1]](Path(sys.argv[2]))
        print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    begin()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "db_1_0_text"
        folder.mkdir()
        make(folder)
        pairs = [(child("ours", folder), child("floor", folder)) for _ in range(TIMES)]
        child("ours", folder)
    mine, theirs = (statistics.median(pair[n][0] for pair in pairs) for n in (0, 1))
    most = max(pair[0][1] for pair in pairs)
    print(f"load: {mine:.1f} s, {most:.0f} MB; floor {theirs:.1f} s; ratio {mine / theirs:.2f}")
    searching()


if __name__ == "__main__":
    main()
