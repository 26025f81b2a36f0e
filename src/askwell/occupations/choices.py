"""The shared vocabulary of occupations."""

from enum import StrEnum


class Source(StrEnum):
    """Where an occupation is told of; the order is that of trust for a seeker in Canada."""

    OWN = "own"
    NOC = "noc"
    OASIS = "oasis"
    ONET = "onet"
    ESCO = "esco"
    WAGES = "wages"  # of occupations told of elsewhere


LANGUAGES = ("en", "zh-hans", "fr")
