"""The questions of an interview: added, put otherwise, moved, removed, taken from the bank."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.coach import questions as coach
from askwell.interviews.actions import preparing
from askwell.interviews.actions.errors import EmptyTextError, StaleQuestionError
from askwell.interviews.choices import Topic
from askwell.interviews.models import Interview, Question
from askwell.interviews.queries.prepare import bank_page
from askwell.interviews.rules import bank as questions_bank
from askwell.interviews.rules.bank import BankQuestion
from askwell.interviews.web.asking import BETTER, Trouble
from askwell.interviews.web.prepare import shown
from askwell.interviews.web.words.prepare import AUDIENCES, FAMILIES, STAGES, TOPICS
from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.ui.say import say


@require_POST
def add(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """A question of one's own, or (`bank`) one of the bank, at the end."""
    try:
        question = (
            _from_bank(request, interview_id) if request.POST.get("bank") else _of_ones_own(request, interview_id)
        )
    except Interview.DoesNotExist:
        raise Http404 from None
    except EmptyTextError:
        return shown(request, interview_id, trouble=Trouble(None, _("A question needs words.")))
    if "bank" in request.GET:
        page = reverse("interviews:bank", args=[interview_id])
        return redirect(f"{page}?{request.GET.urlencode()}#{question.bank_id}")
    return _back(interview_id, question.pk)


def _from_bank(request: HttpRequest, interview_id: UUID) -> Question:
    return preparing.add_from_bank(
        workspace=workspace_of(request.user),
        interview_id=interview_id,
        question=_banked(request.POST["bank"]),
        language=request.POST.get("language", ""),
        now=timezone.now(),
    )


def _of_ones_own(request: HttpRequest, interview_id: UUID) -> Question:
    return preparing.add_question(
        workspace=workspace_of(request.user),
        interview_id=interview_id,
        text=request.POST.get("text", ""),
        topic=_topic(request.POST.get("topic", "")),
        now=timezone.now(),
    )


