"""The page that prepares an interview, as a seeker uses it, without scripts and with htmx."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.interviews.actions.preparing import add_question
from askwell.interviews.choices import Topic
from askwell.interviews.models import Interview, Question
from askwell.interviews.queries.cases import checks_of
from askwell.interviews.rules import bank
from askwell.interviews.rules.readiness import Check
from askwell.outreach.models import Thread
from askwell.people.models import Introduction, Role
from tests.desk.counting import queries_of
from tests.factories.interviews import make_agreed
from tests.factories.outreach import make_someone

SignIn = Callable[[User], Client]
BRIEF = {
    "path": "Accountant\nPlanner",
    "shared": "We both bought for shops.",
    "fact": ["One plan since 2023", "", ""],
    "source": ["her own post", "", ""],
    "aim": "Know a bad Monday.",
}


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def interview(workspace: Workspace) -> Interview:
    return make_agreed(workspace, timezone.now().replace(microsecond=0), in_days=2)


def page_of(interview: Interview) -> str:
    return reverse("interviews:prepare", args=[interview.pk])


def ask(interview: Interview, text: str, topic: Topic | None = Topic.INSIGHTS) -> Question:
    return add_question(
        workspace=interview.workspace, interview_id=interview.pk, text=text, topic=topic, now=timezone.now()
    )


def texts(interview: Interview) -> list[str]:
    own = Question.objects.of(interview.workspace).filter(interview=interview)
    return list(own.order_by("position").values_list("text", flat=True))


def words_in(html: str) -> str:
    """What the page says, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_head_says_when_how_through_whom_and_which_door(client: Client, interview: Interview) -> None:
    priya = make_someone(interview.workspace, "Priya", "Nair", employer="")
    Introduction.objects.create(
        workspace=interview.workspace, introducer=priya, introduced=interview.person, on=timezone.localdate()
    )
    said = words_in(client.get(page_of(interview)).content.decode())
    assert "would open door 1 of 10" in said
    assert "introduced by Priya Nair" in said
    assert "Prepare for Daniel Wong" in said
    assert "video" in said


def test_a_second_agreed_one_would_open_the_second_door(client: Client, interview: Interview) -> None:
    later = make_agreed(
        interview.workspace, timezone.now(), in_days=5, given="Aisha", family="Khan", employer="Tidewater"
    )
    assert "would open door 2 of 10" in client.get(page_of(later)).content.decode()
    assert "would open door 1 of 10" in client.get(page_of(interview)).content.decode()


def test_the_roles_are_proposed_as_a_path_and_not_saved_by_looking(client: Client, interview: Interview) -> None:
    Role.objects.create(
        workspace=interview.workspace,
        person=interview.person,
        title="Buyer",
        is_current=False,
        started_on=datetime(2016, 5, 1),
        ended_on=datetime(2021, 2, 1),
    )
    html = client.get(page_of(interview)).content.decode()
    assert "Buyer, 2016–2021\nPlanning lead, Harbourline Freight</textarea>" in html
    interview.refresh_from_db()
    assert (interview.path, interview.version) == ("", 1)


def test_the_brief_is_kept_and_shown_again(client: Client, interview: Interview) -> None:
    answer = client.post(f"{page_of(interview)}brief/", {**BRIEF, "version": 1})
    assert (answer.status_code, answer["Location"]) == (302, page_of(interview))
    interview.refresh_from_db()
    assert interview.facts == [{"text": "One plan since 2023", "source": "her own post"}]
    assert (interview.aim, interview.version) == ("Know a bad Monday.", 2)
    html = client.get(page_of(interview)).content.decode()
    assert 'value="her own post"' in html
    assert 'name="version" value="2"' in html
    assert "1 of 3 facts with their source" in html


def test_the_second_editor_of_a_brief_is_told_and_loses_nothing(client: Client, interview: Interview) -> None:
    client.post(f"{page_of(interview)}brief/", {**BRIEF, "aim": "From one device", "version": 1})
    answer = client.post(f"{page_of(interview)}brief/", {**BRIEF, "aim": "From the other", "version": 1})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "From one device" in html
    assert ">From the other</textarea>" in html
    assert 'name="version" value="1"' in html
    assert 'name="over" value="2"' in html
    client.post(f"{page_of(interview)}brief/", {**BRIEF, "aim": "From the other", "version": 1, "over": 2})
    interview.refresh_from_db()
    assert interview.aim == "From the other"


