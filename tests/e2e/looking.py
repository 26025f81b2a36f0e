"""Looking at a page as axe and a ruler do: wide and narrow, light and dark."""

from collections.abc import Iterator
from itertools import product

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""All that another colour scheme can change."""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(page: Page, address: str) -> Iterator[str]:
    """What axe finds, and what overflows sideways, at each width and in each scheme: a line for each."""
    answer = page.goto(address)
    if answer is None or answer.status != 200:
        yield f"{address}: answers {answer.status if answer else 'nothing'}"
    for width, scheme in product((1280, 390), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.wait_for_timeout(100)  # colours fade over
        where = f"{address} {width} {scheme}"
        for found in Axe().run(page, options=RULES if scheme == "light" else COLOURS).response["violations"]:
            yield f"{where}: {found['id']}: {found['nodes'][0]['html'][:200]}"
        if page.evaluate(WIDE) > 0:
            yield f"{where}: overflows by {page.evaluate(WIDE)}"
