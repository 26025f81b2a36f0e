"""Resumes: the list, and one with the story it is made from."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Q

from askwell.accounts.models import Workspace
from askwell.documents.models import Resume
from askwell.documents.rules.choosing import Choice, choice_of
from askwell.documents.rules.covering import Coverage, cover
from askwell.documents.rules.making import resume_of as made
from askwell.documents.rules.selecting import Selected, select
from askwell.documents.rules.standing import mixed
from askwell.portfolio.queries.telling import tell
from askwell.portfolio.rules.telling import Telling
from askwell.portfolio.rules.words import Term, fit_of, terms_of
from askwell.protocols import resumes as protocol
from askwell.protocols.papers import Group, Layout, Template, groups, whole_order


@dataclass(frozen=True, slots=True)
class Kept:
    """A resume of the list."""

    id: UUID
    name: str
    language: str
    template: str
    title: str
    employer: str
    changed_at: datetime
    versions: int
    sent: int


def resumes(workspace: Workspace) -> list[Kept]:
    """All, the one last changed first; one query."""
    kept = Q(versions__removed_at=None)
    rows = Resume.kept(workspace).annotate(
        made=Count("versions", filter=kept), sent=Count("versions", filter=kept & ~Q(versions__sent_to=""))
    )
    columns = ("id", "name", "language", "template", "title", "employer", "changed_at", "made", "sent")
    return [Kept(*row) for row in rows.order_by("-changed_at", "-id").values_list(*columns)]


def resume_row(workspace: Workspace, resume_id: UUID) -> Resume:
    """Raises Resume.DoesNotExist."""
    return Resume.kept(workspace).get(pk=resume_id)


@dataclass(frozen=True)
class Opened:
    """A resume with the story, as `choice` has it: the kept one, or what a page just sent."""

    row: Resume
    telling: Telling
    choice: Choice

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        if not self.row.posting:
            return ()
        return terms_of(self.row.posting, (self.row.employer, self.row.title))

    @cached_property
    def selected(self) -> Selected:
        return select(self.telling, self.choice, fit_of(self.terms))

    @cached_property
    def resume(self) -> protocol.Resume:
        return made(self.selected, self.row.language)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The sections of the page in their order."""
        return groups(self.resume, self.layout())

    @cached_property
    def coverage(self) -> Coverage:
        return cover(self.terms, self.resume, self.selected)

    def layout(self, marked: str = "") -> Layout:
        row, choice, template = self.row, self.choice, Template(self.row.template)
        return Layout(
            template=template,
            paper="a4" if row.paper == "a4" else "letter",
            pages=row.pages,
            order=whole_order(template, choice.order) if choice.order else (),
            volunteering_with_work=choice.beside,
            mixed=mixed(self.selected),
            marked=marked,
        )


def opened(row: Resume, choice: Choice | None = None) -> Opened:
    """Eight queries, however long the story is."""
    return Opened(row, tell(row.workspace, row.language.lower()), choice_of(row.choice) if choice is None else choice)
