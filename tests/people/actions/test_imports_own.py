"""An export of ours that comes back: wishes, whereabouts, and what was changed by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.choices import ThreadState
from askwell.outreach.models import FollowUp, Thread
from askwell.people.actions.events import EventFacts, add_event, meet_at_event
from askwell.people.actions.imports import decide, reopen, start_undoing, undo_import
from askwell.people.choices import Decision
from askwell.people.models import ContactPoint, ImportRow, Note, Person, Role, StoppedAddress
from tests.factories.outreach import make_waiting
from tests.factories.people import clock_at, import_file, make_person
from tests.factories.vcards import own_card

EMAIL = "EMAIL:min@cedar.example"
STOPPED = {
    "stopped": "2026-11-01T08:00:00+01:00", "stopped_why": "Please don’t",
    "points": [["email", "min@cedar.example", "card", "", ""]],
}  # fmt: skip


class TestNotToBeContacted:
    def test_who_is_there_already_is_stopped_by_the_file(self, workspace: Workspace, now: datetime) -> None:
        thread = make_waiting(workspace, now - timedelta(days=2), given="Min", family="Zhou", email="min@cedar.example")
        import_file(workspace, own_card(STOPPED, EMAIL), "a.vcf")

        person = Person.objects.of(workspace).get()
        assert (person.do_not_contact_at, person.do_not_contact_why) == (
            datetime(2026, 11, 1, 7, tzinfo=UTC), "Please don’t",
        )  # fmt: skip
        assert StoppedAddress.objects.of(workspace).count() == 2  # the mailbox, and the name at the employer
        assert Thread.objects.of(workspace).get(pk=thread.pk).state == ThreadState.CLOSED

    def test_who_asked_here_keeps_their_own_words(self, workspace: Workspace, now: datetime) -> None:
        import_file(workspace, own_card(STOPPED, EMAIL), "a.vcf")
        import_file(workspace, own_card({**STOPPED, "stopped_why": "Later"}, EMAIL), "b.vcf")

        assert Person.objects.of(workspace).get().do_not_contact_why == "Please don’t"

    def test_it_stays_when_the_import_is_taken_back(self, workspace: Workspace, now: datetime) -> None:
        person = make_person(workspace, given="Min", family="Zhou", emails=["min@cedar.example"])
        row = import_file(workspace, own_card(STOPPED, EMAIL), "a.vcf")
        start_undoing(workspace=workspace, import_id=row.pk, now=now)
        undo_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))

        person.refresh_from_db()
        assert person.do_not_contact_at == datetime(2026, 11, 1, 7, tzinfo=UTC)

    def test_a_file_that_says_nothing_of_it_frees_nobody(self, workspace: Workspace, now: datetime) -> None:
        import_file(workspace, own_card(STOPPED, EMAIL), "a.vcf")
        import_file(workspace, own_card({}, EMAIL), "b.vcf")

        assert Person.objects.of(workspace).get().do_not_contact_at is not None


class TestWhereabouts:
    """A place that a file fills in counts like one that was typed."""

    FILE = b"First Name,Last Name,Email Address,Location\nMin,Zhou,min@cedar.example,Shanghai\n"

    def test_a_place_brings_its_region_and_moves_the_dates(self, workspace: Workspace, now: datetime) -> None:
        """Friday 25 December is a holiday in Canada and none in China."""
        person = make_person(workspace, given="Min", family="Zhou", emails=["min@cedar.example"])
        event = add_event(workspace=workspace, facts=EventFacts("Fair", date(2026, 12, 23)), now=now)
        meet_at_event(workspace=workspace, event_id=event.pk, person_id=person.pk, note="", now=now)
        at_first = FollowUp.objects.of(workspace).get().due_at
        row = import_file(workspace, self.FILE, "x.csv")

        person.refresh_from_db()
        assert (person.place, person.region) == ("Shanghai", "CN")
        assert FollowUp.objects.of(workspace).get().due_at.date() == date(2026, 12, 26), "the night after Friday"
        start_undoing(workspace=workspace, import_id=row.pk, now=now)
        undo_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
        person.refresh_from_db()
        assert (person.place, person.region, FollowUp.objects.of(workspace).get().due_at) == ("", "", at_first)

    def test_our_own_export_brings_the_clock_with_the_place(self, workspace: Workspace, now: datetime) -> None:
        person = make_person(workspace, given="Min", family="Zhou", emails=["min@cedar.example"])
        facts = {"place": "Vancouver", "time_zone": "America/Vancouver", "points": STOPPED["points"]}
        import_file(workspace, own_card(facts, EMAIL, "ADR:;;;Vancouver;;;"), "a.vcf")

        person.refresh_from_db()
        assert (person.place, person.region, person.time_zone) == ("Vancouver", "CA-BC", "America/Vancouver")

    @pytest.mark.parametrize(
        ("known", "kept"),
        [({"place": "Shanghai"}, ("Shanghai", "")), ({"time_zone": "Asia/Shanghai"}, ("Vancouver", "Asia/Shanghai"))],
    )
    def test_a_known_place_or_clock_is_not_mixed_with_another(
        self, workspace: Workspace, now: datetime, known: dict[str, str], kept: tuple[str, str]
    ) -> None:
        person = make_person(workspace, given="Min", family="Zhou", emails=["min@cedar.example"], **known)
        facts = {"place": "Vancouver", "time_zone": "America/Vancouver", "points": STOPPED["points"]}
        import_file(workspace, own_card(facts, EMAIL, "ADR:;;;Vancouver;;;"), "a.vcf")

        person.refresh_from_db()
        assert (person.place, person.time_zone) == kept

    def test_an_answer_taken_back_takes_the_region_back(self, workspace: Workspace, now: datetime) -> None:
        person = make_person(workspace, given="Min", family="Zhou", organisation="Cedar Foods")
        import_file(workspace, b"First Name,Last Name,Email Address,Location\nMin,Zhou,mz@pine.example,Shanghai\n", "x")
        pair = ImportRow.objects.of(workspace).get(outcome="likely")
        decide(workspace=workspace, row_id=pair.pk, decision=Decision.SAME, now=now)
        person.refresh_from_db()
        assert person.region == "CN"
        reopen(workspace=workspace, row_id=pair.pk, now=now)

        person.refresh_from_db()
        assert (person.place, person.region) == ("", "")


class TestChangedByHand:
    """What somebody changed in an export counts, however alike it looks."""

    def test_an_address_of_the_same_letters_is_another(self, workspace: Workspace, now: datetime) -> None:
        wrote = {"points": [["email", "nim@cedar.example", "card", "", ""]]}
        import_file(workspace, own_card(wrote, EMAIL), "a.vcf")

        assert list(ContactPoint.objects.of(workspace).values_list("value", flat=True)) == ["min@cedar.example"]

    def test_two_addresses_that_changed_their_names_are_others(self, workspace: Workspace, now: datetime) -> None:
        wrote = [["email", "min@pine.example", "card", "", ""], ["email", "nim@cedar.example", "card", "", ""]]
        import_file(workspace, own_card({"points": wrote}, EMAIL, "EMAIL:nim@pine.example"), "a.vcf")

        points = ContactPoint.objects.of(workspace).order_by("value").values_list("value", "obtained")
        assert list(points) == [("min@cedar.example", "vcard"), ("nim@pine.example", "vcard")]

    def test_an_address_in_another_order_or_another_hand_is_the_same(self, workspace: Workspace, now: datetime) -> None:
        wrote = [["email", "a@x.example", "card", "", ""], ["email", "b@x.example", "referred", "", "Ann"]]
        phone = [["phone", "+16045550111", "card", "", ""]]
        lines = ("EMAIL:b@x.example", "EMAIL:A@x.example", "TEL:(604) 555-0111")
        import_file(workspace, own_card({"points": wrote + phone}, *lines), "a.vcf")

        points = ContactPoint.objects.of(workspace).order_by("value").values_list("value", "obtained")
        assert list(points) == [("+16045550111", "card"), ("a@x.example", "card"), ("b@x.example", "referred")]

    def test_title_and_employer_that_were_put_right_count(self, workspace: Workspace, now: datetime) -> None:
        wrote = {"roles": [["Cedar Foods", "Buyer", "2020-01-01", "", True]]}
        import_file(workspace, own_card(wrote, "TITLE:Buyer", "ORG:Cedar Foods"), "a.vcf")

        roles = Role.objects.of(workspace).values_list("title", "organisation__name")
        assert list(roles) == [("Buyer", "Cedar Foods")]

    @pytest.mark.parametrize(("given", "family"), [("Zhou", "Min"), ("Nim", "Zhou")])
    def test_a_name_that_was_put_right_counts(
        self, workspace: Workspace, now: datetime, given: str, family: str
    ) -> None:
        import_file(workspace, own_card({"given": given, "family": family}, EMAIL), "a.vcf")

        person = Person.objects.of(workspace).get()
        assert (person.given_name, person.family_name) == ("Min", "Zhou")

    def test_a_note_whose_words_changed_places_is_another(self, workspace: Workspace, now: datetime) -> None:
        import_file(workspace, own_card({"notes": [["good, not bad", ""]]}, "NOTE:bad\\, not good"), "a.vcf")

        assert Note.objects.of(workspace).get().text == "bad, not good"
