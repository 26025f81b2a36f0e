"""What this process counts of its requests. Several processes of one server count into one folder of files, which
`config/serving.py` names before this is loaded."""

import os

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
"""Seconds."""
OWN = CollectorRegistry()

REQUESTS = Counter(
    "askwell_requests", "Requests answered, by the name of their route.", ["route", "method", "status"], registry=OWN
)
SECONDS = Histogram("askwell_request_seconds", "How long they took.", ["route"], buckets=BOUNDS, registry=OWN)
QUERIES = Counter("askwell_database_queries", "Queries that they ran.", ["route"], registry=OWN)


def counted() -> CollectorRegistry:
    """What was counted, by every process of this server."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return OWN
    everybodys = CollectorRegistry()
    MultiProcessCollector(everybodys)  # type: ignore[no-untyped-call] # prometheus-client types half of itself
    return everybodys
