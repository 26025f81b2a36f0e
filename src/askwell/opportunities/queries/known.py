"""Which opening a posting is that was brought: the one that stands already, if it was not posted again."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.opportunities.models import Application, Opportunity
from askwell.opportunities.rules.posting import Facts
from askwell.opportunities.rules.same import Told, is_again, key_of, url_key_of
from askwell.opportunities.rules.stages import ENDED


def known_among(workspace: Workspace, postings: Sequence[Facts], today: date) -> list[Opportunity | None]:
    """For each posting the opening that it is, or None; two queries for any number."""
    keys = {key for facts in postings for key in keys_of(facts)}
    kept = Opportunity.kept(workspace).select_related("same_as")
    rows = kept.filter(Q(url_key__in=keys) | Q(key__in=keys))
    seen: dict[str, list[Opportunity]] = {}
    for row in rows.order_by("created_at"):
        for key in filter(None, (row.url_key, row.key)):
            seen.setdefault(key, []).append(row)
    ended = _ended(workspace, (row for rows in seen.values() for row in rows))
    return [_first(facts, seen, ended, today) for facts in postings]


def keys_of(facts: Facts) -> list[str]:
    """By what a posting is known, the surest first."""
    by_words = key_of(facts.title, facts.organisation_name, facts.location, facts.text)
    return [key for key in (url_key_of(facts.url), by_words) if key]


def _ended(workspace: Workspace, rows: Iterable[Opportunity]) -> set[object]:
    leading = {row.same_as_id or row.pk for row in rows}
    applications = Application.objects.of(workspace).filter(opportunity__in=leading, stage__in=ENDED)
    return set(applications.values_list("opportunity_id", flat=True)) if leading else set()


def _first(
    facts: Facts, seen: dict[str, list[Opportunity]], ended: set[object], today: date
) -> Opportunity | None:  # fmt: skip
    told = Told(today, facts.closes, facts.posted, facts.text)
    for row in (row for key in keys_of(facts) for row in seen.get(key, ())):
        leads = row.same_as or row
        if leads.removed_at is None and not is_again(_told(row), told, has_ended=leads.pk in ended):
            return leads
    return None


def _told(row: Opportunity) -> Told:
    return Told(row.found_on, row.closes, row.posted, row.text)
