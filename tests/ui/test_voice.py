"""Speaking in a real browser: what a listener hears of it is measured there, and nothing leaves the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.ui.conftest import Show, Site

pytestmark = pytest.mark.e2e

SPEAK = """<h1>Speak</h1><script src="/static/ui/voice.js" defer></script>
<label for="say">Your turn</label><textarea id="say"></textarea>
{% include "ui/parts/voice.html" with field="#say" language="en" %}"""

SPOKEN = """navigator.mediaDevices.getUserMedia = async () => {
  const sound = new AudioContext(), tone = sound.createOscillator(), volume = sound.createGain();
  const there = sound.createMediaStreamDestination();
  tone.connect(volume).connect(there);
  volume.gain.value = 0;
  const now = sound.currentTime;
  for (const [at, loud] of [[0.3, 0.5], [1.3, 0], [2.5, 0.5], [3.5, 0]]) volume.gain.setValueAtTime(loud, now + at);
  tone.start();
  return there.stream;
};"""
"""A second of sound, 1.2 of silence, a second of sound."""

HEARD = """window.SpeechRecognition = class extends EventTarget {
  start() {}
  stop() {
    const said = Object.assign([{ transcript: "Um, I like, you know, trains." }], { isFinal: true });
    this.dispatchEvent(Object.assign(new Event("result"), { results: [said], resultIndex: 0 }));
    this.dispatchEvent(new Event("end"));
  }
};"""


def figure(page: Page, name: str) -> float:
    return float(page.locator(f"[data-figure={name}] b").inner_text())


def speak(page: Page) -> None:
    page.get_by_role("button", name="Speak instead").click()
    expect(page.get_by_text("Recording. The sound stays in this page.")).to_be_visible()
    page.wait_for_timeout(3900)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("audio")).to_be_visible()


def test_a_pause_is_measured_and_the_recording_stays_in_the_page(show: Show, page: Page, site: Site) -> None:
    page.add_init_script(SPOKEN)
    speak(show(SPEAK))
    assert figure(page, "seconds") == pytest.approx(3.2, abs=0.6)
    assert figure(page, "pauses") == 1
    assert figure(page, "longest") == pytest.approx(1.2, abs=0.3)
    assert figure(page, "silence") == pytest.approx(37, abs=9)
    assert page.evaluate("document.querySelector('audio').src").startswith("blob:")
    assert site.posted == []
    expect(page.locator("[data-figure=pace]")).to_be_hidden()


def test_what_the_browser_wrote_down_goes_into_the_field_and_its_fillers_are_counted(show: Show, page: Page) -> None:
    page.add_init_script(SPOKEN)
    page.add_init_script(HEARD)
    show(SPEAK)
    page.get_by_label("Write down what I say").check()
    speak(page)
    expect(page.get_by_label("Your turn")).to_have_value("Um, I like, you know, trains.")
    assert figure(page, "fillers") == 3
    assert figure(page, "pace") == pytest.approx(6 / 3.2 * 60, rel=0.25)


def test_a_microphone_that_is_refused_says_what_to_do(show: Show, page: Page) -> None:
    page.add_init_script("navigator.mediaDevices.getUserMedia = async () => { throw new Error('no'); };")
    show(SPEAK).get_by_role("button", name="Speak instead").click()
    expect(page.get_by_text("Allow the microphone for it, or type.")).to_be_visible()
