"""Letters of a programme to its people."""

from datetime import datetime

from django.db import transaction

from askwell.outreach.actions.errors import (
    DemoError,
    DoNotContactError,
    NoLetterheadError,
    NoMailboxError,
    UnknownAddressError,
)
from askwell.outreach.actions.mail.outbox import queue_mail
from askwell.outreach.choices import Purpose
from askwell.people.actions.stopping import is_stopped
from askwell.programmes.models import Insider, Match, Participant, Programme
from askwell.programmes.rules.letters import Kind, Words

UNSENT = (DemoError, NoMailboxError, NoLetterheadError, DoNotContactError, UnknownAddressError)


def post(
    *,
    programme: Programme,
    to: str,
    to_name: str,
    subject: str,
    body: str,
    at: datetime | None = None,
    now: datetime,
) -> bool:
    """Put a letter into the programme's outbox, to leave at `at` or soon. False where it cannot leave: no mailbox is
    connected, no postal address is given, they want no mail, or it is no address. Whoever wrote it then gives it by
    hand."""
    try:
        with transaction.atomic():
            queue_mail(
                workspace=programme.workspace, purpose=Purpose.PROGRAMME, thread_id=None, to=to, to_name=to_name,
                subject=subject, body=body, at=at, now=now,
            )  # fmt: skip
    except UNSENT:
        return False
    return True


def post_to(
    to: Insider | Participant, words: Words, *, programme: Programme, at: datetime | None = None, now: datetime
) -> bool:
    """As `post`, to one of the programme's people."""
    return post(
        programme=programme, to=to.email, to_name=to.name, subject=words.subject, body=words.body, at=at, now=now
    )


def post_about(
    match: Match,
    kind: Kind,
    *,
    programme: Programme,
    to: Insider | Participant,
    words: Words,
    at: datetime | None = None,
    now: datetime,
) -> bool:
    """A letter about a talk; where it cannot leave the programme passes it on by hand, unless they want no mail.
    Whether it leaves."""
    left = post_to(to, words, programme=programme, at=at, now=now)
    if not left and not (to.email and is_stopped(programme.workspace, to.email)):
        keep_for_hand(match, kind)
    return left


def keep_for_hand(match: Match, kind: Kind) -> None:
    """It is to be passed on by hand."""
    match.by_hand = " ".join([*match.by_hand.split(), kind] if kind not in match.by_hand.split() else [match.by_hand])
    match.save(update_fields=["by_hand"])


def drop_for_hand(match: Match, *kinds: Kind) -> None:
    """It is not to be passed on any more."""
    match.by_hand = " ".join(one for one in match.by_hand.split() if one not in kinds)
    match.save(update_fields=["by_hand"])
