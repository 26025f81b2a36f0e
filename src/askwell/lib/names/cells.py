"""One cell of a contact list, sorted into what is name and what only stands around it."""

import re
import unicodedata
from dataclasses import dataclass, field

from askwell.lib.names.tables import (
    AFTER_SURNAME,
    AMBIGUOUS_CREDENTIALS,
    CHINESE_DEGREES,
    CHINESE_SURNAMES,
    CHINESE_TITLES,
    COMMON_SURNAMES,
    COURTESY,
    CREDENTIALS,
    DOTTED_COURTESY,
    PRONOUNS,
)
from askwell.lib.pinyin import split_native
from askwell.lib.text import HAN, clean, fold, to_simplified

_script = f"{HAN}々\u3040-\u30ff\uac00-\ud7a3"
_native = re.compile(rf"[{_script}](?:[{_script}·•・‧\s]*[{_script}])?")
_brackets = re.compile(
    r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}|【([^】]*)】|「([^」]*)」|《([^》]*)》|\"([^\"]*)\"|“([^”]*)”|«([^»]*)»"
    r"|(?<=\s)['‘]([^'’]+)['’](?=\s|$)"
)
_bar = re.compile(r"\s*[|｜]\s*|\s*[•~]\s+|\s+[-–—/]\s+")
_only_words = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff .'’-]*")
_tangled = re.compile(r" [-'‘’]| n[ée]e? | born ", re.IGNORECASE)
_birth_name = re.compile(r"\b(?:née|nee|né|born)\b.*$", re.IGNORECASE)
_edges = " \t,;:.*_#/\\|~^+=<>!-–—·•"
_outer = _edges.replace(".", "")
_letters_after = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]\.(?:[A-Za-z]{1,4}\.?)+")
_chinese_title = re.compile(f"(?:{'|'.join((*CHINESE_DEGREES, *CHINESE_TITLES))})$")
_longest = 300


@dataclass(slots=True)
class Cell:
    """What a cell holds: `latin` words before and after a comma, Chinese, and what stood around them."""

    latin: list[str] = field(default_factory=list)
    """One entry; or family and given name when a comma parted them."""
    native: str = ""
    bracketed: list[str] = field(default_factory=list)
    credentials: list[str] = field(default_factory=list)
    courtesy: bool = False
    nickname: str = ""
    whole: bool = True


def read_cell(text: str, *, whole: bool = True) -> Cell:
    """Sort the contents of one cell; an e-mail address is no name and leaves the cell empty.

    `whole`: a cell that may hold all of a name, so that 小王 and 王总 are seen as familiar forms.
    """
    cell = Cell(whole=whole)
    line = readable(text)
    if _only_words.fullmatch(line) and not _tangled.search(line):
        cell.latin = _names(cell, [line])
    elif _native.fullmatch(line):
        cell.native = _without_chinese_titles(cell, line)
    elif "@" not in line:
        _sort_line(cell, line)
    return cell


def _sort_line(cell: Cell, line: str) -> None:
    inside = [next(filter(None, groups), "").strip(_edges) for groups in _brackets.findall(line)]
    line = _birth_name.sub("", _take_native(cell, _before_bar(_brackets.sub(" ", line))))
    for content in filter(None, inside):
        _sort_bracket(cell, content)
    parts = [part.strip(_outer) for part in re.split("[,，、;；]", line)]
    cell.latin = _names(cell, [part for part in parts if part])


def _names(cell: Cell, parts: list[str]) -> list[str]:
    names = _without_credentials(cell, parts)
    if names:
        names[-1] = _without_courtesy(cell, names[-1])
    spoken = (" ".join(word for word in name.split() if any(map(str.isalpha, word))) for name in names)
    return [name for name in spoken if name]


def readable(text: str) -> str:
    """Return `text` on one line without emoji, symbols and full-width forms."""
    line = clean(text[: 4 * _longest], limit=_longest)
    if line.isascii():
        return line
    plain = unicodedata.normalize("NFKC", line.translate(_without_symbols))
    kept = plain.translate(_without_symbols)
    return unicodedata.normalize("NFC", " ".join(kept.split()))


