"""The zip that everything leaves in: complete, and readable by people and other programs."""

import csv
import io
import zipfile

import vobject
from django.utils import translation
from icalendar import Calendar

from askwell.accounts.models import User, Workspace
from askwell.desk.actions.export import export_workspace
from askwell.people.choices import ContactKind, TieKind
from askwell.people.models import ContactPoint, Note, Organisation, Person, PersonTag, Role, Tag, Tie
from tests.desk.planting import plant


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def zhou_min(workspace: Workspace, now) -> Person:
    person = Person.objects.create(
        workspace=workspace, given_name="Min", family_name="Zhou", native_name="周敏", languages="zh en",
        created_at=now, updated_at=now,
    )  # fmt: skip
    of_hers = {"workspace": workspace, "person": person}
    ContactPoint.objects.create(**of_hers, kind=ContactKind.EMAIL, value="zhou@mail.example", key="zhou@mail.example")
    ContactPoint.objects.create(**of_hers, kind=ContactKind.PHONE, value="+16045550111", key="+16045550111")
    employer = Organisation.objects.create(workspace=workspace, name="=Cedar & Pine", key="cedar pine")
    Role.objects.create(**of_hers, organisation=employer, title="Demand planner")
    Tie.objects.create(**of_hers, kind=TieKind.INTRODUCED)
    PersonTag.objects.create(**of_hers, tag=Tag.objects.create(workspace=workspace, name="food", key="food"))
    Note.objects.create(**of_hers, text="<b>成都人</b>", written_at=now)
    return person


def test_the_zip_holds_the_data_and_what_other_programs_read(workspace: Workspace, now) -> None:
    plant(workspace, "canary")
    assert list(members(export_workspace(workspace=workspace, now=now))) == [
        "README.txt", "index.html", "askwell.json", "people.csv", "people.vcf", "calendar.ics",
    ]  # fmt: skip


def test_the_same_workspace_at_the_same_moment_gives_the_same_bytes(workspace: Workspace, now) -> None:
    plant(workspace, "canary")
    assert export_workspace(workspace=workspace, now=now) == export_workspace(workspace=workspace, now=now)


def test_the_table_runs_no_formula(workspace: Workspace, now) -> None:
    zhou_min(workspace, now)
    text = members(export_workspace(workspace=workspace, now=now))["people.csv"].decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(text, newline=""))
    assert row[:-1] == [
        "Min", "Zhou", "周敏", "", "", "Demand planner", "'=Cedar & Pine", "zhou@mail.example", "'+16045550111", "", "",
        "zh ; en", "", "", "Introduced by someone", "food", "", "", "<b>成都人</b>",
    ]  # fmt: skip
    assert row[-1].startswith('{"person":')


def test_the_address_book_is_read_by_another_library(workspace: Workspace, now) -> None:
    zhou_min(workspace, now)
    text = members(export_workspace(workspace=workspace, now=now))["people.vcf"].decode()
    (card,) = vobject.readComponents(text)
    assert {line.value for line in card.contents["fn"]} == {"Min Zhou", "周敏"}
    assert [line.value for line in card.contents["email"]] == ["zhou@mail.example"]
    assert card.org.value == ["=Cedar & Pine"]
    assert card.note.value == "<b>成都人</b>"


def test_the_calendar_holds_each_duty_and_agreed_time_once(workspace: Workspace, now) -> None:
    rows = plant(workspace, "canary")
    rows["outreach.Thread"].__class__.objects.of(workspace).update(state="scheduled")
    rows["outreach.FollowUp"].__class__.objects.of(workspace).update(kind="thank", dismissed_at=None)
    calendar = Calendar.from_ical(members(export_workspace(workspace=workspace, now=now))["calendar.ics"])
    assert [(entry.name, str(entry["summary"])) for entry in calendar.subcomponents] == [
        ("VEVENT", "Information interview: canary canary"),
        ("VTODO", "Thank: canary canary"),
    ]


def test_the_readable_page_escapes_what_people_wrote(workspace: Workspace, now) -> None:
    zhou_min(workspace, now)
    page = members(export_workspace(workspace=workspace, now=now))["index.html"].decode()
    assert "&lt;b&gt;成都人&lt;/b&gt;" in page
    assert "<b>" not in page
    assert '<span class="zh" lang="zh-Hans">周敏</span>' in page


def test_the_readable_page_says_its_language(workspace: Workspace, now) -> None:
    with translation.override("zh-hans"):
        page = members(export_workspace(workspace=workspace, now=now))["index.html"].decode()
    assert '<html lang="zh-Hans">' in page


def test_nothing_of_another_workspace_leaves(workspace: Workspace, stranger: User, now) -> None:
    assert stranger.workspace
    plant(stranger.workspace, "zqsecret")
    zhou_min(workspace, now)
    assert [
        name for name, data in members(export_workspace(workspace=workspace, now=now)).items() if b"zqsecret" in data
    ] == []
