"""The closing card as a page."""

import re
from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.actions.finishing import Line, finish
from askwell.interviews.actions.holding import save_note
from askwell.interviews.actions.learning import Claim
from askwell.interviews.models import Advice, Insight, Interview, Lead, Referral
from askwell.outreach.choices import MessageKind, MessageState
from askwell.outreach.models import Message
from tests.desk.counting import queries_of
from tests.factories.interviews import closing, make_agreed

CARD_QUERIES = 19
ZONE = ZoneInfo("America/Vancouver")
SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def interview(workspace: Workspace) -> Interview:
    """Held an hour ago, if the seeker says so."""
    return make_agreed(workspace, timezone.now() - timedelta(days=2, hours=1))


def card_of(interview: Interview) -> str:
    return reverse("interviews:finish", args=[interview.pk])


def typed(interview: Interview, **values: str) -> dict[str, str]:
    assert interview.starts_at
    held_at = f"{interview.starts_at.astimezone(ZONE):%Y-%m-%dT%H:%M}"
    card = {"held_at": held_at, "by": "phone", "said": "The calls are the work.", "reached": "yes"}
    return card | {"step": "later", "step_text": "write in March"} | values


ROWS = {
    "claim-rows": "2", "claim-0-text": "Calls come first", "claim-0-kind": "occupation",
    "claim-0-subject": "Planner", "claim-0-rating": "3", "claim-1-text": "",
    "named-rows": "2", "named-0-text": "Dana Lee, planner at Tidewater", "named-0-may": "on", "named-1-text": "",
    "action-rows": "1", "action-0-text": "the port course", "lead-rows": "1", "lead-0-text": "buyer wanted",
}  # fmt: skip


def test_a_filled_card_leads_to_the_thanks_that_lie_ready(client: Client, interview: Interview) -> None:
    answer = client.post(card_of(interview), typed(interview, **ROWS))
    write = reverse("outreach:write", args=[interview.person_id])
    assert (answer.status_code, answer["Location"]) == (302, f"{write}?kind=thanks")
    insight, referral = (table.objects.of(interview.workspace).get() for table in (Insight, Referral))
    assert (insight.text, insight.subject, insight.rating) == ("Calls come first", "Planner", 3)
    assert (referral.may_use_name, referral.person.given_name) == (True, "Dana")
    assert "The calls are the work" in Message.objects.of(interview.workspace).get(state=MessageState.DRAFT).body


def test_a_blank_card_is_refused_at_each_field_and_everything_typed_is_kept(
    client: Client, interview: Interview
) -> None:
    answer = client.post(card_of(interview), typed(interview, **ROWS, said="", step=""))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="e-said"' in html
    assert 'id="e-step"' in html
    for words in ("Calls come first", "Dana Lee, planner at Tidewater", "the port course", "buyer wanted"):
        assert words in html
    assert re.search(r'name="named-0-may" checked', html)
    assert not Insight.objects.of(interview.workspace).exists()


