"""What keys, menus, toasts, the search box and drafts do in a real browser."""

import time
from urllib.parse import quote

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page, Request, Route, expect

from tests.ui.conftest import SITE, Show, Site, request_for

pytestmark = pytest.mark.e2e

ROWS = """<h1>People</h1><table class="people">
<thead><tr><th><input type="checkbox" data-all aria-label="All"></th></tr></thead>
<tbody data-rows>{rows}</tbody></table>"""
ROW = """<tr><td><input type="checkbox" aria-label="Select {n}"></td>
<td><h3><a href="/people/{n}/">Person {n}</a></h3></td></tr>"""
HITS = """<div role="listbox" id="found-list" aria-label="Found">
<a role="option" tabindex="-1" id="hit-1" aria-selected="false" href="/people/1/">Priya</a>
<a role="option" tabindex="-1" id="hit-2" aria-selected="false" href="/people/2/">Min</a></div>
<p>Enter shows them as a list.</p>"""
TEXT = "Dear Ms. Khan,\nI hope you are well. Could you spare 15 minutes?"
MARKED = TEXT.replace("I hope you are well.", '<mark data-n="1">I hope you are well.</mark>').replace(
    "15 minutes", '<mark class="good" data-n="2">15 minutes</mark>'
)
DRAFT = f"""<h1>Write</h1><form class="compose" method="post" action="/send/">
<div class="draft" data-draft><div class="marks" id="marks" aria-hidden="true">{MARKED}</div>
<textarea name="body" aria-label="Message" rows="4" hx-post="/findings/" hx-trigger="look" hx-target=".findings">
{TEXT}</textarea></div>
<ol class="findings"><li tabindex="0"><span class="n">1</span><h3>Formula</h3></li></ol></form>"""
FINDINGS = """<li><span class="n">1</span>New</li>
<div class="marks" id="marks" hx-swap-oob="true" aria-hidden="true">Dear <mark data-n="1">Ms. Khan</mark></div>"""


def people(count: int) -> str:
    return ROWS.format(rows="".join(ROW.format(n=n) for n in range(1, count + 1)))


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name"))


def test_slash_goes_to_the_search_box_and_is_not_typed(show: Show) -> None:
    page = show("<h1>Today</h1>")
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Find anyone")).to_be_focused()
    expect(page.get_by_role("combobox", name="Find anyone")).to_have_value("")


def test_j_and_k_move_x_ticks_and_enter_opens(show: Show, site: Site) -> None:
    page = show(people(3))
    site.pages["/people/2/"] = (200, "<h1>Person 2</h1>")
    for key, where in [("j", "Person 1"), ("j", "Person 2"), ("j", "Person 3"), ("j", "Person 3"), ("k", "Person 2")]:
        page.keyboard.press(key)
        assert focused(page) == where
    page.keyboard.press("x")
    expect(page.get_by_label("Select 2")).to_be_checked()
    page.get_by_role("link", name="Person 2").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{SITE}/people/2/")


def test_the_box_above_ticks_all_and_tells_when_only_some_are(show: Show) -> None:
    page = show(people(2))
    page.get_by_label("All").check()
    expect(page.get_by_label("Select 2")).to_be_checked()
    page.get_by_label("Select 2").uncheck()
    assert page.get_by_label("All").evaluate("box => [box.checked, box.indeterminate]") == [False, True]


def test_g_then_p_goes_to_people(show: Show, site: Site) -> None:
    page = show("<h1>Today</h1>")
    site.pages["/people/"] = (200, "<h1>People</h1>")
    page.keyboard.press("g")
    page.keyboard.press("p")
    expect(page).to_have_url(f"{SITE}/people/")


def test_a_page_gives_its_buttons_keys_of_their_own(show: Show, site: Site) -> None:
    page = show('<h1>Same?</h1><form method="post" action="/same/"><button data-key="y">Yes</button></form>')
    site.pages["/same/"] = (200, "<h1>Next pair</h1>")
    page.keyboard.press("y")
    expect(page).to_have_url(f"{SITE}/same/")


