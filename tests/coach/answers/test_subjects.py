"""Whether an answer is about what was asked. How often that is right is measured by tools/weigh_answers.py."""

import pytest

from askwell.coach.answers import subjects

MISTAKE = (
    "I gave the wrong parcel to a neighbour of the customer. I rang him the same evening, apologized and drove back "
    "to fetch it. Now I read the name aloud at every door."
)
ERREUR = (
    "J'ai remis le mauvais colis à un voisin du client. Je l'ai appelé le soir même, je me suis excusé et je suis "
    "retourné le chercher. Depuis, je lis le nom à voix haute à chaque porte."
)
CUOWU = "我把包裹错给了客户的邻居。当天晚上我就打电话道歉，又跑回去取。现在每到一家门口我都把名字念一遍。"


@pytest.mark.parametrize(
    ("answer", "asked", "another"),
    [
        (MISTAKE, "Have you ever done something wrong at work?", "When did you speak before an audience?"),
        (ERREUR, "Vous est-il arrivé de faire une erreur?", "Quand avez-vous parlé devant un public?"),
        (CUOWU, "您工作中做错过事吗？", "您什么时候在很多人面前讲过话？"),
    ],
)
def test_a_story_is_nearer_to_what_it_answers(answer: str, asked: str, another: str) -> None:
    assert subjects.match(asked, answer) > subjects.match(another, answer)
    assert subjects.missed(asked, answer, "") < subjects.missed(another, answer, "")


def test_the_words_of_a_question_in_one_sentence_bring_it_near() -> None:
    question = "When did you speak before an audience?"
    *_, nearest, whole = subjects.signs(question, f"{MISTAKE} Last week I spoke before an audience.", "en")
    assert nearest > subjects.signs(question, MISTAKE, "en")[-2]
    assert nearest > whole


@pytest.mark.parametrize("answer", ["", " \n", "...", "🙂" * 50])
def test_an_answer_without_words_has_signs(answer: str) -> None:
    assert len(subjects.signs("Why?", answer, "en")) == 5
