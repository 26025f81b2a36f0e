"""A real `askwell up` (web, worker, scheduler) on a data folder of its own, and a real browser that enters it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.postgresql import free_port
from tests.servers import tables
from tests.servers.askwell import Begun, Running, Stage, stage

__all__ = ["stage"]  # a fixture for everybody here


@pytest.fixture(scope="session")
def demo(begun: Begun, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The invented search, served."""
    yield from begun.serve(tmp_path_factory.mktemp("demo"), "--demo")


@pytest.fixture
def fresh_demo(stage: Stage) -> Iterator[Running]:
    """The invented search, served for one test that changes it."""
    yield from stage.show("--demo")


@pytest.fixture
def fresh(stage: Stage) -> Iterator[Running]:
    """An empty Askwell, served."""
    yield from stage.show()


@pytest.fixture
def alone(begun: Begun, tmp_path: Path) -> Iterator[Running]:
    """An empty Askwell whose processes serve one test: what its worker loads or listens to goes with it."""
    yield from begun.serve(tmp_path)


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[str]:
    """The address of an Askwell for many, as if behind a proxy that ends TLS."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("ASKWELL_")},
        "DJANGO_SETTINGS_MODULE": "askwell.config.settings", "ASKWELL_DATA": str(tmp_path), "ASKWELL_HOSTED": "1",
        "ASKWELL_BEHIND_PROXY": "1", "ASKWELL_SECRET_KEY": "s" * 50, "ASKWELL_ALLOWED_HOSTS": "127.0.0.1",
    }  # fmt: skip
    tables.lay(tmp_path, environment)
    for command in ("migrate", "collectstatic"):
        order = [sys.executable, "-m", "django", command, "--no-input", "-v0"]
        subprocess.run(order, env=environment, check=True)
    address = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-b", address, "askwell.config.wsgi"], env=environment
    )
    for _try in range(300):
        with suppress(OSError), socket.create_connection(tuple(address.split(":"))):
            break
        time.sleep(0.1)
    yield f"http://{address}"
    process.terminate()
    process.wait(20)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new browser profile that fails the test on any script error or refused request of the page."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-CA")
    page = context.new_page()
    page.set_default_timeout(15_000)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert troubles == []
