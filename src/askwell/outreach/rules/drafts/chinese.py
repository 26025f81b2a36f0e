"""The Chinese sentences. They say 您; `familiarly` turns that into 你 for those one says 你 to."""

import re
from collections.abc import Mapping

from askwell.outreach.choices import Channel
from askwell.outreach.rules.drafts.chinese_reasons import REASONS
from askwell.outreach.rules.drafts.wording import Levels, Register, Wording
from askwell.people.choices import TieKind

_DIGITS = "零一二三四五六七八九"


def _numeral(number: int) -> str:
    """A number under 100 as it is said: 15 is 十五."""
    tens, ones = divmod(number, 10)
    said = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return said + (_DIGITS[ones] if ones or not tens else "")


def _hello(*tails: str) -> Levels:
    """Greetings with whatever name is known, and with the own name where it is."""
    return tuple(
        tuple(name + tail for tail in tails if own == ("{me}" in tail)) or (name + tails[-1],)
        for own in (True, False)
        for name in ("{native}", "{given}", "")
    )


_WRITTEN = _hello("您好：")
_SHORT = _hello("您好，我是{me}。", "您好，")
_SPOKEN = _hello("您好，我是{me}。", "您好。")
_GREETINGS = {
    Channel.EMAIL: _WRITTEN,
    Channel.LINKEDIN: _SHORT,
    Channel.WECHAT: _SHORT,
    Channel.PHONE: _SPOKEN,
    Channel.IN_PERSON: _SPOKEN,
}
_FAMILIAR_GREETINGS = {
    Channel.EMAIL: (("{native_given}，您好：",), ("{given}，您好：",), ("您好：",)),
    Channel.LINKEDIN: (("{native_given}，",), ("{given}，",), ("您好，",)),
    Channel.WECHAT: (("{native_given}，",), ("{given}，",), ("您好，",)),
    Channel.PHONE: (
        ("{native_given}，我是{me}。",), ("{given}，我是{me}。",), ("喂，我是{me}。",),
        ("{native_given}，是我。",), ("{given}，是我。",), ("喂，是我。",),
    ),
    Channel.IN_PERSON: (("{native_given}，",), ("{given}，",), ("您好，",)),
}  # fmt: skip


def _teacher(*tails: str) -> Levels:
    return tuple(
        (name + tail,) for tail in tails for name in ("{native_family}老师", "{family}老师", "{given}老师", "老师")
    )


_PROFESSOR = {
    Channel.EMAIL: _teacher("您好："),
    Channel.LINKEDIN: _teacher("您好，我是{me}。", "您好，"),
    Channel.WECHAT: _teacher("您好，我是{me}。", "您好，"),
    Channel.PHONE: _teacher("您好，我是{me}。", "您好。"),
    Channel.IN_PERSON: _teacher("您好，我是{me}。", "您好。"),
}

