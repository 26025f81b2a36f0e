"""By what somebody who asked not to be contacted is known again, once nothing readable of them is kept.

Their own addresses are signs alone: a mailbox, a LinkedIn profile, a WeChat id. A telephone may be a switchboard and
a web page the employer's, an office's mailbox is read by many: those are signs only together with the name, or part
of it, so that a colleague is not turned away with them. A name with its employer is a sign too: files and lines often
bring no more. A sign is only ever kept as a salted hash.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from askwell.lib.text import fold
from askwell.people.choices import ContactKind
from askwell.people.rules.duplicates import Key, contact_key, is_shared_mailbox, is_stand_in
from askwell.people.rules.nicknames import full_names
from askwell.people.rules.organisations import organisation_keys
from askwell.protocols.contacts import ContactRecord

NAME = "name"
OFFICE = "office"
_GMAIL = ("gmail.com", "googlemail.com")
_word = re.compile(r"\w+")


class Called(NamedTuple):
    """A name as written; each part may be empty, or an address that stands in for it."""

    given: str = ""
    family: str = ""
    native: str = ""

    @property
    def written(self) -> tuple[str, ...]:
        """("Wei Chen", "陈伟"), without what is empty or has no letters."""
        given = "" if is_stand_in(self.given) else self.given
        names = (f"{given} {self.family}".strip(), self.native)
        return tuple(name for name in names if any(map(str.isalpha, name)))


class Stopped:
    """Who asked not to be contacted, as far as hashes tell: digests by the salt that they were made with."""

    def __init__(self, digests: Mapping[str, Collection[str]] | None = None) -> None:
        self._digests = {salt: frozenset(theirs) for salt, theirs in (digests or {}).items()}

    def __bool__(self) -> bool:
        return bool(self._digests)

    def knows(self, signs: Iterable[Key], but: Collection[str] = ()) -> bool:
        """Whether any of these signs is one of theirs, digests in `but` left out."""
        signs, pairs = list(signs), self._digests.items()
        return any(
            digest in theirs and digest not in but
            for salt, theirs in pairs
            for digest in (digest_of(salt, sign) for sign in signs)
        )

    def refuses(self, record: ContactRecord) -> bool:
        """Whether a record of a file is somebody who asked not to be contacted."""
        return bool(self._digests) and self.knows(signs_of_record(record))


def digest_of(salt: str, sign: Key) -> str:
    """SHA-256 of salt, kind and key, as hexadecimal digits."""
    kind, key = sign
    return hashlib.sha256(f"{salt}:{kind}:{key}".encode("utf-8", "replace")).hexdigest()


def kept_signs(
    called: Called,
    points: Iterable[Key],
    employers: Iterable[str],
    shared: Collection[str] = (),
    *,
    asked_before: bool = False,
) -> Iterator[Key]:
    """What is remembered of somebody who asked: `points` are addresses, (kind, value) each; `shared`: keys of
    mailboxes among them that people of other names have too. `asked_before`: they are only taken for somebody who
    asked, so that without a name they make no number one that nobody may be reached at, and with an address of their
    own are remembered by that alone."""
    own, common = _parted(points, shared)
    marks = list(_marks(called, kept=True))
    yield from own
    for kind, key in common:
        yield from ((_with_name(kind), f"{key}|{mark}") for mark in marks)
        if kind != OFFICE:
            yield (_of_nobody(kind), key) if marks or asked_before else (kind, key)
    if not (own and asked_before):
        yield from _name_signs(called, employers, alone=not (own or common))


def asked_signs(
    called: Called, points: Iterable[Key], employers: Iterable[str], shared: Collection[str] = ()
) -> Iterator[Key]:
    """By which of the kept signs somebody is known: as in `kept_signs`. Who has no name is known by any address; a
    mailbox may have been kept with a name, where others had it too."""
    own, common = _parted(points, shared)
    marks = list(_marks(called, kept=False))
    yield from own
    for kind, key in [*common, *(sign for sign in own if sign[0] == ContactKind.EMAIL)]:
        yield from ((_with_name(kind), f"{key}|{mark}") for mark in marks)
        if kind != OFFICE:
            yield kind, key
            yield from [] if marks else [(_of_nobody(kind), key)]
    yield from _name_signs(called, employers, alone=not (own or common))


def signs_of_record(record: ContactRecord) -> Iterator[Key]:
    """Everything by which a record may be known."""
    name = record.name
    points = [(ContactKind.EMAIL.value, value) for value in record.emails]
    points += [(ContactKind.PHONE.value, value) for value in record.phones]
    points += [(ContactKind.LINK.value, value) for value in record.links]
    points += [(ContactKind.WECHAT.value, record.wechat)] if record.wechat else []
    return asked_signs(Called(name.given, name.family, name.native), points, (record.organisation,))


def are_others(one: Called, other: Called) -> bool:
    """Whether two names cannot be one person's: no word is the same, nicknames counted, in the same script."""
    if not (one.written and other.written) or bool(one.native) != bool(other.native):
        return False
    return not _words_of(one) & _words_of(other)


