"""Who somebody is: what a resume says beside what is told already."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from askwell.lib.links import normalise_link
from askwell.lib.text import HAN
from askwell.portfolio.rules.bringing.matching import told
from askwell.protocols.resumes import Link, Resume

COLUMNS = ("name", "native_name", "email", "phone", "place", "region", "country", "headline", "summary")

_han = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Fact:
    """What the resume says of a `column`, and what stands `now`; `beside`: what it says in another language, which
    stays. `is_moved`: what stands now is kept in another column."""

    column: str
    said: str
    now: str
    beside: str = ""
    is_moved: bool = False

    @property
    def key(self) -> str:
        return f"head-{self.column}"

    @property
    def is_blank(self) -> bool:
        return not self.now

    @property
    def is_safe(self) -> bool:
        """Nothing that stands now is lost by it."""
        return self.is_blank or self.is_moved

    @property
    def is_same(self) -> bool:
        return bool(self.now) and told(self.said) == told(self.now)


@dataclass(frozen=True, slots=True)
class NewLink:
    key: str
    link: Link


def facts(
    resume: Resume, now: Mapping[str, str], elsewhere: Mapping[str, str] = MappingProxyType({})
) -> tuple[Fact, ...]:  # fmt: skip
    """All that the resume says; nothing of what it does not say. A name in Chinese goes beside one in Latin letters,
    and the other way round. `elsewhere`: what columns say in another language."""
    said = {column: str(getattr(resume, column)) for column in COLUMNS}
    names, is_moved = _names(said["name"], said["native_name"], now)
    said |= names
    beside = {column: text for column, text in elsewhere.items() if not now.get(column)}
    return tuple(
        Fact(column, text, now.get(column, ""), beside.get(column, ""), is_moved and column == "name")
        for column, text in said.items()
        if text
    )


def _names(name: str, native: str, now: Mapping[str, str]) -> tuple[dict[str, str], bool]:
    """Both names, each in the column of its script, and whether the one that stands goes to the other column."""
    there, there_native = now.get("name", ""), now.get("native_name", "")
    if not name or not there or native or bool(_han.search(name)) == bool(_han.search(there)):
        return {}, False
    if _han.search(name):
        return {"name": "", "native_name": name}, False
    return ({"native_name": there}, True) if not there_native else ({}, there == there_native)


def new_links(resume: Resume, now: tuple[Link, ...]) -> tuple[NewLink, ...]:
    """Web addresses that the story does not have."""
    every = (*resume.links, *([Link(resume.url)] if resume.url else []))
    there = {link.url.casefold().rstrip("/") for link in now}
    found: dict[str, NewLink] = {}
    for n, link in enumerate(every):
        url = normalise_link(link.url)
        if url and (plain := url.casefold().rstrip("/")) not in there:
            found.setdefault(plain, NewLink(f"link-{n}", Link(url, link.network, link.username)))
    return tuple(found.values())
