"""The map as values that a template draws: where things stand, what they are called, where they lead."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.desk.queries.network import Network
from askwell.desk.queries.ways import Route
from askwell.desk.web.maplines import Box, around, around_columns, curve
from askwell.desk.web.words.network import group_name, reached_word
from askwell.people.queries import PersonRow
from askwell.people.queries.rows import database_id
from askwell.people.rules.netmap import WIDTH, Acquaintance, Area, Dot, Group, Plan, Reached, lay_out, lay_out_one
from askwell.people.rules.netmap.layout import text_width
from askwell.ui.rooms import address
from askwell.ui.templatetags.ui import count

EVERYONE = 120
"""Up to so many people each has a dot; of more about so many are drawn, and the groups count the rest."""
HARDLY_MORE = 2
OPENED = 60
LONGEST_NAME, LONGEST_GROUP = 22, 30
CSS = {Reached.NOT: "", Reached.WRITTEN: "written", Reached.TALKED: "met"}
BOX_FROM = 300
"""An area as wide as this is a group alone: a box, not an ellipse."""
STRENGTHS = ("", "", "good", "close")


@dataclass(frozen=True, slots=True)
class DrawnArea:
    x: float
    y: float
    rx: float
    ry: float
    name: str
    goal: bool
    foot: str
    open: str

    @property
    def name_y(self) -> float:
        return self.y - self.ry + 26

    @property
    def foot_y(self) -> float:
        return self.y + self.ry - 14

    @property
    def top(self) -> float:
        return self.y - self.ry

    @property
    def high(self) -> float:
        return 2 * self.ry

    @property
    def is_box(self) -> bool:
        return self.rx > BOX_FROM


@dataclass(frozen=True, slots=True)
class DrawnDot:
    x: float
    y: float
    css: str
    label: str
    title: str
    href: str
    important: bool
    goal: bool


@dataclass(frozen=True, slots=True)
class Line:
    d: str
    css: str


@dataclass(slots=True)
class Drawing:
    """All of a map. `you` is the seeker's place; `steps` are numbered places on the way."""

    height: float
    you: tuple[float, float]
    areas: list[DrawnArea]
    dots: list[DrawnDot]
    lines: list[Line] = field(default_factory=list)
    way: list[Line] = field(default_factory=list)
    steps: list[tuple[int, float, float]] = field(default_factory=list)
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be drawn. `opened`: the one group that is drawn alone, if any."""

    network: Network
    groups: Sequence[Group]
    goal_employer: Any
    route: Route | None
    opened: Group | None = None

    @property
    def on_way(self) -> list[Any]:
        return [database_id(person.id) for person in self.route.people] if self.route else []

    @property
    def draws_everyone(self) -> bool:
        return len(self.network.everyone) <= EVERYONE

    def others(self) -> dict[Any, list[Acquaintance]]:
        """Who has a dot without a name, by group: everyone, or of a large network so many that the groups look as
        large as they are beside each other (by the root of their size, or the small ones would vanish)."""
        if self.opened:
            return {}
        roots = sum(sqrt(len(group.people)) for group in self.groups)
        found = {}
        for group in self.groups:
            named = {one.person for one in self._of_group(group)}
            rest = [one for one in group.people if one.person not in named]
            share = max(round(EVERYONE * sqrt(len(group.people)) / roots) - len(named), 0)
            draws_all = self.draws_everyone or len(rest) <= share + HARDLY_MORE
            found[group.key] = rest if draws_all else rest[:share]
        return found

    def labelled(self) -> dict[Any, Any]:
        """Who has their name beside them, by group."""
        if self.opened:
            return {self.opened.key: self.opened.people[:OPENED]}
        return {group.key: self._of_group(group) for group in self.groups}

    def _of_group(self, group: Group) -> list[Acquaintance]:
        wanted = self.on_way
        on_way = [one for one in group.people if one.person in wanted]
        others = [one for one in group.people[:1] if one.strength or one.reached]
        return sorted(on_way, key=lambda one: wanted.index(one.person)) or others


def draw(scene: Scene, named: Mapping[Any, PersonRow], organisations: dict[object, str]) -> Drawing:
    """The picture; `named` holds at least everyone whom `scene.labelled` names."""
    labelled, others = scene.labelled(), scene.others()
    groups = [scene.opened] if scene.opened else list(scene.groups)
    areas = [
        _area(group, labelled[group.key], others.get(group.key, ()), named, organisations, is_alone=bool(scene.opened))
        for group in groups
    ]
    plan = lay_out_one(areas[0]) if scene.opened else lay_out(areas)
    who = {one.person: one for group in groups for one in group.people if one.person in plan.people}
    names = {dot.person: dot.label for area in areas for dot in area.dots}
    goal = scene.on_way[-1] if scene.on_way else None
    drawing = Drawing(
        round(plan.height),
        plan.you,
        [_drawn_area(scene, *pair, plan, number) for number, pair in enumerate(zip(groups, areas, strict=True))],
        [_dot(one, plan, names[person], named.get(person), scene.on_way, goal) for person, one in who.items()],
    )
    taken = taken_by_words(drawing, _("You"))
    drawing.lines = [*_ties(groups, plan, taken), *_introductions(scene, plan, taken)]
    _add_way(drawing, scene, plan, taken)
    return drawing


def _area(
    group: Group,
    labelled: Sequence[Acquaintance],
    others: Sequence[Acquaintance],
    named: Mapping[Any, PersonRow],
    organisations: dict[object, str],
    *,
    is_alone: bool,
) -> Area:
    dots = [Dot(one.person, _short(_label(named[one.person]))) for one in labelled if one.person in named]
    dots += [Dot(one.person) for one in others]
    left = len(group.people) - len(dots)
    foot = ngettext("and %(n)s more", "and %(n)s more", left) % {"n": count(left)} if left else ""
    name = group_name(group.key, organisations)
    return Area(group.key, name if is_alone else _short(name, LONGEST_GROUP), dots, foot)


def _label(person: PersonRow) -> str:
    return f"{person.native} {person.latin}".strip() if person.native != person.latin else person.latin


def _short(text: str, longest: int = LONGEST_NAME) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _drawn_area(scene: Scene, group: Group, area: Area, plan: Plan, number: int) -> DrawnArea:
    placed = plan.areas[number]
    is_goal = scene.goal_employer is not None and group.key.id == scene.goal_employer
    opens = "" if scene.opened or (scene.draws_everyone and not area.foot) else key_text(group)
    return DrawnArea(placed.x, placed.y, placed.rx, placed.ry, area.name, is_goal, area.foot, opens)


def key_text(group: Group) -> str:
    """A group in an address: employer:0192…, close."""
    return f"{group.key.kind}:{group.key.id}" if group.key.id else str(group.key.kind)


def _dot(
    one: Acquaintance, plan: Plan, label: str, row: PersonRow | None, on_way: Collection[Any], goal: Any
) -> DrawnDot:
    x, y = plan.people[one.person]
    css = f"{CSS[one.reached]} on-way" if one.person in on_way else CSS[one.reached]
    title = f"{_label(row)}, {reached_word(one.reached)}" if row else reached_word(one.reached)
    href = address("desk:person", row.id) if row else ""
    return DrawnDot(x, y, css, label, title, href, bool(label), one.person == goal)


def taken_by_words(drawing: Drawing, you: str) -> list[Box]:
    """Where something is written: names of groups, of people, and the seeker's."""
    x, y = drawing.you
    return [
        *(_line_of(area.name, area.x, area.name_y, 14) for area in drawing.areas),
        *(_line_of(dot.label, dot.x, dot.y + 27) for dot in drawing.dots if dot.label),
        _line_of(you, x, y + 29),
    ]


