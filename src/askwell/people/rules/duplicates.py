"""Addresses as signs of a person: what makes two the same, which are shared, which stand in for a name."""

import re

from askwell.lib.links import linkedin_key
from askwell.people.choices import ContactKind
from askwell.protocols.contacts import ContactRecord

Key = tuple[str, str]
"""Kind and key of an address."""

_shared_mailbox = re.compile(
    r"(?:info|office|contact|hello|mail|admin|reception|sales|jobs|careers?|hr|team|support|help|service|enquir(?:y|ies)"
    r"|inquir(?:y|ies)|general|accounts?|billing|press|media|noreply|no-reply|welcome|bonjour|accueil|secretariat"
    r"|frontdesk|front-desk|family|[a-z]+family)[\d._-]*"
)


def contact_key(kind: str, value: str) -> str:
    """What makes two addresses of one kind the same. Value as normalised by lib."""
    if kind == ContactKind.LINK:
        slug = linkedin_key(value)
        return f"linkedin:{slug}" if slug else value.lower().rstrip("/")
    if kind == ContactKind.PHONE:
        return value
    return value.lower()


def stand_in(record: ContactRecord) -> str:
    """What a person without a name is called: their address, as telephones do."""
    return next(iter((*record.emails, *record.phones, *record.links, record.wechat)), "")


def is_stand_in(given: str) -> bool:
    """Whether a given name is an address that stands in for one."""
    return "@" in given or "://" in given or given[:1] == "+" and given[1:2].isdigit()


def is_shared_mailbox(email: str) -> bool:
    """Whether an address is an office's or a family's by its look: info@, reception@, smithfamily@."""
    return bool(_shared_mailbox.fullmatch(email.partition("@")[0]))
