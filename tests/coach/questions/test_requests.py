"""A polite request to be told something, or for another person to talk to, asks for no job; a favour at work does."""

import pytest

from askwell.coach.dialogues.acts import asks_for_job
from askwell.coach.questions import Code, Question, check

POLITE = [
    ("en", "Could you walk me through your last audit?"),
    ("en", "Could you walk me through your first week?"),
    ("en", "Could you tell me about your team's last release?"),
    ("en", "Can you show me how you plan a lift?"),
    ("en", "Could you take me through a typical shift?"),
    ("en", "Who on your team would be willing to talk to me?"),
    ("en", "Could you introduce me to someone who does payroll?"),
    ("fr", "Est-ce que vous pourriez me dire comment on apprend ce métier ici ?"),
    ("fr", "Auriez-vous quelqu'un à me recommander pour en parler ?"),
    ("fr", "Qui dans votre équipe accepterait de me parler ?"),
    ("fr", "Pourriez-vous me présenter à un collègue qui fait ce métier ?"),
    ("zh-Hans", "您能推荐一位我可以请教的人吗？"),
    ("zh-Hans", "您认识愿意跟我聊聊的同行吗？"),
    ("zh-Hans", "您能介绍一位同行给我认识吗？"),
    ("zh-Hans", "能不能讲讲您上一个项目是怎么收尾的？"),
]
JOBS = [
    ("en", "Could you put in a good word for me with your manager?"),
    ("en", "Could you tell me about any openings in your team?"),
    ("en", "Could you walk me through how to get a job in your team?"),
    ("en", "Could you introduce me to your hiring manager?"),
    ("en", "Do you know anyone who is hiring?"),
    ("en", "Could you pass my resume to someone who hires?"),
    ("fr", "Pouvez-vous me recommander à votre patron ?"),
    ("fr", "Pourriez-vous parler de moi à votre cheffe d'unité et me dire aussi comment vous gérez les fins de vie ?"),
    ("fr", "Puis-je vous envoyer mon CV ?"),
    ("zh-Hans", "您能把我推荐给你们经理吗？"),
    ("zh-Hans", "您认识愿意要我的老板吗？"),
    ("zh-Hans", "您能帮我内推吗？"),
]


def stops(text: str, language: str) -> bool:
    return any(finding.code is Code.ASKS_FOR_JOB for finding in check(Question(text, language)))


@pytest.mark.parametrize(("language", "text"), POLITE)
def test_a_polite_request_is_no_ask_for_a_job(language: str, text: str) -> None:
    assert not stops(text, language)
    assert not asks_for_job(text, language)


@pytest.mark.parametrize(("language", "text"), JOBS)
def test_a_favour_at_work_is(language: str, text: str) -> None:
    assert stops(text, language)
    assert asks_for_job(text, language)


@pytest.mark.parametrize("text", ["我想先学点什么会比较有用，您有什么建议？", "您平时一般几点到办公室，先做什么？"])
def test_one_thing_asked_in_two_clauses_is_one_question(text: str) -> None:
    assert check(Question(text, "zh-Hans")) == ()


@pytest.mark.parametrize("text", ["您平时几点下班，怎么入行的？", "您喜欢这份工作的什么地方？不喜欢什么地方？"])
def test_two_things_are_two_questions(text: str) -> None:
    assert Code.DOUBLE in {finding.code for finding in check(Question(text, "zh-Hans"))}
