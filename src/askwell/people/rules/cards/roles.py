"""Name, organisation and title: the choice of lines that fits best as a whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from askwell.lib.names.tables import ENGLISH_GIVEN
from askwell.lib.pinyin import reading_parts
from askwell.lib.text import fold
from askwell.people.rules.cards.candidates import (
    Candidate,
    Clues,
    candidates,
    email_match,
    firm_score,
    name_score,
    title_score,
)
from askwell.people.rules.cards.layout import Piece, aligned, beside, gap

_BEST = 5
_LEAST = {"name": 0.6, "firm": 0.3, "title": 0.3}
_Choice = tuple[Candidate | None, Candidate | None, Candidate | None]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who, where and what in one script, each with how sure its place is (0 to 1)."""

    name: Candidate | None = None
    firm: Candidate | None = None
    title: Candidate | None = None
    sureness: tuple[float, float, float] = (0.0, 0.0, 0.0)


def choose(pieces: Sequence[Piece], clues: Clues) -> tuple[Chosen, Chosen]:
    """The best choice in Latin letters and the best in Chinese."""
    every = candidates(pieces)
    largest = max((candidate.piece.size for candidate in every), default=1.0)
    chinese = [candidate for candidate in every if candidate.chinese]
    latin = [candidate for candidate in every if not candidate.chinese]
    names = {id(one): _same_person(one, chinese if not one.chinese else latin) for one in every}

    def name_of(one: Candidate) -> float:
        return name_score(one, clues, largest) + names[id(one)]

    return _best(latin, clues, largest, name_of), _best(chinese, clues, largest, name_of)


def _same_person(one: Candidate, others: Sequence[Candidate]) -> float:
    """2 when a line in the other script is the same name: 吕旭东 and "Lü Xudong"; 1 for the family name
    behind or before an English given one (Ryan Lyu)."""
    return max((_agree(one, other) if one.chinese else _agree(other, one) for other in others), default=0.0)


def _agree(chinese: Candidate, latin: Candidate) -> float:
    words = [_keyed(word) for word in latin.name.split()]
    if not 2 <= len(chinese.name) <= 4 or not 2 <= len(words) <= 4:
        return 0.0
    family, given = (_keyed(part) for part in reading_parts(chinese.name))
    if not family or family not in (words[0], words[-1]):
        return 0.0
    rest = words[1:] if words[0] == family else words[:-1]
    if "".join(rest) == given or given in rest:
        return 2.0
    return 1.0 if rest[0] in ENGLISH_GIVEN else 0.3


def _keyed(word: str) -> str:
    plain = fold(word).replace(" ", "").replace("'", "")
    return plain.replace("lyu", "lu").replace("nyu", "nu").replace("lv", "lu").replace("nv", "nu")


def _best(every: Sequence[Candidate], clues: Clues, largest: float, name_of: Callable[[Candidate], float]) -> Chosen:
    scores = {
        "name": {id(one): name_of(one) for one in every},
        "firm": {id(one): firm_score(one, clues, largest) for one in every},
        "title": {id(one): title_score(one, clues, largest) for one in every},
    }
    names, firms = (_ranked(every, scores[role])[:_BEST] for role in ("name", "firm"))
    choices = product([None, *names], [None, *firms], [None, *_ranked(every, scores["title"])])
    best: _Choice = max(choices, key=lambda choice: _total(choice, scores))
    return _chosen(best, scores, clues)


def _ranked(every: Sequence[Candidate], scores: dict[int, float]) -> list[Candidate]:
    return sorted(every, key=lambda one: -scores[id(one)])


def _total(choice: _Choice, scores: dict[str, dict[int, float]]) -> float:
    name, firm, title = choice
    taken = [part for one in choice if one for part in one.parts]
    if len(taken) != len(set(taken)):
        return float("-inf")
    total = 0.0
    for role, one in zip(("name", "firm", "title"), choice, strict=True):
        if one is not None:
            total += scores[role][id(one)] - _LEAST[role] + (1.0 if one.runs_on else 0.15 - 0.15 * len(one.parts))
    if title is not None:
        total += _under(name, title) if name else 0.0
    return total + 0.3 * bool(firm and name and firm.piece.size <= name.piece.size)


def _under(name: Candidate, title: Candidate) -> float:
    """1.5 for a title directly below its name or beside it, less further away."""
    if name.piece.side != title.piece.side:
        return -0.5
    if beside(name.piece, title.piece):
        return 0.8
    space = gap(name.piece, title.piece)
    if space < -0.8:
        return -0.2
    near = 1.5 if space < 1.2 else 0.6 if space < 3 else 0.0
    return near if aligned(name.piece, title.piece) else near * 0.4


def _chosen(choice: _Choice, scores: dict[str, dict[int, float]], clues: Clues) -> Chosen:
    strengths = []
    for role, one in zip(("name", "firm", "title"), choice, strict=True):
        strengths.append(_strength(scores[role][id(one)]) if one else 0.0)
    name, firm, title = choice
    if name and email_match(name.name.split() if not name.chinese else reading_parts(name.name), clues) >= 1:
        strengths[0] = 1.0
    return Chosen(name, firm, title, (strengths[0], strengths[1], strengths[2]))


def _strength(score: float) -> float:
    return max(0.0, min(1.0, score / 3))
