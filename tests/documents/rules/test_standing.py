"""Where the parts of a story stand on the page, and how they are moved there."""

from dataclasses import replace

from askwell.documents.rules.choosing import Choice
from askwell.documents.rules.making import resume_of
from askwell.documents.rules.selecting import Selected, choice_now, select
from askwell.documents.rules.standing import head_of, mixed, move_part, move_section, under
from askwell.protocols.papers import Group
from tests.documents.rules.stories import part, story, uid

JOBS = story(
    parts=(
        part(1, start="2023"), part(2, "volunteering", start="2024"), part(3, "pause", start="2021", end="2023"),
        part(4, "volunteering", start="2019", end="2022"), part(5, start="2013", end="2019"),
    )
)  # fmt: skip
SCHOOLS = story(parts=(part(1, "education"), part(2, "course", lines=1), part(3, "course"), part(4, "certificate")))


def titles(selected: Selected, head: str = "experience") -> list[str]:
    return [one.it.title.removeprefix("Part ") for one in under(head, selected)]


def chosen(selected: Selected) -> Choice:
    return choice_now(selected)


def test_jobs_of_both_kinds_stand_by_their_dates_until_one_is_moved() -> None:
    selected = select(JOBS, Choice())
    assert (titles(selected), mixed(selected)) == (["1", "2", "3", "4", "5"], ())

    after = select(JOBS, move_part(selected, chosen(selected), str(uid(5)), -1))

    assert titles(after) == ["1", "2", "3", "5", "4"]
    assert mixed(after) == (False, True, False, True)  # the pause is not on the page


def test_moved_jobs_stand_on_the_page_as_they_were_moved() -> None:
    selected = select(JOBS, Choice())
    after = select(JOBS, move_part(selected, chosen(selected), str(uid(2)), -1))

    made = resume_of(after, "en")

    assert ([one.title for one in made.work], [one.title for one in made.volunteering]) == (
        ["Part 1", "Part 5"], ["Part 2", "Part 4"],
    )  # fmt: skip
    assert mixed(after) == (True, False, True, False)


def test_by_their_dates_again() -> None:
    selected = select(JOBS, Choice())
    moved = move_part(selected, chosen(selected), str(uid(5)), -1)

    assert titles(select(JOBS, replace(moved, by_hand=False))) == ["1", "2", "3", "4", "5"]


def test_unpaid_work_that_stands_apart_is_moved_among_its_own() -> None:
    selected = select(JOBS, Choice(beside=False))
    after = select(JOBS, move_part(selected, chosen(selected), str(uid(4)), -1))

    assert (titles(after), titles(after, "volunteering")) == (["1", "3", "5"], ["4", "2"])
    assert mixed(after) == ()


def test_a_course_with_something_to_say_is_moved_among_the_schools_where_it_stands() -> None:
    selected = select(SCHOOLS, Choice())
    assert [head_of(one, selected.choice) for one in selected.parts] == ["education"] * 2 + ["certificates"] * 2

    after = select(SCHOOLS, move_part(selected, chosen(selected), str(uid(2)), -1))

    assert [one.degree for one in resume_of(after, "en").education] == ["Part 2", "Part 1"]


def test_a_section_takes_what_is_not_printed_along() -> None:
    groups = [Group(("summary", "teaching"), ""), Group(("experience",), ""), Group(("skills", "languages"), "")]

    assert move_section(groups, "skills", -1) == ("summary", "teaching", "skills", "languages", "experience")
    assert move_section(groups, "summary", 1) == ("experience", "summary", "teaching", "skills", "languages")
    assert move_section(groups, "summary", -1) == ("summary", "teaching", "experience", "skills", "languages")
