"""The mock job interview: a page a question, what the coach says of each answer, and a report."""

import secrets
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.coach.drills import Kind
from askwell.coach.insider import trades
from askwell.coach.job_interviews import LEVELS, SHAPES
from askwell.lib.numbers import whole_number
from askwell.practice.actions import job_interviews as actions
from askwell.practice.actions.errors import (
    AnsweredElsewhereError,
    ConcernError,
    EmptyAnswerError,
    LongAnswerError,
    NoSuchExerciseError,
    NoSuchJobInterviewError,
)
from askwell.practice.actions.unsent import unsent
from askwell.practice.models import JobAnswer, JobInterview
from askwell.practice.queries import job_interviews as reads
from askwell.practice.queries.job_interviews import Asked, Sitting
from askwell.practice.rules.answering import Verdict
from askwell.practice.rules.fitting import for_answer
from askwell.practice.web.drilling import drill_address
from askwell.practice.web.spoken import of_page
from askwell.practice.web.words import job_interviews as words
from askwell.practice.web.words.insiders import LANGUAGES, by_family
from askwell.ui.say import say

SEEDS = 2**31
ASIDE = "job_answer_aside"
"""Under which the session keeps an answer that is not given yet: interview, place, text."""
USUAL = {"trade": "", "level": "entry", "count": "5"}


def begin(request: HttpRequest) -> HttpResponse:
    """What is chosen before (`trade` and `language` of the address first), and the interviews so far; a POST sits
    down."""
    workspace = workspace_of(request.user)
    if request.method == "POST":
        return _sat_down(request)
    past = reads.recent(workspace)
    last = {"trade": past[0].trade, "level": past[0].level} if past else {}
    context = {
        "chosen": {**USUAL, **last, "language": of_page(), **_wanted(request)},
        "families": by_family(trades()),
        "levels": [(level, *words.LEVELS[level]) for level in LEVELS],
        "counts": [str(count) for count in SHAPES],
        "languages": LANGUAGES.items(),
        "past": [(row, *words.setting(row.trade, row.level)) for row in past],
    }
    return render(request, "practice/job_interviews.html", context)


def _wanted(request: HttpRequest) -> dict[str, str]:
    """What a link to the page asks for, where there is such a thing."""
    known = {"trade": {one.code for one in trades()}, "language": set(LANGUAGES)}
    return {name: value for name, some in known.items() if (value := request.GET.get(name, "")) in some}


def _sat_down(request: HttpRequest) -> HttpResponse:
    trade, level, language = (request.POST.get(name, "") for name in ("trade", "level", "language"))
    try:
        interview = actions.begin(
            workspace=workspace_of(request.user), trade=trade, level=level, language=language,
            count=whole_number(request.POST.get("count", ""), 0), seed=secrets.randbelow(SEEDS), now=timezone.now(),
        )  # fmt: skip
    except NoSuchJobInterviewError:
        raise Http404 from None
    return redirect("practice:job_question", interview.pk)


@require_safe
def question(request: HttpRequest, job_interview_id: UUID) -> HttpResponse:
    """The first question that waits, or number `?question`, from 1; when none waits, the report."""
    one = _sitting(request, job_interview_id)
    place = whole_number(request.GET.get("question", ""), 0) - 1
    asked = next((each for each in one.asked if each.place == place), None) or one.next
    if asked is None:
        return redirect("practice:job_report", job_interview_id)
    return _asking(request, one, asked)


@require_POST
def answer(request: HttpRequest, job_interview_id: UUID) -> HttpResponse:
    """Keep what was said, and show what the coach says of it."""
    one, typed = _sitting(request, job_interview_id), request.POST.get("text", "")
    place = whole_number(request.POST.get("place", ""), -1)
    try:
        given = actions.answer(
            workspace=one.interview.workspace, job_interview_id=job_interview_id, place=place, text=typed,
            tries=whole_number(request.POST.get("tries", ""), -1), now=timezone.now(),
        )  # fmt: skip
    except EmptyAnswerError:
        return _asking(request, one, _at(one, place), _("Say something first: one sentence is a beginning."), typed)
    except LongAnswerError:
        return _asking(request, one, _at(one, place), _("That is too long: an answer takes two minutes."), typed)
    except ConcernError as error:
        return _asking(request, one, _at(one, place), concern=error.concern, status=422)
    except AnsweredElsewhereError:
        say(request, _("You answered this one in another tab. Your words stand here still."))
        return _asking(request, one, _at(one, place), "", typed, status=409)
    except NoSuchExerciseError:
        raise Http404 from None
    request.session.pop(ASIDE, None)
    return redirect("practice:job_answer", given.pk)


