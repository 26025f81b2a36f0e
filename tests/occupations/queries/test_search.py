"""Occupations found in the tables."""

from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.occupations.actions.loading import load, remove
from askwell.occupations.queries.search import search
from askwell.occupations.queries.telling import our_own, tell
from askwell.occupations.rules.keys import key_of
from askwell.protocols.occupations import releases
from tests.factories.occupations import NOC, OASIS, ONET, WAGES, release

pytestmark = pytest.mark.django_db


def test_it_is_found_by_a_title_in_another_language_and_shown_in_ones_own() -> None:
    (first, *_rest) = search("护工", "fr", 5)

    assert (first.id, first.title, first.matched) == (key_of("own", "care-aide"), "Préposé aux bénéficiaires", "护工")


def test_a_release_is_searched_once_it_is_loaded_and_no_longer_once_removed(tmp_path: Path, now: datetime) -> None:
    assert search("lamplighter", "en", 5) == []
    load(release=releases(release(tmp_path, ONET))[0], now=now)

    assert [hit.title for hit in search("lamplighter", "en", 5)] == ["Lamp Keepers"]

    remove(source="onet")
    assert search("lamplighter", "en", 5) == []


def test_a_search_costs_two_queries() -> None:
    search("nurse", "en")

    with CaptureQueriesContext(connection) as queries:
        assert len(search("nurse", "en")) > 1

    assert len(queries) == 2


def test_skills_come_from_oasis_where_noc_names_none_and_wages_by_noc(tmp_path: Path, now: datetime) -> None:
    for one in releases(release(tmp_path, {**NOC, **OASIS, **WAGES})):
        load(release=one, now=now)

    told = tell(key_of("noc", "99001"), "fr")

    assert told is not None
    assert (told.title, told.facts_from, told.interests) == ("Lampistes", "oasis", (100, 20, 40, 0, 20, 80))
    assert [(one.name, one.importance) for one in told.skills] == [("Trimming", 80)]
    assert [(one.region, one.median) for one in told.wages] == [("Canada", 21.25)]


def test_our_own_are_listed_in_the_viewers_language() -> None:
    assert "护理员" in {one.title for one in our_own("zh-hans")}


def test_there_is_no_occupation_of_an_unknown_key() -> None:
    assert tell(key_of("own", "lamp-keeper"), "en") is None
