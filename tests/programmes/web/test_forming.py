"""The pieces that the forms of seekers and of insiders share."""

from uuid import uuid4

import pytest
from django import forms
from django.http import QueryDict

from askwell.programmes.choices import QuestionKind
from askwell.programmes.queries.intake import Asked
from askwell.programmes.web.forming import AskingForm, GoalsField, SpokenField, TopicsField, WindowsField


class Named(AskingForm):
    name = forms.CharField(label="Full name")
    windows = WindowsField()


def test_what_is_missing_is_named() -> None:
    form = Named(QueryDict(""))

    assert form.errors["name"] == ["“Full name” is missing."]
    assert form.errors["windows"][0].startswith("Give at least one time of the week")


class Told(AskingForm):
    windows = WindowsField(required=False)
    goals = GoalsField(required=False)
    topics = TopicsField(required=False)
    languages = SpokenField(required=False)


def sent(**options: object) -> Told:
    return Told(QueryDict("&".join(f"{name}={value}" for name, value in options.items())), topics=["Month-end close"])


def hours(start: str, end: str) -> Told:
    return sent(**{"windows-1-0-from": start, "windows-1-0-to": end})


def test_hours_of_a_week_are_read_day_by_day() -> None:
    form = sent(**{
        "windows-4-0-from": "18:00", "windows-4-0-to": "20:00", "windows-0-0-from": "07:30", "windows-0-0-to": "09:00",
        "windows-0-1-from": "12:00", "windows-0-1-to": "13:00",
    })  # fmt: skip

    assert form.is_valid(), form.errors
    assert form.cleaned_data["windows"] == [[0, "07:30", "09:00"], [0, "12:00", "13:00"], [4, "18:00", "20:00"]]


def test_a_window_may_run_over_midnight() -> None:
    assert hours("22:00", "01:00").is_valid()


@pytest.mark.parametrize(
    ("start", "end"),
    [("18:00", ""), ("", "18:00"), ("17:00", "09:00"), ("18:00", "18:30"), ("18:00", "18:00"), ("x", "y")],
)  # fmt: skip
def test_hours_that_cannot_be_are_refused_and_stay_on_the_form(start: str, end: str) -> None:
    form = hours(start, end)

    assert "windows" in form.errors
    shown = str(form["windows"])
    assert all(f'value="{typed}"' in shown for typed in (start, end) if typed)


def test_what_is_stored_is_shown_whole_and_kept_as_it_was() -> None:
    told = [[2, "08:00", "09:00"], [2, "10:00", "11:00"], [2, "12:00", "13:00"]]
    shown = str(Told(initial={"windows": told})["windows"])

    names = [name for name in (f"windows-2-{place}-from" for place in range(9)) if name in shown]
    assert len(names) == 4  # the three, and room for one more
    assert [shown.count(f'value="{start}"') for _day, start, _end in told] == [1, 1, 1]


def test_goals_carry_a_weight_and_the_spelling_of_the_programme() -> None:
    form = sent(
        **{"goals-0-topic": "month-END close", "goals-0-weight": "3", "goals-4-topic": "tax", "goals-4-weight": "9"}
    )

    assert form.is_valid()
    assert form.cleaned_data["goals"] == {"Month-end close": 3, "tax": 2}


def test_topics_are_parted_by_lines_and_commas_and_named_once() -> None:
    form = sent(topics="tax, month-end close；%0Amonth-end close、audit")

    assert form.is_valid()
    assert form.cleaned_data["topics"] == ["tax", "Month-end close", "audit"]


def test_a_language_behind_the_press_is_in_sight_once_it_is_chosen() -> None:
    assert "<details>" in str(Told(initial={"languages": ["en"]})["languages"])
    assert "<details open>" in str(Told(initial={"languages": ["ta"]})["languages"])


def test_own_questions_stand_at_the_end_and_come_back_by_their_id() -> None:
    several = Asked(uuid4(), QuestionKind.SEVERAL, "Which days?", (("Mon", "lun."), ("Tue", "mar.")), True)
    line = Asked(uuid4(), QuestionKind.LINE, "Who sent you?", (), False)
    data = QueryDict(f"asked-{several.id}=Tue&asked-{line.id}=")

    form = Told(data, questions=[several, line])

    assert list(form.fields)[-2:] == [f"asked-{several.id}", f"asked-{line.id}"]
    assert form.is_valid(), form.errors
    assert form.answers == {str(several.id): ["Tue"]}
    assert isinstance(form.fields[f"asked-{several.id}"], forms.MultipleChoiceField)


def test_a_required_question_must_be_answered() -> None:
    one = Asked(uuid4(), QuestionKind.YES_NO, "Do you have a work permit?", (), True)

    assert f"asked-{one.id}" in Told(QueryDict(""), questions=[one]).errors
