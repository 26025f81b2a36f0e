"""A round is closed, and the next one begins with the same people."""

from datetime import date, datetime

import pytest

from askwell.programmes.actions.closing import close_round, next_round, open_again
from askwell.programmes.actions.errors import RoundOpenError, RoundOverError
from askwell.programmes.choices import RoundState
from askwell.programmes.models import Programme, Round
from tests.factories.talks import asked

pytestmark = pytest.mark.django_db


def test_what_is_on_its_way_is_told_and_the_next_begins(programme: Programme, now: datetime) -> None:
    one = asked(programme).round
    Round.objects.of(programme.workspace).update(with_unjoined=False)
    with pytest.raises(RoundOpenError):
        next_round(workspace=programme.workspace, round_id=one.pk, now=now)
    assert close_round(workspace=programme.workspace, round_id=one.pk, now=now) == 1
    with pytest.raises(RoundOverError):
        close_round(workspace=programme.workspace, round_id=one.pk, now=now)
    following = next_round(workspace=programme.workspace, round_id=one.pk, now=now)
    assert (following.number, following.state, following.week) == (one.number + 1, "solving", date(2026, 11, 30))
    assert not following.with_unjoined
    assert following.version > following.solved_version


def test_closing_is_taken_back(programme: Programme, now: datetime) -> None:
    one = asked(programme).round
    close_round(workspace=programme.workspace, round_id=one.pk, now=now)
    back = open_again(workspace=programme.workspace, round_id=one.pk)
    assert (back.state, back.closed_at) == (RoundState.PROPOSED, None)


def test_it_is_not_taken_back_beside_another_round_of_theirs(programme: Programme, now: datetime) -> None:
    one = asked(programme).round
    close_round(workspace=programme.workspace, round_id=one.pk, now=now)
    next_round(workspace=programme.workspace, round_id=one.pk, now=now)

    with pytest.raises(RoundOpenError):
        open_again(workspace=programme.workspace, round_id=one.pk)

    one.refresh_from_db()
    assert one.state == RoundState.CLOSED
