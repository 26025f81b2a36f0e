"""What went out comes back: whole into an empty Askwell, and without a new person into the same one."""

import csv
import io
import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from askwell.accounts.models import User, Workspace
from askwell.desk.actions.erase import erase_everything
from askwell.desk.actions.export_people import table, vcards
from askwell.desk.queries.cards import everyone, kept
from askwell.lib.emails import normalise_email
from askwell.lib.text import HAN, clean
from askwell.people.actions import (
    NobodyError,
    NoRoleError,
    UnreadableAddressError,
    add_contact_point,
    add_role,
    archive_person,
    set_tie,
    stop_contacting,
    write_note,
)
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, ImportRow, Organisation, Person, StoppedAddress
from askwell.people.queries import search
from askwell.people.rules.stored import record_from_json, record_to_json
from askwell.protocols.contacts import ContactRecord, inspect, read
from askwell.protocols.contacts.own import LONGEST, OwnFacts, own_from_text, own_to_text
from tests.conftest import NOW
from tests.factories.people import import_file, make_person

FORMATS = {"vcf": vcards, "csv": table}


def taken_out(workspace: Workspace, suffix: str, *, whole: bool = True) -> bytes:
    return b"".join(FORMATS[suffix](workspace=workspace, ids=everyone(workspace), whole=whole))


def told(workspace: Workspace) -> list[tuple[dict[str, Any], Any]]:
    """Everyone with all that hangs on them, without ids and moments of writing."""
    people = []
    for one in kept(workspace, everyone(workspace)):
        row = {name: value for name, value in one.row.items() if name not in ("id", "updated_at", "archived_at")}
        people.append((row, one.hung))
    return people


def somebody_with_everything(workspace: Workspace, now: datetime) -> Person:
    person = make_person(
        workspace, given="Min, Grace", family="Zhou; née Li", native="周敏", nickname="“G” \\ 小敏 🌿",
        credentials="MBA, PMP",
        languages="zh en yue", place="Burnaby, BC; Canada", known_since=date(2021, 3, 4), keeps_lunar_new_year=True,
        emails=["zhou@cedar.example", "min@home.example"], phones=["+1 604 555 0111", "604-555-0112"],
        links=["https://www.linkedin.com/in/minzhou", "https://min.example/a,b;c"], wechat="minzhou88",
        title="Planner, demand", organisation="Cedar & Pine Foods Ltd.", tie_kind="classmate", strength=3,
        how_met="evening class;\\ “Excel”", tags=["=SUM(A1)", "food, dry", "朋友"],
        note="=1+1\nline two, and; three\\n",
        obtained="referred", obtained_from="Aisha, who else", now=now,
    )  # fmt: skip
    of_hers: dict[str, Any] = {"workspace": workspace, "person_id": person.pk, "now": now}
    add_contact_point(**of_hers, kind="wechat", value="zhou_work", obtained="card", obtained_on=date(2024, 2, 29))
    add_role(
        **of_hers, title="Buyer", organisation="成都食品有限公司", started_on=date(2012, 1, 1),
        ended_on=date(2019, 6, 30),
        is_current=False,
    )  # fmt: skip
    add_role(
        **of_hers, title="Board member", organisation="Pine Society", started_on=date(2020, 1, 1), ended_on=None,
        is_current=True,
    )  # fmt: skip
    set_tie(**of_hers, kind="former_colleague", strength=2, how_met="")
    write_note(**{**of_hers, "now": datetime(2025, 1, 2, 3, 4, tzinfo=UTC)}, text="@home: +1 🙂\n\n“第二条”，逗号")
    return person


@pytest.mark.parametrize("suffix", FORMATS)
def test_everything_comes_back_into_an_empty_askwell(
    suffix: str, workspace: Workspace, stranger: User, now: datetime
) -> None:
    somebody_with_everything(workspace, now)
    make_person(workspace, given="", family="", native="欧阳娜娜", now=now)
    make_person(workspace, given="", family="", native="최유림", emails=["yurim@post.example"], now=now)
    make_person(workspace, given="", family="", phones=["+1 604 555 0199"], now=now)
    make_person(workspace, given="-", family="n/a", title="@", organisation="=cmd|' /C calc'!A0", now=now)
    assert stranger.workspace
    import_file(stranger.workspace, taken_out(workspace, suffix), f"people.{suffix}")
    assert told(stranger.workspace) == told(workspace)
    employers = [
        list(Organisation.objects.of(one).order_by("key").values_list("name", "known"))
        for one in (workspace, stranger.workspace)
    ]
    assert employers[0] == employers[1]


