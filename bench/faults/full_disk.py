"""A full disk: nothing is torn, one line says so, and with room again it goes on."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filling import own
from folder import BOOK, SPARE, Folder, askwell, ballast, child, done, small_disk

PAGE = 4096
Full = Callable[[Callable[[], Any], int], int]
"""Run work with so many bytes of room; its exit code."""


@contextmanager
def ways(folder: Folder) -> Iterator[dict[str, Full]]:
    """A file system with no room left (where one can be mounted), and a limit to what is written into each file: of
    the database's, into its log."""
    words = folder.models / "words"

    def limited(work: Callable[[], Any], room: int) -> int:
        return done(child(work, said=words, largest=room))

    def disk(work: Callable[[], Any], room: int) -> int:
        path = ballast(folder.place, room)
        try:
            return done(child(work, said=words))
        finally:
            path.unlink()

    with small_disk(folder.place, SPARE) as is_mounted:
        if folder.is_quick:
            yield {"full disk": disk} if is_mounted else {"file limit": limited}
        else:
            yield {"file limit": limited} | ({"full disk": disk} if is_mounted else {})


def said(folder: Folder) -> list[str]:
    """What was said to whoever sat there, since the last look."""
    path: Path = folder.models / "words"
    lines = path.read_text().splitlines() if path.exists() else []
    path.unlink(missing_ok=True)
    return lines


def full_while_importing(folder: Folder, points: int) -> None:
    """Room for a little more each time, from none to enough."""
    with ways(folder) as tried:
        for name, full in tried.items():
            wrong, refused, unclear = 0, 0, 0
            for point in range(points):
                folder.put_back("empty")
                said(folder)
                code = full(askwell("import", str(BOOK)), PAGE * (1 + point * 400 // points))
                words = said(folder)
                refused += code != 0
                unclear += code != 0 and (len(words) != 1 or not words[0].startswith("askwell: "))
                torn = not folder.whole
                done(child(askwell("import", str(BOOK))))
                wrong += torn or folder.people != 169
            measured = f"{wrong} torn, {unclear} unclear; {refused} refused"
            good = (wrong, unclear) == (0, 0) and refused > 0
            folder.table.row(f"import, {name} at {points} points", "0 torn, one line says why", measured, good=good)


def full_while_backing_up(folder: Folder, points: int) -> None:
    with ways(folder) as tried:
        for name, full in tried.items():
            folder.put_back("filled")
            whole, left, unclear = os.path.getsize(folder.database), 0, 0
            for point in range(points):
                goal = folder.place / "backup.sqlite3"
                said(folder)
                room = whole * point // points + (PAGE if name == "file limit" else 0)
                code = full(askwell("backup", str(goal)), room)
                words = said(folder)
                left += code == 0 or goal.exists() or any(folder.place.glob("*.part")) or not folder.whole
                unclear += len(words) != 1 or not words[0].startswith("askwell: ")
            measured = f"{left} halves left, {unclear} unclear"
            good = (left, unclear) == (0, 0)
            folder.table.row(f"backup, {name} at {points} points", "nothing left, one line", measured, good=good)


def letters(count: int) -> None:
    """So many letters that are due, to a mail server where nobody answers."""
    from datetime import timedelta

    from django.utils import timezone

    from askwell.outreach.models import Dispatch
    from tests.factories.mail import a_mailbox

    at, workspace = timezone.now() - timedelta(minutes=1), own()
    box = a_mailbox(workspace, now=at, address="mei@seeker.example", imap_port=9, smtp_port=9)
    told = {"workspace": workspace, "mailbox": box, "asked_at": at, "due_at": at, "subject": "Berths", "body": "May I?"}
    Dispatch.objects.bulk_create(
        Dispatch(**told, to=f"r{number}@harbour.example", mail_id=f"{number}@askwell.example")
        for number in range(count)
    )
