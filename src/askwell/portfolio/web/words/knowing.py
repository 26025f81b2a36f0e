"""What is said of what somebody said about themselves. Nothing here is a verdict: it repeats what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext, pgettext_lazy

from askwell.coach.self_reflection import Score, Side, side_of, values
from askwell.portfolio.choices import ReflectionKind
from askwell.portfolio.rules.leaning import Ends

Words = tuple[Promise, Promise]

KINDS: dict[str, Words] = {
    ReflectionKind.TRAITS: (
        lazy("How you are"),
        lazy("Fifty short statements: how true is each of you? They show where you might ask an insider more."),
    ),
    ReflectionKind.INTERESTS: (
        lazy("What you like to do"),
        lazy("Forty-eight things that people do at work: how much would you like each, whatever it pays?"),
    ),
    ReflectionKind.VALUES: (
        lazy("What matters to you"),
        lazy(
            "Two things at a time: which matters more? That puts twelve in order; then you name what a job must have."
        ),
    ),
}
ANSWERS: dict[str, tuple[Promise, ...]] = {
    ReflectionKind.TRAITS: (
        lazy("Not at all true"),
        lazy("Hardly true"),
        lazy("Partly true"),
        lazy("Mostly true"),
        lazy("Very true"),
    ),
    ReflectionKind.INTERESTS: (
        lazy("Not at all"),
        lazy("Rather not"),
        lazy("So-so"),
        lazy("Gladly"),
        lazy("Very gladly"),
    ),
}
ASKS = {
    ReflectionKind.TRAITS.value: lazy("How true is it of you?"),
    ReflectionKind.INTERESTS.value: lazy("How gladly would you do it?"),
}


@dataclass(frozen=True, slots=True)
class Poles:
    """A trait in words: its name, its two ends, and what is said where answers lean to one of them."""

    name: Promise
    low: Promise
    high: Promise
    leans_low: Promise
    leans_high: Promise


TRAITS: dict[str, Poles] = {
    "openness": Poles(
        lazy("New or proven"),
        lazy("what is proven"),
        lazy("what is new"),
        lazy("You said more often that you keep to what is proven than that something new draws you."),
        lazy("You said more often that something new draws you than that you keep to what is proven."),
    ),
    "conscientiousness": Poles(
        lazy("Planned or as it comes"),
        lazy("as it comes"),
        lazy("planned"),
        lazy("You said more often that you take things as they come than that you plan and check them."),
        lazy("You said more often that you plan and check things than that you take them as they come."),
    ),
    "extraversion": Poles(
        lazy("Among people or in quiet"),
        lazy("in quiet"),
        lazy("among people"),
        lazy("You said more often that you look for quiet than that you look for company."),
        lazy("You said more often that you look for company than that you look for quiet."),
    ),
    "agreeableness": Poles(
        lazy("Your own line or common ground"),
        lazy("your own line"),
        lazy("common ground"),
        lazy("You said more often that you hold your own line than that you look for common ground."),
        lazy("You said more often that you look for common ground than that you hold your own line."),
    ),
    "steadiness": Poles(
        lazy("Moved or calm"),
        lazy("moved"),
        lazy("calm"),
        lazy("You said more often that things move you and stay with you than that you stay calm."),
        lazy("You said more often that you stay calm than that things move you and stay with you."),
    ),
}
INTERESTS: dict[str, tuple[Promise, Promise, Promise]] = {
    "realistic": (
        lazy("Hands and tools"),
        lazy("building, repairing, growing, driving"),
        pgettext_lazy("on the hexagon", "Hands"),
    ),
    "investigative": (
        lazy("Finding out"),
        lazy("causes, figures, experiments"),
        pgettext_lazy("on the hexagon", "Finding out"),
    ),
    "artistic": (
        lazy("Giving form"),
        lazy("words, pictures, music, things"),
        pgettext_lazy("on the hexagon", "Form"),
    ),
    "social": (
        lazy("Being there for people"),
        lazy("explaining, helping, caring"),
        pgettext_lazy("on the hexagon", "People"),
    ),
    "enterprising": (
        lazy("Leading and persuading"),
        lazy("deciding, selling, beginning something"),
        pgettext_lazy("on the hexagon", "Leading"),
    ),
    "conventional": (
        lazy("Order and accuracy"),
        lazy("accounts, schedules, procedures"),
        pgettext_lazy("on the hexagon", "Order"),
    ),
}


def of_trait(score: Score) -> str:
    """What somebody said of one trait; nothing that they did not say."""
    if score.value is None:
        return _("Too few answers to say anything.")
    poles = TRAITS[score.scale]
    leaning = {"high": poles.leans_high, "low": poles.leans_low, "": _("You said both about equally often.")}
    return str(leaning[side_of(score)])


def of_interests(ends: Ends, *, known: int) -> str:
    """What somebody would do most gladly, and least; `known` of the six kinds can be spoken of."""
    if not known:
        return _("Too few answers to say anything.")
    if not ends.most:
        return _("You said “gladly” about equally often of all.")
    return _("You said “gladly” more often of %(most)s than of %(least)s.") % {
        "most": _listed(ends.most),
        "least": _listed(ends.least),
    }


def about(scale: str, side: Side, language: str) -> str:
    """What somebody said that suggests a question (More often: planned). `language` as the coach spells it."""
    if scale in values():
        return values()[scale].name[language]
    if scale in TRAITS:
        pole = TRAITS[scale].high if side == "high" else TRAITS[scale].low
        return _("More often: %(what)s") % {"what": pole}
    said = _("Gladly: %(what)s") if side == "high" else _("Rather not: %(what)s")
    return said % {"what": INTERESTS[scale][0]}


def _listed(scales: Sequence[str]) -> str:
    names = [_("“%(name)s”") % {"name": INTERESTS[scale][0]} for scale in scales]
    if len(names) < 2:
        return "".join(names)
    return pgettext("list", ", ").join(names[:-1]) + _(" and ") + names[-1]
