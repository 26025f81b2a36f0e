import socket
import time
import tracemalloc
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.protocols.mail.servers import (
    Credentials,
    FolderName,
    FolderState,
    ImapClient,
    MailError,
    Security,
    Server,
    SignIn,
    Trouble,
    open_imap,
)
from tests.protocols.mail.servers.test_smtp import refused
from tests.servers.dovecot import PASSWORD
from tests.servers.fixtures import Dovecot
from tests.servers.scripted import Talk, imap, lines, scripted

ME = Credentials(login="mei", secret=PASSWORD)
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def mail(number: int, body: str = "Hello") -> bytes:
    head = f"From: Hanna <hanna@port.example>\r\nMessage-ID: <{number}@port.example>\r\nSubject: No {number}\r\n"
    return f"{head}X-Other: not needed\r\n\r\n{body}\r\n".encode()


def account(server: Dovecot, login: str, security: Security = Security.NONE) -> tuple[Server, Credentials]:
    port = server.tls_port if security is Security.TLS else server.port
    return Server("localhost", port, security), Credentials(login=login, secret=PASSWORD)


def local(port: int) -> Server:
    return Server("localhost", port, Security.NONE)


def test_folders_are_told_with_what_they_are_for(imap_server: Dovecot, mail_login: str) -> None:
    with open_imap(*account(imap_server, mail_login)) as client:
        assert client.folders() == [
            FolderName("INBOX", "inbox"),
            FolderName("Sent", "sent"),
            FolderName("Junk", "junk"),
            FolderName("Archive", "other"),
        ]


def test_headers_come_from_a_number_on_and_leave_mails_unread(imap_server: Dovecot, mail_login: str) -> None:
    for number in (1, 2, 3):
        imap_server.deliver(mail_login, mail(number))

    with open_imap(*account(imap_server, mail_login)) as client:
        state = client.select("INBOX")
        found = list(client.headers(2, limit=10))

    assert (state.uid_next, state.exists) == (4, 3)
    assert [heading.uid for heading in found] == [2, 3]
    assert found[0].data == (
        b"From: Hanna <hanna@port.example>\r\nMessage-ID: <2@port.example>\r\nSubject: No 2\r\n\r\n"
    )
    assert found[0].size == len(mail(2))
    assert abs((found[0].arrived_at - datetime.now(UTC)).total_seconds()) < 60
    assert len(list((imap_server.folder(mail_login) / "cur").glob("*S*"))) == 0


def test_nothing_new_is_nothing(imap_server: Dovecot, mail_login: str) -> None:
    imap_server.deliver(mail_login, mail(1))

    with open_imap(*account(imap_server, mail_login)) as client:
        client.select("INBOX")
        assert list(client.headers(2, limit=10)) == []  # a server answers `2:*` with the last mail, number 1
        client.select("Archive")
        assert list(client.headers(1, limit=10)) == []


def test_a_limit_takes_the_first_ones(imap_server: Dovecot, mail_login: str) -> None:
    for number in range(5):
        imap_server.deliver(mail_login, mail(number))

    with open_imap(*account(imap_server, mail_login)) as client:
        client.select("INBOX")
        assert [heading.uid for heading in client.headers(2, limit=3)] == [2, 3, 4]
        assert [heading.uid for heading in client.headers(5, limit=3)] == [5]
        assert [heading.uid for heading in client.headers(6, limit=3)] == []


def test_headers_can_be_left_early(imap_server: Dovecot, mail_login: str) -> None:
    for number in range(5):
        imap_server.deliver(mail_login, mail(number))

    with open_imap(*account(imap_server, mail_login)) as client:
        client.select("INBOX")
        headers = client.headers(1, limit=10)
        next(headers)
        with pytest.raises(RuntimeError):
            client.whole(1, limit=10)
        headers.close()  # type: ignore[attr-defined]  # a generator, as said
        assert client.whole(1, limit=10) == mail(0)[:10]


