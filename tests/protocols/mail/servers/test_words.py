import logging
import traceback
from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from askwell.outreach.actions.mail.mailboxes import Wanted
from askwell.protocols.mail.servers import Credentials
from askwell.protocols.mail.servers.oauth import Client, Tokens
from askwell.protocols.mail.servers.words import login_refused, plain, shown, xoauth2

SECRET = "hunter2hunter2"
NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
ME = Credentials(login="mei@seeker.example", secret=SECRET)


@pytest.mark.parametrize(
    "holder",
    [
        ME,
        Client(identifier="askwell", secret=SECRET),
        Tokens(access=SECRET, refresh=SECRET, ends=NOW),
        Wanted(address="mei@seeker.example", secret=SECRET, token=SECRET, imap=[], smtp=[]),
        Wanted(address="mei@seeker.example", secret=SECRET, imap=[], smtp=[]).credentials,
    ],
)
def test_what_holds_a_secret_does_not_show_it(holder: object, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("askwell").warning("%s %r", holder, holder)

    assert SECRET in str(asdict(holder))  # type: ignore[call-overload]  # it is there, all of them are dataclasses
    assert SECRET not in f"{holder} {holder!r} {[holder]} {caplog.text}"


@pytest.mark.parametrize("spelled", [SECRET, plain(ME), xoauth2(ME)])
def test_a_server_that_repeats_it_is_not_quoted(spelled: str) -> None:
    error = login_refused(f"535 you sent {spelled}, no\r\n\x1b[2J".encode(), ME)

    assert error.said == "535 you sent …, no [2J"
    assert SECRET not in "".join(traceback.format_exception(error))


def test_words_of_a_server_are_one_short_line() -> None:
    assert shown(b"a\r\nb\0\t" + "é".encode() + b"\xff" + b"x" * 999) == "a b é\ufffd" + "x" * 294
