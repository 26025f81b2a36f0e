"""A programme's own questions: written, put in order, taken off and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.test import Client

from askwell.accounts.models import User
from askwell.programmes.choices import QuestionKind
from askwell.programmes.models import IntakeQuestion, Programme

SignIn = Callable[[User], Client]
LINE = {"audience": "seekers", "kind": "line", "words-en": "Who sent you?"}
CHOICE = {
    "audience": "seekers", "kind": "one", "words-en": "Which centre?", "words-zh-hans": "哪个中心？",
    "options-en": "North\nSouth", "options-zh-hans": "北\n南", "is_required": "on",
}  # fmt: skip


def texts(programme: Programme) -> list[str]:
    rows = IntakeQuestion.objects.of(programme.workspace).filter(removed_at=None)
    return [row.words["en"] for row in rows]


def test_a_question_is_put_on_the_form_in_the_languages_it_was_given(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    sign_in(owner).post("/programmes/intake/", CHOICE)

    row = IntakeQuestion.objects.of(programme.workspace).get()
    assert row.words == {"en": "Which centre?", "zh-hans": "哪个中心？"}
    assert row.options == [{"en": "North", "zh-hans": "北"}, {"en": "South", "zh-hans": "南"}]
    assert (row.kind, row.is_required) == ("one", True)


@pytest.mark.parametrize("flaw", [{"words-en": " "}, {"options-en": "North"}, {"options-en": "North\nNorth"}])
def test_it_wants_words_in_the_programmes_language_and_something_to_choose(
    programme: Programme, owner: User, flaw: dict[str, str], sign_in: SignIn
) -> None:
    answer = sign_in(owner).post("/programmes/intake/", CHOICE | flaw)

    assert answer.status_code == 422
    assert texts(programme) == []


def test_each_choice_is_there_in_each_language_or_the_page_says_how_many_are(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    answer = sign_in(owner).post("/programmes/intake/", CHOICE | {"options-zh-hans": "有"})

    assert (answer.status_code, texts(programme)) == (422, [])
    assert "English has 2 choices, this has 1" in answer.content.decode()


def test_questions_are_put_in_order(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    for text in ("One?", "Two?", "Three?"):
        client.post("/programmes/intake/", LINE | {"words-en": text})
    last = IntakeQuestion.objects.of(programme.workspace).get(position=3)

    client.post(f"/programmes/intake/{last.pk}/move/", {"way": "up"})
    client.post(f"/programmes/intake/{last.pk}/move/", {"way": "up"})
    client.post(f"/programmes/intake/{last.pk}/move/", {"way": "up"})

    assert texts(programme) == ["Three?", "One?", "Two?"]


def test_one_is_taken_off_and_the_undo_puts_it_back(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    client.post("/programmes/intake/", LINE)
    key = IntakeQuestion.objects.of(programme.workspace).get().pk

    answer = client.post(f"/programmes/intake/{key}/remove/", follow=True)
    assert texts(programme) == []
    assert f'action="/programmes/intake/{key}/restore/"' in answer.content.decode()
    client.post(f"/programmes/intake/{key}/restore/")

    assert texts(programme) == ["Who sent you?"]


def test_one_is_changed(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    client.post("/programmes/intake/", LINE)
    key = IntakeQuestion.objects.of(programme.workspace).get().pk

    client.post(f"/programmes/intake/{key}/", {**CHOICE, "audience": "insiders", "version": "1"})

    row = IntakeQuestion.objects.of(programme.workspace).get()
    assert (row.words["en"], row.kind, row.audience) == ("Which centre?", "one", "seekers")


def test_it_is_for_those_who_lead(programme: Programme, caseworker: User, sign_in: SignIn) -> None:
    assert sign_in(caseworker).post("/programmes/intake/", LINE).status_code == 404
    assert texts(programme) == []


def test_of_two_who_change_a_question_the_second_is_told(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    client.post("/programmes/intake/", LINE)
    row = IntakeQuestion.objects.of(programme.workspace).get()
    address = f"/programmes/intake/{row.pk}/"

    client.post(address, LINE | {"words-en": "Who told you?", "version": "1"})
    late = client.post(address, LINE | {"words-en": "How come?", "version": "1"})

    assert (late.status_code, "How come?" in late.content.decode()) == (422, True)
    assert texts(programme) == ["Who told you?"]


def test_what_can_be_chosen_is_asked_only_of_a_choice() -> None:
    """By the style sheet, so without a script too."""
    sheet = Path(str(find("ui/askwell.css"))).read_text()
    rule = next(line for line in sheet.splitlines() if '[name^="options-"]' in line)

    hidden = {kind for kind in QuestionKind if f'[value="{kind}"]' in rule}
    assert set(QuestionKind) - hidden == {QuestionKind.ONE, QuestionKind.SEVERAL}
