"""Telephone numbers as people write them, to E.164."""

import re
import unicodedata
from functools import lru_cache

import phonenumbers

_north_american = re.compile(
    r"(?:\+?1[ .-]?)?\(?([2-9]\d\d)\)?[ .-]?([2-9]\d\d)[ .-]?(\d{4})(?:(?:;ext=| ?x| ext\.?) ?(\d{1,6}))?",
    re.ASCII,
)
_mobile_of_china = re.compile(r"(?:\+|00)86[ -]?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})", re.ASCII)
_chinese_mobile = re.compile(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}", re.ASCII)
_chinese_landline = re.compile(r"\(?0\d{2,3}(?:-|\) ?)\d{3,4}[ -]?\d{4}", re.ASCII)
_extension = re.compile(r"\s*(?:分机|分機|转|轉|内线|poste)\s*[:.]?\s*(?=\d)", re.IGNORECASE)
_between = re.compile(r"\s+or\s+|\s+ou\s+|;(?!ext=)|:::|[；、,，|/\n]")
_longest = len("+") + 15  # E.164
_NORTH_AMERICA = frozenset({"CA", "US"})


def normalise_phone(text: str, *, region: str = "CA") -> str | None:
    """Return `text` as E.164 (``+16045550105``), with ``;ext=12`` when an extension is given.

    `region` (ISO country such as ``CA``) is where numbers without a country code are dialled. Full-width
    digits, ``tel:``, letters (``1-800-…``), ``ext. 12``, ``poste 12`` and 分机12 are understood. Numbers
    written the Chinese way (138 0013 8000, 010-6234 5678) or the North American way (604-555-0127) are
    taken for such where `region` has no number like it. None when it cannot be a telephone number.
    """
    if region in _NORTH_AMERICA and (match := _north_american.fullmatch(text)):
        area, exchange, line, extension = match.groups()
        return f"+1{area}{exchange}{line};ext={extension}" if extension else f"+1{area}{exchange}{line}"
    if match := _mobile_of_china.fullmatch(text):
        return "+86" + "".join(match.groups())
    return _parsed(text[:200], region)


def find_phones(text: str, *, region: str = "CA") -> list[str]:
    """Return every number of a cell such as ``604-555-0127 / 778-555-0101``, as E.164, each once."""
    whole = normalise_phone(text, region=region)
    parts = [] if whole else _between.split(text[:2000])
    found = (normalise_phone(part.strip(), region=region) for part in parts)
    return [whole] if whole else list(dict.fromkeys(number for number in found if number))


def national_digits(number: str) -> str:
    """Return the digits of an E.164 number without its country's code: ``6045550105``; "" for any other text."""
    digits = number.removeprefix("+")
    if digits == number or not (digits.isascii() and digits.isdecimal()):
        return ""
    sizes = (size for size in (1, 2, 3) if int(digits[:size]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
    return digits[next(sizes, 0) :].lstrip("0")


@lru_cache(maxsize=8192)
def _parsed(text: str, region: str) -> str | None:
    plain = unicodedata.normalize("NFKC", text).strip().removeprefix("tel:")
    plain = _extension.sub(" ext. ", plain)
    if _chinese_mobile.fullmatch(plain):
        return _e164(plain, "CN")
    for written, guess in ((_chinese_landline, "CN"), (_north_american, "US")):
        if written.fullmatch(plain) and not _is_valid(plain, region):
            return _e164(plain, guess)
    return _e164(plain, region)


def _e164(text: str, region: str) -> str | None:
    number = _number(text, region)
    if number is None:
        return None
    main = _settled(_written(number))
    extension = phonenumbers.normalize_digits_only(number.extension or "")
    return f"{main};ext={extension}" if main and extension else main


def _settled(main: str) -> str | None:
    """Read it again until nothing changes: odd numbers lose a trunk prefix at each reading."""
    number = _number(main, "ZZ")
    if number is None or len(main) > _longest:
        return None
    again = _written(number)
    return main if again == main else _settled(again)


def _written(number: "phonenumbers.PhoneNumber") -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _is_valid(text: str, region: str) -> bool:
    number = _number(text, region)
    return number is not None and bool(phonenumbers.is_valid_number(number))


def _number(text: str, region: str) -> "phonenumbers.PhoneNumber | None":
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    possible = phonenumbers.is_possible_number_with_reason(number)
    return number if possible == phonenumbers.ValidationResult.IS_POSSIBLE else None
