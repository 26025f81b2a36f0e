import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.mail.servers import (
    Credentials,
    MailError,
    Security,
    Server,
    SignIn,
    SmtpClient,
    Trouble,
    open_smtp,
)
from askwell.protocols.mail.servers.smtp import _stuffed
from tests.servers.dovecot import PASSWORD
from tests.servers.fixtures import Sink
from tests.servers.scripted import lines, scripted
from tests.servers.sink import Accepted

MAIL = b"From: mei@seeker.example\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\n\r\nHello\r\n"
SENDER, READER = "mei@seeker.example", "hanna@port.example"
ME = Credentials(login=SENDER, secret=PASSWORD)


def nothing() -> None:
    pass


def server_of(sink: Sink, security: Security = Security.NONE) -> Server:
    return Server("localhost", sink.port, security)


@contextmanager
def refused() -> Iterator[Callable[[], MailError]]:
    """What went wrong inside, afterwards."""
    with pytest.raises(MailError) as caught:
        yield lambda: caught.value


def send(client: SmtpClient, data: bytes = MAIL) -> str:
    return client.send(SENDER, [READER], data, before_end=nothing)


def test_a_mail_is_handed_over_as_it_is(smtp_server: Sink) -> None:
    with open_smtp(server_of(smtp_server), ME) as client:
        assert send(client) == "2.0.0 Queued as 1"

    assert smtp_server.accepted == [Accepted(SENDER, (READER,), MAIL)]
    assert smtp_server.logins == [SENDER]


def test_one_after_another_in_one_session_also_after_a_refusal(smtp_server: Sink) -> None:
    smtp_server.will("RCPT", "550 5.1.1 No such user")

    with open_smtp(server_of(smtp_server), ME) as client:
        with refused() as why:
            send(client)
        send(client)

    assert (why().trouble, why().permanent, why().said) == (Trouble.REFUSED, True, "550 5.1.1 No such user")
    assert len(smtp_server.accepted) == 1
    assert len(smtp_server.logins) == 1


@pytest.mark.parametrize(
    ("step", "said", "trouble", "permanent"),
    [
        ("RCPT", "450 4.2.0 Greylisted, come back in 20 minutes", Trouble.REFUSED_NOW, False),
        ("MAIL", "421 4.3.2 Closing", Trouble.REFUSED_NOW, False),
        ("DATA", "451 4.3.0 Try again", Trouble.REFUSED_NOW, False),
        ("RCPT", "550 5.1.1 No such user", Trouble.REFUSED, True),
        ("DATA", "554 5.7.1 Looks like spam", Trouble.REFUSED, True),
        ("DATA", "552 5.3.4 Message too big", Trouble.TOO_BIG, True),
        ("DATA", "552 Message size exceeds fixed limit", Trouble.TOO_BIG, True),
        ("RCPT", "552 5.2.2 Mailbox full", Trouble.REFUSED, True),
    ],
)
def test_a_refusal_says_whether_trying_again_can_help(
    smtp_server: Sink, step: str, said: str, trouble: Trouble, permanent: bool
) -> None:
    smtp_server.script[step].append(said)

    with refused() as why, open_smtp(server_of(smtp_server), ME) as client:
        send(client)

    assert (why().trouble, why().permanent, why().said) == (trouble, permanent, said)
    assert smtp_server.accepted == []


def test_a_mail_over_the_servers_limit_is_not_even_begun(smtp_server: Sink) -> None:
    begun: list[str] = []

    with refused() as why, open_smtp(server_of(smtp_server), ME) as client:
        client.send(SENDER, [READER], b"x\r\n" * 12_000_000, before_end=lambda: begun.append("end"))

    assert (why().trouble, begun) == (Trouble.TOO_BIG, [])


def test_a_connection_lost_after_the_whole_mail_leaves_it_open_whether_it_went(smtp_server: Sink) -> None:
    smtp_server.will("DATA", "drop")
    handed: list[int] = []

    with refused() as why, open_smtp(server_of(smtp_server), ME) as client:
        client.send(SENDER, [READER], MAIL, before_end=lambda: handed.append(len(smtp_server.accepted)))

    assert (why().trouble, why().permanent) == (Trouble.LOST_AFTER_DATA, False)
    assert handed == [0]  # told before the server could have it
    assert len(smtp_server.accepted) == 1


