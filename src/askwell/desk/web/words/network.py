"""Ways, groups and roots in words."""

from collections.abc import Callable, Iterator

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _

from askwell.desk.queries.ways import Bond, Goal, GoalKind, Route
from askwell.outreach.choices import FollowUpKind
from askwell.people.queries import PersonRow
from askwell.people.rules.netmap import GroupKey, GroupKind, Reached
from askwell.people.rules.netmap.led import Counts, Root
from askwell.people.rules.ways import LinkKind
from askwell.ui.templatetags.ui import count, day, gap, when
from askwell.ui.written import listed, put, who, zh

GROUPS = {
    GroupKind.CLOSE: gettext_lazy("Family and friends"),
    GroupKind.SCHOOL: gettext_lazy("From school"),
    GroupKind.EVENT: gettext_lazy("Met at events"),
    GroupKind.REST: gettext_lazy("Everyone else"),
}
ROOTS = {
    Root.CARD: gettext_lazy("Business cards"),
    Root.EVENT: gettext_lazy("Events"),
    Root.PROFESSOR: gettext_lazy("Professors"),
    Root.ALUMNI: gettext_lazy("Your school"),
    Root.PROGRAMME: gettext_lazy("Your programme"),
    Root.CLOSE: gettext_lazy("Family and friends"),
    Root.COLLEAGUES: gettext_lazy("Colleagues"),
    Root.LINKEDIN: gettext_lazy("LinkedIn"),
    Root.ADDRESS_BOOK: gettext_lazy("Address books"),
    Root.PUBLISHED: gettext_lazy("Published addresses"),
    Root.BY_HAND: gettext_lazy("Written down by you"),
}
REACHED = {
    Reached.NOT: gettext_lazy("not reached"),
    Reached.WRITTEN: gettext_lazy("written to"),
    Reached.TALKED: gettext_lazy("talked with"),
}
TIES = (
    gettext_lazy("You have talked with %(name)s."),
    gettext_lazy("You know %(name)s a little."),
    gettext_lazy("You know %(name)s."),
    gettext_lazy("You know %(name)s well."),
)
BONDS = {
    LinkKind.INTRODUCED: gettext_lazy("%(one)s and %(other)s know each other."),
    LinkKind.COLLEAGUES: gettext_lazy("%(one)s and %(other)s both work at %(place)s now; they may know each other."),
    LinkKind.OVERLAPPED: gettext_lazy("%(one)s and %(other)s were at %(place)s at the same time."),
    LinkKind.PERHAPS: gettext_lazy("%(one)s and %(other)s were both at %(place)s; whether they met is a guess."),
    LinkKind.SUCCESSIVE: gettext_lazy("%(one)s and %(other)s were at %(place)s one after the other; a long shot."),
    LinkKind.SCHOOL: gettext_lazy("%(one)s and %(other)s share %(place)s; whether they met is a guess."),
    LinkKind.EVENT: gettext_lazy("%(one)s and %(other)s were both at %(place)s; whether they met is a guess."),
}


def group_name(key: GroupKey, organisations: dict[object, str]) -> str:
    return organisations.get(key.id, "") if key.kind is GroupKind.EMPLOYER else str(GROUPS[key.kind])


def reached_word(reached: Reached) -> str:
    return str(REACHED[reached])


def root_word(root: Root) -> str:
    return str(ROOTS[root])


def call_name(person: PersonRow) -> str:
    """What a sentence calls them."""
    in_chinese = (get_language() or "").startswith("zh")
    return (person.native if in_chinese else "") or person.given or person.native or person.family


