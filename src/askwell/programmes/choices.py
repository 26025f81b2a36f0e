"""Shared vocabulary of programmes."""

from enum import StrEnum


class Level(StrEnum):
    """How far somebody is on their way, lowest first."""

    STUDENT = "student"
    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"


class Barrier(StrEnum):
    """Why a pair is not allowed."""

    LANGUAGE = "no_common_language"
    HOUR = "no_common_hour"
    SAME_EMPLOYER = "same_employer"
    EMPLOYER_EXCLUDED = "employer_excluded"
    SEEKER_EXCLUDED = "seeker_excluded"
    CONFLICT = "conflict"
    FORBIDDEN = "forbidden"
    NOT_A_CANDIDATE = "not_a_candidate"


class Fault(StrEnum):
    """What is wrong with a row of intake, an insider's page or a wish of the coordinator."""

    SAME_ID = "same_id"
    TWO_ACCOUNTS = "two_accounts"
    NO_CAPACITY = "no_capacity"
    NEGATIVE_CAPACITY = "negative_capacity"
    WANTS_NONE = "wants_none"
    WANTS_TOO_MANY = "wants_too_many"
    IMPOSSIBLE_WINDOW = "impossible_window"
    NO_HOURS = "no_hours"
    NO_LANGUAGE = "no_language"
    NO_GOALS = "no_goals"
    GOAL_WITHOUT_WEIGHT = "goal_without_weight"
    UNKNOWN_LEVEL = "unknown_level"
    UNKNOWN_PERSON = "unknown_person"
    PIN_NOT_ALLOWED = "pin_not_allowed"
    PIN_OVER_CAPACITY = "pin_over_capacity"
    PIN_OVER_WANTED = "pin_over_wanted"


class Unmet(StrEnum):
    """Why a seeker has no talk."""

    NOBODY_ALLOWED = "nobody_allowed"
    ALL_FULL = "all_full"
