"""By keys alone through the whole search: what is pressed is reached, the focus is seen, and no swap loses it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.servers.askwell import Running

pytestmark = [pytest.mark.e2e, pytest.mark.once]

FOCUS = """() => {
  const here = document.activeElement;
  const shown = (shape) => shape.outlineStyle !== 'none' && parseFloat(shape.outlineWidth) > 0
    || shape.boxShadow !== 'none';
  const near = [here, here.parentElement, here.nextElementSibling].filter(Boolean);
  return {
    lost: here === document.body || here === document.documentElement,
    seen: near.some((one) => shown(getComputedStyle(one))),
    html: here.outerHTML.slice(0, 120),
  };
}"""
MOST = 150
"""Presses of Tab; more than any page needs."""


@pytest.fixture
def keys(chromium: Browser, fresh_demo: Running) -> Iterator[Page]:
    """A page of the demo's Today that nothing but keys may touch."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(15_000)
    page.goto(fresh_demo.link())
    page.wait_for_url(fresh_demo.address + "/")
    yield page
    page.close()


@pytest.fixture(scope="module")
def entered(chromium: Browser, demo: Running) -> Iterator[BrowserContext]:
    """A browser profile that is signed in to the demo, for tests that change nothing."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(demo.link())
    page.wait_for_url(demo.address + "/")
    page.close()
    yield context
    context.close()


def focus(page: Page) -> str:
    """What has the focus; fails when it has been lost to the page as a whole, or cannot be seen."""
    found = page.evaluate(FOCUS)
    assert not found["lost"], "the focus is lost"
    assert found["seen"], f"no visible focus on {found['html']}"
    return str(found["html"])


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab until this has the focus, which is seen at every step on the way."""
    for _press in range(MOST):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement === document.body"):
            continue  # past the end of the page
        focus(page)
        if page.evaluate("chosen => document.activeElement.matches(chosen)", selector):
            return
    pytest.fail(f"{key} does not reach {selector}")


def settled(page: Page) -> None:
    """After an htmx swap: the focus stands somewhere, and is seen."""
    page.wait_for_load_state("networkidle")
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
    focus(page)


def test_the_way_from_today_to_a_logged_answer(keys: Page) -> None:
    keys.keyboard.press("?")
    expect(keys.locator("dialog#keys")).to_be_visible()
    keys.keyboard.press("Escape")
    expect(keys.locator("dialog#keys")).to_be_hidden()
    tab_to(keys, "nav a[href='/people/']")
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/people/$"))

    tab_to(keys, "input[name=q]:not([data-find] *)")
    keys.keyboard.type("hannah")
    expect(keys.locator("tbody h3 a").first).to_contain_text("Hannah")
    settled(keys)
    tab_to(keys, "tbody input[type=checkbox]")
    keys.keyboard.press("Space")
    expect(keys.locator("tbody input[type=checkbox]:checked")).to_have_count(1)
    keys.keyboard.press("/")
    keys.keyboard.type("hannah")
    expect(keys.locator("#found a").first).to_be_visible()
    keys.keyboard.press("ArrowDown")
    focus(keys)
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/people/[0-9a-f-]{36}/$"))

    tab_to(keys, "main a[href$='/write/']")
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/write/"))
    tab_to(keys, "input[name=channel]")
    for _press in range(2):
        keys.keyboard.press("ArrowRight")
        settled(keys)
        expect(keys.locator("input[name=channel]:focus")).to_be_checked()
    tab_to(keys, "#body")
    keys.keyboard.press("Control+End")
    keys.keyboard.type(" Thank you.")
    settled(keys)
    expect(keys.locator("#body")).to_be_focused()
    tab_to(keys, "button[name=do][value=sent]")
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/conversations/[0-9a-f-]{36}/$"))

    tab_to(keys, "details:not([open]) > summary")
    keys.keyboard.press("Enter")
    expect(keys.locator("details[open]:has(> summary:focus)")).to_have_count(1)
    tab_to(keys, "main a.button[href*='/people/']")
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/people/[0-9a-f-]{36}/$"))
    tab_to(keys, "main a[href$='/log/']")
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/log/"))
    tab_to(keys, "main input[type=radio]")
    keys.keyboard.press("Space")
    expect(keys.locator("main input[type=radio]:focus")).to_be_checked()
    tab_to(keys, "main button.primary")
    keys.keyboard.press("Enter")
    keys.wait_for_url(lambda url: "/log/" not in url)


