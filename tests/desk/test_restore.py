"""What is exported comes back whole; what is damaged changes nothing."""

import io
import json
import zipfile
from base64 import b64encode
from typing import Any

import pytest

from askwell.accounts.models import Profile, User, Workspace, WorkspaceModel
from askwell.desk.actions.export import export_workspace
from askwell.desk.actions.restore import WorkspaceNotEmpty, import_workspace, is_empty
from askwell.desk.queries.tables import EXPORTED, LEFT_OUT, exported, fields_of, owned, table
from askwell.desk.rules import archive
from askwell.desk.rules.archive import DamagedArchive, TooLargeArchive, UnknownVersion
from tests.desk.planting import plant
from tests.factories.cards import JPEG

PERSON = "people.Person"


def read(data: bytes) -> dict[str, Any]:
    """askwell.json without what differs by intent: when it was made and for which workspace."""
    contents = archive.unpack(data)
    return {key: contents[key] for key in ("profile", "tables")}


def with_plain_ids(contents: dict[str, Any]) -> str:
    """The same with every id replaced by its place in the tables."""
    text = json.dumps(contents, ensure_ascii=False)
    ids = [row["id"] for rows in contents["tables"].values() for row in rows]
    for number, key in enumerate(ids):
        text = text.replace(key, f"id-{number}")
    return text


def changed(data: bytes, change: Any) -> bytes:
    contents = archive.unpack(data)
    change(contents)
    return zipped(json.dumps(contents).encode())


