"""The wizard that makes an accomplishment of a line, a step at a time."""

from collections.abc import Callable

import pytest
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.portfolio.actions.accomplishments import change_line
from askwell.portfolio.models import Accomplishment, Proof, Skill
from tests.factories.portfolio import make_job, make_line

SignIn = Callable[[User], Client]
PARTS = {
    "situation": "40 suppliers; late deliveries stopped the line twice a month.",
    "task": "Bring lateness down without changing suppliers.",
    "action": "Shared a four-week forecast every Monday; phoned the six worst before each run.",
    "result": "Late deliveries went down a lot.",
}
MEASURE = {"before": "18 %", "after": "6 %", "span": "one year", "source": "memory"}
READS = (
    "Shared a four-week forecast every Monday; phoned the six worst before each run to bring lateness down without"
    " changing suppliers: late deliveries went down from about 18 % to 6 % in one year."
)


@pytest.fixture
def mei(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def line(workspace: Workspace) -> Accomplishment:
    return make_line(make_job(workspace), "Responsible for purchasing orders.")


def step(client: Client, line: Accomplishment, name: str, **more: str) -> Accomplishment:
    sent = {"step": name, "text": PARTS[name], "version": line.version, **more}
    assert client.post(f"/story/lines/{line.pk}/step/", sent).status_code == 302
    return Accomplishment.kept(line.workspace).get(pk=line.pk)


def test_it_asks_for_one_part_after_the_other_and_keeps_each(mei: Client, line: Accomplishment) -> None:
    asked = []
    for name in PARTS:
        asked.append(mei.get(f"/story/lines/{line.pk}/").context["step"])
        line = step(mei, line, name)
    assert asked == list(PARTS)
    assert (line.situation, line.action) == (PARTS["situation"], PARTS["action"])


def test_a_duty_is_called_one(mei: Client, line: Accomplishment) -> None:
    assert "Anyone in that chair had it. What did you change?" in mei.get(f"/story/lines/{line.pk}/").content.decode()


def test_a_result_without_a_number_is_asked_how_much(mei: Client, line: Accomplishment) -> None:
    for name in PARTS:
        line = step(mei, line, name)
    assert "How much is that?" in mei.get(f"/story/lines/{line.pk}/").content.decode()

    line = step(mei, line, "result", **MEASURE)
    shown = mei.get(f"/story/lines/{line.pk}/").content.decode()
    assert "How much is that?" not in shown
    assert "<mark>from about 18 % to 6 % in one year</mark>" in shown
    assert "“About” stays, because the number is not measured." in shown


def test_the_composed_line_is_kept_with_one_click(mei: Client, line: Accomplishment) -> None:
    for name in PARTS:
        line = step(mei, line, name, **(MEASURE if name == "result" else {}))
    assert f'<input type="hidden" name="text" value="{READS}">' in mei.get(f"/story/lines/{line.pk}/").content.decode()

    mei.post(f"/story/lines/{line.pk}/keep/", {"text": READS, "version": line.version})
    assert Accomplishment.kept(line.workspace).get().text == READS


def test_where_nothing_good_can_be_made_it_says_so_and_lets_the_seeker_write(mei: Client, line: Accomplishment) -> None:
    sent = {"step": "action", "text": "Responsible for various tasks.", "version": line.version}
    mei.post(f"/story/lines/{line.pk}/step/", sent)

    shown = mei.get(f"/story/lines/{line.pk}/").content.decode()

    assert "Your parts make no good line by themselves." in shown
    assert "Keep this wording" not in shown
    assert "In your own words" in shown


def test_the_second_window_is_told_and_loses_nothing(mei: Client, line: Accomplishment) -> None:
    seen = line.version
    step(mei, line, "task")
    sent = {"step": "task", "text": "Serve 120 seniors.", "version": seen}

    told = mei.post(f"/story/lines/{line.pk}/step/", sent)

    assert told.status_code == 422
    assert "Serve 120 seniors.</textarea>" in told.content.decode()
    assert PARTS["task"] in told.content.decode()
    kept = mei.post(f"/story/lines/{line.pk}/keep/", {"text": "My own words.", "version": seen})
    assert (kept.status_code, "My own words.</textarea>" in kept.content.decode()) == (422, True)
    mei.post(f"/story/lines/{line.pk}/step/", {**sent, "over": 2})
    assert Accomplishment.kept(line.workspace).get().task == "Serve 120 seniors."


def test_an_empty_wording_is_refused(mei: Client, line: Accomplishment) -> None:
    answer = mei.post(f"/story/lines/{line.pk}/keep/", {"text": " ", "version": line.version})
    assert (answer.status_code, "Something has to stand here." in answer.content.decode()) == (422, True)


def test_there_are_four_steps_and_three_sources(mei: Client, line: Accomplishment) -> None:
    address = f"/story/lines/{line.pk}/step/"
    assert mei.post(address, {"step": "dream", "text": "x", "version": 1}).status_code == 404
    assert mei.post(address, {"step": "result", "text": "x", "source": "rumour", "version": 1}).status_code == 404


def test_it_shows_the_skills_that_are_ticked_and_one_that_is_new(mei: Client, line: Accomplishment) -> None:
    sap = Skill.objects.create(workspace=line.workspace, name="SAP")
    mei.post(f"/story/lines/{line.pk}/skills/", {"skill": [str(sap.pk)], "another": "Forecasting"})
    shown = Proof.objects.of(line.workspace).filter(accomplishment=line)
    assert set(shown.values_list("skill__name", flat=True)) == {"SAP", "Forecasting"}
    assert mei.post(f"/story/lines/{line.pk}/skills/", {"skill": ["x"]}).status_code == 404


def test_lines_move_up_and_down(mei: Client, line: Accomplishment) -> None:
    second = make_line(line.chapter, "Trained two buyers.")
    mei.post(f"/story/lines/{second.pk}/move/", {"up": "1"})
    assert list(Accomplishment.kept(line.workspace)) == [second, line]
    mei.post(f"/story/lines/{second.pk}/move/")
    assert list(Accomplishment.kept(line.workspace)) == [line, second]


def test_a_wording_that_was_kept_can_be_taken_back(mei: Client, line: Accomplishment, workspace: Workspace) -> None:
    kept = mei.post(f"/story/lines/{line.pk}/keep/", {"text": "Bought parts.", "version": line.version}, follow=True)
    undo = f"/story/lines/{line.pk}/back/"
    assert undo in kept.content.decode()

    mei.post(undo)

    assert Accomplishment.kept(workspace).get().text == "Responsible for purchasing orders."
    assert mei.post(undo).status_code == 404


def test_what_was_written_since_is_not_taken_back_with_it(
    mei: Client, line: Accomplishment, workspace: Workspace
) -> None:
    mei.post(f"/story/lines/{line.pk}/keep/", {"text": "Bought parts.", "version": line.version})
    change_line(workspace=workspace, accomplishment_id=line.pk, version=line.version + 1, text="Bought every part.")

    answer = mei.post(f"/story/lines/{line.pk}/back/", follow=True)

    assert Accomplishment.kept(workspace).get().text == "Bought every part."
    assert "The line was changed since. It stays as it is." in answer.content.decode()
