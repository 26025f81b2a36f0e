"""What each column of a table is taken for: by its heading, else by what its values look like."""

import re
from collections.abc import Callable, Sequence

from askwell.lib.emails import find_emails
from askwell.lib.names import parse_name
from askwell.protocols.contacts.headings import (
    TITLE_OR_PREFIX,
    WHOLE_OR_FAMILY,
    WHOLE_OR_GIVEN,
    field_of,
    heading_key,
    is_known,
)
from askwell.protocols.contacts.model import Field

Meaning = tuple[Field | None, str]
"""A field (None: left out) and the reason."""

_COURTESY = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|m|mme|mlle|herr|frau|sr|sra|先生|女士|小姐|老师|教授|博士)\.?", re.I
)
_PHONE = re.compile(r"(?:tel:)?\+?[\d\s().\-\u2010-\u2015/]{7,24}(?:(?:ext|x)\.?\s*\d{1,6})?", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?:[a-z]{2,3}\.)?linkedin\.com/\S+", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(?:inc|ltd|llc|llp|corp|co|gmbh|s\.?a\.?|university|college|bank|group|hospital|society|association)\.?$"
    r"|(?:公司|集团|集團|大学|大學|银行|銀行|学院|医院|协会|中心|事务所)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:manager|engineer|director|analyst|developer|designer|consultant|coordinator|assistant|officer|nurse"
    r"|teacher|president|specialist|accountant|administrator|advisor|lead|founder|ceo|cto|cfo|owner|clerk|chef"
    r"|ingénieur|ingénieure|directeur|directrice|responsable|gestionnaire|conseiller|conseillère)\b"
    r"|(?:经理|工程师|总监|顾问|分析师|主管|助理|专员|会计|老师|教师|设计师|主任|總監|經理|工程師)$",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]*[\w.'’-]*")
_HAN_NAME = re.compile(r"[\u3400-\u9fff·]{2,5}")


def heading_score(cells: Sequence[str]) -> int:
    """How many of the cells are headings that exporters use."""
    return len({key for cell in cells if cell and is_known(key := heading_key(cell))})


def looks_like_value(text: str) -> bool:
    """Whether a cell is an address of some kind, which no heading is."""
    plain = text.strip()
    may_be_email = any(mark in text for mark in "@＠[(")
    return bool((may_be_email and find_emails(text)) or _LINK.match(plain) or _PHONE.fullmatch(plain))


def meanings(headings: Sequence[str], samples: Sequence[Sequence[str]]) -> list[Meaning]:
    """What every column means. `samples`: for each column some of its values that are not empty."""
    keys = [heading_key(heading) for heading in headings]
    found: list[Meaning] = [_by_heading(key, values) for key, values in zip(keys, samples, strict=True)]
    _settle_names(keys, found)
    _settle_titles(keys, found, samples)
    for index, (_, why) in enumerate(found):
        if why == "unknown":
            found[index] = _by_values(samples[index], {field for field, _ in found})
    _find_names(found, samples)
    return found


def _by_heading(key: str, values: Sequence[str]) -> Meaning:
    field = field_of(key)
    if field is None:
        return None, "not_kept" if is_known(key) else "unknown"
    if field is Field.TITLE and key in TITLE_OR_PREFIX and _share(values, _COURTESY.fullmatch) > 0.5:
        return Field.PREFIX, "known_heading"
    return field, "known_heading"


def _settle_names(keys: list[str], found: list[Meaning]) -> None:
    """Headings that mean the whole name alone and one part of it beside the other part."""
    sure = {field for key, (field, _) in zip(keys, found, strict=True) if key not in WHOLE_OR_GIVEN}
    for index, key in enumerate(keys):
        if key in WHOLE_OR_GIVEN and found[index][1] == "known_heading":
            alone = Field.FAMILY not in sure or Field.GIVEN in sure
            found[index] = (Field.FULL_NAME if alone else Field.GIVEN), "known_heading"
    fields = {field for field, _ in found}
    for index, key in enumerate(keys):
        if key in WHOLE_OR_FAMILY and Field.GIVEN in fields and Field.FAMILY not in fields:
            found[index] = Field.FAMILY, "known_heading"
    called = [index for index, (field, _) in enumerate(found) if field is Field.NICKNAME]
    if called and not fields & {Field.FULL_NAME, Field.GIVEN, Field.NATIVE_NAME}:
        found[called[0]] = Field.FULL_NAME, "known_heading"


def _settle_titles(keys: list[str], found: list[Meaning], samples: Sequence[Sequence[str]]) -> None:
    """A bare "Title" beside another column for the job is the courtesy title."""
    titles = [index for index, (field, _) in enumerate(found) if field is Field.TITLE]
    bare = [index for index in titles if keys[index] in TITLE_OR_PREFIX]
    if len(titles) > len(bare):
        for index in bare:
            if "job title" in keys or not _share(samples[index], _TITLE.search):
                found[index] = Field.PREFIX, "known_heading"


def _by_values(values: Sequence[str], taken: set[Field | None]) -> Meaning:
    tests: list[tuple[Field, Callable[[str], object], float]] = [
        (Field.EMAIL, find_emails, 0.6),
        (Field.LINK, lambda text: _LINK.match(text.strip()), 0.6),
        (Field.PHONE, _is_phone, 0.6),
        (Field.TITLE, lambda text: _TITLE.search(text.strip()), 0.35),
        (Field.ORGANISATION, lambda text: _ORGANISATION.search(text.strip()), 0.25),
    ]
    repeatable = (Field.EMAIL, Field.LINK, Field.PHONE)
    for field, test, enough in tests:
        if _share(values, test) >= enough and (field in repeatable or field not in taken):
            return field, "values_look_like"
    return None, "unknown"


def _is_phone(text: str) -> bool:
    return bool(_PHONE.fullmatch(text.strip())) and sum(char.isdigit() for char in text) >= 7 and _day_free(text)


def _day_free(text: str) -> bool:
    return not re.fullmatch(r"\s*\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\s*", text)


def _find_names(found: list[Meaning], samples: Sequence[Sequence[str]]) -> None:
    """Where no column is known to hold names, the one whose values look most like them."""
    named = {Field.FULL_NAME, Field.GIVEN, Field.FAMILY, Field.NATIVE_NAME}
    if named & {field for field, _ in found}:
        return
    shares = [
        (_share(samples[index], _is_name) if why == "unknown" else 0.0, -index) for index, (_, why) in enumerate(found)
    ]
    best, place = max(shares, default=(0.0, 0))
    if best >= 0.6:
        found[-place] = Field.FULL_NAME, "values_look_like"


def _is_name(text: str) -> bool:
    text = text.strip()
    if _HAN_NAME.fullmatch(text):
        return True
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= 5 or not all(_NAME_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return False
    return not _TITLE.search(text) and not _ORGANISATION.search(text) and bool(parse_name(text).family)


def _share(values: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(1 for value in values if test(value)) / len(values) if values else 0.0
