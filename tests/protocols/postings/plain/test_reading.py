"""What is copied off a page as somebody sees it: one posting, without the words of the page around it."""

import pytest

from askwell.protocols.postings.plain.reading import posting_in

COPIED = """Home
All jobs
Paralegal
Amber Fox Marketing
Surrey, BC
until 2027-03-28
$48000 to $68500 per year

Amber Fox Marketing is looking for a Paralegal in Surrey.
What you bring
Comfortable with spreadsheets

Apply
© 2026 · Privacy"""


def test_a_page_copied_whole_is_one_posting_without_the_page_around_it() -> None:
    found = posting_in(COPIED)
    assert found
    told = (found.title, found.organisation, found.location, found.closes, found.salary_min, found.salary_max)
    assert told == ("Paralegal", "Amber Fox Marketing", "Surrey, BC", "2027-03-28", 48000.0, 68500.0)
    assert (found.text.splitlines()[0], found.text.splitlines()[-1]) == ("Paralegal", "Comfortable with spreadsheets")


def test_a_fair_is_an_event_also_where_no_day_is_told() -> None:
    found = posting_in("Newcomer Job Fair\nMeet thirty employers who hire.")
    assert found
    assert found.kind == "event"


def test_what_speaks_of_no_work_is_none() -> None:
    assert posting_in("Bookkeeping Fundamentals\nThe accounting cycle in ten evenings.") is None


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Supply planner\n枫叶食品有限公司 Maple Foods Ltd.\nBurnaby, BC\nApply.", "枫叶食品有限公司 Maple Foods Ltd."),
        ("Warehouse associate\nBlue Spruce Logistics Inc.\nDelta, BC\nApply.", "Blue Spruce Logistics Inc."),
        ("Commis d'entrepôt\nLes Aliments Érable inc.\nLaval, QC\nPostulez.", "Les Aliments Érable inc."),
        ("Warehouse associate\nWe lift boxes.\nDelta, BC\nApply.", ""),
    ],
)
def test_a_firm_below_the_title_is_the_employer(text: str, employer: str) -> None:
    found = posting_in(text)
    assert found
    assert found.organisation == employer
