"""The words that tell what a piece of a quick line is, in English, French and Chinese."""

import re

from askwell.lib.text import HAN
from askwell.people.choices import TieKind

_I = re.IGNORECASE

MET = re.compile(
    r"""(?:(?:we|i)\s+)?(?:have\s+)?(?:first\s+)?met\s+(?:(?:him|her|them|each\s+other)\s+)?(?:at|in|on|during|via|while)\s+(.+)
    |(?:nous\s+nous\s+sommes\s+|je\s+l['’]ai\s+)?(?:rencontr|crois|connu)[ée]*(?:e|s|es)?\s+
      (?:(?:au|aux|à\s+la|à|lors\s+d[eu]|lors\s+d[eu]\s+la|pendant|en|dans|chez|sur)\s+|à\s+l['’]\s*|lors\s+de\s+l['’]\s*)(.+)
    |(?:是)?(?:我们|我)?(?:于|在)(.+?)(?:上|里|中)?(?:认识|認識|遇到|遇见|碰到|结识|結識|见过|見過|相识|相識|见面|見面)(?:的|了|过)?
    """,
    _I | re.VERBOSE,
)
INTRODUCED = re.compile(
    r"""(?:(?:was\s+)?introduced(?:\s+to\s+me)?\s+by|referred\s+by|met\s+through|through|via)\s+(.+)
    |(?:m['’]a\s+été\s+)?(?:présenté|recommandé|référé)(?:e|s|es)?\s+par\s+(.+)
    |(?:intro(?:duction|duced)?(?:\s+by)?|introducer|présentation|(?:介绍|介紹|引荐|推荐)人)\s*(?:[:：]|是)\s*(.+)
    |(?:是)?(?:由|经|經|通过|通過|经由)?(.+?)(?:给我|跟我)?(?:介绍|介紹|引荐|推荐)(?:认识|認識|给我)?(?:的|了)?
    """,
    _I | re.VERBOSE,
)


INTRODUCED_INSIDE = re.compile(
    r"\s+(?=(?:(?:was\s+)?introduced(?:\s+to\s+me)?|referred)\s+by\s|(?:présenté|recommandé|référé)(?:e|s|es)?\s+par\s"
    r"|via\s)",
    _I,
)
"""Where "Ngozi Okafor introduced by Min Zhou" is cut."""
INTRODUCED_FIRST = re.compile(
    r"^((?:(?:introduced|referred)\s+by|(?:présenté|recommandé|référé)(?:e|s|es)?\s+par)\s[^:：,，]+)[:：]", _I
)
"""The beginning of "Introduced by Min Zhou: Ngozi Okafor"."""
INTRODUCED_WHOM = re.compile(
    f"^([{HAN}]{{2,4}}?)(?:给我)?(?:介绍|介紹|引荐|推荐)(?:给)?我?(?:认识)?(?:的|了)(?:认识的)?([{HAN}]{{2,4}})(?=$|[,，;；、\\s])"
)
"""The beginning of 周敏介绍的李强: who introduced whom."""


_TIE_WORDS = {
    TieKind.FORMER_COLLEAGUE.value: (
        r"(?:former|ex|old|previous)[\s-]?(?:colleague|coworker|co-worker|boss|manager)|(?:we\s+)?worked\s+together",
        r"(?:ancien(?:ne)?|ex)[\s-]?coll[èe]gue", "(?:以前的|之前的|从前的|前|老)同事|旧同事|前上司"),
    TieKind.COLLEAGUE.value: (r"colleague|coworker|co-worker", r"coll[èe]gue", "同事"),
    TieKind.ALUMNI.value: (
        r"alumn(?:us|a|i)|fellow\s+alumn(?:us|a)|(?:same|went\s+to\s+the\s+same)\s+(?:school|university)",
        r"ancien(?:ne)?\s+(?:élève|étudiante?|camarade)|diplômée?", "校友|学长|学姐|学弟|学妹|師兄|师兄|师姐"),
    TieKind.CLASSMATE.value: (
        r"(?:old\s+|former\s+)?(?:classmate|schoolmate|roommate)", r"camarade(?:\s+de\s+classe)?",
        "(?:老|大学|高中|研究生)?同学|同窗|室友"),
    TieKind.PROFESSOR.value: (r"(?:former\s+|old\s+)?(?:professor|prof|teacher|instructor|supervisor)",
        r"(?:ancien(?:ne)?\s+)?(?:professeure?|prof|enseignante?)", "(?:大学|以前的)?(?:老师|教授|导师|班主任)"),
    TieKind.NEIGHBOUR.value: (r"neighbou?r|next[\s-]door", r"voisine?", "邻居|鄰居"),
    TieKind.FAMILY.value: (
        r"cousin|uncle|aunt|brother|sister|relative|family|in-law|(?:brother|sister)-in-law|nephew|niece",
        r"cousine?|oncle|tante|frère|sœur|soeur|parente?|famille|beau-frère|belle-sœur",
        "亲戚|家人|表哥|表姐|表弟|表妹|堂哥|堂姐|叔叔|阿姨|舅舅|姑姑|哥哥|姐姐|弟弟|妹妹"),
    TieKind.FRIEND.value: (
        r"(?:old\s+|good\s+|close\s+)?friend", r"(?:bon(?:ne)?\s+|vieil\s+)?amie?", "(?:好|老)?朋友|闺蜜"),
    TieKind.PROGRAMME.value: (
        r"mentor|case\s?worker|settlement\s+worker|career\s+advisor", r"mentore?|conseill(?:er|ère)\s+en\s+emploi",
        "(?:项目)?(?:导师|社工)"),
}  # fmt: skip


