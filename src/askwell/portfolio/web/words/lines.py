"""What is said of a line: where its number comes from, what the coach finds, what the wizard asks."""

from collections.abc import Collection

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from askwell.coach.accomplishments import Code, Finding, Part, measure
from askwell.portfolio.choices import Source
from askwell.portfolio.queries.wizard import Improving, Reading
from askwell.portfolio.rules.telling import Line
from askwell.ui.rooms import bcp47

Words = tuple[Promise, Promise]

SOURCES: dict[str, Promise] = {
    Source.MEASURED: _("measured"),
    Source.MEMORY: _("from memory"),
    Source.ESTIMATE: _("an estimate"),
}
STEPS: dict[str, Words] = {
    "situation": (_("Situation"), _("Where was it, and what was wrong or wanted? How many, how often?")),
    "task": (_("Task"), _("What was to be reached, and for whom? “Bring lateness down”, “for 120 seniors”.")),
    "action": (
        _("Action"),
        _("What did you do yourself? Begin with what you did: “Shared”, “Built”, “Phoned”, without “I”."),
    ),
    "result": (_("Result"), _("What was different afterwards? “Late deliveries went down.”")),
}
FINDINGS: dict[Code, Words] = {
    Code.DUTY_ONLY: (_("A duty"), _("Anyone in that chair had it. What did you change?")),
    Code.PASSIVE: (_("Nobody does it"), _("Say who did it: begin with what you did.")),
    Code.VAGUE: (_("Vague"), _("One cannot tell what you did. Name the thing you made, moved or mended.")),
    Code.FIRST_PERSON: (_("“I”"), _("A resume leaves it out: begin with what you did.")),
    Code.BUZZWORDS: (_("Big words"), _("Everybody writes them. What did you do that shows it?")),
    Code.TOO_LONG: (_("Long"), _("It does not read at a glance. Keep what changed, cut the rest.")),
    Code.UNKNOWN_LANGUAGE: (
        _("In another language"),
        _("The coach knows English, Chinese and French. It cannot judge this line."),
    ),
}
NO_MEASURE: Words = (_("No measure"), _("How much is that? A rough number is fine if you say that it is rough."))
HOLDS: dict[Part, Promise] = {
    Part.ACTION: _("says what you did"),
    Part.TASK: _("says for whom or why"),
    Part.RESULT: _("says what came of it"),
    Part.MEASURE: _("carries a measure"),
}


def source_word(source: str) -> str:
    return str(SOURCES.get(source, ""))


def lacks_measure(line: Line) -> bool:
    """Whether a line does not say how much."""
    return measure(line.text, bcp47(line.language)) is None


def finding_words(finding: Finding) -> Words:
    return FINDINGS[finding.code]


def said_of(reading: Reading) -> str:
    """What is good about a line, and how long it is."""
    return _listed(reading, reading.judgement.parts)


def said_of_composed(one: Improving) -> str:
    """The same of the line that the parts make; a number that is not the result's is no measure of it."""
    if one.composed is None:
        return ""
    return _listed(one.composed, one.composed.judgement.parts - ({Part.MEASURE} if one.lacks_measure else set()))


def _listed(reading: Reading, held: Collection[Part]) -> str:
    words = [str(HOLDS[part]) for part in Part if part in held]
    return str(_(", ")).join([*words, length(reading.words, chinese=reading.is_chinese)])


def length(words: int, *, chinese: bool) -> str:
    if chinese:
        return ngettext("%(n)s character", "%(n)s characters", words) % {"n": words}
    return ngettext("%(n)s word", "%(n)s words", words) % {"n": words}
