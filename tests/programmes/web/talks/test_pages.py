"""The pages of talks: for staff, for the seeker, and for the insider by a link alone; the whole way of one talk."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.programmes.actions.sending import ask_waiting
from askwell.programmes.choices import MatchState, NotSent, RoundState, Side
from askwell.programmes.models import Feedback, Match, Participant, Programme, Round
from askwell.programmes.queries.waits import waits
from askwell.programmes.queries.wording import TALK
from askwell.programmes.tasks import send_matches
from tests.factories.programmes import joined, make_insider, make_participant
from tests.factories.talks import again, asked, first_time, make_match, make_round, page_token

pytestmark = pytest.mark.django_db


SignIn = Callable[[User], Client]


def test_the_whole_way_of_a_talk(
    programme: Programme, owner: User, mailbox: None, sign_in: SignIn, client: Client
) -> None:
    """Sent by the coordinator, a time taken by the insider, held, and said by both how it was."""
    participant, user = joined(programme)
    match = make_match(programme, participant, make_insider(programme))
    staff = sign_in(owner)
    staff.post(reverse("programmes:send_round", args=[match.round_id]))
    send_matches.func(str(programme.workspace.pk), str(match.round_id))
    token, starts_at = page_token(again(match)), first_time(again(match))
    client.post(reverse("visiting:meet", args=[token]), {"do": "time", "time": starts_at.isoformat(), "by": "video"})
    assert (again(match).state, again(match).starts_at) == (MatchState.AGREED, starts_at)
    Match.objects.of(programme.workspace).update(starts_at=timezone.now() - timedelta(hours=2))
    said = reverse("programmes:talk_said", args=[row_token(TALK, match, 1)])
    assert client.post(said, {"came": "yes", "again": "yes", "useful": "5"}).status_code == 302
    assert again(match).state == MatchState.HELD
    mine = reverse("programmes:my_talk", args=[match.pk])
    sign_in(user).post(mine, {"came": "yes", "useful": "4", "referrals": "2", "text": "So clear.", "may_tell": "on"})
    kept = {one.side: (one.useful, one.again, one.referrals) for one in Feedback.objects.of(programme.workspace)}
    assert kept == {Side.INSIDER: (5, True, 0), Side.SEEKER: (4, None, 2)}
    page = staff.get(reverse("programmes:talk", args=[match.pk])).content.decode()
    assert "So clear." in page


def test_a_round_stays_closed_beside_another_of_the_same_seekers_and_the_page_says_so(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    row, staff = asked(programme).round, sign_in(owner)
    for page in ("close_round", "next_round"):
        staff.post(reverse(f"programmes:{page}", args=[row.pk]))

    page = staff.post(reverse("programmes:reopen_round", args=[row.pk]), follow=True).content.decode()

    assert "A round of the same seekers is open. Close it first: its talks go on." in page
    assert "The round is open again." not in page


@pytest.mark.parametrize(
    ("gone", "why"),
    [
        ("participant", "The seeker has left, so there is no letter"),
        ("insider", "The insider was erased, so there is no letter"),
    ],
)
def test_where_a_letter_cannot_be_written_any_more_it_says_who_is_gone(
    programme: Programme, owner: User, sign_in: SignIn, gone: str, why: str
) -> None:
    match = asked(programme)
    told = {gone: None, "leaver": uuid4() if gone == "participant" else None}
    told |= {"state": MatchState.CANCELLED, "by_hand": "off_seeker"}
    Match.objects.of(programme.workspace).filter(pk=match.pk).update(**told)

    page = sign_in(owner).get(f"/programmes/talks/{match.pk}/").content.decode()

    assert why in page
    assert page.count("No mail could tell them.") == 1


def test_below_a_letter_to_pass_on_stands_who_sends_it_and_how_to_get_no_more(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    programme.postal, programme.email = "200 Quay Street\nVancouver BC", "hello@harbour.example"
    programme.save()
    match = asked(programme)

    page = sign_in(owner).get(f"/programmes/talks/{match.pk}/").content.decode()

    below = (
        "Harbour YWCA\n200 Quay Street\nVancouver BC\nhello@harbour.example\nIf you would rather get no more letters"
    )
    assert below in page


def test_the_letter_lies_ready_where_no_mail_leaves(programme: Programme, owner: User, sign_in: SignIn) -> None:
    match, page = asked(programme), sign_in(owner)
    shown = page.get(reverse("programmes:talk", args=[match.pk])).content.decode()
    assert f"http://testserver/meet/{page_token(match)}/" in shown
    page.post(reverse("programmes:talk_asked", args=[match.pk]))
    assert again(match).asked_at is not None
    page.post(reverse("programmes:talk_asked_back", args=[match.pk]))
    assert again(match).asked_at is None


def test_what_could_not_be_sent_when_the_seeker_joined_is_seen_and_sent_again(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    participant, _user = joined(programme, windows=[[6, "06:00", "07:00"]])
    match, page = make_match(programme, participant, make_insider(programme), state=MatchState.WAITING), sign_in(owner)
    Round.objects.of(programme.workspace).update(state=RoundState.SENT)
    ask_waiting(participant, timezone.now())
    shown = page.get(reverse("programmes:talk", args=[match.pk])).content.decode()
    assert ("no free hour in common" in shown, "Send again" in shown, "/join/me/" in shown) == (True, True, False)
    assert "1 talk could not be sent" in page.get(reverse("programmes:talks", args=[match.round_id])).content.decode()
    assert [one.pairs for one in waits(programme, timezone.now()).rounds] == [1]
    Participant.objects.of(programme.workspace).update(windows=match.insider.windows)
    page.post(reverse("programmes:send_talk", args=[match.pk]))
    assert (again(match).state, again(match).trouble) == (MatchState.ASKED, "")


def test_a_caseworker_sees_how_talks_stand_and_sends_nothing(
    programme: Programme, caseworker: User, sign_in: SignIn
) -> None:
    match, page = asked(programme), sign_in(caseworker)
    Participant.objects.of(programme.workspace).update(caseworker=caseworker)
    assert page.get(reverse("programmes:talks", args=[match.round_id])).status_code == 200
    shown = page.get(reverse("programmes:talk", args=[match.pk])).content.decode()
    assert "/meet/" not in shown  # who has the link answers for the insider
    for name in ("send_talk", "talk_asked", "talk_off", "remind_talk"):
        assert page.post(reverse(f"programmes:{name}", args=[match.pk])).status_code == 404
    assert page.post(reverse("programmes:send_round", args=[match.round_id])).status_code == 404
    assert (again(match).state, again(match).asked_at) == (MatchState.ASKED, None)


def test_another_programme_and_another_seeker_find_nothing(programme: Programme, rival: User, sign_in: SignIn) -> None:
    match = asked(programme)
    other = joined(programme, "Bao Lin")[1]
    page, seeker = sign_in(rival), sign_in(other)
    assert page.get(reverse("programmes:talks", args=[match.round_id])).status_code == 404
    assert page.get(reverse("programmes:talk", args=[match.pk])).status_code == 404
    assert page.post(reverse("programmes:talk_off", args=[match.pk])).status_code == 404
    assert page.get(reverse("programmes:talks_progress", args=[match.round_id])).status_code == 404
    assert page.get(reverse("programmes:send_round", args=[match.round_id])).status_code == 404
    assert page.post(reverse("programmes:talk_passed_on", args=[match.pk]), {"kind": "remind"}).status_code == 404
    assert seeker.get(reverse("programmes:my_talk", args=[match.pk])).status_code == 404
    assert "Rosa Osei" not in seeker.get(reverse("programmes:my_talks")).content.decode()


@pytest.mark.parametrize("state", [MatchState.ASKED, MatchState.DECLINED])
def test_how_it_was_can_only_be_said_of_a_talk_that_was(programme: Programme, state: str, client: Client) -> None:
    match = make_match(programme, joined(programme)[0], make_insider(programme), state=state)
    address = reverse("programmes:talk_said", args=[row_token(TALK, match, 1)])
    assert client.get(address).status_code == 200
    assert client.post(address, {"came": "yes"}).status_code == 409
    assert client.get(reverse("programmes:talk_said", args=[row_token(BOOKING, match, 1)])).status_code == 404


def test_who_says_nothing_of_coming_is_asked(programme: Programme, client: Client) -> None:
    facts = {"state": MatchState.AGREED, "starts_at": timezone.now() - timedelta(hours=1)}
    match = make_match(programme, joined(programme)[0], make_insider(programme), **facts)
    address = reverse("programmes:talk_said", args=[row_token(TALK, match, 1)])
    assert client.post(address, {"text": "Hm"}).status_code == 422
    assert not Feedback.objects.of(programme.workspace).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_of_the_database_however_long_it_is(
    programme: Programme, owner: User, sign_in: SignIn, count: int
) -> None:
    one = make_round(programme)
    for number in range(count):
        make_match(programme, joined(programme, f"Seeker {number}")[0], make_insider(programme), round=one)
    page, address = sign_in(owner), reverse("programmes:talks", args=[one.pk])
    page.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert page.get(address).status_code == 200
    assert len(queries) == 17


def test_while_a_worker_sends_the_page_shows_how_far_it_is_and_asks_again(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    one = make_round(programme)
    match = make_match(programme, joined(programme)[0], make_insider(programme), round=one)
    page = sign_in(owner)
    asked_first = page.get(reverse("programmes:send_round", args=[one.pk])).content.decode()
    assert "Send 1 talk?" in asked_first
    assert "1 letter waits for you to pass on" in asked_first
    assert again(match).send_at is None
    page.post(reverse("programmes:send_round", args=[one.pk]))
    shown = page.get(reverse("programmes:talks", args=[one.pk])).content.decode()
    address = reverse("programmes:talks_progress", args=[one.pk])
    assert f'hx-get="{address}"' in shown
    assert '<noscript><meta http-equiv="refresh"' in shown
    assert "0 of 1 are done." in page.get(address).content.decode()
    send_matches.func(str(programme.workspace.pk), str(one.pk))
    assert page.get(address).headers["HX-Refresh"] == "true"
    assert address not in page.get(reverse("programmes:talks", args=[one.pk])).content.decode()


def test_first_stands_what_the_programme_has_to_do_then_names(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    one = make_round(programme)
    told = {
        "Ana": {},
        "Bo": {"state": MatchState.AGREED, "asked_at": timezone.now(), "starts_at": timezone.now() + timedelta(days=1)},
        "Chi": {
            "state": MatchState.AGREED,
            "asked_at": timezone.now(),
            "starts_at": timezone.now() - timedelta(hours=2),
        },
        "Dee": {"state": MatchState.ASKED},
        "Eve": {"trouble": NotSent.NO_TIMES},
    }
    for name, facts in told.items():
        make_match(programme, joined(programme, name)[0], make_insider(programme), round=one, **facts)
    page = sign_in(owner).get(reverse("programmes:talks", args=[one.pk]))
    assert [row.seeker for row in page.context["talks"].rows] == ["Eve", "Dee", "Chi", "Ana", "Bo"]


def test_a_round_is_closed_undone_and_followed(programme: Programme, owner: User, sign_in: SignIn) -> None:
    one, page = asked(programme).round, sign_in(owner)
    page.post(reverse("programmes:close_round", args=[one.pk]))
    page.post(reverse("programmes:reopen_round", args=[one.pk]))
    assert page.post(reverse("programmes:next_round", args=[one.pk]))["Location"] == reverse("programmes:rounds")
    page.post(reverse("programmes:close_round", args=[one.pk]))
    answer = page.post(reverse("programmes:next_round", args=[one.pk]))
    following = Round.objects.of(programme.workspace).get(number=2)
    assert answer["Location"] == reverse("programmes:round", args=[following.pk])


def test_what_waits_for_its_seeker_is_not_on_its_way_and_is_taken_back_with_the_round(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    one, page = asked(programme).round, sign_in(owner)
    make_match(programme, make_participant(programme, "Jun"), make_insider(programme), round=one, state="waiting")
    address = reverse("programmes:talks", args=[one.pk])

    shown = page.get(address).content.decode()
    for words in ("0 insiders were asked", "1 talk waits for its seeker to join", "1 letter waits for you"):
        assert words in shown
    page.post(reverse("programmes:talk_asked", args=[Match.objects.of(one.workspace).get(state="asked").pk]))
    assert "1 insider was asked" in page.get(address).content.decode()

    said = page.post(reverse("programmes:close_round", args=[one.pk]), {"takes_back": "1"}, follow=True)
    assert "1 talk goes on" in said.content.decode()
    assert Match.objects.of(one.workspace).filter(state="waiting").count() == 0
    page.post(reverse("programmes:reopen_round", args=[one.pk]))
    assert Match.objects.of(one.workspace).filter(state="waiting").count() == 1


def test_the_thank_you_lies_ready_where_no_mail_leaves(
    programme: Programme, owner: User, caseworker: User, sign_in: SignIn
) -> None:
    facts = {"state": MatchState.HELD, "starts_at": timezone.now(), "thanks_ready_at": timezone.now()}
    match = make_match(programme, joined(programme)[0], make_insider(programme), **facts)
    page, address = sign_in(owner), reverse("programmes:talk", args=[match.pk])
    Feedback.objects.create(
        workspace=programme.workspace, match=match, side=Side.SEEKER, useful=5, given_at=timezone.now()
    )
    assert "useful, 5 of 5" in page.get(address).content.decode()
    page.post(reverse("programmes:talk_thanked", args=[match.pk]))
    assert again(match).thanked_at is not None
    assert "useful, 5 of 5" not in page.get(address).content.decode()
    page.post(reverse("programmes:talk_thanked_back", args=[match.pk]))
    assert again(match).thanked_at is None
    assert sign_in(caseworker).post(reverse("programmes:talk_thanked", args=[match.pk])).status_code == 404


def test_the_insiders_page_names_the_programme_as_who_wrote_and_tells_why_in_its_readers_language(
    programme: Programme, client: Client
) -> None:
    match = asked(programme)
    address = reverse("visiting:meet", args=[page_token(match)])
    shown = client.get(address).content.decode()
    assert "See or erase what Harbour Connections keeps about you." in shown
    assert "nobody at Harbour Connections will write to you" in shown
    assert "Harbour Connections brings you together: you know month-end close" in shown
    assert "Harbour Connections vous" in client.get(f"{address}?language=fr").content.decode()
    assert "您熟悉month-end close" in client.get(f"{address}?language=zh-hans").content.decode()
    kept = client.get(reverse("visiting:kept", args=[page_token(match)])).content.decode()
    assert "What Harbour Connections keeps about you" in kept
    client.post(address, {"do": "time", "time": first_time(match).isoformat(), "by": "video"})
    agreed = client.get(address).content.decode()
    assert "Not this time" not in agreed
    assert 'value="off"' in agreed
    client.post(address, {"do": "stop"})
    assert "Nobody at Harbour Connections will write to you again" in client.get(address).content.decode()
