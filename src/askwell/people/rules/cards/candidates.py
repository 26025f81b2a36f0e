"""Lines that may be a name, an organisation or a title, and how much speaks for each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from askwell.lib.names.surnames import is_pinyin, weight
from askwell.lib.names.tables import (
    AMBIGUOUS_CREDENTIALS,
    CHINESE_SURNAMES,
    COURTESY,
    CREDENTIALS,
    ENGLISH_GIVEN,
    PARTICLES,
)
from askwell.lib.pinyin import COMPOUND_SURNAMES, reading_parts
from askwell.lib.text import HAN, fold, to_simplified
from askwell.lib.work_words import (
    DEPARTMENT,
    FIRM,
    FIRM_ZH,
    LEGAL,
    LEGAL_ZH,
    SURE_TITLE_ZH,
    TITLE,
    TITLE_ENDING,
    TITLE_ZH,
)
from askwell.people.rules.cards.layout import Piece, aligned, gap, halfwidth, join
from askwell.people.rules.cards.words import LABEL, SLOGAN

_han = re.compile(f"[{HAN}]")
_runs = re.compile(f"[{HAN}][{HAN}\\s·（）()、&・-]*|[^{HAN}]+")
_word = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[-'’.][^\W\d_]+)*\.?")
_unfinished = re.compile(r"(?:\b(?:and|of|for|the|et|de|des|du|d['’]|la|les|à)|[,&/-])$", re.IGNORECASE)
_going_on = re.compile(r"[a-zà-ÿ&]")
_SMALL = PARTICLES | {"and", "of", "for", "the", "et", "en", "inc", "ltd", "in", "on"}
_MOST = 14
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Clues:
    """What the addresses of the card say: the words before the @ of each e-mail address (folded), the
    words that name the organisation in hosts."""

    locals: tuple[tuple[str, ...], ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece in one script, and the letters behind a name ("PMP") taken off it for `name`. `parts` tells
    which stretches of the card it takes up."""

    parts: tuple[int, ...]
    piece: Piece
    chinese: bool
    name: str
    credentials: tuple[str, ...] = ()
    runs_on: bool = False
    """Joined of two lines, the first of which cannot end there."""

    @property
    def text(self) -> str:
        """As printed."""
        return self.piece.text


def candidates(pieces: Iterable[Piece]) -> list[Candidate]:
    """Every piece, those of two scripts in two; neighbours of one size that may be one text also joined."""
    single = [part for piece in pieces for part in _scripts(piece) if _is_text(part.text)]
    single = _without_echoes(single)[:_MOST]
    alone = [_candidate((number,), piece) for number, piece in enumerate(single)]
    return [*alone, *(replace(_candidate(parts, piece), runs_on=runs_on) for parts, piece, runs_on in _joined(single))]


