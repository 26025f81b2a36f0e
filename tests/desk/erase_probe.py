"""Plants a word in a real database file, erases it, and prints how often the files hold it before and after.

Run as a process of its own with ASKWELL_DATA, a folder that was started before: tests themselves use a database in
memory.
"""

import sys
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402 - models need the settings first
from django.utils import timezone  # noqa: E402

from askwell.accounts.actions import ensure_local_owner  # noqa: E402
from askwell.desk.actions.erase import erase_everything, erase_person  # noqa: E402
from askwell.people.models import Import, Person  # noqa: E402
from tests.desk.planting import forget_what_is_not_theirs, plant  # noqa: E402


def bytes_with(word: str) -> int:
    files = [path for path in Path(settings.DATA_DIR).rglob("*") if path.is_file()]
    return sum(path.read_bytes().count(word.encode()) for path in files)


def main(what: str, word: str) -> None:
    workspace = ensure_local_owner().workspace
    assert workspace
    plant(workspace, word, profile=what == "everything")
    before = bytes_with(word)
    if what == "everything":
        erase_everything(workspace=workspace, now=timezone.now())
    else:
        forget_what_is_not_theirs(workspace)
        Import.objects.of(workspace).update(
            state="done", filename="", source="", digest="", options={}, counts={}, error={}, layout={}
        )
        erase_person(workspace=workspace, person_id=Person.objects.of(workspace).get().pk)
    print(before, bytes_with(word))


main(*sys.argv[1:])