@pytest.mark.parametrize("suffix", FORMATS)
def test_into_the_same_askwell_nobody_is_doubled_and_nothing_added(
    suffix: str, workspace: Workspace, now: datetime
) -> None:
    somebody_with_everything(workspace, now)
    twins = [make_person(workspace, given="Wei", family="Chen", now=now) for _ in range(2)]
    archive_person(workspace=workspace, person_id=twins[0].pk, now=now)
    before = told(workspace)
    done = import_file(workspace, taken_out(workspace, suffix), f"people.{suffix}")
    assert told(workspace) == before
    rows = ImportRow.objects.of(workspace).filter(source_import=done).order_by("number")
    assert [(row.outcome, row.reason, row.changes) for row in rows] == [("merged", "came_back", {})] * 3


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_handed_on_comes_back_without_a_new_person_and_holds_nothing_private(
    suffix: str, workspace: Workspace, now: datetime
) -> None:
    person = somebody_with_everything(workspace, now)
    data = taken_out(workspace, suffix, whole=False)
    text = data.decode().replace("\r\n ", "")
    for private in ("第二条", "朋友", "Aisha", "classmate", "evening", "X-ASKWELL", "Askwell", "成都", str(now.year)):
        assert private not in text.replace(f"REV:{now.year}", ""), private
    import_file(workspace, data, f"people.{suffix}")
    assert [one.pk for one in Person.objects.of(workspace)] == [person.pk]


@pytest.mark.parametrize("suffix", FORMATS)
def test_who_asked_not_to_be_contacted_comes_back_as_such(
    suffix: str, workspace: Workspace, stranger: User, now: datetime
) -> None:
    person = somebody_with_everything(workspace, now)
    stop_contacting(workspace=workspace, person_id=person.pk, why="Please, no", now=now)
    data = taken_out(workspace, suffix)
    assert stranger.workspace
    import_file(stranger.workspace, data, f"people.{suffix}")
    assert told(stranger.workspace) == told(workspace)
    rows = [StoppedAddress.objects.of(one).count() for one in (workspace, stranger.workspace)]
    assert rows[0] == rows[1] > 8
    done = import_file(workspace, data, f"people.{suffix}")
    assert ImportRow.objects.of(workspace).get(source_import=done).reason == "do_not_contact"


@pytest.mark.parametrize("suffix", FORMATS)
def test_who_asked_is_left_alone_also_when_their_name_was_put_right(
    suffix: str, workspace: Workspace, stranger: User, now: datetime
) -> None:
    person = make_person(
        workspace, given="Wie", family="Chen", emails=["wei@x.example"], title="Buyer", organisation="Cedar", note="shy"
    )
    stop_contacting(workspace=workspace, person_id=person.pk, why="Please, no", now=now)
    data = taken_out(workspace, suffix).decode()
    data = data.replace("\nWie,", "\nWei,").replace("FN:Wie", "FN:Wei").replace("N:Chen;Wie", "N:Chen;Wei")
    assert stranger.workspace
    import_file(stranger.workspace, data.encode(), f"people.{suffix}")
    (one,) = kept(stranger.workspace, everyone(stranger.workspace))
    assert (one.row["given_name"], one.row["do_not_contact_at"], one.row["do_not_contact_why"]) == (
        "Wei", now, "Please, no",
    )  # fmt: skip
    assert (one.hung.of(ContactKind.EMAIL), one.hung.role) == (("wei@x.example",), ("Buyer", "Cedar"))
    assert [text for text, _ in one.hung.notes] == ["shy"]


def test_somebody_elses_id_in_the_file_opens_no_door(workspace: Workspace, stranger: User, now: datetime) -> None:
    theirs = make_person(workspace, given="Wei", family="Chen", now=now)
    assert stranger.workspace
    import_file(stranger.workspace, taken_out(workspace, "csv"), "people.csv")
    assert Person.objects.of(stranger.workspace).get().pk != theirs.pk
    assert Person.objects.of(workspace).count() == 1


def test_a_row_copied_for_somebody_else_is_somebody_else(workspace: Workspace, now: datetime) -> None:
    """In a spreadsheet: the row of one person copied, the name and address changed, the last column left."""
    make_person(workspace, given="Wei", family="Chen", emails=["wei@x.example"], note="shy", now=now)
    data = taken_out(workspace, "csv").decode().replace("Wei,Chen", "Bo,Fox").replace("wei@x", "bo@x", 1)
    import_file(workspace, data.encode(), "people.csv")
    assert sorted(Person.objects.of(workspace).values_list("given_name", flat=True)) == ["Bo", "Wei"]


