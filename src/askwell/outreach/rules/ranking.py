"""*Whom next*: the people worth writing to now, each with the reasons that put them there.

The score is the sum of the points of the reasons, so what is shown is what was counted. The points are our
own weights (grade C); the order they express is METHOD.md's:

1. The second person at an employer where the first is silent: a duty with a date (B, Dalton).
2. Whoever was named or introduced by somebody: the best source of all (B).
3. People at the five targets being worked on, then at the others, by their place on the LAMP list (B).
4. Ties. Moderately weak ones move people most in digital industries, strong ones in less digital ones
   (A, Rajkumar et al., *Science* 377, 2022, experiments on 20 million LinkedIn members). Their measure is
   mutual connections; a "slight" tie as the moderately weak one is our own translation.
5. Face to face where possible (A, Roghanizad and Bohns 2017); email before phone (B).

The points of 3 to 5 together stay below those of 2, and these below those of 1.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter, itemgetter
from typing import NamedTuple

from askwell.outreach.choices import Channel, Outcome, ReasonCode, TargetKind
from askwell.outreach.rules.targets import AT_A_TIME, Place
from askwell.people.choices import Strength, TieKind

REST_AFTER_SILENCE = timedelta(days=90)  # METHOD.md: quarterly at most
IN_TOUCH_WITHIN = timedelta(days=90)
LONG_KNOWN_YEARS = 5
SAME_DAY_HOURS = 3  # working days overlap by half or more
FAR_HOURS = 8  # they hardly overlap


class Weight(NamedTuple):
    """What a reason counts."""

    points: float
    code: ReasonCode


SECOND_PERSON = Weight(1000, ReasonCode.SECOND_PERSON)
INTRODUCED = Weight(200, ReasonCode.INTRODUCED)
ACTIVE_TARGET, ACTIVE_STEP = 30, 1
OTHER_TARGET, OTHER_STEP, OTHER_LEAST = 20, 0.25, 10
SCHOOL = Weight(12, ReasonCode.SHARED_SCHOOL)
TIES: Mapping[int, tuple[ReasonCode, float, float]] = {  # points where little and where all is digital
    Strength.SLIGHT: (ReasonCode.MODERATELY_WEAK_TIE, 6, 12),
    Strength.GOOD: (ReasonCode.GOOD_TIE, 10, 9),
    Strength.CLOSE: (ReasonCode.CLOSE_TIE, 12, 5),
}
NOT_WRITTEN = Weight(6, ReasonCode.NOT_WRITTEN_BEFORE)
FACE_TO_FACE = Weight(5, ReasonCode.FACE_TO_FACE)
EMAIL = Weight(4, ReasonCode.HAS_EMAIL)
TIME_ZONE = Weight(4, ReasonCode.IN_TIME_ZONE)
LANGUAGE = Weight(3, ReasonCode.SHARED_LANGUAGE)
IN_TOUCH = Weight(3, ReasonCode.IN_TOUCH)
LONG_KNOWN = Weight(2, ReasonCode.KNOWN_FOR_YEARS)
FAR_AWAY = Weight(-3, ReasonCode.FAR_TIME_ZONE)
NO_ADDRESS = Weight(-20, ReasonCode.NO_ADDRESS)

Facts = Mapping[str, object]
_points = attrgetter("points")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of a person, as far as it says whether to write to them.

    `tie_kind` and `tie_strength` are those of `people.choices` (0: not known). `introduced_by` is the name
    of whoever named them. `instead_of` is the name of the colleague at `employer` who has been silent for
    three business days; `…_native` are both in their own script. `hours_apart` is the distance of the clocks
    now. `languages` and `school` are shared ones. `channels` are those there is an address for; in_person
    means it can be face to face. `outcome` and `closed_on` are those of their last closed thread.
    """

    key: str
    tie_kind: str = "none"
    tie_strength: int = 0
    target: Place | None = None
    employer: str = ""
    instead_of: str = ""
    introduced_by: str = ""
    school: str = ""
    hours_apart: float | None = None
    silent_native: str = ""
    introducer_native: str = ""
    languages: tuple[str, ...] = ()
    channels: frozenset[Channel] = frozenset()
    known_since: date | None = None
    last_contact: date | None = None
    written_before: bool = False
    open_thread: bool = False
    outcome: Outcome | None = None
    closed_on: date | None = None
    do_not_contact: bool = False


class Reason(NamedTuple):
    """Why somebody is on the list: `facts` are listed at ReasonCode."""

    code: ReasonCode
    points: float
    facts: Facts


class Ranked(NamedTuple):
    """A candidate with the weightiest reason first."""

    candidate: Candidate
    score: float
    reasons: tuple[Reason, ...]


def rank(candidates: Iterable[Candidate], *, today: date, digital: float = 0.5, limit: int = 50) -> list[Ranked]:
    """The `limit` to write to next, the best first; equals by key, so the input's order never matters.

    `digital` says how digital the target occupations are, 0 to 1. Left out are those who asked not to be
    contacted, who have an open thread, who said no or were met (staying in touch is another duty), and for
    90 days those who kept silent.
    """
    scale = _Scale.on(today, digital)
    scored = [_scored(one, scale) for one in candidates if may_propose(one, today=today)]
    scored.sort(key=itemgetter(0, 1))
    return [_ranked(one, -debit, weights, today) for debit, _key, weights, one in scored[:limit]]


