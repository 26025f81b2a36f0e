"""Where the words of a posting are said: on the page, only in the story, or nowhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from askwell.documents.rules.selecting import Selected
from askwell.portfolio.rules.words import Term, texts, texts_of
from askwell.portfolio.rules.words.alike import lines_of
from askwell.portfolio.rules.words.folding import is_said
from askwell.protocols.resumes import Resume


class Source(StrEnum):
    """What of a story says a word; each can be ticked."""

    LINE = "line"
    PART = "part"
    SKILL = "skill"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Found:
    """A term that only the story says. Ticking `id` puts it on the page; `where` and `when` say where it comes from."""

    term: Term
    source: Source
    id: str
    where: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The terms of a posting in three groups, each in the posting's order."""

    said: tuple[Term, ...] = ()
    in_story: tuple[Found, ...] = ()
    missing: tuple[Term, ...] = ()

    @property
    def total(self) -> int:
        return len(self.said) + len(self.in_story) + len(self.missing)


def cover(terms: Sequence[Term], resume: Resume, selected: Selected) -> Coverage:
    """A word counts as said where the page says it, or what it is made of does in another language."""
    page = lines_of("\n".join((*texts(resume), *_others(selected))))
    rest = [term for term in terms if not is_said(term.key, page)]
    found = {term: one for term in rest if (one := _found(term, selected))}
    return Coverage(
        said=tuple(term for term in terms if term not in rest),
        in_story=tuple(found[term] for term in rest if term in found),
        missing=tuple(term for term in rest if term not in found),
    )


def _others(selected: Selected) -> Iterator[str]:
    yield selected.telling.others
    for part in selected.parts:
        if part.on:
            yield part.it.others
            yield from (line.it.others for line in part.used)
    yield from (skill.it.others for skill in selected.skills if skill.on)
    yield from (tongue.it.others for tongue in selected.languages if tongue.on)


def _found(term: Term, selected: Selected) -> Found | None:
    return next(_places(term, selected), None)


def _places(term: Term, selected: Selected) -> Iterator[Found]:
    """Skills first, since one takes a word of room; then lines, then what else."""
    for skill in selected.skills:
        if not skill.on and _says(term, (skill.it.name, skill.it.others)):
            yield Found(term, Source.SKILL, skill.id, skill.it.group, "")
    for part in selected.parts:
        where, when = part.it.organisation or part.it.title, (part.it.end or part.it.start)[:4]
        for line in part.lines:
            if not (line.on and part.on) and _says(term, (line.text, line.it.others)):
                yield Found(term, Source.LINE, line.id, where, when)
        if not part.on and _says(term, texts_of(part.it)):
            yield Found(term, Source.PART, part.id, where, when)
    for tongue in selected.languages:
        if not tongue.on and _says(term, (tongue.it.name, tongue.it.others)):
            yield Found(term, Source.LANGUAGE, tongue.id, tongue.it.note, "")


def _says(term: Term, said: Iterable[str]) -> bool:
    return is_said(term.key, lines_of("\n".join(said)))
