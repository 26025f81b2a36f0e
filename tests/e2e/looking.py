"""Looking at a page as axe and a ruler do: wide and narrow, light and dark."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""All that another colour scheme can change."""
LAID_OUT = {"runOnly": [*COLOURS["runOnly"], "target-size", "scrollable-region-focusable"]}
"""All that another width can change."""
LOOKS = ((1280, "light", RULES), (390, "light", LAID_OUT), (390, "dark", COLOURS), (1280, "dark", COLOURS))
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(page: Page, address: str) -> Iterator[str]:
    """What axe finds, and what overflows sideways, at each width and in each scheme: a line for each."""
    answer = page.goto(address)
    if answer is None or answer.status != 200:
        yield f"{address}: answers {answer.status if answer else 'nothing'}"
    for width, scheme, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        # with motion a link's colour still fades over while axe measures it
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        where = f"{address} {width} {scheme}"
        for found in Axe().run(page, options=rules).response["violations"]:
            yield f"{where}: {found['id']}: {found['nodes'][0]['html'][:200]}"
        if page.evaluate(WIDE) > 0:
            yield f"{where}: overflows by {page.evaluate(WIDE)}"
