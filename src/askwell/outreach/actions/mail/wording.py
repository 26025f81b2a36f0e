"""A dispatch as the bytes that leave."""

from datetime import datetime

from askwell.accounts.queries import profile_of
from askwell.outreach.choices import Purpose
from askwell.outreach.models import Dispatch
from askwell.outreach.queries.mail.mailboxes import text_of
from askwell.outreach.queries.mail.unsubscribing import programme_letterhead
from askwell.protocols.mail.writing import Outgoing, write_mail


def mail_of(dispatch: Dispatch, *, at: datetime) -> bytes:
    """The mail, dated `at`: the same bytes while mailbox, profile and letterhead stay. Raises NotWritable."""
    mailbox, message = dispatch.mailbox, dispatch.message
    profile = profile_of(dispatch.workspace)
    is_programme = dispatch.purpose == Purpose.PROGRAMME
    return write_mail(
        Outgoing(
            mail_id=dispatch.mail_id,
            sender=mailbox.address,
            sender_name=mailbox.name or profile.name or profile.native_name,
            to=dispatch.to,
            to_name=dispatch.to_name,
            subject=dispatch.subject,
            text=text_of(dispatch, profile),
            at=at,
            language=message.language if message else "",
            in_reply_to=dispatch.in_reply_to,
            references=tuple(dispatch.references.split()),
            calendar=dispatch.calendar,
            method=dispatch.method,
            letterhead=programme_letterhead(dispatch.workspace, dispatch.to) if is_programme else None,
            by_program=dispatch.purpose == Purpose.REMINDER,
        )
    )
