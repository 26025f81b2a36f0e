"""The set `dialogues` of the labelled cases: how a seeker held a practice talk."""

from typing import Any

from askwell.coach import dialogues


def predict(case: dict[str, Any]) -> dict[str, Any]:
    """One prediction line for one case."""
    turns = [dialogues.Turn(turn["speaker"], turn["text"]) for turn in case["turns"]]
    judgement = dialogues.judge(turns, case["lang"], case["insider_role"])
    return {
        "id": case["id"],
        "covered_topics": sorted(judgement.covered),
        "talk_ratio_band": judgement.band,
        "opened_well": judgement.opened_well,
        "closed_well": judgement.closed_well,
        "asked_for_job": bool(judgement.asked_for_job),
        "missed_follow_ups": judgement.missed,
    }
