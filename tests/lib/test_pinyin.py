import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.pinyin import reading_of, reading_parts, spellings, split_native


@pytest.mark.parametrize(
    ("native", "reading"),
    [
        ("周敏", "Zhou Min"),
        ("张大伟", "Zhang Dawei"),
        ("陳國棟", "Chen Guodong"),
        ("欧阳小敏", "Ouyang Xiaomin"),
        ("歐陽娜娜", "Ouyang Nana"),
        ("司徒萌", "Situ Meng"),
        ("尉迟恭", "Yuchi Gong"),
        ("长孙无忌", "Zhangsun Wuji"),
        ("万俟卨", "Moqi Xie"),
        ("单田芳", "Shan Tianfang"),
        ("單雄信", "Shan Xiongxin"),
        ("曾国藩", "Zeng Guofan"),
        ("解晓东", "Xie Xiaodong"),
        ("仇英", "Qiu Ying"),
        ("区志明", "Ou Zhiming"),
        ("查良镛", "Zha Liangyong"),
        ("任静", "Ren Jing"),
        ("翟天临", "Zhai Tianlin"),
        ("朴树", "Piao Shu"),
        ("华罗庚", "Hua Luogeng"),
        ("吕子轩", "Lü Zixuan"),
        ("陈西安", "Chen Xi'an"),
        ("李行", "Li Xing"),
        ("王", "Wang"),
        ("欧阳", "Ouyang"),
        ("阿依古丽·买买提", "Maimaiti Ayiguli"),
        ("Zhou Min", ""),
        ("", ""),
        ("김민수", ""),
        ("さくら", ""),
    ],
)
def test_names_are_read_family_name_first_with_surnames_own_readings(native: str, reading: str) -> None:
    assert reading_of(native) == reading


@pytest.mark.parametrize(
    ("native", "parts"),
    [
        ("周敏", ("周", "敏")),
        ("欧阳娜", ("欧阳", "娜")),
        ("歐陽娜", ("歐陽", "娜")),
        ("周", ("周", "")),
        ("阿依古丽·买买提", ("买买提", "阿依古丽")),
        ("", ("", "")),
    ],
)
def test_two_character_surnames_stay_whole(native: str, parts: tuple[str, str]) -> None:
    assert split_native(native) == parts


def test_the_parts_make_up_the_reading() -> None:
    assert reading_parts("欧阳小敏") == ("Ouyang", "Xiaomin")


def test_typing_finds_syllables_joined_names_and_initials() -> None:
    assert spellings("黄家俊") == ["huang", "jia", "jun", "jiajun", "huangjiajun", "jiajunhuang", "hjj"]
    assert spellings("吕布")[:4] == ["lu", "lv", "lyu", "bu"]
    assert "xian" in spellings("陈西安")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("周敏欧阳单·㐀𠮷々ア가 "))))
def test_any_text_is_survived_and_readings_are_plain_letters(text: str) -> None:
    assert all(char.isalpha() or char in " '" for char in reading_of(text))
    assert all(form and form.isascii() and form.isalpha() for form in spellings(text))
