"""The whole loop over mail, in a real browser against a real SMTP and IMAP server: connect, send, hear an answer from
another program, take what is proposed, be booked on the insider's page, invite, be accepted, be reminded, thank."""

import re
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from askwell.interviews.rules.reminding import HOUR_FROM
from tests.e2e.test_walk import bring_in, enter
from tests.servers.askwell import Running
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.sink import Sink

pytestmark = [pytest.mark.e2e, pytest.mark.once]

AISHA = "aisha@tidewater.example"
PATIENCE = 240  # seconds; the sweep that finds what is due comes by once a minute
BOOK = f"Given name,Family name,E-mail,Title,Organization\nAisha,Khan,{AISHA},Supply planner,Tidewater Foods\n"


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.5)


class Post:
    """Both servers, as the seeker's provider and as the insider's program see them."""

    def __init__(self, smtp: Sink, imap: Dovecot, own: str) -> None:
        self.smtp, self.imap, self.own = smtp, imap, own
        smtp.sent_of = own

    def sent(self, number: int) -> EmailMessage:
        """The mail that left as the `number`th (from 1), once it has."""
        until(lambda: len(self.smtp.accepted) >= number)
        mail = message_from_bytes(self.smtp.accepted[number - 1].data, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        return mail

    def answer(self, to: EmailMessage, text: str, calendar: str = "") -> None:
        """What Aisha's program puts into the seeker's inbox."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = f"Aisha Khan <{AISHA}>", self.own, f"Re: {to['Subject']}"
        mail["Message-ID"], mail["In-Reply-To"] = f"<{time.time_ns()}@tidewater.example>", to["Message-ID"]
        mail["Date"] = datetime.now().astimezone()
        mail.set_content(text)
        if calendar:
            mail.add_alternative(calendar, subtype="calendar", params={"method": "REPLY"})
        self.imap.deliver(self.own, mail.as_bytes())


@pytest.fixture
def post(imap_server: Dovecot, smtp_server: Sink, mail_login: str) -> Post:
    return Post(smtp_server, imap_server, mail_login)


def words_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part
    return str(part.get_content())


def calendar_of(mail: EmailMessage) -> str:
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"][:1]
    return str(part.get_content())


def connect(page: Page, askwell: Running, post: Post) -> None:
    page.goto(askwell.address + "/mailbox/connect/")
    page.locator("input[name=address]").fill(post.own)
    page.locator("main form button.primary").click()
    page.locator("input[name=secret]").fill(PASSWORD)
    page.locator("input[name=name]").fill("Mei Tan")
    page.locator("main details summary").click()
    for side, port in (("imap", post.imap.port), ("smtp", post.smtp.port)):
        page.locator(f"input[name={side}_host]").fill("127.0.0.1")
        page.locator(f"select[name={side}_security]").select_option("none")
        page.locator(f"input[name={side}_port]").fill(str(port))
    page.locator("main form button.primary").click()
    page.wait_for_url(re.compile("/mailbox/$"))
    expect(page.locator("main h2").first).to_contain_text(post.own.split("@")[0])


def look(page: Page, askwell: Running, address: str, shown: str) -> None:
    """Have the mailbox looked into, and wait until `shown` is on the page of this address."""
    page.goto(askwell.address + "/mailbox/")
    page.locator("form[action$='/look/'] button").click()

    def is_there() -> bool:
        page.goto(askwell.address + address)
        return page.locator(shown).count() > 0

    until(is_there)


def send(page: Page) -> None:
    page.locator("button[name=do][value=send]").click()
    page.wait_for_url(re.compile("/conversations/|/outbox/"))


@pytest.mark.long
def test_from_connecting_to_thanks(
    page: Page,
    chromium: Browser,
    alone: Running,
    imap_server: Dovecot,
    smtp_server: Sink,
    mail_login: str,
    tmp_path: Path,
) -> None:
    post = Post(smtp_server, imap_server, mail_login)
    (tmp_path / "book.csv").write_text(BOOK)
    enter(page, alone, "en")
    assert bring_in(page, alone, tmp_path / "book.csv") == 1
    connect(page, alone, post)

    # the first message leaves by itself ten seconds after Send
    page.goto(alone.address + "/people/")
    page.locator("main a", has_text="Khan").first.click()
    person = page.url.removeprefix(alone.address)
    page.goto(alone.address + person + "write/")
    send(page)
    thread = page.url.removeprefix(alone.address)
    first = post.sent(1)
    assert (first["To"], first["From"]) == (f"Aisha Khan <{AISHA}>", f"Mei Tan <{post.own}>")
    page.goto(alone.address + thread)  # the outbox's page until the worker has noted that it left
    expect(page.locator(".timeline li")).to_have_count(1, timeout=60_000)

    # an answer from another program: its meaning is proposed, one click takes it
    post.answer(first, "Hi Mei,\n\nHappy to talk. What times would suit you?\n\nAisha <img src=x onerror=alert(1)>")
    look(page, alone, thread, ".letter")
    expect(page.locator(".letter .quote")).to_contain_text("Happy to talk.")
    page.locator(".letter button.primary").click()
    expect(page.locator(".timeline li")).to_have_count(2)

    # times, with a page to pick one
    page.goto(f"{alone.address}/interviews/with/{person.strip('/').split('/')[-1]}/")
    for box in page.locator("input[name=good]").all()[:2]:
        box.check(force=True)
    page.locator("input[name=page]").check(force=True)
    page.locator("form[aria-labelledby=choose] button").last.click()
    page.goto(alone.address + person + "write/?kind=reply")
    send(page)
    offer = post.sent(2)
    assert offer["In-Reply-To"]
    link = re.search(r"http://\S+/meet/\S+", words_of(offer))
    assert link

    # the insider picks one, without an account and without scripts
    insider = chromium.new_context(java_script_enabled=False, locale="en-CA").new_page()
    insider.goto(link[0])
    insider.locator("input[name=time]").first.check()
    insider.locator("button[name=do][value=time]").click()
    expect(insider.locator("section[aria-labelledby=stands]")).to_have_count(1)
    insider.context.close()

    # both calendars: the invitation leaves by itself, and is accepted
    invitation = post.sent(3)
    calendar = calendar_of(invitation)
    assert "METHOD:REQUEST" in calendar
    accepted = calendar.replace("METHOD:REQUEST", "METHOD:REPLY").replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED")
    assert "PARTSTAT=ACCEPTED" in accepted
    post.answer(invitation, "Accepted", accepted)
    look(page, alone, "/", "main :text('accepted')")

    # moved to an hour from now: their calendar is told, and the reminder comes to the seeker
    page.goto(alone.address + "/interviews/")
    interview = re.search(r"/interviews/[0-9a-f]{8}-[0-9a-f-]+/", page.content())
    assert interview
    page.goto(f"{alone.address}{interview[0]}times/")
    soon = datetime.now() + HOUR_FROM + timedelta(minutes=1, seconds=15)  # to the minute: agreed on before it is due
    page.locator("input[name=starts_at]").fill(soon.strftime("%Y-%m-%dT%H:%M"))
    page.locator("form[aria-labelledby=agree] button").last.click()
    later = {mail["To"]: mail for mail in (post.sent(4), post.sent(5))}
    update = next(mail for to, mail in later.items() if AISHA in to)
    reminder = next(mail for to, mail in later.items() if post.own in to)
    assert "SEQUENCE:1" in calendar_of(update)
    assert "Khan" in reminder["Subject"] + words_of(reminder)

    # met, and thanked
    page.goto(alone.address + thread)
    met = page.locator("details:has(input[name=what][value=met])")
    if met.get_attribute("open") is None:
        met.locator("summary").click()
    met.locator("button").last.click()
    page.goto(alone.address + person + "write/?kind=thanks")
    page.locator("#body").fill("Dear Aisha,\n\nThank you for today. Your word on lead times stays with me.\n\nMei Tan")
    send(page)
    thanks = post.sent(6)
    assert "lead times" in words_of(thanks)
    assert thanks["References"]
