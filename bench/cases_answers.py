"""The set `answers` of the labelled cases: the parts of a story in an answer, its problems and its band."""

from typing import Any

from askwell.coach import answers


def predict(case: dict[str, Any]) -> dict[str, Any]:
    """One prediction line for one case."""
    judgement = answers.judge(case["question"], case["answer"], case["lang"])
    return {
        "id": case["id"],
        "star": {part: part in judgement.star for part in answers.Star},
        "problems": [finding.code for finding in judgement.findings],
        "score_band": judgement.band,
    }
