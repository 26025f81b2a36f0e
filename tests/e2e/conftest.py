"""A real `askwell up` (web, worker, scheduler) on a data folder of its own, and a real browser that enters it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.postgresql import free_port

Begun = Callable[..., Iterator["Running"]]
LINK = re.compile(r"(http://127\.0\.0\.1:\d+)(/account/enter/\S+)")


@dataclass
class Running:
    """A served Askwell: its address, and commands on the same data."""

    address: str
    data: Path
    environment: dict[str, str]

    def command(self, *arguments: str) -> str:
        """What `askwell …` prints; fails with the test when the command does."""
        done = subprocess.run(
            [sys.executable, "-m", "askwell.config", "--data", str(self.data), *arguments],
            env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def link(self) -> str:
        """A fresh one-time link."""
        found = LINK.search(self.command("up", "--no-browser"))
        assert found
        return found[0]


def on_postgresql() -> bool:
    return os.environ.get("ASKWELL_DATABASE", "").startswith("postgresql")


def own_database() -> dict[str, str]:
    """On PostgreSQL, a new database of the run's server; on SQLite the data folder brings its own."""
    if not on_postgresql():
        return {}
    import psycopg  # noqa: PLC0415 # only there with PostgreSQL

    server, name = os.environ["ASKWELL_DATABASE"], f"e2e_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type] # a name of our own making
    return {"ASKWELL_DATABASE": server.rsplit("/", 1)[0] + f"/{name}"}


def serve(folder: Path, *options: str) -> Iterator[Running]:
    port = free_port()
    reached_at = {"ASKWELL_SITE": f"http://127.0.0.1:{port}"}  # what goes into mails opens for the test's insider
    settings = {"DJANGO_SETTINGS_MODULE": "askwell.config.settings", **own_database()}
    environment = {**os.environ, **settings, **reached_at}
    command = [sys.executable, "-m", "askwell.config", "--data", str(folder), "up", "--no-browser", *options]
    process = subprocess.Popen([*command, "--port", str(port)], env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    found = next((match for line in process.stdout if (match := LINK.search(line))), None)
    assert found, "askwell up printed no link"
    yield Running(found[1], folder, environment)
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """Serves a data folder that was started once before: it begins with a copy of the run's first one with these
    options, which saves the migrations and the demo. On PostgreSQL every one begins anew."""

    def served(folder: Path, *options: str) -> Iterator[Running]:
        if on_postgresql():
            return serve(folder, *options)
        model = tmp_path_factory.getbasetemp() / f"begun{''.join(options)}"
        if not model.exists():
            for _running in serve(model, *options):
                pass
            (model / "running.json").unlink(missing_ok=True)
        shutil.copytree(model, folder, dirs_exist_ok=True)
        return serve(folder, *options)

    return served


@pytest.fixture(scope="session")
def demo(begun: Begun, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The invented search, served."""
    yield from begun(tmp_path_factory.mktemp("demo"), "--demo")


@pytest.fixture
def fresh_demo(begun: Begun, tmp_path: Path) -> Iterator[Running]:
    """The invented search, served for one test that changes it."""
    yield from begun(tmp_path, "--demo")


@pytest.fixture
def fresh(begun: Begun, tmp_path: Path) -> Iterator[Running]:
    """An empty Askwell, served."""
    yield from begun(tmp_path)


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[str]:
    """The address of an Askwell for many, as if behind a proxy that ends TLS."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("ASKWELL_")},
        "DJANGO_SETTINGS_MODULE": "askwell.config.settings", "ASKWELL_DATA": str(tmp_path), "ASKWELL_HOSTED": "1",
        "ASKWELL_BEHIND_PROXY": "1", "ASKWELL_SECRET_KEY": "s" * 50, "ASKWELL_ALLOWED_HOSTS": "127.0.0.1",
    }  # fmt: skip
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
