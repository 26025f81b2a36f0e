"""The head of the story: who it is about."""

import pytest

from askwell.accounts.models import Profile, Workspace
from askwell.portfolio.actions.errors import ChangedElsewhereError, UnknownCodeError, UnreadableError
from askwell.portfolio.actions.story import say_head_in, tell_head
from askwell.portfolio.models import Story
from askwell.protocols.resumes import Link


def test_name_and_address_are_the_profiles_and_the_rest_stays(workspace: Workspace) -> None:
    Profile.objects.filter(workspace=workspace).update(occupation="Supply planner", phone="604 555 0100")
    tell_head(workspace=workspace, name="Mei Tan", place="Vancouver", headline="Supply planner", landed="March 2023")

    profile, story = Profile.objects.get(workspace=workspace), Story.objects.of(workspace).get()
    assert (profile.name, profile.place, profile.phone, profile.occupation) == (
        "Mei Tan",
        "Vancouver",
        "604 555 0100",
        "Supply planner",
    )
    assert (story.headline, story.landed) == ("Supply planner", "2023-03")


def test_facts_that_are_not_given_stay(workspace: Workspace) -> None:
    tell_head(workspace=workspace, headline="Buyer", summary="Six years.")
    tell_head(workspace=workspace, summary="Seven years.")
    story = Story.objects.of(workspace).get()
    assert (story.headline, story.summary) == ("Buyer", "Seven years.")


def test_links_are_addresses_and_say_where_they_lead(workspace: Workspace) -> None:
    told = tell_head(workspace=workspace, links=[Link("ca.linkedin.com/in/mei-tan-example"), Link("mei.example")])
    assert [(link["url"], link["network"]) for link in told.links] == [
        ("https://ca.linkedin.com/in/mei-tan-example", "LinkedIn"),
        ("https://mei.example", ""),
    ]
    with pytest.raises(UnreadableError):
        tell_head(workspace=workspace, links=[Link("javascript:alert(1)")])


def test_the_second_window_is_told_also_when_both_are_the_first(workspace: Workspace) -> None:
    tell_head(workspace=workspace, version=0, headline="Buyer")
    with pytest.raises(ChangedElsewhereError):
        tell_head(workspace=workspace, version=0, headline="Clerk", name="Other")
    assert Story.objects.of(workspace).get().headline == "Buyer"
    assert Profile.objects.get(workspace=workspace).name == ""


def test_the_head_is_said_in_another_language(workspace: Workspace) -> None:
    tell_head(workspace=workspace, language="en", headline="Supply planner")
    said = say_head_in(workspace=workspace, language="zh-hans", words={"headline": "供应计划员"}, version=1)
    assert said.said == {"zh-hans": {"headline": "供应计划员"}}
    with pytest.raises(UnknownCodeError):
        say_head_in(workspace=workspace, language="de", words={}, version=2)
