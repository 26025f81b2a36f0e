import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.place_names import CITIES, COUNTRIES, SUBDIVISIONS
from askwell.lib.places import DEFAULT_REGION, _names, _zones, region_of, town_in


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("Vancouver", "CA-BC"),
        ("vancouver bc", "CA-BC"),
        ("Vancouver, British Columbia, Canada", "CA-BC"),
        ("Vancouver (Colombie-Britannique)", "CA-BC"),
        ("Vancouver, WA", "US-WA"),
        ("Greater Vancouver Metropolitan Area", "CA-BC"),
        ("温哥华", "CA-BC"),
        ("加拿大溫哥華", "CA-BC"),
        ("Richmond, BC", "CA-BC"),
        ("Burnaby", "CA-BC"),
        ("Qualicum Beach BC", "CA-BC"),
        ("Calgary", "CA-AB"),
        ("卡尔加里", "CA-AB"),
        ("Toronto, ON", "CA-ON"),
        ("Toronto, ON, CA", "CA-ON"),
        ("Toronto, CA", "CA-ON"),
        ("多伦多", "CA-ON"),
        ("Montréal (Québec)", "CA-QC"),
        ("Montreal", "CA-QC"),
        ("蒙特利尔", "CA-QC"),
        ("Halifax, Nouvelle-Écosse", "CA-NS"),
        ("St. John's", "CA-NL"),
        ("London", "GB-ENG"),
        ("London, Ontario", "CA-ON"),
        ("Londres", "GB-ENG"),
        ("安大略省伦敦", "CA-ON"),
        ("Edinburgh, Scotland, UK", "GB-SCT"),
        ("Seattle", "US-WA"),
        ("Greater Seattle Area", "US-WA"),
        ("西雅图", "US-WA"),
        ("San Francisco Bay Area", "US-CA"),
        ("San Jose, CA", "US-CA"),
        ("Ontario, California", "US-CA"),
        ("New York, New York, United States", "US-NY"),
        ("Indianapolis, IN", "US-IN"),
        ("北京", "CN"),
        ("上海市浦东新区", "CN"),
        ("Shenzhen, Guangdong, China", "CN"),
        ("广东省广州市", "CN"),
        ("Hong Kong SAR", "HK"),
        ("九龍", "HK"),
        ("台北市", "TW"),
        ("Taipei City, Taiwan", "TW"),
        ("Singapore", "SG"),
        ("新加坡", "SG"),
        ("Paris", "FR"),
        ("Paris, Texas", "US-TX"),
        ("Lyon, Auvergne-Rhône-Alpes, France", "FR"),
        ("Bengaluru, Karnataka, India", "IN-KA"),
        ("孟买", "IN-MH"),
        ("Canada", "CA"),
        ("中国", "CN"),
    ],
)
def test_places_in_three_languages(place: str, region: str) -> None:
    assert region_of(place, "") == region


@pytest.mark.parametrize(
    ("place", "zone", "region"),
    [
        ("", "America/Vancouver", "CA-BC"),
        ("", "America/Edmonton", "CA-AB"),
        ("", "Asia/Shanghai", "CN"),
        ("", "Asia/Seoul", "KR"),
        ("Canada", "America/Toronto", "CA-ON"),
        ("Toronto", "Asia/Shanghai", "CA-ON"),
        ("France", "America/Toronto", "FR"),
        ("a house in the sun", "Asia/Hong_Kong", "HK"),
        ("work for me or on site", "", DEFAULT_REGION),
        ("", "Mars/Base", DEFAULT_REGION),
    ],
)
def test_the_zone_speaks_where_the_place_does_not(place: str, zone: str, region: str) -> None:
    assert region_of(place, zone) == region


def test_every_region_has_a_calendar() -> None:
    tables = (_names(SUBDIVISIONS), _names(CITIES), _names(COUNTRIES), _zones())
    for region in {region for table in tables for region in table.values()}:
        country, _, part = region.partition("-")
        holidays.country_holidays(country, subdiv=part or None)


@given(st.text(), st.text())
def test_any_text_gives_a_region(place: str, zone: str) -> None:
    assert region_of(place, zone)


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("5739 Tidepool Drive, Richmond, BC  M6X 0B9", "Richmond"),
        ("5057, rue de la Gare-Verte, Montréal (Québec)  G1X 0A6", "Montréal"),
        ("广东省深圳市南山区科技路1号", "深圳"),
        ("12 Nowhere Street", ""),
        ("", ""),
    ],
)
def test_the_town_in_an_address(address: str, town: str) -> None:
    assert town_in(address) == town
