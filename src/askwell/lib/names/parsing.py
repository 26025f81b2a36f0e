"""From a cell, or several, to a `PersonName`."""

import re

from askwell.lib.names.casing import capitalised, is_shouted
from askwell.lib.names.cells import Cell, read_cell
from askwell.lib.names.model import PersonName
from askwell.lib.names.order import is_family_first, split_words
from askwell.lib.names.surnames import is_syllable, weight
from askwell.lib.names.tables import COURTESY, CREDENTIALS, ENGLISH_GIVEN, JOB_LETTERS, PARTICLES
from askwell.lib.pinyin import reading_of, reading_parts, split_native
from askwell.lib.text import fold

_plain_word = re.compile("[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]+(?:-[A-Za-z][a-z]+)?")
_initial = re.compile(r" [A-Z]\.")
_Halves = tuple[list[str], list[str]]


def parse_name(text: str) -> PersonName:
    """Take one free-form cell apart, as a careful reader would.

    Emoji, courtesy titles (Dr., Mme, 老师) and anything behind a bar go; letters after the name are kept
    apart; capitals are repaired. "Family, Given" is understood, so is a Chinese, Korean or Vietnamese
    name with its family name first. 王老师 is family "Wang", native 王; 小王 the same with the nickname
    小王. A name only in Chinese gives its pinyin as given and family name. Beside Chinese, Latin words
    are the Latin name ("Daniel Wong 黄家俊"); a single one in brackets is a nickname ("黄家俊 (Daniel)").
    Never raises; nothing readable gives an empty name.
    """
    words = text.split(" ")
    if len(words) == 2 and _is_plain(*words):
        given, family = split_words(words)
        return PersonName(given[0], family[0])
    cell = read_cell(text)
    return _assembled(cell, *_latin_parts(cell))


def join_name(
    given: str,
    family: str,
    *,
    middle: str = "",
    native: str = "",
    nickname: str = "",
    prefix: str = "",
    suffix: str = "",
) -> PersonName:
    """Take the cells of a table apart: each is cleaned as by `parse_name`.

    A whole name in one cell is understood, a family name repeated in the given name's cell is dropped,
    cells that were certainly filled the wrong way round (given "Zhou", family "Xuhui"; given 丹红, family
    郭 swapped) are turned. `prefix` is courtesy and not kept; `suffix` becomes credentials.
    """
    only_two = not (middle or native or nickname or suffix)
    if only_two and _is_plain(given, family):
        turned = is_family_first(given, family)
        return PersonName(family, given) if turned else PersonName(given, family)
    if only_two and _initial.fullmatch(given[-3:]) and _is_plain(given[:-3], family):
        return PersonName(given, family)
    if given.strip() and family.strip():
        one = _from_cells(read_cell(f"{given} {middle}", whole=False), read_cell(family, whole=False))
    else:
        one = parse_name(" ".join((given, middle, family)))
    own = read_cell(native).native if native.strip() else one.native
    extra = read_cell(f"X Y, {suffix}").credentials if suffix.strip() else []
    called = read_cell(nickname)
    own_family, own_given = reading_parts(own) if own and not (one.given or one.family) else ("", "")
    return PersonName(
        one.given or own_given,
        one.family or own_family,
        own,
        one.reading if own == one.native else reading_of(own),
        " ".join(called.latin) or called.native or one.nickname,
        tuple(dict.fromkeys((*one.credentials, *extra))),
    )


def _is_plain(first: str, last: str) -> bool:
    """Whether two words need no cleaning: the ordinary case, thirty times faster this way."""
    return bool(
        _plain_word.fullmatch(first)
        and _plain_word.fullmatch(last)
        and first.lower() not in COURTESY
        and last.lower() not in CREDENTIALS
    )


def _from_cells(first: Cell, last: Cell) -> PersonName:
    cell = Cell(
        native=_native_of(first.native, last.native),
        bracketed=first.bracketed + last.bracketed,
        credentials=first.credentials + last.credentials,
        nickname=first.nickname or last.nickname,
    )
    given, family = (capitalised(" ".join(half.latin[::-1]).split()) for half in (first, last))
    if cell.native and bool(given) != bool(family) and not (family and weight("".join(family))):
        given, family = _ordered(cell, given or family)
    elif not given or not family:
        given, family = (given, family) if cell.native else split_words(given or family)
    elif _repeats(given, family):
        given = given[: -len(family)]
    elif len(given) == len(family) == 1 and is_family_first(given[0], family[0]):
        given, family = family, given
    return _assembled(cell, given, family)


