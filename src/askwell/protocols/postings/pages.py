"""A saved page: what it marks up of postings, or else what its text says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from askwell.lib.text import fold
from askwell.protocols.html_text import text_of
from askwell.protocols.postings.linked import marked
from askwell.protocols.postings.linked.lenient import values
from askwell.protocols.postings.linked.reading import postings_of
from askwell.protocols.postings.links import absolute
from askwell.protocols.postings.model import Posting, Remark
from askwell.protocols.postings.plain.prose import is_employer
from askwell.protocols.postings.plain.reading import posting_in
from askwell.protocols.postings.texts import block, for_markup, line

Element = Any
"""lxml has no types."""

_LINKED = re.compile(r"application/ld\+json", re.IGNORECASE)
_BESIDE = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "form",
    "button",
    "dialog",
    "iframe",
    "nav",
    "aside",
    "select",
)
_AROUND = ("header", "footer")
_LONGEST_BODY = 200_000
_COMPARED = 100
"""Addresses of postings of one title that another one's is compared with."""
_SITE = re.compile(r"\s*[|·•｜»]\s*|\s+[-–—]\s+|\s+::\s+")
_BOARDS = re.compile(
    r"\b(?:indeed|linkedin|glassdoor|monster|workopolis|job ?bank|guichet.emplois|jobs?|careers?|emplois?|carri[eè]res?"
    r"|eluta|jobillico|jooble|talent\.com|ziprecruiter|wellfound|charity ?village|go ?volunteer)\b|招聘|求职|人才网"
    r"|直聘",
    re.IGNORECASE,
)


def is_page(text: str) -> bool:
    """Whether a text is HTML, whole or a piece of it."""
    return bool(
        re.search(
            r"<!doctype html|<(?:html|head|body|div|p|span|h[1-6]|script|article|section|main|table|ul|br)\b[^>]*>",
            text[:200_000],
            re.IGNORECASE,
        )
    )


@dataclass(frozen=True, slots=True)
class _Page:
    root: Element
    base: str
    own: str
    """Where the page says that it is, or is."""


def read_page(text: str, address: str) -> tuple[list[Posting], list[Remark]]:
    """Every posting that the page marks up, else the one that its text tells of."""
    page = _opened(text, address)
    if page is None:
        return [], []
    found, repaired = _marked_up(page)
    if found:
        alone = len(found) == 1 and not found[0].url
        return ([replace(found[0], url=page.own)] if alone else found), [Remark.of("repaired")] * repaired
    posting = _told(page)
    return ([posting] if posting else []), []


def _opened(text: str, address: str) -> _Page | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(for_markup(text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    canonical = next(_attributes(root, "link", "rel", "canonical", "href"), "") or _meta(root, "og:url")
    own = absolute(canonical, address) or absolute(address)
    base = absolute(next((one.get("href", "") for one in root.iter("base")), ""), own) or own
    return _Page(root, base, own)


def _marked_up(page: _Page) -> tuple[list[Posting], bool]:
    scripts = [one.text or "" for one in page.root.iter("script") if _LINKED.search(one.get("type") or "")]
    read = [values(script) for script in scripts if script.strip()]
    found = postings_of([value for some, _ in read for value in some], page.base)
    for dialect in (marked.MICRODATA, marked.RDFA):
        found += postings_of(marked.nodes_in(page.root, dialect), page.base)
    return _each_once(found), any(repaired for _, repaired in read)


def _each_once(found: list[Posting]) -> list[Posting]:
    """What a page says twice, in JSON-LD and in its elements, is one."""
    known: dict[tuple[str, str], list[str]] = {}
    kept: list[Posting] = []
    for posting in found:
        links = known.setdefault((posting.kind, fold(posting.title)), [])
        if not links or (posting.url and "" not in links and posting.url not in links[-_COMPARED:]):
            kept.append(posting)
            links.append(posting.url)
    return kept


def _told(page: _Page) -> Posting | None:
    heading = next((text for one in page.root.iter("h1") if (text := line(" ".join(one.itertext())))), "")
    shown = line(next((one.text or "" for one in page.root.iter("title")), ""))
    title = heading or line(_meta(page.root, "og:title")) or shown
    body = _body(page.root)
    source = str(etree.tostring(body, encoding="unicode", method="html"))[:_LONGEST_BODY]
    text = block(text_of(source, bare=True))
    posting = posting_in(text, title=title, url=page.own)
    if posting and not posting.organisation:
        return replace(posting, organisation=_site(page.root, heading, shown, text))
    return posting


def _site(root: Element, heading: str, shown: str, text: str) -> str:
    """The employer whose page it is, where the window's title says so and the text agrees."""
    parts = [part for part in _SITE.split(shown) if part]
    names = [part for part in parts[1:] if heading and fold(parts[0]) == fold(heading)]
    names += [line(_meta(root, "og:site_name"))]
    return next((name for name in names if name and not _BOARDS.search(name) and is_employer(name, text)), "")


def _body(root: Element) -> Element:
    """What the page is about, without what stands around it. The tree is cut."""
    main = next((one for one in root.iter("main", "article") if len(" ".join(one.itertext())) > 200), None)
    if main is None:
        main = next(_elements(root, "role", "main"), None)
    inside = main if main is not None else next(root.iter("body"), root)
    gone = _BESIDE if main is not None else (*_BESIDE, *_AROUND)
    for element in [one for one in inside.iter(*gone) if one is not inside]:
        if element.getparent() is not None and not (element.tag in _AROUND and element.find(".//h1") is not None):
            _drop(element)
    return inside


def _drop(element: Element) -> None:
    """Take an element out and leave what follows it."""
    parent, before = element.getparent(), element.getprevious()
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + " " + tail
    else:
        parent.text = (parent.text or "") + " " + tail
    parent.remove(element)


def _meta(root: Element, name: str) -> str:
    return next(_attributes(root, "meta", "property", name, "content"), "") or next(
        _attributes(root, "meta", "name", name, "content"), ""
    )


def _attributes(root: Element, tag: str, name: str, value: str, wanted: str) -> Iterator[str]:
    return (one.get(wanted) for one in root.iter(tag) if (one.get(name) or "").lower() == value and one.get(wanted))


def _elements(root: Element, name: str, value: str) -> Iterator[Element]:
    return (one for one in root.iter(etree.Element) if one.get(name) == value)
