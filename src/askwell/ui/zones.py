"""Time zones to choose from, on every form that asks for one."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from askwell.lib.times import UnknownZone, zone
from askwell.lib.zones import CHINESE as KNOWN
from askwell.lib.zones import choosable, city

CANADA = (
    "America/Whitehorse", "America/Vancouver", "America/Edmonton", "America/Regina", "America/Winnipeg",
    "America/Toronto", "America/Montreal", "America/Halifax", "America/St_Johns",
)  # fmt: skip
Groups = list[tuple[str | Promise, list[tuple[str, str]]]]


def groups() -> Groups:
    """Those of Canada first, from west to east, then others by their city, then the rest by name; in the active
    language."""
    language = get_language() or "en"
    known = sorted(set(KNOWN) - set(CANADA), key=lambda name: city(name, language))
    rest = [name for name in choosable() if name not in KNOWN and name not in CANADA]
    return [
        (_("Canada"), [(name, city(name, language)) for name in CANADA]),
        (_("Elsewhere"), [(name, city(name, language)) for name in known]),
        (_("All time zones"), [(name, name.replace("_", " ")) for name in rest]),
    ]


class ZoneSelect(forms.Select):
    """What was chosen before stays chosen, also under an older name."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        offered = {code for _name, zones in groups() for code, _words in zones}
        others = [(one, one.replace("_", " ")) for one in value if one and one not in offered]
        self.choices = [*groups(), *([(pgettext_lazy("time zone", "So far"), others)] if others else [])]
        return super().optgroups(name, value, attrs)


class ZoneField(forms.ChoiceField):
    """A time zone."""

    widget = ZoneSelect

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=groups, **options)

    def valid_value(self, value: str) -> bool:
        try:
            return bool(zone(value))
        except UnknownZone:
            return False
