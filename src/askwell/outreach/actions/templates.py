"""The seeker's own templates: kept, changed, taken off the list and put back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.text import clean, clean_block
from askwell.outreach.actions.errors import OutreachError
from askwell.outreach.models import Template
from askwell.outreach.queries.correspondent import correspondent
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.queries.templates import filled_for, template_of, values_for
from askwell.outreach.rules.templates import LONGEST_BODY, LONGEST_NAME, Unknown, made_general, unknown_fields


class EmptyTemplateError(OutreachError):
    """A template needs a name and a text."""


class LongTemplateError(OutreachError):
    """The text is longer than LONGEST_BODY."""


class UnknownFieldError(OutreachError):
    """Braces name no field; `unknown` says which and where, `part` whether in the subject or the body."""

    def __init__(self, unknown: Sequence[Unknown], part: str) -> None:
        self.unknown, self.part = tuple(unknown), part
        super().__init__(f"{len(self.unknown)} unknown fields in the {part}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateText:
    name: str
    language: str
    subject: str
    body: str


@transaction.atomic
def keep_template(
    *, workspace: Workspace, template_id: UUID | None = None, text: TemplateText, now: datetime
) -> Template:
    """A new template, or the changed one. Raises EmptyTemplateError, LongTemplateError, UnknownFieldError,
    Template.DoesNotExist; whatever is raised, nothing is written."""
    name, subject = clean(text.name, limit=LONGEST_NAME), clean(text.subject, limit=300)
    body = clean_block(text.body, limit=LONGEST_BODY + 1)
    if not name or not body:
        raise EmptyTemplateError
    if len(body) > LONGEST_BODY:
        raise LongTemplateError
    for part, said in (("subject", subject), ("body", body)):
        if unknown := unknown_fields(said):
            raise UnknownFieldError(unknown, part)
    template = template_of(workspace, template_id) if template_id else Template(workspace=workspace, created_at=now)
    template.name, template.language, template.subject, template.body = name, text.language, subject, body
    template.changed_at = now
    template.save()
    return template


def template_from_letter(*, workspace: Workspace, person_id: UUID, text: DraftText, now: datetime) -> Template:
    """A letter to one person as a template: what is only theirs becomes fields again. Raises EmptyTemplateError,
    LongTemplateError, Person.DoesNotExist."""
    to = correspondent(workspace, person_id, now)
    values = values_for(to, text.language)
    subject, body = (made_general(said, values, text.language) for said in (text.subject, text.body))
    name = subject or body.split("\n", 1)[0]
    told = TemplateText(name=name[:LONGEST_NAME], language=text.language, subject=subject, body=body)
    return keep_template(workspace=workspace, text=told, now=now)


def begun_with(
    *, workspace: Workspace, person_id: UUID, template_id: UUID, text: DraftText, now: datetime
) -> DraftText:
    """The draft as this template has it for this person; channel and address stay. Raises Template.DoesNotExist,
    Person.DoesNotExist."""
    template = template_of(workspace, template_id)
    subject, body = filled_for(correspondent(workspace, person_id, now), template)
    return DraftText(
        kind=text.kind,
        channel=text.channel,
        language=template.language,
        body=body.text,
        subject=subject.text or text.subject,
        address=text.address,
        editor=text.editor,
        template=template.pk,
    )


@transaction.atomic
def remove_template(*, workspace: Workspace, template_id: UUID, now: datetime) -> Template:
    """Off the list; `restore_template` is the undo. Raises Template.DoesNotExist."""
    template = template_of(workspace, template_id)
    template.removed_at = now
    template.save(update_fields=["removed_at"])
    return template


@transaction.atomic
def restore_template(*, workspace: Workspace, template_id: UUID) -> Template:
    """Raises Template.DoesNotExist."""
    template = Template.objects.of(workspace).get(pk=template_id)
    template.removed_at = None
    template.save(update_fields=["removed_at"])
    return template
