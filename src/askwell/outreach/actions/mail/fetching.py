"""Mail is fetched: of every folder the headings of what is new, of what belongs to a conversation the whole mail.

How far a folder was looked through is written down after every stretch, so that a lost connection or a killed worker
costs only looking again; what is kept is known by its `key`, so looking again keeps nothing twice, also when the
server gave all mails new numbers (UIDVALIDITY) or the same mail lies in two folders.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import InterfaceError, OperationalError
from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.keeping import forget_copies, keep_mail
from askwell.outreach.actions.mail.opening import REFUSALS, imap_of, remember, rest, wake_up
from askwell.outreach.actions.mail.renaming import learn_name
from askwell.outreach.choices import FolderRole
from askwell.outreach.models import Folder, Mailbox
from askwell.outreach.queries.mail.knowing import known_of, own_addresses
from askwell.outreach.rules.mail.headings import Heading, could_concern, read_heading
from askwell.outreach.rules.mail.matching import Known, Match, renamed, signs_of, whose
from askwell.protocols.mail.servers import MailError, Trouble
from askwell.protocols.mail.servers.imap import ImapClient
from askwell.protocols.mail.servers.replies import Heading as ServerHeading

log = logging.getLogger(__name__)

STRETCH, SHORT_STRETCH = 5_000, 100
"""Mails that are looked at in one go; the short one after a lost connection, so that a bad one comes on too."""
LOST = (Trouble.NO_ANSWER, Trouble.REFUSED_NOW)
LARGEST = 8 * 1024 * 1024
"""Bytes of a mail that are read: what people write comes before what they attach."""
EVERY = timedelta(minutes=3)
UNKNOWN_YEAR = 1970
"""Of when a mail arrived, where the server does not say."""
ABANDONED = timedelta(minutes=15)
"""A worker that has been silent for so long is dead."""


@dataclass(slots=True)
class Fetched:
    """What came: how many mails were `looked` at, the `letters` that were kept and the `threads` they are of; and
    what went wrong, if anything did. `busy`: another worker is at this mailbox, or it is disconnected."""

    looked: int = 0
    letters: list[UUID] = field(default_factory=list)
    threads: set[UUID] = field(default_factory=set)
    trouble: Trouble | None = None
    busy: bool = False


@dataclass(frozen=True, slots=True)
class _Wanted:
    uid: int
    arrived_at: datetime
    heading: Heading
    match: Match | None


def fetch_mail(*, workspace: Workspace, mailbox_id: UUID, clock: Callable[[], datetime]) -> Fetched:
    """Look for new mail in one mailbox. Nothing is raised for a server that does not answer: `trouble` says so, and
    the next time goes on where this one stopped."""
    mailbox = _claimed(workspace, mailbox_id, clock())
    if mailbox is None:
        return Fetched(busy=True)
    found = Fetched()
    claim = _Claim(mailbox)
    stretch = SHORT_STRETCH if mailbox.trouble else STRETCH
    try:
        forget_copies(workspace)
        with imap_of(mailbox, clock()) as client:
            _Round(workspace, mailbox, client, clock, found, stretch, claim).run()
        _own(mailbox).update(checked_at=clock())
        wake_up(mailbox)
    except MailError as error:
        found.trouble = error.trouble
        if error.trouble in LOST:
            remember(mailbox, error, clock())
        if error.trouble not in REFUSALS:  # those have a rest of their own
            rest(mailbox, clock())
    finally:
        claim.say(None)
    return found


class _Claim:
    """What this worker said last of being at a mailbox. After a long silence another takes over: then it is that one's
    claim, and not ours to prolong or end."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox, self._said = mailbox, mailbox.claimed_at

    def say(self, at: datetime | None) -> None:
        if _own(self._mailbox).filter(claimed_at=self._said).update(claimed_at=at):
            self._said = at


def _claimed(workspace: Workspace, mailbox_id: UUID, now: datetime) -> Mailbox | None:
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - ABANDONED)
    rows = Mailbox.objects.of(workspace).filter(free, pk=mailbox_id, removed_at=None)
    return Mailbox.objects.of(workspace).get(pk=mailbox_id) if rows.update(claimed_at=now) else None


def _own(mailbox: Mailbox) -> "QuerySet[Mailbox]":
    return Mailbox.objects.of(mailbox.workspace).filter(pk=mailbox.pk)


