"""What the pages of every part of the story have in common: in which language, where back to, and what was refused."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from askwell.accounts.queries import workspace_of
from askwell.portfolio.actions.errors import ChangedElsewhereError, PortfolioError
from askwell.portfolio.models import Thing, Told
from askwell.portfolio.web.forms import ThingForm
from askwell.portfolio.web.words.refusals import refuse

Row = TypeVar("Row", bound=Told)
SomeThing = TypeVar("SomeThing", bound=Thing)


def told_in(request: HttpRequest) -> str:
    """The language in which the story is looked at: the page's own, or another that was chosen (`?in=`)."""
    chosen = request.GET.get("in", "")
    return chosen if chosen in dict(settings.LANGUAGES) else translation.get_language() or "en"


def back(request: HttpRequest, anchor: str = "", address: str = "") -> str:
    """The story again, or another page of it, in the language in which it was looked at."""
    return (address or reverse("portfolio:story")) + query(request) + (f"#{anchor}" if anchor else "")


def found(request: HttpRequest, kind: type[SomeThing], key: UUID) -> SomeThing:
    """Raises Http404."""
    try:
        return kind.kept(workspace_of(request.user)).get(pk=key)
    except kind.DoesNotExist:
        raise Http404 from None


def attempt(form: ThingForm, act: Callable[[], Row]) -> Row | None:
    """The row as it was kept; None where it was refused, which then stands on the form."""
    try:
        return act()
    except ChangedElsewhereError as error:
        form.elsewhere = error.now
    except PortfolioError as error:
        refuse(form, error)
    return None


def query(request: HttpRequest) -> str:
    """Carries the language in which the story is looked at to the next address; empty where none was chosen."""
    return f"?{urlencode({'in': request.GET['in']})}" if request.GET.get("in") else ""


def tabs(request: HttpRequest, row: Told, name: str, key: UUID | None = None) -> list[tuple[str, str, str]]:
    """A thing's pages, one a language: address, code and name."""
    ids = [key] if key else []
    return [
        (
            back(request, address=reverse(f"portfolio:{name}", args=ids))
            if code == row.language
            else back(request, address=reverse(f"portfolio:say_{name}", args=[*ids, code])),
            code,
            said,
        )
        for code, said in settings.LANGUAGES
    ]


def form_page(request: HttpRequest, form: ThingForm, **context: Any) -> HttpResponse:
    """The page around a form: `title`; of what is there already also its `row`, the `name` of its addresses and its
    `anchor` on the story's page."""
    row, name = context.get("row"), context.get("name", "")
    values: dict[str, Any] = {"form": form, "back": back(request, context.get("anchor", ""))}
    if row is not None:
        key = row.pk if isinstance(row, Thing) else None
        values["tabs"] = tabs(request, row, name, key)
        values["remove"] = key and back(request, address=reverse(f"portfolio:remove_{name}", args=[key]))
    return render(request, "portfolio/thing.html", values | context, status=form.status)
