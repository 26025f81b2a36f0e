"""Programmes for tests: rows as their own actions write them, with as little as a test has to say."""

from typing import Any

from django.utils import timezone

from askwell.accounts.actions import admit, open_workspace
from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import User, Workspace
from askwell.programmes.actions.opening import open_programme
from askwell.programmes.actions.rounds import begin_round
from askwell.programmes.actions.solving import solve_round
from askwell.programmes.actions.staffing import invite
from askwell.programmes.actions.taking_part import enter
from askwell.programmes.choices import AttendanceState, ConsentItem, InsiderState, MatchState, ParticipantState
from askwell.programmes.models import (
    Attendance,
    Cohort,
    Consent,
    Feedback,
    Insider,
    IntakeQuestion,
    Match,
    Outcome,
    Participant,
    Programme,
    Session,
    StaffInvitation,
    Upload,
)
from askwell.programmes.queries.links import joining_token
from tests.conftest import NOW

EVENINGS = [[day, "17:00", "21:00"] for day in range(5)]


def make_programme(email: str = "ana@coordinator.example", name: str = "Harbour Connections") -> Programme:
    """A programme; its owner, with a workspace of their own too, is at work in it."""
    owner = User.objects.create_user(email, language="en")
    open_workspace(user=owner)
    return open_programme(user=owner, name=name, organisation="Harbour YWCA", now=NOW)


def make_staff(programme: Programme, email: str, role: str = MembershipRole.CASEWORKER) -> User:
    """Somebody who works in the programme and is at work there."""
    user = User.objects.create_user(email, language="en")
    open_workspace(user=user)
    admit(workspace=programme.workspace, user=user, role=role)
    user.workspace = programme.workspace
    user.save()
    return user


def make_participant(programme: Programme, name: str = "Mei Chen", **facts: Any) -> Participant:
    """An active seeker of the programme, without an account unless `seeker_workspace` is given."""
    number = Participant.objects.of(programme.workspace).count() + 1
    told = {
        "state": ParticipantState.ACTIVE,
        "email": f"s{number}@seeker.example",
        "field": "Accounting",
        "goals": {"month-end close": 2, "licensing": 1},
        "languages": ["en", "zh"],
        "windows": EVENINGS,
        "came_at": NOW,
        "active_at": NOW,
    }
    told = {"number": number, **told, **facts}
    row = Participant.objects.create(workspace=programme.workspace, name=name, **told)
    if row.seeker_workspace:
        enter(row, row.seeker_workspace)
    return row


def joined(programme: Programme, name: str = "Mei Chen", **facts: Any) -> tuple[Participant, User]:
    """A participant with an account, and the user behind it, at work in their own workspace."""
    participant = make_participant(programme, name, **facts)
    user = User.objects.create_user(participant.email, language="en")
    enter(participant, open_workspace(user=user))
    participant.save()
    return participant, user


def make_insider(programme: Programme, name: str = "Rosa Osei", **facts: Any) -> Insider:
    """An active volunteer."""
    number = Insider.objects.of(programme.workspace).count() + 1
    told = {
        "state": InsiderState.ACTIVE,
        "email": f"i{number}@insider.example",
        "organisation": "Tidewater Ledger",
        "title": "Controller",
        "field": "Accounting",
        "topics": ["month-end close"],
        "languages": ["en"],
        "windows": EVENINGS,
        "came_at": NOW,
        "active_at": NOW,
    }
    return Insider.objects.create(workspace=programme.workspace, number=number, name=name, **told | facts)


def owner_of(workspace: Workspace) -> User:
    """The user who owns a workspace."""
    return User.objects.select_related("workspace").get(
        memberships__workspace=workspace, memberships__role=MembershipRole.OWNER
    )


def fill_programme(programme: Programme) -> None:
    """Something of everything that its pages show."""
    upload = Upload.objects.create(workspace=programme.workspace, name="alumni.csv", made_at=NOW, applied_at=NOW)
    participant, insider = joined(programme)[0], make_insider(programme, upload=upload)
    make_participant(programme, "Olena Park", languages=["uk"])
    row = begin_round(workspace=programme.workspace, name="Autumn cohort", week=NOW.date(), with_unjoined=True, now=NOW)
    solve_round(workspace=programme.workspace, round_id=row.pk, clock=lambda: NOW)
    told = {"workspace": programme.workspace, "participant": participant, "insider": insider}
    agreed = {"state": MatchState.AGREED, "asked_at": NOW, "starts_at": NOW}
    match, _new = Match.objects.of(programme.workspace).update_or_create(
        round=row, defaults=agreed, create_defaults=agreed | told
    )
    Feedback.objects.create(workspace=programme.workspace, match=match, came=True, useful=4, given_at=NOW)
    _fill_cohort(programme, participant)
    colleague = make_staff(programme, f"second-{participant.email}")
    theirs = joined(programme, "Dina Tran", caseworker=colleague)[0]
    _fill_cohort(programme, theirs)


def _fill_cohort(programme: Programme, participant: Participant) -> None:
    """One of each thing that hangs on a seeker, and a question and an invitation of the programme's."""
    told = {"workspace": programme.workspace, "participant": participant}
    cohort = Cohort.objects.create(workspace=programme.workspace, name=f"With {participant.name}", created_at=NOW)
    Participant.objects.of(programme.workspace).filter(pk=participant.pk).update(cohort=cohort, note="Calls back.")
    facts = {"title": "First workshop", "starts_at": NOW, "cohort": cohort}
    session = Session.objects.create(workspace=programme.workspace, **facts)
    Attendance.objects.create(session=session, state=AttendanceState.CAME, changed_at=NOW, **told)
    for item in ConsentItem:
        Consent.objects.create(item=item, given_at=NOW, **told)
    Outcome.objects.create(cohort=cohort, field="Accounting", happened_on=NOW.date(), told_at=NOW, **told)
    words = {"en": f"Who sent {participant.name}?"}
    IntakeQuestion.objects.create(workspace=programme.workspace, position=participant.number, words=words)
    invited = {"email": f"asked-{participant.email}", "invited_at": NOW, "expires_at": NOW}
    StaffInvitation.objects.create(workspace=programme.workspace, digest=participant.email, **invited)


def seekers_of(programme: Programme) -> list[Any]:
    """The ids of its seekers' own workspaces."""
    told = Participant.objects.of(programme.workspace).exclude(seeker_workspace=None)
    return list(told.values_list("seeker_workspace", flat=True))


def joining_link(programme: Programme) -> str:
    """The one that Mei joins by."""
    row = make_participant(programme, email="mei@seeker.example")
    return f"/programmes/join/me/{joining_token(row)}/"


def staff_link(programme: Programme) -> str:
    """The one by which Mei joins the team."""
    _row, secret = invite(
        workspace=programme.workspace, by=owner_of(programme.workspace), email="mei@seeker.example",
        role="caseworker", now=timezone.now(),
    )  # fmt: skip
    return f"/programmes/team/join/{secret}/"