def test_letters_typed_into_a_field_are_only_letters(show: Show) -> None:
    page = show(people(2) + '<textarea name="t" aria-label="Notes"></textarea>')
    page.get_by_label("Notes").focus()
    page.keyboard.type("j/x?gp")
    expect(page.get_by_label("Notes")).to_have_value("j/x?gp")
    expect(page.locator("#keys")).not_to_be_visible()


def test_question_mark_lists_the_keys_and_single_keys_can_be_switched_off(show: Show) -> None:
    page = show(people(1))
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").get_by_label("Single keys work").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).not_to_be_visible()
    page.keyboard.press("j")
    assert focused(page) != "Person 1"


def test_z_undoes_by_the_toasts_form_and_the_toast_waits_for_it(show: Show, site: Site) -> None:
    page = show("<h1>People</h1>", toast="Kept as one <b>person</b>.", undo="/undo/7/")
    site.pages["/undo/7/"] = (200, "<h1>Undone</h1>")
    expect(page.get_by_role("status").filter(has_text="Kept as one <b>person</b>.")).to_be_visible()
    page.wait_for_timeout(300)
    page.keyboard.press("z")
    expect(page).to_have_url(f"{SITE}/undo/7/")
    assert [path for path, body in site.posted if "csrfmiddlewaretoken=" in body] == ["/undo/7/"]


def test_a_toast_can_be_closed(show: Show) -> None:
    page = show("<h1>People</h1>", toast="Saved.")
    page.wait_for_timeout(300)
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".toast")).to_have_count(0)


