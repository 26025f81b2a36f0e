"""Why somebody is suggested, in words."""

from datetime import datetime

import pytest
from django.utils import translation

from askwell.accounts.models import Workspace
from askwell.outreach.choices import Channel, ReasonCode
from askwell.outreach.queries.next import whom_next
from askwell.outreach.queries.values import Opener
from askwell.outreach.web.words.reasons import expectation_words, reason_words
from askwell.people.actions import record_introduction
from askwell.ui.words import way_word
from tests.factories.people import make_person


@pytest.mark.parametrize(("page", "called"), [("en", "Lin Hua"), ("fr", "Lin Hua"), ("zh-hans", "林华")])
def test_who_introduced_them_is_called_as_the_page_speaks(
    workspace: Workspace, now: datetime, page: str, called: str
) -> None:
    aisha = make_person(workspace, given="Aisha", family="Khan", emails=["aisha@tidewater.example"])
    lin = make_person(workspace, given="Hua", family="Lin", native="林华")
    record_introduction(
        workspace=workspace, introducer_id=lin.pk, introduced_id=aisha.pk, on=now.date(), note="", now=now
    )
    first = next(one for one in whom_next(workspace, now) if one.who.id == aisha.pk)
    reason = next(one for one in first.reasons if one.code is ReasonCode.INTRODUCED)
    with translation.override(page):
        said = reason_words(reason)
    assert called in said
    assert ("林华" in said) == (page == "zh-hans")


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        (Channel.EMAIL, "Of your friends whom you asked by e-mail, <b>1 of 2</b> said yes."),
        (Channel.IN_PERSON, "Of your friends whom you asked in person, <b>1 of 2</b> said yes."),
    ],
)
def test_a_channel_inside_a_sentence_is_written_as_a_word_of_it(channel: Channel, said: str) -> None:
    assert expectation_words(Opener(tie_kind="friend", channel=channel, tried=2, yes=1)) == said


def test_a_way_to_ask_names_the_channel_small() -> None:
    assert way_word("none", "email") == "Cold, e-mail"
    assert way_word("alumni", "phone") == "Same school, phone"