def _repeats(given: list[str], family: list[str]) -> bool:
    """Whether the given name's cell ends in the family name once more ("Min Zhou", but not "Yang Yang")."""
    names, tail = [fold(word) for word in given], [fold(word) for word in family]
    rest = names[: -len(tail)]
    return bool(rest) and names[-len(tail) :] == tail and rest[-len(tail) :] != tail


def _native_of(given: str, family: str) -> str:
    """Chinese from the given and the family name's cell; either may hold all of it, or they are swapped."""
    if not given or not family:
        return given or family
    if given.startswith(family) and len(given) > len(family):
        return given
    swapped = len(given) == 1 and len(family) == 2 and split_native(family + given)[0] != family
    return given + family if swapped else family + given


def _latin_parts(cell: Cell) -> _Halves:
    """Given and family name's words of a cell."""
    if not cell.latin and not cell.bracketed:
        return [], []
    if not cell.latin and cell.native and cell.bracketed and " " in cell.bracketed[0]:
        cell.latin = read_cell(cell.bracketed.pop(0)).latin
    if len(cell.latin) > 1:
        return _comma_parts(cell, cell.latin[0].split(), cell.latin[1].split())
    words = cell.latin[0].split() if cell.latin else []
    if cell.native and len(words) == 1 and words[0].isupper() and fold(words[0]) in JOB_LETTERS:
        return [], []
    tidy = capitalised(words)
    if cell.courtesy and len(words) == 1:
        return [], tidy
    shouted = [is_shouted(word) for word in words]
    if any(shouted[:1]) and not words[-1].isupper():
        end = shouted.index(False)
        return tidy[end:], tidy[:end]
    return _ordered(cell, tidy)


def _ordered(cell: Cell, words: list[str]) -> _Halves:
    return _by_reading(cell, words) or split_words(words)


def _comma_parts(cell: Cell, family: list[str], given: list[str]) -> _Halves:
    family, given = capitalised(family), capitalised(given)
    while len(given) > 1 and given[-1].lower() in PARTICLES:
        family.insert(0, given.pop())
    english = len(given) == 1 and fold(given[0]) in ENGLISH_GIVEN
    if english and len(family) in (2, 3) and weight(family[0]) and all(map(is_syllable, family[1:])):
        cell.nickname = given[0]
        return family[1:], family[:1]
    return given, family


def _by_reading(cell: Cell, words: list[str]) -> _Halves | None:
    """The Latin words matched with the pinyin of the Chinese name beside them; None when they differ."""
    family, given = (_keyed(part) for part in reading_parts(cell.native))
    if not words or not family:
        return None
    first, last = _keyed(words[0]), _keyed(words[-1])
    if len(words) == 1:
        return _single_word(words, first, cell.native)
    if first == family and _keyed("".join(words[1:])) == given:
        return words[1:], words[:1]
    if first != family and last == family:
        return words[:-1], words[-1:]
    if first == family and not weight(words[-1]):
        return words[1:], words[:1]
    return None


def _single_word(words: list[str], word: str, native: str) -> _Halves:
    own_family, own_given = reading_parts(native)
    family, given = _keyed(own_family), _keyed(own_given)
    if word in (family + given, given + family):
        return [own_given], [own_family]
    if word == family:
        return [own_given] if own_given else [], words
    return words, [own_family]


def _keyed(word: str) -> str:
    """Pinyin without the several spellings of ü, hyphens and apostrophes."""
    plain = fold(word).replace(" ", "").replace("lyu", "lu").replace("nyu", "nu")
    return plain.replace("lv", "lu").replace("nv", "nu")


def _assembled(cell: Cell, given: list[str], family: list[str]) -> PersonName:
    own_family, own_given = reading_parts(cell.native) if cell.native else ("", "")
    if not given and not family:
        given, family = [own_given], [own_family]
    return PersonName(
        " ".join(given),
        " ".join(family),
        cell.native,
        f"{own_family} {own_given}".strip(),
        cell.nickname or _nickname(cell, own_given),
        tuple(dict.fromkeys(cell.credentials)),
    )


def _nickname(cell: Cell, own_given: str) -> str:
    for content in cell.bracketed:
        words = capitalised(content.split())
        short = len(words) == 1 or (len(words) == 2 and all(map(is_syllable, words)))
        if short and _keyed("".join(words)) != _keyed(own_given):
            return " ".join(words)
    return ""
