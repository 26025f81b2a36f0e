"""The person whom a Chinese reply hands over to."""

import re

from askwell.coach.drafts.tables import SURNAME_CHARACTERS
from askwell.coach.replies.values import Named, Reply
from askwell.lib.names import reading_of
from askwell.lib.text import HAN, fold

_surnames = "".join(sorted(SURNAME_CHARACTERS - set("时位成单向应经关能连别公还都净沿") | set("单向")))
_compound = "欧阳|司徒|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|东方|夏侯|端木|南宫"
_hands_over = re.compile(
    r"联系|找|问|请教|推荐|介绍|咨询|写信给|发邮件给|加[他她]|跟[^。，]{1,6}(?:聊|谈|说)|比我|更(?:了解|懂|熟|清楚|"
    r"合适|专业)|最(?:合适|了解|懂|清楚|好)|提我|我让|比较(?:合适|了解|懂|清楚)|负责|归[^。，]{1,6}管|愿意|"
    r"转(?:发)?(?:给|达)|抄送|接手|接替|内行|专家|最懂|最清楚|可以帮|能帮"
)
_role_end = (
    "师|员|长|经理|主管|总监|主任|教授|护士|医生|工|助理|老师|负责人|顾问|编辑|导演|专员|老板|店长|总|主播|律师|会计|"
    "设计师|合伙人|组长|队长|"
    "班长|厨师|司机|技师|学者|博士|秘书|主厨|前辈|师傅"
)
_relation = (
    "同事|朋友|同学|老同学|校友|老乡|师兄|师姐|师弟|师妹|学长|学姐|前同事|老公|太太|哥们|闺蜜|邻居|亲戚|表哥|表姐|表弟|表妹|堂哥|堂姐|堂弟|堂妹|"
    "妹妹|姐姐|哥哥|弟弟|儿子|女儿|父亲|母亲|爸爸|妈妈|侄子|侄女|搭档|下属|上司"
)
_trigger = (
    "联系(?:一下)?|找(?:一下|到)?|问(?:一下|问)?|请教(?:一下)?|推荐(?:你|您)?(?:去)?(?:跟|和|找|联系|认识|问)?|"
    "介绍(?:你|您)?(?:给|认识)?|跟|和|与|加(?:一下)?|"
    "给|转发给|发给|咨询(?:一下)?|叫|归|由|是|让|转给|抄送(?:给|了)?|认识|拜访|向|请|换成|交给|，|。|、|：|:|^"
)
_lead = re.compile(
    rf"^.*(?P<by>{_trigger})\s?(?:(?:我们?|咱们?|本|你们?|这边|隔壁|公司|部门|部里|店里|馆里|科里|组里|厂里|那边|"
    rf"学校|医院|单位|团队)*(?:的|有个|有位|一位|这位|那位)?)(?:[{HAN}]{{2,8}}(?:部|科|组|处|公司|店|院|小学|中学|"
    rf"大学|学校)的)?(?P<role>[{HAN}]{{0,12}}?(?:{_role_end}|{_relation}))?\s?$"
)
_role_before = re.compile(rf"(?:我们|咱们|我|的)(?P<role>[{HAN}]{{0,8}}?(?:{_role_end}))$")
_after = re.compile(
    r"$|[，。；、：:（(！!？?\s,.\"”’'）)]|[A-Za-z\d]|是|在|聊|谈|吧|比|她|他|更|来|的|了|管|教|做|那|问|请|可以|"
    r"愿意|会|应该|负责|最|很|也|老师|先生|女士|经理|对|有|正|就|去|能|说|联系|沟通|交流|现在|已经|刚|接|带|当|任|跟|"
    r"和|或|她|这|目前|主|讲|干|更|帮|手|从|擅|给|专|可能|也许|一直|以前|曾|懂"
)
_words = re.compile(
    "常[联来聊去见]|程师|方式|方法|方案|时间|高兴|方便|方面|成功|安排|任何|单位|程序|白天|关于|管理|马上|周[一二三四五六日天末围]|"
    "项目|左右|谢谢|包括|安全|华为|水平|明天|平时|常常|温哥华|江湖|"
    "万一|计划|解决|方向|何时|金融|钱|文件|经理|经验|和你|和您|于是|向你|向您|高中|强项|盛情|易懂|石油|卫生|车间|"
    "房产|游戏|包装|施工|景观|路过|柏林|"
    "席位|黄金|白领|田间|季度|毛利|连锁|简历|简单|简介|章程|乐意|常见|应该|相关|支持|云|宁可|祝|房|车|林业|汤|家|边|"
    "那边|明年|马路|阳光|景点|强|程度"
)
_role_after = re.compile(
    rf"^(?:老师|先生|女士)?(?:[，（(,\s]|是|[^。]{{0,40}}?[，。,]\s?(?:[他她](?:就)?是|现任|担任))(?:我们?的?|"
    rf"咱们?的?|公司的?|一[位名个]|那边的?|这边的?|"
    rf"现在的?)*(?P<role>[{HAN}]{{0,12}}?(?:{_role_end}))(?=[，。；、：:（(！!）)\s,.]|$|，|[A-Za-z\d])"
)
_lead_in = re.compile(
    r"^(?:不过|但是?|可是|不如|要不|可以|你|您|我们?|咱们?|本|你们?|这边|隔壁|公司|部门|部里|店里|馆里|科里|组里|"
    r"厂里|那边|学校|医院|单位|团队|的|一位|这位|那位|有个|有位|去|下|一下)+"
)
_owners = re.compile("的|我们|咱们|我|你|您")
_title = re.compile(_role_end)
_relations = re.compile(f"^(?:老|前|大)?(?:{_relation})$")


