"""The bytes of a chat with a model: any bytes at all, in any pieces, are words or a named error."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.chat.wire import LONGEST_LINE, Answer, ChatError, ChatTrouble, Message, request
from tests.servers.chat import event

WORDS = ["The ", "green lamp", " 绿灯", "."]
STREAM = (
    b": keep alive\n\nevent: message\n"
    + event({"choices": []})
    + event({"choices": [{"delta": {"role": "assistant", "content": None}}]})
    + b"".join(event({"choices": [{"delta": {"content": word}}]}) for word in WORDS)
    + event({"choices": [{"delta": {}, "finish_reason": "stop"}]})
    + event({"choices": [{"delta": {"content": "after the end"}}]})
)


def read(data: bytes, size: int) -> tuple[str, bool]:
    answer = Answer()
    words = "".join(word for at in range(0, len(data), size) for word in answer.feed(data[at : at + size]))
    return words, answer.is_done


@pytest.mark.parametrize("size", [1, 2, 7, 64, 100_000])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_words_come_out_whole_however_the_bytes_are_cut(size: int, end: bytes) -> None:
    assert read(STREAM.replace(b"\n", end), size) == ("The green lamp 绿灯.", True)


def test_done_ends_the_answer_too() -> None:
    assert read(event({"choices": [{"delta": {"content": "Hm."}}]}) + b"data: [DONE]\n\n", 5) == ("Hm.", True)


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"<html>not found</html>\n", ChatTrouble.GARBLED),
        (b"data: {\n", ChatTrouble.GARBLED),
        (b"data: []\n", ChatTrouble.GARBLED),
        (b'data: {"choices": 3}\n', ChatTrouble.GARBLED),
        (b'data: {"choices": [{"delta": {"content": 5}}]}\n', ChatTrouble.GARBLED),
        (b"data: " + b"[" * 5000 + b"\n", ChatTrouble.GARBLED),
        (b"x" * (LONGEST_LINE + 1), ChatTrouble.GARBLED),
        (b'data: {"error": {"message": "too many tokens"}}\n', ChatTrouble.REFUSED),
    ],
)
def test_what_is_no_answer_is_named(data: bytes, trouble: ChatTrouble) -> None:
    with pytest.raises(ChatError) as refused:
        list(Answer().feed(data))
    assert refused.value.trouble is trouble


@given(st.lists(st.binary(max_size=200), max_size=10))
def test_any_bytes_are_words_or_an_error(pieces: list[bytes]) -> None:
    answer = Answer()
    with suppress(ChatError):
        assert all(isinstance(word, str) for piece in pieces for word in answer.feed(piece))


def test_a_request_asks_for_a_bounded_stream() -> None:
    body = json.loads(request("small", [Message("user", "绿灯?")], most_tokens=90))
    assert body == {
        "model": "small", "messages": [{"role": "user", "content": "绿灯?"}], "max_tokens": 90, "stream": True
    }  # fmt: skip
