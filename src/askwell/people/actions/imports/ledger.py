"""Everyone of a workspace, as the sorting rules know them."""

from collections import defaultdict
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.people.actions.stopping import stopped_of
from askwell.people.choices import Decision, ImportState, RowOutcome
from askwell.people.models import ContactPoint, ImportRow, Person, Role
from askwell.people.rules.duplicates import Identity, Key, is_stand_in
from askwell.people.rules.names import NameKey, name_key_of
from askwell.people.rules.organisations import organisation_keys
from askwell.people.rules.sorting import Ledger
from askwell.people.rules.stored import same_facts

BATCH = 5000


def ledger_of(workspace: Workspace) -> Ledger:
    """A ledger with everyone of the workspace, archived ones too, and the pairs that were asked before."""
    people = Person.objects.of(workspace)
    stopped = people.filter(do_not_contact_at__isnull=False).values_list("id", flat=True)
    ledger = Ledger(stopped, stopped_of(workspace))
    _remember_pairs(workspace, ledger)
    after = UUID(int=0)
    while True:
        names = list(
            people.filter(id__gt=after)
            .order_by("id")
            .values_list("id", "given_name", "family_name", "native_name", "nickname")[:BATCH]
        )
        if not names:
            return ledger
        _file(workspace, ledger, names)
        after = names[-1][0]


def _remember_pairs(workspace: Workspace, ledger: Ledger) -> None:
    pairs = ImportRow.objects.of(workspace).filter(outcome=RowOutcome.LIKELY, source_import__state=ImportState.DONE)
    answered = pairs.filter(person__isnull=False) | pairs.filter(decision=Decision.OPEN)
    for record, person_id in answered.values_list("record", "person_id").iterator(BATCH):
        ledger.asked(same_facts(record), person_id)


def _file(workspace: Workspace, ledger: Ledger, names: list[tuple[UUID, str, str, str, str]]) -> None:
    ids = [name[0] for name in names]
    span = {"person__gte": ids[0], "person__lte": ids[-1]}
    keys: dict[UUID, list[Key]] = defaultdict(list)
    points = ContactPoint.objects.of(workspace).filter(**span, kind__in=("email", "phone", "link"))
    for person_id, kind, key in points.values_list("person_id", "kind", "key"):
        if kind != "link" or key.startswith("linkedin:"):
            keys[person_id].append((kind, key))
    roles: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    held = Role.objects.of(workspace).filter(**span).order_by("-is_current", "-id")
    for person_id, title, organisation in held.values_list("person_id", "title", "organisation__name"):
        roles[person_id].append((title, organisation or ""))
    for person_id, given, family, native, nickname in names:
        name = NameKey() if is_stand_in(given) else name_key_of(given, family, native, nickname)
        for title, organisation in roles[person_id] or [("", "")]:
            organisations = organisation_keys(organisation) if organisation else ()
            identity = Identity(name, tuple(keys[person_id]), organisations, fold(title))
            ledger.add(ledger.known_as(identity), person_id)
