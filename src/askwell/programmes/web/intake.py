"""The programme's own questions on its forms, in up to three languages."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.forms.models import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from askwell.programmes.actions import questions as actions
from askwell.programmes.actions.errors import (
    ChangedMeanwhileError,
    NoWordsError,
    TooFewOptionsError,
    UnlikeOptionsError,
)
from askwell.programmes.actions.keeping import bring_back, take_off
from askwell.programmes.choices import Audience, QuestionKind
from askwell.programmes.models import IntakeQuestion
from askwell.programmes.queries.intake import own_questions
from askwell.programmes.web.acting import done
from askwell.programmes.web.doors import At, leads
from askwell.programmes.web.forming import point
from askwell.programmes.web.versions import changed_meanwhile, version_field
from askwell.programmes.web.words.questions import AUDIENCES, KINDS
from askwell.ui.say import say


class QuestionForm(forms.Form):
    """`own` is the programme's own language, in which the words have to be there."""

    audience = forms.ChoiceField(label=gettext_lazy("For"), choices=list(AUDIENCES.items()))
    kind = forms.ChoiceField(label=gettext_lazy("How it is answered"), choices=list(KINDS.items()))
    is_required = forms.BooleanField(label=gettext_lazy("It has to be answered"), required=False)
    version = version_field()

    def __init__(self, *args: Any, own: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.own = own
        codes = sorted(dict(settings.LANGUAGES), key=lambda code: code != own)
        for code in codes:
            named = {"language": dict(settings.LANGUAGES)[code]}
            self.fields[f"words-{code}"] = forms.CharField(
                label=_("The question: %(language)s") % named, required=code == own, max_length=400
            )
            self.fields[f"options-{code}"] = forms.CharField(
                label=_("What can be chosen: %(language)s") % named,
                required=False,
                help_text=_("One a line, in the same order in each language. Only where there is a choice."),
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    @property
    def facts(self) -> actions.QuestionFacts:
        told = self.cleaned_data
        return actions.QuestionFacts(
            kind=QuestionKind(told["kind"]),
            words={code: told[f"words-{code}"] for code in dict(settings.LANGUAGES)},
            options={code: told[f"options-{code}"].splitlines() for code in dict(settings.LANGUAGES)},
            is_required=told["is_required"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
def intake(request: HttpRequest) -> HttpResponse:
    """The questions of both forms; a POST adds one."""
    at = leads(request)
    form = QuestionForm(request.POST if request.method == "POST" else None, own=at.programme.language)
    if form.is_valid() and _kept(at, form, None):
        say(request, _("It is on the form."))
        return redirect("programmes:intake")
    point(form)
    rows = own_questions(at.workspace, at.programme.language)
    parts = [(words, [one for one in rows if one.audience == audience]) for audience, words in AUDIENCES.items()]
    context = {"at": at, "form": form, "parts": parts}
    return render(request, "programmes/intake.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, intake_question_id: UUID) -> HttpResponse:
    at = leads(request)
    row = IntakeQuestion.objects.of(at.workspace).filter(pk=intake_question_id, removed_at=None).first()
    if row is None:
        raise Http404("no such question here")
    form = QuestionForm(request.POST or None, own=at.programme.language, initial=_told(row))
    form.fields["audience"].disabled = True
    if form.is_valid() and _kept(at, form, row):
        say(request, _("Saved."))
        return redirect("programmes:intake")
    point(form)
    return render(request, "programmes/question.html", {"at": at, "form": form}, status=422 if form.errors else 200)


@require_POST
def move(request: HttpRequest, intake_question_id: UUID) -> HttpResponse:
    """`way=up` or `down`."""
    at = leads(request)
    try:
        actions.move_question(
            workspace=at.workspace, question_id=intake_question_id, up=request.POST.get("way") == "up"
        )
    except IntakeQuestion.DoesNotExist:
        raise Http404 from None
    return redirect("programmes:intake")


@require_POST
def remove(request: HttpRequest, intake_question_id: UUID) -> HttpResponse:
    at, back = leads(request), reverse("programmes:restore_question", args=[intake_question_id])

    def act() -> object:
        return take_off(IntakeQuestion, workspace=at.workspace, key=intake_question_id, now=timezone.now())

    return done(request, act, _("Off the form."), "programmes:intake", undo=back)


@require_POST
def restore(request: HttpRequest, intake_question_id: UUID) -> HttpResponse:
    """Undo of `remove`."""
    at = leads(request)

    def act() -> object:
        return bring_back(IntakeQuestion, workspace=at.workspace, key=intake_question_id)

    return done(request, act, _("Taken back."), "programmes:intake")


def _kept(at: At, form: QuestionForm, row: IntakeQuestion | None) -> bool:
    own = at.programme.language
    try:
        if row:
            version = form.cleaned_data["version"] or 0
            actions.change_question(
                workspace=at.workspace, question_id=row.pk, version=version, facts=form.facts, language=own
            )
        else:
            audience = Audience(form.cleaned_data["audience"])
            actions.add_question(workspace=at.workspace, audience=audience, facts=form.facts, language=own)
    except NoWordsError:
        form.add_error(f"words-{own}", _("It needs words."))
    except TooFewOptionsError:
        form.add_error(f"options-{own}", _("A choice wants at least two lines."))
    except UnlikeOptionsError as error:
        form.add_error(f"options-{error.code}", _unlike(form, own, error.code))
    except ChangedMeanwhileError:
        changed_meanwhile(form, row.version if row else 0)
    return form.is_valid()


def _unlike(form: QuestionForm, own: str, code: str) -> str:
    """How many lines there are in either language, where they do not fit."""
    here, there = (len(form.facts.options[one]) for one in (code, own))
    told = {"here": here, "there": there, "language": dict(settings.LANGUAGES)[own]}
    return _("%(language)s has %(there)s choices, this has %(here)s: write each in both, line for line.") % told


def _told(row: IntakeQuestion) -> dict[str, Any]:
    told = model_to_dict(row, ["audience", "kind", "is_required", "version"])
    for code in dict(settings.LANGUAGES):
        told[f"words-{code}"] = row.words.get(code, "")
        told[f"options-{code}"] = "\n".join(option.get(code, "") for option in row.options).rstrip("\n")
    return told
