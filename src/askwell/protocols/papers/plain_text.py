"""A document as plain text: the same words in the same order as on the page, a part a line."""

from collections.abc import Iterable
from dataclasses import replace

from askwell.protocols.papers.laid import Entry, Laid, LaidLetter, Section
from askwell.protocols.papers.laying import lay
from askwell.protocols.papers.laying_letters import lay_letter
from askwell.protocols.papers.layout import Layout, Template
from askwell.protocols.papers.letter import Letter
from askwell.protocols.papers.words import words_of
from askwell.protocols.resumes import Resume


def text(content: Resume | Letter, language: str, layout: Layout | None = None) -> str:
    """The document as text, with the words of this language. `layout` says which sections, in which order; without
    one it is the plain template's."""
    if isinstance(content, Letter):
        return _of_letter(lay_letter(replace(content, language=language)))
    return _of_resume(lay(replace(content, language=language), layout or Layout(Template.PLAIN)))


def _of_letter(laid: LaidLetter) -> str:
    blocks = ("\n\n".join(block.lines) if block.role == "body" else "\n".join(block.lines) for block in laid.blocks)
    return "\n\n".join(blocks) + "\n"


def _of_resume(laid: Laid) -> str:
    name = " ".join(part for part in (laid.name, laid.native_name) if part)
    head = "\n".join(part for part in (name, laid.headline, *(piece.text for piece in laid.reach)) if part)
    blocks = [head, *("\n".join(_lines_of(section, laid)) for section in laid.sections)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _lines_of(section: Section, laid: Laid) -> Iterable[str]:
    if section.heading:
        yield section.heading
    for place, entry in enumerate(section.entries):
        if place and section.shape == "entries":
            yield ""
        yield from _head_of(entry, section, laid)
        if entry.text:
            yield entry.text
        yield from (f"- {line}" for line in entry.lines)


def _head_of(entry: Entry, section: Section, laid: Laid) -> Iterable[str]:
    if section.shape == "rows":
        yield words_of(laid.language).colon.join(part for part in (entry.first, entry.second) if part)
        return
    parts = (entry.first, entry.when, entry.second) if laid.when_first else (entry.first, entry.second, entry.when)
    if section.shape == "short":
        yield words_of(laid.language).comma.join(part for part in (entry.first, entry.second, entry.when) if part)
        return
    yield from (part for part in parts if part)
