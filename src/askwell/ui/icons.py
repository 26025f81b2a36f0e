"""Lucide's icons as constant SVG: drawn once a process, since copying the XML tree each time costs 50 µs."""

import re
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from lucide import _render_icon


@lru_cache(maxsize=512)
def icon_svg(name: str, css: str = "") -> SafeString:
    """The icon as inline SVG, hidden from assistive technology. An unknown name raises IconDoesNotExist."""
    kinds = {"class": f"icon {css}".strip(), "aria-hidden": "true", "focusable": "false"}
    svg = re.sub(r"\s*\n\s*", "", _render_icon(name, None, **kinds))
    return mark_safe(svg.replace(" />", "/>"))  # noqa: S308  # the package's own drawing
