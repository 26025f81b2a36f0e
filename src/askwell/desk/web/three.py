"""Three people from memory: how an empty address book begins."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.desk.actions.many import keep_from_memory
from askwell.people.actions.errors import NobodyError
from askwell.people.choices import TieKind
from askwell.ui.say import say

K = TieKind


@dataclass(frozen=True, slots=True)
class Asked:
    """One of the three questions, with what was answered so far."""

    question: Any
    example: Any
    ties: tuple[TieKind, ...]
    name: str = ""
    tie: str = ""


RECALL = (
    Asked(
        gettext_lazy("Someone you worked with, here or abroad"),
        gettext_lazy("林华, Lin Hua or both"),
        (K.FORMER_COLLEAGUE, K.FRIEND, K.NEIGHBOUR, K.CLASSMATE, K.PROFESSOR, K.FAMILY),
    ),
    Asked(
        gettext_lazy("Someone you see every week"),
        gettext_lazy("A name in any script"),
        (K.NEIGHBOUR, K.FRIEND, K.CLASSMATE, K.FAMILY),
    ),
    Asked(
        gettext_lazy("Someone who taught you something"),
        gettext_lazy("A teacher, a trainer, a settlement worker"),
        (K.PROFESSOR, K.PROGRAMME, K.FRIEND),
    ),
)


@require_http_methods(["GET", "HEAD", "POST"])
def three(request: HttpRequest) -> HttpResponse:
    """Keep those that were named; with a name too few or unreadable the form comes back with what was typed.

    Whoever comes here by the address alone, after a reload or signing in, is led to the form.
    """
    if request.method != "POST":
        return redirect("desk:people")
    names = request.POST.getlist("name")[: len(RECALL)]
    kinds = [TieKind(code) if code in set(TieKind) else TieKind.NONE for code in request.POST.getlist("tie")]
    named = list(zip(names, kinds, strict=False))
    try:
        kept = keep_from_memory(workspace=workspace_of(request.user), named=named, now=timezone.now())
    except NobodyError:
        recall = [replace(asked, name=name, tie=kind) for asked, (name, kind) in zip(RECALL, named, strict=False)]
        context = {
            "recall": recall or RECALL,
            "trouble": _("Write at least one name: family name, given name, or both."),
        }
        return render(request, "desk/people_empty.html", context, status=422)
    words = ngettext("%(count)s person kept.", "%(count)s people kept.", len(kept))
    say(request, words % {"count": len(kept)})
    return redirect("desk:people")
