"""How well the coach's rewrites mend a text: `rewrites.py questions|drafts`.

Every flawed text of our own cases and of the development set is rewritten as the page would, and judged again: a
rewrite is good when the finding is lost and none is gained. None offered counts as not good. A question is put right
by `questions.better`; of a draft each finding that has a rewrite is taken, all places of a code at once.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from askwell.coach import drafts, questions
from cases_drafts import message

CASES = Path(__file__).parents[1] / "cases"
BESIDES = {"bank.jsonl", "rewritten.jsonl"}
Case = dict[str, Any]
Tried = tuple[str, str, bool]


def cases(name: str) -> Iterator[Case]:
    for file in sorted((CASES / name).glob("*.jsonl")):
        if file.name not in BESIDES:
            yield from map(json.loads, file.read_text("utf-8").splitlines())


def of_questions() -> Iterator[Tried]:
    """Code, language and whether it was mended, of each finding on a question that has a flaw by its label."""
    for case in cases("questions"):
        before = {one.code for one in questions.check(questions.Question(case["text"], case["lang"]))}
        if not case["flaws"] or not before:
            continue
        better = questions.better(case["text"], case["lang"])
        after = {one.code for one in questions.check(questions.Question(better or case["text"], case["lang"]))}
        for code in before:
            yield code, case["lang"], better is not None and code not in after and not after - before


def of_drafts() -> Iterator[Tried]:
    """The same of each finding on a draft that comes with a rewrite."""
    for case in cases("drafts"):
        judged = message(case)
        found = [one for one in drafts.check(judged) if one.severity is not drafts.Severity.GOOD]
        for code in sorted({one.code for one in found if one.rewrite is not None}):
            mended = judged
            for one in sorted((one for one in found if one.code is code), key=lambda one: -one.start):
                mended = drafts.mended(mended, one)
            after = {one.code for one in drafts.check(mended) if one.severity is not drafts.Severity.GOOD}
            yield code, case["lang"], code not in after and not after - {one.code for one in found}


def main(arguments: list[str]) -> int:
    ways = {"questions": of_questions, "drafts": of_drafts}
    if len(arguments) != 1 or arguments[0] not in ways:
        sys.stderr.write(f"usage: rewrites.py {'|'.join(ways)}\n")
        return 2
    tried, good = Counter[str](), Counter[str]()
    for code, language, mended in ways[arguments[0]]():
        for key in ("all", language, code):
            tried[key] += 1
            good[key] += mended
    for key in tried:
        sys.stdout.write(f"{key}: {good[key]} of {tried[key]}, {good[key] / tried[key]:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
