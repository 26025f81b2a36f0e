"""Regions of the holiday calendars by name."""

from django.utils.translation import gettext_lazy as _

REGIONS = {
    "CA-AB": _("Alberta"),
    "CA-BC": _("British Columbia"),
    "CA-MB": _("Manitoba"),
    "CA-NB": _("New Brunswick"),
    "CA-NL": _("Newfoundland and Labrador"),
    "CA-NS": _("Nova Scotia"),
    "CA-NT": _("the Northwest Territories"),
    "CA-NU": _("Nunavut"),
    "CA-ON": _("Ontario"),
    "CA-PE": _("Prince Edward Island"),
    "CA-QC": _("Quebec"),
    "CA-SK": _("Saskatchewan"),
    "CA-YT": _("Yukon"),
    "CA": _("Canada"),
    "US": _("the United States"),
    "CN": _("China"),
    "HK": _("Hong Kong"),
    "TW": _("Taiwan"),
    "SG": _("Singapore"),
    "FR": _("France"),
    "GB": _("Great Britain"),
    "DE": _("Germany"),
    "IN": _("India"),
    "AU": _("Australia"),
}


def region_word(code: str) -> str:
    """The region's name, else its country's, else the code."""
    return str(REGIONS.get(code) or REGIONS.get(code.partition("-")[0]) or code)
