"""What came of it: put down by staff with consent, told by the seeker, taken back; sessions on the seeker's page."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone

from askwell.accounts.models import User
from askwell.programmes.choices import ConsentItem, OutcomeKind
from askwell.programmes.models import Cohort, Consent, Outcome, Participant, Programme, Session
from askwell.ui.say import undo_address
from tests.conftest import NOW
from tests.factories.programmes import joined

SignIn = Callable[[User], Client]
FOUND = {"kind": "job", "field": "Accounting", "happened_on": "2026-11-02"}


def told(programme: Programme) -> list[tuple[str, str, str]]:
    rows = Outcome.objects.of(programme.workspace).filter(removed_at=None)
    return [(row.kind, row.field, f"{row.happened_on}") for row in rows.order_by("id")]


def undo(client: Client, answer: object) -> None:
    said = list(get_messages(answer.wsgi_request))  # type: ignore[attr-defined]  # a test client's answer
    client.post(undo_address(said[-1].extra_tags))


def agree(seeker: Participant) -> Consent:
    return Consent.objects.create(
        workspace=seeker.workspace, participant=seeker, item=ConsentItem.OUTCOME, given_at=NOW
    )


@pytest.fixture
def mei(programme: Programme) -> tuple[Participant, User]:
    return joined(programme, "Mei")


def test_staff_puts_down_only_what_the_seeker_agreed_to(
    owner: User, sign_in: SignIn, programme: Programme, mei: tuple[Participant, User]
) -> None:
    client, seeker = sign_in(owner), mei[0]
    address = f"/programmes/seekers/{seeker.pk}/outcomes/"

    client.post(address, FOUND)
    assert told(programme) == []

    consent = agree(seeker)
    client.post(address, FOUND)
    assert told(programme) == [("job", "Accounting", "2026-11-02")]

    consent.withdrawn_at = NOW
    consent.save()
    client.post(address, FOUND)
    assert len(told(programme)) == 1


def test_it_is_taken_out_and_brought_back(
    owner: User, sign_in: SignIn, programme: Programme, mei: tuple[Participant, User]
) -> None:
    client = sign_in(owner)
    agree(mei[0])
    client.post(f"/programmes/seekers/{mei[0].pk}/outcomes/", FOUND)
    row = Outcome.objects.of(programme.workspace).get()

    answer = client.post(f"/programmes/outcomes/{row.pk}/remove/")

    assert told(programme) == []
    undo(client, answer)
    assert len(told(programme)) == 1


@pytest.mark.parametrize("wrong", [{"kind": "fame"}, {"happened_on": ""}, {"happened_on": "2999-01-01"}])
def test_nonsense_and_days_to_come_are_not_put_down(
    owner: User, sign_in: SignIn, programme: Programme, mei: tuple[Participant, User], wrong: dict[str, str]
) -> None:
    agree(mei[0])

    sign_in(owner).post(f"/programmes/seekers/{mei[0].pk}/outcomes/", FOUND | wrong)

    assert told(programme) == []


def test_a_seeker_tells_it_without_anybodys_consent_and_takes_it_back(
    sign_in: SignIn, programme: Programme, mei: tuple[Participant, User]
) -> None:
    client = sign_in(mei[1])

    answer = client.post(f"/programmes/mine/{mei[0].pk}/outcomes/", FOUND | {"kind": "volunteering"})

    assert told(programme) == [("volunteering", "Accounting", "2026-11-02")]
    assert "A volunteer role" in client.get("/programmes/mine/").content.decode()
    undo(client, answer)
    assert told(programme) == []


def test_nobody_touches_anothers(
    caseworker: User, rival: User, sign_in: SignIn, programme: Programme, mei: tuple[Participant, User]
) -> None:
    """Another seeker of the same programme, a caseworker whose seeker they are not, another programme's owner."""
    agree(mei[0])
    row = Outcome.objects.create(
        workspace=programme.workspace, participant=mei[0], kind=OutcomeKind.JOB, happened_on=NOW.date(), told_at=NOW
    )
    _other, stranger = joined(programme, "Bo")

    for user in (stranger, caseworker, rival):
        client = sign_in(user)
        for address in (
            f"/programmes/mine/{mei[0].pk}/outcomes/",
            f"/programmes/mine/outcomes/{row.pk}/remove/",
            f"/programmes/seekers/{mei[0].pk}/outcomes/",
            f"/programmes/outcomes/{row.pk}/remove/",
        ):
            assert client.post(address, FOUND).status_code == 404

    assert told(programme) == [("job", "", f"{NOW.date()}")]


def test_a_seeker_sees_the_sessions_of_their_cohort_and_of_everybody(
    sign_in: SignIn, programme: Programme, mei: tuple[Participant, User]
) -> None:
    autumn, spring = (
        Cohort.objects.create(workspace=programme.workspace, name=name, created_at=NOW) for name in ("Autumn", "Spring")
    )
    Participant.objects.of(programme.workspace).filter(pk=mei[0].pk).update(cohort=autumn)
    soon, before = timezone.now() + timedelta(days=2), timezone.now() - timedelta(days=2)
    told = [("Mine", autumn, soon), ("Everybody’s", None, soon), ("Theirs", spring, soon), ("Over", autumn, before)]
    rows = {
        title: Session.objects.create(workspace=programme.workspace, title=title, cohort=cohort, starts_at=at)
        for title, cohort, at in told
    }
    client = sign_in(mei[1])

    page = client.get("/programmes/mine/").content.decode()

    assert [title for title, *_ in told if title in page] == ["Mine", "Everybody’s"]
    answers = {title: client.get(f"/programmes/mine/sessions/{row.pk}/calendar/") for title, row in rows.items()}
    assert {title: answer.status_code for title, answer in answers.items()} == {
        "Mine": 200, "Everybody’s": 200, "Over": 200, "Theirs": 404,
    }  # fmt: skip


def test_a_session_of_another_programme_is_nobodys_here(
    rival: User, sign_in: SignIn, mei: tuple[Participant, User]
) -> None:
    assert rival.workspace
    told = {"title": "Rival’s", "starts_at": timezone.now() + timedelta(days=1)}
    row = Session.objects.create(workspace=rival.workspace, **told)
    client = sign_in(mei[1])

    assert "Rival" not in client.get("/programmes/mine/").content.decode()
    assert client.get(f"/programmes/mine/sessions/{row.pk}/calendar/").status_code == 404


def test_what_the_seeker_took_out_no_staff_brings_back(
    owner: User, sign_in: SignIn, programme: Programme, mei: tuple[Participant, User]
) -> None:
    sign_in(mei[1]).post(f"/programmes/mine/{mei[0].pk}/outcomes/", FOUND)
    row = Outcome.objects.of(programme.workspace).get()
    sign_in(mei[1]).post(f"/programmes/mine/outcomes/{row.pk}/remove/")

    assert sign_in(owner).post(f"/programmes/outcomes/{row.pk}/restore/").status_code == 404
    assert told(programme) == []
    sign_in(mei[1]).post(f"/programmes/mine/outcomes/{row.pk}/restore/")
    assert len(told(programme)) == 1
