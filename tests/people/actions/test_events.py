"""Events: who was met there, and what the seeker owes them since."""

from datetime import date, datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions import duties
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.models import FollowUp
from askwell.people.actions import PersonDetails, UnreadableAddressError, edit_person, set_tie
from askwell.people.actions.events import (
    EventFacts,
    add_event,
    edit_event,
    meet_at_event,
    remove_event,
    restore_event,
    unmeet,
)
from askwell.people.actions.merging import merge_persons
from askwell.people.models import Encounter, Event, Person, Tie
from tests.factories.outreach import hours, send
from tests.factories.people import make_person

WEDNESDAY = date(2026, 11, 25)


def make_event(workspace: Workspace, now: datetime, held_on: date = WEDNESDAY, name: str = "Port evening") -> Event:
    return add_event(workspace=workspace, facts=EventFacts(name, held_on), now=now)


def met(event: Event, person: Person, now: datetime) -> Encounter:
    return meet_at_event(workspace=event.workspace, event_id=event.pk, person_id=person.pk, note="", now=now)


def due_days(workspace: Workspace) -> list[tuple[str, date, bool]]:
    """Kind, last day to do it in Vancouver, and whether it is open still."""
    rows = FollowUp.objects.of(workspace).filter(thread=None)
    return [(row.kind, (row.due_at - timedelta(hours=9)).date(), not (row.done_at or row.dismissed_at)) for row in rows]


def ties(workspace: Workspace) -> list[tuple[str, str]]:
    return list(Tie.objects.of(workspace).values_list("kind", "how_met"))


def of_vancouver(workspace: Workspace, **facts: object) -> Person:
    return make_person(workspace, place="Vancouver", time_zone="America/Vancouver", **facts)