def test_a_menu_closes_by_escape_and_gives_the_focus_back(show: Show) -> None:
    page = show("<h1>Today</h1>")
    summary = page.locator("summary.account")
    summary.click()
    expect(page.get_by_role("link", name="Your data")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Your data")).not_to_be_visible()
    expect(summary).to_be_focused()


def test_a_menu_closes_when_another_opens(show: Show) -> None:
    page = show("<h1>Today</h1>")
    page.locator("summary.account").click()
    page.locator("summary", has_text="English").click()
    expect(page.get_by_role("link", name="Your data")).not_to_be_visible()
    expect(page.get_by_role("button", name="Français")).to_be_visible()


def test_the_search_box_answers_while_typing_and_arrows_choose(show: Show, site: Site) -> None:
    page = show("<h1>Today</h1>")
    site.pages |= {"/search/": (200, HITS), "/people/2/": (200, "<h1>Min</h1>")}
    box = page.get_by_role("combobox", name="Find anyone")
    box.press_sequentially("min")
    expect(page.get_by_role("option", name="Priya")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowUp")
    expect(box).to_have_attribute("aria-activedescendant", "hit-2")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "hit-1")
    box.press("ArrowDown")
    box.press("Enter")
    expect(page).to_have_url(f"{SITE}/people/2/")


def test_escape_closes_what_was_found_and_keeps_the_words(show: Show, site: Site) -> None:
    page = show("<h1>Today</h1>")
    site.pages["/search/"] = (200, HITS)
    box = page.get_by_role("combobox", name="Find anyone")
    box.press_sequentially("mi")
    expect(page.get_by_role("option", name="Min")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("option", name="Min")).not_to_be_visible()
    expect(box).to_have_value("mi")
    expect(box).to_be_focused()


def test_enter_without_a_choice_asks_for_the_whole_list(show: Show, site: Site) -> None:
    page = show("<h1>Today</h1>")
    site.pages["/search/"] = (200, HITS)
    page.get_by_role("combobox", name="Find anyone").press_sequentially("min")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{SITE}/search/?q=min")


def test_a_failed_answer_is_said_once(show: Show, site: Site) -> None:
    page = show('<h1>Today</h1><button class="button" hx-post="/broken/">Try</button>')
    site.pages["/broken/"] = (500, "")
    page.get_by_role("button", name="Try").click()
    page.get_by_role("button", name="Try").click()
    expect(page.get_by_role("alert")).to_have_count(1)


def test_htmx_carries_the_token_against_forgery(show: Show, page: Page) -> None:
    show('<h1>Today</h1><button class="button" hx-post="/thing/">Try</button>')
    with page.expect_request("**/thing/") as sent:
        page.get_by_role("button", name="Try").click()
    assert len(sent.value.headers["x-csrftoken"]) == 64


def marks(page: Page) -> list[str]:
    return page.locator(".draft mark").all_text_contents()


def copy(page: Page) -> str:
    return str(page.locator(".draft .marks").evaluate("marks => marks.textContent.replace('\\u200b', '')"))


def test_marks_stay_on_their_words_while_others_are_typed(show: Show) -> None:
    page = show(DRAFT)
    field = page.get_by_label("Message")
    field.evaluate("field => { field.focus(); field.setSelectionRange(0, 0); }")
    page.keyboard.type("Hello. ")
    assert copy(page) == field.input_value()
    assert marks(page) == ["I hope you are well.", "15 minutes"]


def test_a_mark_whose_words_change_is_dropped_and_the_others_stay(show: Show) -> None:
    page = show(DRAFT)
    field = page.get_by_label("Message")
    field.evaluate("field => { field.focus(); field.setSelectionRange(17, 21); }")
    page.keyboard.type("trust")
    assert field.input_value() == "Dear Ms. Khan,\nI trust you are well. Could you spare 15 minutes?"
    assert (copy(page), marks(page)) == (field.input_value(), ["15 minutes"])


def test_what_is_typed_into_a_draft_is_never_markup(show: Show) -> None:
    page = show(DRAFT)
    page.get_by_label("Message").fill("<img src=x onerror=alert(1)>\n")
    assert copy(page) == "<img src=x onerror=alert(1)>\n"
    assert page.locator(".draft img").count() == 0


SET_ALIKE = """element => {
    const style = getComputedStyle(element);
    const set = ["font", "fontKerning", "letterSpacing", "wordSpacing", "whiteSpace", "overflowWrap", "padding",
                 "borderWidth", "textIndent", "fontVariantEastAsian", "textAutospace", "lineBreak"];
    return set.map((name) => `${name}: ${style[name]}`);
}"""


def test_the_copy_lies_under_the_field_letter_on_letter(show: Show) -> None:
    page = show(DRAFT)
    field, under = page.get_by_label("Message"), page.locator(".draft .marks")
    field.fill("Could you spare fifteen minutes, by phone or video? " * 12 + "\n\n\nMei 谭梅")
    assert field.bounding_box() == under.bounding_box()
    assert field.evaluate(SET_ALIKE) == under.evaluate(SET_ALIKE)
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight")


def test_marks_from_the_server_for_an_older_text_are_carried_to_the_newer(show: Show, site: Site) -> None:
    page = show(DRAFT)
    site.pages["/findings/"] = (200, FINDINGS)
    field = page.get_by_label("Message")
    field.fill("Hello, Dear Ms. Khan")
    field.evaluate("field => htmx.trigger(field, 'look')")
    expect(page.locator(".findings")).to_contain_text("New")
    assert (copy(page), marks(page)) == ("Hello, Dear Ms. Khan", ["Ms. Khan"])


def test_pointing_at_a_finding_lights_its_mark(show: Show) -> None:
    page = show(DRAFT)
    page.locator(".findings li").focus()
    expect(page.locator(".draft mark.lit")).to_have_text(["I hope you are well."])


def test_a_form_saves_itself_and_says_so(show: Show, site: Site) -> None:
    page = show(
        '<h1>Write</h1><form method="post" data-autosave="/save/">{% csrf_token %}<input name="body" aria-label="Body">'
        '<p data-saved data-saved-words="Saved" data-failed-words="Not saved"></p></form>'
    )
    site.pages["/save/"] = (204, "")
    page.get_by_label("Body").fill("Dear Ms. Khan")
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert [path for path, _ in site.posted] == ["/save/"]
    assert "Dear Ms. Khan" in site.posted[0][1]
    site.pages["/save/"] = (409, "")
    page.get_by_label("Body").fill("Dear Ms. Khan!")
    expect(page.locator("[data-saved]")).to_have_text("Not saved")


def test_copying_says_so_for_a_while(show: Show) -> None:
    button = '<button class="button" data-copy="#t" data-copied="Copied">Copy</button>'
    page = show(f'<h1>Write</h1><p id="t">Dear Ms. Khan</p>{button}')
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button")).to_contain_text(["Copied"])
    assert page.evaluate("navigator.clipboard.readText()") == "Dear Ms. Khan"


def test_a_dropped_file_lands_in_the_file_field(show: Show) -> None:
    field = '<input type="file" name="file" aria-label="File">'
    page = show(f'<h1>Import</h1><form><div class="drop" data-drop>{field}</div></form>')
    page.locator(".drop").evaluate("""zone => {
        const carried = new DataTransfer();
        carried.items.add(new File(["a"], "Connections.csv"));
        for (const kind of ["dragover", "drop"])
            zone.dispatchEvent(new DragEvent(kind, { bubbles: true, dataTransfer: carried }));
    }""")
    assert page.get_by_label("File").evaluate("field => field.files[0].name") == "Connections.csv"


def test_the_one_time_link_sends_itself_with_the_browsers_zone(show: Show, site: Site) -> None:
    site.pages["/enter/"] = (200, "<h1>In</h1>")
    field = '<input type="hidden" name="time_zone" data-time-zone>'
    page = show(f'<form method="post" action="/enter/" data-send-at-once>{field}</form>')
    expect(page).to_have_url(f"{SITE}/enter/")
    zone = str(page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone"))
    assert site.posted == [("/enter/", f"time_zone={quote(zone, safe='')}")]


def test_a_toast_that_htmx_brings_can_be_closed_and_stays_in_the_same_live_region(show: Show, site: Site) -> None:
    page = show('<h1>Today</h1><button class="button" hx-post="/tag/" hx-swap="none">Tag</button>')
    page.locator("#messages").evaluate("region => { region.same = true; }")
    toast = render_to_string("ui/parts/messages.html", {"oob": True}, request_for(toast="Tagged.", undo="/undo/"))
    site.pages["/tag/"] = (200, toast)
    page.get_by_role("button", name="Tag").click()
    expect(page.locator("#messages")).to_contain_text("Tagged.")
    assert page.locator("#messages").evaluate("region => region.same")
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".toast")).to_have_count(0)


