"""A calendar at an address; the rest of it is in `tests/protocols/test_fetching.py`."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from askwell.protocols.calendar.fetching import fetch, link_of
from askwell.protocols.fetching import FetchError

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


class Asked(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert self.headers["Accept"].startswith("text/calendar")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(CALENDAR)

    def log_message(self, *_: object) -> None:
        return


def test_a_calendar_is_asked_for_and_comes() -> None:
    with HTTPServer(("127.0.0.1", 0), Asked) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        assert fetch(f"http://127.0.0.1:{server.server_port}/basic.ics") == CALENDAR


def test_links_are_taken_as_calendars_give_them() -> None:
    assert link_of(" webcal://p1.example/x.ics#a ") == "https://p1.example/x.ics"
    with pytest.raises(FetchError, match="no_link"):
        link_of("ftp://p1.example/x.ics")
