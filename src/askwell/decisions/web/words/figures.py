"""Numbers as a page says them."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from askwell.decisions.rules.weighing import in_percent

TENTH = Decimal("0.1")
QUARTERS = {0.25: "¼", 0.5: "½", 0.75: "¾"}


def points(value: float) -> str:
    """A number of the table: 7, 6½, 8.3."""
    whole, rest = divmod(value, 1)
    if not rest:
        return str(int(whole))
    if rest in QUARTERS:
        return f"{int(whole) or ''}{QUARTERS[rest]}"
    return total(value)


def total(value: float) -> str:
    """With one decimal, halves upwards: 6.75 is 6.8."""
    return number_format(Decimal(str(round(value, 6))).quantize(TENTH, ROUND_HALF_UP), 1)


def span(low: float, high: float) -> str:
    return _("%(low)s to %(high)s") % {"low": total(low), "high": total(high)}


def percent(share: Fraction, beside: Fraction | None = None) -> str:
    """A share in percent; with a decimal where it would else look the same as the one `beside` it, or like nothing."""
    rounded = in_percent(share)
    looks_same = beside is not None and share != beside and rounded == in_percent(beside)
    looks_whole = (rounded in (0, 100)) and share not in (0, 1)
    text = total(float(share * 100)) if looks_same or looks_whole else str(rounded)
    return _("%(share)s %%") % {"share": text}


def whole_percent(value: int) -> str:
    return _("%(share)s %%") % {"share": value}