def _line_of(text: str, x: float, baseline: float, size: float = 15) -> Box:
    half = text_width(text, size) / 2
    return x - half, baseline - size, x + half, baseline + 3


def _ties(groups: Sequence[Group], plan: Plan, taken: Sequence[Box]) -> Iterator[Line]:
    """From the seeker to the closest of each group; in a group alone to everyone there who is tied."""
    if len(groups) == 1 and plan.areas[0].rx > BOX_FROM:
        for one in groups[0].people:
            if one.strength and one.person in plan.people:
                yield Line(around_columns(plan.you, plan.people[one.person], plan.areas[0]), _tie_css(one))
        return
    for group in groups:
        best = max(group.people, key=lambda one: (one.person in plan.people, one.strength))
        if best.strength and best.person in plan.people:
            yield Line(str(curve(plan.you, plan.people[best.person], taken)), _tie_css(best))


def _tie_css(one: Acquaintance) -> str:
    return f"tie-line {STRENGTHS[one.strength]}".strip()


def _introductions(scene: Scene, plan: Plan, taken: Sequence[Box]) -> Iterator[Line]:
    for led in scene.network.led:
        if led.introducer in plan.people and led.introduced in plan.people and not scene.opened:
            line = curve(plan.people[led.introducer], plan.people[led.introduced], [*taken, around(plan.you)])
            yield Line(str(line), "tie-line led")


def _add_way(drawing: Drawing, scene: Scene, plan: Plan, taken: Sequence[Box]) -> None:
    places = [plan.you, *(plan.people[person] for person in scene.on_way if person in plan.people)]
    if len(places) != len(scene.on_way) + 1 or scene.opened or not scene.route:
        return
    guesses = [False, *(not bond.known for bond in scene.route.bonds)]
    numbers: list[Box] = []
    for number, (start, end, guess) in enumerate(zip(places, places[1:], guesses, strict=False), start=1):
        line = curve(start, end, taken if number == 1 else [*taken, around(plan.you)])
        x, y = line.free_place([*taken, *numbers, around(plan.you)])
        numbers.append(around((x, y)))
        drawing.way.append(Line(str(line), "way guess" if guess else "way"))
        drawing.steps.append((number, x, y))
