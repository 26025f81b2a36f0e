"""`askwell rotate-keys`: the passwords of mailboxes, and pasted calendar links, under a new key."""

import argparse

from askwell.config.cli import Failure
from askwell.config.commands.server import migrate
from askwell.interviews.models import OwnCalendar
from askwell.outreach.actions.mail import secrets


def rotate_keys(options: argparse.Namespace) -> None:
    migrate(options)
    try:
        written, lost = secrets.rotate_keys(also=[(OwnCalendar, "busy_url")])
    except OSError as reason:
        raise Failure(f"the keys could not be written: {reason}") from None
    print(f"Encrypted {written} passwords and links with the newest key.")
    if lost:
        print(f"{lost} could not be read with any key: their owners are asked for them once more.")
