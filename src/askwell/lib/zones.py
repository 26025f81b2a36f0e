"""What a time zone is called in a sentence: the city whose clock it is; and which zones there are to choose from."""

from functools import cache
from importlib.resources import files

CHINESE = {
    "America/Vancouver": "温哥华",
    "America/Edmonton": "埃德蒙顿",
    "America/Regina": "里贾纳",
    "America/Winnipeg": "温尼伯",
    "America/Toronto": "多伦多",
    "America/Montreal": "蒙特利尔",
    "America/Halifax": "哈利法克斯",
    "America/St_Johns": "圣约翰斯",
    "America/Whitehorse": "怀特霍斯",
    "America/Los_Angeles": "洛杉矶",
    "America/Denver": "丹佛",
    "America/Phoenix": "凤凰城",
    "America/Chicago": "芝加哥",
    "America/New_York": "纽约",
    "America/Sao_Paulo": "圣保罗",
    "Asia/Shanghai": "北京",
    "Asia/Urumqi": "乌鲁木齐",
    "Asia/Hong_Kong": "香港",
    "Asia/Macau": "澳门",
    "Asia/Taipei": "台北",
    "Asia/Singapore": "新加坡",
    "Asia/Kuala_Lumpur": "吉隆坡",
    "Asia/Tokyo": "东京",
    "Asia/Seoul": "首尔",
    "Asia/Manila": "马尼拉",
    "Asia/Bangkok": "曼谷",
    "Asia/Kolkata": "加尔各答",
    "Asia/Dubai": "迪拜",
    "Australia/Sydney": "悉尼",
    "Australia/Melbourne": "墨尔本",
    "Pacific/Auckland": "奥克兰",
    "Europe/London": "伦敦",
    "Europe/Paris": "巴黎",
    "Europe/Berlin": "柏林",
    "Europe/Zurich": "苏黎世",
    "UTC": "世界协调",
}
FRENCH = {
    "Asia/Shanghai": "Pékin",
    "Asia/Hong_Kong": "Hong Kong",
    "Asia/Singapore": "Singapour",
    "Asia/Manila": "Manille",
    "Asia/Dubai": "Dubaï",
    "Asia/Seoul": "Séoul",
    "Asia/Kolkata": "Kolkata",
    "America/Montreal": "Montréal",
    "Europe/London": "Londres",
}
ENGLISH = {"Asia/Shanghai": "Beijing", "America/Sao_Paulo": "São Paulo", "America/St_Johns": "St. John’s"}


def city(zone_name: str, language: str) -> str:
    """The city of a zone's clock in a language ("en", "fr", "zh-hans", …): Vancouver, 温哥华, Pékin.

    A zone without a word of its own is named as the time zone database spells it.
    """
    named = CHINESE if language.startswith("zh") else FRENCH if language.startswith("fr") else ENGLISH
    return named.get(zone_name) or zone_name.rsplit("/", 1)[-1].replace("_", " ")


@cache
def choosable() -> tuple[str, ...]:
    """The zones that the time zone database names for the places of the world (zone.tab), without its older names."""
    lines = files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines()
    return tuple(sorted(line.split("\t")[2] for line in lines if line and not line.startswith("#")))
