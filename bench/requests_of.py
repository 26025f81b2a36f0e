"""Serves requests in this process and measures the CPU that each costs: what `pages.py`'s children share."""

import io
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any


def answer_forever(pages: Mapping[str, tuple[str, str]], change: Callable[[], object] = int) -> None:
    """Print "ready", then answer lines "PAGE COUNT" with COUNT CPU milliseconds; the first answer must be 200.
    `pages`: by their names, an address and its visitor's cookie.

    Before each request of a page called "changed-…" the database is changed, outside of what is measured.
    """
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    for address, cookie in pages.values():
        one(application, address, cookie)
    print("ready", flush=True)
    for line in sys.stdin:
        page, count = line.split()
        before = change if page.startswith("changed-") else int
        address, cookie = pages[page.removeprefix("changed-")]
        spent = []
        for _ in range(int(count)):
            before()
            spent.append(one(application, address, cookie))
        print(*(f"{ms:.4f}" for ms in spent), flush=True)


def one(application: Any, address: str, cookie: str) -> float:
    """Milliseconds of CPU (this process's, user and system) for one request, answered to its last byte."""
    path, _, query = address.partition("?")
    said: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost:8000",
        "HTTP_COOKIE": cookie,
        "HTTP_ACCEPT_LANGUAGE": "en",
        "HTTP_X_FORWARDED_PROTO": "https",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    start = time.process_time()
    response = application(environ, lambda status, headers: said.append(status))
    body = b"".join(response)
    response.close()
    spent = (time.process_time() - start) * 1000
    assert said[0].startswith("200"), (address, said, body[:300])
    return spent
