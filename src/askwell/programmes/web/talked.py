"""Staff says that they talked with a seeker who missed talks; with an insider see insiders.moving."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.programmes.actions.talking import talked
from askwell.programmes.models import Participant
from askwell.programmes.web.doors import staff
from askwell.programmes.web.seekers import seeker_or_404
from askwell.ui.say import say


@require_POST
def seeker_talked(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """With `back` in the address it is taken back."""
    at, is_back = staff(request), "back" in request.GET
    row = seeker_or_404(at, participant_id)
    talked(Participant, workspace=at.workspace, key=row.pk, now=None if is_back else timezone.now())
    undo = "" if is_back else f"{reverse('programmes:seeker_talked', args=[row.pk])}?back=1"
    say(request, _("Taken back.") if is_back else _("Noted. What they missed before counts no more."), undo=undo)
    return redirect("programmes:seeker", row.pk)
