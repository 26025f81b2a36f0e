"""Conversations, logging, targets and whom next, as a seeker clicks through them."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions.targets import add_target
from askwell.outreach.choices import MeetingBy, MessageKind
from askwell.outreach.models import FollowUp, Message, Pass, Target, Thread
from askwell.people.models import Person
from tests.factories.outreach import make_someone, make_waiting, send

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def ago(days: float) -> object:
    return timezone.now() - timedelta(days=days)


def local(days: float = 0) -> str:
    return timezone.localtime(timezone.now() + timedelta(days=days), timezone.get_fixed_timezone(-420)).strftime(
        "%Y-%m-%dT%H:%M"
    )


def text_of(html: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.decode()))


@pytest.fixture
def waiting(workspace: Workspace) -> Thread:
    """Sent two weeks ago: the nudge is due."""
    return make_waiting(workspace, timezone.now() - timedelta(days=14))


def test_the_board_says_whose_turn_it_is_and_leads_on(client: Client, waiting: Thread) -> None:
    html = client.get("/conversations/").content
    assert "Nudge due 1 your turn, once" in text_of(html)
    assert f'href="/people/{waiting.person_id}/write/?kind=nudge"' in html.decode()
    assert "1 is moving." in text_of(html)


def test_an_empty_board_teaches_the_first_step(client: Client) -> None:
    assert "No conversation yet" in text_of(client.get("/conversations/").content)


def test_the_list_filters_and_pages(client: Client, workspace: Workspace, waiting: Thread) -> None:
    rested = make_waiting(workspace, timezone.now(), given="Ana")
    client.post(f"/conversations/{rested.pk}/rest/")
    assert "Ana Wong" not in text_of(client.get("/conversations/?only=open").content)
    assert "Daniel Wong" not in text_of(client.get("/conversations/?only=closed").content)
    assert "1 conversation, the last moved first." in text_of(client.get("/conversations/?only=silent").content)
    assert client.get("/conversations/?only=open&page=999999999999999999999").status_code == 200
    assert client.get("/conversations/?only=nonsense").status_code == 200


def test_the_thread_shows_what_happened_what_can_be_done_and_what_can_be_logged(
    client: Client, waiting: Thread
) -> None:
    html = client.get(f"/conversations/{waiting.pk}/").content
    shown = text_of(html)
    assert "First message" in shown
    assert "One short follow-up, then let it rest." in shown
    for what in ("An answer", "An agreed time", "An out-of-office note", "A call", "A meeting by chance", "A note"):
        assert what in shown
    assert "The time fell through" not in shown
    assert html.count(b"button primary") == 1


LOGS = [
    ({"what": "answer", "answer": "accepts", "channel": "email", "text": "Happy to."}, "answered", "accepts"),
    ({"what": "answer", "answer": "defers", "channel": "email", "until": "2027-01-12"}, "answered", "defers"),
    ({"what": "answer", "answer": "stop", "channel": "email"}, "closed", "stop"),
    ({"what": "call", "answer": "accepts"}, "answered", "accepts"),
    ({"what": "call"}, "nudged", ""),
    ({"what": "chance"}, "answered", ""),
    ({"what": "away", "until": "2027-01-04"}, "waiting", ""),
    ({"what": "schedule", "by": "video", "meets_at": "2027-01-05T10:00"}, "scheduled", "accepts"),
    ({"what": "note", "text": "Lin knows him"}, "waiting", ""),
]


@pytest.mark.parametrize(("fields", "state", "answer"), LOGS)
def test_each_thing_is_logged_with_one_form_and_taken_back_with_one_click(
    client: Client, waiting: Thread, fields: dict[str, str], state: str, answer: str
) -> None:
    reply = client.post(f"/people/{waiting.person_id}/log/", {"at": local(-1), **fields})
    leads = f"/interviews/of/{waiting.pk}/agreed/" if fields["what"] == "schedule" else f"/conversations/{waiting.pk}/"
    assert (reply.status_code, reply["Location"]) == (302, leads)
    row = Thread.objects.of(waiting.workspace).get()
    assert (row.state, row.answer) == (state, answer)
    last = Message.objects.of(waiting.workspace).order_by("-number")[0]
    assert f"/conversations/entries/{last.pk}/undo/" in client.get(reply["Location"], follow=True).content.decode()
    client.post(f"/conversations/entries/{last.pk}/undo/")
    assert Thread.objects.of(waiting.workspace).get().state == "waiting"


def test_a_time_is_the_viewers(seeker: User, client: Client, waiting: Thread) -> None:
    User.objects.filter(pk=seeker.pk).update(time_zone="Asia/Shanghai")
    fields = {"what": "schedule", "by": "phone", "meets_at": "2027-01-05T10:00"}
    client.post(f"/people/{waiting.person_id}/log/", fields)
    meets_at = Thread.objects.of(waiting.workspace).get().meets_at
    assert meets_at
    assert meets_at.isoformat() == "2027-01-05T02:00:00+00:00"


def test_that_you_met_is_logged_by_the_way_that_was_agreed(client: Client, waiting: Thread) -> None:
    fields = {"what": "schedule", "by": "phone", "meets_at": "2027-01-05T10:00"}
    client.post(f"/people/{waiting.person_id}/log/", fields)
    page = client.get(f"/conversations/{waiting.pk}/").content.decode()
    form = page[page.index('name="what" value="met"') :]
    assert '<option value="phone" selected>' in form[: form.index("</form>")]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"what": "answer", "answer": "accepts", "channel": "email", "at": local(2)}, "That has not happened yet"),
        ({"what": "met", "by": "video", "at": local(-1)}, "That does not fit what happened before"),
        ({"what": "answer", "channel": "email", "at": local(-1)}, "This field is required"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    client: Client, waiting: Thread, fields: dict[str, str], words: str
) -> None:
    reply = client.post(f"/people/{waiting.person_id}/log/", {**fields, "text": "These words"})
    assert reply.status_code == 422
    assert words in text_of(reply.content)
    assert b"These words" in reply.content
    assert Message.objects.of(waiting.workspace).count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "call", "at": local(2)},
        {"what": "met", "by": "video", "at": local(-1)},
        {"what": "schedule", "by": "phone", "meets_at": local(-100)},
        {"what": "cancel"},
    ],
)
def test_a_refused_entry_leaves_no_empty_thread(client: Client, workspace: Workspace, fields: dict[str, str]) -> None:
    person = make_someone(workspace)
    assert client.post(f"/people/{person.pk}/log/", fields).status_code == 422
    assert not Thread.objects.of(workspace).exists()


def test_a_call_to_somebody_never_written_to_begins_a_thread(client: Client, workspace: Workspace) -> None:
    person = make_someone(workspace)
    assert client.get(f"/people/{person.pk}/log/?what=call").status_code == 200
    client.post(f"/people/{person.pk}/log/", {"what": "call", "answer": "accepts", "at": local(-1)})
    assert Thread.objects.of(workspace).get().state == "answered"


def test_a_late_answer_opens_what_rested(client: Client, waiting: Thread) -> None:
    client.post(f"/conversations/{waiting.pk}/rest/")
    fields = {"what": "answer", "answer": "accepts", "channel": "email", "at": local()}
    client.post(f"/people/{waiting.person_id}/log/", fields)
    assert Thread.objects.of(waiting.workspace).get().state == "answered"


def test_met_asks_for_thanks_on_the_same_thread_and_to_be_written_down(client: Client, waiting: Thread) -> None:
    log = f"/people/{waiting.person_id}/log/"
    client.post(log, {"what": "schedule", "by": "video", "meets_at": local(-1)})
    reply = client.post(
        log, {"what": "met", "by": "video", "at": local(0), "text": "Learn the words first."}, follow=True
    )
    assert "Write down what came of it" in text_of(reply.content)
    assert f'href="/people/{waiting.person_id}/write/?kind=thanks"' in reply.content.decode()
    page = client.get(f"/people/{waiting.person_id}/write/?kind=thanks").content.decode()
    assert '<option value="thanks" selected>' in page
    thanks = {"kind": "thanks", "channel": "email", "language": "en", "body": "Thank you, Daniel.", "do": "sent"}
    client.post(f"/people/{waiting.person_id}/write/", thanks)
    assert Message.objects.of(waiting.workspace).get(kind=MessageKind.THANKS).thread_id == waiting.pk
    assert [one.kind for one in FollowUp.objects.of(waiting.workspace)] == ["write_down"]


def test_a_second_person_is_chosen_among_those_known_there(
    client: Client, workspace: Workspace, waiting: Thread
) -> None:
    url = f"/conversations/{waiting.pk}/second/"
    assert "You know nobody else there yet" in text_of(client.get(url).content)
    ana = make_someone(workspace, "Ana", "Silva")
    make_someone(workspace, "Stopped", "Person", do_not_contact_at=timezone.now())
    html = client.get(url).content
    assert f'href="/people/{ana.pk}/write/"' in html.decode()
    assert "Stopped" not in text_of(html)


def test_a_duty_is_put_off_dismissed_and_done_and_each_comes_back(client: Client, waiting: Thread) -> None:
    nudge = FollowUp.objects.of(waiting.workspace).get(kind="nudge")
    for verb, back, field in (
        ("snooze", "wake", "snoozed_until"),
        ("dismiss", "reopen", "dismissed_at"),
        ("done", "reopen", "done_at"),
    ):
        reply = client.post(f"/follow-ups/{nudge.pk}/{verb}/", {"for": "week"}, follow=True)
        assert getattr(FollowUp.objects.of(waiting.workspace).get(pk=nudge.pk), field)
        assert f"/follow-ups/{nudge.pk}/{back}/" in reply.content.decode()
        client.post(f"/follow-ups/{nudge.pk}/{back}/")
        assert getattr(FollowUp.objects.of(waiting.workspace).get(pk=nudge.pk), field) is None


def test_targets_are_added_rated_taken_up_and_removed_with_undo(client: Client, workspace: Workspace) -> None:
    make_someone(workspace, employer="Tidewater Foods")
    assert "Tidewater Foods" in text_of(client.get("/targets/").content)  # proposed
    client.post("/targets/", {"name": "Tidewater Foods"})
    target = Target.objects.of(workspace).get()
    client.post(f"/targets/{target.pk}/", {"motivation": "3", "posting": "None"})
    client.post(f"/targets/{target.pk}/", {"do": "take_up"})
    target.refresh_from_db(from_queryset=Target.objects.of(workspace))
    assert (target.motivation, target.posting, target.is_active) == (3, None, True)
    reply = client.post(f"/targets/{target.pk}/", {"do": "remove"}, follow=True)
    assert f"/targets/{target.pk}/restore/" in reply.content.decode()
    client.post(f"/targets/{target.pk}/restore/")
    assert Target.objects.of(workspace).get().removed_at is None
    assert client.post("/targets/", {"name": " "}).status_code == 422
    assert "200 characters at most" in text_of(client.post("/targets/", {"name": "a" * 2000}).content)
    assert client.post(f"/targets/{target.pk}/", {"motivation": "9"}).status_code == 422


def test_a_sixth_target_is_refused_kindly(client: Client, workspace: Workspace) -> None:
    for number in range(6):
        target, _ = add_target(workspace=workspace, name=f"Employer {number}", now=timezone.now())
        reply = client.post(f"/targets/{target.pk}/", {"do": "take_up"})
        assert reply.status_code == (302 if number < 5 else 422)
    assert "Five are enough at a time" in text_of(reply.content)


def test_ones_own_company_is_worded_as_a_move_inside(client: Client, workspace: Workspace) -> None:
    client.post("/targets/", {"name": "Blue Heron Trading", "own": "on"})
    assert "Your own company: a move inside" in text_of(client.get("/targets/").content)


def test_whom_next_says_why_and_not_now_or_never_can_be_taken_back(client: Client, workspace: Workspace) -> None:
    person = make_someone(workspace, "Aisha", "Khan", email="a@t.example")
    assert "loose tie (same school): these carry furthest" in text_of(client.get("/next/").content)
    for until, is_for_good in (("month", False), ("never", True)):
        reply = client.post(f"/next/{person.pk}/pass/", {"until": until}, follow=True)
        assert (Pass.objects.of(workspace).get().until is None) == is_for_good
        assert "Aisha" not in text_of(reply.content)
        client.post(f"/next/{person.pk}/pass/undo/")
        assert "Aisha" in text_of(client.get("/next/").content)


def test_names_are_escaped_everywhere(client: Client, workspace: Workspace) -> None:
    person = make_someone(workspace, "<script>x</script>", "O'Neil", employer="A & <b>B</b>")
    thread = send(person, timezone.now() - timedelta(days=14), text="<img src=x>").thread
    pages = (
        "/conversations/",
        "/conversations/?only=open",
        f"/conversations/{thread.pk}/",
        f"/people/{person.pk}/write/",
    )
    for page in (*pages, f"/conversations/{thread.pk}/second/", f"/people/{person.pk}/log/", "/next/", "/targets/"):
        html = client.get(page).content.decode()
        assert "<script>x" not in html, page
        assert "<img src=x>" not in html, page
        assert "<b>B</b>" not in html, page


ROWS = {
    "thread_id": lambda workspace: Thread.objects.of(workspace).get().pk,
    "message_id": lambda workspace: Message.objects.of(workspace).get().pk,
    "person_id": lambda workspace: Person.objects.of(workspace).get().pk,
    "follow_up_id": lambda workspace: FollowUp.objects.of(workspace).get(kind="nudge").pk,
    "target_id": lambda workspace: Target.objects.of(workspace).get().pk,
}
PLACES = [
    ("get", "/conversations/{thread_id}/"),
    ("get", "/conversations/{thread_id}/second/"),
    ("post", "/conversations/{thread_id}/rest/"),
    ("post", "/conversations/entries/{message_id}/undo/"),
    ("post", "/conversations/drafts/{message_id}/discard/"),
    ("get", "/people/{person_id}/log/"),
    ("post", "/people/{person_id}/log/"),
    ("post", "/follow-ups/{follow_up_id}/snooze/"),
    ("post", "/follow-ups/{follow_up_id}/wake/"),
    ("post", "/follow-ups/{follow_up_id}/dismiss/"),
    ("post", "/follow-ups/{follow_up_id}/done/"),
    ("post", "/follow-ups/{follow_up_id}/reopen/"),
    ("post", "/targets/{target_id}/"),
    ("post", "/targets/{target_id}/restore/"),
    ("post", "/next/{person_id}/pass/"),
    ("post", "/next/{person_id}/pass/undo/"),
]


@pytest.mark.parametrize(("method", "place"), PLACES)
def test_a_stranger_gets_nothing_and_changes_nothing(
    workspace: Workspace, waiting: Thread, stranger: User, sign_in: SignIn, method: str, place: str
) -> None:
    add_target(workspace=workspace, name="Alpha", now=timezone.now())
    url = place.format(**{name: row(workspace) for name, row in ROWS.items() if name in place})
    before = everything(workspace)
    fields = {"do": "remove", "what": "note", "text": "x", "until": "never"}
    assert getattr(sign_in(stranger), method)(url, fields).status_code == 404
    assert everything(workspace) == before


def everything(workspace: Workspace) -> list[object]:
    return [list(model.objects.of(workspace).values()) for model in (Thread, Message, FollowUp, Target, Pass, Person)]


@pytest.mark.parametrize("url", ["/conversations/", "/conversations/?only=open", "/next/", "/targets/"])
def test_a_strangers_own_pages_hold_nothing_of_others(
    workspace: Workspace, waiting: Thread, stranger: User, sign_in: SignIn, url: str
) -> None:
    add_target(workspace=workspace, name="Harbourline Freight", now=timezone.now())
    make_someone(workspace, "Ana", "Silva")
    shown = text_of(sign_in(stranger).get(url).content)
    for secret in ("Daniel", "Wong", "Harbourline", "Silva"):
        assert secret not in shown


def test_meeting_ways_are_said(client: Client, workspace: Workspace) -> None:
    thread = make_waiting(workspace, timezone.now() - timedelta(days=3))
    client.post(
        f"/people/{thread.person_id}/log/",
        {"what": "schedule", "by": MeetingBy.IN_PERSON.value, "meets_at": local(20)},
    )
    assert "in person" in text_of(client.get("/conversations/").content)
