"""What was taken out when: looked at, taken out again, noted as sent, compared."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.documents.actions.versions import note_sent
from askwell.documents.choices import Form, Way
from askwell.documents.models import Version
from askwell.documents.queries import versions as reads
from askwell.documents.web.files import file_of
from askwell.documents.web.pictures import page, pictured, shown
from askwell.documents.web.words import codes
from askwell.lib.ids import id_of
from askwell.protocols.resumes import Resume
from askwell.ui.say import say


class SentForm(forms.Form):
    """Where a version went."""

    sent_to = forms.CharField(label=gettext_lazy("To whom"), max_length=200)
    sent_on = forms.DateField(
        label=gettext_lazy("When"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    sent_by = forms.ChoiceField(
        label=gettext_lazy("How"), required=False, choices=[("", "–"), *((way.value, codes.WAYS[way]) for way in Way)]
    )
    note = forms.CharField(label=gettext_lazy("A note"), max_length=300, required=False)


@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    """All, the newest first."""
    kept = reads.versions(workspace_of(request.user))
    rows = [(one, codes.form(one.form), codes.way(one.sent_by)) for one in kept]
    return render(request, "documents/versions.html", {"rows": rows})


def version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """One as it was; a POST notes where it went."""
    row = _row(request, version_id)
    told = {name: getattr(row, name) for name in SentForm.base_fields}
    form = SentForm(request.POST or None, initial={**told, "sent_on": row.sent_on or timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        note_sent(workspace=workspace_of(request.user), version_id=version_id, **form.cleaned_data)
        say(request, _("Noted."))
        return redirect("documents:version", version_id)
    return render(request, "documents/version.html", _context(request, row, form), status=422 if form.errors else 200)


@require_POST
def unsent(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """It went nowhere; what was noted waits in the session for an undo."""
    row, workspace = _row(request, version_id), workspace_of(request.user)
    noted = {name: getattr(row, name) for name in SentForm.base_fields}
    request.session[_noted(version_id)] = {**noted, "sent_on": row.sent_on.isoformat() if row.sent_on else ""}
    note_sent(workspace=workspace, version_id=version_id, sent_to="", sent_on=None, sent_by="", note="")
    say(request, _("Nothing is noted as sent."), undo=reverse("documents:sent_again", args=[version_id]))
    return redirect("documents:version", version_id)


@require_POST
def sent_again(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """Undo of `unsent`, in the same session."""
    row, noted = _row(request, version_id), request.session.pop(_noted(version_id), None)
    if noted is None:
        raise Http404
    day = date.fromisoformat(noted["sent_on"]) if noted["sent_on"] else None
    note_sent(workspace=row.workspace, version_id=version_id, **{**noted, "sent_on": day})
    return redirect("documents:version", version_id)


def _noted(version_id: UUID) -> str:
    return f"sent-before-{version_id}"


def _context(request: HttpRequest, row: Version, form: SentForm) -> dict[str, Any]:
    document, layout = reads.document_of(row)
    made = pictured(document, layout)
    of_same = {"resume": row.resume_id} if row.resume_id else {"letter": row.letter_id}
    others = [] if not any(of_same.values()) else reads.versions(workspace_of(request.user), **of_same)
    return {
        "row": row,
        "form": form,
        "made_as": codes.form(row.form),
        "way": codes.way(row.sent_by),
        "lines": reads.lines_of(row),
        "language": document.language,
        "forms": [
            (one.value, codes.FORMS[one]) for one in Form if one is not Form.JSON or isinstance(document, Resume)
        ],
        "others": [one for one in others if one.id != row.pk],
        **shown(made, layout.pages, [f"page/{number}/" for number in range(1, made.pages + 1)]),
    }


@require_safe
def version_page(request: HttpRequest, version_id: UUID, number: str) -> HttpResponse:
    """One page as a picture."""
    return page(pictured(*reads.document_of(_row(request, version_id))), number)


@require_safe
def version_file(request: HttpRequest, version_id: UUID, form: str) -> HttpResponse:
    """The very same again, in any form."""
    return file_of(_row(request, version_id), form)


@require_safe
def compare(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """What came and went since another version (`?with=`), the older one first."""
    row = _row(request, version_id)
    other = id_of(request.GET.get("with", ""))
    if other is None:
        raise Http404
    old, new = sorted((row, _row(request, other)), key=lambda one: (one.made_at, one.pk))
    changes = reads.difference(old, new)
    document, _layout = reads.document_of(new)
    context = {
        "old": old,
        "new": new,
        "changes": changes,
        "came": sum(one.kind == "came" for one in changes),
        "went": sum(one.kind == "went" for one in changes),
        "language": document.language,
    }
    return render(request, "documents/compare.html", context)


def _row(request: HttpRequest, version_id: UUID) -> Version:
    try:
        return reads.version_row(workspace_of(request.user), version_id)
    except Version.DoesNotExist:
        raise Http404 from None
