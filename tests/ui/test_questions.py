"""Questions are moved by pointer and by keyboard, in a real browser."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from tests.ui.conftest import Show, Site

pytestmark = pytest.mark.e2e

ROW = """<li class="ask"><button class="grip" type="button" id="g-{n}">Move {n}</button><span class="n">{n}</span>
<form class="said" method="post" action="/said/{n}/" data-kept hx-post="/said/{n}/" hx-trigger="input delay:9s, keep">
<textarea name="text" aria-label="Question {n}">Question {n}</textarea></form>
<form method="post" action="/move/{n}/" data-mover hx-post="/move/{n}/" hx-swap="none">
<button id="u-{n}" name="to" value="{up}"{first}>up</button>
<button id="d-{n}" name="to" value="{down}"{last}>down</button>
</form></li>"""


@pytest.fixture
def asking(show: Show, site: Site) -> Page:
    rows = "".join(
        ROW.format(n=n, up=n - 1, down=n + 1, first=" disabled" * (n == 1), last=" disabled" * (n == 3))
        for n in (1, 2, 3)
    )
    for n in (1, 2, 3):
        site.pages[f"/move/{n}/"] = site.pages[f"/said/{n}/"] = (204, "")
    script = '<script src="/static/ui/questions.js" defer></script>'
    return show(f'{script}<h1>Trial</h1><ol data-asking data-moved-words="Now question {{n}}">{rows}</ol>')


def order(page: Page) -> list[str]:
    return page.locator(".ask .n").all_inner_texts()


def moves(page: Page, site: Site) -> list[tuple[str, list[str]]]:
    page.wait_for_timeout(100)
    return [(path, parse_qs(body)["to"]) for path, body in site.posted if path.startswith("/move/")]


def test_space_takes_the_arrows_move_and_space_lets_go(asking: Page, site: Site) -> None:
    asking.locator("#g-1").focus()
    for key in (" ", "ArrowDown", "ArrowDown", "ArrowDown"):
        asking.keyboard.press(key)
    expect(asking.locator("#announce")).to_have_text("Now question 3")
    assert moves(asking, site) == []
    asking.keyboard.press(" ")
    assert order(asking) == ["2", "3", "1"]
    assert moves(asking, site) == [("/move/1/", ["3"])]
    expect(asking.locator("#g-1")).to_be_focused()


def test_escape_puts_it_back_where_it_was(asking: Page, site: Site) -> None:
    asking.locator("#g-3").focus()
    for key in (" ", "ArrowUp", "ArrowUp", "Escape"):
        asking.keyboard.press(key)
    assert order(asking) == ["1", "2", "3"]
    assert moves(asking, site) == []


def test_leaving_the_grip_lets_it_go_where_it_is(asking: Page, site: Site) -> None:
    asking.locator("#g-1").focus()
    for key in (" ", "ArrowDown", "Tab"):
        asking.keyboard.press(key)
    assert moves(asking, site) == [("/move/1/", ["2"])]


def test_the_pointer_drags_it(asking: Page, site: Site) -> None:
    grip, top = asking.locator("#g-3").bounding_box(), asking.locator(".ask").first.bounding_box()
    assert grip
    assert top
    asking.mouse.move(grip["x"] + 4, grip["y"] + 4)
    asking.mouse.down()
    asking.mouse.move(top["x"] + 4, top["y"] + 2, steps=8)
    asking.mouse.up()
    assert order(asking) == ["3", "1", "2"]
    assert moves(asking, site) == [("/move/3/", ["1"])]


def test_a_grip_that_is_only_pressed_moves_nothing(asking: Page, site: Site) -> None:
    asking.locator("#g-2").click()
    assert moves(asking, site) == []
    assert asking.locator(".held").count() == 0


@pytest.mark.parametrize(
    "leaving",
    [
        "Object.defineProperty(document, 'hidden', { value: true }),"
        " document.dispatchEvent(new Event('visibilitychange'))",
        "window.dispatchEvent(new Event('pagehide'))",
    ],
    ids=["another tab", "another page"],
)
def test_what_was_typed_a_moment_ago_goes_along_when_the_page_is_left(asking: Page, site: Site, leaving: str) -> None:
    asking.get_by_label("Question 2").fill("How?")
    asking.evaluate(leaving)
    asking.wait_for_timeout(200)
    assert [(path, "How" in body) for path, body in site.posted] == [("/said/2/", True)]


def test_who_removes_a_question_by_keys_stands_at_the_next(asking: Page, site: Site) -> None:
    rest = asking.locator(".ask").nth(1).evaluate("row => row.outerHTML")
    asking.locator(".ask").first.evaluate(
        "row => { const form = row.querySelector('[data-mover]'); form.removeAttribute('data-mover');"
        " form.setAttribute('hx-swap', 'outerHTML'); form.setAttribute('hx-target', '[data-asking]');"
        " htmx.process(form); }"
    )
    site.pages["/move/1/"] = (200, f"<ol data-asking>{rest}</ol>")
    asking.locator("#d-1").focus()
    asking.keyboard.press("Enter")
    expect(asking.locator("#g-2")).to_be_focused()
