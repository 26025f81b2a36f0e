"""All letters that wait to be passed on: seen, ticked off and taken back, taken as a table, left to the mailbox."""

import io
import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.choices import Deed
from askwell.accounts.models import AuditEntry, User
from askwell.outreach.models import Dispatch
from askwell.programmes.actions.admitting import renew_link
from askwell.programmes.actions.sending import send_match
from askwell.programmes.actions.writing import mark_to_write, programmes_to_write
from askwell.programmes.choices import InsiderState, MatchState, ParticipantState
from askwell.programmes.models import Match, Participant, Programme
from askwell.programmes.queries.joining_letters import to_write_to
from askwell.programmes.tasks import sweep, write_letters
from tests.conftest import NOW
from tests.factories.programmes import joined, make_insider, make_participant
from tests.factories.talks import make_match

SignIn = Callable[[User], Client]
LETTERS = "/programmes/letters/"


def page(client: Client, address: str = LETTERS) -> str:
    return client.get(address).content.decode()


def waiting(programme: Programme) -> list[str]:
    return [row.name for row in to_write_to(programme.workspace)]


def undo_in(text: str) -> str:
    found: list[str] = re.findall(r'action="(/programmes/letters/back/[^"]+)"', text)
    return found[-1].replace("&amp;", "&")


def test_everybody_without_an_account_has_one_and_nobody_else(programme: Programme) -> None:
    make_participant(programme, "Active Ann")
    make_participant(programme, "Invited Ivan", state=ParticipantState.INVITED, active_at=None)
    for state in (ParticipantState.APPLIED, ParticipantState.TURNED_DOWN, ParticipantState.LEFT):
        make_participant(programme, f"{state} Somebody", state=state)
    joined(programme, "Joined Jo")

    assert waiting(programme) == ["Active Ann", "Invited Ivan"]


