"""Cards from a pocket: received, read in the worker, confirmed, and every way back."""

import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PIL import Image

from askwell.accounts.models import User, Workspace
from askwell.desk.actions.many import tag_people
from askwell.outreach.models import FollowUp
from askwell.people.actions import (
    FirstFacts,
    PersonDetails,
    decide_pair,
    open_pair,
    remove_person,
    stop_contacting,
    write_note,
)
from askwell.people.actions.events import EventFacts, add_event, meet_at_event
from askwell.people.actions.scans import (
    CardInUseError,
    CardStateError,
    NoPictureError,
    PicturesTooLargeError,
    TooManyPicturesError,
    bring_back_card,
    confirm_card,
    discard_forgotten_cards,
    leave_out_card,
    left_unread,
    read_again,
    read_scans,
    receive_cards,
    replace_picture,
    take_back_card,
    turn_picture,
)
from askwell.people.actions.scans.receiving import LARGEST_TOGETHER
from askwell.people.choices import Decision, ScanState
from askwell.people.models import (
    CardPicture,
    CardScan,
    ContactPoint,
    Encounter,
    Note,
    Person,
    Role,
    StoppedAddress,
    Tie,
)
from askwell.protocols.pictures import MOST_BYTES
from tests.factories.cards import JPEG, Told, read, receive, seen
from tests.factories.people import make_person

LATER = timedelta(minutes=5)


def states(workspace: Workspace) -> list[tuple[str, str]]:
    return list(CardScan.objects.of(workspace).order_by("position").values_list("state", "error"))


def confirm(scan: CardScan, now: datetime, person: Person | None = None, **facts: Any) -> Person:
    details = PersonDetails(given="Sofia", family="Marchetti", place="Vancouver")
    known = {"emails": ["sofia.marchetti@lanternbay.example"], "title": "Buyer", "organisation": "Lantern Bay"}
    return confirm_card(
        workspace=scan.workspace, scan_id=scan.pk, details=details, facts=FirstFacts(**{**known, "obtained": "card"}),
        person_id=person.pk if person else None, event_id=facts.get("event_id"), now=now,
    )  # fmt: skip