@require_POST
def change(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Other words, another kind. `was` is the text that was edited, `over` one that the seeker has seen since."""
    posted, interview_id = request.POST, _interview_of(request, question_id)
    text = posted.get("text", "")
    try:
        preparing.edit_question(
            workspace=workspace_of(request.user),
            question_id=question_id,
            text=text,
            topic=_topic(posted.get("topic", "")) or Topic.INSIGHTS,
            was=posted.get("over") or posted.get("was"),
            now=timezone.now(),
        )
    except EmptyTextError:
        words = _("A question needs words. To take it away, remove it.")
        return shown(request, interview_id, trouble=Trouble(question_id, words))
    except StaleQuestionError as error:
        words = _("It was changed elsewhere in the meantime:")
        return shown(request, interview_id, trouble=Trouble(question_id, words, typed=text, theirs=error.text))
    return _back(interview_id, question_id)


@require_POST
def move(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """To place `to`, counted from 1."""
    interview_id = _interview_of(request, question_id)
    place = whole_number(request.POST.get("to", ""), 1)
    preparing.move_question(workspace=workspace_of(request.user), question_id=question_id, to=place, now=timezone.now())
    return _back(interview_id, question_id)


@require_POST
def remove(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Take a question away; it waits in the session for an undo."""
    interview_id = _interview_of(request, question_id)
    gone = preparing.remove_question(workspace=workspace_of(request.user), question_id=question_id, now=timezone.now())
    request.session[f"removed-{interview_id}"] = {
        "text": gone.text,
        "topic": gone.topic,
        "position": gone.position,
        "bank_id": gone.bank_id,
        "insight_id": str(gone.insight_id or ""),
    }
    say(request, _("The question is gone."), undo=reverse("interviews:put_back", args=[interview_id]))
    return _back(interview_id)


@require_POST
def put_back(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """Undo of `remove`, in the same session."""
    kept = request.session.pop(f"removed-{interview_id}", None)
    if kept is None:
        raise Http404
    try:
        question = preparing.put_back(
            workspace=workspace_of(request.user),
            interview_id=interview_id,
            text=kept["text"],
            topic=Topic(kept["topic"]),
            position=kept["position"],
            bank_id=kept["bank_id"],
            insight_id=id_of(kept["insight_id"]),
            now=timezone.now(),
        )
    except Interview.DoesNotExist:
        raise Http404 from None
    return _back(interview_id, question.pk)


@require_POST
def instead(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Take the coach's wording, or ask a question of the bank instead; the seeker's own words wait in the session
    for an undo."""
    workspace, interview_id = workspace_of(request.user), _interview_of(request, question_id)
    own = Question.objects.of(workspace).get(pk=question_id)
    text, topic = _chosen(request, own)
    request.session[f"words-{question_id}"] = {"text": own.text, "topic": own.topic}
    preparing.edit_question(
        workspace=workspace,
        question_id=question_id,
        text=text,
        topic=topic,
        now=timezone.now(),
    )
    say(request, _("Replaced."), undo=reverse("interviews:own_words", args=[question_id]))
    return _back(interview_id, question_id)


@require_POST
def own_words(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Undo of `instead`, in the same session."""
    interview_id = _interview_of(request, question_id)
    kept = request.session.pop(f"words-{question_id}", None)
    if kept is None:
        raise Http404
    preparing.edit_question(
        workspace=workspace_of(request.user),
        question_id=question_id,
        text=kept["text"],
        topic=Topic(kept["topic"]),
        now=timezone.now(),
    )
    return _back(interview_id, question_id)


@require_POST
def keep(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """The seeker has read the remarks and keeps the question as it is: they fold away, until asked `back`."""
    interview_id = _interview_of(request, question_id)
    preparing.keep_question(
        workspace=workspace_of(request.user), question_id=question_id, kept="back" not in request.POST
    )
    return _back(interview_id, question_id)


@require_safe
def bank(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """The whole bank, filtered by kind, part of the talk, family and audience."""
    asked = request.GET
    wanted = {
        "topic": asked.get("topic", "") if asked.get("topic") in set(Topic) else "",
        "stage": asked.get("stage", "") if asked.get("stage") in STAGES else "",
        "family": asked.get("family", "") if asked.get("family") in FAMILIES else "",
        "audience": asked.get("audience", "") if asked.get("audience") in AUDIENCES else "",
    }
    language = translation.get_language() or "en"
    try:
        page = bank_page(workspace_of(request.user), interview_id, language=language, **wanted)
    except Interview.DoesNotExist:
        raise Http404 from None
    context = {
        "page": page,
        "wanted": wanted,
        "offers": [
            {"id": one.id, "topic": one.topic, "text": one.text_in(page.language), "is_added": one.id in page.added}
            for one in page.questions
        ],
        "topics": TOPICS.items(),
        "stages": STAGES.items(),
        "families": FAMILIES.items(),
        "audiences": AUDIENCES.items(),
    }
    return render(request, "interviews/bank.html", context)


def _interview_of(request: HttpRequest, question_id: UUID) -> UUID:
    found = Question.objects.of(workspace_of(request.user)).filter(pk=question_id)
    interview_id = found.values_list("interview_id", flat=True).first()
    if interview_id is None:
        raise Http404
    return interview_id


def _back(interview_id: UUID, question_id: UUID | None = None) -> HttpResponse:
    place = f"q-{question_id}" if question_id else "asking"
    return redirect(f"{reverse('interviews:prepare', args=[interview_id])}#{place}")


def _chosen(request: HttpRequest, own: Question) -> tuple[str, Topic]:
    """What to ask instead, and its kind. Raises Http404 where there is no such thing (any more)."""
    named = request.POST.get("bank", "")
    if named != BETTER:
        return _banked(named).text_in(request.POST.get("language", "")), _banked(named).topic
    better = coach.better(own.text)
    if better is None:
        raise Http404
    return better, Topic(coach.topic_of(better))


def _topic(code: str) -> Topic | None:
    return Topic(code) if code in set(Topic) else None


def _banked(key: str) -> BankQuestion:
    found = next((one for one in questions_bank.questions() if one.id == key), None)
    if found is None:
        raise Http404
    return found
