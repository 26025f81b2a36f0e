"""What opened doors, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.interviews.rules.doors import JOB_BOARD, UNASKED, Opened, Remark, Way, WhatOpened
from askwell.ui.words import way_word


@dataclass(frozen=True, slots=True)
class Line:
    """One way: its name, its counts, and its share with the 80 % interval in whole percents."""

    name: str
    opened: int
    tried: int
    share: int
    low: int
    high: int
    is_enough: bool


def ways(found: WhatOpened) -> list[Line]:
    """Every way, the most certain first."""
    return [_line(one) for one in found.ways]


def _line(one: Opened) -> Line:
    share, low, high = (round(100 * value) for value in (one.share, one.low, one.high))
    return Line(_name(one.way), one.way.opened, one.way.tried, share, low, high, one.is_enough)


def _name(way: Way) -> str:
    if way.source == JOB_BOARD:
        return _("Job boards")
    if way.source == UNASKED:
        return _("Met by chance, no message")
    return way_word(way.source, way.channel or "email")


def remark(found: WhatOpened) -> str:
    """What may honestly be said of the comparison."""
    match found.remark:
        case Remark.NOTHING_YET:
            return ""
        case Remark.TOO_FEW:
            return _("Too few yet to compare: five decided messages by each of two ways would do.")
        case Remark.NO_DIFFERENCE:
            return _("The intervals touch: so far chance explains the difference.")
        case Remark.DIFFERENCE:
            assert found.best, "a difference has a best"
            return _("%(way)s opened more doors than chance explains.") % {"way": _name(found.best.way)}
