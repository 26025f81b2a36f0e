"""From a gap to a plan, followed to its end, in a real browser: then the match says that the skills are held."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Running

pytestmark = pytest.mark.e2e


def test_a_gap_becomes_a_plan_and_the_plan_becomes_skills(fresh_demo: Running, page: Page) -> None:
    page.goto(fresh_demo.link())
    page.wait_for_url(fresh_demo.address + "/")
    page.goto(fresh_demo.address + "/occupations/?q=buyer")
    page.locator(".found-trades a").first.click()
    wanted = page.locator("#wanted").locator("xpath=ancestor::section")
    before = wanted.locator("header .quiet").inner_text()
    page.get_by_role("button", name="Plan to close these gaps").click()
    expect(page.locator("#gaps")).to_be_visible()

    gaps = page.locator(".gaps > li:not(.closed) h3")
    first, second = (gaps.nth(n).inner_text() for n in range(2))
    _add(page, "Course", "Buying, six evenings", first)
    page.get_by_role("link", name="Buyer", exact=True).first.click()
    _add(page, "Volunteer role", "Kitchen orders", second)
    page.get_by_role("button", name="I begin it").click()
    page.get_by_label("Day", exact=True).fill((date.today() - timedelta(days=2)).isoformat())
    page.get_by_label("Hours", exact=True).fill("4")
    page.get_by_role("textbox", name="What you learned").fill("Ask the cook before the invoice.")
    page.get_by_role("button", name="Note hours").click()
    page.get_by_role("button", name="Tell it in my story").click()
    expect(page.get_by_role("link", name="Your story tells it")).to_be_visible()
    page.get_by_role("link", name="Say who supervises you").click()
    page.get_by_label("Their name").fill("Nadia Osei")
    page.get_by_role("button", name="Keep who it is").click()
    expect(page.get_by_role("link", name="Nadia Osei")).to_be_visible()

    page.get_by_role("link", name="It is done").click()
    page.get_by_label(second, exact=True).check()
    page.get_by_role("button", name="Put it in my story").click()
    page.get_by_role("link", name="Add to my plan").first.click()
    page.get_by_role("button", name="Put it in my plan").click()
    expect(page.get_by_role("heading", name="Whom to ask")).to_be_visible()
    page.get_by_role("link", name="Buyer", exact=True).first.click()
    page.get_by_role("link", name="Buying, six evenings").click()
    page.get_by_role("button", name="It is done").click()
    page.get_by_label(first, exact=True).check()
    page.get_by_role("button", name="Put it in my story").click()

    page.get_by_role("link", name="See the occupation").click()
    held = wanted.locator("ul.skills h4")
    assert {first, second} <= set(held.all_inner_texts())
    assert wanted.locator("header .quiet").inner_text() != before


def _add(page: Page, kind: str, title: str, gap: str) -> None:
    page.get_by_role("link", name="Add a step").click()
    page.get_by_label("Kind").select_option(label=kind)
    page.get_by_label("What it is").fill(title)
    page.get_by_label(gap, exact=True).check()
    page.get_by_role("button", name="Put it in my plan").click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