def test_what_was_changed_in_the_spreadsheet_counts(workspace: Workspace, stranger: User, now: datetime) -> None:
    make_person(
        workspace, given="Wei", family="Chen", emails=["wei@x.example", "w@y.example"], title="Buyer",
        organisation="Cedar", tags=["old"], note="shy", place="Delta", obtained="card", obtained_from="fair", now=now,
    )  # fmt: skip
    cells = list(csv.reader(io.StringIO(taken_out(workspace, "csv").decode("utf-8-sig"), newline="")))
    changes = {"Title": "Head buyer", "E-mail": "w@y.example ; new@z.example", "Tags": "new", "Place": "Surrey, BC"}
    for heading, value in changes.items():
        cells[1][cells[0].index(heading)] = value
    text = io.StringIO(newline="")
    csv.writer(text).writerows(cells)
    assert stranger.workspace
    import_file(stranger.workspace, text.getvalue().encode(), "people.csv")
    ((row, hung),) = told(stranger.workspace)
    assert (row["place"], hung.role, hung.tags) == ("Surrey, BC", ("Head buyer", "Cedar"), ["new"])
    assert [text for text, _ in hung.notes] == ["shy"]
    points = ContactPoint.objects.of(stranger.workspace).order_by("id")
    assert [(one.value, one.obtained, one.obtained_from) for one in points] == [
        ("w@y.example", "card", "fair"), ("new@z.example", "csv", ""),
    ]  # fmt: skip


def test_who_came_back_is_found_by_what_they_did_before(workspace: Workspace, stranger: User, now: datetime) -> None:
    somebody_with_everything(workspace, now)
    assert stranger.workspace
    import_file(stranger.workspace, taken_out(workspace, "vcf"), "people.vcf")
    assert [one.native for one in search(stranger.workspace, "成都食品")] == ["周敏"]


@pytest.mark.parametrize("language", ["en", "zh-hans", "fr"])
@pytest.mark.parametrize("whole", [True, False])
def test_the_headings_of_each_language_are_known(language: str, whole: bool, workspace: Workspace, now) -> None:
    person = somebody_with_everything(workspace, now)
    with translation.override(language):
        data = b"".join(table(workspace=workspace, ids=[person.pk], whole=whole))
    layout = inspect(data, "people.csv")
    shared = [
        "given", "family", "native_name", "nickname", "suffix", "title", "organisation", "email", "phone", "link",
        "wechat", "language", "place",
    ]  # fmt: skip
    own = [None, None, "tag", "known_since", None, "note", "own"]
    assert [column.field for column in layout.columns] == shared + (own if whole else [])


def test_lines_of_a_card_are_folded_and_no_character_is_cut(workspace: Workspace, now: datetime) -> None:
    somebody_with_everything(workspace, now)
    lines = taken_out(workspace, "vcf").split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert all(line.decode() is not None for line in lines)


def test_no_cell_of_a_spreadsheet_runs(workspace: Workspace, now: datetime) -> None:
    for start in ("=", "+", "-", "@", "\t=", " =", "＝", "'="):
        make_person(workspace, given=f"{start}cmd", family="X", organisation=f"{start}1", tags=[f"{start}a"], now=now)
    for row in csv.reader(io.StringIO(taken_out(workspace, "csv").decode("utf-8-sig"), newline="")):
        assert not [cell for cell in row if cell.strip(" \n\t").startswith(("=", "+", "-", "@", "＝"))]


def test_the_file_is_written_a_thousand_at_a_time(workspace: Workspace, now, django_assert_num_queries) -> None:
    for number in range(3):
        make_person(workspace, given=f"P{number}", family="Q", now=now)
    ids = everyone(workspace)
    with django_assert_num_queries(6):
        b"".join(vcards(workspace=workspace, ids=ids, whole=True))
    with django_assert_num_queries(6):
        b"".join(table(workspace=workspace, ids=ids[:1], whole=True))


