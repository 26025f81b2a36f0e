"""A round from the press of Send to the funder's report, by the pages and letters that its people get, over two
weeks."""

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User
from askwell.outreach.models import Dispatch
from askwell.programmes.choices import MatchState
from askwell.programmes.models import Match, Programme
from askwell.programmes.tasks import send_matches, sweep
from tests.factories.programmes import EVENINGS, joined, make_insider
from tests.factories.talks import first_time, make_match, make_round, thread_of

pytestmark = pytest.mark.django_db
SITE = "https://askwell.example"
SignIn = Callable[[User], Client]


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], datetime]:
    """Sets the clock."""

    def to(moment: datetime) -> datetime:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return to


def letter(programme: Programme, to: str, path: str) -> tuple[str, str]:
    """The newest letter to somebody with a link to such a page: its text and the link."""
    rows = Dispatch.objects.of(programme.workspace).filter(to=to, body__contains=path).order_by("-asked_at", "-pk")
    body = rows[0].body
    return body, re.findall(rf"{SITE}({path}\S+)", body)[0]


def test_a_round_goes_from_sent_to_the_report(
    programme: Programme,
    owner: User,
    mailbox: None,
    sign_in: SignIn,
    client: Client,
    now: datetime,
    moved: Callable[[datetime], datetime],
) -> None:
    moved(now)
    one, users = make_round(programme), {}
    for number in range(5):
        seeker, users[number] = joined(programme, f"Seeker {number}")
        make_match(programme, seeker, make_insider(programme, f"Rosa {number}", windows=EVENINGS), round=one)
    sign_in(owner).post(reverse("programmes:send_round", args=[one.pk]))
    send_matches.func(str(programme.workspace.pk), str(one.pk))
    matches = list(Match.objects.of(programme.workspace).select_related("insider", "participant").order_by("pk"))
    assert {match.state for match in matches} == {MatchState.ASKED}

    for match in matches:  # each insider takes the first time, by the link in their letter
        _body, meet = letter(programme, match.insider.email, "/meet/")
        taken = {"do": "time", "time": first_time(match).isoformat(), "by": "video"}
        assert client.post(meet, taken).status_code == 302
    assert set(Match.objects.of(programme.workspace).values_list("state", flat=True)) == {MatchState.AGREED}

    later = moved(max(first_time(match) for match in matches) + timedelta(hours=2))
    sweep(later)
    sweep(later)
    for number, match in enumerate(matches):  # both are asked how it went, and say so by the link in their letter
        _body, theirs = letter(programme, match.insider.email, "/programmes/talk/")
        assert client.post(theirs, {"came": "yes", "again": "yes", "useful": "5"}).status_code == 302
        _body, own = letter(programme, match.participant.email, "/programmes/mine/talks/")
        said = {"came": "yes", "useful": "4", "referrals": "1", "text": f"So clear, {number}.", "may_tell": "on"}
        assert sign_in(users[number]).post(own, said).status_code == 302
    assert set(Match.objects.of(programme.workspace).values_list("state", flat=True)) == {MatchState.HELD}

    sweep(later)
    for number, match in enumerate(matches):
        thanks = Dispatch.objects.of(programme.workspace).filter(to=match.insider.email).order_by("-asked_at", "-pk")[0]
        assert thanks.subject == f"Thank you for your time with Seeker {number}"
        assert f"“So clear, {number}.”" in thanks.body
        assert thread_of(match).state == "scheduled"  # what the seeker notes of it is theirs

    days = {"first": "2026-11-01", "last": "2026-12-31"}
    report = sign_in(owner).get(reverse("programmes:report_file", args=["csv"]), days).content.decode("utf-8-sig")
    told = {row[0]: row[1] for row in csv.reader(io.StringIO(report)) if len(row) == 2 and row[1].isdigit()}
    names = ("Talks asked for", "Talks held", "Successful talks", "Referrals")
    assert [told[name] for name in names] == ["5", "5", "5", "5"]
