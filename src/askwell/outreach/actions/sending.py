"""The seeker sent a message by their own means and says so; what stands against it is said before."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.outreach.actions.drafts import save_draft
from askwell.outreach.actions.errors import AsksForJobError, EmptyMessageError, GuardError
from askwell.outreach.actions.settling import settle
from askwell.outreach.actions.threads import locked, next_number
from askwell.outreach.choices import FindingCode, MessageKind, MessageState, Severity
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.queries.guarding import names_of, sent_lately, unanswered
from askwell.outreach.queries.judging import asks_for_job, recipient_in_text, to_judge
from askwell.outreach.rules import guard
from askwell.people.models import Role


@transaction.atomic
def record_sent(
    *,
    workspace: Workspace,
    person_id: UUID,
    version: int,
    text: DraftText,
    zone: str,
    despite: Collection[FindingCode] = (),
    asks_for_job_anyway: bool = False,
    now: datetime,
) -> Message:
    """Put the message on the timeline as sent at `now`; the follow-ups come by themselves.

    `version` is that of the draft (0: none was saved), `zone` the seeker's, whose days count for bursts.
    Raises EmptyMessageError; DoNotContactError; StaleEditError as `save_draft`; ThirdUnanswered and
    ImpossibleMove; GuardError with all that stands against it, unless these are warnings that `despite`
    names one by one; AsksForJobError, unless `asks_for_job_anyway`. Whatever is raised, nothing is written.
    """
    if not text.body.strip():
        raise EmptyMessageError
    draft = save_draft(workspace=workspace, person_id=person_id, version=version, text=text, now=now)
    thread = locked(workspace, draft.thread_id)
    _guard(thread, draft, zone, despite, now)
    if not asks_for_job_anyway:
        _refuse_asking_for_job(thread, text)
    draft.state, draft.happened_at, draft.number = MessageState.SENT, now, next_number(thread)
    draft.facts = {}
    draft.save()
    settle(thread, now=now)
    return draft


def _guard(thread: Thread, draft: Message, zone: str, despite: Collection[FindingCode], now: datetime) -> None:
    findings = guard.check(
        guard.Sent(
            person=str(thread.person_id),
            employer=str(thread.organisation_id or ""),
            names=names_of(thread.person),
            text=draft.body,
            kind=MessageKind(draft.kind),
            sent_at=now,
        ),
        sent_lately(thread.workspace, now),
        zone=zone,
        do_not_contact=thread.person.do_not_contact_at is not None,
        unanswered=unanswered(thread.workspace, thread.person_id, now),
    )
    left = [finding for finding in findings if finding.severity is Severity.REFUSE or finding.code not in despite]
    if left:
        raise GuardError(left, is_final=any(finding.severity is Severity.REFUSE for finding in left))


def _refuse_asking_for_job(thread: Thread, text: DraftText) -> None:
    role = Role.objects.of(thread.workspace).filter(person=thread.person, is_current=True).order_by("-id").first()
    to = recipient_in_text(thread.person, role, profile_of(thread.workspace))
    judged = to_judge(
        to, kind=text.kind, channel=text.channel, language=text.language, subject=text.subject, body=text.body
    )
    if asks_for_job(judged):
        raise AsksForJobError
