"""A closed question turned open."""

import pytest

from askwell.coach.drills import Opening, items, judge_opening

EXERCISES = [one for one in items().values() if isinstance(one, Opening)]


def test_the_authored_open_questions_are_good_and_the_closed_ones_are_not() -> None:
    refused = [one.id for one in EXERCISES if not judge_opening(one, one.better).is_good]
    accepted = [one.id for one in EXERCISES if judge_opening(one, one.text).is_good]
    assert len(EXERCISES) == 129
    assert len(refused) / len(EXERCISES) <= 0.05, refused
    assert len(accepted) / len(EXERCISES) <= 0.03, accepted


@pytest.mark.parametrize("text", ["", " ", "🙂", "I like nights.", "我喜欢夜班。", "x" * 5000])
def test_what_asks_nothing_is_not_good(text: str) -> None:
    assert not judge_opening(EXERCISES[0], text).is_good


REWORDED = [
    ("open-en-001", "How are night shifts different from day shifts for you?"),
    ("open-en-001", "What is working nights on the ward like?"),
    ("open-en-002", "What does it take for a new person to understand the code base?"),
    ("open-en-002", "How did you learn your way around such an old code base?"),
    ("open-en-003", "What was the hardest part of getting your Red Seal?"),
    ("open-en-003", "How did you get ready for the Red Seal exam?"),
    ("open-en-004", "What do you use spreadsheets for in a normal month?"),
    ("open-en-004", "Which tasks do you still do in spreadsheets, and why?"),
    ("open-en-005", "Who are the people that come to you as clients?"),
    ("open-en-005", "How would you describe your clients, and where do they come from?"),
    ("open-en-006", "What is the kitchen like on a Saturday night?"),
    ("open-en-006", "How do you keep calm on busy weekends?"),
    ("open-en-008", "What happens when you are short of staff?"),
    ("open-en-008", "How do you manage when somebody is sick?"),
    ("open-zh-Hans-001", "病房里最忙的时候是什么样子的？"),
    ("open-zh-Hans-001", "你们病房一天中什么时候最忙？"),
    ("open-zh-Hans-002", "你们组加班一般是什么情况？"),
    ("open-zh-Hans-002", "快上线的时候，你们每天怎么过？"),
    ("open-zh-Hans-003", "做学徒的时候，收入怎么安排才够用？"),
    ("open-zh-Hans-003", "学徒那几年是怎么过来的？"),
    ("open-zh-Hans-004", "国内的会计经验，在这边哪些用得上？"),
    ("open-zh-Hans-004", "从国内会计转到这边，要补什么？"),
    ("open-zh-Hans-005", "来找你的华人客户一般想解决什么问题？"),
    ("open-zh-Hans-005", "哪些华人会来找你？"),
    ("open-zh-Hans-006", "西餐厨房和中餐厨房有什么不一样？"),
    ("open-zh-Hans-006", "刚到西餐厨房的时候，什么最难适应？"),
    ("open-zh-Hans-008", "小朋友不听话的时候，你怎么处理？"),
    ("open-zh-Hans-008", "遇到闹脾气的孩子，你有什么办法？"),
    ("open-fr-001", "Comment se passe une journée de travail à domicile?"),
    ("open-fr-001", "Qu'est-ce qui change quand on soigne les gens chez eux?"),
    ("open-fr-002", "Comment vivez-vous les fins de projet?"),
    ("open-fr-002", "À quoi ressemblent les dernières semaines d'un projet?"),
    ("open-fr-003", "Comment avez-vous obtenu votre carte de la CCQ?"),
    ("open-fr-003", "Quelles démarches faut-il faire pour la carte de la CCQ?"),
    ("open-fr-004", "À quoi ressemble la fin d'année dans votre bureau?"),
    ("open-fr-004", "Comment vous organisez-vous en fin d'année?"),
    ("open-fr-005", "Comment parlez-vous avec les enfants qui ne parlent pas français?"),
    ("open-fr-005", "Qu'est-ce qui aide un enfant qui ne parle pas encore français?"),
    ("open-fr-006", "Que demandent les clients quand ils appellent?"),
    ("open-fr-006", "Pourquoi les clients vous appellent-ils?"),
    ("open-fr-008", "Comment décidez-vous de changer le menu?"),
    ("open-fr-008", "Comment préparez-vous le menu de la semaine?"),
]


def test_the_same_asked_in_other_words_is_near() -> None:
    far = [
        text for key, text in REWORDED for one in EXERCISES if one.id == key and not judge_opening(one, text).is_near
    ]
    assert len(far) / len(REWORDED) <= 0.05, far


@pytest.mark.parametrize("language", ["en", "zh-Hans", "fr"])
def test_the_open_question_of_another_exercise_is_seldom_near(language: str) -> None:
    mine = [one for one in EXERCISES if one.language == language]
    pairs = [(one, mine[(place + 21) % len(mine)].better) for place, one in enumerate(mine)]
    assert sum(judge_opening(one, text).is_good for one, text in pairs) / len(pairs) <= 0.15


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What is the weather like in Halifax?"),
        ("zh-Hans", "您周末喜欢做什么？"),
        ("fr", "Quel temps fait-il à Halifax?"),
    ],
)
def test_small_talk_is_not_near(language: str, text: str) -> None:
    assert sum(judge_opening(one, text).is_good for one in EXERCISES if one.language == language) <= 2