def test_a_connection_lost_earlier_is_no_answer(smtp_server: Sink) -> None:
    smtp_server.will("RCPT", "drop")

    with refused() as why, open_smtp(server_of(smtp_server), ME) as client:
        send(client)

    assert (why().trouble, why().permanent) == (Trouble.NO_ANSWER, False)
    assert smtp_server.accepted == []


def test_what_is_raised_before_the_end_stops_the_mail(smtp_server: Sink) -> None:
    def stop() -> None:
        raise LookupError("called back")

    with pytest.raises(LookupError), open_smtp(server_of(smtp_server), ME) as client:
        client.send(SENDER, [READER], MAIL, before_end=stop)
    time.sleep(0.1)

    assert smtp_server.accepted == []


@pytest.mark.parametrize("step", ["MAIL", "DATA"])
def test_a_server_that_hangs_is_given_up_in_time(smtp_server: Sink, step: str) -> None:
    smtp_server.script[step].append("hang")
    began = time.monotonic()

    with refused() as why, open_smtp(server_of(smtp_server), ME, timeout=0.3) as client:
        send(client)

    assert time.monotonic() - began < 3
    assert why().trouble is (Trouble.NO_ANSWER if step == "MAIL" else Trouble.LOST_AFTER_DATA)


def test_a_wrong_password_is_refused_and_not_repeated_in_the_words(smtp_server: Sink) -> None:
    smtp_server.will("AUTH", "535 5.7.8 Bad password hunter2hunter2 for you")

    with refused() as why, open_smtp(server_of(smtp_server), Credentials(login=SENDER, secret="hunter2hunter2")):
        pass

    assert (why().trouble, why().permanent) == (Trouble.LOGIN_REFUSED, True)
    assert why().said == "5.7.8 Bad password … for you"


@pytest.mark.parametrize(
    "said",
    [
        "534 5.7.9 Application-specific password required. https://support.google.com/mail/?p=InvalidSecondFactor",
        "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
        "535 Login fail. Please enter your authorization code to login.",
        "535 Error: authentication failed, 请使用授权码登录",
    ],
)
def test_a_server_that_wants_an_app_password_is_understood(smtp_server: Sink, said: str) -> None:
    smtp_server.script["AUTH"].append(said)

    with refused() as why, open_smtp(server_of(smtp_server), ME):
        pass

    assert why().trouble is Trouble.NEEDS_APP_LOGIN


def test_a_log_in_that_fails_for_now_can_be_tried_again(smtp_server: Sink) -> None:
    smtp_server.will("AUTH", "454 4.7.0 Temporary authentication failure")

    with refused() as why, open_smtp(server_of(smtp_server), ME):
        pass

    assert (why().trouble, why().permanent) == (Trouble.REFUSED_NOW, False)


@pytest.mark.parametrize(("token", "works"), [(PASSWORD, True), ("stale-token", False)])
def test_an_access_token_logs_in(smtp_server: Sink, token: str, works: bool) -> None:
    me = Credentials(login=SENDER, secret=token, sign_in=SignIn.OAUTH)
    if works:
        with open_smtp(server_of(smtp_server), me) as client:
            send(client)
    else:
        with refused() as why, open_smtp(server_of(smtp_server), me):
            pass
        assert why().trouble is Trouble.LOGIN_REFUSED

    assert len(smtp_server.accepted) == works


@pytest.mark.usefixtures("trusted")
def test_starttls_is_spoken(smtp_server: Sink) -> None:
    with open_smtp(server_of(smtp_server, Security.STARTTLS), ME) as client:
        send(client)

    assert len(smtp_server.accepted) == 1


def test_a_certificate_that_nobody_vouches_for_is_refused(smtp_server: Sink) -> None:
    with refused() as why, open_smtp(server_of(smtp_server, Security.STARTTLS), ME):
        pass

    assert why().trouble is Trouble.NOT_PRIVATE
    assert smtp_server.logins == []


