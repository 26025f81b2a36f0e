"""Many workspaces on PostgreSQL: what Today costs beside the floor's page, then many people at once.

    python bench/load.py                                      10 workspaces of 30,000 people, 1,000 of 500
    python bench/load.py 1x3000 20x100 --users 40 --minutes 1
    python bench/load.py … --kept DIR                         the database built once and kept in DIR
    python bench/load.py … --restart                          PostgreSQL stops half-way for fifteen seconds
    python bench/load.py --quick                              that in small, judged by errors alone: what the tests run

Served as docs/running.md says: hosted, two web servers of two processes with four threads each, a worker; PostgreSQL
with its own settings, a quarter of a gigabyte shared, every commit flushed. No TLS and no proxy. Each user has a
workspace and a session of their own, opens a page, reads for some seconds (random, ten on average, one at least), opens
the next; one in twenty pages is a note that is written. Times are from the request to the last byte, as users wait.
"""

import argparse
import http.client
import json
import os
import random
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pages import TURNS, Child  # beside this file

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.postgresql import free_port, kept_server, run

POSTGRESQL = "-c shared_buffers=256MB"
VISITS = {"today": 6, "people": 2, "search": 3, "person": 4, "prepare": 2, "openings": 2, "note": 1}
PAUSE, DOWN = 10.0, 15.0
"""Seconds between two pages of a user, on average; seconds without PostgreSQL."""
QUICK = {
    "servers": 1,
    "workspaces": ["1x60", "3x30"],
    "users": 4,
    "minutes": 0.3,
    "pause": 1.5,
    "down": 4.0,
    "restart": True,
}
LIMIT_RATIO, LIMIT_SECONDS = 1.5, 1.0
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
Visitor = dict[str, Any]


@dataclass
class Seen:
    """What the users met. Pages: when (seconds since the start), which, how long it took. Errors: asked when, met when,
    which."""

    began: float = field(default_factory=time.monotonic)
    pages: list[tuple[float, str, float]] = field(default_factory=list)
    wrong: list[tuple[float, float, str]] = field(default_factory=list)
    down: tuple[float, float] = (0.0, 0.0)
    """From when to when PostgreSQL was away."""


def main() -> int:
    chosen = options()
    with tempfile.TemporaryDirectory(prefix="askwell-load-") as fresh:
        folder = chosen.kept or Path(fresh)
        folder.mkdir(parents=True, exist_ok=True)
        os.chmod(folder, 0o755)
        with kept_server(folder, POSTGRESQL) as address:
            told = Path(fresh) / "visitors.json"
            environment = settings(address, Path(fresh))
            static = [sys.executable, "-m", "askwell.config", "static"]
            subprocess.run(static, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL)
            within = today(told, chosen, environment)
            visitors = json.loads(told.read_text())["visitors"]
            before = processor_seconds()
            seen = Seen()
            with served(environment, chosen.servers) as ports:
                whole = crowd(visitors, ports, seen, chosen, folder / "data")
            spent = processor_seconds() - before
    return 0 if tell(seen, whole, chosen, spent) and within else 1


def processor_seconds() -> float:
    """Of all children that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspaces", nargs="*", default=["10x30000", "1000x500"], help="how many, of how many people")
    parser.add_argument("--users", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--restart", action="store_true")
    parser.add_argument("--quick", action="store_true")
    chosen = parser.parse_args(namespace=argparse.Namespace(servers=2, pause=PAUSE, down=DOWN))
    vars(chosen).update(QUICK if chosen.quick else {})
    return chosen


def settings(address: str, data: Path) -> dict[str, str]:
    return {
        "ASKWELL_HOSTED": "1",
        "ASKWELL_BEHIND_PROXY": "1",
        "ASKWELL_ALLOWED_HOSTS": "localhost",
        "ASKWELL_SECRET_KEY": "of-this-measurement-only-" * 2,
        "ASKWELL_DATA": str(data / "askwell"),
        "ASKWELL_DATABASE": address,
        "DJANGO_SETTINGS_MODULE": "askwell.config.settings",
    }


def today(told: Path, chosen: argparse.Namespace, environment: dict[str, str]) -> bool:
    """Fill the workspaces; Today of the largest and of the smallest against the floor's page, in turns: as it was
    before, and at the first look after somebody wrote, which is told and not judged."""
    workspaces = chosen.workspaces
    ours = Child("load_askwell.py", str(told), *workspaces, log=told.with_suffix(".log"), **environment)
    if chosen.quick:
        ours.stop()
        return True
    floor = Child("floor_page.py", environment["ASKWELL_DATABASE"])
    print(f"{json.loads(told.read_text())['people']:,} people", flush=True)
    good = True
    for place in ("first", "last", "changed-first", "changed-last"):
        pairs = [(ours.median(place), floor.median("floor")) for _turn in range(TURNS)]
        ratio = statistics.median(mine / least for mine, least in pairs)
        mine, least = (statistics.median(side) for side in zip(*pairs, strict=True))
        size, is_new = workspaces[0 if "first" in place else -1].split("x")[1], "changed" in place
        what = f"Today with {size} people{', first look after a change' if is_new else ''}"
        print(f"{what:58} {mine:6.2f} ms   floor {least:5.2f} ms   ratio {ratio:.2f}", flush=True)
        good &= is_new or ratio <= LIMIT_RATIO
    ours.stop()
    floor.stop()
    return good


@contextmanager
def served(environment: dict[str, str], servers: int) -> Iterator[list[int]]:
    """So many web servers and a worker, until the block ends; the ports."""
    env = {**os.environ, **environment}
    log = Path(environment["ASKWELL_DATA"]).with_suffix(".log").open("w")
    ports = [free_port() for _server in range(servers)]
    config = ("-m", "gunicorn", "--config", "python:askwell.config.serving")
    commands = [[*config, "--bind", f"127.0.0.1:{port}", "askwell.config.wsgi"] for port in ports]
    commands.append(["-m", "askwell.config", "work"])
    processes = [subprocess.Popen([sys.executable, *command], env=env, stdout=log, stderr=log) for command in commands]
    try:
        for port in ports:
            until_ready(port)
        yield ports
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait(60)


def until_ready(port: int) -> None:
    for _try in range(600):
        try:
            if ask(port, "GET", "/healthz", "")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise SystemExit("a web server did not start")


def ask(port: int, method: str, address: str, cookie: str, body: str = "") -> tuple[int, str, str]:
    """Status, page and the cookie that was set, of one request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Host": "localhost", "X-Forwarded-Proto": "https", "Cookie": cookie, "Referer": "https://localhost/"}
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request(method, address, body or None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), (answer.getheader("Set-Cookie") or "").split(";")[0]
    finally:
        connection.close()


