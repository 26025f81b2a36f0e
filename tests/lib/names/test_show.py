import pytest

from askwell.lib.names import display_name, face, latin_name


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "Zhou Min (周敏)"), ("fr", "Zhou Min (周敏)"), ("zh-hans", "周敏（Zhou Min）")],
)
def test_a_person_with_two_names_is_shown_with_the_readers_first(language: str, shown: str) -> None:
    assert display_name("Min", "Zhou", "周敏", language=language) == shown


@pytest.mark.parametrize("language", ["en", "fr", "zh-hans"])
def test_one_name_is_shown_alone(language: str) -> None:
    assert display_name("Priya", "Nair", "", language=language) == "Priya Nair"
    assert display_name("", "", "周敏", language=language) == "周敏"
    assert display_name("", "", "", language=language) == ""


@pytest.mark.parametrize(
    ("given", "family", "native", "shown"),
    [
        ("Hua", "Lin", "林桦", "Lin Hua"),
        ("Siyuan", "Chen", "陈思远", "Chen Siyuan"),
        ("Ka-chun", "Lau", "劉家俊", "Lau Ka-chun"),
        ("Dan", "Li", "李丹", "Li Dan"),
        ("David", "Zhang", "张大卫", "David Zhang"),
        ("Daniel Wei", "Zhang", "张伟", "Daniel Wei Zhang"),
        ("Min", "Zhou", "", "Min Zhou"),
        ("Minjun", "Kim", "김민준", "Minjun Kim"),
        ("", "Zhang", "张", "Zhang"),
    ],
)
def test_who_is_called_by_a_chinese_name_has_the_family_name_first(
    given: str, family: str, native: str, shown: str
) -> None:
    assert latin_name(given, family, native) == shown


def test_latin_names_are_given_name_first() -> None:
    assert latin_name("Min", "Zhou") == "Min Zhou"
    assert latin_name("", "Wong") == "Wong"
    assert latin_name("Cher", "") == "Cher"


@pytest.mark.parametrize(
    ("given", "family", "native", "shown"),
    [
        ("Priya", "Nair", "", "PN"),
        ("Hélène", "Gagnon", "", "HG"),
        ("élise", "d'Amico", "", "ÉD"),
        ("Daniel", "Wong", "黄家俊", "黄"),
        ("", "", "欧阳娜", "欧"),
        ("", "Wong", "", "W"),
        ("", "", "", ""),
        ("?", "!", "", ""),
    ],
)
def test_faces_show_the_chinese_family_name_or_initials(given: str, family: str, native: str, shown: str) -> None:
    assert face(given, family, native) == shown
