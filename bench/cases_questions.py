"""The set `questions` of the labelled cases: what the question coach finds, under the labels of that set."""

from typing import Any

from askwell.coach import questions

NO_TOPIC = {
    questions.Code.ASKS_FOR_JOB,
    questions.Code.PUBLIC_FACT,
    questions.Code.TOO_PERSONAL,
    questions.Code.VAGUE,
}


def predict(case: dict[str, Any]) -> dict[str, Any]:
    """One prediction line for one case."""
    question = questions.Question(case["text"], case["lang"])
    codes = {finding.code for finding in questions.check(question)}
    return {
        "id": case["id"],
        "flaws": sorted(codes),
        "topic": None if codes & NO_TOPIC else questions.subject_of(question.text, question.language),
    }
