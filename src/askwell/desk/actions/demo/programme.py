"""The demo's programme: four hundred seekers and a hundred and twenty insiders, an earlier cohort that is done, and one
that waits for its first round. The seeker of the demo is one of them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from django.db import transaction

from askwell.accounts.actions import admit, dismiss, open_workspace
from askwell.accounts.choices import MembershipRole, WorkspaceKind
from askwell.accounts.models import User, Workspace
from askwell.desk.actions.demo.programme_people import enrol_insiders, enrol_seekers
from askwell.desk.actions.demo.script import ZONE, local_noon, script
from askwell.lib.ids import uuid7
from askwell.lib.times import at_local, local_day
from askwell.programmes.actions.leaving import FORGOTTEN
from askwell.programmes.actions.numbering import next_number
from askwell.programmes.actions.opening import open_programme
from askwell.programmes.choices import (
    AttendanceState,
    MatchState,
    OutcomeKind,
    ParticipantState,
    RoundState,
    Side,
)
from askwell.programmes.models import (
    Attendance,
    Cohort,
    Feedback,
    Insider,
    Match,
    Outcome,
    Participant,
    Programme,
    Round,
    Session,
)

EARLIER, TALKS = 70, 160
STAFF = {"carla@harbour.example": "Carla Ruiz", "dev@harbour.example": "Dev Anand"}
EVENTS = (
    ("Writing to a stranger", -20, 90),
    ("Questions that open doors", -8, 90),
    ("Practice evening", 6, 120),
)


@transaction.atomic
def fill_demo_programme(*, user: User, now: datetime) -> Programme:
    """Make it, with `user` as its owner. They stay at work where they are, and are its first seeker."""
    told, dice, own = script("programme"), Random(9), user.workspace  # noqa: S311 # draws a demo, the same every time
    programme = open_programme(user=user, name=told["name"], now=local_noon(now, -200), is_demo=True)
    user.workspace = own
    user.save(update_fields=["workspace"])
    for name in ("organisation", "about", "postal", "email", "phone"):
        setattr(programme, name, told[name])
    programme.zone = ZONE
    programme.takes_seekers = programme.takes_insiders = True
    programme.save()
    autumn, spring = (_cohort(programme, *words, now=now) for words in (("Autumn", -30, 60), ("Spring", -190, -60)))
    seekers = enrol_seekers(programme, autumn, told, dice, own, now)
    insiders = enrol_insiders(programme, told, dice, now)
    _staff(programme, seekers)
    _hold_sessions(programme, autumn, seekers, dice, now)
    _remember(programme, spring, insiders, dice, now)
    _hold_sessions(programme, spring, _leavers(programme, spring, now), dice, now, days_ago=160)
    return programme


def remove_demo_programmes(*, user: User) -> None:
    """Those that the demo made for this user go, with everybody in them."""
    mine = Workspace.objects.filter(memberships__user=user, kind=WorkspaceKind.PROGRAMME, is_demo=True)
    for workspace in mine:
        for member in User.objects.filter(memberships__workspace=workspace):
            dismiss(workspace=workspace, user=member)
        workspace.delete()
    for invented in User.objects.filter(email__in=STAFF, workspace__is_demo=True):
        own = invented.workspace
        invented.delete()
        if own:
            own.delete()


def _cohort(programme: Programme, season: str, first: int, last: int, *, now: datetime) -> Cohort:
    starts, ends = (local_day(now, ZONE) + timedelta(days=days) for days in (first, last))
    return Cohort.objects.create(
        workspace=programme.workspace,
        name=f"{season} cohort",
        starts_on=starts,
        ends_on=ends,
        created_at=local_noon(now, first - 14),
    )


def _staff(programme: Programme, seekers: list[Participant]) -> None:
    """Two caseworkers, with half of the seekers each."""
    for place, (email, name) in enumerate(STAFF.items()):
        user = User.objects.filter(email=email).first() or User.objects.create_user(email, time_zone=ZONE)
        if user.workspace is None:
            open_workspace(user=user, is_demo=True)
        admit(workspace=programme.workspace, user=user, role=MembershipRole.CASEWORKER, name=name)
        user.workspace = programme.workspace
        user.save(update_fields=["workspace"])
        theirs = [seeker.pk for seeker in seekers[place::2]]
        Participant.objects.of(programme.workspace).filter(pk__in=theirs).update(caseworker=user)


def _hold_sessions(
    programme: Programme, cohort: Cohort, seekers: list[Participant], dice: Random, now: datetime, *, days_ago: int = 0
) -> None:
    for title, later, minutes in EVENTS:
        days = later - days_ago
        day = local_day(now, ZONE) + timedelta(days=days)
        session = Session.objects.create(
            workspace=programme.workspace,
            cohort=cohort,
            title=title,
            place="200 Quay Street, room 3",
            starts_at=at_local(day, 18, 0, ZONE),
            minutes=minutes,
        )
        if days < 0:
            Attendance.objects.bulk_create(
                Attendance(
                    workspace=programme.workspace,
                    session=session,
                    participant=seeker,
                    state=dice.choices(list(AttendanceState)[1:], [80, 8, 12])[0],
                    changed_at=session.starts_at + timedelta(minutes=minutes),
                )
                for seeker in seekers
            )


def _leavers(programme: Programme, cohort: Cohort, now: datetime) -> list[Participant]:
    """Who was in the earlier cohort: all of them left when it was over."""
    came, left = local_noon(now, -200), local_noon(now, -60)
    first = next_number(Participant, programme.workspace)
    facts = {"state": ParticipantState.LEFT, "came_at": came, "active_at": came, "left_at": left}
    return Participant.objects.bulk_create(
        Participant(workspace=programme.workspace, number=first + place, cohort=cohort, **FORGOTTEN, **facts)
        for place in range(EARLIER)
    )


def _remember(programme: Programme, cohort: Cohort, insiders: list[Insider], dice: Random, now: datetime) -> None:
    """The spring cohort went its way: what is left of its seekers is that there were talks, and what came of them."""
    then = local_noon(now, -150)
    done = Round.objects.create(
        workspace=programme.workspace,
        number=1,
        name="Spring",
        cohort=cohort,
        state=RoundState.CLOSED,
        week=_monday(local_day(then, ZONE)),
        created_at=then,
        sent_at=then,
        closed_at=local_noon(now, -60),
    )
    leavers = [uuid7() for _number in range(EARLIER)]
    matches = [_past_match(done, dice.choice(leavers), dice.choice(insiders[:-4]), dice, then) for _one in range(TALKS)]
    Match.objects.bulk_create(matches)
    held = [match for match in matches if match.state == MatchState.HELD]
    Feedback.objects.bulk_create(word for match in held for word in _words(match, dice))
    Outcome.objects.bulk_create(_outcome(done, match, dice) for match in held[::4])


def _past_match(done: Round, leaver: UUID, insider: Insider, dice: Random, then: datetime) -> Match:
    state = dice.choices([MatchState.HELD, MatchState.DECLINED, MatchState.MISSED], [80, 14, 6])[0]
    asked = then + timedelta(days=dice.randint(0, 60))
    meets = asked + timedelta(days=dice.randint(4, 14))
    agreed = state != MatchState.DECLINED
    return Match(
        workspace=done.workspace,
        round=done,
        insider=insider,
        leaver=leaver,
        cohort=done.cohort,
        field=insider.field,
        language=insider.languages[0],
        state=state,
        score=dice.randint(45, 95),
        asked_at=asked,
        answered_at=asked + timedelta(days=2),
        starts_at=meets if agreed else None,
        ended_at=meets if agreed else asked + timedelta(days=2),
        missed_by=Side.SEEKER if state == MatchState.MISSED else "",
        thanked_at=meets + timedelta(days=1) if state == MatchState.HELD else None,
    )


def _words(match: Match, dice: Random) -> Iterator[Feedback]:
    given = (match.ended_at or match.round.created_at) + timedelta(days=1)
    said = {"workspace": match.workspace, "match": match, "came": True, "given_at": given}
    useful = dice.choices([2, 3, 4, 5], [1, 3, 6, 5])[0]
    yield Feedback(**said, side=Side.SEEKER, useful=useful, again=useful > 2, referrals=dice.choice([0, 0, 1, 2, 3]))
    if dice.random() < 0.6:
        yield Feedback(**said, side=Side.INSIDER, useful=dice.choice([3, 4, 5]), again=dice.random() < 0.9)


def _outcome(done: Round, match: Match, dice: Random) -> Outcome:
    met = match.ended_at or done.created_at
    return Outcome(
        workspace=done.workspace,
        cohort=done.cohort,
        leaver=match.leaver,
        kind=dice.choices(list(OutcomeKind), [6, 3, 2])[0],
        field=match.field,
        happened_on=local_day(met + timedelta(days=30), ZONE),
        told_at=met + timedelta(days=32),
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
