"""How gunicorn serves Askwell: `gunicorn --config python:askwell.config.serving askwell.config.wsgi`.

GUNICORN_CMD_ARGS and the command line go before what stands here.
"""

import gc
import os
import shutil
import tempfile
from typing import Any

from askwell.config.settings import HOSTED

bind = "127.0.0.1:8000"
workers = 2
threads = 4
timeout = 120
graceful_timeout = 30
preload_app = True  # workers are forked from one that has read the code and the coach's weights
control_socket_disable = True
loglevel = "info" if HOSTED else "warning"
if HOSTED:
    _ERRORS = {"level": "INFO", "handlers": ["console"], "propagate": False}
    logconfig_dict: dict[str, Any] = {
        "formatters": {"line": {"()": "askwell.config.logs.OneLine"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        # every request is a line of config/watching.py; gunicorn's would hold addresses
        "loggers": {"gunicorn.error": _ERRORS, "gunicorn.access": {"handlers": [], "propagate": False}},
        "root": {"level": "WARNING", "handlers": ["console"]},
    }

# Its processes count into files of this folder: health/web/counters.py, which is loaded after this.
_COUNTS = os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="askwell-counts-")


def when_ready(server: Any) -> None:
    """Nothing that was read before the fork is ever thrown away: no worker looks through it for what may be, which
    would take long, and copy it."""
    gc.collect()
    gc.freeze()


def on_exit(server: Any) -> None:
    shutil.rmtree(_COUNTS, ignore_errors=True)
