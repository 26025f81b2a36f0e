"""A page at an address; what all fetching has in common is in `tests/protocols/test_fetching.py`."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep

import pytest

from askwell.protocols.fetching import Fetched, FetchError
from askwell.protocols.postings import fetch

PAGE = b"<h1>Cook</h1>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self._say(301, Location="/jobs/1")
        elif self.path == "/picture":
            self._say(200, **{"Content-Type": "image/png"})
        elif self.path == "/endless":
            self._say(200, **{"Content-Type": "application/rss+xml"})
            self._dribble()
        else:
            self._say(200, **{"Content-Type": "text/html; charset=utf-8"})
            self.wfile.write(PAGE)

    def _say(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _dribble(self) -> None:
        try:
            while True:
                self.wfile.write(b"<item>")
                sleep(0.1)
        except OSError:
            return  # who asked has hung up

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_comes_with_where_it_was_found(base: str) -> None:
    assert fetch(f"{base}/moved", guarded=False) == Fetched(PAGE, f"{base}/jobs/1", "text/html")


def test_where_others_use_it_too_nothing_inside_is_reached(base: str) -> None:
    for address in (f"{base}/jobs/1", "http://localhost/", "http://10.0.0.8/", "http://169.254.169.254/latest/"):
        with pytest.raises(FetchError, match="forbidden"):
            fetch(address, guarded=True)


def test_a_picture_is_no_page(base: str) -> None:
    with pytest.raises(FetchError, match="wrong_kind"):
        fetch(f"{base}/picture", guarded=False)


def test_a_feed_that_never_ends_is_not_waited_for(base: str) -> None:
    begun = monotonic()
    with pytest.raises(FetchError, match="too_slow"):
        fetch(f"{base}/endless", guarded=False, seconds=1)
    assert monotonic() - begun < 5


@pytest.mark.parametrize(
    "address", ["webcal://a.example/x", "ftp://a.example/x", "file:///etc/passwd", "a.example", ""]
)
def test_only_http_and_https_are_asked(address: str) -> None:
    with pytest.raises(FetchError, match="no_link"):
        fetch(address, guarded=False)
