"""Resumes: begun from the story, chosen, taken back a step."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.documents.actions.errors import ChangedElsewhereError, NoNameError, NoSuchChoiceError
from askwell.documents.choices import LANGUAGES, LONG_PAGES, PAPERS
from askwell.documents.models import Resume
from askwell.documents.queries.resumes import opened, resume_row
from askwell.documents.rules.choosing import Choice, choice_of, written
from askwell.documents.rules.selecting import choice_now
from askwell.lib.text import clean, clean_block
from askwell.opportunities.models import Opportunity
from askwell.portfolio.rules.words import LONGEST_POSTING
from askwell.protocols.papers import Template, templates_for

KEPT_BEFORE = 20
"""Steps that can be taken back."""
ONE_CHANGE = timedelta(seconds=10)
"""Typing that goes on within is one step."""
LOOK = ("language", "template", "paper", "pages")
"""What a step back brings back beside the choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a resume is for, and how it looks. An empty template is the likeliest of the language."""

    name: str
    language: str = "en"
    template: str = ""
    paper: str = "letter"
    pages: int = 1
    title: str = ""
    employer: str = ""
    posting: str = ""
    opportunity: UUID | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a resume is laid out."""

    template: str
    paper: str
    pages: int

    @property
    def is_known(self) -> bool:
        return self.template in set(Template) and self.paper in PAPERS and self.pages in LONG_PAGES


@transaction.atomic
def begin_resume(*, workspace: Workspace, about: About, now: datetime) -> Resume:
    """What fits the posting best is ticked, at most five lines a job. Raises NoNameError, NoSuchChoiceError,
    Opportunity.DoesNotExist."""
    row = Resume(workspace=workspace, created_at=now, changed_at=now)
    row.opportunity = Opportunity.kept(workspace).get(pk=about.opportunity) if about.opportunity else None
    _describe(row, about)
    row.choice = written(choice_now(opened(row).selected))
    row.save()
    return row


@transaction.atomic
def describe_resume(*, workspace: Workspace, resume_id: UUID, about: About, now: datetime) -> Resume:
    """Another name, look or posting; what is ticked stays, and so it does in an undo. Raises NoNameError,
    NoSuchChoiceError, Resume.DoesNotExist."""
    row = Resume.kept(workspace).select_for_update().get(pk=resume_id)
    before = _looks(row)
    _describe(row, about)
    if _looks(row) != before:
        _remember(row, {**row.choice, "look": before})
        row.version, row.editor = row.version + 1, ""
    row.changed_at = now
    row.save()
    return row


def _describe(row: Resume, about: About) -> None:
    name = clean(about.name, limit=120)
    if about.language not in LANGUAGES:
        raise NoSuchChoiceError
    _look(row, Look(about.template or templates_for(about.language)[0].value, about.paper, about.pages))
    if not name:
        raise NoNameError
    row.name, row.language = name, about.language
    row.title, row.employer = clean(about.title, limit=200), clean(about.employer, limit=200)
    row.posting = clean_block(about.posting, limit=LONGEST_POSTING)


def _look(row: Resume, look: Look) -> None:
    if not look.is_known:
        raise NoSuchChoiceError
    row.template, row.paper, row.pages = look.template, look.paper, look.pages


@transaction.atomic
def choose(
    *, workspace: Workspace, resume_id: UUID, choice: Choice, look: Look, version: int, editor: str, now: datetime
) -> Resume:
    """Keep what is ticked, ordered and worded. `version` is that of the page it was done on, `editor` names the page,
    which may go on saving. Raises ChangedElsewhereError, NoSuchChoiceError, Resume.DoesNotExist."""
    row = Resume.kept(workspace).select_for_update().get(pk=resume_id)
    if row.version != version and not (editor and row.editor == editor):
        raise ChangedElsewhereError
    before, kept = {**row.choice, "look": _looks(row)}, written(choice)
    _look(row, look)
    if {**kept, "look": _looks(row)} == before:
        return row
    if not row.before or now - row.changed_at > ONE_CHANGE or row.editor != editor:
        _remember(row, before)
    row.choice, row.version, row.changed_at, row.editor = kept, row.version + 1, now, editor[:40]
    row.save()
    return row


def _looks(row: Resume) -> dict[str, str | int]:
    return {name: getattr(row, name) for name in LOOK}


def _remember(row: Resume, step: dict[str, object]) -> None:
    row.before = [step, *row.before][:KEPT_BEFORE]


@transaction.atomic
def step_back(*, workspace: Workspace, resume_id: UUID, now: datetime) -> Resume:
    """The choice and the look before the last change; nothing happens where there is none. Raises
    Resume.DoesNotExist."""
    row = Resume.kept(workspace).select_for_update().get(pk=resume_id)
    if row.before:
        row.choice, *row.before = row.before
        for name, value in row.choice.pop("look", {}).items():
            setattr(row, name, value)
        row.version, row.changed_at, row.editor = row.version + 1, now, ""
        row.save(update_fields=["choice", "before", "version", "changed_at", "editor", *LOOK])
    return row


@transaction.atomic
def speak(*, workspace: Workspace, resume_id: UUID, language: str, now: datetime) -> Resume:
    """Tell it in another language, in the look that is likeliest there. What was worded anew stays as it is. Raises
    NoSuchChoiceError, Resume.DoesNotExist."""
    row = Resume.kept(workspace).select_for_update().get(pk=resume_id)
    if language not in LANGUAGES:
        raise NoSuchChoiceError
    if language != row.language:
        _remember(row, {**row.choice, "look": _looks(row)})
        row.language, row.template = language, templates_for(language)[0].value
        row.version, row.changed_at, row.editor = row.version + 1, now, ""
        row.save()
    return row


@transaction.atomic
def copy_resume(*, workspace: Workspace, resume_id: UUID, name: str, now: datetime) -> Resume:
    """The same as another variant, to go on with. Raises NoNameError, Resume.DoesNotExist."""
    row = resume_row(workspace, resume_id)
    if not clean(name):
        raise NoNameError
    kept = written(choice_of(row.choice))  # tidied
    return Resume.objects.create(
        workspace=workspace, name=clean(name, limit=120), language=row.language, template=row.template,
        paper=row.paper, pages=row.pages, title=row.title, employer=row.employer, posting=row.posting,
        opportunity=row.opportunity,
        choice=kept, created_at=now, changed_at=now,
    )  # fmt: skip