def test_a_mail_is_read_whole_up_to_a_limit(imap_server: Dovecot, mail_login: str) -> None:
    imap_server.deliver(mail_login, mail(1, body="x" * 10_000))

    with open_imap(*account(imap_server, mail_login)) as client:
        client.select("INBOX")
        assert client.whole(1, limit=100_000) == mail(1, body="x" * 10_000)
        assert client.whole(1, limit=500) == mail(1, body="x" * 10_000)[:500]
        assert client.whole(9, limit=500) == b""


def test_a_mail_is_found_by_its_id_in_sent(imap_server: Dovecot, mail_login: str) -> None:
    with open_imap(*account(imap_server, mail_login)) as client:
        client.append("Sent", mail(7), AT)
        state = client.select("Sent")
        assert client.find("7@port.example")
        assert not client.find("8@port.example")
        assert not client.find('7@port.example" OR ALL "')
        assert not client.find("张@port.example")
        assert [heading.arrived_at for heading in client.headers(1, limit=5)] == [AT]

    assert state.exists == 1
    assert imap_server.mails(mail_login, "Sent") == [mail(7)]


def test_a_folder_that_is_not_there(imap_server: Dovecot, mail_login: str) -> None:
    with open_imap(*account(imap_server, mail_login)) as client:
        with refused() as why:
            client.select("Nowhere")
        assert client.select("INBOX").exists == 0  # the session goes on

    assert (why().trouble, why().permanent) == (Trouble.REFUSED, True)


def test_new_mail_ends_the_waiting(imap_server: Dovecot, mail_login: str) -> None:
    with open_imap(*account(imap_server, mail_login)) as client:
        client.select("INBOX")
        assert not client.idle(0.1)
        Timer(0.2, imap_server.deliver, (mail_login, mail(1))).start()
        began = time.monotonic()
        assert client.idle(20)
        assert time.monotonic() - began < 10
        assert client.select("INBOX").exists == 1


def test_a_folder_whose_numbers_were_made_anew_says_so(imap_server: Dovecot, mail_login: str) -> None:
    imap_server.deliver(mail_login, mail(1))
    with open_imap(*account(imap_server, mail_login)) as client:
        before = client.select("INBOX")
    time.sleep(1.1)  # Dovecot makes the number of the second
    imap_server.renumber(mail_login)

    with open_imap(*account(imap_server, mail_login)) as client:
        after = client.select("INBOX")

    assert after.uid_validity != before.uid_validity
    assert after.exists == 1


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_tls_is_spoken(imap_server: Dovecot, mail_login: str, security: Security) -> None:
    with open_imap(*account(imap_server, mail_login, security)) as client:
        assert client.select("INBOX").exists == 0


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    imap_server: Dovecot, mail_login: str, security: Security
) -> None:
    with refused() as why, open_imap(*account(imap_server, mail_login, security)):
        pass

    assert why().trouble is Trouble.NOT_PRIVATE


def test_a_wrong_password(imap_server: Dovecot, mail_login: str) -> None:
    server, _ = account(imap_server, mail_login)
    with refused() as why, open_imap(server, Credentials(login=mail_login, secret="wrong wörd")):
        pass

    assert (why().trouble, why().permanent) == (Trouble.LOGIN_REFUSED, True)
    assert why().said == "[AUTHENTICATIONFAILED] Authentication failed."


def greeted(*answers: bytes) -> Talk:
    return lines(b"* OK hi\r\n", *answers)


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (b"a2 NO [ALERT] Application-specific password required\r\n", Trouble.NEEDS_APP_LOGIN),
        (b"a2 NO [UNAVAILABLE] try later\r\n", Trouble.REFUSED_NOW),
        (b"a2 NO Login fail. Account is abnormal, service is not open\r\n", Trouble.NEEDS_APP_LOGIN),
        (b"* BYE too many connections\r\n", Trouble.NO_ANSWER),
        (b"a2 BAD what\r\n", Trouble.LOGIN_REFUSED),
    ],
)
def test_what_a_refused_log_in_means(answer: bytes, trouble: Trouble) -> None:
    talk = greeted(b"* CAPABILITY IMAP4rev1\r\na1 OK\r\n", answer)
    with scripted(talk) as port, refused() as why, open_imap(local(port), ME):
        pass

    assert why().trouble is trouble


