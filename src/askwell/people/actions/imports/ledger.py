"""Everyone of a workspace and a whole file, as the sorting rules compare them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.people.actions.stopping import stopped_of
from askwell.people.choices import Decision, ImportState, RowOutcome
from askwell.people.models import ImportRow, Person
from askwell.people.queries.duplicates import apart_pairs, other_names_of
from askwell.people.queries.records import records_of
from askwell.people.rules.sorting import Answer, Ledger, Memory, Owner
from askwell.people.rules.stored import same_facts
from askwell.protocols.contacts import Aside, ContactRecord

BATCH = 5000
T = TypeVar("T")


def ledger_of(
    workspace: Workspace,
    records: Iterable[ContactRecord | Aside],
    *,
    denied: Collection[tuple[int, Owner]] = (),
    alive: Callable[[], None] = lambda: None,
) -> Ledger:
    """A ledger with everyone of the workspace, archived ones too, all `records` of the file, and what the seeker said
    before; `denied`: about this very file. `alive` is called after each 5,000 persons or records."""
    memory = replace(_memory(workspace), denied=denied)
    people = records_of(workspace, other_names=other_names_of(workspace))
    ledger = Ledger(_living(people, alive), _living(records, alive), memory)
    ledger.remember(records_of(workspace, ledger.rivals()))
    return ledger


def _living(some: Iterable[T], alive: Callable[[], None]) -> Iterator[T]:
    for number, one in enumerate(some, 1):
        yield one
        if number % BATCH == 0:
            alive()


def _memory(workspace: Workspace) -> Memory:
    stopped = Person.objects.of(workspace).filter(do_not_contact_at__isnull=False).values_list("id", flat=True)
    return Memory(frozenset(stopped), apart_pairs(workspace), _answers(workspace), signs=stopped_of(workspace))


def _answers(workspace: Workspace) -> dict[int, Answer]:
    """Answers about pairs of earlier files, by what their records tell."""
    answers: dict[int, Answer] = {}
    rows = ImportRow.objects.of(workspace).filter(outcome=RowOutcome.LIKELY, source_import__state=ImportState.DONE)
    told = rows.filter(Q(person__isnull=False) | Q(decision=Decision.OPEN))
    for record, decision, person_id, rival_id in told.values_list("record", "decision", "person_id", "rival_id"):
        facts = same_facts(record)
        if facts not in answers or answers[facts].person is None:
            answers[facts] = Answer(person_id, rival_id if decision == Decision.DIFFERENT else None)
    return answers