def headline(goal: Goal | None, routes: tuple[Route, ...]) -> SafeString | str:
    """How far it is to whom the seeker wants to meet."""
    if goal is None:
        return _("Your network")
    if goal.kind is GoalKind.TITLE:
        return put(_("Ways to a “%(title)s”"), title=goal.name)
    name = who(goal.who.latin, goal.who.native) if goal.who else zh(goal.name)
    if goal.who and goal.who.do_not_contact:
        return put(_("%(name)s asked not to be contacted"), name=name)
    if not routes:
        return put(_("No way to %(name)s yet"), name=name)
    if goal.kind is GoalKind.ORGANISATION:
        return put(_("Ways to %(name)s"), name=name)
    between = len(routes[0].people) - 1
    if not between:
        return put(_("You know %(name)s"), name=name)
    sentence = ngettext("One person between you and %(name)s", "%(n)s people between you and %(name)s", between)
    return put(sentence, n=between, name=name)


def why(route: Route) -> SafeString:
    """Why this may work, a sentence for each link, and what stands before it."""
    return mark_safe(gap().join(_sentences(route)))  # noqa: S308  # each is escaped


def _sentences(route: Route) -> Iterator[str]:
    name = zh(call_name(route.first))
    yield put(str(TIES[min(route.standing.strength, 3)]), name=name)
    if route.standing.strength and route.standing.talked:
        yield put(str(TIES[0]), name=name)
    elif route.stage and route.stage.last and not meets(route):
        yield put(_("You have written to %(name)s before."), name=name)
    for bond, one, other in zip(route.bonds, route.people, route.people[1:], strict=False):
        yield put(_bond(bond), one=zh(call_name(one)), other=zh(call_name(other)), place=zh(bond.place))
    if route.is_direct and route.last.organisation:
        role = listed(route.last.title, route.last.organisation)
        yield put(_("%(name)s: %(role)s."), name=name, role=role)
    if route.standing.owed == FollowUpKind.THANK:
        yield put(_("Thank %(name)s first; then you may ask."), name=name)
    elif route.standing.owed:
        yield put(_("Tell %(name)s first what came of the last introduction; then you may ask."), name=name)
    elif route.told_at:
        said = _("%(name)s has heard from you what came of it (%(when)s), so you may ask again.")
        yield put(said, name=name, when=day(route.told_at))
    if meets(route):
        assert route.stage
        yield put(_("You meet: %(when)s. Ask then."), when=when(route.stage.meets_at))


def _bond(bond: Bond) -> str:
    return str(BONDS[bond.kind])


def meets(route: Route) -> bool:
    """Whether a talk with the first one is agreed on, so that the question can wait for it."""
    return bool(route.stage and route.stage.meets_at and route.stage.code == "scheduled")


def button(route: Route) -> str:
    name = call_name(route.first)
    if route.standing.owed == FollowUpKind.THANK:
        return _("Write thanks")
    if route.standing.owed:
        return _("Write the note")
    if meets(route):
        return _("See the thread")
    if route.is_direct:
        return _("Write to %(name)s") % {"name": name}
    return _("Ask %(name)s to introduce you") % {"name": name}


def url(route: Route) -> str:
    page = reverse("outreach:write", args=[route.first.id])
    if route.standing.owed == FollowUpKind.THANK:
        return f"{page}?kind=thanks"
    if not route.standing.owed and meets(route) and route.stage:
        return reverse("outreach:thread", args=[route.stage.thread_id])
    return page if route.standing.owed or route.is_direct else f"{page}?introduce={route.people[1].id}"


def brought(counts: Counts) -> str:
    """What a root or a person brought; nothing that is not there."""
    counted: tuple[tuple[int, Callable[[int], str]], ...] = (
        (counts.people, lambda n: ngettext("%(n)s person", "%(n)s people", n)),
        (counts.written, lambda n: ngettext("%(n)s written to", "%(n)s written to", n)),
        (counts.talked, lambda n: ngettext("%(n)s talked with", "%(n)s talked with", n)),
        (counts.leads, lambda n: ngettext("%(n)s opening", "%(n)s openings", n)),
    )
    return pgettext("list", ", ").join(words(n) % {"n": count(n)} for n, words in counted if n)
