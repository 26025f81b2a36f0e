"""Names as they are shown."""

from functools import lru_cache

from askwell.lib.names.surnames import is_hyphenated_given, is_pinyin, key
from askwell.lib.names.tables import ENGLISH_GIVEN
from askwell.lib.pinyin import reading_parts, split_native


def latin_name(given: str, family: str, native: str = "") -> str:
    """Return the Latin name as its bearer would say it.

    Beside a Chinese name a romanised given name comes after the family name: 周敏 is "Zhou Min". All others
    have it first, as English and French do: "Min Zhou", where no characters are known, and "David Zhang".
    """
    if native and _family_first(given, native):
        return f"{family} {given}".strip()
    return f"{given} {family}".strip()


@lru_cache(maxsize=8192)
def _family_first(given: str, native: str) -> bool:
    family, reading = reading_parts(native)
    romanised = is_pinyin(given) or is_hyphenated_given(given)
    return bool(family) and romanised and (key(given) not in ENGLISH_GIVEN or key(given) == key(reading))


def display_name(given: str, family: str, native: str, *, language: str) -> str:
    """Return one line that names a person to a reader of `language` ("en", "fr", "zh-hans", …).

    Chinese: 周敏（Zhou Min）, or the name that there is. Others: Zhou Min (周敏).
    """
    latin = latin_name(given, family, native)
    if not native or not latin:
        return native or latin
    return f"{native}（{latin}）" if language.startswith("zh") else f"{latin} ({native})"


def face(given: str, family: str, native: str) -> str:
    """Return what stands in a person's round picture: the Chinese family name's first character, or up
    to two initials; empty when there is no name."""
    if native:
        return split_native(native)[0][:1]
    return "".join(initial for part in (given, family) if (initial := _initial(part)))


def _initial(part: str) -> str:
    return next((char.upper()[:1] for char in part if char.isalpha()), "")
