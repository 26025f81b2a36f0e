"""One person: who they are, and all that lies between them and the seeker."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.desk.queries.cards import card, kept
from askwell.desk.queries.person import person_page
from askwell.desk.web.words.people import addresses, source_word, spoken
from askwell.lib.names import face, latin_name
from askwell.lib.times import UnknownZone, zone
from askwell.people.models import Person
from askwell.people.queries import PersonCard
from askwell.protocols.vcard_out import write_cards
from askwell.ui.moments import clock


@require_safe
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    workspace, now = workspace_of(request.user), timezone.now()
    try:
        page = person_page(workspace, person_id, now, whole="all" in request.GET)
    except Person.DoesNotExist:
        raise Http404 from None
    return render(request, "desk/person.html", {"page": page, "now": now, **_facts(page.card, now)})


@require_safe
def card_file(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The person as a vCard to hand on; the seeker's notes and tags stay here."""
    found = list(kept(workspace_of(request.user), [person_id]))
    if not found:
        raise Http404
    data = write_cards(card(one, whole=False, asked=_("Asked not to be contacted.")) for one in found)
    headers = {"Content-Disposition": 'attachment; filename="person.vcf"'}
    return HttpResponse(data, content_type="text/vcard; charset=utf-8", headers=headers)


def _facts(card: PersonCard, now: datetime) -> dict[str, Any]:
    """What the page shows of who they are, in words."""
    who = card.person
    return {
        "card": card,
        "person": who,
        "latin": latin_name(who.given_name, who.family_name, who.native_name),
        "letters": face(who.given_name, who.family_name, who.native_name),
        "points": addresses(card),
        "also": [role for role in card.roles if role.is_current and role is not card.role],
        "past": [role for role in card.roles if not role.is_current],
        "spoken": spoken(who.languages),
        "there": _clock(who.time_zone, now),
        "source": source_word(who.obtained),
    }


def _clock(name: str, now: datetime) -> str:
    """What clocks show where they are; empty where that is not known."""
    try:
        return clock(now.astimezone(zone(name)), get_language() or "en") if name else ""
    except UnknownZone:
        return ""
