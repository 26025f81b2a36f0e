import stat
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from askwell.accounts.models import User, Workspace
from askwell.lib.ids import uuid7
from askwell.outreach.actions.mail.secrets import rotate_keys, seal, unseal
from askwell.outreach.models import Mailbox
from askwell.protocols.mail.servers import MailError, Trouble
from tests.factories.mail import a_mailbox


@pytest.fixture
def key_file(settings: Any, tmp_path: Path) -> Path:
    settings.MAIL_KEYS, settings.MAIL_KEY_FILE = [], tmp_path / "data" / "secrets.key"
    return Path(settings.MAIL_KEY_FILE)


def opened(mailbox: Mailbox) -> str:
    mailbox = Mailbox._base_manager.get(pk=mailbox.pk)
    return unseal(mailbox.secret, mailbox_id=mailbox.pk)


def test_what_is_sealed_can_be_read_again_and_is_not_to_be_seen(key_file: Path) -> None:
    owner = uuid7()

    sealed = seal("hunter2 密码", mailbox_id=owner)

    assert "hunter2" not in sealed
    assert unseal(sealed, mailbox_id=owner) == "hunter2 密码"
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600


def test_a_secret_opens_no_other_mailbox(key_file: Path) -> None:
    sealed = seal("hunter2", mailbox_id=uuid7())

    with pytest.raises(MailError) as caught:
        unseal(sealed, mailbox_id=uuid7())

    assert caught.value.trouble is Trouble.KEY_LOST


@pytest.mark.parametrize("damage", [lambda text: text[:-4], lambda text: "", lambda text: "gAAA" + text[10:]])
def test_a_damaged_secret_is_a_lost_one(key_file: Path, damage: Any) -> None:
    owner = uuid7()

    with pytest.raises(MailError) as caught:
        unseal(damage(seal("hunter2", mailbox_id=owner)), mailbox_id=owner)

    assert (caught.value.trouble, caught.value.permanent) == (Trouble.KEY_LOST, True)


def test_without_the_key_nothing_is_read(key_file: Path) -> None:
    owner = uuid7()
    sealed = seal("hunter2", mailbox_id=owner)
    key_file.unlink()

    with pytest.raises(MailError) as caught:
        unseal(sealed, mailbox_id=owner)

    assert caught.value.trouble is Trouble.KEY_LOST


def test_two_that_start_at_once_share_one_key(key_file: Path) -> None:
    owner, sealed = uuid7(), []
    threads = [threading.Thread(target=lambda: sealed.append(seal("x", mailbox_id=owner))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [unseal(one, mailbox_id=owner) for one in sealed] == ["x"] * 8
    assert len(key_file.read_text().split()) == 1
    assert [path.name for path in key_file.parent.iterdir()] == ["secrets.key"]


def test_rotation_leaves_one_new_key_that_reads_everything(
    key_file: Path, workspace: Workspace, stranger: User, now: datetime
) -> None:
    assert stranger.workspace
    ports = {"imap_port": 1, "smtp_port": 2}
    mine = a_mailbox(workspace, now=now, address="mei@seeker.example", secret="one", **ports)
    theirs = a_mailbox(stranger.workspace, now=now, address="sam@stranger.example", secret="two", **ports)
    gone = a_mailbox(workspace, now=now, address="old@seeker.example", secret="", is_usual=False, **ports)
    old_key, before = key_file.read_text(), mine.secret

    assert rotate_keys() == (2, 0)

    assert (opened(mine), opened(theirs)) == ("one", "two")
    assert len(key_file.read_text().split()) == 1
    assert key_file.read_text() != old_key
    assert Mailbox._base_manager.get(pk=gone.pk).secret == ""
    with pytest.raises(MailError):  # what leaked with the old key is worth nothing
        unseal(before, mailbox_id=mine.pk)


def test_what_no_key_reads_is_counted_and_left(key_file: Path, workspace: Workspace, now: datetime) -> None:
    mailbox = a_mailbox(workspace, now=now, address="mei@seeker.example", imap_port=1, smtp_port=2)
    key_file.unlink()

    assert rotate_keys() == (0, 1)
    assert Mailbox._base_manager.get(pk=mailbox.pk).secret == mailbox.secret


def test_an_operators_keys_come_from_the_environment(
    key_file: Path, settings: Any, workspace: Workspace, now: datetime
) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.MAIL_KEYS = [old]
    mailbox = a_mailbox(workspace, now=now, address="mei@seeker.example", imap_port=1, smtp_port=2, secret="one")
    settings.MAIL_KEYS = [new, old]

    assert rotate_keys() == (1, 0)

    settings.MAIL_KEYS = [new]
    assert opened(mailbox) == "one"
    assert not key_file.exists()
