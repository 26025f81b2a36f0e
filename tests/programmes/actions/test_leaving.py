"""Leaving: the programme keeps counts and nothing that says whose; the seeker keeps everything."""

from datetime import timedelta

import pytest

from askwell.accounts.models import User
from askwell.desk.actions.erase import erase_everything
from askwell.desk.queries.contents import contents
from askwell.interviews.models import Booking
from askwell.outreach.actions.mail.erasing import erase_over
from askwell.outreach.actions.mail.outbox import cancel_dispatch, queue_mail
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch
from askwell.programmes.actions.consenting import share
from askwell.programmes.actions.leaving import leave, leave_all, remove_seeker
from askwell.programmes.choices import ConsentItem, MatchState, OutcomeKind, ParticipantState, RoundState, Side
from askwell.programmes.models import (
    Consent,
    Feedback,
    Match,
    Outcome,
    Part,
    Participant,
    Programme,
    Round,
    Unmatched,
    Wish,
)
from tests.conftest import NOW
from tests.factories.people import make_person
from tests.factories.programmes import joined, make_insider
from tests.factories.talks import asked, booking_of

LATER = NOW + timedelta(days=3)
TOLD = {
    "native_name": "陈梅", "phone": "604-555-0100", "employer": "Harbour Foods", "note": "Calls on Mondays.",
    "answers": {"x": "Only on weekdays"},
}  # fmt: skip


@pytest.fixture
def row(programme: Programme) -> Participant:
    found, _user = joined(programme, **TOLD)
    return found


def fresh(row: Participant) -> Participant:
    return Participant.objects.of(row.workspace).get(pk=row.pk)


def matched(row: Participant, state: MatchState) -> Match:
    workspace = row.workspace
    number = Round.objects.of(workspace).count() + 1
    one = Round.objects.create(
        workspace=workspace, number=number, state=RoundState.SENT, week=NOW.date(), created_at=NOW
    )  # fmt: skip
    insider = make_insider(Programme.objects.of(workspace).get())
    facts = {"state": state, "field": "Accounting", "answer": "I know Mei.", "reason": {"topic": "licensing"}}
    match = Match.objects.create(workspace=workspace, round=one, participant=row, insider=insider, **facts)
    for side in Side:
        said = {"text": "Mei asked well.", "useful": 5, "may_tell": True, "given_at": NOW}
        Feedback.objects.create(workspace=workspace, match=match, side=side, **said)
    Wish.objects.create(workspace=workspace, round=one, participant=row, insider=insider, made_at=NOW)
    Unmatched.objects.create(workspace=workspace, round=one, participant=row)
    return match


def go(row: Participant) -> None:
    assert row.seeker_workspace
    leave(seeker=row.seeker_workspace, participant_id=row.pk, now=LATER)


def test_what_was_told_is_gone_and_only_number_and_dates_stay(row: Participant) -> None:
    go(row)

    kept = {
        field.name: getattr(fresh(row), field.attname)
        for field in Participant._meta.concrete_fields
        if getattr(fresh(row), field.attname) not in ("", None, [], {})
    }
    assert set(kept) == {
        "id", "workspace", "number", "state", "link_number", "page_language", "zone", "level", "wanted", "came_at",
        "active_at", "left_at", "version", "staff_version",
    }  # fmt: skip
    assert (kept["state"], kept["left_at"], kept["link_number"]) == (ParticipantState.LEFT, LATER, 2)


def test_nothing_says_any_more_where_they_took_part(row: Participant) -> None:
    assert list(Part.objects.values_list("seeker", "workspace")) == [(row.seeker_workspace_id, row.workspace_id)]

    go(row)

    assert not Part.objects.exists()