def zipped(text: bytes, name: str = archive.MEMBER, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as file:
        file.writestr(name, text)
    return packed.getvalue()


@pytest.fixture
def other(stranger: User) -> Workspace:
    assert stranger.workspace
    return stranger.workspace


@pytest.fixture
def exportation(workspace: Workspace, now) -> bytes:
    plant(workspace, "canary")
    return export_workspace(workspace=workspace, now=now)


def test_every_table_of_a_workspace_is_exported_or_left_out_with_a_reason() -> None:
    assert {model._meta.label for model in owned()} == {*EXPORTED, *LEFT_OUT}
    assert all(LEFT_OUT.values())


def test_each_table_refers_only_to_those_before_it() -> None:
    seen: set[type[WorkspaceModel]] = set()
    for model in exported():
        seen.add(model)
        assert {field.related_model for field in fields_of(model) if field.is_relation} <= seen


@pytest.mark.django_db(transaction=True)
def test_a_workspace_brought_in_elsewhere_is_equal_id_by_id(workspace: Workspace, other: Workspace, now) -> None:
    plant(workspace, "canary")
    data = export_workspace(workspace=workspace, now=now)
    for model in reversed(list(exported())):
        model.objects.of(workspace).delete()

    rows = import_workspace(workspace=other, data=data, now=now)

    assert rows == len(EXPORTED)
    assert read(export_workspace(workspace=other, now=now)) == read(data)


def test_beside_the_original_ids_are_renewed_and_everything_else_is_equal(
    workspace: Workspace, other: Workspace, exportation: bytes, now
) -> None:
    import_workspace(workspace=other, data=exportation, now=now)

    again = read(export_workspace(workspace=other, now=now))
    assert with_plain_ids(again) == with_plain_ids(read(exportation))
    assert again != read(exportation)
    assert read(export_workspace(workspace=workspace, now=now)) == read(exportation)


def test_ids_inside_json_are_renewed_with_their_rows(
    workspace: Workspace, other: Workspace, exportation: bytes, now
) -> None:
    person = table(PERSON).objects.of(workspace).get()
    table("outreach.FollowUp").objects.of(workspace).update(facts={"second": str(person.pk), "of": [str(person.pk)]})

    import_workspace(workspace=other, data=export_workspace(workspace=workspace, now=now), now=now)

    theirs = str(table(PERSON).objects.of(other).get().pk)
    assert theirs != str(person.pk)
    assert table("outreach.FollowUp").objects.of(other).get().facts == {"second": theirs, "of": [theirs]}


def test_only_an_empty_workspace_takes_an_export(workspace: Workspace, exportation: bytes, now) -> None:
    with pytest.raises(WorkspaceNotEmpty):
        import_workspace(workspace=workspace, data=exportation, now=now)


def test_an_older_export_without_a_new_column_gets_its_default(other: Workspace, exportation: bytes, now) -> None:
    older = changed(exportation, lambda contents: contents["tables"][PERSON][0].pop("nickname"))

    import_workspace(workspace=other, data=older, now=now)

    assert table(PERSON).objects.of(other).get().nickname == ""


def rename(old: str, new: str) -> Any:
    return lambda contents: contents["tables"].update({new: contents["tables"].pop(old)})


def set_cell(label: str, column: str, value: object) -> Any:
    return lambda contents: contents["tables"][label][0].update({column: value})


def double(contents: dict[str, Any]) -> None:
    contents["tables"][PERSON] *= 2


INTRUDER = {"model": "accounts.user", "pk": "0" * 32, "fields": {"email": "x@x.example", "is_superuser": True}}
BROKEN = {
    "a row of another table that a merge would bring back": set_cell("people.Merge", "held", [INTRUDER]),
    "a user in place of a merged person": set_cell("people.Merge", "gone", INTRUDER),
    "a reference to a row that is not there": set_cell("people.Note", "person_id", "0" * 32),
    "an id twice": double,
    "an unknown table": rename("people.Note", "people.Secret"),
    "an unknown column": set_cell(PERSON, "is_admin", True),
    "a workspace of its own": set_cell(PERSON, "workspace_id", "0" * 32),
    "an id that is none": set_cell(PERSON, "id", "me"),
    "a number for a name": set_cell(PERSON, "given_name", 7),
    "a name longer than its column": set_cell(PERSON, "given_name", "x" * 121),
    "a NUL in a name": set_cell(PERSON, "given_name", "a\0b"),
    "nothing where something is needed": set_cell(PERSON, "created_at", None),
    "a day that is none": set_cell(PERSON, "obtained_on", "2026-02-30"),
    "a moment without a zone": set_cell(PERSON, "created_at", "2026-11-25T10:00:00"),
    "a number too large for its column": set_cell("people.Tie", "strength", 99_999),
    "a file that is no base64": set_cell("people.Import", "data", "?"),
    "a picture with something behind it": set_cell("people.CardPicture", "data", b64encode(JPEG + b"MZ").decode()),
    "tables that are a list": lambda contents: contents.update(tables=[]),
    "rows that are a word": lambda contents: contents["tables"].update({PERSON: "Mei"}),
    "no profile": lambda contents: contents.pop("profile"),
    "a profile that is too long": lambda contents: contents["profile"].update(name="x" * 121),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_contradicts_itself_is_refused_whole(what: str, other: Workspace, exportation: bytes, now) -> None:
    before = Profile.objects.filter(workspace=other).values().get()

    with pytest.raises(DamagedArchive):
        import_workspace(workspace=other, data=changed(exportation, BROKEN[what]), now=now)

    assert is_empty(other)
    assert Profile.objects.filter(workspace=other).values().get() == before


NO_ARCHIVES = {
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
    "a zip of something else": zipped(b"{}", "Connections.csv"),
    "no JSON": zipped(b"{'format': 'askwell'}"),
    "JSON of something else": zipped(b'{"format": "card", "version": 1}'),
    "a list": zipped(b"[]"),
    "a very deep list": zipped(b"[" * 200_000, method=zipfile.ZIP_STORED),
    "not a number": zipped(b'{"format": "askwell", "version": NaN}'),
}


@pytest.mark.parametrize("what", NO_ARCHIVES)
def test_what_is_no_export_says_so(what: str) -> None:
    with pytest.raises(DamagedArchive):
        archive.unpack(NO_ARCHIVES[what])


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_export_says_so(kept: float, exportation: bytes) -> None:
    with pytest.raises(DamagedArchive):
        archive.unpack(exportation[: int(len(exportation) * kept)])


def test_a_flipped_byte_is_noticed(exportation: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(exportation)) as file:
        start = file.getinfo(archive.MEMBER).header_offset + 60
    flipped = bytes([*exportation[:start], exportation[start] ^ 255, *exportation[start + 1 :]])
    with pytest.raises(DamagedArchive):
        archive.unpack(flipped)


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_another_version_is_named(version: object) -> None:
    text = json.dumps({"format": "askwell", "version": version}).encode()
    with pytest.raises(UnknownVersion) as refused:
        archive.unpack(zipped(text))
    assert refused.value.version == version


def test_a_zip_bomb_is_refused_before_it_unfolds() -> None:
    with pytest.raises(TooLargeArchive):
        archive.unpack(zipped(b" " * (50 * 2**20)))


def test_a_bomb_that_lies_about_its_size_unfolds_no_further_than_it_says() -> None:
    data = bytearray(zipped(b" " * (50 * 2**20)))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(DamagedArchive):
        archive.unpack(bytes(data))
