"""Microdata and RDFa in a page's elements, as the nodes that JSON-LD would hold."""

from dataclasses import dataclass
from typing import Any

from lxml import etree

from askwell.protocols.postings.linked.graph import Node
from askwell.protocols.postings.model import MOST_POSTINGS

Element = Any
"""lxml has no types."""

_ADDRESSES = {"a": "href", "area": "href", "link": "href", "img": "src", "iframe": "src", "object": "data"}
_LONG = ("description", "responsibilities", "qualifications", "skills", "experienceRequirements")
_DEEPEST = 60
_MOST_TEXT = 400_000


@dataclass(frozen=True, slots=True)
class Dialect:
    """The names of the attributes."""

    scope: str
    kind: str
    property: str
    identity: str


MICRODATA = Dialect("itemscope", "itemtype", "itemprop", "itemid")
RDFA = Dialect("typeof", "typeof", "property", "resource")


def nodes_in(root: Element, dialect: Dialect) -> list[Node]:
    """The nodes at the top, in the order of the page."""
    tops = root.xpath(f"//*[@{dialect.scope} and not(@{dialect.property})]")[:MOST_POSTINGS]
    named = {one.get("id"): one for one in root.xpath("//*[@id]")} if root.xpath("//*[@itemref][1]") else {}
    made: dict[Element, Node | None] = {}
    return [_node(element, dialect, named, made, 0) for element in tops]


def _node(
    element: Element, dialect: Dialect, named: dict[str, Element], made: dict[Element, Node | None], depth: int
) -> Node:
    """`made`: the nodes of elements that were read already; None for those that are just being read, within which this
    one lies. An element that many refer to is read once, and none inside of itself."""
    made[element] = None
    node: Node = {"@type": (element.get(dialect.kind) or "").split()}
    if element.get(dialect.identity):
        node["@id"] = element.get(dialect.identity)
    others = [named[name] for name in (element.get("itemref") or "").split() if name in named]
    waiting = [*reversed(others), *reversed(element)]
    seen: set[Element] = {element}
    while waiting:
        child = waiting.pop()
        if child in seen or not isinstance(child.tag, str):
            continue
        seen.add(child)
        scoped = child.get(dialect.scope) is not None
        properties = (child.get(dialect.property) or "").split()
        if properties and depth < _DEEPEST and made.get(child, node) is not None:
            value = (made.get(child) or _node(child, dialect, named, made, depth + 1)) if scoped else None
            for name in properties:
                node.setdefault(name.rpartition(":")[2].rpartition("/")[2], []).append(value or _value(child, name))
        if not scoped:
            waiting.extend(reversed(child))
    made[element] = node
    return node


def _value(element: Element, name: str) -> str:
    if (content := element.get("content")) is not None:
        return str(content)
    if element.tag == "time" and element.get("datetime"):
        return str(element.get("datetime"))
    if element.tag in ("data", "meter") and element.get("value"):
        return str(element.get("value"))
    if address := element.get(_ADDRESSES.get(element.tag, "")) if element.tag in _ADDRESSES else "":
        return str(address)
    if name in _LONG:
        return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))[:_MOST_TEXT]
    return " ".join("".join(element.itertext()).split())[:_MOST_TEXT]