def test_consents_end_and_stay_written_down(row: Participant) -> None:
    assert row.seeker_workspace
    share(seeker=row.seeker_workspace, participant_id=row.pk, items=list(ConsentItem), now=NOW)

    go(row)

    ended = Consent.objects.of(row.workspace).values_list("withdrawn_at", flat=True)
    assert list(ended) == [LATER] * len(ConsentItem)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (MatchState.HELD, MatchState.HELD),
        (MatchState.MISSED, MatchState.MISSED),
        (MatchState.DECLINED, MatchState.DECLINED),
        (MatchState.AGREED, MatchState.CANCELLED),
        (MatchState.ASKED, MatchState.CANCELLED),
        (MatchState.WAITING, MatchState.CANCELLED),
    ],
)
def test_talks_stay_as_counts_of_nobody(row: Participant, before: MatchState, after: MatchState) -> None:
    match = matched(row, before)

    go(row)

    kept = Match.objects.of(row.workspace).get(pk=match.pk)
    assert (kept.participant_id, kept.thread_id, kept.reason, kept.answer) == (None, None, {}, "")
    assert (kept.state, kept.field, kept.insider_id) == (after, "Accounting", match.insider_id)
    assert set(Feedback.objects.of(row.workspace).values_list("text", "useful", "may_tell")) == {("", 5, False)}


def test_what_was_only_proposed_or_wished_goes(row: Participant) -> None:
    matched(row, MatchState.PROPOSED)

    go(row)

    left = [model.objects.of(row.workspace).count() for model in (Match, Wish, Unmatched)]
    assert left == [0, 0, 0]


def test_an_outcome_counts_on_without_a_name(row: Participant) -> None:
    facts = {"kind": OutcomeKind.JOB, "field": "Accounting", "happened_on": NOW.date(), "told_at": NOW}
    Outcome.objects.create(workspace=row.workspace, participant=row, **facts)

    go(row)

    kept = Outcome.objects.of(row.workspace).get()
    assert (kept.participant_id, kept.field) == (None, "Accounting")


def test_the_seekers_own_workspace_loses_nothing(row: Participant) -> None:
    assert row.seeker_workspace
    make_person(row.seeker_workspace, given="Rosa")
    before = contents(row.seeker_workspace, NOW)

    go(row)

    assert contents(row.seeker_workspace, NOW) == before


def test_the_page_of_a_talk_promises_nothing_in_the_programmes_name_any_more(programme: Programme) -> None:
    match = asked(programme)
    before = booking_of(match)
    go(match.participant)

    after = Booking.objects.of(before.workspace).get(pk=before.pk)
    assert (before.programme, after.programme) == (programme.name, "")
    assert (after.why, after.thread_id) == (before.why, before.thread_id)


def test_a_programme_that_lets_somebody_go_ends_it_the_same_way(row: Participant) -> None:
    remove_seeker(workspace=row.workspace, participant_id=row.pk, now=LATER)

    assert (fresh(row).state, fresh(row).name, fresh(row).seeker_workspace_id) == (ParticipantState.LEFT, "", None)


def test_nobody_leaves_for_somebody_else(row: Participant, stranger: User) -> None:
    assert stranger.workspace
    with pytest.raises(Participant.DoesNotExist):
        leave(seeker=stranger.workspace, participant_id=row.pk, now=LATER)
    leave_all(seeker=stranger.workspace, now=LATER)

    assert fresh(row).state == ParticipantState.ACTIVE


@pytest.mark.django_db(transaction=True)
def test_who_erases_everything_takes_part_no_more(row: Participant) -> None:
    assert row.seeker_workspace
    erase_everything(workspace=row.seeker_workspace, now=LATER)

    assert (fresh(row).state, fresh(row).seeker_workspace_id) == (ParticipantState.LEFT, None)


def test_they_may_come_back_as_somebody_new(row: Participant, programme: Programme) -> None:
    email, seeker = row.email, row.seeker_workspace
    go(row)

    again = Participant.objects.create(
        workspace=programme.workspace, number=2, seeker_workspace=seeker, email=email, name="Mei", came_at=LATER
    )  # fmt: skip
    assert again.pk != row.pk


