"""What the rules need to know of one interview."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max, QuerySet

from askwell.accounts.models import Workspace
from askwell.coach import questions as coach
from askwell.interviews.choices import USEFUL, InterviewState, NextStep, Topic
from askwell.interviews.models import Advice, Insight, Interview, Question, Referral
from askwell.interviews.rules.duties import HELD, Case, Other
from askwell.interviews.rules.readiness import Asked, Checked, checks, is_ready
from askwell.interviews.rules.success import Record
from askwell.lib.names import latin_name
from askwell.outreach.choices import Direction, FollowUpKind, MessageState
from askwell.outreach.models import FollowUp, Message
from askwell.outreach.queries.history import recipient_of
from askwell.outreach.rules.followups import CONFIRM_FROM
from askwell.people.models import Introduction, Person


def record_of(interview: Interview) -> Record:
    """What counts towards success; three queries."""
    workspace = interview.workspace
    kept = Insight.objects.of(workspace).filter(interview=interview, set_aside_at=None)
    useful = kept.filter(rating__gte=USEFUL).count()
    named = Referral.objects.of(workspace).filter(interview=interview).count()
    actions = Advice.objects.of(workspace).filter(interview=interview).count()
    return Record(
        held=interview.held_at is not None,
        useful_insights=useful,
        thanked=interview.thanked_at is not None,
        persons_named=named + (interview.next_step == NextStep.PERSON),
        actions=actions + (interview.next_step == NextStep.ACTION),
        later_contact_agreed=interview.next_step == NextStep.LATER,
    )


def case_of(interview: Interview) -> Case:
    """What the duties depend on."""
    held = interview.state in HELD
    return Case(
        state=InterviewState(interview.state),
        person=interview.person_id,
        recipient=recipient_of(interview.person),
        starts_at=interview.starts_at,
        minutes=interview.minutes,
        is_ready=not held and is_ready(checks_of(interview)),
        is_finished=interview.finished_at is not None,
        held_at=interview.held_at,
        wrote_at=last_written(interview.workspace, [interview.person_id]).get(interview.person_id),
        named=_named(interview) if held else (),
        has_names=Referral.objects.of(interview.workspace).filter(interview=interview).exists(),
        introducers=_introducers(interview) if held else (),
    )


def checks_of(interview: Interview) -> tuple[Checked, ...]:
    """What METHOD.md asks before the talk; three queries."""
    questions = Question.objects.of(interview.workspace).filter(interview=interview)
    return checks(
        facts=sum(bool(fact.get("text") and fact.get("source")) for fact in interview.facts),
        aim=interview.aim,
        shared=interview.shared,
        questions=[asked(*row) for row in questions.values_list("text", "topic", "kept_text")],
        is_confirmed=_is_confirmed(interview),
    )


def asked(text: str, topic: str, kept: str = "") -> Asked:
    """A question as far as readiness goes: what was found in the wording that the seeker kept is settled."""
    codes = {finding.code for finding in coach.check(coach.Question(text))} if text != kept else set()
    return Asked(Topic(topic), coach.Code.CLOSED in codes, coach.Code.ASKS_FOR_JOB in codes)


def _is_confirmed(interview: Interview) -> bool:
    """Whether something was written in the last two days before, or confirming was ticked off."""
    if interview.starts_at is None:
        return False
    of_thread = {"thread": interview.thread_id}
    duties = FollowUp.objects.of(interview.workspace).filter(**of_thread, kind=FollowUpKind.CONFIRM)
    if duties.filter(about_at=interview.starts_at, done_at__isnull=False).exists():
        return True
    sent = _sent(interview.workspace).filter(**of_thread)
    return sent.filter(happened_at__gte=interview.starts_at - CONFIRM_FROM).exists()


def _sent(workspace: Workspace) -> QuerySet[Message]:
    return Message.objects.of(workspace).filter(direction=Direction.OUT, state=MessageState.SENT)


def last_written(workspace: Workspace, persons: list[UUID]) -> dict[UUID, datetime]:
    """When the seeker last wrote to each of these persons; those never written to are absent. One query."""
    sent = _sent(workspace).filter(thread__person__in=persons)
    return dict(sent.values_list("thread__person").annotate(last=Max("happened_at")))


def _named(interview: Interview) -> tuple[Other, ...]:
    referrals = Referral.objects.of(interview.workspace).filter(interview=interview, person__isnull=False)
    rows = [(one.person, one.named_at) for one in referrals.select_related("person") if one.person]
    wrote = last_written(interview.workspace, [person.pk for person, _named_at in rows]) if rows else {}
    by = _name(interview.person)
    return tuple(
        Other(person.pk, recipient_of(person), wrote.get(person.pk), named_at, by) for person, named_at in rows
    )


def _introducers(interview: Interview) -> tuple[Other, ...]:
    found = Introduction.objects.of(interview.workspace).filter(introduced=interview.person)
    persons = [one.introducer for one in found.select_related("introducer")]
    wrote = last_written(interview.workspace, [person.pk for person in persons]) if persons else {}
    met = _name(interview.person)
    return tuple(Other(person.pk, recipient_of(person), wrote.get(person.pk), name=met) for person in persons)


def _name(person: Person) -> str:
    return latin_name(person.given_name, person.family_name) or person.native_name
