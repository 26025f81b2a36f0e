"""From a resume and a layout to the words on the page."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from askwell.protocols.papers import parts
from askwell.protocols.papers.cleaning import cleaned
from askwell.protocols.papers.laid import Entry, Laid, Section, Shape
from askwell.protocols.papers.layout import SECTIONS, Layout, Template, order_of
from askwell.protocols.papers.reach import is_chinese, reach_of
from askwell.protocols.papers.words import CHINESE, Words, words_of
from askwell.protocols.resumes import Resume

# A summary at the head of these needs no heading.
_BARE_SUMMARY = {Template.CLASSIC, Template.ACADEMIC}


def lay(resume: Resume, layout: Layout) -> Laid:
    """What is printed of a resume, in order."""
    resume = cleaned(resume)
    words = words_of(resume.language)
    name, other = _names(resume, words)
    return Laid(
        language=words.tag,
        title=words.comma.join(part for part in (name, words.document) if part),
        name=name,
        native_name=other,
        headline=resume.headline,
        reach=reach_of(resume, words),
        sections=tuple(_sections(resume, layout, words)),
        when_first=layout.template in (Template.CLASSIC, Template.FRENCH, Template.ACADEMIC),
        right_to_left=runs_right_to_left(_said(resume)),
    )


def _names(resume: Resume, words: Words) -> tuple[str, str]:
    """The name that stands first, and the other: on a Chinese page the Chinese one leads."""
    names = [resume.name, resume.native_name]
    if words.tag == CHINESE and is_chinese(resume.native_name):
        names.reverse()
    first, second = (*dict.fromkeys(filter(None, names)), "", "")[:2]
    return first, second


@dataclass(frozen=True, slots=True)
class Group:
    """Sections that can only be moved together: one that is printed, with those beside it that have nothing to say.
    `heading` is in the language of the page."""

    codes: tuple[str, ...]
    heading: str


def groups(resume: Resume, layout: Layout) -> tuple[Group, ...]:
    """All sections of the order, as they stand on the page."""
    order, words = layout.order or order_of(layout.template), words_of(resume.language)
    printed = {}
    for section in lay(resume, layout).sections:
        first = min(section.code.split(" and "), key=order.index)
        printed[first] = section.heading or words.headings[section.code]
    return tuple(_grouped(order, printed))


def _grouped(order: Iterable[str], printed: Mapping[str, str]) -> Iterator[Group]:
    codes: tuple[str, ...] = ()
    heading = ""
    for code in order:
        if code in printed and heading:
            yield Group(codes, heading)
            codes = ()
        heading = printed.get(code, heading)
        codes = (*codes, code)
    if heading:
        yield Group(codes, heading)


def runs_right_to_left(texts: Iterable[str]) -> bool:
    """Whether more letters run from right to left than from left to right."""
    right = left = 0
    for text in texts:
        if text.isascii():
            left += len(text)
            continue
        kinds = [unicodedata.bidirectional(letter) for letter in text]
        right += sum(kind in ("R", "AL") for kind in kinds)
        left += kinds.count("L")
    return right > left


def _said(resume: Resume) -> Iterable[str]:
    jobs = resume.work + resume.volunteering
    return (resume.name, resume.summary, *(job.title for job in jobs), *(line for job in jobs for line in job.lines))


def _sections(resume: Resume, layout: Layout, words: Words) -> Iterable[Section]:
    order = [code for code in dict.fromkeys(layout.order or order_of(layout.template)) if code in SECTIONS]
    if layout.volunteering_with_work and "experience" in order:
        order = [code for code in order if code != "volunteering"]
    skipped = ""
    for code, following in zip(order, [*order[1:], ""], strict=True):
        if code == skipped:
            continue
        both = {code, following} == {"skills", "languages"} and _merges(resume, layout)
        skipped = following if both else ""
        section = parts.skills_and_languages(resume, words, code) if both else _section(code, resume, layout, words)
        entries = tuple(_upright(entry, section.shape) for entry in section.entries if entry != Entry())
        if entries:
            yield replace(section, entries=entries)


def _upright(entry: Entry, shape: Shape) -> Entry:
    return entry if entry.first or shape == "rows" else replace(entry, first=entry.second, second="")


def _merges(resume: Resume, layout: Layout) -> bool:
    return layout.template is not Template.ACADEMIC and bool(resume.skills and resume.languages)


def _section(code: str, resume: Resume, layout: Layout, words: Words) -> Section:
    if code in ("experience", "volunteering", "teaching"):
        return parts.jobs(code, resume, layout, words)
    if code == "education":
        return parts.schooling(resume, layout, words)
    shape, entries = parts.MAKERS[code](resume, words)
    bare = code == "summary" and layout.template in _BARE_SUMMARY and not _after_others(layout)
    heading = "" if bare else words.headings[parts.heading_code(code, entries)]
    return Section(code, heading, shape, entries)


def _after_others(layout: Layout) -> bool:
    return (layout.order or order_of(layout.template))[0] != "summary"
