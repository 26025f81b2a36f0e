"""When an interview counts: METHOD.md's rule (grade B).

Successful is an interview that was held, taught at least one thing the seeker rates as useful, was thanked
for, and ended with a next step: a person named, an action, or an agreed later contact. Held but not
successful counts apart.
"""

from dataclasses import dataclass
from enum import StrEnum


class Missing(StrEnum):
    """What an interview still lacks, in the order in which it happens."""

    HELD = "held"
    USEFUL_INSIGHT = "useful_insight"
    NEXT_STEP = "next_step"
    THANKS = "thanks"


class Standing(StrEnum):
    NOT_HELD = "not_held"
    HELD = "held"  # and not successful, or not yet
    SUCCESSFUL = "successful"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one interview. `useful_insights`: rated useful by the seeker, not merely written down."""

    held: bool = False
    useful_insights: int = 0
    thanked: bool = False
    persons_named: int = 0
    actions: int = 0
    later_contact_agreed: bool = False

    @property
    def has_next_step(self) -> bool:
        return self.persons_named > 0 or self.actions > 0 or self.later_contact_agreed


def missing(record: Record) -> tuple[Missing, ...]:
    """What stands between this interview and a successful one; empty when it is one."""
    there = {
        Missing.HELD: record.held,
        Missing.USEFUL_INSIGHT: record.useful_insights > 0,
        Missing.NEXT_STEP: record.has_next_step,
        Missing.THANKS: record.thanked,
    }
    return tuple(part for part, has in there.items() if not has)


def standing(record: Record) -> Standing:
    """Which of the three counts it belongs to."""
    if not record.held:
        return Standing.NOT_HELD
    return Standing.HELD if missing(record) else Standing.SUCCESSFUL
