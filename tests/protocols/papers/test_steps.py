"""How tight a page is set."""

from dataclasses import dataclass

import pytest

from askwell.protocols.papers.steps import LAST, fitting, step


@dataclass
class Taken:
    """A document that gets shorter by `saved` pages a step."""

    used: float

    @property
    def pages(self) -> int:
        return int(self.used) + 1


@pytest.mark.parametrize("saved", [0.02, 0.03, 0.036, 0.05])
@pytest.mark.parametrize("first", [0.5, 0.99, 1.02, 1.1, 1.2, 1.3, 1.9, 2.4])
@pytest.mark.parametrize("allowed", [1, 2])
def test_it_is_tightened_no_more_than_it_needs_in_few_tries(first: float, saved: float, allowed: int) -> None:
    tried = []

    def made_at(number: int) -> tuple[int, Taken]:
        tried.append(number)
        return number, Taken(first * (1 - saved * number))

    number, fit = fitting(made_at, allowed)
    fits = [number for number in range(LAST + 1) if made_at(number)[1].pages <= allowed]
    best = fits[0] if fits else LAST
    assert (fit.pages <= allowed) == bool(fits)
    assert best <= number <= best + 1
    assert len(tried) - LAST - 1 <= 6


def test_the_tightest_can_still_be_read() -> None:
    steps = [step(number, language) for number in range(LAST + 1) for language in ("en", "zh")]
    assert min(one.size for one in steps) >= 9
    assert min(one.leading for one in steps) >= 0.5
    assert min(one.side for one in steps) >= 45