def test_a_swap_copies_no_style_that_a_script_or_a_dragged_corner_left_on_a_field(show: Show, site: Site) -> None:
    """The content policy refuses a style attribute; `page` fails on the console message."""
    go = '<button hx-post="/again/" hx-target="#part" hx-select="#part" hx-swap="outerHTML">Go</button>'
    form = f'<div id="part"><textarea id="body" aria-label="Words"></textarea>{go}</div>'
    page = show(f"<h1>Write</h1>{form}")
    site.pages["/again/"] = (422, form.replace("</textarea>", "new</textarea>"))
    page.evaluate("document.querySelector('#body').style.height = '200px'")
    page.get_by_role("button", name="Go").click()
    expect(page.locator("#body")).to_have_value("new")
    page.wait_for_timeout(100)  # htmx settles 20 ms after the swap


def test_a_changed_channel_is_not_overwritten_by_a_late_save_of_the_old_text(show: Show, site: Site) -> None:

    def slowly(route: Route, request: Request) -> None:
        time.sleep(1)  # longer than the 0.8 s after which a form saves itself
        site.answer(route, request)

    channel = '<select name="channel" aria-label="Channel" hx-post="/write/" hx-target="#part" hx-swap="outerHTML">'
    options = "<option>email</option><option>phone</option></select>"
    words = '<textarea name="body" aria-label="Words"></textarea>'
    form = f'<form id="part" data-autosave="/save/" aria-label="Message">{channel}{options}{words}</form>'
    page = show(f"<h1>Write</h1>{form}")
    site.pages["/write/"] = (200, form.replace("</textarea>", "composed</textarea>"))
    page.route(f"{SITE}/write/", slowly)
    page.get_by_label("Words").fill("mine")
    page.get_by_label("Channel").select_option("phone")
    expect(page.get_by_label("Words")).to_have_value("composed")
    page.wait_for_timeout(100)
    assert [path for path, _data in site.posted] == ["/write/"]
