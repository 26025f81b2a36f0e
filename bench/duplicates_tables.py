"""The FEBRL tables, column by column, through the core of people.rules.linkage.

The columns are mapped by what they are (a name, a line of text, a number) and by nothing else; weights come from
expectation–maximisation on the data at hand. FEBRL's truth is only read to score.
"""

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import OSA, JaroWinkler

from askwell.people.rules.linkage.blocking import Blocks
from askwell.people.rules.linkage.clusters import cluster
from askwell.people.rules.linkage.weights import MISSING, Pattern, Variable, background, learn

_TEXT = ((0.05, 0.05, 0.15, 0.30, 0.45), (0.90, 0.07, 0.015, 0.01, 0.005))
_NUMBER = ((0.08, 0.17, 0.75), (0.98, 0.01, 0.01))
VARIABLES = {
    "given_name": Variable("given_name", *_TEXT),
    "surname": Variable("surname", *_TEXT),
    "address_1": Variable("address_1", *_TEXT),
    "suburb": Variable("suburb", *_TEXT),
    "postcode": Variable("postcode", *_NUMBER),
    "date_of_birth": Variable("date_of_birth", *_NUMBER),
    "soc_sec_id": Variable("soc_sec_id", *_NUMBER),
}
RARE = 10
JOINED = 6.6  # bits: ninety-nine in a hundred, as for what Askwell merges by itself
Row = Sequence[str]


def link_table(columns: Sequence[str], rows: Sequence[Row]) -> list[int]:
    """The group of each row."""
    at = {column: place for place, column in enumerate(columns)}
    blocks = Blocks()
    for place, row in enumerate(rows):
        blocks.file(place, _keys(row, at))

    def order(place: int) -> str:
        row = rows[place]
        return f"{row[at['surname']]} {row[at['given_name']]} {row[at['date_of_birth']]}"

    numbers = [VARIABLES[column].matched is _NUMBER[0] for column in columns]
    swap = at["given_name"], at["surname"]
    rare = [{value for value, times in Counter(column).items() if times <= RARE} for column in zip(*rows, strict=True)]
    patterns = [(_compare(rows[a], rows[b], numbers, swap, rare), a, b) for a, b in blocks.pairs(order, set())]
    candidates = {a * len(rows) + b for _, a, b in patterns}
    rest = background(len(rows), candidates, lambda a, b: _compare(rows[a], rows[b], numbers, swap, rare))
    variables = [VARIABLES[column] for column in columns]
    weights = learn(Counter(pattern for pattern, _, _ in patterns), rest, variables)
    weigh = {pattern: weights.weight(pattern) for pattern in {pattern for pattern, _, _ in patterns}}
    pairs = [(weigh[pattern], a, b) for pattern, a, b in patterns if weigh[pattern] > JOINED]
    return cluster(len(rows), pairs, lambda a, b: False)


def _keys(row: Row, at: dict[str, int]) -> list[int]:
    given, family, street, suburb, code, born = (
        row[at[column]] for column in ("given_name", "surname", "address_1", "suburb", "postcode", "date_of_birth")
    )
    keys = [
        born and ("b", born),
        given and family and ("n", *sorted((given, family))),
        family and code and ("f", family, code),
        given and code and ("g", given, code),
        street and ("s", street),
        given and suburb and ("u", given, suburb),
        family and suburb and ("v", family, suburb),
        family and born and ("y", family, born[:4]),
        family and given and ("i", family[:4], given[:2]),
        "soc_sec_id" in at and row[at["soc_sec_id"]] and ("id", row[at["soc_sec_id"]]),
    ]
    return [hash(key) for key in keys if key]


def _compare(one: Row, other: Row, numbers: list[bool], swap: tuple[int, int], rare: list[set[str]]) -> Pattern:
    pattern = [
        MISSING if not a or not b else _number(a, b) if number else _text(a, b, few)
        for a, b, number, few in zip(one, other, numbers, rare, strict=True)
    ]
    given, family = swap
    if one[given] and one[given] == other[family] and one[family] == other[given]:
        pattern[given] = pattern[family] = 2
    return tuple(pattern)


def _text(one: str, other: str, rare: set[str]) -> int:
    if one == other:
        return 3 + (one in rare)
    alike = JaroWinkler.similarity(one, other, score_cutoff=0.8)
    return 0 if alike < 0.8 else 1 if alike < 0.92 else 2


def _number(one: str, other: str) -> int:
    if one == other:
        return 2
    return int(OSA.distance(one, other, score_cutoff=1) <= 1)