def test_without_starttls_on_offer_no_password_is_sent() -> None:
    heard: list[bytes] = []
    with scripted(lines(b"220 hello\r\n", b"250 plain only\r\n", b"250 ok\r\n")) as port:
        server = Server("localhost", port, Security.STARTTLS)
        with refused() as why, open_smtp(server, ME):
            pass

    assert (why().trouble, heard) == (Trouble.NOT_PRIVATE, [])


def test_words_slipped_in_before_tls_are_not_heard() -> None:
    talk = lines(b"220 hi\r\n", b"250-me\r\n250 STARTTLS\r\n", b"220 go\r\n250 injected\r\n")
    with scripted(talk) as port, refused() as why, open_smtp(Server("localhost", port, Security.STARTTLS), ME):
        pass

    assert why().trouble is Trouble.NOT_PRIVATE


@pytest.mark.parametrize("greeting", [b"HTTP/1.1 400 Bad Request\r\n", b"SSH-2.0-x\r\n", b"* OK IMAP\r\n"])
def test_another_kind_of_server_is_told_apart(greeting: bytes) -> None:
    with scripted(lines(greeting)) as port, refused() as why, open_smtp(Server("localhost", port, Security.NONE), ME):
        pass

    assert why().trouble is Trouble.NOT_A_MAIL_SERVER


def test_a_name_that_does_not_exist_and_a_port_where_nobody_listens() -> None:
    for server in (
        Server("mail.nowhere.invalid", 465, Security.TLS),
        Server("127.0.0.1", 1, Security.NONE),
        Server("a b", 1, Security.NONE),
    ):
        with refused() as why, open_smtp(server, ME):
            pass
        assert why().trouble is Trouble.NO_SERVER


@pytest.mark.parametrize(
    ("sender", "recipient"),
    [
        (SENDER, "a@b.example>\r\nRCPT TO:<x@y.example"),
        (SENDER, "a@b.example\nDATA"),
        ("mei@seeker.example> SIZE=1", READER),
        (SENDER, "a b@c.example"),
        (SENDER, ""),
        (SENDER, "nobody"),
    ],
)
def test_an_address_cannot_carry_a_command(smtp_server: Sink, sender: str, recipient: str) -> None:
    with refused() as why, open_smtp(server_of(smtp_server), ME) as client:
        client.send(sender, [recipient], MAIL, before_end=nothing)

    assert (why().trouble, why().permanent) == (Trouble.REFUSED, True)
    assert smtp_server.accepted == []


@pytest.mark.parametrize("ending", [b"\n.\n", b"\r.\r", b"\r\n.\r\n", b"\n.\r\n", b"\r\n.\n", b"\n.\r"])
def test_a_body_cannot_end_the_mail_and_begin_another(smtp_server: Sink, ending: bytes) -> None:
    body = MAIL + b"one" + ending + b"MAIL FROM:<evil@x.example>\r\nRCPT TO:<all@x.example>\r\nDATA\r\nboo"

    with open_smtp(server_of(smtp_server), ME) as client:
        send(client, body)

    assert [mail.sender for mail in smtp_server.accepted] == [SENDER]
    assert smtp_server.accepted[0].data.endswith(b"boo\r\n")


@given(st.text(alphabet="\r\n.ab").map(str.encode))
def test_after_stuffing_only_whole_lines_are_left_and_none_is_a_dot(data: bytes) -> None:
    stuffed = _stuffed(data)

    split = stuffed.split(b"\r\n")
    assert split[-1] == b""
    assert b"." not in split
    assert not any(b"\r" in line or b"\n" in line for line in split)


def test_an_address_in_other_letters_goes_where_the_server_can(smtp_server: Sink) -> None:
    with open_smtp(server_of(smtp_server), ME) as client:
        client.send(SENDER, ["张伟@例子.example"], MAIL, before_end=nothing)

    assert smtp_server.accepted[0].recipients == ("张伟@例子.example",)
