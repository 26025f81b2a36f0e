"""Passwords and tokens of mailboxes, as they lie in the database: encrypted, with a key that is not in it.

Fernet (AES-128-CBC with HMAC-SHA256). The newest key encrypts, any key decrypts. What is sealed names its mailbox, so
that it opens no other one when somebody moves it in the database.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from askwell.accounts.models import WorkspaceModel
from askwell.outreach.models import Mailbox
from askwell.protocols.mail.servers import MailError, Trouble


def seal(secret: str, *, mailbox_id: UUID) -> str:
    """What may be stored of a secret. Raises OSError where no key can be made or read."""
    return MultiFernet(_keys()).encrypt(json.dumps([str(mailbox_id), secret]).encode()).decode()


def unseal(sealed: str, *, mailbox_id: UUID) -> str:
    """The secret again. Raises MailError(KEY_LOST)."""
    try:
        owner, secret = json.loads(MultiFernet(_keys()).decrypt(sealed))
    except (InvalidToken, OSError, ValueError):
        raise MailError(Trouble.KEY_LOST, permanent=True) from None
    if owner != str(mailbox_id):
        raise MailError(Trouble.KEY_LOST, permanent=True)
    return str(secret)


def rotate_keys(*, also: Iterable[tuple[type[WorkspaceModel], str]] = ()) -> tuple[int, int]:
    """Encrypt everything that is stored with the newest key, of every workspace: how many were written anew, and how
    many no key could read. `also` names the columns of other tables that hold what was sealed. Where the keys lie in
    our own file, a new one is made first, and the old ones are dropped. Raises OSError."""
    if not settings.MAIL_KEYS:
        _write_keys([Fernet.generate_key().decode(), *_spelled_keys()])
    keys = MultiFernet(_keys())
    sealed: list[tuple[type[WorkspaceModel], str]] = [(Mailbox, "secret"), *also]
    counts = [_rotated(keys, table, column) for table, column in sealed]
    if not settings.MAIL_KEYS:
        _write_keys(_spelled_keys()[:1])
    return sum(written for written, _ in counts), sum(lost for _, lost in counts)


def _rotated(keys: MultiFernet, table: type[WorkspaceModel], column: str) -> tuple[int, int]:
    rows = table._base_manager.exclude(**{column: ""})  # of every workspace
    written = lost = 0
    for key, sealed in rows.values_list("pk", column):
        try:
            anew = keys.rotate(sealed).decode()
        except InvalidToken:
            lost += 1
            continue
        # not where somebody wrote another one in between: that one has the newest key already
        written += rows.filter(**{"pk": key, column: sealed}).update(**{column: anew})
    return written, lost


def _keys() -> list[Fernet]:
    return [Fernet(key) for key in _spelled_keys()]


def _spelled_keys() -> list[str]:
    """The newest first. The file is made when it is first needed."""
    if settings.MAIL_KEYS:
        return list(settings.MAIL_KEYS)
    path = Path(settings.MAIL_KEY_FILE)
    if not path.exists():
        _make_first(path)
    return path.read_text().split()


def _make_first(path: Path) -> None:
    """A file with one key; whoever comes second takes the first one's."""
    with suppress(FileExistsError):
        _put(path, [Fernet.generate_key().decode()], os.link)


def _write_keys(keys: list[str]) -> None:
    _put(Path(settings.MAIL_KEY_FILE), keys, os.replace)


def _put(path: Path, keys: list[str], move: Callable[[str, Path], None]) -> None:
    """Whole or not at all, and for nobody else to read."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent)  # only its owner may read it
    try:
        with os.fdopen(handle, "w") as file:
            file.write("\n".join(keys) + "\n")
            file.flush()
            os.fsync(handle)
        move(name, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
