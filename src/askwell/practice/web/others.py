"""The other ways to practise, for practice's first page."""

from django.http import HttpRequest

from askwell.accounts.queries import workspace_of
from askwell.practice.queries.job_interviews import count
from askwell.practice.web.drills import drills_of
from askwell.practice.web.situations import deck_of
from askwell.practice.web.words.drills import KINDS


def others(request: HttpRequest) -> dict[str, object]:
    """What `practice/parts/others.html` shows; three queries."""
    drills = drills_of(request)
    return {
        "jobs": count(workspace_of(request.user)),
        "drills": drills,
        "next_drill": KINDS[drills.next.kind][0],
        "deck": deck_of(request),
    }
