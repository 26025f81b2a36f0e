"""Who somebody is: what a resume says beside what is told already."""

from collections.abc import Mapping
from dataclasses import dataclass

from askwell.lib.links import normalise_link
from askwell.portfolio.rules.bringing.matching import told
from askwell.protocols.resumes import Link, Resume

COLUMNS = ("name", "native_name", "email", "phone", "place", "region", "country", "headline", "summary")


@dataclass(frozen=True, slots=True)
class Fact:
    """What the resume says of a `column`, and what stands `now`."""

    column: str
    said: str
    now: str

    @property
    def key(self) -> str:
        return f"head-{self.column}"

    @property
    def is_blank(self) -> bool:
        return not self.now

    @property
    def is_same(self) -> bool:
        return bool(self.now) and told(self.said) == told(self.now)


@dataclass(frozen=True, slots=True)
class NewLink:
    key: str
    link: Link


def facts(resume: Resume, now: Mapping[str, str]) -> tuple[Fact, ...]:
    """All that the resume says; nothing of what it does not say."""
    said = {column: str(getattr(resume, column)) for column in COLUMNS}
    return tuple(Fact(column, text, now.get(column, "")) for column, text in said.items() if text)


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
