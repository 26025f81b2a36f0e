"""Despair, threats and insults are found in three languages; idioms, stories and clumsy words are left alone."""

import json
from pathlib import Path

import pytest

from askwell.coach.safety import Concern, look

CASES = Path(__file__).parents[2] / "cases"

SELF_HARM = [
    ("en", "I want to kill myself."),
    ("en", "honestly i just want to die"),
    ("en", "Some days I don't want to live anymore."),
    ("en", "I've been thinking about suicide since I lost the job"),
    ("en", "There's no reason to live if I can't work here."),
    ("en", "My family would be better off without me."),
    ("en", "I keep cutting myself at night."),
    ("en", "My friend wants to kill himself, what should I do?"),
    ("en", "I feel suicidal."),
    ("en", "i wish i was dead"),
    ("en", "Nobody calls back. I think about ending it all."),
    ("fr", "J'ai envie de mourir."),
    ("fr", "Je veux me tuer."),
    ("fr", "Je n'ai plus envie de vivre."),
    ("fr", "Je pense souvent au suicide."),
    ("fr", "Je voudrais en finir avec la vie."),
    ("fr", "Je me sens suicidaire ces jours-ci."),
    ("fr", "Je ne veux plus vivre."),
    ("fr", "Il m'arrive de vouloir me faire mal."),
    ("zh-Hans", "我不想活了。"),
    ("zh-Hans", "找不到工作，活着没意思。"),
    ("zh-Hans", "我真的想死。"),
    ("zh-Hans", "我有时候想自杀。"),
    ("zh-Hans", "不如死了算了。"),
    ("zh-Hans", "我想结束自己的生命。"),
    ("zh-Hans", "我實在活不下去了"),
    ("en", "我不想活了"),
]
HARASSMENT = [
    ("en", "I'm going to kill you."),
    ("en", "I know where you live."),
    ("en", "I want to hurt my boss."),
    ("en", "You're so sexy, send me nudes."),
    ("en", "Go back to your country."),
    ("en", "What are you wearing?"),
    ("fr", "Je vais te tuer."),
    ("fr", "Je sais où vous habitez."),
    ("fr", "Retournez dans votre pays!"),
    ("fr", "Vous êtes tellement sexy."),
    ("fr", "Je vais frapper mon patron."),
    ("zh-Hans", "我要杀了你。"),
    ("zh-Hans", "我知道你住哪儿。"),
    ("zh-Hans", "陪我睡一晚吧"),
    ("zh-Hans", "滚回你的国家！"),
    ("zh-Hans", "我真想弄死我老板"),
]
INSULTS = [
    ("en", "You're an idiot."),
    ("en", "Shut up."),
    ("en", "You are completely useless!"),
    ("en", "fuck you"),
    ("en", "You stupid woman."),
    ("en", "Why are you so slow, you moron?"),
    ("fr", "Vous êtes un imbécile."),
    ("fr", "Ta gueule!"),
    ("fr", "La ferme!"),
    ("fr", "Espèce d'idiot!"),
    ("fr", "Vous êtes vraiment nulle."),
    ("fr", "Va te faire voir."),
    ("zh-Hans", "你是个白痴。"),
    ("zh-Hans", "滚！"),
    ("zh-Hans", "闭嘴"),
    ("zh-Hans", "你真是个废物"),
    ("zh-Hans", "去死吧"),
    ("zh-Hans", "傻逼"),
]
DISTRESS = [
    ("en", "I feel hopeless and alone since I lost my job."),
    ("en", "I can't go on anymore, nobody answers."),
    ("en", "I've lost all hope."),
    ("en", "I feel like a failure."),
    ("fr", "Je me sens désespéré depuis que j'ai perdu mon emploi."),
    ("fr", "Je n'en peux plus."),
    ("fr", "J'ai perdu tout espoir."),
    ("zh-Hans", "失业以后我觉得很绝望，很孤独。"),
    ("zh-Hans", "我快崩溃了。"),
    ("zh-Hans", "我觉得自己很没用。"),
    ("zh-Hans", "我真的撑不下去了"),
]
HARMLESS = [
    ("en", "I'm hopeless at Excel, how much of it do you use?"),
    ("en", "I can't do this calculation."),
    ("en", "Do depressed markets change your work?"),
    ("en", "A client told me: I feel hopeless. What do you say then?"),
    ("fr", "Un client m'a dit : je n'en peux plus. Que faire?"),
    ("fr", "Le marché est déprimé, non?"),
    ("zh-Hans", "系统崩溃了您怎么办？"),
    ("zh-Hans", "我的电脑崩溃过。"),
    ("zh-Hans", "遇到绝望的客户怎么办？"),
    ("en", "This deadline is killing me."),
    ("en", "My feet are killing me after a shift, is that normal?"),
    ("en", "I nearly died laughing."),
    ("en", "I wanted to die when I saw the report with my own typo."),
    ("en", "I'd rather die than go back to spreadsheets, ha."),
    ("en", "My boss will kill me if I'm late."),
    ("en", "How do you kill time on a quiet night shift?"),
    ("en", "I want to die of embarrassment."),
    ("en", "Do you ever get suicide risks on your ward?"),
    ("en", "I volunteered for a suicide prevention line for two years."),
    ("en", "I'm dead tired, sorry."),
    ("en", "I could kill for a coffee."),
    ("en", "Is it a stupid question to ask about pay?"),
    ("en", "I felt like an idiot in my first week."),
    ("en", "You're not stupid, it's the form that's bad."),
    ("en", "What do you do when a customer says you're an idiot?"),
    ("en", "A patient once told me to shut up. How do you handle that?"),
    ("en", "I don't want to live in Toronto, it's too expensive."),
    ("en", "I don't want to be here only for the money."),
    ("en", "I cut myself on a box cutter once. How do you prevent that?"),
    ("en", "Did you ever want to go back to your country?"),
    ("en", "Would you go back to your old trade?"),
    ("en", "What are you wearing on site, steel toes?"),
    ("en", "You are hot on the line in summer, I guess?"),
    ("en", "How do you deal with a killer schedule?"),
    ("en", "I take my work home and it's cutting my sleep short."),
    ("en", "I'm cutting myself some slack these days."),
    ("fr", "Je suis mort de fatigue."),
    ("fr", "Ce travail va me tuer, mais je l'aime."),
    ("fr", "J'ai failli mourir de rire."),
    ("fr", "J'ai envie de mourir de honte."),
    ("fr", "Comment tuez-vous le temps la nuit?"),
    ("fr", "J'étais nul en maths, est-ce grave?"),
    ("fr", "C'est une question stupide, pardon."),
    ("fr", "Un client m'a dit : vous êtes un imbécile. Que faire?"),
    ("fr", "Êtes-vous déjà retourné dans votre pays?"),
    ("fr", "Je ne veux plus vivre loin du centre-ville."),
    ("fr", "Je me suis coupé en ouvrant une boîte."),
    ("fr", "Vous êtes nombreux dans l'équipe?"),
    ("fr", "C'est la fermeture le dimanche?"),
    ("fr", "J'ai grandi à la ferme!"),
    ("zh-Hans", "晚班的时候您怎么杀时间？"),
    ("zh-Hans", "今天累死了。"),
    ("zh-Hans", "笑死我了。"),
    ("zh-Hans", "想死你了，好久不见！"),
    ("zh-Hans", "忙得要死，您是怎么挺过来的？"),
    ("zh-Hans", "这个死线要命了。"),
    ("zh-Hans", "这点工资怎么活得下去啊？"),
    ("zh-Hans", "我问个笨问题。"),
    ("zh-Hans", "我刚来的时候像个傻瓜。"),
    ("zh-Hans", "热水滚了以后再放什么？"),
    ("zh-Hans", "客人骂你是废物，您会怎么办？"),
    ("zh-Hans", "老板说你等着瞧，后来呢？"),
    ("zh-Hans", "您妈妈也做这行吗？"),
    ("zh-Hans", "他去世了，我很难过。"),
    ("zh-Hans", "您是怎么处理自杀倾向的病人的？"),
    ("zh-Hans", "我想死磕这个证书，值得吗？"),
]

