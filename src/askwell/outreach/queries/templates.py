"""The seeker's own templates: the list, how each has fared, and one filled in for a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from askwell.accounts.models import Workspace
from askwell.lib.text import in_script
from askwell.outreach.choices import MessageState
from askwell.outreach.models import Template, Thread
from askwell.outreach.queries.composing import said_name
from askwell.outreach.queries.correspondent import Correspondent, correspondent
from askwell.outreach.queries.values import Who
from askwell.outreach.rules.templates import Field, Filled, filled
from askwell.people.models import Person


@dataclass(frozen=True, slots=True)
class Fared:
    """Of the people written to with it: how many, how many answered anything, how many said yes."""

    sent: int
    answered: int
    yes: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A template of the list."""

    id: UUID
    name: str
    language: str
    fared: Fared


@dataclass(frozen=True, slots=True)
class Preview:
    """A template as one person would read it."""

    who: Who
    subject: str
    body: str
    missing: tuple[Field, ...]


_SENT = Q(messages__state=MessageState.SENT)


def templates(workspace: Workspace) -> list[Kept]:
    """All that were not removed, by name; one query."""
    of_thread = Count("messages__thread", filter=_SENT, distinct=True)
    answered = Count("messages__thread", filter=_SENT & ~Q(messages__thread__answer=""), distinct=True)
    yes = Count("messages__thread", filter=_SENT & Q(messages__thread__said_yes=True), distinct=True)
    kept = Template.objects.of(workspace).filter(removed_at=None).order_by("name", "id")
    rows = kept.annotate(sent=of_thread, answered=answered, yes=yes)
    columns = rows.values_list("id", "name", "language", "sent", "answered", "yes")
    return [Kept(pk, name, language, Fared(*counts)) for pk, name, language, *counts in columns]


def choosable(workspace: Workspace) -> list[tuple[UUID, str]]:
    """Id and name of all that were not removed, for a list to choose from; one query."""
    return list(Template.objects.of(workspace).filter(removed_at=None).order_by("name", "id").values_list("id", "name"))


def template_of(workspace: Workspace, template_id: UUID) -> Template:
    """Raises Template.DoesNotExist, also for a removed one."""
    return Template.objects.of(workspace).get(pk=template_id, removed_at=None)


def values_for(to: Correspondent, language: str) -> Mapping[Field, str]:
    """What each field says of this reader, in this language; empty where nothing is known."""
    person, profile, chinese = to.person, to.profile, language == "zh-Hans"
    mine = {"zh-Hans": profile.about_zh, "fr": profile.about_fr}.get(language, profile.about)
    own_names = (profile.native_name, profile.name) if chinese else (profile.name, profile.native_name)
    return {
        Field.NAME: said_name(person, language),
        Field.FIRST_NAME: _first_name(person, chinese=chinese),
        Field.FAMILY_NAME: person.family_name,
        Field.ROLE: in_script(to.role.title, chinese=chinese) if to.role else "",
        Field.EMPLOYER: in_script(to.organisation, chinese=chinese),
        Field.INTRODUCER: said_name(to.introducer, language) if to.introducer else "",
        Field.HOW_MET: to.tie.how_met if to.tie else "",
        Field.FIELD: profile.occupation or to.occupation,
        Field.ABOUT_ME: mine,
        Field.MY_NAME: own_names[0] or own_names[1],
    }


def _first_name(person: Person, *, chinese: bool) -> str:
    return (person.native_name if chinese else "") or person.given_name or person.native_name


def filled_for(to: Correspondent, template: Template) -> tuple[Filled, Filled]:
    """Subject and body for this reader."""
    values = values_for(to, template.language)
    return filled(template.subject, values, template.language), filled(template.body, values, template.language)


def preview(workspace: Workspace, template: Template, person_id: UUID, now: datetime) -> Preview:
    """The template as this person would read it. Raises Person.DoesNotExist."""
    to = correspondent(workspace, person_id, now)
    subject, body = filled_for(to, template)
    missing = tuple(dict.fromkeys((*subject.missing, *body.missing)))
    return Preview(to.who, subject.text, body.text, missing)


def readers(workspace: Workspace) -> list[Who]:
    """People to try a template on: those written to last, then those met first; at most 30, two queries."""
    columns = ("id", "given_name", "family_name", "native_name")
    threads = Thread.objects.of(workspace).filter(person__do_not_contact_at=None).order_by("-moved_at")
    lately = [Who(*row) for row in threads.values_list(*(f"person__{name}" for name in columns))[:15]]
    people = Person.objects.of(workspace).filter(archived_at=None, do_not_contact_at=None).order_by("id")
    others = [Who(*row) for row in people.values_list(*columns)[:30]]
    return list({who.id: who for who in (*lately, *others)}.values())[:30]
