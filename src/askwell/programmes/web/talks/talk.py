"""One talk: how it stands, the letter to pass on, and what can be put down by hand."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from askwell.programmes.choices import MatchState
from askwell.programmes.models import Match
from askwell.programmes.queries import letters, wording
from askwell.programmes.queries.talks import is_to_be_asked, one_talk, page_of_insider, said_by_seeker, thanks_wait
from askwell.programmes.rules.letters import Words
from askwell.programmes.web.doors import At, staff
from askwell.programmes.web.talks.by_hand import passing_on
from askwell.ui.reach import whole


@require_safe
def talk(request: HttpRequest, match_id: UUID) -> HttpResponse:
    at = staff(request)
    try:
        match, row = one_talk(at.programme, match_id, at.only, get_language() or "en", timezone.now())
    except Match.DoesNotExist:
        raise Http404 from None
    told = {"at": at, "match": match, "row": row, "letter": _letter(request, at, match)}
    told["by_hand"] = passing_on(request, at, match) if at.leads else []
    return render(request, "programmes/talk.html", told)


def _letter(request: HttpRequest, at: At, match: Match) -> Words | None:
    """To the insider, while they have not answered or are to be thanked, or to the seeker who has not joined; for who
    decides only, since the link in it answers for its reader."""
    seeker = match.participant if at.leads and match.state == MatchState.WAITING else None
    if seeker and seeker.seeker_workspace_id is None and match.insider:
        link = whole(request, letters.join_path(seeker))
        return wording.passed_on(at.programme, letters.joining(at.programme, match, link=link), seeker.page_language)
    if at.leads and match.state == MatchState.HELD and thanks_wait(match) and match.insider:
        own = wording.own_page(match.insider) if settings.SITE else ""
        how = whole(request, wording.talk_path(match)) if is_to_be_asked(match) else ""
        said = said_by_seeker(match) if match.participant else None
        words = letters.thanking(at.programme, match, said, own_page=own, how=how, now=timezone.now())
        return wording.passed_on(at.programme, words, match.insider.page_language)
    there = page_of_insider(match) if at.leads and match.state == MatchState.ASKED and match.insider else None
    if there is None or match.insider is None:
        return None
    booking, times = there
    link = whole(request, letters.meet_path(booking))
    own = wording.own_page(match.insider) if settings.SITE else ""
    words = letters.asking(at.programme, match, times, link=link, own_page=own, now=match.asked_at or timezone.now())
    return wording.passed_on(at.programme, words, match.insider.page_language)
