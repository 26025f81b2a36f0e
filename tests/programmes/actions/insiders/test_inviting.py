from datetime import datetime
from typing import Any

import pytest

from askwell.accounts.models import Profile
from askwell.outreach.actions.errors import NoLetterheadError, NoMailboxError
from askwell.outreach.models import Dispatch
from askwell.people.actions.stopping import stop_address
from askwell.programmes.actions.insiders.inviting import Invited, invite, mark_asked
from askwell.programmes.choices import InsiderState
from askwell.programmes.models import Insider, Programme
from askwell.programmes.rules.inviting import letter
from tests.factories.mail import a_mailbox
from tests.factories.programmes import make_insider

INVITED: dict[str, Any] = {"state": InsiderState.INVITED, "active_at": None}


@pytest.fixture
def posted(programme: Programme, settings: Any, now: datetime) -> Programme:
    """A programme that can send."""
    settings.SITE = "https://askwell.example"
    Profile.objects.filter(workspace=programme.workspace).update(postal="1 Pier Road")
    a_mailbox(programme.workspace, now=now, address="programme@harbour.example", imap_port=1, smtp_port=1)
    return programme


def ask(programme: Programme, now: datetime, *insiders: Insider) -> Invited:
    chosen = [one.pk for one in insiders] or None
    return invite(programme=programme, insiders=chosen, link=lambda one: f"https://askwell.example/{one.pk}", now=now)


def to(programme: Programme) -> list[str]:
    return sorted(Dispatch.objects.of(programme.workspace).values_list("to", flat=True))


def test_everybody_who_was_not_asked_gets_one_mail(posted: Programme, now: datetime) -> None:
    first, second = make_insider(posted, **INVITED), make_insider(posted, "Tam Nguyen", **INVITED)
    make_insider(posted, "In already")
    make_insider(posted, "No address", email="", **INVITED)

    assert sorted(map(str, ask(posted, now).sent)) == sorted([str(first.pk), str(second.pk)])
    assert ask(posted, now).sent == []
    assert to(posted) == sorted([first.email, second.email])


def test_the_mail_is_in_their_language_with_their_link(posted: Programme, now: datetime) -> None:
    insider = make_insider(posted, page_language="fr", obtained="réseau des diplômés", **INVITED)

    ask(posted, now)

    mail = Dispatch.objects.of(posted.workspace).get()
    assert f"https://askwell.example/{insider.pk}" in mail.body
    assert mail.body.startswith("Bonjour Rosa Osei,")
    assert "réseau des diplômés" in mail.body


def test_who_asked_for_no_mail_is_never_written_to(posted: Programme, now: datetime) -> None:
    stopped, other = make_insider(posted, **INVITED), make_insider(posted, "Tam Nguyen", **INVITED)
    stop_address(workspace=posted.workspace, email=stopped.email, why="unsubscribed", now=now)

    done = ask(posted, now)

    assert (done.sent, done.stopped) == ([other.pk], [stopped.pk])
    assert to(posted) == [other.email]
    stopped.refresh_from_db()
    assert stopped.asked_at is None


def test_who_was_asked_by_hand_gets_no_mail(posted: Programme, now: datetime) -> None:
    insider = make_insider(posted, **INVITED)
    mark_asked(workspace=posted.workspace, insider_id=insider.pk, asked=True, now=now)

    assert ask(posted, now, insider).sent == []
    mark_asked(workspace=posted.workspace, insider_id=insider.pk, asked=False, now=now)
    assert ask(posted, now, insider).sent == [insider.pk]


def test_without_a_mailbox_nobody_counts_as_asked(programme: Programme, now: datetime) -> None:
    insider = make_insider(programme, **INVITED)

    with pytest.raises((NoMailboxError, NoLetterheadError)):
        ask(programme, now)

    insider.refresh_from_db()
    assert insider.asked_at is None


@pytest.mark.parametrize("language", ["en", "fr", "zh-hans", "de"])
def test_a_letter_says_who_writes_and_where_the_page_is(language: str) -> None:
    told = letter(name="", programme="Harbour Connections", link="https://x.example/p/", language=language)

    assert "Harbour Connections" in told.subject
    assert "https://x.example/p/" in told.body
    assert "{" not in told.subject + told.body
