"""`askwell up`: everything that serves, from one terminal."""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from contextlib import suppress
from http.client import HTTPConnection
from typing import IO

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.actions import ensure_local_owner, issue_sign_in_link
from askwell.accounts.models import User
from askwell.accounts.queries import own_workspace
from askwell.config.cli import Failure
from askwell.config.commands.database import migrate, single_instance
from askwell.config.ending import started_by_me

HOST, PORT = "127.0.0.1", 8321
STARTED_WITHIN = 180  # seconds; a server that died is not waited for


def up(options: argparse.Namespace) -> None:
    if settings.HOSTED:
        raise Failure("`up` is for one person's own computer; see docs/running.md for hosting.")
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
    with single_instance() as lock:
        if lock is None:
            open_running(options)
        else:
            serve(options, lock)


def enter(options: argparse.Namespace) -> None:
    """Another look at what runs here: as the owner again, or as somebody else who works in it, a demo's caseworker."""
    if settings.HOSTED:
        raise Failure("`enter` is for one person's own computer; here everybody signs in with their password.")
    email = options.email or ensure_local_owner().email
    user = User.objects.filter(email=email).first()
    if user is None:
        known = ", ".join(User.objects.order_by("email").values_list("email", flat=True))
        raise Failure(f"nobody here has the address {email}; there are {known}.")
    running = settings.DATA_DIR / "running.json"
    port = json.loads(text)["port"] if (text := running.read_text() if running.exists() else "") else None
    if port is None:
        raise Failure("Askwell is not running on this data folder; start it with `askwell up`.")
    print(link_for(user, port))


def open_running(options: argparse.Namespace) -> None:
    """Askwell serves this data folder already: only open it, on the port it has."""
    text = (settings.DATA_DIR / "running.json").read_text()
    if not text:
        raise Failure("Askwell is just starting; try again in a moment.")
    port = json.loads(text)["port"]
    if options.port not in (None, port):
        raise Failure(f"Askwell is running already, on port {port}; stop it first to serve on port {options.port}.")
    print("Askwell is running already.")
    fill(ensure_local_owner(), options)
    show(port, options)


def serve(options: argparse.Namespace, lock: IO[str]) -> None:
    """Migrate, then serve web, worker and scheduler until Ctrl+C, a closed terminal or the web server's end."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda number, frame: sys.exit(128 + number))
    migrate(options)
    owner = ensure_local_owner()
    fill(owner, options)
    port = free_port(options.port)
    lock.write(json.dumps({"port": port}))
    lock.flush()
    children = [start_web(port), start_worker()]
    try:
        wait_until_served(port, children[0])
        show(port, options)
        print("Your data lies in", settings.DATA_DIR, "\nPress Ctrl+C to stop.", flush=True)
        children[0].wait()
        raise Failure("the web server has stopped.")
    finally:
        stop(children)


def fill(owner: User, options: argparse.Namespace) -> None:
    """With --demo: fill an empty data folder with the demo, and say so, or that there is something in it already."""
    own = own_workspace(owner)
    if not options.demo or own is None:
        return
    # half a second, which every start would take
    from askwell.desk.actions.demo import fill_demo  # noqa: PLC0415
    from askwell.desk.actions.demo.programme import fill_demo_programme  # noqa: PLC0415

    if fill_demo(workspace=own, now=timezone.now()):
        fill_demo_programme(user=owner, now=timezone.now())
        print("Filled with an invented search. “Start with my own people” on Today empties it.")
    elif not own.is_demo:
        print("The demo was not filled in: this data folder holds your own search. Give the demo one with --data DIR.")


def start_web(port: int) -> subprocess.Popen[bytes]:
    server = ["gunicorn", "--config", "python:askwell.config.serving", "--bind", f"{HOST}:{port}"]
    command = [sys.executable, "-m", *server, "askwell.config.wsgi"]
    return subprocess.Popen(command, env=started_by_me())  # noqa: S603 # our own program, no text of a user's


def start_worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "askwell.config", "work"], env=started_by_me())


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()


def show(port: int, options: argparse.Namespace) -> None:
    """Print the address with a one-time link, and open it where there is a browser."""
    address = link_for(ensure_local_owner(), port)
    print(
        "Askwell is here (the link works once; run the same command again for another):\n\n   ",
        address,
        "\n",
        flush=True,
    )
    if not options.no_browser and has_browser():
        with suppress(webbrowser.Error):
            webbrowser.open(address)


def link_for(user: User, port: int) -> str:
    """A one-time link for `user`."""
    token = issue_sign_in_link(user=user, now=timezone.now())
    return f"http://{HOST}:{port}{address_of('enter', token)}"


def address_of(name: str, *arguments: str) -> str:
    """Of a page of accounts: to read all the others' addresses would take this process, which shows none, a second."""
    return "/account" + reverse(name, "askwell.accounts.web.urls", arguments)


def has_browser() -> bool:
    return sys.platform in ("darwin", "win32") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def free_port(asked: int | None) -> int:
    """The port asked for; else the usual one, or any free one where another program has it."""
    for port in (asked,) if asked else (PORT, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                probe.bind((HOST, port))
                return int(probe.getsockname()[1])
    raise Failure(f"port {asked} is in use by another program." if asked else "no port is free on this computer.")


def wait_until_served(port: int, web: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < until and web.poll() is None:
        with suppress(OSError):
            connection = HTTPConnection(HOST, port, timeout=5)
            connection.request("GET", address_of("locked"))
            if connection.getresponse().status == 200:
                return
        time.sleep(0.1)
    raise Failure(f"the web server did not start on port {port}; is another program using it?")
