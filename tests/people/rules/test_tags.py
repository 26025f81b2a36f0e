"""Which tags are one."""

import pytest

from askwell.people.rules.tags import tag_key


@pytest.mark.parametrize(("one", "other"), [("Food", "food "), ("食品", "食品"), ("Café", "cafe")])
def test_one_however_written(one: str, other: str) -> None:
    assert tag_key(one) == tag_key(other)


def test_signs_without_a_letter_are_tags_of_their_own() -> None:
    assert len({tag_key("★"), tag_key("♥"), tag_key("¸"), ""}) == 4
