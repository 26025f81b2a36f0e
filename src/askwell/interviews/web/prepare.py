"""Preparing an interview: the page, and the brief that is saved as it is typed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.interviews.actions import preparing
from askwell.interviews.actions.errors import StaleBriefError
from askwell.interviews.actions.preparing import Brief, Fact
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.queries.listing import is_near
from askwell.interviews.queries.prepare import PreparePage, prepare_page
from askwell.interviews.queries.times import interview_of_thread
from askwell.interviews.rules.duties import HELD
from askwell.interviews.rules.readiness import ENOUGH_FACTS, Check
from askwell.interviews.web.asking import Trouble, asking_context
from askwell.interviews.web.words import prepare as words
from askwell.interviews.web.words.states import call_name
from askwell.lib.numbers import whole_number
from askwell.outreach.rules.followups import CONFIRM_FROM


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press in the head of the page."""

    words: str
    url: str
    is_primary: bool = False


@require_safe
def prepare(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    return shown(request, interview_id)


def shown(
    request: HttpRequest,
    interview_id: UUID,
    *,
    typed: Brief | None = None,
    version: int = 0,
    trouble: Trouble | None = None,
) -> HttpResponse:
    """The page. With a brief that could not be saved (`typed`, on `version`) or trouble with a question: 422, and
    what was typed stands in the fields still."""
    workspace, now = workspace_of(request.user), timezone.now()
    try:
        page = prepare_page(workspace, interview_id, now, language=translation.get_language() or "en")
    except Interview.DoesNotExist:
        raise Http404 from None
    saved = _saved(page)
    context = {
        "page": page,
        "one": page.interview,
        "name": call_name(page.who),
        "buttons": _buttons(page, now),
        "is_held": page.interview.state in HELD,
        "brief": typed or saved,
        "facts": _rows(typed or saved),
        "version": version or page.interview.version,
        "theirs": saved if typed else None,
        "is_proposal": typed is None and bool(saved.path) and not page.interview.path,
        "ready": words.ready_heading(page.checks),
        "repairs": words.repairs(page.checks),
        "lean": words.lean(page.mix),
        "has_weak": any(share.weak for share in page.mix),
        **asking_context(request, page, trouble),
    }
    return render(request, "interviews/prepare.html", context, status=422 if typed or trouble else 200)


@require_POST
def brief(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """Keep the brief as it stands. `over` is the version that the seeker has seen and writes over."""
    typed = _typed(request.POST)
    version = whole_number(request.POST.get("version", ""), 0)
    try:
        preparing.save_brief(
            workspace=workspace_of(request.user),
            interview_id=interview_id,
            version=whole_number(request.POST.get("over", ""), version),
            brief=typed,
            now=timezone.now(),
        )
    except Interview.DoesNotExist:
        raise Http404 from None
    except StaleBriefError:
        return shown(request, interview_id, typed=typed, version=version)
    return redirect("interviews:prepare", interview_id)


@require_safe
def of_thread(request: HttpRequest, thread_id: UUID) -> HttpResponse:
    """The interview that hangs on a conversation: lower apps know no more than the thread."""
    try:
        return redirect("interviews:prepare", interview_of_thread(workspace_of(request.user), thread_id))
    except Interview.DoesNotExist:
        raise Http404 from None


def _typed(posted: QueryDict) -> Brief:
    pairs = zip(posted.getlist("fact"), posted.getlist("source"), strict=False)
    return Brief(
        path=posted.get("path", ""),
        shared=posted.get("shared", ""),
        facts=[Fact(text, source) for text, source in pairs],
        aim=posted.get("aim", ""),
    )


def _saved(page: PreparePage) -> Brief:
    """The brief as it is kept; a path that nobody wrote yet is proposed from what is known of them."""
    one = page.interview
    facts = [Fact(fact.get("text", ""), fact.get("source", "")) for fact in one.facts]
    untouched = one.version == 1 and one.state not in HELD
    path = one.path or (words.path_words(page.proposed) if untouched else "")
    return Brief(path=path, shared=one.shared, facts=facts, aim=one.aim)


def _rows(brief: Brief) -> list[Fact]:
    """The facts, with an empty row to write in, three at least."""
    empty = max(ENOUGH_FACTS - len(brief.facts), 1)
    return [*brief.facts, *(Fact("", "") for _row in range(empty))]


def _buttons(page: PreparePage, now: datetime) -> list[Button]:
    """What can be done with the interview now; the last one is the primary one."""
    one = page.interview
    if one.state in HELD:
        return [Button(_("What came of it"), reverse("interviews:finish", args=[one.pk]), is_primary=True)]
    if one.state != InterviewState.CONFIRMED or one.starts_at is None:
        return [Button(_("Agree on a time"), reverse("interviews:times", args=[one.pk]), is_primary=True)]
    over = one.starts_at + timedelta(minutes=one.minutes) <= now
    if over and not is_near(one.starts_at, now):
        return [Button(_("Write it down"), reverse("interviews:finish", args=[one.pk]), is_primary=True)]
    return _to_come(page, one.starts_at, now)


def _to_come(page: PreparePage, starts_at: datetime, now: datetime) -> list[Button]:
    one = page.interview
    confirmed = any(check.is_met for check in page.checks if check.check is Check.CONFIRMED)
    due = not confirmed and starts_at - CONFIRM_FROM <= now and not is_near(starts_at, now)
    write = reverse("outreach:write", args=[one.person_id])
    confirm = Button(_("Confirm with %(name)s") % {"name": call_name(page.who)}, f"{write}?kind=reply", due)
    talk = Button(_("Hold the talk"), reverse("interviews:talk", args=[one.pk]), not due)
    return [talk] if confirmed else [confirm, talk]
