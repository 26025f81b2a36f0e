"""Askwell with a big workspace, answering `pages.py`: 30,000 people, 4,000 employers, 40 targets, 500 threads, of
which 300 have an interview with ten questions; 3,000 insights; 1,000 applications."""

import sys
import time

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from askwell.accounts.actions import ensure_local_owner
from askwell.accounts.models import User
from askwell.interviews.models import Interview
from askwell.outreach.models import Thread
from askwell.people.models import Person
from requests_of import answer_forever  # beside this file
from workspaces import Size, cookie_of, fill

BIG = Size(people=30_000, employers=4_000, threads=500, interviews=300, insights=3_000, openings=1_000)


def build() -> User:
    """The owner of the big workspace; built unless the data folder holds it already."""
    call_command("migrate", verbosity=0)
    owner = ensure_local_owner()
    assert owner.workspace
    if Person.objects.of(owner.workspace).exists():
        return owner
    fill(owner.workspace, BIG)
    print(f"built after {time.process_time():.0f} CPU seconds", file=sys.stderr, flush=True)
    if connection.vendor == "postgresql":  # what its autovacuum does a minute later
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return owner


if __name__ == "__main__":
    owner = build()
    assert owner.workspace
    busiest = Thread.objects.of(owner.workspace).order_by("-opened_at").first()
    talked = Interview.objects.of(owner.workspace).order_by("created_at").first()
    assert busiest
    assert talked
    pages = {
        "today": "/",
        "people": "/people/",
        "people-searched": "/people/?q=plan",
        "person": f"/people/{busiest.person_id}/",
        "interviews": "/interviews/",
        "prepare": f"/interviews/{talked.pk}/",
        "talk": f"/interviews/{talked.pk}/talk/",
        "insights": "/interviews/insights/",
        "progress": "/interviews/progress/",
        "openings": "/openings/",
        "openings-list": "/openings/?view=list",
        "openings-doors": "/openings/doors/",
    }
    cookie = cookie_of(owner)
    visits = {page: (address, cookie) for page, address in pages.items()}
    answer_forever(visits, change=lambda: owner.save(update_fields=["time_zone"]))