SAYS_NOTHING = {"null", "none", "nil", "na", "n/a", "-", "--", "/", "?"}
"""Words that other programs write for nothing: in any file they are read as nothing."""
TEXT = st.text(
    st.sampled_from("aé ,;:\\\"'\n\t=+-@周敏張🙂·|/()#n0\u3000\u00a0<>&") | st.characters(codec="utf-8"), max_size=24
).filter(lambda text: clean(text).lower() not in SAYS_NOTHING)
EMAILS = st.emails().filter(normalise_email)
DAYS = st.none() | st.dates(date(1950, 1, 1), date(2050, 1, 1))
PEOPLE = st.fixed_dictionaries(
    {
        "given": TEXT, "family": TEXT, "native": st.sampled_from(["", "周敏", "欧阳娜娜"]),
        "nickname": TEXT, "credentials": TEXT, "languages": st.sampled_from(["", "zh en", "yue"]), "place": TEXT,
        "known_since": DAYS, "title": TEXT, "organisation": TEXT, "tags": st.lists(TEXT, max_size=3),
        "note": TEXT, "how_met": TEXT, "wechat": TEXT.map(clean), "emails": st.lists(EMAILS, max_size=2),
        "obtained": st.sampled_from(["card", "published"]), "obtained_from": TEXT,
    }
)  # fmt: skip


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=st.lists(PEOPLE, min_size=1, max_size=3), past=st.lists(st.tuples(TEXT, TEXT, DAYS, DAYS), max_size=2))
def test_whatever_people_write_comes_back(
    workspace: Workspace, stranger: User, now: datetime, facts: list[dict[str, Any]], past: Iterable[Any]
) -> None:
    assert stranger.workspace
    erase_everything(workspace=workspace, now=NOW)
    apart = (("Annabelle", "Quill"), ("Bartholomew", "Stone"), ("Cyrus", "Vance"))  # alike, they would be one person
    for (first, last), one in zip(apart, facts, strict=False):
        if first != "Annabelle":  # nor may two of them share a name in Chinese
            one |= {"native": "", **{part: re.sub(f"[{HAN}]", "", one[part]) for part in ("given", "family")}}
        one["given"], one["family"] = first + one["given"], last + one["family"]
        one["emails"] = [f"{first}.{email}" for email in one["emails"] if normalise_email(f"{first}.{email}")]
    try:
        people = [make_person(workspace, **one, tie_kind="friend", strength=2, now=now) for one in facts]
    except (NobodyError, UnreadableAddressError):
        reject()
    for title, organisation, started, ended in past:
        with suppress(NoRoleError):
            add_role(
                workspace=workspace, person_id=people[0].pk, title=title, organisation=organisation, started_on=started,
                ended_on=ended, is_current=False, now=now,
            )  # fmt: skip
    for suffix in FORMATS:
        erase_everything(workspace=stranger.workspace, now=NOW)
        data = taken_out(workspace, suffix)
        import_file(stranger.workspace, data, f"people.{suffix}")
        assert told(stranger.workspace) == told(workspace)
        import_file(workspace, data, f"people.{suffix}")
        assert Person.objects.of(workspace).count() == len(people)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*OwnFacts.__slots__, "x"]), inner),
    max_leaves=12,
)


@given(value=JUNK)
def test_a_strangers_value_is_read_or_refused_but_never_fails(value: Any) -> None:
    found = own_from_text(json.dumps(value))
    assert found is None or own_from_text(own_to_text(found)) == found


BOMBS = (
    "{" * 100_000,
    '{"tags":' + "[" * 100_000,
    '{"given":"' + "a" * LONGEST + '"}',
    "{}x",
    '{"ties":[["friend",1e999,""]]}',
)


@pytest.mark.parametrize("text", BOMBS)
def test_a_bomb_of_a_value_is_refused(text: str) -> None:
    assert own_from_text(text) is None


def test_an_unsound_value_costs_nothing_else(workspace: Workspace, now: datetime) -> None:
    for value in ('{"points":[["email","x@y.example"]]}', '{"roles":7}', '{"given":"Ann","points":[[1,2,3,4,5]]}'):
        cell = value.replace('"', '""')
        data = f'Given name,Family name,E-mail,Askwell\nAnn,Lee,ann@post.example,"{cell}"\n'
        (record,) = read(data.encode(), inspect(data.encode(), "a.csv"))
        assert isinstance(record, ContactRecord)
        assert (record.name.family, record.emails, record.own) == ("Lee", ("ann@post.example",), None)


def test_a_stored_record_keeps_it(workspace: Workspace, now: datetime) -> None:
    somebody_with_everything(workspace, now)
    data = taken_out(workspace, "vcf")
    (record,) = read(data, inspect(data, "a.vcf"))
    assert isinstance(record, ContactRecord)
    assert record_from_json(record_to_json(record)) == replace(record, raw=())
