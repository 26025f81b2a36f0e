"""The network: the way to someone, the map of everyone, and who led to whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.desk.queries import network as reads
from askwell.desk.queries.search import FoundPlace, aimed_at, find_quickly
from askwell.desk.queries.ways import Goal, GoalKind, Route, organisation_goal, person_goal, title_goal, ways_to
from askwell.desk.web.netmap import Drawing, Scene, draw, key_text
from askwell.desk.web.words import network as words
from askwell.lib.ids import id_of
from askwell.lib.text import fold
from askwell.people.models import Organisation, Person
from askwell.people.queries import FoundPerson, PersonRow
from askwell.people.queries.rows import database_id
from askwell.people.queries.search import with_title
from askwell.people.rules.netmap import Group, GroupKind, Reached, Source, Tree, grouped
from askwell.people.rules.organisations import organisation_keys

FOUND = 6
MOST_NAMED = 100
GROUPS, ALL_GROUPS = 12, 500
TREE, WHOLE_TREE, BRANCHES = 40, 500, 8
DOORS = {Reached.NOT: "shut", Reached.WRITTEN: "knocked", Reached.TALKED: "open"}


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a word typed may mean."""

    text: str
    persons: Sequence[FoundPerson]
    organisations: Sequence[FoundPlace]
    with_title: int

    @property
    def exact(self) -> str:
        """The address's words for the one whose whole name was typed; empty when there is none, or more than one."""
        typed, keys = fold(self.text), set(organisation_keys(self.text))
        persons = [f"person={one.id}" for one in self.persons if typed in _whole_names(one)]
        places = [f"organisation={one.id}" for one in self.organisations if keys & set(organisation_keys(one.name))]
        found = [*persons, *places]
        return found[0] if len(found) == 1 else ""

    @property
    def places_first(self) -> Sequence[FoundPlace]:
        """The organisations whose name begins with what was typed: they stand before the people."""
        return [one for one in self.organisations if fold(one.name).startswith(fold(self.text))]

    @property
    def places_after(self) -> Sequence[FoundPlace]:
        return [one for one in self.organisations if one not in self.places_first]

    def __bool__(self) -> bool:
        return bool(self.persons or self.organisations or self.with_title)


@dataclass(frozen=True, slots=True)
class Way:
    """A route as a list item shows it."""

    route: Route
    why: SafeString
    button: str
    url: str
    best: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """A group as a row of the table."""

    name: str
    group: Group
    opens: str
    organisation: UUID | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A person of the tree: None where the list was cut before the name was read."""

    person: PersonRow | None
    reached: Reached
    brought: str
    led: list["Leaf"]

    @property
    def door(self) -> str:
        return DOORS[self.reached]

    @property
    def word(self) -> str:
        return words.reached_word(self.reached)


@dataclass(frozen=True, slots=True)
class Branch:
    """A source with the first of its trees; `more`: how many of those who led further are left out."""

    name: str
    brought: str
    leaves: list[Leaf]
    more: int


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    workspace, now, asked = workspace_of(request.user), timezone.now(), request.GET
    goal = _goal(workspace, asked)
    routes = ways_to(workspace, goal, now) if goal else ()
    everyone = reads.network(workspace, now)
    text = asked.get("q", "").strip()[:100]
    meant = _meant(workspace, text) if text and not goal else None
    if meant and meant.exact:
        return redirect(f"{reverse('desk:network')}?{meant.exact}")
    context = {
        "goal": goal,
        "headline": words.headline(goal, routes),
        "ways": [_way(route, number == 0) for number, route in enumerate(routes)],
        "kept": _kept(goal),
        "query": text,
        "meant": meant,
        "with_title": _with_title(workspace, goal.name) if goal and not goal.id else 0,
        "most_named": MOST_NAMED,
        "targets": [] if goal or text else aimed_at(workspace),
        "people": len(everyone.everyone),
        **_map(workspace, everyone, goal, routes, asked),
        **_tree(workspace, everyone.sources, whole="tree" in asked),
    }
    return render(request, "desk/network.html", context)


def _goal(workspace: Workspace, asked: QueryDict) -> Goal | None:
    """What the address says is wanted; a stranger's ids are not found."""
    person, organisation = id_of(asked.get("person", "")), id_of(asked.get("organisation", ""))
    try:
        if person:
            return person_goal(workspace, person)
        if organisation:
            return organisation_goal(workspace, organisation)
    except (Person.DoesNotExist, Organisation.DoesNotExist):
        raise Http404 from None
    title = asked.get("title", "").strip()[:100]
    return title_goal(title) if title else None


