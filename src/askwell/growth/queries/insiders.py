"""Whom to ask about a target: people who work, or worked, in it, and who spoke of it."""

from collections.abc import Iterable
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.growth.queries.values import Insider
from askwell.interviews.models import Insight
from askwell.lib.text import fold
from askwell.lib.titles import first_words
from askwell.occupations.queries.telling import Told
from askwell.outreach.queries import rows
from askwell.people.models import Person
from askwell.people.queries.rows import as_uuid
from askwell.people.queries.search import with_title

SHOWN, KNOWN = 4, 20


def insiders_in(workspace: Workspace, told: Told | None, title: str) -> tuple[Insider, ...]:
    """Those who may be asked, the likeliest first; eight queries at most."""
    titles = [title, told.title] if told else [title]
    spoke = _spoke(workspace, titles)
    ids = list(dict.fromkeys([*_in_it(workspace, titles), *spoke]))
    may = Person.objects.of(workspace).filter(id__in=ids, archived_at=None, do_not_contact_at=None)
    names = {row[0]: row[1:] for row in may.values_list("id", "given_name", "family_name", "native_name")}
    shown = [key for key in ids if key in names][:SHOWN]
    jobs = rows.jobs_of(workspace, shown)
    return tuple(Insider(rows.who(key, names[key], jobs), key in spoke) for key in shown)


def _in_it(workspace: Workspace, titles: Iterable[str]) -> list[UUID]:
    """Who has, or had, one of these titles; where nobody has, one that begins alike."""
    whole = tuple(dict.fromkeys(titles))
    begun = tuple(dict.fromkeys(first_words(one) for one in whole))
    for words in (whole, begun):
        if found := [as_uuid(key) for one in words if one for key in with_title(workspace, one, limit=KNOWN)]:
            return found
    return []


def _spoke(workspace: Workspace, titles: Iterable[str]) -> list[UUID]:
    keys = {fold(title)[:120] for title in titles}
    claims = Insight.objects.of(workspace).filter(key__in=keys, set_aside_at=None).order_by("-said_at")
    return list(claims.values_list("person_id", flat=True)[:KNOWN])
