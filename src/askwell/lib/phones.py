"""Telephone numbers as people write them, to E.164."""

import re
import unicodedata
from functools import lru_cache

import phonenumbers

_north_american = re.compile(
    r"\+?1?[ .-]?\(?([2-9]\d\d)\)?[ .-]?([2-9]\d\d)[ .-]?(\d{4})(?:(?:;ext=| ?x| ext\.?) ?(\d{1,6}))?",
    re.ASCII,
)
_mobile_of_china = re.compile(r"(?:\+|00)86[ -]?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})", re.ASCII)
_chinese_mobile = re.compile(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}", re.ASCII)
_chinese_landline = re.compile(r"\(?0\d{2,3}(?:-|\) ?)\d{3,4}[ -]?\d{4}", re.ASCII)
_NORTH_AMERICA = frozenset({"CA", "US"})


def normalise_phone(text: str, *, region: str = "CA") -> str | None:
    """Return `text` as E.164 (``+16045550105``), with ``;ext=12`` when an extension is given.

    `region` (ISO country such as ``CA``) is where numbers without a country code are dialled. Full-width
    digits, ``tel:``, letters (``1-800-…``) and ``ext. 12`` are understood, and numbers written
    the Chinese way (138 0013 8000, 010-6234 5678) are taken for Chinese ones where `region` has no such. None when it cannot be a telephone number.
    """
    if region in _NORTH_AMERICA and (match := _north_american.fullmatch(text)):
        area, exchange, line, extension = match.groups()
        return f"+1{area}{exchange}{line};ext={extension}" if extension else f"+1{area}{exchange}{line}"
    if match := _mobile_of_china.fullmatch(text):
        return "+86" + "".join(match.groups())
    return _parsed(text[:200], region)


@lru_cache(maxsize=8192)
def _parsed(text: str, region: str) -> str | None:
    plain = unicodedata.normalize("NFKC", text).strip().removeprefix("tel:")
    if _chinese_mobile.fullmatch(plain):
        return _try(plain, "CN")
    number = _try(plain, region)
    return _try(plain, "CN") if number is None and _chinese_landline.fullmatch(plain) else number


def _try(text: str, region: str) -> str | None:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    main = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{main};ext={number.extension}" if number.extension else str(main)
