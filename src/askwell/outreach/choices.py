"""The shared vocabulary of outreach: plain strings in the database, enumerations in Python.

No word here is for the screen: pages translate codes where they show them. Tie kinds and strengths
belong to people (`askwell.people.choices`).
"""

from enum import StrEnum

SERVERS = "servers"
"""The queue of tasks that wait for servers of others: nothing else waits behind it (`config/work.py`)."""


class ThreadState(StrEnum):
    """Where one attempt to reach one person stands; also whose turn it is."""

    DRAFTING = "drafting"  # nothing sent yet: the seeker's turn
    WAITING = "waiting"  # a message is out: their turn
    NUDGED = "nudged"  # a second message is out: their turn, and the last
    ANSWERED = "answered"  # they answered: the seeker's turn
    SCHEDULED = "scheduled"  # a time is agreed
    CLOSED = "closed"  # see Outcome


class Outcome(StrEnum):
    """How a closed thread ended."""

    MET = "met"
    DECLINED = "declined"  # no, or passed on to somebody else
    SILENT = "silent"  # it fell silent and was let rest
    STOPPED = "stopped"  # asked not to be contacted: for good
    JOINED = "joined"  # two persons turned out to be one: it goes on in the other thread


class Answer(StrEnum):
    """What came back from the person."""

    ACCEPTS = "accepts"
    ASKS = "asks"
    DEFERS = "defers"  # not now, perhaps on a date
    DECLINES = "declines"
    REFERS = "refers"  # not me, but ask so-and-so
    OUT_OF_OFFICE = "out_of_office"  # a machine's note: no answer, but it moves the dates
    STOP = "stop"


class Channel(StrEnum):
    EMAIL = "email"
    LINKEDIN = "linkedin"
    PHONE = "phone"
    WECHAT = "wechat"
    IN_PERSON = "in_person"


class MeetingBy(StrEnum):
    """How an agreed conversation takes place."""

    VIDEO = "video"
    PHONE = "phone"
    IN_PERSON = "in_person"


class Direction(StrEnum):
    OUT = "out"
    IN = "in"
    NEITHER = "neither"  # notes, milestones, and talk both ways


class MessageKind(StrEnum):
    """One entry on a thread's timeline. The thread's state is the replay of these."""

    FIRST = "first"
    NUDGE = "nudge"
    REPLY = "reply"  # to what they answered
    AGAIN = "again"  # a new start on the date they named
    THANKS = "thanks"
    ANSWER = "answer"  # theirs; carries an Answer
    OUT_OF_OFFICE = "out_of_office"
    CALL = "call"  # with an Answer when they spoke, without when nobody picked up
    CHANCE_MEETING = "chance_meeting"  # with an Answer when they gave one
    NOTE = "note"
    SCHEDULED = "scheduled"  # milestones, neither sent nor received
    CANCELLED = "cancelled"  # the agreed time fell through; find another
    MET = "met"
    RESTED = "rested"  # the seeker lets it rest
    STOPPED = "stopped"  # marked do-not-contact without a message
    JOINED = "joined"  # the person is one with another, whose open thread goes on


