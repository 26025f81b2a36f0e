"""A step is done: what the story tells of it from now on, looked through before it is kept."""

import re
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.growth.actions.filing import KINDS, Filing
from askwell.growth.actions.moving import finish
from askwell.growth.choices import StepKind
from askwell.growth.models import PlanStep
from askwell.growth.queries.steps import step_page
from askwell.growth.queries.values import StepPage
from askwell.growth.rules.states import ImpossibleMoveError
from askwell.growth.web.forming import attempt, form_page
from askwell.growth.web.forms import FilingForm
from askwell.growth.web.words.sentences import number
from askwell.ui.say import say

MOST_SKILLS = 30


@require_http_methods(["GET", "HEAD", "POST"])
def done(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    """`do=only`: it is done, and the story tells nothing of it. A conversation never becomes a part of the story."""
    try:
        language = translation.get_language() or "en"
        page = step_page(workspace_of(request.user), plan_step_id, language, timezone.now(), timezone.localdate())
    except PlanStep.DoesNotExist:
        raise Http404 from None
    told = page.row.kind is not StepKind.CONVERSATION and request.POST.get("do") != "only"
    form = FilingForm(request.POST or None, skills=list(page.skills), initial=_told(page))
    if request.method == "POST" and (not told or form.is_valid()):
        filing = _filing(page, form) if told else None
        if attempt(form, lambda: _finished(request, page, filing)):
            return redirect("growth:plan", page.plan_id)
    return form_page(
        request, form, title=_("Done: %(title)s") % {"title": page.row.facts.title}, back_words=page.row.facts.title,
        back=reverse("growth:step", args=[plan_step_id]), lead=_lead(page), keep=_("Put it in my story"),
        only=_("Done, but not for my story"), two=True, plain=page.row.kind is StepKind.CONVERSATION,
    )  # fmt: skip


def _finished(request: HttpRequest, page: StepPage, filing: Filing | None) -> bool:
    try:
        finish(workspace=workspace_of(request.user), step_id=page.row.id, filing=filing, now=timezone.now())
    except ImpossibleMoveError:
        say(request, _("It cannot go there from where it is."))
        return True
    say(request, _said(page, filing), undo=reverse("growth:move_back", args=[page.row.id]))
    return True


def _said(page: StepPage, filing: Filing | None) -> str:
    if page.row.gaps and page.row.kind is StepKind.CONVERSATION:
        return _("Done. A conversation helps with a gap and closes none by itself.")
    if len(page.skills) < len(page.row.gaps):
        return _("Done. A gap in your own words stays open until you say on the plan’s page that it is closed.")
    if filing and filing.skills:
        return _("Done. It is in your story now, and the gaps that it closes are proved by it.")
    return _("Done.")


def _told(page: StepPage) -> dict[str, Any]:
    facts, today = page.row.facts, timezone.localdate()
    end = min(facts.ends, today) if facts.ends else today
    start = facts.starts or (page.log[-1].on if page.log and len(page.log) == page.days else None)
    start = min(start, end) if start else None
    return {
        "title": facts.title, "organisation": facts.provider, "place": facts.place[:120], "note": _note(page),
        "start": f"{start:%Y-%m}" if start else "", "end": f"{end:%Y-%m}",
    }  # fmt: skip


def _note(page: StepPage) -> str:
    """How many hours it was: as they were logged, else as they were told."""
    hours = page.row.hours or page.row.payback.hours
    if not hours:
        return ""
    return ngettext("%(n)s hour", "%(n)s hours", round(hours)) % {"n": number(hours)}


def _filing(page: StepPage, form: FilingForm) -> Filing:
    told = form.cleaned_data
    more = [name for one in re.split("[,;，；、]", told["more"]) if (name := one.strip()[:120])]
    names = ("title", "organisation", "place", "start", "end", "note", "summary")
    return Filing(
        kind=KINDS[page.row.kind], skills=tuple([*told.get("skills", ()), *more][:MOST_SKILLS]),
        language=translation.get_language() or "en", **{name: told[name] for name in names},
    )  # fmt: skip


def _lead(page: StepPage) -> str:
    if page.row.kind is StepKind.CONVERSATION:
        return _("Your story stays as it is. What they said belongs among the insights, where it can count.")
    return _("Look through what your story will tell of it. Nothing else is added, and it can be taken back.")
