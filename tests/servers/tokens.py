"""A provider's token endpoint, as a real HTTP server that answers what a test tells it to."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs


@dataclass
class Endpoint:
    """`asked` are the forms it was sent; `answer` and `status` what it says."""

    address: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    answer: Any = None
    status: int = 200


@contextmanager
def token_endpoint() -> Iterator[Endpoint]:
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            endpoint.asked.append({name: values[0] for name, values in form.items()})
            self.send_response(endpoint.status)
            if endpoint.status == 302:
                self.send_header("Location", endpoint.address + "/elsewhere")
            self.end_headers()
            self.wfile.write(json.dumps(endpoint.answer).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    endpoint.address = f"http://127.0.0.1:{server.server_port}/token"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
