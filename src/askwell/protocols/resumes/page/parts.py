"""Lines above an entry taken apart at what parts them: wide spaces, bars, dashes, bold type, then commas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from askwell.lib.text import HAN, clean
from askwell.protocols.resumes.degrees import has_degree
from askwell.protocols.resumes.page.lines import Line, Span
from askwell.protocols.resumes.page.scores import firm_score, title_score
from askwell.protocols.resumes.places import is_place, is_wider

_BETWEEN = re.compile(
    r"\t|\s*[|｜•·●∙■]\s*|\s+[–—―]+\s*|\s*[–—―]+\s+|\s+-{1,2}\s+|\s+[@/]\s+|\s{3,}|(?<=[^\d\s])\s*[–—]\s*(?=\D)"
    rf"|(?<=[{HAN}）]) (?=[{HAN}（])"
)
_AT = re.compile(r"\s+(?:at|chez|with)\s+(?=[A-ZÀ-Ý])")
_COMMA = re.compile(r"\s*[,，、;；]\s*(?![^()（）]*[)）])")
_LEGAL = re.compile(
    r"(?:inc|ltd|llc|llp|corp|co|ltée|ltee|enr|plc|gmbh|s\.?a|sarl|ph\.?d|cpa|p\.?eng|mba|jr|sr)\.?", re.IGNORECASE
)
_REMOTE = re.compile(
    r"(?:fully\s+)?(?:remote|hybrid|on-?site|à distance|télétravail|hybride|远程|远程办公|混合办公)", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")
NOTE = re.compile(
    r"(?:volunteer|unpaid|part[\s-]time|full[\s-]time|contract|casual|seasonal|temporary|interim|acting|remote|from"
    r"|promoted|formerly|on call|evenings?|weekends?|weekdays?|mornings?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|bénévole|(?:à )?temps (?:partiel|plein)|contractuel\w*|occasionnel\w*|saisonni\w+|intérimaire|d['’]abord"
    r"|auparavant|en soirée|le soir|les? (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?"
    r"|(?:les )?fins? de semaine)\b|志愿者|义工|兼职|全职|实习|合同|临时|远程|每周|周末|晚间|晚上|由",
    re.IGNORECASE,
)
"""How what a bracket says of a job begins when it says when or how, and no more of what."""
_SIZED = re.compile(r"\s*[(（]\d[^()（）]*[^\d()（）][)）]$")
_EMPTY = re.compile(r"[(（][\s,，]*[)）]")
_WORDS_OF_A_TOWN = 3
_EDGES = " \t,，、;；:：|·•–—-"


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands apart in a header: its pieces between commas, places taken off. `line` counts header lines;
    `placed`: a place stood at its end."""

    pieces: tuple[str, ...]
    line: int
    bold: bool = False
    italic: bool = False
    placed: bool = False

    @property
    def text(self) -> str:
        return ", ".join(self.pieces)


def segments(line: Line, number: int, first: int = 0, last: int = 0, town: str = "") -> tuple[list[Segment], str]:
    """The segments of a line without its date (the stretch first to last of its text), and the place named in it;
    `town` is a place also where it is not known here."""
    found: list[Segment] = []
    places: list[str] = []
    for text, bold, italic in styled(line, first, last):
        for part in _cut(text):
            pieces, place = without_place(list(commas(part)), town)
            places += [place] if place else []
            if pieces:
                found.append(Segment(tuple(pieces), number, bold, italic, bool(place)))
    return found, next(iter(places), "")


def commas(text: str) -> Iterator[str]:
    """The pieces between commas outside of brackets; "Inc." stays with what stands before."""
    pieces: list[str] = []
    for piece in _COMMA.split(text):
        if pieces and _LEGAL.fullmatch(piece):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        elif piece.strip(_EDGES):
            pieces.append(piece.strip(_EDGES))
    return iter(pieces)


def _cut(text: str) -> Iterator[str]:
    for part in _BETWEEN.split(_EMPTY.sub("", text)):
        for side in _AT.split(part, maxsplit=1):
            yield from _at_brackets(side.strip(_EDGES))


def _at_brackets(text: str) -> Iterator[str]:
    """The text in two where a bracket opens that was closed behind the date; without one that stands alone."""
    opened = max(text.rfind("("), text.rfind("（"))
    closed = max(text.rfind(")"), text.rfind("）"))
    telling = text.endswith((")", "）")) and opened > 0 and _tells(text[opened + 1 : -1])
    parts = [text[:opened], text[opened + 1 :]] if opened > closed or telling else [text]
    for part in parts:
        lone = part.count(")") + part.count("）") > part.count("(") + part.count("（")
        bare = (re.sub("[)）]", "", part, count=1) if lone else part).strip(_EDGES)
        if bare:
            yield bare