def test_some_are_ticked_off_and_the_undo_brings_back_exactly_those(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    for name in ("Ann Ash", "Ben Birch", "Cy Cedar"):
        make_participant(programme, name)
    client, rows = sign_in(owner), list(to_write_to(programme.workspace))
    client.post(f"{LETTERS}sent/", {"one": str(rows[2].pk)})

    answer = client.post(f"{LETTERS}sent/", {"one": [str(rows[0].pk), str(rows[1].pk)]}, follow=True).content.decode()
    assert waiting(programme) == []
    assert "no account yet: letter sent" in page(client, "/programmes/seekers/")
    client.post(undo_in(answer))

    assert waiting(programme) == ["Ann Ash", "Ben Birch"]


def test_all_are_ticked_off_only_while_they_are_as_many_as_were_shown(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    make_participant(programme, "Ann Ash")
    make_participant(programme, "Ben Birch")
    client = sign_in(owner)

    refused = client.post(f"{LETTERS}sent/", {"all": "1"}, follow=True).content.decode()
    assert ("toast error" in refused, len(waiting(programme))) == (True, 2)
    client.post(f"{LETTERS}sent/", {"all": "2"})

    assert waiting(programme) == []


def test_all_are_without_those_that_a_worker_is_to_send(programme: Programme, owner: User, sign_in: SignIn) -> None:
    make_participant(programme, "Ann Ash", send_at=NOW)
    make_participant(programme, "Ben Birch")
    client = sign_in(owner)

    assert 'name="all" value="1"' in page(client)
    client.post(f"{LETTERS}sent/", {"all": "1"})

    assert (waiting(programme), programmes_to_write()) == (["Ann Ash"], [programme.workspace.pk])


def test_the_letter_says_that_somebody_was_found_and_waits_anew(
    programme: Programme, owner: User, now: datetime, sign_in: SignIn
) -> None:
    row, client = make_participant(programme, "Ann Ash"), sign_in(owner)
    assert "please join, so that a talk can be yours" in page(client)
    client.post(f"{LETTERS}sent/", {"all": "1"})

    send_match(
        workspace=programme.workspace, match_id=make_match(programme, row, make_insider(programme)).pk, now=now
    )  # fmt: skip

    assert "We found somebody for you" in page(client)


def test_the_table_is_for_a_mail_merge_and_runs_no_formula(programme: Programme, owner: User, sign_in: SignIn) -> None:
    make_participant(programme, '=HYPERLINK("https://evil.example")', native_name="梅", page_language="fr")
    client = sign_in(owner)

    answer = client.get(f"{LETTERS}table/")

    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows())  # type: ignore[union-attr] # one sheet
    number, name, email, link, subject, text = rows[1]
    assert (number.value, email.value, name.data_type) == ("S-001", "s1@seeker.example", "s")
    assert str(link.value) in str(text.value).split("\n"), "lines stay lines"
    assert str(text.value).startswith("Bonjour ")
    assert str(text.value).endswith("? Un mot en retour suffit.")
    assert text.alignment.wrap_text
    assert len(rows) == 2
    assert "/programmes/join/me/" in str(link.value)
    assert "inscrivez-vous" in str(subject.value)
    assert AuditEntry.objects.filter(deed=Deed.TAKEN_OUT, place=programme.workspace.pk).exists()


def test_with_a_mailbox_a_worker_puts_them_into_the_outbox_once(
    programme: Programme, owner: User, mailbox: None, now: datetime, sign_in: SignIn
) -> None:
    make_participant(programme, "Ann Ash", page_language="zh-hans")
    make_participant(programme, "No Address", email="")
    client = sign_in(owner)

    client.post(f"{LETTERS}send/")
    for _again in range(2):
        write_letters.call(str(programme.workspace.pk))

    (letter,) = Dispatch.objects.of(programme.workspace)
    assert "https://askwell.example/programmes/join/me/" in letter.body
    assert waiting(programme) == ["No Address"]
    assert sweep(now) == 0


def test_a_letter_that_told_of_a_pair_leaves_no_second_one_after_a_new_link(
    programme: Programme, mailbox: None, now: datetime
) -> None:
    row = make_participant(programme, "Ann Ash")
    mark_to_write(workspace=programme.workspace, chosen=None, now=now)
    match = make_match(programme, row, make_insider(programme))
    send_match(workspace=programme.workspace, match_id=match.pk, now=now)

    renew_link(workspace=programme.workspace, participant_id=row.pk)

    assert (waiting(programme), programmes_to_write()) == (["Ann Ash"], [])


def test_a_letter_that_cannot_be_written_waits_for_hand_and_keeps_no_other_back(
    programme: Programme, mailbox: None, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("askwell.programmes.tasks.AT_ONCE", 1)
    bad = make_participant(programme, "Ann Ash")
    match = make_match(programme, bad, make_insider(programme), state=MatchState.WAITING)
    Match.objects.of(programme.workspace).filter(pk=match.pk).update(insider=None)
    make_participant(programme, "Ben Birch")
    mark_to_write(workspace=programme.workspace, chosen=None, now=now)

    write_letters.call(str(programme.workspace.pk))

    assert [one.to_name for one in Dispatch.objects.of(programme.workspace)] == ["Ben Birch"]
    assert (waiting(programme), programmes_to_write()) == (["Ann Ash"], [])


def test_a_worker_that_was_lost_is_woken_by_the_sweep(
    programme: Programme, owner: User, mailbox: None, now: datetime, sign_in: SignIn
) -> None:
    make_participant(programme, "Ann Ash")
    sign_in(owner).post(f"{LETTERS}send/")

    assert sweep(now) == 1


def test_without_a_mailbox_nothing_is_sent_and_they_go_on_waiting(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    make_participant(programme, "Ann Ash")
    client = sign_in(owner)

    answer = client.post(f"{LETTERS}send/", follow=True).content.decode()

    assert ("toast error" in answer, waiting(programme)) == (True, ["Ann Ash"])
    assert "Send them all" not in answer


def test_insiders_who_are_to_be_asked_stand_there_too(programme: Programme, owner: User, sign_in: SignIn) -> None:
    insider, client = make_insider(programme, state=InsiderState.INVITED, active_at=None), sign_in(owner)

    shown = page(client, f"{LETTERS}?kind=insiders")
    client.post(f"{LETTERS}sent/", {"kind": "insiders", "one": str(insider.pk)})

    insider.refresh_from_db()
    assert ("/programmes/insider/" in shown, insider.asked_at is not None) == (True, True)


@pytest.mark.parametrize("many", [1, 3])
def test_more_letters_ask_no_more_of_the_database(
    programme: Programme, owner: User, many: int, sign_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(many):
        make_participant(programme, f"Seeker {number}")
    client = sign_in(owner)

    with django_assert_num_queries(15):
        client.get(LETTERS)


def test_they_are_for_those_who_lead_this_programme(
    programme: Programme, caseworker: User, rival: User, sign_in: SignIn
) -> None:
    row = make_participant(programme, "Ann Ash")
    theirs, other = sign_in(caseworker), sign_in(rival)

    assert [theirs.get(path).status_code for path in (LETTERS, f"{LETTERS}table/")] == [404, 404]
    assert theirs.post(f"{LETTERS}sent/", {"one": str(row.pk)}).status_code == 404
    assert "Ann Ash" not in page(other)
    other.post(f"{LETTERS}sent/", {"one": str(row.pk)})
    assert waiting(programme) == ["Ann Ash"]


def test_home_list_and_the_seekers_page_lead_there(programme: Programme, owner: User, sign_in: SignIn) -> None:
    row, client = make_participant(programme, "Ann Ash"), sign_in(owner)

    assert "1 letter waits for you" in page(client, "/programmes/")
    assert f'href="{LETTERS}"' in page(client, "/programmes/seekers/")
    assert "their letter waits to be passed on" in page(client, f"/programmes/seekers/{row.pk}/")
    client.post(f"{LETTERS}sent/", {"one": str(row.pk), "here": "1"})
    assert "Their letter was sent on" in page(client, f"/programmes/seekers/{row.pk}/")


def test_a_renewed_link_wants_a_new_letter(programme: Programme, owner: User, now: datetime, sign_in: SignIn) -> None:
    row = make_participant(programme, "Ann Ash", asked_at=now)

    sign_in(owner).post(f"/programmes/seekers/{row.pk}/link/")

    assert waiting(programme) == ["Ann Ash"]


def test_links_that_open_here_only_are_named_until_others_can_open_them(
    programme: Programme, owner: User, sign_in: SignIn, settings: object
) -> None:
    row, client = make_participant(programme), sign_in(owner)
    pages = (LETTERS, f"/programmes/seekers/{row.pk}/")

    here = [client.get(path, headers={"host": "localhost:8470"}).content.decode() for path in pages]
    settings.SITE = "https://askwell.example"  # type: ignore[attr-defined] # pytest-django's wrapper
    elsewhere = [client.get(path, headers={"host": "localhost:8470"}).content.decode() for path in pages]

    assert ["open on this computer only" in text for text in here] == [True, True]
    assert ["open on this computer only" in text for text in elsewhere] == [False, False]


def test_who_is_let_in_finds_their_letter_queued_or_the_coordinator_passes_it_on(
    programme: Programme, owner: User, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    first, second = (
        make_participant(programme, name, state=ParticipantState.APPLIED, active_at=None) for name in ("Ann", "Ben")
    )
    client = sign_in(owner)

    by_hand = client.post(f"/programmes/seekers/{first.pk}/stand/active/", follow=True).content.decode()
    request.getfixturevalue("mailbox")
    client.post(f"/programmes/seekers/{second.pk}/stand/active/")

    assert ("pass it on" in by_hand, "I have sent it" in by_hand) == (True, True)
    assert Dispatch.objects.of(programme.workspace).get().to == second.email
    assert Participant.objects.of(programme.workspace).get(pk=second.pk).asked_at is not None


def test_the_page_says_where_the_letters_about_talks_stand(
    programme: Programme, owner: User, sign_in: SignIn, now: datetime
) -> None:
    client = sign_in(owner)
    assert "stand with the talk" not in page(client, f"{LETTERS}?kind=insiders")
    match = make_match(programme, joined(programme)[0], make_insider(programme))
    send_match(workspace=programme.workspace, match_id=match.pk, now=now)

    there = page(client, f"{LETTERS}?kind=insiders")

    assert "stand with the talk" in there
    assert f'href="/programmes/rounds/{match.round_id}/talks/"' in there
