"""The LAMP list: what the seeker aims at."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.outreach.actions.errors import OutreachError
from askwell.outreach.choices import TargetKind
from askwell.outreach.models import Target
from askwell.outreach.rules.targets import AT_A_TIME
from askwell.people.models import Organisation
from askwell.people.rules.organisations import organisation_key

MOTIVATIONS, POSTINGS = range(4), range(1, 4)
LONGEST_NAME = 200
"""Characters."""


class NamelessTargetError(OutreachError):
    """A target needs a name."""


class LongNameError(OutreachError):
    """A target's name is longer than LONGEST_NAME."""


class FiveAlreadyError(OutreachError):
    """Five targets are being worked on; one must go before another comes."""


class NotOnTheScaleError(OutreachError):
    """Motivation goes from 0 to 3, posting from 1 to 3."""


@transaction.atomic
def add_target(
    *,
    workspace: Workspace,
    name: str,
    kind: TargetKind = TargetKind.EMPLOYER,
    is_own_company: bool = False,
    now: datetime,
) -> tuple[Target, bool]:
    """The target of this name and whether it is new; a known employer is linked. Raises NamelessTargetError,
    LongNameError.

    Motivation and posting are left open: they are the seeker's own to give.
    """
    name = clean(name)
    if not name:
        raise NamelessTargetError
    if len(name) > LONGEST_NAME:
        raise LongNameError
    employers = Organisation.objects.of(workspace).filter(key=organisation_key(name)[:200])
    target, is_new = Target.objects.of(workspace).get_or_create(
        workspace=workspace,
        kind=kind,
        key=organisation_key(name)[:200],
        defaults={
            "name": name,
            "organisation": employers.first() if kind == TargetKind.EMPLOYER else None,
            "is_own_company": is_own_company and kind == TargetKind.EMPLOYER,
            "created_at": now,
        },
    )
    if target.removed_at:
        return _set(target, removed_at=None), True
    return target, is_new


@transaction.atomic
def rate_target(*, workspace: Workspace, target_id: UUID, motivation: int | None, posting: int | None) -> Target:
    """The seeker's own numbers; None where they have not said. Raises NotOnTheScaleError, Target.DoesNotExist."""
    if motivation not in (None, *MOTIVATIONS) or posting not in (None, *POSTINGS):
        raise NotOnTheScaleError
    target = _held(workspace, target_id)
    target.motivation, target.posting = motivation, posting
    target.save(update_fields=["motivation", "posting"])
    return target


@transaction.atomic
def take_up(*, workspace: Workspace, target_id: UUID) -> Target:
    """Make it one of this week's five. Raises FiveAlreadyError, Target.DoesNotExist."""
    target = _held(workspace, target_id)
    others = Target.objects.of(workspace).filter(is_active=True).exclude(pk=target.pk)
    if others.count() >= AT_A_TIME:
        raise FiveAlreadyError
    return _set(target, is_active=True)


@transaction.atomic
def put_back(*, workspace: Workspace, target_id: UUID) -> Target:
    """No longer one of this week's five. Raises Target.DoesNotExist."""
    return _set(_held(workspace, target_id), is_active=False)


@transaction.atomic
def mark_own_company(*, workspace: Workspace, target_id: UUID, is_own: bool) -> Target:
    """Whether aiming there is a move inside the seeker's own company. Raises Target.DoesNotExist."""
    target = _held(workspace, target_id)
    return _set(target, is_own_company=is_own and target.kind == TargetKind.EMPLOYER)


@transaction.atomic
def remove_target(*, workspace: Workspace, target_id: UUID, now: datetime) -> Target:
    """Off the list, and out of this week's five; `restore_target` takes it back. Raises Target.DoesNotExist."""
    return _set(_held(workspace, target_id), is_active=False, removed_at=now)


@transaction.atomic
def restore_target(*, workspace: Workspace, target_id: UUID) -> Target:
    """Undo of `remove_target`. Raises Target.DoesNotExist."""
    return _set(_held(workspace, target_id), removed_at=None)


def _held(workspace: Workspace, target_id: UUID) -> Target:
    return Target.objects.of(workspace).select_for_update().get(pk=target_id)


def _set(target: Target, **values: bool | datetime | None) -> Target:
    for field, value in values.items():
        setattr(target, field, value)
    target.save(update_fields=list(values))
    return target
