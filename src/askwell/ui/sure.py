"""Before something dangerous: is it still the same person who sits there?"""

from collections.abc import Callable
from typing import Any

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]


def sure(view: View, *, looking_is_free: bool = False) -> View:
    """Hosted, whoever calls this view has shown within the last ten minutes that it is them; else they are asked for
    their second factor or password first, and go on where they were. On a laptop the view as it is.

    With `looking_is_free` only what changes something is asked for.
    """
    if not settings.HOSTED:
        return view
    guarded: Any = reauthentication_required(view, allow_get=looking_is_free)
    return guarded  # type: ignore[no-any-return] # allauth ships no types


def sure_to_change(view: View) -> View:
    """As `sure`, for a page that one may look at freely and whose POST is dangerous."""
    return sure(view, looking_is_free=True)
