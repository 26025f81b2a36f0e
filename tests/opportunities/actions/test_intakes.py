"""Postings come in, are read in a child process, ticked, kept and taken back; feeds are kept up."""

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from askwell.accounts.models import User, Workspace
from askwell.opportunities.actions.applications import move
from askwell.opportunities.actions.errors import (
    IntakeStateError,
    NoLinkError,
    NothingBroughtError,
    NothingTickedError,
    NoTitleError,
    TooLargeError,
    TooManyWaitingError,
)
from askwell.opportunities.actions.feeds import add_feed, feeds_due, read_feed
from askwell.opportunities.actions.intakes import discard, forget_intakes, left_unread, read_intake, receive
from askwell.opportunities.actions.keeping import keep_intake, take_intake_back
from askwell.opportunities.actions.openings import Found
from askwell.opportunities.choices import Brought, IntakeState, Source, Stage
from askwell.opportunities.models import Feed, Intake, Opportunity
from askwell.opportunities.queries.intakes import intakes_open, offered
from askwell.opportunities.rules.posting import Facts, facts_of
from askwell.protocols.postings import MOST_BYTES
from tests.factories.opportunities import PLANNER, make_opening, ready_intake
from tests.factories.people import clock_at

PAGE = b"""<html><head><title>Job</title><script type="application/ld+json">{"@context": "https://schema.org",
"@type": "JobPosting", "title": "Buyer", "hiringOrganization": {"name": "Two Rivers Dairy"},
"description": "<p>Buy milk.</p><script>alert(1)<\\/script>", "datePosted": "2026-11-01"}</script></head></html>"""
FEED = """<rss version="2.0"><channel><title>Jobs</title>{}</channel></rss>"""
ITEM = "<item><title>{0}</title><link>https://jobs.example/{0}</link><description>Do {0}.</description></item>"


def read(workspace: Workspace, data: bytes, now: datetime, **more: Any) -> Intake:
    row = receive(workspace=workspace, brought=Brought.PASTED, data=data, now=now, **more)
    read_intake(workspace=workspace, intake_id=row.pk, clock=clock_at(now))
    row.refresh_from_db()
    return row


def titles(workspace: Workspace) -> list[str]:
    return sorted(Opportunity.kept(workspace).filter(same_as=None).values_list("title", flat=True))


def keep(row: Intake, now: datetime, *places: int, found: Found | None = None) -> Any:
    ticked = {one.place: one.facts for one in offered(row) if one.place in places}
    told = {"workspace": row.workspace, "intake_id": row.pk, "now": now}
    return keep_intake(ticked=ticked, found=found or Found(Source.BOARD), **told)


def test_a_page_is_read_in_a_child_and_its_bytes_are_let_go(workspace: Workspace, now: datetime) -> None:
    row = read(workspace, PAGE, now)
    facts = offered(row)[0].facts
    assert (row.state, bytes(row.data)) == (IntakeState.READY, b"")
    assert (facts.title, facts.organisation_name) == ("Buyer", "Two Rivers Dairy")
    assert "<" not in facts.text


@pytest.mark.parametrize(
    ("data", "code"), [(b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "picture"), (b"<html><p>Hello.</p></html>", "nothing_found")]
)
def test_what_is_no_posting_is_refused_and_nothing_is_lost(
    data: bytes, code: str, workspace: Workspace, now: datetime
) -> None:
    row = read(workspace, data, now)
    assert (row.state, row.code, bytes(row.data)) == (IntakeState.REFUSED, code, data)


def test_what_cannot_be_taken_in_is_refused_at_once(workspace: Workspace, now: datetime) -> None:
    for brought, told, error in (
        (Brought.PASTED, {"data": b"  "}, NothingBroughtError),
        (Brought.LINK, {"address": "ftp://a.example"}, NoLinkError),
        (Brought.FILE, {"data": b"x" * (MOST_BYTES + 1)}, TooLargeError),
    ):  # fmt: skip
        with pytest.raises(error):
            receive(workspace=workspace, brought=brought, now=now, **told)  # type: ignore[arg-type]  # a table of cases
    for _ in range(5):
        receive(workspace=workspace, brought=Brought.PASTED, data=b"x", now=now)
    with pytest.raises(TooManyWaitingError):
        receive(workspace=workspace, brought=Brought.PASTED, data=b"x", now=now)


def test_what_lost_its_worker_is_taken_again_and_refused_the_third_time(workspace: Workspace, now: datetime) -> None:
    row = receive(workspace=workspace, brought=Brought.PASTED, data=PAGE, now=now)
    Intake.objects.of(workspace).update(tries=2)
    late = now + timedelta(minutes=3)
    assert left_unread(now=late) == [(workspace.pk, row.pk, Brought.PASTED)]
    read_intake(workspace=workspace, intake_id=row.pk, clock=clock_at(late))
    row.refresh_from_db()
    assert (row.state, row.code) == (IntakeState.REFUSED, "crashed")
    assert forget_intakes(now=late + timedelta(days=8)) == 1


def test_only_what_is_ticked_is_kept_with_its_source(workspace: Workspace, now: datetime) -> None:
    row = ready_intake(workspace, {}, {"title": "Buyer"}, {"title": "Driver"})
    kept = keep(row, now, 1, 2, found=Found(Source.PROGRAMME))
    assert sorted(one.title for one in kept.rows) == titles(workspace) == ["Buyer", "Driver"]
    assert {one.source for one in kept.rows} == {Source.PROGRAMME}


