"""Names as they stand in real address books, and how a careful reader takes them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from askwell.lib.names import PersonName, join_name, parse_name


def parts(name: PersonName) -> tuple[str, str]:
    return name.given, name.family


@pytest.mark.parametrize(
    ("cell", "given", "family"),
    [
        # Western order
        ("Jane Doe", "Jane", "Doe"),
        ("James W. Tolliver", "James W.", "Tolliver"),
        ("M. Peña", "M.", "Peña"),
        ("K He", "K", "He"),
        ("Jane D.", "Jane", "D."),
        ("Cher", "Cher", ""),
        ("Hương Hoàng-Winterbourne", "Hương", "Hoàng-Winterbourne"),
        ("Sean O’Brien", "Sean", "O’Brien"),
        ("Nathalie St-Pierre", "Nathalie", "St-Pierre"),
        # a comma turns it round
        ("O'Sullivan, Eleanor", "Eleanor", "O'Sullivan"),
        ("Zhou, Min", "Min", "Zhou"),
        ("Xie, Yun Fei", "Yun Fei", "Xie"),
        ("Berg, Jan van der", "Jan", "van der Berg"),
        # particles
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Anna van der Berg", "Anna", "van der Berg"),
        ("Eddie Van Halen", "Eddie", "Van Halen"),
        ("Charles de Gaulle", "Charles", "de Gaulle"),
        ("Andrea d'Amico", "Andrea", "d'Amico"),
        ("María de la Cruz García", "María", "de la Cruz García"),
        ("María del Carmen López", "María del Carmen", "López"),
        ("Gabriel García Márquez", "Gabriel", "García Márquez"),
        ("José Ortega y Gasset", "José", "Ortega y Gasset"),
        ("Juan Carlos Pérez", "Juan Carlos", "Pérez"),
        ("João da Silva Santos", "João", "da Silva Santos"),
        ("Mohammed bin Salman", "Mohammed", "bin Salman"),
        ("Ahmed Al-Sayed", "Ahmed", "Al-Sayed"),
        ("Nour El Din", "Nour", "El Din"),
        ("Catherine Ste. Marie", "Catherine", "Ste. Marie"),
        # India
        ("Priya Nair", "Priya", "Nair"),
        ("S. Y. Ramanujan", "S. Y.", "Ramanujan"),
        # Mainland China
        ("Min Zhou", "Min", "Zhou"),
        ("Zhou Min", "Min", "Zhou"),
        ("Wenjie Jiang", "Wenjie", "Jiang"),
        ("Jiang Wenjie", "Wenjie", "Jiang"),
        ("Zhi Yuan Luo", "Zhi Yuan", "Luo"),
        ("Yu Lan Tan", "Yu Lan", "Tan"),
        ("Li Da Wei", "Da Wei", "Li"),
        ("Ouyang Xiaomin", "Xiaomin", "Ouyang"),
        ("Xiaomin Ouyang", "Xiaomin", "Ouyang"),
        ("Wang Yan", "Yan", "Wang"),
        ("Fang Jin", "Fang", "Jin"),
        ("Yang Yang", "Yang", "Yang"),
        ("Wu Gao", "Wu", "Gao"),  # as likely one way as the other: Western order
        ("Huang Fang", "Fang", "Huang"),
        ("Lü Zixuan", "Zixuan", "Lü"),
        ("Lyu Zixuan", "Zixuan", "Lyu"),
        ("Haoran Lv", "Haoran", "Lv"),
        ("Zhan-Peng Wei", "Zhan-Peng", "Wei"),
        ("Zhou M.", "M.", "Zhou"),
        ("Wang David", "David", "Wang"),
        ("David Wang", "David", "Wang"),
        ("Ryan Yuxuan Guan", "Ryan Yuxuan", "Guan"),
        # Hong Kong and Taiwan
        ("Wong Ka-chun", "Ka-chun", "Wong"),
        ("Ka-chun Wong", "Ka-chun", "Wong"),
        ("Wong Ka Chun", "Ka Chun", "Wong"),
        ("Ka Yan Chiu", "Ka Yan", "Chiu"),
        ("Chui Siu Fong", "Siu Fong", "Chui"),
        ("Siu Fong Chui", "Siu Fong", "Chui"),
        ("Chung Tsz-kit", "Tsz-kit", "Chung"),
        ("Chen Kuo-tung", "Kuo-tung", "Chen"),
        ("Kuo-tung Chen", "Kuo-tung", "Chen"),
        ("Hsu-tung Teng", "Hsu-tung", "Teng"),
        ("Peter Chan Tai Man", "Peter Tai Man", "Chan"),
        ("Chan Tai Man Peter", "Peter Tai Man", "Chan"),
        # Korea and Vietnam
        ("Kim Min-jun", "Min-jun", "Kim"),
        ("Min-jun Kim", "Min-jun", "Kim"),
        ("Kim Kardashian", "Kim", "Kardashian"),
        ("Lee Johnson", "Lee", "Johnson"),
        ("Nguyễn Văn Minh", "Văn Minh", "Nguyễn"),
        ("Nguyen Van Minh", "Van Minh", "Nguyen"),
        ("Minh Nguyen", "Minh", "Nguyen"),
        ("Phạm Minh", "Minh", "Phạm"),
        ("Vũ Hùng", "Hùng", "Vũ"),
        ("Hùng Vũ", "Hùng", "Vũ"),
        ("Long Nguyen", "Long", "Nguyen"),
    ],
)
def test_given_and_family_name(cell: str, given: str, family: str) -> None:
    assert parts(parse_name(cell)) == (given, family)


@pytest.mark.parametrize(
    ("cell", "given", "family"),
    [
        ("MIN ZHOU", "Min", "Zhou"),
        ("ZHOU MIN", "Min", "Zhou"),
        ("ELEANOR O'SULLIVAN", "Eleanor", "O'Sullivan"),
        ("DOROTHY MCALLISTER", "Dorothy", "McAllister"),
        ("LUZVIMINDA DELA-CRUZ", "Luzviminda", "Dela-Cruz"),
        ("MARIA DE LA CRUZ", "Maria", "de la Cruz"),
        ("TRANG VŨ", "Trang", "Vũ"),
        ("YO-YO MA", "Yo-Yo", "Ma"),
        ("jane doe", "Jane", "Doe"),
        ("Jean DUPONT", "Jean", "Dupont"),
        ("DUPONT Jean", "Jean", "Dupont"),
        ("Wei ZHANG", "Wei", "Zhang"),
        ("LI Na", "Na", "Li"),
        ("JP Morgan", "JP", "Morgan"),
        ("Leonardo DiCaprio", "Leonardo", "DiCaprio"),
    ],
)
def test_capitals_are_repaired_and_point_out_the_family_name(cell: str, given: str, family: str) -> None:
    assert parts(parse_name(cell)) == (given, family)


@pytest.mark.parametrize(
    ("cell", "given", "family", "letters"),
    [
        ("Jane Doe, PhD, PMP", "Jane", "Doe", ("PhD", "PMP")),
        ("Jane Doe PhD", "Jane", "Doe", ("PhD",)),
        ("Jane Doe, MBA/PMP", "Jane", "Doe", ("MBA", "PMP")),
        ("Jane Doe (CPA, CGA)", "Jane", "Doe", ("CPA", "CGA")),
        ("Jane Doe, P.Eng.", "Jane", "Doe", ("P.Eng.",)),
        ("Jean Tremblay, ing.", "Jean", "Tremblay", ("ing.",)),
        ("Ingram, Zachary, CPA", "Zachary", "Ingram", ("CPA",)),
        ("Edwin Tseng, RHIA", "Edwin", "Tseng", ("RHIA",)),
        ("Smith, JANE", "Jane", "Smith", ()),
        ("Li Wei, Ph. D.", "Wei", "Li", ("Ph. D.",)),
        ("Martin Luther King Jr.", "Martin Luther", "King", ("Jr.",)),
        ("Jane Doe, MA", "Jane", "Doe", ("MA",)),
        ("Jack MA", "Jack", "Ma", ()),
        ("Yo-Yo Ma", "Yo-Yo", "Ma", ()),
        ("李华博士", "Hua", "Li", ("博士",)),
        ("李华，教授", "Hua", "Li", ("教授",)),
        ("李华（注册会计师）", "Hua", "Li", ("注册会计师",)),
    ],
)
def test_letters_after_the_name_are_kept_apart(cell: str, given: str, family: str, letters: tuple[str, ...]) -> None:
    name = parse_name(cell)
    assert (*parts(name), name.credentials) == (given, family, letters)


@pytest.mark.parametrize(
    "cell",
    [
        "Dr. Jane Doe", "Mme Jane Doe", "Prof. Dr. Jane Doe", "Jane Doe 🚀✨", "🇨🇦 Jane Doe", "Jane Doe (she/her)",
        "Jane Doe, she/her", "Jane Doe | I help teams ship", "Jane Doe - Hiring!", "Jane Doe née Smith",
        "Jane\u200b Doe",
        "Ｊａｎｅ　Ｄｏｅ", " *Jane Doe* ", "Jane Doe ™",
    ],
)  # fmt: skip
def test_what_stands_around_a_name_goes(cell: str) -> None:
    assert parse_name(cell) == PersonName("Jane", "Doe")


def test_a_title_before_one_word_makes_it_a_family_name() -> None:
    assert parts(parse_name("Dr. Wong")) == ("", "Wong")


@pytest.mark.parametrize(
    ("cell", "nickname"),
    [
        ('Robert "Bob" Smith', "Bob"),
        ("Robert (Bob) Smith", "Bob"),
        ("Robert “Bob” Smith", "Bob"),
        ("Robert 'Bob' Smith", "Bob"),
        ("Robert Smith (Bob)", "Bob"),
        ("Robert Smith (Acme Widgets Inc)", ""),
    ],
)
def test_nicknames(cell: str, nickname: str) -> None:
    assert parse_name(cell) == PersonName("Robert", "Smith", nickname=nickname)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("周敏", PersonName("Min", "Zhou", "周敏", "Zhou Min")),
        ("张大伟", PersonName("Dawei", "Zhang", "张大伟", "Zhang Dawei")),
        ("歐陽 小敏", PersonName("Xiaomin", "Ouyang", "歐陽小敏", "Ouyang Xiaomin")),
        ("丹红 郭", PersonName("Danhong", "Guo", "郭丹红", "Guo Danhong")),
        ("周敏 Zhou Min", PersonName("Min", "Zhou", "周敏", "Zhou Min")),
        ("Zhou Min (周敏)", PersonName("Min", "Zhou", "周敏", "Zhou Min")),
        ("Min Zhou / 周敏", PersonName("Min", "Zhou", "周敏", "Zhou Min")),
        ("周敏 (Min)", PersonName("Min", "Zhou", "周敏", "Zhou Min")),
        ("周敏 Zhoumin", PersonName("Min", "Zhou", "周敏", "Zhou Min")),
        ("周敏 HR", PersonName("Min", "Zhou", "周敏", "Zhou Min")),
        ("Fang Jin 方瑾", PersonName("Jin", "Fang", "方瑾", "Fang Jin")),
        ("Huang Fang 方煌", PersonName("Huang", "Fang", "方煌", "Fang Huang")),
        ("Zixuan Lyu 吕子轩", PersonName("Zixuan", "Lyu", "吕子轩", "Lü Zixuan")),
        ("Daniel Wong 黄家俊", PersonName("Daniel", "Wong", "黄家俊", "Huang Jiajun")),
        ("黄家俊 (Daniel)", PersonName("Jiajun", "Huang", "黄家俊", "Huang Jiajun", "Daniel")),
        ("黄家俊（Daniel Wong）", PersonName("Daniel", "Wong", "黄家俊", "Huang Jiajun")),
        ("Daniel 黄家俊", PersonName("Daniel", "Huang", "黄家俊", "Huang Jiajun")),
        ("王老师", PersonName("", "Wang", "王", "Wang")),
        ("欧阳老师", PersonName("", "Ouyang", "欧阳", "Ouyang")),
        ("陈文颖（老师）", PersonName("Wenying", "Chen", "陈文颖", "Chen Wenying")),
        ("張經理", PersonName("", "Zhang", "張", "Zhang")),
        ("王总", PersonName("", "Wang", "王", "Wang")),
        ("小王", PersonName("", "Wang", "王", "Wang", "小王")),
        ("小明", PersonName("Ming", "Xiao", "小明", "Xiao Ming")),
        ("김민수", PersonName(native="김민수")),
    ],
)
def test_chinese_names_alone_and_beside_latin_ones(cell: str, expected: PersonName) -> None:
    assert parse_name(cell) == expected


def test_a_name_in_hong_kong_order_with_its_english_name_behind_a_comma() -> None:
    assert parse_name("CHAN Tai Man, Peter") == PersonName("Tai Man", "Chan", nickname="Peter")


@pytest.mark.parametrize("cell", ["", "   ", "???", "--", "🚀", "jane@doe.example", "(), ;", "\x00"])
def test_what_is_no_name_gives_an_empty_one(cell: str) -> None:
    assert parse_name(cell) == PersonName()


ODD = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("JaneDOEzhou周敏欧阳王老师小 ,，.()（）\"'-|/博士ÀŠłđ🚀\u200d\x00\u0301")
    ),
    max_size=40,
)


@given(ODD)
@example("D¬𠀀O")  # letters once kept the gap that the character left
@example("née")
@example("(" * 400)
@example("a" * 100_000)
def test_any_text_is_survived_and_leaves_no_control_characters(text: str) -> None:
    for name in (parse_name(text), join_name(text, text), join_name(text, "", suffix=text, nickname=text, native=text)):
        for part in (name.given, name.family, name.native, name.reading, name.nickname, *name.credentials):
            assert "".join(part.split()).isprintable()
            assert part == " ".join(part.split())
