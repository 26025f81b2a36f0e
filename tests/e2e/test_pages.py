"""Every page of the demo: axe finds nothing, nothing overflows, the keyboard alone suffices, scripts are a luxury."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.conftest import Running
from tests.e2e.looking import faults

pytestmark = pytest.mark.e2e

PAGES = [
    "/", "/people/", "/people/?q=plan", "/people/add/", "/people/import/", "/conversations/", "/targets/", "/next/",
    "/search/?q=lin", "/data/", "/data/erase/", "/account/settings/", "/interviews/", "/interviews/insights/",
    "/interviews/progress/",
]  # fmt: skip
BEHIND = [
    ("/people/", "h3 a[href^='/people/']"),
    ("/conversations/", ".board h4 a"),
    ("/next/", "a.button[href$='/write/']"),
]
FOR_VISITORS = ["/sign-in/login/", "/sign-in/signup/", "/sign-in/password/reset/"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def context(chromium: Browser, demo: Running) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, timezone_id="America/Vancouver")
    page = context.new_page()
    page.goto(demo.link())
    page.wait_for_url(demo.address + "/")
    page.close()
    yield context
    context.close()


@pytest.fixture(scope="module")
def addresses(context: BrowserContext, demo: Running) -> list[str]:
    """The plain pages, and the first of each kind that lies behind a list."""
    page, found = context.new_page(), list(PAGES)
    for listing, link in BEHIND:
        page.goto(demo.address + listing)
        href = page.locator(link).first.get_attribute("href")
        assert href
        found.append(href)
    page.close()
    return found


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_overflows(
    context: BrowserContext, demo: Running, addresses: list[str], width: int
) -> None:
    page, found = context.new_page(), {}
    page.set_viewport_size({"width": width, "height": 900})
    for address in addresses:
        page.goto(demo.address + address)
        broken = [one["id"] for one in Axe().run(page, options=RULES).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if broken or wide > 0:
            found[address] = (broken, wide)
    page.close()

    assert found == {}


@pytest.mark.once
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
