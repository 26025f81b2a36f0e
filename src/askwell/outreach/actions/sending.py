"""The seeker sent a message by their own means and says so; what stands against it is said before."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.outreach.actions.drafts import save_draft
from askwell.outreach.actions.errors import AsksForJobError, EmptyMessageError, GapsLeftError, GuardError
from askwell.outreach.actions.settling import settle
from askwell.outreach.actions.threads import locked, next_number
from askwell.outreach.choices import Channel, FindingCode, MessageKind, MessageState, Severity
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.queries.guarding import going_out, names_of, unanswered
from askwell.outreach.queries.history import entries_of, recipient_of, replay, standing_of
from askwell.outreach.queries.judging import asks_for_job, gaps_in, recipient_in_text, to_judge
from askwell.outreach.rules import guard
from askwell.outreach.rules.followups import silence_plan
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
    gaps_anyway: bool = False,
    now: datetime,
) -> Message:
    """Put the message on the timeline as sent at `now`; the follow-ups come by themselves.

    `version` is that of the draft (0: none was saved), `zone` the seeker's, whose days count for bursts.
    Raises EmptyMessageError; DoNotContactError; StaleEditError as `save_draft`; ThirdUnanswered and
    ImpossibleMove; GuardError with all that stands against it, unless these are warnings that `despite`
    names one by one; GapsLeftError, unless `gaps_anyway`; AsksForJobError, unless `asks_for_job_anyway`. Whatever is
    raised, nothing is written.
    """
    if not text.body.strip():
        raise EmptyMessageError
    if text.channel is not Channel.EMAIL:
        text = replace(text, subject="")  # kept only for the day that it becomes an e-mail
    draft = save_draft(workspace=workspace, person_id=person_id, version=version, text=text, now=now)
    thread = locked(workspace, draft.thread_id)
    earlier = going_out(workspace, now, zone=zone, but=draft.pk)
    refuse_guarded(thread, draft, earlier, zone=zone, despite=despite, at=now)
    refuse_unfit(thread, text, gaps_anyway=gaps_anyway, asks_for_job_anyway=asks_for_job_anyway)
    enter_sent(thread, draft, at=now, now=now)
    return draft


def enter_sent(thread: Thread, draft: Message, *, at: datetime, mail_id: str = "", now: datetime) -> None:
    """The draft of a thread that is `locked` becomes what was sent at `at`; `mail_id` if it left as a mail of ours.

    Raises ImpossibleMove when it cannot have been sent then.
    """
    draft.state, draft.happened_at, draft.number = MessageState.SENT, at, next_number(thread)
    draft.facts, draft.mail_id = {}, mail_id
    draft.save()
    settle(thread, now=now)


def refuse_impossible(thread: Thread, draft: Message, at: datetime) -> None:
    """Raise ImpossibleMove when this message cannot be sent at `at`; nothing is written."""
    sent = Message(kind=draft.kind, happened_at=at)
    replay([*(entry for entry in entries_of(thread) if entry.happened_at <= at), sent])


def refuse_guarded(
    thread: Thread,
    draft: Message,
    earlier: Sequence[guard.Sent],
    *,
    zone: str,
    despite: Collection[FindingCode],
    at: datetime,
) -> None:
    """Raise GuardError when something stands against sending the draft at `at`, except what `despite` names."""
    always = guard.check(
        guard.Sent(
            person=str(thread.person_id),
            employer=str(thread.organisation_id or ""),
            names=names_of(thread.person),
            text=draft.body,
            kind=MessageKind(draft.kind),
            sent_at=at,
        ),
        earlier,
        zone=zone,
        do_not_contact=thread.person.do_not_contact_at is not None,
        unanswered=unanswered(thread.workspace, thread.person_id, at),
    )
    findings = (*always, *_too_soon(thread, MessageKind(draft.kind), at))
    left = [finding for finding in findings if finding.severity is Severity.REFUSE or finding.code not in despite]
    if left:
        raise GuardError(left, is_final=any(finding.severity is Severity.REFUSE for finding in left))


def _too_soon(thread: Thread, kind: MessageKind, at: datetime) -> tuple[guard.Finding, ...]:
    standing = standing_of(thread) if kind is MessageKind.NUDGE else None
    if standing is None or standing.asked_at is None:
        return ()
    recipient = recipient_of(thread.person)
    nudge_on = silence_plan(standing.asked_at, recipient, standing.absence).nudge_on
    return guard.too_soon(kind, recipient.day(at), asked_at=standing.asked_at, nudge_on=nudge_on)


def refuse_unfit(thread: Thread, text: DraftText, *, gaps_anyway: bool, asks_for_job_anyway: bool) -> None:
    """Raise GapsLeftError when something waits to be filled in, AsksForJobError when the text does."""
    role = Role.objects.of(thread.workspace).filter(person=thread.person, is_current=True).order_by("-id").first()
    to = recipient_in_text(thread.person, role, profile_of(thread.workspace))
    judged = to_judge(
        to, kind=text.kind, channel=text.channel, language=text.language, subject=text.subject, body=text.body
    )
    gaps = gaps_in(judged)
    if gaps and not gaps_anyway:
        raise GapsLeftError(gaps)
    if not asks_for_job_anyway and asks_for_job(judged):
        raise AsksForJobError
