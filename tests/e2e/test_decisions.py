"""A weight is moved in a real browser: just below the tipping weight one option leads, at it the other."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Running

pytestmark = pytest.mark.e2e


def test_the_lead_changes_where_the_page_said_it_would(fresh_demo: Running, page: Page) -> None:
    page.goto(fresh_demo.link())
    page.wait_for_url(fresh_demo.address + "/")
    page.goto(fresh_demo.address + "/decide/")
    page.get_by_role("link", name="Which way after the diploma?").click()
    page.get_by_role("link", name="Change the weights").click()
    form, lead = page.locator("#weights"), page.locator("#stand header [role=status]")
    expect(lead).to_have_text("Procurement specialist leads, but the ranges overlap")
    row = form.locator("li", has_text="Room to grow")
    expect(row).to_contain_text("(type 32)")

    weight = row.get_by_role("spinbutton")
    weight.fill("31")
    expect(page.locator("#stand .tips tr", has_text="Room to grow")).to_contain_text("28.4 %")
    expect(row.locator("small")).to_contain_text("28.4 %")
    expect(lead).to_have_text("Procurement specialist leads, but the ranges overlap")

    page.locator("#stand .tips a", has_text="Uses my six years").click()
    expect(page.locator("#stand")).to_be_focused()
    expect(weight).to_have_value("31")
    page.locator("#grid tbody tr", has_text="Room to grow").locator("td a").first.click()
    expect(page.locator("#claim")).to_be_focused()
    expect(weight).to_have_value("31")
    expect(page.locator("#stand .tips tr.now")).to_contain_text("Uses my six years")

    row.get_by_role("slider").press("ArrowRight")
    expect(weight).to_have_value("32")
    expect(lead).to_have_text("Demand planner leads, but the ranges overlap")
    expect(page.locator("#grid thead .lead")).to_contain_text("Demand planner")

    expect(page.locator("#claim")).to_be_visible()  # what was chosen stays while weights move

    page.get_by_role("link", name="Leave them as they were").click()  # nothing was kept
    page.get_by_role("link", name="Change the weights").click()
    expect(lead).to_have_text("Procurement specialist leads, but the ranges overlap")
    row.get_by_role("spinbutton").fill("32")
    form.get_by_role("button", name="Keep these weights").click()
    expect(lead).to_have_text("Demand planner leads, but the ranges overlap")
    page.get_by_role("button", name="undo").click()
    expect(lead).to_have_text("Procurement specialist leads, but the ranges overlap")
