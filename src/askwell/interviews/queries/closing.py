"""What the closing card shows."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.interviews.choices import SubjectKind
from askwell.interviews.models import Advice, Insight, Interview, Lead, Question, Referral
from askwell.interviews.queries.cases import record_of
from askwell.interviews.queries.insights import subjects_named
from askwell.interviews.queries.talk import with_person
from askwell.interviews.rules.success import Missing, missing
from askwell.outreach.choices import MessageKind, MessageState
from askwell.outreach.models import Message
from askwell.outreach.queries import rows
from askwell.outreach.queries.drafts import text_of
from askwell.outreach.queries.values import Duty, Who
from askwell.people.models import Person


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """An insight as a row of the form; `id` is None for an empty one."""

    id: UUID | None = None
    text: str = ""
    kind: str = SubjectKind.FIELD.value
    subject: str = ""
    rating: int | None = None


@dataclass(frozen=True, slots=True)
class NamedLine:
    """Somebody named as a row of the form; `who` where it is known who that is."""

    id: UUID | None = None
    text: str = ""
    may_use_name: bool = False
    who: Who | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Something to do, or an opening."""

    id: UUID | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """`quotes` are notes to take words from, `missing` what it lacks to count, `duties` what follows from it,
    `stamp` names what stands on the card."""

    interview: Interview
    who: Who
    claims: tuple[ClaimLine, ...]
    named: tuple[NamedLine, ...]
    actions: tuple[Line, ...]
    leads: tuple[Line, ...]
    quotes: tuple[str, ...]
    subjects: tuple[str, ...]
    missing: tuple[Missing, ...]
    duties: tuple[Duty, ...]
    stamp: str


def closing_page(workspace: Workspace, interview_id: UUID, now: datetime) -> ClosingPage:
    """At most eighteen queries. Raises Interview.DoesNotExist."""
    interview = with_person(workspace, interview_id)
    person, of = interview.person, {"interview": interview}
    claims = Insight.objects.of(workspace).filter(**of, set_aside_at=None).order_by("id")
    actions = Advice.objects.of(workspace).filter(**of).order_by("id")
    leads = Lead.objects.of(workspace).filter(**of).order_by("id")
    return ClosingPage(
        interview=interview,
        who=_who(person),
        claims=tuple(ClaimLine(*row) for row in claims.values_list("id", "text", "kind", "subject", "rating")),
        named=tuple(_named(interview)),
        actions=tuple(Line(*row) for row in actions.values_list("id", "text")),
        leads=tuple(Line(*row) for row in leads.values_list("id", "text")),
        quotes=_quotes(interview),
        subjects=_subjects(workspace, interview),
        missing=missing(record_of(interview)),
        duties=tuple(rows.open_duties(workspace, [interview.thread_id], now).get(interview.thread_id, ())),
        stamp=card_stamp(interview),
    )


def card_stamp(interview: Interview) -> str:
    """Names what stands on the card now, so that the second of two who fill it in is told; four queries."""
    of, workspace = {"interview": interview}, interview.workspace
    claims = Insight.objects.of(workspace).filter(**of, set_aside_at=None)
    tables = (
        claims.values_list("id", "text", "kind", "subject", "rating"),
        Referral.objects.of(workspace).filter(**of).values_list("id", "text", "may_use_name"),
        Advice.objects.of(workspace).filter(**of).values_list("id", "text"),
        Lead.objects.of(workspace).filter(**of).values_list("id", "text"),
    )
    card = (interview.said, interview.aim_reached, interview.next_step, interview.next_step_text)
    stands = [list(map(str, card)), *(sorted(map(str, table.order_by("id"))) for table in tables)]
    return sha256(repr(stands).encode()).hexdigest()[:16]


def draft_waits(workspace: Workspace, interview_id: UUID) -> bool:
    """Whether a draft lies there that thanks may not replace: any but an untouched reply of the same conversation."""
    drafts = Message.objects.of(workspace).filter(state=MessageState.DRAFT)
    theirs = drafts.filter(thread__person__interviews=interview_id)
    replies = theirs.filter(thread__interviews=interview_id, kind=MessageKind.REPLY)
    replaceable = [one.pk for one in replies if not text_of(one).edited]
    return theirs.exclude(pk__in=replaceable).exists()


def _who(person: Person) -> Who:
    return rows.who(person.pk, (person.given_name, person.family_name, person.native_name), {})


def _named(interview: Interview) -> list[NamedLine]:
    referrals = Referral.objects.of(interview.workspace).filter(interview=interview).order_by("id")
    return [
        NamedLine(key, text, may, rows.who(person_id, names, {}) if person_id else None)
        for key, text, may, person_id, *names in referrals.values_list(
            "id", "text", "may_use_name", "person_id", *rows.PERSON
        )
    ]


def _quotes(interview: Interview) -> tuple[str, ...]:
    questions = Question.objects.of(interview.workspace).filter(interview=interview).exclude(note="")
    return tuple(questions.order_by("position", "id").values_list("note", flat=True))


def _subjects(workspace: Workspace, interview: Interview) -> tuple[str, ...]:
    """What claims were about before, then where the seeker and the insider stand."""
    profile = profile_of(workspace)
    role = rows.jobs_of(workspace, [interview.person_id]).get(interview.person_id, ("", ""))
    return tuple(dict.fromkeys(name for name in (*subjects_named(workspace), profile.occupation, *role) if name))
