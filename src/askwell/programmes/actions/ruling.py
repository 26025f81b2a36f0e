"""What a programme says of itself, and its rules."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from askwell.accounts.actions import note
from askwell.accounts.choices import Deed
from askwell.accounts.models import Profile, User, Workspace
from askwell.lib.text import clean, clean_block
from askwell.programmes.actions.errors import NoNameError
from askwell.programmes.models import Programme

TEXTS = {"name": 120, "organisation": 200, "email": 254, "phone": 40}
BLOCKS = {"about": 4000, "postal": 400}


@dataclass(frozen=True, slots=True)
class House:
    """What can be changed of a programme."""

    name: str
    organisation: str
    about: str
    postal: str
    email: str
    phone: str
    zone: str
    language: str
    takes_seekers: bool
    takes_insiders: bool
    approves: bool
    most_talks: int
    rest_days: int
    answer_days: int
    most_missed: int


@transaction.atomic
def change_programme(*, workspace: Workspace, house: House, by: User) -> None:
    """The letterhead of its mails, which is the workspace's profile, follows. Raises NoNameError."""
    told = {name: getattr(house, name) for name in House.__dataclass_fields__}
    told |= {name: clean(told[name], limit=limit) for name, limit in TEXTS.items()}
    told |= {name: clean_block(told[name], limit=limit) for name, limit in BLOCKS.items()}
    if not told["name"]:
        raise NoNameError
    Programme.objects.of(workspace).update(**told)
    letterhead = {name: told[name] for name in ("name", "postal", "email", "phone")}
    Profile.objects.update_or_create(workspace=workspace, defaults=letterhead)
    note(Deed.PROGRAMME_CHANGED, place=workspace.pk, by=by.pk)


def renew_open_pages(*, workspace: Workspace) -> None:
    """New links for the open forms; the ones before lead nowhere from now on."""
    Programme.objects.of(workspace).update(page_number=F("page_number") + 1)
