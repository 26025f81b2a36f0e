"""Which records are certainly or likely one person.

Certain: the same e-mail, telephone or LinkedIn address, unless it is a shared one or the names clearly
differ; or the very same facts. Likely: names that agree at one employer, or a shared address.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from askwell.lib.links import linkedin_key
from askwell.lib.text import fold
from askwell.people.choices import ContactKind
from askwell.people.rules.names import Agreement, NameKey, agreement, may_share_an_address, name_key
from askwell.people.rules.organisations import organisation_keys
from askwell.people.rules.romanisation import family_forms
from askwell.protocols.contacts import ContactRecord

Key = tuple[str, str]

_shared_mailbox = re.compile(
    r"(?:info|office|contact|hello|mail|admin|reception|sales|jobs|careers?|hr|team|support|help|service|enquir(?:y|ies)"
    r"|inquir(?:y|ies)|general|accounts?|billing|press|media|noreply|no-reply|welcome|bonjour|accueil|secretariat"
    r"|frontdesk|front-desk|family|[a-z]+family)[\d._-]*"
)


class Likeness(StrEnum):
    """What two records have to do with each other, and why. Stored with import rows."""

    NONE = ""
    EMAIL = "email"  # certain: the same personal address
    PHONE = "phone"
    PROFILE = "profile"
    IDENTICAL = "identical"  # certain: the same name at the same employer in the same role, nothing against it
    SHARED_ADDRESS = "shared_address"  # likely: one address, but a shared one or under two names
    NAME_EMPLOYER = "name_employer"  # likely: names agree, the employer is the same


CERTAIN = frozenset({Likeness.EMAIL, Likeness.PHONE, Likeness.PROFILE, Likeness.IDENTICAL})
_BY_KIND = {"email": Likeness.EMAIL, "phone": Likeness.PHONE, "link": Likeness.PROFILE}


@dataclass(frozen=True, slots=True)
class Identity:
    """What of a person or record is compared: `keys` are addresses, `organisations` one employer's keys."""

    name: NameKey
    keys: tuple[Key, ...] = ()
    organisations: tuple[str, ...] = ()
    title: str = ""


def contact_key(kind: str, value: str) -> str:
    """What makes two addresses of one kind the same. Value as normalised by lib."""
    if kind == ContactKind.LINK:
        slug = linkedin_key(value)
        return f"linkedin:{slug}" if slug else value.lower().rstrip("/")
    if kind == ContactKind.PHONE:
        return value
    return value.lower()


def certain_keys(record: ContactRecord) -> list[Key]:
    """The (kind, key) pairs by which a record may be recognised: e-mails, telephones, LinkedIn profiles."""
    keys: list[Key] = [(ContactKind.EMAIL.value, email) for email in record.emails]
    keys += [(ContactKind.PHONE.value, phone) for phone in record.phones]
    for link in record.links:
        key = contact_key(ContactKind.LINK, link)
        if key.startswith("linkedin:"):
            keys.append((ContactKind.LINK.value, key))
    return keys


def identity_of(record: ContactRecord) -> Identity:
    """The comparing form of a record."""
    return Identity(
        name_key(record.name),
        tuple(certain_keys(record)),
        organisation_keys(record.organisation) if record.organisation else (),
        fold(record.title),
    )


def stand_in(record: ContactRecord) -> str:
    """What a person without a name is called: their address, as telephones do."""
    return next(iter((*record.emails, *record.phones, *record.links, record.wechat)), "")


def is_stand_in(given: str) -> bool:
    """Whether a given name is an address that stands in for one."""
    return "@" in given or "://" in given or given[:1] == "+" and given[1:2].isdigit()


def names_compatible(one: NameKey, other: NameKey) -> bool:
    """Whether one person may bear both names; see `names.may_share_an_address`."""
    return may_share_an_address(one, other)


def is_shared_mailbox(email: str) -> bool:
    """Whether an address is an office's or a family's by its look: info@, reception@, smithfamily@."""
    return bool(_shared_mailbox.fullmatch(email.partition("@")[0]))


def likeness(one: Identity, other: Identity) -> Likeness:
    """Whether two are one person: certainly, likely or not at all, with the strongest reason."""
    common = set(one.keys).intersection(other.keys) if one.keys and other.keys else None
    if common:
        return _by_address(one, other, common)
    names = agreement(one.name, other.name)
    if names < Agreement.CLOSE or _two_profiles(one, other):
        return Likeness.NONE
    same_employer = bool(set(one.organisations) & set(other.organisations))
    if one.name == other.name and _same_role(one, other):
        return Likeness.IDENTICAL
    return Likeness.NAME_EMPLOYER if same_employer else Likeness.NONE


def _by_address(one: Identity, other: Identity, common: set[Key]) -> Likeness:
    personal = [key for key in common if key[0] != "email" or not is_shared_mailbox(key[1])]
    if personal and may_share_an_address(one.name, other.name):
        strongest = min(personal, key=lambda key: ("link", "email", "phone").index(key[0]))
        return _BY_KIND[strongest[0]]
    if not personal and agreement(one.name, other.name) is Agreement.SAME:
        return Likeness.EMAIL
    return Likeness.SHARED_ADDRESS


def _same_role(one: Identity, other: Identity) -> bool:
    """The same role and nothing against it: at most one of them has an address, none where no employer is known."""
    if one.title != other.title or one.organisations != other.organisations:
        return False
    return not (one.keys or other.keys) if not one.organisations else not (one.keys and other.keys)


def _two_profiles(one: Identity, other: Identity) -> bool:
    """Two LinkedIn profiles are two people."""
    return all(any(kind == "link" for kind, _ in who.keys) for who in (one, other))


def blocks(identity: Identity) -> list[tuple[str, str]]:
    """(employer, name word) pairs: two records that share none are not likely one person."""
    if not identity.organisations:
        return []
    name = identity.name
    words = {*family_forms(name.family), *family_forms(name.joined), *name.given[:1], name.native} - {""}
    return [(organisation, word) for organisation in identity.organisations for word in words]
