"""What a seeker's turn asks for, also in clumsy words, none of which is among the cases that were learned from."""

import json
from pathlib import Path

import pytest

from askwell.coach.dialogues import Turn
from askwell.coach.insider.echoes import marks
from askwell.coach.insider.hearing import hear
from askwell.coach.insider.memory import Memory, sentences
from askwell.coach.insider.tongues import is_foreign
from tests.coach.insider.talks import DAY, talk

CASES = Path(__file__).parents[3] / "cases" / "insider"

FRESH = [
    ("fr", "Merci infiniment. Je vais raconter cela à ma fille. Je vous écrirai dans un mois. Au revoir!", "close"),
    ("zh-Hans", "谢谢您！小本子的故事我要讲给我先生听。下个月我再跟您汇报。再见！", "close"),
    ("en", "Thanks Sherif. I'll take the line about the mud with me. I'll let you know how it goes. Goodbye!", "close"),
    ("en", "Before I say goodbye, who else should I talk to?", "names"),
    ("en", "I'm Wei, I was a developer in Chengdu for four years. I'm not here to ask for a job.", "no_job"),
    ("en", "I'm not looking for a job, I'd just like to know how you got into this.", "path"),
    ("en", "I can't find a job, would you hire me?", "job"),
    ("en", "Hi, I was a nurse in Manila until last year. I have a few questions for you.", "introduce"),
    ("en", "I've prepared three questions.", "announced"),
    ("fr", "Je ne suis pas là pour vous demander un poste.", "no_job"),
    ("fr", "J'ai préparé quelques questions.", "announced"),
    ("zh-Hans", "我不是来找工作的，想听听您是怎么入行的？", "path"),
    ("zh-Hans", "我不是来求职的。", "no_job"),
    ("zh-Hans", "我叫王强，在国内干了十年工厂电工。想请教几个问题，不耽误你太久。", "introduce"),
    ("en", "hi helen this is wei, is it ok to talk now", "good_time"),
    ("en", "i am mechanical engineer in china 10 year, now i drive uber", "introduce"),
    ("en", "is chinese experience count here", "abroad"),
    ("en", "what mistake beginner always make", "mistakes"),
    ("en", "you work alone or with other people", "team"),
    ("en", "who i should talk next", "names"),
    ("en", "Do you like your job?", "best"),
    ("en", "Are you happy in your job?", "best"),
    ("fr", "Êtes-vous heureux dans votre travail?", "best"),
    ("zh-Hans", "您满意这份工作吗？", "best"),
    ("en", "Is your job hard?", "hardest"),
    ("fr", "Votre emploi est-il difficile?", "hardest"),
    ("zh-Hans", "您的工作难吗？", "hardest"),
    ("en", "Is your job safe?", "outlook"),
    ("fr", "Parlez-moi de votre emploi.", "day"),
    ("en", "Could you offer me your job openings?", "job"),
    ("fr", "Aimez-vous votre emploi?", "best"),
    ("zh-Hans", "您喜欢您的工作吗？", "best"),
    ("en", "Could you get me a job there?", "job"),
    ("en", "What would you do differently, if you could begin again today?", "regret"),
    ("en", "Which groups or associations should I know of?", "groups"),
    ("en", "Oh sorry, I talk too much.", "told"),
    ("en", "I know we only have a few minutes. Is there someone whose view differs that I might talk to?", "names"),
    ("fr", "cest quoi votre journée", "day"),
    ("fr", "Quelles qualités faut-il avoir?", "skills"),
    ("fr", "Combien gagne-t-on au début?", "pay"),
    ("fr", "On parle quelle langue avec les parents?", "language_at_work"),
    ("fr", "Y a-t-il quelqu'un d'autre à qui je pourrais parler?", "names"),
    ("fr", "Quel conseil me donneriez-vous?", "advice"),
    ("zh-Hans", "我在深圳做过五年采购，去年来的多伦多，想听听您这边是怎么做的", "introduce"),
    ("zh-Hans", "我以前在工厂修设备，想了解电工这行。", "introduce"),
    ("zh-Hans", "压力大不大", "stress"),
    ("zh-Hans", "可以介绍个人给我吗", "names"),
    ("zh-Hans", "抱歉，当我没问。英语要多好才行", "language_at_work"),
    ("zh-Hans", "您後悔過嗎", "regret"),
    ("zh-Hans", "你们缺人不", "job"),
]  # fmt: skip
IN_A_STORY = [
    ("en", "why he do that?", "go_on"),
    ("en", "And how did your boss react?", "go_on"),
    ("en", "Really? Tell me more.", "go_on"),
    ("en", "ok", "mirror"),
    ("en", "what is meaning of that word", "reword"),
    ("fr", "pis après?", "go_on"),
    ("fr", "Pouvez-vous m'en dire plus?", "go_on"),
    ("fr", "Pourriez-vous le dire autrement?", "reword"),
    ("zh-Hans", "刚才您提到的那件事，能再说说吗？", "go_on"),
    ("zh-Hans", "您老板当时怎么说的？", "go_on"),
    ("zh-Hans", "嗯嗯", "mirror"),
    ("zh-Hans", "没太听懂", "reword"),
]


