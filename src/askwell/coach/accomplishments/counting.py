"""What can be counted in a line: its length, who speaks in it, quantities."""

import re

from askwell.lib.text import HAN

MOST_WORDS, MOST_CHARACTERS = 35, 70

Span = tuple[int, int]

_first_person = {
    "en": re.compile(
        r"\b(?:I|i)(?:['’](?:m|ve|d|ll))?\b(?![./])|\b(?:[Mm]y(?! (?:crew|team|group|department|shift|unit)\b)"
        r"|[Mm]e|[Mm]ine|[Mm]yself)\b"
    ),
    "fr": re.compile(r"\b(?:je|mon|ma|mes|moi|me)\b|\b[jm]['’](?=\w)", re.IGNORECASE),
    "zh-Hans": re.compile(r"本人|(?<!自)我(?!国|市|省|校|司|院|区|县|行|厂|军|方)"),
}
_spoken = {
    "en": (
        r"one hundred|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
        r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|"
        r"millions?|billions?|dozens?|half|halved|halving|doubl(?:ed?|ing)|tripl(?:ed?|ing)|quadrupl(?:ed?|ing)|"
        r"twice|thrice|threefold|tenfold|a quarter|a third|a fifth|two-thirds|zero|record number"
    ),
    "fr": (
        r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|"
        r"quarante|cinquante|soixante|cent|cents|mille|millions?|milliards?|dizaines?|douzaines?|cinquantaines?|"
        r"centaines?|milliers?|"
        r"quinzaines?|vingtaines?|trentaines?|moitié|doubl(?:é|er|ant)e?s?|tripl(?:é|er|ant)e?s?|"
        r"quadrupl(?:é|er|ant)e?s?|demi|tiers|un quart|zéro"
    ),
}
_number = {
    "en": re.compile(rf"\d|\b(?:{_spoken['en']})\b", re.IGNORECASE),
    "fr": re.compile(rf"\d|\b(?:{_spoken['fr']})\b", re.IGNORECASE),
    "zh-Hans": re.compile(
        r"\d|(?:[二两三四五六七八九十百千万][一二三四五六七八九十百千万多几]*"
        r"|[一几数][二三四五六七八九十百千万多][百千万多]*)"
        r"(?=[个名位人家次份件台套本张部条项篇页间所户场台辆座只头棵亩吨斤米公里元块万亿倍成天周月年小时分钟秒%％岁步种遍笔单吨])|"
        r"百分之|一半|减半|翻了?[一两]?[番倍]|过半|半数|零(?:投诉|事故|差错|失误|缺陷|故障|退货|伤亡)|成百上千"
        r"|数[十百千万]"
    ),
}
_not_a_measure = {
    "en": re.compile(
        r"\b(?:19|20)\d\d\b(?:\s*[-–—]\s*(?:(?:19|20)\d\d|present|now))?|"
        r"\b(?:for|over|within the past|with|past|last) (?:\d+|\w+)\+? years?(?: of experience)?\b|"
        r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|"
        r"twenty)\+? years?['’]? (?:of )?(?:experience|as)\b|"
        r"\bgrades? (?:\d+|\w+)\b|\b24/7\b|\bone\b|\bfor (?:\d+|two|three|four|five|six|eight|ten) (?:months|years)$|"
        r"\bhalf[- ]time\b|\bsix sigma\b|\b(?:version|level|class|type|covid)[- ]\d+\b|\bdouble bookings?\b|"
        r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec)\w* \d{1,2}\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:19|20)\d\d\b|\b(?:depuis|pendant|durant) (?:\d+|\w+) ans\b|\b\d+ ans d['’]expérience\b|"
        r"\b(?:niveau|version|classe|covid)[- ]\d+\b|\bmi-temps\b|\bdemi-journée\b",
        re.IGNORECASE,
    ),
    "zh-Hans": re.compile(
        r"(?:19|20)\d\d\s*年?(?:\s*[-–—~至到]\s*(?:(?:19|20)\d\d\s*年?|今))?|\d{1,2}月\d{1,2}[日号]|"
        r"[一二三四五六七八九十\d]+年(?:来|以来|工作|从业|的?经验)|[高初大]一|[高初大]二|[高初大]三"
        r"|一[名位个](?=[\u4e00-\u9fff]+$)"
    ),
}

_only_present = re.compile(
    r"(?:participat(?:ion|ed)|took part|participé|assisté|attended|attendance)(?: (?:in|at|to|à|aux?))?(?:"
    r" (?:des|les|the|various"
    r"|several|diverse?s|plusieurs|différent\w*|many|team|staff|weekly|regular))* ?(?:meetings?|réunions?"
    r"|rencontres?|events?"
    r"|activit\w+|projets?|projects?|tasks|tâches)(?: (?:d['’]équipe|de l['’]équipe|hebdomadaires|régulières))?[.\s]*"
    r"|(?:参与|参加)了?(?:各种|各类|多个|一些|日常|公司|部门|团队|的)*(?:会议|活动|项目|工作|任务)[。\s]*",
    re.IGNORECASE,
)
_only_in_charge = re.compile(
    r"(?:(?:was|were|been) )?(?:responsible for|in charge of|tasked with) (?!.*(?:,(?!\d)|;|\b(?:which|and|by"
    r"|from|to) \w+(?:ed|ing)?\b"
    r"|\d ?%)).+"
    r"|(?:étais |a été |était )(?:responsable|chargée?) (?:de|du|des|d['’])(?!.*(?:[,;%]|\b(?:qui|et|en|ce qui)\b)).+"
    r"|曾(?:经)?负责(?!.*[，,；;%])[^。]+。?",
    re.IGNORECASE,
)


def only_present(text: str) -> bool:
    """Whether a line says no more than that somebody was there."""
    return bool(_only_present.fullmatch(text.strip()))


def only_in_charge(text: str) -> bool:
    """Whether a line says no more than what somebody was responsible for, of whatever size."""
    return bool(_only_in_charge.fullmatch(text.strip()))


def too_long(text: str, language: str) -> bool:
    """Whether a line is longer than one reads at a glance."""
    if language == "zh-Hans":
        return len("".join(text.split())) > MOST_CHARACTERS
    return len(text.split()) > MOST_WORDS


def first_person(text: str, language: str) -> Span | None:
    """The first word by which the writer speaks of themselves."""
    found = _first_person[language].search(text)
    return found.span() if found else None


def measure(text: str, language: str) -> Span | None:
    """The first quantity; years, dates and how long somebody was employed are none."""
    rest = _not_a_measure[language].sub(lambda match: " " * len(match.group()), text)
    found = _number[language].search(rest)
    return found.span() if found else None


def signs(text: str, language: str) -> tuple[float, ...]:
    """What was counted, as numbers that weights are learned on."""
    length = len("".join(text.split())) / MOST_CHARACTERS if _han.search(text) else len(text.split()) / MOST_WORDS
    return (
        2.0 * (measure(text, language) is not None),
        2.0 * (first_person(text, language) is not None),
        min(length, 2.0),
    )


_han = re.compile(f"[{HAN}]")
