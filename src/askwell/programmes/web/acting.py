"""What a button does: one action, words with an undo, and the next page."""

from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from askwell.ui.say import say


def done(
    request: HttpRequest, act: Callable[[], object], words: str, to: str, *args: object, undo: str = ""
) -> HttpResponse:
    """Act, say `words` and lead to the page `to` with `args`; `undo` is the address that takes it back. Raises Http404
    where there is no such row."""
    try:
        act()
    except ObjectDoesNotExist:
        raise Http404 from None
    say(request, words, undo=undo)
    return redirect(to, *args)
