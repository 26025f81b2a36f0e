"""What is told about an insider is written down."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.lib.emails import normalise_email
from askwell.programmes.actions.errors import BadAddressError, ChangedMeanwhileError, KnownInsiderError, NoNameError
from askwell.programmes.actions.numbering import hold, next_number
from askwell.programmes.choices import InsiderState
from askwell.programmes.models import Insider
from askwell.programmes.queries.insiders.knowing import with_email
from askwell.programmes.rules.facts import InsiderFacts, tidy


@transaction.atomic
def add_insider(
    *,
    workspace: Workspace,
    facts: InsiderFacts,
    state: InsiderState = InsiderState.INVITED,
    was_seeker: bool = False,
    now: datetime,
) -> Insider:
    """Raises NoNameError, BadAddressError and KnownInsiderError, who has left included until they are erased."""
    hold(workspace)  # before it is looked whether they are known
    fit = _fit(workspace, facts)
    insider = Insider(workspace=workspace, number=next_number(Insider, workspace), came_at=now)
    put(insider, fit)
    insider.state, insider.was_seeker = state, was_seeker
    insider.active_at = now if state == InsiderState.ACTIVE else None
    insider.save(force_insert=True)
    return insider


def put(insider: Insider, facts: InsiderFacts) -> None:
    """On the row, which is not saved."""
    for name, value in facts.columns.items():
        setattr(insider, name, value)


@transaction.atomic
def change_insider(
    *, workspace: Workspace, insider_id: UUID, version: int, facts: InsiderFacts, by_self: bool = False, now: datetime
) -> Insider:
    """All that is told, anew. `by_self`: on their own page, which says that they are in.

    Raises as `add_insider`, Insider.DoesNotExist, and ChangedMeanwhileError where it is no longer `version`."""
    fit = _fit(workspace, facts, but=insider_id)
    rows = Insider.objects.of(workspace).filter(pk=insider_id)
    if rows.filter(version=version).update(version=F("version") + 1, **fit.columns) != 1:
        rows.get()
        raise ChangedMeanwhileError
    if by_self:
        rows.update(seen_at=now)
        rows.filter(state=InsiderState.INVITED).update(state=InsiderState.ACTIVE, active_at=now)
    return rows.get()


def _fit(workspace: Workspace, facts: InsiderFacts, but: UUID | None = None) -> InsiderFacts:
    fit = tidy(facts)
    if not (fit.name or fit.native_name):
        raise NoNameError
    if fit.email and normalise_email(fit.email) != fit.email:
        raise BadAddressError
    known = with_email(workspace, fit.email)
    if known and known.pk != but:
        raise KnownInsiderError(known.pk)
    return fit
