"""Sections that are lists: skills, languages, certificates, awards, publications, interests, references."""

import re
from collections.abc import Iterator, Sequence

from askwell.lib.emails import find_emails
from askwell.lib.languages import CODES
from askwell.lib.phones import find_phones
from askwell.lib.text import HAN, clean, fold
from askwell.protocols.resumes.dates import find_span
from askwell.protocols.resumes.model import Award, Certificate, Interest, Publication, Reference, Skill, Spoken
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.parts import commas, segments, tidy
from askwell.protocols.resumes.page.scores import firm_score
from askwell.protocols.resumes.tongues import level_of

_SEPARATOR = re.compile(r"\s*(?:[,，、;；|｜•·●▪∙\t\n]|\s/\s|\s[–—-]\s(?![^,，、;；|•·]*[:：]))\s*(?![^()（）]*[)）])")
_OUTER = re.compile(r"(?:\s*[,，、;；|｜•·●▪∙\n]\s*|\s+/\s+|(?<=[)）])\s+(?=\w))(?![^()（）]*[)）])")
_GROUP = re.compile(r"^(?P<name>[^:：\t]{1,40}?)\s*(?:[:：]|\t)\s*(?P<rest>.+)$", re.DOTALL)
_SAID = re.compile(
    r"^(?P<name>[^():：（）\t]+?)\s*(?:[(（](?P<said>[^()（）]+)[)）]|\s*[:：\t]\s*(?P<told>.+)|\s+[–—-]+\s*(?P<dash>.+)"
    r"|\s*[–—]\s*(?P<close>.+))$"
)
_AND = re.compile(r"\s+(?:and|et|&)\s+|\s*[和及与]\s*", re.IGNORECASE)
_LAST_AND = re.compile(r"^(?:and|et|和|以及)\s+", re.IGNORECASE)
_OTHER_LANGUAGES = """
Twi, Malayalam, Kannada, Marathi, Nepali, Sinhala, Burmese, Khmer, Lao, Wolof, Hausa, Zulu, Serbian, Croatian,
Bulgarian, Danish, Norwegian, Finnish, Albanian, Armenian, Georgian, Kurdish, Pashto, Gujarati, Telugu, Amharic,
Somali, Tigrinya, Yoruba, Igbo, ASL, créole, 四川话, 手语
"""
_LANGUAGES = CODES.keys() | {fold(name) for name in _OTHER_LANGUAGES.replace("\n", " ").split(",")}
_UPON_REQUEST = re.compile(r"available|request|sur demande|disponibles|备索|面谈|可提供", re.IGNORECASE)
_han = re.compile(f"[{HAN}]")
_LONGEST_SKILL = 60


def skills(lines: Sequence[Line]) -> tuple[Skill, ...]:
    """Skills one by one; a line "Tools: Excel, SAP" is a group. A sentence stays whole."""
    found: dict[str, Skill] = {}
    for line in lines:
        for skill in _skills(line):
            found.setdefault(f"{skill.name}\n{skill.parts}", skill)
    return tuple(found.values())


def _skills(line: Line) -> Iterator[Skill]:
    text = line.text
    group = _GROUP.match(text)
    if group and not (text.count("\t") > 1 and ":" not in text and "：" not in text):
        parts = tuple(_items(group["rest"]))
        if len(parts) > 1 or ":" in text or "：" in text:
            if level_of(group["rest"]) and len(parts) == 1:
                yield Skill(tidy(group["name"]), level=parts[0])
            else:
                yield Skill(tidy(group["name"]), parts)
            return
    if text.endswith((".", "。")) and len(text) > _LONGEST_SKILL:
        yield Skill(clean(text))
        return
    for item in _items(text):
        yield Skill(item)


def _items(text: str) -> Iterator[str]:
    for piece in _SEPARATOR.split(text):
        item = _LAST_AND.sub("", tidy(piece)).rstrip(".。")
        if item:
            yield item


def languages(lines: Sequence[Line]) -> tuple[Spoken, ...]:
    """Languages with how well they are said to be spoken."""
    found: list[Spoken] = []
    for line in lines:
        text = line.text
        pair = text.split("\t")
        atoms = (
            [": ".join(pair)]
            if len(pair) == 2 and not _is_language(pair[1])
            else _OUTER.split(text.replace("\t", "\n"))
        )
        for atom in atoms:
            _add_language(found, tidy(atom))
    return tuple(found)


def _add_language(found: list[Spoken], atom: str) -> None:
    if not atom:
        return
    name, said = _language_and_level(atom)
    if found and not said and not _is_language(name) and (level_of(atom) or re.search(r"\d", atom)):
        said = ", ".join(filter(None, (found[-1].said, atom)))
        found[-1] = Spoken(found[-1].name, found[-1].level or level_of(said), said)
        return
    names = _AND.split(name)
    for one in names if any(map(_is_language, names)) else [name]:
        found.append(Spoken(one, level_of(said), said))