def test_letters_to_their_insiders_name_them_no_more(row: Participant, mailbox: None) -> None:
    """But that a talk is called off is still said."""
    match = matched(row, MatchState.ASKED)
    told = {"to": match.insider.email, "to_name": "", "purpose": Purpose.PROGRAMME, "thread_id": None, "now": NOW}
    for subject, words in (("Old", f"{row.name} would like to hear"), ("Other", "Ivan Petrov would like to hear")):
        queue_mail(workspace=row.workspace, subject=subject, body=words, **told)
    Dispatch.objects.of(row.workspace).update(state=DispatchState.SENT)
    Match.objects.of(row.workspace).update(asked_at=NOW)

    go(row)

    left = Dispatch.objects.of(row.workspace)
    assert set(left.filter(state=DispatchState.SENT).values_list("subject", flat=True)) == {"Other"}
    assert left.filter(state=DispatchState.WAITING, to=match.insider.email).count() == 1
    left.filter(state=DispatchState.WAITING).update(state=DispatchState.SENT)
    assert erase_over(now=LATER) == 1  # once it has left, it goes
    assert set(left.values_list("subject", flat=True)) == {"Other"}


@pytest.mark.parametrize("put_away", [True, False])
def test_a_call_off_that_failed_stays_until_it_is_put_away_or_two_weeks_old(
    row: Participant, mailbox: None, put_away: bool
) -> None:
    match = matched(row, MatchState.ASKED)
    Match.objects.of(row.workspace).update(asked_at=NOW)
    go(row)
    letter = Dispatch.objects.of(row.workspace).get(to=match.insider.email)
    Dispatch.objects.of(row.workspace).update(state=DispatchState.FAILED)
    two_weeks = LATER + timedelta(days=14)

    assert erase_over(now=two_weeks - timedelta(minutes=1)) == 0
    if put_away:
        cancel_dispatch(workspace=row.workspace, dispatch_id=letter.pk)
    assert erase_over(now=LATER if put_away else two_weeks) == 1


def test_a_letter_that_went_to_an_earlier_address_goes_too(row: Participant, mailbox: None) -> None:
    told = {"to": "earlier@insider.example", "to_name": "", "purpose": Purpose.PROGRAMME, "thread_id": None, "now": NOW}
    queue_mail(workspace=row.workspace, subject="Old", body=f"{row.name} would like to hear", **told)
    Dispatch.objects.of(row.workspace).update(state=DispatchState.SENT)

    go(row)

    assert not Dispatch.objects.of(row.workspace).exists()


def test_letters_that_only_have_the_name_inside_other_words_stay(row: Participant, mailbox: None) -> None:
    told = {"to": "i@insider.example", "to_name": "Alicia", "purpose": Purpose.PROGRAMME, "thread_id": None, "now": NOW}
    for subject, words in (("About him", "Li would like to hear"), ("Other", "Linda’s list: Alicia likes it")):
        queue_mail(workspace=row.workspace, subject=subject, body=words, **told)
    Dispatch.objects.of(row.workspace).update(state=DispatchState.SENT)
    row.name = "Li"
    row.save()

    go(row)

    assert list(Dispatch.objects.of(row.workspace).values_list("subject", flat=True)) == ["Other"]


def test_whoever_shares_their_address_still_gets_their_letters(
    row: Participant, programme: Programme, mailbox: None
) -> None:
    make_insider(programme, "Ling Chen", email=row.email.upper())
    for name in (row.name, "Ling Chen"):
        told = {"to": row.email, "to_name": name, "purpose": Purpose.PROGRAMME, "thread_id": None, "now": NOW}
        queue_mail(workspace=row.workspace, subject=f"To {name}", body="An hour was found", **told)

    go(row)

    assert list(Dispatch.objects.of(row.workspace).values_list("subject", flat=True)) == ["To Ling Chen"]
