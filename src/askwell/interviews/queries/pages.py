"""The page of one thread as the seeker sees it from outside: its link, what it says; and what was answered there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.accounts.queries.prepared import prepared
from askwell.interviews.choices import NoticeKind, Topic
from askwell.interviews.models import Booking, Notice, Question
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.interviews.rules import booking as rules
from askwell.lib.places import region_of
from askwell.lib.text import in_script
from askwell.outreach.choices import Direction, MessageKind, MessageState
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries import rows
from askwell.outreach.queries.packing import unpack
from askwell.outreach.queries.values import Who
from askwell.outreach.rules.drafts import language_for
from askwell.people.models import Person, Role

MOST_NEWS, MOST_UNSEEN = 5, 50
OF_TIME = (MessageKind.SCHEDULED, MessageKind.CANCELLED, MessageKind.MET)


@dataclass(frozen=True, slots=True)
class Page:
    """`ends_at`: when the link ends; `is_over` that it has, or was withdrawn. `asks`: what they may answer in writing,
    one a line; `suggested` from the questions that the seeker prepared, where nothing is asked there yet. `programme`:
    who arranged the talk."""

    id: UUID
    token: str
    why: str
    language: str
    ends_at: datetime
    is_withdrawn: bool
    is_over: bool
    asks: str
    suggested: str
    programme: str


@dataclass(frozen=True, slots=True)
class News:
    """What an insider did by themselves and the seeker has not seen. `entry_id`: what an undo takes back."""

    id: UUID
    thread_id: UUID
    who: Who
    what: NoticeKind
    facts: dict[str, Any]
    happened_at: datetime
    entry_id: UUID | None


def page_of(workspace: Workspace, thread: Thread | None, now: datetime) -> Page | None:
    """Two queries, none without a thread."""
    booking = Booking.objects.of(workspace).filter(thread=thread).first() if thread else None
    if booking is None:
        return None
    over = bool(booking.withdrawn_at) or rules.is_over(booking.expires_at, thread.meets_at if thread else None, now)
    return Page(
        id=booking.pk,
        token=row_token(BOOKING, booking, booking.number),
        why=booking.why,
        language=booking.language,
        ends_at=booking.expires_at,
        is_withdrawn=booking.withdrawn_at is not None,
        is_over=over,
        asks=booking.asks,
        suggested="" if booking.asks else "\n".join(_prepared(booking)),
        programme=booking.programme,
    )


def _prepared(booking: Booking) -> list[str]:
    asked = Question.objects.of(booking.workspace).filter(interview__thread=booking.thread_id)
    return list(asked.exclude(topic=Topic.CLOSING).values_list("text", flat=True)[: rules.MOST_ASKED])


def news(workspace: Workspace, now: datetime) -> list[News]:
    """What insiders did that the seeker has not seen and that is still true, the newest first; one query.

    What was said of a time is over when the talk was moved, called off or held since, and when that time is past.
    """
    told = [
        News(key, thread, rows.who(person, names, {}), NoticeKind(what), unpack(facts), at, entry)
        for key, thread, person, *names, what, facts, at, entry in _unseen(workspace)
    ]
    return [one for one in told if one.facts.get("meets_at", now) >= now][:MOST_NEWS]


@prepared
def _unseen(workspace: Workspace) -> "QuerySet[Notice, Any]":
    unseen = Notice.objects.of(workspace).filter(seen_at=None).order_by("-happened_at", "-id")
    since = Message.objects.of(workspace).filter(
        thread=OuterRef("thread"), kind__in=OF_TIME, happened_at__gt=OuterRef("happened_at")
    )
    unseen = unseen.exclude(Q(what__in=rules.OVER_WITH_THE_TIME) & Exists(since))
    columns = ("id", "thread_id", "thread__person_id", *(f"thread__{name}" for name in rows.PERSON))
    return unseen.values_list(*columns, "what", "facts", "happened_at", "entry_id")[:MOST_UNSEEN]


def page_language(thread: Thread) -> str:
    """What they were last written to in; else what they are most likely glad to be written to in."""
    sent = Message.objects.of(thread.workspace).filter(
        thread=thread, direction=Direction.OUT, state__in=(MessageState.SENT, MessageState.DRAFT)
    )
    last = sent.order_by("-happened_at").values_list("language", flat=True).first()
    return last or _likely(thread.person, _role(thread.workspace, thread.person))


def usual_why(workspace: Workspace, person: Person, language: str) -> str:
    """Why this person, to begin with."""
    role, chinese = _role(workspace, person), language == "zh-Hans"
    organisation = role.organisation.name if role and role.organisation else ""
    return rules.why(
        language,
        title=in_script(role.title, chinese=chinese) if role else "",
        organisation=in_script(organisation, chinese=chinese),
        topic=profile_of(workspace).occupation,
    )


def _role(workspace: Workspace, person: Person) -> Role | None:
    current = Role.objects.of(workspace).filter(person=person, is_current=True).select_related("organisation")
    return current.order_by("-id").first()


def _likely(person: Person, role: Role | None) -> str:
    return language_for(
        native=person.native_name,
        title=role.title if role else "",
        organisation=role.organisation.name if role and role.organisation else "",
        languages=person.languages.split(),
        region=person.region or region_of(person.place, person.time_zone),
    )
