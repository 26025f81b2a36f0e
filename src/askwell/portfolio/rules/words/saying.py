"""Whether a text says the words of a posting."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass

from askwell.portfolio.rules.words.alike import lines_of
from askwell.portfolio.rules.words.folding import is_said
from askwell.portfolio.rules.words.terms import Term


def fit_of(terms: Sequence[Term]) -> Callable[[str], int]:
    """How many of these terms a text says."""

    def fit(text: str) -> int:
        return len(said_in(text, terms))

    return fit


def said_in(text: str, terms: Sequence[Term]) -> tuple[str, ...]:
    """Those of the terms that a text says, as the posting writes them."""
    lines = lines_of(text)
    return tuple(term.text for term in terms if is_said(term.key, lines))


def texts(told: object) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, tuple | list):
        for one in told:
            yield from texts(one)
    elif is_dataclass(told):
        for field in fields(told):
            yield from texts(getattr(told, field.name))


def texts_of(part: object) -> tuple[str, ...]:
    """What a chapter says by itself in every language, without its lines."""
    names = ("title", "organisation", "about", "field", "note", "summary", "others")
    return tuple(getattr(part, name) for name in names)
