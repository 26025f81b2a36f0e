"""When it is time to ask for a reference in a volunteer role.

1. Not before somebody could say something: 20 hours, or six weeks with 8 hours.
2. A role that ends within two weeks does not wait for that: 8 hours are enough then.
3. Before it ends, since nobody is easier to ask than somebody whom one sees next week.
4. Once: who was asked is not asked again, and who said no least of all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from askwell.growth.choices import ReferenceStage
from askwell.portfolio.rules.asking import standing

ENOUGH, LEAST = 20.0, 8.0
LONG_ENOUGH = timedelta(weeks=6)
ENDS_SOON = timedelta(weeks=2)
NOT_ASKED, ASKED, AGREED, DECLINED, GIVEN = ReferenceStage
AFTER: Mapping[ReferenceStage, tuple[ReferenceStage, ...]] = {
    NOT_ASKED: (ASKED,),
    ASKED: (AGREED, DECLINED),
    AGREED: (GIVEN,),
    DECLINED: (),
    GIVEN: (),
}
"""What may be noted next."""


@dataclass(frozen=True, slots=True)
class Role:
    """A volunteer role that is under way. `since`: its first day, None where it has none yet."""

    hours: float
    since: date | None
    ends: date | None
    stage: ReferenceStage


def is_time_to_ask(role: Role, today: date) -> bool:
    if role.stage is not ReferenceStage.NOT_ASKED or (role.ends and role.ends < today):
        return False
    if role.hours >= ENOUGH:
        return True
    is_long = bool(role.since and today - role.since >= LONG_ENOUGH)
    ends_soon = bool(role.ends and role.ends - today <= ENDS_SOON)
    return role.hours >= LEAST and (is_long or ends_soon)


def stage_of(
    asked_on: date | None, agreed_on: date | None, declined_on: date | None, *, given_on: date | None
) -> ReferenceStage:
    """By the days of the story's reference, and the one on which it was given."""
    if given_on:
        return GIVEN
    return ReferenceStage(standing(asked_on=asked_on, agreed_on=agreed_on, declined_on=declined_on))
