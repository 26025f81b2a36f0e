"""Why these two, why nobody, and what is wrong with whom, in words. What people typed goes in as it is: a template
escapes it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from askwell.programmes.choices import Barrier, Unmet
from askwell.programmes.rules.people import Weights, Window
from askwell.programmes.rules.reasons import Against, PairReason, UnmetReason
from askwell.programmes.rules.summing import Cause
from askwell.programmes.rules.written import pair_of
from askwell.ui import moments
from askwell.ui.words import SPOKEN

MOST_TOPICS = 3
MOST_CAUSES = 3

CAUSES = {
    Unmet.ALL_FULL.value: pgettext_lazy("cause", "%(count)s for lack of places"),
    Barrier.LANGUAGE.value: pgettext_lazy("cause", "%(count)s for language"),
    Barrier.HOUR.value: pgettext_lazy("cause", "%(count)s for times"),
    Barrier.SAME_EMPLOYER.value: pgettext_lazy("cause", "%(count)s for their employer"),
    Barrier.EMPLOYER_EXCLUDED.value: pgettext_lazy("cause", "%(count)s for their employer"),
    Barrier.SEEKER_EXCLUDED.value: pgettext_lazy("cause", "%(count)s by an insider’s wish"),
    Barrier.CONFLICT.value: pgettext_lazy("cause", "%(count)s met everybody already"),
    Barrier.FORBIDDEN.value: pgettext_lazy("cause", "%(count)s by your own wishes"),
    Barrier.SAID_NO.value: pgettext_lazy("cause", "%(count)s since insiders said “not this time”"),
    "": pgettext_lazy("cause", "%(count)s for lack of insiders"),
}
BARRIERS = {
    Barrier.LANGUAGE: pgettext_lazy("barrier", "they have no language in common"),
    Barrier.HOUR: pgettext_lazy("barrier", "they have no hour in common"),
    Barrier.SAME_EMPLOYER: pgettext_lazy("barrier", "they work at the same employer"),
    Barrier.EMPLOYER_EXCLUDED: pgettext_lazy("barrier", "the insider would rather not meet people of that employer"),
    Barrier.SEEKER_EXCLUDED: pgettext_lazy("barrier", "the insider would rather not meet them"),
    Barrier.CONFLICT: pgettext_lazy("barrier", "they met, or one of them said no"),
    Barrier.FORBIDDEN: pgettext_lazy("barrier", "you said: never these two"),
    Barrier.SAID_NO: pgettext_lazy("barrier", "the insider said “not this time” in this round"),
    Barrier.NOT_A_CANDIDATE: pgettext_lazy("barrier", "they are not looked at together"),
}


def told(written: Mapping[str, Any]) -> PairReason:
    """Why these two, as it was kept. A topic that the insider calls something else is named by both words."""
    reason, theirs = pair_of(written), written.get("theirs", {})
    both = pgettext("a topic as the seeker and as the insider writes it", "%(topic)s (%(theirs)s)")
    topics = [(goal, theirs.get(goal), weight) for goal, weight in reason.topics]
    named = [(both % {"topic": goal, "theirs": own} if own else goal, weight) for goal, own, weight in topics]
    return replace(reason, topics=tuple(named))


def languages(codes: Iterable[str]) -> str:
    """English, Mandarin; a code without a word stays as it is."""
    return pgettext("list", ", ").join(str(SPOKEN.get(code, code)) for code in codes)


def hour(window: Window, week: date) -> str:
    """When in the week both are free, on the viewer's clock: Tuesday 18:00–20:00."""
    language = get_language() or "en"
    monday = datetime.combine(week, time(), UTC)
    start = timezone.localtime(monday + timedelta(minutes=window.start))
    end = timezone.localtime(monday + timedelta(minutes=window.end))
    words = {
        "day": moments.weekday(start.weekday(), language),
        "start": moments.clock(start, language),
        "end": moments.clock(end, language),
    }
    return pgettext("day and hours", "%(day)s %(start)s–%(end)s") % words


def pair_line(reason: PairReason, week: date) -> str:
    """The whole of it on one line: English, Mandarin; month-end close; Tuesday 18:00–20:00."""
    parts = [languages(reason.languages), topics(reason), *[hour(one, week) for one in reason.hours[:1]]]
    return pgettext("list of reasons", "; ").join(filter(None, parts))


def topics(reason: PairReason) -> str:
    """The goals that the insider covers, the weightiest first; how many more there are."""
    names = [topic for topic, _weight in sorted(reason.topics, key=lambda one: -one[1])]
    words = pgettext("list", ", ").join(names[:MOST_TOPICS])
    more = len(names) - MOST_TOPICS
    if more < 1:
        return words
    rest = ngettext("%(topics)s and %(count)s more", "%(topics)s and %(count)s more", more)
    return rest % {"topics": words, "count": more}


def seniority(steps: int) -> str:
    """How far the insider is beside the seeker."""
    if steps == 0:
        return _("as far on their way as the seeker")
    if steps < 0:
        return _("not as far on their way as the seeker")
    return ngettext("%(count)s level further", "%(count)s levels further", steps) % {"count": steps}