def find(reply: Reply, emails: list[str]) -> tuple[Named, tuple[int, int]] | None:
    """The person named, with the place of the name; `emails` are the addresses in the text that are not the "
    "sender's."""
    text = reply.text
    if not emails and not _hands_over.search(text):
        return None
    candidates = [one for place in range(len(text)) for one in _at(reply, place, emails)]
    if not candidates:
        return None
    score, place, name = max(candidates, key=lambda one: (one[0], -one[1]))
    role = _role(text, place, place + len(name))
    email = next((one for one in emails if _spelt(name, one)), emails[0] if emails else "")
    return (Named(name, email, role), (place, place + len(name))) if score > 2 else None


def _at(reply: Reply, place: int, emails: list[str]) -> list[tuple[int, int, str]]:
    """The names that may stand at a place, with what speaks for each; any family name if an address spells it."""
    text = reply.text
    compound = re.compile(_compound).match(text, place)
    first = place + (2 if compound else 1)
    names = [text[place : first + length] for length in (1, 2)]
    names = [name for name in names if _could_be(name) and not _is_own(name, reply)]
    spelt = [(9, place, name) for name in names for email in emails if _spelt(name, email)]
    if spelt or not (compound or text[place] in _surnames) or _words.match(text, place):
        return spelt
    lead = _lead.search(text[max(0, place - 24) : place])
    fitting = [name for name in names if lead and _after.match(text, place + len(name))]
    return [(_strength(lead), place, name) for name in fitting[:1] if lead]


def _could_be(name: str) -> bool:
    return bool(re.fullmatch(f"[{HAN}]{{2,4}}", name)) and not _title.fullmatch(name[1:])


def _is_own(name: str, reply: Reply) -> bool:
    return fold(name) in (fold(reply.sender), fold(reply.recipient))


def _strength(lead: re.Match[str]) -> int:
    return (1 if lead["by"] in "，。、：:" else 3) + 2 * bool(lead["role"])


def _spelt(name: str, email: str) -> bool:
    """Whether the address is the name in pinyin."""
    local = re.sub(r"[^a-z]", "", email.partition("@")[0])
    words = fold(reading_of(name)).split()
    return local in ("".join(words), "".join([*words[1:], *words[:1]]))


def _role(text: str, start: int, end: int) -> str:
    before = text[max(0, start - 24) : start]
    lead = _lead.search(before) or _role_before.search(before)
    role = _lead_in.sub("", _owners.split(lead["role"])[-1]) if lead and lead["role"] else ""
    if role and not _relations.match(role):
        return role
    after = _role_after.match(text[end : end + 60])
    return _lead_in.sub("", after["role"]) if after else ""
