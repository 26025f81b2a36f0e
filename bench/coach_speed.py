"""What the coach's judgement costs: CPU milliseconds a question and a draft, and memory, in a fresh process.

`coach_speed.py`: each text of the development set once, none seen before, after the encoder is loaded; medians and the
slowest of twenty. "typed" is the same draft with one more letter, what a keystroke costs. The floor is the encoder
alone on the same texts.
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from askwell.coach import drafts, meaning, questions
from cases_drafts import message

CASES = Path(__file__).parents[1] / "cases"


def cost(work: Iterable[Callable[[], object]]) -> str:
    """Median and 95th percentile of the CPU milliseconds of each."""
    taken = []
    for one in work:
        before = time.process_time()
        one()
        taken.append(1000 * (time.process_time() - before))
    return f"median {statistics.median(taken):.1f} ms, slowest of twenty {statistics.quantiles(taken, n=20)[-1]:.1f} ms"


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    asked = [json.loads(line) for line in (CASES / "questions" / "first.jsonl").read_text("utf-8").splitlines()]
    written = [json.loads(line) for line in (CASES / "drafts" / "first.jsonl").read_text("utf-8").splitlines()]
    before, started = megabytes(), time.process_time()
    meaning.warm()
    questions.check(questions.Question("Why this work?"))
    drafts.check(message(written[0]))
    sys.stdout.write(f"loaded in {time.process_time() - started:.1f} CPU-s, {megabytes() - before:.0f} MB more\n")
    ask = [questions.Question(case["text"], case["lang"]) for case in asked]
    sys.stdout.write(f"question: {cost([lambda one=one: questions.check(one) for one in ask])}\n")
    sent = [message(case) for case in written[1:]]
    typed = [
        drafts.Message(**{name: getattr(one, name) for name in one.__slots__} | {"text": one.text + "a"})
        for one in sent
    ]
    sys.stdout.write(f"draft: {cost([lambda one=one: drafts.check(one) for one in sent])}\n")
    sys.stdout.write(f"draft, typed: {cost([lambda one=one: drafts.check(one) for one in typed])}\n")
    floor = [f"{one.text} " + "b" for one in sent]
    sys.stdout.write(f"the encoder alone, drafts: {cost([lambda text=text: meaning.vector(text) for text in floor])}\n")
    floor = [f"{one.text} b" for one in ask]
    sys.stdout.write(
        f"the encoder alone, questions: {cost([lambda text=text: meaning.vector(text) for text in floor])}\n"
    )
    sys.stdout.write(f"{megabytes() - before:.0f} MB more at the end\n")


if __name__ == "__main__":
    main()
