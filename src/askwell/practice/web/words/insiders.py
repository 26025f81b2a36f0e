"""Trades and their families, moods and languages: as words."""

from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from askwell.coach.insider import Mood, Trade, trades
from askwell.lib.names import face
from askwell.ui.rooms import bcp47
from askwell.ui.written import HAN

FAMILIES = {
    "education": _("Education and care"),
    "engineering": _("Engineering and environment"),
    "finance": _("Money and insurance"),
    "health": _("Health"),
    "hospitality": _("Kitchens and hotels"),
    "it": _("Computers and data"),
    "supply": _("Making and moving goods"),
    "trades": _("Building trades"),
}
MOODS: dict[Mood, tuple[Promise, Promise]] = {
    Mood.FRIENDLY: (_("Friendly"), _("has time and likes to tell; a good first rehearsal")),
    Mood.SHY: (_("Shy"), _("says little, until you take up a word of theirs")),
    Mood.HURRIED: (_("Hurried"), _("answers briefly and looks at the clock")),
    Mood.SCEPTICAL: (_("Sceptical"), _("wants to know first what you are after")),
}
LANGUAGES = {"en": _("English"), "zh-Hans": _("Chinese"), "fr": _("French")}


def trade_word(code: str) -> str:
    """What the trade is called in the viewer's language; the code of one that is not known."""
    return _titles(bcp47(get_language() or "en")).get(code, code)


def mood_word(code: str) -> str:
    return str(MOODS[Mood(code)][0]) if code in set(Mood) else code


def by_family(some: tuple[Trade, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The trades under their families, each as (code, title), families in the order of `some`."""
    families: dict[str, list[tuple[str, str]]] = {}
    for one in some:
        families.setdefault(one.family, []).append((one.code, trade_word(one.code)))
    return [(str(FAMILIES[family]), rows) for family, rows in families.items()]


@lru_cache(maxsize=8)
def _titles(language: str) -> dict[str, str]:
    return {one.code: one.titles.get(language) or one.titles["en"] for one in trades()}


def initials(name: str) -> str:
    """What stands in the round face of an insider."""
    if HAN.search(name):
        return face("", "", name)
    first, *rest = name.split()
    return face(first, rest[-1] if rest else "", "")
