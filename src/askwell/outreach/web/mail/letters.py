"""A letter: what it says, what it was taken to mean, and what it means if that was wrong."""

from collections.abc import Iterator, Mapping
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
from askwell.outreach.actions.errors import NotTheLastError
from askwell.outreach.actions.mail import letters as actions
from askwell.outreach.actions.mail.naming import Named
from askwell.outreach.choices import Answer, LetterKind, LetterState, MeetingBy, MessageKind
from askwell.outreach.models import Letter
from askwell.outreach.queries.mail.letters import LetterPage, letter_page
from askwell.outreach.rules.mail.proposing import WRITTEN
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.outreach.web.forms import DayField, MomentField
from askwell.outreach.web.log import why_not
from askwell.outreach.web.words.basics import WAYS
from askwell.outreach.web.words.stages import ANSWERS, WRITING
from askwell.people.actions import NobodyError, UnreadableAddressError
from askwell.ui.say import say

NOTE = ""
REPLY = "reply"
"""Where `then` says so, taking a letter leads to writing back."""


WITH = {
    "until": (Answer.DEFERS, Answer.OUT_OF_OFFICE),
    "meets_at": (Answer.ACCEPTS,),
    "by": (Answer.ACCEPTS,),
    "name": (Answer.REFERS,),
    "email": (Answer.REFERS,),
    "role": (Answer.REFERS,),
}
"""The answers that each fact goes with; with others it is not asked for, and not taken."""


class MeantForm(forms.Form):
    """What a letter means, with the facts that go with an answer."""

    answer = forms.ChoiceField(
        label=gettext_lazy("What it means"),
        required=False,
        choices=[*ANSWERS.items(), (NOTE, gettext_lazy("Nothing that moves it: keep it as a note"))],
        widget=forms.RadioSelect,
    )
    until = DayField(
        label=gettext_lazy("Write again, or back, on"), required=False, help_text=gettext_lazy("If they said when.")
    )
    meets_at = MomentField(
        label=gettext_lazy("Agreed time"), required=False, help_text=gettext_lazy("Only if they agreed on one.")
    )
    by = forms.ChoiceField(
        label=gettext_lazy("How"), required=False, choices=[("", "–"), *((way, WAYS[way]) for way in MeetingBy)]
    )
    calls_off = forms.BooleanField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=gettext_lazy("Whom they named"), required=False, max_length=100)
    email = forms.EmailField(label=gettext_lazy("Their e-mail"), required=False, max_length=254)
    role = forms.CharField(label=gettext_lazy("What they do"), required=False, max_length=100)

    def clean(self) -> dict[str, Any]:
        """Without what belongs to another answer: the page does not show it."""
        said = super().clean() or {}
        others = [name for name, answers in WITH.items() if said.get("answer") not in answers]
        for name in others:
            self.errors.pop(name, None)
        return said | {name: None if name in ("until", "meets_at") else "" for name in others}

    def facts(self) -> Iterator[tuple[forms.BoundField, str]]:
        """Each fact with the classes of the answers that it goes with."""
        for name, answers in WITH.items():
            yield self[name], " ".join(f"with-{answer}" for answer in answers)


