"""A resume is reworded in a real browser: the page beside it follows, and nothing typed is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Running

pytestmark = pytest.mark.e2e


def test_the_page_follows_what_is_typed_and_what_was_typed_is_kept(fresh_demo: Running, page: Page) -> None:
    page.goto(fresh_demo.link())
    page.wait_for_url(fresh_demo.address + "/")
    page.goto(fresh_demo.address + "/papers/")
    page.get_by_role("link", name="Planner", exact=True).click()
    picture = page.locator("#sheets img").first
    expect(picture).to_have_attribute("src", re.compile(r"^page/1/"))

    line = page.locator("textarea[data-line]:visible").first
    told = line.input_value()
    line.focus()
    expect(picture).to_have_attribute("src", re.compile("^data:image/svg"))
    before = picture.get_attribute("src")
    line.fill("Counted every crate of a Saturday")
    expect(picture).not_to_have_attribute("src", before or "")
    expect(page.locator("[data-saved]")).to_have_text("saved")

    page.reload()
    expect(page.locator("textarea[data-line]:visible").first).to_have_value("Counted every crate of a Saturday")
    page.get_by_role("button", name="undo").click()
    expect(page.locator("textarea[data-line]:visible").first).to_have_value(told)


@pytest.mark.once
def test_a_section_moves_at_once_and_stays_there(fresh_demo: Running, page: Page) -> None:
    page.goto(fresh_demo.link())
    page.wait_for_url(fresh_demo.address + "/")
    page.goto(fresh_demo.address + "/papers/")
    page.get_by_role("link", name="Planner", exact=True).click()
    page.get_by_text("Order of the sections").click()
    usual = ["Summary", "Experience", "Education", "Skills and languages", "References"]
    names = page.locator("#order li > span:first-child")
    expect(names).to_have_text(usual)

    page.get_by_role("button", name="Move Skills and languages up").click()
    expect(page.get_by_role("button", name="Move Skills and languages up")).to_be_focused()
    page.get_by_role("button", name="Move Skills and languages up").click()

    moved = ["Summary", "Skills and languages", "Experience", "Education", "References"]
    expect(names).to_have_text(moved)
    expect(page.get_by_text("The sections stand as you moved them.")).to_be_visible()
    expect(page.locator("[data-saved]")).to_have_text("saved")
    page.reload()
    page.get_by_text("Order of the sections").click()
    expect(names).to_have_text(moved)
    page.get_by_role("button", name="As the template has it").click()
    expect(names).to_have_text(usual)
