"""The months' names in the languages that exporters and resumes speak."""

import re

_MONTHS = (
    "jan january janvier janv januar janner enero ene janeiro gennaio gen januari styczen yanvar январь янв",
    "feb february fevrier fevr fev februar februari febrero fevereiro febbraio luty февраль фев",
    "mar march mars marz maerz marzo marco maart marzec март мар mrz",
    "apr april avril avr abril abr aprile kwiecien апрель апр",
    "may mai mayo maio maggio mag mei maj май мая",
    "jun june juin juni junio junho giugno giu czerwiec июнь июн",
    "jul july juillet juil juli julio julho luglio lug lipiec июль июл",
    "aug august aout agosto ago augustus augusti sierpien август авг",
    "sep sept september septembre septiembre setembro set settembre wrzesien сентябрь сен",
    "oct october octobre oktober okt octubre outubro out ottobre ott pazdziernik октябрь окт",
    "nov november novembre noviembre novembro listopad ноябрь ноя",
    "dec december decembre dezember dez diciembre dic dezembro dicembre grudzien декабрь дек",
)
_MONTH = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_ACCENTS = str.maketrans("áàâäãéèêëíìîïóòôöõúùûüçñźń", "aaaaaeeeeiiiiooooouuuucnzn")
_ACCENTED = {"a": "[aáàâäã]", "e": "[eéèêë]", "i": "[iíìîï]", "o": "[oóòôöõ]", "u": "[uúùûü]", "c": "[cç]"}
MONTH_NAME = "(?:{})".format(
    "|".join("".join(_ACCENTED.get(char, re.escape(char)) for char in word) for word in sorted(_MONTH, key=len)[::-1])
)
"""Any of the names, with or without its accents: a pattern for `re`, to be used without regard to case."""


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its short form ("Sept", "août"), 0 for any other word."""
    return _MONTH.get(word.casefold().translate(_ACCENTS), 0)
