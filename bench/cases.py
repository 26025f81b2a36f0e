"""Askwell on labelled cases: `cases.py SET DIR > predictions`.

`cases.py contacts DIR --certain` groups only what is merged without asking; `--fields` prints what was read.

Goes through the functions that the pages use. Never opens a truth file.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cases_cards
import cases_drafts
import cases_questions

from askwell.lib.links import linkedin_key
from askwell.lib.text import fold
from askwell.people.rules.linkage import find, record_of
from askwell.protocols import contacts
from askwell.protocols.contacts import ContactRecord, Source

ADDRESS_BOOKS = {".csv", ".tsv", ".vcf", ".xlsx", ".zip", ".txt"}


def contact_records(folder: Path) -> Iterator[tuple[str, ContactRecord]]:
    """Every person of every address book below `folder`, under its record id."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in ADDRESS_BOOKS:
            continue
        data = path.read_bytes()
        layout = contacts.inspect(data, path.name)
        for row in contacts.read(data, layout):
            if isinstance(row, ContactRecord):
                place = f"{row.sheet}!{row.line}" if layout.source is Source.SPREADSHEET else str(row.number)
                yield f"{path.relative_to(folder).as_posix()}#{place}", row


def contacts_clusters(folder: Path, *, certain: bool = False) -> dict[str, str]:
    """Record id -> cluster id: what Askwell merges by itself (`certain`), or also what it asks about."""
    named = list(contact_records(folder))
    ids = [identity for identity, _ in named]
    found = find(record_of(record) for _, record in named)
    return {own: ids[place] for own, place in zip(ids, found.certain if certain else found.likely, strict=True)}


def contacts_certain(folder: Path) -> dict[str, str]:
    """Only what is merged without asking, so that its precision can be scored."""
    return contacts_clusters(folder, certain=True)


def contacts_fields(folder: Path) -> dict[str, dict[str, object]]:
    """Record id -> the fields that score.py compares."""
    return {
        identity: {
            "name": _written_name(record),
            "emails": record.emails,
            "phones": [phone.split(";")[0] for phone in record.phones],
            "company": record.organisation,
            "title": record.title,
            "url": next((link for link in record.links if linkedin_key(link)), "") or next(iter(record.links), ""),
        }
        for identity, record in contact_records(folder)
    }


def _written_name(record: ContactRecord) -> str:
    """The name in the scripts that the record uses: readings that we made ourselves are left out."""
    name = record.name
    latin = f"{name.given} {name.family}"
    derived = name.native and set(fold(latin).split()) == set(fold(name.reading).split())
    shown = [name.native] if derived else [latin, name.native]
    if name.nickname and any(f"({name.nickname})" in cell for cell in record.raw):
        shown.append(f"({name.nickname})")
    return " ".join(filter(None, shown)).strip()


SETS: dict[str, Callable[[Path], object]] = {"contacts": contacts_clusters, "cards": cases_cards.predict}
OPTIONS: dict[str, Callable[[Path], object]] = {"--certain": contacts_certain, "--fields": contacts_fields}
LINES: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "drafts": cases_drafts.predict,
    "questions": cases_questions.predict,
}
"""Sets of one case a line, answered by one prediction a line."""


def main(arguments: list[str]) -> int:
    words = [word for word in arguments if not word.startswith("--")]
    if len(words) != 2 or words[0] not in SETS | LINES:
        sys.stderr.write(f"usage: cases.py SET DIR [--certain|--fields]   sets: {', '.join(SETS | LINES)}\n")
        return 2
    folder = Path(words[1])
    if (folder / words[0]).is_dir():
        folder = folder / words[0]
    if words[0] in LINES:
        for line in (folder / f"{words[0]}.jsonl").read_text("utf-8").splitlines():
            sys.stdout.write(json.dumps(LINES[words[0]](json.loads(line)), ensure_ascii=False) + "\n")
        return 0
    answer = next((OPTIONS[option] for option in arguments if option in OPTIONS), SETS[words[0]])
    json.dump(answer(folder), sys.stdout, ensure_ascii=False, indent=0)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
