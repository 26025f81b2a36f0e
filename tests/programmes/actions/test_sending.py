"""A round is sent: talks begin in the seekers' own workspaces, and insiders are asked."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from askwell.accounts.actions import open_workspace
from askwell.accounts.models import User
from askwell.interviews.models import Booking, Interview
from askwell.outreach.actions.errors import HasLeftError
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import Purpose, ThreadState
from askwell.outreach.models import Dispatch, FollowUp, Message, Thread
from askwell.people.models import ContactPoint, Person, Tie
from askwell.programmes.actions import sending
from askwell.programmes.actions.errors import RoundOverError
from askwell.programmes.actions.joining import join
from askwell.programmes.actions.sending import ask_waiting, mark_asked, mark_to_send, send_match, send_some
from askwell.programmes.choices import InsiderState, MatchState, NotSent, RoundState
from askwell.programmes.models import Match, Programme, Round
from askwell.programmes.queries.sending import Plan, plan_of_sending
from askwell.programmes.rules.standing import release_at
from askwell.programmes.tasks import send_matches, sweep
from tests.factories.programmes import joined, make_insider, make_participant
from tests.factories.talks import again, asked, make_match, make_round, thread_of

pytestmark = pytest.mark.django_db
MORNINGS = [[day, "08:00", "09:00"] for day in range(5)]


def letters(programme: Programme) -> dict[str, Dispatch]:
    return {one.to: one for one in Dispatch.objects.of(programme.workspace)}


def test_a_matched_pair_is_a_talk_in_the_seekers_own_workspace(programme: Programme, now: datetime) -> None:
    participant, _user = joined(programme)
    match = make_match(programme, participant, make_insider(programme, native_name="欧罗莎"))
    assert send_match(workspace=programme.workspace, match_id=match.pk, now=now) is MatchState.ASKED
    own = participant.seeker_workspace
    person = Person.objects.of(own).get()
    assert (person.given_name, person.family_name, person.native_name) == ("Rosa", "Osei", "欧罗莎")
    assert list(Tie.objects.of(own).values_list("kind", "how_met")) == [("programme", "Harbour Connections")]
    assert not ContactPoint.objects.of(own).exists()  # the programme's page carries the talk
    thread = Thread.objects.of(own).get()
    assert (thread.state, thread.person, again(match).thread_id) == (ThreadState.WAITING, person, thread.pk)
    interview, booking = Interview.objects.of(own).get(), Booking.objects.of(own).get()
    assert len(interview.offered) == 3
    assert booking.why == (
        "Harbour Connections brings you together: you know month-end close, which Mei Chen hopes to understand."
    )


@pytest.mark.parametrize(("field", "named"), [("Payroll", True), ("Nursing", False)])
def test_a_field_is_the_reason_only_where_it_is_both_theirs(
    programme: Programme, now: datetime, field: str, named: bool
) -> None:
    participant, _user = joined(programme, field=field)
    match = make_match(programme, participant, make_insider(programme, field="Payroll"), reason={"topics": []})
    send_match(workspace=programme.workspace, match_id=match.pk, now=now)
    assert (f"({field})" in Booking.objects.of(participant.seeker_workspace).get().why) is named


def test_the_letter_to_the_insider_says_who_why_when_and_how_to_say_no(
    programme: Programme, mailbox: None, now: datetime
) -> None:
    participant, _user = joined(programme)
    insider = make_insider(programme)
    match = make_match(programme, participant, insider)
    send_match(workspace=programme.workspace, match_id=match.pk, now=now)
    letter = letters(programme)[insider.email]
    assert (letter.purpose, letter.subject) == (Purpose.PROGRAMME, "Harbour Connections: 20 minutes with Mei Chen?")
    for words in ("Hello Rosa Osei,", "you know month-end close", "Accounting", "20 minutes", "not be asked for a job"):
        assert words in letter.body
    assert letter.body.count("\n- ") == 3
    assert "https://askwell.example/meet/" in letter.body
    assert "https://askwell.example/programmes/insider/" in letter.body
    assert again(match).asked_at == now


def test_the_seeker_is_written_to_in_their_language(programme: Programme, mailbox: None, now: datetime) -> None:
    participant, _user = joined(programme, native_name="陈梅", page_language="zh-hans")
    match = make_match(programme, participant, make_insider(programme))
    send_match(workspace=programme.workspace, match_id=match.pk, now=now)
    letter = letters(programme)[participant.email]
    assert letter.subject == "我们替你约了Rosa Osei"
    assert letter.body.startswith("陈梅，你好：")


def test_the_seekers_timeline_has_the_letter_without_the_links(
    programme: Programme, mailbox: None, now: datetime
) -> None:
    participant, _user = joined(programme)
    match = make_match(programme, participant, make_insider(programme))
    send_match(workspace=programme.workspace, match_id=match.pk, now=now)
    entry = Message.objects.of(participant.seeker_workspace).get()
    assert "You volunteered with Harbour Connections" in entry.body
    assert "http" not in entry.body  # who holds the insider's links answers for them
    assert not FollowUp.objects.of(participant.seeker_workspace).filter(thread=entry.thread).exists()
    with pytest.raises(HasLeftError):
        undo_entry(workspace=participant.seeker_workspace, message_id=entry.pk, now=now)


def test_without_a_mailbox_the_letter_waits_for_the_coordinator(programme: Programme, now: datetime) -> None:
    match = asked(programme)
    assert (match.state, match.asked_at) == (MatchState.ASKED, None)
    mark_asked(workspace=programme.workspace, match_id=match.pk, now=now)
    assert again(match).asked_at == now
    with pytest.raises(Match.DoesNotExist):
        mark_asked(workspace=programme.workspace, match_id=match.pk, now=now)


def test_a_round_is_sent_once_however_often_it_is_pressed(programme: Programme, mailbox: None, now: datetime) -> None:
    one = make_round(programme)
    for name in ("Mei Chen", "Bao Lin"):
        make_match(programme, joined(programme, name)[0], make_insider(programme), round=one)
    make_match(programme, make_participant(programme, "Yi Zhou"), make_insider(programme), round=one)
    make_match(programme, joined(programme, "An Wu", windows=MORNINGS)[0], make_insider(programme), round=one)
    assert mark_to_send(workspace=programme.workspace, round_id=one.pk, now=now) == 4
    send_matches.func(str(programme.workspace.pk), str(one.pk))
    rows = Match.objects.of(programme.workspace).order_by("participant__number")
    assert list(rows.values_list("state", "trouble", "send_at")) == [
        (MatchState.ASKED, "", None),
        (MatchState.ASKED, "", None),
        (MatchState.WAITING, "", None),
        (MatchState.PROPOSED, NotSent.NO_TIMES, None),
    ]
    before = Dispatch.objects.of(programme.workspace).count()
    assert before == 5
    mark_to_send(workspace=programme.workspace, round_id=one.pk, now=now)
    send_matches.func(str(programme.workspace.pk), str(one.pk))
    assert Dispatch.objects.of(programme.workspace).count() == before
    assert Round.objects.of(programme.workspace).get(pk=one.pk).state == RoundState.SENT


def test_one_that_fails_costs_no_other(programme: Programme, now: datetime) -> None:
    one = make_round(programme)
    bad = make_match(programme, joined(programme, zone="Nowhere/Land")[0], make_insider(programme), round=one)
    good = make_match(programme, joined(programme, "Bao Lin")[0], make_insider(programme), round=one)
    Match.objects.of(programme.workspace).filter(pk=bad.pk).update(reason={"topics": [["audit", "much"], ["tax", "x"]]})
    mark_to_send(workspace=programme.workspace, round_id=one.pk, now=now)
    assert send_some(workspace=programme.workspace, round_id=one.pk, now=now) == 2
    assert (again(bad).state, again(bad).trouble) == (MatchState.PROPOSED, NotSent.FAULT)
    assert again(good).state == MatchState.ASKED
    assert not Thread.objects.of(bad.participant.seeker_workspace).exists()  # nothing half done


@pytest.mark.parametrize(("state", "trouble"), [(InsiderState.PAUSED, NotSent.AWAY), (InsiderState.LEFT, NotSent.AWAY)])
def test_who_is_away_is_not_asked(programme: Programme, state: str, trouble: NotSent, now: datetime) -> None:
    match = make_match(programme, joined(programme)[0], make_insider(programme, state=state))
    assert send_match(workspace=programme.workspace, match_id=match.pk, now=now) is trouble


def test_the_insider_is_asked_when_the_seeker_joins(programme: Programme, mailbox: None, now: datetime) -> None:
    participant = make_participant(programme)
    match = make_match(programme, participant, make_insider(programme))
    assert send_match(workspace=programme.workspace, match_id=match.pk, now=now) is MatchState.WAITING
    assert send_match(workspace=programme.workspace, match_id=match.pk, now=now) is MatchState.WAITING
    letter = letters(programme)[participant.email]
    assert letter.subject == "We found somebody for you: please join first"
    assert "Rosa" not in letter.subject + letter.body, "who volunteers is not named to who has not joined"
    assert "https://askwell.example/programmes/join/me/" in letter.body
    assert Dispatch.objects.of(programme.workspace).count() == 1
    user = User.objects.create_user(participant.email, language="en")
    open_workspace(user=user)
    join(participant=participant, user=user, items=[], number=1, now=now + timedelta(days=3))
    assert again(match).state == MatchState.ASKED
    assert set(letters(programme)) == {participant.email, match.insider.email}
    ask_waiting(again(match).participant, now)
    assert Dispatch.objects.of(programme.workspace).count() == 3  # nobody is asked twice


def test_a_worker_that_is_killed_half_way_leaves_nothing_half_sent_and_nothing_is_sent_twice(
    programme: Programme, mailbox: None, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 2)
    one, people = make_round(programme), [joined(programme, name)[0] for name in ("Mei Chen", "Bao Lin", "Yi Zhou")]
    matches = [make_match(programme, person, make_insider(programme), round=one) for person in people]
    mark_to_send(workspace=programme.workspace, round_id=one.pk, now=now)
    assert Dispatch.objects.of(programme.workspace).count() == 0  # the request itself sends nothing
    begin, begun = sending.begin_talk, []

    def killed(**told: Any) -> Any:
        begun.append(told["match"])
        if len(begun) == 2:
            raise SystemExit
        return begin(**told)

    monkeypatch.setattr(sending, "begin_talk", killed)
    with pytest.raises(SystemExit):
        send_matches.func(str(programme.workspace.pk), str(one.pk))
    assert Dispatch.objects.of(programme.workspace).count() == 0
    assert {again(match).state for match in matches} == {MatchState.PROPOSED}
    assert sweep(now) == 1  # another worker is woken
    send_matches.func(str(programme.workspace.pk), str(one.pk))
    assert {again(match).state for match in matches} == {MatchState.ASKED}
    people_written_to = sorted(one.to for one in Dispatch.objects.of(programme.workspace))
    assert people_written_to == sorted([*(one.email for one in people), *(match.insider.email for match in matches)])


def test_what_will_happen_is_told_before(programme: Programme, mailbox: None, now: datetime) -> None:
    one = make_round(programme)
    make_match(programme, joined(programme)[0], make_insider(programme), round=one)
    make_match(programme, joined(programme, "Bao Lin")[0], make_insider(programme, email=""), round=one)
    make_match(programme, make_participant(programme, "Yi Zhou"), make_insider(programme), round=one)
    make_match(programme, joined(programme, "An Wu")[0], make_insider(programme, state="paused"), round=one)
    assert plan_of_sending(programme, one) == Plan(by_mail=1, by_hand=1, to_join=1, away=1, mail=True)
    assert plan_of_sending(programme, one).talks == 4


def test_a_closed_round_sends_nothing(programme: Programme, now: datetime) -> None:
    one = make_round(programme, state=RoundState.CLOSED)
    with pytest.raises(RoundOverError):
        mark_to_send(workspace=programme.workspace, round_id=one.pk, now=now)


def test_a_second_ask_of_the_same_two_finds_the_same_person(programme: Programme, now: datetime) -> None:
    match = asked(programme)
    match.state = MatchState.DECLINED
    match.save()
    second = make_match(programme, match.participant, match.insider)
    send_match(workspace=programme.workspace, match_id=second.pk, now=now + timedelta(days=40))
    threads = Thread.objects.of(match.participant.seeker_workspace)
    assert set(threads.values_list("person", flat=True)) == {thread_of(match).person_id}
    assert threads.count() == 2


def test_no_time_is_offered_twice_to_a_seeker_or_an_insider_and_an_answer_is_due_before_the_first(
    programme: Programme, now: datetime
) -> None:
    mei, bao = joined(programme)[0], joined(programme, "Bao Lin")[0]
    rosa, ivo = make_insider(programme), make_insider(programme, "Ivo Hill")
    matches = [make_match(programme, *pair) for pair in ((mei, rosa), (mei, ivo), (bao, rosa))]
    for match in matches:
        send_match(workspace=programme.workspace, match_id=match.pk, now=now)
    first, meis, rosas = (thread_of(again(match)).interviews.get().offered for match in matches)
    assert [len(set(times)) for times in (first, meis, rosas)] == [3, 3, 3]
    assert not set(first) & set(meis)
    assert not set(first) & set(rosas)
    answer_by = release_at(now, programme.answer_days)
    assert min(datetime.fromisoformat(text) for text in [*first, *meis, *rosas]) >= answer_by + timedelta(days=1)
