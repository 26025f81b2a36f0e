"""Romanised East Asian family names, and what Chinese, Korean and Vietnamese syllables look like.

Weights say how common a family name is: 4 for the dozen most common, 1 for rare ones. They follow the
published rankings of the Chinese, Hong Kong, Taiwanese and Korean censuses, coarsely.
"""

import re
from functools import lru_cache

from askwell.lib.text import fold

_pinyin_surnames = {
    4: "li wang zhang liu chen yang zhao huang zhou wu xu sun",
    3: "hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu "
    "shen zeng peng lu lv lyu su jiang cai pan ouyang situ shangguan zhuge sima huangfu yuchi gongsun murong "
    "linghu zhangsun yuwen dongfang xiahou duanmu nangong ximen dugu huyan xuanyuan",
    2: "jia ding wei xue ye yan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai "
    "cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin yi chang qiao lai gong wen",
    1: "pang lan shu lian ni mo tong ji ge bao ning shang geng guan nie miao zhan ou hua qi dou ruan mei sheng "
    "diao zhuo qu tu cen kuang weng ying chu zhai niu ke bi lou chi you rong yue ai an mu xiang zhuang zha "
    "zang bian min pu piao tai tao jie jian ao xin ming che qiang ju zuo xing pei ling luan sui gan zong jing "
    "chai si mi shan mou ran hong huo cong xi gou chao bu fei teng mai xian zu yun",
}
_other_surnames = {
    4: "wong chan cheung lee lau cheng kim park choi",
    3: "leung ho lam ng chow yeung tsang kwok tse fung tang chu lo law leong lim tan chang tsai hsu hsieh kuo "
    "tseng chou chiang hsiao kao chao sung jung jeong cho yoon jang shin seo kwon hwang",
    2: "tam chiu yip chung so choy poon yuen mak kwan chui tsui hui siu kwong lui szeto auyeung pang fong wan "
    "ip kong woo suen chong chin goh ong teo koh chua yeo tay chia chew yap cheah yeh chuang chien shih tsao "
    "yen hsueh tung tuan tien pai hsiung tsou chi hsia ku ahn ryu yoo jeon moon son bae baek heo nam shim noh "
    "kwak cha joo min suh rhee yi cheuk",
    1: "mok au to shum sham sze ko koo yim yau man hung yiu luk tai tin ting tsoi tso kan kam kung lung yam "
    "mui ngai ngan pun sin sit yung chik chak hon ling quan seto yee eng gee louie moy sim wee seah toh heng "
    "phua quek low loh foo teh khoo soh ang neo peh poh voon liew loo mah siew soo soon tee tiong leow choo "
    "khaw lum jen kuan hsiang pi juan chieh chuan jao nieh pao tsung yueh chiao hsing hsin hur sim roh ha "
    "gu na byun chae pyo bang gil seok chun oh paik",
}
SURNAME_WEIGHTS = {
    name: weight
    for weight in sorted(_pinyin_surnames)
    for name in f"{_pinyin_surnames[weight]} {_other_surnames[weight]}".split()
}
_single_given = """
yan jing min lei jun yong jie juan tao ming chao xia ping gang qiang wei fang na xiu ying hua hui hong bo bin hao
peng fei xin yu ting lin dan xue ling rui kai liang long jian hai lan mei qin shan yue yun zhen cheng li feng yi
siu ka wai man kit wing yuk tsz chi lai sau kin tak fai fan fong yee yin suk
"""
SINGLE_GIVEN = frozenset(_single_given.split())
"""Syllables that are common in given names, though some are surnames too."""

_pinyin = """
a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha
chai chan chang chao che chen cheng chi chong chou chu chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun
cuo da dai dan dang dao de deng di dian diao die ding diu dong dou du duan dui dun duo e en er fa fan fang fei fen
feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he
hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue
jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li
lia lian liang liao lie lin ling liu long lou lu luan lue lun luo lv lyu ma mai man mang mao me mei men meng mi mian
miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu
nuan nue nuo nv nyu o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao
qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao
se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song
sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan
wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying
yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou
zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo
"""
_pinyin_word = re.compile(f"(?:{'|'.join(sorted(_pinyin.split(), key=len, reverse=True))}){{1,2}}")
_onset = "(?:ch|sh|zh|ts|tz|dz|hs|hw|kw|gw|ng|ph|th|kh|tr|[bpmfvdtnlgkhjqxrzcswy])?"
_rime = (
    "(?:z|iang|iong|uang|yeong|yung|yang|eung|oeng|eong|iung|uong|aang|ieng|oong|ang|eng|ing|ong|ung|yun|yuk|aam|"
    "eui|uen|iao|uai|uan|ien|ian|ieh|iem|ueh|eun|eon|yeo|oon|uon|uoc|inh|anh|ach|ich|iet|uyen|"
    "ai|an|ao|ap|at|ak|au|am|ar|aw|ay|ee|eh|ei|en|ek|et|em|er|eu|eo|ae|oe|ew|ia|ie|in|io|iu|ih|ik|im|ip|it|"
    "oi|ok|on|oo|ou|ow|ot|oh|om|op|oc|ua|ue|uh|ui|uk|um|un|uo|up|ut|uy|yu|ya|yi|[aeiouy])"
)
_syllable = re.compile(_onset + _rime)
_two_syllables = re.compile(f"(?:{_onset}{_rime}){{2}}")
_vietnamese = """
nguyen tran le pham huynh hoang phan vu vo dang bui do ngo duong dinh trinh truong doan luong
"""
VIETNAMESE_SURNAMES = frozenset(_vietnamese.split())
_only_vietnamese = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")


@lru_cache(maxsize=20_000)
def key(word: str) -> str:
    """Return the word as these tables spell it: folded, without hyphen."""
    return fold(word).replace(" ", "")


def weight(word: str) -> int:
    """Return how common `word` is as a romanised East Asian family name; 0 when it is none."""
    return SURNAME_WEIGHTS.get(key(word), 0)


def is_syllable(word: str) -> bool:
    """Return whether `word` could be one romanised syllable of a Chinese, Korean or Vietnamese name."""
    return bool(_syllable.fullmatch(key(word)))


def is_pinyin(word: str) -> bool:
    """Return whether `word` is one or two pinyin syllables, as a given name is written."""
    return bool(_pinyin_word.fullmatch(key(word)))


def is_hyphenated_given(word: str) -> bool:
    """Return whether `word` looks like Ka-chun, Kuo-tung or Min-jun."""
    parts = word.split("-")
    return len(parts) == 2 and all(is_syllable(part) for part in parts)


def is_two_syllables(word: str) -> bool:
    """Return whether `word` can be read as two romanised syllables (Kachun, Minjun)."""
    return bool(_two_syllables.fullmatch(key(word)))


def is_vietnamese(words: list[str]) -> bool:
    """Return whether the words are a Vietnamese name with its family name first."""
    if key(words[0]) not in VIETNAMESE_SURNAMES or key(words[-1]) in VIETNAMESE_SURNAMES:
        return False
    if not all(is_syllable(word) for word in words[1:]):
        return False
    marked = any(_only_vietnamese.search(word) for word in words)
    return marked or (key(words[0]) not in ("le", "do") and not weight(words[-1]))
