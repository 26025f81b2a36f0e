"""Two openings that are one: joined, parted, and a later last day taken over."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.lib.ids import id_of
from askwell.opportunities.actions.errors import SameItselfError
from askwell.opportunities.actions.openings import join, part, set_closes
from askwell.opportunities.models import Opportunity
from askwell.opportunities.web.opening import day_of, page_of, posted
from askwell.ui.say import say


@posted
def joined(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """`same=<id>`: the other one is this one, seen elsewhere; the one that came further stands."""
    same = id_of(request.POST.get("same", ""))
    try:
        if same is None:
            raise SameItselfError
        row = join(workspace=workspace_of(request.user), opportunity_id=opportunity_id, same_id=same)
    except Opportunity.DoesNotExist:
        raise Http404 from None
    except SameItselfError:
        return page_of(request, opportunity_id, trouble=_("Choose another one that is the same."), status=422)
    other = same if row.pk == opportunity_id else opportunity_id
    say(
        request,
        _("The two are one now. The one that came further stands; the steps and notes of both are kept."),
        undo=reverse("opportunities:part", args=[other]),
    )
    return redirect("opportunities:opening", row.pk)


@require_POST
def parted(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """What was taken for the same stands by itself."""
    try:
        row = part(workspace=workspace_of(request.user), opportunity_id=opportunity_id, now=timezone.now())
    except Opportunity.DoesNotExist:
        raise Http404 from None
    say(request, _("They are two again."))
    return redirect("opportunities:opening", row.pk)


@posted
def closes(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """`on`: another last day to apply, as it stands where the opening was seen again; none where it is empty."""
    typed = request.GET.get("on", request.POST.get("on", ""))
    day = day_of(typed)
    if typed and day is None:
        return page_of(request, opportunity_id, trouble=_("That is no day."), status=422)
    try:
        before = set_closes(workspace=workspace_of(request.user), opportunity_id=opportunity_id, closes=day)
    except Opportunity.DoesNotExist:
        raise Http404 from None
    undo = reverse("opportunities:closes", args=[opportunity_id]) + f"?on={before.isoformat() if before else ''}"
    say(request, _("The last day is changed."), undo=undo)
    return redirect("opportunities:opening", opportunity_id)
