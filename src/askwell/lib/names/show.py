"""Names as they are shown."""

from askwell.lib.pinyin import split_native


def latin_name(given: str, family: str) -> str:
    """Return the Latin name in the order used in English and French: "Min Zhou"."""
    return f"{given} {family}".strip()


def display_name(given: str, family: str, native: str, *, language: str) -> str:
    """Return one line that names a person to a reader of `language` ("en", "fr", "zh-hans", …).

    Chinese: 周敏（Min Zhou）, or the name that there is. Others: Min Zhou (周敏).
    """
    latin = latin_name(given, family)
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
