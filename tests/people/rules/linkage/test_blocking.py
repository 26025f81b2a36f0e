"""Which pairs share a key: as told one by one, however keys fall and whenever one asks."""

from collections import defaultdict
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from askwell.people.rules.linkage.blocking import Blocks

FAR = 1 << 40  # the same last bits, so the same mark
filed = st.lists(st.lists(st.sampled_from([1, 2, 3, 1 + FAR, 2 + FAR, -1]), max_size=4), max_size=8)


def holders(keys: list[list[int]]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in dict.fromkeys(own):
            found[key].append(place)
    return found


def told(blocks: Blocks, keys: list[list[int]]) -> dict[int, list[int]]:
    return {key: list(blocks.several(key)) for own in keys for key in own}


@given(filed, filed)
def test_who_holds_a_key_is_known_before_and_after_newcomers(some: list[list[int]], more: list[list[int]]) -> None:
    blocks = Blocks()
    for place, own in enumerate(some):
        blocks.file(place, own)
    several = {key: held if len(held) > 1 else [] for key, held in holders(some).items()}
    assert told(blocks, some) == several
    blocks.forget()
    assert told(blocks, some) == several
    for key, held in holders(some).items():
        assert list(blocks.near(key)) == held
    for place, own in enumerate(more, len(some)):
        blocks.file(place, own)
    for key, held in holders([*some, *more]).items():
        assert list(blocks.near(key)) == held


@given(filed)
def test_pairs_are_those_that_share_a_key_once_each(keys: list[list[int]]) -> None:
    blocks = Blocks()
    for place, own in enumerate(keys):
        blocks.file(place, own)
    wanted = {pair for held in holders(keys).values() for pair in combinations(held, 2)}
    pairs = list(blocks.pairs(lambda place: place, set()))
    assert len(pairs) == len(wanted)
    assert set(pairs) == wanted
