"""What a change of a round cost whom, in words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from askwell.programmes.choices import WishKind
from askwell.programmes.queries.board import Names
from askwell.programmes.rules.comparing import Difference, Shift

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Moved:
    """One seeker: `kind` is gained, lost or moved."""

    kind: str
    name: str
    number: int
    text: str


def people_of(change: Mapping[str, Any], found: Difference) -> set[str]:
    """Whose names are needed."""
    pairs = [key for step in change.get("steps", []) for key in step.get("pair", [])]
    shifts = [key for one in shown(found) for key in (one.seeker, *one.before, *one.after)]
    return {*pairs, *shifts}


def shown(found: Difference) -> list[Shift]:
    """Who lost their only talk, who got one, then who loses most."""
    return sorted(found.shifts, key=lambda one: (bool(one.after), bool(one.before), one.points))[:SHOWN]


def kind_of(shift: Shift) -> str:
    if not shift.after:
        return "lost"
    return "moved" if shift.before else "gained"


def counted(found: Difference) -> dict[str, int]:
    counts = {"gained": 0, "lost": 0, "moved": 0}
    for one in found.shifts:
        counts[kind_of(one)] += 1
    return counts


def headline(found: Difference) -> str:
    """The whole cost in a sentence or two, nobody's name."""
    if not found.shifts:
        return _("It costs nobody anything: every pair is as it was.")
    counts = counted(found)
    parts = [words for words in (_gained(counts["gained"]), _lost(counts["lost"]), _moved(counts["moved"])) if words]
    return pgettext("sentence", "%(words)s.") % {"words": pgettext("list of reasons", "; ").join(parts)}


def _gained(count: int) -> str:
    words = ngettext("%(count)s seeker has a talk now", "%(count)s seekers have a talk now", count)
    return words % {"count": count} if count else ""


def _lost(count: int) -> str:
    words = ngettext("%(count)s seeker has none any more", "%(count)s seekers have none any more", count)
    return words % {"count": count} if count else ""


def _moved(count: int) -> str:
    words = ngettext("%(count)s seeker has other talks", "%(count)s seekers have other talks", count)
    return words % {"count": count} if count else ""


def points(found: Difference) -> str:
    """What it is to all together in points of fit, beside who has a talk at all."""
    if not found.points:
        return _("All pairs together fit as well as before.")
    much = f"{abs(float(found.points)):.4g}"
    return (
        _("All pairs together fit better. Points: +%(points)s.") % {"points": much}
        if found.points > 0
        else _("All pairs together fit less well. Points: −%(points)s.") % {"points": much}
    )


def moved_lines(found: Difference, names: Names) -> list[Moved]:
    return [_line(one, names) for one in shown(found) if one.seeker in names.seekers]


def _line(shift: Shift, names: Names) -> Moved:
    who, kind = names.seekers[shift.seeker], kind_of(shift)
    came = _insiders(set(shift.after) - set(shift.before), names)
    went = _insiders(set(shift.before) - set(shift.after), names)
    if kind == "gained":
        text = _("meets %(came)s") % {"came": came}
    elif kind == "lost":
        text = _("meets nobody now; it was %(went)s") % {"went": went}
    elif came and went:
        text = _("meets %(came)s in place of %(went)s") % {"came": came, "went": went}
    else:
        text = _("meets %(came)s too") % {"came": came} if came else _("no longer meets %(went)s") % {"went": went}
    return Moved(kind, who.name, who.number, text + _fit(shift))


def _fit(shift: Shift) -> str:
    """From what to what their fit went, where it did."""
    if not (shift.before and shift.after and shift.points) or shift.had is None:
        return ""
    told = {"was": f"{float(shift.had):.4g}", "now": f"{float(shift.had + shift.points):.4g}"}
    if shift.points < 0:
        return _("; fit falls from %(was)s to %(now)s points") % told
    return _("; fit rises from %(was)s to %(now)s points") % told


def _insiders(keys: Collection[str], names: Names) -> str:
    """By name; empty for nobody."""
    if not keys:
        return ""
    found = sorted(names.insiders[key].name for key in keys if key in names.insiders)
    return pgettext("list", ", ").join(found) or pgettext("person", "somebody who left")


def step_lines(change: Mapping[str, Any], names: Names) -> list[str]:
    """What was changed."""
    return [_step(step, names) for step in change.get("steps", [])]


def _step(step: Mapping[str, Any], names: Names) -> str:
    if "weights" in step:
        return _("The weights are as before.") if step.get("back") else _("The weights are changed.")
    if "unjoined" in step:
        return _("Who has not joined is matched too.") if step["unjoined"] else _("Who has not joined is left out.")
    if "pair" not in step:
        return _("Matched again with the people as they are.")
    seeker, insider = names.seekers.get(step["pair"][0]), names.insiders.get(step["pair"][1])
    gone = pgettext("person", "somebody who left")
    told = {"seeker": seeker.name if seeker else gone, "insider": insider.name if insider else gone}
    if step["now"] is None:
        return _("%(seeker)s and %(insider)s: your wish was taken back.") % told
    if step["now"]["kind"] == WishKind.PIN:
        return _("%(seeker)s and %(insider)s are pinned.") % told
    return _("%(seeker)s and %(insider)s never meet.") % told
