import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.text import clean, clean_block, fold, in_script, to_simplified, unescape

MIXED = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("éÉøß'’-–　陳国ǚ가\u0301\u200b\x00\x1fｱﾞ")))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ZHOU  Min", "zhou min"),
        ("Ｚｈｏｕ　Ｍｉｎ", "zhou min"),
        ("González", "gonzalez"),
        ("Gonza\u0301lez", "gonzalez"),
        ("Łódź Đức Straße Ærø", "lodz duc strasse aero"),
        ("O’Brien", "obrien"),
        ("O'Brien", "obrien"),
        ("Ka‐chun", "ka chun"),
        ("Ka-chun", "ka chun"),
        ("陳國棟", "陈国栋"),
        ("Lü", "lu"),
        ("A.B. Ltd.", "a.b. ltd."),
        ("김민수", "김민수"),
        ("हिन्दी", "हिन्दी"),
        ("", ""),
    ],
)
def test_texts_written_the_same_way_fold_alike(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(MIXED)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_simplifying_keeps_one_character_for_each() -> None:
    assert to_simplified("黃家俊 and 鍾佳琪") == "黄家俊 and 钟佳琪"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("  Zhou\t Min\r\n", "Zhou Min"),
        ("Zhou\x00 \u200bMin\ufeff", "Zhou Min"),
        ("Zhou\u00a0Min\u3000", "Zhou Min"),
        ("\u202eZhou\ud800", "Zhou"),
        ("e\u0301", "é"),
    ],
)
def test_stored_text_is_one_visible_line(written: str, stored: str) -> None:
    assert clean(written) == stored


def test_cut_text_has_no_blank_at_its_end() -> None:
    assert clean("Zhou Min", limit=5) == "Zhou"


def test_notes_keep_their_lines_and_at_most_one_empty_one() -> None:
    assert clean_block("one\r\n\r\n\r\n\r\n two \x00\n") == "one\n\ntwo"


@given(MIXED, st.integers(0, 30))
def test_stored_text_is_printable_composed_and_stays_as_it_is(text: str, limit: int) -> None:
    tidy = clean(text, limit=limit)
    assert clean(tidy, limit=limit) == tidy
    assert len(tidy) <= limit
    assert unicodedata.is_normalized("NFC", tidy)
    assert not {unicodedata.category(char) for char in tidy} & {"Cc", "Cs"}


@pytest.mark.parametrize(
    ("text", "latin", "chinese"),
    [
        ("Buyer 采购员", "Buyer", "采购员"),
        ("琥珀狐营销 Amber Fox", "Amber Fox", "琥珀狐营销"),
        ("Buyer", "Buyer", "Buyer"),
        ("采购员", "采购员", "采购员"),
        ("QA 经理 Lead", "QA 经理 Lead", "QA 经理 Lead"),
        ("Buyer 采购员（华南）", "Buyer", "采购员（华南）"),
        ("", "", ""),
    ],
)
def test_a_text_in_both_scripts_has_two_parts(text: str, latin: str, chinese: str) -> None:
    assert (in_script(text, chinese=False), in_script(text, chinese=True)) == (latin, chinese)


@given(MIXED)
def test_stored_notes_stay_as_they_are(text: str) -> None:
    assert clean_block(clean_block(text)) == clean_block(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Chlo&eacute; &amp; Lee", "Chloé & Lee"),
        ("&#65;&#x42;", "AB"),
        (f"&#{'0' * 5000}65;B", "AB"),
        (f"a&#{'9' * 5000};b", "a\ufffdb"),
        (f"a&#{'9' * 5000}", "a\ufffd"),
        (f"a&#x{'f' * 5000};b", "a\ufffdb"),
    ],
)
def test_a_reference_is_the_character_that_is_meant_however_long_its_number(written: str, meant: str) -> None:
    assert unescape(written) == meant
