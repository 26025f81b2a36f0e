"""Days in French."""

import re
from datetime import date

from askwell.coach.replies.when import reckoning as reckon
from askwell.coach.replies.when.english_days import Maker
from askwell.coach.replies.when.values import Grain

_weekdays = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_weekday = rf"(?:{'|'.join(_weekdays)})"
_months = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_plain = str.maketrans("éûè", "eue")
_month = (
    rf"(?:{'|'.join(_months)}|fevrier|aout|decembre|janv\.?|févr\.?|avr\.?|juil\.?|sept\.?|oct\.?|nov\.?|"
    rf"déc\.?)(?!\w)"
)
_number = r"(?:3[01]|[12]\d|0?[1-9]|1er)"
_day = rf"(?P<day>{_number})(?:er|ᵉʳ)?(?![\d:]|\.\d|\s?(?:h\b|h\d|heures?|min|%|ans\b|jours?|semaines?))"
_year = r"(?:\s+(?P<year>20\d\d)\b)?"
_counts = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10,
    "quinze": 15,
}  # fmt: skip


def month(name: str) -> int:
    plain = name.lower().rstrip(".").translate(_plain)
    return next(n for n, full in enumerate(_months, 1) if full.translate(_plain).startswith(plain))


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _dated(match: re.Match[str], received: date) -> date | None:
    year = int(match["year"]) if match["year"] else None
    return reckon.of_year(received, month(match["month"]), _digits(match["day"]), year)


def _first(match: re.Match[str], received: date) -> date | None:
    year = int(match["year"]) if match["year"] else None
    return reckon.of_year(received, month(match["month"]), 1, year)


def _listed(match: re.Match[str], received: date) -> date | None:
    """The first of "22 ou 23 janvier"."""
    return reckon.of_year(received, month(match["month"]), _digits(match["day"]))


def _numbered_weekday(match: re.Match[str], received: date) -> date | None:
    return reckon.of_month(received, _digits(match["day"]), _weekdays.index(match["weekday"].lower()))


def _numbered(match: re.Match[str], received: date) -> date | None:
    return reckon.of_month(received, _digits(match["day"]))


def _numeric(match: re.Match[str], received: date) -> date | None:
    year = int(match["year"]) if match["year"] else None
    return reckon.of_year(received, int(match["m"]), int(match["d"]), year and (year if year > 99 else 2000 + year))


def _weekly(match: re.Match[str], received: date) -> date | None:
    day = _weekdays.index(match["weekday"].lower())
    which = (match["which"] or "").lower()
    if which.startswith(("prochain", "de la semaine prochaine", "la semaine prochaine", "suivant")):
        return reckon.in_week(received, day, 1)
    if "huit" in which:
        return reckon.coming(received, day) + reckon.WEEK
    if match["this"]:
        return reckon.in_week(received, day, 0)
    return reckon.coming(received, day)


def _in_some_time(match: re.Match[str], received: date) -> date | None:
    said = match["count"].lower()
    count = int(said) if said.isdigit() else _counts[said]
    unit = match["unit"].lower()
    if unit.startswith("mois"):
        return reckon.months_on(received, count)
    if unit.startswith("jour"):
        count = {15: 14, 8: 7}.get(count, count) if not said.isdigit() else count
    return reckon.days_on(received, count * (7 if unit.startswith("semaine") else 1))


def _part(match: re.Match[str], received: date) -> date | None:
    said = (match["part"] or "").lower()
    part = "middle" if said.endswith("mi") or "milieu" in said else "end" if "fin" in said else "start"
    year = int(match["year"]) if match["year"] else None
    return reckon.month_part(received, month(match["month"]), part, year)


def _table(grain: Grain, table: dict[str, Maker]) -> tuple[tuple[re.Pattern[str], Maker, Grain], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), make, grain) for pattern, make in table.items())


