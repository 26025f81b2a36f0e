"""What sentences say: pay, days, type, whether it is remote, who it is."""

import re
from collections.abc import Iterator

from askwell.lib.text import HAN, fold
from askwell.lib.work_words import FIRM, FIRM_ZH, SURE_TITLE_ZH, TITLE
from askwell.protocols.postings.amounts import Pay, pay_in
from askwell.protocols.postings.days import day_in
from askwell.protocols.postings.model import Employment
from askwell.protocols.postings.words import employment_of, employments_in, is_only_employment, is_only_remote

_I = re.IGNORECASE
_OTHER_MONEY = re.compile(
    r"bonus|budget|revenue|raised|funding|\bgrant|\bsales\b|allowance|\bfees?\b|per diem|tuition|donat|reimburs|rrsp"
    r"|signing|\bin assets|subvention|\bprimes?\b|chiffre d.affaires|rembours|allocation|frais|奖金|补贴|报销|营业额"
    r"|融资"
    r"|学费",
    _I,
)
_CLOSES = re.compile(
    r"(?:apply[^.!?]{1,40}? by|clos(?:ing|es?)(?: date| on)?|apply (?:by|before|no later than)"
    r"|deadline(?: for applications| to apply)?"
    r"|applications? (?:are |is |will be )?(?:accepted|due|close|received|open)s? ?(?:until|by|on)?"
    r"|posting (?:expires|ends)"
    r"|expires(?: on)?|^until\b"
    r"|date limite(?: pour postuler| de candidature)?|date de clôture|postule[rz] (?:avant|d.ici)"
    r"|candidatures? (?:acceptées )?(?:avant|jusqu.au)|au plus tard|d.ici le|截止(?:日期|时间|于|至)?|截至)",
    _I,
)
_POSTED = re.compile(
    r"(?:(?:date )?posted(?: on)?|published(?: on)?|posting date|publiée? le|affichée? le|date de publication"
    r"|发布(?:日期|时间|于)?|刊登日期)",
    _I,
)
_TYPE = re.compile(
    r"(?:this|is|as|for|seeking|hiring|a|an|est|poste|emploi|(?<!télétravail )à|为|是)\s?(?:a |an |un |une "
    r"|our )?(?:permanent "
    r"|regular |new |paid )*"
    r"((?:full|part)[- ]time|temporary|seasonal|temps plein|temps partiel|temporaire)\b",
    _I,
)
_TYPE_ZH = re.compile(r"(?<!非)(全职|兼职|实习)(?:岗位|职位|工作|员工|人员|[,，。；;\s]|$)")
_REMOTE = re.compile(
    r"\b(?:fully|100 ?%|completely|entirely) remote\b|\bthis (?:is a|position is|role is|job is)(?: fully| a)? remote\b"
    r"|\bremote (?:position|role|job|opportunity)\b|\bwork (?:100 ?% )?(?:remotely )?from (?:home|anywhere)\b"
    r"|\bposte (?:entièrement |100 ?% )?(?:en télétravail|à distance)|\b(?:entièrement|100 ?%) (?:en télétravail"
    r"|à distance)"
    r"|\btélétravail (?:complet|à temps plein|à 100 ?%)|(?:全程|完全|全部|可以?全)远程|远程(?:岗位|职位|工作|办公)"
    r"|居家办公",
    _I,
)
_NOT_REMOTE = re.compile(
    r"\b(?:not|no|isn.t|non|pas|cannot|nor)\b[^.]{0,25}(?:remote|télétravail|à distance|from home)|\bhybrid"
    r"|hybride|混合"
    r"|(?:不|非|无法|不可|不能|不支持|不提供)[^。]{0,4}(?:远程|居家)|occasional|some remote|\bdays?\b"
    r"|jours? de télétravail|每周[^。]{0,6}(?:远程|居家)|interviews?",
    _I,
)
_NAME = r"(?:[A-ZÀ-Ý][\w&.'’-]*(?:\s+(?:[A-ZÀ-Ý&][\w&.'’-]*|of|the|and|de|du|des|la|le|et|for)){0,6})"
_SAYS_WHO = (
    re.compile(
        rf"(?:^|[.!?]\s+)({_NAME}) (?:is|are) (?:currently |now |actively )?"
        r"(?:looking for|hiring|seeking|recruiting|searching for)"
    ),
    re.compile(rf"(?:^|[.!?]\s+)({_NAME}) (?:seeks|invites applications|has an (?:immediate )?opening|offers)\b"),
    re.compile(rf"(?:^|[.!?]\s+)({_NAME}) (?:recherche|est à la recherche|embauche|recrute|souhaite embaucher)\b"),
    re.compile(rf"^(?:About|Join|À propos de|À propos d[eu’']|Why)\s+({_NAME})\s*:?$"),
    re.compile(rf"^([{HAN}A-Za-z（）()·]{{2,30}}?)(?:现|正在|诚邀|高薪|急)?(?:诚聘|招聘|招募|诚招)"),
)  # fmt: skip
_SENTENCES = re.compile(r"(?<=[.;!。；！])\s+")
_NOBODY = re.compile(
    r"^(?:(?:we|our|us|the (?:company|team|role|position|successful|ideal)|this|you|nous|notre|le|la|il|elle|vous"
    r"|who|what|"
    r"now|currently|client|role|job|position|team|work|join|why|here|there|candidates?|applicants?|if|as|in|for|at|to|please|must|all|ideal|required|seeking|offered|not)\b"
    r"|我们|本公司|我司|公司|现|急|诚|校园|社会|最新|热门|正在|今年|春季|秋季)",
    _I,
)


