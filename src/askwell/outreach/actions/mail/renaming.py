"""Some servers give a mail another Message-ID when they send it: answers and bounces name only that one."""

from datetime import timedelta

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.models import Dispatch, Letter, Message
from askwell.outreach.rules.guard import similarity

ALIKE = 85.0
SAME_MOMENT = timedelta(minutes=5)
"""Between our Date and that of the server's copy, where the server wrote one of its own."""


@transaction.atomic
def learn_name(*, workspace: Workspace, mail_id: str, seen_as: str) -> None:
    """The seeker's mail of this id goes by another one as well from now on; its message by that alone, for it is what
    the reader's program knows."""
    messages = Message.objects.of(workspace)
    if not seen_as or not Dispatch.objects.of(workspace).filter(mail_id=mail_id).update(seen_as=seen_as):
        return
    if not messages.filter(mail_id=seen_as).exists():
        messages.filter(mail_id=mail_id).update(mail_id=seen_as)


def is_ours_renamed(letter: Letter) -> bool:
    """Whether this mail in the folder of sent mail is one that left from here, under an id of the server's that
    nothing ties to ours: the same words, in the same conversation, at the same moment. It is learned then."""
    near = letter.written_at - SAME_MOMENT, letter.written_at + SAME_MOMENT
    left = Dispatch.objects.of(letter.workspace).filter(thread=letter.thread_id, seen_as="", handed_at__range=near)
    ours = next((one for one in left if similarity(one.body, letter.text) >= ALIKE), None)
    if ours is None or not letter.mail_id:
        return False
    learn_name(workspace=letter.workspace, mail_id=ours.mail_id, seen_as=letter.mail_id)
    return True
