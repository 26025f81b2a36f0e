"""Where the viewer is, as the top bar tells it."""

import pytest
from django.utils import translation

from askwell.ui import rooms


@pytest.mark.parametrize(
    ("path", "room"),
    [
        ("/", ("desk:today", True)),
        ("/people/", ("desk:people", True)),
        ("/people/0198/", ("desk:people", False)),
        ("/conversations/", ("outreach:threads", True)),
        ("/interviews/0198/times/", ("interviews:list", False)),
        ("/practice/0198/", ("practice:home", False)),
        ("/targets/0198/edit/", ("outreach:targets", False)),
        ("/account/settings/", None),
        ("/peoples/", None),
        ("/network/", ("desk:people", False)),
        ("/network/map/", ("desk:people", False)),
    ],
)
def test_the_current_room(path: str, room: tuple[str, bool] | None) -> None:
    number, exact = rooms.current(path)
    assert ((rooms.ROOMS[number][0], exact) if number >= 0 else None) == room


def test_the_own_page_of_a_room_is_the_page_and_one_inside_only_the_place() -> None:
    with translation.override("en"):
        own, inside = rooms.items("en", 1, True), rooms.items("en", 1, False)
    assert '<a href="/people/" data-go="p" aria-current="page">People</a>' in own
    assert '<a href="/people/" data-go="p" aria-current="true">People</a>' in inside


@pytest.mark.parametrize(("code", "html"), [("en", "en"), ("zh-hans", "zh-Hans"), ("fr", "fr"), ("fr-ca", "fr-ca")])
def test_language_codes_as_html_spells_them(code: str, html: str) -> None:
    assert rooms.bcp47(code) == html


def test_each_language_is_named_in_its_own_words() -> None:
    assert rooms.language_buttons("fr") == (
        '<button name="language" value="en" lang="en">English</button>'
        '<button name="language" value="zh-hans" lang="zh-Hans">中文</button>'
        '<button name="language" value="fr" lang="fr" aria-current="true">Français</button>'
    )
