"""Nodes to postings."""

from itertools import islice
from typing import Any

from askwell.protocols.postings.linked import courses, events, jobs
from askwell.protocols.postings.linked.graph import Graph, Node, types_of
from askwell.protocols.postings.model import MOST_POSTINGS, Posting


def postings_of(values: list[Any], base: str) -> list[Posting]:
    """What decoded JSON-LD, or nodes like it, say of jobs, events and courses; also those without a title."""
    graph = Graph(values)
    return [_posting(graph, node, base) for node in islice(graph.nodes(_is_wanted), MOST_POSTINGS + 1)]


def _is_wanted(types: set[str]) -> bool:
    return bool(types & (jobs.TYPES | courses.TYPES)) or events.is_event(types)


def _posting(graph: Graph, node: Node, base: str) -> Posting:
    types = types_of(node)
    if types & jobs.TYPES:
        return jobs.job(graph, node, base)
    return courses.course(graph, node, base) if types & courses.TYPES else events.event(graph, node, base)
