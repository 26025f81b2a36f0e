"""A talk held with the page open: the network goes, the page closes, two devices type; no word is lost."""

import base64
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.servers.askwell import Running, Stage

pytestmark = pytest.mark.e2e

FIRST = "textarea[data-note] >> nth=0"
REST = "textarea[data-note='']"


@pytest.fixture(scope="module")
def served(stage: Stage) -> Iterator[Running]:
    """The invented search, served for the tests of this file, which write into it."""
    yield from stage.show("--demo")


@pytest.fixture
def device(chromium: Browser, served: Running) -> Iterator[BrowserContext]:
    context = signed_in(chromium, served)
    yield context
    context.close()


def signed_in(chromium: Browser, served: Running) -> BrowserContext:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-CA")
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(served.link())
    page.wait_for_url(served.address + "/")
    page.close()
    return context


def talk_of(context: BrowserContext, served: Running) -> str:
    """The address of the live page of an interview that has questions."""
    page = context.new_page()
    page.goto(served.address + "/interviews/")
    links = page.eval_on_selector_all("main a[href^='/interviews/']", "all => all.map(one => one.getAttribute('href'))")
    for link in [link for link in links if re.fullmatch(r"/interviews/[0-9a-f-]{36}/", link)]:
        page.goto(f"{served.address}{link}talk/")
        if page.locator("[data-questions] > li").count() > 1:
            page.close()
            return f"{served.address}{link}talk/"
    pytest.fail("the demo has no interview with questions")


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def catch(page: Page, kind: str, text: str) -> None:
    field = page.locator(f"form[data-catch={kind}] input[name=text]")
    field.fill(text)
    field.press("Enter")


def test_a_minute_without_network_and_a_closed_page_lose_nothing(device: BrowserContext, served: Running) -> None:
    address = talk_of(device, served)
    page = opened(device, address)
    page.get_by_role("button", name=re.compile("Start the clock")).click()
    expect(page.locator("[data-clock]")).to_have_text(re.compile(r"^\d+:\d\d$"))
    page.locator(FIRST).fill("She said yes at once.")
    expect(page.locator("[data-state]")).to_have_text("Saved")

    device.set_offline(True)
    page.locator(FIRST).fill("She said yes at once. The maths is easy.")
    page.locator(REST).fill("A dog barked.")
    catch(page, "insight", "The phone calls are the work")
    catch(page, "person", "Dana Lee, planner")
    expect(page.locator("[data-state]")).to_contain_text("Kept on this device")
    expect(page.locator("[data-waiting]:visible")).to_have_count(2)
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('askwell-talk'))")
    assert len(kept) == 4
    read = " ".join(value + base64.b64decode(value).decode("latin-1") for _, value in kept)
    assert [word for word in ("maths", "dog", "phone", "Dana", "insight", "text") if word in read] == []
    page.get_by_role("button", name="Next question").click()
    expect(page.locator("[data-questions] > li.now .n")).to_have_text("2")
    page.close()

    device.set_offline(False)
    page = opened(device, address)
    expect(page.locator("[data-state]")).to_have_text("Saved")
    expect(page.locator("[data-waiting]")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('askwell-talk')).length") == 0
    page.reload()
    expect(page.locator(FIRST)).to_have_value("She said yes at once. The maths is easy.")
    expect(page.locator(REST)).to_have_value("A dog barked.")
    expect(page.locator("[data-caught=insight] li").last).to_contain_text("The phone calls are the work")
    expect(page.locator("[data-caught=person] li").last).to_contain_text("Dana Lee, planner")


@pytest.mark.once
def test_an_answer_lost_on_the_way_is_no_conflict(device: BrowserContext, served: Running) -> None:
    page = opened(device, talk_of(device, served))

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/talk/note/", lose)
    page.locator(FIRST).fill("one")
    expect(page.locator("[data-state]")).to_contain_text("Kept on this device")
    page.unroute("**/talk/note/")
    page.locator(FIRST).fill("one and two")
    expect(page.locator("[data-state]")).to_have_text("Saved")
    page.reload()
    expect(page.locator(FIRST)).to_have_value("one and two")


@pytest.mark.parametrize(
    ("keep", "text"),
    [
        ("Keep both", "from the laptop (Keep both)\n\nfrom the phone, and more"),
        pytest.param("Keep this one’s", "from the phone, and more", marks=pytest.mark.once),
        pytest.param("Keep the other’s", "from the laptop (Keep the other’s)", marks=pytest.mark.once),
    ],
)
def test_two_devices_on_one_note_are_shown_side_by_side(
    chromium: Browser, device: BrowserContext, served: Running, keep: str, text: str
) -> None:
    address, other = talk_of(device, served), signed_in(chromium, served)
    laptop, phone = opened(device, address), opened(other, address)
    laptop.locator(FIRST).fill(f"from the laptop ({keep})")
    expect(laptop.locator("[data-state]")).to_have_text("Saved")
    phone.locator(FIRST).fill("from the phone")
    expect(phone.locator("[data-state]")).to_contain_text("two devices")
    phone.locator(FIRST).fill("from the phone, and more")
    expect(phone.locator("[data-theirs]")).to_have_text(f"from the laptop ({keep})")
    expect(phone.locator("[data-mine]")).to_have_text("from the phone, and more")
    phone.close()  # unanswered: the choice waits for the next visit

    phone = opened(other, address)
    expect(phone.locator("[data-theirs]")).to_have_text(f"from the laptop ({keep})")
    phone.get_by_role("button", name=keep).click()
    expect(phone.locator("[data-state]")).to_have_text("Saved")
    expect(phone.locator(".clash")).to_have_count(0)
    laptop.reload()
    expect(laptop.locator(FIRST)).to_have_value(text)
    other.close()
