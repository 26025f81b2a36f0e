"""Events: whom one met may be there already, under the name that every page gives them."""

import html
import re
from collections.abc import Callable
from datetime import datetime

from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.outreach.models import FollowUp
from askwell.people.models import Encounter, Event, Person
from tests.factories.people import make_person

SignIn = Callable[[User], Client]


def test_who_may_be_there_already_is_called_as_everywhere(
    seeker: User, workspace: Workspace, sign_in: SignIn, now: datetime
) -> None:
    person = make_person(workspace, given="Anzu", family="Xu", native="许安祖")
    event = Event.objects.create(workspace=workspace, name="Port", held_on=now.date(), created_at=now)
    client = sign_in(seeker)

    alike = client.post(f"/people/events/{event.pk}/met/", {"line": "许安祖"}).content.decode()
    alike = alike[alike.index("You may have them already") :]

    assert '<span class="zh" lang="zh-Hans">许安祖</span> Xu Anzu' in alike
    assert "Xu Anzu" in client.get(f"/people/{person.pk}/").content.decode()


def test_undo_of_somebody_new_who_was_met_leaves_no_encounter_and_no_duty(
    seeker: User, workspace: Workspace, sign_in: SignIn, now: datetime
) -> None:
    event = Event.objects.create(workspace=workspace, name="Port", held_on=now.date(), created_at=now)
    client = sign_in(seeker)

    def state() -> tuple[int, int, int]:
        here = Person.objects.of(workspace).filter(archived_at=None)
        return here.count(), Encounter.objects.of(workspace).count(), FollowUp.objects.of(workspace).count()

    page = client.post(f"/people/events/{event.pk}/met/", {"line": "Aisha Khan, planner", "note": "tea"}, follow=True)
    for expected in ((1, 1, 1), (0, 0, 0)):
        assert state() == expected
        undo = re.search(r'="(/people/events/[^"]+new=1)"', page.content.decode())
        assert undo, "a way back"
        page = client.post(html.unescape(undo[1]), follow=True)
    assert state() == (1, 1, 1)
