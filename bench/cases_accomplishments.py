"""The set `accomplishments` of the labelled cases: what a line holds, and what weakens it."""

from typing import Any

from askwell.coach import accomplishments


def predict(case: dict[str, Any]) -> dict[str, Any]:
    """One prediction line for one case."""
    judgement = accomplishments.judge(case["text"], case["lang"])
    return {
        "id": case["id"],
        "has_action": judgement.has_action,
        "has_task_context": judgement.has_task_context,
        "has_result": judgement.has_result,
        "has_measure": judgement.has_measure,
        "weak": [finding.code for finding in judgement.findings],
    }
