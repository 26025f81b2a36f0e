"""What a prepared interview has."""

from askwell.interviews.choices import TIARA, Topic
from askwell.interviews.rules.readiness import Asked, Check, Checked, checks, is_ready

NINE = [Asked(topic) for topic in (*TIARA, *TIARA)][:9]


def unmet(questions: list[Asked], **facts: object) -> set[Check]:
    values = {"facts": 3, "aim": "Learn it", "shared": "Both bought", "is_confirmed": True} | facts
    return {one.check for one in checks(questions=questions, **values) if not one.is_met}  # type: ignore[arg-type]  # one replaced


def test_a_full_brief_is_ready() -> None:
    assert unmet(NINE) == set()


def test_each_gap_is_named() -> None:
    assert unmet(NINE[:8]) == {Check.QUESTIONS}
    assert unmet(NINE, facts=2) == {Check.FACTS}
    assert unmet(NINE, aim=" ", shared="") == {Check.AIM, Check.SHARED}
    assert unmet([Asked(Topic.TRENDS)] * 9) == {Check.MIX}
    assert unmet([*NINE[:8], Asked(Topic.ADVICE, asks_for_job=True)]) == {Check.JOB, Check.MIX} - {Check.MIX}


def test_at_most_a_fifth_is_closed() -> None:
    closed = Asked(Topic.ADVICE, is_closed=True)
    assert Check.CLOSED not in unmet([*NINE, *[closed] * 2])
    assert Check.CLOSED in unmet([*NINE, *[closed] * 3])


def test_confirming_does_not_keep_a_brief_from_being_ready() -> None:
    values = {"facts": 3, "aim": "Learn it", "shared": "Both bought", "questions": NINE}
    assert is_ready(checks(**values, is_confirmed=False))  # type: ignore[arg-type]  # as above
    assert not is_ready((Checked(Check.AIM, False),))


def test_nothing_at_all_is_not_ready() -> None:
    assert unmet([], facts=0, aim="", shared="", is_confirmed=False) == set(Check) - {Check.CLOSED, Check.JOB}
