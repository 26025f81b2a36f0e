"""The page of a decision: words for every size, weights tried and kept, fields opened, questions sent on."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.decisions.models import Criterion, Decision, Evidence, Score
from askwell.interviews.models import Question
from tests.decisions.web.pages import page, ways, words
from tests.desk.counting import queries_of
from tests.factories.decisions import lay_out, make_claim, planner_met

SignIn = Callable[[User], Client]
HOME = reverse("decisions:home")


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def undo(client: Client, address: str) -> str:
    """Where the undo on the next page posts to."""
    found = re.search(r'<form method="post" action="([^"]+)" data-undo>', client.get(address).content.decode())
    assert found
    return unescape(found[1])


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (0, "No ways on named yet"),
        (1, "One way on so far"),
        (2, "Two ways on, not yet one answer"),
        (4, "Four ways on, not yet one answer"),
        (8, "Eight ways on, not yet one answer"),
    ],
)
def test_any_number_of_options_has_words(client: Client, workspace: Workspace, count: int, title: str) -> None:
    assert title in words(client, page(ways(workspace, count)))


def test_a_question_is_begun_and_filled_without_script(client: Client, workspace: Workspace) -> None:
    made = client.post(HOME, {"question": "Which way?"})
    here = made.headers["Location"]
    decision = Decision.objects.of(workspace).get()
    client.post(reverse("decisions:add_option", args=[decision.pk]), {"title": "Planner", "kind": "occupation"})
    client.post(reverse("decisions:add_wish", args=[decision.pk]), {"words": "Pay", "weight": "50"})

    said = words(client, here)

    assert "1 field has no number from you yet: it may be anything from 0 to 10." in said
    assert "one option stands alone: name another to compare it with" in said


def test_the_lead_the_tip_and_the_step_are_said(client: Client, workspace: Workspace) -> None:
    # Pay 60, Hours 40: Planner 8/4 makes 6.4, Buyer 5/6 makes 5.4; 8x + 4(1-x) = 5x + 6(1-x) at x = 40 %
    laid = lay_out(workspace)
    for option, pay, hours in (("Planner", 8, 4), ("Buyer", 5, 6)):
        laid.give(option, "Pay", pay, half_width=0.0)
        laid.give(option, "Hours", hours, half_width=0.0)

    said = words(client, page(laid))

    assert "Planner leads, and no other range reaches it" in said
    assert "If Pay weighed 40 % instead of 60 %, Buyer would lead." in said
    assert "That is a fair step: it would take another view of what you want." in said


def test_weights_just_past_the_tip_change_the_lead_and_nothing_is_kept_while_trying(
    client: Client, workspace: Workspace
) -> None:
    laid = lay_out(workspace)
    for option, pay, hours in (("Planner", 8, 4), ("Buyer", 5, 6)):
        laid.give(option, "Pay", pay, half_width=0.0)
        laid.give(option, "Hours", hours, half_width=0.0)
    pay = laid.wishes["Pay"]
    assert "tips at 40 % (type 26)" in words(client, page(laid, "?weigh=1"))

    assert "Planner leads" in words(client, page(laid, f"?w-{pay}=27"))
    assert "Buyer leads" in words(client, page(laid, f"?w-{pay}=26"))
    assert Criterion.objects.of(workspace).get(pk=pay).weight == 60


def test_of_many_options_only_those_in_front_are_named_in_the_chart(client: Client, workspace: Workspace) -> None:
    """The leader, the one that would lead, and the next ones; the table has them all."""
    laid = ways(workspace, 8)

    html = client.get(page(laid)).content.decode()

    chart = html[html.index('class="chart tipping"') : html.index("</figure>", html.index('class="chart tipping"'))]
    named = re.findall(r'<text class="t[abc]"[^>]*>([^<]*)</text>', chart)
    assert sorted(named) == ["Way 0", "Way 4", "Way 5", "Way 6", "Way 7"]
    assert chart.count("<polyline") == 8
    assert "Only those in front have their names here." in chart


def test_choosing_a_field_or_a_row_keeps_the_weights_that_are_tried(client: Client, workspace: Workspace) -> None:
    laid = ways(workspace, 2)
    pay, hours = laid.wishes["Pay"], laid.wishes["Hours"]

    html = client.get(page(laid, f"?weigh=1&w-{pay}=7&w-{hours}=40&tip={hours}")).content.decode()

    tried = f"&amp;w-{pay}=7&amp;w-{hours}=40"
    cell = f"{laid.options['Way 0']}:{pay}"
    assert f'href="?tip={pay}&amp;weigh=1{tried}#stand"' in html
    assert f'href="?cell={cell}&amp;weigh=1&amp;tip={hours}{tried}#claim"' in html
    assert f'<input type="hidden" name="tip" value="{hours}">' in html
    follow = client.get(page(laid, f"?cell={cell}&weigh=1&w-{pay}=7&w-{hours}=40")).content.decode()
    assert re.search(rf'name="w-{pay}"[^>]*value="7"', follow)


def test_what_moves_with_a_weight_is_taken_over_by_the_page(client: Client, workspace: Workspace) -> None:
    """Picture, table, and the share beside each number."""
    laid = ways(workspace, 2)

    html = client.get(page(laid, "?weigh=1")).content.decode()

    taken = re.search(r'hx-select-oob="([^"]+)"', html)
    assert taken
    assert taken[1].split(",") == ["#grid", *(f"#now-{key}" for key in laid.wishes.values())]
    assert [f'<small id="{one[1:]}">' in html for one in taken[1].split(",")[1:]] == [True, True]


def test_what_is_chosen_can_take_the_focus(client: Client, workspace: Workspace) -> None:
    laid = ways(workspace, 2)
    cell = f"{laid.options['Way 0']}:{laid.wishes['Pay']}"

    html = client.get(page(laid, f"?weigh=1&cell={cell}")).content.decode()

    places = {key for key in ("claim", "stand", "weights") if re.search(rf'id="{key}"[^>]*tabindex="-1"', html)}
    assert places == {"claim", "stand", "weights"}


def test_a_field_opens_with_who_said_what(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace)
    laid.said("Planner", "Pay", make_claim(workspace, "It pays well", title="Planner", organisation="North Shore"))
    laid.found("Planner", "Pay", "It does not", "the survey", speaks_for=False)
    cell = f"{laid.options['Planner']}:{laid.wishes['Pay']}"

    said = words(client, page(laid, f"?cell={cell}"))

    assert "It pays well" in said
    assert "Nair" in said
    assert "the survey" in said
    assert "corroborated 1" in said
    assert "contradicted 1" in said


def test_a_field_of_another_decision_does_not_open(client: Client, workspace: Workspace) -> None:
    laid, other = lay_out(workspace), lay_out(workspace)
    other.found("Planner", "Pay", "It pays well")
    cell = f"{other.options['Planner']}:{other.wishes['Pay']}"
    assert "corroborated 1" in words(client, page(other, f"?cell={cell}"))

    assert "corroborated" not in words(client, page(laid, f"?cell={cell}"))


def test_a_number_is_given_without_script_with_its_source_and_taken_back(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace)
    at = [laid.options["Planner"], laid.wishes["Pay"]]
    here = reverse("decisions:field", args=at)
    refused = client.post(here, {"do": "number", "number-points": "7"})
    assert refused.status_code == 422
    assert "Say where it comes from; or call it a guess." in refused.content.decode()

    client.post(here, {"do": "number", "number-points": "7", "number-source": "the posting"})
    first = undo(client, here)
    client.post(here, {"do": "number", "number-points": "3", "number-source": "the news"})
    second = undo(client, here)

    assert "It was changed again since: it stays as it is." in client.post(first, follow=True).content.decode()
    assert Score.objects.of(workspace).get().points == 3
    client.post(second)
    assert Score.objects.of(workspace).get().points == 7


def test_a_claim_and_a_finding_are_put_in_and_taken_out(client: Client, workspace: Workspace) -> None:
    laid, claim = lay_out(workspace), make_claim(workspace, "It pays well")
    here = reverse("decisions:field", args=[laid.options["Planner"], laid.wishes["Pay"]])
    sent = {"do": "claim", "claim-claim": str(claim.pk), "claim-side": "against", "claim-strength": "3"}
    client.post(here, sent)
    found = {"finding-text": "Seen", "finding-source": "the posting", "finding-side": "for", "finding-strength": "1"}
    client.post(here, {"do": "finding", **found})

    told = Evidence.kept(workspace).order_by("noted_at").values_list("insight_id", "text", "speaks_for", "strength")
    assert list(told) == [(claim.pk, "", False, 3), (None, "Seen", True, 1)]

    one = Evidence.kept(workspace).get(text="Seen")
    client.post(reverse("decisions:remove_evidence", args=[one.pk]))
    assert not Evidence.kept(workspace).filter(pk=one.pk).exists()
    client.post(reverse("decisions:bring_back_evidence", args=[one.pk]))
    assert Evidence.kept(workspace).filter(pk=one.pk).exists()


def test_the_question_goes_into_the_brief_of_whom_one_meets(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace, ("Demand planner", "Buyer"))
    talk = planner_met(workspace, timezone.now(), "Marc")
    html = client.get(page(laid)).content.decode()
    form = re.search(r'<form method="post" action="([^"]+/ask/[^"]+)".*?name="question" value="([^"]+)"', html, re.S)
    assert form

    client.post(form[1], {"question": form[2]})

    assert Question.objects.of(workspace).get().interview_id == talk.pk
    assert "It is in the brief" in words(client, page(laid))


def test_what_somebody_typed_never_runs(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace, ("<script>x</script>", "Buyer"), {"<b>Pay</b>": 50})
    laid.found("<script>x</script>", "<b>Pay</b>", "<i>seen</i>", "<u>there</u>")
    cell = f"{laid.options['<script>x</script>']}:{laid.wishes['<b>Pay</b>']}"

    html = client.get(page(laid, f"?cell={cell}&weigh=1")).content.decode()

    assert {mark for mark in ("<script>x", "<b>Pay", "<i>seen", "<u>there") if mark in html} == set()


@pytest.mark.parametrize(
    ("options", "wishes", "evidence", "count"), [(2, 2, 4, 23), (8, 12, 200, 27), (8, 20, 900, 27)]
)
def test_the_page_takes_a_few_queries_whatever_its_size(
    client: Client, workspace: Workspace, options: int, wishes: int, evidence: int, count: int
) -> None:
    """Titles are searched for the options that are asked about, of which there are three at most."""
    laid = lay_out(
        workspace, tuple(f"Planner {n}" for n in range(options)), {f"Wish {n}": n + 1 for n in range(wishes)}
    )
    fields = [(option, wish) for option in laid.options.values() for wish in laid.wishes.values()]
    rows = [
        Evidence(
            workspace=workspace, option_id=option, criterion_id=wish, speaks_for=bool(n % 3), noted_at=timezone.now(),
            text=f"Seen {n}", source=f"Paper {n}",
        )
        for n, (option, wish) in enumerate((fields * 6)[: evidence - 4])
    ]  # fmt: skip
    Evidence.objects.bulk_create(rows)
    for n in range(4):
        claim = make_claim(workspace, f"Claim {n}", given=f"Q{n}", now=timezone.now() - timedelta(days=n))
        laid.said("Planner 0", "Wish 0", claim)

    assert Evidence.objects.of(workspace).count() == evidence
    assert queries_of(client, page(laid)) <= count  # PostgreSQL searches in fewer
