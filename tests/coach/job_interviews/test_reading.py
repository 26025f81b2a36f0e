"""The questions as the coach reads them."""

from askwell.coach.job_interviews import LANGUAGES, questions


def test_every_question_is_told_in_every_language_with_what_is_hoped_for() -> None:
    every = questions().values()
    assert len(every) == 212
    assert [one.id for one in every if set(one.told) != set(LANGUAGES)] == []
    assert [one.id for one in every for told in one.told.values() if not told.text or not told.wants] == []


def test_languages_are_not_mixed_up() -> None:
    told = questions()["job-001"].told
    assert (told["en"].text, told["zh-Hans"].text) == ("Tell me a little about yourself.", "先简单介绍一下自己吧。")
    assert told["fr"].text == "Parlez-moi un peu de vous."
