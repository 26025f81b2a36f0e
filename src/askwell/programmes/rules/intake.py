"""What came in, made fit for matching: what cannot be is named, and the rest goes on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from askwell.programmes.choices import Barrier, Fault
from askwell.programmes.rules.barriers import Barriers
from askwell.programmes.rules.people import HOUR, LEVELS, MOST_TALKS, WEEK, Insider, Pair, Round, Seeker, Window
from askwell.programmes.rules.tables import Tables

Person = TypeVar("Person", Seeker, Insider)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with whom: a person's id, or the two ids of a pair. `detail` is the value that is wrong, or the
    reasons against a pin."""

    fault: Fault
    who: tuple[str, ...]
    detail: tuple[str, ...] = ()


def admit(the_round: Round) -> tuple[Round, list[Problem]]:
    """The part of a round that can be matched, and all problems. Who cannot be matched stays in it with nothing to
    match; only second rows of somebody are left out."""
    problems: list[Problem] = []
    seekers, insiders = _once(the_round.seekers, problems), _once(the_round.insiders, problems)
    fit = replace(
        the_round,
        seekers=tuple(_fit_seeker(seeker, problems) for seeker in seekers),
        insiders=tuple(_fit_insider(insider, problems) for insider in insiders),
    )
    problems += _strangers(fit)
    return replace(fit, pins=_feasible_pins(fit, problems)), problems


def _once(people: tuple[Person, ...], problems: list[Problem]) -> list[Person]:
    """Everybody once, by id and by account."""
    ids: set[str] = set()
    accounts: dict[str, str] = {}
    kept: list[Person] = []
    for person in people:
        if person.id in ids:
            problems.append(Problem(Fault.SAME_ID, (person.id,)))
        elif person.account and person.account in accounts:
            problems.append(Problem(Fault.TWO_ACCOUNTS, (accounts[person.account], person.id)))
        else:
            kept.append(person)
            ids.add(person.id)
            accounts.setdefault(person.account, person.id)
    return kept


def _fit_seeker(seeker: Seeker, problems: list[Problem]) -> Seeker:
    fit = _fit_person(seeker, problems)
    goals = {topic: weight for topic, weight in seeker.goals.items() if weight > 0}
    for topic in seeker.goals.keys() - goals.keys():
        problems.append(Problem(Fault.GOAL_WITHOUT_WEIGHT, (seeker.id,), (topic,)))
    if not goals:
        problems.append(Problem(Fault.NO_GOALS, (seeker.id,)))
    if seeker.wanted < 1:
        problems.append(Problem(Fault.WANTS_NONE, (seeker.id,), (str(seeker.wanted),)))
    if seeker.wanted > MOST_TALKS:
        problems.append(Problem(Fault.WANTS_TOO_MANY, (seeker.id,), (str(seeker.wanted),)))
    return replace(fit, goals=goals, wanted=min(max(seeker.wanted, 0), MOST_TALKS))


def _fit_insider(insider: Insider, problems: list[Problem]) -> Insider:
    if insider.capacity == 0:
        problems.append(Problem(Fault.NO_CAPACITY, (insider.id,)))
    if insider.capacity < 0:
        problems.append(Problem(Fault.NEGATIVE_CAPACITY, (insider.id,), (str(insider.capacity),)))
    if not insider.topics:
        problems.append(Problem(Fault.NO_TOPICS, (insider.id,)))
    topics = tuple(dict.fromkeys(insider.topics))
    return replace(_fit_person(insider, problems), topics=topics, capacity=max(insider.capacity, 0))


def _fit_person(person: Person, problems: list[Problem]) -> Person:
    windows = tuple(dict.fromkeys(window for window in person.windows if _possible(window)))
    for window in person.windows:
        if not _possible(window):
            problems.append(Problem(Fault.IMPOSSIBLE_WINDOW, (person.id,), (str(window.start), str(window.end))))
    if not windows:
        problems.append(Problem(Fault.NO_HOURS, (person.id,)))
    if not person.languages:
        problems.append(Problem(Fault.NO_LANGUAGE, (person.id,)))
    level = person.level
    if level not in LEVELS:
        problems.append(Problem(Fault.UNKNOWN_LEVEL, (person.id,), (level,)))
        level = next(iter(LEVELS))
    return replace(person, windows=windows, languages=tuple(dict.fromkeys(person.languages)), level=level)


def _possible(window: Window) -> bool:
    return 0 <= window.start < WEEK and HOUR <= window.end - window.start <= WEEK


def _strangers(the_round: Round) -> Iterator[Problem]:
    """Wishes about somebody who is not of the round."""
    seekers = {seeker.id for seeker in the_round.seekers}
    insiders = {insider.id for insider in the_round.insiders}
    for seeker, insider in sorted({*the_round.conflicts, *the_round.pins, *the_round.forbidden}):
        if seeker not in seekers or insider not in insiders:
            yield Problem(Fault.UNKNOWN_PERSON, (seeker, insider))
    for one in the_round.insiders:
        for name in one.excluded_seekers:
            if name not in seekers:
                yield Problem(Fault.UNKNOWN_PERSON, (name, one.id))


def _feasible_pins(the_round: Round, problems: list[Problem]) -> frozenset[Pair]:
    """The pins that can be kept, all at once; of too many of one person those on their way, then the first by id."""
    tables = Tables.of(the_round)
    barriers = Barriers(the_round, tables)
    wanted = Counter({seeker.id: seeker.wanted for seeker in the_round.seekers})
    capacity = Counter({insider.id: insider.capacity for insider in the_round.insiders})
    kept: set[Pair] = set()
    pins = _of_the_round(tables, the_round.pins)
    for seeker, insider in sorted(pins, key=lambda pair: pair not in the_round.kept):
        against: tuple[Barrier, ...] = barriers.of_pair((seeker, insider))
        if against:
            problems.append(Problem(Fault.PIN_NOT_ALLOWED, (seeker, insider), against))
        elif not wanted[seeker]:
            problems.append(Problem(Fault.PIN_OVER_WANTED, (seeker, insider)))
        elif not capacity[insider]:
            problems.append(Problem(Fault.PIN_OVER_CAPACITY, (seeker, insider)))
        else:
            kept.add((seeker, insider))
            wanted[seeker] -= 1
            capacity[insider] -= 1
    return frozenset(kept)


def _of_the_round(tables: Tables, pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(
        (seeker, insider)
        for seeker, insider in pairs
        if seeker in tables.seeker_place and insider in tables.insider_place
    )
