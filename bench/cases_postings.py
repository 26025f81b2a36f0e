"""Postings of `cases.py postings DIR`: the fields that are scored, of each file."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from askwell.protocols.postings import PostingsError, Reader

NOT_CASES = {"truth.json", "README.md", "score.py"}


def predict(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """File name -> what the app reads of it; nothing of a file that is refused."""
    found: dict[str, list[dict[str, Any]]] = {}
    with Reader() as reader:
        for path in sorted(folder.iterdir()):
            if path.is_file() and path.name not in NOT_CASES:
                try:
                    postings = reader.read(path.read_bytes(), filename=path.name).postings
                except PostingsError:
                    postings = ()
                found[path.name] = [asdict(one) for one in postings]
    return found