def mailbox_key(email: str) -> str:
    """The mailbox that an e-mail address leads to: without "+word", at Gmail without dots."""
    local, _, domain = contact_key(ContactKind.EMAIL, email).rpartition("@")
    local = local.partition("+")[0] or local
    return f"{local.replace('.', '')}@gmail.com" if domain in _GMAIL else f"{local}@{domain}"


def _parted(points: Iterable[Key], shared: Collection[str]) -> tuple[list[Key], list[Key]]:
    """Somebody's own addresses, and those that others may be reached at."""
    own: list[Key] = []
    common: list[Key] = []
    for kind, value in points:
        key = contact_key(kind, value)
        if kind == ContactKind.EMAIL and is_shared_mailbox(key):
            common.append((OFFICE, key))
        elif kind == ContactKind.EMAIL:
            (common if mailbox_key(key) in shared else own).append((kind, mailbox_key(key)))
        elif kind == ContactKind.PHONE or (kind == ContactKind.LINK and not key.startswith("linkedin:")):
            common.append((kind, key))
        else:
            own.append((kind, key))
    return own, common


def _with_name(kind: str) -> str:
    return kind if kind == OFFICE else f"{kind} of"


def _of_nobody(kind: str) -> str:
    return f"{kind} of nobody"


def _marks(called: Called, *, kept: bool) -> Iterator[str]:
    """What of a name tells somebody from others at the same address: all of it, in whatever order; a full name for a
    nickname; an initial with the family name. A single word may be any part of a name, and any name hold it."""
    yield from _forms(called)
    given, family = _words(called.given), _words(called.family)
    if given and family:
        yield from (" ".join(sorted([full, *given[1:], *family])) for full in full_names(given[0]) - {given[0]})
        yield " ".join(sorted([given[0][:1], *family]))
    words = {word for name in called.written for word in _words(name)}
    parts, single = words | {word[:1] for word in words}, len(words) == 1
    yield from (f"{'part' if kept else 'only'}:{part}" for part in sorted(parts))
    yield from (f"{'only' if kept else 'part'}:{word}" for word in sorted(words) if single)


def _name_signs(called: Called, employers: Iterable[str], *, alone: bool) -> Iterator[Key]:
    """The signs of a name at employers. A name without an employer is only a sign of somebody who has no address
    either (`alone`): others bear it too."""
    keys = [key for name in employers if name for key in organisation_keys(name)]
    keys = keys or ([""] if alone else [])
    yield from ((NAME, f"{form}|{employer}") for form in _forms(called) for employer in keys)


def _forms(called: Called) -> Iterator[str]:
    """Names whatever the order of their words."""
    for name in called.written:
        yield " ".join(sorted(fold(name).split()))


def _words(text: str) -> list[str]:
    return [] if is_stand_in(text) else _word.findall(fold(text))


def _words_of(called: Called) -> set[str]:
    return {full for name in called.written for word in _words(name) for full in full_names(word)}
