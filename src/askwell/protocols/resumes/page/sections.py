"""A page parted at the headings of its sections."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from askwell.protocols.resumes.page.contact import is_label
from askwell.protocols.resumes.page.headings import section_hinted, section_named
from askwell.protocols.resumes.page.lines import Line, Span
from askwell.protocols.resumes.page.lists import mentions_language
from askwell.protocols.resumes.page.parts import aligned

_Look = tuple[bool, bool, bool, int]
_INLINE = re.compile(r"^(?P<heading>[^:：\t]{2,40}?)\s*[:：]\s*(?P<rest>\S.*)$", re.DOTALL)
_MAY_INTERRUPT = {"top", "summary", "skills", "languages", "interests", "certificates", "contact", "other", "awards"}
_LONGEST = 60
_JOINT, _JOINED = "skills and languages", ("skills", "languages")


@dataclass(slots=True)
class Section:
    """`name` as in `headings`; "top" before the first heading. `heading` as written."""

    name: str
    heading: str = ""
    lines: list[Line] = field(default_factory=list)


def sections(lines: Sequence[Line]) -> list[Section]:
    """The sections in the order of the page.

    A line opens one when it is a heading that we know and looks like the others of its page, or when it looks just
    like those and like nothing else.
    """
    house = _house(lines)
    body = _body_size(lines)
    found = [Section("top")]
    joint = False
    for place, line in enumerate(_parted(lines)):
        if place == 0 and is_label(line.text):
            found[-1].lines.append(line)
            continue
        if line.fresh and found[-1].name != "top":
            found.append(Section("top"))
        name, heading, rest = _opened(line, found[-1].name, house, body)
        joint = name == _JOINT or (joint and (name or found[-1].name) in _JOINED)
        name = "skills" if name == _JOINT else name or (_unlabelled(line, found[-1].name) if joint else "")
        if name:
            found.append(Section(name, heading))
            found[-1].lines += [rest] if rest else [] if heading else [line]
        else:
            found[-1].lines.append(line)
    return found


def _unlabelled(line: Line, current: str) -> str:
    """Which of skills and languages, told below one heading, a line goes on with; "" for the one before it."""
    label, _, rest = line.text.partition("\t")
    spoken = mentions_language(rest or label)
    if current == "languages":
        return "" if spoken or mentions_language(label) else "skills"
    return "languages" if spoken and not rest and not _INLINE.match(label) else ""


def _parted(lines: Sequence[Line]) -> Iterator[Line]:
    """A heading in the margin, beside the first line of its section or the first two, is a line of its own."""
    follows = iter([*lines[1:], Line(())])
    unread = iter(lines)
    above = ""
    for line in unread:
        below = next(follows)
        first, second = _in_margin(line), _in_margin(below)
        if first and second and section_named(f"{first} {second}".strip(" :：")):
            next(unread), next(follows)
            head, rest = _cut(line, len(first))
            more, rest_below = _cut(below, len(second))
            yield replace(head, spans=[*head.spans, Span(" "), *more.spans], heading=True)
            yield from (rest, rest_below)
        elif first and _opens_in_margin(first, above):
            head, rest = _cut(line, len(first))
            yield replace(head, heading=True)
            yield rest
        else:
            yield line
        above = first


def _opens_in_margin(first: str, above: str) -> bool:
    """Whether it is the heading of a section: "Tools" below another label is one more group of skills."""
    name = section_named(first.strip(" :："))
    return bool(name) and not (name == "skills" and above and not section_named(above.strip(" :：")))


def _in_margin(line: Line) -> str:
    """What stands apart at the left of a line that goes on."""
    first, tab, _ = line.text.partition("\t")
    return first if tab and not line.bullet else ""


def _cut(line: Line, place: int) -> tuple[Line, Line]:
    before: list[Span] = []
    after: list[Span] = []
    for span in aligned(line):
        taken = max(0, min(place, len(span.text)))
        place -= len(span.text)
        before += [replace(span, text=span.text[:taken])] if taken else []
        after += [replace(span, text=span.text[taken:])] if span.text[taken:] else []
    return replace(line, spans=before), replace(line, spans=after, fresh=False)


def _look(line: Line) -> _Look:
    letters = [char for char in line.text if char.isalpha()]
    shouted = bool(letters) and line.text.isupper()
    return line.heading, line.bold, shouted, round(line.size * 2)


def _may_be_heading(line: Line) -> bool:
    """Items of lists are none, unless all of it is bold: a mark may adorn a heading."""
    return not line.bullet or line.bold


def _house(lines: Sequence[Line]) -> _Look | None:
    """How headings look here: as most of the lines do that say nothing but a heading's words."""
    looks = Counter(_look(line) for line in lines if _may_be_heading(line) and section_named(line.text.strip(" :：")))
    return looks.most_common(1)[0][0] if looks else None


def _body_size(lines: Sequence[Line]) -> int:
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes[round(line.size * 2)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _opened(line: Line, current: str, house: _Look | None, body: int) -> tuple[str, str, Line | None]:
    """The section that a line opens, its heading, and what stands behind a colon; "" for none."""
    text = line.text.strip(" :：\t")
    if not text or not _may_be_heading(line):
        return "", "", None
    look = _look(line)
    if (name := section_named(text)) and _may_open(look, house, current):
        return name, text, None
    if house and _is_distinct(house, body) and _is_like(look, house) and len(text) <= _LONGEST:
        hinted = section_hinted(text)
        if hinted != "other" or house[0] or house[3] > body + 1:
            return hinted, text, None
    inline = _INLINE.match(line.text)
    if inline and current in _MAY_INTERRUPT and (name := section_named(inline["heading"])):
        _, rest = _cut(line, inline.start("rest"))
        spoken = mentions_language(inline["rest"])
        if name != current and name != "work" and (current != "skills" or (name == "languages" and spoken)):
            return name, inline["heading"], rest
    return "", "", None


def _may_open(look: _Look, house: _Look | None, current: str) -> bool:
    """Within entries only what looks like the page's headings opens a section, elsewhere any that we know."""
    if house is None or current not in ("work", "volunteering", "education", "projects"):
        return True
    return _is_like(look, house) or look[3] > house[3] or (look[0] and not house[0])


def _is_like(look: _Look, house: _Look) -> bool:
    return look[0] == house[0] and look[1] == house[1] and abs(look[3] - house[3]) <= 1 and (look[2] or not house[2])


def _is_distinct(house: _Look, body: int) -> bool:
    """Whether nothing but a heading would look like this."""
    return house[0] or house[3] > body + 1 or (house[1] and house[2])
