"""What another program restored: nothing leaves a second time by itself."""

import argparse
from datetime import datetime

import pytest

from askwell.accounts.models import Workspace
from askwell.config.commands.backup import hold_outbox
from askwell.outreach.actions.mail.outbox import queue_mail
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch
from tests.factories.mail import a_mailbox


def test_what_waited_to_leave_is_left_to_whoever_wrote_it(
    workspace: Workspace, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    a_mailbox(workspace, now=now, address="mei@seeker.example", imap_port=1, smtp_port=1)
    told = {"to": "rosa@insider.example", "to_name": "", "subject": "Soon", "body": "In an hour"}
    waiting = queue_mail(workspace=workspace, purpose=Purpose.REMINDER, thread_id=None, now=now, **told)
    sent = queue_mail(workspace=workspace, purpose=Purpose.REMINDER, thread_id=None, now=now, **told)
    assert waiting
    assert sent
    Dispatch.objects.of(workspace).filter(pk=sent.pk).update(state=DispatchState.SENT)

    hold_outbox(argparse.Namespace())

    waiting.refresh_from_db()
    sent.refresh_from_db()
    assert (waiting.state, waiting.handed_at, sent.state) == (DispatchState.UNSURE, waiting.due_at, DispatchState.SENT)
    assert capsys.readouterr().out.startswith("1 mails are held back")
