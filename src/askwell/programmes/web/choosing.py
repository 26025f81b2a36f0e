"""A pair of the coordinator's own choice: two people are looked up, and their page opens."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from askwell.lib.ids import id_of
from askwell.programmes.queries import choosing as query
from askwell.programmes.rules.written import weights_of
from askwell.programmes.web.doors import leads
from askwell.programmes.web.rounds import round_at
from askwell.programmes.web.words import reasons


@require_safe
def choose(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """Each side by the id that is chosen, or by words; the pair's page as soon as there is one of each."""
    at, told = leads(request), request.GET
    row = round_at(at, round_id)
    words = {side: told.get(f"{side}_q", "")[:120].strip() for side in ("seeker", "insider")}
    chosen = {side: id_of(told.get(side, "")) for side in words}
    seekers = query.seekers(row, words["seeker"], chosen["seeker"])
    insiders = query.insiders(row, words["insider"], chosen["insider"])
    if len(seekers) == len(insiders) == 1:
        return redirect("programmes:pair", row.pk, seekers[0].pk, insiders[0].pk)
    is_open = len(seekers) == 1 and not (words["insider"] or chosen["insider"])
    found = query.chances(row, seekers[0], timezone.now()) if is_open else None
    context = {
        "at": at, "row": row, "words": words, "chosen": chosen, "seekers": seekers, "insiders": insiders,
        "most": query.MOST, "found": found, "could": [_told(one) for one in found.candidates] if found else [],
        "free": [reasons.hour(one, row.week) for one in found.free] if found else [],
        "best": weights_of(row.weights).best_score,
    }  # fmt: skip
    return render(request, "programmes/choose_pair.html", context)


def _told(one: query.Candidate) -> dict[str, Any]:
    """With what stands against them in words; nothing where they could meet."""
    words = [str(reasons.BARRIERS[barrier]) for barrier in one.against]
    full = [_("no place left")] if one.is_full else []
    return {"insider": one.insider, "score": one.score, "against": [*words, *full]}
