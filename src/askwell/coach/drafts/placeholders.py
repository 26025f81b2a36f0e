"""Finds template slots that nobody filled."""

import re
from collections.abc import Iterator

from askwell.coach.lexicon import Lexicon

_slot_word = (
    r"(?:(?:your|my|the|their|his|her|recipient['’]?s?|contact['’]?s?|company['’]?s?|insert|first|last|full|given|"
    r"family|sender['’]?s?|mutual|hiring)[ _-]?)*"
    r"(?:names?|firstname|lastname|company|organi[sz]ation|employer|position|role|job title|title|industry|field|"
    r"school|date|city|topic|contact|"
    r"connection|manager|phone|number|email|department|event|mutual friend|degree|university|program(?:me)?|skill|x)"
    r"(?: name| here)?"
)
_slot_word_fr = (
    r"(?:(?:votre|mon|le|la|son|insérer|inscrire|ici)[ _-]?)*(?:nom|prénom|entreprise|compagnie|poste|titre|domaine|"
    r"école|date|ville|sujet|contact|"
    r"téléphone|numéro|courriel|organisation|événement|relation)(?: (?:de famille|de l['’]entreprise|ici|commune?))?"
)
_slot_word_zh = (
    r"(?:请?(?:填写?|填入|输入|插入|此处|这里|在此)+.{0,10}|(?:您的|你的|对方|对方的|收件人|我的|贵)?(?:姓名|名字|姓|"
    r"全名|公司名?称?|单位|职位|职务|岗位|学校|行业|领域|称呼|日期|时间|城市|电话|主题|"
    r"介绍人|推荐人|活动名?称?|部门)(?:名称?)?)"
)
_words = rf"(?:{_slot_word}|{_slot_word_fr}|{_slot_word_zh})"

_any_bracket = re.compile(
    r"\[(?![\d\s…]*\])[^\[\]\n]{1,60}\]|【[^【】\n]{1,30}】|\{\{[^{}\n]{0,60}\}\}|\{[^{}\n]{1,60}\}|"
    r"<<[^<>\n]{1,60}>>|<%[^%\n]{1,60}%>|%%?[A-Za-z_]{3,30}%%?|"
    r"\*\|[^|\n]{1,40}\|\*|\$\{?[a-z_]{3,30}\b\}?|［[^［］\n]{1,30}］|〔[^〔〕\n]{1,30}〕|\[\s*\]"
)
_worded_bracket = re.compile(rf"[(（<《〈«‹“\"*_]\s*{_words}\s*[)）>》〉»›”\"*_]", re.I)
_blank = re.compile(
    r"_{2,}|(?<![\w.])(?:X{2,6}|x{3,6})(?![\w.])|(?<![A-Za-z])[Xx×ＸＸ]{2,6}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])"
    r"(?:[Xx×Ｘ]{2,6}(?=[\u4e00-\u9fff，,：:您你])|[Xx×Ｘ](?=公司|老师|先生|女士|经理|总|学校|大学|部门))|"
    r"[○〇◯△□●■]{1,6}(?=[\u4e00-\u9fff，：:])|[○◯△□]{2,}|某某某?|某(?=老师|先生|女士|经理|公司|总|学校|单位)|＿{2,}|"
    r"…{2,}(?=老师|先生|女士|经理|公司)"
)
_bare = Lexicon(
    r"\b(?:INSERT|FILL IN|ADD|YOUR|COMPANY|FIRST|LAST|RECIPIENT)(?: [A-Z]+){0,3} (?:HERE|NAME|NAMES|COMPANY|TITLE)\b|"
    r"\b(?:COMPANY|FIRST|LAST|RECIPIENT|CONTACT)[_-]?NAME\b|\bNAME HERE\b|"
    r"\b(?:[Ii]nsert|[Ff]ill in|[Aa]dd) (?:your |the |their |a )?(?:name|company|school|topic|title|date|contact|job "
    r"title|connection|reason)(?: name)?(?: here)?\b|"
    r"\b(?:company|school|person|contact) name here\b|\b(?:[Yy]our|[Tt]heir|[Mm]y) (?:full |first |last |company "
    r")?name here\b|\b(?:first|last|company|recipient|contact)_?(?:name|Name)\b(?=[,.\n]| *$)|\b(?:FirstName|"
    r"LastName|CompanyName)\b|"
    r"\b(?:TBD|TBC|FIXME|TKTK)\b|\blorem ipsum\b|\b(?:Mr|Ms|Mrs|M)\.? ?/ ?(?:Mr|Ms|Mrs|Mme)\b\.?|(?:先生|女士|小姐) "
    r"?[/／] ?(?:先生|女士|小姐)|(?:此处|这里|在此)(?:填|写|插入|输入)[^，。\n]{0,8}|"
    r"\b(?:votre|mon|son) (?:nom|prénom) ici\b|\b(?:insérer|inscrire|ajouter) (?:le |la |votre |un )?(?:nom|prénom|"
    r"entreprise|sujet|date|titre)(?: ici)?\b|\bNOM (?:DE FAMILLE|ICI|DE L['’]ENTREPRISE)\b|\bPRÉNOM\b|对方(?:名字|"
    r"名称|姓名)|\b[A-Z]{3,}(?: [A-Z]+)* HERE\b",
    ignore_case=False,
)
_greeting = re.compile(
    r"^\s*(?:dear|hi|hello|hey|bonjour|bonsoir|salut|ch[eè]re?|good (?:morning|afternoon|evening))[ \t]+(?:(?:mr|ms|"
    r"mrs|dr|m|mme)\.?[ \t]*)?"
    rf"(?P<slot>{_slot_word}(?=[,:!\n])|{_slot_word_fr}(?=[,:!\n])|\.{{2,}}|…+|-{{2,}}|X\b|N\.?N\.?(?=,)|(?=[,:]))",
    re.I,
)
_greeting_zh = re.compile(r"^\s*(?:尊敬的|亲爱的|敬爱的)(?P<slot>\s*(?=[，,：:])|(?:姓名|名字|对方|收件人|客户))")
_greeting_slots = re.compile(r"^(?:manager|hiring manager|connection|contact|title|x)$", re.I)
_wholly = re.compile(r"^[\[{(（【<]?\s*(?:\d+|sic|Zoom|https?:.*|\w+\.\w+/.*)\s*[\]})）】>]?$")


def placeholders(text: str) -> Iterator[re.Match[str]]:
    """The slots left open in a text, in no order; overlaps are possible."""
    for pattern in (_any_bracket, _worded_bracket, _blank, _bare):
        for match in pattern.finditer(text):
            if not _wholly.match(match.group()):
                yield match
    for pattern in (_greeting, _greeting_zh):
        greeting = pattern.match(text)
        if greeting and not _greeting_slots.match(greeting["slot"]):
            yield greeting
