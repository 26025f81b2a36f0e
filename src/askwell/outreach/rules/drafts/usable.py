"""Makes facts fit to be said: clean, readable in the message's language, and no template slots."""

import re

from askwell.coach.drafts.languages import in_other_language
from askwell.coach.drafts.placeholders import placeholders
from askwell.lib.text import HAN, clean
from askwell.outreach.rules.drafts.facts import ALWAYS_FAMILIAR, DraftFacts, with_texts
from askwell.people.choices import TieKind

_NAMES = ("organisation", "title", "introducer", "reach", "reach_employer", "school", "sender", "given", "family")
_TERMS = ("event", "topic", "programme")
_PHRASES = ("did", "about_me", "news")
_LONGEST_NAME = 80
_LONGEST_PHRASE = 160

_han = re.compile(f"[{HAN}]")
_acronym = re.compile(r"[A-Z][A-Z0-9&/]{1,5}")
_english = re.compile(
    r"\b(?:the|of|at|and|for|my|our|fair|evening|night|week|workshop|talk|dinner|lunch|careers|job)\b", re.I
)
_french = re.compile(
    r"\b(?:le|la|les|de|des|du|à|au|aux|et|pour|mon|ma|notre|salon|foire|rencontre)\b|\b(?:[ld]|qu)['’]|[éèêàçùôîœ]",
    re.I,
)
_loose_ends = " \t.,;:!?。，、；：！？…-–—·|/"
_middle_initial = re.compile(r"(?<=[^\W\d_]{2})\s+[A-Z]\.?$")
_headline = re.compile(r"\s+(?:\||/|·|•)\s+|\s*[|•｜]\s*|;\s|,\s(?=.*,)| @ ")


def tidied(facts: DraftFacts) -> DraftFacts:
    """The facts without loose punctuation, without what the reader could not read, and without open slots."""
    chinese = facts.language.startswith("zh")
    said = {name: _name(getattr(facts, name), chinese=chinese) for name in _NAMES}
    said |= {name: _term(getattr(facts, name), facts.language) for name in _TERMS}
    said |= {name: _phrase(getattr(facts, name), facts.language) for name in _PHRASES}
    if chinese and not _readable_in_chinese(said["topic"]):
        said["topic"] = ""
    if facts.language == "fr":
        said["did"] = _in_one_address(said["did"], facts.tie)
    said["title"] = _headline.split(said["title"])[0]
    said["given"] = _middle_initial.sub("", said["given"])
    said |= {"native": clean(facts.native), "earlier_subject": clean(facts.earlier_subject, limit=120)}
    return with_texts(facts, said)


def _in_one_address(did: str, tie: TieKind) -> str:
    """French verbs agree with tu or vous: a phrase in the other address is left out."""
    address = re.match(r"(?:(vous|votre|vos)|(tu|ton|ta|tes))\b", did, re.I)
    if address and bool(address[2]) != (tie in ALWAYS_FAMILIAR):
        return ""
    return did


def _name(text: str, *, chinese: bool) -> str:
    text = _plain(text)
    readable = chinese or not _han.search(text)
    return text if readable and len(text) <= _LONGEST_NAME else ""


def _term(text: str, language: str) -> str:
    """An event, a field or a programme: kept where it reads in the language, or is a bare proper name."""
    text = _name(text, chinese=language.startswith("zh"))
    english, french = len(_english.findall(text)), len(_french.findall(text))
    if language.startswith("zh"):
        foreign = english + french > 0 and not _han.search(text)
    else:
        foreign = french > english if language == "en" else english > french
    return "" if foreign else text


def _phrase(text: str, language: str) -> str:
    text = _plain(text)
    if language.startswith("zh") and not _readable_in_chinese(text):
        return ""
    return "" if len(text) > _LONGEST_PHRASE or in_other_language(text, language) else text


def _readable_in_chinese(text: str) -> bool:
    return bool(_han.search(text) or _acronym.fullmatch(text))


def _plain(text: str) -> str:
    text = clean(text).strip(_loose_ends)
    return "" if any(True for _ in placeholders(text)) else text
