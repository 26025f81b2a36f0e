"""Templates of the seeker's own: fields of a closed list, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.outreach.rules.templates import NAMES, Field, Unknown, field_of, filled, made_general, unknown_fields

VALUES = {
    Field.NAME: "Aisha Khan",
    Field.FIRST_NAME: "Aisha",
    Field.FAMILY_NAME: "Khan",
    Field.EMPLOYER: "Tidewater Foods",
    Field.ROLE: "",
    Field.MY_NAME: "Mei Tan",
}


def test_every_field_has_a_name_of_its_own_in_every_language() -> None:
    assert {language: set(names) for language, names in NAMES.items()} == dict.fromkeys(NAMES, set(Field))
    spelled = [name for names in NAMES.values() for name in names.values()]
    assert len(spelled) == len(set(spelled))
    assert all(field_of(name) is field for names in NAMES.values() for field, name in names.items())


@pytest.mark.parametrize(
    "text", ["Dear {first name},", "Dear {prénom},", "{ First  Name }", "{名字}您好", "{first_name}"]
)
def test_a_field_is_known_by_its_name_in_any_language(text: str) -> None:
    assert unknown_fields(text) == []
    assert "Aisha" in filled(text, VALUES, "en").text


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Hi {mother}", [Unknown("{mother}", 1)]),
        ("Hi {first name}\n{self.__class__}", [Unknown("{self.__class__}", 2)]),
        ("{{first name}}", [Unknown("{…}", 1)]),
        ("{first name", [Unknown("{first name", 1)]),
        ("name}\n\n{}", [Unknown("}", 1), Unknown("{}", 3)]),
    ],
)
def test_braces_around_anything_else_are_named_with_their_line(text: str, unknown: list[Unknown]) -> None:
    assert unknown_fields(text) == unknown


def test_what_is_not_known_stays_open_in_the_language_of_the_text() -> None:
    done = filled("{名字}，您在{单位}做{职位}？{poste}", VALUES, "zh-Hans")
    assert (done.text, done.missing) == ("Aisha，您在Tidewater Foods做{职位}？{职位}", (Field.ROLE,))


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert filled("{first name}", {Field.FIRST_NAME: "{my name}", Field.MY_NAME: "Mei"}, "en").text == "{my name}"


def test_a_letter_becomes_a_template_by_what_is_only_theirs() -> None:
    letter = "Dear Aisha Khan,\n\nAisha, Tidewater Foods {is} good; khanate.\n\nMei Tan"
    assert made_general(letter, VALUES, "en") == (
        "Dear {name},\n\n{first name}, {employer} (is) good; khanate.\n\n{my name}"
    )
    assert made_general("周敏您好", {Field.NAME: "周敏"}, "zh-Hans") == "{姓名}您好"


@given(st.text(max_size=60), st.dictionaries(st.sampled_from(Field), st.text(max_size=12)))
def test_a_letter_made_general_has_no_unknown_field_and_reads_the_same_again(
    text: str, values: dict[Field, str]
) -> None:
    text, values = text.replace("\r", "\n"), {field: one for field, one in values.items() if "\n" not in one}
    general = made_general(text, values, "en")
    assert unknown_fields(general) == []
    assert filled(general, values, "en").text == text.replace("{", "(").replace("}", ")")
