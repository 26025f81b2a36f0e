"""The question bank: enough of every kind, each one open, sayable in one breath, and no request for a job."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations

import pytest
from rapidfuzz.fuzz import token_sort_ratio

from askwell.coach.drafts.jobs import job_ask, searches
from askwell.interviews.choices import TIARA, Topic
from askwell.interviews.rules.bank import Audience, BankQuestion, Family, Stage, parsed, questions, suggestions

LANGUAGES = ("en", "zh-hans", "fr")
BREATH: dict[str, tuple[Callable[[str], int], int]] = {
    "en": (lambda text: len(text.split()), 30),
    "zh-hans": (len, 55),
    "fr": (lambda text: len(re.findall(r"\w+(?:[’-]\w+)*", text)), 35),
}
CLOSED = {
    "en": r"(?:do|does|did|is|are|was|were|can|could|would|will|have|has|had|should|may|might|shall)\b",
    "zh-hans": r"是不是|有没有|能不能|会不会|可不可以|要不要|.*吗？$",
    "fr": r"est-ce qu|(?:avez|êtes|pouvez|pourriez|voulez|aimez|faites|savez|serait|faut|y a-t)-",
}
JOB_WORDS = re.compile(
    r"\bhir(?:e|es|ed|ing)\b|\bvacanc|\bjob opening|\bresum|\bréfér(?:er|ez)-moi|\bCV\b|\brecruit|\brecrut|\bembauch"
    r"|\brefer me\b|\binterview me\b|内推|招人|招聘|简历|介绍.{0,3}工作|\bpostes? (?:vacant|à pourvoir)",
    re.I,
)
HAN = re.compile("[\u4e00-\u9fff]")
HEAVY = re.compile(r"\bsynerg|\bleverag|\bholisti|\bvalue-add|赋能|抓手|闭环|\bdisruptif", re.I)
EVERYBODY = {"language": "en", "families": (), "audiences": (), "have": ()}

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def texts(language: str) -> list[str]:
    return [question.text[language] for question in questions()]


def test_there_are_enough_of_every_kind() -> None:
    bank = questions()
    topics = Counter(question.topic for question in bank)
    families = Counter(family for question in bank for family in question.families)
    audiences = Counter(audience for question in bank for audience in question.audiences)
    assert len(bank) >= 165
    assert {topic for topic in TIARA if topics[topic] < 22} == set()
    assert {topic for topic in Topic if not topics[topic]} == set()
    assert {family for family in Family if families[family] < 5} == set()
    assert audiences[Audience.NEWCOMER] >= 12
    assert audiences[Audience.INSIDE] >= 8


def test_every_family_has_a_question_of_every_tiara_topic() -> None:
    found = {(family, question.topic) for question in questions() for family in question.families}
    assert {(family, topic) for family in Family for topic in TIARA} - found == set()


def test_every_audience_has_two_questions_of_every_tiara_topic() -> None:
    found = Counter((audience, question.topic) for question in questions() for audience in question.audiences)
    assert {(audience, topic) for audience in Audience for topic in TIARA if found[audience, topic] < 2} == set()


def test_ids_are_unique_and_name_their_topic() -> None:
    ids = [question.id for question in questions()]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)+", name) for name in ids)
    assert all(question.id.startswith(f"{question.topic}-") for question in questions())


def test_every_question_is_there_in_three_languages() -> None:
    assert {question.id for question in questions() if set(question.text) != set(LANGUAGES)} == set()


@in_each_language
def test_they_end_as_a_question_does_in_their_language(language: str) -> None:
    end = {"en": "?", "zh-hans": "？", "fr": "?"}[language]
    assert [text for text in texts(language) if not text.endswith(end)] == []


@in_each_language
def test_they_ask_one_thing_in_clean_type(language: str) -> None:
    assert [text for text in texts(language) if len(re.findall("[?？]", text)) != 1] == []
    assert [text for text in texts(language) if "'" in text or "  " in text or re.search(" [?!:;»]|« ", text)] == []


@in_each_language
def test_they_can_be_said_in_one_breath(language: str) -> None:
    size, most = BREATH[language]
    assert [text for text in texts(language) if size(text) > most] == []


@in_each_language
def test_a_yes_or_no_answers_none(language: str) -> None:
    assert [text for text in texts(language) if re.match(CLOSED[language], text, re.I)] == []


@in_each_language
def test_none_asks_for_a_job(language: str) -> None:
    assert [text for text in texts(language) if JOB_WORDS.search(text) or job_ask(text) or searches(text)] == []


@in_each_language
def test_they_are_in_plain_words_and_their_own_language(language: str) -> None:
    assert [text for text in texts(language) if HEAVY.search(text)] == []
    assert [text for text in texts(language) if bool(HAN.search(text)) != (language == "zh-hans")] == []


def test_chinese_speaks_politely_to_the_insider() -> None:
    assert [one.id for one in questions() if "你" in one.text["zh-hans"]] == []


def test_french_says_vous() -> None:
    tu = re.compile(r"\b(?:tu|toi|ton|ta|tes)\b|\bt’", re.I)
    assert [one.id for one in questions() if tu.search(one.text["fr"])] == []


@in_each_language
def test_no_two_are_nearly_alike(language: str) -> None:
    assert [pair for pair in combinations(texts(language), 2) if token_sort_ratio(*pair) >= 85] == []


def test_another_language_is_answered_in_english() -> None:
    question = questions()[0]
    assert question.text_in("zh-Hans") == question.text["zh-hans"]
    assert question.text_in("de") == question.text["en"]


def test_the_first_suggestions_are_one_of_each_missing_topic() -> None:
    offered = suggestions(**EVERYBODY, limit=5)
    assert [question.topic for question in offered] == list(TIARA)


def test_what_is_chosen_is_not_offered_again_and_its_topic_counts_as_met() -> None:
    first, second, *_ = suggestions(**EVERYBODY, limit=5)
    offered = suggestions(**{**EVERYBODY, "have": (first.id, second.id, "gone-since")}, limit=3)
    assert [question.topic for question in offered] == [Topic.ADVICE, Topic.RESOURCES, Topic.ASSIGNMENTS]
    everything = suggestions(**{**EVERYBODY, "have": (first.id, second.id)}, limit=999)
    assert {first.id, second.id}.isdisjoint(question.id for question in everything)


def test_a_topic_met_by_the_seekers_own_question_is_not_missing() -> None:
    offered = suggestions(**EVERYBODY, covered=[Topic.TRENDS], limit=4)
    assert [question.topic for question in offered] == list(TIARA[1:])


def test_what_is_made_for_the_family_and_the_seeker_comes_before_what_suits_all() -> None:
    offered = suggestions(language="fr", families=["health"], audiences=["newcomer"], have=(), limit=999)
    special = [bool(question.families or question.audiences) for question in offered]
    assert special == sorted(special, reverse=True)
    assert {family for question in offered for family in question.families} == {Family.HEALTH}
    assert {audience for question in offered for audience in question.audiences} == {Audience.NEWCOMER}


def test_suggestions_for_nobody_in_particular_suit_everybody() -> None:
    offered = suggestions(**EVERYBODY, limit=999)
    assert all(not question.families and not question.audiences for question in offered)
    assert len({question.id for question in offered}) == len(offered) > 60


def test_after_the_missing_ones_the_topics_take_turns() -> None:
    offered = suggestions(**EVERYBODY, covered=TIARA, limit=7)
    assert {question.topic for question in offered} == set(Topic)


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_no_more_are_offered_than_asked_for(limit: int) -> None:
    assert len(suggestions(**EVERYBODY, limit=limit)) == limit


GOOD = '[[question]]\nid = "trends-x"\nstage = "middle"\nen = "What is new?"\n'


def test_a_file_is_read() -> None:
    (question,) = parsed(f'{GOOD}families = ["law"]\nfor = ["student"]\nfr = "Quoi ?"\n', Topic.TRENDS)
    assert question == BankQuestion(
        id="trends-x",
        topic=Topic.TRENDS,
        stage=Stage.MIDDLE,
        families=frozenset({Family.LAW}),
        audiences=frozenset({Audience.STUDENT}),
        text={"en": "What is new?", "fr": "Quoi ?"},
    )


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("[[question", "trends.toml: "),
        ("", r"trends.toml: no \[\[question\]\]"),
        (GOOD.replace("trends-x", "advice-x"), "'advice-x' does not begin with trends-"),
        (GOOD.replace("middle", "lunch"), "trends-x: 'lunch' is not a valid Stage"),
        (GOOD.replace('stage = "middle"\n', ""), "trends-x: '' is not a valid Stage"),
        (GOOD + 'families = ["magic"]', "trends-x: 'magic' is not a valid Family"),
        (GOOD + 'for = "student"', "trends-x: for is not a list"),
        (GOOD + 'families = "law"', "trends-x: families is not a list"),
        (GOOD + 'zh = "？"', "trends-x: unknown zh"),
        (GOOD.replace("What is new?", " "), "trends-x: no English"),
        ('question = "none"', r"no \[\[question\]\]"),
        ("question = [1]", r"no \[\[question\]\]"),
    ],
)
def test_a_broken_file_is_refused_with_its_fault(source: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parsed(source, Topic.TRENDS)
