"""Offering times, agreeing on one, moving it, calling it off: on both clocks, across clock changes."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from askwell.accounts.models import Profile, User, Workspace
from askwell.interviews.actions.meeting import agree
from askwell.interviews.models import Interview
from askwell.outreach.actions import entries
from askwell.outreach.choices import Answer, Channel, MeetingBy, MessageState
from askwell.outreach.models import Dispatch, Message, Thread
from askwell.people.models import Person
from tests.desk.counting import queries_of
from tests.factories.interviews import make_agreed
from tests.factories.mail import a_mailbox
from tests.factories.outreach import make_someone, make_waiting

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def zhou(workspace: Workspace) -> Person:
    """Somebody in Shanghai who said yes yesterday."""
    Profile.objects.filter(workspace=workspace).update(name="Mei Tan")
    now = timezone.now()
    where = {"place": "Shanghai", "region": "CN", "time_zone": "Asia/Shanghai"}
    thread = make_waiting(workspace, now - timedelta(days=3), given="Min", family="Zhou", **where)
    entries.log_answer(
        workspace=workspace,
        thread_id=thread.pk,
        answer=Answer.ACCEPTS,
        channel=Channel.EMAIL,
        at=now - timedelta(days=1),
        now=now,
    )
    return thread.person


def offer_of(person: Person) -> str:
    return reverse("interviews:offer", args=[person.pk])


def evening(days: int = 4) -> datetime:
    """Half past six in the evening in Vancouver, some days on: half past nine or so the next morning in Shanghai."""
    local = timezone.now().astimezone(ZoneInfo("America/Vancouver")) + timedelta(days=days)
    return local.replace(hour=18, minute=30, second=0, microsecond=0)


def typed(*moments: datetime) -> dict[str, str]:
    times = {f"time{number}": f"{moment:%Y-%m-%dT%H:%M}" for number, moment in enumerate(moments)}
    return {"minutes": "20", "by": "video", **times}


def test_somebody_who_said_yes_is_offered_times_from_the_thread(client: Client, zhou: Person) -> None:
    thread = Thread.objects.of(zhou.workspace).get()
    html = client.get(reverse("outreach:thread", args=[thread.pk])).content.decode()
    assert f'href="{offer_of(zhou)}"' in html


def test_an_insider_across_the_date_line_reads_the_other_date(client: Client, zhou: Person) -> None:
    at = evening()
    there = at.astimezone(ZoneInfo("Asia/Shanghai"))
    assert there.date() != at.date()
    answer = client.post(offer_of(zhou), typed(at), follow=True)
    html = answer.content.decode()
    interview = Interview.objects.of(zhou.workspace).get()
    assert interview.offered == [at.astimezone(UTC).isoformat()]
    assert f"{there.day} {there:%B}, {there.hour}:30–{there.hour}:50 in Beijing" in html
    assert "18:30–18:50" in html
    assert "Write the message" in html


def test_the_offer_lies_ready_as_a_reply_and_follows_a_second_offer(client: Client, zhou: Person) -> None:
    client.post(offer_of(zhou), typed(evening()))
    draft = Message.objects.of(zhou.workspace).get(state=MessageState.DRAFT)
    assert (draft.kind, draft.language, draft.subject) == ("reply", "en", "A time to talk")
    assert "Hi Min," in draft.body
    assert "18:30 in Vancouver" in draft.body
    client.post(offer_of(zhou), typed(evening().replace(hour=17)))
    draft.refresh_from_db()
    assert "17:30 in Vancouver" in draft.body
    assert "18:30" not in draft.body


def test_a_draft_in_ones_own_words_is_left_alone(client: Client, zhou: Person) -> None:
    write = reverse("outreach:write", args=[zhou.pk])
    fields = {"kind": "reply", "channel": "email", "language": "en", "version": "0", "composed": "x"}
    client.post(write, {**fields, "body": "My own words", "do": "save"})
    answer = client.post(offer_of(zhou), typed(evening()), follow=True)
    assert Message.objects.of(zhou.workspace).get(state=MessageState.DRAFT).body == "My own words"
    assert "lies ready" not in answer.content.decode()


def test_good_hours_are_theirs_and_not_in_the_seekers_night(client: Client, zhou: Person) -> None:
    html = client.get(offer_of(zhou)).content.decode()
    good = [datetime.fromisoformat(text) for text in re.findall(r'name="good" value="([^"]+)"', html)]
    assert len(good) == 6
    assert {moment.astimezone(ZoneInfo("Asia/Shanghai")).hour for moment in good} <= {9, 10}
    assert {moment.astimezone(ZoneInfo("America/Vancouver")).hour for moment in good} <= set(range(7, 22))
    client.post(offer_of(zhou), {"minutes": "30", "by": "phone", "good": [good[0].isoformat(), good[2].isoformat()]})
    interview = Interview.objects.of(zhou.workspace).get()
    assert interview.offered == [good[0].isoformat(), good[2].isoformat()]
    assert (interview.minutes, interview.by) == (30, "phone")
    html = client.get(offer_of(zhou)).content.decode()
    assert re.findall(r'name="good" value="([^"]+)" checked', html) == interview.offered


def test_an_unknown_clock_is_said_to_be_unknown(client: Client, workspace: Workspace) -> None:
    person = make_someone(workspace, time_zone="")
    html = client.get(offer_of(person)).content.decode()
    assert "Where Daniel is we do not know" in html
    assert reverse("people:edit", args=[person.pk]) in html


def test_impossible_offers_are_refused_with_words(client: Client, zhou: Person) -> None:
    for posted, words in (
        ({"minutes": "20", "by": "video"}, "Offer at least one time that is still to come."),
        (typed(evening(-2)), "This time has passed."),
        ({**typed(), "time0": "soon"}, "This is no day and time."),
        ({"minutes": "20", "by": "video", "good": ["9999-12-31T23:59-14:00"]}, "Offer at least one time"),
        ({**typed(), "minutes": "90"}, "90 is not one of the available choices"),
        (typed(*(evening(day) for day in range(1, 7))) | {"good": [evening(9).isoformat()]}, "At most six"),
    ):
        answer = client.post(offer_of(zhou), posted)
        assert answer.status_code == 422, posted
        assert words in answer.content.decode()
    assert not Interview.objects.of(zhou.workspace).exists()
    assert not Message.objects.of(zhou.workspace).filter(state=MessageState.DRAFT).exists()


@pytest.mark.parametrize("text", ["2027-03-14T02:30", "2027-11-07T01:30"])
def test_a_time_that_a_clock_change_skips_or_doubles_is_refused(
    client: Client, seeker: User, zhou: Person, text: str
) -> None:
    seeker.time_zone = "America/Toronto"
    seeker.save()
    answer = client.post(offer_of(zhou), {**typed(), "time0": text})
    assert answer.status_code == 422
    assert "Clocks change then" in answer.content.decode()


def test_a_talk_keeps_its_length_over_a_clock_change(client: Client, seeker: User, workspace: Workspace) -> None:
    seeker.time_zone = "America/Toronto"
    seeker.save()
    interview = make_agreed(workspace, timezone.now(), place="Toronto", region="CA-ON", time_zone="Asia/Shanghai")
    agree(
        workspace=workspace,
        interview_id=interview.pk,
        starts_at=datetime(2027, 3, 14, 6, 50, tzinfo=UTC),
        minutes=20,
        by=MeetingBy.VIDEO,
        now=timezone.now(),
    )
    html = client.get(reverse("interviews:times", args=[interview.pk])).content.decode()
    assert "Sunday 14\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2027, 1:50–3:10" in html
    assert "14:50 in Beijing" in html


def times_of(interview: Interview) -> str:
    return reverse("interviews:times", args=[interview.pk])


def test_one_press_agrees_on_an_offered_time_and_an_undo_takes_it_back(client: Client, zhou: Person) -> None:
    client.post(offer_of(zhou), typed(evening(), evening(5)))
    interview = Interview.objects.of(zhou.workspace).get()
    html = client.get(times_of(interview)).content.decode()
    offered = re.findall(r'name="offered" value="([^"]+)"', html)
    assert len(offered) == 2
    posted = {"do": "agree", "minutes": "20", "by": "video", "place": "", "offered": offered[1]}
    html = client.post(times_of(interview), posted, follow=True).content.decode()
    interview.refresh_from_db()
    assert (interview.state, interview.starts_at) == ("confirmed", evening(5))
    undo = re.search(r'action="(/conversations/entries/[^"]+/undo/)"', html)
    assert undo
    client.post(undo[1])
    interview.refresh_from_db()
    assert (interview.state, interview.starts_at) == ("proposed", None)


def test_it_is_moved_called_off_and_missed(client: Client, workspace: Workspace) -> None:
    interview = make_agreed(workspace, timezone.now())
    posted = {"do": "agree", "minutes": "15", "by": "in_person", "place": "Café on 4th"}
    client.post(times_of(interview), {**posted, "starts_at": f"{evening():%Y-%m-%dT%H:%M}"})
    interview.refresh_from_db()
    assert (interview.moved, interview.starts_at, interview.place) == (1, evening(), "Café on 4th")
    assert (interview.minutes, interview.by) == (15, "in_person")
    client.post(times_of(interview), {"do": "call_off", "why": "A cold"})
    interview.refresh_from_db()
    assert interview.state == "cancelled"
    answer = client.post(times_of(interview), {"do": "missed"})
    assert answer.status_code == 422
    assert "does not fit what happened so far" in answer.content.decode()


def test_a_time_that_passed_can_be_said_to_be_missed(client: Client, workspace: Workspace) -> None:
    interview = make_agreed(workspace, timezone.now() - timedelta(days=5))
    html = client.get(times_of(interview)).content.decode()
    assert 'value="missed"' in html
    client.post(times_of(interview), {"do": "missed"})
    interview.refresh_from_db()
    assert interview.state == "missed"


def test_agreeing_on_a_passed_time_on_none_and_before_any_answer_is_refused(
    client: Client, workspace: Workspace, zhou: Person
) -> None:
    client.post(offer_of(zhou), typed(evening()))
    interview = Interview.objects.of(workspace).get()
    posted = {"do": "agree", "minutes": "20", "by": "video"}
    passed = (timezone.now() - timedelta(hours=1)).isoformat()
    for extra, words in (({}, "Say when."), ({"offered": passed}, "This time has passed.")):
        answer = client.post(times_of(interview), {**posted, **extra})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    stranger = make_someone(workspace, "Aisha", "Khan")
    client.post(offer_of(stranger), typed(evening()))
    early = Interview.objects.of(workspace).get(person=stranger)
    answer = client.post(times_of(early), {**posted, "offered": evening().isoformat()})
    assert answer.status_code == 422
    assert "Log their answer in the conversation first" in answer.content.decode()


def test_nobody_offers_times_to_one_who_asked_not_to_be_contacted(client: Client, workspace: Workspace) -> None:
    person = make_someone(workspace, do_not_contact_at=timezone.now())
    assert client.post(offer_of(person), typed(evening())).status_code == 422
    assert not Thread.objects.of(workspace).exists()


def test_the_calendar_file_holds_time_place_and_whom_and_nothing_private(client: Client, workspace: Workspace) -> None:
    interview = make_agreed(workspace, timezone.now())
    now = timezone.now()
    for minute in (1, 2):
        agree(
            workspace=workspace,
            interview_id=interview.pk,
            starts_at=evening(minute),
            minutes=25,
            by=MeetingBy.VIDEO,
            place="https://meet.example/a",
            now=now,
        )
    Interview.objects.of(workspace).update(note="secret", shared="secret", aim="secret")
    answer = client.get(reverse("interviews:calendar", args=[interview.pk]))
    assert answer["Content-Type"].startswith("text/calendar")
    assert b"secret" not in answer.content
    calendar = Calendar.from_ical(answer.content)
    (event,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], event["UID"]) == ("PUBLISH", f"{interview.pk}@askwell")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (evening(2), evening(2) + timedelta(minutes=25))
    assert b"DTSTART:20" in answer.content
    assert b"TZID" not in answer.content
    assert (event["SEQUENCE"], event["SUMMARY"]) == (2, "Talk with Daniel Wong")
    assert (event["LOCATION"], event["URL"]) == ("https://meet.example/a", "https://meet.example/a")


def test_without_an_agreed_time_there_is_no_calendar_file(client: Client, zhou: Person) -> None:
    client.post(offer_of(zhou), typed(evening()))
    interview = Interview.objects.of(zhou.workspace).get()
    assert client.get(reverse("interviews:calendar", args=[interview.pk])).status_code == 404


def test_a_stranger_offers_and_moves_nothing(zhou: Person, client: Client, stranger: User, sign_in: SignIn) -> None:
    client.post(offer_of(zhou), typed(evening()))
    interview, other = Interview.objects.of(zhou.workspace).get(), sign_in(stranger)
    assert other.get(offer_of(zhou)).status_code == 404
    assert other.post(offer_of(zhou), typed(evening())).status_code == 404
    posted = {"do": "agree", "minutes": "20", "by": "video", "offered": evening().isoformat()}
    assert other.post(times_of(interview), posted).status_code == 404
    assert other.get(reverse("interviews:calendar", args=[interview.pk])).status_code == 404


def test_both_pages_take_a_fixed_number_of_queries(client: Client, zhou: Person) -> None:
    assert queries_of(client, offer_of(zhou)) == 10
    for count in (1, 3):
        client.post(offer_of(zhou), typed(*(evening(day + 3) for day in range(count))))
        client.get(offer_of(zhou))
        assert queries_of(client, offer_of(zhou)) == 12
        assert queries_of(client, times_of(Interview.objects.of(zhou.workspace).get())) == 8


def made_with(workspace: Workspace, *, mailbox: bool) -> Interview:
    """Agreed in two days with somebody whose address is known."""
    now = timezone.now()
    if mailbox:
        a_mailbox(workspace, now=now, address="mei@seeker.example", imap_port=1, smtp_port=1)
    return make_agreed(workspace, now, given="Helen", family="He", email="helen@harbour.example")


def agree_on_page(client: Client, interview: Interview, day: int = 5) -> HttpResponse:
    said = {"do": "agree", "offered": evening(day).isoformat(), "minutes": 20, "by": "video", "place": ""}
    return client.post(reverse("interviews:times", args=[interview.pk]), said, follow=True)  # type: ignore[return-value]  # of the test client


def test_agreeing_leads_to_the_invitation_and_says_that_nothing_was_sent(client: Client, workspace: Workspace) -> None:
    interview = made_with(workspace, mailbox=True)
    html = agree_on_page(client, interview).content.decode()
    assert "Nothing has been sent to them yet" in html
    assert re.findall(r'class="button primary">(?:<svg.*?</svg>)?([^<]+)', html) == ["Send the invitation"]
    assert "helen@harbour.example" in html
    assert not Dispatch.objects.of(workspace).exists()

    client.post(reverse("interviews:invite", args=[interview.pk]))
    html = agree_on_page(client, interview, 6).content.decode()
    assert "Their calendar is told within a minute" in html
    waiting = Dispatch.objects.of(workspace).filter(state="waiting")
    assert list(waiting.values_list("method", flat=True)) == ["REQUEST"]


def test_without_a_mailbox_agreeing_leads_to_the_brief_and_says_so(client: Client, workspace: Workspace) -> None:
    interview = made_with(workspace, mailbox=False)
    html = agree_on_page(client, interview).content.decode()
    assert "Nothing was sent: write them a line" in html
    assert "Prepare for" in html


@pytest.mark.parametrize("mailbox", [True, False])
def test_a_time_agreed_in_the_conversation_leads_to_telling_them(
    client: Client, workspace: Workspace, mailbox: bool
) -> None:
    interview = made_with(workspace, mailbox=mailbox)
    answer = client.get(reverse("interviews:agreed", args=[interview.thread_id]))
    invite = reverse("interviews:times", args=[interview.pk])
    line = reverse("outreach:write", args=[interview.person_id]) + "?kind=reply"
    assert (answer.status_code, answer.headers["Location"]) == (302, invite if mailbox else line)


def test_on_ones_own_computer_no_page_is_offered_that_nobody_else_can_open(
    client: Client, zhou: Person, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    assert 'name="page"' in client.get(offer_of(zhou)).content.decode()
    own = {"HTTP_HOST": "127.0.0.1:8155"}
    assert 'name="page"' not in client.get(offer_of(zhou), **own).content.decode()
    client.post(offer_of(zhou), {**typed(evening()), "page": "on"}, **own)
    assert "127.0.0.1" not in Message.objects.of(zhou.workspace).get(state=MessageState.DRAFT).body
