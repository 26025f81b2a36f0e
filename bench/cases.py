"""Askwell on labelled cases: `cases.py SET DIR > predictions`.

`cases.py programme FILE.json` prints the matches of one instance.
`cases.py contacts DIR --certain` groups only what is merged without asking; `--fields` prints what was read.

Goes through the functions that the pages use. Never opens a truth file.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import cases_accomplishments
import cases_answers
import cases_calendar
import cases_cards
import cases_dialogues
import cases_drafts
import cases_postings
import cases_programme
import cases_questions
import cases_replies
import cases_resumes
from askwell.lib.ids import uuid7
from askwell.lib.links import linkedin_key
from askwell.lib.names import PersonName
from askwell.lib.text import fold
from askwell.people.choices import RowOutcome
from askwell.people.rules.linkage import Found, Record, find, record_of
from askwell.people.rules.sorting import Ledger
from askwell.protocols import contacts
from askwell.protocols.contacts import ContactRecord, Source

ADDRESS_BOOKS = {".csv", ".tsv", ".vcf", ".xlsx", ".zip", ".txt"}


def address_books(folder: Path) -> Iterator[tuple[str, list[tuple[str, ContactRecord]]]]:
    """Every address book below `folder`: its name, and its persons under their record ids."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in ADDRESS_BOOKS:
            continue
        data = path.read_bytes()
        layout = contacts.inspect(data, path.name)
        book = path.relative_to(folder).as_posix()
        sheets = layout.source is Source.SPREADSHEET
        yield (
            book,
            [
                (f"{book}#{row.sheet}!{row.line}" if sheets else f"{book}#{row.number}", row)
                for row in contacts.read(data, layout)
                if isinstance(row, ContactRecord)
            ],
        )


def contact_records(folder: Path) -> Iterator[tuple[str, ContactRecord]]:
    """Every person of every address book below `folder`, under its record id."""
    for _, named in address_books(folder):
        yield from named


def contacts_clusters(folder: Path, *, certain: bool = False) -> dict[str, str]:
    """Record id -> cluster id, as the app goes: the books are imported one after the other, after each everyone is
    searched for duplicates, and questions wait until the end. The groups are what was merged without asking
    (`certain`), or also what is asked about."""
    people: dict[UUID, list[Record]] = {}
    home: dict[str, UUID] = {}
    for _, named in address_books(folder):
        home |= imported(people, named)
        _join(people, home, _find(people).certain)
    if not certain:
        _join(people, home, _find(people).likely)
    first: dict[UUID, str] = {}
    return {identity: first.setdefault(person, identity) for identity, person in home.items()}


def imported(people: dict[UUID, list[Record]], named: list[tuple[str, ContactRecord]]) -> dict[str, UUID]:
    """Record id -> person, of one book; `people` take its records in."""
    ledger = Ledger([(person, as_one(told)) for person, told in people.items()], [row for _, row in named])
    came: dict[int, UUID] = {}
    for _, row in named:
        verdict = ledger.sort(row)
        owner = verdict.owner if verdict.outcome == RowOutcome.MERGED or verdict.reason == "row_twice" else None
        came[row.number] = came[owner] if isinstance(owner, int) else owner or uuid7()
        people.setdefault(came[row.number], []).append(record_of(row))
    return {identity: came[row.number] for identity, row in named}


def _find(people: dict[UUID, list[Record]]) -> Found:
    return find(map(as_one, people.values()))


def _join(people: dict[UUID, list[Record]], home: dict[str, UUID], groups: Sequence[int]) -> None:
    ids = list(people)
    into = {ids[place]: ids[group] for place, group in enumerate(groups)}
    for person, first in into.items():
        if person != first:
            people[first] += people.pop(person)
    home.update({identity: into[person] for identity, person in home.items()})


def as_one(told: list[Record]) -> Record:
    """A person as several books told of them, as `people.queries.records` gives them back."""
    name, *others = [record.name for record in told if record.name != PersonName()] or [PersonName()]

    def every(field: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(value for record in told for value in getattr(record, field)))

    return Record(
        name, tuple(others), every("emails"), every("phones"), every("links"), every("jobs"), every("notes")
    )  # fmt: skip


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


SETS: dict[str, Callable[[Path], object]] = {
    "contacts": contacts_clusters,
    "cards": cases_cards.predict,
    "calendar": cases_calendar.predict,
    "postings": cases_postings.predict,
    "programme": cases_programme.predict,
    "resumes": cases_resumes.predict,
}
OPTIONS: dict[str, Callable[[Path], object]] = {"--certain": contacts_certain, "--fields": contacts_fields}
LINES: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "accomplishments": cases_accomplishments.predict,
    "answers": cases_answers.predict,
    "dialogues": cases_dialogues.predict,
    "drafts": cases_drafts.predict,
    "questions": cases_questions.predict,
    "replies": cases_replies.predict,
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
