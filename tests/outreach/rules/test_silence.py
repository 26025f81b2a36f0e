"""How many messages a yes takes: METHOD's table, the prior, and one's own counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.outreach.rules.silence import at_least, contacts_needed, expected_silence


@pytest.mark.parametrize(
    ("rate", "contacts"), [(0.05, 282), (0.10, 140), (0.20, 69), (0.30, 45), (0.40, 33), (1.0, 10)]
)
def test_contacts_needed_for_ten_interviews_as_in_the_method(rate: float, contacts: int) -> None:
    assert contacts_needed(rate, goal=10, chance=0.9) == contacts


@given(rate=st.floats(0.02, 0.98), goal=st.integers(1, 12), chance=st.floats(0.05, 0.99))
def test_one_contact_fewer_is_not_enough(rate: float, goal: int, chance: float) -> None:
    needed = contacts_needed(rate, goal=goal, chance=chance)
    assert at_least(goal, needed, rate) >= chance
    assert needed == goal or at_least(goal, needed - 1, rate) < chance


@pytest.mark.parametrize(("rate", "goal", "chance"), [(0, 10, 0.9), (1.1, 10, 0.9), (0.2, 10, 1.0), (0.2, 0, 0.9)])
def test_contacts_needed_refuses_what_has_no_answer(rate: float, goal: int, chance: float) -> None:
    with pytest.raises(ValueError, match="^rate "):
        contacts_needed(rate, goal=goal, chance=chance)


@pytest.mark.parametrize(
    ("successes", "tries", "rate", "chance"),
    [
        (0, 5, 0.3, 1.0),
        (6, 5, 0.3, 0.0),
        (1, 3, 0.5, 0.875),
        (2, 2, 0.5, 0.25),
        (3, 3, 1.0, 1.0),
        (4, 3, 1.0, 0.0),
        (1, 3, 0.0, 0.0),
    ],
)
def test_at_least(successes: int, tries: int, rate: float, chance: float) -> None:
    assert at_least(successes, tries, rate) == pytest.approx(chance)


EXPECTED = [
    # yes, messages -> messages a yes takes, interval, still the starting rate
    (0, 0, 5, 3, 16, True),
    (6, 9, 2, 2, 4, True),
    (2, 9, 5, 3, 10, True),
    (2, 10, 5, 3, 11, False),
    (5, 14, 3, 2, 6, False),
    (2, 17, 7, 4, 15, False),
    (0, 40, 25, 13, 92, False),
    (300, 1000, 3, 3, 4, False),
]


@pytest.mark.parametrize(("successes", "attempts", "messages", "low", "high", "from_prior"), EXPECTED)
def test_expected_silence(successes: int, attempts: int, messages: int, low: int, high: int, from_prior: bool) -> None:
    found = expected_silence(successes, attempts)
    assert (found.messages, found.low, found.high, found.from_prior) == (messages, low, high, from_prior)
    assert found.rate == (2 + successes) / (10 + attempts)


def test_the_prior_can_be_another() -> None:
    warm, cold = expected_silence(0, 0, prior_yes=4, prior_no=4), expected_silence(0, 0, prior_yes=1, prior_no=9)
    assert (warm.messages, cold.messages) == (2, 10)


@given(attempts=st.integers(0, 400), data=st.data())
def test_the_interval_holds_the_number_and_more_yes_never_takes_more_messages(
    attempts: int, data: st.DataObject
) -> None:
    successes = data.draw(st.integers(0, attempts))
    found = expected_silence(successes, attempts)
    assert 1 <= found.low <= found.messages <= found.high
    assert expected_silence(successes + 1, attempts + 1).messages <= found.messages


@pytest.mark.parametrize(("successes", "attempts", "prior_no"), [(-1, 3, 8), (4, 3, 8), (0, 0, 0)])
def test_expected_silence_refuses_counts_that_cannot_be(successes: int, attempts: int, prior_no: int) -> None:
    with pytest.raises(ValueError, match=f"^{successes} of {attempts}"):
        expected_silence(successes, attempts, prior_no=prior_no)
