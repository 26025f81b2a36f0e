"""A language model speaks for the insider, at a real server: what it says is kept, and the built-in one goes on."""

import json
import logging
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

import pytest
from cryptography.fernet import Fernet

from askwell.accounts.models import User, Workspace
from askwell.desk.actions.erase import erase_everything
from askwell.desk.actions.export import export_workspace
from askwell.desk.rules import archive
from askwell.outreach.actions.mail.secrets import unseal
from askwell.practice.actions import errors, modelling, rehearsing
from askwell.practice.choices import SpokenBy
from askwell.practice.models import ModelEndpoint, Rehearsal, Utterance
from askwell.practice.queries.modelling import goes_to, named_model
from askwell.practice.queries.talks import utterances_of
from askwell.protocols.chat import ChatError, ChatTrouble, Patience, host_of
from tests.conftest import NOW
from tests.factories.modelling import KEY, make_model
from tests.factories.practice import CLOSING, GREETING, make_rehearsal, say
from tests.servers.chat import Script, chat_server

ELSEWHERE = "https://models.example/v1"
ASKED = "What does your morning look like?"


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key of the test's own, outside of everybody's data folder; and nobody waits long."""
    settings.MAIL_KEY_FILE = f"{tmp_path}/secrets.key"
    monkeypatch.setattr(modelling, "PATIENCE", Patience(connect=2, first_word=1, whole=2))


def answer_of(workspace: Workspace, now: datetime, script: Script, text: str = ASKED) -> Utterance:
    """The insider's answer to `text`, with a model that does as the script says."""
    rehearsal = make_rehearsal(workspace, now)
    say(rehearsal, GREETING, now)
    with chat_server(script) as url:
        make_model(workspace, url)
        say(rehearsal, text, now)
    return utterances_of(rehearsal)[-1]


def built_in(workspace: Workspace, now: datetime, text: str = ASKED) -> str:
    """What the built-in insider says there."""
    rehearsal = make_rehearsal(workspace, now)
    say(rehearsal, GREETING, now)
    say(rehearsal, text, now)
    return utterances_of(rehearsal)[-1].text


def test_the_models_words_are_kept_with_who_said_them(workspace: Workspace, now: datetime) -> None:
    answer = answer_of(workspace, now, script := Script(["I walk ", "the line. ", "Then I count."]))
    assert (answer.text, answer.spoken_by) == ("I walk the line. Then I count.", SpokenBy.MODEL)
    assert answer.hook in answer.text
    assert script.keys == [f"Bearer {KEY}"]


def test_it_is_told_the_persona_and_the_talk_and_nothing_else(workspace: Workspace, now: datetime) -> None:
    answer_of(workspace, now, script := Script(["Yes."]))
    [asked] = script.asked
    first, *talk = asked["messages"]
    assert set(asked) == {"model", "messages", "max_tokens", "stream"}
    assert "Dolores Maranan" in first["content"]
    assert [one["role"] for one in talk] == ["assistant", "user", "assistant", "user"]
    assert json.dumps(ASKED) in talk[-1]["content"]


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        (Script(["I walk the line. ", "Then I cou"], cut=True), ChatTrouble.CUT),
        (Script(["I walk the line. ", *["and on "] * 40], pause=0.1), ChatTrouble.TOO_SLOW),
    ],
    ids=["cut", "slow"],
)
def test_where_it_breaks_off_the_built_in_insider_goes_on(
    workspace: Workspace, now: datetime, script: Script, trouble: ChatTrouble
) -> None:
    own, answer = built_in(workspace, now), answer_of(workspace, now, script)
    assert answer.text.startswith("I walk the line. ")
    assert answer.text.endswith(own)
    assert answer.spoken_by == SpokenBy.RELIEVED
    row = ModelEndpoint.objects.of(workspace).get()
    assert (row.last_trouble, row.last_trouble_at) == (trouble, now)


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        (Script(["late"], pause=1.5), ChatTrouble.TOO_SLOW),
        (Script(status=401), ChatTrouble.REFUSED_KEY),
        (Script(status=500), ChatTrouble.REFUSED),
        (Script(raw=b"<html>hello</html>\n"), ChatTrouble.GARBLED),
        (Script([" \n "]), ChatTrouble.GARBLED),
    ],
    ids=["slow", "401", "500", "garbage", "empty"],
)
def test_without_a_word_of_it_the_built_in_insider_answers_in_time(
    workspace: Workspace, now: datetime, script: Script, trouble: ChatTrouble
) -> None:
    own, began = built_in(workspace, now), monotonic()
    answer = answer_of(workspace, now, script)
    assert monotonic() - began < 10
    assert (answer.text, answer.spoken_by) == (own, SpokenBy.RELIEVED)
    assert ModelEndpoint.objects.of(workspace).get().last_trouble == trouble