def test_all_or_nothing_is_kept(workspace: Workspace, now: datetime) -> None:
    row = ready_intake(workspace, {}, {"title": "Buyer"})
    told = {"workspace": workspace, "intake_id": row.pk, "found": Found(), "now": now}
    with pytest.raises(NoTitleError):
        keep_intake(ticked={0: facts_of(PLANNER), 1: Facts()}, **told)
    with pytest.raises(NothingTickedError):
        keep_intake(ticked={}, **told)
    assert titles(workspace) == []


def test_what_was_kept_is_taken_back_but_for_what_went_on(workspace: Workspace, now: datetime) -> None:
    row = ready_intake(workspace, {}, {"title": "Buyer"})
    kept = keep(row, now, 0, 1)
    move(workspace=workspace, opportunity_id=kept.rows[0].pk, to=Stage.APPLIED, now=now)
    assert take_intake_back(workspace=workspace, intake_id=row.pk, now=now) == 1
    assert titles(workspace) == ["Demand planner"]
    row.refresh_from_db()
    assert row.state == IntakeState.READY


def test_what_is_there_already_is_marked_and_only_seen_once_more(workspace: Workspace, now: datetime) -> None:
    there = make_opening(workspace)
    row = ready_intake(workspace, {}, {"title": "Buyer"})
    assert [one.there for one in offered(row)] == [(there.pk, "Demand planner"), None]
    kept = keep(row, now, 0)
    assert (kept.rows, kept.same) == ((), (there,))
    assert there.sightings.count() == 1
    take_intake_back(workspace=workspace, intake_id=row.pk, now=now)
    assert (there.sightings.count(), titles(workspace)) == (0, ["Demand planner"])


def test_what_waits_is_called_by_its_first_words(workspace: Workspace, now: datetime) -> None:
    told = {"workspace": workspace, "brought": Brought.PASTED, "now": now}
    receive(data=b"\n  Night clerk wanted \nSmall Inn", **told)
    receive(data=b"<html><p>Hello.</p></html>", **told)
    ready_intake(workspace, {"title": "Buyer"})
    assert sorted(one.name for one in intakes_open(workspace)) == ["", "Buyer", "Night clerk wanted"]


def test_what_was_kept_is_not_let_go(workspace: Workspace, stranger: User, now: datetime) -> None:
    row = ready_intake(workspace)
    assert stranger.workspace
    with pytest.raises(Intake.DoesNotExist):
        discard(workspace=stranger.workspace, intake_id=row.pk)
    keep(row, now, 0)
    with pytest.raises(IntakeStateError):
        discard(workspace=workspace, intake_id=row.pk)


class _Feeding(BaseHTTPRequestHandler):
    body, status = b"", 200

    def do_GET(self) -> None:
        self.send_response(self.status)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(type(self).body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def served() -> Iterator[tuple[str, type[_Feeding]]]:
    handler = type("Handler", (_Feeding,), {})
    server = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/jobs", handler
    server.shutdown()
    server.server_close()


def feed_of(*names: str) -> bytes:
    return FEED.format("".join(map(ITEM.format, names))).encode()


def test_a_feed_offers_what_is_new_and_nothing_twice(
    workspace: Workspace, now: datetime, served: tuple[str, type[_Feeding]]
) -> None:
    address, handler = served
    row = add_feed(workspace=workspace, address=address, name="Jobs", source=Source.BOARD, now=now)
    handler.body = feed_of("buyer", "driver")
    assert read_feed(workspace=workspace, feed_id=row.pk, clock=clock_at(now)) == 2
    handler.body = feed_of("buyer", "driver", "planner")
    assert read_feed(workspace=workspace, feed_id=row.pk, clock=clock_at(now)) == 1
    assert [one.facts.title for one in offered(Intake.objects.of(workspace).get())] == ["planner", "buyer", "driver"]
    row.refresh_from_db()
    assert (row.fails, row.due_at) == (0, now + timedelta(hours=6))


def test_a_feed_that_fails_is_tried_more_rarely_and_says_why(
    workspace: Workspace, now: datetime, served: tuple[str, type[_Feeding]]
) -> None:
    address, handler = served
    handler.status = 404
    row = add_feed(workspace=workspace, address=address, name="", source="", now=now)
    for hours in (1, 2):
        assert read_feed(workspace=workspace, feed_id=row.pk, clock=clock_at(now)) == 0
        row.refresh_from_db()
        assert (row.trouble, row.due_at) == ("refused", now + timedelta(hours=hours))


def test_hosted_a_feed_may_not_lead_inwards(
    workspace: Workspace, now: datetime, served: tuple[str, type[_Feeding]], settings: Any
) -> None:
    settings.HOSTED = True
    row = add_feed(workspace=workspace, address=served[0], name="", source="", now=now)
    assert read_feed(workspace=workspace, feed_id=row.pk, clock=clock_at(now)) == 0
    row.refresh_from_db()
    assert row.trouble == "forbidden"


def test_a_due_feed_is_given_out_once(workspace: Workspace, now: datetime) -> None:
    row = add_feed(workspace=workspace, address="https://jobs.example/feed", name="", source="", now=now)
    assert feeds_due(now=now) == [(workspace.pk, row.pk)]
    assert feeds_due(now=now) == []
    Feed.kept(workspace).update(removed_at=now, due_at=now)
    assert feeds_due(now=now) == []
