"""Askwell with many workspaces on PostgreSQL, for `load.py`: fills them where the database is empty, tells who visits
them, then answers Today of the largest and of the smallest.

    load_askwell.py VISITORS.json 10x30000 1000x500
"""

import json
import sys
from multiprocessing import get_context
from pathlib import Path

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from askwell.accounts.actions import open_workspace
from askwell.accounts.models import User
from askwell.interviews.models import Interview
from askwell.opportunities.models import Opportunity
from askwell.outreach.models import Thread
from requests_of import answer_forever  # beside this file
from workspaces import Size, cookie_of, fill

FILLERS = 2


def size_of(people: int) -> Size:
    """A workspace's size by its people; beside 30,000 what `pages.py` has."""
    share = people / 30_000
    return Size(
        people=people,
        employers=max(60, round(4_000 * share)),
        threads=max(20, round(500 * share)),
        interviews=max(6, round(300 * share)),
        insights=max(60, round(3_000 * share)),
        openings=max(20, round(1_000 * share)),
    )


def owner(number: int, people: int) -> None:
    user = User.objects.create_user(f"owner{number}@load.example", language="en")
    fill(open_workspace(user=user), size_of(people))


def fill_all(sizes: list[int]) -> None:
    call_command("migrate", verbosity=0)
    connection.close()
    with get_context("fork").Pool(FILLERS) as pool:
        pool.starmap(owner, enumerate(sizes), chunksize=4)
    with connection.cursor() as cursor:  # what its autovacuum does a minute later
        cursor.execute("VACUUM ANALYZE")


def visitor(user: User) -> dict[str, object]:
    """A new session, and the addresses that it goes to."""
    workspace = user.workspace
    assert workspace
    threads = Thread.objects.of(workspace).order_by("-opened_at")[:8]
    talks = Interview.objects.of(workspace).order_by("created_at")[:4]
    openings = Opportunity.objects.of(workspace).order_by("id")[:4]
    return {
        "cookie": cookie_of(user),
        "today": ["/"],
        "people": ["/people/", "/people/?page=2"],
        "search": ["/people/?q=plan", "/people/?q=chen", "/people/?q=nurse"],
        "person": [f"/people/{one.person_id}/" for one in threads],
        "prepare": [f"/interviews/{one.pk}/" for one in talks],
        "openings": ["/openings/", *(f"/openings/{one.pk}/" for one in openings)],
        "note": [f"/people/{one.person_id}/note/" for one in threads],
    }


if __name__ == "__main__":
    told, *groups = sys.argv[1:]
    sizes = [int(people) for group in groups for count, people in [group.split("x")] for _one in range(int(count))]
    call_command("migrate", verbosity=0)
    if not User.objects.exists():
        fill_all(sizes)
    owners = {int(user.email.removeprefix("owner").split("@")[0]): user for user in User.objects.all()}
    visitors = [visitor(owners[number]) for number in range(len(sizes))]
    Path(told).write_text(json.dumps({"people": sum(sizes), "visitors": visitors}))
    pages = {place: ("/", str(visitors[at]["cookie"])) for place, at in (("first", 0), ("last", -1))}
    answer_forever(pages, change=lambda: owners[len(sizes) // 2].save(update_fields=["time_zone"]))
