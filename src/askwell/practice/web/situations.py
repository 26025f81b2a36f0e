"""Situations at work: one at a time, what is best and why, asked again until it sticks."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.coach.etiquette import LEVELS, Situation, situations
from askwell.lib.numbers import whole_number
from askwell.practice.actions import situations as actions
from askwell.practice.actions.errors import AnsweredElsewhereError, LaterAnswerError, NothingChosenError, PracticeError
from askwell.practice.models import SituationAnswer
from askwell.practice.queries.situations import Deck, deck
from askwell.practice.web.words.situations import CATEGORIES, LANGUAGES
from askwell.ui.say import say

SOON = timedelta(minutes=15)
"""What is due before is asked again in this sitting."""
KEPT = "situations"
"""Under which the session keeps the reading level and the language."""


@require_safe
def situation(request: HttpRequest) -> HttpResponse:
    """The next situation; `?more`: new ones beyond the day's."""
    return _asked(request)


def _asked(request: HttpRequest, trouble: str = "", again: str = "", status: int = 200) -> HttpResponse:
    cards = deck_of(request)
    asked = situations().get(again) or cards.next
    context = {
        "deck": cards,
        "asked": asked,
        "seen": cards.seen.get(asked.id, 0) if asked else 0,
        "trouble": trouble,
        "more": "more" in request.GET,
        "progress": [(CATEGORIES[one.category], one) for one in cards.progress],
        "total": len(situations()),
    }
    return render(request, "practice/situation.html", context | _telling(request, asked), status=status)


def deck_of(request: HttpRequest) -> Deck:
    """The viewer's situations as they stand now."""
    return deck(
        workspace_of(request.user),
        level=_level(request),
        now=timezone.now(),
        today=_midnight(),
        more="more" in request.GET,
    )


def _midnight() -> datetime:
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def _level(request: HttpRequest) -> int | None:
    level = request.session.get(KEPT, {}).get("level")
    return level if level in LEVELS else None


def _language(request: HttpRequest) -> str:
    chosen = request.session.get(KEPT, {}).get("language") or _of_page()
    return chosen if chosen in LANGUAGES else "en"


def _of_page() -> str:
    language = translation.get_language() or "en"
    return "zh-Hans" if language.lower().startswith("zh") else language[:2]


def _telling(request: HttpRequest, asked: Situation | None) -> dict[str, object]:
    language = _language(request)
    return {
        "telling": asked.told[language] if asked else None,
        "language": language,
        "category": CATEGORIES[asked.category] if asked else "",
        "languages": LANGUAGES.items(),
        "levels": LEVELS,
        "level": _level(request),
    }


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """The reading level and the language of situations, kept as long as the viewer is signed in."""
    level = whole_number(request.POST.get("level", ""), 0)
    language = request.POST.get("language", "")
    request.session[KEPT] = {
        "level": level if level in LEVELS else None,
        "language": language if language in LANGUAGES else "",
    }
    return redirect("practice:situation")


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    asked = request.POST.get("situation", "")
    try:
        given = actions.answer(
            workspace=workspace_of(request.user),
            situation_id=asked,
            chosen=_number(request, "chosen"),
            seen=_number(request, "seen"),
            now=timezone.now(),
        )
    except NothingChosenError:
        return _asked(request, _("Choose one of the four."), again=asked, status=422)
    except AnsweredElsewhereError:
        say(request, _("You answered this one in another tab."))
        return redirect("practice:situation")
    except PracticeError:
        raise Http404 from None
    return redirect("practice:situation_answer", given.pk)


def _number(request: HttpRequest, name: str) -> int:
    return whole_number(request.POST.get(name, ""), -1)


@require_safe
def situation_answer(request: HttpRequest, situation_answer_id: UUID) -> HttpResponse:
    """What was chosen, what is best, and why."""
    given = _given(request, situation_answer_id)
    asked = situations().get(given.card.situation)
    if asked is None:
        raise Http404
    telling = _telling(request, asked)
    marked = [
        (text, place == asked.best, place == given.chosen)
        for place, text in enumerate(asked.told[_language(request)].options)
    ]
    return render(
        request,
        "practice/situation_answer.html",
        {"given": given, "is_soon": _is_soon(given), "options": marked, "deck": deck_of(request)} | telling,
    )


def _is_soon(given: SituationAnswer) -> bool:
    """Whether it comes again in this sitting."""
    return given.card.due_at < timezone.now() + SOON


def _given(request: HttpRequest, answer_id: UUID) -> SituationAnswer:
    try:
        return SituationAnswer.objects.of(workspace_of(request.user)).select_related("card").get(pk=answer_id)
    except SituationAnswer.DoesNotExist:
        raise Http404 from None


@require_POST
def guess(request: HttpRequest, situation_answer_id: UUID) -> HttpResponse:
    """It was right by luck, or (without `guessed`) it was not luck."""
    try:
        actions.call_guess(
            workspace=workspace_of(request.user),
            answer_id=situation_answer_id,
            guessed=bool(request.POST.get("guessed")),
        )
    except SituationAnswer.DoesNotExist:
        raise Http404 from None
    except LaterAnswerError:
        say(request, _("You have answered this one again since."))
    return redirect("practice:situation_answer", situation_answer_id)


@require_POST
def take_back(request: HttpRequest, situation_answer_id: UUID) -> HttpResponse:
    try:
        actions.take_back(workspace=workspace_of(request.user), answer_id=situation_answer_id)
    except SituationAnswer.DoesNotExist:
        raise Http404 from None
    except LaterAnswerError:
        say(request, _("You have answered this one again since."))
        return redirect("practice:situation_answer", situation_answer_id)
    say(request, _("Your answer is taken back."))
    return redirect(reverse("practice:situation"))
