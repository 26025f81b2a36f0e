"""Hostile mails in a real browser: nothing of them runs, and nothing leaves to anywhere when they are shown."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.servers.askwell import Running, Stage
from tests.test_consistency import ROOT

pytestmark = [pytest.mark.e2e, pytest.mark.once]


@pytest.fixture(scope="module")
def served(stage: Stage) -> Iterator[Running]:
    """An empty Askwell, served for the tests of this file."""
    yield from stage.show()


def test_a_mail_is_only_ever_text(chromium: Browser, served: Running) -> None:
    command = [sys.executable, "-m", "tests.e2e.letters_probe"]
    environment = {**served.environment, "ASKWELL_DATA": str(served.data)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    alerts: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: alerts.append(dialog.message))
    page.goto(served.link())
    for path in done.stdout.split():
        page.goto(served.address + path)
        for details in page.locator("details").all():
            details.evaluate("one => { one.open = true }")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.canary") is None, path
    assert "thief.example" in page.locator("main").inner_text()
    assert [url for url in asked if not url.startswith((served.address, "data:"))] == []
    assert alerts == []
    context.close()
