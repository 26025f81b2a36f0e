"""JobPosting."""

import re
from typing import Any

from askwell.protocols.postings.amounts import Pay, currency_of, number_of, pay_in, unit_of
from askwell.protocols.postings.days import day_of
from askwell.protocols.postings.linked.common import address_of, place_in, prose
from askwell.protocols.postings.linked.graph import Graph, Node, as_text
from askwell.protocols.postings.model import Posting
from askwell.protocols.postings.places import dollars_at
from askwell.protocols.postings.texts import line
from askwell.protocols.postings.words import first_employment, is_remote

TYPES = frozenset({"JobPosting"})
_PROSE = ("description", "responsibilities", "qualifications", "experienceRequirements", "skills")
_LETTERS = re.compile(r"[A-Z]{3}")
_MOST_PLACES = 5


def job(graph: Graph, node: Node, base: str) -> Posting:
    """What a node says of a job or a volunteer role."""
    places = [place_in(graph, value) for value in graph.all(node, "jobLocation")[:_MOST_PLACES]]
    location = "; ".join(dict.fromkeys(place for place, _ in places if place))
    pay = pay_of(graph, node)
    employment = first_employment(graph.texts(node, "employmentType"))
    telecommutes = any("TELECOMMUTE" in text.upper() for text in graph.texts(node, "jobLocationType"))
    return Posting(
        kind="volunteer" if employment == "volunteer" else "job",
        title=line(graph.text(node, "title", "name")),
        organisation=graph.name(node, "hiringOrganization") or _named_by(graph, node),
        location=location,
        remote=telecommutes or any(remote for _, remote in places) or any(map(is_remote, graph.texts(node, "jobLocationType"))),
        employment_type=employment,
        posted=day_of(graph.one(node, "datePosted", "datePublished")),
        closes=day_of(graph.one(node, "validThrough", "applicationDeadline")),
        salary_min=pay.low,
        salary_max=pay.high,
        salary_unit=pay.unit,
        currency=dollars_at(location) if pay.currency == "$" else pay.currency,
        url=address_of(graph, node, base),
        reference=reference_of(graph, node),
        text=prose(graph, node, *_PROSE),
    )  # fmt: skip


def pay_of(graph: Graph, node: Node) -> Pay:
    """`baseSalary` in any of its shapes: a number, a text, an amount of money with a value or bounds of its own."""
    base = graph.one(node, "baseSalary")
    if base is None:
        return Pay()
    said = graph.text(node, "salaryCurrency")
    pay = _amount(graph, base) if isinstance(base, dict) else _plain(base)
    if pay.low is None and pay.high is None:
        return Pay()
    return Pay(pay.low, pay.high, pay.unit, pay.currency or _currency(said))


def reference_of(graph: Graph, node: Node) -> str:
    """The employer's own number."""
    identifier = graph.one(node, "identifier")
    found = graph.text(identifier, "value") if isinstance(identifier, dict) else as_text(identifier)
    return "" if found.startswith("http") else line(found)[:100]


def _named_by(graph: Graph, node: Node) -> str:
    """Whose number it is, which is the employer."""
    identifier = graph.one(node, "identifier")
    return line(graph.text(identifier, "name")) if isinstance(identifier, dict) else ""


def _amount(graph: Graph, base: Node) -> Pay:
    currency = _currency(graph.text(base, "currency", "priceCurrency"))
    value = graph.one(base, "value", "price")
    inner = value if isinstance(value, dict) else base
    low, high = (number_of(graph.one(inner, name)) or None for name in ("minValue", "maxValue"))
    if low is None and high is None:
        single = _plain(graph.one(inner, "value", "price") if isinstance(value, dict) else value)
        low, high, currency = single.low, single.high, currency or single.currency
        unit = single.unit
    else:
        unit = ""
    named = graph.text(inner, "unitText", "unitCode") or graph.text(base, "unitText", "unitCode")
    return Pay(low, high, _unit(named) or unit, currency or _currency(graph.text(inner, "currency")))


def _plain(value: Any) -> Pay:
    if isinstance(value, str):
        return pay_in(value)
    amount = number_of(value) or None
    return Pay(amount, amount)


def _unit(named: str) -> Any:
    codes = {"HUR": "hour", "ANN": "year", "MON": "month", "WEE": "week", "DAY": "day"}
    return codes.get(named.upper().strip()) or unit_of(named)


def _currency(said: str) -> str:
    return said.upper().strip() if _LETTERS.fullmatch(said.upper().strip()) else currency_of(said)
