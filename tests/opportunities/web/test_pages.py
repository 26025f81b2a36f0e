"""Pages of openings: the board, one opening, what was brought, feeds, and what opened doors."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.documents.models import Resume
from askwell.opportunities.actions.intakes import read_intake
from askwell.opportunities.actions.openings import Found
from askwell.opportunities.actions.own_stages import add_stage
from askwell.opportunities.choices import IntakeState, Source, Stage
from askwell.opportunities.models import Application, Feed, Intake, Opportunity
from tests.conftest import today_of
from tests.factories.documents import tell_story
from tests.factories.opportunities import make_opening, ready_intake
from tests.factories.people import make_person

SignIn = Callable[[User], Client]
BOARD = "/openings/"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def today() -> datetime:
    return timezone.now()


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def at(name: str, row: Opportunity | Intake) -> str:
    return reverse(f"opportunities:{name}", args=[row.pk])


def undo_in(answer: Any) -> str:
    """The address of the undo that the page offers."""
    found = re.search(r'action="([^"]+)" data-undo', answer.content.decode())
    assert found
    return unescape(found[1])


def stage(row: Opportunity) -> str:
    return Application.objects.of(row.workspace).get(opportunity=row).stage


def test_an_empty_board_says_how_to_begin(client: Client) -> None:
    assert "No opening yet" in page(client, BOARD)


def test_the_board_says_whom_one_knows_there(client: Client, workspace: Workspace, today: datetime) -> None:
    make_person(workspace, given="Wei", family="Chen", organisation="Northwind Provisions", title="Buyer")
    make_opening(workspace, now=today)
    assert "You know Wei Chen there." in page(client, BOARD)


def test_a_card_is_moved_by_its_button_and_the_move_is_taken_back(
    client: Client, workspace: Workspace, today: datetime
) -> None:
    row = make_opening(workspace, now=today)
    answer = client.post("/openings/move/", {"move": f"{row.pk}:asked"}, follow=True)
    assert stage(row) == Stage.ASKED
    client.post(undo_in(answer))
    assert stage(row) == Stage.INTERESTED


@pytest.mark.parametrize("asked", ["accepted", "nowhere", ""])
def test_an_impossible_move_is_told_and_changes_nothing(
    asked: str, client: Client, workspace: Workspace, today: datetime
) -> None:
    row = make_opening(workspace, now=today)
    assert client.post("/openings/move/", {"move": f"{row.pk}:{asked}"}).status_code == 302
    assert client.post(at("move", row), {"to": asked}).status_code == 422
    assert stage(row) == Stage.INTERESTED


def test_a_move_has_its_day_and_a_stage_of_ones_own(
    client: Client, workspace: Workspace, today: datetime, seeker: User
) -> None:
    row = make_opening(workspace, now=today - timedelta(days=9))
    own = add_stage(workspace=workspace, name="Test at home", within=Stage.APPLIED)
    assert "Test at home" in page(client, at("opening", row))
    day = (today_of(seeker) - timedelta(days=3)).isoformat()
    client.post(at("move", row), {"to": str(own.pk), "on": day})
    application = Application.objects.of(workspace).get(opportunity=row)
    assert (application.own_stage, application.since.isoformat()) == (own, day)


def test_a_day_in_the_future_is_refused_in_words(
    client: Client, workspace: Workspace, today: datetime, seeker: User
) -> None:
    row = make_opening(workspace, now=today)
    day = (today_of(seeker) + timedelta(days=3)).isoformat()
    answer = client.post(at("move", row), {"to": "applied", "on": day})
    assert answer.status_code == 422
    assert "A step cannot lie in the future" in answer.content.decode()


def test_whom_one_knows_there_stands_on_the_page_with_a_way_to_write(
    client: Client, workspace: Workspace, today: datetime
) -> None:
    person = make_person(workspace, given="Wei", family="Chen", organisation="Northwind Provisions", title="Buyer")
    row = make_opening(workspace, now=today)
    shown = page(client, at("opening", row))
    assert reverse("outreach:write", args=[person.pk]) in shown
    assert "ask them before you apply" in shown


def test_fraud_and_what_the_law_names_are_told(client: Client, workspace: Workspace, today: datetime) -> None:
    text = "Canadian experience required. <b>Pay the visa fee.</b>"
    row = make_opening(workspace, now=today, location="Toronto, ON", text=text)
    shown = page(client, at("opening", row))
    assert "this may be a fraud" in shown
    assert "which a public posting may not do" in shown
    assert "Not legal advice" in shown
    assert "<b>Pay" not in shown


def test_a_resume_is_begun_with_the_posting_and_stands_on_the_page(
    client: Client, workspace: Workspace, today: datetime
) -> None:
    tell_story(workspace)
    row = make_opening(workspace, now=today, text="Excel and forecast accuracy")
    address = f"{reverse('documents:new_resume')}?opportunity={row.pk}"
    form = client.get(address).context["form"]
    assert (form["title"].value(), form["employer"].value()) == (row.title, row.organisation_name)
    assert form["posting"].value() == row.text
    client.post(address, {"title": row.title, "name": "For Northwind", "language": "en", "posting": row.text})
    resume = Resume.kept(workspace).get()
    assert resume.opportunity == row
    assert "For Northwind" in page(client, at("opening", row))


def test_a_strangers_opening_fills_nothing_in(
    client: Client, stranger: User, workspace: Workspace, today: datetime
) -> None:
    assert stranger.workspace
    row = make_opening(stranger.workspace, now=today)
    form = client.get(f"{reverse('documents:new_resume')}?opportunity={row.pk}").context["form"]
    assert form["employer"].value() is None


def test_one_is_written_down_by_hand_with_who_told_of_it(client: Client, workspace: Workspace) -> None:
    person = make_person(workspace, given="Wei", family="Chen")
    told = {"kind": "job", "title": "Buyer", "source": "networking", "told_by": "wei chen", "notes": "call"}
    client.post("/openings/new/", told)
    row = Opportunity.kept(workspace).get()
    assert (row.title, row.source, row.told_by) == ("Buyer", Source.NETWORKING, person)


@pytest.mark.parametrize(("name", "words"), [("Nobody Here", "Nobody among"), ("Chen", "Several people")])
def test_a_name_that_is_nobodys_or_several_keeps_what_was_typed(
    name: str, words: str, client: Client, workspace: Workspace
) -> None:
    for given in ("Wei", "Hua"):
        make_person(workspace, given=given, family="Chen")
    answer = client.post("/openings/new/", {"kind": "job", "title": "Buyer", "source": "own", "told_by": name})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert 'value="Buyer"' in answer.content.decode()
    assert not Opportunity.kept(workspace).exists()


def test_it_is_changed_and_keeps_how_it_was_found(client: Client, workspace: Workspace, today: datetime) -> None:
    person = make_person(workspace, given="Wei", family="Chen")
    row = make_opening(workspace, now=today, found=Found(Source.NETWORKING, person.pk))
    form = client.get(at("edit", row)).context["form"]
    told = {name: form[name].value() or "" for name in form.fields}
    client.post(at("edit", row), told | {"title": "Planner", "remote": "", "notes": "Ask Wei"})
    row.refresh_from_db()
    assert (row.title, row.told_by, row.organisation_name) == ("Planner", person, "Northwind Provisions")
    assert Application.objects.of(workspace).get(opportunity=row).notes == "Ask Wei"


def test_a_pasted_text_is_read_looked_through_and_kept(client: Client, workspace: Workspace) -> None:
    text = "Buyer\nTwo Rivers Dairy\nAbbotsford, BC\n\nAbout the job\nBuy milk. Salary: $56,000 to $60,000 a year."
    answer = client.post("/openings/add/", {"how": "pasted", "text": text})
    row = Intake.objects.of(workspace).get()
    assert answer.headers["Location"] == at("intake", row)
    assert "It is being read" in page(client, at("intake", row))
    assert client.get(at("intake_progress", row)).status_code == 204
    read_intake(workspace=workspace, intake_id=row.pk, clock=timezone.now)
    shown = page(client, at("intake", row))
    assert 'value="Buyer"' in shown
    assert 'value="Two Rivers Dairy"' in shown
    client.post(at("keep_intake", row), {"keep": "0", "title-0": "Milk buyer", "source": "board"})
    kept = Opportunity.kept(workspace).get()
    assert (kept.title, kept.source, kept.salary_max) == ("Milk buyer", Source.BOARD, 60_000)
    client.post(at("take_intake_back", row))
    assert not Opportunity.kept(workspace).exists()


@pytest.mark.parametrize("told", [{}, {"how": "pasted", "text": " "}, {"how": "link", "address": "x"}, {"how": "file"}])
def test_nothing_brought_is_told_and_what_was_typed_stays(told: dict[str, str], client: Client) -> None:
    answer = client.post("/openings/add/", told | {"address": "no address"})
    assert answer.status_code == 422
    assert 'value="no address"' in answer.content.decode()


def test_an_error_while_looking_through_loses_nothing(client: Client, workspace: Workspace) -> None:
    row = ready_intake(workspace, {}, {"title": "Buyer"}, now=timezone.now())
    answer = client.post(at("keep_intake", row), {"title-1": "Milk buyer", "source": "board", "told_by": ""})
    assert answer.status_code == 422
    assert 'value="Milk buyer"' in answer.content.decode()
    answer = client.post(at("keep_intake", row), {"keep": ["0", "1"], "title-1": " ", "source": "board"})
    assert "Each needs a title." in answer.content.decode()
    assert not Opportunity.kept(workspace).exists()


def test_what_was_refused_says_why_and_shows_what_was_pasted(client: Client, workspace: Workspace) -> None:
    row = ready_intake(workspace, now=timezone.now())
    Intake.objects.of(workspace).update(state=IntakeState.REFUSED, code="nothing_found", data=b"<i>hello</i>")
    shown = page(client, at("intake", row))
    assert "Nothing on it reads like an opening" in shown
    assert "&lt;i&gt;hello&lt;/i&gt;" in shown


def test_the_bookmark_opens_a_form_that_writes_nothing(client: Client, workspace: Workspace) -> None:
    bookmark = unquote(client.get("/openings/add/").context["bookmark"])
    assert bookmark.startswith("javascript:")
    assert "open('http://testserver/openings/clip/#'" in bookmark
    assert "data-clip" in page(client, "/openings/clip/?url=https://a.example&title=x")
    assert not Intake.objects.of(workspace).exists()


def test_another_site_cannot_post_what_it_likes(seeker: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(seeker, backend="askwell.accounts.web.backends.WorkspaceBackend")
    assert strict.post("/openings/add/", {"how": "bookmark", "text": "x"}).status_code == 403


def test_a_feed_is_added_stopped_and_brought_back(client: Client, workspace: Workspace) -> None:
    client.post("/openings/feeds/", {"address": "https://jobs.example/rss", "name": "Jobs", "source": "board"})
    feed = Feed.kept(workspace).get()
    assert "Not read yet." in page(client, "/openings/feeds/")
    client.post(reverse("opportunities:remove_feed", args=[feed.pk]))
    assert not Feed.kept(workspace).exists()
    client.post(reverse("opportunities:restore_feed", args=[feed.pk]))
    assert Feed.kept(workspace).exists()
    assert client.post("/openings/feeds/", {"address": "x y", "source": "board"}).status_code == 422


def test_what_opened_doors_shows_counts_with_their_range(client: Client, workspace: Workspace, today: datetime) -> None:
    assert "Once you have applied" in page(client, "/openings/doors/")
    row = make_opening(workspace, now=today, found=Found(Source.NETWORKING))
    client.post(at("move", row), {"to": "applied"})
    shown = page(client, "/openings/doors/")
    assert "0 of 1" in shown
    assert "far too few to say anything" in shown


def test_today_says_which_opening_waits(client: Client, workspace: Workspace, today: datetime, seeker: User) -> None:
    row = make_opening(workspace, now=today, closes=today_of(seeker) + timedelta(days=2))
    shown = page(client, "/")
    assert at("opening", row) in shown
    assert "closes soon" in shown
    client.post(at("put_off", row), follow=True)
    assert at("opening", row) not in page(client, "/")


def test_what_was_joined_is_shown_and_parted(client: Client, workspace: Workspace, today: datetime) -> None:
    one, other = make_opening(workspace, now=today), make_opening(workspace, now=today, title="Planner")
    client.post(at("move", one), {"to": "asked"})
    client.post(at("move", one), {"to": "applied"})
    client.post(at("move", other), {"to": "asked"})
    client.post(at("join", other), {"same": str(one.pk)})
    shown = page(client, at("opening", one))
    assert "Seen elsewhere too" in shown
    assert shown.count("Asked insiders") == 2  # its own step, and the one of the other
    assert client.get(at("opening", other)).headers["Location"] == at("opening", one)
    client.post(at("part", other))
    assert client.get(at("opening", other)).status_code == 200


def test_it_is_deleted_and_brought_back(client: Client, workspace: Workspace, today: datetime) -> None:
    row = make_opening(workspace, now=today)
    client.post(at("remove", row))
    assert client.get(at("opening", row)).status_code == 404
    client.post(at("restore", row))
    assert client.get(at("opening", row)).status_code == 200


@pytest.mark.parametrize(
    "query", ["view=list&page=99", "view=list&stage=x&kind=y&source=z", "kind=x", "view=list&q=%25"]
)
def test_odd_addresses_are_answered(query: str, client: Client, workspace: Workspace, today: datetime) -> None:
    make_opening(workspace, now=today)
    assert client.get(f"{BOARD}?{query}").status_code == 200


def test_a_script_in_a_title_is_text(client: Client, workspace: Workspace, today: datetime) -> None:
    row = make_opening(workspace, now=today, title="<script>alert(1)</script>", organisation_name="<i>x</i>")
    for address in (BOARD, f"{BOARD}?view=list", at("opening", row), at("edit", row)):
        assert "<script>alert" not in page(client, address)


def test_the_undo_of_an_older_move_says_that_it_takes_nothing_back(
    client: Client, workspace: Workspace, today: datetime
) -> None:
    """As from two windows."""
    row = make_opening(workspace, now=today)
    undo = undo_in(client.post(at("move", row), {"to": "job_interview"}, follow=True))
    client.post(at("move", row), {"to": "offer"})
    assert "not the last any more" in client.post(undo, follow=True).content.decode()
    assert stage(row) == Stage.OFFER


def test_an_event_is_told_by_its_day_and_not_applied_for(
    client: Client, seeker: User, workspace: Workspace, today: datetime
) -> None:
    day = today_of(seeker) + timedelta(days=1)
    row = make_opening(workspace, now=today, title="Evening", kind="event", start=day.isoformat())
    board = page(client, BOARD)
    assert "for 0 days" not in board
    assert f'datetime="{day.isoformat()}"' in board
    assert "takes place" in board
    shown = page(client, at("opening", row))
    assert "I signed up" in shown
    for words in ("Resume for it", "A job interview", "An offer came", "before you apply"):
        assert words not in shown


@pytest.mark.parametrize(("name", "told"), [("move", {"to": "asked", "on": "2026-13-40"}), ("closes", {"on": "soon"})])
def test_a_day_that_is_none_is_refused(
    name: str, told: dict[str, str], client: Client, workspace: Workspace, today: datetime
) -> None:
    row = make_opening(workspace, now=today)
    answer = client.post(at(name, row), told)
    assert (answer.status_code, stage(row)) == (422, Stage.INTERESTED)
    assert client.get(at(name, row)).headers["Location"] == at("opening", row)


def test_a_later_last_day_is_offered_where_it_was_seen_again(
    client: Client, seeker: User, workspace: Workspace, today: datetime
) -> None:
    first, later = (today_of(seeker) + timedelta(days=days) for days in (2, 40))
    row = make_opening(workspace, now=today, closes=first)
    make_opening(workspace, now=today, closes=later)
    assert "Take over its last day" in page(client, at("opening", row))
    undo = undo_in(client.post(at("closes", row), {"on": later.isoformat()}, follow=True))
    row.refresh_from_db()
    assert row.closes == later
    client.post(undo)
    row.refresh_from_db()
    assert row.closes == first


def test_pay_and_days_that_cannot_be_are_told(client: Client) -> None:
    told = {"kind": "job", "title": "Clerk", "source": "own"}
    for wrong in ({"salary_min": "90", "salary_max": "20"}, {"closes": "1900-01-01"}):
        assert client.post("/openings/new/", told | wrong).status_code == 422


def test_an_empty_list_says_how_to_begin(client: Client) -> None:
    assert "No opening yet" in page(client, BOARD + "?view=list")
    assert "Nothing is like that." in page(client, BOARD + "?view=list&q=x")


def test_an_address_of_the_list_carries_what_was_asked_and_no_more(client: Client, workspace: Workspace) -> None:
    for number in range(51):
        make_opening(workspace, title=f"Job {number}")
    shown = page(client, BOARD + "?view=list&stage=a%26b%3D1&kind=job")
    assert "?view=list&amp;stage=a%26b%3D1&amp;kind=job&amp;page=2" in shown


def test_deleting_what_one_applied_for_says_what_it_does_to_the_count(
    client: Client, workspace: Workspace, today: datetime
) -> None:
    told = "no longer counts in what opened doors"
    looked, applied = make_opening(workspace, now=today), make_opening(workspace, now=today, title="Buyer")
    client.post(at("move", applied), {"to": "applied"})
    assert told not in client.post(at("remove", looked), follow=True).content.decode()
    assert told in client.post(at("remove", applied), follow=True).content.decode()
    assert "What you deleted is not counted" in page(client, "/openings/doors/")
