"""How to ask an insider, in the language in which one writes to them."""

import pytest
from django.utils import translation

from askwell.accounts.models import Workspace
from askwell.coach.self_reflection import values
from askwell.decisions.models import Criterion
from askwell.decisions.web.words.unknown import question
from tests.factories.decisions import Laid, lay_out

INCOME = values()["income"]


def asked(laid: Laid, language: str) -> str:
    board = laid.board
    with translation.override("zh-hans"):
        return question(board, board.options[0], board.wishes[0], language)


@pytest.mark.parametrize("language", ["en", "fr", "zh-Hans"])
def test_a_wish_that_was_taken_over_is_asked_about_in_their_language(workspace: Workspace, language: str) -> None:
    laid = lay_out(workspace, wishes={INCOME.name["zh-Hans"]: 50})
    Criterion.objects.of(workspace).update(ask=INCOME.ask["zh-Hans"])
    assert asked(laid, language) == INCOME.ask[language]

    Criterion.objects.of(workspace).update(ask="")
    assert INCOME.name[language] in asked(laid, language)


def test_our_own_question_is_in_their_language_and_the_seekers_words_stay(workspace: Workspace) -> None:
    laid = lay_out(workspace, wishes={"接送孩子": 50})
    assert asked(laid, "en") == "“接送孩子”: how is that in this work (Planner)?"

    Criterion.objects.of(workspace).update(ask="接送孩子来得及吗？")
    assert asked(laid, "en") == "接送孩子来得及吗？"
