"""The insider's page: what it shows, what each answer becomes, and whom it tells nothing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from askwell.accounts.models import Profile, User, Workspace
from askwell.interviews.actions.meeting import call_off, offer_times
from askwell.interviews.actions.pages import open_page, renew_link, restore_link, withdraw_link
from askwell.interviews.models import Booking, Interview, Notice, OwnCalendar, Referral
from askwell.interviews.queries.pages import news
from askwell.interviews.queries.tokens import BOOKING, FEED, row_token, token_of
from askwell.interviews.web.words.visiting import zones
from askwell.outreach.actions import entries
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import MeetingBy
from askwell.outreach.models import Message, Thread
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, Introduction, Note, Person
from askwell.ui.doorstep import LOOKS
from tests.factories.interviews import make_agreed
from tests.factories.outreach import make_someone, make_waiting

SignIn = Callable[[User], Client]
WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE)", re.IGNORECASE)


@pytest.fixture
def helen(workspace: Workspace) -> Person:
    """Somebody in Toronto who was written to three days ago, and introduced by Grace Park."""
    Profile.objects.filter(workspace=workspace).update(
        name="Xiaowen Ma", native_name="马晓雯", email="secret@mail.example", phone="604-555-0142",
        about="I bought packaging for six years", place="Burnaby", occupation="supply planner",
    )  # fmt: skip
    where = {"place": "Toronto", "region": "CA-ON", "time_zone": "America/Toronto"}
    thread = make_waiting(workspace, timezone.now() - timedelta(days=3), given="Helen", family="He", **where)
    grace = make_someone(workspace, "Grace", "Park")
    Introduction.objects.create(workspace=workspace, introducer=grace, introduced=thread.person, on=timezone.now())
    return thread.person


def times(*days: int) -> list[datetime]:
    """17:00 UTC on these days from now: noon or one o'clock in Toronto."""
    at = timezone.now().replace(hour=17, minute=0, second=0, microsecond=0)
    return [at + timedelta(days=day) for day in days]


@pytest.fixture
def booking(helen: Person) -> Booking:
    now = timezone.now()
    made = offer_times(
        workspace=helen.workspace, person_id=helen.pk, times=times(2, 3, 4), minutes=20, by=MeetingBy.VIDEO, now=now
    )
    page = open_page(workspace=helen.workspace, interview_id=made.pk, now=now)
    page.why = "You run the monthly plan."
    page.save(update_fields=["why"])
    return page


def link(booking: Booking) -> str:
    return reverse("visiting:meet", args=[row_token(BOOKING, booking, booking.number)])


