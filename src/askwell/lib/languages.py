"""Languages by their names: the same one whichever language it is named in."""

import re

from askwell.lib.text import fold

_TABLE = """
en: English, anglais, 英语, 英文
fr: French, français, 法语, 法文
zh: Mandarin, Mandarin Chinese, Chinese, Putonghua, chinois, mandarin, 中文, 普通话, 国语, 汉语, 华语
yue: Cantonese, cantonais, 粤语, 广东话
wuu: Shanghainese, Wu, 上海话, 吴语
nan: Hokkien, Taiwanese, Teochew, 闽南语, 潮汕话
hak: Hakka, 客家话
es: Spanish, espanol, espagnol, 西班牙语
pt: Portuguese, portugais, 葡萄牙语
de: German, Deutsch, allemand, 德语
it: Italian, italien, 意大利语
ru: Russian, russe, 俄语
uk: Ukrainian, ukrainien, 乌克兰语
pl: Polish, polonais, 波兰语
nl: Dutch, néerlandais, 荷兰语
ro: Romanian, roumain, 罗马尼亚语
ar: Arabic, arabe, 阿拉伯语
fa: Persian, Farsi, persan, 波斯语
prs: Dari
hi: Hindi, 印地语
pa: Punjabi, pendjabi, 旁遮普语
ur: Urdu, ourdou, 乌尔都语
bn: Bengali, bengali, 孟加拉语
ta: Tamil, tamoul, 泰米尔语
ko: Korean, coréen, 韩语
ja: Japanese, japonais, 日语, 日文
vi: Vietnamese, vietnamien, 越南语
tl: Tagalog, Filipino, 他加禄语
th: Thai, thaï, 泰语
ms: Malay, malais, 马来语
id: Indonesian, indonésien, 印尼语
tr: Turkish, turc, 土耳其语
el: Greek, grec, 希腊语
he: Hebrew, hébreu, 希伯来语
hu: Hungarian, hongrois, 匈牙利语
cs: Czech, tchèque, 捷克语
sv: Swedish, suédois, 瑞典语
sw: Swahili, 斯瓦希里语
"""
CODES = {
    fold(name): code
    for line in _TABLE.strip().splitlines()
    for code, _colon, names in [line.partition(": ")]
    for name in names.split(", ")
}
"""The code of each name, folded as `lib.text.fold` does."""
_apart = re.compile(r"[^\w\s]+|\s+")


def language_code(name: str) -> str:
    """Of "Chinese (Mandarin)", 普通话 or "mandarin (langue maternelle)" zh; "" for several at once, and for one that is
    not known."""
    plain = fold(name)
    found = {code for word in _apart.split(plain) if (code := CODES.get(word))}
    if len(found) > 1:
        found.discard("zh")  # Chinese (Cantonese)
    return CODES.get(plain) or (found.pop() if len(found) == 1 else "")