def _is_text(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    shortest = 2 if not _han.search(text) else 1
    return letters >= shortest and letters >= 0.5 * len(text.replace(" ", "")) and len(text) <= _LONGEST \
        and not LABEL.fullmatch(halfwidth(text))  # fmt: skip


def _scripts(piece: Piece) -> Iterator[Piece]:
    """A Chinese and a Latin stretch apart, unless letters are part of a Chinese name (3M中国)."""
    runs = [run.strip() for run in _runs.findall(piece.text) if run.strip()]
    latin = [run for run in runs if not _han.search(run) and len(re.findall(r"[^\W\d_]", run)) > 3]
    if len(runs) < 2 or not latin or not _han.search(piece.text):
        yield replace(piece, text=_spaced_out(piece.text))
        return
    place = 0
    width, letters = piece.right - piece.left, max(1, len(piece.text))
    for run in runs:
        start = piece.text.find(run, place)
        place = start + len(run)
        left, right = (piece.left + width * at / letters for at in (start, place))
        yield replace(piece, text=_spaced_out(run), left=left, right=right)


def _spaced_out(text: str) -> str:
    """Chinese without the blanks that widen a name (张 三)."""
    return re.sub(f"(?<=[{HAN}])\\s+(?=[{HAN}])", "", text)


def _without_echoes(pieces: Sequence[Piece]) -> list[Piece]:
    """A text that stands on both sides once, the surer reading, its lines together."""
    kept: dict[str, Piece] = {}
    for piece in pieces:
        known = kept.get(fold(piece.text))
        if known is None:
            kept[fold(piece.text)] = piece
        else:
            best = max(known, piece, key=lambda one: one.sureness)
            kept[fold(piece.text)] = replace(best, lines=known.lines + piece.lines)
    return list(kept.values())


def _joined(pieces: Sequence[Piece]) -> Iterator[tuple[tuple[int, int], Piece, bool]]:
    """Pairs of lines as one, and whether the first plainly goes on in the second."""
    for number, upper in enumerate(pieces):
        follower = next((other for other, lower in enumerate(pieces) if _goes_on(upper, lower)), None)
        if follower is not None:
            blank = "" if _han.search(upper.text) else " "
            lower = pieces[follower]
            runs_on = bool(_unfinished.search(upper.text) or _going_on.match(lower.text))
            yield (number, follower), join([upper, lower], blank), runs_on


def _goes_on(upper: Piece, lower: Piece) -> bool:
    return (
        upper is not lower and upper.side == lower.side
        and bool(_han.search(upper.text)) == bool(_han.search(lower.text))
        and max(upper.size, lower.size) < 1.18 * min(upper.size, lower.size)
        and lower.middle > upper.middle and gap(upper, lower) < 0.7 and aligned(upper, lower)
    )  # fmt: skip


def _candidate(parts: tuple[int, ...], piece: Piece) -> Candidate:
    chinese = bool(_han.search(piece.text))
    if chinese:
        return Candidate(parts, piece, chinese, _spaced_out(re.sub(r"[(（][^()（）]*[)）]$", "", piece.text)))
    name, credentials = _without_letters(piece.text)
    return Candidate(parts, piece, chinese, name, credentials)


def _without_letters(text: str) -> tuple[str, tuple[str, ...]]:
    """A name without courtesy title and letters after it."""
    first, *behind = [part.strip() for part in text.split(",") if part.strip()] or [text]
    if behind and not all(_are_letters(word, sure=True) for part in behind for word in part.split()):
        return text, ()
    words, taken = first.split(), [word for part in behind for word in part.split()]
    while len(words) > 2 and _are_letters(words[-1], sure=False):
        taken.insert(0, words.pop())
    if len(words) > 1 and fold(words[0]).strip(".") in COURTESY:
        words = words[1:]
    return " ".join(words), tuple(taken)


def _are_letters(word: str, *, sure: bool) -> bool:
    plain = fold(word).replace(".", "").replace(" ", "")
    known = plain in CREDENTIALS and (sure or plain not in AMBIGUOUS_CREDENTIALS)
    return known or (sure and word.isupper() and 2 <= len(plain) <= 6)


def name_score(candidate: Candidate, clues: Clues, largest: float) -> float:
    """How much speaks for a person's name; below 0 something speaks against it."""
    size = candidate.piece.size / largest
    if candidate.chinese:
        return _chinese_name(candidate.name, clues) + 2 * size - 1
    return _latin_name(candidate.name, clues) + 2 * size - 1


def email_match(words: Sequence[str], clues: Clues) -> float:
    """How well the best e-mail address spells these words of a name: 1 all of it, 0 nothing."""
    folded = [part for word in words if (part := fold(word).replace(" ", "").replace(".", ""))]
    return max((_spells(tokens, folded) for tokens in clues.locals), default=0.0)


def _spells(tokens: Sequence[str], words: Sequence[str]) -> float:
    joined = "".join(tokens)
    whole = "".join(words)
    if len(words) > 1 and (joined == whole or joined == words[-1] + "".join(words[:-1])):
        return 1.0
    if len(words) > 1 and joined in (
        words[0][:1] + words[-1],
        words[0] + words[-1][:1],
        words[-1] + words[0][:1],
        words[0] + words[-1],
    ):
        return 1.0
    known = {*words, whole, "".join(words[:-1]), "".join(words[1:])}
    hits = [token for token in tokens if len(token) > 1 and (token in known or _nearly(token, known))]
    letters = [token for token in tokens if len(token) == 1 and any(word.startswith(token) for word in words)]
    if not hits:
        return 0.0
    return min(1.0, (len(hits) + 0.5 * len(letters)) / max(1, len([token for token in tokens if not token.isdigit()])))


def _nearly(token: str, known: Iterable[str]) -> bool:
    return len(token) > 3 and any(len(word) > 3 and fuzz.ratio(token, word) >= 85 for word in known)


def _latin_name(text: str, clues: Clues) -> float:
    words = text.split()
    plain = [word for word in words if fold(word) not in PARTICLES]
    if not plain or any(char.isdigit() for char in text) or re.search(r"[@/:;!?&+|]", text):
        return -4.0
    score = 4 * email_match(words, clues)
    score += {1: -1.0, 2: 1.0, 3: 0.8, 4: 0.0}.get(len(plain), -1.5)
    score += min(
        1.5,
        sum(0.8 * (fold(word) in ENGLISH_GIVEN) + 0.4 * bool(weight(word)) + 0.2 * is_pinyin(word) for word in plain),
    )
    score -= 3 * bool(TITLE.search(text)) + 2.5 * bool(FIRM.search(text)) + 2 * bool(LEGAL.search(text))
    score -= 1.5 * any(word[:1].islower() for word in plain) + 2 * bool(DEPARTMENT.search(text))
    return score - 1.5 * (host_match(text, clues) > 0.9 and email_match(words, clues) < 1)


@lru_cache(maxsize=256)
def _is_surname(text: str) -> bool:
    simple = to_simplified(text)
    return simple[:2] in COMPOUND_SURNAMES or simple[:1] in CHINESE_SURNAMES


def _chinese_name(text: str, clues: Clues) -> float:
    letters = re.sub(r"[·•・]", "", text)
    if not re.fullmatch(f"[{HAN}]+", letters) or len(letters) < 2:
        return -4.0
    score = {2: 0.6, 3: 1.0, 4: 0.0}.get(len(letters), -3.0 if "·" not in text else 0.3)
    score += 1.2 if _is_surname(letters) else -1.5
    score += 4 * email_match(reading_parts(text), clues)
    score -= 2.5 * bool(SURE_TITLE_ZH.search(letters)) + 0.7 * bool(TITLE_ZH.search(letters))
    return score - 1.5 * bool(LEGAL_ZH.search(letters)) - 0.7 * bool(FIRM_ZH.search(letters))


def host_match(text: str, clues: Clues) -> float:
    """How well a name of an organisation explains the host of an address, 0 to 1."""
    words = re.findall(r"[a-z0-9]+", fold(text).replace("'", ""))
    compact, initials = "".join(words), "".join(word[0] for word in words)
    best = 0.0
    for host in clues.hosts:
        plain = host.replace("-", "")
        if not compact or len(plain) < 2:
            continue
        if plain == initials and len(plain) > 1:
            best = max(best, 1.0)
        elif len(compact) >= 4:
            part = fuzz.partial_ratio(plain, compact) / 100
            best = max(best, part * min(1.0, len(compact) / len(plain)), _by_pieces(plain, words))
    return best


def _by_pieces(host: str, words: Sequence[str]) -> float:
    """The share of a host that beginnings of the words spell in order: "cedargatecu"."""
    place = 0
    for word in words:
        size = next((n for n in range(len(word), 0, -1) if host.startswith(word[:n], place)), 0)
        place += size
    return place / len(host) if place > 3 else 0.0


def _is_spelt(text: str, clues: Clues) -> bool:
    """Whether a Chinese text is a person whom an address spells."""
    return 2 <= len(text) <= 4 and not LEGAL_ZH.search(text) and email_match(reading_parts(text), clues) >= 1


def firm_score(candidate: Candidate, clues: Clues, largest: float) -> float:
    """How much speaks for an organisation's name."""
    text = candidate.text
    if candidate.chinese:
        score = 2.5 * bool(LEGAL_ZH.search(text)) or 1.5 * bool(FIRM_ZH.search(text))
        score -= 2.5 * bool(SURE_TITLE_ZH.search(text)) + 3 * _is_spelt(text, clues)
        return score + 0.4 - 1.5 * bool(DEPARTMENT.search(text) and not LEGAL_ZH.search(text)) - (len(text) < 3)
    known = host_match(text, clues)
    score = (3.5 * known if known > 0.7 else 0.0) + 2 * bool(LEGAL.search(text)) + 1.2 * bool(FIRM.search(text))
    score -= 1.5 * bool(TITLE.search(text)) + 3 * (email_match(candidate.name.split(), clues) >= 1)
    score -= 1.5 * bool(DEPARTMENT.search(text)) + 0.3 * max(0, len(text.split()) - 5)
    small = sum(word[:1].islower() for word in text.split() if fold(word) not in _SMALL)
    return score + 0.4 - 1.0 * text[:1].islower() - 2 * bool(SLOGAN.search(text)) - 0.5 * max(0, small - 1)


def title_score(candidate: Candidate, clues: Clues, largest: float) -> float:
    """How much speaks for a job title."""
    text = candidate.text
    if candidate.chinese:
        score = 3 * bool(SURE_TITLE_ZH.search(text)) or 1.2 * bool(TITLE_ZH.search(text))
        score -= 2 * bool(LEGAL_ZH.search(text)) + 3 * _is_spelt(text, clues)
        return score - 1.0 * bool(DEPARTMENT.search(text)) - 1.5 * (len(text) > 14)
    words = text.split()
    score = 3 * bool(TITLE.search(text)) or 0.8 * any(TITLE_ENDING.search(word) for word in (words[-1], words[0]))
    score -= 2 * bool(LEGAL.search(text)) + 3 * (email_match(candidate.name.split(), clues) >= 1)
    score -= 2.5 * (host_match(text, clues) > 0.85) + 1.0 * bool(DEPARTMENT.search(text))
    return score - 0.4 * max(0, len(words) - 6) - candidate.piece.size / largest
