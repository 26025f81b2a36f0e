"""While the talk goes on: nothing typed is lost, whatever comes late, twice or from two devices."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.conf import settings as site
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.actions.errors import EmptyTextError, StaleNoteError
from askwell.interviews.actions.holding import begin_talk, catch, end_talk, let_go, save_note
from askwell.interviews.actions.preparing import add_question, remove_question
from askwell.interviews.choices import Caught, Topic
from askwell.interviews.models import Insight, Interview, Lead, Question, Referral
from tests.factories.interviews import make_agreed

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview(workspace: Workspace, now: datetime) -> Interview:
    return make_agreed(workspace, now)


def asked(interview: Interview, now: datetime) -> Question:
    of = {"workspace": interview.workspace, "interview_id": interview.pk, "now": now}
    return add_question(**of, text="What surprised you?", topic=Topic.INSIGHTS)


def note(interview: Interview, text: str, version: int, question_id: UUID | None = None) -> int:
    return save_note(
        workspace=interview.workspace, interview_id=interview.pk, question_id=question_id, text=text, version=version
    )


def again(interview: Interview) -> Interview:
    return Interview.objects.of(interview.workspace).get(pk=interview.pk)


def test_the_clock_starts_once_and_anew_after_a_stop(interview: Interview, now: datetime) -> None:
    of = {"workspace": interview.workspace, "interview_id": interview.pk}
    begin_talk(**of, now=now)
    assert begin_talk(**of, now=now + timedelta(minutes=3)).began_at == now
    assert end_talk(**of, now=now + timedelta(minutes=9)).ended_at == now + timedelta(minutes=9)
    assert end_talk(**of, now=now + timedelta(minutes=11)).ended_at == now + timedelta(minutes=9)
    anew = begin_talk(**of, now=now + timedelta(minutes=12))
    assert (anew.began_at, anew.ended_at) == (now + timedelta(minutes=12), None)


def test_a_note_sent_twice_is_saved_once(interview: Interview, now: datetime) -> None:
    question = asked(interview, now)
    assert note(interview, "calls", 1, question.pk) == 2
    assert note(interview, "calls", 1, question.pk) == 2
    assert note(interview, "calls all day", 2, question.pk) == 3


def test_what_another_device_wrote_is_handed_back_and_stays(interview: Interview) -> None:
    note(interview, "from the laptop", 1)
    with pytest.raises(StaleNoteError) as refusal:
        note(interview, "from the phone", 1)
    assert (refusal.value.text, refusal.value.version) == ("from the laptop", 2)
    assert again(interview).note == "from the laptop"


def test_an_emptied_field_does_not_wipe_what_another_device_wrote(interview: Interview) -> None:
    note(interview, "from the laptop", 1)
    with pytest.raises(StaleNoteError):
        note(interview, "", 1)


def test_the_note_of_a_removed_question_goes_to_those_of_no_question(interview: Interview, now: datetime) -> None:
    note(interview, "first", 1)
    question = asked(interview, now)
    remove_question(workspace=interview.workspace, question_id=question.pk, now=now)
    note(interview, "late words", 1, question.pk)
    assert again(interview).note == "first\n\nlate words"
    note(interview, "late words", 1, question.pk)
    assert again(interview).note == "first\n\nlate words"


@dataclass
class Device:
    """A page as the browser holds it: the version it stands on, and what it typed that is not confirmed."""

    version: int = 0
    unsent: str = ""


def tried(interview: Interview, device: Device) -> tuple[int, StaleNoteError | None]:
    try:
        return note(interview, device.unsent, device.version), None
    except StaleNoteError as stale:
        return 0, stale


Steps = st.lists(st.tuples(st.integers(0, 1), st.booleans(), st.booleans()), max_size=14)


@given(steps=Steps)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_whatever_order_two_devices_save_no_typed_text_is_lost(
    interview: Interview, steps: list[tuple[int, bool, bool]]
) -> None:
    """Each step: a device types (or sends the same again), and its answer arrives or is lost on the way.

    Every text is on the server, was shown beside the other one, or was replaced by the device that knew of it.
    """
    Interview.objects.of(interview.workspace).filter(pk=interview.pk).update(note="", note_version=0)
    devices, known = (Device(), Device()), {0: ""}
    for number, (which, types, arrives) in enumerate(steps):
        device = devices[which]
        device.unsent = f"device {which} wrote {number}" if types or not device.unsent else device.unsent
        before = again(interview).note
        version, stale = tried(interview, device)
        if stale:
            assert again(interview).note == before == stale.text == known[stale.version]
            if arrives:
                device.unsent, device.version = f"{stale.text}\n\n{device.unsent}", stale.version
            continue
        assert again(interview).note == device.unsent
        assert before in (device.unsent, known[device.version]), "it wrote over a text that it had not seen"
        known[version] = device.unsent
        if arrives:
            device.version = version


@pytest.mark.parametrize(("kind", "table"), [(Caught.PERSON, Referral), (Caught.INSIGHT, Insight), (Caught.LEAD, Lead)])
def test_what_is_caught_twice_under_one_key_is_kept_once(
    interview: Interview, now: datetime, kind: Caught, table: type[Lead]
) -> None:
    key, of = uuid4(), {"workspace": interview.workspace, "interview_id": interview.pk, "kind": kind, "now": now}
    assert catch(**of, text=" Dana  Lee ", key=key) == catch(**of, text="Dana Lee", key=key) == key
    assert list(table.objects.of(interview.workspace).values_list("pk", "text")) == [(key, "Dana Lee")]


def test_nothing_is_not_caught(interview: Interview, now: datetime) -> None:
    with pytest.raises(EmptyTextError):
        catch(
            workspace=interview.workspace,
            interview_id=interview.pk,
            kind=Caught.LEAD,
            text=" \u200b ",
            key=uuid4(),
            now=now,
        )


def test_what_was_let_go_can_be_caught_again(interview: Interview, now: datetime) -> None:
    of = {"workspace": interview.workspace, "interview_id": interview.pk, "kind": Caught.ACTION, "now": now}
    key = catch(**of, text="the port course", key=uuid4())
    assert let_go(**of, key=key) == "the port course"
    assert catch(**of, text="the port course", key=key) == key


def test_a_stranger_neither_writes_nor_takes_and_learns_of_no_key(
    interview: Interview, stranger: User, now: datetime
) -> None:
    theirs = workspace_of(stranger)
    with pytest.raises(Interview.DoesNotExist):
        save_note(workspace=theirs, interview_id=interview.pk, question_id=None, text="x", version=0)
    key = catch(
        workspace=interview.workspace,
        interview_id=interview.pk,
        kind=Caught.LEAD,
        text="buyer wanted",
        key=uuid4(),
        now=now,
    )
    own = make_agreed(theirs, now)
    other = catch(workspace=theirs, interview_id=own.pk, kind=Caught.LEAD, text="mine", key=key, now=now)
    assert site.SHARDED or other != key  # sharded, an id is one workspace's
    assert Lead.objects.of(theirs).get().text == "mine"
    assert Lead.objects.of(interview.workspace).get().text == "buyer wanted"