def may_propose(candidate: Candidate, *, today: date) -> bool:
    """Whether a suggestion to write to them is allowed at all."""
    if candidate.do_not_contact or candidate.open_thread:
        return False
    if candidate.outcome is Outcome.SILENT:
        return candidate.closed_on is None or today - candidate.closed_on >= REST_AFTER_SILENCE
    return candidate.outcome is None


@dataclass(frozen=True, slots=True)
class _Scale:
    """What is the same for every candidate."""

    in_touch_since: date
    long_known_before: date
    ties: Mapping[int, Weight]

    @classmethod
    def on(cls, today: date, digital: float) -> "_Scale":
        ties = {
            strength: Weight(little + (much - little) * digital, code)
            for strength, (code, little, much) in TIES.items()
        }
        return cls(today - IN_TOUCH_WITHIN, _years_before(today, LONG_KNOWN_YEARS), ties)


def _scored(one: Candidate, scale: _Scale) -> tuple[float, str, list[Weight], Candidate]:
    """Points against and key to sort by. Facts are only written for the few that are shown."""
    weights = [*_who(one), *_how(one), *_when(one, scale)]
    if one.tie_kind != TieKind.NONE and one.tie_strength:
        weights.append(scale.ties[one.tie_strength])
    return -sum(map(_points, weights)), one.key, weights, one


def _who(one: Candidate) -> list[Weight]:
    found = []
    if one.instead_of:
        found.append(SECOND_PERSON)
    if one.introduced_by:
        found.append(INTRODUCED)
    if one.target:
        found.append(_at_target(one.target))
    if one.school:
        found.append(SCHOOL)
    return found


def _at_target(place: Place) -> Weight:
    employer = place.kind is TargetKind.EMPLOYER
    code = ReasonCode.WORKS_AT_TARGET if employer else ReasonCode.WORKS_AS_TARGET
    if place.active:
        return Weight(ACTIVE_TARGET - ACTIVE_STEP * min(place.position, AT_A_TIME), code)
    return Weight(max(OTHER_TARGET - OTHER_STEP * place.position, OTHER_LEAST), code)


def _how(one: Candidate) -> list[Weight]:
    found = [] if one.channels else [NO_ADDRESS]
    if Channel.IN_PERSON in one.channels:
        found.append(FACE_TO_FACE)
    if Channel.EMAIL in one.channels:
        found.append(EMAIL)
    if one.languages:
        found.append(LANGUAGE)
    if one.hours_apart is None:
        return found
    if abs(one.hours_apart) <= SAME_DAY_HOURS:
        found.append(TIME_ZONE)
    elif abs(one.hours_apart) >= FAR_HOURS:
        found.append(FAR_AWAY)
    return found


def _when(one: Candidate, scale: _Scale) -> list[Weight]:
    found = [] if one.written_before else [NOT_WRITTEN]
    if one.last_contact and one.last_contact >= scale.in_touch_since:
        found.append(IN_TOUCH)
    if one.known_since and one.known_since <= scale.long_known_before:
        found.append(LONG_KNOWN)
    return found


def _ranked(one: Candidate, score: float, weights: list[Weight], today: date) -> Ranked:
    heaviest_first = sorted(weights, key=_points, reverse=True)
    facts = _facts(one, today)
    reasons = [Reason(code, points, facts.get(code, {})) for points, code in heaviest_first]
    return Ranked(one, score, tuple(reasons))


def _facts(one: Candidate, today: date) -> dict[ReasonCode, Facts]:
    place = {"target": one.target.name, "position": one.target.position} if one.target else {}
    tie, hours = {"kind": one.tie_kind}, {"hours": one.hours_apart}
    return {
        ReasonCode.SECOND_PERSON: {"silent": one.instead_of, "employer": one.employer, **_native(one.silent_native)},
        ReasonCode.INTRODUCED: {"name": one.introduced_by, **_native(one.introducer_native)},
        ReasonCode.WORKS_AT_TARGET: place,
        ReasonCode.WORKS_AS_TARGET: place,
        ReasonCode.SHARED_SCHOOL: {"school": one.school},
        **dict.fromkeys((code for code, *_ in TIES.values()), tie),
        ReasonCode.IN_TIME_ZONE: hours,
        ReasonCode.FAR_TIME_ZONE: hours,
        ReasonCode.SHARED_LANGUAGE: {"languages": one.languages},
        ReasonCode.IN_TOUCH: {"last_contact": one.last_contact},
        ReasonCode.KNOWN_FOR_YEARS: {"years": _years(one.known_since, today)},
    }


def _native(name: str) -> Facts:
    return {"native": name} if name else {}


def _years(since: date | None, today: date) -> int:
    """Whole years; the 29 of February counts as reached on the 1 of March."""
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day)) if since else 0


def _years_before(day: date, years: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return (day - timedelta(days=1) if leap_day else day).replace(year=day.year - years)
