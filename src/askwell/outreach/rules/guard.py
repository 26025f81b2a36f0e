"""What stands against a message before it goes out.

Refused, whatever the seeker says: writing to somebody who asked not to be contacted; a third message
after two unanswered; a near-identical message to a colleague of somebody written to within a week, because
colleagues show each other their mail. Warned of: many messages to one employer, or in all, on one day; a nudge
before it is due.

How near is near: both texts folded, the people's names taken out, then rapidfuzz's token sort ratio (words
in alphabetical order; every Chinese character is a word), which a changed order of sentences does not
fool. Measured on our own messages in English, Chinese and French: the same text with a name, a greeting
and a few words changed gives 87 to 100; the same writer and the same ask with a reason of its own gives 69
to 73; another message 51 to 55. The line is midway, at 80.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from rapidfuzz import fuzz

from askwell.lib.text import HAN, fold
from askwell.lib.times import local_day
from askwell.outreach.choices import FindingCode, MessageKind, Severity
from askwell.outreach.rules.moves import EXPECTING
from askwell.outreach.rules.threads import MOST_UNANSWERED

NEAR = 80
WITHIN = timedelta(days=7)
MOST_TO_EMPLOYER = 2  # a day: METHOD.md's two starter contacts; the third is a campaign
MOST_IN_ALL = 10  # a day: METHOD.md looks back after every ten messages; more at once is mail merge
UNASKED = frozenset({MessageKind.FIRST, MessageKind.NUDGE, MessageKind.AGAIN, MessageKind.CALL})

_word = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that went out, or is about to.

    `person` and `employer` are keys (employer empty when unknown); `names` every form of the person's name
    that may stand in the text, at least one, the one for the screen first.
    """

    person: str
    employer: str
    names: tuple[str, ...]
    text: str
    kind: MessageKind
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing against the message; `facts` are listed at FindingCode."""

    code: FindingCode
    severity: Severity
    facts: Mapping[str, object] = field(default_factory=dict)


def check(
    message: Sent, earlier: Sequence[Sent], *, zone: str, do_not_contact: bool, unanswered: int
) -> tuple[Finding, ...]:
    """Everything that stands against `message` at its `sent_at`; empty when nothing does.

    `earlier` are the workspace's outgoing messages of the last 7 days, to anybody (older and later ones
    are passed over). `zone` is the seeker's, whose days count for the bursts. `unanswered` is the number
    of messages to this person in a row without an answer.
    """
    earlier = [one for one in earlier if timedelta(0) <= message.sent_at - one.sent_at <= WITHIN]
    return (
        *_refusals(message, do_not_contact, unanswered),
        *_near_identical(message, earlier),
        *_bursts(message, earlier, zone),
    )


def too_soon(kind: MessageKind, day: date, *, asked_at: datetime, nudge_on: date) -> tuple[Finding, ...]:
    """A nudge on a `day` (the recipient's) before it is due (METHOD.md: after seven business days) only presses."""
    if kind is not MessageKind.NUDGE or day >= nudge_on:
        return ()
    return (Finding(FindingCode.TOO_SOON, Severity.WARN, {"asked_at": asked_at, "on": nudge_on}),)


def may_send(findings: Iterable[Finding], *, overridden: bool = False) -> bool:
    """Whether it may go out: never past a refusal, past warnings when the seeker said so."""
    severities = {finding.severity for finding in findings}
    return not severities or (overridden and severities == {Severity.WARN})


def similarity(text: str, other: str, *, names: Iterable[str] = ()) -> float:
    """How alike two messages are without these names, 0 to 100; 0 when one has no words left."""
    longest_first = sorted({_spaced(name) for name in names}, key=len, reverse=True)
    one, two = _without(longest_first, text), _without(longest_first, other)
    return fuzz.token_sort_ratio(one, two) if one and two else 0.0


def _without(spaced_names: Iterable[str], text: str) -> str:
    words = _spaced(text)
    for name in spaced_names:
        words = words.replace(name, " ")
    return words.strip()


def _spaced(text: str) -> str:
    """Folded words, each between spaces, so that a name is only found as whole words."""
    return f" {' '.join(_word.findall(fold(text)))} "


def _refusals(message: Sent, do_not_contact: bool, unanswered: int) -> Iterable[Finding]:
    if do_not_contact:
        yield Finding(FindingCode.DO_NOT_CONTACT, Severity.REFUSE)
    if unanswered >= MOST_UNANSWERED and message.kind in EXPECTING:
        yield Finding(FindingCode.THIRD_UNANSWERED, Severity.REFUSE)


def _near_identical(message: Sent, earlier: Iterable[Sent]) -> Iterable[Finding]:
    """The nearest message to a colleague, if it is near."""
    if not message.employer:
        return
    colleagues = [one for one in earlier if one.employer == message.employer and one.person != message.person]
    alike = [similarity(message.text, one.text, names=(*message.names, *one.names)) for one in colleagues]
    nearest = max(zip(alike, colleagues, strict=True), key=lambda pair: pair[0], default=None)
    if nearest and nearest[0] >= NEAR:
        percent, one = nearest
        facts = {"name": one.names[0], "sent_at": one.sent_at, "similarity": round(percent)}
        yield Finding(FindingCode.NEAR_IDENTICAL, Severity.REFUSE, facts)


def _bursts(message: Sent, earlier: Iterable[Sent], zone: str) -> Iterable[Finding]:
    """People written to unasked on the same day, this one included; answers and thanks are no burst."""
    if message.kind not in UNASKED:
        return
    today = local_day(message.sent_at, zone)
    same_day = [one for one in earlier if one.kind in UNASKED and local_day(one.sent_at, zone) == today]
    everyone = {message.person, *(one.person for one in same_day)}
    colleagues = {message.person, *(one.person for one in same_day if one.employer == message.employer)}
    if message.employer and len(colleagues) > MOST_TO_EMPLOYER:
        yield _burst(FindingCode.BURST_EMPLOYER, len(colleagues), MOST_TO_EMPLOYER)
    if len(everyone) > MOST_IN_ALL:
        yield _burst(FindingCode.BURST_ALL, len(everyone), MOST_IN_ALL)


def _burst(code: FindingCode, count: int, limit: int) -> Finding:
    return Finding(code, Severity.WARN, {"count": count, "limit": limit})
