"""How wide a number is, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.decisions.rules.cells import Basis, Cell, Word, cell

YES, NO = True, False


def said(*sides: bool, strength: int = 2) -> list[Word]:
    """Each by somebody at another employer."""
    return [Word(f"employer {n}", side, strength) for n, side in enumerate(sides)]


@pytest.mark.parametrize(
    ("voices", "half"),
    [
        (said(YES), 2),
        (said(YES, YES), 1.5),
        (said(YES, YES, YES), 1),
        (said(YES, YES, YES, YES), 0.5),
        (said(*[YES] * 9), 0.5),  # never surer than half a point
        (said(NO, NO), 1.5),  # two who say that it falls short bear out a low number as well
        (said(YES, YES, YES, NO), 2),
        (said(YES, YES, NO), 2.5),
        (said(YES, NO), 3),
        (said(YES, YES, NO, NO), 3),  # never wider than a guess
        (said(YES, strength=1), 2.25),
        (said(YES, strength=3), 1.75),
        (said(YES, YES, strength=1), 2),  # two hints are one clear word
    ],
)
def test_voices_of_different_employers_narrow_and_contradictions_widen(voices: list[Word], half: float) -> None:
    found = cell(7, voices)

    assert (found.centre, found.half, found.basis) == (7, half, Basis.VOICES)


def test_colleagues_are_one_voice_and_the_strongest_of_them_counts() -> None:
    colleagues = [Word("North Shore", YES, 1), Word("North Shore", YES, 3), Word("North Shore", YES, 2)]

    assert cell(7, colleagues) == Cell(7, 1.75, Basis.VOICES, 1, 0)


def test_two_at_one_employer_who_disagree_count_on_both_sides() -> None:
    assert cell(7, [Word("North Shore", YES), Word("North Shore", NO)]) == Cell(7, 3, Basis.VOICES, 1, 1)


def test_a_number_to_which_nobody_said_anything_is_a_guess() -> None:
    assert cell(4) == Cell(4, 3, Basis.GUESS)


def test_what_the_seeker_calls_a_guess_is_no_surer_for_what_was_said() -> None:
    assert cell(4, said(YES, YES), guess=True) == Cell(4, 3, Basis.GUESS, 2, 0)


def test_the_seekers_own_width_counts_instead() -> None:
    assert cell(4, said(YES, NO), own=1) == Cell(4, 1, Basis.OWN, 1, 1)


def test_without_a_number_it_may_be_anything_whatever_was_said() -> None:
    unsaid = cell(None, said(YES, YES))

    assert (unsaid.low, unsaid.high, unsaid.basis) == (0, 10, Basis.UNSAID)


def test_no_range_leaves_the_scale() -> None:
    assert (cell(9).low, cell(9).high) == (6, 10)
    assert (cell(1).low, cell(1).high) == (0, 4)


VOICES = st.lists(st.builds(Word, st.integers(0, 5), st.booleans(), st.sampled_from([1, 2, 3])), max_size=12)


@given(VOICES)
def test_one_more_that_contradicts_nothing_never_widens(voices: list[Word]) -> None:
    all_for = [Word(voice.employer, YES, voice.strength) for voice in voices]

    assert cell(7, [*all_for, Word("new", YES)]).half <= cell(7, all_for).half


@given(VOICES)
def test_the_order_of_voices_does_not_matter(voices: list[Word]) -> None:
    assert cell(7, voices) == cell(7, reversed(voices))