class TestWhoWasMet:
    def test_who_had_no_tie_is_tied_by_the_event(self, workspace: Workspace, now: datetime) -> None:
        met(make_event(workspace, now), of_vancouver(workspace), now)

        assert list(Tie.objects.of(workspace).values_list("kind", "how_met")) == [("met_at_event", "Port evening")]

    def test_a_tie_that_is_there_stays_alone(self, workspace: Workspace, now: datetime) -> None:
        encounter = met(make_event(workspace, now), of_vancouver(workspace, tie_kind="friend"), now)
        assert list(Tie.objects.of(workspace).values_list("kind", flat=True)) == ["friend"]
        unmeet(workspace=workspace, encounter_id=encounter.pk, now=now)
        assert list(Tie.objects.of(workspace).values_list("kind", flat=True)) == ["friend"]

    def test_taken_back_neither_tie_nor_duty_is_left(self, workspace: Workspace, now: datetime) -> None:
        encounter = met(make_event(workspace, now), of_vancouver(workspace), now)
        unmeet(workspace=workspace, encounter_id=encounter.pk, now=now)

        assert (Tie.objects.of(workspace).count(), due_days(workspace), Encounter.objects.of(workspace).count()) == (
            0, [], 0,
        )  # fmt: skip

    def test_the_tie_of_an_event_of_the_same_name_stays(self, workspace: Workspace, now: datetime) -> None:
        person = of_vancouver(workspace)
        met(make_event(workspace, now, WEDNESDAY - timedelta(days=30), "Meetup"), person, now)
        again = met(make_event(workspace, now, name="Meetup"), person, now)
        unmeet(workspace=workspace, encounter_id=again.pk, now=now)

        assert ties(workspace) == [("met_at_event", "Meetup")]

    def test_a_tie_says_where_else_they_were_met_when_that_is_left(self, workspace: Workspace, now: datetime) -> None:
        person = of_vancouver(workspace)
        first = met(make_event(workspace, now, name="One"), person, now)
        second = met(make_event(workspace, now, name="Two"), person, now)
        unmeet(workspace=workspace, encounter_id=first.pk, now=now)
        assert ties(workspace) == [("met_at_event", "Two")]
        unmeet(workspace=workspace, encounter_id=second.pk, now=now)

        assert ties(workspace) == []

    def test_a_tie_that_was_said_by_hand_stays(self, workspace: Workspace, now: datetime) -> None:
        person = of_vancouver(workspace)
        encounter = met(make_event(workspace, now), person, now)
        set_tie(
            workspace=workspace, person_id=person.pk, kind="met_at_event", strength=1, how_met="Port evening", now=now
        )
        unmeet(workspace=workspace, encounter_id=encounter.pk, now=now)

        assert ties(workspace) == [("met_at_event", "Port evening")]

    def test_a_renamed_event_renames_its_ties_and_takes_them_back(self, workspace: Workspace, now: datetime) -> None:
        event = make_event(workspace, now)
        encounter = met(event, of_vancouver(workspace), now)
        facts = EventFacts("Harbour evening", WEDNESDAY)
        edit_event(workspace=workspace, event_id=event.pk, facts=facts, now=now)
        assert ties(workspace) == [("met_at_event", "Harbour evening")]
        unmeet(workspace=workspace, encounter_id=encounter.pk, now=now)

        assert ties(workspace) == []

    def test_a_stranger_is_nobody_to_meet(self, workspace: Workspace, stranger: User, now: datetime) -> None:
        assert stranger.workspace
        with pytest.raises(Person.DoesNotExist):
            met(make_event(workspace, now), make_person(stranger.workspace), now)

    @pytest.mark.parametrize(
        ("name", "link", "error"), [("  ", "", ValueError), ("A", "no link", UnreadableAddressError)]
    )
    def test_an_event_needs_a_name_and_a_link_that_is_one(
        self, workspace: Workspace, now: datetime, name: str, link: str, error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            add_event(workspace=workspace, facts=EventFacts(name, WEDNESDAY, link=link), now=now)


class TestGreeting:
    def test_it_is_due_two_business_days_after(self, workspace: Workspace, now: datetime) -> None:
        met(make_event(workspace, now), of_vancouver(workspace), now)

        assert due_days(workspace) == [("greet", date(2026, 11, 27), True)]

    def test_a_weekend_does_not_count(self, workspace: Workspace, now: datetime) -> None:
        met(make_event(workspace, now, date(2026, 11, 20)), of_vancouver(workspace), now)

        assert due_days(workspace) == [("greet", date(2026, 11, 24), True)]

    def test_an_event_of_long_ago_asks_for_nothing(self, workspace: Workspace, now: datetime) -> None:
        met(make_event(workspace, now, WEDNESDAY - timedelta(days=40)), of_vancouver(workspace), now)

        assert due_days(workspace) == []

    def test_a_message_does_it_and_taking_that_back_asks_again(self, workspace: Workspace, now: datetime) -> None:
        person = of_vancouver(workspace)
        met(make_event(workspace, now), person, now)
        message = send(person, now + hours(2))
        assert due_days(workspace) == [("greet", date(2026, 11, 27), False)]
        undo_entry(workspace=workspace, message_id=message.pk, now=now + hours(3))

        assert due_days(workspace) == [("greet", date(2026, 11, 27), True)]

    def test_what_was_ticked_off_by_hand_stays_so(self, workspace: Workspace, now: datetime) -> None:
        person = of_vancouver(workspace)
        met(make_event(workspace, now), person, now)
        duties.done(workspace=workspace, follow_up_id=FollowUp.objects.of(workspace).get().pk, now=now)
        message = send(person, now + hours(2))
        undo_entry(workspace=workspace, message_id=message.pk, now=now + hours(3))

        assert due_days(workspace) == [("greet", date(2026, 11, 27), False)]

    def test_dismissed_and_reopened(self, workspace: Workspace, now: datetime) -> None:
        met(make_event(workspace, now), of_vancouver(workspace), now)
        duty = FollowUp.objects.of(workspace).get()
        duties.dismiss(workspace=workspace, follow_up_id=duty.pk, now=now)
        assert due_days(workspace)[0][2] is False
        duties.reopen(workspace=workspace, follow_up_id=duty.pk, now=now)

        assert due_days(workspace)[0][2] is True

    def test_two_events_bring_one_duty_after_the_later(self, workspace: Workspace, now: datetime) -> None:
        person = of_vancouver(workspace)
        met(make_event(workspace, now), person, now)
        met(make_event(workspace, now, WEDNESDAY - timedelta(days=2), "Earlier"), person, now)

        assert due_days(workspace) == [("greet", date(2026, 11, 27), True)]

    def test_taken_back_the_later_one_leaves_the_earlier_ones(self, workspace: Workspace, now: datetime) -> None:
        person = of_vancouver(workspace)
        met(make_event(workspace, now, WEDNESDAY - timedelta(days=2), "Earlier"), person, now)
        later = met(make_event(workspace, now), person, now)
        unmeet(workspace=workspace, encounter_id=later.pk, now=now)
        assert due_days(workspace) == [("greet", date(2026, 11, 25), True)]
        assert FollowUp.objects.of(workspace).get().facts["event"] == "Earlier"

    def test_an_event_off_the_list_leaves_the_greeting_of_the_earlier_one(
        self, workspace: Workspace, now: datetime
    ) -> None:
        person, event = of_vancouver(workspace), make_event(workspace, now)
        met(make_event(workspace, now, WEDNESDAY - timedelta(days=2), "Earlier"), person, now)
        met(event, person, now)
        remove_event(workspace=workspace, event_id=event.pk, now=now)
        assert due_days(workspace) == [("greet", date(2026, 11, 25), True)]
        restore_event(workspace=workspace, event_id=event.pk, now=now)

        assert due_days(workspace) == [("greet", date(2026, 11, 27), True)]

    def test_a_greeting_ticked_off_stays_so_while_its_event_is_off_the_list(
        self, workspace: Workspace, now: datetime
    ) -> None:
        event = make_event(workspace, now)
        met(event, of_vancouver(workspace), now)
        duties.done(workspace=workspace, follow_up_id=FollowUp.objects.of(workspace).get().pk, now=now)
        remove_event(workspace=workspace, event_id=event.pk, now=now)
        restore_event(workspace=workspace, event_id=event.pk, now=now)

        assert due_days(workspace) == [("greet", date(2026, 11, 27), False)]

    def test_an_event_off_the_list_that_is_edited_asks_for_nothing(self, workspace: Workspace, now: datetime) -> None:
        event = make_event(workspace, now)
        met(event, of_vancouver(workspace), now)
        remove_event(workspace=workspace, event_id=event.pk, now=now)
        edit_event(workspace=workspace, event_id=event.pk, facts=EventFacts("Other", WEDNESDAY), now=now)

        assert due_days(workspace) == []

    def test_who_was_greeted_is_not_greeted_for_the_earlier_one(self, workspace: Workspace, now: datetime) -> None:
        person = of_vancouver(workspace)
        met(make_event(workspace, now, WEDNESDAY - timedelta(days=2), "Earlier"), person, now)
        later = met(make_event(workspace, now), person, now)
        duties.done(workspace=workspace, follow_up_id=FollowUp.objects.of(workspace).get().pk, now=now)
        unmeet(workspace=workspace, encounter_id=later.pk, now=now)

        assert due_days(workspace) == [("greet", date(2026, 11, 25), False)]

    def test_moved_before_the_other_event_it_no_longer_counts(self, workspace: Workspace, now: datetime) -> None:
        person, moved = of_vancouver(workspace), make_event(workspace, now)
        met(make_event(workspace, now, WEDNESDAY - timedelta(days=2), "Other"), person, now)
        met(moved, person, now)
        facts = EventFacts("Port evening", WEDNESDAY - timedelta(days=5))
        edit_event(workspace=workspace, event_id=moved.pk, facts=facts, now=now)

        assert [row.facts["event"] for row in FollowUp.objects.of(workspace)] == ["Other"]

    def test_a_greeting_of_long_ago_stays_done_when_they_are_met_again(
        self, workspace: Workspace, now: datetime
    ) -> None:
        person = of_vancouver(workspace)
        met(make_event(workspace, now), person, now)
        duties.done(workspace=workspace, follow_up_id=FollowUp.objects.of(workspace).get().pk, now=now)
        later = now + timedelta(days=60)
        met(make_event(workspace, later, later.date(), "Later"), person, later)

        states = {row.facts["event"]: bool(row.done_at) for row in FollowUp.objects.of(workspace)}
        assert states == {"Port evening": True, "Later": False}

    def test_another_day_of_the_event_moves_it(self, workspace: Workspace, now: datetime) -> None:
        event = make_event(workspace, now)
        met(event, of_vancouver(workspace), now)
        facts = EventFacts("Port evening", WEDNESDAY - timedelta(days=2))
        edit_event(workspace=workspace, event_id=event.pk, facts=facts, now=now)

        assert due_days(workspace) == [("greet", date(2026, 11, 25), True)]

    def test_an_event_off_the_list_asks_for_nothing_and_back_on_it_does(
        self, workspace: Workspace, now: datetime
    ) -> None:
        event = make_event(workspace, now)
        met(event, of_vancouver(workspace), now)
        remove_event(workspace=workspace, event_id=event.pk, now=now)
        assert (due_days(workspace), Encounter.objects.of(workspace).count()) == ([], 1)
        restore_event(workspace=workspace, event_id=event.pk, now=now)

        assert due_days(workspace) == [("greet", date(2026, 11, 27), True)]

    def test_two_who_become_one_owe_one_greeting(self, workspace: Workspace, now: datetime) -> None:
        one, other, event = of_vancouver(workspace), of_vancouver(workspace), make_event(workspace, now)
        met(event, one, now)
        met(event, other, now)
        merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)

        assert due_days(workspace) == [("greet", date(2026, 11, 27), True)]

    def test_where_they_live_decides_on_the_day(self, workspace: Workspace, now: datetime) -> None:
        """Friday 25 December is a holiday in Canada and none in China."""
        person = of_vancouver(workspace)
        met(make_event(workspace, now, date(2026, 12, 23)), person, now)
        assert due_days(workspace) == [("greet", date(2026, 12, 28), True)]
        moved = PersonDetails(given="Priya", family="Nair", place="上海", time_zone="Asia/Shanghai")
        person.refresh_from_db()
        edit_person(workspace=workspace, person_id=person.pk, version=person.version, details=moved, now=now)

        assert [row.due_at.isoformat() for row in FollowUp.objects.of(workspace)] == ["2026-12-25T16:00:00+00:00"]
