"""What jobs, events and courses have in common."""

from typing import Any

from askwell.protocols.postings.linked.graph import Graph, Node, as_text, types_of
from askwell.protocols.postings.links import absolute
from askwell.protocols.postings.places import joined, place_of
from askwell.protocols.postings.texts import block

_CODE = 2


def address_of(graph: Graph, node: Node, base: str) -> str:
    """Where a node itself can be found."""
    for name in ("url", "mainEntityOfPage", "@id"):
        link = graph.link(node, name)
        if link.startswith(("http://", "https://", "/")) or (link and name == "url"):
            return absolute(link, base)
    return ""


def place_in(graph: Graph, value: Any) -> tuple[str, bool]:
    """A place as "City, Region", and whether it is none on earth."""
    if not isinstance(value, dict):
        return place_of(as_text(value))
    if "VirtualLocation" in types_of(value):
        return "", True
    address = graph.one(value, "address") or (value if graph.text(value, "addressLocality", "addressRegion") else "")
    if not isinstance(address, dict):
        return place_of(as_text(address) or graph.text(value, "name"))
    town, remote = place_of(graph.text(address, "addressLocality"))
    region = graph.name(address, "addressRegion")
    if town or region:
        return joined((town, region)), remote
    street = graph.text(address, "streetAddress", "name")
    country = graph.name(address, "addressCountry")
    return place_of(street or (country if len(country) > _CODE else ""))


def prose(graph: Graph, node: Node, *names: str) -> str:
    """Descriptions as plain text, one after the other, none twice."""
    kept: list[str] = []
    for name in names:
        text = "\n".join(map(block, graph.texts(node, name)))
        if text and not any(text in one for one in kept):
            kept.append(text)
    return "\n\n".join(kept)
