"""Who works for a programme: invited, accepted, given another role, dismissed."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from askwell.accounts.actions import digest
from askwell.accounts.choices import Deed, MembershipRole
from askwell.accounts.models import AuditEntry, Membership, User
from askwell.outreach.models import Dispatch
from askwell.programmes.actions.consenting import agree
from askwell.programmes.choices import ConsentItem
from askwell.programmes.models import Programme, StaffInvitation
from tests.conftest import make_user
from tests.factories.mail import a_mailbox
from tests.factories.programmes import joined, make_staff

SignIn = Callable[[User], Client]
COLE = {"email": "Cole@caseworker.example", "role": "caseworker"}


def roles(programme: Programme) -> dict[str, str]:
    rows = Membership.objects.filter(workspace=programme.workspace)
    return dict(rows.values_list("user__email", "role"))


def invited(client: Client, **told: str) -> str:
    """The path of the link that is shown after inviting."""
    text = client.post("/programmes/team/", COLE | told).content.decode()
    found = re.search(r'id="link" readonly value="[^"]*?(/programmes/team/join/[^"]+)"', text)
    assert found
    return found[1]


def test_who_is_invited_becomes_what_they_were_invited_as(
    programme: Programme, owner: User, sign_in: SignIn, client: Client
) -> None:
    link = invited(sign_in(owner))
    cole = make_user("cole@caseworker.example")
    theirs = sign_in(cole)

    assert "Harbour Connections" in theirs.get(link).content.decode()
    answer = theirs.post(link, {"name": "Cole Banks"})

    cole.refresh_from_db()
    assert (answer.headers["Location"], cole.workspace) == ("/programmes/", programme.workspace)
    member = Membership.objects.get(workspace=programme.workspace, user=cole)
    assert (member.role, member.name) == (MembershipRole.CASEWORKER, "Cole Banks")


def test_a_link_that_was_made_before_links_named_the_workspace_still_opens(
    programme: Programme, owner: User, sign_in: SignIn, client: Client
) -> None:
    invited(sign_in(owner))
    StaffInvitation.objects.of(programme.workspace).update(digest=digest("gLZq3v0Vq1kZ1S0bV3b2mXo7cJxN5yQ9"))

    page = client.get("/programmes/team/join/gLZq3v0Vq1kZ1S0bV3b2mXo7cJxN5yQ9/").content.decode()

    assert "Harbour Connections" in page


def test_the_secret_is_stored_nowhere(programme: Programme, owner: User, sign_in: SignIn) -> None:
    secret = invited(sign_in(owner)).rstrip("/").rsplit("/", 1)[1]

    row = StaffInvitation.objects.of(programme.workspace).get()
    assert secret not in " ".join(str(value) for value in vars(row).values())


def test_a_link_works_once(programme: Programme, owner: User, stranger: User, sign_in: SignIn) -> None:
    link = invited(sign_in(owner))
    sign_in(make_user("cole@caseworker.example")).post(link)

    late = sign_in(stranger)
    assert (late.get(link).status_code, late.post(link).status_code) == (410, 410)
    assert stranger.email not in roles(programme)


def test_nor_once_it_is_withdrawn_or_old_and_the_undo_revives_it(
    programme: Programme, owner: User, stranger: User, sign_in: SignIn
) -> None:
    client = sign_in(owner)
    link = invited(client)
    key = StaffInvitation.objects.of(programme.workspace).get().pk
    visitor = Client()

    client.post(f"/programmes/team/{key}/withdraw/")
    assert visitor.get(link).status_code == 410
    client.post(f"/programmes/team/{key}/again/")
    assert visitor.get(link).status_code == 200
    StaffInvitation.objects.of(programme.workspace).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert sign_in(stranger).post(link).status_code == 410
    assert stranger.email not in roles(programme)


def test_a_link_that_was_made_up_leads_nowhere(db: None) -> None:
    assert Client().get("/programmes/team/join/made-up/").status_code == 404


def test_without_a_mailbox_the_link_is_shown_and_with_one_it_is_mailed_too(
    programme: Programme, owner: User, sign_in: SignIn, settings: object
) -> None:
    settings.SITE = "https://askwell.example"  # type: ignore[attr-defined] # pytest-django's
    client = sign_in(owner)
    invited(client)
    assert not Dispatch.objects.of(programme.workspace).exists()

    a_mailbox(programme.workspace, now=timezone.now(), address="us@programme.example", imap_port=1, smtp_port=1)
    programme.workspace.profile.postal = "12 Quay Street\nBurnaby"
    programme.workspace.profile.save()
    link = invited(client)

    mail = Dispatch.objects.of(programme.workspace).get()
    assert mail.to == "Cole@caseworker.example"
    assert link in mail.body


@pytest.mark.parametrize("address", ["", "role/", "dismiss/"])
def test_a_caseworker_has_no_say_in_it(
    programme: Programme, owner: User, caseworker: User, address: str, sign_in: SignIn
) -> None:
    told = {**COLE, "user": str(owner.pk)}

    assert sign_in(caseworker).post(f"/programmes/team/{address}", told).status_code == 404
    assert not StaffInvitation.objects.of(programme.workspace).exists()


def test_a_role_is_changed_and_taken_back(programme: Programme, owner: User, caseworker: User, sign_in: SignIn) -> None:
    client = sign_in(owner)

    answer = client.post("/programmes/team/role/", {"user": str(caseworker.pk), "role": "coordinator"}, follow=True)
    assert roles(programme)[caseworker.email] == "coordinator"
    undo = re.search(r'action="(/programmes/team/back/[^"]+)"', answer.content.decode())
    assert undo
    client.post(undo[1])

    assert roles(programme)[caseworker.email] == "caseworker"


def test_who_is_dismissed_is_out_at_once_and_the_undo_lets_them_back(
    programme: Programme, owner: User, caseworker: User, sign_in: SignIn
) -> None:
    client, theirs = sign_in(owner), sign_in(caseworker)

    answer = client.post("/programmes/team/dismiss/", {"user": str(caseworker.pk)}, follow=True)
    assert theirs.get("/programmes/seekers/").status_code == 404
    undo = re.search(r'action="(/programmes/team/back/[^"]+)"', answer.content.decode())
    assert undo
    client.post(undo[1])

    assert roles(programme)[caseworker.email] == "caseworker"


def test_an_undo_of_one_programme_is_none_of_another(
    programme: Programme, owner: User, caseworker: User, rival: User, sign_in: SignIn
) -> None:
    answer = sign_in(owner).post("/programmes/team/dismiss/", {"user": str(caseworker.pk)}, follow=True)
    undo = re.search(r'action="(/programmes/team/back/[^"]+)"', answer.content.decode())
    assert undo

    assert sign_in(rival).post(undo[1]).status_code == 404
    assert not Membership.objects.filter(workspace=rival.workspace, user=caseworker).exists()


@pytest.mark.parametrize(("what", "more"), [("role/", {"role": "caseworker"}), ("dismiss/", {})])
def test_the_last_owner_stays(
    programme: Programme, owner: User, what: str, more: dict[str, str], sign_in: SignIn
) -> None:
    client = sign_in(owner)

    told = client.post(f"/programmes/team/{what}", {"user": str(owner.pk), **more}, follow=True).content.decode()

    assert roles(programme) == {owner.email: "owner"}
    assert ("toast error" in told, f"Dismiss {owner.email}" in told) == (True, False)


def test_only_owners_make_owners(programme: Programme, owner: User, sign_in: SignIn) -> None:
    lead = make_staff(programme, "cora@coordinator.example", MembershipRole.COORDINATOR)
    client = sign_in(lead)

    refused = [
        client.post("/programmes/team/role/", {"user": str(lead.pk), "role": "owner"}).status_code,
        client.post("/programmes/team/role/", {"user": str(owner.pk), "role": "caseworker"}).status_code,
        client.post("/programmes/team/dismiss/", {"user": str(owner.pk)}).status_code,
    ]

    assert refused == [404, 404, 404]
    assert roles(programme) == {owner.email: "owner", lead.email: "coordinator"}


def test_the_mailbox_is_the_leads(programme: Programme, owner: User, caseworker: User, sign_in: SignIn) -> None:
    assert sign_in(owner).get("/mailbox/").status_code == 200
    assert sign_in(owner).get("/outbox/").status_code == 200
    assert sign_in(caseworker).get("/mailbox/").headers["Location"] == "/programmes/"
    assert sign_in(caseworker).post("/mailbox/connect/").status_code == 403
    assert sign_in(owner).get("/conversations/").headers["Location"] == "/programmes/"


def test_the_menu_names_where_one_works_and_asks_nothing_for_who_has_one_place(
    programme: Programme, owner: User, stranger: User, sign_in: SignIn
) -> None:
    both, alone = (sign_in(one).get("/account/settings/").content.decode() for one in (owner, stranger))

    places = re.findall(r'name="workspace" value="[^"]+"( aria-current="true")?', both)
    assert places == ["", ' aria-current="true"', ""]  # the menu's two; the page's button to the other
    assert 'name="workspace"' not in alone


def test_who_changed_the_team_and_who_looked_is_written_down(
    programme: Programme, owner: User, caseworker: User, sign_in: SignIn
) -> None:
    client, mei = sign_in(owner), joined(programme)[0]
    agree(mei, [ConsentItem.TARGET], timezone.now())
    client.post("/programmes/team/role/", {"user": caseworker.pk, "role": "coordinator"})
    client.get(f"/programmes/seekers/{mei.pk}/")
    assert client.get("/programmes/report/csv/").status_code == 200
    client.post("/programmes/team/dismiss/", {"user": caseworker.pk})

    written = AuditEntry.objects.filter(place=programme.workspace_id, by=owner.pk).order_by("number")
    deeds = [(one.deed, one.whose) for one in written.exclude(deed=Deed.ADMITTED)]
    assert deeds == [
        (Deed.ROLE_CHANGED, caseworker.pk),
        (Deed.LOOKED, mei.seeker_workspace_id),
        (Deed.REPORT_TAKEN, None),
        (Deed.DISMISSED, caseworker.pk),
    ]