def _alone(english: str, french: str, chinese: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:is|was)\s+)?(?:(?:my|an?|our|the)\s+)?(?:{english})(?:\s+of\s+mine)?"
        rf"|(?:c['’]est\s+)?(?:(?:mon|ma|une?|notre)\s+)?(?:{french})"
        rf"|(?:是|也是)?(?:我|我们)?(?:的)?(?:{chinese})",
        _I,
    )


def _leading(english: str, french: str, chinese: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:this\s+is\s+)?(?:my|our)\s+(?:{english})\s+(.+)"
        rf"|(?:c['’]est\s+)?(?:mon|ma|notre)\s+(?:{french})\s+(.+)"
        rf"|(?:这是|是)?(?:我们|我)?的?(?:{chinese})的?(?=[{HAN}])(.+)",
        _I,
    )


TIES = {kind: _alone(*words) for kind, words in _TIE_WORDS.items()}
"""A piece that is a tie: "my neighbour", 前同事."""
TIE_FIRST = {kind: _leading(*words) for kind, words in _TIE_WORDS.items()} | {
    TieKind.COLLEAGUE.value: _leading(
        "colleague|coworker|co-worker|boss|manager",
        "coll[èe]gue|patronne?|chef",
        "同事|(?<=我)老板|(?<=我的)老板|(?<=我)领导|(?<=我)上司",
    )
}
"""A name behind its tie: "my neighbour Tom Li", 我邻居老李; whichever group matched holds the name."""
CHINESE_I = "我"
"""No family name: what begins so and was not understood is no name."""

WORKS_AT = re.compile(
    r"""(?:(?:he|she|they|who)\s+)?(?:works?|working|employed)\s+(?:as\s+(?:an?\s+)?(?P<t1>.+?)\s+)?(?:at|for|with|in)\s+(?P<o1>.+)
    |(?:il\s+|elle\s+)?travaille\s+(?:comme\s+(?P<t2>.+?)\s+)?(?:chez|pour|à)\s+(?P<o2>.+)
    |(?:现在|目前)?(?:在|于)(?P<o3>.+?)(?:工作|上班|做事|任职|供职)
    |(?:现在|目前)?(?:在|于)(?P<o4>.+?)(?:担任|任|做|当)(?P<t4>.+)
    |(?:现在|目前)?在(?P<o5>.+)
    """,
    _I | re.VERBOSE,
)

ROLE_BETWEEN = re.compile(
    r"(?P<title>.+?)(?:\s+(?:at|@|with|chez|de\s+chez|pour|au|aux|à\s+la|à)\s+|\s+à\s+l['’]\s*|\s*@\s*)(?P<organisation>.+)",
    _I,
)

_titles = (
    "经理|工程师|总监|顾问|分析师|主管|助理|专员|会计|会计师|老师|教师|教授|设计师|主任|律师|医生|护士|厨师|销售|采购|总裁|副总裁|副总"
    "|创始人|合伙人|计划员|规划师|规划员|文员|店长|老板|开发|程序员|架构师|翻译|记者|编辑|研究员|技术员|操作员|管理员|负责人|员工"
    "|培训师|协调员|代表|秘书|司机|技师|药剂师|護士|經理|工程師|總監|設計師|員|师|长|员"
)
TITLE_END = re.compile(f"(?:{_titles})$")
ENDS_ORGANISATION = re.compile(
    "公司|集团|集團|食品|物流|科技|银行|銀行|大学|大學|学院|学校|医院|醫院|诊所|餐厅|酒店|超市|协会|中心|事务所|研究所|出版社|工厂|贸易|软件"
    "|建筑|保险|能源|制造|咨询|传媒|机构|政府|商店|药房|地产|证券|基金|航空|港口|仓储|货运|零售|电子|生物|制药|教育|局|厂"
)
LOOKS_LIKE_ORGANISATION = re.compile(
    r"\b(?:inc|ltd|llc|corp|co|group|university|college|bank|foods?|logistics|hospital|school|society|association|institute"
    r"|université|collège|banque|école|hôpital|ministère|épiceries?|city\s+of|ville\s+de)\b\.?|"
    + ENDS_ORGANISATION.pattern,
    _I,
)
LOOKS_LIKE_TITLE = re.compile(
    r"\b(?:vp|ceo|cto|cfo|coo|manager|engineer|director|analyst|developer|designer|consultant|coordinator|assistant|officer|nurse|teacher|president"
    r"|specialist|accountant|administrator|advisor|lead|founder|planner|buyer|supervisor|clerk|chef|technician|driver|owner"
    r"|professor|directeur|directrice|ingénieure?|conseill(?:er|ère)|gestionnaire|responsable|acheteu(?:r|se)|infirmi(?:er|ère)"
    r"|comptable|analyste|adjointe?)\b|" + TITLE_END.pattern,
    _I,
)
