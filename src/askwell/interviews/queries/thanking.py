"""What the draft of the thanks is made from."""

from askwell.accounts.models import Profile
from askwell.interviews.models import Advice, Interview, Referral
from askwell.interviews.rules.thanks import Thanked, thanks
from askwell.lib.names import latin_name
from askwell.outreach.choices import Channel, Direction, MessageKind, MessageState
from askwell.outreach.models import Message
from askwell.outreach.queries.drafts import DraftText
from askwell.people.models import Person


def thanks_text(interview: Interview, profile: Profile) -> DraftText:
    """The thanks in the language and by the channel of the last message to them; three queries."""
    sent = Message.objects.of(interview.workspace).filter(
        thread=interview.thread_id, direction=Direction.OUT, state=MessageState.SENT
    )
    last = sent.order_by("-happened_at").first()
    language = last.language if last else "en"
    channel = Channel(last.channel) if last else Channel.EMAIL
    subject, body = thanks(_about(interview, profile, language))
    return DraftText(
        kind=MessageKind.THANKS,
        channel=channel,
        language=language,
        body=body,
        subject=subject if channel is Channel.EMAIL else "",
        address=last.address if last else "",
    )


def _about(interview: Interview, profile: Profile, language: str) -> Thanked:
    referrals = Referral.objects.of(interview.workspace).filter(interview=interview).select_related("person")
    named = referrals.order_by("id").first()
    advice = Advice.objects.of(interview.workspace).filter(interview=interview).order_by("id").first()
    return Thanked(
        language=language,
        hello=_hello(interview.person, language),
        sender=(profile.native_name if language == "zh-Hans" else "") or profile.name or profile.native_name,
        said=interview.said,
        named=_name(named.person, language) if named and named.person else "",
        todo=advice.text if advice else "",
    )


def _hello(person: Person, language: str) -> str:
    if language == "zh-Hans":
        return person.native_name or latin_name(person.given_name, person.family_name)
    return person.given_name or person.native_name or person.family_name


def _name(person: Person, language: str) -> str:
    latin = latin_name(person.given_name, person.family_name)
    return (person.native_name or latin) if language == "zh-Hans" else (latin or person.native_name)
