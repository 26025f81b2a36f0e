"""Keeps what is derived of a person: search columns, sort key, employers' counts."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Count, Q

from askwell.accounts.models import Workspace
from askwell.lib.names import PersonName, join_name
from askwell.lib.text import fold
from askwell.people.actions.bulk import indexing_at_once, update_rows
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, Note, Organisation, Person, PersonTag, Role, Tie
from askwell.people.queries.duplicates import names_in_files, other_names_of
from askwell.people.rules.index import index_columns, mark_of

SEARCH_COLUMNS = ("search_name", "search_organisation", "search_title", "search_note")
_BATCH = 1000


def sort_key(name: PersonName) -> str:
    """Where a person stands in an alphabetical list: family name first, Chinese by reading."""
    return fold(f"{name.family} {name.given}".strip() or name.reading or name.native)[:200]


def name_fields(given: str, family: str, native: str, nickname: str = "") -> dict[str, str]:
    """A person's name fields from what was typed: cleaned, the reading found, one script filled from the other."""
    name = join_name(given, family, native=native, nickname=nickname)
    return {
        "given_name": name.given[:120],
        "family_name": name.family[:120],
        "native_name": name.native[:60],
        "reading": name.reading[:120],
        "nickname": name.nickname[:60],
        "sort_key": sort_key(name),
    }


def reindex(workspace: Workspace, person_ids: Collection[UUID]) -> None:
    """Compute the search columns of these persons anew. For whoever wrote rows of theirs without an action."""
    ids = list(person_ids)
    for start in range(0, len(ids), _BATCH):
        _reindex_batch(workspace, ids[start : start + _BATCH])


def reindex_everyone(workspace: Workspace) -> None:
    """Everything derived, for the whole workspace: after a restore."""
    reindex(workspace, list(Person.objects.of(workspace).values_list("id", flat=True)))
    recount(workspace, list(Organisation.objects.of(workspace).values_list("id", flat=True)))


def _reindex_batch(workspace: Workspace, ids: list[UUID]) -> None:
    mark = mark_of(workspace.pk)
    organisations: dict[UUID, list[str]] = defaultdict(list)
    titles: dict[UUID, list[str]] = defaultdict(list)
    roles = Role.objects.of(workspace).filter(person__in=ids).order_by("-is_current", "-id")
    for person_id, title, organisation in roles.values_list("person_id", "title", "organisation__name"):
        titles[person_id].append(title)
        organisations[person_id].append(organisation or "")
    notes, phones, others = _noted(workspace, ids), _phones(workspace, ids), other_names_of(workspace, ids)
    for person_id, names in names_in_files(workspace, ids).items():
        others[person_id] += names
    people = Person.objects.of(workspace).filter(id__in=ids)
    fields = ("id", "given_name", "family_name", "nickname", "native_name", "place")
    rows = []
    for person_id, given, family, nickname, native, place in people.values_list(*fields):
        columns = index_columns(
            mark,
            names=(given, family, nickname),
            native=native,
            others=others.get(person_id, ()),
            organisations=organisations[person_id],
            titles=titles[person_id],
            notes=[place, *notes[person_id]],
            phones=phones[person_id],
        )
        rows.append((*columns, person_id))
    with indexing_at_once([row[-1] for row in rows]):
        update_rows(Person, SEARCH_COLUMNS, rows, workspace=workspace)


def _noted(workspace: Workspace, ids: list[UUID]) -> dict[UUID, list[str]]:
    """Texts beside name and role: addresses, how they met, tags, notes."""
    found: dict[UUID, list[str]] = defaultdict(list)
    sources: tuple[Iterable[tuple[UUID, str]], ...] = (
        ContactPoint.objects.of(workspace)
        .filter(person__in=ids)
        .exclude(kind=ContactKind.PHONE)
        .values_list("person_id", "value"),
        Tie.objects.of(workspace).filter(person__in=ids).values_list("person_id", "how_met"),
        PersonTag.objects.of(workspace).filter(person__in=ids).values_list("person_id", "tag__name"),
        Note.objects.of(workspace).filter(person__in=ids).values_list("person_id", "text"),
    )
    for source in sources:
        for person_id, text in source:
            found[person_id].append(text[:20_000])
    return found


def _phones(workspace: Workspace, ids: list[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    points = ContactPoint.objects.of(workspace).filter(person__in=ids, kind=ContactKind.PHONE).order_by("id")
    for person_id, number in points.values_list("person_id", "value"):
        found[person_id].append(number)
    return found


def recount(workspace: Workspace, organisation_ids: Collection[UUID | None]) -> None:
    """Count anew who is at these organisations now."""
    ids = [organisation_id for organisation_id in set(organisation_ids) if organisation_id]
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        counted = (
            Organisation.objects.of(workspace)
            .filter(id__in=some)
            .annotate(now=Count("roles", filter=Q(roles__is_current=True)))
            .values_list("now", "id")
        )
        update_rows(Organisation, ("known",), list(counted), workspace=workspace)
