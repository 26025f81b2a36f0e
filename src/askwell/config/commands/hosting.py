"""`askwell static` and `askwell sign-out`: what a hosted Askwell needs before it is served, and its operator later."""

import argparse

from django.conf import settings
from django.core.management import call_command

from askwell.accounts.models import User
from askwell.config.cli import Failure


def static(options: argparse.Namespace) -> None:
    if not settings.HOSTED:
        raise Failure("`up` serves them by itself; this is for a hosted Askwell (docs/running.md).")
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
    call_command("collectstatic", interactive=False, verbosity=0)


def sign_out(options: argparse.Namespace) -> None:
    """End every session of one account; it may sign in again."""
    if not settings.HOSTED:
        raise Failure("this is for a hosted Askwell; on one's own computer one signs out on the page.")
    from allauth.usersessions.models import UserSession  # noqa: PLC0415 # its table is there only when hosted

    from askwell.accounts.web.hearing import Sessions  # noqa: PLC0415 # as above

    user = User.objects.filter(email__iexact=options.email).first()
    if user is None:
        raise Failure(f"nobody here has the address {options.email}.")
    sessions = list(UserSession.objects.filter(user=user))
    Sessions().end_sessions(sessions)
    print(f"Ended {len(sessions)} sessions of {user.email}.")
