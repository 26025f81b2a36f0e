"""Every harmful file through every entry that takes files: a state that its page has words for, never a fault.

What is looked at more closely, kind by kind (memory, time, codes), lies with the parsers: tests/protocols.
"""

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from tests.factories.outreach import make_waiting
from tests.hostile.entries import ENTRIES
from tests.hostile.files import FILES, harmful

pytestmark = pytest.mark.once  # judged before any database is asked

ENDS = {
    "address book": {"refused", "done", "ready", "FileTooLargeError"},
    "card": {"refused", "ready"},
    "mail": {"open", "taken", "aside", "passed over"},
    "calendar": {"open", "taken", "aside", "passed over"},
    "resume": {"refused", "ready", "EmptyFileError"},
    "posting": {"refused", "ready", "NothingBroughtError"},
    "recording": {"refused", "written", "empty"},
    "restore": {"DamagedArchive", "TooLargeArchive", "UnknownVersion"},
}
SLOW = {"card", "recording"}
"""They load models of hundreds of megabytes: only what might be their kind goes in."""
THEIRS = ("picture", "jpeg", "drawing", "sound", "matroska", "nothing", "random", "bomb")
REACHED: list[str] = []


def _listen(event: str, given: tuple[object, ...]) -> None:
    if event in ("socket.getaddrinfo", "socket.connect") and "evil" in str(given):
        REACHED.append(str(given))


sys.addaudithook(_listen)


@pytest.fixture(autouse=True)
def _no_request_leaves() -> Iterator[None]:
    REACHED.clear()
    yield
    assert REACHED == []


CASES = [
    (entry, name)
    for entry in ENTRIES
    for name in FILES
    if entry not in SLOW or any(word in name for word in THEIRS)
]  # fmt: skip


@pytest.mark.parametrize(("entry", "name"), CASES)
def test_a_harmful_file_is_read_or_refused(
    workspace: Workspace, stranger: User, now: datetime, entry: str, name: str
) -> None:
    make_waiting(workspace, now - timedelta(days=3), given="Daniel")
    data = harmful(name)
    assert stranger.workspace
    goes_to = stranger.workspace if entry == "restore" else workspace

    assert ENTRIES[entry](goes_to, "a.bin", data, now) in ENDS[entry]
