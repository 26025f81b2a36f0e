"""Where somebody lives or works, taken apart."""

import re
from dataclasses import dataclass

from askwell.lib.places import is_place_name, known_region, town_in
from askwell.lib.text import HAN, clean, fold

_FAR = """
Afghanistan, Albania, Albanie, Algeria, Algérie, Argentina, Argentine, Armenia, Australia, Australie, Austria, Autriche,
Bangladesh, Belarus, Belgium, Belgique, Benin, Bénin, Brazil, Brésil, Bulgaria, Bulgarie, Cameroon, Cameroun, Chile,
Chili, Colombia, Colombie, Croatia, Cuba, Cyprus, Czech Republic, Denmark, Danemark, Ecuador, Egypt, Égypte, Eritrea,
Ethiopia, Éthiopie, Finland, Finlande, Georgia, Germany, Allemagne, Ghana, Greece, Grèce, Haiti, Haïti, Hungary,
Hongrie, India, Inde, Indonesia, Indonésie, Iran, Iraq, Irak, Ireland, Irlande, Israel, Israël, Italy, Italie, Jamaica,
Jamaïque, Japan, Japon, Jordan, Jordanie, Kazakhstan, Kenya, Kuwait, Lebanon, Liban, Malaysia, Malaisie, Mali, Mexico,
Mexique, Moldova, Mongolia, Mongolie, Morocco, Maroc, Nepal, Népal, Netherlands, Pays-Bas, New Zealand,
Nouvelle-Zélande, Nigeria, Nigéria, Norway, Norvège, Pakistan, Peru, Pérou, Philippines, Poland, Pologne, Portugal,
Qatar, Romania, Roumanie, Russia, Russie, Rwanda, Saudi Arabia, Arabie saoudite, Senegal, Sénégal, Serbia, Serbie,
Singapore, Singapour, Slovakia, Slovenia, Somalia, South Africa, Afrique du Sud, South Korea, Corée du Sud, Spain,
Espagne, Sri Lanka, Sudan, Soudan, Sweden, Suède, Switzerland, Suisse, Syria, Syrie, Taiwan, Tanzania, Tanzanie,
Thailand, Thaïlande, Togo, Tunisia, Tunisie, Turkey, Türkiye, Turquie, Uganda, Ouganda, Ukraine, United Arab Emirates,
Émirats arabes unis, Uzbekistan, Venezuela, Vietnam, Viêt Nam, Zambia, Zimbabwe,
Anhui, Fujian, Gansu, Guangdong, Guangxi, Guizhou, Hainan, Hebei, Heilongjiang, Henan, Hubei, Hunan, Inner Mongolia,
Jiangsu, Jiangxi, Jilin, Liaoning, Ningxia, Qinghai, Shaanxi, Shandong, Shanxi, Sichuan, Xinjiang, Yunnan, Zhejiang
"""
"""Countries, and the provinces of China, beyond those of the calendars."""
_far = frozenset(fold(name) for name in _FAR.replace("\n", " ").split(",") if name.strip())
_parts = re.compile(r"\s*[,，、;；/|·()（）]\s*|\s+[-–—]\s+")
_han = re.compile(f"[{HAN}]")
_suffix = re.compile("(?:特别行政区|自治区|省|市|区|县)$")
_province = re.compile("(?!加拿大|中国|美国)[^\\s,，、]{2,8}?(?:省|自治区)")
_greater = re.compile(r"^(?:greater|metro|grand)\s+|(?:\s+(?:metropolitan|area|region))+$", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b|\b\d{5,6}(?:-\d{4})?\b")
_STREET = re.compile(
    r"^(?:#|no\.?\s*)?\d+[\w-]*\s|\d+号|路|街道|^\d+\w?$|^(?:rue|avenue|boulevard|boul\.|chemin|place)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Located:
    """A town, its province or state as written, its country's two letters."""

    town: str = ""
    region: str = ""
    country: str = ""
    postal_code: str = ""


def locate(text: str) -> Located:
    """What a line such as "Toronto, ON, Canada", "Greater Vancouver Area" or 加拿大 密西沙加 says."""
    plain = clean(text, limit=300)
    code = _POSTCODE.search(plain)
    plain = _POSTCODE.sub(" ", plain).strip(" ,，")
    region = known_region(plain)
    country = region[:2]
    if _han.search(plain):
        region_named = _province.search(plain)
        return Located(_chinese_town(plain), region_named[0] if region_named else "", country, code[0] if code else "")
    parts = [
        _greater.sub("", part.strip()) for part in _parts.split(plain) if part.strip() and not _STREET.search(part)
    ]
    town = town_in(", ".join(parts)) or next((part for part in parts if not is_wider(part)), "")
    town = town or next((part for part in parts if fold(part) == "quebec"), "")  # the town of the province's name
    after = parts[parts.index(town) + 1 :] if town in parts else []
    wider = next((part for part in after if known_region(part) not in ("", country) or len(part) == 2), "")
    return Located(town, wider, country, code[0] if code else "")


def is_place(text: str) -> bool:
    """Whether the text is a place that is known here, and nothing else: "Toronto", "Toronto, ON", 上海, "Canada"."""
    parts = [part for part in _parts.split(clean(text, limit=100)) if part]
    return bool(parts) and all(_is_named(_greater.sub("", part)) for part in parts)


def is_wider(part: str) -> bool:
    """Whether the part names a province or a country and no town."""
    return _is_named(part) and not town_in(part)


def _is_named(part: str) -> bool:
    return is_place_name(part) or fold(part) in _far


def _chinese_town(plain: str) -> str:
    if town := town_in(plain):
        return town
    words = [word for word in re.split(r"[\s,，、·/|-]+", plain) if word]
    named = [word for word in words if not known_region(word)] or words
    return _suffix.sub("", named[-1]) if named else ""
