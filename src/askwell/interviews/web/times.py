"""Finding a time: offering some, agreeing on one, moving it, calling it off, missing it."""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.actions import meeting
from askwell.interviews.actions.errors import NoTimesError, PastTimeError
from askwell.interviews.actions.offering import offer_in_writing
from askwell.interviews.choices import InterviewState, Step
from askwell.interviews.models import Interview
from askwell.interviews.queries.inviting import Calendars
from askwell.interviews.queries.offering import OfferPage, offer_page
from askwell.interviews.queries.times import TimesPage, interview_of_thread, times_page
from askwell.interviews.rules.states import can
from askwell.interviews.web.forms import AgreeForm, OfferForm
from askwell.interviews.web.pages import link_of, page_context
from askwell.interviews.web.words.states import call_name
from askwell.interviews.web.words.visiting import CALENDAR_SAYS, OWN_ANSWER
from askwell.outreach.actions.errors import DoNotContactError
from askwell.outreach.choices import MeetingBy
from askwell.outreach.models import Message
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.people.models import Person
from askwell.ui.reach import opens_elsewhere
from askwell.ui.say import say


def offer(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Offer up to six times; what was offered stands on the page with the message that names them."""
    workspace, now, own = workspace_of(request.user), timezone.now(), timezone.get_current_timezone_name()
    try:
        page = offer_page(workspace, person_id, own=own, now=now, link=partial(link_of, request))
    except Person.DoesNotExist:
        raise Http404 from None
    form = _offer_form(request, page, now)
    if request.method == "POST" and form.is_valid():
        try:
            _interview, drafted = offer_in_writing(
                workspace=workspace,
                person_id=person_id,
                times=form.cleaned_data["times"],
                minutes=form.cleaned_data["minutes"],
                by=MeetingBy(form.cleaned_data["by"]),
                own=own,
                now=now,
                link=partial(link_of, request) if form.cleaned_data["page"] and opens_elsewhere(request) else None,
            )
        except (NoTimesError, DoNotContactError) as error:
            form.add_error(None, _refusal(error))
        else:
            return _offered(request, person_id, drafted)
    context = {"page": page, "form": form, "good": _good(page, form), "name": call_name(page.who)}
    context |= page_context(request, page.booking)
    return render(request, "interviews/offer.html", context, status=422 if form.errors else 200)


def _offer_form(request: HttpRequest, page: OfferPage, now: datetime) -> OfferForm:
    typed = [moment for moment in page.offered if moment not in page.good]
    data = request.POST if request.method == "POST" else None
    initial = {"minutes": page.minutes, "by": page.by, "page": _wants_page(page)}
    return OfferForm(data, now=now, typed=typed, initial=initial)


def _wants_page(page: OfferPage) -> bool:
    """A page is usual where others can open it; on the seeker's own computer only where it was asked for."""
    return bool(page.booking and not page.booking.is_withdrawn) if page.booking else settings.HOSTED


def _good(page: OfferPage, form: OfferForm) -> list[tuple[datetime, bool]]:
    """The suggested times and whether each is ticked."""
    ticked = form.ticked() if form.is_bound else page.offered
    return [(moment, moment in ticked) for moment in page.good]


def _offered(request: HttpRequest, person_id: UUID, drafted: bool) -> HttpResponse:
    kept = _("Kept. The message that names these times lies ready.") if drafted else _("Kept.")
    say(request, kept)
    return redirect("interviews:offer", person_id)


def times(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """Where the search for a time stands; a POST agrees on one, calls it off or says it was missed (`do`)."""
    workspace, now = workspace_of(request.user), timezone.now()
    page, refusal = _times_page(workspace, interview_id, now), ""
    form = _agree_form(request, page, now)
    if request.method == "POST" and not form.errors:
        try:
            return _said(request, page, _moved(request, workspace, page.interview, form, now))
        except (PastTimeError, ImpossibleMove) as error:
            refusal = _refusal(error)
    context = {**_times_context(page, now), "form": form, "refusal": refusal}
    return render(request, "interviews/times.html", context, status=422 if form.errors or refusal else 200)


def _times_page(workspace: Workspace, interview_id: UUID, now: datetime) -> TimesPage:
    try:
        return times_page(workspace, interview_id, now)
    except Interview.DoesNotExist:
        raise Http404 from None


def _agree_form(request: HttpRequest, page: TimesPage, now: datetime) -> AgreeForm:
    """Filled with what was posted when a time is agreed on; otherwise as it stands."""
    one = page.interview
    initial = {"minutes": one.minutes, "by": one.by or MeetingBy.VIDEO, "place": one.place}
    return AgreeForm(request.POST if _did(request) == "agree" else None, now=now, initial=initial)


def _did(request: HttpRequest) -> str:
    """What was pressed; empty when the page is only looked at."""
    return request.POST.get("do", "agree") if request.method == "POST" else ""


def _moved(request: HttpRequest, workspace: Workspace, interview: Interview, form: AgreeForm, now: datetime) -> Message:
    why = request.POST.get("why", "").strip()[:500]
    match _did(request):
        case "agree":
            said = form.cleaned_data
            return meeting.agree(
                workspace=workspace,
                interview_id=interview.pk,
                starts_at=said["starts_at"],
                minutes=said["minutes"],
                by=MeetingBy(said["by"]),
                place=said["place"],
                now=now,
            )
        case "call_off":
            return meeting.call_off(workspace=workspace, interview_id=interview.pk, why=why, now=now)
        case "missed":
            return meeting.mark_missed(workspace=workspace, interview_id=interview.pk, why=why, now=now)
    raise Http404


def _said(request: HttpRequest, page: TimesPage, entry: Message) -> HttpResponse:
    words = {
        "call_off": _("Called off. A new time can be offered."),
        "missed": _("Noted as missed. A friendly line and a new time often mend it."),
    }
    undo = reverse("outreach:undo", args=[entry.pk])
    if (did := _did(request)) != "agree":
        say(request, words[did], undo=undo)
        return redirect("interviews:times", page.interview.pk)
    say(request, agreed_words(page.calendars), undo=undo)
    return redirect("interviews:times" if can_invite(page.calendars) else "interviews:prepare", page.interview.pk)


def agreed(request: HttpRequest, thread_id: UUID) -> HttpResponse:
    """Where a time that was just agreed on elsewhere leads: to sending the invitation where that can be, else to the
    line that confirms it, drafted."""
    workspace = workspace_of(request.user)
    try:
        page = times_page(workspace, interview_of_thread(workspace, thread_id), timezone.now())
    except Interview.DoesNotExist:
        raise Http404 from None
    if can_invite(page.calendars):
        return redirect("interviews:times", page.interview.pk)
    return redirect(f"{reverse('outreach:write', args=[page.who.id])}?kind=reply")


def agreed_words(told: Calendars) -> str:
    """What stands now, and what was and was not sent."""
    if told.is_invited or told.is_theirs:
        return _("Agreed. Their calendar is told within a minute.")
    if can_invite(told):
        return _("Agreed. It stands in your week. Nothing has been sent to them yet.")
    return _("Agreed. It stands in your week. Nothing was sent: write them a line to confirm it.")


def _times_context(page: TimesPage, now: datetime) -> dict[str, object]:
    one, state, told = page.interview, InterviewState(page.interview.state), page.calendars
    agreed = state is InterviewState.CONFIRMED
    counter = told.counter if told.counter and told.counter > now else None
    return {
        "page": page,
        "one": one,
        "name": call_name(page.who),
        "is_agreed": agreed,
        "calendar_says": CALENDAR_SAYS[told.answer],
        "own_answer": OWN_ANSWER[told.said],
        "counter": counter,
        "has_step": counter is not None or can_invite(told),
        "can_agree": can(state, Step.AGREED),
        "can_miss": agreed and one.starts_at is not None and one.starts_at <= now,
    }


def can_invite(told: Calendars) -> bool:
    """Whether an invitation of ours is the next step."""
    return told.is_connected and bool(told.address) and not (told.is_invited or told.is_theirs)


def _refusal(error: Exception) -> str:
    """Why it cannot be, in words."""
    if isinstance(error, NoTimesError):
        return _("Offer at least one time that is still to come.")
    if isinstance(error, PastTimeError):
        return _("This time has passed. Agree on one that is still to come.")
    if isinstance(error, DoNotContactError):
        return _("This person asked not to be contacted.")
    return _("That does not fit what happened so far. Log their answer in the conversation first.")
