"""The fonts, and which letters they have."""

import pytest

from askwell.protocols.papers.fonts import fonts, letters


@pytest.mark.parametrize(
    "text",
    ["Élodie Nguyễn ß ł ő", "马晓雯，采购专员（2013—2019）。", "Ελένη Иван", "ليلى", "נועה", "मीरा", "ไทย", "☎★😀½№™"],
)
def test_names_of_the_world_can_be_written(text: str) -> None:
    assert {letter for letter in text if ord(letter) not in letters()} == set()


def test_what_none_has_is_known() -> None:
    assert {letter for letter in "\ue000𒀀ᚠ\ufffe\U0010ffff" if ord(letter) in letters()} == set()


def test_families_that_sheets_name_are_there() -> None:
    assert {"Source Sans 3", "Source Serif 4", "Libertinus Serif", "Noto Sans CJK SC"} <= set(fonts().families())
