"""A stack of cards through a real worker and a real browser: several at once, confirm, next, undo."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.looking import faults
from tests.e2e.test_pages import entered
from tests.servers.askwell import Running

pytestmark = [pytest.mark.e2e, pytest.mark.once]

CARDS = Path(__file__).parents[1] / "data" / "cards"
CARD = re.compile("/people/cards/[0-9a-f-]{36}/$")
WORKING = 90_000
"""Milliseconds until a card is read at the latest: the worker loads its models first."""


@pytest.fixture
def context(chromium: Browser, fresh: Running) -> Iterator[BrowserContext]:
    context = entered(chromium, fresh)
    yield context
    context.close()


def hand_in(page: Page, running: Running, *names: str, field: str = "pictures") -> None:
    """Choose these pictures and wait until the first is read."""
    page.goto(running.address + "/people/cards/")
    page.locator(f"#{field}").set_input_files([CARDS / name for name in names])
    page.locator("main .button.primary").click()
    page.wait_for_url(CARD)
    page.locator("form.reading").wait_for(timeout=WORKING)


def value(page: Page, name: str) -> str:
    return page.locator(f".readings [name={name}]").input_value()


def test_a_stack_is_read_confirmed_and_taken_back(context: BrowserContext, fresh: Running, tmp_path: Path) -> None:
    page = context.new_page()
    bad = tmp_path / "drawing.jpg"
    bad.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    hand_in(page, fresh, "card08.jpg", "card20.jpg", str(bad))
    first = page.url
    assert (value(page, "native"), value(page, "email_0")) == ("黄怡婷", "yiting.huang@lotusharbour.example")

    page.get_by_role("button", name="Save and go to card 2").click()
    expect(page.locator(".toast")).to_contain_text("黄怡婷")
    page.locator("form.reading").wait_for(timeout=WORKING)
    assert value(page, "family") == "Phạm"
    page.get_by_role("button", name="Save and go to card 3").click()
    expect(page.locator("h1")).to_have_text("This card could not be read", timeout=WORKING)
    expect(page.locator(".note.bad")).to_contain_text("SVG")

    page.keyboard.press("z")
    page.wait_for_url(CARD)
    expect(page.locator("form.reading")).to_be_visible()
    assert value(page, "family") == "Phạm"
    page.goto(fresh.address + "/people/")
    expect(page.locator("table.people")).to_contain_text("黄怡婷")
    expect(page.locator("table.people")).not_to_contain_text("Phạm")
    page.locator("table.people h3 a").first.click()
    assert page.locator(".kept-cards img").evaluate("picture => picture.naturalWidth") > 500
    page.goto(first)
    expect(page.locator("h1")).to_have_text("This card is kept")
    page.close()


def test_the_keyboard_alone_confirms_and_the_region_lights_up(context: BrowserContext, fresh: Running) -> None:
    page = context.new_page()
    hand_in(page, fresh, "card20.jpg", field="camera")
    page.locator("[name=email_0]").focus()
    lit = "getComputedStyle(document.querySelector('.region.r6')).strokeWidth"
    assert page.evaluate(lit) == "5px"

    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("/people/[0-9a-f-]{36}/$"))
    expect(page.locator("h1")).to_contain_text("Quang Phạm")
    page.close()


def test_axe_finds_nothing_on_pages_of_cards_and_events(context: BrowserContext, fresh: Running) -> None:
    page = context.new_page()
    page.goto(fresh.address + "/people/events/add/")
    page.locator("[name=name]").fill("Port careers evening")
    page.locator("main .button.primary").click()
    event = page.url
    page.locator("[name=line]").fill("王小红, buyer at Tidewater Foods")
    page.locator("main .button.primary").click()
    expect(page.locator(".scans li")).to_have_count(1)
    hand_in(page, fresh, "card09.jpg", "card08.jpg")
    card = page.url
    addresses = [
        card, f"{card}photo/", event, f"{event}edit/",
        *(fresh.address + path for path in ("/people/cards/", "/people/events/", "/people/events/add/")),
    ]  # fmt: skip

    troubles = [trouble for address in addresses for trouble in faults(page, address)]
    page.close()

    assert troubles == []


def test_without_scripts_the_page_reloads_until_the_card_is_read(
    chromium: Browser, context: BrowserContext, fresh: Running
) -> None:
    plain = chromium.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = plain.new_page()
    hand_in(page, fresh, "card08.jpg")
    page.get_by_role("button", name="Save this person").click()

    expect(page.locator("h1")).to_contain_text("黄怡婷")
    plain.close()
