"""Sections that are lists: skills, languages, interests, references."""

import re
from collections.abc import Iterator, Sequence

from askwell.lib.emails import find_emails
from askwell.lib.languages import CODES
from askwell.lib.phones import find_phones
from askwell.lib.text import HAN, clean, fold
from askwell.protocols.resumes.model import Interest, Reference, Skill, Spoken
from askwell.protocols.resumes.page.headings import heading_key
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.parts import commas, tidy
from askwell.protocols.resumes.tongues import level_of

_SEPARATOR = re.compile(r"\s*(?:[,，、;；|｜•·●▪∙\t\n]|\s/\s|\s[–—-]\s(?![^,，、;；|•·]*[:：]))\s*(?![^()（）]*[)）])")
_OUTER = re.compile(r"(?:\s*[,，、;；|｜•·●▪∙\n]\s*|\s+/\s+|(?<=[)）])\s+(?=\w))(?![^()（）]*[)）])")
_GROUP = re.compile(r"^(?P<name>[^:：\t]{1,40}?)\s*(?:[:：]|\t)\s*(?P<rest>.+)$", re.DOTALL)
_SHOWN = re.compile(r"^(?P<name>[^–—\t,，、;；]{1,40}?)\s*[–—]\s+(?=[^–—]*[,，、;；])(?P<rest>[^–—]+)$", re.DOTALL)
_TWICE = re.compile(r"^(?P<name>[^()（）]+[(（][^()（）]+[)）])\s*[(（](?P<said>[^()（）]+)[)）]$")
_VARIETY = re.compile(r"^[^()（）]+[(（](?P<variety>[^()（）]+)[)）]$")
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
_IN_BRACKETS = re.compile(r"^(?P<name>[^()（）]+)[(（](?P<parts>[^()（）]+)[)）]$")
_REFERENCE = re.compile(r"\t|\s*[|•·;；]\s*|\s+[–—]\s+")
_QUOTES = '“”«»「」"\u00a0'
_NO_GROUP = frozenset(map(heading_key, ("skills", "key skills", "compétences", "技能", "专业技能")))
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
    group = _GROUP.match(text) or _SHOWN.match(text)
    if group and heading_key(group["name"]) in _NO_GROUP:
        yield from map(Skill, _items(group["rest"]))
        return
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
    if said := _TWICE.match(atom):
        return tidy(said["name"]), tidy(said["said"])
    if (variety := _VARIETY.match(atom)) and _is_language(variety["variety"]) and _is_language(atom):
        return tidy(atom), ""
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


def interests(lines: Sequence[Line]) -> tuple[Interest, ...]:
    return tuple(_interest(item) for line in lines for item in _items(line.text))


def _interest(item: str) -> Interest:
    """What brackets hold says which of its kind: "Chess (blitz, by mail)"."""
    named = _IN_BRACKETS.match(item)
    return Interest(tidy(named["name"]), tuple(_items(named["parts"]))) if named else Interest(item)


def references(lines: Sequence[Line]) -> tuple[tuple[Reference, ...], list[str]]:
    """Those who vouch, a group of lines each, and what names nobody ("available upon request")."""
    found: list[list[str]] = []
    aside: list[str] = []
    named = [_named(line) for line in lines]
    below = any(pieces and line.gap for pieces, line in zip(named[1:], lines[1:], strict=False))
    for line, pieces in zip(lines, named, strict=True):
        aside += [piece for piece in _REFERENCE.split(line.text) if _is_aside(piece)]
        quoted = line.text[:1] in _QUOTES
        alone = not below and not quoted and _is_whole(line.text)
        if pieces and (not found or (not quoted and (line.gap or line.bullet or alone))):
            found.append([])
        if pieces:
            found[-1] += [line.text] if quoted else pieces
    return tuple(map(_reference, found)), aside


def _named(line: Line) -> list[str]:
    return [piece for piece in _REFERENCE.split(line.text) if piece and not _is_aside(piece)]


def _is_aside(piece: str) -> bool:
    return bool(_UPON_REQUEST.search(piece)) and not find_emails(piece)


def _is_whole(text: str) -> bool:
    """Whether one line says who it is and how to reach them."""
    return bool(re.search("[;；]", text)) and len(list(commas(re.split("[;；]", text)[0]))) > 1


def _reference(pieces: list[str]) -> Reference:
    words = [piece.strip(_QUOTES + " ") for piece in pieces if piece[0] in _QUOTES]
    first, *others = [piece for piece in pieces if piece[0] not in _QUOTES] or [""]
    names = list(commas(first))
    reach = [piece for piece in others if find_emails(piece) or find_phones(piece)]
    roles = names[1:] + [piece for piece in others if piece not in reach]
    return Reference(names[0] if names else first, ", ".join(roles), ", ".join(reach), " ".join(words))
