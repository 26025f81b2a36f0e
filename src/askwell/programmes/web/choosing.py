"""A pair of the coordinator's own choice: two people are looked up, and their page opens."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from askwell.lib.ids import id_of
from askwell.programmes.queries import choosing as query
from askwell.programmes.web.doors import leads
from askwell.programmes.web.rounds import round_at


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
    context = {
        "at": at, "row": row, "words": words, "chosen": chosen, "seekers": seekers, "insiders": insiders,
        "most": query.MOST,
    }  # fmt: skip
    return render(request, "programmes/choose_pair.html", context)
