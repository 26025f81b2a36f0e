"""How much, as it stands at the end of a line."""

import pytest

from askwell.portfolio.rules.measuring import measured

WHOLE = {"before": "18 %", "after": "6 %", "span": "one year"}


def test_only_what_was_given_is_said() -> None:
    assert measured(WHOLE, "measured", "en") == "from 18 % to 6 % in one year"
    assert measured({"after": "12 boxes"}, "measured", "en") == "12 boxes"
    assert measured({"span": "two weeks"}, "", "en") == "in two weeks"
    assert measured({}, "memory", "en") == ""


@pytest.mark.parametrize("source", ["memory", "estimate"])
def test_what_is_not_measured_says_so_once(source: str) -> None:
    assert measured(WHOLE, source, "en") == "from about 18 % to 6 % in one year"
    assert measured({**WHOLE, "before": "roughly 18 %"}, source, "en") == "from roughly 18 % to 6 % in one year"
    assert measured({"after": "6 %"}, source, "en") == "about 6 %"


def test_in_french_and_chinese() -> None:
    assert measured({**WHOLE, "span": "un an"}, "memory", "fr") == "d’environ 18 % à 6 % en un an"
    assert measured({"before": "18%", "after": "6%", "span": "一年"}, "memory", "zh-hans") == "从约18%到6%，用时一年"
