"""Finds a greeting that names somebody else, another firm, and the name of who sent the writer."""

import re
from collections.abc import Iterator

from askwell.coach.drafts.anatomy import Anatomy, Span, han
from askwell.coach.drafts.tables import (
    CHINESE_TITLES,
    FIRM_WORDS,
    NOT_FIRMS,
    NOT_NAMES,
    PET_NAMES,
    SURNAME_CHARACTERS,
    SURNAME_READINGS,
)
from askwell.coach.drafts.values import Message
from askwell.lib.names import reading_of
from askwell.lib.text import HAN, fold

_name_word = re.compile(r"[A-ZÀ-ÝŁŠŽ][\w'’]*")
_speaking_to = re.compile(
    r"\b(?:is this|am i speaking (?:to|with)|may i speak (?:to|with)|could i speak (?:to|with)|are you|"
    r"parlé-je à|je parle (?:bien )?à|"
    r"suis-je bien (?:chez|avec))\s+((?:(?:Mr|Ms|Mrs|Dr|M|Mme)"
    r"\.?\s+)?[A-ZÀ-Ý][\w'’-]+(?:\s+[A-ZÀ-Ý][\w'’-]+)?)(?= ?[?,.])"
)

_chinese_head = re.compile(
    r"(?:喂|嗨|哈喽)?[，,！!\s]*(?:您好|你好)?[，,！!：:\s]*(?:请问)?(?:是|您是)?(?:尊敬的|敬爱的|亲爱的|Dear |Hi |"
    r"Hello )?"
    rf"(?P<name>[{HAN}·]{{1,8}}?)(?P<title>{CHINESE_TITLES})?(?:，|,)?\s*(?P<hail>(?:您|你|早上|上午|中午|下午|"
    r"晚上)?好|"
    r"[：:，,！!]|吗)"
)
_no_name = re.compile("您|你|大家|各位|请问|打扰|不好意思|冒昧|谢谢|朋友|老师|先生|女士|经理|对不起|抱歉")

_firm = (
    r"(?P<firm>(?:the )?(?:[A-ZÀ-Ý][\w'’&.+-]*)(?: (?:&|and|et|de|du|des|of|the|la|le|for)(?= [A-ZÀ-Ý])| "
    r"[A-ZÀ-Ý0-9][\w'’&+-]*){0,5})"
)
_firm_patterns = (
    r"\b(?:your|you|there|what it['’]?s like|what it is like|what is it like|what working|how|who|people|"
    rf"anyone)\b[^.?!,;]{{0,45}}?\b(?:work|working|works|job|role|position|career|team|department|"
    r"unit|branch|office|day|days|life|path|colleagues|lead|manage|run|experience|do|time|years|joined|"
    r"join|started|start|shift|people|hired|grow|is like|culture|staff|lab|kitchen|crew)\b"
    rf" (?:at|for|with|of) {_firm}",
    rf"\b(?:life|work|working|culture|interested in|about) (?:at|for) {_firm}",
    rf"\b(?:you(?:'re|’re| are)?) (?:(?:a|an|the) )?(?:[\w-]+ ){{1,4}}(?:at|for|with) {_firm}",
    rf"\b(?:votre|vous|vos)\b[^.?!,;]{{0,45}}?\b(?:chez|à la|à l['’]|au sein de|pour) ?{_firm}",
    rf"\b(?:le travail|travailler|l['’]équipe|la vie) (?:chez|à l['’]|au sein de) ?{_firm}",
)
_firm_latin = re.compile(
    "|".join(re.sub(r"\?P<firm>", f"?P<firm{number}>", pattern) for number, pattern in enumerate(_firm_patterns))
)
_yours = re.compile(r"\b(?:you|vous|votre|vos)", re.I)
_mine = re.compile(
    r"\b(?:I|I['’]ve|my|we|he|she|they|who|mon|ma|je|j['’]\w*|nous)\s(?:\w+ ){0,3}$|"
    r"\bI\b[^,;]{0,30}$",
    re.I,
)
_firm_han = re.compile(
    r"(?:您|你|您们|你们)(?:现在|目前|如今)?(?:在|是|任职于|就职于|供职于|效力于|负责|管理)"
    rf"(?P<firm>[{HAN}A-Za-z&·]{{2,14}}?)"
    r"(?=的?(?:工作|担任|任职|做|当|负责|上班|岗位|团队|日常|就职|管|带|部门|经历|同事|职位|员工|店长|经理|主管|主任|"
    r"工程师|老师|医生|护士|厨师|会计|分析师|设计师|专员|"
    r"顾问))"
    rf"|贵(?:公司|单位|行|院|校|店)(?P<firm2>[{HAN}]{{2,8}}(?:公司|集团|银行|医院|学校|酒店))"
    rf"|(?:了解|听听|知道|请教|想问问?|关于)(?:一下)?(?!您|你|在)(?P<firm3>[{HAN}A-Za-z&·]{{2,12}}?)的(?:工作(?:环境|氛围|日常|"
    r"内容|情况|节奏)?|团队|"
    r"文化|氛围|日常|企业文化|内部|培训|岗位)"
)
_firm_tail = re.compile(
    r"(?:公司|集团|银行|医院|学校|药房|药店|超市|酒店|宾馆|事务所|工作室|保险|科技|律所|餐厅|饭店|大学|学院|工厂|厂|"
    r"咨询|广告|会计|建设|建筑|物流|软件|银号|诊所|幼儿园|"
    r"商店|商场|百货|食品|能源|电力|电信|通信|通讯|航空|"
    r"传媒|出版社|报社|电视台|基金|证券|信托|地产|物业|制药|生物|实验室|研究所|研究院|中心|运输|货运|汽车|机械|电子|"
    r"网络|数据|设计|面包房|面包店|咖啡馆|咖啡店|农场|书店|图书馆|"
    r"博物馆|美术馆|剧院|工程|测绘|安防|牙科|护理院|养老院|托儿所|小学|中学|影业|实业|置业|重工|时装|服饰|家居|乳业|"
    r"钢铁|石化|医疗|教育|画廊|乐团|"
    r"剧团|合作社|车行|面馆|酒庄|茶庄|茶馆|花店|旅行社|旅游|农庄|林场|牧场|渔业|矿业|资本|投资|印刷|包装|家具|玩具|"
    r"珠宝|"
    r"美容|沙龙|健身|俱乐部|协会|基金会|工坊|书院)$"
)
_common_firm = re.compile(
    r"^(?:一家|这家|那家|某|本地|当地|大型|小型|国内|海外|社区|公立|私立|综合|连锁|跨国|外资|国有|民营|儿童|加拿大|"
    r"温哥华|多伦多|蒙特利尔|卡尔加里|渥太华|那边|这边|这里|"
    r"那里|家|大|小|一间|这间|政府|非营利|我们|咱们|哪|什么)"
)

