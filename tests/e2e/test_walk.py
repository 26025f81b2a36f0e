"""The whole first half of the main job, walked in a real browser on real address books, in English and in Chinese:
import, whom next, write, send, answer, follow up, undo, export. Nothing here depends on the words of one language."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.servers.askwell import Running

pytestmark = pytest.mark.e2e

CONTACTS = Path(__file__).parent.parent / "data" / "contacts"
LINKEDIN = CONTACTS / "linkedin" / "Connections.csv"
PHONE = CONTACTS / "iphone" / "contacts.vcf"
CHINESE = CONTACTS / "handmade" / "tongxunlu_gb18030.csv"


def enter(page: Page, askwell: Running, language: str) -> None:
    page.goto(askwell.link())
    page.wait_for_url(askwell.address + "/")
    page.locator("details.menu:has(button[name=language]) summary").click()
    page.locator(f"button[name=language][value={language}]").click()
    expect(page.locator(f"button[name=language][value={language}]")).to_have_attribute("aria-current", "true")


def bring_in(page: Page, askwell: Running, path: Path) -> int:
    """Through the wizard; returns how many new people came."""
    page.goto(askwell.address + "/people/import/")
    page.locator("#file").set_input_files(path)
    page.locator("form[data-drop] button.primary").click()
    page.locator("button[form=apply]").wait_for()
    new = int(page.locator(".parts .c-new .figure").inner_text().replace(",", ""))
    page.locator("button[form=apply]").click()
    page.locator("form[action$='/undo/']").wait_for()
    return new


def rows(page: Page, askwell: Running) -> int:
    """How many people the People page counts."""
    page.goto(askwell.address + "/people/")
    found = re.search(r"\d+", page.locator(".page-head p").first.inner_text())
    assert found
    return int(found[0])


@pytest.mark.parametrize("language", ["en", pytest.param("zh-hans", marks=pytest.mark.once)])
def test_from_an_address_book_to_an_answer(page: Page, fresh: Running, language: str, tmp_path: Path) -> None:
    enter(page, fresh, language)

    # the people one knows
    came = bring_in(page, fresh, LINKEDIN)
    assert came == 169
    assert bring_in(page, fresh, LINKEDIN) == 0
    came += bring_in(page, fresh, PHONE) + bring_in(page, fresh, CHINESE)
    assert rows(page, fresh) == came

    # found by pinyin, from the first letters
    page.goto(fresh.address + "/search/?q=zhou")
    expect(page.locator("main")).to_contain_text(re.compile("周|Zhou"))

    # where to aim: an employer where one knows people
    page.goto(fresh.address + "/targets/")
    page.locator("section[aria-labelledby=known] button").first.click()
    expect(page.locator("section[aria-labelledby=lamp] tbody tr")).to_have_count(1)

    # whom next, and why
    page.goto(fresh.address + "/next/")
    first = page.locator("ol li.todo").first
    expect(first.locator(".why")).not_to_be_empty()
    first.locator("a.button").click()

    # the first message: nothing left in brackets, remarks while typing
    body = page.locator("#body")
    expect(body).not_to_have_value("")
    assert not re.search(r"[\[\]{}]|None", body.input_value())
    good = body.input_value()
    body.fill(good + "\n[Name]")
    expect(page.locator("#marks mark").first).to_be_attached()
    body.fill(good)
    expect(page.locator(".findings li.stop")).to_have_count(0)
    expect(page.locator("[data-saved]")).to_be_visible()

    # sent by the user's own means, recorded with one click
    page.locator("button[name=do][value=sent]").click()
    page.wait_for_url(re.compile("/conversations/"))
    expect(page.locator(".timeline li")).to_have_count(1)

    # an answer is logged; the next step is there
    page.goto(fresh.address + "/conversations/")
    page.locator(".board > .wait li h4 a").first.click()
    answer = page.locator("details:has(input[name=what][value=answer])")
    if answer.get_attribute("open") is None:
        answer.locator("summary").click()
    answer.locator("input[name=answer][value=accepts]").check()
    answer.locator("textarea[name=text]").fill("Happy to. Mornings are best. 上午比较方便。")
    answer.locator("button").click()
    expect(page.locator(".timeline li")).to_have_count(2)
    page.goto(fresh.address + "/")
    offer = page.locator("li.todo").first.locator("a.button.primary")
    expect(offer).to_have_attribute("href", re.compile("/interviews/with/"))

    # taken back again
    page.goto(fresh.address + "/conversations/")
    page.locator(".board > .yes li h4 a").first.click()
    page.locator("form[action$='/undo/'] button").first.click()
    expect(page.locator(".timeline li")).to_have_count(1)

    # everything comes out whole
    fresh.command("export", str(tmp_path / "mine.zip"))
    whole = json.loads(zipfile.ZipFile(tmp_path / "mine.zip").read("askwell.json"))
    assert len(whole["tables"]["people.Person"]) == came


def test_an_import_is_taken_back_whole(page: Page, fresh: Running) -> None:
    enter(page, fresh, "en")
    before = bring_in(page, fresh, PHONE)
    bring_in(page, fresh, LINKEDIN)

    page.locator("form[action$='/undo/'] button").first.click()
    expect(page.locator("form[action$='/undo/']")).to_have_count(0)

    assert rows(page, fresh) == before


def test_the_demo_is_emptied_once_it_was_said_what_goes(page: Page, fresh_demo: Running) -> None:
    enter(page, fresh_demo, "en")
    expect(page.locator("li.todo")).not_to_have_count(0)

    page.get_by_role("link", name="Start with my own people").click()
    expect(page.get_by_role("heading", name="This goes")).to_be_visible()
    page.get_by_role("button", name="Start with my own people").click()

    page.wait_for_url(re.compile("/people/"))
    expect(page.locator(".recall li")).to_have_count(3)


@pytest.mark.once
def test_nothing_works_without_the_link(page: Page, demo: Running) -> None:
    page.goto(demo.address + "/people/")

    expect(page).to_have_url(re.compile("/account/locked/"))
