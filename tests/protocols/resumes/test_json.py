"""JSON Resume is read whatever stands in it, nothing is lost without a remark, and what is written comes back."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.resumes import (
    Certificate,
    Interest,
    Job,
    Link,
    Project,
    Read,
    Remark,
    Resume,
    ResumeError,
    Skill,
    Spoken,
    from_json_resume,
    to_json_resume,
)
from askwell.protocols.resumes.json_in import read_json
from tests.protocols.resumes.schema import BASICS, LISTS, LOCATION, PROFILES, faults
from tests.protocols.resumes.strategies import ANY_JSON, RESUMES

FULL: dict[str, Any] = {
    "basics": {"name": "Rong Bai", "location": {"city": "Nelson"}, "profiles": [{"network": "GitHub"}]},
    **{name: [dict.fromkeys((field.split(":")[0] for field in fields.split()), "")] for name, fields in LISTS.items()},
}


def code_of(read: Callable[[Any], Read], value: object) -> str:
    try:
        read(value)
    except ResumeError as error:
        return error.code
    return ""


def read_of(**parts: object) -> Read:
    return from_json_resume(parts)


@given(RESUMES)
def test_what_is_written_comes_back_equal(resume: Resume) -> None:
    written = json.loads(json.dumps(to_json_resume(resume)))
    again = from_json_resume(written)
    assert again.resume == resume
    assert again.remarks == ()


@given(RESUMES)
def test_every_export_is_valid(resume: Resume) -> None:
    assert faults(to_json_resume(resume)) == []


def test_the_schema_of_these_tests_refuses_what_is_wrong() -> None:
    assert faults({"work": None}) == ["None is not of type 'array'"]
    assert faults({"work": [{"startDate": "March"}]}) != []
    assert faults({"basics": {"email": "nowhere"}}) == ["'nowhere' is not a 'email'"]


@given(st.data())
def test_any_value_in_any_place_is_read_and_can_be_written(data: st.DataObject) -> None:
    value = json.loads(json.dumps(FULL))
    name = data.draw(st.sampled_from(sorted(value)))
    place = data.draw(st.sampled_from(["all", "item", "field"]))
    holder = value[name][0] if isinstance(value[name], list) else value[name]
    odd = data.draw(ANY_JSON)
    if place == "all":
        value[name] = odd
    elif place == "item" and isinstance(value[name], list):
        value[name] = [odd, holder]
    else:
        holder[data.draw(st.sampled_from(sorted(holder)))] = odd
    assert faults(to_json_resume(from_json_resume(value).resume)) == []


@given(ANY_JSON)
def test_any_json_is_a_resume_or_refused(value: object) -> None:
    assert code_of(from_json_resume, value) in ("", "not_a_resume")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_resume_or_refused(data: bytes) -> None:
    assert code_of(read_json, data) in ("", "damaged", "not_a_resume")


EXAMPLES: dict[str, object] = {
    "text": "Teal",
    "uri": "https://teal.example/a",
    "email": "t@teal.example",
    "date": "2021-03",
    "texts": ["Teal", "Blue"],
}
Path = tuple[str, ...]


def every_field() -> list[tuple[Path, str]]:
    objects = {("basics",): BASICS, ("basics", "location"): LOCATION, ("basics", "profiles"): PROFILES}
    objects |= {(name,): fields for name, fields in LISTS.items()}
    pairs = [(path, *field.split(":")) for path, fields in objects.items() for field in fields.split()]
    return [((*path, name), kind) for path, name, kind in pairs]


FIELDS = pytest.mark.parametrize(("path", "kind"), every_field(), ids=str)


def has_no_place(path: Path) -> bool:
    return path[-1] in ("image", "type") or path == ("projects", "keywords")


def placed(path: Path, value: object) -> dict[str, Any]:
    for name in reversed(path):
        value = {name: [value] if name in (*LISTS, "profiles") else value}
    assert isinstance(value, dict)
    return value


@FIELDS
def test_each_field_of_the_schema_is_kept_or_named(path: Path, kind: str) -> None:
    value = "CA" if path[-1] == "countryCode" else EXAMPLES[kind]
    written = placed(path, value)
    assert faults(written) == []
    read = from_json_resume(written)
    if has_no_place(path):
        assert [remark.code for remark in read.remarks] == ["unknown_field"]
        assert read.remarks[0].where.endswith(path[-1])
    else:
        assert read.remarks == ()
        kept = to_json_resume(read.resume)
        assert faults(kept) == []
        for name in path:
            kept = kept[name][0] if name in (*LISTS, "profiles") else kept[name]
        assert kept == value or (path[-1] == "roles" and kept == ["Teal, Blue"])


@FIELDS
def test_a_wrong_type_in_each_field_is_named(path: Path, kind: str) -> None:
    read = from_json_resume(placed(path, {"a": True}))
    code = "unknown_field" if has_no_place(path) else "wrong_type"
    assert [(remark.code, remark.text) for remark in read.remarks] == [(code, '{"a": true}')]


def test_what_has_no_place_is_named_with_its_path() -> None:
    read = read_of(
        basics={"name": "Ana", "image": "a.png", "location": {"countryCode": "Kanada"}},
        work=[{"name": "Teal Ltd", "startDate": "last spring", "remote": True}, 7, None],
        projects=[{"name": "Dyes", "keywords": ["blue"]}],
        hobbies=["chess"],
    )
    assert read.remarks == (
        Remark("unknown_field", "basics.location.countryCode", "Kanada"),
        Remark("unknown_field", "basics.image", "a.png"),
        Remark("date_unreadable", "work[0].startDate", "last spring"),
        Remark("unknown_field", "work[0].remote", "true"),
        Remark("unknown_field", "projects[0].keywords", '["blue"]'),
        Remark("unknown_field", "hobbies", '["chess"]'),
    )
    assert read.resume.work == (Job(organisation="Teal Ltd"), Job(organisation="7"))


def test_older_names_of_fields_and_bare_texts_are_understood() -> None:
    read = read_of(
        basics={"website": "ana.example"},
        work=[{"company": "Teal Ltd", "position": "Dyer", "startDate": "March 2021", "endDate": "Present"}],
        skills=["Indigo", {"name": "Tools", "keywords": ["Vat", "Loom"]}],
        languages=["French"],
        interests="chess",
    )
    assert read.remarks == ()
    assert read.resume == Resume(
        url="https://ana.example",
        work=(Job("Dyer", "Teal Ltd", start="2021-03"),),
        skills=(Skill("Indigo"), Skill("Tools", ("Vat", "Loom"))),
        languages=(Spoken("French"),),
        interests=(Interest("chess"),),
    )


def test_addresses_that_are_none_are_not_kept() -> None:
    read = read_of(
        basics={"url": "javascript:alert(1)", "email": "at home", "profiles": [{"url": "mailto:a@b.example"}]}
    )
    assert (read.resume.url, read.resume.email, read.resume.links) == ("", "", ())
    assert [remark.code for remark in read.remarks] == ["address_unreadable"] * 3


def test_what_the_schema_has_no_field_for_goes_along() -> None:
    resume = Resume(native_name="白蓉", work=(Job("Dyer", note="Saturdays"),), languages=(Spoken("Teal", "full"),))
    written = to_json_resume(resume)
    assert written["work"] == [{"position": "Dyer", "askwell": {"note": "Saturdays"}}]
    assert written["basics"] == {"askwell": {"native_name": "白蓉", "language": ""}}
    assert written["languages"][0]["fluency"] == "Full professional proficiency"


def test_of_what_goes_along_only_what_fits_is_believed() -> None:
    own = {"level": "superb", "said": ["a"], "name": "Teal", "more": 1}
    unsafe = {"url": "javascript:1", "date": "soon"}
    read = read_of(languages=[{"language": "Tea", "askwell": own}], certificates=[{"name": "A", "askwell": unsafe}])
    assert read.resume.languages == (Spoken("Teal"),)
    assert read.resume.certificates == (Certificate("A"),)
    assert [(remark.code, remark.where) for remark in read.remarks] == [
        ("wrong_type", "languages[0].askwell.said"),
        ("unknown_field", "languages[0].askwell.more"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 100_000, "too_deep"),
        (b'{"basics":' * 100_000, "too_deep"),
        (b'{"basics": {', "damaged"),
        (b'{"basics": 1' + b"0" * 10_000 + b"}", "damaged"),
        (b"7", "not_a_resume"),
        (b'{"openapi": "3.0"}', "not_a_resume"),
    ],
)
def test_what_is_no_resume_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(ResumeError) as refused:
        read_json(data)
    assert refused.value.code == code


def test_long_lists_and_texts_are_cut_and_named() -> None:
    read = read_of(skills=[f"Skill {n}" for n in range(1200)], basics={"summary": "a " * 20_000})
    assert (len(read.resume.skills), len(read.resume.summary)) == (1000, 19_999)
    assert read.remarks == (Remark("text_cut", "basics.summary", "39999"), Remark("list_cut", "skills", "1200"))


def test_a_surname_of_60_letters_and_no_dates_at_all_are_no_trouble() -> None:
    read = read_of(basics={"name": "Ana " + "O" * 60}, work=[{"name": "Teal"}])
    assert read.resume == replace(Resume(), name="Ana " + "O" * 60, work=(Job(organisation="Teal"),))


def test_encodings_other_than_utf8_are_read() -> None:
    text = json.dumps({"basics": {"name": "白蓉"}}, ensure_ascii=False)
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        assert read_json(text.encode(encoding)).resume.name == "白蓉"


def test_links_and_projects_are_read_whole() -> None:
    read = read_of(
        basics={"profiles": [{"network": "GitHub", "username": "ana", "url": "https://github.com/ana"}]},
        projects=[{"name": "Dyes", "roles": ["Lead"], "entity": "Teal", "description": "Blue.", "startDate": "2020"}],
    )
    assert read.resume.links == (Link("https://github.com/ana", "GitHub", "ana"),)
    assert read.resume.projects == (Project("Dyes", "Lead", "Teal", "2020", "", "Blue."),)
