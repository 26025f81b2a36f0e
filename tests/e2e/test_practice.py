"""A rehearsal from the brief to the report, in a real browser, with scripts and without them."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.e2e.looking import faults
from tests.servers.askwell import Running, Stage

pytestmark = pytest.mark.e2e

GREETING = "Hello, thank you for your time. I'm Mei, and I was a buyer in a factory in Chengdu."
QUESTIONS = ("How did you become a planner?", "What happened then?", "Do you use Excel?", "What is changing this year?")
PLAIN = (
    "/practice/",
    "/practice/begin/",
    "/practice/begin/?q=nurse",
    "/practice/drills/closing/",
    "/practice/job-interviews/",
)
CLOSING = "Thank you, I will remember that. Who else should I talk to about this?"


@pytest.fixture(scope="module")
def served(stage: Stage) -> Iterator[Running]:
    yield from stage.show("--demo")


@pytest.fixture(params=[True, pytest.param(False, marks=pytest.mark.once)], ids=["scripts", "no scripts"])
def device(chromium: Browser, served: Running, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=request.param)
    context.set_default_timeout(20_000)
    yield context
    context.close()


def signed_in(device: BrowserContext, served: Running, *, has_scripts: bool = True) -> Page:
    page = device.new_page()
    page.goto(served.link())
    if not has_scripts:  # nothing sends the form by itself
        page.get_by_role("button", name="Open Askwell").click()
    page.wait_for_url(served.address + "/")
    return page


def from_the_brief(page: Page, served: Running) -> None:
    """Two clicks on the page of a talk that is to come."""
    page.goto(served.address + "/practice/")
    brief = page.locator("main a[href^='/practice/begin/for/']").first.get_attribute("href")
    assert brief
    page.goto(served.address + brief.replace("/practice/begin/for/", "/interviews/"))
    page.get_by_role("link", name="Rehearse").click()
    page.get_by_label("English").check()
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".turn")).to_have_count(1)


def say(page: Page, text: str, *, with_keys: bool) -> None:
    turns = page.locator(".turn").count()
    page.get_by_label(re.compile("^Your turn")).fill(text)
    if with_keys:
        page.keyboard.press("Enter")
    else:
        page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".turn")).to_have_count(turns + 2)


def test_from_the_brief_to_the_report(device: BrowserContext, served: Running, request: pytest.FixtureRequest) -> None:
    has_scripts = "no scripts" not in request.node.name
    page = signed_in(device, served, has_scripts=has_scripts)
    from_the_brief(page, served)
    for text in (GREETING, *QUESTIONS):
        say(page, text, with_keys=has_scripts)
    expect(page.locator(".remark")).to_contain_text(["Closed:"])
    if has_scripts:
        expect(page.locator("#announce")).to_have_text(page.locator(".turn:not(.mine) .said").last.inner_text())
        expect(page.get_by_label(re.compile("^Your turn"))).to_be_focused()
        expect(page.get_by_role("timer")).not_to_have_text("0:00")

    page.get_by_role("button", name="Unsay the last one").click()
    expect(page.get_by_label(re.compile("^Your turn"))).to_have_value(QUESTIONS[-1])
    for button in ("Pause", "Let the clock run"):
        page.get_by_label(re.compile("^Your turn")).fill(f"Before {button}")
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("button", name=button, exact=True)).to_have_count(0)
        expect(page.get_by_label(re.compile("^Your turn"))).to_have_value(f"Before {button}")
    page.locator(".ticker").first.click()
    expect(page.locator(".ticker[aria-pressed=true]")).not_to_have_count(0)
    expect(page.get_by_label(re.compile("^Your turn"))).to_have_value("Before Let the clock run")
    page.get_by_role("button", name="Pause, and practise just this for a minute").first.click()
    page.get_by_role("link", name="Back to the talk").click()
    expect(page.get_by_label(re.compile("^Your turn"))).to_have_value("Before Let the clock run")
    say(page, CLOSING, with_keys=has_scripts)
    page.get_by_role("button", name="End and see the report").click()

    expect(page.get_by_role("heading", name="What went well")).to_be_visible()
    expect(page.locator(".turns .turn.mine .said").first).to_have_text(GREETING)
    page.get_by_role("button", name=re.compile("Practise one thing|Once more")).click()
    expect(page.locator(".turn")).to_have_count(1)


@pytest.mark.once
def test_every_page_is_without_fault(chromium: Browser, served: Running) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = signed_in(context, served)
    from_the_brief(page, served)
    say(page, GREETING, with_keys=True)
    say(page, "Do you have a job for me?", with_keys=True)
    room = page.url
    page.goto(served.address + "/practice/")
    report = page.locator("main a[href$='/report/']").first.get_attribute("href")
    begin = page.locator("main a[href^='/practice/begin/for/']").first.get_attribute("href")
    addresses = [room, *(f"{served.address}{path}" for path in (*PLAIN, begin, report))]
    assert [fault for address in addresses for fault in faults(page, address)] == []
    context.close()


@pytest.mark.once
def test_while_they_answer_one_can_type_on_and_nothing_is_lost(chromium: Browser, served: Running) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    page = signed_in(context, served)
    from_the_brief(page, served)
    say(page, GREETING, with_keys=True)
    field, ask = page.get_by_label(re.compile("^Your turn")), page.get_by_role("button", name="Ask", exact=True)
    held: list[Route] = []
    page.route("**/say/", lambda route: held.append(route))  # Playwright marks what it is given

    field.fill("What surprised you most?")
    ask.click()
    expect(page.locator(".turn.mine .said").last).to_have_text("What surprised you most?")
    expect(page.locator("[data-thinking]")).to_be_visible()
    expect(ask).to_be_disabled()
    field.press_sequentially("And who")
    held.pop().continue_()
    expect(page.locator(".turn")).to_have_count(5)
    expect(field).to_have_value("And who")

    field.fill("How did it end?")
    ask.click()
    field.press_sequentially("By the way")
    held.pop().abort()
    expect(page.locator(".turn")).to_have_count(5)
    expect(field).to_have_value("How did it end?\nBy the way")
    page.unroute("**/say/")

    field.fill("Half a question")
    page.get_by_role("button", name="Unsay the last one").click()
    expect(page.locator(".turn")).to_have_count(3)
    expect(field).to_have_value(re.compile("Half a question"))
    context.close()
