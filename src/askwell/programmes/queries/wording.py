"""What letters about a talk are made of: names, times on two clocks, links. Of the seeker only what they told the
programme itself."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from askwell.interviews.queries.tokens import row_token
from askwell.interviews.rules.offers import Offer, offered_lines
from askwell.lib.names import face, parse_name
from askwell.outreach.choices import MeetingBy
from askwell.programmes.choices import Side
from askwell.programmes.models import Insider, Match, Participant, Programme
from askwell.programmes.queries.insiders.doors import insider_token
from askwell.programmes.rules.letters import Words, joined, language_of, to_pass_on

MINUTES = 20
TALK = "programmes.talk"
"""Purpose of the link with which an insider says how a talk went."""


def site_link(path: str) -> str:
    """The address of a page, for a letter."""
    return settings.SITE.rstrip("/") + path


def talk_path(match: Match) -> str:
    """Where the insider says how the talk went."""
    return reverse("programmes:talk_said", args=[row_token(TALK, match, 1)])


def own_page(insider: Insider) -> str:
    """The link to the insider's own page, on which they can pause."""
    return site_link(reverse("programmes:own", args=[insider_token(insider)]))


def insider_name(insider: Insider | None, code: str = "en") -> str:
    """As a reader of this language writes it."""
    return _name(insider.name, insider.native_name, code) if insider else ""


def seeker_name(participant: Participant | None, code: str = "en") -> str:
    return _name(participant.name, participant.native_name, code) if participant else ""


def initials(one: Participant | Insider | None) -> str:
    """What stands in their round picture."""
    if one is None:
        return ""
    name = parse_name(one.name)
    return face(name.given, name.family, one.native_name or name.native)


def hello(name: str, native: str, code: str) -> str:
    """What a greeting calls them: all of their name, since nobody told us which part of it is the given one."""
    return _name(name, native, code)


def topics_of(match: Match, reader: Side) -> list[str]:
    """What the insider knows of the seeker's goals, the weightiest first, in the reader's own words."""
    rows = [row for row in match.reason.get("topics", []) if isinstance(row, list | tuple) and row]
    goals = [str(row[0]) for row in sorted(rows, key=lambda row: -int(row[1]) if len(row) > 1 else 0)]
    theirs = match.reason.get("theirs", {}) if reader is Side.INSIDER else {}
    return list(dict.fromkeys(theirs.get(goal, goal) for goal in goals))


def time_lines(times: Sequence[datetime], *, code: str, own: str, theirs: str) -> str:
    """One a line: on the reader's clock (`theirs`), and on the other's where that differs."""
    offer = Offer(language_of(code), "", "", times, MINUTES, MeetingBy.VIDEO, own, theirs)
    return "\n".join(f"- {line}" for line in offered_lines(offer))


def one_time(moment: datetime | None, *, code: str, own: str, theirs: str) -> str:
    """A time within a sentence; empty for none."""
    return time_lines([moment], code=code, own=own, theirs=theirs).removeprefix("- ") if moment else ""


def job_of(insider: Insider) -> str:
    return ", ".join(part for part in (insider.title, insider.organisation) if part)


def house_facts(programme: Programme) -> dict[str, str]:
    """What every letter of a programme may name."""
    signed = (programme.name, programme.organisation, programme.phone)
    return {"programme": programme.name, "sign": "\n".join(filter(None, signed)), "minutes": str(MINUTES)}


def passed_on(programme: Programme, words: Words, code: str) -> Words:
    """A letter as a person sends it, with who sends it below."""
    sender = [programme.organisation or programme.name, *programme.postal.splitlines(), programme.email]
    return to_pass_on(words, code, list(dict.fromkeys(sender)))


def facts_of(programme: Programme, match: Match, code: str, reader: Side) -> dict[str, str]:
    """What every letter about this talk may name, for the one of the two who reads it, in this language."""
    participant, insider = match.participant, match.insider
    return house_facts(programme) | {
        "seeker": seeker_name(participant, code),
        "insider": insider_name(insider, code),
        "job": job_of(insider) if insider else "",
        "field": participant.field if participant else "",
        "topics": joined(topics_of(match, reader)[:3], code),
    }


def _name(name: str, native: str, code: str) -> str:
    return (native or name) if language_of(code) == "zh-Hans" else (name or native)
