"""Statements, ten a page: saved with every page, left and taken up again."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.coach.self_reflection import Kind
from askwell.lib.numbers import whole_number
from askwell.portfolio.actions.reflecting import answer_statements
from askwell.portfolio.queries.reflecting import Sheet, sheet
from askwell.portfolio.web.spoken import of_page
from askwell.portfolio.web.words.knowing import ANSWERS, ASKS, KINDS

AUTOSAVE = "X-Autosave"


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, kind: str) -> HttpResponse:
    asked = kind_or_404(kind)
    shown = sheet(workspace_of(request.user), asked, whole_number(request.GET.get("page", ""), 0))
    if request.method == "POST":
        return _save(request, asked, shown)
    language = of_page()
    context = {
        "kind": asked,
        "title": KINDS[asked][0],
        "asks": ASKS[asked],
        "sheet": shown,
        "rows": [(one.statement.id, one.statement.told[language], one.answer) for one in shown.rows],
        "answers": list(enumerate(ANSWERS[asked], start=1)),
    }
    return render(request, "portfolio/knowing/statements.html", context)


def kind_or_404(kind: str) -> Kind:
    """A kind that has statements."""
    if kind not in ANSWERS:
        raise Http404
    return cast(Kind, kind)


def _save(request: HttpRequest, kind: Kind, shown: Sheet) -> HttpResponse:
    """What is saved while somebody answers leaves alone what they have not come to yet."""
    given = _given(request.POST, shown)
    by_itself = AUTOSAVE in request.headers
    kept = {key: value for key, value in given.items() if value is not None} if by_itself else given
    answer_statements(workspace=workspace_of(request.user), kind=kind, answers=kept, now=timezone.now())
    if by_itself:
        return HttpResponse(status=204)
    if "leave" in request.POST:
        return redirect("portfolio:knowing")
    if shown.next:
        return redirect(f"{reverse('portfolio:statements', args=[kind])}?page={shown.next}")
    return redirect("portfolio:profile", kind)


def _given(posted: QueryDict, shown: Sheet) -> dict[str, int | None]:
    """By a statement's id; what is no answer counts as left out."""
    numbers = {one.statement.id: whole_number(posted.get(one.statement.id, ""), 0) for one in shown.rows}
    return {key: number if 1 <= number <= 5 else None for key, number in numbers.items()}
