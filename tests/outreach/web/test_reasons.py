"""Why somebody is suggested, in words."""

from datetime import datetime

import pytest
from django.utils import translation

from askwell.accounts.models import Workspace
from askwell.outreach.choices import ReasonCode
from askwell.outreach.queries.next import whom_next
from askwell.outreach.web.words.reasons import reason_words
from askwell.people.actions import record_introduction
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
