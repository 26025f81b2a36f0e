"""A model asked at its address: word by word, within its time, and nowhere that it must not go."""

import socket
import threading
from time import monotonic

import pytest

from askwell.protocols.chat import ChatError, ChatTrouble, Endpoint, Message, ask, host_of, link_of
from askwell.protocols.chat.calling import Patience
from askwell.protocols.mail.servers.addresses import public_only
from tests.servers.chat import Script, chat_server, event
from tests.servers.scripted import scripted

HELLO = (Message("user", "Hello"),)
QUICK = Patience(connect=1, first_word=0.4, whole=0.8)


def trouble_of(script: Script, patience: Patience = QUICK) -> tuple[str, ChatTrouble]:
    """What came before it failed, and why it did."""
    words: list[str] = []
    with chat_server(script) as url, pytest.raises(ChatError) as failed:
        words.extend(ask(Endpoint(url, "small"), HELLO, patience=patience))
    return "".join(words), failed.value.trouble


def test_words_come_as_they_are_said() -> None:
    script = Script(["I ", "light ", "the lamp."], pause=0.15)
    with chat_server(script) as url:
        began, came = monotonic(), []
        for word in ask(Endpoint(url + "/", "small", "secret-key"), HELLO):
            came.append((word, monotonic() - began))
    assert [word for word, _ in came] == ["I ", "light ", "the lamp."]
    assert came[0][1] < came[2][1] - 0.2
    assert script.asked[0]["messages"] == [{"role": "user", "content": "Hello"}]
    assert (script.asked[0]["model"], script.asked[0]["stream"]) == ("small", True)
    assert (script.keys, script.paths) == (["Bearer secret-key"], ["/v1/chat/completions"])


def test_without_a_key_none_is_sent() -> None:
    script = Script(["Yes."])
    with chat_server(script) as url:
        assert list(ask(Endpoint(url, "small"), HELLO)) == ["Yes."]
    assert script.keys == [""]


@pytest.mark.parametrize(
    ("script", "came", "trouble"),
    [
        (Script(["Half a ", "sent"], cut=True), "Half a sent", ChatTrouble.CUT),
        (Script(["late"], pause=0.6), "", ChatTrouble.TOO_SLOW),
        (Script(["on "] * 50, pause=0.1), None, ChatTrouble.TOO_SLOW),
        (Script(status=401), "", ChatTrouble.REFUSED_KEY),
        (Script(status=500), "", ChatTrouble.REFUSED),
        (Script(status=302), "", ChatTrouble.REFUSED),
        (Script(raw=b"<html>hello</html>\n"), "", ChatTrouble.GARBLED),
        (Script(raw=b""), "", ChatTrouble.CUT),
        (Script(raw=b": nothing\n" * 200_000), "", ChatTrouble.GARBLED),
    ],
    ids=["cut", "slow to begin", "slow to end", "401", "500", "redirect", "page", "nothing", "endless"],
)  # fmt: skip
def test_each_failure_has_a_name_and_keeps_what_came(script: Script, came: str | None, trouble: ChatTrouble) -> None:
    words, named = trouble_of(script, QUICK if script.raw is None else Patience())
    assert named is trouble
    assert words == came if came is not None else words.startswith("on on on")


def test_a_server_that_dies_in_the_middle_broke_off() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    told = event({"choices": [{"delta": {"content": "I walk"}, "finish_reason": None}]})
    words: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def die() -> None:
            connection, _address = listening.accept()
            connection.recv(65_536)
            connection.sendall(head + f"{len(told):x}\r\n".encode() + told + b"\r\n40\r\nda")
            connection.close()

        dying = threading.Thread(target=die)
        dying.start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        with pytest.raises(ChatError) as failed:
            words.extend(ask(Endpoint(address, "small"), HELLO, patience=QUICK))
        dying.join(5)
    assert (words, failed.value.trouble) == (["I walk"], ChatTrouble.CUT)


def test_after_the_first_word_there_is_time_for_the_rest() -> None:
    patient = Patience(connect=1, first_word=1, whole=20)
    with chat_server(Script(["on "] * 4, pause=0.4)) as url:
        assert list(ask(Endpoint(url, "small"), HELLO, patience=patient)) == ["on "] * 4


def test_a_silent_server_is_given_up_in_time() -> None:
    def silent(sock: socket.socket) -> None:
        while sock.recv(4096):
            pass

    began = monotonic()
    with scripted(silent) as port, pytest.raises(ChatError) as failed:
        list(ask(Endpoint(f"http://127.0.0.1:{port}", "small"), HELLO, patience=QUICK))
    assert failed.value.trouble is ChatTrouble.TOO_SLOW
    assert monotonic() - began < 3


def test_nobody_there_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(ChatError) as failed:
        list(ask(Endpoint(f"http://127.0.0.1:{port}/v1", "small"), HELLO))
    assert failed.value.trouble is ChatTrouble.NO_SERVER


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/v1", "http://169.254.169.254/latest", "http://[::1]/v1"])
def test_where_askwell_is_hosted_no_private_address_is_asked(url: str) -> None:
    with pytest.raises(ChatError) as failed:
        list(ask(Endpoint(url, "small"), HELLO, resolve=public_only))
    assert failed.value.trouble is ChatTrouble.FORBIDDEN


@pytest.mark.parametrize(
    "url",
    [
        "",
        "file:///etc/passwd",
        "ftp://x.example",
        "http://user:pass@x.example",
        "http://:pass@x.example",
        "http://[",
        "http://x.example:99999/",
    ],
)
def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    with pytest.raises(ChatError) as failed:
        list(ask(Endpoint(url, "small"), HELLO))
    assert failed.value.trouble is ChatTrouble.NO_LINK


def test_the_key_is_never_shown() -> None:
    assert "secret-key" not in repr(Endpoint("http://x.example", "small", "secret-key"))


@pytest.mark.parametrize("pasted", ["/v1", "/v1/", "/v1/chat/completions", "/v1/chat/completions/ "])
def test_whatever_of_the_address_is_pasted_is_the_same_link(pasted: str) -> None:
    link = link_of(f" https://models.example:8443{pasted}")
    assert (link, host_of(link)) == ("https://models.example:8443/v1", "models.example:8443")


@pytest.mark.parametrize("url", ["https://x.example/v1?key=1", "https://x.example/v1#key", "x.example/v1"])
def test_a_link_holds_an_address_only(url: str) -> None:
    with pytest.raises(ChatError) as failed:
        link_of(url)
    assert failed.value.trouble is ChatTrouble.NO_LINK


def test_a_forbidden_server_is_refused_before_it_is_asked() -> None:
    with pytest.raises(ChatError) as failed:
        link_of("http://10.0.0.1/v1", resolve=public_only)
    assert failed.value.trouble is ChatTrouble.FORBIDDEN
