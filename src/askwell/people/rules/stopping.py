"""By what somebody who asked not to be contacted is known again, once nothing readable of them is kept.

Each address gives a sign, and so does a name with its employer. A sign is only ever kept as a salted hash.
"""

import hashlib
from collections.abc import Iterable, Iterator

from askwell.lib.text import fold
from askwell.people.choices import ContactKind
from askwell.people.rules.duplicates import Key, contact_key, is_shared_mailbox
from askwell.people.rules.organisations import organisation_keys
from askwell.protocols.contacts import ContactRecord

NAME = "name"
_GMAIL = ("gmail.com", "googlemail.com")


class Stopped:
    """Who asked not to be contacted, as far as hashes tell."""

    def __init__(self, salt: str = "", digests: Iterable[str] = ()) -> None:
        self._salt, self._digests = salt, frozenset(digests)

    def __bool__(self) -> bool:
        return bool(self._digests)

    def knows(self, signs: Iterable[Key]) -> bool:
        """Whether any of these signs is one of theirs."""
        return any(digest_of(self._salt, sign) in self._digests for sign in signs)

    def refuses(self, record: ContactRecord) -> bool:
        """Whether a record of a file is somebody who asked not to be contacted."""
        return bool(self._digests) and self.knows(signs_of_record(record))


def digest_of(salt: str, sign: Key) -> str:
    """SHA-256 of salt, kind and key, as hexadecimal digits."""
    kind, key = sign
    return hashlib.sha256(f"{salt}:{kind}:{key}".encode("utf-8", "replace")).hexdigest()


def address_signs(points: Iterable[Key], names: Iterable[str]) -> Iterator[Key]:
    """The signs of addresses, (kind, value) each. An office's address is only a sign together with a name:
    others are reached there too."""
    forms = list(_forms(names))
    for kind, value in points:
        key = contact_key(kind, value)
        if kind != ContactKind.EMAIL:
            yield kind, key
        elif is_shared_mailbox(key):
            yield from (("office", f"{key}|{form}") for form in forms)
        else:
            yield kind, _mailbox(key)


def name_signs(names: Iterable[str], organisations: Iterable[str], *, alone: bool) -> Iterator[Key]:
    """The signs of names ("Wei Chen", "陈伟") at employers. A name without an employer is only a sign of somebody
    who has no address either (`alone`): others bear it too."""
    employers = [key for name in organisations if name for key in organisation_keys(name)]
    employers = employers or ([""] if alone else [])
    forms = list(_forms(names))
    yield from ((NAME, f"{form}|{employer}") for form in forms for employer in employers)


def signs_of_record(record: ContactRecord) -> Iterator[Key]:
    """Everything by which a record may be known."""
    name = record.name
    names = (f"{name.given} {name.family}", name.native)
    points = [(ContactKind.EMAIL.value, value) for value in record.emails]
    points += [(ContactKind.PHONE.value, value) for value in record.phones]
    points += [(ContactKind.LINK.value, value) for value in record.links]
    points += [(ContactKind.WECHAT.value, record.wechat)] if record.wechat else []
    yield from address_signs(points, names)
    yield from name_signs(names, (record.organisation,), alone=not points)


def _forms(names: Iterable[str]) -> Iterator[str]:
    """Names whatever the order of their words."""
    for name in names:
        if words := sorted(fold(name).split()):
            yield " ".join(words)


def _mailbox(key: str) -> str:
    """The mailbox that an e-mail address leads to: without "+word", at Gmail without dots."""
    local, _, domain = key.rpartition("@")
    local = local.partition("+")[0] or local
    return f"{local.replace('.', '')}@gmail.com" if domain in _GMAIL else f"{local}@{domain}"
