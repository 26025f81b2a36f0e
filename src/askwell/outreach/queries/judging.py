"""A draft as the coach judges it."""

from dataclasses import dataclass

from askwell.accounts.models import Profile
from askwell.coach import drafts as coach
from askwell.lib.names import latin_name
from askwell.outreach.choices import Channel, MessageKind
from askwell.people.models import Person, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """What of a person and the seeker a text must get right."""

    latin: str
    native: str
    title: str
    organisation: str
    sender: str


def recipient_in_text(person: Person, role: Role | None, profile: Profile) -> Recipient:
    return Recipient(
        latin=latin_name(person.given_name, person.family_name),
        native=person.native_name,
        title=role.title if role else "",
        organisation=role.organisation.name if role and role.organisation else "",
        sender=profile.name or profile.native_name,
    )


def to_judge(
    to: Recipient, *, kind: MessageKind, channel: Channel, language: str, subject: str, body: str
) -> coach.Message:
    """The coach's view of a text. Only a first message must say why this person and how short; thanks and
    answers, as one that confirms a time, need ask for nothing."""
    return coach.Message(
        text=body,
        channel=channel,
        language=language,
        subject=subject,
        recipient=to.latin,
        native=to.native,
        role=to.title,
        organisation=to.organisation,
        sender=to.sender,
        follow_up=kind is not MessageKind.FIRST,
        asks=kind not in (MessageKind.REPLY, MessageKind.THANKS),
    )


def gaps_in(message: coach.Message) -> tuple[str, ...]:
    """What waits for the seeker's own words in subject and text, each once."""
    gaps = [found for found in coach.by_rules(message) if found.code is coach.Code.PLACEHOLDER_LEFT]
    return tuple(dict.fromkeys(str(found.facts["text"]) for found in gaps))


def asks_for_job(message: coach.Message) -> bool:
    return any(finding.code is coach.Code.ASKS_FOR_JOB for finding in coach.check(message))
