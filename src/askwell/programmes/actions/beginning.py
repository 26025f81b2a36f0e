"""A matched pair becomes a talk in the seeker's own workspace: a person, a thread that asked, offered times, a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from askwell.accounts.actions import introduce
from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.interviews.actions.meeting import offer_times
from askwell.interviews.actions.pages import open_page
from askwell.interviews.models import Booking
from askwell.interviews.queries.taken import offered_to, taken
from askwell.lib.days import is_business_day
from askwell.lib.names import parse_name
from askwell.lib.places import region_of
from askwell.outreach.actions.asking import ask_through_programme
from askwell.outreach.choices import MeetingBy
from askwell.outreach.models import Thread
from askwell.people.actions.persons import FirstFacts, PersonDetails, add_person
from askwell.people.choices import Obtained, Strength, TieKind
from askwell.people.models import Person
from askwell.programmes.choices import Side
from askwell.programmes.models import Insider, Match, Participant, Programme
from askwell.programmes.queries import letters, wording
from askwell.programmes.queries.insiders.taken import taken_of_insider
from askwell.programmes.rules.letters import LANGUAGES, language_of, why
from askwell.programmes.rules.meeting_times import clock_windows, times_to_offer
from askwell.programmes.rules.standing import release_at
from askwell.programmes.rules.topics import idea_of


@dataclass(frozen=True, slots=True)
class Begun:
    """What was made there; `booking` is the page on which the insider answers."""

    thread: Thread
    booking: Booking
    times: Sequence[datetime]


def common_times(programme: Programme, match: Match, now: datetime) -> tuple[datetime, ...]:
    """The times that both have, and at which neither has or is offered anything else; five queries."""
    participant, insider = letters.both(match)
    own = participant.seeker_workspace
    assert own, "who has not joined has no calendar"
    region = region_of("", letters.zone_of(insider))

    def works(day: date) -> bool:
        return is_business_day(day, region=region)

    return times_to_offer(
        now,
        clock_windows(participant.windows, letters.zone_of(participant)),
        clock_windows(insider.windows, letters.zone_of(insider)),
        minutes=wording.MINUTES,
        works=works,
        answer_by=release_at(now, programme.answer_days),
        taken=[*taken(own, now), *offered_to(own, now), *taken_of_insider(insider, now)],
    )


def begin_talk(*, programme: Programme, match: Match, times: Sequence[datetime], now: datetime) -> Begun:
    """In the workspace of a participant who has joined. Raises DoNotContactError, ImpossibleMove."""
    participant, insider = letters.both(match)
    workspace = participant.seeker_workspace
    assert workspace, "who has not joined is not sent"
    _introduced(workspace, participant)
    person = _person(workspace, programme, match, now)
    words = letters.asking(programme, match, times, link="", now=now)
    thread = ask_through_programme(
        workspace=workspace, person_id=person.pk, programme=programme.name,
        seeker=(participant.name, participant.native_name), subject=words.subject, text=words.body,
        language=language_of(insider.page_language), now=now,
    )  # fmt: skip
    interview = offer_times(
        workspace=workspace, person_id=person.pk, times=times, minutes=wording.MINUTES, by=MeetingBy.VIDEO, now=now
    )
    page = open_page(
        workspace=workspace, interview_id=interview.pk, programme=programme.name, whys=_whys(programme, match), now=now
    )
    return Begun(thread, page, times)


def _whys(programme: Programme, match: Match) -> dict[str, str]:
    """Why this insider, in each language that the page can be read in; a field only where it is both theirs."""
    (participant, insider), topics = letters.both(match), wording.topics_of(match, Side.INSIDER)
    field = participant.field if idea_of(participant.field) == idea_of(insider.field) else ""
    return {
        code: why(
            code, programme=programme.name, seeker=wording.seeker_name(participant, code), topics=topics,
            field=field,
        )
        for code in LANGUAGES
    }  # fmt: skip


def _introduced(workspace: Workspace, participant: Participant) -> None:
    """The insider's page names the seeker: as the programme calls them, where they have said nothing themselves."""
    profile = profile_of(workspace)
    if not (profile.name or profile.native_name):
        introduce(workspace=workspace, facts={"name": participant.name, "native_name": participant.native_name})


def _person(workspace: Workspace, programme: Programme, match: Match, now: datetime) -> Person:
    """Whom an earlier match of the two made, else new. Whom the seeker knows themself is not looked for: that the
    programme would learn."""
    _participant, insider = letters.both(match)
    earlier = Match.objects.of(match.workspace).filter(participant=match.participant, insider=insider)
    threads = earlier.exclude(thread_id=None).values_list("thread_id", flat=True)
    found = Person.objects.of(workspace).filter(threads__pk__in=list(threads)).order_by("-created_at").first()
    return found or add_person(
        workspace=workspace, details=_details(insider), facts=_facts(programme, insider), now=now
    )


def _details(insider: Insider) -> PersonDetails:
    name = parse_name(insider.name)
    return PersonDetails(
        given=name.given,
        family=name.family,
        native=insider.native_name or name.native,
        nickname=name.nickname,
        credentials=", ".join(name.credentials),
        languages=" ".join(insider.languages),
        time_zone=insider.zone,
    )


def _facts(programme: Programme, insider: Insider) -> FirstFacts:
    """Without an address: the programme's page carries the talk."""
    return FirstFacts(
        title=insider.title,
        organisation=insider.organisation,
        tie_kind=TieKind.PROGRAMME.value,
        strength=Strength.SLIGHT.value,
        how_met=programme.name,
        obtained=Obtained.PROGRAMME.value,
        obtained_from=programme.name,
    )
