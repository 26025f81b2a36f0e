"""Pages on which insiders answer without a login: made, renewed, withdrawn; what they did there is seen."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.interviews.actions.errors import NoTimesError
from askwell.interviews.models import Booking, Interview, Notice
from askwell.interviews.queries.pages import page_language, usual_why
from askwell.interviews.queries.taken import offered_times
from askwell.interviews.rules.booking import asked_lines, ends_at
from askwell.lib.text import clean


@transaction.atomic
def open_page(
    *, workspace: Workspace, interview_id: UUID, programme: str = "", whys: dict[str, str] | None = None, now: datetime
) -> Booking:
    """The page of an interview for which times are offered, new where there is none; a page that has ended or was
    withdrawn gets a new link. Where a `programme` arranged the talk the page names it, and tells why by `whys`, which
    has the page's language. Raises NoTimesError, Interview.DoesNotExist."""
    interview = Interview.objects.of(workspace).select_related("thread__person", "workspace").get(pk=interview_id)
    times = offered_times(interview)
    if not any(time > now for time in times):
        raise NoTimesError
    booking = Booking.objects.of(workspace).filter(thread=interview.thread).first() or _new(interview, now)
    if booking.withdrawn_at or booking.expires_at <= now:
        booking.number += 1
    if programme and whys:
        booking.programme, booking.whys = programme, {code: clean(text, limit=300) for code, text in whys.items()}
        booking.why = booking.whys[booking.language]
    booking.expires_at, booking.withdrawn_at = max(booking.expires_at, ends_at(now, times)), None
    booking.save()
    return booking


def _new(interview: Interview, now: datetime) -> Booking:
    language = page_language(interview.thread)
    why = usual_why(interview.workspace, interview.thread.person, language)
    return Booking(
        workspace=interview.workspace,
        thread=interview.thread,
        why=why,
        language=language,
        made_at=now,
        expires_at=ends_at(now, offered_times(interview)),
    )


@transaction.atomic
def end_arranging(*, workspace: Workspace, thread_ids: Collection[UUID]) -> None:
    """A programme has no more to do with these talks: their pages promise nothing in its name any more."""
    Booking.objects.of(workspace).filter(thread__in=thread_ids).update(programme="")


@transaction.atomic
def change_page(*, workspace: Workspace, booking_id: UUID, why: str, language: str, asks: str = "") -> Booking:
    """What the page says. Raises Booking.DoesNotExist."""
    booking = Booking.objects.of(workspace).get(pk=booking_id)
    if booking.why != clean(why, limit=300):
        booking.whys = {}
    booking.why, booking.language = clean(why, limit=300), language or booking.language
    booking.asks = "\n".join(clean(line, limit=200) for line in asked_lines(asks))[:600]
    booking.save(update_fields=["why", "whys", "language", "asks"])
    return booking


@transaction.atomic
def renew_link(*, workspace: Workspace, booking_id: UUID, now: datetime) -> Booking:
    """A new link, for another two weeks; the one before ends at once. Raises Booking.DoesNotExist."""
    booking = Booking.objects.of(workspace).select_for_update().get(pk=booking_id)
    interview = Interview.objects.of(workspace).filter(thread=booking.thread_id).first()
    booking.number, booking.withdrawn_at = booking.number + 1, None
    booking.expires_at = ends_at(now, offered_times(interview))
    booking.save(update_fields=["number", "withdrawn_at", "expires_at"])
    return booking


@transaction.atomic
def withdraw_link(*, workspace: Workspace, booking_id: UUID, now: datetime) -> None:
    """The link ends now. Raises Booking.DoesNotExist."""
    booking = Booking.objects.of(workspace).get(pk=booking_id)
    booking.withdrawn_at = booking.withdrawn_at or now
    booking.save(update_fields=["withdrawn_at"])


@transaction.atomic
def restore_link(*, workspace: Workspace, booking_id: UUID) -> None:
    """Undo of `withdraw_link`: the same link opens the page again. Raises Booking.DoesNotExist."""
    booking = Booking.objects.of(workspace).get(pk=booking_id)
    booking.withdrawn_at = None
    booking.save(update_fields=["withdrawn_at"])


@transaction.atomic
def see_notice(*, workspace: Workspace, notice_id: UUID, now: datetime) -> None:
    """Off Today. Raises Notice.DoesNotExist."""
    notice = Notice.objects.of(workspace).get(pk=notice_id)
    notice.seen_at = notice.seen_at or now
    notice.save(update_fields=["seen_at"])


@transaction.atomic
def unsee_notice(*, workspace: Workspace, notice_id: UUID) -> None:
    """Undo of `see_notice`. Raises Notice.DoesNotExist."""
    notice = Notice.objects.of(workspace).get(pk=notice_id)
    notice.seen_at = None
    notice.save(update_fields=["seen_at"])