def test_a_row_without_a_name_is_refused_at_that_row(client: Client, interview: Interview) -> None:
    answer = client.post(card_of(interview), typed(interview, **ROWS) | {"named-1-text": "，"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="e-named2"' in html
    assert 'id="e-named1"' not in html


def test_a_talk_that_is_still_to_come_is_refused(client: Client, interview: Interview) -> None:
    later = f"{timezone.now().astimezone(ZONE) + timedelta(days=1):%Y-%m-%dT%H:%M}"
    answer = client.post(card_of(interview), typed(interview, held_at=later))
    assert answer.status_code == 422
    assert 'id="e-held"' in answer.content.decode()


def test_a_time_before_both_had_agreed_is_named_as_what_does_not_fit(client: Client, interview: Interview) -> None:
    assert interview.starts_at
    early = f"{interview.starts_at.astimezone(ZONE) - timedelta(days=9):%Y-%m-%dT%H:%M}"
    answer = client.post(card_of(interview), typed(interview, held_at=early))
    assert answer.status_code == 422
    assert "you had not agreed yet at that time" in answer.content.decode()


def test_a_draft_that_is_there_is_left_alone_and_one_stays_with_the_card(client: Client, interview: Interview) -> None:
    client.post(card_of(interview), typed(interview))
    answer = client.post(card_of(interview), typed(interview, said="Ports decide."))
    assert answer["Location"] == card_of(interview)
    assert Message.objects.of(interview.workspace).filter(state=MessageState.DRAFT).count() == 1
    assert Interview.objects.of(interview.workspace).get().said == "Ports decide."


def test_the_card_reads_back_filled_in_with_what_follows_and_what_is_missing(
    client: Client, interview: Interview
) -> None:
    save_note(
        workspace=interview.workspace, interview_id=interview.pk, question_id=None, text="She laughed.", version=1
    )
    client.post(card_of(interview), typed(interview, **ROWS) | {"claim-0-rating": "0"})
    html = client.get(card_of(interview)).content.decode()
    assert re.search(r"<textarea[^>]*>The calls are the work.</textarea>", html)
    assert "one insight that you rate as useful" in html
    assert "thanks, within a day" in html
    assert "What follows" in html


def test_undo_takes_the_card_back_and_keeps_its_words(client: Client, interview: Interview) -> None:
    client.post(card_of(interview), typed(interview))
    client.post(reverse("interviews:take_back", args=[interview.pk]))
    one = Interview.objects.of(interview.workspace).get()
    assert (one.finished_at, one.said) == (None, "The calls are the work.")


def test_a_stranger_neither_sees_nor_fills_the_card(interview: Interview, stranger: User, sign_in: SignIn) -> None:
    other = sign_in(stranger)
    assert other.get(card_of(interview)).status_code == 404
    assert other.post(card_of(interview), typed(interview)).status_code == 404
    assert other.post(reverse("interviews:take_back", args=[interview.pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_however_much_stands_on_the_card(
    client: Client, interview: Interview, count: int
) -> None:
    card = closing(
        insights=[Claim(f"Claim {number}") for number in range(count)],
        actions=[Line(f"course {number}") for number in range(count)],
    )
    finish(workspace=interview.workspace, interview_id=interview.pk, closing=card, now=timezone.now())
    assert queries_of(client, card_of(interview)) == CARD_QUERIES


def test_the_card_sent_twice_writes_nothing_twice(client: Client, interview: Interview) -> None:
    page = client.get(card_of(interview)).content.decode()
    ids = dict(re.findall(r'name="([a-z]+-0-id)" value="([0-9a-f-]{36})"', page))
    assert set(ids) == {"claim-0-id", "named-0-id", "action-0-id", "lead-0-id"}
    for _again in range(2):
        client.post(card_of(interview), typed(interview, **ROWS, **ids))
    counts = [table.objects.of(interview.workspace).count() for table in (Insight, Referral, Advice, Lead)]
    assert counts == [1, 1, 1, 1]


def test_a_strangers_id_on_a_new_row_touches_nothing_of_theirs(
    client: Client, interview: Interview, stranger: User
) -> None:
    foreign = workspace_of(stranger)
    theirs = make_agreed(foreign, timezone.now() - timedelta(days=2))
    claim = Insight.objects.create(
        workspace=foreign, interview=theirs, person=theirs.person, text="Theirs", said_at=timezone.now()
    )
    client.post(card_of(interview), typed(interview, **ROWS, **{"claim-0-id": str(claim.pk)}))
    claim.refresh_from_db()
    assert claim.text == "Theirs"
    assert [one.text for one in Insight.objects.of(interview.workspace)] == ["Calls come first"]


def test_a_refused_card_keeps_two_empty_rows(client: Client, interview: Interview) -> None:
    page = client.get(card_of(interview)).content.decode()
    ids = dict(re.findall(r'name="((?:claim|named|action|lead)-\d+-id)" value="([0-9a-f-]{36})"', page))
    refused = client.post(card_of(interview), typed(interview, said="", **ROWS, **ids))
    assert refused.status_code == 422
    assert len(re.findall(r'name="claim-\d+-text"', refused.content.decode())) == 3


def test_an_untouched_offer_of_times_gives_way_to_the_thanks(client: Client, interview: Interview) -> None:
    reply = Message.objects.create(
        workspace=interview.workspace, thread=interview.thread, direction="out", kind=MessageKind.REPLY,
        state=MessageState.DRAFT, channel="email", language="en", body="Would one of these times suit you?",
        happened_at=timezone.now(),
    )  # fmt: skip
    answer = client.post(card_of(interview), typed(interview, **ROWS))
    assert answer.headers["Location"].endswith("?kind=thanks")
    reply.refresh_from_db()
    assert (reply.kind, "The calls are the work." in reply.body) == (MessageKind.THANKS, True)


def test_a_reply_in_own_words_stays(client: Client, interview: Interview) -> None:
    reply = Message.objects.create(
        workspace=interview.workspace, thread=interview.thread, direction="out", kind=MessageKind.REPLY,
        state=MessageState.DRAFT, channel="email", language="en", body="Mine", happened_at=timezone.now(),
        facts={"edited": True},
    )  # fmt: skip
    client.post(card_of(interview), typed(interview, **ROWS))
    reply.refresh_from_db()
    assert reply.body == "Mine"


def seen_in(html: str) -> dict[str, str]:
    found = re.search(r'name="seen" value="(\w+)"', html)
    assert found
    return {"seen": found[1]}


def test_of_two_who_fill_in_the_card_the_second_is_told_and_loses_nothing(client: Client, interview: Interview) -> None:
    seen = seen_in(client.get(card_of(interview)).content.decode())
    assert client.post(card_of(interview), typed(interview, **ROWS) | seen).status_code == 302
    late = typed(interview, said="My other device heard this.", **{"action-rows": "1", "action-0-text": "call Ann"})
    refused = client.post(card_of(interview), late | seen)
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "The card was filled in elsewhere in the meantime." in html
    assert "The calls are the work." in html
    assert "My other device heard this.</textarea>" in html
    assert 'value="call Ann"' in html
    assert not Advice.objects.of(interview.workspace).filter(text="call Ann").exists()
    assert client.post(card_of(interview), late | seen_in(html)).status_code == 302
    interview.refresh_from_db()
    assert interview.said == "My other device heard this."


def test_the_same_card_sent_twice_by_a_double_press_is_no_conflict(client: Client, interview: Interview) -> None:
    html = client.get(card_of(interview)).content.decode()
    ids = dict(re.findall(r'name="((?:claim|named|action|lead)-\d-id)" value="([\w-]+)"', html))
    card = typed(interview, **ROWS) | ids | seen_in(html)
    assert [client.post(card_of(interview), card).status_code for _press in range(2)] == [302, 302]
