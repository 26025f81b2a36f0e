"""The Sent folder: tells whether a mail left whose answer was lost, and holds a copy of every one that did."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.leaving import store
from askwell.outreach.actions.mail.post import Clock, Imap, Post
from askwell.outreach.actions.mail.ways import way_of
from askwell.outreach.actions.mail.wording import mail_of
from askwell.outreach.choices import DispatchState
from askwell.outreach.models import Dispatch, Mailbox
from askwell.outreach.rules.mail import sending
from askwell.protocols.mail.servers import MailError

SERVER_FILES_WITHIN = timedelta(minutes=5)
FILE_FOR = timedelta(hours=1)  # a copy that could not be filed within it is let go


def find_out(*, workspace: Workspace, clock: Clock, post: Post) -> None:
    """What dead workers left: waits again where it is surely not sent, else the Sent folder is looked at."""
    left = Dispatch.objects.of(workspace).filter(state=DispatchState.SENDING)
    left = left.select_related("workspace", "mailbox__workspace", "message__workspace").order_by("mailbox", "id")
    to_look_for = []
    for dispatch in left:
        way, now = way_of(dispatch), clock()
        if sending.is_to_look_for(way, now=now):
            to_look_for.append(dispatch)
        elif sending.is_dead(way, now=now):
            store(dispatch, sending.revive(way, now=now), now=now)
    for mailbox, own in _by_mailbox(to_look_for):
        _look(mailbox, own, clock, post)


def look_again(*, workspace: Workspace, dispatch_id: UUID, clock: Clock, post: Post) -> None:
    """Look once more for one that may have been sent. Raises Dispatch.DoesNotExist."""
    unsure = Dispatch.objects.of(workspace).filter(state=DispatchState.UNSURE)
    unsure = unsure.select_related("workspace", "mailbox__workspace", "message__workspace")
    dispatch = unsure.get(pk=dispatch_id)
    _look(dispatch.mailbox, [dispatch], clock, post)


def _look(mailbox: Mailbox, dispatches: list[Dispatch], clock: Clock, post: Post) -> None:
    found: dict[UUID, bool] | None
    try:
        with post.imap_of(mailbox, clock()) as imap:
            folder = sent_folder(imap)
            found = {one.pk: folder is not None and _is_there(imap, one) for one in dispatches}
            keeps_all = folder is not None and mailbox.saves_sent is True
    except MailError:
        found, keeps_all = None, False
    for dispatch in dispatches:
        way, now = way_of(dispatch), clock()
        if found is None:
            after = sending.look_in_vain(way, now=now)
        else:
            after = sending.look(way, found=found[dispatch.pk], keeps_all=keeps_all, now=now)
        if after != way:
            store(dispatch, after, now=now)


def _is_there(imap: Imap, dispatch: Dispatch) -> bool:
    """Also under the id that the server gave it: that was learned from this folder."""
    return bool(dispatch.seen_as) or imap.find(dispatch.mail_id)


def sent_folder(imap: Imap) -> str | None:
    """Opens the mailbox's Sent folder, and gives its name; None where there is none."""
    name = next((folder.name for folder in imap.folders() if folder.role == "sent"), None)
    if name is not None:
        imap.select(name)
    return name


def file_sent(*, workspace: Workspace, clock: Clock, post: Post) -> None:
    """See to it that a copy of each sent mail is in Sent, once: by the server, or where it does not, by us.

    Which of the two a mailbox's server does is learned from the first mail that leaves through it.
    """
    now = clock()
    unfiled = Dispatch.objects.of(workspace).filter(state=DispatchState.SENT, filed_at=None, sent_at__gt=now - FILE_FOR)
    unfiled.filter(mailbox__saves_sent=True).update(filed_at=now)
    rows = unfiled.select_related("workspace", "mailbox__workspace", "message").order_by("mailbox", "id")
    for mailbox, own in _by_mailbox(rows):
        try:
            with post.imap_of(mailbox, now) as imap:
                _file_all(imap, mailbox, own, clock())
        except MailError:  # its mailbox says what is wrong; the next sweep tries again
            continue


def _file_all(imap: Imap, mailbox: Mailbox, dispatches: list[Dispatch], now: datetime) -> None:
    folder = sent_folder(imap)
    for dispatch in dispatches:
        if folder is None:  # nowhere to keep it
            _filed(dispatch, now)
            continue
        is_there = _is_there(imap, dispatch)
        if mailbox.saves_sent is None:
            _learn(mailbox, dispatch, is_there, now)
        if is_there or mailbox.saves_sent:
            _filed(dispatch, now)
        elif mailbox.saves_sent is False and _filed(dispatch, now):
            _append(imap, folder, dispatch)


def _learn(mailbox: Mailbox, dispatch: Dispatch, is_there: bool, now: datetime) -> None:
    late = dispatch.sent_at is None or now - dispatch.sent_at > SERVER_FILES_WITHIN
    if not is_there and not late:
        return
    mailbox.saves_sent = is_there
    Mailbox.objects.of(mailbox.workspace).filter(pk=mailbox.pk, saves_sent=None).update(saves_sent=is_there)


def _filed(dispatch: Dispatch, now: datetime) -> bool:
    """Whether it is ours to file: of two workers one does."""
    unfiled = Dispatch.objects.of(dispatch.workspace).filter(pk=dispatch.pk, filed_at=None)
    return unfiled.update(filed_at=now) == 1


def _append(imap: Imap, folder: str, dispatch: Dispatch) -> None:
    began = dispatch.began_at or dispatch.asked_at
    at = min(began, dispatch.handed_at or began)  # a look for it in vain came later
    try:
        imap.append(folder, mail_of(dispatch, at=at), at)
    except MailError:
        Dispatch.objects.of(dispatch.workspace).filter(pk=dispatch.pk).update(filed_at=None)
        raise


def _by_mailbox(dispatches: Iterable[Dispatch]) -> Iterator[tuple[Mailbox, list[Dispatch]]]:
    for _, group in groupby(dispatches, key=lambda one: one.mailbox_id):
        own = list(group)
        yield own[0].mailbox, own