def test_when_it_answers_again_the_trouble_is_over(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with chat_server(script := Script(["Yes."], status=500)) as url:
        row = make_model(workspace, url)
        say(rehearsal, GREETING, now)
        row.refresh_from_db()
        assert row.last_trouble == ChatTrouble.REFUSED
        script.status = 200
        say(rehearsal, ASKED, now + modelling.REST)
    row.refresh_from_db()
    assert (row.last_trouble, row.last_trouble_at, row.rests_until) == ("", None, None)


def test_one_that_failed_rests_and_is_not_asked_at_every_turn(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with chat_server(script := Script(["Yes."], status=500)) as url:
        make_model(workspace, url)
        for text in (GREETING, ASKED, "What happened then?"):
            say(rehearsal, text, now + modelling.REST - timedelta(seconds=1) if text != GREETING else now)
    assert len(script.asked) == 1
    spoken = [one.spoken_by for one in utterances_of(rehearsal) if one.speaker == "insider"]
    assert spoken == ["", SpokenBy.RELIEVED, "", ""]


@pytest.mark.parametrize("wakes", ["again", "switch", "name", "try"])
def test_it_is_asked_at_once_where_the_seeker_wants_it(workspace: Workspace, now: datetime, wakes: str) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with chat_server(script := Script(["Yes."], status=500)) as url:
        make_model(workspace, url)
        say(rehearsal, GREETING, now)
        script.status = 200
        rehearsal.refresh_from_db()
        where: dict[str, Any] = {"rehearsal_id": rehearsal.pk, "version": rehearsal.version, "now": now}
        {
            "again": lambda: rehearsing.ask_model_again(workspace=workspace, **where),
            "switch": lambda: modelling.switch(workspace=workspace, on=True),
            "name": lambda: modelling.name_model(workspace=workspace, url=url, model="small", key=""),
            "try": lambda: modelling.try_model(workspace=workspace, now=now),
        }[wakes]()
        say(rehearsal, ASKED, now)
    assert utterances_of(rehearsal)[-1].spoken_by == SpokenBy.MODEL


def test_it_is_off_until_it_is_switched_on(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with chat_server(script := Script(["Yes."])) as url:
        modelling.name_model(workspace=workspace, url=url, model="small", key="")
        say(rehearsal, GREETING, now)
        assert (script.asked, goes_to(workspace)) == ([], "")
        modelling.switch(workspace=workspace, on=True)
        say(rehearsal, ASKED, now)
        assert goes_to(workspace) == url.removeprefix("http://").removesuffix("/v1")
        modelling.switch(workspace=workspace, on=False)
        say(rehearsal, "What happened then?", now)
    assert len(script.asked) == 1
    assert [one.spoken_by for one in utterances_of(rehearsal) if one.speaker == "insider"] == ["", "", "model", ""]


def test_words_of_despair_never_leave_the_machine(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with chat_server(script := Script(["Yes."])) as url:
        make_model(workspace, url)
        with pytest.raises(errors.ConcernError):
            say(rehearsal, "I want to kill myself", now)
    assert script.asked == []


def test_a_name_is_given_by_the_built_in_insider(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    for text in (GREETING, "How did you become a planner?", "What happened then?"):
        say(rehearsal, text, now)
    with chat_server(script := Script(["Ask Zo."])) as url:
        make_model(workspace, url)
        say(rehearsal, "Who else would you suggest I talk to?", now)
    answer = utterances_of(rehearsal)[-1]
    assert answer.named
    assert answer.named in answer.text
    assert (answer.spoken_by, script.asked) == ("", [])


def test_a_page_that_promised_that_nothing_is_sent_keeps_its_word(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    where: dict[str, Any] = {"workspace": workspace, "rehearsal_id": rehearsal.pk, "now": now}
    with chat_server(script := Script(["I walk the line."])) as url:
        make_model(workspace, url)
        rehearsing.say(text=GREETING, version=1, **where)
        rehearsing.say(text=ASKED, version=2, **where, host="other.example")
        assert script.asked == []
        rehearsing.say(text="What is new?", version=3, **where, host=host_of(url))
        assert len(script.asked) == 1


def test_a_talk_that_went_on_elsewhere_meanwhile_keeps_what_was_said_there(
    workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal = make_rehearsal(workspace, now)
    where: dict[str, Any] = {"workspace": workspace, "rehearsal_id": rehearsal.pk, "version": 1, "now": now}
    whole = modelling.reply_stream

    def overtaken(*told: Any) -> Any:
        monkeypatch.setattr(modelling, "reply_stream", whole)
        rehearsing.say(text=GREETING, **where, host=host_of(url))
        return whole(*told)

    monkeypatch.setattr(modelling, "reply_stream", overtaken)
    with chat_server(Script(["Yes."])) as url:
        make_model(workspace, url)
        with pytest.raises(errors.StaleTalkError):
            rehearsing.say(text=ASKED, **where, host=host_of(url))
    assert [one.text for one in utterances_of(rehearsal)][1:] == [GREETING, "Yes."]


def test_a_whole_talk_with_a_model_is_judged_like_any_other(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with chat_server(Script(["I plan what the line makes. ", "The port decides a lot."])) as url:
        make_model(workspace, url)
        for text in (GREETING, ASKED, "Why does the port decide?", CLOSING):
            say(rehearsal, text, now)
    ended = rehearsing.end(workspace=workspace, rehearsal_id=rehearsal.pk, now=now)
    assert ended
    assert ended.judgement["opened_well"] is True


def test_the_key_is_sealed_and_in_no_export_and_no_log(
    workspace: Workspace, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer_of(workspace, now, Script(status=401))
    row = ModelEndpoint.objects.of(workspace).get()
    assert KEY not in row.sealed_key
    assert unseal(row.sealed_key, mailbox_id=row.pk) == KEY
    exported = export_workspace(workspace=workspace, now=now)
    told = json.dumps(archive.unpack(exported), default=str)
    assert "relieved" in told
    assert not [secret for secret in (KEY, row.sealed_key, row.url) if secret in told]
    assert KEY not in caplog.text
    assert KEY not in repr(named_model(workspace))


def test_a_key_that_no_key_opens_any_more_is_said(workspace: Workspace, now: datetime, settings: Any) -> None:
    make_model(workspace, "http://127.0.0.1:9/v1")
    settings.MAIL_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(ChatError) as failed:
        modelling.try_model(workspace=workspace, now=now)
    assert failed.value.trouble is ChatTrouble.KEY_LOST


@pytest.mark.parametrize(
    ("second", "is_same"),
    [("https://models.example/other", True), ("https://evil.example/v1", False), ("http://models.example/v1", False)],
)
def test_another_server_gets_no_key_and_no_word_before_it_is_switched_on(
    workspace: Workspace, second: str, is_same: bool
) -> None:
    make_model(workspace, ELSEWHERE)
    row = modelling.name_model(workspace=workspace, url=second, model="small", key="")
    assert (bool(row.sealed_key), row.is_on) == (is_same, is_same)


def test_where_others_use_the_installation_too_no_private_address_is_taken(workspace: Workspace, settings: Any) -> None:
    settings.HOSTED = True
    with pytest.raises(ChatError) as failed:
        modelling.name_model(workspace=workspace, url="http://127.0.0.1:8080/v1", model="small", key="")
    assert failed.value.trouble is ChatTrouble.FORBIDDEN
    assert not ModelEndpoint.objects.of(workspace).exists()


def test_an_address_that_became_private_since_is_not_asked(workspace: Workspace, now: datetime, settings: Any) -> None:
    with chat_server(script := Script(["Yes."])) as url:
        make_model(workspace, url)
        settings.HOSTED = True
        rehearsal = make_rehearsal(workspace, now)
        say(rehearsal, GREETING, now)
    assert script.asked == []
    assert ModelEndpoint.objects.of(workspace).get().last_trouble == ChatTrouble.FORBIDDEN


def test_a_strangers_model_is_not_mine(workspace: Workspace, stranger: User, now: datetime) -> None:
    assert stranger.workspace
    with chat_server(script := Script(["Yes."])) as url:
        make_model(workspace, url)
        say(make_rehearsal(stranger.workspace, now), GREETING, now)
        modelling.switch(workspace=stranger.workspace, on=False)
        modelling.forget_model(workspace=stranger.workspace)
        with pytest.raises(ModelEndpoint.DoesNotExist):
            modelling.try_model(workspace=stranger.workspace, now=now)
    assert script.asked == []
    assert ModelEndpoint.objects.of(workspace).get().is_on
    assert not Rehearsal.objects.of(workspace).exists()


def test_it_is_erased_with_everything(workspace: Workspace) -> None:
    make_model(workspace, ELSEWHERE)
    erase_everything(workspace=workspace, now=NOW)
    assert not ModelEndpoint.objects.of(workspace).exists()