def _kept(goal: Goal | None) -> str:
    """The goal for links to other views of the page; ends in & where there is one."""
    if goal is None:
        return ""
    return urlencode({str(goal.kind): str(goal.id or goal.name)}) + "&"


def _meant(workspace: Workspace, text: str) -> Meant:
    found = find_quickly(workspace, text, limit=FOUND)
    return Meant(text, found.persons, found.organisations, _with_title(workspace, text))


def _with_title(workspace: Workspace, title: str) -> int:
    """How many people have it, counted up to a hundred."""
    return len(set(with_title(workspace, title, limit=MOST_NAMED)))


def _whole_names(one: FoundPerson) -> set[str]:
    """What names them whole: in either script or both, and either way round."""
    latin = (f"{one.given} {one.family}", f"{one.family} {one.given}")
    both = (f"{one.native} {name}" for name in latin if one.native)
    return {fold(name) for name in (one.native, *latin, *both) if one.given and one.family or name == one.native} - {""}


def _way(route: Route, is_first: bool) -> Way:
    best = is_first and not route.standing.owed
    return Way(route, words.why(route), words.button(route), words.url(route), best)


def _map(
    workspace: Workspace, everyone: reads.Network, goal: Goal | None, routes: Sequence[Route], asked: QueryDict
) -> dict[str, Any]:
    """The drawing and the table beside it."""
    employer = _employer(goal, routes)
    route = routes[0] if routes else None
    first = [database_id(person.id) for person in route.people] if route else []
    wanted = ALL_GROUPS if "groups" in asked else GROUPS
    groups = grouped(everyone.everyone, goal=employer, first=first, shown=wanted)
    on_map = groups if wanted == GROUPS else grouped(everyone.everyone, goal=employer, first=first, shown=GROUPS)
    opened = next((group for group in groups if key_text(group) == asked.get("open")), None)
    scene = Scene(everyone, on_map, employer, route, opened)
    organisations = reads.organisation_names(workspace, [*groups, *on_map])
    named = reads.called(workspace, _to_name(scene))
    drawing: Drawing = draw(scene, named, organisations)
    return {
        "map": drawing,
        "opened": words.group_name(opened.key, organisations) if opened else "",
        "numbers": [_numbers(group, organisations) for group in groups],
        "more_groups": sum(group.parts - 1 for group in groups if group.parts > 1),
    }


def _employer(goal: Goal | None, routes: Sequence[Route]) -> Any:
    """The goal's organisation as the map's ids are."""
    if goal is None or goal.kind is GoalKind.TITLE:
        return None
    found = goal.id if goal.kind is GoalKind.ORGANISATION else goal.who.organisation_id if goal.who else None
    return database_id(found) if found else None


def _to_name(scene: Scene) -> set[Any]:
    """Whose names the map needs: of everyone who has a dot."""
    return {one.person for people in (*scene.labelled().values(), *scene.others().values()) for one in people}


def _numbers(group: Group, organisations: dict[object, str]) -> Numbers:
    is_employer = group.key.kind is GroupKind.EMPLOYER
    organisation = id_of(str(group.key.id)) if is_employer else None
    return Numbers(words.group_name(group.key, organisations), group, key_text(group), organisation)


def _tree(workspace: Workspace, sources: Iterable[Source], *, whole: bool) -> dict[str, Any]:
    """Who led to whom, cut to what can be looked at."""
    left = WHOLE_TREE if whole else TREE
    shown: list[tuple[Source, list[Tree]]] = []
    for source in sources:
        trees: list[Tree] = []
        for tree in source.trees[: None if whole else BRANCHES]:
            if tree.size <= left or not trees:
                trees.append(tree)
                left -= tree.size
        shown.append((source, trees))
    people = {person for _source, trees in shown for tree in trees for person in _everyone(tree, TREE)}
    named = reads.called(workspace, people)
    branches = [
        Branch(
            words.root_word(source.root),
            words.brought(source.counts),
            [_leaf(tree, named) for tree in trees],
            len(source.trees) - len(trees),
        )
        for source, trees in shown
    ]
    return {"branches": branches, "cut": any(branch.more for branch in branches) and not whole}


def _everyone(tree: Tree, limit: int) -> list[Any]:
    people: list[Any] = []
    ahead = [tree]
    while ahead and len(people) < limit:
        one = ahead.pop(0)
        people.append(one.person)
        ahead += one.led
    return people


def _leaf(tree: Tree, named: dict[Any, PersonRow]) -> Leaf:
    led = [_leaf(child, named) for child in tree.led if child.person in named]
    brought = words.brought(tree.counts) if tree.led else ""
    return Leaf(named.get(tree.person), tree.own.reached, brought, led)
