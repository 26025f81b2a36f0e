"""Nodes of schema.org's vocabulary, however they are nested, named or referred to."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from askwell.protocols.postings.texts import line

Node = dict[str, Any]

_PREFIXES = ("", "schema:", "http://schema.org/", "https://schema.org/")
_WRAPPERS = ("@value", "@list", "@set")
_MOST_VALUES = 200


class Graph:
    """All nodes of one page. A value may be a text, a number, a node, a reference to one, or a list of these."""

    def __init__(self, values: list[Any]) -> None:
        self._values = values
        self._named = {
            node["@id"]: node for node in _every(values) if isinstance(node.get("@id"), str) and len(node) > 1
        }

    def nodes(self, wanted: Callable[[set[str]], bool]) -> Iterator[Node]:
        """The nodes of a wanted type, in the order of the page; not those inside of another one."""
        every = _every(self._values, lambda node: wanted(types_of(node)))
        return (node for node in every if wanted(types_of(node)))

    def all(self, node: Node, *names: str) -> list[Any]:
        """Every value of the first of the properties that has any."""
        for name in names:
            for prefix in _PREFIXES:
                if (found := node.get(prefix + name)) not in (None, "", [], {}):
                    return self._flat(found)
        return []

    def one(self, node: Node, *names: str) -> Any:
        """Its first value, None for none."""
        return next(iter(self.all(node, *names)), None)

    def text(self, node: Node, *names: str) -> str:
        """The first of the properties that is a text or number, as it stands there."""
        return next((text for name in names for value in self.all(node, name) if (text := as_text(value))), "")

    def texts(self, node: Node, *names: str) -> list[str]:
        return [text for name in names for value in self.all(node, name) if (text := as_text(value))]

    def name(self, node: Node, *names: str) -> str:
        """What somebody or something is called that is a text itself or a node with a name."""
        for value in (value for name in names for value in self.all(node, name)):
            called = self.text(value, "name", "legalName", "alternateName") if isinstance(value, dict) else value
            if text := line(as_text(called)):
                return text
        return ""

    def link(self, node: Node, *names: str) -> str:
        """An address that is a text, or that a node is known by."""
        for value in (value for name in names for value in self.all(node, name)):
            found = value.get("@id") or self.text(value, "url") if isinstance(value, dict) else value
            if text := as_text(found):
                return text
        return ""

    def _flat(self, found: Any) -> list[Any]:
        values = found if isinstance(found, list) else [found]
        flat: list[Any] = []
        for value in values[:_MOST_VALUES]:
            inner = _unwrapped(value)
            flat += [self._meant(one) for one in (inner[:_MOST_VALUES] if isinstance(inner, list) else [inner])]
        return [value for value in flat if value not in (None, "")]

    def _meant(self, value: Any) -> Any:
        """The node that a mere reference means."""
        is_reference = isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str)
        return self._named.get(value["@id"], value) if is_reference else value


def _unwrapped(value: Any) -> Any:
    return next((value[name] for name in _WRAPPERS if name in value), value) if isinstance(value, dict) else value


def types_of(node: Node) -> set[str]:
    """The names of a node's types without the vocabulary before them."""
    found = node.get("@type", ())
    listed = found if isinstance(found, list) else [found]
    return {re.split("[/#:]", one.rstrip("/"))[-1] for one in listed if isinstance(one, str)}


def as_text(value: Any) -> str:
    """A text or number as text, "" for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(int(value)) if value == value and abs(value) < 10**15 and value == int(value) else str(value)


def _every(values: list[Any], stops: Callable[[Node], bool] = lambda _: False) -> Iterator[Node]:
    """Every object in the values once, in the order of the page; nothing inside of one that it stops at. One may stand
    under many names (`property="a b c"`), and so on inside of it: there are more ways to it than can be walked."""
    waiting: list[Any] = [*reversed(values)]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict) and id(value) not in seen:
            seen.add(id(value))
            yield value
            if not stops(value):
                waiting.extend(reversed(value.values()))
