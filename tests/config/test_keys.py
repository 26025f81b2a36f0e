import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from askwell.accounts.models import Workspace
from askwell.config.cli import parser
from askwell.config.commands import keys
from askwell.interviews.models import OwnCalendar
from askwell.outreach.actions.mail.secrets import seal, unseal
from askwell.outreach.models import Mailbox
from askwell.practice.models import ModelEndpoint
from tests.factories.mail import a_mailbox
from tests.factories.modelling import KEY, make_model


def test_the_command_encrypts_with_a_new_key_and_says_how_many(
    workspace: Workspace,
    now: datetime,
    settings: Any,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.MAIL_KEYS, settings.MAIL_KEY_FILE = [], tmp_path / "secrets.key"
    monkeypatch.setattr(keys, "migrate", lambda options: None)
    mailbox = a_mailbox(workspace, now=now, address="mei@seeker.example", imap_port=1, smtp_port=2, secret="one")
    calendar = OwnCalendar(workspace=workspace)
    calendar.busy_url = seal("https://calendar.example/busy.ics", mailbox_id=calendar.pk)
    calendar.save()
    make_model(workspace, "https://models.example/v1")
    before = settings.MAIL_KEY_FILE.read_text()

    options = parser().parse_args(["rotate-keys"])
    assert (options.module, options.verb) == ("keys", "rotate_keys")
    keys.rotate_keys(argparse.Namespace())

    assert capsys.readouterr().out == "Encrypted 3 passwords, links and keys with the newest key.\n"
    assert settings.MAIL_KEY_FILE.read_text() != before
    assert unseal(Mailbox._base_manager.get(pk=mailbox.pk).secret, mailbox_id=mailbox.pk) == "one"
    calendar.refresh_from_db()
    assert unseal(calendar.busy_url, mailbox_id=calendar.pk) == "https://calendar.example/busy.ics"
    model = ModelEndpoint.objects.of(workspace).get()
    assert unseal(model.sealed_key, mailbox_id=model.pk) == KEY
