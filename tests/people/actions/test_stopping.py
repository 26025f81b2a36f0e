"""Not to be contacted, said once: it holds for every address, and outlives erasure and the next import."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from askwell.accounts.actions import open_workspace
from askwell.accounts.models import User, Workspace
from askwell.desk.actions.erase import erase_everything, erase_person
from askwell.people.actions import (
    PersonDetails,
    add_contact_point,
    add_from_line,
    add_role,
    allow_contacting,
    edit_person,
    remove_contact_point,
    set_obtained,
    stop_contacting,
)
from askwell.people.actions.imports import apply_import, start_applying, start_undoing, undo_import
from askwell.people.actions.merging import merge_persons, part_persons
from askwell.people.choices import STOPPED_BEFORE
from askwell.people.models import ContactPoint, ImportRow, Person, StoppedAddress
from askwell.people.rules.stopping import digest_of
from tests.conftest import NOW
from tests.factories.people import import_file, linkedin_csv, make_person, read_file

HERS = linkedin_csv("Min,Zhou,,zhou.min@cedar.example,Cedar Foods,Planner,20 Nov 2025")
WRITTEN_OTHERWISE = linkedin_csv("MIN,ZHOU,,Zhou.Min+jobs@CEDAR.example,Another Firm,Buyer,20 Nov 2025")
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:M. Zhou\nTEL:(604) 555-0111\nEND:VCARD\n"


def stopped(workspace: Workspace, now: datetime, **facts: object) -> Person:
    facts = facts or {"emails": ["zhou.min@cedar.example"], "phones": ["+1 604 555 0111"]}
    person = make_person(workspace, given="Min", family="Zhou", now=now, **facts)
    stop_contacting(workspace=workspace, person_id=person.pk, why="Please don't", now=now)
    return person


def outcomes(workspace: Workspace, data: bytes, name: str = "Connections.csv") -> tuple[int, list[tuple[str, str]]]:
    """How many persons came in, and what became of the other rows."""
    before = Person.objects.of(workspace).count()
    done = import_file(workspace, data, name)
    rows = ImportRow.objects.of(workspace).filter(source_import=done).values_list("outcome", "reason")
    return Person.objects.of(workspace).count() - before, list(rows)


@pytest.mark.parametrize("data", [HERS, WRITTEN_OTHERWISE, CARD.encode()], ids=["same file", "otherwise", "a card"])
def test_an_erased_person_who_asked_does_not_come_back_with_a_file(
    workspace: Workspace, now: datetime, data: bytes
) -> None:
    erase_person(workspace=workspace, person_id=stopped(workspace, now).pk)
    assert outcomes(workspace, data) == (0, [("aside", "do_not_contact")])


def test_others_of_the_file_come_in(workspace: Workspace, now: datetime) -> None:
    erase_person(workspace=workspace, person_id=stopped(workspace, now).pk)
    rows = linkedin_csv(
        "Min,Zhou,,zhou.min@cedar.example,Cedar Foods,Planner,20 Nov 2025",
        "Min,Zhou,,min.zhou@other.example,Cedar Foods,Planner,20 Nov 2025",
    )
    assert outcomes(workspace, rows) == (1, [("aside", "do_not_contact")])


def test_the_row_of_a_person_who_is_still_there_leads_to_them(workspace: Workspace, now: datetime) -> None:
    person = stopped(workspace, now)
    read = read_file(workspace, HERS)
    row = ImportRow.objects.of(workspace).get(source_import=read)
    assert (row.outcome, row.reason, row.person_id) == ("aside", "do_not_contact", person.pk)


def test_who_asks_while_a_file_waits_is_not_brought_in_by_it(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace, given="Min", family="Zhou", emails=["zhou.min@cedar.example"], now=now)
    done = read_file(workspace, linkedin_csv("Min,Zhou,,zhou.min@cedar.example,Cedar Foods,Planner,20 Nov 2025"))
    assert ImportRow.objects.of(workspace).get(source_import=done).outcome == "merged"
    later = now + timedelta(minutes=1)
    stop_contacting(workspace=workspace, person_id=person.pk, why="", now=later)
    start_applying(workspace=workspace, import_id=done.pk, options={}, now=later)
    apply_import(workspace=workspace, import_id=done.pk, clock=lambda: later)
    assert ImportRow.objects.of(workspace).get(source_import=done).reason == "do_not_contact"


def test_an_address_added_to_a_stopped_person_is_remembered_too(workspace: Workspace, now: datetime) -> None:
    person = stopped(workspace, now)
    add_contact_point(
        workspace=workspace, person_id=person.pk, kind="email", value="min@home.example", obtained="by_hand",
        obtained_on=None, now=now,
    )  # fmt: skip
    erase_person(workspace=workspace, person_id=person.pk)
    row = linkedin_csv("Xu,Li,,MIN@home.example,,,20 Nov 2025")
    assert outcomes(workspace, row) == (0, [("aside", "do_not_contact")])


def test_a_person_without_an_address_is_known_by_name_and_employer(workspace: Workspace, now: datetime) -> None:
    person = stopped(workspace, now, organisation="Cedar Foods Ltd.")
    erase_person(workspace=workspace, person_id=person.pk)
    rows = linkedin_csv(
        "Zhou,Min,,new@cedar.example,Cedar Foods,Planner,20 Nov 2025",
        "Min,Zhou,,other@mail.example,Pine Bank,Teller,20 Nov 2025",
    )
    assert outcomes(workspace, rows) == (1, [("aside", "do_not_contact")])


def test_a_colleague_at_the_offices_address_is_not_turned_away(workspace: Workspace, now: datetime) -> None:
    erase_person(workspace=workspace, person_id=stopped(workspace, now, emails=["info@cedar.example"]).pk)
    rows = linkedin_csv(
        "Min,Zhou,,info@cedar.example,Cedar Foods,Planner,20 Nov 2025",
        "Omar,Haddad,,info@cedar.example,Cedar Foods,Buyer,20 Nov 2025",
    )
    assert outcomes(workspace, rows) == (1, [("aside", "do_not_contact")])


def test_by_a_line_they_are_kept_but_marked(workspace: Workspace, now: datetime) -> None:
    erase_person(workspace=workspace, person_id=stopped(workspace, now).pk)
    person = add_from_line(workspace=workspace, line="Mina Zhou, ZHOU.MIN@cedar.example", now=now)
    assert (person.do_not_contact_at, person.do_not_contact_why) == (now, STOPPED_BEFORE)
    assert add_from_line(workspace=workspace, line="Omar Haddad, omar@x.example", now=now).do_not_contact_at is None


def test_a_later_address_marks_them(workspace: Workspace, now: datetime) -> None:
    erase_person(workspace=workspace, person_id=stopped(workspace, now).pk)
    person = make_person(workspace, given="M", family="", now=now)
    add_contact_point(
        workspace=workspace, person_id=person.pk, kind="phone", value="604-555-0111", obtained="card",
        obtained_on=None, now=now,
    )  # fmt: skip
    person.refresh_from_db()
    assert (person.do_not_contact_at, person.do_not_contact_why) == (now, STOPPED_BEFORE)


def test_taken_back_it_is_forgotten(workspace: Workspace, now: datetime) -> None:
    person = stopped(workspace, now)
    allow_contacting(workspace=workspace, person_id=person.pk, now=now)
    assert StoppedAddress.objects.of(workspace).count() == 0
    erase_person(workspace=workspace, person_id=person.pk)
    assert outcomes(workspace, HERS) == (1, [])


def test_taken_back_after_an_address_came_the_name_is_forgotten_as_well(workspace: Workspace, now: datetime) -> None:
    person = stopped(workspace, now, organisation="Cedar Foods")
    point = add_contact_point(
        workspace=workspace, person_id=person.pk, kind="email", value="min@home.example", obtained="by_hand",
        obtained_on=None, now=now,
    )  # fmt: skip
    assert StoppedAddress.objects.of(workspace).count() == 2
    allow_contacting(workspace=workspace, person_id=person.pk, now=now)
    assert StoppedAddress.objects.of(workspace).count() == 0
    remove_contact_point(workspace=workspace, person_id=person.pk, point_id=point.pk, now=now)


def test_taken_back_of_one_it_holds_for_another_known_by_the_same(workspace: Workspace, now: datetime) -> None:
    family = {"emails": ["lee.family@x.example"]}
    ann, bob = (make_person(workspace, given=name, family="Lee", now=now, **family) for name in ("Ann", "Bob"))
    for person in (ann, bob):
        stop_contacting(workspace=workspace, person_id=person.pk, why="", now=now)
    allow_contacting(workspace=workspace, person_id=ann.pk, now=now)
    ann.refresh_from_db()
    details = PersonDetails(given="Ann", family="Lee", place="Delta")
    edit_person(workspace=workspace, person_id=ann.pk, version=ann.version, details=details, now=now)
    ann.refresh_from_db()
    assert ann.do_not_contact_at is None, "the seeker said so"

    erase_person(workspace=workspace, person_id=bob.pk)
    row = linkedin_csv("Bob,Lee,,lee.family@x.example,,,20 Nov 2025")
    assert outcomes(workspace, row) == (0, [("aside", "do_not_contact")])


def test_who_is_allowed_is_marked_by_an_address_that_nobody_allowed(workspace: Workspace, now: datetime) -> None:
    erase_person(workspace=workspace, person_id=stopped(workspace, now).pk)
    ann = stopped(workspace, now, emails=["ann@x.example"])
    allow_contacting(workspace=workspace, person_id=ann.pk, now=now)
    add_contact_point(
        workspace=workspace, person_id=ann.pk, kind="email", value="zhou.min@cedar.example", obtained="by_hand",
        obtained_on=None, now=now,
    )  # fmt: skip
    ann.refresh_from_db()
    assert ann.do_not_contact_why == STOPPED_BEFORE


@pytest.mark.parametrize("erased", [False, True])
def test_who_had_an_address_is_known_by_name_and_employer_too(
    workspace: Workspace, now: datetime, erased: bool
) -> None:
    facts = {"emails": ["zhou.min@cedar.example"], "organisation": "Cedar Foods"}
    person = stopped(workspace, now, **facts)
    if erased:
        erase_person(workspace=workspace, person_id=person.pk)
    by_hand = add_from_line(workspace=workspace, line="Min Zhou, Clerk, Cedar Foods", now=now)
    assert by_hand.do_not_contact_why == STOPPED_BEFORE
    row = linkedin_csv("Min,Zhou,,,Cedar Foods Ltd.,Planner,20 Nov 2025")
    assert outcomes(workspace, row) == (0, [("aside", "do_not_contact")])


def test_an_import_taken_back_leaves_its_addresses_to_anybody(workspace: Workspace, now: datetime) -> None:
    stopped(workspace, now - timedelta(days=400), phones=["+1 604 555 0111"])
    before = set(StoppedAddress.objects.of(workspace).values_list("digest", flat=True))
    person = make_person(workspace, given="Min", family="Zhou", phones=["+1 604 555 0222"], now=now)
    done = import_file(
        workspace, CARD.replace("555-0111", "555-0222").replace("END", "EMAIL:m@x.example\nEND").encode(), "a.vcf"
    )
    assert ContactPoint.objects.of(workspace).get(value="m@x.example").person_id == person.pk
    stop_contacting(workspace=workspace, person_id=person.pk, why="", now=now + timedelta(days=1))
    start_undoing(workspace=workspace, import_id=done.pk, now=now)
    undo_import(workspace=workspace, import_id=done.pk, clock=lambda: now)
    assert make_person(workspace, given="Bo", family="Fox", emails=["m@x.example"]).do_not_contact_at is None
    assert before <= set(StoppedAddress.objects.of(workspace).values_list("digest", flat=True))


def test_nothing_readable_is_kept(workspace: Workspace, now: datetime) -> None:
    facts = {
        "native": "周敏", "emails": ["zhou.min@cedar.example"], "phones": ["+16045550111"],
        "links": ["https://www.linkedin.com/in/zhoumin"], "wechat": "zhoumin88", "organisation": "Cedar Foods",
    }  # fmt: skip
    erase_person(workspace=workspace, person_id=stopped(workspace, now, **facts).pk)
    rows = list(StoppedAddress.objects.of(workspace).values())
    assert len(rows) == 15, (
        "three addresses of her own; the telephone with her name in nine ways to write her name, and without; "
        "her name in two scripts at her employer"
    )
    told = repr(rows).casefold()
    for leak in ("zhou", "min", "周", "cedar", "6045550111", "linkedin", "mail", "phone", "wechat"):
        assert leak not in told.replace(str(workspace.pk), ""), leak
    assert len({row["salt"] for row in rows}) == 1
    assert all(len(row["digest"]) == 64 for row in rows)


def test_each_workspace_has_a_salt_of_its_own_and_its_own_people(
    workspace: Workspace, stranger: User, now: datetime
) -> None:
    theirs = open_workspace(user=stranger)
    stopped(workspace, now)
    stopped(theirs, now)
    digests = [set(StoppedAddress.objects.of(one).values_list("digest", flat=True)) for one in (workspace, theirs)]
    assert not digests[0] & digests[1]
    third = make_person(theirs, given="O", family="H", emails=["o@h.example"], now=now)
    assert third.do_not_contact_at is None


def test_erasing_everything_erases_it_too(workspace: Workspace, now: datetime) -> None:
    stopped(workspace, now)
    erase_everything(workspace=workspace, now=NOW)
    assert StoppedAddress.objects.of(workspace).count() == 0


def test_how_when_and_from_whom_can_be_put_right(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace, emails=["p@x.example"], obtained="referred", obtained_from="Aisha Khan", now=now)
    point = ContactPoint.objects.of(workspace).get()
    assert (point.obtained, point.obtained_from) == ("referred", "Aisha Khan")
    set_obtained(
        workspace=workspace, person_id=person.pk, point_id=point.pk, obtained="published",
        obtained_on=now.date(), obtained_from="cedar.example/team", now=now,
    )  # fmt: skip
    point.refresh_from_db()
    assert (point.obtained, point.obtained_on, point.obtained_from) == ("published", now.date(), "cedar.example/team")


def test_the_page_shows_it_and_lets_it_be_edited(workspace: Workspace, seeker: User, sign_in, now: datetime) -> None:
    person = make_person(workspace, emails=["p@x.example"], obtained="referred", obtained_from="Aisha Khan", now=now)
    client: Client = sign_in(seeker)
    page = client.get(f"/people/{person.pk}/").content.decode()
    assert "given by who introduced you, from Aisha Khan" in page
    point = ContactPoint.objects.of(workspace).get()
    name = f"obtained-{point.pk}"
    data = {f"{name}-obtained": "card", f"{name}-obtained_on": "2026-11-03", f"{name}-obtained_from": "the fair"}
    assert client.post(f"/people/addresses/{point.pk}/obtained/", data).status_code == 302
    point.refresh_from_db()
    assert (point.obtained, str(point.obtained_on), point.obtained_from) == ("card", "2026-11-03", "the fair")
    wrong = client.post(f"/people/addresses/{point.pk}/obtained/", {**data, f"{name}-obtained_on": "soon"})
    assert wrong.status_code == 422
    assert "<details open>" in wrong.content.decode()


def test_adding_them_by_hand_says_why_they_are_marked(
    workspace: Workspace, seeker: User, sign_in, now: datetime
) -> None:
    erase_person(workspace=workspace, person_id=stopped(workspace, now).pk)
    client: Client = sign_in(seeker)
    data = {
        "given": "Min", "family": "Z", "tie_kind": "none", "strength": "1", "obtained": "by_hand",
        "emails": "zhou.min@cedar.example",
    }  # fmt: skip
    page = client.post("/people/add/", data, follow=True).content.decode()
    assert "somebody like this asked you not to contact them" in page
    assert "belongs to somebody who asked before" in page


def test_a_merge_carries_it_to_every_address_and_parting_takes_only_that_back(
    workspace: Workspace, now: datetime
) -> None:
    asked = stopped(workspace, now, emails=["zhou.min@cedar.example"])
    other = make_person(workspace, given="Min", family="Zhou", emails=["min@home.example"], now=now)
    merge = merge_persons(workspace=workspace, person_id=other.pk, gone_id=asked.pk, now=now)
    other.refresh_from_db()
    assert other.do_not_contact_at == now
    assert StoppedAddress.objects.of(workspace).count() == 2
    back = part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    people = dict(Person.objects.of(workspace).values_list("id", "do_not_contact_at"))
    assert people == {other.pk: None, back: now}
    assert StoppedAddress.objects.of(workspace).count() == 1
    erase_person(workspace=workspace, person_id=back)
    erase_person(workspace=workspace, person_id=other.pk)
    rows = linkedin_csv("Min,Zhou,,min@home.example,,,20 Nov 2025", "Min,Zhou,,zhou.min@cedar.example,,,20 Nov 2025")
    assert outcomes(workspace, rows) == (1, [("aside", "do_not_contact")])


def test_an_address_that_another_stopped_person_has_too_stays_remembered(workspace: Workspace, now: datetime) -> None:
    asked = stopped(workspace, now, emails=["zhou.min@cedar.example"])
    other = make_person(workspace, given="Bo", family="Fox", emails=["both@home.example"], now=now)
    merge = merge_persons(workspace=workspace, person_id=other.pk, gone_id=asked.pk, now=now)
    third = stopped(workspace, now, emails=["both@home.example"])
    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert Person.objects.of(workspace).filter(do_not_contact_at=None).get() == other
    erase_person(workspace=workspace, person_id=third.pk)
    assert outcomes(workspace, linkedin_csv("Min,Zhou,,both@home.example,,,20 Nov 2025")) == (
        0, [("aside", "do_not_contact")],
    )  # fmt: skip


class TestAddressesOfMany:
    """One who asks does not silence colleagues by the employer's web page, switchboard or mailbox (issue 4)."""

    SHARED = (
        {"links": ["https://www.cedar.example/"]},
        {"links": ["https://www.cedar.example/team"]},
        {"phones": ["+1 604 555 0100"]},
        {"emails": ["info@cedar.example"]},
        {"emails": ["studio@cedar.example"]},
    )

    @pytest.mark.parametrize("shared", SHARED)
    def test_a_colleague_who_is_there_stays_one_to_write_to(
        self, workspace: Workspace, now: datetime, shared: dict[str, list[str]]
    ) -> None:
        ann = make_person(workspace, given="Ann", family="Lee", now=now, **shared)
        bob = make_person(workspace, given="Bob", family="Ray", now=now, **shared)
        stop_contacting(workspace=workspace, person_id=ann.pk, why="", now=now)
        robert = PersonDetails(given="Robert", family="Ray")
        edit_person(workspace=workspace, person_id=bob.pk, version=bob.version, details=robert, now=now)

        bob.refresh_from_db()
        assert bob.do_not_contact_at is None

    @pytest.mark.parametrize("shared", SHARED[:4])
    @pytest.mark.parametrize("erased", [False, True])
    def test_a_colleague_who_comes_later_comes(
        self, workspace: Workspace, now: datetime, shared: dict[str, list[str]], erased: bool
    ) -> None:
        person = stopped(workspace, now, organisation="Cedar Foods", **shared)
        if erased:
            erase_person(workspace=workspace, person_id=person.pk)
        colleague = make_person(workspace, given="Bob", family="Ray", organisation="Cedar Foods", now=now, **shared)

        assert colleague.do_not_contact_at is None

    @pytest.mark.parametrize("shared", SHARED)
    @pytest.mark.parametrize(
        "called",
        [("Min", "Zhou"), ("Zhou", "Min"), ("M.", "Zhou"), ("Minnie", "Zhou"), ("Min", ""), ("", "Zhou")],
    )
    def test_whoever_may_be_the_same_is_left_alone(
        self, workspace: Workspace, now: datetime, shared: dict[str, list[str]], called: tuple[str, str]
    ) -> None:
        erase_person(workspace=workspace, person_id=stopped(workspace, now, **shared).pk)
        given, family = called

        assert make_person(workspace, given=given, family=family, now=now, **shared).do_not_contact_at == now

    @pytest.mark.parametrize(("first", "second"), [(("Bill", "Ray"), ("William", "Ray")), (("Bo", ""), ("Bo", "Ray"))])
    def test_a_nickname_or_half_a_name_is_no_other_name(
        self, workspace: Workspace, now: datetime, first: tuple[str, str], second: tuple[str, str]
    ) -> None:
        phone = ["+1 604 555 0100"]
        person = make_person(workspace, given=first[0], family=first[1], phones=phone, now=now)
        stop_contacting(workspace=workspace, person_id=person.pk, why="", now=now)
        erase_person(workspace=workspace, person_id=person.pk)

        again = make_person(workspace, given=second[0], family=second[1], phones=phone, now=now)
        assert again.do_not_contact_at == now

    def test_a_number_without_a_name_is_left_alone(self, workspace: Workspace, now: datetime) -> None:
        erase_person(workspace=workspace, person_id=stopped(workspace, now, phones=["+1 604 555 0100"]).pk)
        assert make_person(workspace, given="", family="", phones=["6045550100"], now=now).do_not_contact_at == now
        allowed = make_person(workspace, given="Bob", family="Ray", phones=["6045550100"], now=now)
        assert allowed.do_not_contact_at is None

    def test_a_number_whose_owner_had_no_name_is_left_alone_whoever_has_it(
        self, workspace: Workspace, now: datetime
    ) -> None:
        person = make_person(workspace, given="", family="", phones=["6045550100"], now=now)
        stop_contacting(workspace=workspace, person_id=person.pk, why="", now=now)
        erase_person(workspace=workspace, person_id=person.pk)
        assert make_person(workspace, given="Bob", phones=["6045550100"], now=now).do_not_contact_at == now

    def test_the_profile_of_one_person_needs_no_name(self, workspace: Workspace, now: datetime) -> None:
        profile = ["https://www.linkedin.com/in/zhoumin"]
        erase_person(workspace=workspace, person_id=stopped(workspace, now, links=profile).pk)
        assert make_person(workspace, given="Bo", family="Fox", links=profile, now=now).do_not_contact_at == now

    def test_who_has_only_such_an_address_is_known_by_name_and_employer_too(
        self, workspace: Workspace, now: datetime
    ) -> None:
        facts = {"organisation": "Cedar Foods", "links": ["https://www.cedar.example/"]}
        erase_person(workspace=workspace, person_id=stopped(workspace, now, **facts).pk)
        row = linkedin_csv("Min,Zhou,,new@mail.example,Cedar Foods Ltd.,Planner,20 Nov 2025")
        assert outcomes(workspace, row) == (0, [("aside", "do_not_contact")])


