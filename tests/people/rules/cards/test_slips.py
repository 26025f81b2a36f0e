"""Slips of text recognition are mended by what else the card says, and only then."""

import pytest

from askwell.people.rules.cards import read_card
from askwell.people.rules.cards.lost_letters import with_lost_letters
from askwell.people.rules.cards.model import Reading
from askwell.people.rules.cards.slips import host_of, label_of, may_be_misread, mend_hosts
from tests.people.rules.cards.boxes import column

PERSON = (("Clara Whitfield", 40.0), ("Paralegal", 20.0))


@pytest.mark.parametrize(
    ("line", "email"),
    [
        ("clara.whitfield@silverfox.example", "clara.whitfield@silverfox.example"),
        ("E-mail:clara.whitfield@silverfox.example", "clara.whitfield@silverfox.example"),
        ("Emailclara.whitfield@silverfox.example", "clara.whitfield@silverfox.example"),
        ("Eclara.whitfield@silverfox.example", "clara.whitfield@silverfox.example"),
        ("邮箱clara.whitfield@silverfox.example", "clara.whitfield@silverfox.example"),
        ("@clara.whitfield@silverfox.example", "clara.whitfield@silverfox.example"),
        ("clara.whitfield@ silverfox.example", "clara.whitfield@silverfox.example"),
        ("clara.whitfield @silverfox. example", "clara.whitfield@silverfox.example"),
        ("clara,whitfield@silverfox,example", "clara.whitfield@silverfox.example"),
        ("clara.whitfield@silverfox example", "clara.whitfield@silverfox.example"),
        ("clara.whitfield＠silverfox。example", "clara.whitfield@silverfox.example"),
        ("clara.whitfield©silverfox.example", "clara.whitfield@silverfox.example"),
        ("cIara.whitfield@silverfox.example", "clara.whitfield@silverfox.example"),
        ("clara.whitfieId@silverfox.example", "clara.whitfield@silverfox.example"),
        ("Courriel : clara.whitfieldé/silverfox.example", "clara.whitfield@silverfox.example"),
        ("cwhitfie1d@silverfox.example", "cwhitfield@silverfox.example"),
        ("c.whitfield@silverfox.example", "c.whitfield@silverfox.example"),
        ("whitfieldc@silverfox.example", "whitfieldc@silverfox.example"),
        ("ecwhitfield@silverfox.example", "ecwhitfield@silverfox.example"),
    ],
)
def test_an_email_address_is_read(line: str, email: str) -> None:
    fields = read_card(column(*PERSON, (line, 18)))
    assert [one.value for one in fields.emails] == [email]


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("www.silverfox.example", "www.silverfox.example"),
        ("Web: silverfox.example", "silverfox.example"),
        ("https://silverfox.example/team", "https://silverfox.example/team"),
        ("https.//silverfox.example", "https://silverfox.example"),
        ("https:/silverfox.example", "https://silverfox.example"),
        ("ttps://silverfox.example", "https://silverfox.example"),
        ("www silverfox.example", "www.silverfox.example"),
        ("www,silverfox.example", "www.silverfox.example"),
        ("wwww.silverfox.example", "www.silverfox.example"),
        ("网址：www.silverfox.example", "www.silverfox.example"),
    ],
)
def test_a_web_address_is_read(line: str, url: str) -> None:
    fields = read_card(column(*PERSON, (line, 18)))
    assert [one.value for one in fields.urls] == [url]


def test_a_misread_initial_is_mended() -> None:
    fields = read_card(column(("FRANÇOIS GAGNÉ", 40), ("Chef de chantier", 20), ("tgagne@silverfox.example", 18)))
    assert [one.value for one in fields.emails] == ["fgagne@silverfox.example"]


def test_a_letter_that_clings_to_an_address_is_a_label_where_other_labels_are_letters() -> None:
    lettered = column(*PERSON, ("T 604-555-0142", 18), ("Ecw@silverfox.example", 18), ("Wsilverfox.example", 18))
    fields = read_card(lettered)
    assert [one.value for one in (*fields.emails, *fields.urls)] == ["cw@silverfox.example", "silverfox.example"]


@pytest.mark.parametrize("line", ["Ph.D", "St.Mary", "B.Sc. Hons.", "javascript:alert(1)", "file:///etc/passwd"])
def test_what_is_no_web_address(line: str) -> None:
    assert read_card(column(*PERSON, (line, 18))).urls == ()


@pytest.mark.parametrize(
    ("line", "phones", "faxes"),
    [
        ("604 555 O142", ["+16045550142"], []),
        ("l-604-555-0l42", ["+16045550142"], []),
        ("Tel(604)555-0142", ["+16045550142"], []),
        ("(604)5550142", ["+16045550142"], []),
        ("T604.555.0142", ["+16045550142"], []),
        ("＋１ （６０４） ５５５－０１４２", ["+16045550142"], []),
        ("604-555-0142 604-555-0143", ["+16045550142", "+16045550143"], []),
        ("T 604-555-0142 F 604-555-0143", ["+16045550142"], ["+16045550143"]),
        ("T (604) 555-0142 |F 1-604-555-0143", ["+16045550142"], ["+16045550143"]),
        ("Fax 604-555-0143 Tel 604-555-0142", ["+16045550142"], ["+16045550143"]),
        ("Téléc. 1-604-555-0143", [], ["+16045550143"]),
        ("lax 604-555-0143", [], ["+16045550143"]),
        ("传真：604-555-0143", [], ["+16045550143"]),
        ("手机13900000499", ["+8613900000499"], []),
        ("（+86)18800000152", ["+8618800000152"], []),
        ("电话 021-5555 0199 转 8", ["+862155550199;ext=8"], []),
        ("Tel 604-555-0142 x 301", ["+16045550142;ext=301"], []),
        ("Est. 1998 - 2010", [], []),
        ("Reg. No. 12345678", [], []),
        ("Suite 667 – 425 Maplewick Crescent, Ottawa, ON T8X 0A2", [], []),
    ],
)
def test_a_telephone_number_is_read(line: str, phones: list[str], faxes: list[str]) -> None:
    fields = read_card(column(*PERSON, (line, 18)))
    assert [one.value for one in fields.phones] == phones
    assert [one.value for one in fields.faxes] == faxes


