"""`askwell rotate-keys`: the passwords of mailboxes, pasted calendar links and the keys of models, under a new key."""

import argparse

from django.conf import settings

from askwell.config.cli import Failure
from askwell.config.commands.database import migrate
from askwell.interviews.models import OwnCalendar
from askwell.outreach.actions.mail import secrets
from askwell.practice.models import ModelEndpoint


def rotate_keys(options: argparse.Namespace) -> None:
    migrate(options)
    try:
        written, lost = secrets.rotate_keys(also=[(OwnCalendar, "busy_url"), (ModelEndpoint, "sealed_key")])
    except OSError as reason:
        raise Failure(f"the keys could not be written: {reason}") from None
    print(f"Encrypted {written} passwords, links and keys with the newest key.")
    if settings.HOSTED:
        print(f"Encrypted {reseal_factors()} second factors with the secret key.")
    if lost:
        print(f"{lost} could not be read with any key: their owners are asked for them once more.")


def reseal_factors() -> int:
    """Write what second factors hold anew with the secret key; how many were written."""
    from allauth.mfa.models import Authenticator  # noqa: PLC0415 # its table is there only when hosted

    from askwell.accounts.web.second_factor import reseal  # noqa: PLC0415 # as above

    return sum(reseal(one) for one in Authenticator.objects.all())
