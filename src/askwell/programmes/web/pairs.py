"""One seeker and one insider in a round: why, why not, and what the coordinator wishes."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.programmes.actions.errors import CannotMeetError, KeptTalkError
from askwell.programmes.actions.rounds import wish
from askwell.programmes.choices import MatchState, RoundState, WishKind
from askwell.programmes.models import Insider, Participant, Round
from askwell.programmes.queries import board as query
from askwell.programmes.queries.pinning import against_pin
from askwell.programmes.queries.theirs import seen
from askwell.programmes.rules.standing import OPEN
from askwell.programmes.rules.written import weights_of
from askwell.programmes.web.board import changed
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.round_forms import WishForm
from askwell.programmes.web.rounds import round_at
from askwell.programmes.web.words import reasons
from askwell.programmes.web.words.pinning import cannot_meet


@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: HttpRequest, round_id: UUID, participant_id: UUID, insider_id: UUID) -> HttpResponse:
    """`wish`: pin, forbid or nothing (it is taken back); with a `reason`."""
    at = staff(request)
    row = round_at(at, round_id)
    both = _both(at, participant_id, insider_id)
    if request.method != "POST":
        return _page(request, at, row, *both)
    kind, form = request.POST.get("wish", ""), WishForm(request.POST)
    if kind not in ("", *WishKind) or not form.is_valid():
        return _page(request, at, row, *both, form=form)
    told: dict[str, Any] = {"by": leads(request).user, "now": timezone.now(), "reason": form.cleaned_data["reason"]}
    ids: dict[str, Any] = {
        "workspace": at.workspace,
        "round_id": row.pk,
        "participant_id": both[0].pk,
        "insider_id": both[1].pk,
    }
    try:
        return changed(request, row.pk, lambda: wish(kind=WishKind(kind) if kind else None, **ids, **told))
    except CannotMeetError as error:
        form.add_error(None, _("They are not pinned. %(why)s") % {"why": cannot_meet(error.problems, row, *both)})
        return _page(request, at, row, *both, form=form)
    except KeptTalkError:
        form.add_error(None, _("They have a talk on its way: it has to be called off before they can be kept apart."))
        return _page(request, at, row, *both, form=form)


def _both(at: At, participant_id: UUID, insider_id: UUID) -> tuple[Participant, Insider]:
    seeker = seen(Participant.objects.of(at.workspace), at.only).filter(pk=participant_id).first()
    insider = Insider.objects.of(at.workspace).filter(pk=insider_id).first()
    if seeker is None or insider is None:
        raise Http404("no such pair")
    return seeker, insider


def _page(
    request: HttpRequest, at: At, row: Round, seeker: Participant, insider: Insider, form: WishForm | None = None
) -> HttpResponse:
    match = query.match_of(row, at.only, seeker.pk, insider.pk)
    is_open = match is not None and match.state in OPEN
    can_wish = at.leads and row.state != RoundState.CLOSED  # the rest tells of seekers whom a caseworker may not see
    against = against_pin(row, seeker, insider, timezone.now()) if can_wish and not is_open else []
    reason = reasons.told(match.reason) if match and match.reason else None
    wished = query.wish_of(row, seeker.pk, insider.pk)
    weights = weights_of(row.summary.get("weights", row.weights))
    context = {
        "at": at, "row": row, "seeker": seeker, "insider": insider, "match": match, "reason": reason, "wish": wished,
        "parts": reasons.parts(reason, weights) if reason else [], "best": weights.best_score,
        "cannot": cannot_meet(against, row, seeker, insider), "can_wish": can_wish,
        "said_no": can_wish and query.said_no(row, insider.pk),
        "hours": [reasons.hour(one, row.week) for one in reason.hours] if reason else [],
        "is_proposed": match is None or match.state == MatchState.PROPOSED,
        "form": form or WishForm(initial={"reason": wished.reason if wished else ""}),
    }  # fmt: skip
    return render(request, "programmes/pair.html", context, status=422 if form and form.errors else 200)
