"""What a hosted Askwell logs when something fails in any layer: never anything of anybody. Run by test_hosted.py.

Each canary stands where somebody's data would: in an address, a form, a header, an exception, a file, a mail.
"""

import io
import json
import logging
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from askwell.accounts.models import User, Workspace
from askwell.config.logs import OneLine
from askwell.config.task_logs import tell_of_tasks
from askwell.desk.web import today
from askwell.outreach.actions.mail.fetching import fetch_mail
from askwell.people import tasks
from askwell.people.actions.imports import carry_on, receive_file
from askwell.people.tasks import queue_import
from tests.factories.mail import a_mailbox
from tests.factories.people import clock_at, linkedin_csv
from tests.servers.dovecot import Dovecot

CANARIES = [f"canary{number}" for number in range(30)]
SAID = " ".join(CANARIES)
HTTPS = {"secure": True, "headers": {"host": "askwell.example"}}


class Lines:
    """What was logged since the test began."""

    def __init__(self) -> None:
        self.written = io.StringIO()

    @property
    def text(self) -> str:
        return self.written.getvalue()

    @property
    def all(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def of(self, logger: str) -> list[dict[str, Any]]:
        return [line for line in self.all if line["logger"] == logger]

    def hold_nobodys_data(self) -> bool:
        """Something was logged, and no canary is in it."""
        return bool(self.all) and not any(canary in self.text.lower() for canary in CANARIES)


@pytest.fixture
def lines() -> Iterator[Lines]:
    (handler,) = [one for one in logging.getLogger().handlers if isinstance(one.formatter, OneLine)]
    assert isinstance(handler, logging.StreamHandler)
    lines = Lines()
    before = handler.setStream(lines.written)
    yield lines
    handler.setStream(before)


@pytest.fixture(scope="session", autouse=True)
def _static_files() -> None:
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture
def client(seeker: User) -> Client:
    cache.clear()
    client = Client(raise_request_exception=False)
    client.force_login(seeker, backend="askwell.accounts.web.backends.WorkspaceBackend")
    return client


def fails(*_: Any, **__: Any) -> Any:
    canaries_of_the_frame = SAID
    try:
        raise LookupError(canaries_of_the_frame)
    except LookupError as cause:
        raise ValueError(f"{SAID} <{CANARIES[0]}@person.example>") from cause


class TestPages:
    def test_a_request_is_one_line(self, client: Client, lines: Lines, workspace: Workspace) -> None:
        answer = client.get("/", {"q": SAID}, **HTTPS)

        (line,) = lines.of("askwell.requests")
        times = {name: line.pop(name) for name in ("time", "ms", "queries")}
        assert line == {
            "level": "info", "logger": "askwell.requests", "event": "answered", "method": "GET", "status": 200,
            "route": "desk:today", "workspace": str(workspace.pk), "request": answer.headers["X-Request-ID"],
        }  # fmt: skip
        assert times["queries"] > 0
        assert lines.hold_nobodys_data()

    def test_a_page_that_fails(self, client: Client, lines: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(today.reads, "today", fails)

        answer = client.get("/", {"q": SAID}, **HTTPS)

        (line,) = lines.of("django.request")
        assert answer.status_code == 500
        assert (line["event"], line["request"]) == ("…: …", answer.headers["X-Request-ID"])
        assert line["error"]["type"] == "builtins.ValueError"
        assert line["error"]["because"] == ["LookupError"]
        assert line["error"]["at"][-1].endswith(" fails")
        assert lines.hold_nobodys_data()

    @pytest.mark.parametrize("address", ["/meet/{}/", "/{}/", "/account/enter/{}/", "/people/{}/", "/calendar/{}.ics"])
    def test_an_address_that_is_none(self, client: Client, lines: Lines, address: str) -> None:
        client.get(address.format(CANARIES[0]), {CANARIES[1]: CANARIES[2]}, **HTTPS)

        assert lines.hold_nobodys_data()

    def test_a_form_without_its_token(self, seeker: User, lines: Lines) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(seeker, backend="askwell.accounts.web.backends.WorkspaceBackend")

        answer = client.post(f"/people/?q={CANARIES[0]}", {"name": CANARIES[1]}, **HTTPS)

        assert answer.status_code == 403
        assert lines.of("django.security.csrf")
        assert lines.hold_nobodys_data()

    def test_a_host_that_is_not_ours(self, client: Client, lines: Lines) -> None:
        client.get("/", secure=True, headers={"host": f"{CANARIES[0]}.example", "referer": f"https://{CANARIES[1]}/"})

        assert lines.of("django.security.DisallowedHost")
        assert lines.hold_nobodys_data()

    def test_wrong_passwords(self, client: Client, lines: Lines) -> None:
        wrong = {"login": f"{CANARIES[0]}@person.example", "password": CANARIES[1]}
        for _ in range(9):
            Client().post("/sign-in/login/", wrong, **HTTPS)

        assert lines.hold_nobodys_data()


class TestTasks:
    def work(self) -> None:
        tell_of_tasks()
        worker = Worker(
            queue_names=["default"], interval=0, batch=True, backend_name="default", startup_delay=False,
            max_tasks=1, worker_id="w", excluded_queue_names=[],
        )  # fmt: skip
        worker.run()

    def test_a_task_that_fails_is_one_line(
        self,
        transactional_db: None,
        seeker: User,
        workspace: Workspace,
        lines: Lines,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(tasks, "carry_on", fails)
        queue_import(workspace.pk, workspace.pk)

        self.work()

        (line,) = lines.of("askwell.config.task_logs")
        assert (line["event"], line["task"], line["workspace"]) == ("a task failed", "wake_import", str(workspace.pk))
        assert line["error"]["type"] == "builtins.ValueError"
        assert line["error"]["at"][-1].endswith(" fails")
        assert lines.hold_nobodys_data()


class TestImports:
    def test_an_import_that_fails(
        self, workspace: Workspace, now: datetime, lines: Lines, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("askwell.people.actions.imports.waking._WORK", dict.fromkeys(("reading",), fails))
        data = linkedin_csv(f"{CANARIES[0]},{CANARIES[1]},,{CANARIES[2]}@x.example,{CANARIES[3]},Buyer,20 Nov 2025")
        row = receive_file(workspace=workspace, filename=f"{CANARIES[4]}.csv", data=data, now=now)

        carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))

        (line,) = lines.of("askwell.people.actions.imports.waking")
        assert line["event"] == f"import {row.pk} failed while …"
        assert lines.hold_nobodys_data()


class TestMail:
    def test_a_mail_that_fails(
        self, workspace: Workspace, imap_server: Dovecot, lines: Lines, settings: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings.HOSTED = False  # for which servers on this machine are none
        mailbox = a_mailbox(
            workspace, now=timezone.now(), address="mei@seeker.example", imap_port=imap_server.port, smtp_port=1
        )
        said = "From: {}@x.example\r\nSubject: {}\r\nMessage-ID: <{}@x>\r\n\r\n{}\r\n".format(*CANARIES)
        imap_server.deliver("mei@seeker.example", said.encode())
        monkeypatch.setattr("askwell.outreach.actions.mail.fetching.could_concern", fails)

        fetch_mail(workspace=workspace, mailbox_id=mailbox.pk, clock=timezone.now)

        (line,) = lines.of("askwell.outreach.actions.mail.fetching")
        assert line["event"] == "a mail was passed over: ValueError"
        assert lines.hold_nobodys_data()


def test_what_a_library_put_together_is_told_by_its_place(db: None, lines: Lines) -> None:
    logging.getLogger("some.library").warning(f"cannot read {SAID}")
    logging.getLogger("some.library").warning("cannot read %s", SAID)

    first, second = lines.of("some.library")
    assert first["event"].startswith("hosted_logs:")
    assert second["event"] == "cannot read …"
    assert lines.hold_nobodys_data()
