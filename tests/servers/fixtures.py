"""`imap_server` and `smtp_server`, real ones; `mail_login` is an account of this test's own at both."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.sink import Sink, sink


@pytest.fixture(scope="session")
def imap_server() -> Iterator[Dovecot]:
    """One Dovecot a run; every login name is an account of its own."""
    with dovecot() as server:
        yield server


@pytest.fixture
def smtp_server(imap_server: Dovecot) -> Iterator[Sink]:
    """A fresh one each test, with STARTTLS; it delivers into `imap_server` where told to."""
    with sink(imap_server.certificate) as server:
        server.imap = imap_server
        yield server


@pytest.fixture
def mail_login() -> str:
    return f"mei-{uuid4().hex[:12]}@seeker.example"


@pytest.fixture
def trusted(imap_server: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The servers' certificate is trusted for this test."""
    monkeypatch.setenv("SSL_CERT_FILE", str(imap_server.certificate.file))
