"""Event and its many subtypes."""

from askwell.protocols.postings.amounts import number_of
from askwell.protocols.postings.days import moment_of
from askwell.protocols.postings.linked.common import address_of, place_in, prose
from askwell.protocols.postings.linked.graph import Graph, Node
from askwell.protocols.postings.model import Posting, Status
from askwell.protocols.postings.places import zone_at
from askwell.protocols.postings.texts import line
from askwell.protocols.postings.words import status_of

_OTHERS = frozenset({"Festival", "Hackathon", "EventSeries"})
_MOST_PLACES = 5


def is_event(types: set[str]) -> bool:
    return any(one.endswith("Event") for one in types) or bool(types & _OTHERS)


def event(graph: Graph, node: Node, base: str) -> Posting:
    """What a node says of an event. One whose status is not told is on, as the vocabulary has it."""
    places = [place_in(graph, value) for value in graph.all(node, "location")[:_MOST_PLACES]]
    location = "; ".join(dict.fromkeys(place for place, _ in places if place))
    mode, told = graph.text(node, "eventAttendanceMode"), " ".join(graph.texts(node, "eventStatus"))
    price, currency = price_of(graph, node)
    zone = zone_at(location)
    return Posting(
        kind="event",
        title=line(graph.text(node, "name", "headline")),
        organisation=graph.name(node, "organizer", "organiser", "sponsor"),
        location=location,
        remote="Online" in mode or "Mixed" in mode or "MovedOnline" in told or any(remote for _, remote in places),
        url=address_of(graph, node, base),
        start=moment_of(graph.one(node, "startDate"), zone),
        end=moment_of(graph.one(node, "endDate"), zone),
        price=price,
        price_currency=currency,
        status=_status(told),
        text=prose(graph, node, "description"),
    )


def _status(told: str) -> Status:
    return status_of(told) if told else "scheduled"


def price_of(graph: Graph, node: Node) -> tuple[float | None, str]:
    """The first price that is asked, and its currency; nothing is 0."""
    for offer in graph.all(node, "offers"):
        if not isinstance(offer, dict):
            continue
        within = graph.one(offer, "priceSpecification")
        inner = within if isinstance(within, dict) else offer
        price = number_of(graph.one(offer, "price", "lowPrice"))
        price = number_of(graph.one(inner, "price", "minPrice")) if price is None else price
        if price is None and graph.text(offer, "category").casefold() == "free":
            price = 0.0
        if price is not None:
            return price, line(graph.text(offer, "priceCurrency") or graph.text(inner, "priceCurrency")).upper()[:3]
    free = str(graph.one(node, "isAccessibleForFree")).casefold().rpartition("/")[2]
    return (0.0, "") if free in ("true", "yes") else (None, "")
