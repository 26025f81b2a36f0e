"""What is said of pages that were laid out."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.protocols.papers import Pictured


@dataclass(frozen=True, slots=True)
class Room:
    """How full a document is: a word for the eye, whether that is well, and what to do. `fits_in`: pages that may be
    allowed, in which it fits as it is."""

    said: str
    is_well: bool
    advice: str = ""
    fits_in: int = 0


def room_of(made: Pictured, allowed: int, most: int = 0) -> Room:
    """`most` pages may be allowed; 0: no more than are."""
    if made.overflow:
        over = ngettext("%(n)s page", "%(n)s pages", made.pages) % {"n": made.pages}
        wanted = ngettext("%(n)s is allowed", "%(n)s are allowed", allowed) % {"n": allowed}
        advice = _("Set as small as it can be read, it still does not fit: untick a line or shorten one.")
        said = _("%(pages)s, %(allowed)s") % {"pages": over, "allowed": wanted}
        return Room(said, False, advice, made.pages if made.pages <= most else 0)
    left = round((1 - made.fill) * 100)
    pages = _("one page") if made.pages == 1 else ngettext("%(n)s page", "%(n)s pages", made.pages) % {"n": made.pages}
    said = _("%(pages)s, %(left)s %% left") % {"pages": pages, "left": left} if left > 0 else pages
    return Room(said, True, _advice(made))


def _advice(made: Pictured) -> str:
    if made.missing_glyphs:
        return _("No font here shows: %(letters)s") % {"letters": " ".join(made.missing_glyphs)}
    if made.pages > 1 and made.fill < 0.25:
        return _("The last page is nearly empty: a reader sees a resume that did not fit.")
    return ""
