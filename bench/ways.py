"""The way to someone among 30,000 people and 200,000 ties: milliseconds a search, to the values that a page shows.

    python bench/ways.py [DIR] [--people 30000] [--searches 200]
    python tests/postgresql.py python bench/ways.py

The ties: 120,000 times that somebody works or worked at one of 4,000 employers (sizes by Zipf's law, the largest with
thousands), 45,000 meetings at 1,500 events, 15,000 introductions, 20,000 ties of the seeker's own. Goals are people
whom the seeker does not know, organisations and titles. Then the same with all but 20 of the seeker's ties gone, so
that hardly anyone is near. The peer is the textbook's answer on the same graph, already in memory: Dijkstra over
(person, links so far), every pair at an employer, event or introduction an edge. It is also a check: whether the
best way is as likely as ours.
"""

import argparse
import heapq
import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
EMPLOYERS, EVENTS, PAST, MET, LED, TIES, FEW = 4_000, 1_500, 90_000, 45_000, 15_000, 20_000, 20
TITLES = ("Buyer", "Planner", "Supply planner", "Warehouse manager", "Analyst", "Director of planning", "Nurse")
PEERED = 4
chance = random.Random(4)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--people", type=int, default=30_000)
    parser.add_argument("--searches", type=int, default=200)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="askwell-ways-") as fresh:
        os.environ["ASKWELL_DATA"] = chosen.folder or fresh
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
        import django

        django.setup()
        return run(chosen.people, chosen.searches)


def run(people: int, searches: int) -> int:
    from askwell.people.models import Tie

    workspace = build(people)
    worst = measure(workspace, searches, "20,000 ties of one's own")
    kept = list(Tie.objects.of(workspace).values_list("pk", flat=True)[:FEW])
    Tie.objects.of(workspace).exclude(pk__in=kept).delete()
    worst = max(worst, measure(workspace, searches, f"{FEW} ties of one's own"))
    return 0 if worst < 50 else 1


def measure(workspace: Any, searches: int, called: str) -> float:
    """The 95th percentile of a search for a person, in milliseconds of wall time."""
    from askwell.desk.queries.ways import organisation_goal, person_goal, title_goal
    from askwell.people.models import Organisation, Person, Tie

    known = Tie.objects.of(workspace).values("person")
    strangers = list(Person.objects.of(workspace).exclude(pk__in=known).values_list("pk", flat=True))
    employers = list(Organisation.objects.of(workspace).values_list("pk", flat=True))
    goals = [person_goal(workspace, one) for one in chance.sample(strangers, searches)]
    ours = [timed(workspace, goal) for goal in goals]
    print(f"{called}:", flush=True)
    worst = report("  a person", [wall for _cpu, wall in ours], [cpu for cpu, _wall in ours])
    places = [timed(workspace, organisation_goal(workspace, one)) for one in chance.sample(employers, 50)]
    report("  an organisation", [wall for _cpu, wall in places], [cpu for cpu, _wall in places])
    titles = [timed(workspace, title_goal(title)) for title in TITLES]
    report("  a title", [wall for _cpu, wall in titles], [cpu for cpu, _wall in titles])
    peer = Peer(workspace)
    theirs = [peer.timed(goal.id) for goal in goals[:PEERED]]
    found = [peer.value_of(workspace, goal) for goal in goals[:PEERED]]
    as_good = sum(abs(best - ours) < 1e-9 for (best, _cpu, _wall), ours in zip(theirs, found, strict=True))
    print(f"  the best way of {as_good} of {PEERED} is as likely as the peer's")
    report("  Dijkstra in memory", [wall for _b, _cpu, wall in theirs], [cpu for _b, cpu, _wall in theirs])
    return worst


def report(called: str, wall: list[float], cpu: list[float]) -> float:
    """Print what was measured; returns the 95th percentile of the wall time."""
    late, late_cpu = (sorted(values)[int(len(values) * 0.95)] for values in (wall, cpu))
    print(
        f"{called:22} wall median {statistics.median(wall):7.1f} ms   95 % {late:7.1f}   most {max(wall):7.1f}"
        f"   CPU median {statistics.median(cpu):7.1f}   95 % {late_cpu:7.1f}   most {max(cpu):7.1f}",
        flush=True,
    )
    return late


