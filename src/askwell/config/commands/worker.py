"""`askwell work`: the background worker and the sweep."""

import argparse

from django.conf import settings

from askwell.config.ending import end_with_starter
from askwell.config.logs import log_what_ends_us
from askwell.config.work import work as run_worker


def work(options: argparse.Namespace) -> None:
    end_with_starter()
    if settings.HOSTED:
        log_what_ends_us()
    run_worker()
