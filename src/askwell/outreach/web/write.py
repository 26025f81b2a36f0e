"""Writing a message: composed to begin with, judged while it is typed, sent by the seeker's own means."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import workspace_of
from askwell.coach import drafts as coach
from askwell.lib.numbers import whole_number
from askwell.lib.text import clean_block
from askwell.outreach.actions import drafts as actions
from askwell.outreach.actions.errors import (
    AsksForJobError,
    DoNotContactError,
    EmptyMessageError,
    GuardError,
    StaleEditError,
)
from askwell.outreach.actions.sending import record_sent
from askwell.outreach.choices import Channel, FindingCode, MessageKind
from askwell.outreach.models import Message
from askwell.outreach.queries.drafts import DraftText, text_of
from askwell.outreach.queries.write import LANGUAGES, WRITTEN, Wish, WritePage, write_page
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.outreach.web.draft_view import context_of, fingerprint, judged, remarks_of
from askwell.outreach.web.log import why_not
from askwell.people.models import Person
from askwell.ui.say import say


@dataclass(frozen=True, slots=True)
class Sheet:
    """The write page's form as it came in."""

    version: int
    composed: str
    text: DraftText


def write(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The page; a POST saves, checks, rewrites, changes channel or language, or records it as sent (`do`)."""
    workspace, now = workspace_of(request.user), timezone.now()
    if request.method != "POST":
        page = _page(workspace, person_id, now, _wish(request.GET))
        return render(request, "outreach/write.html", context_of(page, now))
    sheet = _sheet(request.POST)
    do = request.GET.get("do") or request.POST.get("do", "save")
    try:
        if do == "sent":
            return _sent(request, workspace, person_id, sheet, now)
        if do == "recompose":
            return _recompose(request, workspace, person_id, sheet, now)
        if do.startswith("rewrite-"):
            sheet = _rewritten(workspace, person_id, sheet, do.removeprefix("rewrite-"), now)
        actions.save_draft(workspace=workspace, person_id=person_id, version=sheet.version, text=sheet.text, now=now)
    except Person.DoesNotExist:
        raise Http404 from None
    except StaleEditError as error:
        return _again(request, workspace, person_id, sheet, now, theirs=error.current)
    except DoNotContactError as error:
        return _again(request, workspace, person_id, sheet, now, refusal=why_not(error))
    return redirect("outreach:write", person_id)


def _sent(request: HttpRequest, workspace: Workspace, person_id: UUID, sheet: Sheet, now: datetime) -> HttpResponse:
    despite = [FindingCode(code) for code in request.POST.getlist("despite") if code in set(FindingCode)]
    try:
        entry = record_sent(
            workspace=workspace,
            person_id=person_id,
            version=sheet.version,
            text=sheet.text,
            zone=_zone(request),
            despite=despite,
            asks_for_job_anyway=request.POST.get("job") == "anyway",
            now=now,
        )
    except EmptyMessageError:
        return _again(request, workspace, person_id, sheet, now, refusal=_("There is nothing to send yet."))
    except AsksForJobError:
        return _again(request, workspace, person_id, sheet, now, job=True)
    except GuardError as error:
        return _again(request, workspace, person_id, sheet, now, guard=error)
    except ImpossibleMove as error:
        return _again(request, workspace, person_id, sheet, now, refusal=why_not(error))
    say(request, _("Recorded. The follow-ups come by themselves."), undo=reverse("outreach:undo", args=[entry.pk]))
    return redirect("outreach:thread", entry.thread_id)


def _recompose(
    request: HttpRequest, workspace: Workspace, person_id: UUID, sheet: Sheet, now: datetime
) -> HttpResponse:
    """Another channel, language or wording: a fresh text, or the seeker's own words kept, if they say so."""
    answer = request.POST.get("own_words", "")
    text = sheet.text
    if text.edited and not answer:
        return _again(request, workspace, person_id, sheet, now, asks_about_own_words=True)
    if not (text.edited and answer == "keep"):
        wish = Wish(kind=text.kind, channel=text.channel, language=text.language, variant=text.variant)
        text = replace(write_page(workspace, person_id, now, wish, saved=False).text, editor=text.editor)
    else:
        text = replace(text, address="")
    actions.save_draft(workspace=workspace, person_id=person_id, version=sheet.version, text=text, now=now)
    return redirect("outreach:write", person_id)


def _rewritten(workspace: Workspace, person_id: UUID, sheet: Sheet, number: str, now: datetime) -> Sheet:
    """The text with the numbered finding's suggestion in place; unchanged when there is none."""
    page = _page(workspace, person_id, now, None)
    findings = judged(page, sheet.text)
    place = whole_number(number, 0)
    chosen = findings[place - 1] if 0 < place <= len(findings) else None
    if chosen is None or chosen.rewrite is None:
        return sheet
    return replace(sheet, text=replace(sheet.text, body=coach.apply(sheet.text.body, chosen), edited=True))


def _again(
    request: HttpRequest,
    workspace: Workspace,
    person_id: UUID,
    sheet: Sheet,
    now: datetime,
    *,
    theirs: Message | None = None,
    **why: object,
) -> HttpResponse:
    """The page with the seeker's text as they left it, and why it did not go through."""
    page = _page(workspace, person_id, now, None)
    version = theirs.version if theirs else sheet.version
    shown = replace(page, text=sheet.text, version=version)
    stale = {"text": text_of(theirs)} if theirs else {}
    context = context_of(shown, now, composed=sheet.composed) | why | {"stale": stale}
    if sheet.text.editor and not theirs:
        context["editor"] = sheet.text.editor  # still the form that saved as it was typed
    return render(request, "outreach/write.html", context, status=422)


def _page(workspace: Workspace, person_id: UUID, now: datetime, wish: Wish | None) -> WritePage:
    try:
        return write_page(workspace, person_id, now, wish)
    except Person.DoesNotExist:
        raise Http404 from None


def _wish(query: QueryDict) -> Wish:
    kind, channel, language = (query.get(name, "") for name in ("kind", "channel", "language"))
    return Wish(
        kind=MessageKind(kind) if kind in WRITTEN else None,
        channel=Channel(channel) if channel in set(Channel) else None,
        language=language if language in LANGUAGES else "",
        variant=whole_number(query.get("variant", ""), 0),
    )


def _sheet(posted: QueryDict) -> Sheet:
    wish = _wish(posted)
    body = clean_block(posted.get("body", ""))
    composed = posted.get("composed", "")
    text = DraftText(
        kind=wish.kind or MessageKind.FIRST,
        channel=wish.channel or Channel.EMAIL,
        language=wish.language or "en",
        body=body,
        subject=posted.get("subject", ""),
        address=posted.get("address", ""),
        variant=wish.variant,
        edited=fingerprint(body) != composed,
        editor=posted.get("editor", "")[:32],
    )
    return Sheet(whole_number(posted.get("version", ""), 0), composed, text)


def _zone(request: HttpRequest) -> str:
    return request.user.time_zone if isinstance(request.user, User) else "UTC"


@require_POST
def autosave(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Keeps what is typed: 204, or 409 when another tab holds the draft (or they asked not to be contacted)."""
    sheet = _sheet(request.POST)
    try:
        actions.save_draft(
            workspace=workspace_of(request.user),
            person_id=person_id,
            version=sheet.version,
            text=sheet.text,
            now=timezone.now(),
        )
    except Person.DoesNotExist:
        raise Http404 from None
    except (StaleEditError, DoNotContactError):
        return HttpResponse(status=409)
    return HttpResponse(status=204)


@require_POST
def findings(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the coach says of the text as it stands; nothing is written."""
    page = _page(workspace_of(request.user), person_id, timezone.now(), None)
    text = _sheet(request.POST).text
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
    request.session[f"discarded-{person_id}"] = asdict(text)
    say(request, _("The draft is gone."), undo=reverse("outreach:undiscard", args=[person_id]))
    return redirect("desk:person", person_id)


@require_POST
def undiscard(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Undo of `discard`, in the same session."""
    kept = request.session.pop(f"discarded-{person_id}", None)
    if kept is None:
        raise Http404
    text = DraftText(**{**kept, "kind": MessageKind(kept["kind"]), "channel": Channel(kept["channel"])})
    try:
        actions.save_draft(
            workspace=workspace_of(request.user), person_id=person_id, version=0, text=text, now=timezone.now()
        )
    except Person.DoesNotExist:
        raise Http404 from None
    except (StaleEditError, DoNotContactError):
        say(request, _("There is a newer draft."))
    return redirect("outreach:write", person_id)
