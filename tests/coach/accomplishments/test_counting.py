"""What is counted in a line."""

import pytest

from askwell.coach.accomplishments import counting


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Trained 12 nurses.", "en", "1"),
        ("Halved the waiting list.", "en", "Halved"),
        ("Réduit l'attente de moitié.", "fr", "moitié"),
        ("销售额翻了一番。", "zh-Hans", "翻了一番"),
        ("带领八人完成改造。", "zh-Hans", "八"),
    ],
)
def test_digits_number_words_and_multiples_measure(text: str, language: str, words: str) -> None:
    span = counting.measure(text, language)
    assert span is not None
    assert text[slice(*span)] == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cook, 2016-2019", "en"),
        ("Worked in sales for three years.", "en"),
        ("Tutored grade 9 pupils.", "en"),
        ("A été promue chef de quart en 2021.", "fr"),
        ("2019年至今担任店员。", "zh-Hans"),
        ("认真完成每一项任务。", "zh-Hans"),
    ],
)
def test_dates_and_years_of_employment_do_not_measure(text: str, language: str) -> None:
    assert counting.measure(text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Sold phones with my brother.", "en", "my"),
        ("J'ai vendu des téléphones.", "fr", "J'"),
        ("本人负责收银。", "zh-Hans", "本人"),
    ],
)
def test_who_speaks_of_themselves_is_found(text: str, language: str, word: str) -> None:
    span = counting.first_person(text, language)
    assert span is not None
    assert text[slice(*span)] == word


@pytest.mark.parametrize(
    ("text", "language"),
    [("Led phase II of the survey.", "en"), ("为我国代表团翻译。", "zh-Hans"), ("勇于挑战自我。", "zh-Hans")],
)
def test_what_only_looks_like_the_first_person_is_none(text: str, language: str) -> None:
    assert counting.first_person(text, language) is None


def test_long_is_over_35_words_or_70_characters() -> None:
    assert [counting.too_long("word " * count, "en") for count in (35, 36)] == [False, True]
    assert [counting.too_long("字 " * count, "zh-Hans") for count in (70, 71)] == [False, True]
