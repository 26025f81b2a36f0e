"""The default language of a first message is the reader's."""

import pytest

from askwell.outreach.rules.drafts import language_for

TABLE = [
    # native, title, organisation, languages, region, expected
    ("", "", "", "", "", "en"),
    ("周敏", "供应计划主管", "", "", "CA-BC", "zh-Hans"),
    ("周敏", "", "海潮食品", "", "", "zh-Hans"),
    ("周敏", "Planner", "Tidewater Foods", "zh yue", "CA-BC", "zh-Hans"),
    ("周敏", "Planner", "Tidewater Foods", "", "CA-BC", "en"),
    ("周敏", "Planner", "Tidewater Foods", "en zh", "CA-BC", "en"),
    ("", "", "海潮食品", "", "", "en"),
    ("", "Planner", "", "", "CN", "zh-Hans"),
    ("", "Planner", "", "", "HK", "zh-Hans"),
    ("", "Planner", "", "en zh", "TW", "zh-Hans"),
    ("", "Planner", "", "en", "CN", "en"),
    ("", "", "", "yue", "", "zh-Hans"),
    ("", "Planner", "", "fr", "CA-BC", "fr"),
    ("", "Planner", "", "fr en", "CA-BC", "en"),
    ("", "Planner", "", "", "CA-QC", "fr"),
    ("", "Planner", "", "en", "CA-QC", "en"),
    ("周敏", "Planner", "", "", "CA-QC", "en"),
]


@pytest.mark.parametrize(("native", "title", "organisation", "languages", "region", "expected"), TABLE)
def test_the_language_follows_what_is_known_of_the_reader(
    native: str, title: str, organisation: str, languages: str, region: str, expected: str
) -> None:
    chosen = language_for(
        native=native, title=title, organisation=organisation, languages=languages.split(), region=region
    )
    assert chosen == expected
