"""What the import pages show, from what the import holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from askwell.lib.names import latin_name
from askwell.people.actions.imports import LARGEST_FILE, UNDO_DAYS, WRITTEN
from askwell.people.choices import Decision, ImportState, RowOutcome
from askwell.people.models import Import, ImportRow, Person
from askwell.people.queries.imports import ImportLine
from askwell.people.rules.duplicates import stand_in
from askwell.people.rules.organisations import organisation_keys
from askwell.people.rules.sorting import NEW
from askwell.people.rules.stored import record_from_json
from askwell.people.web.comparing import fact_lines
from askwell.people.web.names import latin_of
from askwell.people.web.words.imports import DOUBTS, FACTS, FIELDS, WHY, reason
from askwell.people.web.words.pairs import Told, fact_of
from askwell.protocols.contacts import Aside, ContactRecord, Field
from askwell.ui import moments
from askwell.ui.templatetags.ui import count
from askwell.ui.written import listed

MEGABYTE = 1024 * 1024
AT_ONCE = MEGABYTE
ROWS_AT_ONCE = 5000
LONGEST_NAME, LONGEST_NATIVE = 120, 60
WORKING = (ImportState.READING, ImportState.APPLYING, ImportState.UNDOING)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the file as it will be kept. `outcome` as in rules.sorting; `words` says why."""

    number: int
    latin: str
    native: str
    reach: str
    role: str
    since: date | None
    outcome: str
    words: str
    raw: str = ""
    other: Person | None = None
    employer: str = ""
    target: int = 0
    """The employer's place on the list of those aimed at; 0 when it is not on it."""

    @property
    def other_latin(self) -> str:
        return latin_of(self.other) if self.other else ""


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column with its choices: (value, words, chosen)."""

    index: int
    heading: str
    samples: str
    filled: int
    why: str
    unknown: bool
    choices: list[tuple[str, str, bool]]


def preview_of(
    record: ContactRecord | Aside, outcome: str, code: str, facts: dict[str, Any], other: Person | None = None
) -> PreviewRow:
    """A record with what happens to it."""
    words = [reason(code, facts)] if code else []
    if isinstance(record, Aside):
        raw = " · ".join(cell for cell in record.raw if cell)[:160]
        return PreviewRow(record.number, "", "", "", "", None, outcome, "; ".join(words), raw)
    words += [str(DOUBTS[doubt]) for doubt in (*record.doubts, *_cut(record))]
    latin = latin_name(record.name.given, record.name.family, record.name.native)
    role = listed(record.title, record.organisation)
    reach = stand_in(record)
    return PreviewRow(
        record.number, latin or ("" if record.name.native else reach), record.name.native, reach, role,
        record.known_since, outcome, "; ".join(words), "", other, record.organisation,
    )  # fmt: skip


def _cut(record: ContactRecord) -> Iterator[str]:
    """What of a name has no room in the database."""
    name = record.name
    if max(len(name.given), len(name.family)) > LONGEST_NAME or len(name.native) > LONGEST_NATIVE:
        yield "name_trimmed"


def preview_of_example(example: dict[str, Any]) -> PreviewRow:
    """An example as `counts["examples"]` keeps it."""
    stored, owner = example["record"], example["owner"]
    facts = {"row": owner} if isinstance(owner, int) else {}
    raw = tuple(example["raw"])
    named = bool(stored.get("number"))
    record = record_from_json(stored) if named else Aside(example["number"], example["line"], "", "", raw)
    return preview_of(record, example["outcome"], example["reason"], facts)


def preview_of_row(row: ImportRow) -> PreviewRow:
    """A stored row: merged, likely or aside."""
    facts = row.facts
    kept = Aside(row.number, row.line, "", row.reason, tuple(row.raw))
    record = record_from_json(row.record) if row.record else kept
    return preview_of(record, row.outcome, row.reason, facts, row.person or row.rival)


def preview_of_page(records: Iterable[ContactRecord | Aside], stored: dict[int, ImportRow]) -> list[PreviewRow]:
    """A page of all rows, new ones too."""
    return [
        preview_of(record, row.outcome, row.reason, row.facts, row.person or row.rival)
        if (row := stored.get(record.number))
        else preview_of(record, NEW, "", {})
        for record in records
    ]


def with_targets(shown: Iterable[PreviewRow], places: dict[str, int]) -> list[PreviewRow]:
    """The rows, each with its employer's place among those aimed at (by organisation key)."""
    return [replace(one, target=_place(one.employer, places)) for one in shown]


def _place(employer: str, places: dict[str, int]) -> int:
    known = (places[key] for key in organisation_keys(employer) if key in places)
    return next(known, 0) if employer else 0


