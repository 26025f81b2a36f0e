"""What was written for practising: knowledge of trades, and situations at work, whole and alike in three languages."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

COACH = Path(__file__).parents[2] / "src/askwell/coach"
KNOWLEDGE, SITUATIONS = COACH / "insider/knowledge", COACH / "etiquette/situations.jsonl"
LANGUAGES = ("en", "zh-Hans", "fr")
TRADES = sorted(folder.name for folder in KNOWLEDGE.iterdir())
FAMILIES = {"supply", "health", "it", "finance", "trades", "education", "hospitality", "engineering"}
CATEGORIES = {
    "small_talk", "mail_tone", "meetings", "feedback", "phone_repair", "first_weeks", "boundaries",
    "thanks_and_favours", "interview_manners", "conflict",
}  # fmt: skip


def read(trade: str, language: str) -> dict[str, Any]:
    return tomllib.loads((KNOWLEDGE / trade / f"{language}.toml").read_text("utf-8"))


def situations() -> list[dict[str, Any]]:
    return [json.loads(line) for line in SITUATIONS.read_text("utf-8").splitlines()]


def test_there_are_trades_of_every_family() -> None:
    families = Counter(read(trade, "en")["person"]["family"] for trade in TRADES)
    assert len(TRADES) == 24
    assert set(families) == FAMILIES


@pytest.mark.parametrize("trade", TRADES)
def test_the_same_is_told_in_every_language(trade: str) -> None:
    told = [read(trade, language) for language in LANGUAGES]
    aspects = [[answer["aspect"] for answer in one["answer"]] for one in told]
    persons = [(one["person"]["family"], one["person"]["years"], len(one["names"])) for one in told]
    assert aspects[0] == aspects[1] == aspects[2]
    assert persons[0] == persons[1] == persons[2]


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_hooks_are_words_of_what_is_said_and_nothing_is_said_twice(trade: str, language: str) -> None:
    answers = read(trade, language)["answer"]
    pairs = [(one["hook"], one["say"]) for one in answers] + [(one["more_hook"], one["more"]) for one in answers]
    assert [hook for hook, said in pairs if not hook.strip() or hook not in said] == []
    said = [one[part] for one in answers for part in ("say", "more", "last")]
    sentences = Counter(one.strip() for text in said for one in re.split(r"(?<=[.!?。！？])", text) if len(one) > 25)
    assert [one for one, times in sentences.items() if times > 1] == []


def test_every_situation_has_one_best_of_four_in_every_language() -> None:
    every = situations()
    wrong = [
        one["id"]
        for one in every
        if one["category"] not in CATEGORIES
        or one["level"] not in range(4, 11)
        or one["best"] not in range(4)
        or any(len(set(one[f"options{end}"])) != 4 for end in ("", "_zh", "_fr"))
        or not all(one[f"{field}{end}"].strip() for field in ("text", "why") for end in ("", "_zh", "_fr"))
    ]
    assert wrong == []
    assert len({one["id"] for one in every}) == len({one["text"] for one in every}) == len(every) == 140
    assert Counter(one["best"] for one in every) == {0: 35, 1: 35, 2: 35, 3: 35}
