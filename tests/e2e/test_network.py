"""The map in a real browser: moved and brought closer by keys and buttons, whole without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.looking import faults
from tests.servers.askwell import Running

pytestmark = [pytest.mark.e2e, pytest.mark.once]

VIEW = "document.querySelector('.netmap').getAttribute('viewBox').split(' ').map(Number)"


@pytest.fixture(scope="module")
def entered(chromium: Browser, demo: Running) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(demo.link())
    page.wait_for_url(demo.address + "/")
    page.close()
    yield context
    context.close()


@pytest.fixture
def network(entered: BrowserContext, demo: Running) -> Iterator[Page]:
    page = entered.new_page()
    page.set_default_timeout(15_000)
    page.goto(demo.address + "/network/")
    yield page
    page.close()


def view(page: Page) -> list[float]:
    """The corner and the size of what is seen of the map."""
    found: list[float] = page.evaluate(VIEW)
    return found


def test_keys_bring_the_map_closer_move_it_and_show_all_of_it(network: Page) -> None:
    whole = view(network)
    network.locator("[data-map]").focus()
    network.keyboard.press("+")
    network.keyboard.press("+")
    closer = view(network)
    assert closer[2] == pytest.approx(whole[2] / 1.69)
    network.keyboard.press("ArrowRight")
    assert view(network)[0] == pytest.approx(closer[0] + closer[2] * 0.15)
    network.keyboard.press("ArrowUp")
    assert view(network)[1] == pytest.approx(closer[1] - closer[3] * 0.15)
    network.keyboard.press("-")
    assert view(network)[2] == pytest.approx(whole[2] / 1.3)
    network.keyboard.press("0")
    assert view(network) == pytest.approx(whole)


def test_the_map_never_leaves_its_frame(network: Page) -> None:
    whole = view(network)
    network.locator("[data-map]").focus()
    network.keyboard.press("+")
    for _press in range(20):
        network.keyboard.press("ArrowRight")
    x, _y, width, _height = view(network)
    assert x + width == pytest.approx(whole[2])


def test_buttons_do_what_the_keys_do(network: Page) -> None:
    whole = view(network)
    network.get_by_role("button", name="Closer").click()
    assert view(network)[2] < whole[2]
    network.get_by_role("button", name="Whole map").click()
    assert view(network) == pytest.approx(whole)


def test_a_person_who_takes_the_focus_comes_into_view_and_enter_leads_to_them(network: Page) -> None:
    network.locator("[data-map]").focus()
    for _press in range(8):
        network.keyboard.press("+")
    for _press in range(30):
        network.keyboard.press("ArrowLeft")
        network.keyboard.press("ArrowUp")
    person = network.locator(".netmap a[href^='/people/']:not([tabindex])").last
    person.focus()
    x, y, width, height = view(network)
    across, down = person.locator("circle").first.evaluate("dot => [dot.cx.baseVal.value, dot.cy.baseVal.value]")
    assert x < across < x + width
    assert y < down < y + height
    network.keyboard.press("Enter")
    network.wait_for_url(re.compile("/people/[0-9a-f-]{36}/$"))


def test_without_scripts_the_page_finds_ways_too(chromium: Browser, entered: BrowserContext, demo: Running) -> None:
    context = chromium.new_context(java_script_enabled=False, storage_state=entered.storage_state())
    page = context.new_page()
    page.goto(demo.address + "/network/")
    expect(page.get_by_role("button", name="Whole map")).to_be_hidden()
    page.locator("main form [name=q]").fill("amara")
    page.locator("main form [name=q]").press("Enter")
    page.get_by_role("link", name="Amara Diallo", exact=True).click()
    expect(page.locator("h1")).to_contain_text("between you and Amara Diallo")
    expect(page.locator(".routes .hops").first).to_contain_text("Amara Diallo")
    context.close()


def test_axe_finds_nothing_on_a_way_an_open_group_and_an_organisation(network: Page, demo: Running) -> None:
    network.get_by_role("link", name="Tidewater Foods").first.click()
    way = network.url
    opened = network.locator("table.tight a").first.get_attribute("href")
    network.get_by_role("link", name="Who is there").click()
    addresses = [way, f"{demo.address}/network/{opened}", network.url]
    assert [fault for address in addresses for fault in faults(network, address)] == []
