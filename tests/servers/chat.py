"""A server of a language model, as a test wants it: honest, slow, rude or broken."""

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from typing import Any


@dataclass
class Script:
    """What the server does: `words` are streamed with `pause` seconds before each; then the end, unless `cut`."""

    words: Sequence[str] = ()
    status: int = 200
    pause: float = 0
    cut: bool = False
    raw: bytes | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def chat_server(script: Script) -> Iterator[str]:
    """The address of the endpoint, up to where `/chat/completions` begins."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            script.paths.append(self.path)
            script.keys.append(self.headers.get("Authorization", ""))
            script.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            with suppress(OSError):
                _answer(self, script)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def _answer(handler: BaseHTTPRequestHandler, script: Script) -> None:
    handler.send_response(script.status)
    handler.send_header("Content-Type", "text/event-stream")
    handler.end_headers()
    if script.raw is not None:
        handler.wfile.write(script.raw)
        return
    for word in script.words:
        sleep(script.pause)
        handler.wfile.write(event({"choices": [{"delta": {"content": word}, "finish_reason": None}]}))
        handler.wfile.flush()
    if not script.cut:
        handler.wfile.write(b"data: [DONE]\n\n")


def event(told: object) -> bytes:
    return b"data: " + json.dumps(told, ensure_ascii=False).encode() + b"\n\n"