_ABOUT = (
    ("{topic}这一行怎么入门", "做{topic}平时是什么样的", "{topic}这一行的甘苦"),
    ("怎么当上{job}的", "{job}平时都做些什么", "{job}这份工作的甘苦"),
    ("{title}平时都做些什么", "怎么做到{title}的"),
    ("在{organisation}平时是怎么工作的", "{organisation}那边的日常"),
    ("您这一行的日常", "您是怎么走到今天的"),
)
_ABOUT_AFTER_ROLE = (_ABOUT[0], _ABOUT[1], ("您是怎么走上这一行的", "这份工作平时是什么样的"))
_ABOUT_INSIDE = (
    ("在公司里怎么往{topic}这边发展", "咱们这儿做{topic}是什么样的"),
    ("在公司里怎么当上{job}", "咱们这儿的{job}平时都做些什么"),
    ("您看到大家在公司里是怎么换方向的", "您那边平时是怎么运作的"),
)
_SECOND = (("要是您身边有更合适的人，也请您告诉我一声。", "如果您觉得问别的同事更合适，直说就好。"),)
_WAY_OUT = {
    Channel.PHONE: (("您现在不方便的话，改天再打也行。", "要是正忙，您说一声，换个时间也行。"),),
    Channel.IN_PERSON: (("不方便也没关系，您直说就好。", "您要是忙，就当我没提。"),),
}
_NUDGES = (
    ("前些天{introducer}介绍我联系过您。", "您大概看到我前些天的消息了，是{introducer}介绍的。"),
    ("前些天联系过您，想了解{topic}。", "您大概看到我前些天的消息了，是关于{topic}的。"),
    ("前些天联系过您，想了解{job}这份工作。", "您大概看到我前些天的消息了，是关于{job}这份工作的。"),
    ("前些天联系过您。", "您大概看到我前些天的消息了。"),
)
_NUDGE_ASKS = (
    (
        "您要是时间紧，能不能只回答我一个问题：刚入{topic}这一行，先学什么好？",
        "不用专门约时间，只请教您一个问题：想做{topic}，第一步该怎么走？",
    ),
    (
        "您要是时间紧，能不能只回答我一个问题：想当{job}，先学什么好？",
        "不用专门约时间，只请教您一个问题：想当{job}，第一步该怎么走？",
    ),
    (
        "您要是时间紧，能不能只回答我一个问题：刚入行的人，先学什么好？",
        "不用专门约时间，只请教您一个问题：换作是您，第一步会怎么走？",
    ),
)
_NUDGE_OUTS = (
    ("不方便也完全没关系，您说一声就好。", "要是不合适，您直说就行，同样谢谢您。", "您忙的话就不用管它，祝您顺心。"),
)
_VOICEMAIL = (
    (
        "{hello}，我是{me}，{introducer}建议我给您打个电话。没有急事，只是想请教几个关于{matter}的问题。"
        "我会再给您发条短消息，您不用回电。祝您顺心。",
    ),
    ("{hello}，我是{me}。没有急事，只是想请教几个关于{matter}的问题。我会再给您发条短消息，您不用回电。祝您顺心。",),
    ("{hello}。没有急事，只是想请教几个关于{matter}的问题。我改天再打给您。祝您顺心。",),
)


def _register(*, greetings: Mapping[Channel, Levels], asks: Levels, closing: Levels) -> Register:
    return Register(
        greetings=greetings,
        asks=asks,
        about=_ABOUT,
        about_after_role=_ABOUT_AFTER_ROLE,
        about_inside=_ABOUT_INSIDE,
        inside_note=(("您在{organisation}看到的，跟我不一样。",), ("您在公司里看到的，跟我不一样。",)),
        second=_SECOND,
        way_out=_WAY_OUT,
        closing=closing,
        nudges=_NUDGES,
        nudge_asks=_NUDGE_ASKS,
        nudge_outs=_NUDGE_OUTS,
        voicemail=_VOICEMAIL,
    )


_POLITE = _register(
    greetings=_GREETINGS,
    asks=(
        (
            "想请教您{minutes}分钟，听您说说{about}，{ways}都行，时间您定，可以吗？",
            "不知您能不能抽{minutes}分钟，跟我讲讲{about}？{ways}都可以，看您方便。",
            "您哪天方便，我想用{minutes}分钟听您聊聊{about}，{ways}都行，好吗？",
        ),
    ),
    closing=(("谢谢您！\n{me}", "多谢您。\n{me}", "祝好\n{me}"), ("谢谢您！", "多谢您。")),
)
_FAMILIAR = _register(
    greetings=_FAMILIAR_GREETINGS,
    asks=(
        (
            "想跟您聊{minutes}分钟，问问{about}，{ways}都行，您挑时间，好不好？",
            "您哪天有空，能不能跟我说说{about}？{minutes}分钟就够，{ways}都行。",
            "能不能占您{minutes}分钟，聊聊{about}？{ways}都行，时间您说了算。",
        ),
    ),
    closing=(("谢啦！\n{me}", "先谢谢您。\n{me}"), ("谢啦！", "先谢谢您。")),
)