_teller = (
    r"(?:suggest(?:s|ed)|recommend(?:s|ed)|told|said|says|mention(?:s|ed)|gave|introduced|referred|"
    r"pointed|encouraged|advised|thought|put|shared|connected|passed|speaks|spoke|kindly|urged)"
)
_sender_latin = re.compile(
    rf"\b(?P<a>[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+)(?:,[^,.?!]{{0,60}},)?(?: (?:\w+ )?(?:from|at|of) "
    rf"[^,.?!]{{0,40}}?)? (?:has |had |also |very |kindly |just )*{_teller}\b(?=[^.?!]*\b(?:I|me|you|your)"
    r"\b)|"
    r"\b(?:name from|number from|e-?mail from|address from|introduced by|referred by|through|thanks to|"
    r"via|suggestion of|recommendation of|conversation with|talk with|spoke with|spoke to|"
    r"talked with|talking with|talking to|speaking with) (?:my (?:\w+ ){1,2}|our (?:\w+ "
    r"){1,3})?(?P<b>[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+)|"
    r"\b(?P<c>[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+)(?:,[^,.?!]{0,60},)? (?:m['’]a|m['’]avait|me|nous a) "
    r"(?:gentiment |aussi |vivement )?(?:suggéré|conseillé|recommandé|donné|dit|"
    r"parlé|proposé|encouragée?|référée?|présentée?|mise?|transmis|dirigée?|invitée?)|\b(?:de la part de|"
    r"par l['’]entremise de|grâce à|présentée? par|référée? par|recommandée? par|nom de|reçu de|par|"
    r"coordonnées de) "
    r"(?P<d>[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+)"
)
_sender_han = re.compile(
    r"(?:^|[，。：:！\s是由经被受]|同事|朋友|同学|邻居|老师|同乡|师兄|师姐|校友|学长|学姐)"
    rf"(?P<a>(?:[{HAN}]{{2,4}}?(?<!老师)(?<!朋友)(?<!同学)"
    rf"(?<!同事)(?<!邻居)|[A-Z][a-z]+(?: [A-Z][a-z]+){{1,2}}))(?:老师|先生|女士|经理|教授)?\s?(?:建议|推荐|介绍|让|"
    r"告诉|把您|把你|跟我|"
    r"向我|给了?我|提到|说您|说你|给的|引荐)"
)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (
        one == other
        or (len(short) >= 2 and long.startswith(short))
        or any(one in row and other in row for row in PET_NAMES)
    )


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s.·]+", fold(name)) if word]


def _greeted(anatomy: Anatomy) -> Iterator[Span]:
    """The name words of a Latin greeting."""
    for match in _name_word.finditer(anatomy.greeting.text):
        if fold(match.group()) not in NOT_NAMES:
            yield Span(match.group(), match.start(), match.end())


def _spoken_to(message: Message) -> Iterator[Span]:
    match = _speaking_to.search(message.text)
    if match:
        for word in _name_word.finditer(message.text, match.start(1), match.end(1)):
            if fold(word.group()) not in NOT_NAMES:
                yield Span(word.group(), word.start(), word.end())


def _latin_name(message: Message) -> list[str]:
    """All words the recipient may be greeted by in Latin letters."""
    words = _words(message.recipient) if not han.search(message.recipient) else []
    native = message.native or (message.recipient if han.search(message.recipient) else "")
    if native and not words:
        words = _words(reading_of(native))
    return [*words, "".join(words), "".join(reversed(words))] if words else []


