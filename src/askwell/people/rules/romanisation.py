"""Chinese family names as Hong Kong, Taiwan and Southeast Asia spell them."""

import re
from functools import lru_cache

_TABLE = """
au:ou|auyeung:ouyang|chai:cai|cham:zhan|chan:chen|chang:zhang|chao:zhao|chau:zhou|chen:chen|cheng:zheng
cheng|cheung:zhang|chi:ji|chia:jia|chiang:jiang|chien:qian jian|chiu:zhao
qiu|cho:zhuo|choi:cai|chou:zhou|chow:zhou|choy:cai|chu:zhu|chui:xu
cui|chuang:zhuang|chung:zhong|fan:fan|fang:fang|fok:huo|fong:fang
kuang|fu:fu|fung:feng|goh:wu|han:han|heung:xiang|ho:he|hou:hou|hsia:xia|hsiao:xiao|hsieh:xie|hsiung:xiong|hsu:xu|hsueh:xue|hu:hu|huang:huang|hui:xu|hung:hong|ip:ye|jen:ren|kam:gan
jin|kan:jian gan|kang:kang|kao:gao|ko:ge gao ke|kong:jiang gong
kong|koo:gu|ku:gu|kuo:guo|kung:gong|kwan:guan|kwok:guo|kwong:kuang|lai:li
lai|lam:lin|lao:liu|lau:liu|law:luo|lee:li|leung:liang|lew:liu|li:li|liao:liao|lim:lin|lin:lin|ling:ling|liu:liu|lo:luo
lu|loh:luo|lok:luo|look:lu|lu:lu|luk:lu|lui:lyu lei|lyu:lyu lu lv|lv:lyu
lu|lum:lin|lung:long|ma:ma|mah:ma|mak:mai|man:wen|mok:mo|mui:mei|ng:wu huang|ngai:wei
ni|ong:wang|ou:ou|pai:bai|pan:pan|pang:peng|pao:bao|peng:peng|poon:pan|pun:pan|quan:guan|shek:shi|shen:shen|shih:shi|shum:shen|sin:xian|siu:xiao|situ:situ|so:su|soo:su|soong:song|su:su|sun:sun|sung:song|sze:shi|szeto:situ|tai:dai|tam:tan|tan:chen|tang:deng
tang|tao:tao|teng:deng|teo:zhang|ting:ding|to:du|tong:tang|tsai:cai|tsang:zeng|tsao:cao|tse:xie|tseng:zeng|tso:cao
zuo|tsoi:cai|tsui:xu cui|tu:du|tung:dong|wai:wei|wan:wen yun|wang:wang|wat:qu|wei:wei|wen:wen|wong:huang
wang|woo:hu|wu:wu|yan:yan|yao:yao|yau:qiu
you|yeh:ye|yen:yan|yeo:yang|yeung:yang|yim:yan|yin:yin|yip:ye|yiu:yao|young:yang|yu:yu|yuan:yuan|yue:yu|yuen:yuan
ruan|yung:rong|zee:xu|lyu:lu
"""

_PINYIN: dict[str, set[str]] = {}
for _entry in _TABLE.replace("\n", " ").strip().split("|"):
    _variant, _, _standard = _entry.partition(":")
    _PINYIN.setdefault(_variant, set()).update(_standard.split())

_FORMS = {variant: frozenset(standard) | {variant} for variant, standard in _PINYIN.items()}

_FINALS = """
b:a o ai ei ao an en ang eng i ie iao ian in ing u|p:a o ai ei ao ou an en ang eng i ie iao ian in ing u|m:a o e ai
ei ao ou an en ang eng i ie iao iu ian in ing u|f:a o ei ou an en ang eng u|d:a e ai ei ao ou an en ang eng ong i ie
iao iu ian ing u uo ui uan un|t:a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un|n:a e ai ei ao ou an en
ang eng ong i ie iao iu ian in iang ing u uo uan v ve ue|l:a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang
ing u uo uan un v ve ue|g k:a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang|h:a e ai ei ao ou an en ang
eng ong u ua uo uai ui uan un uang|j q x:i ia ie iao iu ian in iang ing iong u ue uan un|zh:a e ai ei ao ou an en
ang eng ong i u ua uo uai ui uan un uang|ch:a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang|sh:a e ai ei
ao ou an en ang eng i u ua uo uai ui uan un uang|r:e ao ou an en ang eng ong i u uo ui uan un|z c s:a e ai ao ou an
en ang eng ong i u uo ui uan un|y:a o e ao ou an ang ong i in ing u ue uan un|w:a o ai ei an en ang eng u
"""
_SYLLABLES = ["a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "er", "lyu", "nyu"] + [
    initial + final
    for entry in _FINALS.replace("\n", " ").strip().split("|")
    for initial in entry.partition(":")[0].split()
    for final in entry.partition(":")[2].split()
]
_pinyin = re.compile("|".join(sorted(_SYLLABLES, key=len, reverse=True)))
_pinyin_word = re.compile(f"(?:{_pinyin.pattern}){{1,2}}")

# First letters of one syllable in pinyin and in another romanisation: Cantonese, Wade-Giles.
_kin = """
kg kj kq kh kx hx hf hs wh wm pb td cz cj cq cs tz tc tj tq sx sc sz yr
yx yj yn jr nl nw ow uy ey jz gj fh yw rw ao ny en xc qs
"""
_KIN = {frozenset(pair) for pair in _kin.split()}


def family_forms(family: str) -> frozenset[str]:
    """The pinyin family names that a folded one may stand for, itself among them: "wong", "huang", "wang"."""
    return _FORMS.get(family) or frozenset((family,))


def several_forms(family: str) -> frozenset[str] | None:
    """As `family_forms`; None for most names, which stand only for themselves."""
    return _FORMS.get(family)


def may_be_one_family(one: str, other: str) -> bool:
    """Whether two folded family names may stand for one."""
    if one not in _FORMS and other not in _FORMS:
        return one == other
    return not family_forms(one).isdisjoint(family_forms(other))


@lru_cache(maxsize=1 << 14)
def is_pinyin(word: str) -> bool:
    """Whether a folded word without blanks could be one or two syllables of pinyin."""
    return bool(_pinyin_word.fullmatch(word))


def is_romanised(given: tuple[str, ...], family: str) -> bool:
    """Whether a folded name looks like a Chinese one in another romanisation: Ka Chun Lau, Yung-shih Chao."""
    if len(given) < 2 or not all(1 < len(word) <= 6 for word in given):
        return False
    return len(family_forms(family)) > 1


@lru_cache(maxsize=1 << 14)
def initials(given: tuple[str, ...]) -> str:
    """The first letter of each syllable: ("dawei",) and ("da", "wei") give "dw"."""
    if len(given) == 1 and is_pinyin(given[0]):
        return "".join(syllable[0] for syllable in _pinyin.findall(given[0]))
    return "".join(word[0] for word in given)


def may_sound_alike(one: str, other: str) -> bool:
    """Whether syllables with these first letters can be the same characters, romanised in two ways."""
    return len(one) == len(other) and all(a == b or {a, b} in _KIN for a, b in zip(one, other, strict=True))
