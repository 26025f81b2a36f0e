"""Duplicates among everyone: the search, one pair at a time with one key each, and parting what was made one."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.lib.ids import id_of
from askwell.people import actions
from askwell.people.choices import Decision, SearchState
from askwell.people.models import Merge, Pair, Person
from askwell.people.queries import search as find_people
from askwell.people.queries.duplicates import open_pairs, pairs_in_files, recent_merges, search_of
from askwell.people.tasks import queue_search
from askwell.people.web.names import card_or_404, shown_name
from askwell.people.web.pair_view import Side, compared, together
from askwell.ui.say import say

FOUND = 8


@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    """The pair that waits: `?pair` that one, `?after` the one that follows it."""
    workspace = workspace_of(request.user)
    search = search_of(workspace)
    if search and search.state != SearchState.DONE:
        return render(request, "people/duplicates_working.html", {"search": search})
    waiting = list(open_pairs(workspace).values_list("id", flat=True))
    shown = _shown(waiting, id_of(request.GET.get("pair", "")), id_of(request.GET.get("after", "")))
    context: dict[str, object] = {"search": search, "left": len(waiting)}
    if shown is None:
        context |= {"merges": recent_merges(workspace), "files": pairs_in_files(workspace)}
        return render(request, "people/duplicates.html", context)
    pair = open_pairs(workspace).get(pk=shown)
    return render(request, "people/duplicates_pair.html", context | _pair_context(workspace, pair))


def _shown(waiting: list[UUID], wanted: UUID | None, after: UUID | None) -> UUID | None:
    if wanted in waiting:
        return wanted
    if after in waiting:
        place = waiting.index(after) + 1
        return waiting[place % len(waiting)]
    return waiting[0] if waiting else None


def _pair_context(workspace: Workspace, pair: Pair) -> dict[str, object]:
    one, other = (Side.of(card_or_404(workspace, person)) for person in (pair.one_id, pair.other_id))
    return {
        "pair": pair,
        "sides": (one, other),
        "lines": compared(one, other, pair.reasons),
        "together": together(workspace, one, other),
    }


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    workspace = workspace_of(request.user)
    actions.ask_search(workspace=workspace, now=timezone.now())
    queue_search(workspace.pk)
    return redirect("people:duplicates")


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """The bar alone, asked for while the search goes on; the whole page once it is over."""
    search = search_of(workspace_of(request.user))
    if search is None or search.state == SearchState.DONE:
        return HttpResponseClientRefresh()
    return render(request, "people/duplicates_bar.html", {"search": search})


@require_POST
def answer(request: HttpRequest, pair_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    same = request.POST.get("answer") == "same"
    past = [key for key in map(id_of, request.POST.getlist("roles")) if key] if same else []
    current = id_of(request.POST.get("current", ""))
    try:
        merge = actions.decide_pair(
            workspace=workspace, pair_id=pair_id, decision=Decision.SAME if same else Decision.DIFFERENT,
            past_roles=[key for key in past if key != current] if current else [], now=timezone.now(),
        )  # fmt: skip
    except Pair.DoesNotExist:
        raise Http404 from None
    except actions.DecidedError:
        say(request, _("This pair was decided already."))
        return redirect("people:duplicates")
    if merge:
        say(request, _("Kept as one person."), undo=reverse("people:undo_merge", args=[merge.pk]))
        return redirect("people:duplicates")
    say(request, _("Two people: not asked again."), undo=reverse("people:reopen_pair", args=[pair_id]))
    return redirect("people:duplicates")


@require_POST
def reopen(request: HttpRequest, pair_id: UUID) -> HttpResponse:
    """The answer "two people" taken back: the pair is shown again."""
    try:
        actions.reopen_pair(workspace=workspace_of(request.user), pair_id=pair_id)
    except Pair.DoesNotExist:
        raise Http404 from None
    return redirect(f"{reverse('people:duplicates')}?pair={pair_id}")


@require_POST
def undo_merge(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    """The answer "same person" taken back: the pair waits again."""
    _part(workspace_of(request.user), merge_id, Decision.OPEN)
    say(request, _("Two people again. The pair waits for your answer."))
    return redirect("people:duplicates")


@require_POST
def part(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    """They are two after all: each with what came with them."""
    workspace = workspace_of(request.user)
    back = _part(workspace, merge_id, Decision.DIFFERENT)
    name = shown_name(Person.objects.of(workspace).get(pk=back))
    say(request, _("Two people again, each with what came with them. They are not asked about again."))
    say(request, _("%(name)s is back.") % {"name": name})
    return redirect("desk:person", back)


def _part(workspace: Workspace, merge_id: UUID, decision: Decision) -> UUID:
    try:
        return actions.part_persons(workspace=workspace, merge_id=merge_id, decision=decision, now=timezone.now())
    except Merge.DoesNotExist:
        raise Http404 from None


@require_safe
def same_as(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Whom the person is the same as: found by name, then looked at side by side."""
    workspace = workspace_of(request.user)
    card = card_or_404(workspace, person_id)
    query = request.GET.get("q", card.person.native_name or card.person.family_name or card.person.given_name)[:100]
    found = [one for one in find_people(workspace, query, limit=FOUND + 1) if one.id != person_id][:FOUND]
    context = {"person": card.person, "side": Side.of(card), "query": query, "found": found}
    return render(request, "people/same_as.html", context)


@require_POST
def compare(request: HttpRequest, person_id: UUID) -> HttpResponse:
    workspace, other = workspace_of(request.user), id_of(request.POST.get("other", ""))
    try:
        if other is None:
            raise Person.DoesNotExist
        pair = actions.open_pair(workspace=workspace, one_id=person_id, other_id=other, now=timezone.now())
    except Person.DoesNotExist:
        raise Http404 from None
    return redirect(f"{reverse('people:duplicates')}?pair={pair.pk}")
