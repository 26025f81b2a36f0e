"""Time zones that are said with an hour: "3 pm Eastern", 北京时间下午三点, "15 h, heure de Paris", "noon your time".

A closed list: what is not on it but sounds like a zone makes the hour unknown, never the writer's own by default.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from askwell.coach.replies.when.values import Hour

WRITER, READER, UNKNOWN = "writer", "reader", "?"
"""Beside names of the IANA database: the writer's own clock, that of whom they write to, and one that nobody knows."""

_PACIFIC = ("America/Los_Angeles", "America/Vancouver", "America/Whitehorse", "America/Tijuana")
_MOUNTAIN = ("America/Denver", "America/Edmonton", "America/Phoenix", "America/Boise")
_CENTRAL = ("America/Chicago", "America/Winnipeg", "America/Regina", "America/Mexico_City")
_EASTERN = ("America/Toronto", "America/New_York", "America/Montreal", "America/Detroit")
_ATLANTIC = ("America/Halifax", "America/Moncton")
_CHINA = ("Asia/Shanghai", "Asia/Chongqing", "Asia/Urumqi")
_long = r"(?: (?:standard|daylight))?(?: time)?"
_ZONES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (rf"P[SD]?T\b|(?i:pacific{_long})\b|(?i:heure (?:\w+ )?du pacifique)|H[NA]P\b|"
     r"美西(?:时间)?|太平洋时间|西部时间", _PACIFIC),
    (rf"M[SD]?T\b|(?i:mountain{_long})\b|(?i:heure des rocheuses)|H[NA]R\b|山地时间|山区时间", _MOUNTAIN),
    (rf"C(?:DT|T)\b|(?i:central{_long})\b|(?i:heure du centre)|H[NA]C\b|中部时间", _CENTRAL),
    (rf"E[SD]?T\b|(?i:eastern{_long})\b|(?i:heure (?:\w+ )?de l'est)|H[NA]E\b|美东(?:时间)?|东部时间", _EASTERN),
    (rf"A[SD]T\b|(?i:atlantic{_long})\b|(?i:heure de l'atlantique)|H[NA]A\b|大西洋时间", _ATLANTIC),
    (r"(?i:newfoundland(?: time)?)\b|N[SD]T\b|(?i:heure de terre-neuve)", ("America/St_Johns",)),
    (r"GMT(?![+-]|\s?[+-]\d)\b|UTC(?![+-]|\s?[+-]\d)\b|(?i:heure de greenwich)|格林威治时间|世界时间", ("UTC",)),
    (r"BST\b|(?i:(?:london|uk|british) time)|(?i:heure de londres)|伦敦时间|英国时间", ("Europe/London",)),
    (
        r"CES?T\b|(?i:(?:paris|french|berlin|german|central european) time)|(?i:heure (?:de paris|française|"
        r"de france))|"
        r"巴黎时间|法国时间|德国时间|欧洲中部时间",
        ("Europe/Paris",),
    ),
    (
        r"(?i:(?:beijing|china|shanghai|chinese) (?:standard )?time)|(?i:heure (?:de pékin|de beijing|de chine|"
        r"chinoise))|"
        r"北京时间|中国时间|国内时间|上海时间",
        _CHINA,
    ),
    (r"HKT\b|(?i:hong kong time)|(?i:heure de hong kong)|香港时间", ("Asia/Hong_Kong",)),
    (r"SGT\b|(?i:singapore time)|(?i:heure de singapour)|新加坡时间", ("Asia/Singapore",)),
    (r"JST\b|(?i:(?:tokyo|japan) time)|(?i:heure de tokyo)|东京时间|日本时间", ("Asia/Tokyo",)),
    (r"KST\b|(?i:(?:seoul|korea) time)|首尔时间|韩国时间", ("Asia/Seoul",)),
    (r"AE[SD]T\b|(?i:sydney time)|悉尼时间", ("Australia/Sydney",)),
    (r"(?i:(?:india|indian|mumbai|delhi)(?: standard)? time)|印度时间", ("Asia/Kolkata",)),
    (r"(?i:(?:toronto|ottawa|montr[eé]al|new york|boston) time)|(?i:heure de (?:toronto|montréal|québec|new york))|"
     r"多伦多时间|蒙特利尔时间|纽约时间", _EASTERN),
    (r"(?i:vancouver time)|(?i:heure de vancouver)|温哥华时间", ("America/Vancouver",)),
    (r"(?i:(?:l\.?a\.?|los angeles|san francisco|seattle) time)|洛杉矶时间|旧金山时间|西雅图时间", _PACIFIC[:1]),
    (r"(?i:(?:calgary|edmonton) time)|(?i:heure de calgary)|卡尔加里时间|埃德蒙顿时间", ("America/Edmonton",)),
    (r"(?i:winnipeg time)|温尼伯时间", ("America/Winnipeg",)),
    (r"(?i:halifax time)|哈利法克斯时间", _ATLANTIC),
    (r"(?i:(?:my|our) (?:local )?time)\b|\bmine\b|(?i:(?:mon|notre) heure)\b|(?i:heure d'ici|"
    r"heure de chez (?:moi|nous))|"
     r"我(?:们)?(?:这边|这里|当地|这儿)(?:的)?时间|我的时间", (WRITER,)),
    (r"(?i:(?:your (?:local )?time|your end|your side|for you|where you are)\b|(?:à )?(?:votre|ton) heure\b|"
     r"heure de chez (?:vous|toi)|pour vous\b)|"
     r"(?:你|您)(?:们)?(?:那边|那里|那儿|当地)(?:的)?(?:时间)?|你的时间|您的时间", (READER,)),
    (r"C(?:ST)\b|IST\b|EES?T\b|MSK\b|NZ[SD]?T\b|WA?S?T\b|EAT\b|CAT\b|SAST\b|PKT\b|ICT\b|WIB\b|PHT\b|BRT\b|ART\b|"
    r"HST\b|AK[SD]T\b|"
     r"(?!Any|Some|Every|What|The|This|Lunch|Tea)[A-Z][a-z]+ (?i:time)\b|(?i:local time)|(?i:heure locale)|当地时间|"
     r"(?i:heure d(?:e |u |'))(?=[A-ZÉ])[\w-]+", (UNKNOWN,)),
)  # fmt: skip
_zone = re.compile(
    r"(?<![A-Za-zÀ-ÿ])(?:(?P<offset>(?:UTC|GMT)\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?![\d:]))|"
    + "|".join(f"(?P<z{number}>{words})" for number, (words, _) in enumerate(_ZONES))
    + ")"
)
_right_after = re.compile(r"[\s,，(（\[/·-]{0,3}(?:in |à l'|de l'|是|为)?")
_stop = re.compile(r"[.!?。！？；;\n](?=\s|$|[^\d\s])")
_of_all = re.compile(
    r"(?:\ball (?:the )?times?|\btimes are|\btoutes les heures|均为|都是|都按)[^.!?。]{0,20}$", re.IGNORECASE
)
_either = re.compile(r"\b(?:or|ou|and|et)\b|或|还是|和|、", re.IGNORECASE)
_again = re.compile(
    r"[^.!?。;；,，]{0,20}[(（=≈][\s=≈]{0,2}|[\s,，/–-]{0,4}(?:i\.?e\.?|that's|that is|which is|so|soit|c'est|"
    r"donc|是|即|也就是|(?:你|您)那(?:边|"
    r"里)(?:是)?)?[\s:：]{0,2}",
    re.IGNORECASE,
)
_pause, _right_before = re.compile(r"[,，(（]"), re.compile(r"[\s:：是为]{0,3}")
_ONLY_BEHIND = ("for you", "pour vous")  # "Monday at 3 works for you?" says nothing of a clock
_FAR, _NEAR = 30, 14


