"""An interview follows its thread; its duties and whether it was successful follow from both."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.interviews.actions.reminding import take_back_reminders
from askwell.interviews.actions.telling import keep_told
from askwell.interviews.choices import InterviewState, Step
from askwell.interviews.models import Insight, Interview, Question, Referral
from askwell.interviews.queries.cases import case_of, record_of
from askwell.interviews.queries.steps import standing, steps_of
from askwell.interviews.rules.duties import HELD, OWN, duties
from askwell.interviews.rules.states import TAKES_TIME, Happened, is_another
from askwell.interviews.rules.success import missing
from askwell.outreach.actions.settling import Wanted, bring
from askwell.outreach.models import Thread
from askwell.people.models import Introduction


@transaction.atomic
def follow(*, thread: Thread, now: datetime) -> Interview | None:
    """Bring the thread's interview in line with its entries; the first agreed or held one makes it.

    One that nothing was written on goes again with the entries that made it.
    """
    steps = steps_of(thread)
    rows = Interview.objects.of(thread.workspace).select_related("workspace", "person", "thread")
    interview = rows.filter(thread=thread).first()
    if interview is None and makes_one(steps):
        interview = begin(thread, now=now)
    if interview is not None:
        interview = _store(interview, thread, steps, now)
    _remind_others(thread, now)
    return interview


def makes_one(steps: Iterable[Happened]) -> bool:
    """Whether there is an interview at all: an end without a time that was agreed ends no interview."""
    return any(one.step in (Step.AGREED, Step.HELD) for one in steps)


def begin(thread: Thread, *, now: datetime) -> Interview:
    """The thread's interview, new where there is none."""
    made, _ = Interview.objects.of(thread.workspace).get_or_create(
        workspace=thread.workspace, thread=thread, defaults={"person": thread.person, "created_at": now}
    )
    return made


def locked(workspace: Workspace, interview_id: UUID) -> Interview:
    """The interview, held until the transaction ends. Raises Interview.DoesNotExist."""
    rows = Interview.objects.of(workspace).select_for_update(of=("self",))
    return rows.select_related("person", "thread", "workspace").get(pk=interview_id)


def refresh(interview: Interview, *, now: datetime) -> None:
    """Store whether it counts as successful, and bring the duties in line."""
    successful = not missing(record_of(interview))
    if successful != interview.is_successful:
        interview.is_successful = successful
        interview.save(update_fields=["is_successful"])
    wanted = [Wanted(*owed) for owed in duties(case_of(interview))]
    facts = {"interview": str(interview.pk)}
    bring(interview.thread, [one.with_facts(facts) for one in wanted], kinds=OWN)


def _store(interview: Interview, thread: Thread, steps: list[Happened], now: datetime) -> Interview | None:
    if not makes_one(steps) and is_untouched(interview):
        bring(thread, [], kinds=OWN)
        take_back_reminders(interview, but_for=None)
        interview.delete()
        return None
    now_stands, told = standing(interview, steps), in_calendars(interview)
    interview.state, interview.moved = now_stands.state, now_stands.moved
    interview.starts_at = now_stands.starts_at or now_stands.held_at
    interview.held_at, interview.thanked_at = now_stands.held_at, now_stands.thanked_at
    interview.by = thread.meets_by or interview.by
    interview.sequence += is_another(told, in_calendars(interview), sequence=interview.sequence)
    interview.save(update_fields=["state", "moved", "starts_at", "held_at", "thanked_at", "by", "sequence"])
    refresh(interview, now=now)
    keep_told(interview, now=now)
    take_back_reminders(interview, but_for=in_calendars(interview))
    return interview


def in_calendars(interview: Interview) -> datetime | None:
    """The time at which calendars should hold it; None when they should not."""
    return interview.starts_at if InterviewState(interview.state) in TAKES_TIME else None


def is_untouched(interview: Interview) -> bool:
    """Whether nothing of the seeker's own is on it, and no calendar was told of it."""
    own = (interview.path, interview.shared, interview.facts, interview.aim, interview.note, interview.said)
    if any(own) or interview.offered_at or interview.began_at or interview.uid:
        return False
    return not any(
        model.objects.of(interview.workspace).filter(interview=interview).exists()
        for model in (Question, Insight, Referral)
    )


def _remind_others(thread: Thread, now: datetime) -> None:
    """Writing to somebody who was named, or to one who introduced you, settles what is owed there."""
    workspace, person = thread.workspace, thread.person_id
    led_here = Introduction.objects.of(workspace).filter(introducer=person).values("introduced")
    held = Interview.objects.of(workspace).filter(state__in=HELD).exclude(thread=thread)
    by_referral = Referral.objects.of(workspace).filter(person=person).values("interview")
    concerned = held.filter(Q(person__in=led_here) | Q(pk__in=by_referral))
    for interview in concerned.select_related("person", "thread", "workspace"):
        refresh(interview, now=now)
