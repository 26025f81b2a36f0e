"""What a word may hold, through every entry that takes words: kept as a word, shown as a word, sent as a word."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from html.parser import HTMLParser
from itertools import cycle

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from askwell.accounts.models import User, Workspace
from askwell.desk.actions.export import export_workspace
from askwell.interviews.actions.meeting import offer_times
from askwell.interviews.actions.pages import open_page
from askwell.interviews.models import Notice
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.outreach.choices import LetterState, MeetingBy
from askwell.outreach.models import Letter, Thread
from askwell.people.models import Person
from askwell.protocols.calendar import read_calendar
from tests.factories.cards import read as read_cards
from tests.factories.cards import seen
from tests.factories.outreach import make_waiting
from tests.factories.people import make_person
from tests.hostile import entries
from tests.hostile.words import BEACON, WORDS

pytestmark = pytest.mark.once  # judged before any database is asked

SignIn = Callable[[User], Client]
ALL = list(WORDS.values())
SENT = [word for name, word in WORDS.items() if name != "half a letter"]
"""No browser sends half a letter, and no code on a card gives one."""
LISTED = [word for name, word in WORDS.items() if name != "card"]
"""A file that holds a card is a file of cards, whatever it is called."""


class Live(HTMLParser):
    """Finds what a page holds only if a word became a part of it that does something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            loads = name in ("src", "srcset", "style", "background", "data", "poster")
            leads = name in ("href", "action", "formaction") and (value or "").strip().lower().startswith("javascript:")
            if name.startswith("on") or leads or (loads and BEACON in (value or "")):
                self.found.append(f"<{tag} {name}={value}>")
        if tag == "script" and "src" not in dict(attrs):
            self.found.append("<script>")


PAGES = ("/", "/people/", "/people/import/", "/people/cards/", "/story/", "/openings/", "/interviews/", "/network/")


def test_a_word_that_became_part_of_a_page_would_be_seen() -> None:
    assert Live(f'<p title="{WORDS["html"]}">').found
    assert Live(f"<p title='{WORDS['attribute']}'>").found
    assert Live(f'<a href="{WORDS["link"]}">').found
    assert Live(escape("".join(SENT))).found == []


@pytest.fixture(autouse=True)
def _nobody_looked(db: None) -> None:
    cache.clear()  # limits of visitors


@pytest.fixture
def pages(seeker: User, sign_in: SignIn, workspace: Workspace) -> Callable[[], None]:
    """Looks at the lists, at everybody's page and at what can be taken out, and finds only words."""
    client = sign_in(seeker)

    def looked_at() -> None:
        for address in (*PAGES, *(f"/people/{person.pk}/" for person in Person.objects.of(workspace)[:40])):
            answer = client.get(address, follow=True)
            assert answer.status_code == 200, address
            assert Live(answer.content.decode()).found == [], address
        taken_out(workspace)

    return looked_at


def taken_out(workspace: Workspace) -> None:
    """No cell of an export computes, no calendar or card has an entry that a word made."""
    packed = zipfile.ZipFile(io.BytesIO(export_workspace(workspace=workspace, now=timezone.now())))
    for name in packed.namelist():
        data = packed.read(name)
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
            assert [cell for cell in cells if cell.startswith(("=", "@", "\t", "\r"))] == [], name
        if name.endswith(".ics"):
            assert [event for event in read_calendar(data, zone="UTC").events if event.summary == "taken"] == []
        if name.endswith(".vcf"):
            assert len(re.findall(rb"^BEGIN:VCARD\r$", data, re.M)) == Person.objects.of(workspace).count()
        if name.endswith(".html"):
            assert Live(data.decode()).found == []


def test_a_table_of_people(workspace: Workspace, now: datetime, pages: Callable[[], None]) -> None:
    assert entries.address_book(workspace, "Connections.csv", entries.table(LISTED), now) == "done"
    pages()


def test_business_cards_of_phones(workspace: Workspace, now: datetime, pages: Callable[[], None]) -> None:
    assert entries.address_book(workspace, "all.vcf", entries.vcards(LISTED), now) == "done"
    pages()


