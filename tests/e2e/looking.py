"""Looking at a page as axe and a ruler do: wide and narrow, light and dark."""

from collections.abc import Iterator

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""All that another colour scheme can change."""
LAID_OUT = {"runOnly": [*COLOURS["runOnly"], "target-size", "scrollable-region-focusable"]}
"""All that another width can change."""
LOOKS = ((1280, "light", RULES), (390, "light", LAID_OUT), (390, "dark", COLOURS), (1280, "dark", COLOURS))
BREACHES = """rules => axe.run(document, {...rules, resultTypes: ["violations"]}).then(found =>
    found.violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`))"""
"""What is right is neither described nor sent: that takes axe as long as to look."""
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
        for breach in breaches(page, rules):
            yield f"{where}: {breach}"
        if page.evaluate(WIDE) > 0:
            yield f"{where}: overflows by {page.evaluate(WIDE)}"


def breaches(page: Page, rules: dict[str, list[str]] = RULES) -> list[str]:
    """The rules that axe finds broken on the page as it is, each with where."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(BREACHES, rules)
    return found
