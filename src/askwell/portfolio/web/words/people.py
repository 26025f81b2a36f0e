"""What is said of languages and references."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from askwell.portfolio.rules.asking import Standing, is_stale, standing
from askwell.portfolio.rules.telling import Tongue, Voucher

LEVELS: dict[str, Promise] = {
    "native": _("first language"),
    "full": _("like a first language"),
    "working": _("enough for work"),
    "limited": _("enough for simple work"),
    "elementary": _("a beginning"),
}
SKILLS: dict[str, Promise] = {
    "listening": _("listening"),
    "speaking": _("speaking"),
    "reading": _("reading"),
    "writing": _("writing"),
}
STANDINGS: dict[Standing, Promise] = {
    Standing.NOT_ASKED: pgettext_lazy("reference", "not asked yet"),
    Standing.ASKED: pgettext_lazy("reference", "asked"),
    Standing.AGREED: pgettext_lazy("reference", "agreed"),
    Standing.DECLINED: pgettext_lazy("reference", "declined"),
}


def benchmarks(tongue: Tongue) -> str:
    """CLB 8, or CLB 7 to 9; nothing where it was not tested."""
    tested = [number for name in SKILLS if (number := getattr(tongue, name))]
    if not tested:
        return ""
    if min(tested) == max(tested):
        return f"CLB {tested[0]}"
    return str(_("CLB %(least)s to %(most)s")) % {"least": min(tested), "most": max(tested)}


def each_benchmark(tongue: Tongue) -> str:
    """listening 9, writing 7: where they differ."""
    tested = {name: number for name in SKILLS if (number := getattr(tongue, name))}
    if len(set(tested.values())) < 2 and len(tested) != 1:
        return ""
    return str(_(", ")).join(f"{SKILLS[name]} {number}" for name, number in tested.items())


def level_word(tongue: Tongue) -> str:
    return str(LEVELS.get(tongue.level, ""))


def standing_of(voucher: Voucher) -> Standing:
    return standing(asked_on=voucher.asked_on, agreed_on=voucher.agreed_on, declined_on=voucher.declined_on)


def standing_word(voucher: Voucher) -> str:
    return str(STANDINGS[standing_of(voucher)])


def standing_day(voucher: Voucher) -> date | None:
    """When it came to stand so."""
    return voucher.declined_on or voucher.agreed_on or voucher.asked_on


def needs_news(voucher: Voucher, today: date) -> bool:
    """Whether they agreed, and have not heard from the seeker for half a year."""
    declined = standing_of(voucher) is Standing.DECLINED
    return not declined and is_stale(agreed_on=voucher.agreed_on, refreshed_on=voucher.refreshed_on, today=today)
