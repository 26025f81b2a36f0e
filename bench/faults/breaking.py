"""What breaks while a mail leaves: its worker, the connection, the server's patience, the password."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bed import LEASE, Bed, faults_of, fill, fresh, run, said, states, worker

PAGE = 4096


def killed(bed: Bed, mails: int, kills: int, *, saves_sent: bool | None) -> None:
    workspace = fresh(bed, saves_sent)
    ids = fill(bed, workspace, mails)
    hit = 0
    while hit < kills:
        if not states(workspace)["waiting"]:
            ids += fill(bed, workspace, mails // 4)
        process = worker(bed, workspace)
        time.sleep(random.uniform(0.01, 0.35))
        if process.is_alive():
            os.kill(process.pid or 0, signal.SIGKILL)
            hit += 1
        process.join()
        bed.ahead += LEASE
    for _ in range(6):
        run(bed, workspace, LEASE)
    lost, doubled = faults_of(bed, workspace, ids)
    counts = states(workspace)
    how = "Sent look-up" if saves_sent else "no Sent look-up"
    allowed = 0 if saves_sent else kills
    good = not lost and not doubled and counts["unsure"] <= allowed and set(counts) <= {"sent", "unsure"}
    expected = "0 lost, 0 doubled, " + ("0 unsure" if saves_sent else "at most 1 unsure a kill")
    measured = f"{lost} lost, {doubled} doubled, {counts['unsure']} unsure; {said(counts)}"
    bed.table.row(f"{len(ids)} mails, {kills} times kill -9, {how}", expected, measured, good=good)


def full_disk(bed: Bed, mails: int, points: int) -> None:
    """No file of the worker's may grow beyond what it is, then a page more each time: as on a full disk."""
    from django.conf import settings
    from django.db import connection

    if connection.vendor != "sqlite":
        return
    workspace = fresh(bed, True)
    ids = fill(bed, workspace, mails)
    place = Path(settings.DATABASES["default"]["NAME"])
    for point in range(points):
        sizes = [path.stat().st_size for path in place.parent.glob(f"{place.name}*")]
        worker(bed, workspace, largest=max(sizes) + point * PAGE).join()
        bed.ahead += LEASE
    for _ in range(6):
        run(bed, workspace, LEASE)
    lost, doubled = faults_of(bed, workspace, ids)
    counts = states(workspace)
    good = (lost, doubled) == (0, 0) and set(counts) <= {"sent", "unsure"}
    test = f"{mails} mails, disk full at {points} points, then not"
    bed.table.row(test, "0 lost, 0 doubled", f"{lost} lost, {doubled} doubled; {said(counts)}", good=good)


def two_workers(bed: Bed, mails: int) -> None:
    workspace = fresh(bed, True)
    ids = fill(bed, workspace, mails)
    both = [worker(bed, workspace) for _ in range(2)]
    for process in both:
        process.join()
    run(bed, workspace, LEASE)
    lost, doubled = faults_of(bed, workspace, ids)
    good = (lost, doubled, states(workspace)["sent"]) == (0, 0, mails)
    bed.table.row(f"{mails} mails, two workers", "all sent, none doubled", f"{lost} lost, {doubled} doubled", good=good)


def dropped(bed: Bed, mails: int, *, keeps: bool, saves_sent: bool | None) -> None:
    workspace = fresh(bed, saves_sent)
    ids = fill(bed, workspace, mails)
    bed.tell(script={"DATA": ["drop"] * mails}, keeps_dropped=keeps)
    for _ in range(3):
        run(bed, workspace, LEASE)
    lost, doubled = faults_of(bed, workspace, ids)
    wanted = "sent" if saves_sent else "unsure"
    counts = states(workspace)
    good = (lost, doubled, counts) == (0, 0, Counter({wanted: mails}))
    test = f"dropped after DATA, {'taken' if keeps else 'not taken'}, {'Sent' if saves_sent else 'no Sent'} look-up"
    measured = f"{lost} lost, {doubled} doubled, {said(counts)}"
    bed.table.row(test, f"{mails} {wanted}, none doubled", measured, good=good)


def greylisted(bed: Bed, minutes: Sequence[int]) -> None:
    """Looked at after these minutes, each time by a new worker."""
    workspace = fresh(bed, True)
    [mail_id] = fill(bed, workspace, 1)
    bed.tell(script={"RCPT": ["450 4.2.0 Greylisted"]})
    before, times = 0, {}
    for minute in minutes:
        run(bed, workspace, timedelta(minutes=minute - before))
        before, times[minute] = minute, bed.taken().count(mail_id)
    at = next((minute for minute, count in times.items() if count), -1)
    good = at == 30 and times[before] == 1
    bed.table.row(
        "greylisting 20 minutes", "sent once, 30 min later", f"taken {at} min later, {times[before]} times", good=good
    )


def refused(bed: Bed, test: str, script: dict[str, list[str]], expected: dict[str, int], later: timedelta) -> None:
    """Three mails, of which the script meets one; a second round so much later."""
    workspace = fresh(bed, True)
    ids = fill(bed, workspace, 3)
    bed.tell(script=script)
    run(bed, workspace)
    run(bed, workspace, later)
    lost, doubled = faults_of(bed, workspace, ids)
    failed = expected.get("failed", 0)
    good = states(workspace) == Counter(expected) and (lost, doubled) == (failed, 0)
    bed.table.row(test, ", ".join(f"{n} {state}" for state, n in expected.items()), said(states(workspace)), good=good)


def wrong_password(bed: Bed, minutes: int) -> None:
    from askwell.outreach.queries.mail.mailboxes import mailbox_alerts

    workspace = fresh(bed, True)
    fill(bed, workspace, 3)
    bed.tell(password="another")  # of nobody
    before = bed.logins()
    bed.tell(password="another")
    for _ in range(minutes):
        run(bed, workspace, timedelta(minutes=1))
        bed.tell(password="another")
    logins, alerts = bed.logins() - before, len(mailbox_alerts(workspace, bed.now()))
    waiting = states(workspace)["waiting"]
    good = logins <= 3 and (alerts, waiting) == (1, 3)
    measured = f"{logins} logins, {alerts} alert, {waiting} waiting"
    bed.table.row(f"wrong password, {minutes} minutes", "<= 3 logins an hour, 1 alert", measured, good=good)
