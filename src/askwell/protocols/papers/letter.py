"""A letter as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in one language ("en", "zh-Hans", "fr"), which also says in which order its parts stand. `sender` and
    `recipient` are blocks of lines; `date` is worded already; `closing` may have two lines ("此致\\n敬礼")."""

    language: str
    sender: tuple[str, ...] = ()
    date: str = ""
    recipient: tuple[str, ...] = ()
    subject: str = ""
    greeting: str = ""
    paragraphs: tuple[str, ...] = ()
    closing: str = ""
    name: str = ""
