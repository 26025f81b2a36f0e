"""Mails about signing in, which leave at once: what is said where the mail server does not take one."""

import contextlib
import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter

log = logging.getLogger(__name__)


class MailNotSentError(Exception):
    """The mail server is away, or wants no mail to this address."""


class Mails(DefaultAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Raises MailNotSentError, which becomes a page (`guard.py`); what only tells of a change may get lost."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            log.exception("a mail about signing in was not sent")
            raise MailNotSentError from error

    def send_notification_mail(self, *args: Any, **more: Any) -> None:
        with contextlib.suppress(MailNotSentError):
            super().send_notification_mail(*args, **more)
