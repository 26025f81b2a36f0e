"""The language a person is most likely glad to be written to in."""

import re
from collections.abc import Sequence

from askwell.lib.text import HAN

_CHINESE = frozenset({"zh", "cmn", "yue"})
_CHINESE_SPEAKING = frozenset({"CN", "HK", "TW"})
_FRENCH_SPEAKING = "CA-QC"
_han = re.compile(f"[{HAN}]")


def language_for(*, native: str, title: str, organisation: str, languages: Sequence[str], region: str) -> str:
    """zh-Hans, fr or en, for a first message.

    `languages` are codes (en zh yue fr) of what they speak; where only one language is known it decides.
    Else it is Chinese for somebody in mainland China, Hong Kong or Taiwan (`region` as CN, HK-…, CA-QC), and
    for a Chinese name whose title or employer is written in Chinese; French in Québec where nothing more is
    known of them; English otherwise.
    """
    spoken = frozenset(languages)
    if spoken and spoken <= _CHINESE:
        return "zh-Hans"
    if len(spoken) == 1:
        return "fr" if "fr" in spoken else "en"
    if region.partition("-")[0] in _CHINESE_SPEAKING or (native and _han.search(title + organisation)):
        return "zh-Hans"
    return "fr" if region == _FRENCH_SPEAKING and not spoken and not native else "en"
