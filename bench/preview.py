"""The page beside the editor of a resume after a keystroke: from the request to the answer, in process.

ASKWELL_DATA=$(mktemp -d) python bench/preview.py
"""

import os
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

django.setup()

from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from askwell.accounts.actions import ensure_local_owner
from askwell.documents.queries.resumes import opened
from askwell.protocols import papers
from askwell.protocols.resumes import Resume
from tests.documents.web.conftest import page, sent
from tests.factories.documents import make_resume, tell_story

TIMES = 60
LIMIT = 0.1
"""Seconds of processor time: what is left of 300 ms after the 200 ms in which one may type on."""


def main() -> int:
    call_command("migrate", verbosity=0)
    owner = ensure_local_owner()
    assert owner.workspace
    tell_story(owner.workspace)
    row = make_resume(owner.workspace, timezone.now())
    client = Client(HTTP_HOST="localhost")
    client.force_login(owner, backend="askwell.accounts.web.backends.WorkspaceBackend")
    line = opened(row).selected.parts[0].lines[0]

    form, address = sent(row, editing=line.id), page(row, "preview_resume")

    def keystroke(number: int) -> None:
        told = form | {f"text-{line.id}": line.text + " again" * (number % 7) + str(number)}
        body = urlencode(told, doseq=True)  # as htmx sends it
        answer = client.post(address, body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 200
        assert b"data:image/svg+xml" in answer.content

    resume, layout = opened(row).resume, opened(row).layout()
    _wall, whole = _told("a keystroke: the story read, the resume chosen, the page set, the answer", keystroke)
    for name, act in (
        ("of it the page set", lambda number: papers.pictures(_with(resume, number), layout)),
        ("the story read and the resume chosen", lambda number: opened(row).resume),
    ):
        _told(name, act)
    return 0 if whole <= LIMIT else 1


def _with(resume: Resume, number: int) -> Resume:
    return replace(resume, summary=re.sub(r"\d*$", str(number), resume.summary))


def _measured(act: Callable[[int], object]) -> tuple[float, float]:
    """Medians of the wall clock and of processor time, warm."""
    walls, processors = [], []
    for number in range(TIMES + 5):
        wall, processor = time.perf_counter(), time.process_time()
        act(number)
        if number >= 5:
            walls.append(time.perf_counter() - wall)
            processors.append(time.process_time() - processor)
    return statistics.median(walls), statistics.median(processors)


def _told(name: str, act: Callable[[int], object]) -> tuple[float, float]:
    wall, processor = _measured(act)
    print(f"{name}: {1000 * wall:.0f} ms, {1000 * processor:.0f} ms of processor time")
    return wall, processor


if __name__ == "__main__":
    sys.exit(main())
