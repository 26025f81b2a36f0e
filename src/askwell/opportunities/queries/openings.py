"""One opportunity with everything around it, and openings that were mentioned in interviews."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.interviews.models import Lead
from askwell.opportunities.choices import Kind, Stage
from askwell.opportunities.models import Application, Opportunity, Step, papers_asked
from askwell.opportunities.queries.there import Insiders, insiders_at, met_later
from askwell.opportunities.queries.values import Known, Paper, Waiting
from askwell.opportunities.rules import fit
from askwell.opportunities.rules.flags import Flag, Posting, flags_of
from askwell.opportunities.rules.stages import Due, Resting, begins_on, due_of
from askwell.portfolio.queries.telling import tell
from askwell.portfolio.rules.telling import Telling
from askwell.portfolio.rules.words import terms_of, texts_of

LEADS = 5


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where an opportunity was seen too, with the steps and notes that it had before they were one. `is_later`: its
    last day to apply is later."""

    row: Opportunity
    steps: tuple[Step, ...]
    notes: str
    is_later: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """What an opportunity's page shows. `told_by` mentioned it; `sightings` are the same one elsewhere."""

    row: Opportunity
    application: Application
    steps: tuple[Step, ...]
    insiders: Insiders
    told_by: Known | None
    sightings: tuple[Sighting, ...]
    flags: tuple[Flag, ...]
    reasons: tuple[fit.Reason, ...]
    papers: tuple[Paper, ...]
    due: Due | None


def opportunity_row(workspace: Workspace, opportunity_id: UUID) -> Opportunity:
    """One that stands by itself. Raises Opportunity.DoesNotExist."""
    return Opportunity.kept(workspace).select_related("told_by").get(pk=opportunity_id, same_as=None)


def stands_for(workspace: Workspace, opportunity_id: UUID) -> UUID | None:
    """The opportunity that this one is the same as, if it is."""
    rows = Opportunity.kept(workspace).filter(pk=opportunity_id, same_as__removed_at=None)
    return rows.values_list("same_as", flat=True).first()


def application_of(row: Opportunity) -> Application:
    return Application.objects.of(row.workspace).select_related("own_stage", "opportunity").get(opportunity=row)


def opening(workspace: Workspace, opportunity_id: UUID, today: date, language: str) -> Opening:
    """A fixed number of queries. Raises Opportunity.DoesNotExist."""
    row = opportunity_row(workspace, opportunity_id)
    application = application_of(row)
    place = row.organisation_id or met_later(workspace, [row.organisation_name]).get(row.organisation_name)
    resting = Resting(
        Stage(application.stage), application.since, Kind(row.kind), row.closes, application.put_off_to,
        begins_on(row.start, timezone.get_current_timezone()),
    )  # fmt: skip
    return Opening(
        row=row,
        application=application,
        steps=tuple(application.steps.select_related("own_stage").order_by("number")),
        insiders=insiders_at(workspace, place) if place else Insiders(),
        told_by=_told_by(row),
        sightings=tuple(_sightings(row)),
        flags=flags_of(_posting(row)),
        reasons=fit_of(row, tell(workspace, language)),
        papers=tuple(_papers(row)),
        due=due_of(resting, today),
    )


def fit_of(row: Opportunity, telling: Telling) -> tuple[fit.Reason, ...]:
    """How the posting fits the story; nothing where either is empty."""
    if not row.text or telling.is_empty:
        return ()
    besides = (row.organisation_name, row.title, *row.location.split(","))
    terms = () if row.kind == Kind.EVENT else terms_of(row.text, besides)
    tongues = tuple((one.name, one.level) for one in telling.languages)
    wanted = fit.Wanted(f"{row.title}\n{row.text}", row.location, row.remote, terms)
    return fit.reasons(wanted, fit.Story(tuple(_said(telling)), tongues, telling.place))


def leads_waiting(workspace: Workspace) -> list[Waiting]:
    """Openings that insiders mentioned and nobody took yet, the latest first; one query."""
    taken = Opportunity.kept(workspace).filter(lead__isnull=False).values("lead")
    names = (
        "interview__person",
        *(f"interview__person__{name}" for name in ("given_name", "family_name", "native_name")),
    )
    rows = Lead.objects.of(workspace).exclude(pk__in=taken).order_by("-noted_at", "-id")
    return [
        Waiting(key, text, at, Known(*person))
        for key, text, at, *person in rows.values_list("id", "text", "noted_at", *names)[:LEADS]
    ]


def others(workspace: Workspace, row: Opportunity) -> list[tuple[UUID, str, str]]:
    """Those that may be the same: at the same organisation, or with the same title; id, title, organisation."""
    rows = Opportunity.kept(workspace).filter(same_as=None).exclude(pk=row.pk)
    alike = Q(title__iexact=row.title)
    if row.organisation_name:
        alike |= Q(organisation_name__iexact=row.organisation_name)
    return list(rows.filter(alike).order_by("-created_at").values_list("id", "title", "organisation_name")[:10])


def _sightings(row: Opportunity) -> Iterator[Sighting]:
    """Three queries at most."""
    rows = Opportunity.kept(row.workspace).filter(same_as=row).order_by("created_at")
    for one in rows.prefetch_related("applications__steps__own_stage"):
        application = next(iter(one.applications.all()), None)
        steps = sorted(application.steps.all(), key=lambda step: step.number) if application else ()
        is_later = bool(one.closes and row.closes and one.closes > row.closes)
        yield Sighting(one, tuple(steps), application.notes if application else "", is_later)


def _told_by(row: Opportunity) -> Known | None:
    person = row.told_by
    return Known(person.pk, person.given_name, person.family_name, person.native_name) if person else None


def _posting(row: Opportunity) -> Posting:
    return Posting(
        Kind(row.kind), row.location, row.posted or row.found_on, row.text, row.salary_min, row.salary_max,
        row.salary_unit,
    )  # fmt: skip


def _papers(row: Opportunity) -> Iterable[Paper]:
    answers: list[tuple[Any, Any]] = papers_asked.send(
        sender=Opportunity, workspace=row.workspace, opportunity_id=row.pk
    )  # fmt: skip
    return (paper for _receiver, papers in answers for paper in papers or ())


def _said(telling: Telling) -> Iterator[fit.Said]:
    for skill in telling.skills:
        yield fit.Said("skill", skill.name, skill.name)
    for part in telling.parts:
        name = part.organisation or part.title
        yield fit.Said(part.kind, name, "\n".join((*texts_of(part), *(line.text for line in part.lines))))
    yield fit.Said("language", "", "\n".join(one.name for one in telling.languages))
