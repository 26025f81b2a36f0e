"""A programme's insider, for staff: what they told, what became of their talks, and how they stand."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from askwell.programmes.actions.errors import ChangedMeanwhileError, KnownInsiderError
from askwell.programmes.actions.insiders.telling import add_insider, change_insider
from askwell.programmes.choices import Audience
from askwell.programmes.models import Insider
from askwell.programmes.queries.insiders.outcomes import outcomes_of
from askwell.programmes.queries.insiders.standing import standing_of, talks_of
from askwell.programmes.queries.intake import Asked, known_topics, questions
from askwell.programmes.rules.inviting import Letter, letter
from askwell.programmes.rules.missing import counted
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.forming import point
from askwell.programmes.web.insiders.forms import StaffForm, told_of
from askwell.programmes.web.linking import link_to
from askwell.programmes.web.versions import changed_meanwhile
from askwell.ui.say import say


def row_of(at: At, insider_id: UUID) -> Insider:
    """Raises Http404."""
    found = Insider.objects.of(at.workspace).filter(pk=insider_id).first()
    if found is None:
        raise Http404
    return found


def letter_to(request: HttpRequest, at: At, insider: Insider) -> Letter:
    """What asks them, in their language."""
    return letter(
        name=insider.native_name if insider.page_language == "zh-hans" and insider.native_name else insider.name,
        programme=at.programme.name,
        link=link_to(request, insider),
        obtained="" if insider.was_seeker else insider.obtained,
        language=insider.page_language,
    )


@require_safe
def one(request: HttpRequest, insider_id: UUID) -> HttpResponse:
    at, now = staff(request), timezone.now()
    insider = row_of(at, insider_id)
    talks = talks_of(at.workspace, [insider.pk], now).get(insider.pk)
    rules = {"rest_days": at.programme.rest_days, "most_missed": at.programme.most_missed}
    context = {
        "at": at,
        "insider": insider,
        "standing": standing_of(insider, talks, **rules, now=now),
        "missed": counted(talks.missed, insider.talked_at, now) if talks else 0,
        "outcomes": outcomes_of(at.workspace, insider.pk, at.only),
        "answers": _answers(insider, _questions(request, at)),
        "link": link_to(request, insider) if at.leads else "",
        "letter": letter_to(request, at, insider) if at.leads else None,
    }
    return render(request, "programmes/insiders/one.html", context)


def _questions(request: HttpRequest, at: At) -> list[Asked]:
    return questions(at.workspace, Audience.INSIDERS, request.LANGUAGE_CODE, at.programme.language)


def _answers(insider: Insider, asked: list[Asked]) -> list[tuple[str, str]]:
    """What was answered to the programme's own questions."""
    told = [(one.text, insider.answers.get(str(one.id))) for one in asked]
    return [(text, "; ".join(answer) if isinstance(answer, list) else str(answer)) for text, answer in told if answer]


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    at = leads(request)
    begins = {"zone": at.programme.zone, "page_language": at.programme.language}
    form = _form(request, at, begins)
    if request.method == "POST" and form.is_valid():
        try:
            insider = add_insider(workspace=at.workspace, facts=form.facts, now=timezone.now())
        except KnownInsiderError:
            form.add_error("email", _known())
        else:
            say(request, _("On the list. Ask them when you like."))
            return redirect("programmes:insider", insider.pk)
    return _page(request, at, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, insider_id: UUID) -> HttpResponse:
    at = leads(request)
    insider = row_of(at, insider_id)
    form = _form(request, at, told_of(insider))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            change_insider(
                workspace=at.workspace, insider_id=insider.pk, version=version, facts=form.facts, now=timezone.now()
            )
        except KnownInsiderError:
            form.add_error("email", _known())
        except ChangedMeanwhileError:
            changed_meanwhile(form, row_of(at, insider_id).version)
        else:
            say(request, _("Saved."))
            return redirect("programmes:insider", insider.pk)
    return _page(request, at, form, insider)


def _known() -> str:
    return _("Somebody with this address is on the list already.")


def _form(request: HttpRequest, at: At, begins: Mapping[str, Any]) -> StaffForm:
    asked = [replace(question, is_required=False) for question in _questions(request, at)]  # staff may not know
    sent = request.POST if request.method == "POST" else None
    topics = known_topics(at.workspace, request.LANGUAGE_CODE, str(begins.get("field", "")))
    return StaffForm(sent, initial=dict(begins), questions=asked, topics=topics)


def _page(request: HttpRequest, at: At, form: StaffForm, insider: Insider | None) -> HttpResponse:
    point(form)
    context = {"at": at, "form": form, "insider": insider}
    return render(request, "programmes/insiders/edit.html", context, status=422 if form.errors else 200)
