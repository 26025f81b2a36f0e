"""The words by which `flags` notices something, in English, French and Chinese."""

import re

_ANY = re.IGNORECASE | re.DOTALL


def _signs(*either: str) -> re.Pattern[str]:
    return re.compile("|".join(either), _ANY)


PAY = _signs(
    r"(?:\$|CAD|C\$)\s?\d[\d,. ]*\d",
    r"\d[\d,. \u00a0\u202f]*\d\s?(?:\$|CAD\b|dollars|加元|加币|元)",
    r"\d+\s?\$",
    r"minimum wage|salaire minimum",
)
PAY_BEFORE = _signs(
    r"\b(?:pay|paid|paying|salar\w+|salaires?|wages?|compensation|remuneration|rate|earn\w*|offer(?:ing|ed)?|stipend)\b",
    r"\b(?:r[ée]mun[ée]r\w+|taux|paie|gagne[rz]?)\b",
    r"薪|工资|待遇|报酬|每(?:小时|天|周|月|年)",
)
"""One of these before a sum in its sentence, or PAY_AFTER right behind it, makes the sum a pay."""
PAY_AFTER = _signs(
    r"^[^.\n]{0,24}?(?:/|\bper\b|\ban?\b|\beach\b|\bpar\b|\bl[’']|每)\s?(?:h\b|hrs?\b|hour|day|week|month|year|yr\b|annum"
    r"|heure|jour|semaine|mois|an\b|ann[ée]e|小时|天|周|月|年)",
    r"^[^.\n]{0,12}?\b(?:hourly|weekly|monthly|annually|annuel\w*)\b",
    r"^\s?(?:salary|wage|pay)\b",
)
NO_PAY_AFTER = _signs(r"^\s?(?:million|billion|milliard|M\b|B\b|亿)")
ENDS = re.compile(r"[!?\n。！？]|\.(?=\s)")
"""Of sentences; no point within a number."""
OPEN_ENDED = _signs(r"\b(?:and up|or more|up to|starting (?:at|from)|jusqu.à|à partir de)\b", r"起薪|以上|最高")
EXPERIENCE = _signs(
    r"\bcanadian (?:work |working |job |industry |local )*experience\b",
    r"\bexperience (?:of work |working |gained )?in canada\b",
    r"\bexp[ée]rience (?:de travail |professionnelle )?(?:canadienne|au canada)\b",
    r"加拿大(?:本地)?(?:的)?(?:工作)?(?:经验|經驗|经历|經歷)",
)
WAIVED = _signs(r"\b(?:not|no|isn.t|n.est pas|aucune|pas d.)\b", r"不需|不要求|无需|無需|非必须")
WITHOUT = _signs(r"\b(?:without|sans)\s*$", r"没有\s*$")
VACANCY = _signs(
    r"\b(?:vacan(?:cy|t|cies)|existing (?:opening|position|role)|poste vacant|vacance)\b",
    r"\btalent (?:pool|pipeline)\b",
    r"空缺|职缺",
)
AI = _signs(
    r"\b(?:artificial intelligence|AI[- ](?:tools?|screening|powered|assisted|based)|uses? AI)\b",
    r"\bintelligence artificielle\b",
    r"人工智能",
)
SCREENS = _signs(r"\b(?:screen|assess|select|review|rank|tri(?:er|age)?|évalu|sélection)\w*", r"筛选|甄选|评估")
HIRED = _signs(
    r"\b(?:once|after|upon|when|if) (?:you are |being )?(?:hired|hiring|an offer|offer)\b",
    r"embauche|录用后|入职后",
)
_GIVE = r"\b(?:your|provide|send|include|submit)\b[^.!?\n]{0,40}"
FRAUD = {
    "asks_money": _signs(
        r"\b(?:pay|send|transfer|deposit)\b[^.!?\n]{0,40}"
        r"\b(?:fee|deposit|training (?:cost|kit)|starter kit|gift cards?|bitcoin|crypto\w*)\b",
        r"\b(?:registration|application|processing|training|visa) fee\b",
        r"\bup-?front (?:fee|payment)\b",
        r"\bgift cards?\b",
        r"\bcash (?:a|the|our) che(?:que|ck)\b",
        r"\bfrais (?:d.inscription|de dossier|de formation)\b",
        r"\bcartes?-cadeaux?\b",
        r"(?:缴纳|支付|预付|先付|交)[^。\n]{0,6}(?:押金|保证金|培训费|手续费|报名费|服务费)",
        r"礼品卡",
    ),
    "asks_bank": _signs(
        _GIVE + r"\b(?:bank(?:ing)? (?:details|information|account)|void che(?:que|ck)|credit card)\b",
        r"\b(?:coordonn[ée]es|compte|renseignements) bancaires?\b",
        r"银行(?:账号|帐号|账户|卡号|信息)|信用卡(?:号|信息)",
    ),
    "asks_sin": _signs(
        _GIVE + r"\b(?:social insurance number|(?-i:SIN)(?: number| card)?)\b",
        r"\bnum[ée]ro d.assurance sociale\b",
        r"\b(?:votre|fournir) (?-i:NAS)\b",
        r"社会保险号|工卡号|SIN ?(?:号|卡)",
    ),
}
"""By flags.Code."""
