"""HTML of mails and pages as plain text: what a reader sees, nothing loaded, nothing run.

One look at each tag, of bounded length, so the time grows with the size and no faster (the standard library's parser
starts anew at each unclosed tag). What is hidden (scripts, styles, `display: none`) is left out: who reads the text
must not be told what the eye is not shown.
"""

import re
from dataclasses import dataclass, field

from askwell.lib.text import unescape

LONGEST = 600_000
MOST_QUOTES = 20
_LONGEST_TAG = 8_000
_SILENT = frozenset(
    ("script", "style", "head", "title", "template", "svg", "math", "object", "iframe", "noembed", "select", "textarea")
)
_BLOCKS = frozenset(
    (
        "div",
        "p",
        "table",
        "tr",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "pre",
        "hr",
        "address",
        "center",
        "dl",
        "dt",
        "dd",
        "form",
        "fieldset",
        "figure",
        "main",
        "nav",
        "aside",
        "body",
        "html",
        "tbody",
        "thead",
    )
)
_APART = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre"))
_TAG = re.compile(r"(/?)([a-zA-Z][\w:-]{0,30})")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HIDDEN = re.compile(
    r"\bstyle\s*=\s*[\"'][^\"']*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all)",
    re.I,
)
_HIDDEN_ITSELF = re.compile(r"(?:^|\s)hidden(?=[\s=/]|$)", re.I)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "wbr"))
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class _Page:
    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    quotes: int = 0
    kept: int = 0
    """Levels of <pre>: white space counts."""
    link: str = ""
    linked: int = 0
    unclosed: set[str] = field(default_factory=set)
    """Names of hidden elements that never end: these are read, and their ends not looked for again."""
    bare: bool = False
    """Without the addresses of links and the marks of quoted parts."""

    def say(self, text: str) -> None:
        if self.kept:
            first, *others = text.replace("\r", "").split("\n")
            self.line.append(first)
            for each in others:
                self.end_line()
                self.line.append(each)
            return
        text = _SPACES.sub(" ", text)
        if text.startswith(" ") and (not self.line or self.line[-1].endswith(" ")):
            text = text[1:]
        if text:
            self.line.append(text)

    def end_line(self, *, even_empty: bool = True) -> None:
        text = "".join(self.line).rstrip().replace("\xa0", " ").rstrip()
        if text or even_empty:
            self.lines.append("> " * self.quotes + text if text else (">" if self.quotes else ""))
        self.line = []

    def leave_blank(self) -> None:
        self.end_line(even_empty=False)
        if self.lines and self.lines[-1] not in ("", ">"):
            self.lines.append(">" if self.quotes else "")


def text_of(source: str, *, bare: bool = False) -> str:
    """The text of a page: lines, blank ones between paragraphs; links with their address behind them and quoted parts
    marked "> ", unless it is to be `bare`."""
    source = source[:LONGEST]
    lower = source.lower()
    page = _Page(bare=bare)
    place = 0
    while (at := source.find("<", place)) >= 0:
        if at > place:
            page.say(unescape(source[place:at]))
        place = _tag(page, source, lower, at)
    page.say(unescape(source[place:]))
    page.end_line(even_empty=False)
    return re.sub(r"\n(?:[ >]*\n){2,}", "\n\n", "\n".join(page.lines)).strip("\n")


def _tag(page: _Page, source: str, lower: str, at: int) -> int:
    """What stands at a "<"; returns where to read on."""
    if source.startswith("<!--", at):
        end = source.find("-->", at + 4)
        return len(source) if end < 0 else end + 3
    found = _TAG.match(source, at + 1)
    if not found:
        if source[at + 1 : at + 2] in ("!", "?", "/"):
            return _end_of_tag(source, at)
        page.say("<")
        return at + 1
    end = _end_of_tag(source, at)
    name, attributes = found[2].lower(), source[found.end() : end - 1]
    if found[1]:
        _close(page, name)
        return end
    if _is_hidden(name, attributes) and name not in page.unclosed and not attributes.endswith("/"):
        past = _past(lower, name, end)
        if past is not None:
            return past
        page.unclosed.add(name)
    _open(page, name, attributes)
    return end


def _end_of_tag(source: str, at: int) -> int:
    """Past the ">" that ends the tag, but not one within quotation marks."""
    limit = min(len(source), at + _LONGEST_TAG)
    end = source.find(">", at, limit)
    if end < 0:
        return min(len(source), at + 1)
    inside = source[at:end]
    if inside.count('"') % 2 == 1:
        closing = source.find('"', end, limit)
        further = source.find(">", closing, limit) if closing >= 0 else -1
        end = further if further >= 0 else end
    return end + 1


def _is_hidden(name: str, attributes: str) -> bool:
    if name in _SILENT or name in _VOID:
        return name in _SILENT
    return bool(_HIDDEN.search(attributes) or _HIDDEN_ITSELF.search(_QUOTED.sub("''", attributes)))


def _past(lower: str, name: str, place: int) -> int | None:
    """Past the end tag of an element that is left out, with those of its name inside it; None when it never ends."""
    level = 1
    flat = name in ("script", "style", "title")
    for found in re.compile(rf"<(/?){re.escape(name)}(?=[\s>/])").finditer(lower, place):
        level += -1 if found[1] else 1
        if level == 0 or (found[1] and flat):
            end = lower.find(">", found.end())
            return len(lower) if end < 0 else end + 1
    return len(lower) if flat else None


def _open(page: _Page, name: str, attributes: str) -> None:
    if name == "br":
        page.end_line()
    elif name in ("td", "th"):
        page.say(" ")
    elif name in _BLOCKS:
        if name in _APART or name == "blockquote":
            page.leave_blank()
        page.end_line(even_empty=False)
        if name == "li":
            page.line.append("- ")
        page.quotes = min(MOST_QUOTES, page.quotes + (name == "blockquote" and not page.bare))
        page.kept += name == "pre"
    elif name == "a" and not page.bare:
        found = _HREF.search(attributes)
        target = unescape(next((each for each in found.groups() if each), "") if found else "").strip()
        page.link = target if target.lower().startswith(("http://", "https://")) and len(target) < 2000 else ""
        page.linked = len(page.line)


def _close(page: _Page, name: str) -> None:
    if name == "a" and page.link:
        shown = "".join(page.line[page.linked :]).strip()
        if shown and shown.rstrip("/") not in (page.link.rstrip("/"), page.link.partition("://")[2].rstrip("/")):
            page.line.append(f" <{page.link}>")
        page.link = ""
    elif name in _BLOCKS:
        page.end_line(even_empty=False)
        page.quotes = max(0, page.quotes - (name == "blockquote"))
        page.kept = max(0, page.kept - (name == "pre"))
        if name in _APART:
            page.leave_blank()
