"""How to add an extra to this very installation."""

import shlex
import sys
from importlib.util import find_spec


def install_command(extra: str) -> str:
    """The shell command that adds `extra` to the Python that Askwell runs from, be it a clone's own environment or any
    other. It names a folder of this computer: only for who sits at it."""
    python = shlex.quote(sys.executable)
    installer = f"{python} -m pip install" if find_spec("pip") else f"uv pip install --python {python}"
    return f'{installer} "askwell[{extra}]"'