class MessageState(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    RECEIVED = "received"
    NOTED = "noted"  # calls, meetings, notes, milestones


class FollowUpKind(StrEnum):
    """A dated duty that a thread brings, the interview that hangs on it (from PREPARE on), or an event."""

    SECOND_PERSON = "second_person"  # write to somebody else at that employer
    NUDGE = "nudge"  # one follow-up
    REPLY_WITHIN_A_DAY = "reply_within_a_day"
    WRITE_AGAIN = "write_again"  # they named a later date
    THANK = "thank"
    CONFIRM = "confirm"  # 24 to 48 hours before the agreed time
    LET_REST = "let_rest"  # close as silent
    PREPARE = "prepare"  # the brief has gaps
    WRITE_DOWN = "write_down"  # how it went, and the closing card
    WRITE_TO_NAMED = "write_to_named"  # to the person whom they named
    ASK_FOR_NAMES = "ask_for_names"  # nobody was named: ask in the next business week
    PROGRESS_NOTE = "progress_note"  # to the one who introduced you
    GREET = "greet"  # say it was good to meet: an event brings it, no thread
    ANOTHER_WAY = "another_way"  # what was written came back: another address, or another channel


class FollowUpReason(StrEnum):
    """Why a follow-up is there; its facts fill the sentence."""

    SILENT_FOR_DAYS = "silent_for_days"  # business_days so far, since, moved: by an absence
    SILENT_AFTER_NUDGE = "silent_after_nudge"  # the same
    BOOSTER_ANSWERED = "booster_answered"  # answer, answered_at, in_writing
    ANSWERED = "answered"  # answer, answered_at, in_writing
    MET_BY_CHANCE = "met_by_chance"  # answered_at: when they met
    DEFERRED = "deferred"  # named: the date they gave, or None
    DECLINED = "declined"  # answer, answered_at
    REFERRED = "referred"  # answer, answered_at
    TIME_AGREED = "time_agreed"  # meets_at
    MET = "met"  # answered_at: when they met
    GAPS_IN_BRIEF = "gaps_in_brief"  # meets_at
    TIME_PASSED = "time_passed"  # meets_at: was it held?
    HELD = "held"  # meets_at
    NAMED = "named"  # by: who named them, answered_at: when
    NOBODY_NAMED = "nobody_named"  # meets_at
    CAME_BACK = "came_back"  # answered_at: when the news came that it reached nobody
    MET_AT_EVENT = "met_at_event"  # event: its name, event_id, met_on, written: by which message it was done
    INTRODUCED_YOU = "introduced_you"  # met: whom they led to, answered_at: when they met


class Responder(StrEnum):
    """Kinds of answerers, after Dalton (METHOD.md, grade B)."""

    BOOSTER = "booster"  # answers within 3 business days
    OBLIGATE = "obligate"  # late
    CURMUDGEON = "curmudgeon"  # never


class TargetKind(StrEnum):
    EMPLOYER = "employer"
    OCCUPATION = "occupation"


class ReasonCode(StrEnum):
    """Why *whom next* names a person; the facts named here fill the sentence."""

    SECOND_PERSON = "second_person"  # silent: the silent colleague's name, employer
    INTRODUCED = "introduced"  # name
    WORKS_AT_TARGET = "works_at_target"  # target, position (1 is the first of the list)
    WORKS_AS_TARGET = "works_as_target"  # target, position
    SHARED_SCHOOL = "shared_school"  # school
    MODERATELY_WEAK_TIE = "moderately_weak_tie"  # kind
    GOOD_TIE = "good_tie"  # kind
    CLOSE_TIE = "close_tie"  # kind
    FACE_TO_FACE = "face_to_face"
    HAS_EMAIL = "has_email"
    NOT_WRITTEN_BEFORE = "not_written_before"
    IN_TIME_ZONE = "in_time_zone"  # hours apart
    SHARED_LANGUAGE = "shared_language"  # languages
    IN_TOUCH = "in_touch"  # last contact
    KNOWN_FOR_YEARS = "known_for_years"  # years
    FAR_TIME_ZONE = "far_time_zone"  # hours apart; counts against
    NO_ADDRESS = "no_address"  # counts against


class WarningCode(StrEnum):
    """What *balance* warns of; each carries count, of, and what is named here."""

    ONE_EMPLOYER = "one_employer"  # employer
    ONE_TIE_KIND = "one_tie_kind"  # kind
    ONE_LANGUAGE = "one_language"  # language
    ONLY_CLOSE_TIES = "only_close_ties"


class FindingCode(StrEnum):
    """What the guard finds before a message goes out."""

    DO_NOT_CONTACT = "do_not_contact"
    THIRD_UNANSWERED = "third_unanswered"
    NEAR_IDENTICAL = "near_identical"  # name: of the colleague, sent_at, similarity (percent)
    BURST_EMPLOYER = "burst_employer"  # count today with this one, limit
    BURST_ALL = "burst_all"  # count today with this one, limit
    TOO_SOON = "too_soon"  # asked_at, on: the day from which a nudge is due


class Severity(StrEnum):
    REFUSE = "refuse"  # never overridden
    WARN = "warn"  # the seeker may go on


class FolderRole(StrEnum):
    INBOX = "inbox"
    SENT = "sent"
    JUNK = "junk"


class Purpose(StrEnum):
    """Why something goes out through a mailbox."""

    LETTER = "letter"  # what the seeker wrote: a draft of a thread until it is sent
    INVITATION = "invitation"  # asks for, moves or calls off a meeting in the other's calendar
    REMINDER = "reminder"  # to the seeker's own address
    PROGRAMME = "programme"  # of a programme to its people: says who sends it and how to get no more


class DispatchState(StrEnum):
    WAITING = "waiting"  # can still be called back
    SENDING = "sending"
    SENT = "sent"
    UNSURE = "unsure"  # may have been sent: the seeker decides
    FAILED = "failed"
    CANCELLED = "cancelled"


class LetterKind(StrEnum):
    REPLY = "reply"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    CALENDAR = "calendar"
    OWN = "own"  # written by the seeker with another program


class LetterState(StrEnum):
    OPEN = "open"  # its meaning is proposed
    TAKEN = "taken"  # on the timeline
    ASIDE = "aside"  # the seeker said that it means nothing here
