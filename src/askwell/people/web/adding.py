"""Add someone: one line, what was understood of it, and the whole form."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from askwell.accounts.queries import workspace_of
from askwell.people.actions import NobodyError, UnreadableAddressError, add_person, from_quick
from askwell.people.rules.quick_line import parse_line
from askwell.people.web.forms import AddForm
from askwell.people.web.names import shown_name
from askwell.ui.say import say

LONGEST = 300
"""Of a line, in characters: read while it is typed, it stands in the address, where a server takes 4,094 bytes
and a Chinese character costs nine."""


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    workspace = workspace_of(request.user)
    line = request.POST.get("line", "") or request.GET.get("line", "")
    understood = understood_of(line)
    form = AddForm(request.POST) if request.method == "POST" else AddForm(initial=understood)
    if request.method == "POST" and form.is_valid():
        try:
            person = add_person(
                workspace=workspace, details=form.details(), facts=form.first_facts(), now=timezone.now()
            )
        except UnreadableAddressError as error:
            form.add_error(f"{error.kind}s" if f"{error.kind}s" in form.fields else None, _("This cannot be read."))
        except NobodyError:
            form.add_error(None, _("A name or an address is needed."))
        else:
            words = _("%(name)s is kept.")
            if person.do_not_contact_at:
                words = _("%(name)s is kept, but marked: somebody like this asked you not to contact them.")
            undo = reverse("people:archive", args=[person.pk])
            say(request, words % {"name": shown_name(person)}, undo=undo)
            return redirect("desk:person", person.pk)
    status = 422 if form.errors else 200
    nameless = request.method != "POST" and names_nobody(understood)
    page = {"form": form, "line": line, "nameless": nameless, "longest": LONGEST}
    return render(request, "people/add.html", page, status=status)


@require_safe
def understood(request: HttpRequest) -> HttpResponse:
    """The form as one line fills it, while the line is typed."""
    workspace_of(request.user)
    line = request.GET.get("line", "")
    initial = understood_of(line)
    context = {"form": AddForm(initial=initial), "line": line, "nameless": names_nobody(initial)}
    return render(request, "people/add_form.html", context)


def names_nobody(understood: dict[str, Any]) -> bool:
    """Whether a line was read in which no name was found."""
    return bool(understood) and not any(understood[part] for part in ("given", "family", "native"))


def understood_of(line: str) -> dict[str, Any]:
    """The form's first values from a line; empty for an empty one."""
    if not line.strip():
        return {}
    details, facts = from_quick(parse_line(line))
    return {
        "given": details.given, "family": details.family, "native": details.native, "nickname": details.nickname,
        "credentials": details.credentials, "title": facts.title, "organisation": facts.organisation,
        "tie_kind": facts.tie_kind, "strength": facts.strength, "how_met": facts.how_met,
        "emails": "\n".join(facts.emails), "phones": "\n".join(facts.phones), "links": "\n".join(facts.links),
        "wechat": facts.wechat, "note": facts.note,
    }  # fmt: skip
