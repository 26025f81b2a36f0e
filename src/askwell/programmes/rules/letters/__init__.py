"""What a programme writes about a talk, in three languages.

A paragraph that names a fact which is empty is left out; what a reader's language is not here is written in English.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter

from askwell.programmes.rules.letters import chinese, english, french


class Kind(StrEnum):
    """Which letter."""

    ASK = "ask"  # to the insider: would you talk with this seeker
    REMIND = "remind"  # to the insider, once
    COME = "come"  # to the seeker on the list: please join
    JOIN = "join"  # to the seeker who has not joined: somebody was found
    ASKED = "asked"  # to the seeker: we asked for you
    OFF_INSIDER = "off_insider"  # it is called off
    OFF_SEEKER = "off_seeker"
    HOW_INSIDER = "how_insider"  # how did it go
    HOW_SEEKER = "how_seeker"
    THANKS = "thanks"  # to the insider, with what came of it
    THANKS_LEFT = "thanks_left"  # the same, of a seeker who has left since: names nobody
    MISSED = "missed"  # to who did not come, the first time
    PAUSED = "paused"  # to who did not come again


@dataclass(frozen=True, slots=True)
class Words:
    """A letter."""

    subject: str
    body: str


LANGUAGES = ("en", "zh-Hans", "fr")


def language_of(code: str) -> str:
    """The language that a letter is written in (en, zh-Hans, fr) for a reader's `code`."""
    return {"zh": "zh-Hans", "fr": "fr"}.get(code.lower()[:2], "en")


def write(kind: Kind, code: str, facts: Mapping[str, str]) -> Words:
    """The letter in the reader's language."""
    texts = {"zh-Hans": chinese.LETTERS, "fr": french.LETTERS}.get(language_of(code), english.LETTERS)
    subject, paragraphs = texts[kind.value]
    told = {name: value for name, value in facts.items() if value}
    body = "\n\n".join(paragraph.format(**told) for paragraph in paragraphs if _names(paragraph) <= set(told))
    return Words(subject.format(**told), body)


NO_MORE = {
    "en": "If you would rather get no more letters from us, just reply and say so.",
    "zh-Hans": "不想再收到我们的信，回复一声就行。",
    "fr": "Vous préférez ne plus recevoir de lettres de notre part? Un mot en retour suffit.",
}


def to_pass_on(words: Words, code: str, sender: Sequence[str]) -> Words:
    """The letter as a person sends it: below it stand who sends it, and how to get no more, which a mail of
    the programme's own mailbox has by itself (outreach.rules.mail.programme says why)."""
    below = "\n".join([*filter(None, sender), NO_MORE[language_of(code)]])
    return Words(words.subject, f"{words.body}\n\n--\n{below}")


def joined(names: list[str], code: str) -> str:
    """Several names in one sentence."""
    language = language_of(code)
    if language == "zh-Hans":
        return "、".join(names)
    word = "et" if language == "fr" else "and"
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else "".join(names)


def why(code: str, *, programme: str, seeker: str, topics: list[str], field: str) -> str:
    """Why this insider, in one or two sentences, for the page on which they answer."""
    texts = {"zh-Hans": chinese.WHY, "fr": french.WHY}.get(language_of(code), english.WHY)
    facts = {"programme": programme, "seeker": seeker, "topics": joined(topics[:3], code), "field": field}
    return texts["topics" if topics else "field" if field else "bare"].format(**facts)


def _names(paragraph: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(paragraph) if name}