def _language_and_level(atom: str) -> tuple[str, str]:
    if said := _SAID.match(atom):
        return tidy(said["name"]), tidy(said["said"] or said["told"] or said["dash"] or said["close"] or "")
    words = atom.split()
    for count in range(len(words) - 1, 0, -1):
        if _is_language(" ".join(words[:count])):
            return " ".join(words[:count]), " ".join(words[count:])
        if _is_language(" ".join(words[-count:])):
            return " ".join(words[-count:]), " ".join(words[:-count])
    known = next((name for name in _LANGUAGES if _han.match(name) and atom.startswith(name) and atom != name), "")
    return (known, atom[len(known) :]) if known else (atom, "")


def _is_language(text: str) -> bool:
    plain = fold(re.sub(r"[(（].*", "", text))
    return plain in _LANGUAGES or all(word in _LANGUAGES for word in plain.split("/"))


def mentions_language(text: str) -> bool:
    """Whether the first thing named is a language that people speak."""
    return _is_language(_language_and_level(tidy(_OUTER.split(text)[0]))[0])


def certificates(lines: Sequence[Line]) -> tuple[Certificate, ...]:
    """Name, issuer and date of each; an issuer may stand on a line of its own below."""
    return tuple(Certificate(name, issuer, date) for name, issuer, date in _given(lines) if name)


def awards(lines: Sequence[Line]) -> tuple[Award, ...]:
    return tuple(Award(name, giver, date) for name, giver, date in _given(lines) if name)


def _given(lines: Sequence[Line]) -> Iterator[tuple[str, str, str]]:
    found: list[list[str]] = []
    dated = [find_span(line.text) is not None for line in lines]
    for number, line in enumerate(lines):
        for name, giver, date in _given_line(line):
            if not name and found:
                found[-1][2] = found[-1][2] or date
                continue
            below = found and not line.bullet and not (dated[number] and found[-1][2]) and not found[-1][1]
            paired = below and (lines[number - 1].bullet or _alternates(lines, dated) or firm_score(name) > 1)
            if paired and not giver:
                found[-1][1], found[-1][2] = name, found[-1][2] or date
            else:
                found.append([name, giver, date])
    return ((name, giver, date) for name, giver, date in found)


def _alternates(lines: Sequence[Line], dated: Sequence[bool]) -> bool:
    """Whether every other line has a date, and there are two lines for each."""
    return len(lines) > 1 and len(lines) == 2 * sum(dated) and not any(line.bullet for line in lines)


def _given_line(line: Line) -> Iterator[tuple[str, str, str]]:
    span = find_span(line.text)
    parts, _ = segments(line, 0, *((span.first, span.last) if span else (0, 0)))
    date = (span.start if span.alone else span.start or span.end) if span else ""
    texts = [part.text for part in parts]
    if not texts and date:
        yield "", "", date
        return
    if len(texts) > 1:
        name, giver = _name_and_giver(texts[0], texts[1])
        yield name, ", ".join([giver, *texts[2:]]), date
        return
    for text in texts:
        yield *_split_given(text), date


def _name_and_giver(first: str, second: str) -> tuple[str, str]:
    turned = firm_score(first) > firm_score(second) and firm_score(second) == 0 and "certif" not in first.casefold()
    return (second, first) if turned else (first, second)


def _split_given(text: str) -> tuple[str, str]:
    bracket = re.match(r"^(?P<name>.+?)\s*[(（](?P<giver>[^()（）]{4,})[)）]$", text)
    if bracket:
        return tidy(bracket["name"]), tidy(bracket["giver"])
    colon = re.match(r"^(?P<name>.+?)\s*[:：]\s*(?P<giver>.+)$", text)
    pieces = list(commas(text))
    if len(pieces) == 1 and colon and firm_score(colon["giver"]):
        return tidy(colon["name"]), tidy(colon["giver"])
    if len(pieces) == 1:
        return text, ""
    if len(pieces) == 2:
        return _name_and_giver(*pieces)
    return ", ".join(pieces[:-1]), pieces[-1]


def publications(lines: Sequence[Line]) -> tuple[Publication, ...]:
    found = []
    for line in lines:
        span = find_span(line.text)
        title = line.text[: span.first] + line.text[span.last :] if span else line.text
        found.append(Publication(tidy(title.replace("\t", " ").replace("()", "")), date=span.start if span else ""))
    return tuple(one for one in found if one.title)


def interests(lines: Sequence[Line]) -> tuple[Interest, ...]:
    return tuple(Interest(item) for line in lines for item in _items(line.text))


def references(lines: Sequence[Line]) -> tuple[tuple[Reference, ...], list[str]]:
    """Those who vouch, a group of lines each, and lines that name nobody ("available upon request")."""
    found: list[list[str]] = []
    aside = [line.text for line in lines if _UPON_REQUEST.search(line.text)]
    for line in lines:
        if line.text in aside:
            continue
        if not found or line.gap or line.bullet:
            found.append([])
        found[-1] += [piece for piece in re.split(r"\t|\s*[|•·]\s*|\s+[–—]\s+", line.text) if piece]
    return tuple(map(_reference, found)), aside


def _reference(pieces: list[str]) -> Reference:
    first, *others = pieces
    names = list(commas(first))
    reach = [piece for piece in others if find_emails(piece) or find_phones(piece)]
    roles = names[1:] + [piece for piece in others if piece not in reach]
    return Reference(names[0] if names else first, ", ".join(roles), ", ".join(reach))