def test_a_target_is_set_and_a_setting_kept(keys: Page, fresh_demo: Running) -> None:
    tab_to(keys, "nav a[href='/targets/']")
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/targets/$"))
    tab_to(keys, "select[name=motivation]")
    chosen = keys.evaluate("document.activeElement.id")
    keys.keyboard.press("ArrowDown")
    settled(keys)
    expect(keys.locator(f"#{chosen}")).to_be_focused()

    keys.goto(fresh_demo.address + "/account/settings/")
    tab_to(keys, "main input[type=checkbox]")
    keys.keyboard.press("Space")
    tab_to(keys, "main button.primary")
    keys.keyboard.press("Enter")
    expect(keys.locator(".toast").first).to_be_visible()


def test_an_interview_is_prepared_held_and_closed(keys: Page, fresh_demo: Running) -> None:
    keys.goto(fresh_demo.address + "/interviews/")
    found = keys.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    interview = next(address for address in found if re.fullmatch("/interviews/[0-9a-f-]{36}/", address or ""))

    keys.goto(fresh_demo.address + interview)
    tab_to(keys, "button.grip")
    moved = keys.evaluate("document.activeElement.id")
    before = keys.locator("button.grip").evaluate_all("grips => grips.map(grip => grip.id)")
    for key in ("Space", "ArrowDown", "Space"):
        keys.keyboard.press(key)
    settled(keys)
    keys.reload()
    after = keys.locator("button.grip").evaluate_all("grips => grips.map(grip => grip.id)")
    assert (before.index(moved), after.index(moved)) == (0, 1)
    tab_to(keys, "#offers button")
    keys.keyboard.press("Enter")
    expect(keys.locator("button.grip")).to_have_count(len(before) + 1)
    settled(keys)

    keys.goto(f"{fresh_demo.address}{interview}talk/")
    tab_to(keys, "button[name=do][value=start]")
    keys.keyboard.press("Enter")
    expect(keys.locator("[data-clock]")).to_be_visible()
    tab_to(keys, "textarea[data-note]")
    keys.keyboard.type("The calls are the work.")
    tab_to(keys, "form[data-catch=insight] input[name=text]")
    keys.keyboard.type("Calls before maths")
    keys.keyboard.press("Enter")
    expect(keys.locator("[data-caught=insight] li").last).to_contain_text("Calls before maths")
    tab_to(keys, "a.primary[href$='/finish/']", "Shift+Tab")
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/finish/$"))

    tab_to(keys, "textarea[name=said]")
    keys.keyboard.type("The calls are the work.")
    tab_to(keys, "input[name=step]")
    keys.keyboard.press("Space")
    expect(keys.locator("input[name=step]:focus")).to_be_checked()
    tab_to(keys, "main button.primary")
    keys.keyboard.press("Enter")
    keys.wait_for_load_state("networkidle")
    expect(keys.locator("h1")).to_be_visible()


def test_a_pasted_table_is_brought_in_and_a_pair_decided(keys: Page, fresh_demo: Running) -> None:
    keys.goto(fresh_demo.address + "/people/import/")
    tab_to(keys, "textarea[name=pasted]")
    pair = "Priya Nair,North Shore Logistics,priya.nair@elsewhere.example"
    keys.keyboard.insert_text(f"Name,Company,Email\n{pair}\nUma Rao,Foo,uma@foo.example\n")
    tab_to(keys, "main button")
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/people/import/[0-9a-f-]{36}/$"))
    tab_to(keys, "button.primary")
    keys.keyboard.press("Enter")
    expect(keys.locator("a.primary[href$='/pairs/']")).to_be_visible()
    tab_to(keys, "a.primary[href$='/pairs/']")
    keys.keyboard.press("Enter")
    keys.wait_for_url(re.compile("/pairs/"))
    keys.keyboard.press("y")
    keys.wait_for_url(re.compile("/people/import/"))
    keys.wait_for_load_state("networkidle")
    expect(keys.locator("[role=status], .toast").first).to_be_visible()


@pytest.mark.parametrize(
    ("address", "action"),
    [
        ("/", "li.todo details.menu summary"),
        ("/people/add/", "main button.primary"),
        ("/people/import/", "input[type=file]"),
        ("/next/", "main li.todo a.button"),
        ("/targets/", "main form button.primary"),
        ("/data/", "main a.button.primary[download]"),
        ("/data/erase/", "main button.danger"),
        ("/interviews/insights/", "main a, main button, main summary"),
        ("/interviews/progress/", "main a, main button, main select, main input"),
    ],
)
def test_the_main_action_of_a_page_is_reached(
    entered: BrowserContext, demo: Running, address: str, action: str
) -> None:
    page = entered.new_page()
    page.goto(demo.address + address)
    tab_to(page, action)
    page.close()
