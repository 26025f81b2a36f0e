"""What a reply adds: the newest words, cut free from quotes, signatures, footers and closings.

For English, French and Chinese mail programs above all (Outlook, Gmail, Apple Mail, Thunderbird, Yahoo, Foxmail, QQ,
163, 126, telephones), with the quotation headers of other European languages; answers above, below and between the
quoted lines. Every line is looked at a bounded number of times, and only its first characters, so the time grows
with the length of the text and no faster.

1. Lines are told apart: own words, quoted, a header that announces a quote, a footer (`quotes`).
2. A header that no quoted lines follow, and a signature's dashes, end the reply.
3. What stays at the end and only closes the letter (regards, name, title, address) is cut off (`endings`).
"""

from dataclasses import dataclass

from askwell.protocols.mail.newest.endings import without_closing, without_rules
from askwell.protocols.mail.newest.quotes import Kind, kinds

LONGEST = 400_000
"""Characters that are looked at; what comes after them is not read."""


@dataclass(frozen=True, slots=True)
class Newest:
    """What somebody wrote now.

    `text` is only their own words, to be understood: no quotes, no closing. `reply` is what to show: with the lines
    they answered between, and with their closing; without what mail programs add.
    """

    text: str
    reply: str


def newest(body: str, sender: str = "") -> Newest:
    """The newest words of a plain-text `body`; `sender` is the writer's name as the mail gives it, if known.

    Both texts consist of lines of the body, without blanks at the ends. Empty when it only quotes.
    """
    lines = [line.rstrip() for line in body[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    marks = kinds(lines)
    own = [line for line, kind in zip(lines, marks, strict=True) if kind in (Kind.OWN, Kind.BLANK)]
    return Newest(
        _joined(without_closing(own, sender)),
        _joined(without_rules(_shown(lines, marks))),
    )


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip()


def _shown(lines: list[str], marks: list[Kind]) -> list[str]:
    """Own lines, and the quoted ones that own lines follow; an announced quote at the top only leads up to them."""
    own = [number for number, kind in enumerate(marks) if kind is Kind.OWN]
    if not own:
        return [] if Kind.HEADER in marks else lines
    announced = Kind.HEADER in marks[: own[0]]
    return [
        line
        for number, (line, kind) in enumerate(zip(lines, marks, strict=True))
        if kind in (Kind.OWN, Kind.BLANK)
        or (kind is Kind.QUOTED and number < own[-1] and not (announced and number < own[0]))
    ]