def test_a_question_of_ones_own_gets_its_kind_guessed_or_said(client: Client, interview: Interview) -> None:
    add = reverse("interviews:add_question", args=[interview.pk])
    client.post(add, {"text": "What is changing in how companies here plan?", "topic": ""})
    client.post(add, {"text": "What else?", "topic": "closing"})
    kinds = Question.objects.of(interview.workspace).order_by("position").values_list("topic", flat=True)
    assert list(kinds) == ["trends", "closing"]


def test_an_empty_question_is_refused_with_the_reason(client: Client, interview: Interview) -> None:
    answer = client.post(reverse("interviews:add_question", args=[interview.pk]), {"text": "  "})
    assert answer.status_code == 422
    assert "A question needs words." in answer.content.decode()
    question = ask(interview, "What changed?")
    answer = client.post(reverse("interviews:question", args=[question.pk]), {"text": "", "topic": "trends"})
    assert answer.status_code == 422
    assert texts(interview) == ["What changed?"]


def test_a_question_changed_elsewhere_is_not_written_over_unseen(client: Client, interview: Interview) -> None:
    question = ask(interview, "What changed?")
    address = reverse("interviews:question", args=[question.pk])
    client.post(address, {"text": "What changed this year?", "topic": "trends", "was": "What changed?"})
    answer = client.post(address, {"text": "What has changed?", "topic": "trends", "was": "What changed?"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "What changed this year?" in html
    assert ">What has changed?</textarea>" in html
    over = {"text": "What has changed?", "topic": "advice", "was": "What changed?", "over": "What changed this year?"}
    assert client.post(address, over).status_code == 302
    question.refresh_from_db()
    assert (question.text, question.topic) == ("What has changed?", "advice")


def test_questions_move_up_and_down(client: Client, interview: Interview) -> None:
    first, _second = ask(interview, "What changed?"), ask(interview, "How did you begin?")
    answer = client.post(reverse("interviews:move_question", args=[first.pk]), {"to": "2"})
    assert answer["Location"].endswith(f"#q-{first.pk}")
    assert texts(interview) == ["How did you begin?", "What changed?"]
    client.post(reverse("interviews:move_question", args=[first.pk]), {"to": "٣"})
    assert texts(interview) == ["What changed?", "How did you begin?"]


def test_a_removed_question_comes_back_at_its_place(client: Client, interview: Interview) -> None:
    first, _second = ask(interview, "What changed?"), ask(interview, "How did you begin?")
    html = client.post(reverse("interviews:remove_question", args=[first.pk]), follow=True).content.decode()
    back = reverse("interviews:put_back", args=[interview.pk])
    assert f'action="{back}"' in html
    assert texts(interview) == ["How did you begin?"]
    client.post(back)
    assert texts(interview) == ["What changed?", "How did you begin?"]
    assert client.post(back).status_code == 404


def test_a_closed_question_gets_a_better_one_of_its_kind_and_the_own_words_come_back(
    client: Client, interview: Interview
) -> None:
    question = ask(interview, "Is your job very stressful?")
    html = client.get(page_of(interview)).content.decode()
    assert "Closed:" in html
    assert "To what extent is your job very stressful?" in html
    client.post(reverse("interviews:instead", args=[question.pk]), {"bank": "better"})
    assert texts(interview) == ["To what extent is your job very stressful?"]
    client.post(reverse("interviews:own_words", args=[question.pk]))
    html = client.get(f"{page_of(interview)}?other={question.pk}:1").content.decode()
    found = re.search(r'action="[^"]*/instead/".*?name="bank" value="([\w-]+)"', html, re.S)
    assert found
    instead = next(one for one in bank.questions() if one.id == found[1])
    assert instead.topic is Topic.INSIGHTS
    client.post(reverse("interviews:instead", args=[question.pk]), {"bank": instead.id, "language": "en"})
    assert texts(interview) == [instead.text["en"]]
    client.post(reverse("interviews:own_words", args=[question.pk]))
    assert texts(interview) == ["Is your job very stressful?"]


def test_a_question_that_has_no_flaw_any_more_gets_no_wording_of_the_coach(
    client: Client, interview: Interview
) -> None:
    question = ask(interview, "What was the hardest part of your first year?")
    assert client.post(reverse("interviews:instead", args=[question.pk]), {"bank": "better"}).status_code == 404


def test_another_suggestion_is_another_one_each_time_and_two_questions_get_two(
    client: Client, interview: Interview
) -> None:
    one, _two = ask(interview, "Is your job very stressful?"), ask(interview, "Do you like your job?")

    def suggested(query: str = "") -> list[str]:
        html = client.get(f"{page_of(interview)}{query}").content.decode()
        return re.findall(r'class="says">(.*?)</p>', html, re.S)

    first = suggested()
    assert len(set(first)) == 2
    turned = suggested(f"?other={one.pk}:1")
    assert turned[0] != first[0]
    assert turned[1] == first[1]
    assert suggested() == first


def test_keeping_mine_folds_the_remarks_away_until_the_words_change(client: Client, interview: Interview) -> None:
    question = ask(interview, "Is your job very stressful?")
    client.post(reverse("interviews:keep_question", args=[question.pk]))
    assert "kept as it is" in client.get(page_of(interview)).content.decode()
    change = {"text": "Is your job hard?", "topic": "insights", "was": question.text}
    client.post(reverse("interviews:question", args=[question.pk]), change)
    html = client.get(page_of(interview)).content.decode()
    assert "kept as it is" not in html
    assert "Keep mine" in html


@pytest.mark.parametrize("text", ["Are you hiring now?", "你们公司现在还招人吗？", "Est-ce que votre équipe recrute ?"])
def test_what_is_kept_is_settled_in_the_readiness_list_too(client: Client, interview: Interview, text: str) -> None:
    question = ask(interview, text)

    def is_met(check: Check) -> bool:
        return next(one.is_met for one in checks_of(interview) if one.check is check)

    assert not is_met(Check.JOB)
    assert not is_met(Check.CLOSED)
    client.post(reverse("interviews:keep_question", args=[question.pk]))
    assert is_met(Check.JOB)
    assert is_met(Check.CLOSED)
    client.post(reverse("interviews:keep_question", args=[question.pk]), {"back": "1"})
    assert not is_met(Check.JOB)


def test_what_was_kept_stays_so_in_another_browser_and_the_remarks_come_back_when_asked(
    client: Client, interview: Interview
) -> None:
    question = ask(interview, "Is your job very stressful?")
    keep = reverse("interviews:keep_question", args=[question.pk])
    client.post(keep)
    user = User.objects.get(pk=client.session["_auth_user_id"])
    client.logout()
    client.force_login(user, backend="askwell.accounts.web.backends.WorkspaceBackend")
    html = client.get(page_of(interview)).content.decode()
    assert "kept as it is" in html
    assert "Show the remarks" in html
    client.post(keep, {"back": "1"})
    assert "kept as it is" not in client.get(page_of(interview)).content.decode()


def test_a_question_that_asks_for_a_job_is_stopped_and_counted(client: Client, interview: Interview) -> None:
    ask(interview, "Are there any openings in your team now?")
    html = client.get(page_of(interview)).content.decode()
    assert 'class="finding stop"' in html
    assert "One asks for a job" in html


def test_offers_begin_with_the_missing_kinds_and_are_added_with_one_press(client: Client, interview: Interview) -> None:
    ask(interview, "What is changing here?", Topic.TRENDS)
    html = client.get(page_of(interview)).content.decode()
    assert "8 more would make nine" in html
    assert html.count("you have none of this kind yet") == 3
    offers = html.partition('id="offers"')[2]
    found = re.search(r'name="bank" value="([\w-]+)"', offers)
    assert found
    for _twice in range(2):
        client.post(reverse("interviews:add_question", args=[interview.pk]), {"bank": found[1], "language": "en"})
    assert Question.objects.of(interview.workspace).filter(bank_id=found[1]).count() == 1
    assert f'value="{found[1]}"' not in client.get(page_of(interview)).content.decode()


def test_the_bank_is_filtered_and_says_what_is_added(client: Client, interview: Interview) -> None:
    address = reverse("interviews:bank", args=[interview.pk])
    html = client.get(address, {"topic": "advice", "family": "law", "audience": "student"}).content.decode()
    listed = [one for one in bank.questions() if f'id="{one.id}"' in html]
    assert listed
    assert {one.topic for one in listed} == {Topic.ADVICE}
    assert all(not one.families or "law" in one.families for one in listed)
    assert all(not one.audiences or "student" in one.audiences for one in listed)
    opening = client.get(address, {"stage": "opening"}).content.decode()
    shown = [one for one in bank.questions() if f'id="{one.id}"' in opening]
    assert shown == [one for one in bank.questions() if one.stage is bank.Stage.OPENING]
    query = f"{reverse('interviews:add_question', args=[interview.pk])}?bank=1&topic=advice"
    answer = client.post(query, {"bank": listed[0].id, "language": "en"})
    assert answer["Location"] == f"{address}?bank=1&topic=advice#{listed[0].id}"
    assert "added" in words_in(client.get(address).content.decode())
    assert client.post(query, {"bank": "no-such-question"}).status_code == 404


def test_readiness_says_what_is_missing_and_then_that_it_is_ready(client: Client, interview: Interview) -> None:
    said = words_in(client.get(page_of(interview)).content.decode())
    assert "To be prepared" in said
    assert "0 of 9 questions" in said
    assert "None yet on: Trends, Insights, Advice, Resources, Assignments" in said
    facts = {"fact": ["a", "b", "c"], "source": ["x", "y", "z"]}
    client.post(f"{page_of(interview)}brief/", {**BRIEF, **facts, "version": 1})
    chosen = bank.suggestions(language="en", families=(), audiences=(), have=(), limit=9)
    for one in chosen:
        client.post(reverse("interviews:add_question", args=[interview.pk]), {"bank": one.id, "language": "en"})
    said = words_in(client.get(page_of(interview)).content.decode())
    assert "Ready" in said
    assert "More, if you like" in said
    assert "Not confirmed yet" in said


def test_there_is_one_primary_button_and_it_is_the_talk_within_the_hour(
    client: Client, workspace: Workspace, interview: Interview
) -> None:
    def primary(one: Interview) -> list[str]:
        html = client.get(page_of(one)).content.decode()
        return re.findall(r'class="button primary"[^>]*>([^<]+)', html)

    near = make_agreed(workspace, timezone.now(), in_days=1 / 48, given="Aisha", employer="Tidewater")
    far = make_agreed(workspace, timezone.now(), in_days=9, given="Hua", employer="Evergreen")
    assert primary(near) == ["Hold the talk"]
    assert primary(interview) == ["Confirm with Daniel"]
    assert primary(far) == ["Hold the talk"]


def test_a_thread_leads_to_its_interview(client: Client, interview: Interview) -> None:
    answer = client.get(reverse("interviews:of_thread", args=[interview.thread_id]))
    assert answer["Location"] == page_of(interview)
    thread_page = client.get(reverse("outreach:thread", args=[interview.thread_id])).content.decode()
    assert reverse("interviews:of_thread", args=[interview.thread_id]) in thread_page
    other = Thread.objects.create(
        workspace=interview.workspace,
        person=interview.person,
        state="closed",
        opened_at=timezone.now() - timedelta(days=90),
        moved_at=timezone.now(),
    )
    assert client.get(reverse("interviews:of_thread", args=[other.pk])).status_code == 404


def test_a_stranger_reads_and_writes_nothing(interview: Interview, stranger: User, sign_in: SignIn) -> None:
    question, other = ask(interview, "What changed?"), sign_in(stranger)
    assert other.get(page_of(interview)).status_code == 404
    assert other.post(f"{page_of(interview)}brief/", {**BRIEF, "version": 1}).status_code == 404
    assert other.post(f"{page_of(interview)}questions/", {"text": "Mine?"}).status_code == 404
    for name in ("question", "move_question", "remove_question", "instead", "keep_question", "own_words"):
        data = {"text": "Mine?", "to": "1", "bank": bank.questions()[0].id}
        assert other.post(reverse(f"interviews:{name}", args=[question.pk]), data).status_code == 404
    interview.refresh_from_db()
    assert (interview.aim, texts(interview)) == ("", ["What changed?"])


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_page_takes_the_same_queries_however_many_questions(
    client: Client, interview: Interview, count: int
) -> None:
    for number in range(count):
        ask(interview, f"What changed in year {number}?")
    assert queries_of(client, page_of(interview)) == 12
    assert queries_of(client, reverse("interviews:bank", args=[interview.pk])) == 5