class WrittenForm(forms.Form):
    """What the seeker's own mail was."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What it was"),
        required=False,
        choices=[
            *((kind, WRITING[kind]) for kind in WRITTEN),
            (NOTE, gettext_lazy("None of these: keep it as a note")),
        ],
        widget=forms.RadioSelect,
    )


@require_safe
def letter(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    return _shown(request, _page(request, letter_id))


@require_POST
def take(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """It means this: put it on the timeline, instead of what it was taken for."""
    page = _page(request, letter_id)
    form = _form(page, _posted(request, page))
    if not form.is_valid():
        return _shown(request, page, form)
    try:
        taken = actions.take_letter(
            workspace=workspace_of(request.user),
            letter_id=letter_id,
            meant=_meant(form.cleaned_data),
            now=timezone.now(),
        )
    except NotTheLastError:
        say(request, _("Something was logged after it. Take that back first."))
        return redirect("outreach:thread", page.thread_id)
    except (ImpossibleMove, NobodyError, UnreadableAddressError) as error:
        form.add_error(None, _refusal(error))
        return _shown(request, page, form)
    said = form.cleaned_data
    if request.POST.get("then") == REPLY:
        return redirect(f"{reverse('outreach:write', args=[page.who.id])}?kind=reply")
    say(request, _taken_words(said), undo=reverse("outreach:letter_back", args=[taken.pk]))
    return redirect("interviews:agreed" if _agrees(said) else "outreach:thread", page.thread_id)


@require_POST
def aside(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    page = _page(request, letter_id)
    actions.put_aside(workspace=workspace_of(request.user), letter_id=letter_id)
    say(request, _("Put aside. It moves nothing."), undo=reverse("outreach:letter_back", args=[letter_id]))
    return redirect("outreach:thread", page.thread_id)


@require_POST
def back(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Take back what came of it: it waits again."""
    page = _page(request, letter_id)
    try:
        actions.put_back(workspace=workspace_of(request.user), letter_id=letter_id, now=timezone.now())
    except NotTheLastError:
        say(request, _("Something was logged after it. Take that back first."))
    return redirect("outreach:thread", page.thread_id)


def _page(request: HttpRequest, letter_id: UUID) -> LetterPage:
    try:
        return letter_page(workspace_of(request.user), letter_id, timezone.now())
    except Letter.DoesNotExist:
        raise Http404 from None


def _shown(request: HttpRequest, page: LetterPage, form: forms.Form | None = None) -> HttpResponse:
    context = {"letter": page, "form": form or _form(page), "is_taken": page.state is LetterState.TAKEN}
    return render(request, "outreach/letter.html", context, status=422 if form and form.errors else 200)


def _form(page: LetterPage, data: Mapping[str, Any] | None = None) -> forms.Form:
    means = page.proposal
    if page.kind is LetterKind.OWN:
        return WrittenForm(data, initial={"kind": means.kind or NOTE})
    named = means.person
    initial = {
        "answer": means.answer or NOTE,
        "until": means.until,
        "by": means.by or page.meets_by,
        "name": named.name if named else "",
        "email": named.email if named else "",
        "role": named.role if named else "",
    }
    return MeantForm(data, initial=initial)


def _posted(request: HttpRequest, page: LetterPage) -> Mapping[str, Any]:
    """What was posted; what gets a reply has asked for one, where nothing else was understood."""
    if request.POST.get("then") != REPLY or page.proposal.answer:
        return request.POST
    return {**request.POST.dict(), "answer": Answer.ASKS}


def _meant(said: Mapping[str, Any]) -> actions.Meant:
    answer = Answer(said["answer"]) if said.get("answer") else None
    named = said.get("name") or said.get("email")
    return actions.Meant(
        answer=answer,
        kind=MessageKind(said["kind"]) if said.get("kind") else None,
        until=said.get("until"),
        meets_at=said.get("meets_at"),
        by=MeetingBy(said["by"]) if said.get("by") else None,
        calls_off=bool(said.get("calls_off")),
        named=Named(name=said["name"] or said["email"], email=said["email"], role=said["role"]) if named else None,
    )


def _refusal(error: Exception) -> str:
    if isinstance(error, NobodyError | UnreadableAddressError):
        return _("A name or an address is needed.")
    return why_not(error)


def _agrees(said: Mapping[str, Any]) -> bool:
    return bool(said.get("meets_at"))


def _taken_words(said: Mapping[str, Any]) -> str:
    if _agrees(said):
        return _("Agreed. It stands in your week. Nothing was sent: write them a line, or send an invitation.")
    if said.get("answer") == Answer.STOP:
        return _("Nobody here writes to them again.")
    return _("Logged.")
