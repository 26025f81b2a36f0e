"""Lucide's icons as constant SVG: drawn once a process, since going through the XML tree each time costs 50 µs."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from django.utils.safestring import SafeString, mark_safe
from lucide import IconDoesNotExist

SVG = "{http://www.w3.org/2000/svg}"


@lru_cache(maxsize=512)
def icon_svg(name: str, css: str = "") -> SafeString:
    """The icon as inline SVG, hidden from assistive technology. An unknown name raises IconDoesNotExist."""
    try:
        drawing = ElementTree.fromstring(_archive().read(f"{name}.svg"))  # noqa: S314 # the package's own
    except KeyError:
        raise IconDoesNotExist(name) from None
    for part in drawing.iter():
        part.tag = part.tag.removeprefix(SVG)
    drawing.attrib |= {"class": f"icon {css}".strip(), "aria-hidden": "true", "focusable": "false"}
    svg = re.sub(r"\s*\n\s*", "", ElementTree.tostring(drawing, encoding="unicode"))
    return mark_safe(svg.replace(" />", "/>"))  # noqa: S308 # the package's own drawing


@cache
def _archive() -> ZipFile:
    """The package's archive, open: its list of contents takes twenty times as long to read as an icon. In memory, since
    processes that are forked from one would share where they are in an open file."""
    return ZipFile(BytesIO((files("lucide") / "lucide.zip").read_bytes()))
