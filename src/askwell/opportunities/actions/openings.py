"""Opportunities kept, changed, joined and parted."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.interviews.models import Lead
from askwell.lib.text import clean
from askwell.opportunities.actions.errors import NoTitleError, SameItselfError
from askwell.opportunities.choices import Source, Stage
from askwell.opportunities.models import Application, Opportunity, Step
from askwell.opportunities.queries.known import known_among
from askwell.opportunities.rules.posting import Facts, facts_of
from askwell.opportunities.rules.same import key_of, url_key_of
from askwell.opportunities.rules.stages import how_far
from askwell.people.models import Organisation, Person
from askwell.people.rules.organisations import organisation_keys


@dataclass(frozen=True, slots=True)
class Found:
    """How an opportunity was found: the source, who mentioned it, in which lead of an interview, and on which day."""

    source: str = Source.OWN
    told_by: UUID | None = None
    lead: UUID | None = None
    on: date | None = None


@transaction.atomic
def keep_opportunity(
    *, workspace: Workspace, facts: Facts, found: Found, now: datetime, notes: str = ""
) -> tuple[Opportunity, bool]:
    """The opportunity and whether it is new. One that is known already is kept as another place where that one was
    seen (`note_opportunity`), and that one is returned. Raises NoTitleError, Person.DoesNotExist,
    Lead.DoesNotExist."""
    row = note_opportunity(workspace=workspace, facts=facts, found=found, now=now, notes=notes)
    return row.same_as or row, row.same_as is None


@transaction.atomic
def note_opportunity(
    *, workspace: Workspace, facts: Facts, found: Found, now: datetime, notes: str = ""
) -> Opportunity:  # fmt: skip
    """What was made of it: an opportunity, or where one was seen that is there already (`same_as`; rules.same).
    Raises NoTitleError, Person.DoesNotExist, Lead.DoesNotExist."""
    row = Opportunity(workspace=workspace, created_at=now)
    _put(row, facts, found, now)
    row.same_as = known_among(workspace, [facts], row.found_on)[0]
    row.save()
    if row.same_as is None:
        _begin(row, now, notes)
    return row


@transaction.atomic
def change_opportunity(
    *, workspace: Workspace, opportunity_id: UUID, facts: Facts, found: Found, now: datetime, notes: str
) -> Opportunity:
    """Raises NoTitleError, Opportunity.DoesNotExist, Person.DoesNotExist."""
    row = Opportunity.kept(workspace).select_for_update().get(pk=opportunity_id)
    _put(row, facts, found, now)
    row.save()
    Application.objects.of(workspace).filter(opportunity=row).update(notes=notes)
    return row


@transaction.atomic
def take_lead(*, workspace: Workspace, lead_id: UUID, now: datetime) -> tuple[Opportunity, bool]:
    """What an insider mentioned as an opportunity, with whom it came from, and whether it is new; a lead taken twice
    gives the same one. Raises Lead.DoesNotExist."""
    lead = Lead.objects.of(workspace).select_for_update().select_related("interview").get(pk=lead_id)
    if row := Opportunity.kept(workspace).filter(lead=lead).select_related("same_as").first():
        return row.same_as or row, False
    facts = facts_of({"title": lead.text, "text": lead.text, "organisation_name": _employer(lead)})
    found = Found(Source.NETWORKING, lead.interview.person_id, lead.pk, day_in(workspace, lead.noted_at))
    return keep_opportunity(workspace=workspace, facts=facts, found=found, now=now)


@transaction.atomic
def join(*, workspace: Workspace, opportunity_id: UUID, same_id: UUID) -> Opportunity:
    """The two are one: the one whose application came further stands, where both came as far this one, and is
    returned. The other is only a place where it was seen too, with its steps and notes; `part` takes it back. Raises
    SameItselfError, Opportunity.DoesNotExist."""
    rows = Opportunity.kept(workspace).select_for_update()
    row, same = rows.get(pk=opportunity_id), rows.get(pk=same_id)
    if row == same or row.same_as_id or same.same_as_id:
        raise SameItselfError
    stands, other = (same, row) if _came(same) > _came(row) else (row, same)
    other.sightings.update(same_as=stands)
    other.same_as = stands
    other.save(update_fields=["same_as"])
    return stands


@transaction.atomic
def part(*, workspace: Workspace, opportunity_id: UUID, now: datetime) -> Opportunity:
    """One that was taken for the same stands by itself again. Raises Opportunity.DoesNotExist."""
    rows = Opportunity.kept(workspace).select_for_update().filter(same_as__isnull=False)
    row = rows.get(pk=opportunity_id)
    row.same_as = None
    row.save(update_fields=["same_as"])
    if not Application.objects.of(workspace).filter(opportunity=row).exists():
        _begin(row, now, "")
    return row


@transaction.atomic
def set_closes(*, workspace: Workspace, opportunity_id: UUID, closes: date | None) -> date | None:
    """Another last day to apply, as where it was seen again; returns the day before. Raises
    Opportunity.DoesNotExist."""
    row = Opportunity.kept(workspace).select_for_update().get(pk=opportunity_id, same_as=None)
    before, row.closes = row.closes, closes
    row.save(update_fields=["closes"])
    return before


def organisation_named(workspace: Workspace, name: str) -> Organisation | None:
    """The organisation of people that this name means."""
    keys = [key[:200] for key in organisation_keys(name)]
    return Organisation.objects.of(workspace).filter(key__in=keys).first() if keys else None


def _put(row: Opportunity, facts: Facts, found: Found, now: datetime) -> None:
    if not facts.title:
        raise NoTitleError
    for name in Facts.__dataclass_fields__:
        setattr(row, name, getattr(facts, name))
    workspace = row.workspace
    row.organisation = organisation_named(workspace, facts.organisation_name)
    row.source = found.source if found.source in set(Source) else Source.OWN
    row.told_by = Person.objects.of(workspace).get(pk=found.told_by) if found.told_by else None
    row.lead = Lead.objects.of(workspace).get(pk=found.lead) if found.lead else None
    row.found_on = found.on or day_in(workspace, now)
    row.key = key_of(facts.title, facts.organisation_name, facts.location, facts.text)
    row.url_key, row.changed_at = url_key_of(facts.url), now


def _begin(row: Opportunity, now: datetime, notes: str) -> None:
    begun = Application.objects.create(workspace=row.workspace, opportunity=row, since=row.found_on, notes=notes)
    Step.objects.create(
        workspace=row.workspace, application=begun, number=0, stage=Stage.INTERESTED, on=row.found_on, made_at=now
    )  # fmt: skip


def _came(row: Opportunity) -> int:
    steps = Step.objects.of(row.workspace).filter(application__opportunity=row)
    return how_far(Stage(stage) for stage in steps.values_list("stage", flat=True))


def _employer(lead: Lead) -> str:
    """Where the insider works, as far as their words name it."""
    roles = lead.interview.person.roles.filter(is_current=True, organisation__isnull=False)
    names = roles.order_by("-id").values_list("organisation__name", flat=True)
    return clean(next((name for name in names if name.lower() in lead.text.lower()), ""))
