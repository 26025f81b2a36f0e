"""Who missed talks gets no new one until somebody of the programme talked with them."""

from collections.abc import Callable

import pytest
from django.test import Client

from askwell.accounts.models import User
from askwell.programmes.choices import MatchState, Side
from askwell.programmes.models import Insider, Match, Participant, Programme
from askwell.programmes.queries.missed import missed_by_seeker
from askwell.programmes.queries.pool import pool
from askwell.programmes.rules.missing import Follow
from tests.conftest import NOW
from tests.factories.programmes import make_insider, make_participant
from tests.factories.rounds import begun

SignIn = Callable[[User], Client]


def miss(programme: Programme, side: Side, times: int) -> tuple[Participant, Insider]:
    seeker, insider = make_participant(programme, "Mei Chen"), make_insider(programme)
    for _time in range(times):
        Match.objects.create(
            workspace=programme.workspace, round=begun(programme), state=MatchState.MISSED, missed_by=side,
            participant=seeker, insider=insider, ended_at=NOW,
        )  # fmt: skip
    return seeker, insider


def drawn(programme: Programme) -> tuple[int, int]:
    the_round = pool(begun(programme), NOW)
    return len(the_round.seekers), len(the_round.insiders)


@pytest.mark.parametrize(("side", "left"), [(Side.SEEKER, (0, 1)), (Side.INSIDER, (1, 0))])
def test_twice_is_once_too_often(programme: Programme, side: Side, left: tuple[int, int]) -> None:
    one = miss(programme, side, 1)
    assert drawn(programme) == (1, 1)

    for row in one:
        row.delete()
    seeker, insider = miss(programme, side, 2)
    assert drawn(programme) == left

    for row in (seeker, insider):
        row.talked_at = NOW
        row.save()
    assert drawn(programme) == (1, 1)


def test_the_seekers_page_says_so_until_somebody_talked(programme: Programme, owner: User, sign_in: SignIn) -> None:
    seeker, _insider = miss(programme, Side.SEEKER, 2)
    client, path = sign_in(owner), f"/programmes/seekers/{seeker.pk}/"
    assert missed_by_seeker(programme, seeker, NOW) == (2, Follow.PAUSE)
    assert "They missed 2 talks" in client.get(path).content.decode()

    client.post(f"{path}talked/")
    assert "They missed" not in client.get(path).content.decode()

    client.post(f"{path}talked/?back=1")
    assert "They missed 2 talks" in client.get(path).content.decode()
