"""Tells the viewer what just happened, with one click to take it back."""

from django.contrib import messages
from django.http import HttpRequest

UNDO = "undo:"


def say(request: HttpRequest, text: str, *, undo: str = "", level: int = messages.SUCCESS) -> None:
    """Show `text` on the next page. `undo` is the address that a POST takes it back with.

    The toast reads the address with `undo_address`; the text is escaped like any other.
    """
    messages.add_message(request, level, text, extra_tags=f"{UNDO}{undo}" if undo else "")


def undo_address(extra_tags: str | None) -> str:
    """The undo address that `say` put on a message; empty where there is none."""
    return (extra_tags or "").removeprefix(UNDO) if (extra_tags or "").startswith(UNDO) else ""
