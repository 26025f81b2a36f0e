"""From a file to persons, and back: what an import reads, writes, merges, asks and takes back."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from askwell.accounts.models import Profile, Workspace
from askwell.people.actions import (
    ImportStateError,
    UndoExpiredError,
    add_contact_point,
    merge_persons,
    set_tie,
    stop_contacting,
    write_note,
)
from askwell.people.actions.imports import (
    UNWRITTEN,
    apply_import,
    applying,
    carry_on,
    change_columns,
    decide,
    discard_import,
    left_alone,
    part_row,
    read_import,
    reopen,
    start_applying,
    start_undoing,
    undo_import,
)
from askwell.people.choices import Decision, ImportState, RowOutcome
from askwell.people.models import (
    ContactPoint,
    Import,
    ImportRow,
    Note,
    Organisation,
    Pair,
    Person,
    PersonTag,
    Role,
    Tie,
    persons_in_use,
)
from askwell.people.queries import search
from askwell.people.queries.duplicates import found_as
from askwell.people.rules.linkage import finding
from askwell.people.tasks import sweep
from tests.factories.people import clock_at, import_file, linkedin_csv, make_person, read_file

GABRIELA = (
    "Gabriela,Ferreira,https://www.linkedin.com/in/gferreira,g.ferreira@tidewater.example,"
    "Tidewater Foods,Buyer,14 Mar 2024"
)
SIYUAN = "思远,陈,https://www.linkedin.com/in/chensiyuan,,Lantern Bay Provisions,Supply chain analyst,20 Nov 2025"
HIDDEN = ",,,,,,06 Jun 2021"


def everything(workspace: Workspace) -> dict[str, int]:
    models: tuple[Any, ...] = (Person, ContactPoint, Organisation, Role, Tie, Note, PersonTag)
    return {model.__name__: model.objects.of(workspace).count() for model in models}


def undo(workspace: Workspace, row: Import, now: datetime) -> Import:
    start_undoing(workspace=workspace, import_id=row.pk, now=now)
    return undo_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))


def test_nothing_is_written_before_the_user_says_yes(workspace: Workspace) -> None:
    row = read_file(workspace, linkedin_csv(GABRIELA, SIYUAN, HIDDEN))
    assert row.state == ImportState.READY
    assert {key: row.counts[key] for key in ("new", "merged", "likely", "aside")} == {
        "new": 2, "merged": 0, "likely": 0, "aside": 1
    }  # fmt: skip
    assert everything(workspace)["Person"] == 0


def test_a_row_becomes_a_person_with_address_role_employer_and_where_it_came_from(
    workspace: Workspace, now: datetime
) -> None:
    row = import_file(workspace, linkedin_csv(GABRIELA))
    person = Person.objects.of(workspace).get()
    assert (person.given_name, person.family_name, person.known_since) == ("Gabriela", "Ferreira", date(2024, 3, 14))
    assert (person.obtained, person.obtained_on, person.source_import_id) == ("linkedin", now.date(), row.pk)
    assert set(ContactPoint.objects.of(workspace).values_list("kind", "key", "obtained")) == {
        ("email", "g.ferreira@tidewater.example", "linkedin"),
        ("link", "linkedin:gferreira", "linkedin"),
    }
    role = Role.objects.of(workspace).select_related("organisation").get()
    assert role.organisation
    assert (role.title, role.organisation.name, role.organisation.known) == ("Buyer", "Tidewater Foods", 1)
    assert [found.id for found in search(workspace, "tide")] == [person.pk]
    assert bytes(Import.objects.of(workspace).get().data) == b""


def test_a_chinese_name_is_found_by_characters_pinyin_and_initials(workspace: Workspace) -> None:
    import_file(workspace, linkedin_csv(GABRIELA, SIYUAN))
    for typed in ("陈", "思远", "chen", "siyuan", "csy", "chensi"):
        assert [found.native for found in search(workspace, typed)] == ["陈思远"], typed


def test_the_same_file_twice_adds_nothing(workspace: Workspace) -> None:
    nameless = ",,,someone@mail.example,,,"
    plain = "Ana,Lee,,,Harbour Foods,Clerk,"
    data = linkedin_csv(GABRIELA, SIYUAN, HIDDEN, nameless, plain)
    import_file(workspace, data)
    before = everything(workspace)
    again = import_file(workspace, data)
    assert (again.counts["new"], again.counts["merged"], again.counts["likely"]) == (0, 4, 0)
    assert everything(workspace) == before


def test_the_same_row_twice_in_a_file_is_set_aside(workspace: Workspace) -> None:
    row = import_file(workspace, linkedin_csv(GABRIELA, GABRIELA))
    aside = ImportRow.objects.of(workspace).get()
    assert (aside.outcome, aside.reason, aside.facts) == (RowOutcome.ASIDE, "row_twice", {"row": 1})
    assert (row.counts["new"], Person.objects.of(workspace).count()) == (1, 1)


def test_a_merge_fills_gaps_and_never_overwrites(workspace: Workspace) -> None:
    mine = make_person(
        workspace, given="Gaby", family="Ferreira", emails=["g.ferreira@tidewater.example"],
        title="Head buyer", organisation="Tidewater Foods",
    )  # fmt: skip
    import_file(workspace, linkedin_csv(GABRIELA))
    person = Person.objects.of(workspace).get()
    assert (person.pk, person.given_name, person.version) == (mine.pk, "Gaby", 1)
    assert person.known_since == date(2024, 3, 14)
    roles = Role.objects.of(workspace).values_list("title", "is_current")
    assert set(roles) == {("Head buyer", True), ("Buyer", False)}
    assert ContactPoint.objects.of(workspace).filter(kind="link").count() == 1
    changes = ImportRow.objects.of(workspace).get().changes
    assert changes["known_since"] == ["", "2024-03-14"]
    assert set(changes["added"]) == {"contactpoint", "role"}


def test_what_a_merged_row_says_otherwise_is_kept_found_and_shown_with_its_source(workspace: Workspace) -> None:
    xu = make_person(workspace, given="Anzu", family="Xu", native="许安祖", emails=["xu@pine.example"])
    import_file(
        workspace, linkedin_csv("An-Tsu,Hsu,https://www.linkedin.com/in/ath,xu@pine.example,Pine Needle,Teacher,")
    )

    assert Role.objects.of(workspace).get(person=xu).title == "Teacher"
    assert [found.id for found in search(workspace, "An-Tsu")] == [xu.pk]
    (row,) = found_as(workspace, xu.pk)
    assert (row.latin, row.title, row.organisation, row.number) == ("An-Tsu Hsu", "Teacher", "Pine Needle", 1)


def test_a_merged_row_can_be_parted_for_good_and_put_back(workspace: Workspace, now: datetime) -> None:
    mine = make_person(workspace, given="Gaby", family="Ferreira", emails=["g.ferreira@tidewater.example"])
    done = import_file(workspace, linkedin_csv(GABRIELA))
    (row,) = found_as(workspace, mine.pk)

    part_row(workspace=workspace, row_id=row.id, now=now)

    assert Person.objects.of(workspace).count() == 2
    assert (found_as(workspace, mine.pk), Role.objects.of(workspace).filter(person=mine).count()) == ([], 0)
    with pytest.raises(ImportStateError):
        part_row(workspace=workspace, row_id=row.id, now=now)
    again = import_file(workspace, linkedin_csv(GABRIELA))
    assert (again.counts["new"], Person.objects.of(workspace).count()) == (0, 2)
    reopen(workspace=workspace, row_id=row.id, now=now)
    decide(workspace=workspace, row_id=row.id, decision=Decision.SAME, now=now)
    assert [person.pk for person in Person.objects.of(workspace)] == [mine.pk]
    assert done.pk == row.import_id


def test_a_row_merges_into_a_row_above_it(workspace: Workspace) -> None:
    other = "Gabriela,Ferreira,,g.ferreira@tidewater.example,,,"
    row = import_file(workspace, linkedin_csv(GABRIELA, other))
    assert (row.counts["new"], row.counts["merged"]) == (1, 1)
    assert ImportRow.objects.of(workspace).get().person == Person.objects.of(workspace).get()


def test_an_office_address_and_a_couples_are_no_sign_of_one_person(workspace: Workspace) -> None:
    make_person(workspace, given="Ana", family="Lee", emails=["info@harbour.example"])
    make_person(workspace, given="John", family="Smith", emails=["smiths@mail.example"])
    row = read_file(
        workspace,
        linkedin_csv("Bo,Chan,,info@harbour.example,,,", "Mary,Smith,,smiths@mail.example,,,"),
    )
    assert (row.counts["new"], row.counts["merged"], row.counts["likely"]) == (2, 0, 0)


def test_a_name_alone_comes_in_once_however_often_its_file_does(workspace: Workspace) -> None:
    data = linkedin_csv("Ana,Lee,,,,,", "Bo,Chan,,,,,")
    import_file(workspace, data)
    again = import_file(workspace, data)
    assert (again.counts["new"], again.counts["merged"], again.counts["likely"]) == (0, 2, 0)
    assert set(ImportRow.objects.of(workspace).values_list("reason", flat=True)) == {"identical"}


def test_a_row_that_comes_first_is_asked_about_as_one_that_comes_last(workspace: Workspace) -> None:
    make_person(workspace, native="周敏", given="", family="", title="Planner", organisation="Cedar Foods",
                emails=["min.zhou@cedar.example"])  # fmt: skip
    rows = [
        "Min,Zhou,,mz@mail.example,,,",
        "Min,Zhou,https://www.linkedin.com/in/minzhou,mz@mail.example,Cedar Foods,Planner,",
    ]
    for some in (rows, rows[::-1]):
        Import.objects.of(workspace).delete()
        row = read_file(workspace, linkedin_csv(*some))
        assert (row.counts["new"], row.counts["merged"], row.counts["likely"]) == (0, 0, 2)
        assert {one.rival_id for one in ImportRow.objects.of(workspace)} == {Person.objects.of(workspace).get().pk}


def test_a_likely_row_says_why_as_both_records_write_it(workspace: Workspace) -> None:
    likely_pair(workspace)
    reasons = ImportRow.objects.of(workspace).get().facts["reasons"]
    said = {code: (one, other) for code, one, other, _ in reasons}
    assert said == {
        "name_same": ("周敏", "Min Zhou"),
        "employer_same": ("Cedar & Pine Foods", "Cedar and Pine Foods Ltd."),
        "title_same": ("Demand planner", "Senior demand planner"),
    }
    assert [abs(bits) for *_, bits in reasons] == sorted((abs(bits) for *_, bits in reasons), reverse=True)


def test_a_no_holds_for_whoever_tells_the_same_of_them_later(workspace: Workspace, now: datetime) -> None:
    rival, row = likely_pair(workspace)
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
    apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    pair = ImportRow.objects.of(workspace).get()
    decide(workspace=workspace, row_id=pair.pk, decision=Decision.DIFFERENT, now=now)
    pair.refresh_from_db()
    promoted = MIN.replace("Senior demand planner", "Demand planner").replace(
        "zhoumin1988@mailbox", "min.zhou@cedarpine"
    )
    later = read_file(workspace, linkedin_csv(MIN, promoted))
    rows = {one.number: one for one in ImportRow.objects.of(workspace).filter(source_import=later)}
    assert (rows[1].outcome, rows[1].person_id) == (RowOutcome.MERGED, pair.person_id)
    assert (rows[2].outcome, rows[2].person_id) == (RowOutcome.MERGED, rival.pk)


def test_a_row_under_the_name_of_somebody_who_became_part_of_another_is_that_one(
    workspace: Workspace, now: datetime
) -> None:
    kept = make_person(workspace, given="Dorothy", family="Pemberton", organisation="Cedar Foods", title="Buyer")
    gone = make_person(workspace, given="Dorothy", family="Sinclair", organisation="Cedar Foods", title="Buyer")
    merge_persons(workspace=workspace, person_id=kept.pk, gone_id=gone.pk, now=now)
    read_file(workspace, linkedin_csv("Dorothy,Sinclair,,,Cedar Foods,Buyer,"))
    stored = ImportRow.objects.of(workspace).get()
    assert (stored.outcome, stored.person_id) == (RowOutcome.MERGED, kept.pk)


def test_persons_said_to_be_two_are_not_joined_by_a_row_between_them(workspace: Workspace, now: datetime) -> None:
    mine = make_person(workspace, given="Ana", family="Lee", emails=["a@mail.example"])
    other = make_person(workspace, given="Ana", family="Lee", phones=["+16045550101"])
    one, two = sorted((mine, other), key=lambda person: person.pk)
    Pair.objects.create(workspace=workspace, one=one, other=two, decision=Decision.DIFFERENT, found_at=now)
    import_file(workspace, b"Name,E-mail,Phone\nAna Lee,a@mail.example,+16045550101\n", "contacts.csv")
    assert Person.objects.of(workspace).count() == 2


@pytest.mark.parametrize("decision", [Decision.SAME, Decision.DIFFERENT])
def test_an_answer_outlives_reading_the_file_again(workspace: Workspace, now: datetime, decision: Decision) -> None:
    person, row = likely_pair(workspace)
    pair = ImportRow.objects.of(workspace).get()
    decide(workspace=workspace, row_id=pair.pk, decision=decision, now=now)
    make_person(workspace, given="Bo", family="Roy", now=now + timedelta(minutes=1))
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now + timedelta(minutes=2))
    apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now + timedelta(minutes=2)))
    stored = ImportRow.objects.of(workspace).get()
    assert (stored.outcome, stored.decision, stored.rival_id) == (RowOutcome.LIKELY, decision, person.pk)
    assert Person.objects.of(workspace).count() == 2 + (decision == Decision.DIFFERENT)


def test_a_no_is_kept_even_where_the_two_have_become_certain(workspace: Workspace, now: datetime) -> None:
    person, row = likely_pair(workspace)
    pair = ImportRow.objects.of(workspace).get()
    decide(workspace=workspace, row_id=pair.pk, decision=Decision.DIFFERENT, now=now)
    later = now + timedelta(minutes=1)
    add_contact_point(
        workspace=workspace, person_id=person.pk, kind="email", value="zhoumin1988@mailbox.example", obtained="replied",
        obtained_on=None, now=later,
    )  # fmt: skip
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=later)
    apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(later))
    assert Person.objects.of(workspace).count() == 2


def test_a_row_goes_to_the_nearer_of_two_persons_who_may_be_one(workspace: Workspace) -> None:
    make_person(workspace, given="Ana", family="Lee", emails=["a@mail.example"])
    nearer = make_person(workspace, given="Ana", family="Lee", emails=["a@mail.example"], phones=["+16045550101"])
    read_file(workspace, b"Name,Phone\nAna Lee,+16045550101\n", "contacts.csv")
    assert ImportRow.objects.of(workspace).get().person_id == nearer.pk


def test_employers_in_two_scripts_are_learned_from_the_file_itself(workspace: Workspace) -> None:
    rows = [
        "Bo,Chan,,,琥珀狐营销 Amber Fox Marketing,Clerk,",
        "Min,Zhou,,,Amber Fox Marketing,Planner,",
        "敏,周,,,琥珀狐营销,,",
    ]
    row = read_file(workspace, linkedin_csv(*rows))
    assert (row.counts["new"], row.counts["likely"]) == (2, 1)
    assert ImportRow.objects.of(workspace).get().facts["row"] == 2


def test_many_rows_of_one_name_are_read_in_bounded_work(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    compare = finding.compare
    monkeypatch.setattr(finding, "compare", lambda *args: compared.append(1) or compare(*args))
    rows = (f"Min,Zhou,,m{n}@mail.example,Cedar Foods,Clerk {n}," for n in range(5_000))
    assert read_file(workspace, linkedin_csv(*rows)).state == ImportState.READY
    assert len(compared) < 13 * 5_000 + 10_001


def test_who_asked_not_to_be_contacted_is_set_aside(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace, given="Hélène", family="Gagnon", emails=["helene@maple.example"])
    stop_contacting(workspace=workspace, person_id=person.pk, why="asked", now=now - timedelta(days=1))
    read_file(workspace, linkedin_csv("Hélène,Gagnon,,helene@maple.example,Maple Ridge Mills,Plant buyer,09 Jan 2023"))
    aside = ImportRow.objects.of(workspace).get()
    assert (aside.outcome, aside.reason, aside.person_id) == (RowOutcome.ASIDE, "do_not_contact", person.pk)


MIN = "Min,Zhou,,zhoumin1988@mailbox.example,Cedar and Pine Foods Ltd.,Senior demand planner,25 Nov 2025"


def likely_pair(workspace: Workspace) -> tuple[Person, Import]:
    person = make_person(
        workspace, given="", family="", native="周敏", emails=["min.zhou@cedarpine.example"],
        title="Demand planner", organisation="Cedar & Pine Foods",
    )  # fmt: skip
    return person, read_file(workspace, linkedin_csv(MIN))


@pytest.mark.parametrize("applied_first", [True, False])
def test_a_likely_pair_becomes_one_or_two_as_decided(workspace: Workspace, now: datetime, applied_first: bool) -> None:
    for decision, persons in ((Decision.SAME, 1), (Decision.DIFFERENT, 2)):
        Person.objects.of(workspace).delete()
        Import.objects.of(workspace).delete()
        person, row = likely_pair(workspace)
        pair = ImportRow.objects.of(workspace).get()
        assert (pair.outcome, pair.rival_id, row.counts["likely"]) == (RowOutcome.LIKELY, person.pk, 1)
        if not applied_first:
            decide(workspace=workspace, row_id=pair.pk, decision=decision, now=now)
        start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
        apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
        if applied_first:
            assert Person.objects.of(workspace).count() == 1
            decide(workspace=workspace, row_id=pair.pk, decision=decision, now=now)
        assert Person.objects.of(workspace).count() == persons
        assert ContactPoint.objects.of(workspace).filter(key="zhoumin1988@mailbox.example").count() == 1


@pytest.mark.parametrize("decision", [Decision.SAME, Decision.DIFFERENT])
def test_a_decision_can_be_taken_back(workspace: Workspace, now: datetime, decision: Decision) -> None:
    _, row = likely_pair(workspace)
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
    apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    before = everything(workspace)
    pair = ImportRow.objects.of(workspace).get()
    decide(workspace=workspace, row_id=pair.pk, decision=decision, now=now)
    assert everything(workspace) != before
    with pytest.raises(ImportStateError):
        decide(workspace=workspace, row_id=pair.pk, decision=decision, now=now)
    reopen(workspace=workspace, row_id=pair.pk, now=now)
    assert everything(workspace) == before
    pair.refresh_from_db()
    assert (pair.decision, pair.person_id, pair.changes) == (Decision.OPEN, None, {})


@pytest.mark.parametrize("answer", [Decision.OPEN, Decision.SAME, Decision.DIFFERENT])
@pytest.mark.parametrize("applied_first", [True, False])
def test_the_same_file_twice_asks_no_pair_again(
    workspace: Workspace, now: datetime, answer: Decision, applied_first: bool
) -> None:
    _, row = likely_pair(workspace)
    pair = ImportRow.objects.of(workspace).get()
    if answer and not applied_first:
        decide(workspace=workspace, row_id=pair.pk, decision=answer, now=now)
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
    apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    if answer and applied_first:
        decide(workspace=workspace, row_id=pair.pk, decision=answer, now=now)
    before = everything(workspace)
    again = import_file(workspace, linkedin_csv(GABRIELA, MIN))
    assert (again.counts["new"], again.counts["likely"]) == (1, 0)
    stored = ImportRow.objects.of(workspace).get(source_import=again)
    expected = (RowOutcome.MERGED, None) if answer else (RowOutcome.ASIDE, "asked_before")
    assert (stored.outcome, stored.reason if not answer else None) == expected
    undo(workspace, again, now)
    assert everything(workspace) == before


def test_a_pair_whose_import_was_taken_back_is_asked_again(workspace: Workspace, now: datetime) -> None:
    likely_pair(workspace)
    row = Import.objects.of(workspace).get()
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
    apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    undo(workspace, row, now)
    assert read_file(workspace, linkedin_csv(MIN)).counts["likely"] == 1


def test_a_strangers_pairs_answer_nothing_here(workspace: Workspace, stranger: Any) -> None:
    likely_pair(stranger.workspace)
    row = Import.objects.of(stranger.workspace).get()
    start_applying(workspace=stranger.workspace, import_id=row.pk, options={}, now=row.created_at)
    apply_import(workspace=stranger.workspace, import_id=row.pk, clock=clock_at(row.created_at))
    _, mine = likely_pair(workspace)
    assert mine.counts["likely"] == 1


def test_former_colleagues_and_alumni_get_their_tie(workspace: Workspace) -> None:
    Profile.objects.filter(workspace=workspace).update(past_employers=["Tidewater Foods Ltd."])
    row = read_file(workspace, linkedin_csv(GABRIELA, SIYUAN))
    assert row.counts["former_colleagues"] == 1
    import_file(workspace, linkedin_csv(GABRIELA, SIYUAN), former_colleagues=True, tie="alumni")
    assert set(Tie.objects.of(workspace).values_list("person__family_name", "kind", "strength")) == {
        ("Ferreira", "former_colleague", 2),
        ("Chen", "alumni", 1),
    }


def test_a_column_that_is_left_out_is_not_kept(workspace: Workspace, now: datetime) -> None:
    row = read_file(workspace, linkedin_csv(GABRIELA))
    email = next(column["index"] for column in row.layout["columns"] if column["heading"] == "Email Address")
    change_columns(workspace=workspace, import_id=row.pk, fields={email: ""}, now=now)
    again = read_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    assert (again.state, again.counts["new"]) == (ImportState.READY, 1)
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
    apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    assert list(ContactPoint.objects.of(workspace).values_list("kind", flat=True)) == ["link"]


@pytest.mark.parametrize(
    ("data", "filename", "code"),
    [
        (b"", "empty.csv", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "photo.csv", "picture"),
        (b"%PDF-1.7 ...", "cv.csv", "pdf"),
    ],
)
def test_what_is_no_address_book_is_refused_by_name(
    workspace: Workspace, data: bytes, filename: str, code: str
) -> None:
    row = read_file(workspace, data, filename)
    assert (row.state, row.error["code"]) == (ImportState.REFUSED, code)


def many(count: int) -> bytes:
    return linkedin_csv(
        *(f"Given{n},Family{n},https://www.linkedin.com/in/person-{n},p{n}@mail.example,Firm {n % 7},Clerk,01 Jan 2024"
          for n in range(count))
    )  # fmt: skip


def test_a_killed_worker_left_whole_chunks_and_the_sweep_finishes_without_doubles(
    workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "CHUNK", 10)
    row = read_file(workspace, many(35))
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
    chunk, calls = applying._Applier.chunk, []

    def dies_in_the_second(self: Any, records: Any) -> None:
        calls.append(1)
        chunk(self, records)
        if len(calls) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(applying._Applier, "chunk", dies_in_the_second)
    with pytest.raises(KeyboardInterrupt):
        apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    monkeypatch.setattr(applying._Applier, "chunk", chunk)
    assert Person.objects.of(workspace).count() == 20
    assert left_alone(now=now + timedelta(seconds=59)) == []
    later = now + timedelta(seconds=61)
    assert left_alone(now=later) == [(workspace.pk, row.pk)]
    assert left_alone(now=later) == []
    carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(later))
    row.refresh_from_db()
    assert (row.state, row.progress) == (ImportState.DONE, 35)
    assert everything(workspace) == {
        "Person": 35, "ContactPoint": 70, "Organisation": 7, "Role": 35, "Tie": 0, "Note": 0, "PersonTag": 0
    }  # fmt: skip
    assert sorted(Organisation.objects.of(workspace).values_list("known", flat=True)) == [5] * 7


def test_a_chunk_that_fails_writes_nothing_at_all(
    workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = read_file(workspace, many(5))
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)

    def fails(self: Any, records: Any) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(applying._Applier, "_name_rivals", fails)
    with pytest.raises(RuntimeError):
        apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    row.refresh_from_db()
    assert (row.progress, everything(workspace)["Person"]) == (0, 0)


def test_two_workers_at_once_write_once(workspace: Workspace, now: datetime) -> None:
    row = read_file(workspace, many(5))
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
    first = applying._Applier(Import.objects.of(workspace).select_related("workspace").get(pk=row.pk), clock_at(now))
    apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    with pytest.raises(ImportStateError):
        first.chunk([])
    assert Person.objects.of(workspace).count() == 5


def test_people_added_between_reading_and_yes_are_not_doubled(workspace: Workspace, now: datetime) -> None:
    row = read_file(workspace, linkedin_csv(GABRIELA))
    make_person(workspace, given="Gabriela", family="Ferreira", emails=["g.ferreira@tidewater.example"],
                now=now + timedelta(minutes=1))  # fmt: skip
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now + timedelta(minutes=2))
    apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now + timedelta(minutes=2)))
    assert Person.objects.of(workspace).count() == 1


def test_undo_takes_a_whole_import_back_merges_included(workspace: Workspace, now: datetime) -> None:
    mine = make_person(workspace, given="Gaby", family="Ferreira", emails=["g.ferreira@tidewater.example"])
    before = everything(workspace)
    row = import_file(workspace, linkedin_csv(GABRIELA, SIYUAN))
    assert everything(workspace) != before
    undone = undo(workspace, row, now + timedelta(days=29))
    assert (undone.state, undone.counts["kept"]) == (ImportState.UNDONE, 0)
    assert everything(workspace) == before
    mine.refresh_from_db()
    assert mine.known_since is None
    assert search(workspace, "lantern") == []
    assert [found.id for found in search(workspace, "gaby")] == [mine.pk]


def test_undo_keeps_who_was_noted_changed_or_is_in_use(workspace: Workspace, now: datetime) -> None:
    row = import_file(workspace, many(5))
    people = list(Person.objects.of(workspace).order_by("source_row"))
    write_note(workspace=workspace, person_id=people[0].pk, text="Called back", now=now)
    set_tie(workspace=workspace, person_id=people[1].pk, kind="friend", strength=2, how_met="", now=now)

    def in_use(**_: Any) -> list[Any]:
        return [people[2].pk]

    persons_in_use.connect(in_use)
    try:
        undone = undo(workspace, row, now)
    finally:
        persons_in_use.disconnect(in_use)
    assert undone.counts["kept"] == 3
    assert set(Person.objects.of(workspace).values_list("pk", flat=True)) == {person.pk for person in people[:3]}
    assert ContactPoint.objects.of(workspace).count() == 6


def test_a_field_changed_after_the_merge_is_not_emptied(workspace: Workspace, now: datetime) -> None:
    mine = make_person(workspace, given="Gaby", family="Ferreira", emails=["g.ferreira@tidewater.example"])
    row = import_file(workspace, linkedin_csv(GABRIELA))
    Person.objects.of(workspace).filter(pk=mine.pk).update(known_since=date(2020, 1, 1))
    undo(workspace, row, now)
    mine.refresh_from_db()
    assert mine.known_since == date(2020, 1, 1)


def test_undo_ends_after_thirty_days(workspace: Workspace, now: datetime) -> None:
    row = import_file(workspace, linkedin_csv(GABRIELA))
    with pytest.raises(UndoExpiredError):
        start_undoing(workspace=workspace, import_id=row.pk, now=now + timedelta(days=30, seconds=1))
    start_undoing(workspace=workspace, import_id=row.pk, now=now + timedelta(days=30))


def test_a_strangers_people_are_neither_matched_nor_touched(workspace: Workspace, stranger: Any) -> None:
    make_person(stranger.workspace, given="Gabriela", family="Ferreira", emails=["g.ferreira@tidewater.example"])
    before = everything(stranger.workspace)
    row = import_file(workspace, linkedin_csv(GABRIELA))
    assert row.counts["new"] == 1
    assert everything(stranger.workspace) == before
    with pytest.raises(Import.DoesNotExist):
        start_undoing(workspace=stranger.workspace, import_id=row.pk, now=row.created_at)


@pytest.mark.parametrize("state", [ImportState.READING, ImportState.READY, ImportState.REFUSED])
def test_what_was_not_written_is_thrown_away_with_its_rows(workspace: Workspace, state: ImportState) -> None:
    row = read_file(workspace, linkedin_csv(GABRIELA, HIDDEN))
    Import.objects.of(workspace).update(state=state)
    discard_import(workspace=workspace, import_id=row.pk)
    assert not any(model.objects.of(workspace).exists() for model in (Import, ImportRow, Person))


@pytest.mark.parametrize("state", [state for state in ImportState if state not in UNWRITTEN])
def test_what_was_written_is_not_thrown_away(workspace: Workspace, state: ImportState) -> None:
    row = read_file(workspace, linkedin_csv(GABRIELA))
    Import.objects.of(workspace).update(state=state)
    with pytest.raises(ImportStateError):
        discard_import(workspace=workspace, import_id=row.pk)
    assert Import.objects.of(workspace).count() == 1


def test_a_stranger_discards_nothing(workspace: Workspace, stranger: Any) -> None:
    row = read_file(workspace, linkedin_csv(GABRIELA))
    with pytest.raises(Import.DoesNotExist):
        discard_import(workspace=Workspace.objects.exclude(pk=workspace.pk).get(), import_id=row.pk)
    assert Import.objects.of(workspace).count() == 1


@pytest.mark.parametrize(
    ("state", "goes"), [(state, state in (ImportState.READY, ImportState.REFUSED)) for state in ImportState]
)
def test_the_sweep_discards_what_was_left_for_a_week(
    workspace: Workspace, now: datetime, state: ImportState, goes: bool
) -> None:
    read_file(workspace, linkedin_csv(GABRIELA))
    Import.objects.of(workspace).update(state=state, touched_at=now)
    if goes:
        sweep(now + timedelta(days=7))
        assert Import.objects.of(workspace).count() == 1
        sweep(now + timedelta(days=7, seconds=1))
    else:
        Import.objects.of(workspace).update(touched_at=now + timedelta(days=30))
        sweep(now + timedelta(days=30))
    assert Import.objects.of(workspace).count() == (not goes)


def test_an_answered_pair_lets_the_file_wait_another_week(workspace: Workspace, now: datetime) -> None:
    _, row = likely_pair(workspace)
    pair = ImportRow.objects.of(workspace).get(source_import=row, outcome=RowOutcome.LIKELY)
    decide(workspace=workspace, row_id=pair.pk, decision=Decision.SAME, now=now + timedelta(days=6))
    sweep(now + timedelta(days=8))
    assert Import.objects.of(workspace).filter(pk=row.pk).exists()
