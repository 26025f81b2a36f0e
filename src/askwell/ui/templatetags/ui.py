"""Template tags of every page: names, faces, doors, ties, times, bars, icons. All of them escape.

Tags rather than includes: a Python function costs microseconds, an include a tenth of a millisecond.
"""

import zlib
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from functools import lru_cache
from uuid import UUID

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone, translation
from django.utils.formats import number_format
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django_htmx.jinja import htmx_script

from askwell.ui import doors as drawing
from askwell.ui import moments, rooms
from askwell.ui.icons import icon_svg
from askwell.ui.say import see_address as address_to_see
from askwell.ui.say import undo_address as address_of_undo
from askwell.ui.written import HAN, breaks, marked, spoken_in, who, zh

register = template.Library()
register.simple_tag(who)
for says in (breaks, marked, spoken_in, zh):
    register.filter(says)

FACE_TINTS = 6
FACE_SIZES = ("", "s", "l")


@register.simple_tag
def html_lang() -> str:
    """The active language as BCP 47 spells it: zh-hans → zh-Hans."""
    return rooms.bcp47(translation.get_language() or "en")


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """A Lucide icon, for the eye only: a word or a label says the same beside it."""
    return icon_svg(name, css)


@register.simple_tag
def assets() -> SafeString:
    """The sheet, the icon and the scripts of every page."""
    return _assets()


@lru_cache(maxsize=1)
def _assets() -> SafeString:
    scripts = ((static(f"ui/{name}.js"),) for name in ("askwell", "find", "draft"))
    return format_html(
        '<link rel="icon" href="{}" type="image/svg+xml"><link rel="stylesheet" href="{}">{}{}',
        static("ui/askwell.svg"),
        static("ui/askwell.css"),
        htmx_script(),
        format_html_join("", '<script src="{}" defer></script>', scripts),
    )


@register.simple_tag
def brand() -> SafeString:
    """The mark that stands before the name."""
    return drawing.doorlet("open")


@register.simple_tag
def address(name: str, key: UUID | str | None = None) -> str:
    """The path of a page that takes no arguments or one id: `{% url %}`, looked up once a process."""
    return rooms.address(name, key)


@register.simple_tag
def gap() -> str:
    """The space between two sentences, or after a colon: Chinese sets none."""
    return "" if (translation.get_language() or "").startswith("zh") else " "


@register.simple_block_tag
def sentences(content: str) -> SafeString:
    """What stands inside, a sentence a line, joined as the language joins sentences; empty lines are none."""
    said = filter(None, map(str.strip, content.splitlines()))
    return mark_safe(gap().join(said))  # noqa: S308 # a template's own output, escaped there


@register.simple_tag
def hosted() -> bool:
    """Whether people sign in with a password here (and so can sign out)."""
    return bool(settings.HOSTED)


@register.simple_tag
def language_name() -> str:
    """The active language in its own words."""
    return dict(settings.LANGUAGES).get(translation.get_language() or "en", "English")


@register.simple_tag
def language_buttons() -> SafeString:
    """One submit button a language, each in its own words."""
    return rooms.language_buttons(translation.get_language() or "en")


@register.simple_tag(takes_context=True)
def main_rooms(context: template.Context) -> SafeString:
    """The main navigation's items; the room that the request's path lies in is the current one."""
    request = context.get("request")
    path = request.path if request else ""
    programme = a_programme(context)
    here = rooms.current(path, programme=programme)
    return rooms.items(translation.get_language() or "en", *here, programme=programme)


@register.simple_tag(takes_context=True)
def a_programme(context: template.Context) -> bool:
    """Whether the viewer is at work in a programme's workspace, not in a seeker's."""
    workspace = getattr(context.get("user"), "workspace", None)
    return workspace is not None and workspace.kind == "programme"


@register.simple_tag(takes_context=True)
def workplaces(context: template.Context) -> list[tuple[UUID, str, bool]]:
    """Where the viewer may be at work: id, name ("" for their own search), and whether they are there now. One query,
    none for who has one place only."""
    user = context.get("user")
    if not getattr(user, "works_in_many", False):
        return []
    rows = user.memberships.order_by("workspace__created_at", "workspace")  # type: ignore[union-attr] # a signed-in user
    told = rows.values_list("workspace", "workspace__kind", "workspace__profile__name")
    here = user.workspace_id  # type: ignore[union-attr] # as above
    return [(key, name if kind == "programme" else "", key == here) for key, kind, name in told]


@register.simple_tag(takes_context=True)
def keys_dialog(context: template.Context) -> SafeString:
    """The list of keys that work at work in a programme, or in a search: the same on every page of one language."""
    return _keys_dialog(translation.get_language() or "en", programme=a_programme(context))


@lru_cache(maxsize=8)
def _keys_dialog(language: str, *, programme: bool) -> SafeString:
    told = [(title, key) for _address, title, key in rooms.PROGRAMME_ROOMS]
    return render_to_string("ui/parts/keys.html", {"programme": programme, "rooms": told})


@register.filter
def undo_address(message: object) -> str:
    """Where a POST takes back what a message tells of; empty where it cannot be taken back."""
    return address_of_undo(getattr(message, "extra_tags", ""))


@register.filter
def see_address(message: object) -> str:
    """Where what a message speaks of stands; empty where it names no page."""
    return address_to_see(getattr(message, "extra_tags", ""))


