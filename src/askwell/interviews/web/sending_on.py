"""A claim sent on into a question for somebody who is met next."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.interviews.actions.errors import EmptyTextError
from askwell.interviews.actions.preparing import ask_about
from askwell.interviews.models import Insight, Question
from askwell.interviews.queries.insights import claim_of
from askwell.interviews.queries.sending_on import coming_talks
from askwell.lib.ids import id_of
from askwell.ui.say import say

MOST = 300
"""Characters of a claim that are put into a question."""


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, insight_id: UUID) -> HttpResponse:
    """Choose the talk and word the question; who made the claim is not named in it."""
    workspace = workspace_of(request.user)
    try:
        claim = claim_of(workspace, insight_id)
    except Insight.DoesNotExist:
        raise Http404 from None
    trouble = ""
    if request.method == "POST":
        try:
            question = _asked(request, insight_id)
        except EmptyTextError:
            trouble = _("A question needs words.")
        else:
            say(request, _("The question is in the brief."), undo=_undo(question))
            return redirect(f"{reverse('interviews:prepare', args=[question.interview_id])}#q-{question.pk}")
    text = _("Somebody in the field told me: “%(claim)s” How do you see that?") % {"claim": claim.text[:MOST]}
    talks = [one for one in coming_talks(workspace) if one.who.id != claim.who.id]
    context = {"claim": claim, "talks": talks, "text": text, "trouble": trouble}
    return render(request, "interviews/ask_about.html", context, status=422 if trouble else 200)


def _undo(question: Question) -> str:
    return reverse("interviews:remove_question", args=[question.pk])


def _asked(request: HttpRequest, insight_id: UUID) -> Question:
    interview_id = id_of(request.POST.get("talk", ""))
    if interview_id is None:
        raise Http404
    try:
        return ask_about(
            workspace=workspace_of(request.user), interview_id=interview_id, insight_id=insight_id,
            text=request.POST.get("text", ""), now=timezone.now(),
        )  # fmt: skip
    except ObjectDoesNotExist:
        raise Http404 from None
