"""`askwell static`: what a hosted Askwell needs before it is served."""

import argparse

from django.conf import settings
from django.core.management import call_command

from askwell.config.cli import Failure


def static(options: argparse.Namespace) -> None:
    if not settings.HOSTED:
        raise Failure("`up` serves them by itself; this is for a hosted Askwell (docs/running.md).")
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
    call_command("collectstatic", interactive=False, verbosity=0)
