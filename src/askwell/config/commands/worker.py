"""`askwell work`: the background worker and the sweep."""

import argparse

from askwell.config.ending import end_with_starter
from askwell.config.work import work as run_worker


def work(options: argparse.Namespace) -> None:
    end_with_starter()
    run_worker()
