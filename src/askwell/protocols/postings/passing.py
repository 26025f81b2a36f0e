"""A `Read` as JSON holds it, between the child process and its parent."""

from dataclasses import asdict
from typing import Any

from askwell.protocols.postings.model import Posting, Read, Remark


def packed(read: Read) -> dict[str, Any]:
    return asdict(read)


def unpacked(told: dict[str, Any]) -> Read:
    """The `Read` that was packed."""
    return Read(tuple(Posting(**one) for one in told["postings"]), tuple(Remark(**one) for one in told["remarks"]))
