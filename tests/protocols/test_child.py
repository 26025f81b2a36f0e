"""A child that fails over a stranger's bytes says where, never what they were."""

import subprocess
import sys

ASKED = b"".join(len(frame).to_bytes(4, "big") + frame for frame in (b"how", b"canary of a stranger"))
CHILD = """
from askwell.protocols.child import serve
def answer(data, how):
    raise ValueError(f"cannot read {data!r}")
serve(1 << 30, answer)
"""


def test_what_a_child_prints_when_it_ends_quotes_nobody() -> None:
    done = subprocess.run([sys.executable, "-c", CHILD], input=ASKED, capture_output=True, check=False)

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == "ValueError at __main__:4\n"
