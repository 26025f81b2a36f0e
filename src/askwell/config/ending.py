"""What `askwell up` started ends with it, also when it was killed and could stop nothing itself."""

import os
import signal
import time
from collections.abc import Mapping
from threading import Thread

STARTER = "ASKWELL_STARTED_BY"
GRACE = 15  # seconds to finish what is under way; `up` itself gives ten
LOOK_EVERY = 1  # second


def started_by_me() -> Mapping[str, str]:
    """The environment for a process that is to end with this one."""
    return {**os.environ, STARTER: str(os.getpid())}


def end_with_starter() -> None:
    """From now on this process ends when the one that started it is gone; nothing where nobody is named. A process
    whose parent died gets another one, on every system."""
    if starter := os.environ.get(STARTER):
        Thread(target=_watch, args=(int(starter),), daemon=True).start()


def _watch(starter: int) -> None:
    while os.getppid() == starter:
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os.kill(os.getpid(), signal.SIGKILL)
