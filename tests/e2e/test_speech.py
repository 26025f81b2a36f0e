"""Somebody speaks to a real browser, and a real worker writes it down into the field."""

import wave
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import CHROMIUM
from tests.e2e.looking import breaches
from tests.factories.speech import RATE, SAID, silence, voice, words
from tests.servers.askwell import Running

pytestmark = [pytest.mark.e2e, pytest.mark.once]

WRITING = 60_000
"""Milliseconds until it is written down at the latest."""


@pytest.fixture
def microphone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the browser hears."""
    place = tmp_path_factory.mktemp("heard") / "said.wav"
    with wave.open(str(place), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.concatenate([silence(0.5), voice()]).tobytes())
    return place


@pytest.fixture
def page(chromium: Browser, alone: Running, microphone: Path) -> Iterator[Page]:
    """A browser that may listen, and its seeker signed in."""
    hears = ["use-fake-device-for-media-stream", "use-fake-ui-for-media-stream"]
    hears.append(f"use-file-for-fake-audio-capture={microphone}%noloop")
    flags = [f"--{flag}" for flag in ("no-sandbox", "disable-gpu", *hears)]
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=flags)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(alone.link())
    page.wait_for_url(alone.address + "/")
    page.goto(alone.address + "/practice/drills/voicemail/")
    yield page
    browser.close()


def test_what_is_said_to_the_browser_is_written_down_by_the_worker(page: Page) -> None:
    field = page.get_by_label("What you say")
    page.get_by_role("button", name="Speak instead").click()
    page.wait_for_timeout(9500)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Your own computer does it")).to_be_visible()
    assert field.input_value() == ""

    page.get_by_role("button", name="Write down what I said").click()

    expect(page.get_by_text("It stands in the field now.")).to_be_visible(timeout=WRITING)
    heard = words(field.input_value())  # a busy machine's microphone loses a word now and then
    assert SequenceMatcher(None, words(SAID), heard).ratio() > 0.7, heard
    expect(page.locator("[data-figure=pace]")).to_be_visible()
    assert breaches(page) == []
