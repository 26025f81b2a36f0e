"""Where somebody is, as a region of the holiday calendars."""

from askwell.lib.text import fold

DEFAULT_REGION = "CA-BC"
"""Used when neither place nor time zone says anything."""

_ZONES = {"America/Vancouver": "CA-BC", "Asia/Shanghai": "CN", "Asia/Hong_Kong": "HK"}
_PLACES = {"vancouver": "CA-BC", "温哥华": "CA-BC", "上海": "CN", "北京": "CN"}


def region_of(place: str, time_zone: str) -> str:
    """Return the likeliest region for a place as written ("Vancouver", "上海") or else a time zone."""
    return _PLACES.get(fold(place)) or _ZONES.get(time_zone) or DEFAULT_REGION
