"""People made of hostile words in a real browser: nothing runs, and no request leaves (mails: tests/e2e)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hostile.entries import table, vcards
from tests.hostile.words import WORDS
from tests.servers.askwell import Running, Stage, stage

__all__ = ["stage"]
pytestmark = [pytest.mark.e2e, pytest.mark.once]
PAGES = ("/", "/people/", "/network/", "/people/duplicates/", "/people/import/", "/people/?q=Mei", "/interviews/")


@pytest.fixture(scope="module")
def served(stage: Stage) -> Iterator[Running]:
    yield from stage.show()


def test_nothing_runs_and_no_request_leaves(chromium: Browser, served: Running, tmp_path: Path) -> None:
    words = list(WORDS.values())
    for name, data in (("Connections.csv", table(words)), ("all.vcf", vcards(words))):
        (tmp_path / name).write_bytes(data)
        served.command("import", str(tmp_path / name))
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    alerts: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: alerts.append(dialog.message))
    page.goto(served.link())
    page.goto(f"{served.address}/people/")
    persons = page.locator("main a[href^='/people/0']").evaluate_all("links => links.map(link => link.pathname)")
    assert persons

    for path in (*PAGES, *sorted(set(persons))[:15]):
        page.goto(served.address + path)
        page.wait_for_load_state("networkidle")
        assert page.title() != "taken", path
        assert page.evaluate("[...document.links].filter(a => a.protocol === 'javascript:').length") == 0, path

    assert [url for url in asked if not url.startswith((served.address, "data:", "blob:"))] == []
    assert alerts == []
    context.close()
