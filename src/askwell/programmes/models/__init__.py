"""A programme: its people on both sides, rounds of matching, what came of them."""

from askwell.programmes.models.house import Consent, IntakeQuestion, Part, Participant, Programme, StaffInvitation
from askwell.programmes.models.insiders import Insider, Upload
from askwell.programmes.models.rounds import Feedback, Match, Round, Unmatched, Wish
from askwell.programmes.models.sessions import Attendance, Cohort, Outcome, Session

__all__ = [
    "Attendance",
    "Cohort",
    "Consent",
    "Feedback",
    "Insider",
    "IntakeQuestion",
    "Match",
    "Outcome",
    "Part",
    "Participant",
    "Programme",
    "Round",
    "Session",
    "StaffInvitation",
    "Unmatched",
    "Upload",
    "Wish",
]
