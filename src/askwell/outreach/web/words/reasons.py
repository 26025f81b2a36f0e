"""Why somebody is suggested, what is one-sided, and what the counts say."""

from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _

from askwell.outreach.choices import Channel, ReasonCode, WarningCode
from askwell.outreach.queries.values import BalanceWarning, Opener, Reason, Suggestion
from askwell.outreach.web.words.basics import language_word, name, on_day
from askwell.people.choices import TieKind
from askwell.ui.words import channel_inside, tie_word
from askwell.ui.written import put

SHOWN = 3
WARM = frozenset({ReasonCode.INTRODUCED, ReasonCode.GOOD_TIE, ReasonCode.CLOSE_TIE, ReasonCode.SHARED_SCHOOL})
REASONS = {
    ReasonCode.SECOND_PERSON: gettext_lazy("%(silent)s at %(employer)s has been silent for three business days"),
    ReasonCode.INTRODUCED: gettext_lazy("%(name)s knows them and named them to you"),
    ReasonCode.WORKS_AT_TARGET: gettext_lazy("works at %(target)s, number %(position)s on your list"),
    ReasonCode.WORKS_AS_TARGET: gettext_lazy("does what you aim at: %(target)s"),
    ReasonCode.SHARED_SCHOOL: gettext_lazy("was at %(school)s, like you"),
    ReasonCode.MODERATELY_WEAK_TIE: gettext_lazy("a loose tie (%(kind)s): these carry furthest"),
    ReasonCode.GOOD_TIE: gettext_lazy("a good tie (%(kind)s)"),
    ReasonCode.CLOSE_TIE: gettext_lazy("a close tie (%(kind)s)"),
    ReasonCode.FACE_TO_FACE: gettext_lazy("lives in your town: you could ask face to face"),
    ReasonCode.HAS_EMAIL: gettext_lazy("you have an e-mail address"),
    ReasonCode.NOT_WRITTEN_BEFORE: gettext_lazy("never written to before"),
    ReasonCode.IN_TIME_ZONE: gettext_lazy("awake when you are"),
    ReasonCode.SHARED_LANGUAGE: gettext_lazy("speaks %(languages)s"),
    ReasonCode.IN_TOUCH: gettext_lazy("you were in touch %(last_contact)s"),
    ReasonCode.KNOWN_FOR_YEARS: gettext_lazy("you have known each other for %(years)s years"),
    ReasonCode.FAR_TIME_ZONE: gettext_lazy("lives %(hours)s hours away by the clock"),
    ReasonCode.NO_ADDRESS: gettext_lazy("you have no address yet"),
}


def reason_words(reason: Reason) -> SafeString:
    """One reason as a clause without a full stop."""
    return put(str(REASONS[reason.code]), **_facts(reason.facts))


def _facts(facts: Mapping[str, object]) -> dict[str, object]:
    said = dict(facts)
    native = said.pop("native", "")
    if native and (get_language() or "").startswith("zh"):
        said["name" if "name" in said else "silent"] = native
    if "kind" in said:
        said["kind"] = tie_word(str(said["kind"])).lower()
    if "languages" in said:
        said["languages"] = pgettext("list", ", ").join(map(language_word, said["languages"]))  # type: ignore[call-overload]
    if "last_contact" in said:
        said["last_contact"] = on_day(said["last_contact"])  # type: ignore[arg-type]
    if "hours" in said:
        said["hours"] = f"{abs(float(said['hours'])):g}"  # type: ignore[arg-type]
    return said


def suggestion_title(suggestion: Suggestion) -> SafeString:
    return put(_("Write to %(name)s"), name=name(suggestion.who))


def suggestion_why(suggestion: Suggestion) -> SafeString:
    """The weightiest reasons in one sentence."""
    words = mark_safe(_("; ").join(reason_words(one) for one in suggestion.reasons[:SHOWN]))  # noqa: S308 # escaped
    against = [one for one in suggestion.against if one.code is ReasonCode.NO_ADDRESS]
    whole = words + mark_safe(_("; ")) + reason_words(against[0]) if against else words  # noqa: S308 # our own words
    return mark_safe(whole[:1].upper() + whole[1:] + _("."))  # noqa: S308 # escaped


def is_warm(suggestion: Suggestion) -> bool:
    """Whether somebody or something speaks for the seeker there already."""
    return any(reason.code in WARM for reason in suggestion.reasons)


def warning_words(warning: BalanceWarning) -> SafeString:
    """What is one-sided, and what to do instead."""
    facts = dict(warning.facts)
    if warning.code is WarningCode.ONE_EMPLOYER:
        text = _("%(count)s of your last %(of)s messages went to %(employer)s. Other employers answer too.")
    elif warning.code is WarningCode.ONE_TIE_KIND:
        facts["kind"] = tie_word(str(facts["kind"])).lower()
        text = _("%(count)s of your last %(of)s messages went to one circle (%(kind)s). News comes from the others.")
    elif warning.code is WarningCode.ONE_LANGUAGE:
        facts["language"] = language_word(str(facts["language"]))
        text = _(
            "%(count)s of your last %(of)s messages were in %(language)s. Most openings here are spoken of in others."
        )
    else:
        text = _("%(count)s of your last %(of)s messages went to close ties. Looser ones know what yours don’t.")
    return put(text, **facts)


WHO_YOU_ASKED = {
    TieKind.FAMILY: gettext_lazy("your family"),
    TieKind.FRIEND: gettext_lazy("your friends"),
    TieKind.FORMER_COLLEAGUE: gettext_lazy("your former colleagues"),
    TieKind.COLLEAGUE: gettext_lazy("your colleagues"),
    TieKind.NEIGHBOUR: gettext_lazy("your neighbours"),
    TieKind.CLASSMATE: gettext_lazy("your classmates"),
    TieKind.PROFESSOR: gettext_lazy("your professors"),
    TieKind.MET_AT_EVENT: gettext_lazy("the people you met at events"),
    TieKind.ALUMNI: gettext_lazy("people from your school"),
    TieKind.INTRODUCED: gettext_lazy("the people someone introduced you to"),
    TieKind.PROGRAMME: gettext_lazy("the people of your programme"),
}


def expectation_words(counts: Opener) -> SafeString:
    """Of the people someone introduced you to, 6 of 9 said yes; empty before there is anything to count."""
    if not counts.tried:
        return put("")
    known = counts.tie_kind in WHO_YOU_ASKED
    who = str(WHO_YOU_ASKED[TieKind(counts.tie_kind)]) if known else _("the people you did not know")
    number = ngettext("%(yes)s of %(tried)s", "%(yes)s of %(tried)s", counts.tried) % {
        "yes": counts.yes,
        "tried": counts.tried,
    }
    bold = mark_safe(f"<b>{number}</b>")  # noqa: S308 # two numbers
    if counts.channel == Channel.IN_PERSON:
        return put(_("Of %(who)s whom you asked in person, %(number)s said yes."), who=who, number=bold)
    asked = _("Of %(who)s whom you asked by %(channel)s, %(number)s said yes.")
    return put(asked, who=who, channel=channel_inside(counts.channel), number=bold)
