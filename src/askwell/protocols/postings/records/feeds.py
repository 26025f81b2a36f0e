"""RSS, Atom, and the XML in which boards hand their jobs on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from lxml import etree

from askwell.lib.text import unescape
from askwell.lib.work_words import FIRM
from askwell.protocols.postings.model import MOST_POSTINGS, Posting, PostingsError
from askwell.protocols.postings.places import place_of
from askwell.protocols.postings.records.names import meaning_of
from askwell.protocols.postings.records.records import Row, Setting, posting_of
from askwell.protocols.postings.texts import for_markup, line
from askwell.protocols.postings.words import is_only_remote, is_remote
from askwell.protocols.resumes.places import is_place

Element = Any
"""lxml has no types."""

_ITEMS = frozenset(
    ("item", "entry", "job", "position", "vacancy", "offer", "offre", "posting", "opportunity", "event", "course")
)
_DECLARES = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"&([a-zA-Z]\w{1,30});")
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_PARTED = re.compile(r"\s+[–—|·@]\s+|\s+-\s+|\s+(?:at|chez)\s+|\s*[｜丨]\s*")
_REMOTE_BEHIND = re.compile(r"\s*[(（]([^()（）]{2,40})[)）]$")
_LINK_RELS = (None, "alternate")


def is_feed(text: str) -> bool:
    """Whether a text is XML and no page."""
    head = text[:3000].lstrip("\ufeff \t\r\n")
    body = _XML_HEAD.sub("", head).lstrip()
    body = re.sub(r"^(?:<!--.*?-->|<\?.*?\?>|<!doctype[^>\[]*>|\s)+", "", body, flags=re.DOTALL | re.IGNORECASE)
    if re.match(r"<(?:rss|feed|rdf:rdf)\b", body, re.IGNORECASE) or re.match(r"<!doctype\s+rss", head, re.IGNORECASE):
        return True
    return head.startswith("<?xml") and not re.search(r"<html[\s>]|<!doctype html", head, re.IGNORECASE)


def postings_of(text: str, setting: Setting) -> list[Posting]:
    """One posting an item. Raises PostingsError("unsafe") for a document that declares entities."""
    if _DECLARES.search(text):
        raise PostingsError("unsafe")
    root = _parsed(text)
    if root is None:
        return []
    channel = next((one for one in root.iter(etree.Element) if _local(one) in ("channel", "feed")), root)
    about = " ".join(
        line(_text(one)) for one in channel if _local(one) in ("title", "description", "subtitle", "publisher")
    )
    link = next((_link(one) for one in channel if _local(one) == "link" and _link(one)), "")
    known = replace(setting, base=setting.base or link, hints=f"{setting.hints} {about}")
    found = [posting_of(Row.of(_named(item)), known) for item in islice(_items(root), MOST_POSTINGS + 1)]
    return _parted(found)


def _parsed(text: str) -> Element:
    """The document as far as it can be read, None where there is none."""
    sound = _ENTITY.sub(
        lambda found: found[0] if found[1] in _OWN else _as_number(found),
        _XML_HEAD.sub("", text.lstrip("\ufeff \t\r\n")),
    )
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(for_markup(sound).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _as_number(found: re.Match[str]) -> str:
    """HTML's entities mean nothing in XML; feeds use them all the same."""
    char = unescape(found[0])
    return "".join(f"&#{ord(one)};" for one in char) if char != found[0] else found[0]


def _items(root: Element) -> Iterator[Element]:
    """Elements that are one posting each: those of a known name that hold elements themselves."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if _local(element) in _ITEMS and sum(meaning_of(_local(one)) != "" for one in element) > 1:
            yield element
        else:
            waiting.extend(reversed([one for one in element if isinstance(one.tag, str)]))


def _named(item: Element) -> Iterator[tuple[str, Any]]:
    tags = []
    for child in item:
        name = _local(child)
        if name == "link":
            if child.get("rel") in _LINK_RELS:
                yield "link", _link(child)
        elif name == "guid":
            if child.get("isPermaLink", "true") == "true" and _text(child).startswith("http"):
                yield "shortlink", _text(child)
        elif name == "category":
            tags.append(child.get("term") or child.get("label") or _text(child))
        elif name in ("author", "creator"):
            yield from _firm(child)
        elif name == "encoded":
            yield "content encoded", _text(child)
        elif name in ("summary", "description"):
            yield "excerpt", _text(child)
        else:
            yield name, _text(child)
    yield "category", [one for one in tags if one]


def _firm(child: Element) -> Iterator[tuple[str, Any]]:
    """An author is an employer only where the name is one of a firm."""
    named = next((_text(one) for one in child if _local(one) == "name"), "") or _text(child)
    if FIRM.search(named) and "@" not in named:
        yield "hosted by", named


def _parted(found: list[Posting]) -> list[Posting]:
    """Where every title is "Role – Organisation", "Role – Place" or both, they are taken apart."""
    if any(posting.organisation for posting in found):
        return [_without_name(posting) for posting in found]
    bare = [_without_brackets(posting) for posting in found]
    split = [_PARTED.split(posting.title) for posting in bare]
    widths = Counter(min(len(parts), 2) for parts in split)
    if widths[2] < len(found):
        return found
    return [_apart(posting, parts) for posting, parts in zip(bare, split, strict=True)]


def _without_brackets(posting: Posting) -> Posting:
    """The title without "(Remote)" behind it."""
    found = _REMOTE_BEHIND.search(posting.title)
    if not found or not is_only_remote(found[1]):
        return posting
    return replace(posting, title=posting.title[: found.start()], remote=posting.remote or is_remote(found[1]))


def _apart(posting: Posting, parts: list[str]) -> Posting:
    places = [part for part in parts[1:] if is_place(part) or not place_of(part)[0]]
    named = [part for part in parts if part not in places]
    place, remote = place_of(places[0]) if places else ("", False)
    title = posting.title[: posting.title.rindex(named[-1])].rstrip(" –—|·@-｜丨") if len(named) > 1 else named[0]
    title = re.sub(r"\s+(?:at|chez)$", "", title)
    return replace(
        posting,
        title=title or posting.title,
        organisation=named[-1] if len(named) > 1 else "",
        location=posting.location or place,
        remote=posting.remote or remote,
    )


def _without_name(posting: Posting) -> Posting:
    """The title without the employer's name behind it, where that is known anyway."""
    *rest, last = _PARTED.split(posting.title)
    if rest and last.casefold() == posting.organisation.casefold():
        return replace(posting, title=_PARTED.split(posting.title)[0] if len(rest) == 1 else posting.title)
    return posting


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Element) -> str:
    """All that stands in an element, with its tags where it has some (Atom's xhtml)."""
    if len(element):
        return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    return (element.text or "").strip()


def _link(element: Element) -> str:
    return str(element.get("href") or (element.text or "")).strip()
