"""Every page of the demo: axe finds nothing, nothing overflows, the keyboard alone suffices, scripts are a luxury."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.looking import faults
from tests.servers.askwell import Running

pytestmark = [pytest.mark.e2e, pytest.mark.once]

PAGES = [
    "/", "/people/", "/people/?q=plan", "/network/",
    "/organisations/", "/people/add/", "/people/import/", "/conversations/", "/targets/", "/next/",
    "/search/?q=lin", "/data/", "/data/erase/", "/account/settings/", "/interviews/", "/interviews/insights/",
    "/interviews/progress/", "/account/locked/", "/decide/",
]  # fmt: skip
BEHIND = {
    "/people/*/", "/people/*/edit/", "/people/*/log/", "/people/*/write/", "/people/*/erase/", "/people/import/*/",
    "/people/import/*/pairs/", "/conversations/*/", "/conversations/*/second/", "/interviews/*/",
    "/interviews/*/bank/", "/interviews/*/times/", "/interviews/*/talk/", "/interviews/*/finish/",
    "/interviews/with/*/", "/organisations/*/", "/decide/*/", "/decide/fields/*/*/", "/decide/use/*/",
    "/interviews/insights/*/ask/",
}  # fmt: skip
"""What must be found by following links from those."""
EMPTY = [
    "/", "/people/", "/conversations/", "/interviews/", "/interviews/insights/", "/interviews/progress/", "/targets/",
    "/next/", "/data/", "/decide/",
]  # fmt: skip
FOR_VISITORS = ["/sign-in/login/", "/sign-in/signup/", "/sign-in/password/reset/"]
PASTED = """Name,Company,Email
Priya Nair,North Shore Logistics,priya.nair@elsewhere.example
Uma Rao,Foo,uma@foo.example
"""
ID = re.compile("[0-9a-f]{8}-[0-9a-f-]{27}")


@pytest.fixture(scope="module")
def context(chromium: Browser, demo: Running) -> Iterator[BrowserContext]:
    context = entered(chromium, demo)
    yield context
    context.close()


def entered(chromium: Browser, running: Running) -> BrowserContext:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, timezone_id="America/Vancouver")
    page = context.new_page()
    page.goto(running.link())
    page.wait_for_url(running.address + "/")
    page.close()
    return context


def paste(page: Page, demo: Running) -> str:
    """The page on which a pasted table, one of whose people may be known already, is checked."""
    page.goto(demo.address + "/people/import/")
    page.locator("textarea[name=pasted]").fill(PASTED)
    page.locator("form:has(textarea[name=pasted]) button").last.click()
    page.wait_for_url(re.compile("/people/import/[0-9a-f-]{36}/$"))
    page.locator("button[form=apply]").wait_for()
    return page.url.removeprefix(demo.address)


def held_with(page: Page, demo: Running) -> str:
    """The page of somebody who was met."""
    page.goto(demo.address + "/conversations/?only=closed")
    for thread in page.locator("main a[href^='/conversations/']").evaluate_all("all => all.map(one => one.href)"):
        page.goto(thread)
        if page.locator(".timeline .met").count():
            return str(page.locator("main a[href^='/people/']").first.get_attribute("href"))
    pytest.fail("the demo met nobody")


def followed(page: Page, demo: Running, start: list[str]) -> tuple[dict[str, str], list[str]]:
    """One address of every kind of page that links lead to, by its path with a star for each id; what is wrong."""
    waiting, found, troubles = list(start), dict[str, str](), list[str]()
    while waiting:
        address = waiting.pop(0)
        kind = ID.sub("*", address.split("?")[0])
        if kind in found:
            continue
        found[kind] = address
        troubles += faults(page, demo.address + address)
        waiting += page.locator("a[href^='/']:not([download]):not([href*='.'])").evaluate_all(
            "all => all.map(one => one.getAttribute('href').split('#')[0])"
        )
    return found, troubles


@pytest.mark.long
def test_axe_finds_nothing_and_nothing_overflows(context: BrowserContext, demo: Running) -> None:
    page = context.new_page()
    paste(page, demo)
    page.locator("button[form=apply]").click()
    page.locator("a.primary[href$='/pairs/']").wait_for()
    pairs, checked = str(page.locator("a[href$='/pairs/']").first.get_attribute("href")), paste(page, demo)

    found, troubles = followed(page, demo, [*PAGES, checked, pairs])
    for address in {*PAGES, held_with(page, demo)} - set(found.values()):
        troubles += faults(page, demo.address + address)
    page.close()

    assert BEHIND - set(found) == set()
    assert troubles == []


def test_nothing_is_wrong_with_the_pages_of_who_has_nobody_yet(chromium: Browser, fresh: Running) -> None:
    context = entered(chromium, fresh)
    page = context.new_page()

    troubles = [trouble for address in EMPTY for trouble in faults(page, fresh.address + address)]
    context.close()

    assert troubles == []


def test_nothing_is_wrong_with_the_pages_of_a_visitor(chromium: Browser, hosted: str) -> None:
    context = chromium.new_context(extra_http_headers={"X-Forwarded-Proto": "https"})
    page = context.new_page()

    troubles = [trouble for address in FOR_VISITORS for trouble in faults(page, hosted + address)]
    context.close()

    assert troubles == []


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))


def test_the_keyboard_alone_goes_from_today_to_a_draft(context: BrowserContext, demo: Running) -> None:
    page = context.new_page()
    page.goto(demo.address + "/")
    page.keyboard.press("Tab")
    assert "skip" in focused(page)

    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url(re.compile("/people/$"))
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/people/[0-9a-f-]{36}/"))
    page.keyboard.press("/")
    assert 'name="q"' in focused(page)
    page.keyboard.type("aisha")
    expect(page.locator("#found a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/people/[0-9a-f-]{36}/"))
    expect(page.locator("h1")).to_contain_text("Aisha")
    page.close()


def test_a_question_mark_lists_the_keys(context: BrowserContext, demo: Running) -> None:
    page = context.new_page()
    page.goto(demo.address + "/")

    page.keyboard.press("?")

    expect(page.locator("dialog#keys")).to_be_visible()
    page.close()


def test_the_pages_work_without_scripts(chromium: Browser, context: BrowserContext, demo: Running) -> None:
    plain = chromium.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = plain.new_page()
    page.goto(demo.address + "/people/?q=aisha")
    page.locator("h3 a", has_text="Aisha").first.click()
    expect(page.locator("h1")).to_contain_text("Aisha")
    page.locator("a[href$='/write/']").first.click()
    page.locator("#body").fill("Hi Aisha, are you hiring? [Name]")
    page.locator("button[name=do][value=save]").first.click()

    expect(page.locator(".findings li").first).to_be_visible()
    plain.close()
