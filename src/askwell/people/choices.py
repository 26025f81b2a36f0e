"""Shared vocabulary of people. Values are stored: never rename one without a migration."""

from enum import IntEnum, StrEnum


class TieKind(StrEnum):
    """How the seeker knows a person."""

    FAMILY = "family"
    FRIEND = "friend"
    FORMER_COLLEAGUE = "former_colleague"
    COLLEAGUE = "colleague"
    NEIGHBOUR = "neighbour"
    CLASSMATE = "classmate"
    PROFESSOR = "professor"
    MET_AT_EVENT = "met_at_event"
    ALUMNI = "alumni"
    INTRODUCED = "introduced"
    PROGRAMME = "programme"
    NONE = "none"


class Strength(IntEnum):
    """How close a tie is."""

    SLIGHT = 1
    GOOD = 2
    CLOSE = 3


class ContactKind(StrEnum):
    """A way to reach someone."""

    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    WECHAT = "wechat"


class Obtained(StrEnum):
    """How an address came to the seeker. Kept for every address."""

    BY_HAND = "by_hand"
    CARD = "card"
    PUBLISHED = "published"
    REFERRED = "referred"
    REPLIED = "replied"
    PROGRAMME = "programme"
    LINKEDIN = "linkedin"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    VCARD = "vcard"
    SPREADSHEET = "spreadsheet"
    PASTED = "pasted"
    CSV = "csv"
    PAGE = "page"


UNSUBSCRIBED = "unsubscribed"
"""Why somebody is not to be contacted: they pressed the button that a mail of a programme leads to."""

STOPPED_BEFORE = "stopped_before"
"""Why somebody is not to be contacted who was added anew: one of their addresses, or their name at their employer,
is that of a person who asked before."""


class ImportState(StrEnum):
    """An import's life: reading → ready (shown, nothing written) → applying → done → undone; or refused."""

    READING = "reading"
    READY = "ready"
    APPLYING = "applying"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    REFUSED = "refused"
    FAILED = "failed"


class RowOutcome(StrEnum):
    """What happens to one record of an imported file. New persons carry the import themselves."""

    MERGED = "merged"
    LIKELY = "likely"
    ASIDE = "aside"


class Decision(StrEnum):
    """The seeker's answer to a likely duplicate."""

    OPEN = ""
    SAME = "same"
    DIFFERENT = "different"


class SearchState(StrEnum):
    """A search for duplicates: waiting → searching → done."""

    WAITING = "waiting"
    SEARCHING = "searching"
    DONE = "done"


class Handed(StrEnum):
    """How a business card came to the seeker; each is how its addresses were obtained (`Obtained`)."""

    BY_THEM = "card"
    PASSED_ON = "referred"
    PICKED_UP = "published"


class ScanState(StrEnum):
    """A business card's life: reading → ready (to confirm) → kept, or left out; or refused."""

    READING = "reading"
    READY = "ready"
    KEPT = "kept"
    LEFT_OUT = "left_out"
    REFUSED = "refused"
