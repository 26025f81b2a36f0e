"""From what is known of somebody to a first text."""

from askwell.lib.names import latin_name
from askwell.outreach.choices import Channel, MessageKind
from askwell.outreach.queries.candidates import shared_school
from askwell.outreach.queries.correspondent import Correspondent
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.rules.drafts import Draft, DraftFacts, Kind, compose
from askwell.people.choices import Strength, TieKind
from askwell.people.models import Person

COMPOSED = (MessageKind.FIRST, MessageKind.NUDGE)
SCHOOL_TIES = (TieKind.ALUMNI, TieKind.CLASSMATE, TieKind.PROFESSOR)


def composed(
    to: Correspondent,
    *,
    kind: MessageKind,
    channel: Channel,
    language: str,
    variant: int = 0,
    earlier_subject: str = "",
) -> tuple[DraftText, str]:
    """The ready-made text and, for a call, what to say to a voicemail.

    Replies and thanks speak of what the other one said: they begin empty, in the seeker's own words.
    """
    address = next((one.value for one in to.addresses_for(channel)), "")
    text = DraftText(kind=kind, channel=channel, language=language, body="", address=address, variant=variant)
    if kind not in COMPOSED:
        return text, ""
    draft = compose(_facts(to, kind, channel, language, variant, earlier_subject))
    return _with(text, draft), draft.voicemail


def _with(text: DraftText, draft: Draft) -> DraftText:
    return DraftText(
        kind=text.kind,
        channel=text.channel,
        language=text.language,
        body=draft.body,
        subject=draft.subject,
        address=text.address,
        variant=text.variant,
    )


def _facts(
    to: Correspondent, kind: MessageKind, channel: Channel, language: str, variant: int, earlier_subject: str
) -> DraftFacts:
    tie, profile, person = to.tie, to.profile, to.person
    tie_kind = TieKind(tie.kind) if tie else TieKind.NONE
    how_met = tie.how_met if tie else ""
    return DraftFacts(
        channel=channel,
        language=language,
        kind=_kind(to, kind),
        tie=TieKind.INTRODUCED if to.introducer else tie_kind,
        strength=Strength(tie.strength) if tie else Strength.SLIGHT,
        given=person.given_name,
        family=person.family_name,
        native=person.native_name,
        organisation=to.organisation,
        title=to.role.title if to.role else "",
        introducer=_name_in(to.introducer, language) if to.introducer else "",
        event=how_met if tie_kind is TieKind.MET_AT_EVENT else "",
        school=_school(to) if tie_kind in SCHOOL_TIES else "",
        programme=how_met if tie_kind is TieKind.PROGRAMME else "",
        sender=(profile.native_name if language == "zh-Hans" else "") or profile.name or profile.native_name,
        about_me={"zh-Hans": profile.about_zh, "fr": profile.about_fr}.get(language, profile.about),
        topic=profile.occupation or to.occupation,
        earlier_subject=earlier_subject,
        own_company=to.inside,
        variant=variant,
    )


def _kind(to: Correspondent, kind: MessageKind) -> Kind:
    if kind is MessageKind.NUDGE:
        return Kind.NUDGE
    return Kind.SECOND_PERSON if to.silent else Kind.FIRST


def _name_in(person: Person, language: str) -> str:
    latin = latin_name(person.given_name, person.family_name, person.native_name)
    return (person.native_name or latin) if language == "zh-Hans" else (latin or person.native_name)


def _school(to: Correspondent) -> str:
    return shared_school([to.tie.how_met] if to.tie else [], to.profile) or (to.tie.how_met if to.tie else "")
