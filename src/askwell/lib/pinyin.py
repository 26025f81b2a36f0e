"""Readings of Chinese names in Hanyu Pinyin, without tones.

Surnames have readings of their own (单 is Shan, not Dan), and so have a few characters in given names.
"""

import os
import re
import unicodedata
from functools import lru_cache
from itertools import product

from askwell.lib.text import HAN, to_simplified

_han = re.compile(f"[{HAN}]")
_not_han = re.compile(f"[^{HAN}·•・‧]+")
_kana_or_hangul = re.compile("[\u3041-\u30fa\uac00-\ud7a3]")
_dots = re.compile("[·•・‧]+")

_surname_readings = """
Shan:单 Zeng:曾 Xie:解 Qiu:仇 Ou:区 Zha:查 Ren:任 Zhai:翟祭 Ge:盖 Piao:朴 Miao:缪 Bu:卜 Qin:覃 Xian:冼洗 Yun:员
Shao:召 She:折佘 He:黑 Bi:秘 Chong:种 Nai:能佴 Wei:隗 Gou:句 Ying:应 Su:宿 Guo:过呙 Chen:谌 Chu:褚 Yao:幺 Du:都
Mou:牟 Kan:阚 Xi:郗 Bo:薄 Bai:柏 Zang:臧藏 Xiang:相 Zi:訾 Na:那 Yan:燕 Ning:宁 Sheng:盛 Chao:晁 Ye:叶 Che:车 Ji:纪
Yue:乐 Shi:石 Yin:殷 Yu:俞於 Chang:长 Po:繁 Qiang:强 Pang:逄
Yuchi:尉迟 Moqi:万俟 Zhangsun:长孙 Tantai:澹台 Chanyu:单于
"""
_compounds = """
欧阳 司徒 上官 诸葛 司马 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 东方 夏侯 端木 南宫 西门 独孤 呼延 轩辕 澹台 淳于 太史
申屠 公冶 钟离 闾丘 濮阳 赫连 百里 万俟 闻人 拓跋 即墨 单于 纳兰 完颜 司空 司寇 鲜于
"""
COMPOUND_SURNAMES = frozenset(_compounds.split())
_SURNAME_READINGS = {
    surname: reading
    for reading, _, chars in (entry.partition(":") for entry in _surname_readings.split())
    for surname in ([chars] if chars in COMPOUND_SURNAMES else chars)
}
_GIVEN_READINGS = {
    "长": "chang", "重": "chong", "都": "du", "卜": "bu", "晟": "sheng", "翟": "zhai", "曾": "zeng", "薄": "bo",
    "乐": "le", "行": "xing", "藏": "zang", "单": "dan", "解": "jie", "了": "liao", "还": "huan", "阿": "a",
    "沈": "shen", "娜": "na", "仔": "zai", "茜": "qian", "朴": "pu", "种": "zhong", "大": "da",
}  # fmt: skip


def split_native(native: str) -> tuple[str, str]:
    """Return family and given name of a Chinese name: 周敏 gives 周 and 敏, 欧阳娜 gives 欧阳 and 娜.

    A name with a dot inside (阿依·古丽) is a transcription in its own order: the part after the last dot
    is the family name.
    """
    if _dots.search(native):
        given, _, family = _dots.sub("·", native).strip("·").rpartition("·")
        return family, given
    size = 2 if to_simplified(native[:2]) in COMPOUND_SURNAMES else 1
    return native[:size], native[size:]


def reading_parts(native: str) -> tuple[str, str]:
    """Return the pinyin of family and given name: 欧阳小敏 gives "Ouyang" and "Xiaomin".

    Both are empty for what is not Chinese; Japanese and Korean writing is not read.
    """
    if _kana_or_hangul.search(native):
        return "", ""
    family, given = split_native(_not_han.sub("", native))
    if not _han.search(family):
        return "", ""
    return _surname(family), _join(_plain_syllables(given)).capitalize()


def reading_of(native: str) -> str:
    """Return the pinyin of a Chinese name, family name first: 周敏 gives "Zhou Min", 吕布 "Lü Bu".

    Empty when there is nothing Chinese in it.
    """
    return " ".join(filter(None, reading_parts(native)))


def spellings(native: str) -> list[str]:
    """Return what one may type to find a Chinese name: syllables, joined names both ways, initials.

    ü is also given as ``u``, ``v`` and ``yu``.
    """
    family, given = split_native(_not_han.sub("", native))
    if not family or not _han.match(family):
        return []
    own = [_surname(family).lower()] if len(family) == 1 else _plain_syllables(family)
    own, rest = [syllable for syllable in own if syllable], _plain_syllables(given)
    first, last = _join(own), _join(rest)
    found = [*own, *rest, last, first + last, last + first]
    initials = "".join(syllable[0] for syllable in [*own, *rest])
    return [form for word in found if word for form in _keyboard_forms(word)] + [initials] * bool(initials)


def _keyboard_forms(word: str) -> list[str]:
    if "ü" not in word:
        return [word.replace("'", "")]
    pieces = word.replace("'", "").split("ü")
    return ["".join(p + u for p, u in zip(pieces, [*choice, ""], strict=True))
            for choice in product(("u", "v", "yu"), repeat=len(pieces) - 1)]  # fmt: skip


@lru_cache(maxsize=4096)
def _surname(family: str) -> str:
    simple = to_simplified(family)
    return _SURNAME_READINGS.get(simple) or _join(_plain_syllables(family)).capitalize()


def _plain_syllables(chars: str) -> list[str]:
    return [syllable for char in chars if (syllable := _syllable(char))]


def _join(syllables: list[str]) -> str:
    """Join into one word, with an apostrophe before a, e, o (the rule of GB/T 16159)."""
    return "".join("'" + s if n and s[0] in "aeo" else s for n, s in enumerate(syllables))


@lru_cache(maxsize=30_000)
def _syllable(char: str) -> str:
    simple = to_simplified(char)
    if simple in _GIVEN_READINGS:
        return _GIVEN_READINGS[simple]
    if not _han.match(char):
        return ""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # 45 MB of words; only single characters are looked up
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - reads that now

    found = lazy_pinyin(char, v_to_u=True)[0]
    return unicodedata.normalize("NFC", found) if found.isalpha() and not _han.match(found) else ""
