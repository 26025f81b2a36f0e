"""What stands against a mail when its time has come, however long ago the seeker pressed send."""

from datetime import datetime

from askwell.outreach.actions.errors import DoNotContactError, GuardError
from askwell.outreach.actions.sending import refuse_guarded, refuse_impossible
from askwell.outreach.choices import FindingCode, MessageKind, Purpose
from askwell.outreach.models import Dispatch, Message, Thread
from askwell.outreach.queries.guarding import sent_lately
from askwell.outreach.queries.mail.correspondence import died, has_written, is_address_of, is_dead
from askwell.outreach.queries.mail.unsubscribing import programme_letterhead
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.people.actions.stopping import is_stopped
from askwell.people.models import Person
from askwell.protocols.mail.servers import Trouble

WARNED_OF = (FindingCode.BURST_ALL, FindingCode.BURST_EMPLOYER, FindingCode.TOO_SOON)
"""Said when the seeker pressed send, for the day on which it leaves: not asked again when it does."""

FOLLOW_UPS = (MessageKind.NUDGE, MessageKind.AGAIN)


def is_follow_up(dispatch: Dispatch) -> bool:
    """Whether mail has to be fetched before it leaves."""
    return dispatch.message is not None and dispatch.message.kind in FOLLOW_UPS


def stands_against(dispatch: Dispatch, thread: Thread | None, *, now: datetime) -> Trouble | None:
    """Why it must not leave now; None if it may. `thread` is the dispatch's own, held."""
    if dispatch.mailbox.removed_at:
        return Trouble.NOT_POSSIBLE
    if dispatch.purpose == Purpose.LETTER:
        return _against_letter(dispatch, thread, dispatch.message, now)
    if dispatch.purpose == Purpose.PROGRAMME:
        may = not is_stopped(dispatch.workspace, dispatch.to) and programme_letterhead(dispatch.workspace, dispatch.to)
        return None if may else Trouble.NOT_POSSIBLE
    if dispatch.purpose == Purpose.INVITATION and thread:
        return _against_invitation(dispatch.to, thread.person)
    return None


def is_useless(dispatch: Dispatch, *, now: datetime) -> bool:
    """Whether what it is about is over: then it is put away, and nobody has to decide anything."""
    return dispatch.useless_after is not None and now >= dispatch.useless_after


def _against_invitation(to: str, person: Person) -> Trouble | None:
    if person.do_not_contact_at or not is_address_of(person, to):
        return Trouble.NOT_POSSIBLE
    return Trouble.CAME_BACK if is_dead(person, to) else None


def _against_letter(
    dispatch: Dispatch, thread: Thread | None, message: Message | None, now: datetime
) -> Trouble | None:
    if thread is None or message is None or not is_address_of(thread.person, dispatch.to):
        return Trouble.NOT_POSSIBLE
    since = dispatch.asked_at
    if has_written(thread, since=since, ever=is_follow_up(dispatch)):
        return Trouble.HEARD_MEANWHILE
    if died(thread.person, dispatch.to, since=since):
        return Trouble.CAME_BACK
    earlier = sent_lately(thread.workspace, now)
    try:
        refuse_guarded(thread, message, earlier, zone=dispatch.zone, despite=WARNED_OF, at=now)
        refuse_impossible(thread, message, now)
    except (GuardError, ImpossibleMove, DoNotContactError):
        return Trouble.NOT_POSSIBLE
    return None
