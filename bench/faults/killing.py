"""kill -9 in the middle of what takes long: it is resumed or undone."""

import random
from functools import partial

from filling import erase, solve
from folder import BOOK, Folder, askwell, child, done, kill, timed

PAIRS = "SELECT group_concat(participant_id || insider_id, ',') FROM (SELECT * FROM programmes_match ORDER BY 1)"
SCHEMA = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name)"
ROWS = "SELECT COUNT(*) FROM programmes_match"


def backwards() -> None:
    from django.core.management import call_command

    call_command("migrate", "programmes", "0001", verbosity=0)


def killed_migrating(folder: Folder, times: int) -> None:
    """The newest migration of a filled data folder."""
    folder.put_back("round")
    whole = folder.ask(SCHEMA)
    assert done(child(backwards)) == 0
    folder.keep("before")
    length, hits, torn = timed(lambda: done(child(askwell("migrate")))), 0, 0
    for _ in range(times):
        folder.put_back("before")
        hits += kill(child(askwell("migrate")), random.uniform(0, length))
        torn += not folder.whole
        ended = done(child(askwell("migrate")))
        torn += ended != 0 or sorted(str(folder.ask(SCHEMA)).split(";")) != sorted(str(whole).split(";"))
        torn += folder.people != 169
    folder.table.row(
        f"migration, kill -9 {times} times", "0 torn, done by the next", f"{torn} torn; {hits} hit", good=not torn
    )


def killed_importing(folder: Folder, times: int) -> None:
    folder.put_back("empty")
    length, hits, wrong = timed(lambda: done(child(askwell("import", str(BOOK))))), 0, 0
    for _ in range(times):
        folder.put_back("empty")
        hits += kill(child(askwell("import", str(BOOK))), random.uniform(0, length))
        torn = not folder.whole
        done(child(askwell("import", str(BOOK))))
        wrong += torn or folder.people != 169
    folder.table.row(
        f"import, kill -9 {times} times, then once more", "169 people each time", f"{wrong} not; {hits} hit",
        good=not wrong,
    )  # fmt: skip


def killed_matching(folder: Folder, times: int) -> None:
    """The next worker, six minutes later, ends where one that was left alone ends."""
    folder.put_back("round")
    length, hits, wrong = timed(lambda: done(child(partial(solve, 0)))), 0, 0
    alone = folder.ask(ROWS)
    for _ in range(times):
        folder.put_back("round")
        hits += kill(child(partial(solve, 0)), random.uniform(0, length))
        torn = not folder.whole or folder.ask(ROWS) not in (0, alone)
        done(child(partial(solve, 6)))
        wrong += torn or folder.ask(ROWS) != alone
    measured = f"{wrong} not; {hits} hit; {alone} pairs"
    folder.table.row(f"matching, kill -9 {times} times", "none or all pairs, then all", measured, good=not wrong)


def killed_erasing(folder: Folder, times: int) -> None:
    folder.put_back("filled")
    length, hits, wrong = timed(lambda: done(child(erase))), 0, 0
    for _ in range(times):
        folder.put_back("filled")
        hits += kill(child(erase), random.uniform(0, length))
        torn = not folder.whole or folder.people not in (0, 169)
        done(child(erase))
        wrong += torn or folder.people != 0 or bytes_left(folder)
    measured = f"{wrong} not; {hits} hit"
    folder.table.row(f"erasing, kill -9 {times} times", "all or nothing, then no byte left", measured, good=not wrong)


def bytes_left(folder: Folder) -> bool:
    """Whether a name of the book still lies in any file."""
    name = BOOK.read_text().splitlines()[-1].split(",")[1].encode()
    return any(name in path.read_bytes() for path in folder.place.rglob("*") if path.is_file())