def test_a_role_added_later_tells_who_it_is(workspace: Workspace, now: datetime) -> None:
    erase_person(workspace=workspace, person_id=stopped(workspace, now, organisation="Cedar Foods").pk)
    person = make_person(workspace, given="Min", family="Zhou", emails=["mz@new.example"], now=now)
    assert person.do_not_contact_at is None
    add_role(
        workspace=workspace, person_id=person.pk, title="", organisation="Cedar Foods", started_on=None,
        ended_on=None, is_current=True, now=now,
    )  # fmt: skip
    person.refresh_from_db()
    assert (person.do_not_contact_at, person.do_not_contact_why) == (now, STOPPED_BEFORE)


def test_two_first_wishes_at_once_are_both_kept(workspace: Workspace, now: datetime) -> None:
    """Two workers who see no salt yet each make one."""
    for salt, address in (("a" * 32, "one@x.example"), ("b" * 32, "two@x.example")):
        digest = digest_of(salt, ("email", address))
        StoppedAddress.objects.create(workspace=workspace, salt=salt, digest=digest, stopped_at=now)
    both = [make_person(workspace, emails=[f"{name}@x.example"], now=now) for name in ("one", "two")]
    assert [person.do_not_contact_at for person in both] == [now, now]
    for person in both:
        allow_contacting(workspace=workspace, person_id=person.pk, now=now)
    assert StoppedAddress.objects.of(workspace).count() == 0