def unmet_lines(reason: UnmetReason, insiders: int, spoken: Sequence[str], *, has_hours: bool) -> list[str]:
    """Why a seeker who speaks `spoken` has no talk, in sentences, of so many insiders. What they did not tell comes
    before what nobody could know without it."""
    if not insiders:
        return [_("There is no insider who takes part.")]
    if not (spoken and has_hours):
        told_nothing = (
            (spoken, _("They told no language that they speak.")),
            (has_hours, _("They told no free hours.")),
        )
        return [words for told, words in told_nothing if not told]
    if reason.why is Unmet.ALL_FULL:
        words = ngettext(
            "The one insider who could meet them has no place left.",
            "The %(count)s insiders who could meet them have no place left.",
            reason.allowed,
        )
        return [words % {"count": reason.allowed}]
    order = sorted(reason.against.items(), key=lambda one: (one[1].alone, one[1].insiders), reverse=True)
    told = {"languages": languages(spoken)}
    return [_against(barrier, found, insiders, told) for barrier, found in order[:MOST_CAUSES]]


def _against(barrier: Barrier, found: Against, insiders: int, told: dict[str, str]) -> str:
    every, some = AGAINST[barrier]
    if found.insiders == insiders:
        return every() % told
    return some(found.insiders) % {**told, "count": found.insiders, "all": insiders}


def _language_all() -> str:
    return _("Nobody speaks %(languages)s.")


def _language_some(count: int) -> str:
    return ngettext(
        "%(count)s of %(all)s insiders speaks none of their languages (%(languages)s).",
        "%(count)s of %(all)s insiders speak none of their languages (%(languages)s).",
        count,
    )


def _hour_all() -> str:
    return _("Nobody is free when they are.")


def _hour_some(count: int) -> str:
    return ngettext(
        "%(count)s of %(all)s insiders has no hour in common with them.",
        "%(count)s of %(all)s insiders have no hour in common with them.",
        count,
    )


def _employer_all() -> str:
    return _("Everybody works where they do.")


def _employer_some(count: int) -> str:
    return ngettext(
        "%(count)s of %(all)s insiders works where they do.",
        "%(count)s of %(all)s insiders work where they do.",
        count,
    )


def _shunned_all() -> str:
    return _("No insider wants to meet them or people of their employer.")


def _shunned_some(count: int) -> str:
    return ngettext(
        "%(count)s of %(all)s insiders would rather not meet them or people of their employer.",
        "%(count)s of %(all)s insiders would rather not meet them or people of their employer.",
        count,
    )


def _met_all() -> str:
    return _("They met everybody, or were told no.")


def _met_some(count: int) -> str:
    return ngettext(
        "%(count)s of %(all)s insiders met them or said no.",
        "%(count)s of %(all)s insiders met them or said no.",
        count,
    )


def _forbidden_all() -> str:
    return _("You ruled everybody out for them.")


def _forbidden_some(count: int) -> str:
    return ngettext(
        "%(count)s of %(all)s insiders was ruled out by you.",
        "%(count)s of %(all)s insiders were ruled out by you.",
        count,
    )


def _said_no_all() -> str:
    return _("Every insider said “not this time” in this round, or did not answer.")


def _said_no_some(count: int) -> str:
    return ngettext(
        "%(count)s of %(all)s insiders said “not this time” in this round, or did not answer.",
        "%(count)s of %(all)s insiders said “not this time” in this round, or did not answer.",
        count,
    )


AGAINST: dict[Barrier, tuple[Callable[[], str], Callable[[int], str]]] = {
    Barrier.LANGUAGE: (_language_all, _language_some),
    Barrier.HOUR: (_hour_all, _hour_some),
    Barrier.SAME_EMPLOYER: (_employer_all, _employer_some),
    Barrier.EMPLOYER_EXCLUDED: (_shunned_all, _shunned_some),
    Barrier.SEEKER_EXCLUDED: (_shunned_all, _shunned_some),
    Barrier.CONFLICT: (_met_all, _met_some),
    Barrier.FORBIDDEN: (_forbidden_all, _forbidden_some),
    Barrier.SAID_NO: (_said_no_all, _said_no_some),
}


def cause_line(causes: Iterable[Cause]) -> str:
    """71 for lack of places (29 in health care, 12 in software), 38 for language, 7 for times; the rest together."""
    every = list(causes)
    parts = [_cause(one) for one in every[:MOST_CAUSES]]
    rest = sum(one.seekers for one in every[MOST_CAUSES:])
    if rest:
        parts.append(pgettext("cause", "%(count)s for other reasons") % {"count": rest})
    return pgettext("list", ", ").join(parts)


def _cause(cause: Cause) -> str:
    words = str(CAUSES[cause.code]) % {"count": cause.seekers}
    if not cause.fields:
        return words
    each = [pgettext("cause", "%(count)s in %(field)s") % {"count": n, "field": field} for field, n in cause.fields]
    return pgettext("cause", "%(cause)s (%(fields)s)") % {
        "cause": words,
        "fields": pgettext("list", ", ").join(each),
    }


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One line of a score: what it is for, in words, its points, and the most there are."""

    title: str
    words: str
    points: int
    most: int


def parts(reason: PairReason, weights: Weights) -> list[ScoreLine]:
    """What the score of a pair is made of."""
    topic, language, level = reason.points
    named = [
        _("%(topic)s (weight %(weight)s of 3)") % {"topic": name, "weight": weight} for name, weight in reason.topics
    ]
    covered = pgettext("list", ", ").join(named) or _("none of what the seeker asks about")
    return [
        ScoreLine(_("Topics"), covered, topic, weights.topics),
        ScoreLine(_("Languages"), languages(reason.languages), language, 2 * weights.language),
        ScoreLine(_("A step ahead"), seniority(reason.steps), level, weights.seniority),
    ]
