"""Course with its instances."""

from askwell.protocols.postings.days import day_of
from askwell.protocols.postings.linked.common import address_of, place_in, prose
from askwell.protocols.postings.linked.events import price_of
from askwell.protocols.postings.linked.graph import Graph, Node
from askwell.protocols.postings.model import Posting
from askwell.protocols.postings.texts import line
from askwell.protocols.postings.words import is_remote

TYPES = frozenset({"Course", "CourseInstance", "EducationalOccupationalProgram"})
_MOST_PLACES = 5


def course(graph: Graph, node: Node, base: str) -> Posting:
    """What a node says of a course. Of several dates that it is held on, the first."""
    held = min(_instances(graph, node), key=lambda one: _days(graph, one)[0] or "9", default=node)
    places = [place_in(graph, value) for value in graph.all(held, "location")[:_MOST_PLACES]]
    modes = [*graph.texts(held, "courseMode"), *graph.texts(node, "courseMode", "educationalProgramMode")]
    price, currency = price_of(graph, node)
    if price is None:
        price, currency = price_of(graph, held)
    start, end = _days(graph, held)
    return Posting(
        kind="course",
        title=line(graph.text(node, "name", "headline")),
        organisation=graph.name(node, "provider") or graph.name(held, "organizer", "provider") or graph.name(node, "publisher"),
        location="; ".join(dict.fromkeys(place for place, _ in places if place)),
        remote=is_remote(modes[0].rpartition("/")[2]) if modes else any(remote for _, remote in places),
        url=address_of(graph, node, base) or address_of(graph, held, base),
        start=start,
        end=end,
        price=price,
        price_currency=currency,
        reference=line(graph.text(node, "courseCode"))[:100],
        text=prose(graph, node, "description"),
    )  # fmt: skip


def _instances(graph: Graph, node: Node) -> list[Node]:
    return [one for one in graph.all(node, "hasCourseInstance") if isinstance(one, dict)]


def _days(graph: Graph, held: Node) -> tuple[str, str]:
    """From when to when, by itself or by its schedule."""
    schedule = graph.one(held, "courseSchedule")
    sources = [held, schedule] if isinstance(schedule, dict) else [held]
    first, last = (
        next((day for one in sources if (day := day_of(graph.one(one, name)))), "") for name in ("startDate", "endDate")
    )
    return first, last
