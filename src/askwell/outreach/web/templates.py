"""The seeker's own templates."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.lib.ids import id_of
from askwell.outreach.actions import templates as actions
from askwell.outreach.actions.errors import OutreachError
from askwell.outreach.models import Template
from askwell.outreach.queries import templates as reads
from askwell.outreach.queries.write import LANGUAGES
from askwell.outreach.rules.templates import LONGEST_BODY, NAMES, Field
from askwell.outreach.web.words.basics import LANGUAGES as LANGUAGE_WORDS
from askwell.people.models import Person
from askwell.ui.say import say

FIELDS = {
    Field.FIRST_NAME: gettext_lazy("their first name"),
    Field.FAMILY_NAME: gettext_lazy("their family name"),
    Field.NAME: gettext_lazy("their whole name"),
    Field.ROLE: gettext_lazy("what they do"),
    Field.EMPLOYER: gettext_lazy("where they work"),
    Field.INTRODUCER: gettext_lazy("who introduced you"),
    Field.HOW_MET: gettext_lazy("where you met, or through whom"),
    Field.FIELD: gettext_lazy("the field you ask about"),
    Field.ABOUT_ME: gettext_lazy("your sentence about yourself"),
    Field.MY_NAME: gettext_lazy("your name"),
}
"""What each field stands for."""


@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """The list, with how each has fared."""
    kept = reads.templates(workspace_of(request.user))
    rows = [(one, LANGUAGE_WORDS[one.language], fared_words(one.fared)) for one in kept]
    return render(request, "outreach/templates.html", {"rows": rows})


def new(request: HttpRequest) -> HttpResponse:
    """An empty one; a POST keeps it, or only shows how somebody would read it (`do=try`)."""
    return _form(request, None)


def template(request: HttpRequest, template_id: UUID) -> HttpResponse:
    """One to change; a POST keeps it, shows it (`do=try`) or takes it off the list (`do=remove`)."""
    workspace = workspace_of(request.user)
    try:
        kept = reads.template_of(workspace, template_id)
    except Template.DoesNotExist:
        raise Http404 from None
    if request.method == "POST" and request.POST.get("do") == "remove":
        actions.remove_template(workspace=workspace, template_id=template_id, now=timezone.now())
        words = _("“%(name)s” is off the list.") % {"name": kept.name}
        say(request, words, undo=reverse("outreach:restore_template", args=[template_id]))
        return redirect("outreach:templates")
    return _form(request, kept)


@require_POST
def restore(request: HttpRequest, template_id: UUID) -> HttpResponse:
    """Undo of a removal."""
    try:
        actions.restore_template(workspace=workspace_of(request.user), template_id=template_id)
    except Template.DoesNotExist:
        raise Http404 from None
    return redirect("outreach:templates")


def _form(request: HttpRequest, kept: Template | None) -> HttpResponse:
    workspace, now = workspace_of(request.user), timezone.now()
    if request.method != "POST":
        return _page(request, workspace, kept, _text_of(kept), now)
    text = _posted(request)
    if request.POST.get("do") == "try":
        return _page(request, workspace, kept, text, now)
    try:
        done = actions.keep_template(workspace=workspace, template_id=kept.pk if kept else None, text=text, now=now)
    except OutreachError as error:
        return _page(request, workspace, kept, text, now, error=why_not(error))
    say(request, _("“%(name)s” is kept. You find it wherever you write.") % {"name": done.name})
    return redirect("outreach:templates")


def _page(
    request: HttpRequest,
    workspace: Workspace,
    kept: Template | None,
    text: actions.TemplateText,
    now: datetime,
    *,
    error: str = "",
) -> HttpResponse:
    readers = reads.readers(workspace)
    wished = id_of(request.POST.get("reader", "") or request.GET.get("reader", ""))
    reader = wished or (readers[0].id if readers else None)
    shown = Template(language=text.language, subject=text.subject, body=text.body)
    page = {
        "kept": kept,
        "text": text,
        "error": error,
        "readers": readers,
        "reader": reader,
        "preview": _preview(workspace, shown, reader, now) if reader and text.body else None,
        "languages": [(code, LANGUAGE_WORDS[code]) for code in LANGUAGES],
        "fields": [(_spelled(field, text.language), meaning) for field, meaning in FIELDS.items()],
        "longest": LONGEST_BODY,
    }
    return render(request, "outreach/template.html", page, status=422 if error else 200)


def _preview(workspace: Workspace, shown: Template, reader: UUID, now: datetime) -> dict[str, object] | None:
    try:
        found = reads.preview(workspace, shown, reader, now)
    except Person.DoesNotExist:
        return None
    return {"read": found, "missing": _(", ").join(str(FIELDS[field]) for field in found.missing)}


def _posted(request: HttpRequest) -> actions.TemplateText:
    said, language = request.POST, request.POST.get("language", "")
    return actions.TemplateText(
        name=said.get("name", ""),
        language=language if language in LANGUAGES else "en",
        subject=said.get("subject", ""),
        body=said.get("body", ""),
    )


def _text_of(kept: Template | None) -> actions.TemplateText:
    if kept:
        return actions.TemplateText(name=kept.name, language=kept.language, subject=kept.subject, body=kept.body)
    return actions.TemplateText(name="", language="en", subject="", body="")


def why_not(error: Exception) -> str:
    """A refusal in words."""
    if isinstance(error, actions.UnknownFieldError):
        first = error.unknown[0]
        words = {
            "subject": _("“%(text)s” in the subject is no field. Take one of the list, or leave the braces out."),
            "body": _("“%(text)s” in line %(line)s is no field. Take one of the list, or leave the braces out."),
        }
        return words[error.part] % {"text": first.text, "line": first.line}
    if isinstance(error, actions.LongTemplateError):
        return _("A template has %(most)s characters at most.") % {"most": LONGEST_BODY}
    return _("A template needs a name and a text.")


def _spelled(field: Field, language: str) -> str:
    """As it is typed: in the template's language."""
    return "{" + NAMES[language][field] + "}"


def fared_words(fared: reads.Fared) -> str:
    """How a template has fared, in a sentence."""
    if not fared.sent:
        return _("Not sent yet.")
    sentence = ngettext(
        "Sent to %(sent)s person: %(answered)s answered, %(yes)s said yes.",
        "Sent to %(sent)s people: %(answered)s answered, %(yes)s said yes.",
        fared.sent,
    )
    return sentence % {"sent": fared.sent, "answered": fared.answered, "yes": fared.yes}
