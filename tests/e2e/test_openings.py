"""Postings of three kinds are brought in a real browser, looked through, moved on the board, and one gets a resume."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Running

pytestmark = pytest.mark.e2e

JOB = {
    "@context": "https://schema.org", "@type": "JobPosting", "title": "Dock planner",
    "description": "<p>Plan the docks. Excel &amp; SAP.</p>", "url": "https://board.example/7",
    "hiringOrganization": {"@type": "Organization", "name": "Tidewater Foods"},
}  # fmt: skip
PAGE = (
    f'<html><head><script type="application/ld+json">{json.dumps(JOB)}</script></head><body>Dock planner</body></html>'
)
COPIED = (
    "Home\nTrail steward\nCedar & Pine · Richmond, BC\nVolunteers wanted: clear leaves. What you bring: boots.\nApply"
)
TABLE = "Title,Organisation,City,Kind\nReading mentor,Harbour Library,Surrey,Volunteer\n"
FOREIGN = (
    f"<title>Buyer</title>{PAGE.replace('Dock planner', 'Rope buyer').replace('board.example/7', 'board.example/8')}"
)


def test_three_kinds_of_postings_go_their_way(fresh_demo: Running, page: Page, tmp_path: Path) -> None:
    page.goto(fresh_demo.link())
    page.wait_for_url(fresh_demo.address + "/")
    for text in (PAGE, COPIED):
        page.goto(fresh_demo.address + "/openings/add/")
        page.get_by_label("The text of the page, or its HTML").fill(text)
        page.get_by_role("button", name="Read it", exact=True).click()
        page.get_by_role("button", name="Keep what is ticked").click(timeout=60_000)
        expect(page.locator("#messages")).to_contain_text("1 opening is on your board.")
    (tmp_path / "roles.csv").write_text(TABLE)
    page.goto(fresh_demo.address + "/openings/add/")
    page.locator("input[type=file]").set_input_files(tmp_path / "roles.csv")
    page.get_by_role("button", name="Read the file").click()
    page.get_by_role("button", name="Keep what is ticked").click(timeout=60_000)
    expect(page.get_by_role("heading", name="Reading mentor")).to_be_visible()

    page.set_viewport_size({"width": 1280, "height": 2400})  # a scroll in the middle of a drag takes another card along
    page.goto(fresh_demo.address + "/openings/")
    card = page.locator("[data-to=interested] [data-card]", has_text="Dock planner")
    expect(card).to_contain_text("You know Aisha Khan")
    asked = page.locator("[data-to=asked]")
    card.drag_to(asked)
    expect(page.locator("#messages")).to_contain_text("Moved to “Asked insiders”.")
    expect(asked).to_contain_text("Dock planner")
    page.keyboard.press("z")
    expect(page.locator("[data-to=interested]")).to_contain_text("Dock planner")

    page.get_by_role("link", name="Dock planner").click()
    expect(page.locator("[aria-labelledby=there]")).to_contain_text("Aisha Khan")
    page.get_by_role("link", name="Resume for it").click()
    page.get_by_role("button", name="Make it from my story").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dock planner")
    expect(page.get_by_text("Tidewater Foods").first).to_be_visible()


def test_the_bookmark_takes_a_page_along(fresh_demo: Running, page: Page) -> None:
    page.goto(fresh_demo.link())
    page.wait_for_url(fresh_demo.address + "/")
    page.goto(fresh_demo.address + "/openings/add/")
    bookmark = page.get_by_role("link", name="To Askwell").get_attribute("href") or ""
    page.route("https://board.example/**", lambda route: route.fulfill(body=FOREIGN, content_type="text/html"))
    page.goto("https://board.example/8")
    with page.expect_popup() as opened:
        page.evaluate("code => { location.href = code }", bookmark)
    window = opened.value
    expect(window.get_by_label("Title of the page")).to_have_value("Buyer")
    window.get_by_role("button", name="Read it").click()
    expect(window.locator("input[name=title-0]")).to_have_value("Rope buyer", timeout=60_000)
    expect(window.locator("input[name=organisation_name-0]")).to_have_value("Tidewater Foods")
