"""The same in another language: a form beside the original."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.lib.numbers import whole_number
from askwell.portfolio.actions.errors import ChangedElsewhereError
from askwell.portfolio.actions.keeping import LONGEST, say_in
from askwell.portfolio.actions.story import say_head_in
from askwell.portfolio.models import Accomplishment, Story, Thing, Told
from askwell.portfolio.web.keeping import back, found, tabs
from askwell.portfolio.web.kinds import Kind
from askwell.portfolio.web.words.kinds import column_word
from askwell.ui.rooms import bcp47
from askwell.ui.say import say


@dataclass(frozen=True, slots=True)
class Pair:
    """A column: what it says, what is typed of it in the other language, and what stands there since, if another."""

    column: str
    label: str
    original: str
    typed: str
    theirs: str
    longest: int
    is_long: bool


def in_language(kind: Kind) -> Callable[..., HttpResponse]:
    """The view that says one in another language."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, language: str, **ids: UUID) -> HttpResponse:
        row = found(request, kind.model, ids[kind.key])
        anchor = f"c-{row.pk}" if kind.name == "chapter" else kind.anchor

        def keep(words: dict[str, str], version: int) -> object:
            workspace = workspace_of(request.user)
            return say_in(
                kind.model, workspace=workspace, key=row.pk, language=language, words=words, version=version
            )  # fmt: skip

        return _page(request, row, language, keep, name=kind.name, anchor=anchor)

    return view


@require_http_methods(["GET", "HEAD", "POST"])
def head(request: HttpRequest, language: str) -> HttpResponse:
    """Headline and summary in another language."""
    workspace: Workspace = workspace_of(request.user)
    row = Story.objects.of(workspace).first()
    if row is None:
        return redirect(back(request, address=reverse("portfolio:head")))

    def keep(words: dict[str, str], version: int) -> object:
        return say_head_in(workspace=workspace, language=language, words=words, version=version)

    return _page(request, row, language, keep, name="head", anchor="")


def _page(
    request: HttpRequest,
    row: Told,
    language: str,
    keep: Callable[[dict[str, str], int], object],
    *,
    name: str,
    anchor: str,
) -> HttpResponse:
    if language not in dict(settings.LANGUAGES):
        raise Http404
    if language == row.language:
        key = [row.pk] if isinstance(row, Thing) else []
        return redirect(back(request, address=reverse(f"portfolio:{name}", args=key)))
    posted, elsewhere = request.POST if request.method == "POST" else None, 0
    pairs = list(_pairs(row, language, posted))
    if posted is not None:
        over = whole_number(posted.get("over", ""), whole_number(posted.get("version", ""), 0))
        try:
            keep({pair.column: pair.typed for pair in pairs}, over)
        except ChangedElsewhereError as error:
            elsewhere = error.now
        else:
            say(request, _("Kept."))
            return redirect(back(request, anchor))
    context = {
        "pairs": pairs, "elsewhere": elsewhere, "language": language, "name": dict(settings.LANGUAGES)[language],
        "target": bcp47(language), "source": bcp47(row.language), "back": back(request, anchor),
        "version": posted.get("version", "") if posted else row.version,
        "tabs": tabs(request, row, name, row.pk if isinstance(row, Thing) else None),
    }  # fmt: skip
    return render(request, "portfolio/say.html", context, status=422 if elsewhere else 200)


def _pairs(row: Told, language: str, posted: QueryDict | None) -> Iterator[Pair]:
    """The columns in which something is told; of a line only how it reads."""
    said = row.said.get(language, {})
    for column in ("text",) if isinstance(row, Accomplishment) else row.TOLD:
        original, there = getattr(row, column), said.get(column, "")
        longest = row._meta.get_field(column).max_length or LONGEST  # type: ignore[union-attr]
        if original or there:
            typed = posted.get(column, "")[:longest] if posted is not None else there
            theirs = there if posted is not None and there != typed else ""
            label = column_word(column, getattr(row, "kind", ""))
            yield Pair(column, label, original, typed, theirs, longest, longest > 200)
