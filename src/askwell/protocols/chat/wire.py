"""The bytes of a request, and the words in the bytes of a streamed answer."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

LONGEST_LINE = 65_536


class ChatTrouble(StrEnum):
    """Why nothing, or nothing more, came."""

    NO_LINK = "no_link"  # neither http nor https
    FORBIDDEN = "forbidden"  # an address of this machine or of a private network
    NO_SERVER = "no_server"
    TOO_SLOW = "too_slow"
    REFUSED_KEY = "refused_key"
    REFUSED = "refused"  # any other answer than words
    GARBLED = "garbled"  # what came is not the protocol
    CUT = "cut"  # the connection ended before the answer
    KEY_LOST = "key_lost"  # the stored key can no longer be read


class ChatError(Exception):
    """`trouble` says why; never what was sent, or the key."""

    def __init__(self, trouble: ChatTrouble) -> None:
        self.trouble = trouble
        super().__init__(trouble.value)


@dataclass(frozen=True, slots=True)
class Message:
    role: Literal["system", "user", "assistant"]
    content: str


def request(model: str, messages: Sequence[Message], *, most_tokens: int) -> bytes:
    """The body that asks for a streamed answer."""
    said = [{"role": one.role, "content": one.content} for one in messages]
    body = {"model": model, "messages": said, "max_tokens": most_tokens, "stream": True}
    return json.dumps(body, ensure_ascii=False).encode()


class Answer:
    """Reads a streamed answer as it comes: `feed` gives the words in new bytes, `is_done` whether it was its end."""

    def __init__(self) -> None:
        self.is_done = False
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[str]:
        """Raises ChatError(GARBLED) for what is no event of the protocol."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LONGEST_LINE or any(len(line) > LONGEST_LINE for line in lines):
            raise ChatError(ChatTrouble.GARBLED)
        for line in lines:
            if not self.is_done and (words := self._event(line.rstrip(b"\r"))):
                yield words

    def _event(self, line: bytes) -> str:
        name, _, value = line.partition(b":")
        value = value.strip()
        if not line or name in (b"", b"event", b"id", b"retry"):
            return ""
        if name != b"data":
            raise ChatError(ChatTrouble.GARBLED)
        if value == b"[DONE]":
            self.is_done = True
            return ""
        return self._delta(value)

    def _delta(self, value: bytes) -> str:
        try:
            told: Any = json.loads(value)
            if "error" in told:
                raise ChatError(ChatTrouble.REFUSED)
            choices = told["choices"]
            choice = choices[0] if choices else {}
            self.is_done = bool(choice.get("finish_reason"))
            words = choice.get("delta", {}).get("content") or ""
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise ChatError(ChatTrouble.GARBLED) from None
        if not isinstance(words, str):
            raise ChatError(ChatTrouble.GARBLED)
        return words