WRITTEN = Path(__file__).parent / "despair"
"""Plain sentences written without a look at the patterns, about half of them harmless: language, concern, text. The
patterns were mended by all of them since."""


@pytest.mark.parametrize("written", ["first", "second", "third"])
def test_plain_despair_is_noticed_and_its_look_alikes_are_not(written: str) -> None:
    lines = [line.split("\t") for line in (WRITTEN / f"{written}.txt").read_text("utf-8").splitlines()]
    assert {text: concern for language, concern, text in lines} == {
        text: str(look(text, language) or "none") for language, _, text in lines
    }


TOLD = [
    ("Que répondez-vous à un client qui dit qu'il veut mourir?", "fr", None),
    ("病人说不想活了，您怎么跟他谈？", "zh-Hans", None),
    ("A patient said he was going to kill himself. What do you do?", "en", None),
    ("My brother says he is going to kill himself.", "en", Concern.SELF_HARM),
]


@pytest.mark.parametrize(("text", "language", "concern"), TOLD)
def test_despair_met_at_work_is_asked_about_and_that_of_a_friend_is_feared(
    text: str, language: str, concern: Concern | None
) -> None:
    assert look(text, language) is concern


@pytest.mark.parametrize(("language", "text"), DISTRESS)
def test_a_heavy_heart_is_heard(language: str, text: str) -> None:
    assert look(text, language) is Concern.DISTRESS


@pytest.mark.parametrize(("language", "text"), SELF_HARM)
def test_despair_is_heard(language: str, text: str) -> None:
    assert look(text, language) is Concern.SELF_HARM


@pytest.mark.parametrize(("language", "text"), HARASSMENT)
def test_threats_unwanted_closeness_and_hatred_are_heard(language: str, text: str) -> None:
    assert look(text, language) is Concern.HARASSMENT


@pytest.mark.parametrize(("language", "text"), INSULTS)
def test_insults_are_heard(language: str, text: str) -> None:
    assert look(text, language) is Concern.INSULT


@pytest.mark.parametrize(("language", "text"), HARMLESS)
def test_idioms_and_stories_are_left_alone(language: str, text: str) -> None:
    assert look(text, language) is None


BEGGING = {
    *("dd-028", "dd-088", "drafts-own-zh-Hans-232"),
    *("drafts-own-fr-027", "drafts-own-fr-039", "drafts-own-fr-047", "drafts-own-fr-105"),
}
"""Letters by somebody who cannot cope."""


def test_no_labelled_case_of_the_coach_raises_an_alarm() -> None:
    raised = {
        case["id"]
        for file in sorted(CASES.glob("*/*.jsonl"))
        for case in map(json.loads, file.read_text("utf-8").splitlines())
        if any(look(case[part], case["lang"]) for part in ("text", "body", "question", "answer") if part in case)
    }
    assert raised == BEGGING


def test_despair_weighs_more_than_anger() -> None:
    assert look("You're an idiot and I want to die.", "en") is Concern.SELF_HARM


@pytest.mark.parametrize("text", ["", "   ", "?" * 100_000, "I " * 50_000, "\u202e\u200f", "😀" * 500])
def test_nothing_is_found_in_nothing_and_long_texts_take_no_time(text: str) -> None:
    assert look(text, "en") is None
