"""What was done in a programme is told to its owner: what, by whom, and whose."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from askwell.accounts.actions import note_look
from askwell.accounts.models import User
from askwell.programmes.models import Match, Participant, Programme, Round, Upload
from tests.conftest import NOW
from tests.factories.programmes import joined, make_insider
from tests.factories.rounds import solved
from tests.programmes.web.test_rounds import text

SignIn = Callable[[User], Client]


def test_rounds_pairs_ruled_out_talks_called_off_and_lists_are_in_it(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    seeker, user = joined(programme, "Mei Chen", wanted=1)
    rosa = make_insider(programme)
    client = sign_in(owner)
    client.post("/programmes/rounds/begin/", {"week": "2026-11-30", "with_unjoined": "on"})
    row = solved(Round.objects.of(programme.workspace).get())
    both = reverse("programmes:pair", args=[row.pk, seeker.pk, rosa.pk])
    client.post(reverse("programmes:send_round", args=[row.pk]))
    talk = Match.objects.of(programme.workspace).get()
    Match.objects.of(programme.workspace).update(state="waiting", send_at=None)
    client.post(reverse("programmes:talk_off", args=[talk.pk]), {"reason": ""})
    client.post(both, {"wish": "forbid"})
    listed: Any = Upload.objects.create(
        workspace=programme.workspace, name="a.csv", data=b"Name\nTom Ng\n", made_at=NOW
    )
    client.post(reverse("programmes:list_apply", args=[listed.pk]), {"obtained": "asked"})
    note_look(by=owner, place=programme.workspace, whose=_own(seeker))

    words = text(client.get("/account/log/programme/"))

    assert f"A round was begun you {row.number}" in words
    assert f"A round was sent you {row.number}" in words
    assert "A talk was called off you S-001, I-001" in words
    assert "Two were ruled out for each other you S-001, I-001" in words
    assert "A list of people was brought in you" in words
    assert f"What a seeker shares was looked at you {user.email}" in words
    assert "ruled out" not in text(sign_in(user).get("/account/log/"))


def _own(seeker: Participant) -> Any:
    """They are at work in another workspace at the moment; theirs is theirs."""
    User.objects.filter(email=seeker.email).update(workspace=seeker.workspace)
    return seeker.seeker_workspace