def test_a_number_without_a_country_is_dialled_where_the_reader_is() -> None:
    for line in ("020 7946 0018", "Tel 020 7946 0018"):
        fields = read_card(column(*PERSON, (line, 18)), region="GB")
        assert [(one.value, one.notes) for one in fields.phones] == [("+442079460018", ())]


def test_a_mended_field_is_less_sure_and_says_so() -> None:
    fields = read_card(column(*PERSON, ("604 555 O142", 18), ("778 555 0143", 18)))
    mended, plain = fields.phones
    assert (mended.notes, plain.notes) == (("repaired",), ())
    assert mended.sureness < plain.sureness


@pytest.mark.parametrize(
    ("one", "other", "misread"),
    [
        ("ateliersdufieuve", "ateliersdufleuve", True),
        ("siversalmon", "silversalmon", True),
        ("rnaplewick", "maplewick", True),
        ("c0ppezkettle", "copperkettle", False),
        ("harbor", "harbour", False),
        ("maplewick", "maplewick", False),
        ("tidewater", "sidewater", False),
    ],
)
def test_what_recognition_can_have_made_of_a_word(one: str, other: str, misread: bool) -> None:
    assert may_be_misread(one, other) is misread


@pytest.mark.parametrize(
    ("email", "url", "names", "hosts"),
    [
        ("a@siversalmon.example", "www.silversalmon.example", ["Silver Salmon Fisheries"], {"silversalmon.example"}),
        ("a@silversalmon.example", "www.siversalmon.example", ["Silver Salmon Fisheries"], {"silversalmon.example"}),
        ("a@ateliersdufieuve.example", "", ["Les Ateliers du Fleuve"], {"ateliersdufleuve.example"}),
        ("a@gmail.com", "www.silversalmon.example", ["Silver Salmon"], {"gmail.com", "silversalmon.example"}),
        ("a@salmonhouse.example", "www.silversalmon.example", ["X"], {"salmonhouse.example", "silversalmon.example"}),
        ("a@silverfax.example", "", ["Someone Else"], {"silverfax.example"}),
    ],
)
def test_hosts_are_mended_by_each_other_and_by_the_firms_name(
    email: str, url: str, names: list[str], hosts: set[str]
) -> None:
    emails, urls = mend_hosts([Reading(email, 0.9)], [Reading(url, 0.9)] if url else [], names)
    assert {host_of(one.value) for one in [*emails, *urls]} == hosts


def test_the_word_that_names_the_organisation() -> None:
    hosts = ("northwind.ca", "mail.northwind.com.cn", "northwind.co.uk", "gmail.com", "localhost")
    assert [label_of(host) for host in hosts] == ["northwind", "northwind", "northwind", "", ""]


@pytest.mark.parametrize(
    ("words", "tokens", "whole"),
    [
        (["Quang", "Phm"], ["quang", "pham"], ["Quang", "Pham"]),
        (["Nguyn", "Th", "Mai"], ["mai", "nguyen"], ["Nguyen", "Thi", "Mai"]),
        (["Nguyn", "TH", "Huong"], ["nhuong"], ["Nguyen", "Thi", "Huong"]),
        (["Hoàng", "Đc", "Long"], ["hlong"], ["Hoàng", "Đc", "Long"]),
        (["Trn", "Minh"], [], ["Tran", "Minh"]),
        (["Oluwaseun", "Adeyemi"], ["oadeyemi"], ["Oluwaseun", "Adeyemi"]),
        (["Chloe", "Ng"], ["ngc"], ["Chloe", "Ng"]),
        (["Helen", "Li"], ["helen", "lia"], ["Helen", "Li"]),
        (["JP", "Roy"], [], ["JP", "Roy"]),
    ],
)
def test_letters_that_recognition_does_not_know(words: list[str], tokens: list[str], whole: list[str]) -> None:
    assert with_lost_letters(words, tokens) == whole


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("118 Example HillRoad, Vancouver, BC V6B OA1", "118 Example Hill Road, Vancouver, BC V6B 0A1"),
        ("118 Example Road,Vancouver,BC V6B 0A1", "118 Example Road, Vancouver, BC V6B 0A1"),
        ("Address: 118 Example Road, Vancouver, BC V6BOA1", "118 Example Road, Vancouver, BC V6B 0A1"),
        ("地址：上海市浦东新区世纪大道100号", "上海市浦东新区世纪大道100号"),
    ],
)
def test_an_address_is_read(line: str, address: str) -> None:
    fields = read_card(column(*PERSON, (line, 18)))
    assert [one.value for one in fields.addresses] == [address]