def pay_said(lines: list[str]) -> Pay:
    """The first pay that a sentence tells: money, and for how long a time, or from how much to how much a year."""
    for written in lines:
        for part in _SENTENCES.split(written):
            pay = pay_in(part) if not _OTHER_MONEY.search(part) else Pay()
            if is_sure(pay):
                return pay
    return Pay()


def is_sure(pay: Pay) -> bool:
    """Whether these figures are pay beyond doubt."""
    if not pay.currency or pay.low is None and pay.high is None:
        return False
    ranged = pay.low is not None and pay.high is not None and pay.low < pay.high and pay.low >= 1000
    return bool(pay.unit) or ranged


def closing_said(lines: list[str]) -> str:
    return _day_behind(lines, _CLOSES)


def posting_said(lines: list[str]) -> str:
    return _day_behind(lines, _POSTED)


def employment_said(lines: list[str]) -> Employment:
    """The type that sentences name, if it is one and the same."""
    sentences = (part for written in lines for part in _SENTENCES.split(written))
    found = {employment_of(part) for part in sentences if is_only_employment(part)}
    said = (one[1] for written in lines for words in (_TYPE, _TYPE_ZH) for one in words.finditer(written))
    found |= {employment_of(one) for one in said}
    return found.pop() if len(found) == 1 else ""


def remote_said(lines: list[str]) -> bool:
    sentences = [part for written in lines for part in re.split(r"(?<=[.。!])\s*", written)]
    return any(_REMOTE.search(part) and not _NOT_REMOTE.search(part) for part in sentences)


def employers_said(lines: list[str]) -> Iterator[str]:
    """Names of who is hiring, as sentences say it."""
    for written in lines:
        for words in _SAYS_WHO:
            if (found := words.search(written)) and is_name(found[1]):
                yield found[1].strip()


def is_name(text: str) -> bool:
    """Whether a text may be the name of an employer."""
    plain = text.strip()
    return 1 < len(plain) <= 60 and not _NOBODY.match(plain) and not is_only_remote(plain) and not employments_in(plain)


def is_employer(name: str, text: str) -> bool:
    """Whether a name is that of an employer: it is called like a firm, or the text speaks of it as of one."""
    if not is_name(name):
        return False
    if (FIRM.search(name) and not TITLE.search(name)) or (FIRM_ZH.search(name) and not SURE_TITLE_ZH.search(name)):
        return True
    escaped = re.escape(name.strip())
    return bool(
        re.search(
            rf"\b(?:about|at|join|with|chez|à propos de|of)\s+{escaped}\b|\b{escaped}\s+(?:is|are|seeks|recherche"
            rf"|est|offers|has)\b"
            rf"|(?:关于|加入|在){escaped}|{escaped}(?:是|诚聘|招聘|成立|位于)",
            text,
        )
    )


def _day_behind(lines: list[str], words: re.Pattern[str]) -> str:
    for written in lines:
        for found in words.finditer(written):
            if day := day_in(written[found.end() : found.end() + 70]):
                return day
    return ""


def is_title_like(text: str) -> bool:
    return bool(TITLE.search(text) or SURE_TITLE_ZH.search(fold(text)))