class _WithoutSymbols(dict[int, str]):
    """Blanks emoji and symbols; each character is looked up once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        symbol = code > 127 and (
            unicodedata.category(char) in ("So", "Sk", "Sm", "Cs", "Co", "Cn", "Cf", "Me", "Cc")
            or "\ufe00" <= char <= "\ufe0f"
        )
        self[code] = kept = " " if symbol else char
        return kept


_without_symbols = _WithoutSymbols()


def _before_bar(line: str) -> str:
    """Cut "Jane Doe | I help teams" to the name; what follows stays when only it is Chinese and short."""
    first, *rest = [part for part in _bar.split(line) if part.strip()] or [""]
    if rest and not _native.search(first) and (match := _native.fullmatch(rest[0].strip())) and len(match[0]) <= 4:
        return f"{first} {match[0]}"
    if rest and _native.fullmatch(first) and not _native.search(rest[0]):
        return f"{first} {rest[0]}"
    return first


def _sort_bracket(cell: Cell, content: str) -> None:
    words = re.split(r"[\s/,&]+", content)
    if _are_pronouns(words) or _birth_name.match(content):
        return
    if all(_is_credential(word, sure=False) for word in words):
        cell.credentials += words
    elif _native.search(content):
        rest = _take_native(cell, content).strip()
        cell.bracketed += [rest] if rest else []
    elif not any(char.isdigit() for char in content):
        cell.bracketed.append(content)


def _are_pronouns(words: list[str]) -> bool:
    return all(fold(word) in PRONOUNS for word in words)


def _take_native(cell: Cell, line: str) -> str:
    """Move Chinese, Japanese or Korean writing out of `line`."""
    found = [match.group() for match in _native.finditer(line)]
    if found:
        names = [name for run in found if (name := _without_chinese_titles(cell, run))]
        if names and not cell.native:
            cell.native = names[0] if len(names[0]) > 1 or len(names) == 1 else "".join(names[:2])
        line = _native.sub(" ", line)
    return line


def _without_chinese_titles(cell: Cell, run: str) -> str:
    name = _in_order(run)
    while shorter := _one_title_less(cell, name):
        name = shorter
    simple = to_simplified(name)
    if simple in CHINESE_TITLES or simple in CHINESE_DEGREES:
        return ""
    if not cell.whole or len(simple) != 2:
        return name
    if simple[0] in "小老阿" and simple[1] in COMMON_SURNAMES:
        cell.nickname = name
        return name[1]
    return name[0] if simple[0] in CHINESE_SURNAMES and simple[1] in AFTER_SURNAME else name


def _one_title_less(cell: Cell, name: str) -> str:
    match = _chinese_title.search(to_simplified(name))
    if match is None:
        return ""
    if match[0] in CHINESE_DEGREES:
        cell.credentials.append(name[match.start() :])
    return name[: match.start()].rstrip("·•・‧ ")


def _in_order(run: str) -> str:
    """Join 苏 玉梅, and turn 丹红 郭 (given name first) round."""
    parts = run.split()
    if (
        len(parts) == 2
        and len(parts[0]) == 2
        and len(parts[1]) == 1
        and split_native(parts[0] + parts[1])[0] != parts[0]
    ):
        parts.reverse()
    return "".join(parts)


def _without_credentials(cell: Cell, parts: list[str]) -> list[str]:
    """Return one name, or family and given name, and keep the letters after it."""
    if not parts:
        return []
    shouting = parts[0].isupper()
    names = [_cut_letters(cell, parts[0], shouting=shouting)]
    for part in parts[1:]:
        words = re.split(r"[\s/&]+", part)
        several = " " in names[0] or len(names) > 1
        if _are_pronouns(words):
            continue
        if all(
            _is_credential(word, sure=False) or (several and not shouting and _letters_after.fullmatch(word))
            for word in words
        ):
            cell.credentials += words
        elif fold(part).replace(".", "").replace(" ", "") in CREDENTIALS:
            cell.credentials.append(" ".join(part.split()))
        elif len(names) == 1:
            names.append(_cut_letters(cell, part, shouting=shouting))
    return names


def _cut_letters(cell: Cell, part: str, *, shouting: bool) -> str:
    words = part.split()
    kept = len(words)
    while kept > 1 and _is_credential(words[kept - 1], sure=shouting or kept < 3):
        kept -= 1
    cell.credentials += words[kept:]
    return " ".join(words[:kept])


def _is_credential(word: str, *, sure: bool) -> bool:
    """`sure`: leave out those that may be names, and initials such as "J.D."."""
    bare = word.replace(".", "").strip("®™*")
    folded = fold(bare)
    if folded not in CREDENTIALS:
        return any(map(str.isdigit, bare)) and folded.strip("0123456789") in CREDENTIALS and len(folded) > 3
    if folded in AMBIGUOUS_CREDENTIALS:
        return not sure and (bare.isupper() or "." in word)
    return True


def _without_courtesy(cell: Cell, line: str) -> str:
    words = line.split()
    while len(words) > 1 and _is_courtesy(words[0]):
        words = words[1:]
        cell.courtesy = True
    return " ".join(words)


def _is_courtesy(word: str) -> bool:
    bare = fold(word).rstrip(".")
    return bare in COURTESY or (bare in DOTTED_COURTESY and word.endswith("."))
