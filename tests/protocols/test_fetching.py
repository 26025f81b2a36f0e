"""What lies at an address is fetched within bounds, whatever the server does, and nowhere it must not go."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep

import pytest

from askwell.protocols import fetching
from askwell.protocols.fetching import Fetched, FetchError, FetchTrouble, link_of
from askwell.protocols.mail.servers.addresses import Resolve, public_only

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        where = self.path.partition("?")[0]
        if where == "/moved":
            self._say(302, {"Location": "/basic.ics?x=1"})
        elif where == "/round":
            self._say(302, {"Location": "/round"})
        elif where == "/inside":
            self._say(302, {"Location": "http://127.0.0.2:9/secret"})
        elif where == "/file":
            self._say(302, {"Location": "file:///etc/passwd"})
        elif where == "/big":
            self._say(200, {})
            self._drip(b"x" * 10_000, 1000, 0)
        elif where == "/slow":
            self._say(200, {})
            self._drip(b"x", 100, 0.2)
        elif where == "/heads":
            self._drip(b"X", 100, 0.2)
        elif where == "/pieces":
            self._say(200, {"Transfer-Encoding": "chunked"})
            self._drip(b"1", 100, 0.2)
        elif where == "/basic.ics":
            self._say(200, {"Content-Type": "Text/Calendar; charset=utf-8"}, CALENDAR)
        else:
            self._say(404, {}, b"no")

    def _say(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self, piece: bytes, times: int, pause: float) -> None:
        try:
            for _ in range(times):
                self.wfile.write(piece)
                sleep(pause)
        except OSError:
            return  # who asked has hung up

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def fetch(url: str, *, resolve: Resolve | None = None, seconds: float = 20) -> Fetched:
    return fetching.fetch(url, accept="text/calendar", resolve=resolve, seconds=seconds)


def trouble(work: Callable[[], object]) -> FetchTrouble:
    with pytest.raises(FetchError) as caught:
        work()
    return caught.value.trouble


def test_what_lies_there_comes_also_after_a_redirect(base: str) -> None:
    assert fetch(f"{base}/basic.ics") == Fetched(CALENDAR, f"{base}/basic.ics", "text/calendar")
    assert fetch(f"{base}/moved") == Fetched(CALENDAR, f"{base}/basic.ics?x=1", "text/calendar")


@pytest.mark.parametrize(
    ("path", "why"), [("/none", "refused"), ("/round", "refused"), ("/big", "too_big"), ("/file", "no_link")]
)
def test_what_is_no_calendar_ends_with_its_reason(base: str, path: str, why: str) -> None:
    assert trouble(lambda: fetch(base + path)) == why


@pytest.mark.parametrize("path", ["/slow", "/heads", "/pieces"])
def test_a_server_that_drips_is_not_waited_for(base: str, path: str) -> None:
    begun = monotonic()
    assert trouble(lambda: fetch(base + path, seconds=1)) == FetchTrouble.TOO_SLOW
    assert monotonic() - begun < 3


def test_nobody_there() -> None:
    assert trouble(lambda: fetch("http://127.0.0.1:1/basic.ics", seconds=2)) == FetchTrouble.NO_SERVER


PRIVATE = (
    *("http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.8/", "http://192.168.1.1/x.ics"),
    *("http://169.254.169.254/latest/meta-data/", "http://0.0.0.0/", "http://[::ffff:10.0.0.1]/", "http://2130706433/"),
    "http://0x7f.1/",
)


@pytest.mark.parametrize("url", PRIVATE)
def test_private_addresses_are_refused_where_others_use_it_too(url: str) -> None:
    assert trouble(lambda: fetch(url, resolve=public_only, seconds=5)) == FetchTrouble.FORBIDDEN


def test_a_redirect_leads_to_no_private_address_either(base: str) -> None:
    allowed: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        if allowed:
            return list(public_only(host, port))
        allowed.append(host)  # the first one is the test's own server
        return [host]

    assert trouble(lambda: fetch(f"{base}/inside", resolve=resolve)) == FetchTrouble.FORBIDDEN


def test_what_was_resolved_is_what_is_connected_to(base: str) -> None:
    port = base.rpartition(":")[2]
    assert (
        fetch(f"http://calendar.invalid:{port}/basic.ics", resolve=lambda _host, _port: ["127.0.0.1"]).data == CALENDAR
    )


@pytest.mark.parametrize(
    ("pasted", "link"),
    [
        (" https://p1.example/x.ics#a ", "https://p1.example/x.ics"),
        ("https://calendar.example/a b\n.ics?k=1", "https://calendar.example/ab.ics?k=1"),
    ],
)
def test_links_are_taken_as_people_paste_them(pasted: str, link: str) -> None:
    assert link_of(pasted) == link


NO_LINKS = (
    *("", "x", "ftp://a.example/x", "webcal://a.example/x", "file:///etc/passwd", "https://", "https://u:p@a.example/"),
    *("https://a.example:x/", "http://[::1", f"https://a.example/{'x' * 2001}"),
)


@pytest.mark.parametrize("pasted", NO_LINKS)
def test_what_is_no_link_is_refused(pasted: str) -> None:
    assert trouble(lambda: link_of(pasted)) == FetchTrouble.NO_LINK