def press(client: Client, booking: Booking, do: str, **said: str) -> str:
    """Answers as the page's own form does; the page that follows."""
    answer = client.post(link(booking), {"do": do, "zone": "America/Toronto", "language": "en", **said}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def thread_of(booking: Booking) -> Thread:
    return Thread.objects.of(booking.workspace).get(pk=booking.thread_id)


def told(booking: Booking) -> list[str]:
    rows = Notice.objects.of(booking.workspace).order_by("happened_at", "id")
    return list(rows.values_list("what", flat=True))


def test_it_says_who_asks_and_why_and_shows_the_times_on_both_clocks(client: Client, booking: Booking) -> None:
    html = client.get(link(booking)).content.decode()
    for words in ("Xiaowen Ma", "I bought packaging for six years", "Grace Park", "You run the monthly plan."):
        assert words in html
    assert len(re.findall(r'type="radio" name="time"', html)) == 3
    assert re.search(r"1[23]:00–1[23]:20", html)
    assert "in Vancouver" in html


def test_nothing_of_the_seekers_beyond_the_three_lines_is_told(client: Client, booking: Booking) -> None:
    Note.objects.create(
        workspace=booking.workspace, person=booking.thread.person, text="Talks a lot", written_at=timezone.now()
    )
    html = client.get(link(booking)).content.decode()
    for secret in ("secret@mail.example", "604-555-0142", "Burnaby", "Talks a lot", "mei@seeker.example", "Dear Helen"):
        assert secret not in html


def test_looking_writes_nothing_and_is_neither_kept_nor_found(client: Client, booking: Booking) -> None:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(link(booking))
    assert [query["sql"] for query in queries if WRITES.match(query["sql"])] == []
    assert answer["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_a_time_that_is_chosen_is_agreed_on_and_the_seeker_is_told(client: Client, booking: Booking) -> None:
    at = times(3)[0]
    html = press(client, booking, "time", time=at.isoformat(), by="phone", phone="902-555-0100", zone="America/Halifax")
    interview = Interview.objects.of(booking.workspace).get()
    assert (interview.state, interview.starts_at, interview.by) == ("confirmed", at, "phone")
    assert interview.place == "902-555-0100"
    assert "It is agreed" in html
    assert told(booking) == ["booked"]
    booking.refresh_from_db()
    assert booking.zone == "America/Halifax"


def test_for_a_call_a_number_is_asked_for_unless_one_is_known(client: Client, booking: Booking) -> None:
    said = {"do": "time", "time": times(3)[0].isoformat(), "by": "phone", "language": "en"}
    answer = client.post(link(booking), said)
    assert answer.status_code == 422
    assert "please leave the number to call" in answer.content.decode()
    assert 'value="phone" checked' in answer.content.decode(), "what they chose is not lost with the number"
    assert 'name="phone"' in answer.content.decode()
    ContactPoint.objects.create(
        workspace=booking.workspace, person=booking.thread.person, kind=ContactKind.PHONE, value="1", key="1"
    )
    assert "It is agreed" in press(client, booking, **said)


def test_what_is_answered_beside_an_agreed_time_is_thanked_for(client: Client, booking: Booking) -> None:
    press(client, booking, "time", time=times(3)[0].isoformat(), by="video")
    assert "You named somebody. Thank you." in press(client, booking, "name", name="Rita Okafor")
    other = press(client, booking, "other", when="Thursday after three")
    assert "has been told. What is agreed stands" in other
    assert "Thursday after three" in other


def test_zones_run_from_west_to_east_with_the_names_of_towns() -> None:
    with translation.override("en"):
        names = [words for _name, words, _chosen in zones("Asia/Shanghai", "America/Vancouver")]
    assert names[:2] == ["Beijing", "Vancouver"]
    assert names.index("Toronto") < names.index("London") < names.index("Tokyo")
    assert {"São Paulo", "St. John’s", "Kolkata", "Universal time (UTC)"} <= set(names)


def test_a_second_visit_shows_the_time_and_moves_it_or_calls_it_off(client: Client, booking: Booking) -> None:
    first, second = times(3, 4)
    press(client, booking, "time", time=first.isoformat(), by="video")
    html = client.get(link(booking)).content.decode()
    assert "It is agreed" in html
    assert first.isoformat() not in re.findall(r'name="time" value="([^"]+)"', html)
    press(client, booking, "time", time=second.isoformat(), by="video")
    assert Interview.objects.of(booking.workspace).get().starts_at == second
    press(client, booking, "off")
    assert thread_of(booking).state == "answered"
    assert Interview.objects.of(booking.workspace).get().state == "cancelled"
    assert told(booking) == ["booked", "moved", "called_off"]


@pytest.mark.parametrize(
    ("do", "said", "state", "answer", "what", "body"),
    [
        ("other", {"when": "Mornings after the 10th"}, "answered", "accepts", "other_time", "Mornings after the 10th"),
        ("no", {"line": "Good luck"}, "answered", "declines", "declined", "Good luck"),
        ("no", {"again": "3"}, "answered", "defers", "later", ""),
        ("write", {"text": "Begin with the buyers."}, "answered", "accepts", "wrote", "Begin with the buyers."),
        ("erase", {}, "closed", "stop", "erase", ""),
        ("name", {"name": "Rita Alvarez", "reach": "rita@x.example"}, "answered", "refers", "named",
         "Rita Alvarez, rita@x.example"),
        ("stop", {}, "closed", "stop", "stopped", ""),
    ],
)  # fmt: skip
def test_every_answer_is_an_entry_of_the_thread_and_a_notice(
    client: Client, booking: Booking, do: str, said: dict[str, str], state: str, answer: str, what: str, body: str
) -> None:
    press(client, booking, do, **said)
    thread = thread_of(booking)
    last = Message.objects.of(booking.workspace).filter(thread=thread).order_by("number").last()
    assert last
    assert (thread.state, last.answer, last.body, told(booking)) == (state, answer, body, [what])


def test_who_is_named_is_kept_with_whether_the_name_may_be_said(client: Client, booking: Booking) -> None:
    press(client, booking, "name", name="Rita Alvarez", may_use_name="on")
    referral = Referral.objects.of(booking.workspace).get()
    assert (referral.text, referral.may_use_name, referral.person) == ("Rita Alvarez", True, None)


def test_a_no_can_become_a_yes_on_the_same_page(client: Client, booking: Booking) -> None:
    press(client, booking, "no")
    press(client, booking, "time", time=times(2)[0].isoformat(), by="video")
    assert thread_of(booking).state == "scheduled"


def test_what_the_seeker_takes_back_is_gone_from_the_page_and_from_today(client: Client, booking: Booking) -> None:
    press(client, booking, "time", time=times(2)[0].isoformat(), by="video")
    entry = Message.objects.of(booking.workspace).order_by("number").last()
    assert entry
    undo_entry(workspace=booking.workspace, message_id=entry.pk, now=timezone.now())
    assert told(booking) == []
    assert "It is agreed" not in client.get(link(booking)).content.decode()


@pytest.mark.parametrize(
    ("do", "said"),
    [
        ("time", {"by": "phone", "phone": "902-555-0100"}),
        ("write", {"text": "x"}),
        ("other", {"when": "Later"}),
        ("name", {"name": "Rita"}),
        ("no", {}),
    ],
)
def test_a_button_that_is_pressed_twice_answers_once(
    client: Client, booking: Booking, do: str, said: dict[str, str]
) -> None:
    said = {**said, "time": times(3)[0].isoformat()} if do == "time" else said
    press(client, booking, do, **said)
    entries_made = Message.objects.of(booking.workspace).count()
    press(client, booking, do, **said)
    assert len(told(booking)) == 1
    assert Message.objects.of(booking.workspace).count() == entries_made


def test_only_the_last_word_on_the_time_is_news(client: Client, booking: Booking) -> None:
    press(client, booking, "time", time=times(3)[0].isoformat(), by="video")
    press(client, booking, "time", time=times(4)[0].isoformat(), by="video")
    unseen = Notice.objects.of(booking.workspace).filter(seen_at=None)
    assert list(unseen.values_list("what", flat=True)) == ["moved"]


def test_what_was_chosen_is_no_news_any_more_once_the_talk_was_moved_called_off_or_held(
    client: Client, booking: Booking
) -> None:
    """And is news again when that is taken back, until the seeker has seen it or the time is past."""
    press(client, booking, "time", time=times(3)[0].isoformat(), by="video")
    space, now = booking.workspace, timezone.now()
    talk = Interview.objects.of(space).get(thread=booking.thread_id)
    starts_at = talk.starts_at
    assert starts_at
    told = {"workspace": space, "thread_id": booking.thread_id, "now": now, "by": MeetingBy.VIDEO}
    assert [one.what for one in news(space, now)] == ["booked"]
    moved = entries.schedule(**told, meets_at=starts_at + timedelta(days=1))
    assert news(space, now) == []
    undo_entry(workspace=space, message_id=moved.pk, now=now)
    assert [one.what for one in news(space, now)] == ["booked"]
    off = call_off(workspace=space, interview_id=talk.pk, now=now)
    assert news(space, now) == []
    undo_entry(workspace=space, message_id=off.pk, now=now)
    assert [one.what for one in news(space, starts_at)] == ["booked"]
    assert news(space, starts_at + timedelta(minutes=1)) == []
    entries.met(**told, at=now)
    assert news(space, now) == []


def test_that_they_want_another_time_is_news_until_one_is_agreed(client: Client, booking: Booking) -> None:
    press(client, booking, "other", when="Next week, any morning.")
    space, now = booking.workspace, timezone.now()
    assert [one.what for one in news(space, now)] == ["other_time"]
    entries.schedule(
        workspace=space, thread_id=booking.thread_id, meets_at=times(3)[0], by=MeetingBy.VIDEO, now=now
    )  # fmt: skip
    assert news(space, now) == []


def test_a_stop_holds_for_the_workspace_and_can_be_taken_back_for_thirty_days(client: Client, booking: Booking) -> None:
    html = press(client, booking, "stop")
    assert "Nobody here will write to you again" in html
    assert Person.objects.of(booking.workspace).get(pk=booking.thread.person_id).do_not_contact_at
    answer = client.post(link(booking), {"do": "time", "time": times(2)[0].isoformat()})
    assert answer.status_code == 410
    press(client, booking, "back")
    assert Person.objects.of(booking.workspace).get(pk=booking.thread.person_id).do_not_contact_at is None
    assert thread_of(booking).state == "waiting"
    press(client, booking, "stop")
    Notice.objects.of(booking.workspace).filter(what="stopped").update(happened_at=timezone.now() - timedelta(days=31))
    assert client.post(link(booking), {"do": "back"}).status_code == 410


def test_a_time_that_went_meanwhile_is_refused_kindly(client: Client, booking: Booking) -> None:
    gone, free = times(2, 3)
    rival = make_agreed(booking.workspace, timezone.now(), given="Ann", in_days=9)
    Interview.objects.of(booking.workspace).filter(pk=rival.pk).update(starts_at=gone + timedelta(minutes=10))
    html = client.get(link(booking)).content.decode()
    assert gone.isoformat() not in html
    answer = client.post(link(booking), {"do": "time", "time": gone.isoformat(), "by": "video"})
    assert answer.status_code == 422
    assert "has just gone" in answer.content.decode()
    assert free.isoformat() in answer.content.decode()
    assert thread_of(booking).state == "waiting"


@pytest.mark.parametrize("time", ["", "soon", "2020-01-01T10:00:00+00:00", "9999-12-31T23:59-14:00"])
def test_no_other_time_than_one_offered_can_be_taken(client: Client, booking: Booking, time: str) -> None:
    assert client.post(link(booking), {"do": "time", "time": time}).status_code == 422
    assert thread_of(booking).state == "waiting"


def test_busy_times_are_not_offered(client: Client, booking: Booking) -> None:
    start = times(2)[0] - timedelta(hours=1)
    busy = [[start.isoformat(), (start + timedelta(hours=2)).isoformat()]]
    OwnCalendar.objects.create(workspace=booking.workspace, busy=busy)
    html = client.get(link(booking)).content.decode()
    assert re.findall(r'name="time" value="([^"]+)"', html) == [time.isoformat() for time in times(3, 4)]


def test_a_link_that_was_made_before_links_named_the_workspace_still_opens(client: Client, booking: Booking) -> None:
    for token in (row_token(BOOKING, booking, booking.number), token_of(BOOKING, booking.pk, booking.number)):
        assert "Xiaowen Ma" in client.get(reverse("visiting:meet", args=[token])).content.decode()


def forged(booking: Booking) -> list[str]:
    token = row_token(BOOKING, booking, booking.number)
    head, _dot, tail = token.partition(".")
    other = row_token(FEED, booking, booking.number)
    swapped = f"{head}.{tail[:-1]}{'A' if tail[-1] != 'A' else 'B'}"
    return ["x", head, f"{head}.", f".{tail}", swapped, other, f"{'A' * 24}.{tail}", "é.ü", "." * 500]


def test_a_forged_link_says_nothing_and_changes_nothing(client: Client, booking: Booking) -> None:
    for token in forged(booking):
        address = reverse("visiting:meet", args=[token])
        for answer in (client.get(address), client.post(address, {"do": "stop"})):
            assert answer.status_code == 404, token
            assert "Xiaowen" not in answer.content.decode()
    assert told(booking) == []


def test_links_end_when_they_are_renewed_withdrawn_or_old(client: Client, booking: Booking) -> None:
    workspace, before = booking.workspace, link(booking)
    withdraw_link(workspace=workspace, booking_id=booking.pk, now=timezone.now())
    assert client.get(before).status_code == 410
    restore_link(workspace=workspace, booking_id=booking.pk)
    assert client.get(before).status_code == 200
    renewed = renew_link(workspace=workspace, booking_id=booking.pk, now=timezone.now())
    assert client.get(before).status_code == 410
    assert client.get(link(renewed)).status_code == 200
    Booking.objects.of(workspace).update(expires_at=timezone.now())
    answer = client.get(link(renewed))
    assert answer.status_code == 410
    assert "This link has ended" in answer.content.decode()
    assert "Xiaowen" not in answer.content.decode()
    assert client.post(link(renewed), {"do": "no"}).status_code == 410
    assert told(booking) == []


def test_a_link_that_has_ended_still_takes_a_stop(client: Client, booking: Booking) -> None:
    Booking.objects.of(booking.workspace).update(expires_at=timezone.now())
    assert client.post(link(booking), {"do": "stop"}, follow=True).status_code == 200
    assert thread_of(booking).outcome == "stopped"


def test_an_agreed_time_keeps_an_old_link_open_until_then(client: Client, booking: Booking) -> None:
    press(client, booking, "time", time=times(4)[0].isoformat(), by="video")
    Booking.objects.of(booking.workspace).update(expires_at=timezone.now())
    assert client.get(link(booking)).status_code == 200


def test_answers_need_the_forms_token(booking: Booking) -> None:
    careful = Client(enforce_csrf_checks=True)
    assert careful.post(link(booking), {"do": "no"}).status_code == 403
    page = careful.get(link(booking)).content.decode()
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
    assert careful.post(link(booking), {"do": "no", "csrfmiddlewaretoken": token}).status_code == 302


def test_a_program_that_presses_everything_is_slowed_down(client: Client, booking: Booking) -> None:
    codes = [client.post(link(booking), {"do": "other", "when": f"at {number}"}).status_code for number in range(14)]
    assert codes == [302] * 12 + [429] * 2
    Notice.objects.of(booking.workspace).update(happened_at=timezone.now() - timedelta(hours=2))
    assert client.post(link(booking), {"do": "no"}).status_code == 302


def test_one_address_cannot_try_links_for_ever(client: Client, booking: Booking) -> None:
    address = reverse("visiting:meet", args=["x"])
    codes = [client.get(address).status_code for _ in range(LOOKS.most + 40)]  # it fills by one in 2.5 seconds
    assert codes[: LOOKS.most] == [404] * LOOKS.most
    assert 429 in codes
    assert client.get(link(booking), REMOTE_ADDR="10.1.2.3").status_code == 200


def test_it_speaks_their_language_and_keeps_to_the_one_they_choose(client: Client, booking: Booking) -> None:
    Booking.objects.of(booking.workspace).update(language="zh-Hans")
    chinese = client.get(link(booking), headers={"accept-language": "fr"}).content.decode()
    assert '<html lang="zh-Hans">' in chinese
    assert "马晓雯" in chinese
    assert '<html lang="fr">' in client.get(f"{link(booking)}?language=fr").content.decode()
    assert '<html lang="en">' in client.get(f"{link(booking)}?language=xx").content.decode()


@pytest.mark.parametrize("zone", ["Nowhere/At_All", "../../etc/passwd", "é", "Asia/Shanghai"])
def test_any_zone_can_be_asked_for(client: Client, booking: Booking, zone: str) -> None:
    answer = client.get(link(booking), {"zone": zone})
    assert answer.status_code == 200
    assert "Beijing</option>" in answer.content.decode()
    assert "passwd" not in answer.content.decode()


def test_what_they_write_never_runs(client: Client, booking: Booking) -> None:
    html = press(client, booking, "other", when="<script>alert(1)</script>")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_the_agreed_time_comes_as_a_file(client: Client, booking: Booking) -> None:
    at = times(2)[0]
    file = reverse("visiting:file", args=[row_token(BOOKING, booking, booking.number)])
    assert client.get(file).status_code == 404
    press(client, booking, "time", time=at.isoformat(), by="video")
    text = client.get(file).content.decode()
    assert f"DTSTART:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}" in text
    assert f"UID:{Interview.objects.of(booking.workspace).get().pk}@askwell" in text
    assert "secret@mail.example" not in text


def test_a_page_looks_up_a_fixed_number_of_things(client: Client, booking: Booking) -> None:
    with CaptureQueriesContext(connection) as queries:
        client.get(link(booking))
    assert len(queries) == 10
