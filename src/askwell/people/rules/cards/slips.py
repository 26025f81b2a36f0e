"""Letters that recognition mixes up, mended by what else the card says."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from askwell.lib.text import fold
from askwell.people.rules.cards.model import Reading

_ALIKE = ("il1|tjf!", "o0qc", "s5", "b86", "z2", "uv", "nmhr", "ceo", "gq9", "vyw", "-.")
_RUNS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("li", "h"), ("ii", "u"))
_THIN = frozenset("il1t.-rf")
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/]+)")
_public = """
gmail hotmail outlook yahoo icloud live qq 163 126 sina foxmail protonmail proton me aol msn sohu telus shaw videotron
"""
_PUBLIC = frozenset(_public.split())
_MENDED = 0.85
_GLUED = "em"
"""A label of one letter that recognition read as part of the address."""


def host_of(address: str) -> str:
    """The host of a web or e-mail address, without www."""
    found = _HOST.match(address.rpartition("@")[2].lower())
    return found[1] if found else ""


def label_of(host: str) -> str:
    """The word that names the organisation in a host: "northwind" of mail.northwind.com.cn; "" for a public
    mail service."""
    parts = host.split(".")
    if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2:
        parts = parts[:-1]
    label = parts[-2] if len(parts) > 1 else ""
    return "" if label in _PUBLIC else label


def may_be_misread(one: str, other: str) -> bool:
    """Whether recognition can have made one word of the other: equally written but for one or two letters
    that look alike, are thin, or run together."""
    if one == other or abs(len(one) - len(other)) > 2:
        return False
    if _shape(one) == _shape(other):
        return True
    edits = [edit for edit in Levenshtein.opcodes(one, other) if edit.tag != "equal"]
    lost = sum(edit.tag != "replace" for edit in edits)
    return (
        len(edits) <= 2
        and lost <= 1
        and all(_is_slip(one, other, (edit.src_start, edit.src_end, edit.dest_start, edit.dest_end)) for edit in edits)
    )


def _shape(word: str) -> str:
    """The word with letters that run together as the one that they look like."""
    for run, letter in _RUNS:
        word = word.replace(run, letter)
    return word


def _is_slip(one: str, other: str, edit: tuple[int, int, int, int]) -> bool:
    start, end, begin, stop = edit
    old, new = one[start:end], other[begin:stop]
    if not old or not new:
        letter, word, place = (new, other, begin) if not old else (old, one, start)
        doubled = word[place - 1 : place] == letter or word[place + 1 : place + 2] == letter
        return len(letter) == 1 and (letter in _THIN or doubled)
    pairs = list(zip(old, new, strict=False))
    return len(old) == len(new) and all(any(a in row and b in row for row in _ALIKE) for a, b in pairs)


def mend_hosts(
    emails: Sequence[Reading], urls: Sequence[Reading], names: Sequence[str]
) -> tuple[list[Reading], list[Reading]]:
    """Hosts that differ by a slip made one: the spelling that most addresses share, else the one that the
    card's other words (`names`) spell; a lone host that these words spell but for a slip is mended too."""
    seen = Counter(host_of(reading.value) for reading in [*emails, *urls])
    words = spelt_out(names)
    right = {host: _best(host, seen, words) for host in seen}
    return [_with_host(reading, right) for reading in emails], [_with_host(reading, right) for reading in urls]


def spelt_out(names: Iterable[str]) -> list[str]:
    """Every stretch of words that a host may be made of, written as hosts are: "silversalmon"."""
    stretches: dict[str, None] = {}
    for name in names:
        parts = re.findall(r"[a-z0-9]+", fold(name).replace("'", ""))[:8]
        for start in range(len(parts)):
            for end in range(start + 1, len(parts) + 1):
                stretches["".join(parts[start:end])] = None
    return [stretch for stretch in stretches if len(stretch) > 4]


def _best(host: str, seen: Counter[str], words: Sequence[str]) -> str:
    like = [
        other for other in seen if other == host or may_be_misread(label_of(other) or other, label_of(host) or host)
    ]
    best = max(like, key=lambda other: (seen[other], _spelling(other, words), other == host))
    label = label_of(best)
    if not label or label in words:
        return best
    wanted = [word for word in words if may_be_misread(label, word)]
    return best.replace(label, wanted[0], 1) if len(wanted) == 1 else best


def _spelling(host: str, words: Sequence[str]) -> float:
    return max((fuzz.ratio(label_of(host), word) for word in words), default=0.0)


def _with_host(reading: Reading, right: dict[str, str]) -> Reading:
    host = host_of(reading.value)
    if right.get(host, host) == host:
        return reading
    start = reading.value.lower().rindex(host) if host in reading.value.lower() else -1
    if start < 0:
        return reading
    value = reading.value[:start] + right[host] + reading.value[start + len(host) :]
    return replace(reading, value=value, sureness=round(reading.sureness * _MENDED, 3), notes=("repaired",))


def mend_local(email: Reading, name_words: Sequence[str]) -> Reading:
    """An address whose part before the @ spells the person's name but for a slip, mended; so is one whose label "E" was
    read as its first letter."""
    local, _, host = email.value.partition("@")
    tokens = re.split(r"([._-])", local)
    folded = [fold(word).replace(" ", "") for word in name_words]
    known = {*folded, *("".join(pair) for pair in pairwise(folded)), "".join(folded)}
    initials = {
        form for word in folded for other in folded if other != word for form in (other[:1] + word, word + other[:1])
    }
    mended = [_mended(_unglued(token, known | initials, known), known | initials) for token in tokens]
    if mended == tokens:
        return email
    sureness = round(email.sureness * _MENDED, 3)
    return replace(email, value=f"{''.join(mended)}@{host}", sureness=sureness, notes=("repaired",))


def _unglued(token: str, fine: set[str], words: set[str]) -> str:
    glued = len(token) > 4 and token[0] in _GLUED and token not in fine and token[1:] in words
    return token[1:] if glued else token


def _mended(token: str, known: set[str]) -> str:
    if len(token) < 4 or token in known:
        return token
    like = [word for word in known if len(word) > 3 and may_be_misread(token, word)]
    wanted = [word for word in like if len(word) == len(token)] or like
    return wanted[0] if len(wanted) == 1 else token
