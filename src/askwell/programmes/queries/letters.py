"""The letters about one talk, each written for its reader."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.urls import reverse

from askwell.interviews.models import Booking
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.interviews.queries.visiting import DEFAULT_ZONE, usable
from askwell.interviews.rules.offers import day_words
from askwell.lib.times import local_day
from askwell.programmes.choices import Side
from askwell.programmes.models import Feedback, Insider, Match, Participant, Programme
from askwell.programmes.queries import wording
from askwell.programmes.queries.links import joining_token
from askwell.programmes.rules.letters import Kind, Words, language_of, write
from askwell.programmes.rules.standing import release_at

INTERVIEWS = "interviews:list"


def meet_path(booking: Booking) -> str:
    """Where the insider answers."""
    return reverse("visiting:meet", args=[row_token(BOOKING, booking, booking.number)])


def asking(
    programme: Programme, match: Match, times: Sequence[datetime], *, link: str, own_page: str = "", now: datetime
) -> Words:
    """To the insider. Without links it is what the seeker finds on their own timeline."""
    participant, insider = both(match)
    code = insider.page_language
    told = _to_insider(programme, match) | {
        "times": wording.time_lines(times, code=code, own=zone_of(participant), theirs=zone_of(insider)),
        "link": link,
        "own_page": own_page,
        "until": _day(release_at(now, programme.answer_days), insider),
    }
    return write(Kind.ASK, code, told)


def reminding(programme: Programme, match: Match, *, link: str, own_page: str = "") -> Words:
    """To the insider who has not answered."""
    insider = both(match)[1]
    assert match.asked_at, "who was not asked is not reminded"
    until = _day(release_at(match.asked_at, programme.answer_days), insider)
    told = _to_insider(programme, match) | {"link": link, "own_page": own_page, "until": until}
    return write(Kind.REMIND, insider.page_language, told)


def join_path(participant: Participant) -> str:
    """Where a seeker joins with their account."""
    return reverse("programmes:join_me", args=[joining_token(participant)])


def joining(programme: Programme, match: Match, *, link: str = "") -> Words:
    """To a seeker who has not joined: somebody was found, who is asked as soon as they have."""
    participant = both(match)[0]
    told = _to_seeker(programme, match) | {"link": link or wording.site_link(join_path(participant))}
    return write(Kind.JOIN, participant.page_language, told)


def asked(programme: Programme, match: Match, times: Sequence[datetime]) -> Words:
    """To the seeker, for whom was asked."""
    participant, insider = both(match)
    told = _to_seeker(programme, match) | {
        "times": wording.time_lines(
            times, code=participant.page_language, own=zone_of(insider), theirs=zone_of(participant)
        ),
        "link": wording.site_link(reverse(INTERVIEWS)),
    }
    return write(Kind.ASKED, participant.page_language, told)


def called_off(programme: Programme, match: Match, side: Side, when: datetime | None, reason: str = "") -> Words:
    """To either of the two: it does not take place. `when`: the time that was agreed."""
    told = _to(programme, match, side) | {"when": _when(match, side, when), "reason": reason}
    kind = Kind.OFF_INSIDER if side is Side.INSIDER else Kind.OFF_SEEKER
    return write(kind, language(match, side), told)


def how(programme: Programme, match: Match, side: Side, *, address: Callable[[str], str] = wording.site_link) -> Words:
    """To either of the two: how did it go. `address` makes of a path what the reader can open."""
    path = wording.talk_path(match) if side is Side.INSIDER else reverse("programmes:my_talk", args=[match.pk])
    told = _to(programme, match, side) | {
        "when": _when(match, side, match.starts_at),
        "link": address(path),
    }
    kind = Kind.HOW_INSIDER if side is Side.INSIDER else Kind.HOW_SEEKER
    return write(kind, language(match, side), told)


def thanking(
    programme: Programme, match: Match, said: Feedback | None, *, own_page: str = "", how: str = "", now: datetime
) -> Words:
    """To the insider after the talk, with what came of it as far as the seeker told it, and `how`: the link to say how
    it was. Of a seeker who has left it says nothing."""
    insider = match.insider
    assert insider, "who was erased is not thanked"
    rest = (match.starts_at or now) + timedelta(days=programme.rest_days) if programme.rest_days else None
    told = _to_insider(programme, match) | {
        "how": how,
        "useful": str(said.useful) if said and said.useful else "",
        "said": said.text if said and said.may_tell else "",
        "referrals": str(said.referrals) if said and said.referrals else "",
        "rest": _day(rest, insider) if rest else "",
        "own_page": own_page,
    }
    return write(Kind.THANKS if match.participant else Kind.THANKS_LEFT, insider.page_language, told)


def missed(programme: Programme, match: Match, side: Side, when: datetime | None, *, again: bool) -> Words:
    """To who did not come."""
    told = _to(programme, match, side)
    told |= {"when": _when(match, side, when), "other": told["insider" if side is Side.SEEKER else "seeker"]}
    return write(Kind.PAUSED if again else Kind.MISSED, language(match, side), told)


def language(match: Match, side: Side) -> str:
    participant, insider = both(match)
    return insider.page_language if side is Side.INSIDER else participant.page_language


def both(match: Match) -> tuple[Participant, Insider]:
    """The two of an open match."""
    assert match.participant, "an open match has both"
    assert match.insider, "an open match has both"
    return match.participant, match.insider


def zone_of(one: Participant | Insider) -> str:
    return usable(one.zone) or DEFAULT_ZONE


def _to(programme: Programme, match: Match, side: Side) -> dict[str, str]:
    return _to_insider(programme, match) if side is Side.INSIDER else _to_seeker(programme, match)


def _to_insider(programme: Programme, match: Match) -> dict[str, str]:
    insider = match.insider
    assert insider, "who was erased is not written to"
    code = insider.page_language
    facts = wording.facts_of(programme, match, code, Side.INSIDER)
    return facts | {"hello": wording.hello(insider.name, insider.native_name, code)}


def _to_seeker(programme: Programme, match: Match) -> dict[str, str]:
    seeker = both(match)[0]
    code = seeker.page_language
    facts = wording.facts_of(programme, match, code, Side.SEEKER)
    return facts | {"hello": wording.hello(seeker.name, seeker.native_name, code)}


def _when(match: Match, side: Side, moment: datetime | None) -> str:
    participant, insider = both(match)
    reader, other = (insider, participant) if side is Side.INSIDER else (participant, insider)
    return wording.one_time(moment, code=language(match, side), own=zone_of(other), theirs=zone_of(reader))


def _day(moment: datetime, reader: Insider) -> str:
    """The day alone, on the reader's clock."""
    return day_words(local_day(moment, zone_of(reader)), language_of(reader.page_language))
