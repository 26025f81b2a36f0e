"""What was written for the drills: whole in three languages, in a closed form, and nothing said twice."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

DRILLS = Path(__file__).parents[3] / "src/askwell/coach/drills"
LANGUAGES = ("en", "zh-Hans", "fr")
FIELDS = {
    "opening_up": {"id", "lang", "context", "text", "better", "why"},
    "what_next": {"id", "lang", "role", "said", "hook", "good", "weak", "why"},
    "speaking": {"id", "lang", "kind", "scene", "said", "parts", "seconds", "model", "why"},
}
SECONDS = {  # the shortest and the longest time that a kind may take
    "first_seconds": (20, 30),
    "receptionist": (15, 25),
    "voicemail": (20, 30),
    "closing": (15, 35),
    "introduction_30": (25, 30),
    "introduction_60": (50, 60),
}
PARTS = {
    "greeting", "who_i_am", "why_you", "connection", "purpose", "how_short", "ask", "thanks", "best_time", "number",
    "polite_persistence", "insight_back", "other_person", "use_your_name", "next_step", "present", "past", "future",
}  # fmt: skip
NEEDED = {  # parts without which a kind is not done
    "first_seconds": {"greeting"},
    "receptionist": set(),
    "voicemail": {"greeting", "who_i_am", "number"},
    "closing": {"thanks", "insight_back"},
    "introduction_30": {"present", "past", "future"},
    "introduction_60": {"present", "past", "future"},
}
END = r"[.?!](?=\s|$)|[。？！]"


def read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DRILLS / f"{name}.jsonl").read_text("utf-8").splitlines()]


def texts(item: dict[str, Any]) -> list[str]:
    """All that a person reads of an item."""
    values = [value for field, value in item.items() if field not in ("id", "lang", "kind", "parts", "seconds")]
    return [text for value in values for text in (value if isinstance(value, list) else [value])]


def length(item: dict[str, Any]) -> int:
    """Words, or in Chinese the characters, of what is said well."""
    pattern = r"[\u4e00-\u9fff]|\d" if item["lang"] == "zh-Hans" else r"\S*\w\S*"
    return len(re.findall(pattern, item["model"]))


def asks_nothing(item: dict[str, Any]) -> bool:
    return item["kind"] == "receptionist" and not {"ask", "best_time", "polite_persistence"} & set(item["parts"])


def said_numbers(item: dict[str, Any]) -> list[str]:
    return re.findall(r"\d{3}\D{1,2}555\D{1,2}01\d\d", item["model"])


def in_form(items: list[dict[str, Any]], name: str) -> list[str]:
    empty = {"said"} if name == "speaking" else set()
    return [
        item["id"]
        for item in items
        if set(item) != FIELDS[name]
        or item["lang"] not in LANGUAGES
        or any(not value for field, value in item.items() if field not in empty)
        or any(text != text.strip() for text in texts(item))
    ]


@pytest.mark.parametrize("name", FIELDS)
def test_every_item_has_its_fields_and_none_is_empty(name: str) -> None:
    items = read(name)
    assert in_form(items, name) == []
    assert len({item["id"] for item in items}) == len(items)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_to_practise_with(language: str) -> None:
    for name in ("opening_up", "what_next"):
        assert sum(item["lang"] == language for item in read(name)) >= 40
    kinds = Counter(item["kind"] for item in read("speaking") if item["lang"] == language)
    assert set(kinds) == set(SECONDS)
    assert min(kinds.values()) >= 6


def test_no_text_comes_twice() -> None:
    every = Counter(
        text
        for name in FIELDS
        for item in read(name)
        for text in texts({field: value for field, value in item.items() if field not in ("context", "role", "hook")})
    )
    assert [text for text, times in every.items() if times > 1] == []


@pytest.mark.parametrize("name", FIELDS)
def test_the_reason_is_one_sentence(name: str) -> None:
    ends = {item["id"]: [one.start() for one in re.finditer(END, item["why"])] for item in read(name)}
    why = {item["id"]: item["why"] for item in read(name)}
    assert [one for one, found in ends.items() if found != [len(why[one]) - 1] or why[one][-1] not in ".。"] == []


def test_questions_are_questions() -> None:
    asked = [text for item in read("opening_up") for text in (item["text"], item["better"])]
    asked += [text for item in read("what_next") for text in (*item["good"], *item["weak"])]
    assert [text for text in asked if text[-1] not in "?？"] == []


def test_a_hook_is_words_of_what_was_said_and_two_questions_follow_it() -> None:
    items = read("what_next")
    assert [one["id"] for one in items if one["hook"] not in one["said"] or one["hook"] == one["said"]] == []
    assert [one["id"] for one in items if (len(one["good"]), len(one["weak"])) != (2, 1)] == []
    assert [one["id"] for one in items if not 2 <= len(re.findall(END, one["said"])) <= 4] == []


def test_parts_are_of_the_closed_list_and_those_that_matter_are_there() -> None:
    wrong = [
        item["id"]
        for item in read("speaking")
        if not NEEDED[item["kind"]] <= set(item["parts"]) <= PARTS
        or asks_nothing(item)
        or len(set(item["parts"])) != len(item["parts"])
        or len(re.findall(END, item["model"])) < len(item["parts"])  # a sentence for each part
    ]
    assert wrong == []


def test_the_example_can_be_said_calmly_in_its_time() -> None:
    for item in read("speaking"):
        low, high = SECONDS[item["kind"]]
        slow, fast = (2.0, 4.2) if item["lang"] == "zh-Hans" else (1.4, 2.7)
        assert low <= item["seconds"] <= high, item["id"]
        assert slow <= length(item) / item["seconds"] <= fast, item["id"]


def test_a_number_is_said_twice_and_is_nobodys() -> None:
    for item in read("speaking"):
        digits = [re.sub(r"\D", "", one) for one in said_numbers(item)]
        assert len(digits) == (2 if "number" in item["parts"] else 0), item["id"]
        assert len(set(digits)) <= 1, item["id"]


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("en", r"[\u4e00-\u9fff]|\s\s"),
        ("zh-Hans", r"您|[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]"),
        ("fr", r"[\u4e00-\u9fff]|«[^\xa0]|[^\xa0]»|[^\xa0][:%]|\s[?!;]"),
    ],
)
def test_each_language_is_set_as_it_is_set_here(language: str, wrong: str) -> None:
    every = [text for name in FIELDS for item in read(name) if item["lang"] == language for text in texts(item)]
    assert [text for text in every if re.search(wrong, text)] == []
