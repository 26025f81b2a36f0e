"""Where a message's greeting, sentences and sign-off are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from askwell.lib.text import HAN

han = re.compile(f"[{HAN}]")

_boundary = re.compile(r"[.!?…]+[\"')»”’\]]*(?=\s|$)|(?<=[^\s\d])[!?]+|[。！？；]+[”』」]*|\n+")
_abbreviation = re.compile(
    r"(?:^|[\s(.])(?:Mr|Mrs|Ms|Dr|Prof|St|Ste|Mme|Mlle|MM|M|Me|vs|e\.g|i\.e|Eng|No|Inc|Ltd|Jr|Sr|Sgt|"
    r"approx|etc|[A-Z])\.$"
)
_clause = re.compile(r"[,;:，；：、—–]\s*|\s(?:and|but|or|so|because|et|mais|ou|car)\s")

_latin_greeting = re.compile(
    r"\s*(?:(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|to whom it may concern"
    r"|bonjour|bonsoir|salut|all[oô]|ch[eè]re?s?|coucou|madame|mesdames|monsieur)\b(?:,? (?:madame|"
    r"monsieur|messieurs)\b)*)",
    re.I,
)
_latin_head = re.compile(r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|Mme|M|[A-Z])\.|[^,!:;\n?—–.]){0,60}?(?:\.(?=\s|$)|[,!:;—–]+|\n|$)")
_capitals = re.compile(
    r"(?:\s+(?!(?:I|I'm|I’m|My|We|This|Your|You|It|It's|Could|Would|As|The|May|Can|Je|J'|J’|Nous|Vous|"
    r"Votre)\b)"
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Mme|M)\.|[A-ZÀ-Ý][\w'’.-]*\w|[A-Z]\b))+[,.!:]?"
)
_goes_on = re.compile(r"[ \t]+(?!(?:or|and|et|ou)\b)\w")
_chinese_greeting = re.compile(
    rf"\s*(?:喂[，,！!]?\s*)?(?:尊敬的|敬爱的|亲爱的|Dear |Hi |Hello )?[\w\s{HAN}·（）()\[\]【】{{}}<>《》/]{{0,16}}?"
    r"(?:(?:您|你|大家)?(?:早上|上午|中午|下午|晚上)?好(?:呀|啊|！)?(?=[，,：:！!。\s]|$)|(?:您好|你好))"
    r"[，,：:！!。]*\s*"
)
_chinese_title = re.compile(
    rf"\s*(?:尊敬的|敬爱的|亲爱的)?[{HAN}]{{1,6}}?(?:老师|先生|女士|小姐|太太|经理|主任|医生|师傅|教授|总监|主管|工|"
    r"总|博士|护士长|"
    r"校长|园长|店长|院长|律师|姐|哥|叔|阿姨)[，,：:！!]\s*"
)
_question = re.compile(
    r"[?？]|吗[。！!…~～]*\s*$|(?:什么|怎么|哪|何时|几|如何|谁).*呢[。！!…~～]*\s*$|"
    r"能否|可否|能不能|可不可以|可以不可以|方不方便|愿不愿意|行不行|好不好|有没有(?:时间|空|机会)|是否(?:方便|可以|有空|有时间|愿意)"
)
_farewell = re.compile(
    r"^(?:(?:with )?(?:many |kind |best |warm |warmest )?(?:thanks?|regards|wishes)\b.*|thank you.*|best|"
    r"cheers|sincerely.*|"
    r"yours.*|respectfully.*|gratefully.*|with (?:respect|gratitude|appreciation).*|take care|all the best|"
    r"cordialement.*|bien (?:à vous|cordialement).*|merci.*|salutations.*|sincèrement.*|au plaisir.*|"
    r"bonne journée.*|"
    r"(?:此致|敬礼|祝|顺颂|谢谢|多谢|非常感谢|感谢|敬上|期待).*)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: text[start:end] is `text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anatomy:
    greeting: Span
    sentences: tuple[Span, ...]  # of the body: without greeting and sign-off
    body_end: int

    @property
    def body(self) -> tuple[int, int]:
        return self.greeting.end, self.body_end


def _span(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    return Span(piece, start, start + len(piece))


def greeting(text: str) -> Span:
    """The words that greet, with the name and the comma after it; empty when there are none."""
    latin = _latin_greeting.match(text)
    if latin and not han.match(text, len(text) - len(text.lstrip())):
        return Span(text[: _latin_end(text, latin.end())], 0, _latin_end(text, latin.end()))
    chinese = _chinese_greeting.match(text) or _chinese_title.match(text)
    end = chinese.end() if chinese else 0
    return Span(text[:end], 0, end)


def _latin_end(text: str, start: int) -> int:
    """Where the name after the hello ends: at the mark after it, or where the capitals stop."""
    head, capitals = _latin_head.match(text, start), _capitals.match(text, start)
    if capitals and _goes_on.match(text, capitals.end()):
        return capitals.end()
    if head and len(head.group().split()) <= 5:
        return head.end()
    return capitals.end() if capitals else start


def is_question(text: str) -> bool:
    """Whether a sentence asks something; Chinese ones often do so without a mark."""
    return bool(_question.search(text))


def _farewell_start(text: str, sender: str) -> int:
    """Where the sign-off begins; the length of the text when there is none."""
    end = len(text)
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    for number, line in enumerate(reversed(lines[1:])):
        words = line.group().strip()
        name = bool(sender) and words.casefold() == sender.casefold()
        bare = (
            number == 0
            and len(words) <= (6 if han.search(words) else 30)
            and not (re.search(r"[.!。！]", words) or is_question(words))
        )
        if not (name or bare or (_farewell.match(words) and len(words) <= 40 and not is_question(words))):
            break
        end = line.start()
    return end


def split(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of text[start:end], without surrounding white space."""
    begin = start
    for boundary in _boundary.finditer(text, start, end):
        stop = boundary.group().startswith(".") and _abbreviation.search(text[begin : boundary.start() + 1])
        if stop:
            continue
        sentence = _span(text, begin, boundary.end())
        if sentence.text:
            yield sentence
        begin = boundary.end()
    rest = _span(text, begin, end)
    if rest.text:
        yield rest


def clauses(sentence: Span) -> Iterator[Span]:
    begin = 0
    for cut in _clause.finditer(sentence.text):
        yield Span(sentence.text[begin : cut.start()], sentence.start + begin, sentence.start + cut.start())
        begin = cut.end()
    yield Span(sentence.text[begin:], sentence.start + begin, sentence.end)


@lru_cache(maxsize=64)
def dissect(text: str, sender: str = "") -> Anatomy:
    head = greeting(text)
    end = max(head.end, _farewell_start(text, sender))
    return Anatomy(head, tuple(split(text, head.end, end)), end)