def _tells(text: str) -> bool:
    """Whether a bracket holds a part of its own: a title, an organisation or a degree."""
    if NOTE.match(text):
        return False
    return title_score(text) > 1 or firm_score(text) > 1.5 or has_degree(text)


def without_place(pieces: list[str], town: str) -> tuple[list[str], str]:
    """The pieces without the places at their end, which may also stand in brackets."""
    taken: list[str] = []
    sized = _SIZED.search(pieces[-1]) if len(pieces) > 1 else None
    if sized:
        pieces = [*pieces[:-1], pieces[-1][: sized.start()]]
    while pieces and (is_place(pieces[-1]) or _REMOTE.fullmatch(pieces[-1]) or pieces[-1] == town):
        taken.insert(0, pieces.pop())
    if pieces and (found := _BRACKETS.search(pieces[-1])) and (is_place(found[1]) or _REMOTE.fullmatch(found[1])):
        pieces[-1] = pieces[-1][: found.start()]
        taken.append(found[1])
    if pieces and taken and re.fullmatch(r"[A-Z]{2}", taken[0]) and len(pieces) > 1:
        taken.insert(0, pieces.pop())  # a town that is not known, before its province
    while taken and len(pieces) > 1 and is_wider(taken[0]) and _may_be_town(pieces[-1]):
        taken.insert(0, pieces.pop())
        while len(pieces) > 1 and is_place(pieces[-1]):
            taken.insert(0, pieces.pop())
    if sized and pieces:
        pieces[-1] += f" {sized[0].strip()}"
    return [piece for piece in pieces if piece], ", ".join(taken)


def _may_be_town(text: str) -> bool:
    """Whether an unknown piece before a province or a country may be a town: few words, none of a job's."""
    plain = len(text.split()) <= _WORDS_OF_A_TOWN and text[:1].isupper() and "&" not in text
    return plain and not title_score(text) and not firm_score(text)


def styled(line: Line, first: int, last: int) -> Iterator[tuple[str, bool, bool]]:
    """The runs of one type, without the stretch of the date; a run that only parts others belongs to the next."""
    runs: list[tuple[str, bool, bool]] = []
    for text, bold, italic in _clipped(line, first, last):
        if runs and (runs[-1][1:] == (bold, italic) or not text.strip(_EDGES)):
            runs[-1] = (runs[-1][0] + text, runs[-1][1], runs[-1][2])
        elif runs and not runs[-1][0].strip(_EDGES):
            runs[-1] = (runs[-1][0] + text, bold, italic)
        else:
            runs.append((text, bold, italic))
    whole = all(_is_apart(one[0], other[0]) for one, other in zip(runs, runs[1:], strict=False))
    if whole:
        yield from runs
    elif runs:
        yield "".join(run[0] for run in runs), runs[0][1], runs[0][2]


def _is_apart(before: str, after: str) -> bool:
    """Whether more than the weight changes between two runs: a comma, a dash, a blank."""
    return before[-1:] in _EDGES or after[:1] in _EDGES or after[:1] in "(（" or after.startswith(("at ", "chez "))


def _clipped(line: Line, first: int, last: int) -> Iterator[tuple[str, bool, bool]]:
    """The spans of a line as cleaned text, the date's stretch left out."""
    place = 0
    for span in aligned(line):
        begin, place = place, place + len(span.text)
        text = "".join(char for at, char in enumerate(span.text, begin) if not first <= at < last)
        if first < last and begin <= first < place:
            text = span.text[: first - begin] + "\t" + span.text[max(0, last - begin) :]
        if text:
            yield text, span.bold, span.italic


def aligned(line: Line) -> Sequence[Span]:
    """Spans whose texts joined are the line's text: blanks squeezed as there."""
    spans, rest = [], line.text
    for span in line.spans:
        taken = 0
        for char in span.text:
            if taken < len(rest) and (rest[taken] == char or (char.isspace() and rest[taken].isspace())):
                taken += 1
        if taken:
            spans.append(Span(rest[:taken], span.bold, span.italic, span.size))
            rest = rest[taken:]
    if rest:
        last = spans.pop() if spans else Span("")
        spans.append(Span(last.text + rest, last.bold, last.italic, last.size))
    return spans


def tidy(text: str) -> str:
    """A field without what parts it from others."""
    return clean(text).strip(_EDGES)