DAYS = (
    *_table(
        Grain.LOOSE,
        {rf"\bsemaine (?:du|qui commence le) (?:{_weekday} )?{_day}\s+(?P<month>{_month}){_year}": _dated},
    ),
    *_table(
        Grain.DAY,
        {
            r"\b(?P<y>20\d\d)-(?P<m>\d\d?)-(?P<d>\d\d?)\b": lambda m, at: reckon.valid(
                int(m["y"]), int(m["m"]), int(m["d"])
            ),
            rf"\b(?:{_weekday},? )?(?:le |l['’])?(?:{_weekday} )?\b{_day}\s+(?P<month>{_month}){_year}": _dated,
            rf"\b(?:{_weekday},? )?(?:le )?premier (?P<month>{_month}){_year}": _first,
            rf"(?<!\dh)(?<!\dh )(?<!\d h)(?<!\d h )\b(?:{_weekday},? )?(?:le )?\b{_day}"
            rf"(?=(?:\s*(?:,|ou|et|,? ou bien|au)\s*(?:le |les )?(?:{_weekday} )?"
            rf"{_number}){{1,3}}\s+(?P<month>{_month}))": _listed,
            rf"\b(?P<weekday>{_weekday}),? (?:le )?{_day}": _numbered_weekday,
            r"(?<![\d/])(?P<d>\d\d?)/(?P<m>\d\d?)(?:/(?P<year>\d\d(?:\d\d)?))?(?![\d/])": _numeric,
            rf"\ble {_day}(?!\s*(?:étage|$))": _numbered,
            rf"\b(?P<this>ce )?(?P<weekday>{_weekday})(?!s| (?:au|à) {_weekday})(?: (?:après-midi|matin|soir))?"
            r"(?: (?P<which>prochaine?|suivant|en huit|(?:de )?la semaine prochaine))?\b": _weekly,
            r"\baprès-demain\b|\bapres-demain\b": lambda m, at: reckon.days_on(at, 2),
            r"\bdemain\b": lambda m, at: reckon.days_on(at, 1),
            r"\baujourd['’]hui\b|\bce (?:soir|matin|midi)\b|\bcet après-midi\b": lambda m, at: at,
        },
    ),
    *_table(
        Grain.LOOSE,
        {
            r"\b(?:dans|d['’]ici|après|pour|pendant|encore) (?:environ |encore |à peu près )?(?P<count>\d{1,2}|"
            rf"{'|'.join(_counts)}) (?P<unit>jours?|semaines?|mois)\b(?! ouvrables)": _in_some_time,
            rf"\b(?P<part>(?:à la |la |en )?(?:mi|fin)|(?:au |le )?(?:début|milieu)|à la fin|la fin)[- ](?:du mois )?"
            rf"(?:de |d['’])?(?P<month>{_month}){_year}": _part,
            rf"\b(?P<part>)(?:en|d['’]ici|jusqu['’](?:en|à)|au mois de|au mois d['’]|après|avant|pour|dès|courant|de|"
            rf"vers) (?P<month>{_month}){_year}": _part,
            rf"(?P<part>)(?<!\w)(?P<month>{_month})(?P<year>)(?= (?:serait|sera|est|me|conviendrait)\b)": _part,
            r"\b(?:au|le) printemps\b": lambda m, at: reckon.month_part(at, 3, "start"),
            r"\b(?:à la )?fin du mois\b": lambda m, at: reckon.months_on(at, 0, 31),
            r"\bmois prochain\b": lambda m, at: reckon.months_on(at, 1, 1),
            r"\b(?:la )?fin de l['’]année\b": lambda m, at: date(at.year, 12, 31),
            r"\b(?:nouvel an|nouvelle année|début de l['’]année|(?:l['’])?an(?:née)? prochaine?)\b": (
                lambda m, at: date(at.year + 1, 1, 1)
            ),
            r"\bsemaine prochaine\b": lambda m, at: reckon.in_week(at, 0, 1),
        },
    ),
)
ALSO = re.compile(
    rf"\s*(?:,|,? ou|,? et|/)\s*(?:le\s+)?(?:{_weekday}\s+)?(?P<day>{_number})(?:er)?\b(?!\s?(?:h\b|h\d|heures|min|"
    rf"{_month}))",
    re.IGNORECASE,
)
NEXT_WEEK = re.compile(r"\bla semaine prochaine\b", re.IGNORECASE)
HABIT = re.compile(rf"\b(?:tous les|chaque|les|du(?= {_weekday} au)|{_weekday} (?:au|à))\s+$", re.IGNORECASE)
