"""The map as values that a template draws: where things stand, what they are called, where they lead."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import Any

from django.utils.translation import ngettext

from askwell.desk.queries.network import Network
from askwell.desk.queries.ways import Route
from askwell.desk.web.words.network import group_name, reached_word
from askwell.people.queries import PersonRow
from askwell.people.queries.rows import database_id
from askwell.people.rules.netmap import WIDTH, Acquaintance, Area, Dot, Group, Plan, Reached, lay_out, lay_out_one
from askwell.ui.rooms import address

EVERYONE = 120
"""Up to so many people each has a dot; of more only those who matter most, and the groups count the rest."""
OPENED = 60
LONGEST_NAME = 22
CSS = {Reached.NOT: "", Reached.WRITTEN: "written", Reached.TALKED: "met"}
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
        return self.rx > 300


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

    def labelled(self) -> dict[Any, Any]:
        """Who has their name beside them, by group."""
        if self.opened:
            return {self.opened.key: self.opened.people[:OPENED]}
        return {group.key: self._of_group(group) for group in self.groups}

    def _of_group(self, group: Group) -> list[Acquaintance]:
        wanted = set(self.on_way)
        on_way = [one for one in group.people if one.person in wanted]
        others = [one for one in group.people if one.person not in wanted and (one.strength or one.reached)]
        return on_way or others[:1]


def draw(scene: Scene, named: Mapping[Any, PersonRow], organisations: dict[object, str]) -> Drawing:
    """The picture; `named` holds at least everyone whom `scene.labelled` names."""
    labelled = scene.labelled()
    groups = [scene.opened] if scene.opened else list(scene.groups)
    areas = [_area(scene, group, labelled[group.key], named, organisations) for group in groups]
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
    drawing.lines = [*_ties(groups, plan), *_introductions(scene, plan)]
    _add_way(drawing, scene, plan)
    return drawing


def _area(
    scene: Scene,
    group: Group,
    labelled: Sequence[Acquaintance],
    named: Mapping[Any, PersonRow],
    organisations: dict[object, str],
) -> Area:
    dots = [Dot(one.person, _short(_label(named[one.person]))) for one in labelled if one.person in named]
    if scene.draws_everyone and not scene.opened:
        shown = {dot.person for dot in dots}
        dots += [Dot(one.person) for one in group.people if one.person not in shown]
    left = len(group.people) - len(dots)
    foot = ngettext("and %(n)s more", "and %(n)s more", left) % {"n": left} if left else ""
    return Area(group.key, _short(group_name(group.key, organisations)), dots, foot)


def _label(person: PersonRow) -> str:
    return f"{person.native} {person.latin}".strip() if person.native != person.latin else person.latin


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"


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


def _ties(groups: Sequence[Group], plan: Plan) -> Iterator[Line]:
    """From the seeker to the closest of each group."""
    for group in groups:
        best = max(group.people, key=lambda one: (one.person in plan.people, one.strength))
        if best.strength and best.person in plan.people:
            yield Line(_curve(plan.you, plan.people[best.person]), f"tie-line {STRENGTHS[best.strength]}".strip())


def _introductions(scene: Scene, plan: Plan) -> Iterator[Line]:
    for led in scene.network.led:
        if led.introducer in plan.people and led.introduced in plan.people and not scene.opened:
            yield Line(_curve(plan.people[led.introducer], plan.people[led.introduced]), "tie-line led")


def _add_way(drawing: Drawing, scene: Scene, plan: Plan) -> None:
    places = [plan.you, *(plan.people[person] for person in scene.on_way if person in plan.people)]
    if len(places) != len(scene.on_way) + 1 or scene.opened or not scene.route:
        return
    guesses = [False, *(not bond.known for bond in scene.route.bonds)]
    for number, (start, end, guess) in enumerate(zip(places, places[1:], guesses, strict=False), start=1):
        drawing.way.append(Line(_curve(start, end), "way guess" if guess else "way"))
        drawing.steps.append((number, *_middle(start, end)))


def _bent(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """The point that a line from start to end leans towards."""
    across, down = end[0] - start[0], end[1] - start[1]
    far = hypot(across, down) or 1.0
    lean = min(far * 0.12, 34)
    return (start[0] + end[0]) / 2 - down / far * lean, (start[1] + end[1]) / 2 + across / far * lean


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    x, y = _bent(start, end)
    return f"M{start[0]:.0f} {start[1]:.0f}Q{x:.0f} {y:.0f} {end[0]:.0f} {end[1]:.0f}"


def _middle(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    x, y = _bent(start, end)
    return (start[0] + 2 * x + end[0]) / 4, (start[1] + 2 * y + end[1]) / 4
