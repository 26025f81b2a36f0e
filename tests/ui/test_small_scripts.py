"""The card's and the map's small scripts in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.ui.conftest import Show

pytestmark = pytest.mark.e2e

CARD = """<h1>Card</h1><script src="/static/ui/card.js" defer></script><form class="reading"><div class="readings">
<div><label for="title">Title</label><input id="title" value="Buyer"><span class="tag good">sure</span></div>
<div><label for="place">Place</label><input id="place" value="Vancouver"></div></div></form>"""
MAP = """<h1>Map</h1><script src="/static/ui/map.js" defer></script>
<span data-map-buttons hidden><button data-zoom="in">+</button></span>
<div class="scroll-x" tabindex="0" role="region" aria-label="Map" data-map>
<svg class="netmap" viewBox="0 0 760 700"><circle class="dot you" cx="380" cy="300" r="13"/></svg></div>"""


def test_what_somebody_types_over_a_reading_is_no_longer_called_sure(show: Show) -> None:
    page = show(CARD)
    sure = page.get_by_text("sure")
    expect(sure).to_be_visible()

    page.get_by_label("Title").fill("Head buyer")
    expect(sure).to_be_hidden()
    page.get_by_label("Title").fill("Buyer")
    expect(sure).to_be_visible()
    page.get_by_label("Place").fill("Surrey")
    expect(sure).to_be_visible()


def test_on_a_phone_the_map_opens_around_the_seeker(show: Show) -> None:
    page = show("")
    page.set_viewport_size({"width": 390, "height": 800})
    page = show(MAP)

    you, frame = page.locator(".you").bounding_box(), page.locator("[data-map]").bounding_box()
    assert you
    assert frame
    assert you["x"] + you["width"] / 2 == pytest.approx(frame["x"] + frame["width"] / 2, abs=3)
