"""A document that is kept is the same when it comes back."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from askwell.documents.rules.choosing import Choice
from askwell.documents.rules.freezing import frozen, frozen_layout, layout_of, thawed
from askwell.documents.rules.making import resume_of
from askwell.documents.rules.selecting import select
from askwell.protocols.papers import Layout, Letter, Template
from askwell.protocols.resumes import Resume
from tests.documents.rules.test_selecting import JSON, STORY

LETTER = Letter(
    "fr", ("Mei", "Burnaby"), "Le 1er mai 2026", ("Mme Zhou",), "Objet", "Bonjour,", ("Un", "Deux"), "Fin", "Mei"
)


@pytest.mark.parametrize("document", [resume_of(select(STORY, Choice()), "zh-Hans"), LETTER], ids=["resume", "letter"])
def test_it_comes_back_as_it_was(document: Resume | Letter) -> None:
    assert thawed(frozen(document)) == document


def test_its_look_comes_back_without_the_line_that_was_edited() -> None:
    layout = Layout(Template.PLAIN, "a4", 2, ("skills", "summary"), True, (True, False), "this")

    assert layout_of(frozen_layout(layout)) == replace(layout, marked="")


@given(kept=JSON)
def test_anything_else_is_an_empty_document(kept: Any) -> None:
    assert isinstance(thawed(kept), Resume | Letter)
    assert isinstance(layout_of(kept), Layout)
