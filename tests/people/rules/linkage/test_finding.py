"""What holds for every network: either order, more records, many look-alikes."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.lib.names import parse_name
from askwell.people.rules.linkage import Job, Network, Outcome, Record, find
from askwell.people.rules.linkage.clusters import cluster

NAMES = ["Min Zhou", "周敏", "Zhou Min", "Ana Lee", "A. Lee", "Anna Lee", "王小明", "Michael Wang", "Bob Fraser", ""]
MAILS = ["a@mail.example", "b@mail.example", "info@foo.example"]
FIRMS = ["Foo Foods", "Foo Foods Ltd.", "Bar Freight", ""]

records = st.builds(
    lambda name, mail, phone, firm: Record(
        parse_name(name), emails=mail, phones=phone, jobs=(Job(firm, "Buyer"),) if firm else ()
    ),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(MAILS), max_size=2, unique=True).map(tuple),
    st.lists(st.sampled_from(["+16045550101", "+16045550102"]), max_size=1).map(tuple),
    st.sampled_from(FIRMS),
)


def outcomes(network: Network, count: int) -> dict[tuple[int, int], str]:
    told = {(match.one, match.other): match.outcome.value for match in network.find().matches}
    return {pair: told.get(pair, "no") for pair in combinations(range(count), 2)}


@settings(max_examples=60, deadline=None)
@given(st.lists(records, min_size=2, max_size=6))
def test_the_order_of_records_changes_nothing(some: list[Record]) -> None:
    straight = outcomes(Network(some), len(some))
    last = len(some) - 1
    turned = outcomes(Network(some[::-1]), len(some))
    assert {(last - b, last - a): outcome for (a, b), outcome in turned.items()} == straight


@settings(max_examples=60, deadline=None)
@given(st.lists(records, min_size=2, max_size=6), records)
def test_a_record_more_never_parts_a_certain_pair(some: list[Record], more: Record) -> None:
    network = Network(some)
    before = outcomes(network, len(some))
    network.add(more)
    after = outcomes(network, len(some))
    assert after == before


@settings(max_examples=60, deadline=None)
@given(st.lists(records, min_size=1, max_size=6))
def test_who_is_merged_without_asking_is_one_group_among_the_likely_ones_too(some: list[Record]) -> None:
    found = find(some)
    for one, other in combinations(range(len(some)), 2):
        if found.certain[one] == found.certain[other]:
            assert found.likely[one] == found.likely[other]


def test_five_thousand_look_alikes_are_compared_with_their_neighbours_only() -> None:
    many = [
        Record(parse_name("Min Zhou"), emails=(f"{n}@mail.example",), jobs=(Job("Foo Foods", f"Buyer {n}"),))
        for n in range(5_000)
    ]
    found = find(many)
    assert found.compared < 13 * 5_000
    assert all(match.outcome is not Outcome.CERTAIN for match in found.matches)


@pytest.mark.parametrize(
    ("pairs", "apart", "groups"),
    [
        ([(9.0, 0, 1), (8.0, 1, 2)], {(0, 2)}, [0, 0, 2]),
        ([(8.0, 0, 1), (9.0, 1, 2)], {(0, 2)}, [0, 1, 1]),
        ([(9.0, 0, 1), (8.0, 2, 3), (7.0, 0, 3)], {(1, 2)}, [0, 0, 2, 2]),
        ([(9.0, 0, 1), (8.0, 2, 3), (7.0, 0, 3)], set(), [0, 0, 0, 0]),
    ],
)  # fmt: skip
def test_no_group_holds_two_that_cannot_be_one(
    pairs: list[tuple[float, int, int]], apart: set[tuple[int, int]], groups: list[int]
) -> None:
    assert list(cluster(len(groups), pairs, lambda a, b: (min(a, b), max(a, b)) in apart)) == groups


def test_a_vague_record_does_not_chain_namesakes() -> None:
    found = find(
        [
            Record(parse_name("Mary Wang"), emails=("mary@mail.example",), phones=("+16045550101",)),
            Record(parse_name("M. Wang"), emails=("mary@mail.example", "mark@mail.example")),
            Record(parse_name("Mark Wang"), emails=("mark@mail.example",), phones=("+16045550102",)),
        ]
    )
    assert found.likely[0] != found.likely[2]


def test_a_new_record_finds_whom_it_is() -> None:
    network = Network(
        [Record(parse_name(f"Ana {word}"), emails=(f"{word}@mail.example",)) for word in ("Lee", "Roy", "Khan")]
    )
    matches = network.add(Record(parse_name("Ana Roy"), emails=("Roy@mail.example".lower(),)))
    assert [(match.one, match.other, match.outcome) for match in matches] == []
    network = Network(
        [Record(parse_name(f"Ana {word}"), emails=(f"{word}@mail.example",)) for word in ("lee", "roy", "khan")]
    )
    matches = network.add(Record(parse_name("Ana Roy"), emails=("roy@mail.example",)))
    assert [(match.one, match.other, match.outcome) for match in matches] == [(1, 3, Outcome.CERTAIN)]


def test_the_settled_are_never_joined_with_one_another_and_newcomers_with_one_of_them() -> None:
    same = [Record(parse_name("Ana Roy"), emails=("roy@mail.example",)) for _ in range(3)]
    found = find(same)
    assert set(found.certain) == {0}
    settled = Network(same).find(settled=2)
    assert list(settled.certain) == [0, 1, 0]
    assert [(match.one, match.other) for match in settled.matches] == [(0, 2), (1, 2)]
