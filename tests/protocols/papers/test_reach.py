"""How somebody can be reached: what is shown, and what is a link."""

import pytest

from askwell.protocols.papers.laid import Piece
from askwell.protocols.papers.reach import reach_of, web
from askwell.protocols.papers.words import words_of
from askwell.protocols.resumes import Link, Resume


def test_it_stands_in_one_order_and_nothing_stands_twice() -> None:
    resume = Resume(
        place="Burnaby",
        region="British Columbia",
        phone="604-555-0142",
        email="xiaowen.ma@mail.example",
        url="https://ma.example/",
        links=(Link("https://www.ma.example/work"), Link("http://ma.example"), Link("", "WeChat", "xiaowen")),
    )
    assert reach_of(resume, words_of("en")) == (
        Piece("Burnaby, British Columbia"),
        Piece("604-555-0142", "tel:6045550142"),
        Piece("xiaowen.ma@mail.example", "mailto:xiaowen.ma@mail.example"),
        Piece("ma.example", "http://ma.example"),
        Piece("www.ma.example/work", "https://www.ma.example/work"),
        Piece("WeChat: xiaowen"),
    )


def test_an_address_is_written_as_its_language_writes_it() -> None:
    home = Resume(address="12, rue de l'Exemple", place="Québec", region="Québec", postal_code="G1R 0A1")
    assert reach_of(home, words_of("fr")) == (Piece("12, rue de l'Exemple, Québec, Québec G1R 0A1"),)
    home = Resume(address="例子路12号", place="成都市", region="四川省", postal_code="610000")
    assert reach_of(home, words_of("zh-Hans")) == (Piece("四川省成都市例子路12号 610000"),)
    home = Resume(place="Burnaby", region="British Columbia", country="CA")
    assert reach_of(home, words_of("zh-Hans")) == (Piece("Burnaby, British Columbia"),)


@pytest.mark.parametrize(
    ("region", "place", "shown"),
    [
        ("British Columbia", "Burnaby", "Burnaby, British Columbia"),
        ("British Columbia", "本拿比", "本拿比, British Columbia"),
        ("卑诗省", "本拿比", "卑诗省本拿比"),
    ],
)
def test_a_place_in_latin_letters_is_not_glued_to_the_next(region: str, place: str, shown: str) -> None:
    assert reach_of(Resume(region=region, place=place), words_of("zh-Hans")) == (Piece(shown),)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x", "https://" + "a.b/" * 600, "x y.z"],
)
def test_only_an_address_of_the_web_is_a_link(address: str) -> None:
    assert web(address).url == ""
