"""What of a story a resume says, whatever was chosen and whatever the story became since."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from askwell.documents.rules.changing import moved, reworded, ticked
from askwell.documents.rules.choosing import Choice, Worded, choice_of, written
from askwell.documents.rules.making import resume_of
from askwell.documents.rules.selecting import choice_now, select
from askwell.protocols.resumes import Resume
from tests.documents.rules.stories import ability, line, part, story, tongue, uid, voucher

STORY = story(
    parts=(
        part(1, lines=7), part(2, "volunteering", lines=1), part(3, "education"), part(4, "certificate"),
        part(5, "course", lines=1), part(6, "project", lines=1), part(7, "award"), part(8, "publication"),
        part(9, "pause"),
    ),
    skills=(ability(20, "Excel"), ability(21, "SAP", shown=False)),
    languages=(tongue(30, "English", 8, 8, 8, 8),),
    references=(voucher(40, agreed=True), voucher(41, agreed=False)),
)  # fmt: skip


def texts(resume: Resume) -> list[str]:
    return [text for job in resume.work for text in job.lines]


def test_a_first_choice_takes_at_most_five_lines_of_a_job() -> None:
    resume = resume_of(select(STORY, Choice()), "en")

    assert texts(resume) == [f"Line {number}" for number in range(100, 105)]


def test_what_fits_best_is_ticked_and_stands_first() -> None:
    selected = select(STORY, Choice(), lambda text: int(text == "Line 106"))

    assert [one.text for one in selected.parts[0].used] == ["Line 106", "Line 100", "Line 101", "Line 102", "Line 103"]


def test_a_pause_is_owed_to_nobody() -> None:
    on = {part.it.kind for part in select(STORY, Choice()).parts if part.on}

    assert on == {"work", "volunteering", "education", "certificate", "course", "project", "award", "publication"}


def test_a_skill_that_nothing_shows_is_offered_but_not_ticked_though_the_posting_says_it() -> None:
    shown = tuple(ability(number, f"Skill {number}") for number in range(50, 55))
    told = story(skills=(*shown, ability(60, "S&OP", shown=False)))

    selected = select(told, Choice(), lambda text: int("S&OP" in text))

    assert {one.it.name: one.on for one in selected.skills} == {**{one.name: True for one in shown}, "S&OP": False}


def test_where_hardly_any_skill_is_shown_by_anything_a_sensible_number_is_ticked_the_shown_first() -> None:
    told = story(
        skills=(*(ability(number, f"Skill {number}", shown=False) for number in range(50, 70)), ability(70, "Excel"))
    )

    skills = select(told, Choice()).skills

    assert (skills[0].it.name, sum(one.on for one in skills)) == ("Excel", 15)


def test_only_who_agreed_is_named_whatever_was_ticked() -> None:
    choice = choice_now(select(STORY, Choice()))
    every = replace(choice, references=tuple(replace(one, on=True) for one in choice.references))

    assert [one.name for one in resume_of(select(STORY, every), "en").references] == ["Voucher 40"]


def test_a_line_that_the_story_gained_appears_where_there_is_room() -> None:
    choice = choice_now(select(story(parts=(part(1, lines=2),)), Choice()))

    selected = select(story(parts=(part(1, lines=3),)), choice)

    assert [(one.text, one.on, one.is_new) for one in selected.parts[0].lines] == [
        ("Line 100", True, False), ("Line 101", True, False), ("Line 102", True, True),
    ]  # fmt: skip


def test_a_line_that_the_story_gained_is_not_ticked_where_five_are() -> None:
    choice = choice_now(select(story(parts=(part(1, lines=5),)), Choice()))

    assert not select(story(parts=(part(1, lines=6),)), choice).parts[0].lines[5].on


def test_a_part_that_the_story_gained_stands_where_the_story_has_it() -> None:
    choice = choice_now(select(story(parts=(part(1), part(3))), Choice()))

    assert [one.it.title for one in select(story(parts=(part(1), part(2), part(3))), choice).parts] == [
        "Part 1", "Part 2", "Part 3",
    ]  # fmt: skip


def test_what_the_story_lost_is_gone() -> None:
    choice = choice_now(select(STORY, Choice()))

    selected = select(story(parts=(part(1, lines=1),)), choice)

    assert [one.text for one in selected.parts[0].lines] == ["Line 100"]
    assert (selected.skills, selected.languages, selected.references) == ((), (), ())


def test_a_line_that_was_worded_anew_stays_when_the_story_changes_and_says_so() -> None:
    told = story(parts=(part(1, lines=1),))
    choice = reworded(choice_now(select(told, Choice())), str(uid(100)), "en", "My words", "Line 100")
    changed = story(parts=(part(1, lines=(line(100, "New words"),)),))

    before, after = (select(one, choice).parts[0].lines[0] for one in (told, changed))

    assert (before.text, before.is_own, before.has_moved) == ("My words", True, False)
    assert (after.text, after.is_own, after.has_moved) == ("My words", True, True)


def test_ticking_a_line_ticks_the_part_it_stands_in() -> None:
    choice = choice_now(select(STORY, Choice()))
    off = replace(choice, parts=tuple(replace(one, on=False) for one in choice.parts))

    selected = select(STORY, ticked(off, str(uid(105))))

    assert [(one.on, one.lines[5].on) for one in selected.parts if one.id == str(uid(1))] == [(True, True)]


def test_a_part_moves_past_its_own_kind_only() -> None:
    told = story(parts=(part(1, "project"), part(2, "award"), part(3, "project")))
    choice = choice_now(select(told, Choice()))

    after = moved(choice, str(uid(3)), -1, {str(uid(1)), str(uid(3))})

    assert [one.id for one in after.parts] == [str(uid(number)) for number in (3, 2, 1)]
    assert moved(after, str(uid(3)), -1) == after


def test_the_assessment_is_part_of_the_line() -> None:
    assessed = part(3, "education", assessed_as="comparable to a Canadian four-year degree", assessor="Meridian")

    notes = [
        resume_of(select(story(parts=(assessed,)), Choice()), language).education[0].note
        for language in ("en", "zh-Hans", "fr")
    ]

    assert notes == [
        "Assessed as comparable to a Canadian four-year degree (Meridian)",
        "经Meridian评估，相当于a Canadian four-year degree",
        "Évaluation comparative\u00a0: a Canadian four-year degree (Meridian)",
    ]


def test_a_course_with_lines_stands_among_studies_and_one_without_among_certificates() -> None:
    resume = resume_of(select(STORY, Choice()), "en")

    assert [one.degree for one in resume.education] == ["Part 3", "Part 5"]
    assert [one.name for one in resume.certificates] == ["Part 4"]


def test_a_language_says_its_benchmarks() -> None:
    told = story(
        languages=(tongue(1, "English", 7, 9, 8), tongue(2, "French", 5, 5, 5, 5), tongue(3, "Thai", level="native"))
    )

    assert [one.said for one in resume_of(select(told, Choice()), "en").languages] == ["CLB 7–9", "CLB 5", ""]
    assert resume_of(select(told, Choice()), "fr").languages[1].said == "NCLC 5"


def test_skills_stand_in_their_groups_and_the_rest_together() -> None:
    told = story(skills=(ability(1, "Excel", group="Tools"), ability(2, "patience"), ability(3, "SAP", group="Tools")))

    skills = resume_of(select(told, Choice()), "en").skills

    assert [(one.name, one.parts) for one in skills] == [("Tools", ("Excel", "SAP")), ("Skills", ("patience",))]


def test_two_hundred_skills_are_not_all_ticked() -> None:
    told = story(skills=tuple(ability(number, f"Skill {number}") for number in range(200)))

    assert sum(one.on for one in select(told, Choice()).skills) == 15


def test_a_choice_is_read_back_as_it_was_written() -> None:
    begun = Choice(headline=(Worded("fr", "H"),), left_out=("phone",), by_hand=True, order=("skills", "education"))
    choice = reworded(choice_now(select(STORY, begun)), str(uid(100)), "en", "x", "y")

    assert choice_of(written(choice)) == choice


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda some: st.lists(some, max_size=4) | st.dictionaries(st.text(max_size=8), some, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from([str(uid(number)) for number in (1, 2, 20, 30, 40, 100, 105, 999)])
ROW: st.SearchStrategy[Any] = st.deferred(
    lambda: st.fixed_dictionaries(
        {},
        optional={"id": KEYS | JSON, "on": JSON, "text": JSON, "told": JSON, "lines": st.lists(ROW, max_size=3) | JSON},
    )
)
ROWS = st.lists(ROW, max_size=6) | JSON
CHOICES = JSON | st.fixed_dictionaries(
    {},
    optional={
        "headline": JSON, "summary": JSON, "left_out": JSON, "beside": JSON, "parts": ROWS, "skills": ROWS,
        "languages": ROWS, "references": ROWS,
    },
)  # fmt: skip


@given(kept=CHOICES, language=st.sampled_from(["en", "zh-Hans", "fr"]))
def test_whatever_was_kept_gives_a_resume_and_nothing_stands_in_it_twice(kept: Any, language: str) -> None:
    choice = choice_of(kept)
    selected = select(STORY, choice)

    resume = resume_of(selected, language)

    assert isinstance(resume, Resume)
    assert len({one.id for one in selected.parts}) == len(STORY.parts)
    assert choice_of(written(choice)) == choice
    assert resume_of(select(STORY, choice_now(selected)), language) == resume
