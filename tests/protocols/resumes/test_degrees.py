"""Where a degree ends and its field begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.resumes.degrees import has_degree, split_degree


@pytest.mark.parametrize(
    ("text", "degree", "field"),
    [
        ("BBA, Accounting", "BBA", "Accounting"),
        ("Bachelor of Arts in Statistics", "Bachelor of Arts", "Statistics"),
        ("Bachelor of Computer Science in Games", "Bachelor of Computer Science", "Games"),
        ("Post-Graduate Diploma in Statistics", "Post-Graduate Diploma", "Statistics"),
        ("BSc (Hons) Nursing", "BSc (Hons)", "Nursing"),
        ("Bachelor of Engineering (Civil)", "Bachelor of Engineering", "Civil"),
        ("Civil Engineering, Master of Engineering", "Master of Engineering", "Civil Engineering"),
        ("Master of Science", "Master of Science", ""),
        ("Secondary School Diploma", "Secondary School Diploma", ""),
        ("Maîtrise en génie civil", "Maîtrise", "génie civil"),
        ("Baccalauréat en sciences infirmières", "Baccalauréat", "sciences infirmières"),
        ("DEC, Techniques de comptabilité et de gestion", "DEC", "Techniques de comptabilité et de gestion"),
        ("学士，土木工程", "学士", "土木工程"),
        ("统计学学士", "学士", "统计学"),
        ("土木工程专业（本科）", "本科", "土木工程"),
        ("工商管理硕士", "工商管理硕士", ""),
        ("Economics", "", "Economics"),
    ],
)
def test_degree_and_field_are_parted(text: str, degree: str, field: str) -> None:
    assert split_degree(text) == (degree, field)
    assert has_degree(text) == bool(degree)


@pytest.mark.parametrize(
    "text", ["Master carpenters of the north coast"[6:], "Ma petite entreprise", "Teal Mill", "染坊"]
)
def test_other_words_are_no_degree(text: str) -> None:
    assert not has_degree(text)


@given(st.text(max_size=60))
def test_any_text_is_parted(text: str) -> None:
    degree, field = split_degree(text)
    assert len(degree) + len(field) <= 2 * len(text) + 2