def zoned(text: str, hours: Sequence[Hour], own: str = "") -> list[Hour]:
    """The hours with the zones that are said of them, a zone said right behind an hour being part of its words.

    `own` is the writer's zone: who lives in Vancouver and says "Pacific" means Vancouver's. An hour that only says the
    one before it once more, on another clock, is left out.
    """
    kept = list(hours)
    for said in _zone.finditer(text):
        name = _name(said, own)
        if _of_all.search(text[: said.start()]):
            kept = [one if one.zone else replace(one, zone=name) for one in kept]
            continue
        place = _owner(text, said, kept)
        if place is not None:
            one = kept[place]
            behind = one.end <= said.start() and _right_after.fullmatch(text, one.end, said.start())
            kept[place] = replace(one, zone=name, end=said.end() if behind else one.end)
    return _spread(text, _once(text, kept))


def _name(said: re.Match[str], own: str) -> str:
    if said["offset"]:
        hours = int(said["hours"])
        return f"Etc/GMT{'-' if said['sign'] == '+' else '+'}{hours}" if hours <= 12 else UNKNOWN
    names = next(names for number, (_, names) in enumerate(_ZONES) if said[f"z{number}"])
    if said.group() == "CST" and own in (*_CENTRAL, *_CHINA):
        return own
    return own if own in names else names[0]


def _owner(text: str, said: re.Match[str], hours: list[Hour]) -> int | None:
    """The place of the hour that the zone is said of: right before it, else right after it, else the last before."""
    before = [place for place, one in enumerate(hours) if one.end <= said.start()]
    after = [place for place, one in enumerate(hours) if one.start >= said.end()]
    last = before[-1] if before and not hours[before[-1]].zone else None
    gap = text[hours[last].end : said.start()] if last is not None else ""
    ahead = text[said.end() : hours[after[0]].start] if after else ""
    leads = bool(after) and len(ahead) <= _FAR and not _stop.search(ahead)
    if last is not None and _right_after.fullmatch(gap):
        return after[0] if leads and _pause.search(gap) and _right_before.fullmatch(ahead) else last
    if said.group().lower() in _ONLY_BEHIND:
        return None
    if leads and (last is None or len(gap) > len(ahead)):
        return after[0]
    return last if last is not None and len(gap) <= _FAR and not _stop.search(gap) else None


def _once(text: str, hours: list[Hour]) -> list[Hour]:
    """Without "noon your time" behind "3 pm my time", which is the same moment."""
    kept: list[Hour] = []
    for one in hours:
        before = kept[-1] if kept else None
        other = before and one.zone and one.zone != before.zone and (before.zone or one.zone == READER)
        if not (other and before and _again.fullmatch(text, before.end, one.start)):
            kept.append(one)
    return kept


def _spread(text: str, hours: list[Hour]) -> list[Hour]:
    """A zone said once counts for the hours of its sentence that have none: those listed with it, and those after."""
    for place in range(len(hours) - 2, -1, -1):
        one, following = hours[place], hours[place + 1]
        if (
            not one.zone
            and following.zone
            and following.start - one.end <= _NEAR
            and _either.search(text, one.end, following.start)
        ):
            hours[place] = replace(one, zone=following.zone)
    for place in range(1, len(hours)):
        one, before = hours[place], hours[place - 1]
        if not one.zone and before.zone and not _stop.search(text, before.end, one.start):
            hours[place] = replace(one, zone=before.zone)
    return hours