def timed(workspace: Any, goal: Any) -> tuple[float, float]:
    """CPU and wall milliseconds of one search; inside of a transaction nothing is kept from the one before."""
    from django.db import transaction
    from django.utils import timezone

    from askwell.desk.queries.ways import ways_to

    with transaction.atomic():
        cpu, wall = time.process_time(), time.perf_counter()
        ways_to(workspace, goal, timezone.now())
        return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


class Peer:
    """The whole graph in memory, and Dijkstra on it."""

    def __init__(self, workspace: Any) -> None:
        from askwell.desk.queries.ways import StoredNetwork
        from askwell.people.models import Introduction, Person
        from askwell.people.queries.rows import database_id
        from askwell.people.rules.ways import LARGE, likelihood
        from askwell.people.rules.ways.search import LEAST
        from askwell.people.rules.ways.values import LinkKind

        self.least = LEAST / likelihood.BEST_TIE
        self.edges: dict[Any, dict[Any, float]] = defaultdict(dict)
        self.large: dict[Any, list[tuple[list[Any], float]]] = defaultdict(list)
        everyone = [database_id(one) for one in Person.objects.of(workspace).values_list("pk", flat=True)]
        network = StoredNetwork(workspace)
        self.asking = {person: likelihood.asking(one) for person, one in network.standings(everyone).items()}
        for one, other in Introduction.objects.of(workspace).values_list("introducer", "introduced"):
            self.join(database_id(one), database_id(other), likelihood.KNOWS[LinkKind.INTRODUCED])
        circles: dict[Any, list[Any]] = defaultdict(list)
        for circle, spell in network.spells(everyone, sys.maxsize // 2):
            circles[circle].append(spell)
        for circle, members in circles.items():
            if circle.size > LARGE:
                there = [spell.person for spell in members if spell.now]
                asked = [person for person in there if self.asking.get(person)]
                for person in there:
                    self.large[person].append((asked, likelihood.best_through(circle)))
                continue
            for one, other in combinations(members, 2):
                self.join(one.person, other.person, likelihood.through(circle, one, other).likelihood)

    def join(self, one: Any, other: Any, value: float) -> None:
        if one != other:
            self.edges[one][other] = self.edges[other][one] = max(value, self.edges[one].get(other, 0.0))

    def neighbours(self, person: Any) -> Iterator[tuple[Any, float]]:
        yield from self.edges[person].items()
        for asked, value in self.large.get(person, ()):
            yield from ((other, value) for other in asked if other != person)

    def best(self, goal: Any) -> float:
        """The likelihood of the best way."""
        best: dict[tuple[Any, int], float] = {}
        heap, found = [(-1.0, 0, goal)], 0.0
        while heap:
            minus, links, person = heapq.heappop(heap)
            if any(best.get((person, fewer), 0.0) >= -minus for fewer in range(links + 1)):
                continue
            best[person, links] = -minus
            found = max(found, -minus * self.asking.get(person, 0.0))
            if links < 3:
                for other, value in self.neighbours(person):
                    if -minus * value >= self.least:
                        heapq.heappush(heap, (minus * value, links + 1, other))
        return found

    def timed(self, goal: Any) -> tuple[float, float, float]:
        from askwell.people.queries.rows import database_id

        cpu, wall = time.process_time(), time.perf_counter()
        best = self.best(database_id(goal))
        return best, (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000

    def value_of(self, workspace: Any, goal: Any) -> float:
        """What our search finds."""
        from askwell.desk.queries.ways import StoredNetwork
        from askwell.people.queries.rows import database_id
        from askwell.people.rules.ways import best_ways

        ways = best_ways(StoredNetwork(workspace), [database_id(goal.id)])
        return ways[0].likelihood if ways else 0.0


def build(people: int) -> Any:
    """A workspace with all of it; built unless the data folder holds it already."""
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.utils import timezone

    from askwell.accounts.actions import ensure_local_owner
    from askwell.people.actions.indexing import name_fields, reindex_everyone
    from askwell.people.models import Person

    call_command("migrate", verbosity=0)
    workspace = ensure_local_owner().workspace
    assert workspace
    now = timezone.now()
    with transaction.atomic():
        if not Person.objects.of(workspace).exists():
            named = [name_fields(f"Given{number}", f"Family{number % 977}", "") for number in range(people)]
            rows = [Person(workspace=workspace, **fields, created_at=now, updated_at=now) for fields in named]
            connect(workspace, Person.objects.bulk_create(rows, batch_size=2000), now)
            reindex_everyone(workspace)
        add_ties(workspace)
    if connection.vendor == "postgresql":  # what its autovacuum does a minute later
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(f"built after {time.process_time():.0f} CPU seconds", file=sys.stderr, flush=True)
    return workspace


def connect(workspace: Any, people: list[Any], now: Any) -> None:
    from askwell.people.models import Encounter, Event, Introduction, Organisation, Role

    names = [f"Employer {number}" for number in range(EMPLOYERS)]
    rows = [Organisation(workspace=workspace, name=name, key=name.lower()) for name in names]
    employers = Organisation.objects.bulk_create(rows, batch_size=2000)
    weights = [1 / (place + 1) for place in range(EMPLOYERS)]
    current = zip(people, chance.choices(employers, weights, k=len(people)), strict=True)
    past = zip(chance.choices(people, k=PAST), chance.choices(employers, weights, k=PAST), strict=True)
    Role.objects.bulk_create(
        [Role(workspace=workspace, person=one, organisation=at, title=chance.choice(TITLES)) for one, at in current]
        + [Role(workspace=workspace, person=one, organisation=at, is_current=False, **dates()) for one, at in past],
        batch_size=2000,
    )
    events = Event.objects.bulk_create(
        Event(workspace=workspace, name=f"Event {number}", held_on=now.date(), created_at=now)
        for number in range(EVENTS)
    )
    some = partners(people, events, MET)
    Encounter.objects.bulk_create(
        [Encounter(workspace=workspace, person=a, event=b, met_at=now) for a, b in some], 2000
    )
    led = partners(people, people, LED)
    Introduction.objects.bulk_create(
        [Introduction(workspace=workspace, introducer=a, introduced=b, on=now.date()) for a, b in led], 2000
    )


def add_ties(workspace: Any) -> None:
    from askwell.people.models import Person, Tie

    Tie.objects.of(workspace).delete()
    ids = chance.sample(list(Person.objects.of(workspace).values_list("pk", flat=True)), TIES)
    kinds = ("former_colleague", "friend", "neighbour", "classmate", "met_at_event", "introduced")
    strengths = chance.choices((1, 2, 3), (3, 2, 1), k=TIES)
    rows = [
        Tie(workspace=workspace, person_id=one, kind=chance.choice(kinds), strength=strength)
        for one, strength in zip(ids, strengths, strict=True)
    ]
    Tie.objects.bulk_create(rows, batch_size=2000)


def dates() -> dict[str, Any]:
    from datetime import date

    if chance.random() < 0.4:
        return {}
    begun = chance.randrange(2000, 2020)
    return {"started_on": date(begun, 1, 1), "ended_on": date(begun + chance.randrange(1, 6), 12, 31)}


def partners(some: list[Any], others: list[Any], wanted: int) -> Iterator[tuple[Any, Any]]:
    """So many pairs of two, none twice."""
    seen: set[tuple[Any, Any]] = set()
    choose: Callable[[list[Any]], Any] = chance.choice
    while len(seen) < wanted:
        one, other = choose(some), choose(others)
        if one.pk != other.pk and (one.pk, other.pk) not in seen:
            seen.add((one.pk, other.pk))
            yield one, other


if __name__ == "__main__":
    sys.exit(main())