def crowd(visitors: list[Visitor], ports: list[int], seen: Seen, chosen: argparse.Namespace, data: Path) -> float:
    """Let so many users in, one after the other within a pause; the seconds that it took. Those of the largest
    workspaces are among them."""
    end = time.monotonic() + chosen.minutes * 60
    few = visitors[: chosen.users // 10] + visitors[-(chosen.users - chosen.users // 10) :]
    users = [
        threading.Thread(target=stay, args=(visitors_one, ports[number % len(ports)], end, seen, number, chosen.pause))
        for number, visitors_one in enumerate(few[: chosen.users])
    ]
    for user in users:
        user.start()
    if chosen.restart:
        time.sleep(chosen.minutes * 30)
        stop_for_a_while(data, seen, chosen.down)
    for user in users:
        user.join()
    return time.monotonic() - seen.began


def stay(visitor: Visitor, port: int, end: float, seen: Seen, number: int, pause: float) -> None:
    """One user, until the end."""
    chance = random.Random(number)
    kinds, weights = list(VISITS), list(VISITS.values())
    time.sleep(chance.uniform(0, pause))
    while time.monotonic() < end:
        [kind] = chance.choices(kinds, weights)
        visit(visitor, port, kind, chance.choice(visitor[kind]), seen)
        time.sleep(min(60.0, pause / 10 + chance.expovariate(1 / (0.9 * pause))))


def visit(visitor: Visitor, port: int, kind: str, address: str, seen: Seen) -> None:
    began = time.monotonic()
    try:
        if kind == "note":
            status = write(visitor, port, address)
            good = status == 302
        else:
            status, page, _set = ask(port, "GET", address, visitor["cookie"])
            good = status == 200 and page.rstrip().endswith("</html>")
        trouble = "" if good else f"{status} at {kind}"
    except (OSError, http.client.HTTPException) as reason:
        trouble = f"{type(reason).__name__} at {kind}"
    if trouble:
        seen.wrong.append((began - seen.began, time.monotonic() - seen.began, trouble))
    else:
        seen.pages.append((began - seen.began, kind, time.monotonic() - began))


def write(visitor: Visitor, port: int, address: str) -> int:
    """Open a person's page and keep a note there: two requests that the user waits for."""
    status, page, given = ask(port, "GET", address.removesuffix("note/"), visitor["cookie"])
    found = TOKEN.search(page)
    if status != 200 or not found:
        return status
    cookie = f"{visitor['cookie']}; {given or visitor.get('csrf', '')}"
    visitor["csrf"] = given or visitor.get("csrf", "")
    return ask(port, "POST", address, cookie, f"csrfmiddlewaretoken={found[1]}&text=Calls+before+the+maths.")[0]


def stop_for_a_while(data: Path, seen: Seen, down: float) -> None:
    """PostgreSQL ends as when its machine restarts: whoever is connected is cut off."""
    options = (data / "postmaster.opts").read_text().split(" ", 1)[1].replace('"', "").strip()
    stopped = time.monotonic() - seen.began
    run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    time.sleep(down)
    run("pg_ctl", "-D", data, "-l", data.parent / "log", "-w", "-o", options, "start")
    seen.down = (stopped, time.monotonic() - seen.began)


def tell(seen: Seen, whole: float, chosen: argparse.Namespace, spent: float) -> bool:
    times = sorted(took for _at, _kind, took in seen.pages)
    late = statistics.quantiles(times, n=100)
    rate = len(times) / whole
    print(f"{chosen.users} users, {whole:.0f} s: {len(times):,} pages, {rate:.1f} a second, {len(seen.wrong)} errors")
    print(f"median {late[49]:.3f} s, 95 % within {late[94]:.3f} s, 99 % {late[98]:.3f} s, longest {times[-1]:.3f} s")
    for kind in VISITS:
        its = sorted(took for _at, name, took in seen.pages if name == kind)
        print(
            f"  {kind:9} {len(its):6,}  median {its[len(its) // 2]:.3f}  95 % within {its[len(its) * 95 // 100]:.3f} s"
        )
    print(f"web servers and worker: {spent:.0f} s of processor time")
    left, back = seen.down
    outside = [what for asked, met, what in seen.wrong if met < left or asked > back]
    if chosen.restart:
        during = len(seen.wrong) - len(outside)
        print(
            f"PostgreSQL away from {left:.0f} to {back:.0f} s: {during} errors of that time, {len(outside)} of others"
        )
    for trouble, count in Counter(what for _asked, _met, what in seen.wrong).most_common(8):
        print(f"  {count} times {trouble}")
    return (late[94] < LIMIT_SECONDS or chosen.quick) and not outside


if __name__ == "__main__":
    sys.exit(main())
