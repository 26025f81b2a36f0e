"""From the write page out into the world: through the seeker's mailbox, or by their own means and told afterwards."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions.errors import (
    AsksForJobError,
    DeadAddressError,
    DemoError,
    EmptyMessageError,
    GapsLeftError,
    GuardError,
    NoMailboxError,
    NoSubjectError,
    UnknownAddressError,
)
from askwell.outreach.actions.mail.outbox import queue_letter
from askwell.outreach.actions.sending import record_sent
from askwell.outreach.choices import FindingCode
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.outreach.web.log import why_not
from askwell.outreach.web.sheet import RefusedError, Sheet, kept_apart
from askwell.ui.say import say

LATEST = timedelta(days=60)


def record(request: HttpRequest, workspace: Workspace, person_id: UUID, sheet: Sheet, now: datetime) -> HttpResponse:
    """They sent it by their own means. Raises RefusedError."""
    with _allowed(sheet):
        entry = record_sent(
            workspace=workspace,
            person_id=person_id,
            version=sheet.version,
            text=sheet.text,
            zone=_zone(request),
            despite=_despite(request),
            asks_for_job_anyway=_is_meant(request, "job"),
            gaps_anyway=_is_meant(request, "gaps"),
            now=now,
        )
    say(request, _("Recorded. The follow-ups come by themselves."), undo=reverse("outreach:undo", args=[entry.pk]))
    return redirect("outreach:thread", entry.thread_id)


def send(request: HttpRequest, workspace: Workspace, person_id: UUID, sheet: Sheet, now: datetime) -> HttpResponse:
    """It leaves through their mailbox, in ten seconds. Raises RefusedError."""
    return _queue(request, workspace, person_id, sheet, None, now)


def send_later(
    request: HttpRequest, workspace: Workspace, person_id: UUID, sheet: Sheet, now: datetime
) -> HttpResponse:
    """It leaves at the good hour that the page named. Raises RefusedError."""
    return _queue(request, workspace, person_id, sheet, _moment(request.POST.get("later_at", ""), sheet, now), now)


def send_at(request: HttpRequest, workspace: Workspace, person_id: UUID, sheet: Sheet, now: datetime) -> HttpResponse:
    """It leaves at a time of their own. Raises RefusedError."""
    return _queue(request, workspace, person_id, sheet, _moment(request.POST.get("own_at", ""), sheet, now), now)


SENDING: Mapping[str, Callable[[HttpRequest, Workspace, UUID, Sheet, datetime], HttpResponse]] = {
    "sent": record,
    "send": send,
    "send_later": send_later,
    "send_at": send_at,
}


def _queue(
    request: HttpRequest, workspace: Workspace, person_id: UUID, sheet: Sheet, at: datetime | None, now: datetime
) -> HttpResponse:
    with _allowed(sheet):
        dispatch = queue_letter(
            workspace=workspace,
            person_id=person_id,
            version=sheet.version,
            text=sheet.text,
            at=at,
            zone=_zone(request),
            despite=_despite(request),
            asks_for_job_anyway=_is_meant(request, "job"),
            gaps_anyway=_is_meant(request, "gaps"),
            now=now,
        )
    if at and dispatch.due_at > at:
        say(request, _("Other letters of yours leave at that time, so this one leaves a little later."))
    return redirect("outreach:dispatch", dispatch.pk)


def _moment(said: str, sheet: Sheet, now: datetime) -> datetime:
    """What a field says, in the viewer's zone where it names none. Raises RefusedError for no time to come."""
    try:
        found = parse_datetime(said)
    except ValueError:
        found = None
    if found is not None and timezone.is_naive(found):
        found = timezone.make_aware(found)
    if found is not None and found <= now:
        raise RefusedError(sheet, refusal=_("This time has passed. Choose one that is still to come."))
    if found is None or found >= now + LATEST:
        raise RefusedError(sheet, refusal=_("Choose a time within the next two months."))
    return found


@contextmanager
def _allowed(sheet: Sheet) -> Iterator[None]:
    """Turns what stands against sending into what the page says of it. Raises RefusedError."""
    try:
        with kept_apart(sheet):
            yield
    except EmptyMessageError:
        raise RefusedError(sheet, refusal=_("There is nothing to send yet.")) from None
    except GapsLeftError as error:
        raise RefusedError(sheet, gaps=error.gaps) from None
    except AsksForJobError:
        raise RefusedError(sheet, job=True) from None
    except GuardError as error:
        raise RefusedError(sheet, guard=error) from None
    except ImpossibleMove as error:
        raise RefusedError(sheet, refusal=why_not(error)) from None
    except DemoError:
        raise RefusedError(sheet, demo=True) from None
    except NoMailboxError:
        raise RefusedError(sheet, refusal=_("No mailbox is connected any more.")) from None
    except NoSubjectError:
        refusal = _("Give it a subject first: a few words that say what it is about.")
        raise RefusedError(sheet, refusal=refusal) from None
    except DeadAddressError:
        raise RefusedError(
            sheet, refusal=_("Letters to this address come back. Choose another one, or another way.")
        ) from None
    except UnknownAddressError:
        raise RefusedError(sheet, refusal=_("Choose an e-mail address of theirs.")) from None


def _despite(request: HttpRequest) -> list[FindingCode]:
    return [FindingCode(code) for code in request.POST.getlist("despite") if code in set(FindingCode)]


def _is_meant(request: HttpRequest, what: str) -> bool:
    return request.POST.get(what) == "anyway"


def _zone(request: HttpRequest) -> str:
    return request.user.time_zone if isinstance(request.user, User) else "UTC"
