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
    SAID_NO = "said_no"  # the insider said "not this time", or nothing, in this round
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
    NO_TOPICS = "no_topics"
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


class ParticipantState(StrEnum):
    """How a seeker stands in a programme."""

    INVITED = "invited"  # a coordinator put them on the list; they have not answered yet
    APPLIED = "applied"  # they filled in the form, and wait for a coordinator
    ACTIVE = "active"
    TURNED_DOWN = "turned_down"
    LEFT = "left"


class ConsentItem(StrEnum):
    """What a seeker may let the programme's caseworkers see of their own workspace, each by itself."""

    TARGET = "target"  # occupation and employers aimed at
    PROGRESS = "progress"  # how many conversations were asked for, held, and successful, and what is overdue
    STORY = "story"  # work, education, volunteering and skills, as on a resume
    PRACTICE = "practice"  # how often was practised, and how it went
    OPENINGS = "openings"  # openings applied to, and how they stand
    PLAN = "plan"  # the steps of their plans
    OUTCOME = "outcome"  # work that was found: month, kind and field


class InsiderState(StrEnum):
    """How a volunteer insider stands."""

    INVITED = "invited"
    APPLIED = "applied"  # filled in the open page, and waits for a coordinator
    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"


class QuestionKind(StrEnum):
    """How an own question of an intake form is answered."""

    LINE = "line"
    TEXT = "text"
    YES_NO = "yes_no"
    ONE = "one"
    SEVERAL = "several"


class Audience(StrEnum):
    SEEKERS = "seekers"
    INSIDERS = "insiders"


class RoundState(StrEnum):
    DRAFT = "draft"  # never solved
    SOLVING = "solving"
    PROPOSED = "proposed"
    SENT = "sent"
    CLOSED = "closed"


class WishKind(StrEnum):
    PIN = "pin"
    FORBID = "forbid"


class MatchState(StrEnum):
    """A pair's way. What is proposed is replaced whenever the round is solved anew; from `asked` on it is kept."""

    PROPOSED = "proposed"
    WAITING = "waiting"  # sent to the seeker, who has not joined with an account yet; the insider is not asked before
    ASKED = "asked"
    AGREED = "agreed"
    HELD = "held"
    DECLINED = "declined"
    MISSED = "missed"
    CANCELLED = "cancelled"  # called off in time, or the seeker left


class Side(StrEnum):
    """Who of the two."""

    SEEKER = "seeker"
    INSIDER = "insider"


class AttendanceState(StrEnum):
    EXPECTED = "expected"
    CAME = "came"
    EXCUSED = "excused"
    MISSED = "missed"


class OutcomeKind(StrEnum):
    JOB = "job"
    VOLUNTEERING = "volunteering"
    COURSE = "course"


class RowFault(StrEnum):
    """What is wrong with a row of a list that was put in."""

    NO_NAME = "no_name"
    BAD_EMAIL = "bad_email"
    TWICE = "twice"  # the same address
    TWICE_NAME = "twice_name"  # the same name and employer
    STOPPED = "stopped"
    NO_CAPACITY = "no_capacity"
    NEGATIVE_CAPACITY = "negative_capacity"
    NO_NUMBER = "no_number"
    IMPOSSIBLE_HOURS = "impossible_hours"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_LEVEL = "unknown_level"
    UNKNOWN_ZONE = "unknown_zone"
    UNKNOWN_COHORT = "unknown_cohort"


LEAVES_OUT = (
    RowFault.NO_NAME, RowFault.BAD_EMAIL, RowFault.TWICE, RowFault.TWICE_NAME, RowFault.STOPPED, RowFault.NO_CAPACITY,
    RowFault.NEGATIVE_CAPACITY,
)  # fmt: skip
"""With these the row is left out; with any other it comes in without what cannot be read."""


class NotSent(StrEnum):
    """Why a pair was not sent."""

    NO_TIMES = "no_times"  # no hour that both have within three weeks
    STOPPED = "stopped"  # the insider asked not to hear from this seeker again
    AWAY = "away"  # the insider paused or left
    LEFT = "left"  # the seeker is not in the programme
    FAULT = "fault"  # for a reason that nobody foresaw: it can be sent again


class NextMove(StrEnum):
    """What there is to do about a talk."""

    SEND = "send"
    LEAVES = "leaves"  # a worker sends it in a moment
    MEND = "mend"  # it could not be sent
    JOIN = "join"  # waits until the seeker has joined
    BY_HAND = "by_hand"  # the letter is to be sent by hand
    ANSWER = "answer"  # waits for the insider
    TIME = "time"  # they are finding a time
    TALK = "talk"  # to come
    TELL = "tell"  # past: nobody said how it went
    THANK = "thank"  # held: the thank-you is to be sent by hand
    HEAR = "hear"  # held: nobody said how it was
    NOTHING = "nothing"


class Measure(StrEnum):
    """What a programme counts."""

    CAME = "came"  # seekers who came into the programme
    WAITING = "waiting"  # seekers in it with no talk proposed, arranged or held
    READY = "ready"  # seekers in it with a talk that is proposed, or waits for them to join
    TALKING = "talking"  # seekers in it for whom an insider was asked, or who met one
    SENT = "sent"  # talks that an insider was really asked for
    UNDER_WAY = "under_way"  # talks asked for or agreed, not held yet
    AGREED = "agreed"  # talks for which a time was agreed at some moment
    HELD = "held"
    SUCCESSFUL = "successful"  # held, and the seeker told the programme that it was useful
    NAMED = "named"  # talks held in which somebody was named
    REFERRALS = "referrals"  # people named in talks held
    ATTENDED = "attended"  # times that somebody came to a session
    JOBS = "jobs"
    VOLUNTEERING = "volunteering"
    COURSES = "courses"


class Breakdown(StrEnum):
    """By what numbers are broken down."""

    COHORT = "cohort"
    FIELD = "field"
    LANGUAGE = "language"


class Lack(StrEnum):
    """What matching needs of a seeker, and is not told."""

    LANGUAGES = "languages"
    HOURS = "hours"
    TOPICS = "topics"


class Stuck(StrEnum):
    """Why a seeker does not get on, the most pressing first."""

    MISSED_TALKS = "missed_talks"
    MISSED_SESSIONS = "missed_sessions"
    UNFIT = "unfit"  # languages, hours or goals are missing, so nobody can be found
    NO_MATCH = "no_match"
    NO_ANSWER = "no_answer"
    NOT_JOINED = "not_joined"
    WAITS_TO_JOIN = "waits_to_join"  # a talk is ready, and cannot be asked for before they join
    NO_FEEDBACK = "no_feedback"
    OVERDUE = "overdue"
