"""Whether two could be pinned in a round, before anybody does."""

from dataclasses import replace
from datetime import datetime

from askwell.programmes.choices import Fault, Side
from askwell.programmes.models import Insider, Participant, Round
from askwell.programmes.queries.pool import pool_of_two
from askwell.programmes.rules.intake import Problem, admit

PINS = (Fault.PIN_NOT_ALLOWED, Fault.PIN_OVER_WANTED, Fault.PIN_OVER_CAPACITY)
TOLD_NOTHING = (Fault.NO_LANGUAGE, Fault.NO_HOURS)


def against_pin(row: Round, seeker: Participant, insider: Insider, now: datetime) -> list[Problem]:
    """What keeps a pin of these two from being kept, and what they did not tell; empty where it can be. Where one of
    them does not take part, `detail` says which: a Side."""
    pair, the_round = (str(seeker.pk), str(insider.pk)), pool_of_two(row, seeker, insider, now)
    if pair in the_round.kept:
        return []
    sides = ((Side.SEEKER, the_round.seekers), (Side.INSIDER, the_round.insiders))
    if away := [side.value for side, there in sides if not there]:
        return [Problem(Fault.UNKNOWN_PERSON, pair, tuple(away))]
    _fit, problems = admit(replace(the_round, pins=frozenset({pair})))
    found = [one for one in problems if one.fault in PINS]
    return [*[one for one in problems if one.fault in TOLD_NOTHING], *found] if found else []
