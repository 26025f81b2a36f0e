"""How far the asking of a reference is."""

from datetime import date, timedelta
from enum import StrEnum

STALE = timedelta(days=183)
"""After so long without news somebody who agreed no longer knows what the seeker is after."""


class Standing(StrEnum):
    """Only who agreed is ever named in a document."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


def standing(*, asked_on: date | None, agreed_on: date | None, declined_on: date | None) -> Standing:
    if declined_on:
        return Standing.DECLINED
    if agreed_on:
        return Standing.AGREED
    return Standing.ASKED if asked_on else Standing.NOT_ASKED


def is_stale(*, agreed_on: date | None, refreshed_on: date | None, today: date) -> bool:
    """Whether somebody who agreed has not heard for half a year what the seeker is after."""
    if agreed_on is None:
        return False
    return today - max(agreed_on, refreshed_on or agreed_on) > STALE
