"""Trying an exercise."""

from datetime import datetime

from askwell.accounts.models import Workspace
from askwell.coach.drills import items
from askwell.practice.actions.errors import NoSuchExerciseError
from askwell.practice.actions.job_interviews import spoken
from askwell.practice.models import DrillTry
from askwell.practice.rules.drilling import judged

MOST = 2000
"""Characters of one try."""


def attempt(*, workspace: Workspace, exercise: str, text: str, now: datetime) -> DrillTry:
    """Keep what was said, and whether the coach found nothing to change.

    Raises NoSuchExerciseError, EmptyAnswerError, LongAnswerError, ConcernError.
    """
    item = items().get(exercise)
    if item is None:
        raise NoSuchExerciseError
    said = spoken(text, item.language, MOST)
    good = judged(item, said).is_good
    return DrillTry.objects.create(
        workspace=workspace, exercise=item.id, kind=item.kind, text=said, good=good, tried_at=now
    )
