"""Whose a mail is. Anybody can write a From: what is done by itself needs an id that only we and whom we wrote to know.

A mail belongs to a conversation when it answers one of the seeker's mails, or one that was heard in it, by the ids in
its headings; else when it comes from an address of somebody with whom there is a conversation (the one with the same
subject, else the latest). Everything else is nobody's: not read whole, not kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from askwell.outreach.choices import FolderRole
from askwell.outreach.rules.mail.headings import Heading
from askwell.protocols.mail.bounces import Bounce, Failure


@dataclass(frozen=True, slots=True)
class Ours:
    """A mail of the seeker's: in which conversation, and the addresses it went to, in lower case."""

    thread: UUID
    to: frozenset[str]


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation of somebody with this address: since when, and the subjects of its mails (`plain_subject`)."""

    thread: UUID
    since: datetime
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to match with: the seeker's mails and those heard by their ids, and of every address the
    conversations, the open one first. `own` are the seeker's own addresses, `keys` those of mails that are kept."""

    ours: Mapping[str, Ours] = field(default_factory=dict)
    heard: Mapping[str, UUID] = field(default_factory=dict)
    talks: Mapping[str, tuple[Talk, ...]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()


def signs_of(known: Known) -> frozenset[str]:
    """Every id and address that a mail has to bear to be anybody's, in lower case (`headings.could_concern`)."""
    return frozenset(each.lower() for each in (*known.ours, *known.heard, *known.talks))


@dataclass(frozen=True, slots=True)
class Match:
    """`answers`: it names the id of a mail of the conversation; `sure`: of one of the seeker's, and it comes from an
    address that this one went to. `own`: the seeker wrote it, with another program, `to` this address."""

    thread: UUID
    sure: bool = False
    answers: bool = False
    own: bool = False
    to: str = ""


def whose(heading: Heading, known: Known, *, role: FolderRole, at: datetime) -> Match | None:
    """The conversation that a mail is part of; None for everybody else's, and for what is kept already.

    `at`: when it arrived; nothing from before a conversation began belongs to it.
    """
    if heading.key in known.keys or heading.mail_id in known.ours or renamed(heading, known, role=role):
        return None
    if role is FolderRole.SENT:
        return _written(heading, known, at)
    if heading.sender in known.own:
        return None
    return _answering(heading, known) or _from_address(heading, known, at)


def renamed(heading: Heading, known: Known, *, role: FolderRole) -> bool:
    """Whether this is one of the seeker's mails, to which the server gave another id: said by the folder of sent mail
    alone, in which nobody else writes."""
    return role is FolderRole.SENT and heading.first_id in known.ours and heading.sender in known.own


def failed(bounce: Bounce, known: Known) -> tuple[Ours, Failure] | None:
    """The mail of the seeker's that did not arrive, and why; None unless the notice names its id and whom it went to:
    anybody can write that an address is dead."""
    ours = known.ours.get(bounce.message_id)
    if ours is None:
        return None
    told = (failure for failure in bounce.failures if failure.address.lower() in ours.to)
    return next(((ours, failure) for failure in told), None)


def _answering(heading: Heading, known: Known) -> Match | None:
    answered = [known.ours[each] for each in heading.answers if each in known.ours]
    if answered:
        surely = next((ours for ours in answered if heading.sender in ours.to), None)
        return Match((surely or answered[0]).thread, sure=surely is not None, answers=True)
    return next((Match(known.heard[each], answers=True) for each in heading.answers if each in known.heard), None)


def _from_address(heading: Heading, known: Known, at: datetime) -> Match | None:
    if heading.is_bulk or heading.is_report:
        return None
    found = _talk_with(heading.sender, heading.subject, known, at)
    return Match(found.thread) if found else None


def _written(heading: Heading, known: Known, at: datetime) -> Match | None:
    if known.own and heading.sender not in known.own:
        return None
    for address in heading.receivers:
        if found := _talk_with(address, heading.subject, known, at):
            return Match(found.thread, own=True, to=address)
    return None


def _talk_with(address: str, subject: str, known: Known, at: datetime) -> Talk | None:
    talks = [talk for talk in known.talks.get(address, ()) if talk.since <= at]
    return next((talk for talk in talks if subject and subject in talk.subjects), talks[0] if talks else None)
