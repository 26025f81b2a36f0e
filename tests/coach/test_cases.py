"""The labelled cases that the coach learns from: fields, labels and what can be counted are as their README says."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parents[2] / "cases"
SETS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())
FIELDS = {
    "questions": {"id", "lang", "text", "context", "flaws", "topic"},
    "drafts": {"id", "lang", "channel", "subject", "body", "recipient", "sender", "flags"},
    "accomplishments": {
        "id", "lang", "text", "has_action", "has_task_context", "has_result", "has_measure", "weak",
    },
    "answers": {"id", "lang", "question", "answer", "star", "problems", "score_band"},
    "answer_sentences": {"id", "lang", "text", "problems"},
}  # fmt: skip
LABELS = {
    "questions": ("flaws", {"closed", "asks_for_job", "public_fact", "double", "leading", "too_personal", "vague"}),
    "drafts": (
        "flags",
        {
            "too_long", "asks_for_job", "no_clear_ask", "no_connection", "attaches_resume", "placeholder_left",
            "wrong_name", "generic", "begging", "self_centred", "no_time_bound", "spam_words", "language_mismatch",
        },
    ),
    "accomplishments": ("weak", {"duty_only", "passive", "vague", "first_person", "buzzwords", "too_long"}),
    "answers": (
        "problems",
        {
            "no_example", "rambling", "negative_about_employer", "no_result", "off_question", "too_short", "we_not_i",
            "discloses_protected_info",
        },
    ),
    "answer_sentences": ("problems", {"negative_about_employer", "discloses_protected_info"}),
}  # fmt: skip
PARTS = {
    "greeting", "who_i_am", "why_you", "connection", "purpose", "how_short", "ask", "thanks", "best_time", "number",
    "polite_persistence", "insight_back", "other_person", "use_your_name", "next_step", "present", "past", "future",
}  # fmt: skip
SUBJECTS = {
    "mistake", "failure", "clash", "other_view", "criticism", "missed", "refusal", "bad_news", "deal", "talk",
    "figures", "teaching", "learning", "integrity", "changed_mind", "leading", "complaint", "money", "culture",
    "priorities", "persuading", "giving_feedback", "secret", "safety", "asking_help", "broad",
}  # fmt: skip
TOPICS = {"trends", "insights", "advice", "resources", "assignments", "rapport"}
NO_TOPIC = {"asks_for_job", "public_fact", "too_personal", "vague"}
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    files = sorted((CASES / name).rglob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("name", SETS)
def test_every_case_has_an_id_of_its_own(name: str) -> None:
    times = Counter(case["id"] for case in cases(name))
    assert times
    assert [identity for identity, count in times.items() if count > 1] == []


@pytest.mark.parametrize("name", FIELDS)
def test_fields_and_labels_are_those_of_the_set(name: str) -> None:
    field, labels = LABELS[name]
    wrong = [
        case["id"]
        for case in cases(name)
        if set(case) != FIELDS[name]
        or case["lang"] not in {"en", "zh-Hans", "fr"}
        or set(case[field]) - labels
        or len(set(case[field])) != len(case[field])
    ]
    assert wrong == []


def test_every_part_of_what_is_said_has_forty_sentences_a_language_and_none_eighty() -> None:
    sentences = cases("parts")
    times = Counter((case["lang"], case["part"]) for case in sentences)
    assert [case["id"] for case in sentences if set(case) != {"id", "lang", "text", "part"}] == []
    assert set(times) == {(lang, part) for lang in ("en", "zh-Hans", "fr") for part in {*PARTS, "none"}}
    assert [key for key, count in times.items() if count < (80 if key[1] == "none" else 40)] == []


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("questions", "text"),
        ("drafts", "body"),
        ("accomplishments", "text"),
        ("answers", "answer"),
        ("answer_sentences", "text"),
        ("answer_subjects", "text"),
        ("answer_pairs", "answer"),
        ("hooks", "text"),
        ("parts", "text"),
    ],
)
def test_no_text_comes_twice(name: str, field: str) -> None:
    times = Counter(case[field] for case in cases(name))
    assert [text for text, count in times.items() if count > 1] == []


def test_a_question_has_no_topic_exactly_when_its_flaw_leaves_none() -> None:
    wrong = [
        case["id"]
        for case in cases("questions")
        if (case["topic"] is None) != bool(NO_TOPIC & set(case["flaws"]))
        or (case["topic"] is not None and case["topic"] not in TOPICS)
    ]
    assert wrong == []


def draft_too_long(case: Case) -> bool:
    if case["lang"] == "zh-Hans":
        return len("".join(case["body"].split())) > 200
    return len(case["body"]) > 300 if case["channel"] == "linkedin" else len(case["body"].split()) > 120


def test_flags_of_drafts_follow_from_length_and_from_each_other() -> None:
    wrong = [
        case["id"]
        for case in cases("drafts")
        if draft_too_long(case) != ("too_long" in case["flags"])
        or ("generic" in case["flags"] and "no_connection" not in case["flags"])
        or {"no_clear_ask", "no_time_bound"} <= set(case["flags"])
        or (case["subject"] is None) != (case["channel"] != "email")
    ]
    assert wrong == []


def test_the_length_of_an_accomplishment_is_counted() -> None:
    def too_long(case: Case) -> bool:
        solid = "".join(case["text"].split())
        return len(solid) > 70 if case["lang"] == "zh-Hans" else len(case["text"].split()) > 35

    assert [case["id"] for case in cases("accomplishments") if too_long(case) != ("too_long" in case["weak"])] == []


def band(case: Case) -> int:
    problems = set(case["problems"])
    if problems & {"no_example", "off_question", "too_short"}:
        return 1
    faults = sum(not present for present in case["star"].values()) + len(problems - {"no_result"})
    return {0: 4, 1: 3}.get(faults, 2)


def test_the_band_of_an_answer_follows_from_its_labels() -> None:
    assert [case["id"] for case in cases("answers") if band(case) != case["score_band"]] == []


def test_every_subject_of_an_answer_has_six_texts_a_language() -> None:
    texts = cases("answer_subjects")
    times = Counter((case["lang"], case["subject"]) for case in texts)
    assert [case["id"] for case in texts if set(case) != {"id", "lang", "text", "subject"}] == []
    assert set(times) == {(lang, subject) for lang in ("en", "zh-Hans", "fr") for subject in SUBJECTS}
    assert [key for key, count in times.items() if count < 6] == []


def test_a_story_answers_some_questions_and_not_others() -> None:
    stories = cases("answer_pairs")
    assert {case["lang"] for case in stories} == {"en", "zh-Hans", "fr"}
    assert [
        case["id"]
        for case in stories
        if set(case) != {"id", "lang", "answer", "fits", "misses"}
        or not (case["fits"] and case["misses"])
        or set(case["fits"]) & set(case["misses"])
    ] == []


@pytest.mark.parametrize(
    ("name", "fields", "judged"),
    [
        ("hooks", {"id", "lang", "text", "invites"}, "invites"),
        ("follow_ups", {"id", "lang", "said", "next", "follows"}, "follows"),
    ],
)
def test_what_talks_are_learned_from_is_either_or_and_comes_in_every_language(
    name: str, fields: set[str], judged: str
) -> None:
    assert [case["id"] for case in cases(name) if set(case) != fields or not isinstance(case[judged], bool)] == []
    assert {(case["lang"], case[judged]) for case in cases(name)} == {
        (language, is_so) for language in ("en", "zh-Hans", "fr") for is_so in (True, False)
    }


def share(case: Case) -> float:
    """The seeker's share of all words, in Chinese of its characters."""
    said = {"seeker": 0, "insider": 0}
    for turn in case["turns"]:
        is_chinese = case["lang"] == "zh-Hans"
        said[turn["speaker"]] += (
            sum("\u4e00" <= letter <= "\u9fff" for letter in turn["text"]) if is_chinese else len(turn["text"].split())
        )
    return said["seeker"] / sum(said.values())


def test_the_talk_ratio_of_a_dialogue_is_counted_and_only_insiders_are_missed() -> None:
    def band_of(part: float) -> str:
        return "low" if part < 0.33 else "balanced" if part <= 0.6 else "high"

    assert [case["id"] for case in cases("dialogues") if band_of(share(case)) != case["talk_ratio_band"]] == []
    assert [
        case["id"]
        for case in cases("dialogues")
        if any(case["turns"][number]["speaker"] != "insider" for number in case["missed_follow_ups"])
    ] == []
