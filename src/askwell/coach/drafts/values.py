"""What goes into the draft coach and what comes out."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    GOOD = "good"  # said to encourage
    WARN = "warn"  # worth a second look
    STOP = "stop"  # should not go out like this


class Code(StrEnum):
    """What was found; the facts named here fill the sentence on the page."""

    LENGTH_GOOD = "length_good"  # size, unit, limit
    LONG = "long"  # size, unit, limit; marks what is beyond the limit
    TOO_LONG = "too_long"  # size, unit, limit; marks what is beyond the limit
    PLACEHOLDER_LEFT = "placeholder_left"  # text
    WRONG_NAME = "wrong_name"  # text: the name in the draft; kind: person or organisation; expected
    ASKS_FOR_JOB = "asks_for_job"  # text
    NO_ASK = "no_ask"
    NO_TIME_BOUND = "no_time_bound"
    NO_CONNECTION = "no_connection"
    GENERIC = "generic"
    NAMES_WHO_SENT_YOU = "names_who_sent_you"  # name
    ONE_ASK_AS_QUESTION = "one_ask_as_question"
    FORMULA_OPENING = "formula_opening"
    ASK_BURIED = "ask_buried"  # before: words or characters before the ask; unit
    BEGGING = "begging"
    ATTACHES_RESUME = "attaches_resume"
    SPAM_WORDS = "spam_words"  # text
    LANGUAGE_MISMATCH = "language_mismatch"  # part: subject or body
    SELF_CENTRED = "self_centred"  # sentences: in a row about the writer
    MORE_ABOUT_YOU = "more_about_you"  # share (percent about the reader), reader, writer, unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message to judge.

    `channel` is email, linkedin, phone, wechat or in_person; `language` en, fr or zh-Hans: the language
    the message should be in. Names, role and organisation are the recipient's, empty when not known;
    `recipient` is the Latin name in any order. `follow_up` is set for a nudge, which need not say again
    why this person and how short. Not everything `asks`: thanks and answers need not.
    """

    text: str
    channel: str = "email"
    language: str = "en"
    subject: str = ""
    recipient: str = ""
    native: str = ""
    role: str = ""
    organisation: str = ""
    sender: str = ""
    follow_up: bool = False
    asks: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `start` and `end` are offsets in the text (both 0: about the whole or the subject).

    `rewrite`, when not None, is what to put in place of text[start:end].
    """

    code: Code
    severity: Severity
    start: int = 0
    end: int = 0
    facts: dict[str, str | int] = field(default_factory=dict)
    rewrite: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The live numbers: `size` in `unit` ("words" or "characters") and how much of it is about the reader.

    `good` is the size to stay within, `long` draws a warning, `limit` is too long. `share` is the percentage about the
    reader among the words that are about either, None when none are.
    """

    size: int
    unit: str
    good: int
    long: int
    limit: int
    share: int | None