def test_a_token_that_is_not_taken() -> None:
    talk = greeted(b"* CAPABILITY IMAP4rev1 SASL-IR\r\na1 OK\r\n", b"+ eyJzdGF0dXMiOiI0MDEifQ==\r\n", b"a2 NO no\r\n")
    me = Credentials(login="mei", secret="stale", sign_in=SignIn.OAUTH)
    with scripted(talk) as port, refused() as why, open_imap(local(port), me):
        pass

    assert why().trouble is Trouble.LOGIN_REFUSED


def test_a_server_that_lets_us_in_before_tls_is_somebody_else() -> None:
    talk = imap(greeting=b"* PREAUTH welcome\r\n")
    with scripted(talk) as port, refused() as why, open_imap(Server("localhost", port, Security.STARTTLS), ME):
        pass

    assert why().trouble is Trouble.NOT_PRIVATE


@pytest.mark.parametrize("greeting", [b"HTTP/1.1 400 Bad Request\r\n", b"220 smtp\r\n", b"\x00\xff\r\n"])
def test_another_kind_of_server_is_told_apart(greeting: bytes) -> None:
    with scripted(lines(greeting)) as port, refused() as why, open_imap(local(port), ME):
        pass

    assert why().trouble is Trouble.NOT_A_MAIL_SERVER


def test_a_server_that_dribbles_is_given_up_in_time() -> None:
    def talk(sock: object) -> None:
        for byte in b"* OK " + b"x" * 1000:
            sock.sendall(bytes([byte]))  # type: ignore[attr-defined]  # a socket
            time.sleep(0.05)

    began = time.monotonic()
    with scripted(talk) as port, refused() as why, open_imap(local(port), ME, timeout=0.4):
        pass

    assert why().trouble is Trouble.NO_ANSWER
    assert time.monotonic() - began < 3


def test_a_greeting_of_many_slow_lines_is_given_up_in_time() -> None:
    def talk(sock: object) -> None:
        for _ in range(60):
            sock.sendall(b"* OK not yet\r\n* CAPABILITY\r\n")  # type: ignore[attr-defined]  # a socket
            time.sleep(0.2)

    began = time.monotonic()
    with scripted(talk) as port, refused() as why, open_imap(local(port), ME, timeout=0.5):
        pass

    assert why().trouble is Trouble.NO_ANSWER
    assert time.monotonic() - began < 4


def dribbling(pause: float) -> Talk:
    """Lets everybody in; then each line of its answers comes after that pause, byte by byte."""

    def talk(sock: socket.socket) -> None:
        imap()(_Slow(sock, pause))  # type: ignore[arg-type]  # as much of a socket as that needs

    return talk


@dataclass
class _Slow:
    sock: socket.socket
    pause: float
    said: int = 0

    def makefile(self, mode: str) -> object:
        return self.sock.makefile("rb")

    def sendall(self, data: bytes) -> None:
        self.said += 1
        lines = [b"* OK wait\r\n"] * 60 if self.said == 7 else []  # after greeting and log-in, longer than a time-out
        for line in lines:
            time.sleep(self.pause)
            self.sock.sendall(line)
        self.sock.sendall(data)


@pytest.mark.parametrize(("patience", "is_given_up"), [(1.0, True), (30.0, False)])
def test_a_server_that_says_a_little_just_in_time_is_given_up_too(
    monkeypatch: pytest.MonkeyPatch, patience: float, is_given_up: bool
) -> None:
    """Every line comes long before the time-out, so only what all of it brings can tell."""
    monkeypatch.setattr("askwell.protocols.mail.servers.wire.PATIENCE", patience)
    monkeypatch.setattr("askwell.protocols.mail.servers.wire.BRINGS", 1000)
    began, trouble = time.monotonic(), None
    with scripted(dribbling(0.1)) as port:
        try:
            with open_imap(local(port), ME, timeout=5) as client:
                client.folders()
        except MailError as error:
            trouble = error.trouble
    assert trouble == (Trouble.NO_ANSWER if is_given_up else None)
    assert (time.monotonic() - began < 4) or not is_given_up


