"""The whole story in one language."""

from datetime import date, datetime

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.models import Workspace
from askwell.portfolio.actions.keeping import say_in
from askwell.portfolio.actions.references import add_reference
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.models import Accomplishment, Chapter
from askwell.portfolio.queries.telling import tell
from tests.factories.portfolio import make_job, make_line


def test_what_was_thrown_away_proves_nothing_until_it_is_back(workspace: Workspace, now: datetime) -> None:
    job = make_job(workspace)
    line = make_line(job)
    add_skill(workspace=workspace, name="Negotiation", lines=[line.pk], chapters=[job.pk])

    throw_away(Accomplishment, workspace=workspace, key=line.pk, now=now)
    assert (tell(workspace, "en").skills[0].lines, tell(workspace, "en").skills[0].parts) == ((), (job.pk,))

    bring_back(Accomplishment, workspace=workspace, key=line.pk)
    throw_away(Chapter, workspace=workspace, key=job.pk, now=now)
    assert (tell(workspace, "en").skills[0].lines, tell(workspace, "en").skills[0].parts) == ((), ())


def test_each_thing_says_in_which_language_it_stands(workspace: Workspace) -> None:
    job = make_job(workspace)
    make_line(job)
    say_in(Chapter, workspace=workspace, key=job.pk, language="zh-hans", words={"title": "采购员"}, version=1)

    part = tell(workspace, "zh-hans").parts[0]

    assert (part.title, part.organisation, part.language) == ("采购员", "Blue Heron Trading", "zh-hans")
    assert part.lines[0].language == "en"


def test_only_who_agreed_and_did_not_decline_may_be_named(workspace: Workspace) -> None:
    add_reference(workspace=workspace, name="Asked", asked_on=date(2026, 9, 1))
    add_reference(workspace=workspace, name="Agreed", agreed_on=date(2026, 9, 1))
    add_reference(workspace=workspace, name="Declined", declined_on=date(2026, 9, 1))
    assert [one.name for one in tell(workspace, "en").references if one.may_be_named] == ["Agreed"]
