"""The second half of the main job, walked in a real browser on a real address book, in English and in Chinese: a yes,
a time, a brief, a talk held without network, the closing card, thanks, whom they named written to, a door open."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.test_walk import PHONE, bring_in, enter
from tests.servers.askwell import Running

pytestmark = pytest.mark.e2e

SAID = "The phone calls are the work."
NOW_ON_THEIR_CLOCK = "new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 16)"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new browser profile. A lost network is logged by the browser as an error: part of this walk."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-CA")
    context.set_default_timeout(15_000)
    page, troubles = context.new_page(), []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    yield page
    context.close()
    assert troubles == []


def kept(page: Page) -> int:
    """How many things wait in the browser's own storage."""
    return int(page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('askwell-talk:')).length"))


def say_yes(page: Page, askwell: Running) -> None:
    """A first message to whoever comes first, and their yes."""
    page.goto(askwell.address + "/next/")
    page.locator("ol li.todo").first.locator("a.button").click()
    page.locator("button[name=do][value=sent]").click()
    page.wait_for_url(re.compile("/conversations/"))
    answer = page.locator("details:has(input[name=what][value=answer])")
    if answer.get_attribute("open") is None:
        answer.locator("summary").click()
    answer.locator("input[name=answer][value=accepts]").check()
    answer.locator("button").click()
    expect(page.locator(".timeline li")).to_have_count(2)


def agree_on_a_time(page: Page, askwell: Running) -> None:
    """Offered, written, and one of the offered ones agreed on with one press."""
    page.goto(askwell.address + "/")
    page.locator("li.todo").first.locator("a.button.primary").click()
    page.wait_for_url(re.compile("/interviews/with/"))
    page.locator("input[name=good]").last.check()  # more than two days ahead: to be confirmed later
    page.locator("form:has(input[name=good]) button").last.click()
    page.locator("a.button.primary[href*='/write/']").click()
    assert not re.search(r"[\[\]{}]|None", page.locator("#body").input_value())
    page.locator("button[name=do][value=sent]").click()
    page.wait_for_url(re.compile("/conversations/"))
    page.goto(askwell.address + "/interviews/")
    page.locator("a[href$='/times/']").first.click()
    page.locator("button[name=offered]").first.click()


def prepare(page: Page, askwell: Running) -> None:
    page.goto(askwell.address + "/interviews/")
    page.goto(askwell.address + interview_of(page))
    page.locator("#aim").fill("What a bad Monday looks like.")
    page.locator("#shared").fill("我们都做过采购。")
    for number in range(3):
        page.locator("input[name=fact]").nth(number).fill(f"Fact {number}")
        page.locator("input[name=source]").nth(number).fill("their own page")
    version = page.locator("#brief-version")
    expect(version).not_to_have_value("1")
    for count in range(1, 10):
        page.locator("#offers li.offer button").first.click()
        expect(page.locator("li.ask")).to_have_count(count)
    expect(page.locator(".checks > li.done")).to_have_count(7)
    expect(page.locator(".checks > li:not(.done)")).to_have_count(1)


def interview_of(page: Page) -> str:
    """The first interview's own address on the list."""
    addresses = page.locator("main a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    return next(address for address in addresses if re.fullmatch(r"/interviews/[0-9a-f-]{36}/", address or ""))


def hold(page: Page) -> None:
    """The talk, some of it without network."""
    page.goto(page.url.split("#")[0] + "talk/")
    page.locator("button[name=do][value=start]").click()
    expect(page.locator("[data-clock]")).to_have_text(re.compile(r"^\d+:\d\d$"))
    notes = page.locator("textarea[data-note]")
    notes.nth(0).fill("She said yes at once.")
    expect(page.locator("textarea[data-version='2']")).to_have_count(1)

    page.context.set_offline(True)
    notes.nth(1).fill(SAID + " 先打电话，再改计划。")
    page.locator("form[data-catch=person] input[name=text]").fill("Marc Tremblay, planner at Cedar Foods")
    page.keyboard.press("Enter")
    page.locator("form[data-catch=insight] input[name=text]").fill("Calls come before the maths")
    page.keyboard.press("Enter")
    expect(page.locator("[data-waiting]:visible")).to_have_count(2)
    assert kept(page) == 3

    page.context.set_offline(False)
    expect(page.locator("textarea[data-version='2']")).to_have_count(2, timeout=20_000)
    for _turn in range(80):
        if kept(page) == 0:
            break
        page.wait_for_timeout(250)
    assert kept(page) == 0
    page.reload()
    expect(notes.nth(1)).to_have_value(SAID + " 先打电话，再改计划。")
    expect(page.locator("[data-caught=person] li")).to_have_count(1)


def finish(page: Page, askwell: Running) -> None:
    """A blank card is refused; a filled one leads to the thanks, which speak of what was said."""
    page.locator("a.button.primary[href$='/finish/']").click()
    card = page.locator("form:has([name=said])")
    page.locator("[name=held_at]").fill(page.evaluate(NOW_ON_THEIR_CLOCK))
    card.locator("button.primary").click()
    expect(page.locator(".errorlist")).to_have_count(2)
    page.locator("[name=said]").fill(SAID)
    page.locator("[name=step][value=person]").check()
    page.locator("[name=claim-0-rating]").select_option("3")
    page.locator("[name=claim-0-subject]").fill("Demand planner")
    card.locator("button.primary").click()
    page.wait_for_url(re.compile("/write/"))
    expect(page.locator("#body")).to_have_value(re.compile(re.escape(SAID)))
    page.locator("button[name=do][value=sent]").click()
    page.wait_for_url(re.compile("/conversations/"))
    page.goto(askwell.address + "/")
    expect(page.locator(".doors .open")).to_have_count(1)


def write_to_whom_they_named(page: Page, askwell: Running) -> None:
    page.goto(askwell.address + "/")
    todo = page.locator("li.todo", has_text="Marc")
    expect(todo).to_have_count(1)
    todo.locator("a.button").first.click()
    expect(page.locator("#body")).to_have_value(re.compile("Marc"))
    page.locator("button[name=do][value=sent]").click()
    page.wait_for_url(re.compile("/conversations/"))
    page.goto(askwell.address + "/")
    expect(page.locator("li.todo", has_text="Marc")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", pytest.param("zh-hans", marks=pytest.mark.once)])
def test_from_a_yes_to_an_open_door(page: Page, fresh: Running, language: str) -> None:
    enter(page, fresh, language)
    bring_in(page, fresh, PHONE)
    say_yes(page, fresh)
    agree_on_a_time(page, fresh)
    prepare(page, fresh)
    hold(page)
    finish(page, fresh)
    write_to_whom_they_named(page, fresh)

    page.goto(fresh.address + "/interviews/insights/")
    expect(page.locator(".claim")).to_have_count(1)
    page.goto(fresh.address + "/interviews/progress/")
    expect(page.locator(".chart")).to_have_count(3)
