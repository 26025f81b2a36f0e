"""What a report says of a talk's figures."""

from dataclasses import replace

import pytest

from askwell.coach.dialogues import Turn
from askwell.practice.choices import Lesson, Moment, Praise
from askwell.practice.rules.record import Line, Record, restored
from askwell.practice.rules.report import Report, Turning, report_of

FLAWLESS = Record(
    seconds=540, share=30, covered=("trends", "insights", "advice"), opened_well=True, closed_well=True, jobs=(),
    missed=(), follow_ups=(3, 5, 7), asked=(1, 3, 5, 7, 9), closed=(), double=(),
)  # fmt: skip


def lines(**marks: dict[str, object]) -> list[Line]:
    """Eleven turns, an insider's first; `t4={"named": …}` marks one."""
    turns = [Line(Turn("seeker" if n % 2 else "insider", f"turn {n}"), 10 * n) for n in range(11)]
    for name, values in marks.items():
        turns[int(name[1:])] = replace(turns[int(name[1:])], **values)
    return turns


def judged(record: Record, **other: object) -> Report:
    return report_of(lines(), record, **({"minutes": 10} | other))  # type: ignore[arg-type]


def lessons(record: Record, **other: object) -> list[Lesson]:
    return [one.what for one in judged(record, **other).change]


def praises(record: Record, **other: object) -> list[Praise]:
    return [one.what for one in judged(record, **other).well]


def test_a_flawless_talk_has_nothing_to_change_and_the_three_best_things_in_order() -> None:
    assert lessons(FLAWLESS) == []
    assert praises(FLAWLESS) == [Praise.FOLLOWED, Praise.CLOSED, Praise.LISTENED]


@pytest.mark.parametrize(
    ("flaw", "lesson"),
    [
        ({"jobs": (3,)}, Lesson.JOB),
        ({"missed": (0, 2, 4, 6)}, Lesson.MISSED),
        ({"personal": (3,)}, Lesson.PERSONAL),
        ({"share": 41}, Lesson.TALKED),
        ({"closed": (3, 5)}, Lesson.CLOSED),
        ({"double": (3,)}, Lesson.DOUBLE),
        ({"closed_well": False}, Lesson.CLOSING),
        ({"opened_well": False}, Lesson.OPENING),
        ({"asked": (1, 3, 5)}, Lesson.FEW),
        ({"covered": ("insights", "rapport")}, Lesson.RANGE),
    ],
)
def test_each_flaw_alone_is_the_one_thing_to_change(flaw: dict[str, object], lesson: Lesson) -> None:
    assert lessons(replace(FLAWLESS, **flaw)) == [lesson]  # type: ignore[arg-type]


def test_one_closed_question_in_five_is_no_flaw_and_the_line_itself_is_kept() -> None:
    assert lessons(replace(FLAWLESS, closed=(3,), share=40)) == []


def test_of_many_flaws_the_three_that_weigh_most_are_said() -> None:
    bad = replace(
        FLAWLESS, jobs=(3,), missed=(4, 6), follow_ups=(3,), share=70, closed=(1, 3, 5), double=(7,), closed_well=False
    )
    assert lessons(bad) == [Lesson.JOB, Lesson.MISSED, Lesson.TALKED]


def test_a_short_talk_needs_fewer_questions() -> None:
    two = replace(FLAWLESS, asked=(1, 3))
    assert lessons(two, minutes=5) == []
    assert lessons(two, minutes=15) == [Lesson.FEW]


def test_something_good_is_always_said() -> None:
    nothing = replace(
        FLAWLESS, share=90, covered=(), opened_well=False, closed_well=False, follow_ups=(), asked=(1,), closed=(1,)
    )
    assert praises(nothing) == [Praise.ASKED]


def test_who_talks_less_than_the_time_before_hears_it_though_the_line_is_far() -> None:
    much = replace(FLAWLESS, share=55, follow_ups=(), closed_well=False)
    assert Praise.LESS in praises(much, before=replace(much, share=61))
    assert Praise.LESS not in praises(much, before=replace(much, share=55))


def test_what_was_practised_is_praised_first_when_it_worked() -> None:
    assert praises(FLAWLESS, aim=Lesson.TALKED)[0] is Praise.AIM
    assert Praise.AIM not in praises(replace(FLAWLESS, share=60), aim=Lesson.TALKED)


def test_the_turning_points_stand_in_the_order_of_the_talk() -> None:
    told = lines(t4={"turn": Turn("insider", "a much longer answer")}, t8={"named": "Ana Lim"}, t10={"cooler": True})
    record = replace(FLAWLESS, follow_ups=(3,), missed=(4, 6, 8), jobs=())
    assert report_of(told, record, minutes=10).turnings == (
        Turning(Moment.OPENED, 3),
        Turning(Moment.MISSED, 4),
        Turning(Moment.MISSED, 6),
        Turning(Moment.NAMED, 7),
        Turning(Moment.COOLED, 9),
    )


def test_who_takes_up_as_many_stories_as_go_by_is_told_of_none() -> None:
    record = replace(FLAWLESS, missed=(0, 2, 4))
    assert (lessons(record), judged(record).turnings) == ([], report_of(lines(), FLAWLESS, minutes=10).turnings)


def test_asking_for_a_job_is_one_turning_point_not_three() -> None:
    told = lines(t6={"cooler": True})
    record = replace(FLAWLESS, follow_ups=(), missed=(4,), jobs=(5,))
    assert report_of(told, record, minutes=10).turnings == (Turning(Moment.JOB, 5),)


def test_a_record_comes_back_as_it_was_stored() -> None:
    assert restored(FLAWLESS.stored()) == FLAWLESS


def test_a_record_of_before_something_was_judged_comes_back_without_it() -> None:
    older = {name: value for name, value in FLAWLESS.stored().items() if name != "personal"}
    assert restored(older) == FLAWLESS


@pytest.mark.parametrize("stored", [{}, {"share": 3}])
def test_what_is_no_record_is_none(stored: dict[str, object]) -> None:
    assert restored(stored) is None


def test_a_talk_in_a_language_that_is_not_known_is_praised_for_being_held_and_not_judged() -> None:
    report = judged(replace(FLAWLESS, is_known=False, closed=(1, 3), closed_well=False))
    assert ([one.what for one in report.well], report.change, report.turnings) == ([Praise.ASKED], (), ())


def test_a_record_that_was_stored_before_languages_were_told_is_in_a_known_one() -> None:
    stored = FLAWLESS.stored()
    del stored["is_known"]
    assert restored(stored) == FLAWLESS