def columns_of(row: Import) -> list[ColumnLine]:
    """The columns table; empty for vCards, which have none."""
    lines = []
    for column in row.layout.get("columns", []):
        chosen = column["field"] or ""
        choices = [(value, str(FIELDS[value]), value == chosen) for value in ("", *(field.value for field in Field))]
        samples = " · ".join(sample[:40] for sample in column["samples"])
        why = str(WHY.get(column["why"], ""))
        unknown = column["why"] == "unknown" and column["filled"] > 0
        lines.append(ColumnLine(column["index"], column["heading"], samples, column["filled"], why, unknown, choices))
    return lines


def parts_of(counts: dict[str, Any]) -> list[tuple[str, int]]:
    """The bar's parts."""
    kinds = ((NEW, "new"), (RowOutcome.MERGED, "merge"), (RowOutcome.LIKELY, "ask"), (RowOutcome.ASIDE, "aside"))
    return [(kind, counts.get(str(outcome), 0)) for outcome, kind in kinds]


def wizard_of(row: Import, pairs: int, current: str) -> list[tuple[str, str, str]]:
    """(title, address, state) of the four steps; current is check, pairs or done."""
    page, decide = reverse("people:import", args=[row.pk]), reverse("people:pairs", args=[row.pk])
    order = ["choose", "check", "pairs", "done"]
    here = order.index(current)
    asked = ngettext("Decide %(count)s pair", "Decide %(count)s pairs", pairs) % {"count": count(pairs)}
    titles = [_("Choose a file"), _("Check what we understood"), asked if pairs else _("Decide pairs"), _("Done")]
    addresses = [reverse("people:imports"), page, decide if pairs else "", ""]
    states = ["done" if place < here else "now" if place == here else "later" for place in range(4)]
    if pairs and current == "done":
        states[2] = "later"
    return [
        (title, address if state != "now" else "", state)
        for title, address, state in zip(titles, addresses, states, strict=True)
    ]


def button_of(coming: int, pairs: int) -> str:
    """What the button that brings the file in says."""
    if pairs and not coming:
        return ngettext("Decide %(count)s pair", "Decide %(count)s pairs", pairs) % {"count": count(pairs)}
    return ngettext("Bring in %(count)s person", "Bring in %(count)s people", coming) % {"count": count(coming)}


def pair_facts(
    record: ContactRecord, rival: Person, known: dict[str, str], reasons: Sequence[Told]
) -> list[dict[str, str]]:
    """The lines of the comparison: fact, what is kept (`known`, by code), what the file says, what that tells: the
    stored `reasons`, and words for what they leave out."""
    name = record.name
    file_says = {
        "name": " ".join(filter(None, (name.native, latin_name(name.given, name.family, name.native)))),
        "employer": record.organisation,
        "role": record.title,
        "email": ", ".join(record.emails),
        "phone": ", ".join(record.phones),
        "link": ", ".join(record.links),
        "known_since": record.known_since.isoformat() if record.known_since else "",
    }
    kept = {**known, "name": " ".join(filter(None, (rival.native_name, latin_of(rival))))}
    kept["known_since"] = rival.known_since.isoformat() if rival.known_since else ""
    return [
        {**line, **_days(record, rival)} if line["fact"] == str(FACTS["known_since"]) else line
        for line in fact_lines(kept, file_says, reasons)
    ]


def reason_lines(reasons: Sequence[Told]) -> list[dict[str, str]]:
    """The lines of the comparison of two rows of one file: what the stored `reasons` speak of."""
    values = {fact_of(code): (one, other) for code, one, other, _bits in reasons}
    kept, said = ({fact: pair[side] for fact, pair in values.items()} for side in (0, 1))
    return fact_lines(kept, said, reasons)


def _days(record: ContactRecord, rival: Person) -> dict[str, str]:
    return {"kept": _written(rival.known_since), "file": _written(record.known_since)}


def _written(day: date | None) -> str:
    return moments.day(day, timezone.localdate(), get_language() or "en", "full") if day else ""


def decided_words(decision: str) -> str:
    return _("one person") if decision == Decision.SAME else _("two people")


def can_undo(row: Import | ImportLine, now: datetime) -> bool:
    """Whether what it wrote can be taken back still."""
    return row.state in WRITTEN and row.finished_at is not None and (now - row.finished_at).days < UNDO_DAYS


def too_large(size: int) -> str:
    """What to do about a file past the limit."""
    return _(
        "The file has %(size)s MB; at most %(limit)s MB can be brought in. Of LinkedIn’s big zip only"
        " Connections.csv is needed: unpack it and choose that file."
    ) % {"size": -(-size // MEGABYTE), "limit": LARGEST_FILE // MEGABYTE}
