"""How long the rules of the draft coach take while somebody types: CPU milliseconds for about 200 words, per language.

`draft_speed.py`: "first" judges a text never seen, "typed" the same text with one more letter in its last
sentence, which is what a keystroke costs. Medians of 15.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from askwell.coach import drafts
from askwell.coach.drafts import anatomy, asks, connection, jobs, languages, share

CASES = Path(__file__).parents[1] / "tests" / "data" / "coach" / "drafts.jsonl"
ROUNDS = 15


def text_of(language: str, wanted: int) -> str:
    """Bodies of the written cases in one language, one after the other, up to `wanted` words or characters."""
    rows = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    words = " ".join(row["body"] for row in rows if row["lang"] == language)
    return words[:wanted] if language == "zh-Hans" else " ".join(words.split()[:wanted])


def judge(text: str, language: str) -> float:
    message = drafts.Message(
        text=text, language=language, recipient="Aisha Khan", native="周敏", organisation="Tidewater Foods"
    )
    before = time.process_time()
    drafts.by_rules(message)
    drafts.figures(message)
    return 1000 * (time.process_time() - before)


def forget() -> None:
    for cached in (
        anatomy.dissect,
        jobs.job_ask,
        asks._asks,
        connection._reason,
        share._in_sentence,
        languages._lean,
    ):
        cached.cache_clear()


def main() -> None:
    for language, wanted in (("en", 200), ("fr", 200), ("zh-Hans", 300)):
        text = text_of(language, wanted)
        judge(text, language)
        first, typed = [], []
        for number in range(ROUNDS):
            forget()
            first.append(judge(text, language))
            typed.append(judge(text + "abcdefghijklmno"[: number + 1], language))
        sys.stdout.write(
            f"{language}: first {statistics.median(first):.1f} ms, typed {statistics.median(typed):.1f} ms\n"
        )


if __name__ == "__main__":
    main()
