"""Situations read from the file that their authors write."""

from askwell.coach.etiquette import LANGUAGES, LEVELS, situations


def test_every_situation_is_there_in_every_language_the_easiest_first() -> None:
    every = list(situations().values())
    assert len(every) == 140
    assert [one.level for one in every] == sorted(one.level for one in every)
    assert {one.level for one in every} <= set(LEVELS)
    assert [one.id for one in every if set(one.told) != set(LANGUAGES)] == []


def test_options_are_in_the_same_order_in_every_language() -> None:
    one = situations()["etiq-own-001"]
    assert one.told["en"].options[one.best] == '"Could you say that another way, please?"'
    assert one.told["zh-Hans"].options[one.best] == "“能麻烦您换个说法吗？”"
    assert one.told["fr"].options[one.best] == "«\u00a0Pourriez-vous me le dire autrement, s'il vous plaît?\u00a0»"
