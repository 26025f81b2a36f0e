"""Address books in whatever encoding they were saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.contacts import ContactRecord, inspect, read
from askwell.protocols.contacts.encodings import CHUNK, blocks, detect_encoding, lines

CHINESE = "姓名,公司,职位\n周敏,雪松食品,采购经理\n欧阳小敏,长青公交局,会计\n刘家豪,九川科技有限公司,高级工程师\n"
TRADITIONAL = "姓名,公司,職位\n鄭新宇,長青巴士,採購經理\n歐陽小敏,銅壺酒店集團,會計\n馮穎欣,明渠製造有限公司,工程師\n"
FRENCH = (
    "Nom,Société,Poste\nChloé Gagné,Hydro-Québec,Ingénieure\nBenoît Côté,Forêt d’Été,Élu – maire\nJosé Peña,Año,Niño\n"
)
GERMAN = "Vorname,Nachname,Firma\nJürgen,Größe,Müller & Söhne\nBärbel,Weiß,Bücher GmbH\n"
RUSSIAN = "Имя,Фамилия,Компания\nИван,Петров,Кедр и сыновья\nОльга,Соколова,Тихая гавань\nПётр,Жуков,Северный берег\n"
JAPANESE = (
    "氏名,会社名,役職\n山田 太郎,さくら食品,マネージャー\n"
    "佐藤 花子,ひまわり銀行,エンジニア\nすずき いちろう,つばめ,かかりちょう\n"
)
KOREAN = "이름,회사,직책\n김민준,한빛식품,구매 담당\n이서연,푸른은행,회계사\n박지우,바다물류,엔지니어\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gb2312", "gb18030"),
        (CHINESE, "utf-16", "utf-16"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (FRENCH, "cp1252", "cp1252"),
        (FRENCH, "utf-16-le", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"),
        (GERMAN, "cp1252", "cp1252"),
        (GERMAN, "latin-1", "cp1252"),
        ("Name,Company\nAnn Lee,Cedar\n", "ascii", "utf-8"),
        (FRENCH, "utf-32", "utf-32"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str, found: str) -> None:
    data = text.encode(encoding)
    assert detect_encoding(data) == found
    assert "".join(lines(data, found)) == text


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (JAPANESE, "shift_jis"), (KOREAN, "euc_kr"), (RUSSIAN, "koi8-r")]
)
def test_rarer_encodings_are_read_rightly(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert "".join(lines(data, detect_encoding(data))) == text


def test_one_letter_alone_is_western() -> None:
    assert detect_encoding("Name,Company\nZoë Fox,Cedar\n".encode("cp1252")) == "cp1252"


def test_one_chinese_name_alone_is_chinese() -> None:
    assert detect_encoding("Name,Company\n周敏,Cedar\n".encode("gb18030")) == "gb18030"


@pytest.mark.parametrize("cut", [1, 2])
def test_a_character_cut_off_at_the_end_is_forgiven(cut: int) -> None:
    data = "姓名,公司\n周敏,雪松".encode()[:-cut]
    layout = inspect(data, "a.csv")
    (person,) = read(data, layout)
    assert isinstance(person, ContactRecord)
    assert (layout.encoding, person.name.native, person.organisation) == ("utf-8", "周敏", "雪")


def test_a_damaged_row_does_not_change_the_encoding_of_the_others() -> None:
    data = CHINESE.encode() + b"Ann Lee,Caf\xe9,x\n" + "王芳,海桥建筑,会计\n".encode() * 5
    assert detect_encoding(data) == "utf-8"
    names = [row.name.native for row in read(data, inspect(data, "a.csv")) if isinstance(row, ContactRecord)]
    assert names == ["周敏", "欧阳小敏", "刘家豪", "", *["王芳"] * 5]


def test_only_line_feeds_count_unless_there_are_none() -> None:
    assert list(lines("a\u2028b\x0bc\r\nd\re\n".encode(), "utf-8")) == ["a\u2028b\x0bc\r\n", "d\re\n"]
    assert list(lines(b"a\rb\rc", "utf-8")) == ["a\n", "b\n", "c"]


def test_nul_bytes_are_dropped() -> None:
    assert list(lines(b"A\0nn\nBo\0\n", "utf-8")) == ["Ann\n", "Bo\n"]


def test_blocks_end_at_line_ends_and_lose_nothing() -> None:
    text = ("Zoë," + "x" * 99_990 + "\n") * 25 + "the end"
    found = list(blocks(text.encode(), "utf-8"))
    assert "".join(found) == text
    assert len(found) > len(text) // CHUNK
    assert all(block.endswith("\n") for block in found[:-1])


@given(st.text(), st.sampled_from(["utf-8", "utf-16", "gb18030"]))
def test_any_text_comes_back(text: str, encoding: str) -> None:
    clean = text.replace("\0", "").replace("\r", "").replace("\ud800", "")
    try:
        data = clean.encode(encoding)
    except UnicodeEncodeError:
        return
    assert "".join(lines(data, encoding)) == (clean.removeprefix("\ufeff") if encoding == "utf-16" else clean)
