"""What is said of what somebody said about themselves. Nothing here is a verdict: it repeats what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from askwell.coach.self_reflection import Score, Side, side_of, values
from askwell.portfolio.choices import ReflectionKind
from askwell.portfolio.rules.leaning import Ends

Words = tuple[Promise, Promise]

KINDS: dict[str, Words] = {
    ReflectionKind.TRAITS: (
        _("How you are"),
        _("Fifty short statements: how true is each of you? They show where you might ask an insider more."),
    ),
    ReflectionKind.INTERESTS: (
        _("What you like to do"),
        _("Forty-eight things that people do at work: how much would you like each, whatever it pays?"),
    ),
    ReflectionKind.VALUES: (
        _("What matters to you"),
        _("Two things at a time: which matters more? That puts twelve in order; then you name what a job must have."),
    ),
}
ANSWERS: dict[str, tuple[Promise, ...]] = {
    ReflectionKind.TRAITS: (
        _("Not at all true"),
        _("Hardly true"),
        _("Partly true"),
        _("Mostly true"),
        _("Very true"),
    ),
    ReflectionKind.INTERESTS: (
        _("Not at all"),
        _("Rather not"),
        _("So-so"),
        _("Gladly"),
        _("Very gladly"),
    ),
}
ASKS = {
    ReflectionKind.TRAITS.value: _("How true is it of you?"),
    ReflectionKind.INTERESTS.value: _("How gladly would you do it?"),
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
        _("New or proven"),
        _("what is proven"),
        _("what is new"),
        _("You said more often that you keep to what is proven than that something new draws you."),
        _("You said more often that something new draws you than that you keep to what is proven."),
    ),
    "conscientiousness": Poles(
        _("Planned or as it comes"),
        _("as it comes"),
        _("planned"),
        _("You said more often that you take things as they come than that you plan and check them."),
        _("You said more often that you plan and check things than that you take them as they come."),
    ),
    "extraversion": Poles(
        _("Among people or in quiet"),
        _("in quiet"),
        _("among people"),
        _("You said more often that you look for quiet than that you look for company."),
        _("You said more often that you look for company than that you look for quiet."),
    ),
    "agreeableness": Poles(
        _("Your own line or common ground"),
        _("your own line"),
        _("common ground"),
        _("You said more often that you hold your own line than that you look for common ground."),
        _("You said more often that you look for common ground than that you hold your own line."),
    ),
    "steadiness": Poles(
        _("Moved or calm"),
        _("moved"),
        _("calm"),
        _("You said more often that things move you and stay with you than that you stay calm."),
        _("You said more often that you stay calm than that things move you and stay with you."),
    ),
}
INTERESTS: dict[str, tuple[Promise, Promise, Promise]] = {
    "realistic": (
        _("Hands and tools"),
        _("building, repairing, growing, driving"),
        pgettext_lazy("on the hexagon", "Hands"),
    ),
    "investigative": (
        _("Finding out"),
        _("causes, figures, experiments"),
        pgettext_lazy("on the hexagon", "Finding out"),
    ),
    "artistic": (
        _("Giving form"),
        _("words, pictures, music, things"),
        pgettext_lazy("on the hexagon", "Form"),
    ),
    "social": (
        _("Being there for people"),
        _("explaining, helping, caring"),
        pgettext_lazy("on the hexagon", "People"),
    ),
    "enterprising": (
        _("Leading and persuading"),
        _("deciding, selling, beginning something"),
        pgettext_lazy("on the hexagon", "Leading"),
    ),
    "conventional": (
        _("Order and accuracy"),
        _("accounts, schedules, procedures"),
        pgettext_lazy("on the hexagon", "Order"),
    ),
}


def of_trait(score: Score) -> str:
    """What somebody said of one trait; nothing that they did not say."""
    if score.value is None:
        return gettext("Too few answers to say anything.")
    poles = TRAITS[score.scale]
    leaning = {"high": poles.leans_high, "low": poles.leans_low, "": gettext("You said both about equally often.")}
    return str(leaning[side_of(score)])


def of_interests(ends: Ends, *, known: int) -> str:
    """What somebody would do most gladly, and least; `known` of the six kinds can be spoken of."""
    if not known:
        return gettext("Too few answers to say anything.")
    if not ends.most:
        return gettext("You said “gladly” about equally often of all.")
    return gettext("You said “gladly” more often of %(most)s than of %(least)s.") % {
        "most": _listed(ends.most),
        "least": _listed(ends.least),
    }


def about(scale: str, side: Side, language: str) -> str:
    """What somebody said that suggests a question (More often: planned). `language` as the coach spells it."""
    if scale in values():
        return values()[scale].name[language]
    if scale in TRAITS:
        pole = TRAITS[scale].high if side == "high" else TRAITS[scale].low
        return gettext("More often: %(what)s") % {"what": pole}
    said = gettext("Gladly: %(what)s") if side == "high" else gettext("Rather not: %(what)s")
    return said % {"what": INTERESTS[scale][0]}


def _listed(scales: Sequence[str]) -> str:
    names = [gettext("“%(name)s”") % {"name": INTERESTS[scale][0]} for scale in scales]
    if len(names) < 2:
        return "".join(names)
    return pgettext("list", ", ").join(names[:-1]) + gettext(" and ") + names[-1]
