"""The insider's page: who asks and why, the times, and every kind of answer. Looking at it writes nothing."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from askwell.interviews.actions import visiting
from askwell.interviews.actions.errors import LinkEndedError, NoNumberError, TimeTakenError, TooManyAnswersError
from askwell.interviews.models import Booking, Notice, talk_is_over
from askwell.interviews.queries.visiting import (
    Visit,
    booking_of,
    has_talked,
    holds,
    interview_of,
    is_stopped,
    is_theirs,
    living,
    usable,
    visit,
)
from askwell.interviews.rules.booking import MONTHS, MOST_ASKED, again_on, in_writing
from askwell.interviews.web.forms import moment_of
from askwell.interviews.web.words.visiting import chosen_words, hours, languages, months, sender_name, zones
from askwell.lib.numbers import whole_number
from askwell.lib.times import zone
from askwell.outreach.choices import MeetingBy
from askwell.outreach.models import Thread
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.people.actions.errors import UnreadableAddressError
from askwell.protocols.calendar import Duty, write_calendar
from askwell.ui.doorstep import doorstep, too_many

Answering = Callable[[str, QueryDict, datetime], Notice]
SITE_LANGUAGE = {"zh-Hans": "zh-hans"}
READER = {"zh-hans": "zh-Hans"}


class EmptyError(Exception):
    """What was pressed needs something that was not said; the words for it."""


@doorstep
@require_http_methods(["GET", "HEAD", "POST"])
def meet(request: HttpRequest, token: str) -> HttpResponse:
    """The page; a POST answers (`do`)."""
    now, booking = timezone.now(), booking_of(token)
    if booking is None:
        return render(request, "visiting/ended.html", {"why": "unknown"}, status=404)
    with spoken(request, booking):
        if request.method == "POST":
            return _answered(request, token, booking, now)
        return _page(request, token, booking, now)


def _page(
    request: HttpRequest, token: str, booking: Booking, now: datetime, refusal: str = "", status: int = 200
) -> HttpResponse:
    thread = living(booking)
    if path := _afterwards(booking, thread, token, now):
        return redirect(f"{path}?language={translation.get_language()}")
    if thread is None or not holds(booking, token, now):
        kept = reverse("visiting:kept", args=[token]) if is_theirs(booking, token, now) else ""
        return render(request, "visiting/ended.html", {"why": "over", "can_stop": True, "kept": kept}, status=410)
    language = translation.get_language() or "en"
    page = visit(booking, thread, now, READER.get(language, language))
    theirs = usable(_asked(request, "zone")) or page.theirs
    with timezone.override(zone(theirs)):
        context = {**_context(request, page, theirs, token), "refusal": refusal}
        return render(request, "visiting/meet.html", context, status=status)


def _afterwards(booking: Booking, thread: Thread | None, token: str, now: datetime) -> str:
    """Where they are led once they have talked; empty for nowhere else."""
    if thread is None or is_stopped(booking) or not (has_talked(thread, now) and is_theirs(booking, token, now)):
        return ""
    answers = talk_is_over.send(sender=Booking, thread=thread, now=now)
    return next((path for _receiver, path in answers if path), "")


def _context(request: HttpRequest, page: Visit, theirs: str, token: str) -> dict[str, object]:
    language = translation.get_language() or "en"
    return {
        "page": page,
        "sender": sender_name(page),
        "keeper": page.programme or sender_name(page),
        "theirs": theirs,
        "zones": zones(theirs, page.theirs, page.own),
        "slots": hours(page.free, page.minutes, page.own),
        "agreed": hours([page.agreed] if page.agreed else [], page.minutes, page.own),
        "chosen": chosen_words(page.last),
        "languages": languages(language),
        "months": months(),
        "kept": urlencode({"zone": theirs, "language": language}),
        "language": language,
        "typed": request.POST,
        "file": reverse("visiting:file", args=[token]),
        "kept_page": reverse("visiting:kept", args=[token]),
    }


def _answered(request: HttpRequest, token: str, booking: Booking, now: datetime) -> HttpResponse:
    answer = ANSWERS.get(request.POST.get("do", ""))
    if answer is None:
        raise Http404
    try:
        answer(token, request.POST, now)
    except TooManyAnswersError:
        return too_many(request)
    except LinkEndedError:
        return _page(request, token, booking, now, status=410)
    except NoNumberError:
        return _refused(request, token, now, _("For a call, please leave the number to call."))
    except UnreadableAddressError:
        return _refused(request, token, now, _("That is no whole e-mail address. Leave it empty, if you like."))
    except TimeTakenError:
        return _refused(request, token, now, _("That time has just gone. Is one of these as good?"))
    except ImpossibleMove:
        return _refused(request, token, now, _("That does not fit any more. Here is how it stands."))
    except EmptyError as error:
        return _refused(request, token, now, str(error))
    kept = urlencode({key: request.POST[key] for key in ("zone", "language") if request.POST.get(key)})
    return redirect(f"{request.path}?{kept}" if kept else request.path)


def _refused(request: HttpRequest, token: str, now: datetime, words: str) -> HttpResponse:
    booking = booking_of(token)
    assert booking, "it was there a moment ago, and nothing deletes it by itself"
    return _page(request, token, booking, now, words, 422)


def spoken(request: HttpRequest, booking: Booking) -> AbstractContextManager[None]:
    """In the language that they chose here, else the one that they were written to in."""
    asked = _asked(request, "language") or SITE_LANGUAGE.get(booking.language, booking.language)
    chosen = asked if asked in dict(settings.LANGUAGES) else "en"
    request.LANGUAGE_CODE = chosen
    return translation.override(chosen)


def _asked(request: HttpRequest, name: str) -> str:
    return (request.POST.get(name) or request.GET.get(name, ""))[:64]


def _time(token: str, said: QueryDict, now: datetime) -> Notice:
    moment = moment_of(said.get("time", ""))
    if moment is None:
        raise EmptyError(_("Pick one of the times first."))
    by = said.get("by", "")
    return visiting.choose_time(
        token=token,
        starts_at=moment,
        by=MeetingBy(by) if by in set(MeetingBy) else MeetingBy.VIDEO,
        phone=said.get("phone", ""),
        email=said.get("email", "") if by != MeetingBy.PHONE else "",
        zone=usable(said.get("zone", "")),
        language=READER.get(said.get("language", ""), said.get("language", "")) or "",
        now=now,
    )


def _off(token: str, said: QueryDict, now: datetime) -> Notice:
    return visiting.call_off(token=token, text=said.get("line", ""), now=now)


def _other(token: str, said: QueryDict, now: datetime) -> Notice:
    text = said.get("when", "")
    if not text.strip():
        raise EmptyError(_("Say when would be better, in your own words."))
    return visiting.propose_time(token=token, text=text, now=now)


def _name(token: str, said: QueryDict, now: datetime) -> Notice:
    name, may = said.get("name", ""), bool(said.get("may_use_name"))
    if not name.strip():
        raise EmptyError(_("Say who it is."))
    return visiting.name_other(token=token, name=name, reach=said.get("reach", ""), may_use_name=may, now=now)


def _no(token: str, said: QueryDict, now: datetime) -> Notice:
    later = whole_number(said.get("again", ""), 0)
    return visiting.decline(token=token, text=said.get("line", ""), until=_until(later, now), now=now)


def _until(months: int, now: datetime) -> date | None:
    return again_on(now.date(), months) if months in MONTHS else None


def _write(token: str, said: QueryDict, now: datetime) -> Notice:
    questions = said.getlist("question")[:MOST_ASKED]
    text = in_writing(list(zip(questions, said.getlist("answer"), strict=False)), said.get("text", ""))
    if not text:
        raise EmptyError(_("Write a line or two first."))
    return visiting.write_instead(token=token, text=text, now=now)


def _erase(token: str, _said: QueryDict, now: datetime) -> Notice:
    return visiting.ask_to_erase(token=token, now=now)


def _stop(token: str, _said: QueryDict, now: datetime) -> Notice:
    return visiting.stop(token=token, now=now)


def _back(token: str, _said: QueryDict, now: datetime) -> Notice:
    return visiting.take_stop_back(token=token, now=now)


ANSWERS: dict[str, Answering] = {
    "time": _time,
    "off": _off,
    "other": _other,
    "name": _name,
    "no": _no,
    "write": _write,
    "erase": _erase,
    "stop": _stop,
    "back": _back,
}


@doorstep
@require_safe
def meeting_file(request: HttpRequest, token: str) -> HttpResponse:
    """The agreed time as a file for their own calendar."""
    now, booking = timezone.now(), booking_of(token)
    thread = living(booking) if booking else None
    if booking is None or thread is None or not holds(booking, token, now):
        raise Http404
    page, interview = visit(booking, thread, now), interview_of(booking.workspace, thread)
    if page.agreed is None or interview is None or page.is_stopped:
        raise Http404
    with spoken(request, booking):
        event = Duty(
            uid=interview.calendar_uid,
            title=_("Talk with %(name)s") % {"name": sender_name(page)},
            when=page.agreed,
            minutes=page.minutes,
            place=interview.place,
            moved=interview.sequence,
        )
        data = write_calendar([event], name="Askwell", now=now, method="PUBLISH")
    answer = HttpResponse(data, content_type="text/calendar; charset=utf-8; method=PUBLISH")
    answer["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return answer
