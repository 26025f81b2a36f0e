"""A letter becomes an entry: by a click, corrected, taken back; it follows its conversation."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions import entries, threads
from askwell.outreach.actions.errors import NotTheLastError
from askwell.outreach.actions.mail.letters import Meant, put_aside, put_back, take_letter
from askwell.outreach.actions.mail.naming import Named
from askwell.outreach.choices import Answer, LetterKind, LetterState, MeetingBy, MessageKind
from askwell.outreach.models import Letter, Message, Thread
from askwell.outreach.queries.mail.letters import letter_page, letters_of, open_letters
from askwell.people.actions import merge_persons, part_persons, remove_person
from askwell.people.models import ContactPoint, Introduction, Merge, Person
from tests.factories.outreach import make_someone, make_waiting, send

SENT = datetime(2026, 11, 16, 18, tzinfo=UTC)
HEARD = datetime(2026, 11, 18, 18, tzinfo=UTC)
NOW = datetime(2026, 11, 19, 18, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 17, tzinfo=UTC)  # 10:00 in Vancouver
YES: dict[str, object] = {"intent": "accepts_with_times", "times": ["2026-11-24T10:00"], "channel": "video"}


def heard(thread: Thread, key: str = "1", **facts: Any) -> Letter:
    said = {
        "text": "Yes, Tuesday at 10:00.", "whole": "Yes, Tuesday at 10:00.", "sender": "daniel@harbourline.example",
        "reading": YES, "is_sure": True, "written_at": HEARD, "fetched_at": HEARD, **facts,
    }  # fmt: skip
    return Letter.objects.create(workspace=thread.workspace, thread=thread, key=key, **said)


def timeline(thread: Thread) -> list[tuple[str, str]]:
    entries_ = Message.objects.of(thread.workspace).filter(thread=thread).order_by("number")
    return list(entries_.values_list("kind", "answer"))


def state(thread: Thread) -> str:
    return Thread.objects.of(thread.workspace).get(pk=thread.pk).state


def take(letter: Letter, now: datetime = NOW, **meant: Any) -> Letter:
    return take_letter(workspace=letter.workspace, letter_id=letter.pk, meant=Meant(**meant), now=now)


def again(letter: Letter) -> Letter:
    return Letter.objects.of(letter.workspace).get(pk=letter.pk)


def test_a_yes_with_a_time_is_proposed_and_taken_with_one_click(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    letter = heard(thread)
    proposal = letter_page(workspace, letter.pk, NOW).proposal
    assert (proposal.answer, proposal.times, proposal.by) == (Answer.ACCEPTS, (TUESDAY,), MeetingBy.VIDEO)

    take(letter, answer=Answer.ACCEPTS, meets_at=TUESDAY, by=MeetingBy.VIDEO)

    assert timeline(thread) == [("first", ""), ("answer", "accepts"), ("scheduled", "")]
    assert (state(thread), again(letter).state) == ("scheduled", LetterState.TAKEN)
    answered = Message.objects.of(workspace).get(kind=MessageKind.ANSWER)
    assert (answered.body, answered.happened_at, again(letter).entry_id) == (letter.text, HEARD, answered.pk)


def test_taking_it_back_takes_all_of_it_back(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    letter = heard(thread)
    take(letter, answer=Answer.ACCEPTS, meets_at=TUESDAY)
    put_back(workspace=workspace, letter_id=letter.pk, now=NOW)
    assert timeline(thread) == [("first", "")]
    assert (state(thread), again(letter).state, again(letter).entry_id) == ("waiting", LetterState.OPEN, None)


def test_undoing_the_entry_lets_the_letter_wait_again(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    letter = heard(thread)
    entry = take(letter, answer=Answer.DECLINES).entry
    assert entry
    threads.undo_entry(workspace=workspace, message_id=entry.pk, now=NOW)
    assert (again(letter).state, again(letter).entry_id, state(thread)) == (LetterState.OPEN, None, "waiting")


def test_it_can_mean_something_else(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    letter = heard(thread, reading={"intent": "stop"})
    take(letter, answer=Answer.STOP)
    assert Person.objects.of(workspace).get().do_not_contact_at is not None
    take(letter, answer=Answer.DEFERS, until=date(2027, 1, 12))
    assert timeline(thread) == [("first", ""), ("answer", "defers")]
    assert Person.objects.of(workspace).get().do_not_contact_at is None


def test_it_is_not_corrected_over_what_was_recorded_since(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    letter = heard(thread)
    take(letter, answer=Answer.ACCEPTS)
    entries.log_note(workspace=workspace, thread_id=thread.pk, text="Mornings", at=NOW, now=NOW)
    with pytest.raises(NotTheLastError):
        take(letter, answer=Answer.DECLINES)
    assert timeline(thread)[1] == ("answer", "accepts")


def test_a_letter_from_before_what_was_sent_meanwhile_comes_after_it(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    letter = heard(thread)
    send(thread.person, NOW - timedelta(hours=1), MessageKind.NUDGE)
    take(letter, answer=Answer.ACCEPTS)
    assert timeline(thread) == [("first", ""), ("nudge", ""), ("answer", "accepts")]
    assert state(thread) == "answered"


def test_put_aside_it_moves_nothing_and_comes_back(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    letter = heard(thread)
    put_aside(workspace=workspace, letter_id=letter.pk)
    assert (again(letter).state, open_letters(workspace, NOW)) == (LetterState.ASIDE, [])
    put_back(workspace=workspace, letter_id=letter.pk, now=NOW)
    assert [one.id for one in open_letters(workspace, NOW)] == [letter.pk]


def agreed(workspace: Workspace) -> Thread:
    thread = make_waiting(workspace, SENT)
    entries.schedule(
        workspace=workspace, thread_id=thread.pk, meets_at=TUESDAY, by=MeetingBy.IN_PERSON, now=SENT + timedelta(days=1)
    )
    return thread


def test_a_time_agreed_in_a_letter_keeps_how_they_meet(workspace: Workspace) -> None:
    thread = agreed(workspace)
    take(heard(thread), answer=Answer.ACCEPTS, meets_at=TUESDAY + timedelta(days=1))
    moved = Thread.objects.of(workspace).get(pk=thread.pk)
    assert (moved.meets_at, moved.meets_by) == (TUESDAY + timedelta(days=1), MeetingBy.IN_PERSON)
    first = make_waiting(workspace, SENT, given="Ann")
    take(heard(first, "2"), answer=Answer.ACCEPTS, meets_at=TUESDAY)
    assert Thread.objects.of(workspace).get(pk=first.pk).meets_by == MeetingBy.VIDEO


@pytest.mark.parametrize("answer", [Answer.ACCEPTS, Answer.DECLINES])
def test_who_cannot_come_is_called_off_and_taken_back(workspace: Workspace, answer: Answer) -> None:
    thread = agreed(workspace)
    letter = heard(thread, reading={"intent": "accepts", "withdraws": True})
    take(letter, answer=answer, calls_off=True)
    assert state(thread) == "answered"
    put_back(workspace=workspace, letter_id=letter.pk, now=NOW)
    assert state(thread) == "scheduled"


def test_somebody_named_is_kept_with_who_led_there_and_taken_back(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    named = {"name": "Aisha Khan", "email": "aisha.khan@tidewater.example", "role": "supply planner"}
    letter = heard(thread, reading={"intent": "refers", "person": named})
    person = letter_page(workspace, letter.pk, NOW).proposal.person
    assert person
    assert (person.name, person.email, person.role) == tuple(named.values())

    take(letter, answer=Answer.REFERS, named=Named(**named))

    aisha = Person.objects.of(workspace).get(given_name="Aisha", family_name="Khan")
    point = ContactPoint.objects.of(workspace).get(person=aisha)
    assert (point.value, point.obtained, point.obtained_from) == (named["email"], "referred", "Daniel Wong")
    assert Introduction.objects.of(workspace).get().introduced == aisha
    put_back(workspace=workspace, letter_id=letter.pk, now=NOW)
    aisha.refresh_from_db()
    assert aisha.archived_at is not None
    assert not Introduction.objects.of(workspace).exists()


def test_somebody_named_who_is_known_is_that_one(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    aisha = make_someone(workspace, "Aisha", "Khan", email="aisha.khan@tidewater.example")
    take(heard(thread), answer=Answer.REFERS, named=Named(name="A. Khan", email="Aisha.Khan@tidewater.example"))
    assert Person.objects.of(workspace).count() == 2
    assert Introduction.objects.of(workspace).get().introduced == aisha


def test_what_the_seeker_wrote_elsewhere_becomes_a_message_and_never_a_draft(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    own = heard(thread, kind=LetterKind.OWN, mail_id="own-1@seeker.example", reading={"to": ["d@x.example"]})
    assert letter_page(workspace, own.pk, NOW).proposal.kind is MessageKind.NUDGE
    entry = take(own, kind=MessageKind.NUDGE).entry
    assert entry
    assert (entry.state, entry.mail_id, entry.address) == ("sent", "own-1@seeker.example", "d@x.example")
    threads.undo_entry(workspace=workspace, message_id=entry.pk, now=NOW)
    assert timeline(thread) == [("first", "")]
    assert again(own).state == LetterState.OPEN


def test_a_letter_in_a_conversation_that_was_joined_counts_for_the_one_that_goes_on(workspace: Workspace) -> None:
    first = make_waiting(workspace, SENT)
    second = make_waiting(workspace, SENT + timedelta(hours=1), given="Dan", employer="")
    letter, other = heard(first, "1"), heard(second, "2")
    merge_persons(workspace=workspace, person_id=first.person_id, gone_id=second.person_id, now=NOW)
    going_on = Thread.objects.of(workspace).exclude(state="closed").get()
    assert {one.id for one in letters_of(workspace, going_on.pk, NOW)} == {letter.pk, other.pk}
    for one in (letter, other):
        assert letter_page(workspace, one.pk, NOW).thread_id == going_on.pk
    take(letter if going_on.pk == second.pk else other, answer=Answer.ACCEPTS)
    assert state(going_on) == "answered"


def test_parted_persons_have_their_own_letters_again(workspace: Workspace) -> None:
    first = make_waiting(workspace, SENT)
    second = make_waiting(workspace, SENT + timedelta(hours=1), given="Dan", employer="")
    letter, other = heard(first, "1"), heard(second, "2")
    merge_persons(workspace=workspace, person_id=first.person_id, gone_id=second.person_id, now=NOW)
    part_persons(workspace=workspace, merge_id=Merge.objects.of(workspace).get().pk, now=NOW)
    assert [one.id for one in letters_of(workspace, first.pk, NOW)] == [letter.pk]
    assert [one.id for one in letters_of(workspace, second.pk, NOW)] == [other.pk]


def test_who_is_erased_leaves_no_letter(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    heard(thread)
    remove_person(workspace=workspace, person_id=thread.person_id)
    assert not Letter.objects.of(workspace).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_open_letters_take_three_queries(workspace: Workspace, count: int, django_assert_num_queries: Any) -> None:
    for number in range(count):
        heard(make_waiting(workspace, SENT, given=f"Daniel{number}"), str(number))
    with django_assert_num_queries(3):
        assert len(open_letters(workspace, NOW)) == count


def test_a_stranger_reaches_no_letter(workspace: Workspace, stranger: User) -> None:
    letter = heard(make_waiting(workspace, SENT))
    assert stranger.workspace
    for act in (
        lambda: take_letter(workspace=stranger.workspace, letter_id=letter.pk, meant=Meant(), now=NOW),
        lambda: put_aside(workspace=stranger.workspace, letter_id=letter.pk),
        lambda: letter_page(stranger.workspace, letter.pk, NOW),
    ):
        with pytest.raises(Letter.DoesNotExist):
            act()
