"""A claim sent on into a decision."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.weighing_up import bear_out
from askwell.decisions.queries.using import Place, places
from askwell.decisions.web.bearing import say_borne, side_of
from askwell.decisions.web.forming import attempt
from askwell.decisions.web.forms import UseForm
from askwell.interviews.models import Insight
from askwell.interviews.queries.insights import claim_of


@require_http_methods(["GET", "HEAD", "POST"])
def use(request: HttpRequest, insight_id: UUID) -> HttpResponse:
    """Choose the option and the wish that a claim is about; `decision` in the address says of which decision."""
    workspace = workspace_of(request.user)
    try:
        said = claim_of(workspace, insight_id)
    except Insight.DoesNotExist:
        raise Http404 from None
    anywhere = places(workspace)
    everywhere = [one for one in anywhere if one.options and one.wishes]
    place = next((one for one in everywhere if str(one.id) == request.GET.get("decision")), None)
    place = place or (everywhere[0] if everywhere else None)
    context: dict[str, object] = {"said": said, "anywhere": anywhere, "places": everywhere, "place": place}
    if place is None:
        return render(request, "decisions/use.html", context)
    form = _form(request, place)
    if form.is_valid() and attempt(form, lambda: _kept(request, insight_id, form)):
        return redirect(f"{reverse('decisions:decision', args=[place.id])}?cell={form.at}#claim")
    return render(request, "decisions/use.html", {**context, "form": form}, status=422 if form.errors else 200)


def _form(request: HttpRequest, place: Place) -> UseForm:
    return UseForm(
        request.POST if request.method == "POST" else None,
        options=[(str(key), words) for key, words in place.options],
        wishes=[(str(key), words) for key, words in place.wishes],
    )


def _kept(request: HttpRequest, insight_id: UUID, form: UseForm) -> bool:
    told = form.cleaned_data
    side = side_of(told)
    borne = bear_out(
        workspace=workspace_of(request.user), option_id=UUID(told["option"]), criterion_id=UUID(told["wish"]),
        what=insight_id, speaks_for=side.speaks_for, strength=side.strength, now=timezone.now(),
    )  # fmt: skip
    say_borne(request, borne, side)
    return True
