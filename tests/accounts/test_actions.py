"""The local owner's way in, and the wall around a workspace."""

from datetime import datetime, timedelta

import pytest

from askwell.accounts.actions import LinkSpentError, ensure_local_owner, issue_sign_in_link, spend_sign_in_link
from askwell.accounts.models import NoWorkspaceError, SignInLink, User
from askwell.people.models import Person


def test_a_sign_in_link_works_once(seeker: User, now: datetime) -> None:
    token = issue_sign_in_link(user=seeker, now=now)

    assert spend_sign_in_link(token=token, now=now) == seeker
    with pytest.raises(LinkSpentError):
        spend_sign_in_link(token=token, now=now)


def test_a_sign_in_link_dies_after_half_an_hour(seeker: User, now: datetime) -> None:
    token = issue_sign_in_link(user=seeker, now=now)

    with pytest.raises(LinkSpentError):
        spend_sign_in_link(token=token, now=now + timedelta(minutes=30))


def test_the_token_itself_is_not_stored(seeker: User, now: datetime) -> None:
    token = issue_sign_in_link(user=seeker, now=now)

    assert token not in str(SignInLink.objects.values_list())


@pytest.mark.django_db
def test_the_local_owner_is_made_once_with_a_workspace() -> None:
    first, second = ensure_local_owner(), ensure_local_owner()

    assert first == second
    assert first.workspace == second.workspace is not None


@pytest.mark.django_db
def test_a_query_that_names_no_workspace_is_refused() -> None:
    with pytest.raises(NoWorkspaceError):
        Person.objects.filter(given_name="Min")
