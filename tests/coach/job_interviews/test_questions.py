"""The questions of the mock job interview: fields, closed lists, how many there are of each kind, three languages."""

import json
from collections import Counter
from pathlib import Path

import pytest

COACH = Path(__file__).parents[3] / "src/askwell/coach"
LINES = (COACH / "job_interviews/questions.jsonl").read_text("utf-8").splitlines()
QUESTIONS: list[dict[str, str]] = [json.loads(line) for line in LINES]
TRADES = {folder.name for folder in (COACH / "insider/knowledge").iterdir() if folder.is_dir()}
TEXTS = ("text", "text_zh", "text_fr", "wants", "wants_zh", "wants_fr")
LISTS = {
    "kind": {"opening", "behavioural", "situational", "newcomer", "closing"},
    "level": {"any", "entry", "experienced", "lead"},
    "family": {"any", "supply", "health", "it", "finance", "trades", "education", "hospitality", "engineering"},
    "trade": {"", *TRADES},
}


def of_no_trade(kind: str) -> int:
    return sum(question["kind"] == kind and question["family"] == "any" for question in QUESTIONS)


def test_fields_and_closed_lists() -> None:
    wrong = [
        question["id"]
        for question in QUESTIONS
        if set(question) != {"id", *LISTS, *TEXTS}
        or any(question[field] not in allowed for field, allowed in LISTS.items())
        or (question["family"] == "any") != (question["trade"] == "")
    ]
    assert wrong == []


def test_a_trade_is_of_the_family_that_its_insider_names() -> None:
    wrong = [
        question["id"]
        for question in QUESTIONS
        if question["trade"]
        and f'family = "{question["family"]}"'
        not in (COACH / "insider/knowledge" / question["trade"] / "en.toml").read_text("utf-8")
    ]
    assert wrong == []


def test_no_id_and_no_text_comes_twice() -> None:
    for field in ("id", *TEXTS):
        times = Counter(question[field] for question in QUESTIONS)
        assert [text for text, count in times.items() if count > 1] == []


def test_every_text_is_there_in_its_own_language() -> None:
    assert [question["id"] for question in QUESTIONS if not all(question[field].strip() for field in TEXTS)] == []
    for question in QUESTIONS:
        assert any("\u4e00" <= letter <= "\u9fff" for letter in question["text_zh"]), question["id"]
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in question["text"] + question["text_fr"])


@pytest.mark.parametrize(
    ("kind", "least"), [("opening", 12), ("behavioural", 45), ("situational", 25), ("newcomer", 24), ("closing", 8)]
)
def test_there_are_enough_for_any_occupation(kind: str, least: int) -> None:
    assert of_no_trade(kind) >= least


def test_every_trade_has_three_of_its_own() -> None:
    times = Counter(question["trade"] for question in QUESTIONS)
    assert len(QUESTIONS) >= 170
    assert {trade for trade in TRADES if times[trade] < 3} == set()


def test_french_sets_a_hard_space_where_canada_wants_one() -> None:
    wrong = [
        question["id"]
        for question in QUESTIONS
        for text in (question["text_fr"], question["wants_fr"])
        if " :" in text or "« " in text or " »" in text or " ?" in text or " !" in text or " ;" in text
    ]
    assert wrong == []