def test_an_answer_of_huge_lines_is_not_kept() -> None:
    huge = b"".join(b'* LIST () "/" ' + b"x" * 1_000_000 + b"\r\n" for _ in range(40))
    with scripted(imap(LIST=huge)) as port, open_imap(local(port), ME) as client:
        tracemalloc.start()
        with refused() as why:
            client.folders()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert why().trouble is Trouble.NOT_A_MAIL_SERVER
    assert peak < 12_000_000


def test_a_line_of_many_long_pieces_is_not_kept() -> None:
    one = b"BODY[] {1000000}\r\n" + b"x" * 1_000_000
    talk = imap(UID_FETCH=b"* 1 FETCH (UID 1 " + one * 40 + b")\r\n")
    with scripted(talk) as port, open_imap(local(port), ME) as client:
        tracemalloc.start()
        client.whole(1, limit=1_000_000)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert peak < 6_000_000


def test_no_more_headings_are_taken_than_were_asked_for() -> None:
    one = b"* %d FETCH (UID %d RFC822.SIZE 9000 BODY[HEADER.FIELDS (FROM)] {2}\r\nhh)\r\n"
    talk = imap(EXAMINE=b"* 5 EXISTS\r\n", UID_FETCH=b"".join(one % (n, n) for n in range(1, 301)))
    with scripted(talk) as port, open_imap(local(port), ME) as client:
        client.select("INBOX")
        assert [found.uid for found in client.headers(1, limit=100)] == list(range(1, 101))
        assert client.find("x@y") is False  # the rest was dropped, and the talk goes on


def test_a_piece_longer_than_wanted_is_not_kept() -> None:
    size = 30_000_000
    fetched = b"* 1 FETCH (UID 1 BODY[]<0> {%d}\r\n" % size + b"x" * size + b")\r\n"
    with scripted(imap(UID_FETCH=fetched)) as port, open_imap(local(port), ME) as client:
        tracemalloc.start()
        data = client.whole(1, limit=1000)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert data == b"x" * 1000
    assert peak < 2_000_000


def test_five_thousand_headers_are_not_held_in_memory() -> None:
    one = b"* %d FETCH (UID %d RFC822.SIZE 9000 BODY[HEADER.FIELDS (FROM)] {2000}\r\n" + b"h" * 2000 + b")\r\n"
    talk = imap(EXAMINE=b"* 5000 EXISTS\r\n", UID_FETCH=b"".join(one % (n, n) for n in range(1, 5001)))
    with scripted(talk) as port, open_imap(local(port), ME) as client:
        client.select("INBOX")
        tracemalloc.start()
        count = sum(1 for _ in client.headers(1, limit=5000))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert count == 5000
    assert peak < 1_000_000  # they are ten


def fetched(answer: bytes) -> list[tuple[int, int, datetime, bytes]]:
    with scripted(imap(EXAMINE=b"* 9 EXISTS\r\n", UID_FETCH=answer)) as port, open_imap(local(port), ME) as client:
        client.select("INBOX")
        return [(h.uid, h.size, h.arrived_at, h.data) for h in client.headers(1, limit=9)]