@dataclass(slots=True)
class _Round:
    """One look at one mailbox."""

    workspace: Workspace
    mailbox: Mailbox
    client: ImapClient
    clock: Callable[[], datetime]
    found: Fetched
    stretch: int
    claim: _Claim
    own: frozenset[str] = frozenset()
    known: Known = field(default_factory=Known)
    signs: frozenset[str] = frozenset()

    def run(self) -> None:
        self.own = own_addresses(self.workspace)
        for name in sorted(self.client.folders(), key=lambda one: one.role != "sent"):  # it tells our ids
            if name.role in tuple(FolderRole):
                self._folder(name.name, FolderRole(name.role))

    def _folder(self, name: str, role: FolderRole) -> None:
        try:
            state = self.client.select(name)
        except MailError as error:
            if error.trouble is Trouble.REFUSED:  # it cannot be opened; the others can
                return
            raise
        folder, _ = Folder.objects.of(self.workspace).get_or_create(
            workspace=self.workspace, mailbox=self.mailbox, name=name, defaults={"role": role}
        )
        if folder.uid_validity != state.uid_validity:
            folder.uid_validity, folder.uid_next = state.uid_validity, 1
        while folder.uid_next < state.uid_next and self._stretch(folder, role):
            pass
        folder.uid_next = max(folder.uid_next, state.uid_next)
        folder.save()

    def _stretch(self, folder: Folder, role: FolderRole) -> bool:
        """Look at the next mails; whether there may be more."""
        wanted: list[_Wanted] = []
        looked = 0
        self.known = known_of(self.workspace, own=self.own)
        self.signs = signs_of(self.known)
        try:
            for one in self.client.headers(folder.uid_next, limit=self.stretch):
                found = self._wanted_or_not(one, role)
                wanted += [found] if found else []
                looked += 1
                folder.uid_next = max(folder.uid_next, one.uid + 1)
            while wanted:
                self._keep_or_not(wanted[0])
                wanted.pop(0)
        finally:
            self.found.looked += looked
            folder.uid_next = min([folder.uid_next, *(one.uid for one in wanted)])
            folder.save()
            self.claim.say(self.clock())
        return looked >= self.stretch

    def _wanted_or_not(self, one: ServerHeading, role: FolderRole) -> _Wanted | None:
        try:
            return self._wanted(one, role)
        except Exception as error:  # whoever wrote it, it must not end hearing all the others
            _passed_over(error)
            return None

    def _keep_or_not(self, one: _Wanted) -> None:
        try:
            self._keep(one)
        except (MailError, OperationalError, InterfaceError):  # the server's or the database's: the mail comes again
            raise
        except Exception as error:
            _passed_over(error)

    def _wanted(self, one: ServerHeading, role: FolderRole) -> _Wanted | None:
        """The mail, if it is to be read whole."""
        if not could_concern(one.data, self.signs):
            return None
        heading = read_heading(one.data)
        at = one.arrived_at if one.arrived_at.year > UNKNOWN_YEAR else self.clock()
        if renamed(heading, self.known, role=role):
            learn_name(workspace=self.workspace, mail_id=heading.first_id, seen_as=heading.mail_id)
            return None
        match = whose(heading, self.known, role=role, at=at)
        may_be_bounce = heading.is_report and role is not FolderRole.SENT and heading.key not in self.known.keys
        return _Wanted(one.uid, at, heading, match) if match or may_be_bounce else None

    def _keep(self, one: _Wanted) -> None:
        try:
            data = self.client.whole(one.uid, limit=LARGEST)
        except MailError as error:
            if error.trouble is Trouble.REFUSED:  # this one is not given out; the next may be
                return
            raise
        letter = keep_mail(
            workspace=self.workspace,
            data=data,
            heading=one.heading,
            match=one.match,
            arrived_at=one.arrived_at,
            now=self.clock(),
        )
        if letter:
            self.found.letters.append(letter.pk)
            self.found.threads.add(letter.thread_id)


def _passed_over(error: Exception) -> None:
    log.warning("a mail was passed over: %s", type(error))  # never what is in it


def due_mailboxes(*, now: datetime) -> list[tuple[UUID, UUID]]:
    """Workspace and id of every mailbox that was not looked into for a while, and may be."""
    return [(workspace, mailbox) for workspace, mailbox in _due(now).values_list("workspace_id", "id")]


def is_due(*, mailbox_id: UUID, now: datetime) -> bool:
    """Whether it is one of these still: another worker may have been there since it was queued."""
    return _due(now).filter(pk=mailbox_id).exists()


def _due(now: datetime) -> "QuerySet[Mailbox]":
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - ABANDONED)
    due = Q(checked_at=None) | Q(checked_at__lte=now - EVERY)
    may = Q(rests_until=None) | Q(rests_until__lte=now)
    return Mailbox._base_manager.filter(free, due, may, removed_at=None)  # of every workspace
