"""The insider's own page, which opens by its link alone."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.accounts.models import User
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.programmes.choices import Audience, InsiderState, MatchState, QuestionKind, Side
from askwell.programmes.models import Feedback, Insider, IntakeQuestion, Match, Programme, Round
from askwell.programmes.queries.insiders.doors import INSIDER, VOLUNTEER, insider_token, volunteer_token
from tests.conftest import NOW
from tests.factories.programmes import joined, make_insider, make_participant

SignIn = Callable[[User], Client]
WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE)", re.IGNORECASE)
FORM: dict[str, Any] = {
    "do": "save", "version": "1", "name": "Rosa Osei", "languages": ["en", "fr"], "level": "senior", "a_month": "3",
    "zone": "America/Toronto", "page_language": "fr", "topics": "close, tax", "windows-1-0-from": "18:00",
    "windows-1-0-to": "20:00", "not_employers": "Cedar Foods\nPine, Oak & Sons", "not_people": "old boss",
}  # fmt: skip


def own(insider: Insider) -> str:
    return f"/programmes/insider/{insider_token(insider)}/"


def test_what_they_offer_is_saved_without_an_account(programme: Programme, client: Client) -> None:
    insider = make_insider(programme, obtained="alumni office", note="the programme's own")

    answer = client.post(own(insider), FORM, follow=True)

    insider.refresh_from_db()
    assert answer.context["done"] == "saved"
    assert (insider.a_month, insider.languages, insider.topics) == (3, ["en", "fr"], ["close", "tax"])
    assert insider.windows == [[1, "18:00", "20:00"]]
    assert insider.not_employers == ["Cedar Foods", "Pine, Oak & Sons"]
    assert (insider.zone, insider.page_language, insider.level) == ("America/Toronto", "fr", "senior")
    assert (insider.email, insider.obtained, insider.note) == (
        "i1@insider.example",
        "alumni office",
        "the programme's own",
    )


def test_it_speaks_the_language_they_chose_and_not_the_browsers(programme: Programme) -> None:
    page, visitor = own(make_insider(programme, page_language="fr")), Client(headers={"accept-language": "zh-CN,zh"})

    assert '<html lang="fr">' in visitor.get(page).content.decode()
    assert '<html lang="zh-Hans">' in visitor.get(f"{page}?language=zh-hans").content.decode()


def test_topics_can_be_ticked_instead_of_typed(programme: Programme, client: Client) -> None:
    insider = make_insider(programme, topics=["税务"])

    page = client.get(own(insider)).content.decode()
    client.post(own(insider), FORM | {"topics": "close, tax", "topics-pick": ["audit", "bookkeeping"]})

    assert re.findall(r'name="topics-pick" value="([^"]+)"', page)[:2] == ["bookkeeping", "audit"]
    assert 'name="topics-pick" value="tax"' not in page
    insider.refresh_from_db()
    assert insider.topics == ["close", "tax", "audit", "bookkeeping"]


def test_whoever_is_on_the_list_says_yes_by_saving(programme: Programme, client: Client) -> None:
    insider = make_insider(programme, state=InsiderState.INVITED, active_at=None)

    client.post(own(insider), FORM)

    insider.refresh_from_db()
    assert insider.state == InsiderState.ACTIVE


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"a_month": "0"}, "pause instead"),
        ({"a_month": "-1"}, "pause instead"),
        ({"a_month": "99"}, "At most one a day"),
        ({"windows-1-0-from": "", "windows-1-0-to": ""}, "at least one time"),
        ({"windows-1-0-from": "25:00"}, "Write times such as 18:00."),
        ({"languages": []}, "required"),
    ],
)
def test_impossible_values_come_back_named(
    programme: Programme, client: Client, wrong: dict[str, object], named: str
) -> None:
    insider = make_insider(programme)

    answer = client.post(own(insider), FORM | wrong | {"language": "en"})

    assert answer.status_code == 422
    assert named in answer.content.decode()
    assert "Pine, Oak &amp; Sons" in answer.content.decode(), "what was typed is still there"
    insider.refresh_from_db()
    assert insider.version == 1


def test_it_speaks_their_language_and_can_be_switched(programme: Programme, client: Client) -> None:
    insider = make_insider(programme, page_language="zh-hans")

    assert 'lang="zh-Hans"' in client.get(own(insider)).content.decode()[:100]
    assert 'lang="fr"' in client.get(own(insider) + "?language=fr").content.decode()[:100]
    assert 'lang="en"' in client.get(own(insider) + "?language=xx").content.decode()[:100]


def test_own_questions_are_asked(programme: Programme, client: Client) -> None:
    insider = make_insider(programme)
    question = IntakeQuestion.objects.create(
        workspace=programme.workspace, audience=Audience.INSIDERS, position=1, kind=QuestionKind.LINE,
        words={"en": "Which year did you graduate?"},
    )  # fmt: skip
    assert "Which year did you graduate?" in client.get(own(insider)).content.decode()

    client.post(own(insider), FORM | {f"asked-{question.pk}": "2011"})

    insider.refresh_from_db()
    assert insider.answers == {str(question.pk): "2011"}


def test_a_pause_until_a_day_or_further_notice(programme: Programme, client: Client) -> None:
    insider, until = make_insider(programme), timezone.now().date() + timedelta(days=40)

    client.post(own(insider), {"do": "pause", "until": until.isoformat()})
    insider.refresh_from_db()
    assert (insider.state, insider.paused_until) == (InsiderState.PAUSED, until)

    client.post(own(insider), {"do": "resume"})
    client.post(own(insider), {"do": "pause", "until": ""})
    insider.refresh_from_db()
    assert (insider.state, insider.paused_until) == (InsiderState.PAUSED, None)


@pytest.mark.parametrize("day", ["2020-01-01", "someday"])
def test_a_pause_until_no_day_to_come_is_named(programme: Programme, client: Client, day: str) -> None:
    insider = make_insider(programme)

    answer = client.post(own(insider), {"do": "pause", "until": day})

    assert answer.status_code == 422
    assert "Choose a day to come" in answer.content.decode()
    insider.refresh_from_db()
    assert insider.state == InsiderState.ACTIVE


def test_leaving_takes_two_steps_and_can_be_taken_back(programme: Programme, client: Client) -> None:
    insider = make_insider(programme)
    asked = client.get(own(insider) + "?leave=1").content.decode()
    assert "In a week everything that it keeps about you is erased" in asked

    client.post(own(insider), {"do": "leave"})
    insider.refresh_from_db()
    assert (insider.state, insider.is_own_wish) == (InsiderState.LEFT, True)
    assert insider.erase_at is not None
    assert client.post(own(insider), FORM).status_code == 200, "nothing is saved once they left"
    insider.refresh_from_db()
    assert insider.a_month == 1

    client.post(own(insider), {"do": "stay"})
    insider.refresh_from_db()
    assert insider.state == InsiderState.ACTIVE


def test_they_read_what_came_of_it_and_only_what_may_be_told(programme: Programme, client: Client) -> None:
    insider, mei = make_insider(programme), make_participant(programme, "Mei Chen")
    the_round = Round.objects.create(workspace=programme.workspace, number=1, week=NOW.date(), created_at=NOW)
    for number, may_tell in enumerate((True, False)):
        talk = Match.objects.create(
            workspace=programme.workspace, round=the_round, participant=mei if number else None, insider=insider,
            state=MatchState.HELD, starts_at=NOW,
        )  # fmt: skip
        Feedback.objects.create(
            workspace=programme.workspace, match=talk, side=Side.SEEKER, referrals=1, may_tell=may_tell, given_at=NOW,
            text="It opened a door" if may_tell else "for the programme alone",
        )  # fmt: skip

    text = client.get(own(insider)).content.decode()

    assert "people met" in text
    assert "It opened a door" in text
    assert "for the programme alone" not in text
    assert "Mei Chen" not in text


def test_looking_writes_nothing(programme: Programme, client: Client) -> None:
    programme.takes_insiders = True
    programme.save()
    insider = make_insider(programme)

    with CaptureQueriesContext(connection) as queries:
        for path in (
            own(insider),
            own(insider) + "?leave=1&do=leave",
            f"/programmes/volunteer/{volunteer_token(programme)}/",
        ):
            assert client.get(path).status_code == 200

    assert [query["sql"] for query in queries if WRITES.match(query["sql"])] == []


def test_no_link_but_the_right_one_opens(programme: Programme, client: Client) -> None:
    insider, whole = make_insider(programme), insider_token(make_insider(programme))
    forged = [
        "x", whole[:-1] + ("A" if whole[-1] != "A" else "B"), row_token(BOOKING, insider, 1),
        row_token(VOLUNTEER, insider, 1), row_token(INSIDER, insider, 2), row_token(INSIDER, programme, 1),
    ]  # fmt: skip

    for token in forged:
        assert client.get(f"/programmes/insider/{token}/").status_code == 404
        assert client.post(f"/programmes/insider/{token}/", FORM).status_code == 404
    insider.refresh_from_db()
    assert insider.version == 1


def test_a_renewed_link_ends_the_one_before(programme: Programme, owner: User, sign_in: SignIn, client: Client) -> None:
    insider = make_insider(programme)
    before = own(insider)

    sign_in(owner).post(f"/programmes/insiders/{insider.pk}/move/renew/")
    insider.refresh_from_db()

    assert Client().get(before).status_code == 404
    assert Client().get(own(insider)).status_code == 200


def open_page(programme: Programme, **rules: object) -> str:
    for name, value in ({"takes_insiders": True} | rules).items():
        setattr(programme, name, value)
    programme.save()
    return f"/programmes/volunteer/{volunteer_token(programme)}/"


@pytest.mark.parametrize(("approves", "state"), [(True, InsiderState.APPLIED), (False, InsiderState.ACTIVE)])
def test_anybody_volunteers_on_the_open_page(
    programme: Programme, client: Client, approves: bool, state: InsiderState
) -> None:
    answer = client.post(
        open_page(programme, approves=approves), FORM | {"email": "rosa@tidewater.example"}, follow=True
    )

    insider = Insider.objects.of(programme.workspace).get()
    assert (insider.state, insider.email, insider.was_seeker) == (state, "rosa@tidewater.example", False)
    assert answer.status_code == 200


def test_a_known_address_brings_no_second_row_and_is_not_betrayed(programme: Programme, client: Client) -> None:
    path, known = open_page(programme), make_insider(programme)

    new = client.post(path, FORM | {"email": "new@insider.example"}, follow=True).context["done"]
    again = client.post(path, FORM | {"email": known.email, "name": "Impostor"}, follow=True).context["done"]

    assert new is again is True
    known.refresh_from_db()
    assert known.name == "Rosa Osei"
    assert Insider.objects.of(programme.workspace).count() == 2


def test_who_was_a_seeker_is_recognised(programme: Programme, client: Client) -> None:
    seeker = make_participant(programme, "Mei Chen")

    client.post(open_page(programme), FORM | {"email": seeker.email.upper()})

    assert Insider.objects.of(programme.workspace).get().was_seeker


def test_the_open_page_closes(programme: Programme, client: Client) -> None:
    path = open_page(programme)
    assert client.get(path).status_code == 200

    open_page(programme, takes_insiders=False)
    assert client.get(path).status_code == 404
    open_page(programme, page_number=2)
    assert client.get(path).status_code == 404


def test_who_left_says_on_the_open_page_that_they_were_one(programme: Programme, client: Client) -> None:
    client.post(open_page(programme), FORM | {"email": "mei@new.example", "was_seeker": "on"})

    assert Insider.objects.of(programme.workspace).get().was_seeker


def test_a_seeker_comes_back_as_an_insider(programme: Programme, sign_in: SignIn) -> None:
    participant, user = joined(programme, "Mei Chen")
    client, path = sign_in(user), f"/programmes/mine/{participant.pk}/insider/"
    assert client.get(path).status_code == 200

    first = client.post(path)
    again = client.post(path)

    insider = Insider.objects.of(programme.workspace).get()
    assert (insider.was_seeker, insider.state, insider.email) == (True, InsiderState.APPLIED, user.email)
    assert (insider.field, insider.windows) == (participant.field, participant.windows)
    assert first.headers["Location"] == again.headers["Location"] == own(insider)


def test_nobody_comes_back_as_somebody_else(programme: Programme, sign_in: SignIn, stranger: User, owner: User) -> None:
    participant, _user = joined(programme, "Mei Chen")

    for user in (stranger, owner):
        assert sign_in(user).post(f"/programmes/mine/{participant.pk}/insider/").status_code == 404
    assert not Insider.objects.of(programme.workspace).exists()
