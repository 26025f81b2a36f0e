"""Names and words that somebody wrote, as HTML: escaped, each run marked with its language."""

import re
from functools import lru_cache

from django.utils import translation
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
ADDRESS = re.compile("[@/]")
ADDRESS_JOINT = re.compile(r"(?<=[@/])(?=\w)|(?=\.\w)(?<=\w)")


def put(sentence: str, **words: object) -> SafeString:
    """The sentence with its %(words)s filled in, everything escaped that is not markup already."""
    filled = {key: word if isinstance(word, SafeString) else escape(str(word)) for key, word in words.items()}
    return mark_safe(conditional_escape(sentence) % filled)  # noqa: S308 # both sides are escaped


def who(latin: str, native: str = "") -> SafeString:
    """A person's name: the native one first, then the Latin one, each marked with its language."""
    return _who(latin, native, (translation.get_language() or "").startswith("zh"))


@lru_cache(maxsize=4096)  # escapes always, as above
def _who(latin: str, native: str, chinese_page: bool) -> SafeString:
    parts = [_native(native)] if native else []
    if latin and latin != native:
        run = '<span lang="en">{}</span>' if chinese_page and not HAN.search(latin) else "{}"
        parts.append(format_html(run, breaks(latin) if ADDRESS.search(latin) else escape(latin)))
    return mark_safe(" ".join(parts))  # noqa: S308  # every part is escaped above


def _native(name: str) -> SafeString:
    wrap = '<span class="zh" lang="zh-Hans">{}</span>' if HAN.search(name) else "<bdi>{}</bdi>"
    return format_html(wrap, escape(name))


def breaks(text: str) -> SafeString:
    """The text with places where an address in it may break, so that no word of it is cut in the middle."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in ADDRESS_JOINT.split(str(text))))


def spoken_in(text: str) -> str:
    """The lang of a field that holds this text, as `zh` has it for a run; empty where the page's own is right."""
    chinese_page = (translation.get_language() or "").startswith("zh")
    return "zh-Hans" if HAN.search(text) else "en" if text and chinese_page else ""


def zh(text: str) -> SafeString:
    """The text, marked as Chinese when it holds Chinese characters, and on a Chinese page as English when it
    holds none: quotation marks take their width from the language."""
    if HAN.search(text):
        return format_html('<span lang="zh-Hans">{}</span>', text)
    if text and (translation.get_language() or "").startswith("zh"):
        return format_html('<span lang="en">{}</span>', text)
    return conditional_escape(text)


def listed(*parts: str) -> SafeString:
    """A title and an employer, or other such parts, with a comma between those that there are; each is marked as `zh`
    does, the comma is the page's."""
    return format_html_join(_(", "), "{}", ((zh(part),) for part in parts if part))


def marked(text: str, query: str) -> SafeString:
    """The text with every occurrence of the query's words marked, whatever their case."""
    words = [re.escape(word) for word in query.split()]
    if not words:
        return conditional_escape(text)
    pieces = re.split(f"({'|'.join(words)})", text, flags=re.IGNORECASE)
    shown = (f"<mark>{escape(piece)}</mark>" if turn % 2 else escape(piece) for turn, piece in enumerate(pieces))
    return mark_safe("".join(shown))  # noqa: S308  # every piece is escaped above
