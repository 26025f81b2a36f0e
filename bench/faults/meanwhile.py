"""What happens while mail waits to leave: pages are asked for, it is called back, an answer comes, clocks jump."""

import random
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from bed import LEASE, Bed, fill, fresh, run, worker


def hanging(bed: Bed) -> None:
    from django.test import Client
    from django.urls import reverse

    from askwell.accounts.models import User

    workspace = fresh(bed, True)
    fill(bed, workspace, 1)
    client = Client()
    owner = User.objects.get(workspace=workspace)
    client.force_login(owner, backend="askwell.accounts.web.backends.WorkspaceBackend")

    def page() -> float:
        """Milliseconds. The least of many is compared: a lock shows in it, other programs' work does not."""
        began = time.perf_counter()
        assert client.get(reverse("outreach:outbox"), headers={"host": "localhost"}).status_code == 200
        return (time.perf_counter() - began) * 1000

    before = min(page() for _ in range(40))
    bed.tell(script={"RCPT": ["hang"]})
    process = worker(bed, workspace)
    time.sleep(1)
    during = min(page() for _ in range(40))
    hung = process.is_alive()
    process.kill()
    process.join()
    good = hung and during < before * 1.5 + 5
    bed.table.row("a server that hangs: a page meanwhile", "no slower", f"{before:.1f} ms, {during:.1f} ms", good=good)


def cancelled(bed: Bed, count: int) -> None:
    """The seeker calls each back at some moment around its leaving."""
    from askwell.outreach.actions.mail.outbox import cancel_dispatch
    from askwell.outreach.choices import FindingCode
    from askwell.outreach.models import Dispatch
    from askwell.outreach.rules.mail.sending import NotNowError
    from tests.factories.outbox import make_reader, queue

    workspace = fresh(bed, True)
    readers = [make_reader(workspace) for _ in range(count)]
    at_it = worker(bed, workspace, turns=0)
    confirmed, ids = [], []
    for reader in readers:
        dispatch = queue(reader, bed.now() - timedelta(minutes=1), despite=[FindingCode.BURST_ALL])
        ids.append(dispatch.mail_id)
        time.sleep(random.uniform(0, 0.25))
        with suppress(NotNowError):
            cancel_dispatch(workspace=workspace, dispatch_id=dispatch.pk)
            confirmed.append(dispatch.mail_id)
    time.sleep(1)
    at_it.kill()
    at_it.join()
    for _ in range(2):
        run(bed, workspace, LEASE)
    taken = Counter(bed.taken())
    wrong = sum(taken[mail_id] for mail_id in confirmed)
    missing = sum(taken[mail_id] != 1 for mail_id in ids if mail_id not in set(confirmed))
    good = (wrong, missing) == (0, 0) and not Dispatch.objects.of(workspace).filter(state="unsure").exists()
    measured = f"{len(confirmed)} confirmed, {wrong} of them sent; {missing} others not sent once"
    bed.table.row(f"cancel racing send, {count} times", "0 sent after a confirmed cancel", measured, good=good)


def answered(bed: Bed, count: int) -> None:
    """So many follow-ups are due; half a moment before, every other one is answered."""
    from django.db import transaction

    from askwell.outreach.choices import FindingCode, MessageKind
    from askwell.outreach.models import Dispatch, Message
    from tests.factories.mails import mail
    from tests.factories.outbox import make_reader, queue, text_for
    from tests.factories.outreach import send

    workspace, ids, held = fresh(bed, True), [], []
    for number in range(2 * count):
        reader = make_reader(workspace)
        with transaction.atomic():
            first = send(reader, bed.now() - timedelta(days=16))
        Message.objects.of(workspace).filter(pk=first.pk).update(mail_id=f"{first.pk}.askwell@seeker.example")
        text = text_for(reader, kind=MessageKind.NUDGE)
        dispatch = queue(reader, bed.now() - timedelta(minutes=1), text, despite=[FindingCode.BURST_ALL])
        if number % 2:
            ids.append(dispatch.mail_id)
            continue
        held.append(dispatch.mail_id)
        bed.tell(arrives=mail("Yes, gladly.", sender=dispatch.to, mail_id=f"answer-{first.pk}@harbour.example",
                              answers=f"{first.pk}.askwell@seeker.example", at=bed.now()))  # fmt: skip
    run(bed, workspace)
    taken = Counter(bed.taken())
    wrong, others = sum(taken[mail_id] for mail_id in held), sum(taken[mail_id] for mail_id in ids)
    kept = Dispatch.objects.of(workspace).filter(state="failed", trouble="heard_meanwhile").count()
    measured = f"{wrong} sent, {kept} held; {others} of the {count} others sent"
    test = f"a reply just before a due follow-up, {count} of {2 * count}"
    bed.table.row(test, "0 sent, all held; the others sent", measured, good=(wrong, kept, others) == (0, count, count))


def clocks(bed: Bed, talks: int, step: timedelta) -> None:
    """The sweep looks every `step` while clocks change in Toronto, and while the server's own clock is off by an hour
    now and then, either fast or slow; talks lie around the change."""
    from django.db import transaction

    from askwell.accounts.models import User
    from askwell.interviews.actions.reminding import remind_due
    from askwell.interviews.models import Interview, Reminder
    from askwell.outreach.models import Dispatch
    from tests.factories.interviews import make_agreed

    wrong = []
    for change in (datetime(2026, 11, 1, 6, tzinfo=UTC), datetime(2027, 3, 14, 7, tzinfo=UTC)):
        for off in (timedelta(0), timedelta(hours=1), timedelta(hours=-1)):
            workspace = fresh(bed, True)
            User.objects.filter(workspace=workspace).update(time_zone="America/Toronto")
            begin = change - timedelta(days=5)
            with transaction.atomic():
                for number in range(talks):
                    make_agreed(workspace, begin, given=f"Daniel{number}", in_days=4 + random.uniform(0, 2.5))
            now, is_off = begin + timedelta(days=1, hours=20), False  # before that, nothing is near
            while now < begin + timedelta(days=7):
                remind_due(now=now + off * is_off)
                now += step
                is_off ^= random.random() < step / timedelta(hours=2)
            kinds = Counter(Reminder.objects.of(workspace).values_list("interview", "kind"))
            mails = Dispatch.objects.of(workspace).filter(purpose="reminder").count()
            Interview.objects.of(workspace).update(starts_at=None)  # the next walk begins before it
            wrong.append(abs(len(kinds) - 2 * talks) + abs(mails - 2 * talks))
    measured = f"{sum(wrong)} missed or doubled of {2 * talks * len(wrong)}"
    bed.table.row("clock change, server clock off by an hour", "0 missed or doubled", measured, good=not sum(wrong))
