"""Names from the several cells of a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.names import PersonName, join_name, parse_name


def parts(name: PersonName) -> tuple[str, str]:
    return name.given, name.family


@pytest.mark.parametrize(
    ("given", "family", "expected"),
    [
        ("Jane", "Doe", PersonName("Jane", "Doe")),
        ("Bowen", "Zhou, PhD", PersonName("Bowen", "Zhou", credentials=("PhD",))),
        ("JIAHUI", "ZHENG, he/him", PersonName("Jiahui", "Zheng")),
        ("Xuhui 🎉", "Zhou", PersonName("Xuhui", "Zhou")),
        ("Zhou", "Xuhui", PersonName("Xuhui", "Zhou")),  # filled the wrong way round
        ("Fang", "Jin", PersonName("Fang", "Jin")),  # may be right: left alone
        ("Min Zhou", "Zhou", PersonName("Min", "Zhou")),
        ("Yang Yang", "Yang", PersonName("Yang Yang", "Yang")),
        ("Daniel Wong 黄家俊", "", PersonName("Daniel", "Wong", "黄家俊", "Huang Jiajun")),
        ("", "周敏", PersonName("Min", "Zhou", "周敏", "Zhou Min")),
        ("家俊", "黄", PersonName("Jiajun", "Huang", "黄家俊", "Huang Jiajun")),
        ("小明", "欧阳", PersonName("Xiaoming", "Ouyang", "欧阳小明", "Ouyang Xiaoming")),
        ("小刘", "陈", PersonName("Xiaoliu", "Chen", "陈小刘", "Chen Xiaoliu")),
        ("宜君", "王", PersonName("Yijun", "Wang", "王宜君", "Wang Yijun")),
        ("郭", "丹红", PersonName("Danhong", "Guo", "郭丹红", "Guo Danhong")),
        ("黄家俊", "Daniel", PersonName("Daniel", "Huang", "黄家俊", "Huang Jiajun")),
        ("Ka Yan (Iris)", "Chiu", PersonName("Ka Yan", "Chiu", nickname="Iris")),
        ("", "", PersonName()),
    ],
)
def test_names_from_two_cells(given: str, family: str, expected: PersonName) -> None:
    assert join_name(given, family) == expected


def test_the_other_cells_add_their_part() -> None:
    name = join_name(
        "Ka-chun", "Wong", middle="B.", native="黃家俊", nickname="Daniel", prefix="Mr.", suffix="MBA, CPA"
    )
    assert name == PersonName("Ka-chun B.", "Wong", "黃家俊", "Huang Jiajun", "Daniel", ("MBA", "CPA"))


WORDS = st.sampled_from(
    [
        "Jane",
        "DOE",
        "van",
        "der",
        "Zhou",
        "Min",
        "Ka-chun",
        "WONG",
        "周敏",
        "王老师",
        "PhD",
        "MA",
        "(Bob)",
        "Dr.",
        "O’Neil",
        "M.",
        "García",
        "Nguyễn",
        "de",
        "la",
        "Lee",
        "小",
        "🚀",
    ]
)


@given(st.lists(WORDS, max_size=5, unique=True), st.sampled_from([" ", ", "]))
def test_names_that_were_understood_once_are_left_as_they_are(words: list[str], between: str) -> None:
    once = parse_name(between.join(words))
    cells = join_name(once.given, once.family, native=once.native)
    again = join_name(cells.given, cells.family, native=cells.native)
    assert (parts(again), again.native, again.reading) == (parts(cells), cells.native, cells.reading)
