"""An insider who asks a seeker of the programme not to contact them again is out of the programme too."""

from datetime import datetime

from django.db import transaction

from askwell.outreach.choices import Answer
from askwell.outreach.models import Thread
from askwell.programmes.actions.answering import follow_talk
from askwell.programmes.actions.insiders.standing import leave, stay
from askwell.programmes.choices import InsiderState
from askwell.programmes.queries.standing import followed_by


@transaction.atomic
def hear(*, thread: Thread, now: datetime) -> None:
    """The matches of this thread follow it (`follow_talk`). Where it says that they want no contact, they leave the
    programme as by their own wish; where that is taken back, they are back, unless they left otherwise since."""
    for match in followed_by(thread):
        one = match.insider
        if one and thread.answer != Answer.STOP and one.is_own_wish and one.left_at and one.left_at == match.ended_at:
            stay(workspace=match.workspace, insider_id=one.pk, is_own_wish=True)
    follow_talk(thread=thread, now=now)
    for match in followed_by(thread):
        one = match.insider
        if one and thread.answer == Answer.STOP and one.state != InsiderState.LEFT:
            leave(workspace=match.workspace, insider_id=one.pk, is_own_wish=True, now=match.ended_at or now)