class TestReceiving:
    def test_each_picture_is_a_card_in_the_order_they_came(self, workspace: Workspace, now: datetime) -> None:
        scans = receive(workspace, b"one", b"two", b"three", now=now)

        assert [(scan.position, scan.filename, scan.state) for scan in scans] == [
            (1, "1.jpg", "reading"), (2, "2.jpg", "reading"), (3, "3.jpg", "reading"),
        ]  # fmt: skip
        assert len({scan.batch for scan in scans}) == 1

    def test_two_pictures_are_front_and_back_and_a_last_one_stands_alone(
        self, workspace: Workspace, now: datetime
    ) -> None:
        scans = receive(workspace, b"one", b"two", b"three", now=now, paired=True)

        sides = CardPicture.objects.of(workspace).order_by("scan__position", "side").values_list("scan", "side", "data")
        assert [(scan, side, bytes(data)) for scan, side, data in sides] == [
            (scans[0].pk, 0, b"one"), (scans[0].pk, 1, b"two"), (scans[1].pk, 0, b"three"),
        ]  # fmt: skip

    def test_one_that_is_too_large_is_refused_and_the_others_wait(self, workspace: Workspace, now: datetime) -> None:
        receive(workspace, b"x" * (MOST_BYTES + 1), b"fine", now=now)

        assert states(workspace) == [("refused", "too_many_bytes"), ("reading", "")]
        assert CardPicture.objects.of(workspace).count() == 1

    @pytest.mark.parametrize(
        ("pictures", "error"),
        [
            ([], NoPictureError), ([b"x"] * 41, TooManyPicturesError),
            ([b"x" * (LARGEST_TOGETHER // 4)] * 5, PicturesTooLargeError),
        ],
        ids=["none", "41", "125 MB"],
    )  # fmt: skip
    def test_more_than_a_worker_should_be_given_is_refused_whole(
        self, workspace: Workspace, now: datetime, pictures: list[bytes], error: type[Exception]
    ) -> None:
        uploads = [("card.jpg", data) for data in pictures]
        with pytest.raises(error):
            receive_cards(workspace=workspace, uploads=uploads, paired=False, event_id=None, now=now)
        assert not CardScan.objects.of(workspace).exists()


class TestReading:
    def test_the_cleaned_picture_takes_the_place_of_the_one_that_came(
        self, workspace: Workspace, now: datetime
    ) -> None:
        (scan,) = read(workspace, b"with metadata", now=now)

        picture = CardPicture.objects.of(workspace).get()
        assert (scan.state, bytes(picture.data), picture.width, picture.height) == ("ready", JPEG, 1000, 600)
        assert scan.fields["emails"][0]["value"] == "sofia.marchetti@lanternbay.example"
        assert scan.lines[0]["text"] == "Sofia Marchetti"

    def test_a_bad_one_says_why_is_not_kept_and_the_rest_goes_on(self, workspace: Workspace, now: datetime) -> None:
        read(workspace, b"bomb", b"good", now=now, answers={b"bomb": "too_many_pixels"})

        assert states(workspace) == [("refused", "too_many_pixels"), ("ready", "")]
        assert CardPicture.objects.of(workspace).filter(scan__position=1).count() == 0

    @pytest.mark.parametrize(
        ("answer", "error"), [(seen(), "nothing_read"), (seen(text_read=False), "text_recognition_missing")]
    )
    def test_a_picture_on_which_nothing_could_be_read_can_be_typed_in(
        self, workspace: Workspace, now: datetime, answer: Any, error: str
    ) -> None:
        (scan,) = read(workspace, b"one", now=now, answers={b"one": answer})

        assert (scan.state, scan.error, scan.fields) == ("ready", error, {})
        assert bytes(CardPicture.objects.of(workspace).get().data) == JPEG

    def test_a_bad_back_does_not_spoil_a_good_front(self, workspace: Workspace, now: datetime) -> None:
        scans = receive(workspace, b"front", b"back", now=now, paired=True)
        read_scans(
            workspace=workspace, batch=scans[0].batch, clock=lambda: now, reader=Told({b"back": "pdf"})
        )  # fmt: skip

        assert states(workspace) == [("ready", "pdf")]
        assert CardPicture.objects.of(workspace).get().side == 0

    def test_reading_twice_reads_once(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = receive(workspace, b"one", now=now)
        again = Told()

        assert read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now, reader=Told()) == 1
        assert read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now, reader=again) == 0
        assert again.looked == []

    def test_a_card_that_another_worker_is_at_is_left_to_it(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = receive(workspace, b"one", now=now)
        CardScan.objects.of(workspace).update(tries=1)

        assert read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now, reader=Told()) == 0
        assert read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now + LATER, reader=Told()) == 1

    def test_a_picture_that_kills_workers_is_refused_the_third_time(self, workspace: Workspace, now: datetime) -> None:
        class Killed(BaseException):
            """As when the worker is no more."""

        class Killing(Told):
            def look(self, data: bytes, turn: int = 0) -> Any:
                raise Killed

        (scan,) = receive(workspace, b"one", now=now)
        for turn in (1, 2):
            at = now + turn * LATER
            with pytest.raises(Killed):
                read_scans(workspace=workspace, batch=scan.batch, clock=lambda at=at: at, reader=Killing())
        assert left_unread(now=now + 3 * LATER) == [(workspace.pk, scan.batch)]
        read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now + 3 * LATER, reader=Killing())

        assert states(workspace) == [("refused", "crashed")]
        assert not CardPicture.objects.of(workspace).exists()

    def test_the_sweep_finds_what_waits_for_three_minutes(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = receive(workspace, b"one", now=now)

        assert left_unread(now=now + timedelta(minutes=2)) == []
        assert left_unread(now=now + LATER) == [(workspace.pk, scan.batch)]

    def test_what_was_left_out_or_refused_goes_after_a_week_and_what_waits_after_four(
        self, workspace: Workspace, now: datetime
    ) -> None:
        scans = read(workspace, b"bad", b"out", b"kept", b"waits", now=now, answers={b"bad": "svg"})
        leave_out_card(workspace=workspace, scan_id=scans[1].pk, now=now)
        confirm(scans[2], now)

        assert discard_forgotten_cards(now=now + timedelta(days=6)) == 0
        assert discard_forgotten_cards(now=now + timedelta(days=8)) == 2
        assert states(workspace) == [("kept", ""), ("ready", "")]
        assert discard_forgotten_cards(now=now + timedelta(days=27)) == 0
        assert discard_forgotten_cards(now=now + timedelta(days=29)) == 1
        assert states(workspace) == [("kept", "")]


class TestTurning:
    def test_a_turned_picture_is_read_as_it_was_turned(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        picture = CardPicture.objects.of(workspace).get()
        reader = Told()
        turn_picture(workspace=workspace, picture_id=picture.pk, now=now)
        read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now, reader=reader)

        assert reader.looked == [(JPEG, 90)]
        picture.refresh_from_db()
        assert (picture.turn, states(workspace)) == (0, [("ready", "")])

    def test_the_worker_turns_the_pixels(self, workspace: Workspace, now: datetime) -> None:
        out = io.BytesIO()
        Image.new("RGB", (400, 240), "white").save(out, "PNG")
        (scan,) = receive(workspace, out.getvalue(), now=now)
        CardPicture.objects.of(workspace).update(turn=90)
        read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now)

        picture = CardPicture.objects.of(workspace).get()
        assert Image.open(io.BytesIO(bytes(picture.data))).size == (240, 400) == (picture.width, picture.height)

    def test_another_photo_and_a_back_are_read_with_the_rest(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"blurred", now=now, answers={b"blurred": seen()})
        reader = Told()
        replace_picture(workspace=workspace, scan_id=scan.pk, side=0, upload=("again.jpg", b"sharp"), now=now)
        read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now, reader=Told())
        replace_picture(workspace=workspace, scan_id=scan.pk, side=1, upload=("back.jpg", b"back"), now=now)
        read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now, reader=reader)

        assert reader.looked == [(JPEG, 0), (b"back", 0)]
        assert states(workspace) == [("ready", "")]

    def test_a_kept_card_is_not_read_again(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        confirm(scan, now)
        with pytest.raises(CardStateError):
            read_again(workspace=workspace, scan_id=scan.pk, now=now)


class TestConfirming:
    def test_a_new_person_knows_that_the_card_brought_them(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        person = confirm(scan, now)

        scan.refresh_from_db()
        assert (scan.state, scan.person_id, person.obtained) == ("kept", person.pk, "card")
        assert ContactPoint.objects.of(workspace).get(person=person).obtained == "card"

    def test_saving_twice_makes_one_person(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        confirm(scan, now)
        with pytest.raises(CardStateError):
            confirm(scan, now)
        assert Person.objects.of(workspace).count() == 1

    def test_taken_back_nobody_is_left_and_the_card_waits_again(self, workspace: Workspace, now: datetime) -> None:
        event = add_event(workspace=workspace, facts=EventFacts("Port careers evening", now.date()), now=now)
        (scan,) = read(workspace, b"one", now=now)
        confirm(scan, now, event_id=event.pk)
        assert Encounter.objects.of(workspace).count() == 1
        take_back_card(workspace=workspace, scan_id=scan.pk, now=now)

        assert states(workspace) == [("ready", "")]
        assert (Person.objects.of(workspace).count(), CardPicture.objects.of(workspace).count()) == (0, 1)

    def test_somebody_who_was_noted_since_is_not_taken_back(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        person = confirm(scan, now)
        write_note(workspace=workspace, person_id=person.pk, text="Likes tea.", now=now)
        with pytest.raises(CardInUseError):
            take_back_card(workspace=workspace, scan_id=scan.pk, now=now)
        assert states(workspace) == [("kept", "")]

    def test_somebody_who_was_tagged_or_told_from_another_since_is_not_taken_back(
        self, workspace: Workspace, now: datetime
    ) -> None:
        (tagged, told) = read(workspace, b"one", b"two", now=now)
        tag_people(workspace=workspace, person_ids=[confirm(tagged, now).pk], name="dear")
        one, other = confirm(told, now), make_person(workspace, given="Sofia")
        pair = open_pair(workspace=workspace, one_id=one.pk, other_id=other.pk, now=now)
        decide_pair(workspace=workspace, pair_id=pair.pk, decision=Decision.DIFFERENT, now=now)
        for scan in (tagged, told):
            with pytest.raises(CardInUseError):
                take_back_card(workspace=workspace, scan_id=scan.pk, now=now)

    def test_taken_back_from_who_asked_to_be_left_alone_its_address_is_anybodys(
        self, workspace: Workspace, now: datetime
    ) -> None:
        asked = make_person(workspace, given="Min", family="Zhou", emails=["min@x.example"])
        stop_contacting(workspace=workspace, person_id=asked.pk, why="", now=now)
        before = set(StoppedAddress.objects.of(workspace).values_list("digest", flat=True))
        (scan,) = read(workspace, b"one", now=now)
        confirm(scan, now + LATER, asked)
        take_back_card(workspace=workspace, scan_id=scan.pk, now=now + LATER)

        assert set(StoppedAddress.objects.of(workspace).values_list("digest", flat=True)) == before
        assert confirm(scan, now).do_not_contact_at is None

    def test_added_to_somebody_their_own_facts_win_and_undo_leaves_them_as_they_were(
        self, workspace: Workspace, now: datetime
    ) -> None:
        there = make_person(workspace, given="", family="", native="马思菲", organisation="Tidewater Foods")
        before = snapshot(workspace)
        (scan,) = read(workspace, b"one", now=now)
        confirm(scan, now, person=there)

        there.refresh_from_db()
        assert (there.native_name, there.family_name, there.place) == ("马思菲", "Marchetti", "Vancouver")
        assert sorted(Role.objects.of(workspace).values_list("organisation__name", flat=True)) == [
            "Lantern Bay", "Tidewater Foods",
        ]  # fmt: skip
        take_back_card(workspace=workspace, scan_id=scan.pk, now=now)
        assert snapshot(workspace) == before

    def test_an_employer_that_is_known_is_not_doubled(self, workspace: Workspace, now: datetime) -> None:
        there = make_person(workspace, organisation="Lantern Bay", emails=["sofia.marchetti@lanternbay.example"])
        (scan,) = read(workspace, b"one", now=now)
        confirm(scan, now, person=there)

        assert (Role.objects.of(workspace).count(), ContactPoint.objects.of(workspace).count()) == (1, 1)

    def test_the_address_of_somebody_who_asked_to_be_left_alone_is_known_on_a_card(
        self, workspace: Workspace, now: datetime
    ) -> None:
        stopped = make_person(workspace, given="S.", emails=["sofia.marchetti@lanternbay.example"])
        stop_contacting(workspace=workspace, person_id=stopped.pk, why="", now=now)
        remove_person(workspace=workspace, person_id=stopped.pk)
        there = make_person(workspace, given="Sofia", family="Marchetti")
        (scan,) = read(workspace, b"one", now=now)
        confirm(scan, now, person=there)

        there.refresh_from_db()
        assert there.do_not_contact_at == now

    def test_a_stranger_is_nobody_to_add_to(self, workspace: Workspace, stranger: User, now: datetime) -> None:
        assert stranger.workspace
        theirs = make_person(stranger.workspace)
        (scan,) = read(workspace, b"one", now=now)
        with pytest.raises(Person.DoesNotExist):
            confirm(scan, now, person=theirs)
        assert states(workspace) == [("ready", "")]


class TestSettingAside:
    @pytest.mark.parametrize(("data", "before"), [(b"good", "ready"), (b"bad", "refused")])
    def test_left_out_and_brought_back_it_is_as_it_was(
        self, workspace: Workspace, now: datetime, data: bytes, before: str
    ) -> None:
        (scan,) = read(workspace, data, now=now, answers={b"bad": "svg"})
        leave_out_card(workspace=workspace, scan_id=scan.pk, now=now)
        assert states(workspace)[0][0] == "left_out"
        bring_back_card(workspace=workspace, scan_id=scan.pk, now=now)

        assert states(workspace)[0][0] == before

    def test_a_picture_taken_off_a_person_comes_back_to_them(self, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        person = confirm(scan, now)
        leave_out_card(workspace=workspace, scan_id=scan.pk, now=now)
        bring_back_card(workspace=workspace, scan_id=scan.pk, now=now)

        scan.refresh_from_db()
        assert (scan.state, scan.person_id) == (ScanState.KEPT, person.pk)


def snapshot(workspace: Workspace) -> list[Any]:
    """All that is known of people."""
    people = Person.objects.of(workspace).values_list("given_name", "family_name", "native_name", "place", "sort_key")
    return [
        list(people), list(Role.objects.of(workspace).values_list("organisation__name", "title")),
        list(Tie.objects.of(workspace).values_list("kind")), list(Note.objects.of(workspace).values_list("text")),
        list(ContactPoint.objects.of(workspace).values_list("value")),
        list(Person.objects.of(workspace).values_list("search_name", "search_organisation", "search_note")),
    ]  # fmt: skip


class TestWhereabouts:
    def test_a_place_off_a_card_counts_like_one_that_was_typed(self, workspace: Workspace, now: datetime) -> None:
        """Friday 25 December is a holiday in Canada and none in China."""
        person = make_person(workspace, given="Sofia", family="Marchetti", time_zone="Asia/Shanghai")
        event = add_event(workspace=workspace, facts=EventFacts("Fair", date(2026, 12, 23)), now=now)
        meet_at_event(workspace=workspace, event_id=event.pk, person_id=person.pk, note="", now=now)
        in_china = FollowUp.objects.of(workspace).get().due_at
        (scan,) = read(workspace, b"one", now=now)
        confirm(scan, now, person)
        person.refresh_from_db()
        assert (person.place, person.region) == ("Vancouver", "CA-BC")
        assert FollowUp.objects.of(workspace).get().due_at > in_china
        take_back_card(workspace=workspace, scan_id=scan.pk, now=now)

        person.refresh_from_db()
        assert (person.place, person.region) == ("", "CN")
        assert FollowUp.objects.of(workspace).get().due_at == in_china
