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
from askwell.people.queries.duplicates import (
    came_since,
    open_pairs,
    pairs_in_files,
    pairs_of,
    recent_merges,
    search_of,
    went_into_merge,
)
from askwell.people.tasks import queue_search
from askwell.people.web.names import card_or_404
from askwell.people.web.pair_view import Side, both, compared, merge_why, summed_up, together
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
    context: dict[str, object] = {"search": search, "total": len(waiting), "files": pairs_in_files(workspace)}
    if shown is None:
        context["came_since"] = came_since(workspace, search.finished_at) if search and search.finished_at else 0
        merges = [(merge, merge_why(merge)) for merge in recent_merges(workspace)]
        return render(request, "people/duplicates.html", context | {"merges": merges})
    pair, context["place"] = open_pairs(workspace).get(pk=shown), waiting.index(shown) + 1
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
    lines = compared(one, other, pair.reasons)
    return {
        "pair": pair,
        "sides": (one, other),
        "lines": lines,
        "summary": summed_up(lines),
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
        pair = _pair(workspace, pair_id)
        merge = actions.decide_pair(
            workspace=workspace, pair_id=pair_id, decision=Decision.SAME if same else Decision.DIFFERENT,
            past_roles=[key for key in past if key != current] if current else [], now=timezone.now(),
        )  # fmt: skip
    except Pair.DoesNotExist:
        if not went_into_merge(workspace, pair_id):
            raise Http404 from None
        return _decided(request)
    except actions.DecidedError:
        return _decided(request)
    if merge:
        say(request, both(_("Kept as one: %(one)s and %(other)s."), pair), undo=_address("people:undo_merge", merge.pk))
        return redirect("people:duplicates")
    said = both(_("Two people: %(one)s and %(other)s. Not asked again."), pair)
    say(request, said, undo=_address("people:reopen_pair", pair_id))
    return redirect("people:duplicates")


def _decided(request: HttpRequest) -> HttpResponse:
    say(request, _("This pair was decided already."))
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
    _stays, pair = _part(workspace_of(request.user), merge_id, Decision.OPEN)
    say(request, both(_("Two people again: %(one)s and %(other)s. The pair waits for your answer."), pair))
    return redirect(f"{reverse('people:duplicates')}?pair={pair.pk}")


@require_POST
def part(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    """They are two after all: each with what came with them. Leads to where it was asked: the list of merges, or the
    page of the person who stays."""
    person_id, pair = _part(workspace_of(request.user), merge_id, Decision.DIFFERENT)
    said = both(_("Two people again: %(one)s and %(other)s, each with what came with them."), pair)
    say(request, said, undo=_address("people:rejoin", pair.pk))
    if request.POST.get("from") == "list":
        return redirect("people:duplicates")
    return redirect("desk:person", person_id)


@require_POST
def rejoin(request: HttpRequest, pair_id: UUID) -> HttpResponse:
    """The parting taken back: one person again."""
    workspace = workspace_of(request.user)
    try:
        pair = _pair(workspace, pair_id)
        actions.reopen_pair(workspace=workspace, pair_id=pair_id)
        merge = actions.decide_pair(workspace=workspace, pair_id=pair_id, decision=Decision.SAME, now=timezone.now())
    except Pair.DoesNotExist:
        raise Http404 from None
    assert merge, "SAME always merges"
    say(request, both(_("One person again: %(one)s and %(other)s."), pair))
    return redirect("desk:person", merge.person_id)


def _part(workspace: Workspace, merge_id: UUID, decision: Decision) -> tuple[UUID, Pair]:
    """Who stays, and the pair that they are now."""
    try:
        merge = Merge.objects.of(workspace).get(pk=merge_id)
        back = actions.part_persons(workspace=workspace, merge_id=merge_id, decision=decision, now=timezone.now())
    except Merge.DoesNotExist:
        raise Http404 from None
    return merge.person_id, pairs_of(workspace, merge.person_id, back).select_related("one", "other").get()


def _pair(workspace: Workspace, pair_id: UUID) -> Pair:
    return Pair.objects.of(workspace).select_related("one", "other").get(pk=pair_id)


def _address(name: str, key: UUID) -> str:
    return reverse(name, args=[key])


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
