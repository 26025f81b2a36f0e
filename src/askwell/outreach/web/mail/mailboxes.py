"""The seeker's mailboxes: how they are, how they sign, and out again."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from askwell.accounts.queries import workspace_of
from askwell.outreach.actions.mail import mailboxes as actions
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.mail import mailboxes as reads
from askwell.outreach.tasks import queue_mailbox
from askwell.outreach.web.mail.forms import SignatureForm
from askwell.outreach.web.words import mailboxes as words
from askwell.protocols.mail.servers import MailError
from askwell.ui.say import say


@require_GET
def mailboxes(request: HttpRequest) -> HttpResponse:
    """All that are connected."""
    return render(request, "outreach/mailboxes.html", {"rows": _rows(request)})


@require_POST
def change(request: HttpRequest, mailbox_id: UUID) -> HttpResponse:
    """How the seeker signs, and whether messages leave from here."""
    workspace, form = workspace_of(request.user), SignatureForm(request.POST, prefix=str(mailbox_id))
    if not form.is_valid():
        _mailbox_or_404(request, mailbox_id)
        rows = _rows(request, failed=(mailbox_id, form))
        return render(request, "outreach/mailboxes.html", {"rows": rows}, status=422)
    try:
        actions.change_mailbox(workspace=workspace, mailbox_id=mailbox_id, **form.cleaned_data)
    except Mailbox.DoesNotExist:
        raise Http404 from None
    say(request, _("Saved."))
    return redirect("outreach:mailboxes")


@require_POST
def try_again(request: HttpRequest, mailbox_id: UUID) -> HttpResponse:
    """Open both servers now."""
    try:
        actions.try_mailbox(workspace=workspace_of(request.user), mailbox_id=mailbox_id, now=timezone.now())
    except Mailbox.DoesNotExist:
        raise Http404 from None
    except MailError:
        return redirect("outreach:mailboxes")  # it says there what is wrong
    say(request, _("It works."))
    return redirect("outreach:mailboxes")


@require_POST
def look(request: HttpRequest, mailbox_id: UUID) -> HttpResponse:
    """Have it looked into now, and not only at the next few minutes' turn."""
    mailbox = _mailbox_or_404(request, mailbox_id)
    actions.begin_anew(workspace=workspace_of(request.user), mailbox_id=mailbox.pk)
    queue_mailbox(mailbox.workspace_id, mailbox.pk)
    say(request, _("Looking for new mail. What belongs to a conversation shows up by itself."))
    return redirect("outreach:mailboxes")


@never_cache
@require_POST
def disconnect(request: HttpRequest, mailbox_id: UUID) -> HttpResponse:
    """Its password is gone at once but for this answer, which can take it back until it is left."""
    mailbox, now = _mailbox_or_404(request, mailbox_id), timezone.now()
    sealed = actions.disconnect_mailbox(workspace=workspace_of(request.user), mailbox_id=mailbox_id, now=now)
    return render(request, "outreach/mailbox_gone.html", {"mailbox": mailbox, "sealed": sealed})


@require_POST
def reconnect(request: HttpRequest, mailbox_id: UUID) -> HttpResponse:
    """Take a disconnection back."""
    sealed = request.POST.get("sealed", "")
    try:
        actions.reconnect_mailbox(workspace=workspace_of(request.user), mailbox_id=mailbox_id, sealed=sealed)
    except Mailbox.DoesNotExist:
        raise Http404 from None
    except MailError:
        say(request, _("Its password is gone: connect it once more."))
        return redirect("outreach:connect_mailbox")
    return redirect("outreach:mailboxes")


def _rows(
    request: HttpRequest, failed: tuple[UUID, SignatureForm] | None = None
) -> list[tuple[Mailbox, SignatureForm, words.Reason | None]]:
    """Each mailbox with its form and what is wrong with it."""
    rows = []
    for mailbox in reads.mailboxes(workspace_of(request.user)):
        values = {"name": mailbox.name, "signature": mailbox.signature, "is_usual": mailbox.is_usual}
        form = SignatureForm(initial=values, prefix=str(mailbox.pk))
        if failed and failed[0] == mailbox.pk:
            form = failed[1]
        rows.append((mailbox, form, words.trouble_of(mailbox)))
    return rows


def _mailbox_or_404(request: HttpRequest, mailbox_id: UUID) -> Mailbox:
    mailbox = reads.mailboxes(workspace_of(request.user)).filter(pk=mailbox_id).first()
    if not mailbox:
        raise Http404
    return mailbox
