"""The same job from three boards is one; what differs in what counts is two."""

from dataclasses import replace

import pytest

from askwell.protocols.postings import Posting, joined, same

PAGE = Posting(
    "job", "Payroll Clerk", "Cedar Spoon Bakery Inc.", "Nanaimo, BC", url="https://cedarspoon.example/careers/7",
    reference="R-7", closes="2027-01-05",
)  # fmt: skip
LEVER = Posting(
    "job", "Payroll Clerk (Full-time)", "", "Nanaimo, British Columbia", url="https://jobs.lever.example/cedarspoon/1-2"
)
FEED = Posting(
    "job", "Payroll clerk - Nanaimo", "Cedar Spoon Bakery", "Nanaimo", url="https://board.example/99", salary_min=25
)


def test_the_same_job_from_three_boards_is_one() -> None:
    assert all(
        same(one, other)
        for one in (PAGE, LEVER, FEED)
        for other in (PAGE, LEVER, FEED)
        if {one, other} != {LEVER, FEED}
    )
    both = joined([PAGE, LEVER, FEED])
    assert (both.title, both.url, both.salary_min, both.closes) == ("Payroll Clerk", PAGE.url, 25, "2027-01-05")


@pytest.mark.parametrize(
    "other",
    [
        replace(PAGE, reference="R-8", url=""),
        replace(PAGE, location="Duncan, BC", url=""),
        replace(PAGE, organisation="Plum Lane Daycare", url=""),
        replace(PAGE, title="Senior Payroll Clerk", url=""),
        replace(PAGE, kind="volunteer"),
        replace(PAGE, organisation="", url="https://jobs.lever.example/plumlane/1"),
        replace(PAGE, location="", remote=True, url=""),
    ],
)
def test_what_differs_in_what_counts_is_another(other: Posting) -> None:
    assert not same(PAGE, other)
    assert not same(other, PAGE)


def test_one_address_is_one_posting_whoever_names_the_employer() -> None:
    assert same(PAGE, replace(PAGE, organisation="Cedar", location="", url="http://www.cedarspoon.example/careers/7/"))


def test_french_titles_with_both_genders_are_the_same() -> None:
    one = Posting("job", "Commis comptable (H/F)", "Société Érablière inc.", "Québec, QC")
    assert same(one, replace(one, title="Commis comptable", organisation="Societe Erabliere"))


def test_an_event_on_another_day_is_another() -> None:
    one = Posting("event", "Resume Night", "Lantern Society", remote=True, start="2027-02-10")
    assert same(one, replace(one, start=""))
    assert not same(one, replace(one, start="2027-03-10"))
