"""A seeker holds hundreds of words of their own, each in a column of its own: every page of staff is read for them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import User
from askwell.interviews.actions.visiting import choose_time
from askwell.outreach.choices import MeetingBy
from askwell.outreach.models import Dispatch, Thread
from askwell.people.models import Introduction
from askwell.programmes.actions.consenting import share
from askwell.programmes.actions.leaving import leave
from askwell.programmes.actions.sending import send_match
from askwell.programmes.choices import ConsentItem, MatchState
from askwell.programmes.models import Match, Participant, Programme, Round
from tests.conftest import NOW
from tests.factories.mail import a_mailbox
from tests.factories.programmes import fill_programme, joined, make_insider, make_staff
from tests.factories.talks import again, first_time, make_match, page_token, thread_of
from tests.programmes.queries.test_shared import ALLOWED, WORD, mark_every_column
from tests.programmes.web.test_theirs import pages

SignIn = Callable[[User], Client]
AGREED = (ConsentItem.TARGET, ConsentItem.STORY)
PRIVATE = {
    "people.Person.given_name", "people.Note.text", "people.ContactPoint.value", "outreach.Message.body",
    "outreach.Letter.text", "documents.Resume.title", "documents.Letter.body", "documents.Version.content",
    "practice.Rehearsal.unsent", "decisions.Evidence.text", "portfolio.Reference.name", "interviews.Insight.text",
}  # fmt: skip
"""Some of what no consent is about."""


def addresses(row: Participant) -> list[str]:
    """All pages of staff, filled with what belongs to this seeker; with one of the programme's where nothing can."""

    def key(name: str) -> str:
        model: Any = apps.get_model("programmes", name.removesuffix("_id").replace("_", ""))
        rows, fields = model.objects.of(row.workspace), {field.name for field in model._meta.fields}
        mine = rows.filter(participant=row) if "participant" in fields else rows
        return str((rows.get(pk=row.pk) if model is Participant else mine.first() or rows.first()).pk)

    plain = [route.replace("<str:form>", "csv").replace("<str:state>", "active").replace("<str:step>", "x")
             for route in pages()]  # fmt: skip
    return ["/" + re.sub(r"<uuid:(\w+)>", lambda found: key(found[1]), route) for route in plain]


def found(client: Client, told: list[str], columns: dict[str, str]) -> set[str]:
    """Columns of whose words anything stands on any of these pages."""
    answers = [client.get(address) for address in told]
    assert [answer.status_code for answer in answers if answer.status_code >= 500] == []
    return {columns[word] for answer in answers for word in WORD.findall(answer.content.decode("utf-8", "replace"))}


@pytest.fixture
def mei(programme: Programme, caseworker: User) -> tuple[Participant, dict[str, str]]:
    """Looked after by the caseworker, with a talk that hangs on a conversation in her own workspace."""
    fill_programme(programme)
    row, _user = joined(programme, "Mei Tan", caseworker=caseworker)
    assert row.seeker_workspace
    columns = mark_every_column(row.seeker_workspace) | {"zq9001q": "a letter that waits to leave"}
    thread = Thread.objects.of(row.seeker_workspace).get()
    box = a_mailbox(row.seeker_workspace, now=NOW, address="mei@seeker.example", imap_port=1, smtp_port=1)
    waits = {"to": "zq9001q@mail.example", "subject": "zq9001q", "body": "zq9001q", "asked_at": NOW, "due_at": NOW}
    Dispatch.objects.create(workspace=row.seeker_workspace, mailbox=box, thread=thread, **waits)
    talk = {"round": Round.objects.of(programme.workspace).get(), "state": MatchState.AGREED, "starts_at": NOW}
    make_match(programme, row, make_insider(programme, "Vera Ames"), thread_id=thread.pk, reason={}, **talk)
    share(seeker=row.seeker_workspace, participant_id=row.pk, items=AGREED, now=NOW)
    return row, columns


def test_every_page_of_staff_shows_what_was_agreed_to_and_nothing_else(
    mei: tuple[Participant, dict[str, str]], programme: Programme, caseworker: User, sign_in: SignIn
) -> None:
    row, columns = mei
    other = make_staff(programme, "other@caseworker.example")
    coordinator = make_staff(programme, "cora@coordinator.example", MembershipRole.COORDINATOR)
    told = addresses(row)
    assert Match.objects.of(programme.workspace).filter(participant=row).exists()
    assert len(columns) > 250
    assert len(told) > 60

    shown = {user.email: found(sign_in(user), told, columns) for user in (caseworker, coordinator, other)}

    agreed = set.union(*(ALLOWED[item] for item in AGREED))
    assert shown == {caseworker.email: agreed, coordinator.email: agreed, other.email: set()}
    assert set(columns.values()) >= PRIVATE


def test_the_page_on_which_an_insider_answers_shows_no_word_of_the_seekers_own(
    programme: Programme, caseworker: User, client: Client
) -> None:
    """Its link stands in a letter that a coordinator passes on."""
    row, _user = joined(programme, "Mei Tan", caseworker=caseworker)
    assert row.seeker_workspace
    columns = mark_every_column(row.seeker_workspace)
    share(seeker=row.seeker_workspace, participant_id=row.pk, items=AGREED, now=NOW)
    match = make_match(programme, row, make_insider(programme, "Vera Ames"))
    now = timezone.now()
    assert send_match(workspace=programme.workspace, match_id=match.pk, now=now) is MatchState.ASKED
    thread, token = thread_of(again(match)), page_token(again(match))
    Introduction.objects.of(row.seeker_workspace).update(introduced=thread.person)
    link = f"/meet/{token}/"
    told = [link, f"{link}?language=zh-hans", f"{link}?language=fr", f"{link}kept/?erase=1"]

    assert found(client, told, columns) == set()
    assert "Mei Tan" in client.get(link).content.decode(), "as the programme calls her"
    choose_time(token=token, starts_at=first_time(again(match)), by=MeetingBy.VIDEO, now=now)
    assert found(client, [*told, f"{link}meeting.ics"], columns) == set()
    assert "It is agreed" in client.get(link).content.decode()
    leave(seeker=row.seeker_workspace, participant_id=row.pk, now=now)
    assert found(client, told, columns) == set()
