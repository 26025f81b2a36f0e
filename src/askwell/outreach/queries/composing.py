"""From what is known of somebody to a first text."""

from dataclasses import replace

from django.utils import timezone

from askwell.lib.names import latin_name
from askwell.lib.text import in_script
from askwell.lib.times import UnknownZone, zone
from askwell.outreach.choices import Channel, MeetingBy, MessageKind
from askwell.outreach.queries.candidates import shared_school
from askwell.outreach.queries.correspondent import Correspondent
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.rules.drafts import Draft, DraftFacts, Kind, compose
from askwell.outreach.rules.drafts.compose import reply_to
from askwell.outreach.rules.drafts.confirming import Agreed, confirmation
from askwell.people.choices import Strength, TieKind
from askwell.people.models import Person
from askwell.people.queries import PersonRow

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
    reach: PersonRow | None = None,
    agreed: bool = False,
) -> tuple[DraftText, str]:
    """The ready-made text and, for a call, what to say to a voicemail. `reach`: whom it asks to be introduced to;
    `agreed`: a reply after a time was agreed, which confirms it.

    Other replies and thanks speak of what the other one said: they begin empty, in the seeker's own words.
    """
    address = next((one.value for one in to.addresses_for(channel)), "")
    text = DraftText(kind=kind, channel=channel, language=language, body="", address=address, variant=variant)
    if kind not in COMPOSED:
        subject = reply_to(earlier_subject) if channel is Channel.EMAIL else ""
        return replace(text, subject=subject, body=_confirmed(to, language) if agreed else ""), ""
    facts = _facts(to, kind, channel, language, variant, earlier_subject)
    draft = compose(_with_reach(facts, reach) if reach else facts)
    return _with(text, draft), draft.voicemail


def _confirmed(to: Correspondent, language: str) -> str:
    thread, person, profile = to.thread, to.person, to.profile
    assert thread
    assert thread.meets_at, "agreed"
    own = timezone.get_current_timezone_name()
    theirs = zone_or(person.time_zone, own)
    at = thread.meets_at.astimezone(zone(theirs))
    differs = at.utcoffset() != thread.meets_at.astimezone(zone(own)).utcoffset()
    hello = said_name(person, language) if language == "zh-Hans" else person.given_name or said_name(person, language)
    sender = (profile.native_name if language == "zh-Hans" else "") or profile.name or profile.native_name
    place = theirs.rpartition("/")[2].replace("_", " ") if differs and language != "zh-Hans" else ""
    if differs and language == "zh-Hans":
        place = "您那边"
    by = MeetingBy(thread.meets_by or MeetingBy.VIDEO)
    return confirmation(Agreed(language, hello, sender, at, place, by))


def zone_or(name: str, otherwise: str) -> str:
    try:
        return zone(name).key
    except UnknownZone:
        return otherwise


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
        organisation=in_script(to.organisation, chinese=language == "zh-Hans"),
        title=in_script(to.role.title, chinese=language == "zh-Hans") if to.role else "",
        introducer=said_name(to.introducer, language) if to.introducer else "",
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


def _with_reach(facts: DraftFacts, reach: PersonRow) -> DraftFacts:
    name = _said(reach.given, reach.family, reach.native, facts.language)
    return replace(facts, reach=name, reach_employer=reach.organisation)


def said_name(person: Person, language: str) -> str:
    """Their name as a message in this language says it."""
    return _said(person.given_name, person.family_name, person.native_name, language)


def _said(given: str, family: str, native: str, language: str) -> str:
    latin = latin_name(given, family, native)
    return (native or latin) if language == "zh-Hans" else (latin or native)


def _school(to: Correspondent) -> str:
    return shared_school([to.tie.how_met] if to.tie else [], to.profile) or (to.tie.how_met if to.tie else "")
