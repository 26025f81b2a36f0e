"""Why a page asks for an account: said by the page, shown where the account is made."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.functional import Promise as StrPromise

View = TypeVar("View", bound=Callable[..., object])


def account_first(why: StrPromise) -> Callable[[View], View]:
    """Put above a view, outermost: whoever makes an account on the way to it reads this first."""

    def mark(view: View) -> View:
        view.account_first = why  # type: ignore[attr-defined] # read by `why_account`
        return view

    return mark


def why_account(address: str | None) -> str:
    """What the page with this address of the site says; nothing where it says nothing or is none."""
    try:
        view = resolve(urlsplit(address or "").path).func
    except Resolver404:
        return ""
    return str(getattr(view, "account_first", ""))
