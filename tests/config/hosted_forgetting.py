"""What is forgotten of who came from where when ASKWELL_HOSTED is on. Run by test_hosted.py."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt, AccessLog
from django.contrib.sessions.models import Session
from django.core.cache import cache

from askwell.accounts.models import User
from askwell.accounts.tasks import sweep
from tests.config.hosted_safety import HTTPS, _static_files, make, signed_in

__all__ = ["_static_files"]


@pytest.fixture
def seeker(db: None) -> User:
    cache.clear()  # rate limits, and that the list of browsers was gone through
    return make("mei@seeker.example")


def sweep_in(**after: float) -> None:
    sweep(datetime.now(UTC) + timedelta(**after))


def test_who_signs_in_and_out_leaves_no_address_beside_the_list_of_browsers(seeker: User) -> None:
    client = signed_in(seeker)
    kept = UserSession.objects.filter(user=seeker).count()

    client.post("/account/leave/", **HTTPS)

    assert (kept, AccessLog.objects.count(), AccessAttempt.objects.count()) == (1, 0, 0)


def test_a_failed_sign_in_is_forgotten_after_two_days(seeker: User) -> None:
    signed_in(seeker, "wrong password here")
    sweep_in(days=2, minutes=-5)
    kept = AccessAttempt.objects.count()

    sweep_in(days=2, minutes=5)

    assert (kept, AccessAttempt.objects.count()) == (1, 0)


def test_sign_ins_that_were_written_down_before_are_forgotten(seeker: User) -> None:
    AccessLog.objects.create(username=seeker.email, ip_address="203.0.113.7", user_agent="", http_accept="")

    sweep_in(days=3)

    assert AccessLog.objects.count() == 0


def test_a_session_that_is_over_is_forgotten_with_its_browser(seeker: User) -> None:
    signed_in(seeker)
    sweep_in(days=29)
    kept = (Session.objects.count(), UserSession.objects.count())

    sweep_in(days=31)

    assert (kept, Session.objects.count(), UserSession.objects.count()) == ((1, 1), 0, 0)


def test_who_signed_out_is_forgotten_within_a_day_and_nobody_else(seeker: User) -> None:
    there = make("olga@programme.example")
    leaver, stayer = signed_in(seeker), signed_in(there)
    leaver.post("/account/leave/", **HTTPS)

    sweep_in(days=1)

    assert list(UserSession.objects.values_list("user", flat=True)) == [there.pk]
    assert stayer.get("/", **HTTPS).status_code == 200


def test_a_browser_that_signs_in_just_now_stays_in_the_list(seeker: User) -> None:
    signed_in(seeker)
    Session.objects.all().delete()  # as before it was written

    sweep_in(minutes=1)

    assert UserSession.objects.count() == 1


def test_the_list_of_browsers_is_gone_through_once_a_day(seeker: User) -> None:
    now = datetime.now(UTC).replace(hour=1) + timedelta(days=1)
    sweep(now)
    signed_in(seeker)
    Session.objects.all().delete()

    sweep(now + timedelta(hours=20))
    kept = UserSession.objects.count()
    sweep(now + timedelta(days=1))

    assert (kept, UserSession.objects.count()) == (1, 0)
