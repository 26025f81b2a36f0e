"""Sections of things that were given or published: certificates, awards, publications."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from askwell.lib.text import HAN, clean
from askwell.protocols.resumes.dates import Span, find_span
from askwell.protocols.resumes.model import Award, Certificate, Publication
from askwell.protocols.resumes.page.contact import links_in
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.parts import commas, segments, styled, tidy
from askwell.protocols.resumes.page.scores import firm_score

_SAYS_WHY = re.compile(
    r"^(?:for|in recognition|awarded|given|recognis|recogniz|pour|en reconnaissance|remis|décerné)\b|^(?:因|表彰|为)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"^[A-ZÀ-Ý][\w'’-]+,?\s+[A-Z]\b")
_LONGEST_GIVER = 60
_APART = re.compile(rf"\t|\s+[|｜]\s+|(?<=[{HAN}）]) (?=[{HAN}（])|(?<=[{HAN}）])。(?=.)")
_SENTENCES = re.compile(rf"^(?P<name>[^。]*[{HAN}）])。(?P<rest>[^。]+)$")


@dataclass(slots=True)
class _Given:
    """`summary` is what a line below says of it."""

    name: str = ""
    giver: str = ""
    date: str = ""
    summary: str = ""


def certificates(lines: Sequence[Line]) -> tuple[Certificate, ...]:
    """Name, issuer and date of each; an issuer may stand on a line of its own below."""
    return tuple(Certificate(one.name, one.giver, one.date) for one in _given(lines) if one.name)


def awards(lines: Sequence[Line]) -> tuple[Award, ...]:
    """Title, giver and date of each; below may stand who gave it, or what for."""
    return tuple(Award(one.name, one.giver, one.date, one.summary) for one in _given(lines) if one.name)


def _given(lines: Sequence[Line]) -> list[_Given]:
    found: list[_Given] = []
    dated = [find_span(line.text) is not None for line in lines]
    headed = any(_is_headed(line) for line in lines)
    for number, line in enumerate(lines):
        if found and not line.bullet and not dated[number] and _says_more(line.text, found[-1], headed):
            found[-1].summary = f"{found[-1].summary} {line.text}".strip()
            continue
        for one in _given_line(line, headed):
            if not one.name and found:
                found[-1].date = found[-1].date or one.date
                continue
            below = found and not line.bullet and not (dated[number] and found[-1].date) and not found[-1].giver
            paired = below and (lines[number - 1].bullet or _alternates(lines, dated) or firm_score(one.name) > 1)
            if paired and not one.giver:
                found[-1].giver, found[-1].date = one.name, found[-1].date or one.date
            else:
                found.append(one)
    return found


def _says_more(text: str, above: _Given, headed: bool) -> bool:
    """Whether an undated line says what something was given for, and names no other."""
    sentence = text.endswith((".", "。")) or len(text) > _LONGEST_GIVER or bool(_SAYS_WHY.match(text))
    return bool(above.date) and (sentence or (headed and bool(above.giver)))


def _is_headed(line: Line) -> bool:
    """Whether a line begins in a heavier type than it goes on in, or upright before italics."""
    spans = [span for span in line.spans if span.text.strip()]
    return spans[0].bold and not line.bold or (not spans[0].italic and any(span.italic for span in spans))


def _alternates(lines: Sequence[Line], dated: Sequence[bool]) -> bool:
    """Whether every other line has a date, and there are two lines for each."""
    return len(lines) > 1 and len(lines) == 2 * sum(dated) and not any(line.bullet for line in lines)


def _given_line(line: Line, headed: bool) -> Iterator[_Given]:
    span = find_span(line.text)
    stretch = (span.first, span.last) if span else (0, 0)
    parts, _ = segments(line, 0, *stretch)
    date = (span.start if span.alone else span.start or span.end) if span else ""
    texts = [part.text for part in parts]
    runs = [tidy(text) for text, *_ in styled(line, *stretch)]
    if not texts and date:
        yield _Given(date=date)
    elif headed and len(runs) > 1 and all(runs[:2]):
        yield _Given(runs[0].rstrip("."), ", ".join(filter(None, runs[1:])), date)
    elif headed and len(texts) == 1 and len(runs) == 1 and _SENTENCES.search(texts[0]) is None:
        yield _Given(texts[0], "", date)
    elif len(texts) > 1:
        name, giver = _name_and_giver(texts[0], texts[1])
        yield _Given(name, ", ".join([giver, *texts[2:]]), date)
    else:
        for text in texts:
            yield _Given(*_split_given(text), date)


def _name_and_giver(first: str, second: str) -> tuple[str, str]:
    turned = firm_score(first) > firm_score(second) and firm_score(second) == 0 and "certif" not in first.casefold()
    return (second, first) if turned else (first, second)


def _split_given(text: str) -> tuple[str, str]:
    bracket = re.match(r"^(?P<name>.+?)\s*[(（](?P<giver>[^()（）]{4,})[)）]$", text)
    if bracket:
        return tidy(bracket["name"]), tidy(bracket["giver"])
    colon = re.match(r"^(?P<name>.+?)\s*[:：]\s*(?P<giver>.+)$", text)
    pieces = list(commas(text))
    if sentences := _SENTENCES.match(text):
        return tidy(sentences["name"]), tidy(sentences["rest"])
    if len(pieces) == 1 and colon and firm_score(colon["giver"]):
        return tidy(colon["name"]), tidy(colon["giver"])
    if len(pieces) == 1:
        return text, ""
    if len(pieces) == 2 and pieces[1][:1].islower():
        return text, ""
    if len(pieces) == 2:
        return _name_and_giver(*pieces)
    return ", ".join(pieces[:-1]), pieces[-1]


def publications(lines: Sequence[Line]) -> tuple[Publication, ...]:
    """A publication each line. Where its title is set off in type or by a wide space, what comes after is where it was
    published, and an undated line below says more; else all of it is the title."""
    found: list[Publication] = []
    stands = False
    for line in lines:
        span = _date_in(line.text)
        one, apart = _publication(line, span)
        above = found[-1] if found else None
        if above and stands and above.date and span is None and not line.bullet and not _is_headed(line):
            found[-1] = _with_more(above, line.text)
        elif one.title:
            found.append(one)
            stands = apart
        elif above and one.date and not above.date:
            found[-1] = replace(above, date=one.date)
    return tuple(found)


def _publication(line: Line, span: Span | None) -> tuple[Publication, bool]:
    """What the line says, and whether its title or its date stands apart."""
    first, last = (span.first, span.last) if span else (0, 0)
    date = span.start if span else ""
    url = next((link for _, link in links_in(line.text)), "")
    parts = _title_and_where(line, first, last)
    if len(parts) > 1:
        where = ", ".join(filter(None, (tidy(_without_links(part)) for part in parts[1:])))
        return Publication(tidy(_without_links(parts[0])).rstrip("."), where, date, url), True
    title = _without_links(line.text[:first] + line.text[last:])
    apart = line.text[:first].endswith("\t")
    return Publication(tidy(title.replace("\t", " ").replace("()", "")), "", date, url), apart


def _title_and_where(line: Line, first: int, last: int) -> list[str]:
    """The title and what follows, where anything parts them: two types, a bar, an address. A citation stays whole: its
    date is in the middle, or it begins with who wrote it."""
    if _AUTHOR.match(line.text) or (tidy(line.text[:first]) and tidy(line.text[last:])):
        return []
    runs = [text for text, *_ in styled(line, first, last) if tidy(text)]
    runs = runs if len(runs) == 2 and _is_headed(line) else ["".join(runs)]
    parts = [part for text in runs for part in _APART.split(text) if tidy(part)]
    return _at_link(list(commas(parts[0]))) if len(parts) == 1 and links_in(parts[0]) else parts


def _at_link(pieces: list[str]) -> list[str]:
    """Where an address stands behind a comma, the first piece before it is the title."""
    linked = next((place for place, piece in enumerate(pieces) if links_in(piece)), 0)
    alone = linked > 0 and not tidy(_without_links(pieces[linked]))
    return [pieces[0], ", ".join(pieces[1:])] if alone else [", ".join(pieces)]


def _with_more(above: Publication, text: str) -> Publication:
    links = [link for _, link in links_in(text)]
    rest = tidy(_without_links(text)) if links else clean(text.replace("\t", " "))
    summary = " ".join(filter(None, (above.summary, rest)))
    return replace(above, url=above.url or next(iter(links), ""), summary=summary)


def _without_links(text: str) -> str:
    for written, _ in links_in(text):
        text = text.replace(written, "")
    return text


def _date_in(text: str) -> Span | None:
    """The date of a line, none out of an address on the web."""
    for written, _ in links_in(text):
        text = text.replace(written, "_" * len(written))
    return find_span(text)
