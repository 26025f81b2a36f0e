"""Somebody who is here twice, found by a real worker and decided with one key."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.looking import faults
from tests.e2e.test_pages import entered
from tests.servers.askwell import Running

pytestmark = [pytest.mark.e2e, pytest.mark.once]

LINES = (
    "Grace Okafor, buyer at Cedar Foods, grace@cedar.example",
    "G. Okafor, senior buyer at Cedar Foods Ltd., gokafor@home.example",
    "Min Zhou, planner at Harbourline, min.zhou@harbour.example",
    "周敏, min.zhou@harbour.example",
)


@pytest.fixture
def page(chromium: Browser, fresh: Running) -> Iterator[Page]:
    context: BrowserContext = entered(chromium, fresh)
    page = context.new_page()
    for line in LINES:
        page.goto(f"{fresh.address}/people/add/?{urlencode({'line': line})}")
        page.locator("main .button.primary").click()
        page.wait_for_url(re.compile("/people/[0-9a-f-]{36}/$"))
    yield page
    context.close()


def test_the_sure_one_by_itself_the_likely_one_by_a_key(page: Page, fresh: Running) -> None:
    here = fresh.address + "/people/duplicates/"
    page.goto(here)
    page.get_by_role("button", name="Look for duplicates").click()
    expect(page.locator("h1")).to_have_text("The same person?", timeout=60_000)
    expect(page.locator(".compare")).to_contain_text("The initials fit")
    assert list(faults(page, here)) == []

    page.keyboard.press("y")
    expect(page.locator("h1")).to_have_text("Everyone is here once")
    expect(page.locator("tbody tr")).to_have_count(2)
    assert list(faults(page, here)) == []

    page.get_by_role("button", name="Part them").first.click()
    expect(page.locator(".toast").first).to_contain_text("Two people again")
    expect(page).to_have_url(here)
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody")).to_contain_text("周敏")

    page.locator("tbody h3 a").click()
    expect(page.locator(".facts")).to_contain_text("Also found as")
