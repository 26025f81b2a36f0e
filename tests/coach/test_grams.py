import numpy as np
import pytest

from askwell.coach.grams import LONGEST, SIZE, grams


def test_the_same_text_touches_the_same_places_whatever_its_letters_and_digits() -> None:
    one, other = grams("Are you HIRING in 2026?"), grams("are you hiring in 2027?")
    assert one.places.tolist() == other.places.tolist()
    assert one.places.max() < SIZE


@pytest.mark.parametrize("text", ["你们最近在招人吗？", "Parlez-moi de vos débuts.", "!", "a " * LONGEST])
def test_strengths_have_length_one_and_no_place_comes_twice(text: str) -> None:
    found = grams(text)
    assert float(np.linalg.norm(found.strengths)) == pytest.approx(1, abs=1e-5)
    assert len(set(found.places.tolist())) == len(found.places)


def test_nothing_touches_nothing() -> None:
    assert len(grams(" ").places) == 0


def test_an_accent_is_another_word() -> None:
    assert set(grams("ou").places) != set(grams("où").places)
