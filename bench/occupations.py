"""Occupations: whether everyday titles are found; loading a release of O*NET's size, against reading its files with
csv and writing the same rows with bulk_create; and how long a search takes.

    PYTHONPATH=src ASKWELL_DATA=$(mktemp -d) python bench/occupations.py

Each loading and each search of a fresh process runs in one of its own. Processor time and wall time are told apart,
since other programs may run beside it. It takes two minutes or three.
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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from occupation_releases import esco, onet

HERE = Path(__file__).parent
LISTS = ("occupation_titles.csv", "occupation_titles_second.csv", "occupation_titles_third.csv")
TIMES = 3
Took = list[float]
"""Seconds of wall time and of processor time."""


@contextmanager
def timed() -> Iterator[Took]:
    took: Took = []
    wall, processor = time.perf_counter(), time.process_time()
    yield took
    took += [time.perf_counter() - wall, time.process_time() - processor]


def begin() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
    import django

    django.setup()


def ours(folder: Path) -> Took:
    """Loading as `askwell occupations load` does, where nothing of it is loaded yet."""
    from django.utils import timezone

    from askwell.occupations.actions.loading import load, remove
    from askwell.occupations.models import Release
    from askwell.protocols.occupations import releases

    (release,) = releases(folder)
    if Release.objects.filter(source=release.source).exists():
        remove(source=release.source)
    with timed() as took:
        load(release=release, now=timezone.now())
    return took


def floor(folder: Path) -> Took:
    """Reading the same files with csv, and writing the rows that were loaded before, made beforehand."""
    from django.db import transaction

    from askwell.occupations.models import Occupation, OccupationSkill, SkillName, Task, Title

    tables = (Occupation, SkillName, Title, OccupationSkill, Task)
    kept = [list(model.objects.all()) for model in tables]
    for model in reversed(tables):
        model.objects.all()._raw_delete(using="default")
    with timed() as took:
        for name in folder.iterdir():
            with name.open(newline="", encoding="utf-8") as stream:
                for _row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                    pass
        with transaction.atomic():
            for model, rows in zip(tables, kept, strict=True):
                model.objects.bulk_create(rows, batch_size=2000)
    return took


def first(_folder: Path) -> Took:
    """The first search of a process."""
    from askwell.occupations.queries.search import search

    with timed() as took:
        search("nurse", "en", 20)
    return took


WAYS: dict[str, Callable[[Path], Took]] = {"ours": ours, "floor": floor, "first": first}


def child(what: str, folder: Path) -> Took:
    """Seconds of wall and of processor time, and megabytes, of one way in a process of its own."""
    done = subprocess.run([sys.executable, __file__, what, str(folder)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return [float(one) for one in done.stdout.split()[-3:]]


def loading(folder: Path) -> None:
    pairs = [(child("ours", folder), child("floor", folder)) for _ in range(TIMES)]
    for n, kind in enumerate(("wall", "processor")):
        mine, theirs = (statistics.median(pair[way][n] for pair in pairs) for way in (0, 1))
        ratio = statistics.median(pair[0][n] / pair[1][n] for pair in pairs)
        print(f"load, {kind} time: {mine:.1f} s; floor {theirs:.1f} s; ratio {ratio:.2f}")
    print(f"load: at most {max(pair[0][2] for pair in pairs):.0f} MB")


def typed() -> list[dict[str, str]]:
    return [row for name in LISTS for row in csv.DictReader((HERE / name).read_text(encoding="utf-8").splitlines())]


def with_an_error(text: str, chance: random.Random) -> str:
    """The same with one letter of its longest word left out, which is never the first."""
    word = max(text.split(" "), key=len)
    place = chance.randrange(1, len(word)) if len(word) > 1 else len(word)
    return text.replace(word, word[:place] + word[place + 1 :], 1)


def searching() -> None:
    """Each everyday title as it is typed, and with an error in it."""
    from askwell.occupations.models import Title
    from askwell.occupations.queries.search import search

    firsts = [child("first", HERE) for _ in range(TIMES)]
    wall, processor = (statistics.median(one[n] for one in firsts) for n in (0, 1))
    print(f"first search of a process: {wall:.2f} s, {processor:.2f} s of processor time")
    chance, times = random.Random(7), []
    search("nurse", "en", 20)
    for row in typed() * TIMES:
        for text in (row["typed"], with_an_error(row["typed"], chance)):
            with timed() as took:
                search(text, row["language"], 20)
            times.append(took)
    for n, kind in enumerate(("wall", "processor")):
        said = [one[n] * 1000 for one in times]
        median, most = statistics.median(said), statistics.quantiles(said, n=20)[-1]
        print(f"search in {Title.objects.count()} titles, {kind} time: median {median:.1f} ms, 95 % in {most:.1f} ms")


def judging() -> None:
    """How many everyday titles that there is an occupation for find it among the first three."""
    from askwell.occupations.queries.search import search
    from askwell.occupations.rules.keys import key_of

    for name in LISTS:
        lines = (HERE / name).read_text(encoding="utf-8").splitlines()
        rows = [row for row in csv.DictReader(lines) if row["right"]]
        missed = [
            row["typed"]
            for row in rows
            if key_of("own", row["right"]) not in {hit.id for hit in search(row["typed"], row["language"], 3)}
        ]
        print(f"{name}: {len(rows) - len(missed)} of {len(rows)} among the first three; missed: {missed}")


def main() -> None:
    begin()
    if len(sys.argv) > 2:
        took = WAYS[sys.argv[1]](Path(sys.argv[2]))
        print(*took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    judging()
    with tempfile.TemporaryDirectory() as place:
        folders = [Path(place, name) for name in ("db_31_0_text", "esco")]
        for folder, make in zip(folders, (onet, esco), strict=True):
            folder.mkdir()
            make(folder)
        loading(folders[0])
        for folder in folders:
            child("ours", folder)
    searching()


if __name__ == "__main__":
    main()