def test_what_is_printed_on_a_card(workspace: Workspace, now: datetime, pages: Callable[[], None]) -> None:
    words = [word for word in SENT if len(word) < 5_000]
    answers = {
        str(number).encode(): seen(word, "Buyer", f"{word} Foods", codes=(f"MECARD:N:{word};EMAIL:{word};;",))
        for number, word in enumerate(words)
    }
    scans = read_cards(workspace, *answers, now=now, answers=answers)
    assert {scan.state for scan in scans} <= {"ready", "refused"}
    pages()


@pytest.mark.parametrize("name", WORDS)
def test_a_mail(workspace: Workspace, now: datetime, name: str) -> None:
    make_waiting(workspace, now - timedelta(days=3), given="Daniel")
    assert entries.mail(workspace, "", entries.answer(WORDS[name]), now) in {*LetterState, "passed over"}


@pytest.mark.parametrize("name", WORDS)
def test_an_invitation(workspace: Workspace, now: datetime, name: str) -> None:
    make_waiting(workspace, now - timedelta(days=3), given="Daniel")
    assert entries.calendar(workspace, "", entries.invitation(WORDS[name]), now) in {*LetterState, "passed over"}


def test_mails_on_their_page(workspace: Workspace, now: datetime, seeker: User, sign_in: SignIn) -> None:
    thread = make_waiting(workspace, now - timedelta(days=3), given="Daniel")
    for word in ALL:
        entries.mail(workspace, "", entries.answer(word), now)
    assert Letter.objects.of(workspace).exists()

    answer = sign_in(seeker).get(f"/people/{thread.person_id}/", follow=True)

    assert answer.status_code == 200
    assert Live(answer.content.decode()).found == []


def test_a_resume(workspace: Workspace, now: datetime, pages: Callable[[], None]) -> None:
    assert entries.resume(workspace, WORDS["path"], entries.json_resume(ALL), now) == "ready"
    pages()


def test_postings(workspace: Workspace, now: datetime, pages: Callable[[], None]) -> None:
    assert entries.posting(workspace, WORDS["html"], entries.job_page(ALL), now) == "ready"
    pages()


def test_a_restored_archive(workspace: Workspace, stranger: User, now: datetime) -> None:
    """Each word in each text field of a row of what somebody exported: in whole, or refused whole."""
    make_person(workspace, now=now)
    whole = entries.contents_of(export_workspace(workspace=workspace, now=now))
    assert stranger.workspace
    others = cycle(("family", "native", "id", "created_at", "notes", "workspace"))
    for word in ALL:
        for field in ("given", next(others)):
            ended = entries.restore(stranger.workspace, "", entries.archive(entries.with_word(whole, field, word)), now)
            assert ended.endswith((" rows", "Archive", "Version", "NotEmpty")), (field, word[:40])
            Person.objects.of(stranger.workspace).delete()


@pytest.mark.parametrize("what", ["time", "off", "other", "name", "no", "write", "erase", "stop", "back"])
def test_an_insiders_page(workspace: Workspace, client: Client, what: str, pages: Callable[[], None]) -> None:
    now = timezone.now()
    thread = make_waiting(workspace, now - timedelta(days=3), given="Helen")
    person = Thread.objects.of(workspace).get(pk=thread.pk).person_id
    offered = {"times": [now + timedelta(days=3)], "minutes": 20, "by": MeetingBy.VIDEO}
    made = offer_times(workspace=workspace, person_id=person, now=now, **offered)
    booking = open_page(workspace=workspace, interview_id=made.pk, now=now)
    address = f"/meet/{row_token(BOOKING, booking, booking.number)}/"

    for word in SENT:
        said = dict.fromkeys(("text", "name", "reach", "until", "time", "zone", "language", "by", "month"), word)
        cache.clear()
        assert client.post(address, said | {"do": what}).status_code < 500
        assert client.get(address, said).status_code < 500
    assert Notice.objects.of(workspace).count() <= 60
    pages()