@register.simple_tag
def doors(opened: int, ajar: int = 0, total: int = 10) -> SafeString:
    """The row of doors: `opened` stand open, the next `ajar` are pushed ajar, the rest are shut."""
    opened, total = max(0, int(opened)), max(int(total), int(opened))
    label = _("%(opened)s of %(total)s interviews held") % {"opened": opened, "total": total}
    return format_html(
        '<div class="doors" role="img" aria-label="{}">{}</div>',
        label,
        drawing.row(opened, min(int(ajar), total - opened), total),
    )


@register.simple_tag
def doorlet(state: str, css: str = "") -> SafeString:
    """One small door: shut, knocked, ajar or open. For the eye; the word stands beside it."""
    return drawing.doorlet(state, css)


@register.simple_tag
def face(text: str, size: str = "", name: str = "") -> SafeString:
    """A round face with one or two letters; the tint follows `name` (else the text). Size "", "s" or "l"."""
    return _face(text, size, name)


@lru_cache(maxsize=4096)  # escapes always: a string marked safe equals its plain twin as a cache's key
def _face(text: str, size: str, name: str) -> SafeString:
    if size not in FACE_SIZES:
        raise ValueError(f"face size {size!r} is none of {FACE_SIZES}")
    lang = mark_safe(' lang="zh-Hans"') if HAN.search(text) else ""
    tint = zlib.crc32((name or text).encode()) % FACE_TINTS
    return format_html('<span class="face {} f{}"{} aria-hidden="true">{}</span>', size, tint, lang, escape(text))


@register.simple_tag
def tie(strength: int | None) -> SafeString:
    """Tie strength as one to three dots, with the word for who cannot see them."""
    return _tie(min(max(strength or 0, 0), 3), translation.get_language() or "en")


@lru_cache(maxsize=32)
def _tie(strength: int, language: str) -> SafeString:
    words = (_("no tie yet"), _("slight tie"), _("good tie"), _("close tie"))
    dots = mark_safe('<i class="on"></i>' * strength + "<i></i>" * (3 - strength))  # noqa: S308  # constants
    return format_html('<span class="tie" role="img" aria-label="{0}" title="{0}">{1}</span>', words[strength], dots)


@register.simple_tag
def bar(value: float, maximum: float, kind: str = "") -> SafeString:
    """How much of `maximum` is reached. Kinds: "", due, bad, still. The number stands beside it in words."""
    share = min(max(float(value) / float(maximum), 0.0), 1.0) if maximum else 0.0
    return format_html(
        '<svg class="bar {}" width="100%" aria-hidden="true"><rect width="{}%" height="100%" rx="4.5"/></svg>',
        kind,
        f"{share * 100:.4g}",
    )


@register.simple_tag
def split_bar(parts: Iterable[tuple[str, int]], css: str = "l") -> SafeString:
    """One total split into (kind, number) parts: new, merge, ask, aside; or rest for what is not counted."""
    shown = [(kind, number) for kind, number in parts if number > 0]
    return drawing.split(tuple(shown), css)


@register.simple_tag
def limits_bar(count: int, good: int, long: int, over: int) -> SafeString:
    """A count against its limits: good up to `good`, long from `long`, too long from `over`."""
    return drawing.limits(int(count), int(good), int(long), int(over))


@register.simple_tag
def kbd(key: str) -> SafeString:
    """A key of the keyboard."""
    return format_html("<kbd>{}</kbd>", key)


@register.simple_tag
def when(value: datetime | date | None, style: str = "") -> SafeString | str:
    """A moment in the viewer's zone, worded: Today 9:12, Yesterday 15:00, Thursday 10:00, 17 November.

    Style "short" abbreviates week days and drops nothing else; "full" always gives date and time.
    A date without a time is worded by its day alone; None gives nothing.
    """
    if not isinstance(value, datetime):
        return day(value, style)
    zone = timezone.get_current_timezone()
    return _when(value, zone, timezone.now().astimezone(zone).date(), translation.get_language() or "en", style)


@lru_cache(maxsize=8192)
def _when(value: datetime, zone: tzinfo, today: date, language: str, style: str) -> SafeString:
    local = value.astimezone(zone)
    words = moments.moment(local, today, language, style)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


@register.simple_tag
def day(value: datetime | date | None, style: str = "") -> SafeString | str:
    """The day of a moment in the viewer's zone, worded: Today, Yesterday, Thursday, 17 November, 11月17日."""
    if value is None:
        return ""
    there = timezone.localdate(value) if isinstance(value, datetime) else value
    return _day(there, timezone.localdate(), translation.get_language() or "en", style)


@lru_cache(maxsize=4096)
def _day(there: date, today: date, language: str, style: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', there.isoformat(), moments.day(there, today, language, style))


@register.simple_tag
def days(first: date, last: date | None) -> SafeString:
    """From a day to another, if there is one."""
    today, language = timezone.localdate(), translation.get_language() or "en"
    if last is None:
        return _day(first, today, language, "full")
    told = zip((first, last), moments.span(first, last, today, language), strict=True)
    return format_html_join(" – ", '<time datetime="{}">{}</time>', ((one.isoformat(), words) for one, words in told))


@register.filter
def count(value: int) -> str:
    """A whole number grouped as the viewer's language does: 30,000 or 30 000."""
    return number_format(value, force_grouping=True)
