"""Looks at pages: screenshots wide and narrow, light and dark, axe's findings, and what overflows sideways.

    python tools/screenshots.py http://127.0.0.1:8000 / /people/ --languages en zh-hans fr \
        --sign-in 'http://127.0.0.1:8000/account/enter/…' --out shots

Exits with 1 when axe finds a violation, a page overflows, a script fails or a page does not answer 200.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium-headless-shell"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WIDER_THAN_WINDOW = """() => {
  const room = document.documentElement.clientWidth;
  const scrolls = (el) => {
    for (let up = el; up && up !== document.body; up = up.parentElement)
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true;
    return false;
  };
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll('body *')].filter((el) => el.getBoundingClientRect().right > room + 1);
  const named = (el) => el.tagName.toLowerCase() + '.' + (el.getAttribute('class') || '');
  const shown = wide.filter((el) => !scrolls(el));
  return [document.documentElement.scrollWidth + ' px', ...(shown.length ? shown : wide).slice(0, 4).map(named)];
}"""


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", help="where the site answers, for example http://127.0.0.1:8000")
    parser.add_argument("paths", nargs="+", help="paths to look at, for example / /people/")
    parser.add_argument("--sign-in", help="a one-time sign-in link, opened first")
    parser.add_argument("--languages", nargs="+", default=["en"], help="en zh-hans fr")
    parser.add_argument("--widths", nargs="+", type=int, default=[1280, 390])
    parser.add_argument("--schemes", nargs="+", default=["light", "dark"])
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--no-axe", action="store_true", help="only take pictures")
    return parser.parse_args()


def signed_in_state(browser: Browser, link: str | None) -> object:
    """What a browser context needs to be signed in: the link works once, its cookies many times."""
    context = browser.new_context(timezone_id="America/Vancouver")
    if link:
        page = context.new_page()
        page.goto(link)
        page.wait_for_url(lambda url: url != link)  # its form is sent by a script
    state = context.storage_state()
    context.close()
    return state


def choose_language(context: BrowserContext, base: str, language: str) -> None:
    """Press the language's own button, as a viewer would: the choice is kept with the user."""
    page = context.new_page()
    page.goto(base)
    with page.expect_navigation():
        page.locator(f'button[name=language][value="{language}"]').evaluate("button => button.click()")
    page.close()


def look(page: Page, url: str, picture: Path, axe: Axe | None) -> Iterator[str]:
    """Open one page, keep its picture, and yield what is wrong with it in words."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"script: {error}"))
    page.on("console", lambda said: errors.append(f"console: {said.text}") if said.type == "error" else None)
    answer = page.goto(url, wait_until="load")
    page.wait_for_timeout(250)
    whole(page)
    page.screenshot(path=picture, full_page=True)
    if answer is None or answer.status != 200:
        yield f"answers {answer.status if answer else 'nothing'}"
    yield from errors
    if wide := page.evaluate(WIDER_THAN_WINDOW):
        yield f"overflows sideways: {', '.join(wide)}"
    if axe:
        yield from violations(axe, page)


def whole(page: Page) -> None:
    """Make the window as high as the page, so that what sticks to its bottom stands where it ends."""
    height = page.evaluate("document.documentElement.scrollHeight")
    size = page.viewport_size or {"width": 1280}
    page.set_viewport_size({"width": size["width"], "height": max(height, 900)})


def violations(axe: Axe, page: Page) -> Iterator[str]:
    """Axe's findings, one line a rule with up to three of the elements."""
    for found in axe.run(page, options=AXE_RULES).response["violations"]:
        places = "; ".join(" ".join(map(str, node["target"])) for node in found["nodes"][:3])
        yield f"axe {found['id']} ({found['impact']}, {len(found['nodes'])}): {places}"


def name_of(path: str, language: str, width: int, scheme: str) -> str:
    slug = "-".join(part for part in path.replace("?", "/").replace("&", "/").split("/") if part) or "today"
    return f"{slug}.{language}.{width}.{scheme}.png"


def run(chosen: argparse.Namespace) -> int:
    """Look at every path in every language, width and scheme; return how many findings there were."""
    chosen.out.mkdir(parents=True, exist_ok=True)
    found = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        state = signed_in_state(browser, chosen.sign_in)
        for language, width, scheme in product(chosen.languages, chosen.widths, chosen.schemes):
            context = browser.new_context(
                timezone_id="America/Vancouver",
                storage_state=state,
                viewport={"width": width, "height": 900},
                color_scheme=scheme,
                locale=language,
            )  # type: ignore[arg-type]  # the state goes back in as it came out
            choose_language(context, chosen.base, language)
            for path in chosen.paths:
                picture = chosen.out / name_of(path, language, width, scheme)
                page = context.new_page()
                for wrong in look(page, chosen.base.rstrip("/") + path, picture, None if chosen.no_axe else Axe()):
                    found += 1
                    sys.stdout.write(f"{path} {language} {width} {scheme}: {wrong}\n")
                page.close()
            context.close()
        browser.close()
    sys.stdout.write(f"{found} findings; pictures in {chosen.out}\n")
    return found


if __name__ == "__main__":
    sys.exit(1 if run(options()) else 0)
