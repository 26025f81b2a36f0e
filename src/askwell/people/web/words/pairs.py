"""Why two records are or are not one person, in words."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from askwell.ui.written import ADDRESS, HAN, breaks, zh

SAYS_LITTLE = 0.5
"""Below so many bits, a reason speaks neither for one person nor for two."""

_WORDS = {
    "name_same": gettext_lazy("The same name, written in two ways: “%(one)s” and “%(other)s”."),
    "name_close": gettext_lazy("“%(one)s” and “%(other)s” can be one person’s names."),
    "name_initials": gettext_lazy("The initials fit: “%(one)s” and “%(other)s”."),
    "given_name_only": gettext_lazy("The given name agrees, the family name does not: “%(one)s” and “%(other)s”."),
    "family_name_only": gettext_lazy("Only the family name agrees: “%(one)s” and “%(other)s”."),
    "names_differ": gettext_lazy("Two names: “%(one)s” and “%(other)s”."),
    "email_same": gettext_lazy("The same e-mail: %(one)s."),
    "email_shared": gettext_lazy("The same e-mail, but several people use it: %(one)s."),
    "email_alike": gettext_lazy("Two e-mails that are almost the same: %(one)s and %(other)s."),
    "phone_same": gettext_lazy("The same telephone number: %(one)s."),
    "phone_shared": gettext_lazy("The same telephone number, but several people use it: %(one)s."),
    "profile_same": gettext_lazy("The same LinkedIn profile."),
    "two_profiles": gettext_lazy("Two profiles are usually two people."),
    "employer_same": gettext_lazy("One employer, written in two ways: “%(one)s” and “%(other)s”."),
    "employer_former": gettext_lazy("A note tells of an employer before: “%(one)s” and “%(other)s”."),
    "employer_alike": gettext_lazy("“%(one)s” and “%(other)s” may be one employer."),
    "employers_differ": gettext_lazy("Two employers, “%(one)s” and “%(other)s”; people do change."),
    "title_same": gettext_lazy("The same work: “%(one)s” and “%(other)s”."),
    "title_alike": gettext_lazy("Similar work: “%(one)s” and “%(other)s”."),
}
_ONE_VALUE = {
    "name_same": gettext_lazy("The same name: “%(one)s”."),
    "employer_same": gettext_lazy("The same employer: “%(one)s”."),
    "title_same": gettext_lazy("The same role: “%(one)s”."),
}
_TWO_SCRIPTS = {
    "name_same": gettext_lazy("The same name in two scripts: “%(one)s” and “%(other)s”."),
    "employer_same": gettext_lazy("One employer in two languages: “%(one)s” and “%(other)s”."),
}
_FACTS = {
    "name": "name", "given": "name", "family": "name", "names": "name", "email": "email", "phone": "phone",
    "profile": "link", "two": "link", "employer": "employer", "employers": "employer", "title": "role",
}  # fmt: skip

Told = Sequence[Any]
"""A reason as it is stored: code, one's value, the other's, bits; see `rules.linkage.Reason.as_json`."""


def reason_words(reasons: Sequence[Told]) -> list[tuple[str, SafeString]]:
    """Each reason as ("for", "against" or "neutral"; a sentence): by the sign of its bits, values quoted and each
    marked with its language."""
    return [(side_of(bits), _sentence(code, one, other)) for code, one, other, bits in reasons]


def side_of(bits: float) -> str:
    """For one person, against it, or neutral."""
    return "neutral" if abs(bits) < SAYS_LITTLE else "for" if bits > 0 else "against"


def fact_of(code: str) -> str:
    """The line of a comparison that a reason belongs to: name, employer, role, email, phone or link."""
    return _FACTS[code.partition("_")[0]]


def _sentence(code: str, one: str, other: str) -> SafeString:
    words = _WORDS[code]
    if one == other and code in _ONE_VALUE:
        words = _ONE_VALUE[code]
    elif bool(HAN.search(one)) != bool(HAN.search(other)) and code in _TWO_SCRIPTS:
        words = _TWO_SCRIPTS[code]
    values = {"one": _shown(one), "other": _shown(other)}
    return mark_safe(escape(words) % values)  # noqa: S308 - values are escaped by `_shown`


def _shown(value: str) -> SafeString:
    return breaks(value) if ADDRESS.search(value) and not HAN.search(value) else zh(value)