def test_the_order_and_the_manner_of_an_answer_do_not_matter() -> None:
    long_ago = datetime(1970, 1, 1, tzinfo=UTC)
    assert fetched(
        b"* 1 FETCH (BODY[HEADER.FIELDS (FROM)] {2}\r\nab RFC822.SIZE 7 UID 4 "
        b'INTERNALDATE " 2-Nov-2026 01:30:00 -0800")\r\n'
        b"* 2 FETCH (FLAGS (\\Seen))\r\n"  # news of another mail in between
        b"* 12 EXISTS\r\n"
        b'* 3 FETCH (UID 5 INTERNALDATE "31-Feb-2026 01:30:00 +0000" BODY[HEADER.FIELDS (FROM)] "c\\"d")\r\n'
        b"* 4 FETCH (UID 6 BODY[HEADER.FIELDS (FROM)] {0}\r\n)\r\n"
    ) == [(4, 7, AT, b"ab"), (5, 3, long_ago, b'c"d'), (6, 0, long_ago, b"")]


def test_a_mail_that_looks_like_an_answer_is_only_a_mail() -> None:
    inside = b"a99 OK done\r\n* BYE\r\n* 1 FETCH (UID 7 BODY[] {3}\r\n"
    found = fetched(b"* 1 FETCH (UID 4 BODY[HEADER.FIELDS (FROM)] {%d}\r\n%s)\r\n" % (len(inside), inside))

    assert [(uid, data) for uid, _, _, data in found] == [(4, inside)]


@pytest.mark.parametrize(
    ("listed", "folders"),
    [
        (  # QQ
            b'* LIST (\\HasNoChildren) "/" "INBOX"\r\n* LIST () "/" "Sent Messages"\r\n* LIST () "/" "Junk"\r\n',
            [("INBOX", "inbox"), ("Sent Messages", "sent"), ("Junk", "junk")],
        ),
        (  # 163
            b'* LIST () "/" "&XfJT0ZAB-"\r\n* LIST () "/" "&V4NXPpCuTvY-"\r\n* LIST () "/" INBOX\r\n',
            [("INBOX", "inbox"), ("已发送", "sent"), ("垃圾邮件", "junk")],
        ),
        (  # Gmail, in French
            b'* LIST (\\HasChildren \\Noselect) "/" "[Gmail]"\r\n'
            b'* LIST (\\Sent) "/" "[Gmail]/Messages envoy&AOk-s"\r\n* LIST (\\Junk) "/" "[Gmail]/Spam"\r\n'
            b'* LIST () "/" "Sent"\r\n',
            [("[Gmail]/Messages envoyés", "sent"), ("[Gmail]/Spam", "junk"), ("Sent", "other")],
        ),
        (b'* LIST () "." INBOX.Sent\r\n', [("INBOX.Sent", "sent")]),
        (b'* LIST () NIL {4}\r\nSpam\r\n* LIST () "/" "q\\"&-x"\r\n', [("Spam", "junk"), ('q"&x', "other")]),
        (b'* LIST () "/" "\xff\xfe"\r\n* LIST () "/" "&AAoACg-"\r\n', []),
    ],
)
def test_folders_of_servers_that_say_less(listed: bytes, folders: list[tuple[str, str]]) -> None:
    with scripted(imap(LIST=listed)) as port, open_imap(local(port), ME) as client:
        assert [(folder.readable, folder.role) for folder in client.folders()] == folders


def test_a_server_that_does_not_say_the_next_number() -> None:
    answers = {"EXAMINE": b"* 3 EXISTS\r\n* OK [UIDVALIDITY 9] ok\r\n", "FETCH": b"* 3 FETCH (UID 17)\r\n"}
    with scripted(imap(**answers)) as port, open_imap(local(port), ME) as client:
        assert client.select("INBOX") == FolderState(9, 18, 3)


@settings(max_examples=40)  # most wait for a line that never comes
@given(st.binary(max_size=300))
def test_whatever_a_server_says_ends_in_a_value_or_a_named_error(noise: bytes) -> None:
    def ask(client: ImapClient) -> None:
        client.folders()
        client.select("INBOX")
        list(client.headers(1, limit=5))
        client.whole(1, limit=100)

    talk = imap(LIST=noise + b"\r\n", EXAMINE=b"* 2 EXISTS\r\n", UID_FETCH=noise + b"\r\n")
    with scripted(talk) as port, suppress(MailError), open_imap(local(port), ME, timeout=0.2) as client:
        ask(client)
