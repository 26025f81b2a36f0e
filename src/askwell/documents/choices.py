"""The shared vocabulary of documents: plain strings in the database, enumerations in Python.

No word here is for the screen: pages translate codes where they show them.
"""

from enum import StrEnum

LANGUAGES = ("en", "zh-Hans", "fr")
"""In which documents are written, as papers and the coach spell them."""

PAPERS = ("letter", "a4")
PAGES = (1, 2)
"""The most a resume may take; the academic one may be long."""
LONG_PAGES = (1, 2, 3, 4, 6)


class LetterKind(StrEnum):
    """What a letter is for."""

    COVER = "cover"
    ENQUIRY = "enquiry"
    THANK_YOU = "thank_you"
    REFERENCE_REQUEST = "reference_request"
    REFERENCE_THANKS = "reference_thanks"
    ACCEPTANCE = "acceptance"
    DECLINE = "decline"
    NEGOTIATION = "negotiation"
    RESIGNATION = "resignation"
    INTRODUCTION = "introduction"


class Form(StrEnum):
    """As what a document is taken out."""

    PDF = "pdf"
    WORD = "docx"
    TEXT = "txt"
    JSON = "json"


class Way(StrEnum):
    """How a document went to somebody."""

    MAIL = "email"
    SITE = "site"
    BY_HAND = "by_hand"
    POST = "post"
    OTHER = "other"
