"""What the coach says of a line of a resume."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.coach.accomplishments import Code, Judgement, judge
from askwell.portfolio.rules.words import Term, said_in

WEAKNESSES = {
    Code.DUTY_ONLY: gettext_lazy("This is what the job was, not what you achieved in it. What came of it?"),
    Code.PASSIVE: gettext_lazy("Nobody does anything here. Begin with what you did."),
    Code.VAGUE: gettext_lazy("One cannot tell what you did. Name the thing, and what changed."),
    Code.FIRST_PERSON: gettext_lazy("A resume leaves out “I” and “my”: begin with the verb."),
    Code.BUZZWORDS: gettext_lazy("Words that everybody writes. Say what showed it."),
    Code.TOO_LONG: gettext_lazy("Too long to read at a glance. Keep the result, drop the rest."),
    Code.UNKNOWN_LANGUAGE: gettext_lazy("The coach reads English, Chinese and French only."),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What is well or weak in a line; `better` is the line without the weakness, where one can be made; `terms` are
    the posting's words in it."""

    text: str
    is_good: bool
    better: str = ""
    terms: tuple[str, ...] = ()


def remark_on(text: str, language: str, terms: Sequence[Term]) -> Remark:
    judged = _judged(text, language)
    said = said_in(text, terms)
    if judged.findings:
        finding = judged.findings[0]
        return Remark(str(WEAKNESSES[finding.code]), False, finding.better or "", said)
    return Remark(_praise(judged), judged.has_action or judged.has_result, "", said)


@lru_cache(maxsize=2048)
def _judged(text: str, language: str) -> Judgement:
    return judge(text, language)


def _praise(judged: Judgement) -> str:
    if judged.has_result and judged.has_measure:
        return _("A result with its measure.")
    if judged.has_result:
        return _("A result. How much, how many, how often? A number makes it believed.")
    if judged.has_measure:
        return _("What you did, with a measure. What came of it?")
    return _("What you did. What came of it, and how much?")
