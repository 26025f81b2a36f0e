"""The shape of Chinese questions: what closes one, what is a request, where a second one begins.

Works on plain text (`parts.plain`): commas, semicolons and question marks are the narrow ones.
"""

import re

_wh = (
    r"(?:为什么|为何|什么|怎么|怎样|如何|哪(?!怕)|谁|多少|多久|多长|多大|多高|咋|啥|何时|何处|几时"
    r"|(?<![^,]前)几(?:点|岁)|(?:有|要|得|花|干|做|学|带|管)了?几)"
)
_telling = (
    r"(?:讲|说|谈|聊|分享|介绍|描述|告诉|推荐|举|解释|透露|指点|教|评价|回忆|给我|给点|给些|具体|详细|帮我|"
    r"引荐|列|建议|指教|点拨|带我|让我|加个|留个|参观|约)"
)
_whether = re.compile(r"是否|是不是|有没有(?!什么|哪)|会不会|要不要|(?<!能)(?<!可)([^\W\d_可能])不\1")
_indefinite = re.compile(
    r"(?:无论|不管|不论)[^,?]*[,都]|没(?:有)?(?:什么|几|多少|怎么)|不怎么|什么都|谁都|怎么都|哪(?:里|儿|"
    r"个)?都|多少有(?:点|些)|"
    r"(?:如果|要是|假如|万一)[^,?]*,"
)
_asks = re.compile(_wh)
_request = re.compile(
    r"(?:能不能|可不可以|能否|可否|可以|能|是否可以|是否愿意|是否方便|方不方便|方便|愿不愿意|愿意|介意|"
    r"介不介意|麻烦|想请|请|劳烦|想听|希望)"
    rf"[^,?]{{0,8}}?{_telling}"
)
_chosen = re.compile(r"(?:哪|谁|更)[^,?]{0,14},[^?]*还是[^?]*\?$")
_alternatives = re.compile(r"[^,?]+?(?:,)?还是(?!会|要|很|得|有|在)[^?]+?\?$|[^,?]+,还是[^?]+\?$")
_closes = re.compile(
    r"(?:吗|吧|么|对不对|对吧|是吧|好不好|不|没|没有)\W*$|(?<!,)([^\W\d_])(?:不|没)\1|是否|能否|可否|有没有|"
    r"有无|难道"
)
_open_in_effect = re.compile(
    r"(?:有没有|有)[^,?]{0,6}?(?:推荐|建议|忠告|心得|窍门|诀窍|例子|故事|其他人|别的人|别人|人(?:选)?(?:我|"
    r"是我|可以))|推荐[^,?]{0,6}吗"
)
_favour = re.compile(
    r"能不能|可不可以|能否|可否|可以|(?<!可)能(?:不能)?(?:帮|给|把|请|让|麻烦|为|向|替|推|介|安排|内推|够|"
    r"跟)|能帮|麻烦|请|帮我|帮忙"
)
_boundary = re.compile(
    r"[,;?]|还有|以及|另外|同时|顺便|并且|(?:和|跟|与)(?=怎么|如何|什么|哪|为什么|您(?:是|又)?(?:怎么|如何))"
)
_weighing = re.compile(r"(?:知道|看看|看出|判断|掂量|了解|决定|清楚|考虑|想想)[^,?]*?([^\W\d_])不\1")
_asks_again = re.compile(rf"{_wh}|(?:吗|吧)$|([^\W\d_])(?:不|没)\1|是否")
_courtesy = re.compile(
    rf"(?:能|可以|方便|愿意|可否|能否|请|好)[^,?]{{0,10}}(?:{_telling}|吗)[^,?]{{0,6}}$|(?:可以|好|行|"
    rf"方便)吗$"
)
_leads_up = re.compile(
    r"想|说到|说起|谈到|提到|关于|为了|等|当|除了|按|照|(?:您|你)?刚才|哪天|(?:能|才|来|就|去|好)(?!不能|"
    r"否)|(?:通常|一般|往往|大概)?是(?:因为|由于|什么|谁|哪)"
)
_advises = re.compile(r"[您你]?(?:会)?(?:有(?:什么|哪些)(?:建议|看法|想法)|怎么(?:看|建议))")
_one_routine = re.compile(r"(?:首先|最先|先)(?:做|干|忙|处理|看)些?(?:什么|啥)")
_contrast = re.compile(r"又?(?:哪些|什么|谁|哪个)")

Span = tuple[int, int]


def favour(question: str) -> bool:
    """Whether it asks for a deed (能帮我…吗)."""
    return bool(_favour.search(question))


def closed(question: str) -> Span | None:
    """The words that close it; None when it is open."""
    known = _masked(question)
    if chosen := _chosen.search(known):
        return chosen.span()
    if request := _request.search(known):
        whether = _whether.search(known, request.end())
        return whether.span() if whether and not _asks.search(known) else None
    if _asks.search(known) or _open_in_effect.search(known):
        return None
    mark = _closes.search(known) or _alternatives.search(known)
    return mark.span() if mark else None


def _masked(question: str) -> str:
    """Question words that do not ask (没什么, 不管什么…) blanked out; as long as before."""
    return _indefinite.sub(lambda match: "\0" * (len(match.group()) - 1) + match.group()[-1], question)


def second_question(question: str) -> int | None:
    """Where a second question begins."""
    known, begin, first = _masked(question), 0, ""
    for boundary in [*_boundary.finditer(known), None]:
        clause = known[begin : boundary.start() if boundary else len(known)]
        if _counts(clause):
            if first and not _goes_with(first, clause):
                return begin
            first = first or clause
        begin = boundary.end() if boundary else begin
    return None


def _counts(clause: str) -> bool:
    bare = _weighing.sub("", clause)
    return (
        bool(_asks_again.search(bare))
        and not _leads_up.match(bare)
        and not (_courtesy.search(bare) and not _asks.search(bare))
    )


def _goes_with(first: str, second: str) -> bool:
    """The second half of one question: the same word again (哪些…, 哪些…), only 为什么, advice on what "我" wants to
    know, or what comes first at the time that was asked for."""
    if first.startswith("我") and _advises.match(second) or "几点" in first and _one_routine.match(second):
        return True
    again = _contrast.match(second)
    return bool(again and again.group().lstrip("又") in first) or second.strip("呢 ") in {"为什么", "为何"}