def _at(one: Sitting, place: int) -> Asked:
    """Raises Http404 for a place without a question, as one that was taken out of the list since."""
    asked = next((each for each in one.asked if each.place == place), None)
    if asked is None:
        raise Http404
    return asked


def _asking(
    request: HttpRequest,
    one: Sitting,
    asked: Asked,
    trouble: str = "",
    typed: str = "",
    *,
    concern: str = "",
    status: int = 0,
) -> HttpResponse:
    context = {
        **_setting(one),
        "asked": asked,
        "kind": words.KINDS[asked.question.kind],
        "trouble": trouble,
        "concern": concern,
        "typed": typed or _aside(request, one, asked) or (asked.answer.text if asked.answer else ""),
        "asking_drill": for_answer(asked.question.kind),
    }
    return render(request, "practice/job_question.html", context, status=status or (422 if trouble else 200))


@require_POST
def set_aside(request: HttpRequest, job_interview_id: UUID) -> HttpResponse:
    """To a drill (`drill`); what is typed waits in the session, and stands in the field when they come back."""
    one, place = _sitting(request, job_interview_id), whole_number(request.POST.get("place", ""), -1)
    kind, language = request.POST.get("drill", ""), one.interview.language
    if kind not in set(Kind) or place not in {each.place for each in one.asked}:
        raise Http404
    try:
        kept = unsent(request.POST.get("text", ""), language)
    except ConcernError as error:
        return _asking(request, one, _at(one, place), concern=error.concern, status=422)
    request.session[ASIDE] = [str(one.interview.pk), place, kept]
    return redirect(drill_address(kind, language, _question_at(one, place)))


def _aside(request: HttpRequest, one: Sitting, asked: Asked) -> str:
    """What waits of an answer to this question."""
    key, place, text = request.session.get(ASIDE) or ("", -1, "")
    return text if (key, place) == (str(one.interview.pk), asked.place) else ""


def _question_at(one: Sitting, place: int) -> str:
    return f"{reverse('practice:job_question', args=[one.interview.pk])}?question={place + 1}"


@require_safe
def job_answer(request: HttpRequest, job_answer_id: UUID) -> HttpResponse:
    """What the coach says of the last answer to this question."""
    try:
        given = reads.answer_of(workspace_of(request.user), job_answer_id)
    except JobAnswer.DoesNotExist:
        raise Http404 from None
    one = _sitting(request, given.job_interview_id)
    asked = next((each for each in one.asked if each.place == given.place), None)
    if asked is None or asked.answer is None:
        raise Http404
    if asked.answer != given:
        return redirect("practice:job_answer", asked.answer.pk)
    verdict = reads.judged(asked)
    context = {
        "asked": asked,
        "said": words.said(verdict),
        "drill": _drill(asked, verdict),
        "back": request.path,
        "following": _following(one, asked),
        **_setting(one),
    }
    return render(request, "practice/job_answer.html", context)


def _drill(asked: Asked, said: Verdict | None) -> str:
    """That trains what is to change in the answer, or such answers."""
    return for_answer(asked.question.kind, said.change) if said else ""


def _following(one: Sitting, asked: Asked) -> str:
    """Where one goes on: the next question that waits, after this one if there is one, else the report."""
    waiting = [each for each in one.asked if each.answer is None]
    after = next((each for each in waiting if each.place > asked.place), waiting[0] if waiting else None)
    if after is None:
        return reverse("practice:job_report", args=[one.interview.pk])
    return _question_at(one, after.place)


@require_safe
def report(request: HttpRequest, job_interview_id: UUID) -> HttpResponse:
    one = _sitting(request, job_interview_id)
    verdicts = reads.verdicts(one)
    summed = reads.report(verdicts)
    rows = [(asked, words.said(said), _drill(asked, said)) for asked, said in verdicts]
    context = {"report": summed, "rows": rows, "back": request.path, **_setting(one), **words.reported(summed)}
    return render(request, "practice/job_report.html", context)


def _sitting(request: HttpRequest, job_interview_id: UUID) -> Sitting:
    try:
        return reads.sitting(workspace_of(request.user), job_interview_id)
    except JobInterview.DoesNotExist:
        raise Http404 from None


def _setting(one: Sitting) -> dict[str, object]:
    work, level = words.setting(one.interview.trade, one.interview.level)
    return {"one": one, "work": work, "level": level}
