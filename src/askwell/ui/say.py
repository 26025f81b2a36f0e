"""Tells the viewer what just happened, with one click to take it back."""

from django.contrib import messages
from django.http import HttpRequest

UNDO, SEE = "undo:", "see:"


def say(request: HttpRequest, text: str, *, undo: str = "", see: str = "", level: int = messages.SUCCESS) -> None:
    """Show `text` on the next page. `undo` is the address that a POST takes it back with, `see` the address of what it
    speaks of.

    The toast reads them with `undo_address` and `see_address`; the text is escaped like any other.
    """
    tags = [f"{mark}{address}" for mark, address in ((UNDO, undo), (SEE, see)) if address]
    messages.add_message(request, level, text, extra_tags=" ".join(tags))


def refuse(request: HttpRequest, text: str) -> None:
    """Show on the next page why what was asked for was not done, as a problem."""
    messages.error(request, text)


def undo_address(extra_tags: str | None) -> str:
    """The undo address that `say` put on a message; empty where there is none."""
    return _address(UNDO, extra_tags)


def see_address(extra_tags: str | None) -> str:
    """The address of what a message speaks of; empty where there is none."""
    return _address(SEE, extra_tags)


def _address(mark: str, extra_tags: str | None) -> str:
    tags = (extra_tags or "").split()
    return next((one.removeprefix(mark) for one in tags if one.startswith(mark)), "")
