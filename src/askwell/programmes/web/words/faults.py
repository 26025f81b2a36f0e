"""What a coordinator has to mend, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from askwell.programmes.choices import Barrier, Fault
from askwell.programmes.queries.board import Names
from askwell.programmes.rules.intake import Problem
from askwell.programmes.web.words.reasons import BARRIERS

FAULTS = {
    Fault.SAME_ID: _("%(who)s is there twice: the first takes part."),
    Fault.TWO_ACCOUNTS: _("%(who)s and %(other)s have the same e-mail address: only the first takes part."),
    Fault.NO_CAPACITY: _("%(who)s offers 0 talks a month, and meets nobody."),
    Fault.NEGATIVE_CAPACITY: _("%(who)s offers %(detail)s talks a month, which cannot be: they meet nobody."),
    Fault.WANTS_NONE: _("%(who)s wants %(detail)s talks, and meets nobody."),
    Fault.WANTS_TOO_MANY: _("%(who)s wants %(detail)s talks; four are the most."),
    Fault.IMPOSSIBLE_WINDOW: _("%(who)s has hours that cannot be: no such time, or less than an hour."),
    Fault.NO_HOURS: _("%(who)s is free at no hour that counts."),
    Fault.NO_LANGUAGE: _("%(who)s has told no language."),
    Fault.NO_GOALS: _("%(who)s has told no topic: whoever speaks their language is as good as any."),
    Fault.NO_TOPICS: _("%(who)s has told neither topics nor a field: nobody is matched with them for what they know."),
    Fault.GOAL_WITHOUT_WEIGHT: _("%(who)s: the topic “%(detail)s” has no weight, and does not count."),
    Fault.UNKNOWN_LEVEL: _("%(who)s has a level that there is not (“%(detail)s”): the lowest is taken."),
    Fault.UNKNOWN_PERSON: _("A pin names %(who)s and %(other)s, who do not both take part: it is left out."),
    Fault.PIN_NOT_ALLOWED: _("%(who)s and %(other)s are pinned and cannot meet: %(why)s."),
    Fault.PIN_OVER_CAPACITY: _("%(who)s and %(other)s are pinned, but %(other)s has no place left."),
    Fault.PIN_OVER_WANTED: _("%(who)s and %(other)s are pinned, but %(who)s wants no further talk."),
}


@dataclass(frozen=True, slots=True)
class Mend:
    """One sentence, and whose page mends it: (name, address name, id) of each who is known."""

    text: str
    people: tuple[tuple[str, str, str], ...]


def mend(problem: Problem, names: Names) -> Mend:
    who = [_called(key, names) for key in problem.who]
    told = {
        "who": who[0],
        "other": who[-1],
        "detail": pgettext("list", ", ").join(problem.detail),
        "why": pgettext("list", ", ").join(str(BARRIERS[Barrier(code)]) for code in problem.detail)
        if problem.fault is Fault.PIN_NOT_ALLOWED
        else "",
    }
    people = tuple(found for key in dict.fromkeys(problem.who) if (found := _page(key, names)))
    return Mend(str(FAULTS[problem.fault]) % told, people)


def _called(key: str, names: Names) -> str:
    seeker, insider = names.seekers.get(key), names.insiders.get(key)
    if seeker:
        return f"{seeker.name} (S-{seeker.number:03})"
    return f"{insider.name} (I-{insider.number:03})" if insider else pgettext("person", "somebody who left")


def _page(key: str, names: Names) -> tuple[str, str, str] | None:
    if key in names.seekers:
        return names.seekers[key].name, "programmes:seeker", key
    return (names.insiders[key].name, "programmes:insider", key) if key in names.insiders else None
