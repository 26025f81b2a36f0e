"""The list of resumes, a new one, and what one is for."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of, workspace_of
from askwell.documents.actions import resumes as actions
from askwell.documents.models import Resume
from askwell.documents.queries.letters import letters
from askwell.documents.queries.resumes import resume_row, resumes
from askwell.documents.queries.versions import versions
from askwell.documents.web.words import codes
from askwell.lib.ids import id_of
from askwell.opportunities.models import Opportunity
from askwell.portfolio.queries.telling import tell
from askwell.portfolio.rules.words import LONGEST_POSTING
from askwell.ui.rooms import bcp47
from askwell.ui.say import say


class AboutForm(forms.Form):
    """What a resume is for."""

    title = forms.CharField(label=gettext_lazy("The role it is for"), max_length=200, required=False)
    employer = forms.CharField(label=gettext_lazy("The employer"), max_length=200, required=False)
    name = forms.CharField(
        label=gettext_lazy("What you call it"), max_length=120, required=False,
        help_text=gettext_lazy("Only you see it. Empty: the role."),
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("Language of the page"), choices=list(codes.LANGUAGES.items()))
    posting = forms.CharField(
        label=gettext_lazy("The posting, pasted"), required=False, max_length=LONGEST_POSTING,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=gettext_lazy("Its words are compared with your story, here on this machine. It is sent nowhere."),
    )  # fmt: skip


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Resumes, the last letters, and what went where."""
    workspace = workspace_of(request.user)
    context = {
        "rows": [(one, codes.language(one.language), codes.template(one.template)) for one in resumes(workspace)],
        "letters": [(one, codes.letter(one.kind)) for one in letters(workspace)[:3]],
        "sent": [(one, codes.way(one.sent_by)) for one in versions(workspace, only_sent=True)[:6]],
        "story_is_empty": tell(workspace, translation.get_language() or "en").is_empty,
    }
    return render(request, "documents/resumes.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """A form; a POST makes the resume from the story and opens it. `?opportunity=<id>` fills in what it is for."""
    workspace = workspace_of(request.user)
    opening = _opening(workspace, request.GET.get("opportunity", ""))
    form = AboutForm(request.POST or None, initial={**_usual(workspace), **_asked_by(opening)})
    if request.method == "POST" and form.is_valid():
        about = _about({**form.cleaned_data, "opportunity": opening.pk if opening else None})
        row = actions.begin_resume(workspace=workspace, about=about, now=timezone.now())
        return redirect("documents:resume", row.pk)
    return _asking(request, form, None)


def _opening(workspace: Workspace, text: str) -> Opportunity | None:
    """The opening that the resume is for, where the address names one (`?opportunity=<id>`)."""
    key = id_of(text)
    return Opportunity.kept(workspace).filter(pk=key).first() if key else None


def _asked_by(opening: Opportunity | None) -> dict[str, str]:
    if opening is None:
        return {}
    return {"title": opening.title, "employer": opening.organisation_name, "posting": opening.text[:LONGEST_POSTING]}


def _usual(workspace: Workspace) -> dict[str, str]:
    language = bcp47(translation.get_language() or "en")
    return {"title": profile_of(workspace).occupation, "language": language}


def about(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    """What the resume is for; a POST keeps it, or makes a copy of it under another name (`do=copy`)."""
    workspace = workspace_of(request.user)
    try:
        row = resume_row(workspace, resume_id)
    except Resume.DoesNotExist:
        raise Http404 from None
    told = {name: getattr(row, name) for name in AboutForm.base_fields}
    form = AboutForm(request.POST or None, initial=told)
    if request.method != "POST" or not form.is_valid():
        return _asking(request, form, row)
    facts, now = _about(form.cleaned_data, row), timezone.now()
    if request.POST.get("do") == "copy":
        if facts.name == row.name:
            facts = replace(facts, name=_("%(name)s, copy") % {"name": row.name})
        row = actions.copy_resume(workspace=workspace, resume_id=resume_id, name=facts.name, now=now)
        say(request, _("A copy to go on with. The first one stays as it is."))
    actions.describe_resume(workspace=workspace, resume_id=row.pk, about=facts, now=now)
    return redirect("documents:resume", row.pk)


def _asking(request: HttpRequest, form: AboutForm, row: Resume | None) -> HttpResponse:
    return render(request, "documents/about.html", {"form": form, "row": row}, status=422 if form.errors else 200)


def _about(told: dict[str, Any], row: Resume | None = None) -> actions.About:
    """The rest of a resume that is there already stays."""
    name = told["name"] or told["title"] or told["employer"] or _("General")
    facts = {**told, "name": name}
    if row is None:
        return actions.About(**facts)
    template = row.template if row.language == told["language"] else ""
    return actions.About(**facts, template=template, paper=row.paper, pages=row.pages)
