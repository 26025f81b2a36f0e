"""How long a page lives on which an insider answers, which times it shows, and how often it takes an answer."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from askwell.interviews.choices import NoticeKind
from askwell.lib.buckets import Bucket

LIFETIME, AFTER_LAST = timedelta(days=14), timedelta(days=7)  # our choice (C)
TAKE_BACK_WITHIN = timedelta(days=30)
ENDS = (NoticeKind.STOPPED, NoticeKind.ERASE)
"""Answers after which nobody writes to them any more, until they take it back."""
OVER_WITH_THE_TIME = frozenset(
    {
        NoticeKind.BOOKED,
        NoticeKind.MOVED,
        NoticeKind.CALLED_OFF,
        NoticeKind.OTHER_TIME,
        NoticeKind.LATER,
        NoticeKind.ACCEPTED,
        NoticeKind.REFUSED,
        NoticeKind.UNSURE,
        NoticeKind.COUNTERED,
        NoticeKind.WITHDRAWN,
    }
)
"""No news any more once another time was agreed on since, or the talk called off or held."""
ERASE_WITHIN = timedelta(days=7)
"""From asking to be erased until it is done by itself (docs/decisions/0006)."""
MOST_ASKED = 3
"""Questions that can be answered in writing: more is an examination."""
MONTHS = (1, 3, 6)
"""After how many months they may be asked again."""
ON_PAGE = frozenset(
    {
        NoticeKind.BOOKED,
        NoticeKind.MOVED,
        NoticeKind.CALLED_OFF,
        NoticeKind.OTHER_TIME,
        NoticeKind.NAMED,
        NoticeKind.LATER,
        NoticeKind.DECLINED,
        NoticeKind.STOPPED,
        NoticeKind.TAKEN_BACK,
        NoticeKind.WROTE,
        NoticeKind.ERASE,
    }
)

Span = tuple[datetime, datetime]


class Limit(NamedTuple):
    """At most so many within so long."""

    most: int
    within: timedelta


ANSWERS = Limit(12, timedelta(hours=1))
"""Of one page: who cannot decide is not kept out, a program that presses every button is."""
LOOKS = Bucket(240, timedelta(minutes=10))
"""Of one network address, at all pages together, forged links included."""


def ends_at(now: datetime, offered: Iterable[datetime]) -> datetime:
    """When a link made or renewed at `now` ends: in two weeks, or a week after the last time offered."""
    return max(now + LIFETIME, *(moment + AFTER_LAST for moment in offered), now)


def is_over(expires_at: datetime, agreed: datetime | None, now: datetime) -> bool:
    """Whether the link has ended: one on which a time was agreed lives until then, so that it can be moved."""
    return now >= max(expires_at, agreed or expires_at)


def free(times: Iterable[datetime], minutes: int, taken: Sequence[Span], now: datetime) -> tuple[datetime, ...]:
    """Of the times those still to come at which the seeker has nothing else, in order."""
    length = timedelta(minutes=minutes)
    return tuple(
        time
        for time in sorted(times)
        if time > now and not any(start < time + length and time < end for start, end in taken)
    )


def asked_lines(text: str) -> list[str]:
    """The questions of a page, one a line, as many as may be asked."""
    return [line for line in map(str.strip, text.splitlines()) if line][:MOST_ASKED]


def in_writing(answers: Sequence[tuple[str, str]], more: str) -> str:
    """What they wrote, as one text: each question that they answered above its answer."""
    said = [f"{question}\n{answer.strip()}" for question, answer in answers if answer.strip()]
    return "\n\n".join([*said, *filter(None, (more.strip(),))])


def again_on(day: date, months: int) -> date:
    """The day so many months on; the last of the month where that has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    following = date(day.year + year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(day.year + year, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def why(language: str, *, title: str, organisation: str, topic: str) -> str:
    """Why this person, to begin with, in the reader's language; the seeker puts it better."""
    words = {"fr": _FRENCH, "zh-Hans": _CHINESE}.get(language, _ENGLISH)
    facts = {"title": title, "organisation": organisation, "topic": topic}
    needed = ("title", "organisation"), ("title",), ("organisation",), ("topic",)
    for names, sentence in zip(needed, words, strict=False):
        if all(facts[name] for name in names):
            return sentence.format(**facts)
    return words[-1]


_ENGLISH = (
    "You work as {title} at {organisation}, the work I hope to understand.",
    "You work as {title}, the work I hope to understand.",
    "You know {organisation} from the inside.",
    "You know {topic} from the inside.",
    "You do work that I hope to understand.",
)
_FRENCH = (
    "Votre poste chez {organisation}\u00a0: {title}. C’est le métier que j’aimerais comprendre.",
    "Votre poste\u00a0: {title}. C’est le métier que j’aimerais comprendre.",
    "Vous connaissez {organisation} de l’intérieur.",
    "Vous connaissez ce métier de l’intérieur\u00a0: {topic}.",
    "Vous faites un métier que j’aimerais comprendre.",
)
_CHINESE = (
    "您在{organisation}任{title}，正是我想了解的工作。",
    "您的职务是{title}，正是我想了解的工作。",
    "您熟悉{organisation}内部的情况。",
    "您熟悉{topic}这一行。",
    "您做的正是我想了解的工作。",
)