def _said_of_them(text: str, variant: int) -> str:
    text = re.sub("^你(?!们)", "您", text)
    if re.match("[您你](?:的|们的)", text) and not re.search("[了过]$", text):
        return (f"{text}，我一直记得。", f"{text}，给我印象很深。")[variant % 2]
    if re.match("[您你]", text):
        return (f"听说{text}。", f"得知{text}，很佩服。", f"听人说起{text}。")[variant % 3]
    return f"您有一点让我印象很深：{text}。"


def _said_of_self(text: str) -> str:
    """The clause with its subject: 我 where it was written to follow one."""
    if re.match("(?:我|本人|自己)", text):
        return f"{text}。"
    has = "有" if re.search("(?:经验|经历|背景)$", text) and "有" not in text else ""
    return f"我{has}{text}。"


def _said_news(text: str) -> str:
    return f"这几天{text}。" if text.startswith("我") else f"有个新情况：{text}。"


def _familiarly(text: str) -> str:
    return text.replace("您", "你")


CHINESE = Wording(
    polite=_POLITE,
    familiar=_FAMILIAR,
    familiar_when_close=True,
    reasons=REASONS,
    inside=(
        (
            "咱们都在{organisation}，您那边的事我一直很想了解。",
            "咱们都在{organisation}，我想在公司里找找下一步，就想到了您。",
        ),
        ("咱们在一个公司，您那边的事我一直很想了解。", "咱们同在一个公司，想在公司里找找下一步，就想到了您。"),
    ),
    professor=_PROFESSOR,
    hello=(("{native}您好",), ("{given}您好",), ("您好",)),
    hello_professor=(("{native_family}老师您好",), ("{family}老师您好",), ("老师您好",)),
    subjects={
        TieKind.INTRODUCED: (("{introducer}介绍我联系您", "{introducer}让我找您"),),
        TieKind.MET_AT_EVENT: (("{event}上见过您",),),
        TieKind.ALUMNI: (("{school}校友向您请教", "同是{school}的校友"),),
        TieKind.PROFESSOR: (("您以前的学生有事请教",),),
        TieKind.CLASSMATE: (("老同学有事问您",),),
        TieKind.FORMER_COLLEAGUE: (("老同事有事请教",),),
        TieKind.COLLEAGUE: (("同事有事请教",),),
        TieKind.NEIGHBOUR: (("邻居有事请教",),),
        TieKind.FRIEND: (("想听您说说{topic}",), ("想听您说说{job}这份工作",), ("想听听您的看法",)),
        TieKind.FAMILY: (("想听您说说{topic}",), ("想听您说说{job}这份工作",), ("想听听您的看法",)),
        TieKind.PROGRAMME: (("{programme}帮我联系上您",),),
    },
    any_subject=(("请教您{minutes}分钟：{topic}",), ("请教您{minutes}分钟：{job}这份工作",), ("请教您{minutes}分钟",)),
    nudge_subject="补一句话",
    write={
        Channel.EMAIL: "给您写信",
        Channel.LINKEDIN: "联系您",
        Channel.WECHAT: "联系您",
        Channel.PHONE: "给您打电话",
        Channel.IN_PERSON: "来找您",
    },
    ways={
        Channel.EMAIL: "电话、视频",
        Channel.LINKEDIN: "电话、视频",
        Channel.WECHAT: "语音、视频、见面",
        Channel.PHONE: "现在或改天",
        Channel.IN_PERSON: "喝杯咖啡或者打个电话",
    },
    joint="",
    page="{greeting}\n{body}\n{closing}",
    matter=(("{topic}",), ("{job}这份工作",), ("您的工作",)),
    told=str,
    number=_numeral,
    at=lambda place: f"在{place}",
    said_of_them=_said_of_them,
    said_of_self=_said_of_self,
    said_news=_said_news,
    field=lambda topic: re.sub("(?:这一行|行业|领域)$", "", topic) or topic,
    job=str,
    of_job=str,
    familiarly=_familiarly,
    finished=str,
)
