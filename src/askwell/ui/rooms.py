"""The rooms of the house that the top bar leads to."""

from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise as StrPromise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ROOMS = (
    ("desk:today", _("Today"), "t"),
    ("desk:people", _("People"), "p"),
    ("outreach:threads", _("Conversations"), "c"),
    ("interviews:list", _("Interviews"), "i"),
    ("opportunities:board", pgettext_lazy("room", "Openings"), "n"),
    ("practice:home", _("Practice"), "r"),
    ("portfolio:story", _("Story"), "s"),
    ("outreach:targets", _("Targets"), "o"),
)  # address, title, the key that follows g


PROGRAMME_ROOMS = (
    ("programmes:home", pgettext_lazy("room", "Programme"), "p"),
    ("programmes:seekers", pgettext_lazy("room", "Seekers"), "s"),
    ("programmes:insiders", pgettext_lazy("room", "Insiders"), "i"),
    ("programmes:rounds", pgettext_lazy("room", "Matches"), "m"),
    ("programmes:cohorts", pgettext_lazy("room", "Cohorts"), "c"),
    ("programmes:report", pgettext_lazy("room", "Report"), "r"),
)
"""What they are for somebody at work in a programme."""

BRANCHES = {
    "desk:network": "desk:people",
    "outreach:outbox": "outreach:threads",
    "outreach:templates": "outreach:threads",
    "documents:resumes": "portfolio:story",
    "decisions:home": "portfolio:story",
    "occupations:search": "portfolio:story",
    "growth:home": "portfolio:story",
}
"""Pages outside a room's own path that belong to it."""

NOBODY = UUID(int=0)
"""Stands for the id while a path is looked up."""


def bcp47(code: str) -> str:
    """Django's language code as HTML spells it: zh-hans → zh-Hans."""
    language, dash, script = code.partition("-")
    return f"{language}-{script.title()}" if dash and len(script) == 4 else code


def current(path: str, *, programme: bool = False) -> tuple[int, bool]:
    """Which room a path lies in (-1 for none) and whether it is that room's own page."""
    addresses = _addresses(programme)
    for number, address in enumerate(addresses):
        if path == address or (address != addresses[0] and path.startswith(address)):
            return number, path == address
    branches = () if programme else _branches()
    return next((number for address, number in branches if path.startswith(address)), -1), False


@lru_cache(maxsize=64)
def items(language: str, here: int, exact: bool, *, programme: bool = False) -> SafeString:
    """The navigation's list items in the active language `language`; room number `here` is the current one."""
    mark = format_html(' aria-current="{}"', "page" if exact else "true")
    rows = [
        (address, key, mark if number == here else "", title)
        for number, (address, (_name, title, key)) in enumerate(
            zip(_addresses(programme), rooms(programme), strict=True)
        )
    ]
    return format_html_join("", '<li><a href="{}" data-go="{}"{}>{}</a></li>', rows)


@lru_cache(maxsize=8)
def language_buttons(active: str) -> SafeString:
    """A submit button for each language, marked with its language; the active one is the current one."""
    mark = format_html(' aria-current="{}"', "true")
    rows = ((code, bcp47(code), mark if code == active else "", name) for code, name in settings.LANGUAGES)
    return format_html_join("", '<button name="language" value="{}" lang="{}"{}>{}</button>', rows)


def rooms(programme: bool) -> tuple[tuple[str, StrPromise, str], ...]:
    return PROGRAMME_ROOMS if programme else ROOMS


@lru_cache(maxsize=2)
def _addresses(programme: bool) -> tuple[str, ...]:
    return tuple(address(name) for name, _title, _key in rooms(programme))


@lru_cache(maxsize=1)
def _branches() -> tuple[tuple[str, int], ...]:
    names = [name for name, _title, _key in ROOMS]
    return tuple((address(branch), names.index(room)) for branch, room in BRANCHES.items())


def address(name: str, key: UUID | str | None = None) -> str:
    """The path of a page that takes no arguments or one id: `reverse`, looked up once a process."""
    before, after = _around(name, key is not None)
    return f"{before}{key}{after}" if key else before


@lru_cache(maxsize=256)
def _around(name: str, takes_key: bool) -> tuple[str, str]:
    """What stands before and after the id in a path."""
    before, _key, after = reverse(name, args=[NOBODY] if takes_key else []).partition(str(NOBODY))
    return before, after
