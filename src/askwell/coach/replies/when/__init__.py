"""Reads days and hours out of English, French and Chinese text, relative to the day it was received.

`days_in` and `hours_in` find the mentions; `starts_in` joins them to the starts that a text offers. All are pure:
the day of receipt is passed in, and hours stay on the wall clock on which they are said (`zones`: whose).
"""

from askwell.coach.replies.when.finding import days_in, hours_in
from askwell.coach.replies.when.joining import starts_in
from askwell.coach.replies.when.values import Day, Grain, Hour, Start
from askwell.coach.replies.when.zones import READER, UNKNOWN

__all__ = ["READER", "UNKNOWN", "Day", "Grain", "Hour", "Start", "days_in", "hours_in", "starts_in"]
