"""How long the built-in insider takes to answer: CPU milliseconds a reply, in talks of twenty turns, per language.

`insider_speed.py`: "fresh" are texts that this process never saw, "warm" the same talks once more. The encoder is
loaded before, as a process does once. Median and the slowest of one in twenty.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from askwell.coach import insider
from askwell.coach.dialogues import Turn

CASES = Path(__file__).parents[1] / "cases" / "insider"
TALKS, LENGTH = 6, 20


def texts(language: str) -> list[str]:
    """What seekers ask, every seventh case, so that each talk is mixed."""
    lines = [line for file in sorted(CASES.glob(f"{language}-*")) for line in file.read_text("utf-8").splitlines()]
    asked = [json.loads(line) for line in lines]
    kept = [case["text"] for case in asked if case["asks"] not in ("close", "job")]
    return [kept[number * 7 % len(kept)] for number in range(TALKS * LENGTH)]


def hold(language: str, trade: str, said: list[str]) -> list[float]:
    """Milliseconds of each reply of one talk."""
    persona = insider.persona(trade=trade, language=language, mood="friendly", minutes=600, seed=1)
    turns, took = [Turn("insider", insider.opening(persona))], []
    for text in said:
        turns.append(Turn("seeker", text))
        before = time.process_time()
        reply = insider.answer(persona, turns, elapsed=60)
        took.append(1000 * (time.process_time() - before))
        turns.append(Turn("insider", reply.text))
    return took


def main() -> None:
    insider.warm()
    trades = [trade.code for trade in insider.trades()]
    for language in ("en", "fr", "zh-Hans"):
        said = texts(language)
        for name in ("fresh", "warm"):
            took = sorted(
                one
                for number in range(TALKS)
                for one in hold(language, trades[number * 4], said[number * LENGTH : (number + 1) * LENGTH])
            )
            slow = took[int(0.95 * len(took))]
            sys.stdout.write(
                f"{language} {name}: median {statistics.median(took):.0f} ms, one in twenty {slow:.0f} ms\n"
            )


if __name__ == "__main__":
    main()
