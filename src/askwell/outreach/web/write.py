"""Writing a message: composed to begin with, judged while it is typed, sent by the seeker's own means."""

from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.coach import drafts as coach
from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.outreach.actions import drafts as actions
from askwell.outreach.actions.errors import LockedDraftError, OutreachError
from askwell.outreach.actions.templates import begun_with, template_from_letter
from askwell.outreach.choices import Channel, MessageKind
from askwell.outreach.models import Message, Template
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.queries.write import Wish, WritePage, write_page
from askwell.outreach.web.draft_view import context_of, judged, message_of, remarks_of
from askwell.outreach.web.sending import SENDING
from askwell.outreach.web.sheet import RefusedError, Sheet, kept_apart, sheet_of, wish_of
from askwell.outreach.web.templates import why_not as no_template
from askwell.people.models import Person
from askwell.ui.say import say


def write(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The page, or the outbox's where the draft waits to leave. A POST saves, checks, rewrites, changes channel or
    language, sends it, or records it as sent (`do`)."""
    workspace, now = workspace_of(request.user), timezone.now()
    if request.method != "POST":
        page = _page(workspace, person_id, now, wish_of(request.GET))
        if page.leaving:
            return redirect("outreach:dispatch", page.leaving)
        return render(request, "outreach/write.html", context_of(page, now))
    sheet = sheet_of(request.POST)
    text = sheet.text
    do = request.GET.get("do") or request.POST.get("do", "save")
    try:
        if do in SENDING:
            return SENDING[do](request, workspace, person_id, sheet, now)
        if do == "recompose":
            text = _recomposed(request.POST.get("own_words", ""), workspace, person_id, sheet, now)
        elif do.startswith("template-"):
            text = _begun_with(do.removeprefix("template-"), request, workspace, person_id, sheet, now)
        elif do == "as_template":
            return _as_template(workspace, person_id, sheet, now)
        elif do.startswith("rewrite-"):
            text = _rewritten(workspace, person_id, text, do.removeprefix("rewrite-"), now)
        elif do.startswith("dismiss-"):
            text = replace(text, dismissed=(*text.dismissed, do.removeprefix("dismiss-")))
        elif do == "restore":
            text = replace(text, dismissed=())
        _save(workspace, person_id, sheet, text, now)
    except RefusedError as refused:
        return _again(request, workspace, person_id, refused, now)
    kept = f"?introduce={sheet.reach}" if sheet.reach and not text.edited else ""
    return redirect(reverse("outreach:write", args=[person_id]) + kept)


def _save(workspace: Workspace, person_id: UUID, sheet: Sheet, text: DraftText, now: datetime) -> None:
    with kept_apart(sheet):
        actions.save_draft(workspace=workspace, person_id=person_id, version=sheet.version, text=text, now=now)


def _recomposed(answer: str, workspace: Workspace, person_id: UUID, sheet: Sheet, now: datetime) -> DraftText:
    """Another channel, language or wording: a fresh text, or the seeker's own words kept, if they say so (`answer`).

    Raises RefusedError to ask them.
    """
    text = sheet.text
    if text.edited and not answer:
        raise RefusedError(sheet, asks_about_own_words=True)
    if text.edited and answer == "keep":
        return _with_subject(workspace, person_id, replace(text, address=""), now)
    wish = Wish(kind=text.kind, channel=text.channel, language=text.language, variant=text.variant, reach=sheet.reach)
    with kept_apart(sheet):
        fresh = write_page(workspace, person_id, now, wish, saved=False).text
    return replace(fresh, editor=text.editor, dismissed=text.dismissed)


def _with_subject(workspace: Workspace, person_id: UUID, text: DraftText, now: datetime) -> DraftText:
    """Own words that go on by e-mail keep their subject; where they had none, they get the one of a fresh text."""
    if text.subject.strip() or text.channel is not Channel.EMAIL:
        return text
    wish = Wish(kind=text.kind, channel=text.channel, language=text.language, variant=text.variant)
    return replace(text, subject=write_page(workspace, person_id, now, wish, saved=False).text.subject)


def _begun_with(
    wished: str, request: HttpRequest, workspace: Workspace, person_id: UUID, sheet: Sheet, now: datetime
) -> DraftText:
    """The text as a template of the seeker's has it; their own words are asked for first."""
    if sheet.text.edited and not request.POST.get("own_words"):
        raise RefusedError(sheet, asks_about_own_words=True, template=wished)
    template_id = id_of(wished)
    if template_id is None or request.POST.get("own_words") == "keep":
        return sheet.text
    try:
        return begun_with(workspace=workspace, person_id=person_id, template_id=template_id, text=sheet.text, now=now)
    except (Template.DoesNotExist, Person.DoesNotExist):
        raise Http404 from None


def _as_template(workspace: Workspace, person_id: UUID, sheet: Sheet, now: datetime) -> HttpResponse:
    """Keep the draft, and its words as a template to look over."""
    _save(workspace, person_id, sheet, sheet.text, now)
    try:
        kept = template_from_letter(workspace=workspace, person_id=person_id, text=sheet.text, now=now)
    except OutreachError as error:
        raise RefusedError(sheet, refusal=no_template(error)) from None
    return redirect(f"{reverse('outreach:template', args=[kept.pk])}?reader={person_id}")


def _rewritten(workspace: Workspace, person_id: UUID, text: DraftText, number: str, now: datetime) -> DraftText:
    """The text with the numbered finding's suggestion in place; unchanged when there is none."""
    page = _page(workspace, person_id, now, None)
    findings = judged(page, text)
    place = whole_number(number, 0)
    chosen = findings[place - 1] if 0 < place <= len(findings) else None
    if chosen is None or chosen.rewrite is None:
        return text
    mended = coach.mended(message_of(page, text), chosen)
    return replace(text, body=mended.text, subject=mended.subject, edited=True)


def _again(
    request: HttpRequest, workspace: Workspace, person_id: UUID, refused: RefusedError, now: datetime
) -> HttpResponse:
    """The page with the seeker's text as they left it, and why it did not go through."""
    page, sheet = _page(workspace, person_id, now, None), refused.sheet
    shown = replace(page, text=sheet.text, version=sheet.version, reach=sheet.reach)
    agreed = [(name, value) for name in ("job", "gaps", "despite") for value in request.POST.getlist(name)]
    context = context_of(shown, now, composed=sheet.composed) | {"agreed": agreed} | refused.why
    return render(request, "outreach/write.html", context, status=422)


def _page(workspace: Workspace, person_id: UUID, now: datetime, wish: Wish | None) -> WritePage:
    try:
        return write_page(workspace, person_id, now, wish)
    except Person.DoesNotExist:
        raise Http404 from None


@require_POST
def autosave(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Keeps what is typed: 204, or 409 when another tab holds the draft (or they asked not to be contacted)."""
    sheet = sheet_of(request.POST)
    try:
        _save(workspace_of(request.user), person_id, sheet, sheet.text, timezone.now())
    except RefusedError:
        return HttpResponse(status=409)
    return HttpResponse(status=204)


@require_POST
def findings(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the coach says of the text as it stands; nothing is written."""
    page = _page(workspace_of(request.user), person_id, timezone.now(), None)
    text = sheet_of(request.POST).text
    return render(request, "outreach/parts/findings.html", {"text": text, "live": True, **remarks_of(page, text)})


@require_POST
def discard(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """The draft is gone, and its thread if there was nothing else on it; the text waits for an undo."""
    workspace = workspace_of(request.user)
    try:
        person_id = Message.objects.of(workspace).get(pk=message_id).thread.person_id
        text = actions.discard_draft(workspace=workspace, message_id=message_id)
    except Message.DoesNotExist:
        raise Http404 from None
    except LockedDraftError:
        return redirect("outreach:write", person_id)
    request.session[f"discarded-{person_id}"] = asdict(text)
    say(request, _("The draft is gone."), undo=reverse("outreach:undiscard", args=[person_id]))
    return redirect("desk:person", person_id)


@require_POST
def undiscard(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Undo of `discard`, in the same session."""
    kept = request.session.pop(f"discarded-{person_id}", None)
    if kept is None:
        raise Http404
    text = DraftText(
        **{
            **kept,
            "kind": MessageKind(kept["kind"]),
            "channel": Channel(kept["channel"]),
            "dismissed": tuple(kept["dismissed"]),
        }
    )
    try:
        _save(workspace_of(request.user), person_id, Sheet(0, "", text), text, timezone.now())
    except RefusedError:
        say(request, _("There is a newer draft."))
    return redirect("outreach:write", person_id)
