"""Who wants no contact is left alone by the whole programme, and is back when they take it back."""

from datetime import datetime

import pytest

from askwell.interviews.actions.visiting import decline, stop, take_stop_back
from askwell.programmes.choices import InsiderState, MatchState
from askwell.programmes.models import Insider, Programme
from tests.factories.talks import A_DAY, again, asked, page_token

pytestmark = pytest.mark.django_db


def of(match_insider: Insider) -> Insider:
    return Insider.objects.of(match_insider.workspace).get(pk=match_insider.pk)


def test_no_contact_means_nobody_of_the_programme(programme: Programme, now: datetime) -> None:
    match = asked(programme)

    stop(token=page_token(match), now=now + A_DAY)

    insider = of(match.insider)
    assert again(match).state == MatchState.DECLINED
    assert (insider.state, insider.is_own_wish) == (InsiderState.LEFT, True)


def test_taken_back_they_are_in_again(programme: Programme, now: datetime) -> None:
    match = asked(programme)
    stop(token=page_token(match), now=now + A_DAY)

    take_stop_back(token=page_token(match), now=now + A_DAY)

    assert of(match.insider).state == InsiderState.ACTIVE


def test_a_plain_no_leaves_them_in(programme: Programme, now: datetime) -> None:
    match = asked(programme)

    decline(token=page_token(match), now=now + A_DAY)

    assert of(match.insider).state == InsiderState.ACTIVE
