"""Weighs words that sound like "leave me alone": to whom they are said, and whether anything speaks against them.

A stop that is believed closes a conversation for good, so it is sure only where it stands alone. A footer's
"unsubscribe here" tells the reader what they may do, and is none; nor is "stop writing to HR" beside a yes.
"""

import re
from dataclasses import dataclass

from askwell.coach.replies.acts import Words
from askwell.coach.replies.values import Act, Said
from askwell.coach.replies.when import Start

_agrees = (Act.YES, Act.WHEN, Act.WRITE)
_near = 120
_leave = re.compile(r"unsubscribe|opt(?:ing)? (?:me )?out|d[ée]sabonn|d[ée]sinscri|退订|取消订阅", re.IGNORECASE)
_offers_leave = re.compile(
    r"\bclick|\bnewsletters?\b|\bmailing list|\bto (?:unsubscribe|opt out)|\bcliquez|\binfolettre|"
    r"\bpour (?:vous|se) d[ée]s|"
    r"点击|点此|点这里|链接|回复退|如需|如欲|想退订|¤|\|",
    re.IGNORECASE,
)
_condition = re.compile(
    r"\b(?:if|unless|should you|whoever|anyone who|si|s['’]il|pour (?:ne plus|vous)|"
    r"in order to)\b|如果|如需|如欲|如您|如你|"
    r"如不|若|要是|倘若",
    re.IGNORECASE,
)
_of_footer = re.compile(
    r"\breceiv\w+|\bunsubscribe|\bintended|\bin error\b|\bby mistake\b|\brecevoir|\breçu|\berreur|\bdésabonn|"
    r"\bdestinat\w+|"
    r"收到|收取|接收|退订|误",
    re.IGNORECASE,
)
_other = r"(?!(?:me|us|moi|nous|here|again|any|ever|further|more|at once|immediately)\b)"
_elsewhere = re.compile(
    r"\b(?:contact\w*|e-?mail(?!s)\w*|writ\w+|messag(?!es)\w*|call(?!s)\w*|text\w*|both\w*|"
    r"disturb\w*|reach out|"
    rf"send\w*)(?: to)? {_other}(?:(?:the|my|our|his|her|their|this|that) [\w-]+|(?-i:HR|[A-Z][\w-]+))|"
    r"\b(?:to|at|on|use) (?:this|that|my|the) (?:\w+ )?(?:address|e-?mail|account|number|inbox|phone|line)|"
    r"\bby phone\b|"
    r"\bsend(?:ing)? (?:me |us )?(?:your|the|a|an) (?!(?:\w+ )?(?:e-?mails?|messages?|letters?|notes?|mail|"
    r"stuff))\w+|"
    r"\b(?:écri\w+|contact\w+|appel\w+|envoy\w+|dérang\w+|relanc\w+|sollicit\w+)\b(?: plus| pas)? (?:à|aux?|"
    r"chez|sur|dans) "
    r"(?:cette|mon|ma|la|le|les|rh|\w*bureau|\w*travail)\b|\baux? (?:rh|bureau|travail)\b|"
    r"\bà cette adresse\b|"
    r"\b(?:contact|dérang|appel|relanc)\w+(?: plus| pas)? (?-i:[A-ZÉÈÀÂÎÔÇ][\w-]+)|\butilis\w+ (?:plus|"
    r"pas) (?:cette|mon|ma)\b|"
    r"(?:给|找|打扰|联系|骚扰|烦)(?!我|本人|了|过)(?:[A-Za-z]{2,12}|老.|[^，。；！、\s]{1,6}(?=发|写|打|寄|了|$|，))|"
    r"(?:到|往|用|在)(?:这|那|该|我的?公司|我的?工作)[^，。；]{0,4}(?:邮箱|地址|号码|账号|电话|邮件)|"
    r"发(?:你的?|您的?)?(?:简历|求职|资料)",
    re.IGNORECASE,
)
_instead = re.compile(
    r"\b(?:instead|rather|new (?:one|address)|private (?:one|address)|home address|plutôt|"
    r"nouvelle)\b|改[发用到]|请发到|"
    r"直接找|找我|新(?:邮箱|地址|号码)|私人",
    re.IGNORECASE,
)
_reaches = re.compile(r"¤|\d{3}[ .-]?\d{3,4}[ .-]?\d{4}|(?<!\d)1\d{10}(?!\d)")


@dataclass(frozen=True, slots=True)
class Stop:
    """The words that ask to be left alone; `is_plain`: nothing that stands beside them speaks against it."""

    said: tuple[Said, ...]
    is_plain: bool


def stop_of(words: Words, times: list[Start]) -> Stop | None:
    """The wish to be left alone in a reply; None where its words tell of something else."""
    asked = [said for said in words.having(Act.STOP) if not _tells_how_to_leave(words, said)]
    agrees = bool(words.having(*_agrees) or times)
    meant = [said for said in asked if not (_is_elsewhere(words, said) and (agrees or _points_on(words, said)))]
    if not meant:
        return None
    contested = agrees or any(_is_doubtful(words, said) for said in meant)
    return Stop(tuple(meant), is_plain=not contested)


def offers_to_leave(text: str) -> bool:
    """Whether a mail tells its readers how to get no more of its kind, as round letters do."""
    return any(_leave.search(line) and _offers_leave.search(_masked(line)) for line in text.splitlines())


def _masked(line: str) -> str:
    return re.sub(r"https?://\S+|mailto:\S+", "¤", line)


def _tells_how_to_leave(words: Words, said: Said) -> bool:
    """Whether it is what a footer says to whoever reads it: "to unsubscribe, click here", "if you received this in
    error, do not contact us"."""
    sentence = _sentence(words, said)
    if _leave.search(words.text, said.start, said.end) and _offers_leave.search(sentence):
        return True
    return _is_conditional(words, said) and bool(_of_footer.search(sentence))


def _is_doubtful(words: Words, said: Said) -> bool:
    return _is_conditional(words, said) or _is_elsewhere(words, said) or _points_on(words, said)


def _is_conditional(words: Words, said: Said) -> bool:
    sentence = words.sentence_of(said.start)
    return bool(sentence) and bool(_condition.search(words.text, sentence.start if sentence else 0, said.start))


def _is_elsewhere(words: Words, said: Said) -> bool:
    """Whether it is somebody else, or another address, that is to be left alone; or a thing that is not to be sent."""
    sentence = words.sentence_of(said.start)
    end = sentence.end if sentence else said.end
    if _leave.search(words.text, said.start, said.end):
        return bool(words.having(*_agrees))
    return bool(_elsewhere.search(words.text, said.start, max(end, said.end)))


def _points_on(words: Words, said: Said) -> bool:
    """Whether another way to reach them follows at once: an address, a number, "instead"."""
    after = words.text[said.start : said.end + _near].partition("\n\n")[0]
    return bool(_instead.search(after) or _reaches.search(after))


def _sentence(words: Words, said: Said) -> str:
    sentence = words.sentence_of(said.start)
    return sentence.text if sentence else words.text[said.start : said.end]
