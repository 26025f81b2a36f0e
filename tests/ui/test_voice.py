"""Speaking in a real browser: what a listener hears of it is measured there, and nothing leaves the page but what the
speaker hands over to have it written down."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ui.conftest import Show, Site

pytestmark = pytest.mark.e2e

SPEAK = """<h1>Speak</h1><script src="/static/ui/voice.js" defer></script>
<label for="say">Your turn</label><textarea id="say"></textarea>
{% include "ui/parts/voice.html" with field="#say" language="en" %}"""

WRITER = """<h1>Speak</h1><script src="/static/ui/voice.js" defer></script>
<form><input type="hidden" name="csrfmiddlewaretoken" value="token-of-the-form">
<label for="say">Your turn</label><textarea id="say">Good morning.</textarea>
{% include "ui/parts/voice.html" with field="#say" language="en" writer="/takes/" %}</form>"""
ASKS = '<p hx-get="/waits/" hx-trigger="every 1s" hx-target="this" hx-swap="outerHTML">Writing it down</p>'
WROTE = "<div><p data-wrote hidden>Um, I like &lt;b&gt;trains.</p><p>It stands in the field now.</p></div>"

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


@pytest.fixture
def hand_over(show: Show, page: Page) -> Locator:
    """Something was recorded that Askwell can write down; the button that hands it over."""
    page.add_init_script(SPOKEN)
    speak(show(WRITER))
    return page.get_by_role("button", name="Write down what I said")


def test_what_askwell_wrote_down_goes_into_the_field(hand_over: Locator, page: Page, site: Site) -> None:
    site.pages |= {"/takes/": (200, ASKS), "/waits/": (204, "")}
    assert site.posted == []

    hand_over.click()
    expect(page.get_by_text("Writing it down")).to_be_visible()
    page.wait_for_timeout(1500)
    expect(page.get_by_text("Writing it down")).to_be_visible()
    expect(hand_over).to_be_hidden()
    site.pages["/waits/"] = (200, WROTE)

    expect(page.get_by_label("Your turn")).to_have_value("Good morning. Um, I like <b>trains.")
    expect(page.get_by_label("Your turn")).to_be_focused()
    expect(page.get_by_text("It stands in the field now.")).to_be_visible()
    assert figure(page, "fillers") == 1
    [(path, body)] = site.posted
    assert path == "/takes/"
    assert "token-of-the-form" in body


def test_a_recording_that_was_refused_can_be_handed_over_again(hand_over: Locator, page: Page, site: Site) -> None:
    site.pages["/takes/"] = (422, "<p>Wait a little</p>")
    hand_over.click()
    expect(page.get_by_text("Wait a little")).to_be_visible()
    site.pages["/takes/"] = (500, "")
    hand_over.click()
    expect(page.get_by_text("could not be handed over")).to_be_visible()
    expect(hand_over).to_be_enabled()


def test_a_new_recording_does_without_the_words_of_the_last(hand_over: Locator, page: Page, site: Site) -> None:
    site.pages |= {"/takes/": (200, ASKS), "/waits/": (204, "")}
    hand_over.click()
    expect(page.get_by_text("Writing it down")).to_be_visible()
    page.get_by_role("button", name="Speak instead").click()
    expect(page.get_by_text("Writing it down")).to_have_count(0)
    site.pages["/waits/"] = (200, WROTE)
    page.wait_for_timeout(1500)
    expect(page.get_by_label("Your turn")).to_have_value("Good morning.")


def test_it_is_not_offered_where_the_browser_wrote_it_down(show: Show, page: Page) -> None:
    page.add_init_script(SPOKEN)
    page.add_init_script(HEARD)
    show(WRITER)
    page.get_by_label("Write down what I say").check()
    speak(page)
    expect(page.get_by_label("Your turn")).to_have_value("Good morning. Um, I like, you know, trains.")
    expect(page.get_by_role("button", name="Write down what I said")).to_be_hidden()
