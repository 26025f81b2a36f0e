"""The occupations that come along are whole, in three languages."""

from collections import Counter, defaultdict

from askwell.occupations.choices import LANGUAGES
from askwell.occupations.rules import own
from askwell.protocols.occupations import Alternate, Head, Interests, SkillName, SkillOf, Task

ROWS = list(own.rows())


def test_there_are_at_least_sixty_each_told_in_three_languages() -> None:
    told = Counter(row.code for row in ROWS if isinstance(row, Head))

    assert len(told) >= 60
    assert set(told.values()) == {3}


def test_each_has_other_titles_skills_tasks_and_interests() -> None:
    titles = Counter((row.code, row.language) for row in ROWS if isinstance(row, Alternate))
    skills = Counter(row.code for row in ROWS if isinstance(row, SkillOf))
    tasks = Counter((row.code, row.language) for row in ROWS if isinstance(row, Task))
    kinds = {row.code: row.values for row in ROWS if isinstance(row, Interests)}
    codes = {row.code for row in ROWS if isinstance(row, Head)}

    assert min(titles[code, language] for code in codes for language in LANGUAGES) >= 5
    assert min(skills[code] for code in codes) >= 8
    assert min(tasks[code, language] for code in codes for language in LANGUAGES) >= 4
    assert {code for code in codes if len(kinds[code]) != 6 or not all(0 <= one <= 100 for one in kinds[code])} == set()


def test_every_skill_that_is_wanted_has_a_name_in_three_languages_and_none_is_left_over() -> None:
    names = defaultdict(set)
    for row in ROWS:
        if isinstance(row, SkillName) and row.text:
            names[row.key].add(row.language)

    assert {row.key for row in ROWS if isinstance(row, SkillOf)} == set(names)
    assert {key for key, spoken in names.items() if spoken != set(LANGUAGES)} == set()
