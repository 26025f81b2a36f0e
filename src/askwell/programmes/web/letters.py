"""All letters that wait to be passed on by hand, on one page: ticked off, taken as a table, or left to the mailbox."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.actions import note
from askwell.accounts.choices import Deed
from askwell.lib.ids import id_of
from askwell.programmes.actions.writing import mark_to_write
from askwell.programmes.choices import Audience
from askwell.programmes.queries.sending import mail_leaves
from askwell.programmes.queries.waits import letters_about_talks
from askwell.programmes.tasks import queue_writing
from askwell.programmes.web.cohorts import moment_of
from askwell.programmes.web.doors import At, leads
from askwell.programmes.web.letter_kinds import KINDS
from askwell.protocols.xlsx_out import write_xlsx
from askwell.ui.say import refuse, say
from askwell.ui.sure import sure

A_PAGE = 50
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def kind_of(request: HttpRequest) -> Audience:
    told = request.POST.get("kind") or request.GET.get("kind", "")
    return Audience.INSIDERS if told == Audience.INSIDERS else Audience.SEEKERS


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    at, kind = leads(request), kind_of(request)
    rows, to_tick = KINDS[kind].rows(at.workspace), _to_tick(at, kind)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "at": at,
        "kind": kind,
        "counts": [(one, KINDS[one].rows(at.workspace).count()) for one in KINDS],
        "page": page,
        "letters": KINDS[kind].letters(request, at, list(page.object_list)),
        "total": page.paginator.count,
        "sends_mail": mail_leaves(at.workspace),
        "to_tick": to_tick,
        "leaving": page.paginator.count - to_tick,
        "about_talks": letters_about_talks(at.programme),
    }
    return render(request, "programmes/letters.html", context)


@require_POST
def sent(request: HttpRequest) -> HttpResponse:
    """Those whose ids are in `one` were passed on, or `all`, if they are still as many as it says. `here` leads back to
    the page of the one."""
    at, kind, now = leads(request), kind_of(request), timezone.now()
    chosen = [key for text in request.POST.getlist("one") if (key := id_of(text))]
    is_all = "all" in request.POST
    if is_all and request.POST["all"] != str(_to_tick(at, kind)):
        refuse(request, _("Other letters came in meanwhile. Look again: nothing was ticked off."))
        return _back(kind)
    many = KINDS[kind].mark(workspace=at.workspace, chosen=None if is_all else chosen, now=now)
    if many:
        said = ngettext("%(n)s letter is ticked off as sent.", "%(n)s letters are ticked off as sent.", many)
        undo = f"{reverse('programmes:letters_back')}?kind={kind}&at={now:%Y-%m-%dT%H:%M:%S.%fZ}"
        say(request, said % {"n": many}, undo=undo)
    else:
        refuse(request, _("Nobody was ticked."))
    is_here = "here" in request.POST and kind is Audience.SEEKERS and len(chosen) == 1
    return redirect("programmes:seeker", chosen[0]) if is_here else _back(kind)


@require_POST
def back(request: HttpRequest) -> HttpResponse:
    """Undo of `sent`, done `at` that moment."""
    at, kind = leads(request), kind_of(request)
    KINDS[kind].unmark(workspace=at.workspace, at=moment_of(request))
    say(request, _("Taken back."))
    return _back(kind)


@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """All letters to seekers leave from the mailbox: a worker puts them into the outbox."""
    at = leads(request)
    if not mail_leaves(at.workspace):
        refuse(request, _("No mail can leave: connect a mailbox, and give the postal address in the settings."))
        return _back(Audience.SEEKERS)
    many = mark_to_write(workspace=at.workspace, chosen=None, now=timezone.now())
    queue_writing(at.workspace.pk)
    said = ngettext("%(n)s letter goes into the outbox now.", "%(n)s letters go into the outbox now.", many)
    say(request, said % {"n": many})
    return _back(Audience.SEEKERS)


@sure
@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """All letters of a kind as a spreadsheet, for a mail merge; nobody who asked for no mail is in it."""
    at, kind = leads(request), kind_of(request)
    waiting = KINDS[kind].letters(request, at, list(KINDS[kind].rows(at.workspace)))
    headings = (_("Number"), _("Name"), _("E-mail"), _("Link"), _("Subject"), _("Letter"))
    rows = [
        (one.code, one.name or one.native_name, one.email, one.link, one.words.subject, one.words.body)
        for one in waiting
        if not one.is_stopped
    ]
    note(Deed.TAKEN_OUT, place=at.workspace.pk, by=at.user.pk)
    headers = {
        "Content-Disposition": f'attachment; filename="letters {kind}.xlsx"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(write_xlsx([(_("Letters"), [headings, *rows])]), content_type=SPREADSHEET, headers=headers)


def _to_tick(at: At, kind: Audience) -> int:
    """How many wait to be ticked off: not those that a worker is to send."""
    rows = KINDS[kind].rows(at.workspace)
    return (rows.filter(send_at=None) if kind is Audience.SEEKERS else rows).count()


def _back(kind: Audience) -> HttpResponse:
    return redirect(f"{reverse('programmes:letters')}?kind={kind}")