def wrong_person(message: Message, anatomy: Anatomy) -> Span | None:
    """The name in the greeting that is not the recipient's."""
    if not (message.recipient or message.native):
        return None
    if han.search(anatomy.greeting.text) or (not anatomy.greeting.text and han.search(message.text[:12])):
        return _wrong_chinese(message)
    known = _latin_name(message)
    for word in [*_greeted(anatomy), *_spoken_to(message)]:
        if known and not any(_alike(fold(word.text), name) for name in known):
            return word
    return None


def _wrong_chinese(message: Message) -> Span | None:
    head = _chinese_head.match(message.text)
    if not head or _no_name.fullmatch(head["name"]) or head["name"][0] not in SURNAME_CHARACTERS:
        return None
    name, title = fold(head["name"]), head["title"]
    longest = 4 if head["hail"].endswith("好") else 3 if head["hail"] in "：:" else 0
    if not (title or 2 <= len(name) <= longest) or _is_chinese_name(name, message):
        return None
    return Span(head["name"], head.start("name"), head.end("name"))


def _is_chinese_name(name: str, message: Message) -> bool:
    native = fold(message.native or (message.recipient if han.search(message.recipient) else ""))
    if native:
        native = "".join(char for char in native if han.match(char))
        return native.startswith(name) or native.endswith(name) or name.startswith(native[:1])
    latin = _words(message.recipient)
    return not latin or any(word in latin for word in _words(reading_of(name[0]))) or not _reads_chinese(latin)


def _reads_chinese(words: list[str]) -> bool:
    return any(word in SURNAME_READINGS for word in words)


def wrong_firm(message: Message, anatomy: Anatomy) -> Span | None:
    """Another firm named as the recipient's; None when theirs is not known."""
    if not message.organisation:
        return None
    for sentence in anatomy.sentences:
        found = (
            _other_firm_han(message, sentence) if han.search(sentence.text) else _other_firm_latin(message, sentence)
        )
        if found:
            return found
    return None


def _other_firm_latin(message: Message, sentence: Span) -> Span | None:
    if han.search(message.organisation):
        return None
    for match in _firm_latin.finditer(sentence.text):
        firm = _caught(match, sentence)
        if not _is_mine(sentence, match) and _is_firm(firm.text) and not _same_firm(firm.text, message.organisation):
            return firm
    return None


def _caught(match: re.Match[str], sentence: Span) -> Span:
    """The one group that took part in the match, at its place in the text."""
    group = match.lastgroup or ""
    return Span(match[group], sentence.start + match.start(group), sentence.start + match.end(group))


def _is_mine(sentence: Span, match: re.Match[str]) -> bool:
    """Whether the writer or a third person works there."""
    return not _yours.search(match.group()) and bool(_mine.search(sentence.text, 0, match.start() + 4))


def _is_firm(name: str) -> bool:
    words = [word for word in _words(name) if word not in ("the", "and", "of")]
    return bool(words) and words[0] not in NOT_FIRMS and words[-1] not in NOT_FIRMS


def _same_firm(one: str, other: str) -> bool:
    first, second = _telling_words(one), _telling_words(other)
    initials = "".join(word[0] for word in _words(other))
    return (
        not set(first).isdisjoint(second)
        or "".join(first) in (initials, "".join(second))
        or any(_alike(a, b) for a in first for b in second if len(a) > 3 < len(b))
    )


def _telling_words(firm: str) -> list[str]:
    words = _words(re.sub(r"[^\w\s]", " ", firm))
    return [word for word in words if word not in FIRM_WORDS] or words


def _other_firm_han(message: Message, sentence: Span) -> Span | None:
    if not han.search(message.organisation):
        return None
    for match in _firm_han.finditer(sentence.text):
        firm = _caught(match, sentence)
        named = len(firm.text) > 2 and _firm_tail.search(firm.text) and not _common_firm.match(firm.text)
        if named and not _shares_two(_firm_tail.sub("", firm.text) or firm.text, message.organisation):
            return firm
    return None


def _shares_two(core: str, organisation: str) -> bool:
    """Whether two characters in a row (or the only one) are in both."""
    return any(core[at : at + 2] in organisation for at in range(max(1, len(core) - 1)))


def _is_somebody(name: str, sender: str) -> bool:
    """Whether `name` is a full name of somebody other than the writer."""
    if fold(name) == fold(sender):
        return False
    if han.search(name):
        return name[0] in SURNAME_CHARACTERS and not re.search(rf"(?:{CHINESE_TITLES})$", name)
    return fold(name.split()[0]) not in NOT_NAMES


def who_sent_you(anatomy: Anatomy, sender: str) -> Span | None:
    """The full name of the person who sent the writer, where one is named."""
    for sentence in anatomy.sentences:
        pattern = _sender_han if han.search(sentence.text) else _sender_latin
        for match in pattern.finditer(sentence.text):
            name = _caught(match, sentence)
            if _is_somebody(name.text, sender):
                return name
    return None
