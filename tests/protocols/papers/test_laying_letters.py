"""Letters: the parts in the order of their language."""

import pytest

from askwell.protocols.papers import Letter
from askwell.protocols.papers.laid import Block
from askwell.protocols.papers.laying_letters import lay_letter
from tests.factories.papers import LETTERS

WESTERN = ["sender", "date", "recipient", "subject", "greeting", "body", "closing", "name"]


@pytest.mark.parametrize(
    ("language", "roles"),
    [
        ("en", WESTERN),
        ("fr", WESTERN),
        ("zh-Hans", ["sender", "subject", "recipient", "greeting", "body", "closing", "name", "date"]),
    ],
)
def test_parts_stand_as_the_language_has_them(language: str, roles: list[str]) -> None:
    assert [block.role for block in lay_letter(LETTERS[language]).blocks] == roles


def test_what_is_not_said_leaves_no_gap() -> None:
    laid = lay_letter(Letter("en", paragraphs=("Thank you.", " \n"), closing="Kind\nregards"))
    assert laid.blocks == (Block("body", ("Thank you.",)), Block("closing", ("Kind", "regards")))
    assert laid.title != ""