@pytest.mark.parametrize(("language", "text", "act"), FRESH)
def test_what_is_asked_is_heard(language: str, text: str, act: str) -> None:
    one = talk(language=language)
    assert hear(Memory(one.persona, [*one.turns, Turn("seeker", text)])).act == act


@pytest.mark.parametrize(("language", "text", "act"), IN_A_STORY)
def test_in_a_story_one_can_ask_on_without_a_question(language: str, text: str, act: str) -> None:
    one = talk(language=language)
    one.say(DAY[language])
    heard = hear(Memory(one.persona, [*one.turns, Turn("seeker", text)])).act
    assert heard == act if act != "go_on" else heard in ("go_on", "mirror")


@pytest.mark.parametrize(
    ("language", "text", "several"),
    [
        ("en", "What does a typical day look like and how much do people earn in this field?", True),
        ("en", "What does a normal day look like, from Monday to Friday?", False),
        ("fr", "À quoi ressemble une journée typique et combien gagne-t-on au début?", True),
        ("fr", "À quoi ressemble une journée d'hiver ou d'été?", False),
        ("zh-Hans", "您平常一天是怎么过的，还有，这行工资怎么样？", True),
        ("zh-Hans", "您平常一天是怎么过的？", False),
    ],
)
def test_two_questions_in_one_sentence_are_two(language: str, text: str, several: bool) -> None:
    one = talk(language=language)
    heard = hear(Memory(one.persona, [*one.turns, Turn("seeker", text)]))
    assert (heard.act, heard.several) == ("day", several)


def test_the_fresh_texts_are_not_among_the_cases() -> None:
    known = {
        json.loads(line)["text"] for file in CASES.glob("*.jsonl") for line in file.read_text("utf-8").splitlines()
    }
    assert {text for _, text, _ in FRESH} & known == set()


@pytest.mark.parametrize(
    ("text", "language", "foreign"),
    [
        ("I worked at 华为 for three years.", "en", False),
        ("我在 Costco 做过 part-time", "zh-Hans", False),
        ("OK", "zh-Hans", False),
        ("Could you say that in English please", "zh-Hans", True),
        ("Je voudrais savoir comment vous avez commencé.", "en", True),
        ("What do you do on a normal day?", "fr", True),
        ("Reza Mohtasham, Tidewrack Systems", "fr", False),
        ("I'd like to know what you do", "en", False),
        ("您好", "fr", True),
        ("Kumusta po, ano ang ginagawa mo sa trabaho?", "en", True),
    ],
)
def test_another_language_is_told_from_foreign_words(text: str, language: str, foreign: bool) -> None:
    assert is_foreign(text, language) is foreign


def test_marks_are_beginnings_of_words_and_pairs_of_characters() -> None:
    assert marks("The green lamps, 绿台灯") == {"the", "green", "lamps", "绿台", "台灯"}


def test_sentences_are_cut_where_they_end() -> None:
    assert sentences("One. Two? 三。四！Five") == ["One.", "Two?", "三。", "四！", "Five"]
